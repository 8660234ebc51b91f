"""Which events a filter leaves."""

from datetime import date

import pytest

from viz.engine.filters import Clock, Filter, is_possible, matching
from viz.model import Basis, Event, EventKind, Granularity, Participant, Place, PlaceKind, Status, When, Where

OSH = Where(Place(1527534, "Osh", "KG", PlaceKind.CITY, 40.5, 72.8))
AUGUST = Filter(start=date(2017, 8, 1), end=date(2017, 9, 1))
RESIGNED = Event(
    "resigned", "a", (0, 9), (0, 4), "The mayor resigned", Status.HAPPENED, EventKind.OFFICE,
    When(date(2017, 8, 1), date(2017, 9, 1), Granularity.MONTH, "2017-08", "2017-08", Basis.RELATIVE), OSH,
    who=(Participant("The mayor"),), said=When.day(date(2017, 9, 20), Basis.INFERRED),
)  # fmt: skip
MET = Event(
    "met", "a", (0, 9), (0, 4), "Two ministers met", Status.REPORTED, EventKind.DIPLOMACY,
    When(None, date(2017, 9, 20), Granularity.OPEN, "", "../2017-09-19", Basis.INFERRED), unplaced="Nobody says where.", source="Tass",
)  # fmt: skip
VOTE = Event(
    "vote", "a", (0, 9), (0, 4), "Voters choose a president", Status.PLANNED, EventKind.ELECTION,
    When.day(date(2017, 10, 15), Basis.EXPLICIT), OSH,
)  # fmt: skip
STRIKE = Event("strike", "a", (0, 9), (0, 4), "Miners strike", Status.HAPPENED, undated="No date.", unplaced="No place.")
ALL = (RESIGNED, MET, VOTE, STRIKE)


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Filter(), {"resigned", "met", "vote", "strike"}),
        (AUGUST, {"resigned", "met"}),
        (Filter(start=date(2017, 10, 1)), {"vote"}),
        (Filter(places=("Osh",)), {"resigned", "vote"}),
        (Filter(places=("Kyrgyzstan",)), {"resigned", "vote"}),
        (Filter(places=("Kazakhstan",)), set()),
        (Filter(participants=("The mayor",)), {"resigned"}),
        (Filter(statuses=(Status.PLANNED, Status.REPORTED)), {"met", "vote"}),
        (Filter(kinds=(EventKind.OTHER,)), {"strike"}),
        (Filter(words="TASS ministers"), {"met"}),
        (Filter(words="ministers osh"), set()),
        (Filter(start=date(2017, 9, 1), clock=Clock.SAID), {"resigned"}),
    ],
)
def test_what_a_filter_leaves(wanted: Filter, left: set[str]):
    assert {event.id for event in matching(ALL, wanted)} == left


def test_an_open_interval_in_a_range_is_possible_and_no_other():
    assert [event.id for event in ALL if is_possible(event, AUGUST)] == ["met"]
    assert not any(is_possible(event, Filter()) for event in ALL)

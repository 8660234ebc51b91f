from dataclasses import replace
from datetime import date

from viz.model import Basis, Event, Participant, Place, PlaceKind, Status, When, Where
from viz.parsers.events.mentions import Telling, fold

OSH = Place(1527534, "Osh", "KG", PlaceKind.CITY, 40.53, 72.8)
JALAL_ABAD = Place(1528512, "Jalal-Abad", "KG", PlaceKind.CITY, 40.93, 73.0)
OSH_REGION = Place(1346798, "Osh", "KG", PlaceKind.REGION, 40.0, 73.0)
LEAD = Event(
    "a",
    "article",
    (0, 40),
    (10, 17),
    "Police raided a bank",
    Status.HAPPENED,
    when=When.day(date(2021, 6, 14), Basis.EXPLICIT),
    unplaced="Nothing says where.",
    who=(Participant("Police"), Participant("the bank")),
)
AGAIN = replace(
    LEAD,
    id="b",
    span=(50, 90),
    trigger=(60, 67),
    headline="Police raided the bank in Osh",
    when=None,
    undated="Nothing says when.",
    where=Where(OSH),
    unplaced="",
)


def folded(events: list[Event], second: str = "raid") -> tuple[Event, ...]:
    return fold([Telling(event, word) for event, word in zip(events, ("raid", second), strict=True)])


def test_two_mentions_of_one_event_complete_each_other() -> None:
    (event,) = folded([LEAD, AGAIN], "raid")
    assert event.when == LEAD.when
    assert event.where == AGAIN.where
    assert event.also


def test_a_named_place_comes_before_a_guess_and_a_town_before_its_region() -> None:
    guessed = replace(LEAD, where=Where(JALAL_ABAD, Basis.INFERRED), unplaced="")
    assert folded([guessed, AGAIN])[0].where == AGAIN.where
    region = replace(LEAD, where=Where(OSH_REGION), unplaced="")
    assert folded([region, AGAIN])[0].where == AGAIN.where
    assert folded([AGAIN, region])[0].where == AGAIN.where


def test_a_possibility_takes_no_date_from_a_fact() -> None:
    people = (*AGAIN.who, Participant("a clerk"), Participant("a guard"), Participant("the mayor"))
    possible = replace(AGAIN, status=Status.HYPOTHETICAL, source="the mayor", who=people)
    (event,) = folded([LEAD, possible], "raid")
    assert event.status is Status.HYPOTHETICAL
    assert event.when is None


def test_other_words_are_other_events() -> None:
    assert len(folded([LEAD, AGAIN], "search")) == 2


ASTANA = Place(1526273, "Astana", "KZ", PlaceKind.CITY, 51.18, 71.45)


def test_a_guessed_place_does_not_part_what_the_body_tells_again() -> None:
    lead = replace(LEAD, where=Where(ASTANA, basis=Basis.INFERRED), unplaced="")
    (event,) = folded([lead, replace(AGAIN, where=Where(OSH, basis=Basis.EXPLICIT))], "raid")
    assert event.where is not None
    assert event.where.place == OSH


def test_two_named_places_are_two_events() -> None:
    lead = replace(LEAD, where=Where(ASTANA, basis=Basis.EXPLICIT), unplaced="")
    assert len(folded([lead, replace(AGAIN, where=Where(OSH, basis=Basis.EXPLICIT))], "raid")) == 2


def test_a_guessed_place_parts_what_others_did() -> None:
    lead = replace(LEAD, where=Where(ASTANA, basis=Basis.INFERRED), unplaced="", who=(Participant("Guards"), Participant("the bank")))
    assert len(folded([lead, replace(AGAIN, where=Where(OSH, basis=Basis.EXPLICIT))], "raid")) == 2


def test_the_same_thing_again_needs_no_name() -> None:
    lead, again = (replace(event, who=()) for event in (LEAD, AGAIN))
    assert len(fold([Telling(lead, "sink", "boat"), Telling(again, "sink", "boat")])) == 1
    assert len(fold([Telling(lead, "sink", "boat"), Telling(again, "sink", "ferry")])) == 2

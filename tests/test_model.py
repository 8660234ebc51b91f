"""The invariants of the core types."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.errors import ModelError
from viz.model import (
    Article,
    Basis,
    DateMention,
    DateType,
    Event,
    Granularity,
    Place,
    PlaceKind,
    Reading,
    Status,
    Timeline,
    When,
)

DAYS = st.dates(date(1, 1, 2), date(9999, 12, 30))


@given(DAYS, DAYS, DAYS)
def test_a_day_overlaps_what_holds_it(day: date, start: date, end: date) -> None:
    assert When.day(day, Basis.EXPLICIT).overlaps(start, end) == (start <= day < end or (start > end and end > day >= start))


def test_an_open_side_reaches_without_limit() -> None:
    before = When(None, date(2017, 9, 20), Granularity.OPEN, "", "../2017-09-19", Basis.INFERRED)
    assert before.is_open
    assert before.overlaps(date(1900, 1, 1), date(1900, 1, 2))
    assert not before.overlaps(date(2017, 9, 20), None)


def test_the_last_day_of_the_calendar_has_an_open_end() -> None:
    assert When.day(date.max, Basis.EXPLICIT).latest is None


@pytest.mark.parametrize(
    ("build", "names"),
    [
        (lambda: When(date(2020, 1, 2), date(2020, 1, 1), Granularity.DAY, "", "", Basis.EXPLICIT), "earliest"),
        (lambda: DateMention(5, 5, "", DateType.DATE, "2020"), "span"),
        (lambda: DateMention(0, 4, "2020", DateType.DATE, "2020", confidence=1.5), "confidence"),
        (lambda: Place(1, "Nowhere", "", PlaceKind.CITY, 91.0, 0.0), "Nowhere"),
        (lambda: Place(1, "Nowhere", "", PlaceKind.CITY, None, 0.0), "Nowhere"),
        (lambda: Event("e", "a", (0, 5), (0, 2), "x", Status.HAPPENED, unplaced="no place"), "date or the reason"),
        (lambda: Event("e", "a", (0, 5), (0, 2), "x", Status.HAPPENED, undated="no date"), "place or the reason"),
        (lambda: Reading(Article.of("in 2020"), (DateMention(0, 4, "2020", DateType.DATE, "2020"),)), "2020"),
    ],
)
def test_what_cannot_be_is_refused_and_named(build, names) -> None:
    with pytest.raises(ModelError, match=names):
        build()


def test_timelines_add_up_and_the_same_article_counts_once() -> None:
    event = Event("e1", "a", (0, 5), (0, 2), "x", Status.HAPPENED, undated="no date", unplaced="no place")
    one = Timeline((Reading(Article.of("one two"), events=(event,)),))
    two = Timeline((Reading(Article.of("three"),),))
    assert (one + two + one).readings == (one + two).readings
    assert (one + two).undated == (one + two).unplaced == (one + two).events == (event,)
    assert Timeline() + one == one


@given(st.text(min_size=1))
def test_the_id_is_the_text(text: str) -> None:
    assert Article.of(text, title="a").id == Article.of(text, source="b").id

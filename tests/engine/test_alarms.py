"""Alarms are few and true: each kind rings on its case, stays silent on the look-alike, and on the gold."""

from datetime import date

import pytest

from tests.engine.gold_events import central_asia, when_of
from viz.engine.alarms import alarms
from viz.engine.pipeline import read
from viz.model import (
    Article,
    Basis,
    DateMention,
    DateType,
    Event,
    Participant,
    Place,
    PlaceKind,
    Status,
    When,
    Where,
)

PUBLISHED = date(2021, 5, 1)
LIMA = Place(0, "Lima", "PE", PlaceKind.CITY, -12.05, -77.04)
GENEVA = Place(0, "Geneva", "CH", PlaceKind.CITY, 46.2, 6.15)
PERU = Place(0, "Peru", "PE", PlaceKind.COUNTRY, -10.0, -75.0)


def mention(text: str, words: str, edtf: str) -> DateMention:
    start = text.index(words)
    return DateMention(start, start + len(words), words, DateType.DATE, edtf, when=when_of(edtf))


def event(number: int, when: When | None = None, **given: object) -> Event:
    fields = {
        "span": (0, 10), "trigger": (0, 4), "headline": f"Headline {number}", "status": Status.HAPPENED,
        "undated": "" if when else "no date", "unplaced": "" if "where" in given else "no place",
    } | given  # fmt: skip
    return Event(id=f"e{number}", article_id="a", when=when, **fields)  # type: ignore[arg-type]


def ring(*events: Event, text: str = "", dates: tuple[DateMention, ...] = (), published: date | None = PUBLISHED) -> list[str]:
    return [alarm.kind for alarm in alarms(events, Article("a", "", text, published), dates)]


@pytest.mark.parametrize("reading", central_asia(), ids=lambda reading: reading.article.id)
def test_the_gold_articles_raise_none(reading) -> None:
    assert alarms(reading.events, reading.article, reading.dates) == ()


@pytest.mark.parametrize(
    ("text", "first", "second", "rings"),
    [
        ("It ran from May 9, 2020 to May 3, 2020.", ("May 9, 2020", "2020-05-09"), ("May 3, 2020", "2020-05-03"), True),
        ("Between 2019 and 2017 it fell.", ("2019", "2019"), ("2017", "2017"), True),
        ("The season of 2019-2016 was dry.", ("2019", "2019"), ("2016", "2016"), True),
        ("It ran from May 3, 2020 to May 9, 2020.", ("May 3, 2020", "2020-05-03"), ("May 9, 2020", "2020-05-09"), False),
        ("It fell in 2019 and 2017.", ("2019", "2019"), ("2017", "2017"), False),
        ("Results of 2019 to 2017 levels.", ("2019", "2019"), ("2017", "2017"), False),
        ("From May 9 to May 3 it ran.", ("May 9", "2021-05-09"), ("May 3", "2021-05-03"), False),
        ("It fell in 2019; by contrast 2017 was wet.", ("2019", "2019"), ("2017", "2017"), False),
    ],
)
def test_a_range_that_ends_before_it_starts(text, first, second, rings) -> None:
    dates = (mention(text, *first), mention(text, *second))
    assert ring(text=text, dates=dates) == ["end before start"] * rings


@pytest.mark.parametrize(
    ("text", "words", "edtf", "rings"),
    [
        ("On Friday, 20 September 2017 they met.", "20 September 2017", "2017-09-20", True),
        ("On Friday, 20 September 2017 they met.", "Friday, 20 September 2017", "2017-09-20", True),
        ("On Wednesday, 20 September 2017 they met.", "20 September 2017", "2017-09-20", False),
        ("On Friday the council met; 20 September 2017 was the term.", "20 September 2017", "2017-09-20", False),
        ("On Friday, Sept. 20, they met.", "Sept. 20", "2017-09-20", False),
        ("On Friday in September 2017 they met.", "September 2017", "2017-09", False),
    ],
)
def test_a_weekday_that_does_not_match_its_date(text, words, edtf, rings) -> None:
    assert ring(text=text, dates=(mention(text, words, edtf),)) == ["wrong weekday"] * rings


def test_the_message_names_what_the_day_was() -> None:
    text = "On Friday, 20 September 2017 they met."
    (alarm,) = alarms([event(1, span=(0, len(text)))], Article.of(text), [mention(text, "20 September 2017", "2017-09-20")])
    assert alarm.message == "“Friday, 20 September 2017” cannot be right: 20 September 2017 was a Wednesday."
    assert alarm.events == ("e1",)


@pytest.mark.parametrize(
    ("edtf", "basis", "status", "rings"),
    [
        ("2021-06-01", "explicit", Status.HAPPENED, True),
        ("2021-06-01", "explicit", Status.PLANNED, False),
        ("2021-06-01", "inferred", Status.HAPPENED, False),
        ("2021-05-02", "explicit", Status.HAPPENED, False),
        ("2021", "explicit", Status.HAPPENED, False),
        ("2021-06-01/..", "explicit", Status.HAPPENED, False),
    ],
)
def test_told_as_past_but_dated_ahead(edtf, basis, status, rings) -> None:
    told = event(1, when_of(edtf, basis), status=status)
    assert ring(told) == ["happened in the future"] * rings
    assert ring(told, published=None) == []


@pytest.mark.parametrize(
    ("edtf", "status", "rings"),
    [
        ("2017-05", Status.PLANNED, True),
        ("2021-04", Status.PLANNED, False),
        ("2017-05", Status.HAPPENED, False),
        ("2017-05/..", Status.PLANNED, False),
    ],
)
def test_told_as_a_plan_but_long_past(edtf, status, rings) -> None:
    assert ring(event(1, when_of(edtf), status=status)) == ["planned for the past"] * rings


def at(number: int, place: Place, name: str = "Ana Quispe", day: str = "2021-04-30", basis: str = "explicit") -> Event:
    where = Where(place, Basis(basis))
    return event(number, when_of(day), where=where, who=(Participant(name),))


def test_one_person_in_two_far_places_on_one_day() -> None:
    assert ring(at(1, LIMA), at(2, GENEVA)) == ["two places at once"]
    assert ring(at(1, LIMA), at(2, PERU)) == []
    assert ring(at(1, LIMA), at(2, GENEVA, name="Hugo Pinto")) == []
    assert ring(at(1, LIMA, name="Peru"), at(2, GENEVA, name="Peru")) == []
    assert ring(at(1, LIMA), at(2, GENEVA, day="2021-04-29")) == []
    assert ring(at(1, LIMA), at(2, GENEVA, basis="inferred")) == []
    assert ring(at(1, LIMA, day="2021-04"), at(2, GENEVA, day="2021-04")) == []


@pytest.mark.parametrize(
    ("text", "words", "edtf", "rings"),
    [
        ("They voted on May 3. Thursday's vote went well.", "Thursday", "2020-04-30", True),
        ("They voted on May 3. The vote on Thursday went well.", "Thursday", "2020-04-30", True),
        ("They voted on May 3. Sunday's vote went well.", "Sunday", "2020-05-03", False),
        ("They voted on May 3. The vote, they said on Thursday, went well.", "Thursday", "2020-04-30", False),
    ],
)
def test_another_mention_with_a_date_of_its_own(text, words, edtf, rings) -> None:
    again = text.index("vote ") if "vote " in text else text.index("vote,")
    told = event(1, when_of("2020-05-03"), also=((again, again + 4),))
    found = ring(told, text=text, dates=(mention(text, words, edtf),))
    assert found == ["told on two days"] * rings


def test_nothing_raises_nothing() -> None:
    assert ring() == []


def test_a_text_that_tells_of_what_happened_years_ahead_rings() -> None:
    found = read(Article.of("The bridge in Osh collapsed on 3 May 2030, killing two.", published=PUBLISHED))
    assert [alarm.kind for alarm in found.alarms if alarm.kind == "happened in the future"] == ["happened in the future"]
    assert not read(Article.of("The vote in Osh was set for 3 May 2030.", published=PUBLISHED)).alarms

"""What an article has in common with the others: its places, and the people and bodies it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.engine.library.made import made_reading
from viz.engine.imports import read as imported
from viz.engine.library import Common, Library, Shared
from viz.engine.library.migrations import STEPS, migrate
from viz.engine.library.schema import event_place
from viz.engine.version import IMPORTED
from viz.model import Article, Event, EventKind, Participant, Place, PlaceKind, Reading, Status, Where

OSH = Place(1527534, "Osh", "KG", PlaceKind.CITY, 40.5, 72.8)
JAPAROV = "Sadyr Japarov"


def told(title: str, *places: Place, who: str = "", text: str = "") -> Reading:
    """An article with an event at each place, and somebody in all of them."""
    text = text or f"{title}. In short, {who} did it."
    article = Article.of(text, title=title, published=date(2021, 5, 1))
    start = text.find(who)
    people = (Participant(who, ((start, start + len(who)),)),) if who else ()
    span = (0, len(text))
    events = (
        Event(f"e{at}", article.id, span, (0, 1), title, Status.HAPPENED, EventKind.OTHER, None, Where(place), "Nobody says.", "", people)
        for at, place in enumerate(places)
    )
    return Reading(article, events=tuple(events))


def named(*readings: Reading) -> tuple[tuple[str, str], ...]:
    return tuple((one.article.id, one.article.title) for one in readings)


MINE = told("Mine", OSH, who=JAPAROV)


def test_an_article_alone_shares_nothing(library: Library) -> None:
    assert library.shared(MINE) == Common()
    library.add(MINE, told("Other", replace(OSH, geonameid=1, name="Naryn"), who="Somebody Else"))
    assert library.shared(MINE) == Common()


@pytest.mark.parametrize("kept", [True, False])
def test_places_and_people_of_others_are_found_whether_it_is_kept_or_not(library: Library, kept: bool) -> None:
    first, second = told("First", OSH, OSH, who=JAPAROV.upper()), told("Second", OSH)
    for one in (first, second, *([MINE] if kept else [])):
        library.add(one)
    expected = Common((Shared("Osh", 2, named(second, first)),), (Shared(JAPAROV, 1, named(first)),))
    assert library.shared(MINE) == expected


def test_what_is_removed_is_not_shared_until_it_is_restored(library: Library) -> None:
    other = told("Other", OSH, who=JAPAROV)
    library.add(MINE, other)
    library.remove(other.article.id)
    assert library.shared(MINE) == Common()
    library.restore(other.article.id)
    assert [one.name for one in library.shared(MINE).places] == ["Osh"]


@pytest.mark.parametrize(
    ("place", "same"),
    [
        (replace(OSH, name="Och"), True),
        (replace(OSH, geonameid=2), False),
        (replace(OSH, geonameid=0), True),
        (replace(OSH, geonameid=0, country="UZ"), False),
    ],
)
def test_a_place_is_told_by_its_number_else_by_name_and_country(library: Library, place: Place, same: bool) -> None:
    library.add(told("Other", place))
    assert bool(library.shared(MINE).places) == same
    library.add(MINE)
    assert bool(library.shared(told("Other", place)).places) == same


def test_what_most_articles_have_comes_first_and_only_the_first_few(library: Library) -> None:
    places = [replace(OSH, geonameid=number, name=f"Town {number}") for number in range(1, 12)]
    library.add(*(told(f"Report {number}", *places[number:]) for number in range(10)))
    found = library.shared(told("Mine", *places)).places
    assert [(one.name, one.articles) for one in found] == [("Town 10", 10), ("Town 11", 10), *((f"Town {n}", n) for n in range(9, 3, -1))]
    assert all(len(one.latest) == 2 for one in found)


@pytest.mark.parametrize(
    ("who", "text", "shared"),
    [
        ("Police", "Police arrested a trader.", False),
        ("Rahmon", "On Monday Rahmon agreed.", True),
        ("mayor of Osh", "The mayor of Osh resigned.", False),
        ("Osh", "On Monday Osh agreed.", False),
        ("50", "On Monday 50 agreed.", False),
    ],
)
def test_only_who_has_a_name_is_shared_and_a_place_is_no_person(library: Library, who: str, text: str, shared: bool) -> None:
    library.add(told("Other", OSH, who=who, text=f"Elsewhere. {text}"))
    assert bool(library.shared(told("Mine", OSH, who=who, text=text)).people) == shared


def test_an_imported_timeline_is_an_article_too(library: Library) -> None:
    (timeline,) = imported(b"title,place,who\nA dam broke,Osh,Sadyr Japarov\n", "dams.csv").readings
    library.add(timeline, pipeline=IMPORTED)
    assert library.shared(MINE) == Common((Shared("Osh", 1, named(timeline)),), (Shared(JAPAROV, 1, named(timeline)),))
    library.add(MINE)
    assert library.shared(timeline) == Common((Shared("Osh", 1, named(MINE)),), (Shared(JAPAROV, 1, named(MINE)),))


def test_more_places_than_a_statement_takes_are_no_trouble(library: Library) -> None:
    library.add(told("Other", OSH))
    many = (replace(OSH, geonameid=number, name=f"Town {number}") for number in range(1, 2_000))
    assert [one.name for one in library.shared(told("Mine", OSH, OSH, *many)).places] == ["Osh"]


def test_an_older_library_is_asked_for_places_as_well(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.add(*(made_reading(number) for number in range(3)), told("Other", OSH))
    with library.writing() as connection:
        before = connection.execute(event_place.select().order_by(event_place.c.number)).all()
        event_place.drop(connection)
        connection.exec_driver_sql("UPDATE library SET version = 1")
    monkeypatch.setattr("viz.engine.library.migrations._AT_ONCE", 7)
    with library.writing() as connection:
        migrate(connection, library._backend, library.name)
        assert connection.execute(event_place.select().order_by(event_place.c.number)).all() == before
        assert connection.exec_driver_sql("SELECT version FROM library").scalar() == len(STEPS)
    assert [one.name for one in library.shared(MINE).places] == ["Osh"]

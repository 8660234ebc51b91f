"""Searching finds what looking at every event finds, in every database, whichever index leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.library.conftest import empty
from tests.engine.library.made import VOCABULARY, made_reading
from viz.engine.library import Library, Query, sqlite
from viz.engine.library.address import file_address
from viz.engine.library.query import Box
from viz.engine.library.search import scan
from viz.model import EventKind, Status

EVERYTHING = 100_000
DAYS = st.none() | st.dates(date(1989, 1, 1), date(2025, 1, 1))
DEGREES = st.tuples(st.integers(-180, 180), st.integers(-90, 90), st.integers(-180, 180), st.integers(-90, 90))


@st.composite
def queries(draw) -> Query:
    west, south, east, north = draw(DEGREES)
    box: Box = (west, min(south, north), east, max(south, north))
    some_articles = tuple(made_reading(number).article.id for number in draw(st.lists(st.integers(0, 29), max_size=2)))
    return Query(
        draw(st.sampled_from(["", "", VOCABULARY[0], VOCABULARY[0][:2], f"{VOCABULARY[0]} {VOCABULARY[1]}", "report", "kyzyl", "!!"])),
        draw(DAYS), draw(DAYS), draw(st.none() | st.just(box)), draw(st.sampled_from(["", "", "person 7", "PERSON 12", "12", "pers 3", "-"])),
        draw(st.none() | st.sampled_from(EventKind)), draw(st.none() | st.sampled_from(Status)), some_articles, EVERYTHING,
    )  # fmt: skip


@pytest.fixture(scope="module", params=["sqlite", "few", "postgres"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """600 events; "few" makes SQLite intersect its indexes as it would among a million."""
    url = file_address(Path(tmp_path_factory.mktemp("filled")) / "library.sqlite")
    if request.param == "postgres":
        url = request.getfixturevalue("server")
        empty(url)
    library = Library(url)
    library.add(*(made_reading(number) for number in range(30)))
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "few":
            patch.setattr(sqlite, "FEW", 3)
        yield library
    library.close()


@given(query=queries())
@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_indexes_find_what_a_scan_finds(filled: Library, query: Query) -> None:
    with filled.reading_from() as connection:
        assert connection is not None
        assert filled.search(query) == scan(connection, query)


def test_each_part_of_a_query_narrows(filled: Library) -> None:
    everything = filled.search(Query(limit=EVERYTHING))
    assert len(everything) == 600
    some = Query(start=date(2000, 1, 1), end=date(2010, 1, 1), box=(-90, -60, 90, 60), limit=EVERYTHING)
    found = filled.search(some)
    assert 0 < len(found) < 600
    for one in found:
        assert one.event.when is not None
        assert one.event.when.overlaps(some.start, some.end)
        assert one.event.where is not None
        assert -90 <= (one.event.where.place.lon or 0) <= 90
    kind = filled.search(replace(some, kind=EventKind.HEALTH))
    assert {one.event for one in kind} == {one.event for one in found if one.event.kind is EventKind.HEALTH}


def test_words_are_found_by_their_beginning_without_case_and_accents(filled: Library) -> None:
    event = made_reading(3).events[5]
    word = event.headline.split()[0]
    for typed in (word, word.upper(), word[:-1], "".join(f"{char}\u0301" for char in word)):
        assert event in [one.event for one in filled.search(Query(words=typed, limit=EVERYTHING))]


def test_a_box_may_cross_the_180th_meridian(filled: Library) -> None:
    found = filled.search(Query(box=(170, -90, -170, 90), limit=EVERYTHING))
    assert found
    assert all(abs(one.event.where.place.lon or 0) >= 170 for one in found if one.event.where)


def test_the_undated_come_last_and_are_in_no_range(filled: Library) -> None:
    everything = filled.search(Query(limit=EVERYTHING))
    undated = [one.event.when is None for one in everything]
    assert undated == sorted(undated)
    assert any(undated)
    assert not any(one.event.when is None for one in filled.search(Query(start=date(1900, 1, 1), limit=EVERYTHING)))


def test_a_limit_gives_the_first(filled: Library) -> None:
    assert filled.search(Query(limit=10)) == filled.search(Query(limit=EVERYTHING))[:10]

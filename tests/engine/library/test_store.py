"""Keeping, listing, reading back, removing: the same in SQLite, in memory and in Postgres."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tests.engine.export.test_archive import readings
from tests.engine.library.made import made_reading
from viz.engine.library import Library, Query
from viz.engine.library.schema import article
from viz.model import Article, Reading

TOLD = Article.of("A bridge opened in Osh.", title="A bridge", published=date(2021, 4, 30), source="The Paper")


def test_a_library_nobody_has_written_to_is_empty(library: Library) -> None:
    assert library.articles() == ()
    assert library.article("a") is None
    assert library.reading("a") is None
    assert library.search(Query(words="bridge")) == ()


def test_what_is_added_is_given_back_as_it_was(library: Library) -> None:
    readings = [made_reading(number) for number in range(3)]
    library.add(*readings, pipeline="1")
    assert [library.reading(one.article.id) for one in readings] == readings
    assert [library.article(one.article.id) for one in readings] == [one.article for one in readings]
    assert {entry.id: (entry.title, entry.events, entry.pipeline) for entry in library.articles()} == {
        one.article.id: (one.article.title, 20, "1") for one in readings
    }


def test_an_article_is_kept_before_anybody_has_read_it(library: Library) -> None:
    library.keep(TOLD)
    [entry] = library.articles()
    assert (entry.title, entry.source, entry.published, entry.events, entry.pipeline) == ("A bridge", "The Paper", date(2021, 4, 30), 0, "")
    assert library.article(TOLD.id) == TOLD
    assert library.reading(TOLD.id) is None


def test_the_latest_article_comes_first_and_the_same_one_counts_once(library: Library) -> None:
    other = Article.of("Another text.")
    for one in (TOLD, other, TOLD):
        library.keep(one)
    assert [entry.id for entry in library.articles()] == [other.id, TOLD.id]
    assert [entry.id for entry in library.articles(limit=1)] == [other.id]


def test_a_reading_is_only_good_for_the_program_that_made_it(library: Library) -> None:
    reading = made_reading(1)
    library.add(reading, pipeline="old")
    assert library.reading(reading.article.id, "new") is None
    fewer = replace(reading, events=reading.events[:2])
    library.add(fewer, pipeline="new")
    assert library.reading(reading.article.id, "new") == fewer
    assert [found.event for found in library.search(Query())] == sorted(fewer.events, key=in_order)


def test_another_publication_date_replaces_the_article(library: Library) -> None:
    library.keep(TOLD)
    library.keep(replace(TOLD, published=None))
    assert library.article(TOLD.id) == replace(TOLD, published=None)


def test_what_is_removed_is_gone_until_it_is_restored(library: Library) -> None:
    reading = made_reading(1)
    library.add(reading, pipeline="1")
    library.remove(reading.article.id)
    assert (library.articles(), library.reading(reading.article.id), library.search(Query())) == ((), None, ())
    library.restore(reading.article.id)
    assert library.reading(reading.article.id) == reading
    assert len(library.search(Query())) == 20


def test_adding_again_brings_back_what_was_removed(library: Library) -> None:
    library.keep(TOLD)
    library.remove(TOLD.id)
    library.keep(TOLD)
    assert len(library.articles()) == 1


def test_all_of_several_readings_are_added_or_none(library: Library) -> None:
    good, same_twice = made_reading(1), made_reading(2)
    broken = replace(same_twice, article=replace(same_twice.article, id=None))  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r"library|NoneType"):
        library.add(good, broken)
    assert library.articles() == ()


def test_a_reading_of_another_shape_is_read_again(library: Library) -> None:
    reading = made_reading(1)
    library.add(reading, pipeline="1")
    with library.writing() as connection:
        connection.execute(article.update().values(reading='{"dates": []}'))
    assert library.reading(reading.article.id) is None


@given(reading=readings())
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_reading_survives(library: Library, reading: Reading) -> None:
    reading = replace(reading, article=replace(reading.article, id="one"))
    reading = replace(reading, events=tuple(replace(event, article_id="one") for event in reading.events))
    library.add(reading, pipeline="1")
    assert library.reading("one") == reading
    assert [found.event for found in library.search(Query())] == list(reading.events)


def in_order(event):
    when = event.when
    return (when is None, (when.earliest or date.min) if when else date.min)

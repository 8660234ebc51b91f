"""What was imported is what the file told: another publication date, another version and a removal change nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from viz.engine import imports
from viz.engine.corrections import Field, correct, quote_of
from viz.engine.library import Library
from viz.engine.library.address import file_address
from viz.engine.library.schema import article
from viz.errors import LibraryError
from viz.model import Article, Reading
from viz.pages import header, shelf
from viz.settings import settings

FILE = b"title,date,place\nA dam broke on Monday,2021-05-03,Osh\nIt rained,2021-05,\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    made = Library(file_address(tmp_path / "library.sqlite"))
    monkeypatch.setattr(shelf, "library", lambda: made)
    shelf._told.clear()
    yield made
    made.close()


@pytest.fixture
def dams(library: Library) -> Reading:
    (reading,) = imports.read(FILE, "dams.csv").readings
    shelf.take(reading)
    return reading


def test_it_is_shown_as_the_file_told_it_whatever_the_publication_date(dams: Reading) -> None:
    found = shelf.find(dams.article.id, date(1999, 1, 1))
    assert found == dams.article
    assert shelf.reading_so_far(replace(found, published=date(1999, 1, 1)), settings()) == (dams, None)
    assert shelf.whole(dams.article.id) == dams
    assert shelf.unread() == []


def test_it_is_counted_by_its_events(dams: Reading) -> None:
    assert header.counts(dams) == "2 events, 2 dates, 1 place"
    assert header.counts(dams, shown=2) == "2 events, 2 dates, 1 place"
    assert header.counts(dams, shown=1) == "1 of 2 events, 2 dates, 1 place"
    assert header.articles([True]) == "1 timeline"
    assert header.articles([False, True, False]) == "2 articles, 1 timeline"
    assert header.articles([]) == "0 articles"


def test_what_is_taken_again_replaces_it(dams: Reading) -> None:
    assert shelf.whole(dams.article.id) == dams
    (other,) = imports.read(FILE, "dams.csv", columns={"when": ""}).readings
    shelf.take(other)
    assert shelf.whole(dams.article.id) == other


def test_a_correction_made_after_a_removal_leaves_it_a_timeline(dams: Reading, library: Library) -> None:
    library.remove(dams.article.id)
    event = dams.events[0]
    shelf.save(dams, correct((), dams.article.id, Field.HEADLINE, "A dam gave way", quote_of(dams.article.text, *event.trigger), event=event.id))
    assert shelf.is_imported(dams.article.id)
    corrected = shelf.whole(dams.article.id)
    assert corrected is not None
    assert corrected.events[0].headline == "A dam gave way"
    assert corrected.events[0].when == event.when


def test_one_of_another_shape_is_asked_for_again_and_not_read_as_prose(dams: Reading, library: Library) -> None:
    with library.writing() as connection:
        connection.execute(update(article).values(reading="{}"))
    with pytest.raises(LibraryError, match="import its file again"):
        shelf.whole(dams.article.id)


def test_an_article_is_no_timeline(library: Library) -> None:
    told = Article.of("It rained in Osh.")
    assert not shelf.is_imported(told.id)
    library.keep(told)
    assert not shelf.is_imported(told.id)
    assert shelf.unread() == [told.id]


def test_a_publication_date_is_kept_with_what_was_added_and_only_tried_on_the_examples(library: Library, dams: Reading) -> None:
    added = Article.of("A bridge in Osh fell on Monday.", title="A bridge")
    library.keep(added)
    assert shelf.publish(added.id, date(2021, 5, 4))
    assert shelf.find(added.id, None) == replace(added, published=date(2021, 5, 4))
    assert shelf.publish(added.id, None)
    assert shelf.find(added.id, None) == added
    for other in (dams.article.id, shelf.bundled()[0].id, "nobody"):
        assert not shelf.publish(other, date(2021, 5, 4))

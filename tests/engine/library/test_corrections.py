"""Corrections in the library: kept as a log, found by what they say, and still there after a new reading."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from tests.engine.corrections.report import OPENED, OSH, TEXT, report
from viz.engine.corrections import Correction, Field, correct, quote_of, settle
from viz.engine.library import Library, Query
from viz.model import Where

READING = report()
SPAN = (TEXT.index(OPENED), TEXT.index(OPENED) + len(OPENED))


def headline(words: str) -> Correction:
    return correct((), READING.article.id, Field.HEADLINE, words, quote_of(TEXT, *SPAN))


def test_what_is_recorded_is_given_back_and_found(library: Library) -> None:
    library.add(READING, pipeline="1")
    made = (headline("Ribbon cut"), correct((), READING.article.id, Field.WHERE, Where(OSH), quote_of(TEXT, *SPAN)))
    library.record(*made)
    assert library.corrections(READING.article.id) == made
    [found] = library.search(Query(words="ribbon"))
    assert found.event.where is not None
    assert found.event.where.place == OSH
    assert library.reading(READING.article.id) == READING


def test_a_new_reading_keeps_the_corrections(library: Library) -> None:
    library.add(READING, pipeline="1")
    library.record(headline("Ribbon cut"))
    library.add(replace(READING, events=READING.events[:1]), pipeline="2")
    assert [one.event.headline for one in library.search(Query())] == ["Ribbon cut"]


def test_an_article_can_be_corrected_before_it_is_kept(library: Library) -> None:
    library.record(headline("Ribbon cut"))
    library.add(READING)
    assert len(library.search(Query(words="ribbon"))) == 1


def test_the_same_entry_is_kept_once(library: Library) -> None:
    one = headline("Ribbon cut")
    library.record(one)
    library.record(one, headline("Another"))
    assert len(library.corrections(READING.article.id)) == 2


@pytest.mark.parametrize("library", ["sqlite", "postgres"], indirect=True)
def test_two_people_who_save_at_once_are_both_kept(library: Library) -> None:
    library.add(READING, pipeline="1")
    start = threading.Barrier(2)

    def save(words: str) -> None:
        start.wait()
        library.record(headline(words))

    people = [threading.Thread(target=save, args=(words,)) for words in ("Ribbon cut", "Bridge blessed")]
    for one in people:
        one.start()
    for one in people:
        one.join()
    [conflict] = settle(READING, library.corrections(READING.article.id)).conflicts
    assert {one.value for one in conflict.corrections} == {"Ribbon cut", "Bridge blessed"}
    assert len(library.search(Query(words="ribbon")) + library.search(Query(words="blessed"))) == 1

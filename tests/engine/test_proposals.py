"""What is proposed of a draft: metadata and text together, best first, hints never filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from viz.engine.proposals import first_day, proposed_days, proposed_language
from viz.engine.unasked import read_unasked
from viz.errors import InputError
from viz.reading import Draft, Told, Trust
from viz.reading.draft import NOTHING

DATELINE = "BISHKEK, April 30, 2021 - Kyrgyzstan opened a bridge on Friday."
UNSURE = "BISHKEK, April 30 - Kyrgyzstan opened a road in 2020."
STATED = Told(date(2021, 5, 1), "A tag says so.")
ADDRESS = Told(date(2021, 5, 2), "The address says so.", Trust.DERIVED)
MADE = Told(date(2024, 1, 1), "The file was made then.", Trust.HINT)


def draft(text: str, *published: Told[date], language: Told[str] = NOTHING) -> Draft:
    return Draft("story", text, Told("A story", ""), language=language, published=published)


def test_what_the_source_states_comes_before_what_its_text_states_and_then_the_address() -> None:
    days = proposed_days(draft(DATELINE, STATED, ADDRESS, MADE))
    assert [told.value for told in days] == [date(2021, 5, 1), date(2021, 4, 30), date(2021, 5, 2), date(2024, 1, 1)]
    assert first_day(days) == STATED


def test_a_dateline_that_settles_its_day_is_offered_with_its_reasons() -> None:
    first = first_day(proposed_days(draft(DATELINE, MADE)))
    assert first is not None
    assert (first.value, first.origin) == (date(2021, 4, 30), "«April 30, 2021» stands where an article gives its own date.")


def test_likely_days_and_file_dates_are_hints() -> None:
    days = proposed_days(draft(UNSURE, MADE))
    assert {told.trust for told in days} == {Trust.HINT}
    assert days[0].value == date(2024, 1, 1)
    assert first_day(days) is None


def test_a_text_that_tells_nothing_gets_nothing() -> None:
    assert proposed_days(draft("It rained in Osh. Nobody was hurt.")) == ()


@pytest.mark.parametrize(
    ("text", "tag", "language"),
    [
        ("The president of the country said that the bridge was open to all.", "fr", "en"),
        ("Le président est arrivé à Och et les habitants de la ville ont vu le pont.", "en", "fr"),
        ("Le président est arrivé à Och et les habitants de la ville ont vu le pont.", "", "fr"),
        ("Dushanbe 3", "tg", "tg"),
        ("It rained.", "", "en"),
    ],
)
def test_words_count_for_more_than_a_tag(text: str, tag: str, language: str) -> None:
    told = proposed_language(draft(text, language=Told(tag, "A tag.") if tag else NOTHING))
    assert told.value == language
    assert told.origin


def test_unasked_takes_what_is_stated_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 2021-05-01\n---\nIt rained on Friday.")
    (tmp_path / "b.txt").write_text(UNSURE)
    (tmp_path / "c.txt").write_text(f"{UNSURE}  ")
    read = read_unasked([str(tmp_path / name) for name in ("a.md", "b.txt", "c.txt", "d.txt", "e.txt")], None)
    assert [article.published for article in read.articles] == [date(2021, 5, 1), None]
    assert [note[:30] for note in read.notes] == ["a.md: publication date 2021-05", "b.txt: no sure publication dat", "c.txt: the same text as “Kyrgy"]
    assert isinstance(read.refusal, InputError)
    assert str(read.refusal).startswith("2 sources could not be read. There is no file")


def test_a_date_that_is_given_overrides_what_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DATELINE)
    read = read_unasked([str(tmp_path / "a.txt")], date(2020, 1, 1))
    assert ([article.published for article in read.articles], read.notes) == ([date(2020, 1, 1)], ())

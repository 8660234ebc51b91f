"""The flow as a whole: what a reading holds, and what it says when something is missing."""

from datetime import date

import pytest

from viz.engine.pipeline import read, skim, timeline
from viz.model import Article
from viz.reading import bundled
from viz.settings import Settings


def test_without_the_grammar_model_it_says_so_once_and_still_reads() -> None:
    reading = read(bundled()[0], Settings(model="none"))
    assert len(reading.notes) == 1
    assert "none" in reading.notes[0]
    assert len(reading.events) >= 5


def test_another_language_is_named_and_its_absolute_dates_are_read() -> None:
    text = "Бишкек. Выборы президента пройдут 15 октября 2017 года, сообщила Центральная избирательная комиссия страны."
    reading = read(Article.of(text, published=date(2017, 9, 20)))
    assert [mention.value for mention in reading.dates] == ["2017-10-15"]
    assert reading.article.language == "ru"
    assert reading.notes != ()


def test_the_brackets_of_tokenizers_are_brackets() -> None:
    text = "osh -lrb- afp -rrb- - a boat capsized in batken on friday ."
    (event,) = read(Article.of(text, published=date(2021, 6, 16))).events
    assert event.headline == "A boat capsized in Batken"
    assert text[slice(*event.trigger)].startswith("capsized")


def test_relative_dates_follow_the_publication_date() -> None:
    text = bundled()[0].text
    values = {mention.text: mention.value for mention in skim(Article.of(text, published=date(2018, 9, 19))).dates}
    assert values["oct. 15"] == "2018-10-15"
    assert values["last month"] == "2018-08"


def test_ids_survive_a_change_of_the_publication_date() -> None:
    text = bundled()[0].text
    ids = [{event.id for event in read(Article.of(text, published=date(year, 9, 20))).events} for year in (2017, 2018)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize("text", ["It rained.", "", "   ", "Talks opened in Osh on Monday."])
def test_without_a_publication_date_nothing_relative_is_dated(text: str) -> None:
    assert [mention.when for mention in read(Article.of(text)).dates if mention.when] == []


def test_one_timeline_of_several_articles() -> None:
    assert len(timeline(bundled()[:2]).readings) == 2

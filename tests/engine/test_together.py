"""Several readings as one: every mention at its words, each story once, its sources and disagreements named."""

from __future__ import annotations

from datetime import date

from viz.engine.export import DATA_FORMATS, archive
from viz.engine.pipeline import read
from viz.engine.together import SEPARATOR, together
from viz.model import Article, Reading, Timeline
from viz.settings import Settings

FIRE = "OSH, May 4 - A fire destroyed the central market in Osh on 3 May 2019. The mayor of Osh visited Batken on 4 May 2019."
ALSO = "BISHKEK, May 5 - A fire destroyed the central market in Osh on 2 May 2019. Police arrested a trader in Bishkek on 5 May 2019."


def reading(text: str, title: str, published: date) -> Reading:
    return read(Article.of(text, title=title, published=published, source="The Post"), Settings(model="none"))


ONE = reading(FIRE, "Fire in Osh", date(2019, 5, 4))
OTHER = reading(ALSO, "Market burns", date(2019, 5, 5))


def test_the_same_story_is_one_event_with_both_sources_and_their_disagreement() -> None:
    merged = together([OTHER, ONE])
    told = [event for event in merged.events if "fire destroyed" in event.headline.lower()]
    assert len(told) == 1
    assert told[0].source == "The Post (Fire in Osh); The Post (Market burns)"
    assert len(merged.events) == len(ONE.events) + len(OTHER.events) - 1
    [alarm] = [alarm for alarm in merged.alarms if alarm.kind == "reports disagree"]
    assert alarm.events == (told[0].id,)
    assert alarm.message == "Reports disagree about the date. Fire in Osh: 2019-05-03; Market burns: 2019-05-02."


def test_every_span_is_at_the_words_it_was_at() -> None:
    merged = together([ONE, OTHER])
    text = merged.article.text
    assert [mention.text for mention in merged.dates] == [mention.text for one in (ONE, OTHER) for mention in one.dates]
    assert [text[one.start : one.end] for one in merged.places] == [one.text for one in merged.places]
    words = {event.headline: one.article.text[slice(*event.trigger)] for one in (ONE, OTHER) for event in one.events}
    assert [text[slice(*event.trigger)] for event in merged.events] == [words[event.headline] for event in merged.events]
    assert [text[slice(*span)] for event in merged.events for span in event.also] == ["destroyed"]


def test_the_order_of_the_articles_does_not_matter_and_the_same_one_counts_once() -> None:
    assert together([ONE, OTHER, ONE]) == together([OTHER, ONE])
    assert together([ONE, OTHER]).article.id == f"{ONE.article.id}{SEPARATOR}{OTHER.article.id}"
    assert together([ONE, OTHER]).article.title == "Fire in Osh, and 1 more"


def test_it_can_be_exported_as_any_reading() -> None:
    timeline = Timeline((together([ONE, OTHER]),))
    assert archive.read(archive.write(timeline)) == timeline
    assert all(form.write(timeline) for form in DATA_FORMATS.values())

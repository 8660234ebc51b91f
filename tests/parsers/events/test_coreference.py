from datetime import date

import pytest

from viz.engine.pipeline import read, skim
from viz.model import Article, Event
from viz.parsers.events import load_grammar
from viz.parsers.events.assembly import Survey, mentions, people_of, read_sentences
from viz.parsers.events.coreference import Mention, belief, is_akin, weights
from viz.parsers.places.gazetteer import default_gazetteer
from viz.settings import Settings


def told(text: str) -> dict[str, Mention]:
    """Every predicate of a text as a mention of an event, by its word."""
    article = Article.of(text, published=date(2021, 6, 16))
    skimmed = skim(article)
    sentences = read_sentences(article, skimmed.places, load_grammar(Settings().model))
    survey = Survey(article, sentences, skimmed.dates, skimmed.places, default_gazetteer())
    rated = survey.candidates([1.0] * len(survey.predicates), 0.5, {})
    found = mentions(article, rated, people_of(sentences, skimmed.places))
    return {predicate.token.word: (event, predicate) for event, predicate in found}


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("Gunmen killed a judge in Bishkek on Monday. The killing was condemned on Tuesday.", "killed", "killing"),
        ("Gunmen murdered a judge in Osh on Monday. The murder was condemned on Tuesday.", "murdered", "murder"),
    ],
)
def test_a_noun_that_takes_up_a_verb_is_the_same_event(text: str, one: str, two: str) -> None:
    found = told(text)
    same = belief(found[one], found[two], weights())
    assert is_akin(found[one][1], found[two][1], weights())
    text = text.replace("The ", "Another ")
    found = told(text)
    assert belief(found[one], found[two], weights()) < same


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("Gunmen killed a judge in Bishkek on Monday. The election was condemned on Tuesday.", "killed", "election"),
        ("A bus crashed in Osh on Monday. A train stopped on Tuesday.", "crashed", "stopped"),
    ],
)
def test_words_of_different_things_are_not_even_asked(text: str, one: str, two: str) -> None:
    found = told(text)
    assert not is_akin(found[one][1], found[two][1], weights())


def events(text: str) -> list[Event]:
    return list(read(Article.of(text, published=date(2021, 6, 16))).events)


def test_a_second_ferry_is_another_one() -> None:
    text = "A ferry capsized near Balykchy on Sunday. Nine people died. A second ferry capsized near Osh on Monday."
    assert [event.headline for event in events(text) if "capsized" in event.headline] == [
        "A ferry capsized near Balykchy",
        "A second ferry capsized near Osh",
    ]

"""Bodies and where they sit."""

from datetime import date

import pytest

from viz.engine.pipeline import skim
from viz.model import Article
from viz.parsers.events import load_grammar
from viz.parsers.events.assembly import Survey, read_sentences
from viz.parsers.events.bodies import bodies
from viz.parsers.places.gazetteer import default_gazetteer
from viz.settings import Settings


def ways(text: str, word: str) -> dict[str, set[str]]:
    """The groups of ways in which each place was found for a predicate."""
    article = Article.of(text, published=date(2021, 6, 16))
    skimmed = skim(article)
    sentences = read_sentences(article, skimmed.places, load_grammar(Settings().model))
    survey = Survey(article, sentences, skimmed.dates, skimmed.places, default_gazetteer())
    asked = next(p for p in survey.predicates if text[p.start : p.end] == word)
    answers = survey.atlas.answers(asked, ())
    return {spot.where.place.name if spot.where else "": spot.groups for spot, _ in answers}


@pytest.mark.parametrize(
    ("text", "word", "seat"),
    [
        ("The Security Council voted on the border on Monday.", "voted", "New York City"),
        ("The U.N. Security Council voted on the border on Monday.", "voted", "New York City"),
        ("The Pentagon confirmed the loss of a drone.", "confirmed", "Washington"),
        ("The European Commission fined the firm.", "fined", "Brussels"),
    ],
)
def test_a_body_is_at_its_seat(text: str, word: str, seat: str) -> None:
    assert "body" in ways(text, word)[seat]


def test_a_parliament_without_a_country_is_that_of_the_article() -> None:
    found = ways("Kyrgyzstan is poor. Osh lies in Kyrgyzstan. Parliament passed the bill on Monday.", "passed")
    assert "actor national seat" in found["Bishkek"]


def test_every_seat_is_a_place_of_the_gazetteer() -> None:
    gazetteer = default_gazetteer()
    assert [number for number in bodies().seats.values() if gazetteer.place(number) is None] == []


@pytest.mark.parametrize(
    ("text", "word", "group"),
    [
        ("The Justice Department sued on Monday. The department argued that it must.", "argued", "body"),
        ("The Supreme Court met in Kansas on Monday. The court upheld a law.", "upheld", "actor national seat"),
    ],
)
def test_a_body_called_by_its_last_word_is_at_its_seat(text: str, word: str, group: str) -> None:
    assert group in ways(text, word)["Washington"]


def test_the_court_is_no_one_of_several() -> None:
    text = "The Supreme Court met in Kansas. The district court sat as well. The court upheld a law."
    assert "Washington" not in ways(text, "upheld")

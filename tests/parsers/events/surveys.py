"""Every possible event of a text with its place, whether or not it is told."""

from datetime import date

from viz.engine.pipeline import skim
from viz.model import Article
from viz.parsers.events import load_grammar
from viz.parsers.events.assembly import Candidate, Survey, read_sentences
from viz.parsers.events.ranker import ranks
from viz.parsers.places.gazetteer import default_gazetteer
from viz.settings import Settings


def surveyed(text: str) -> Survey:
    """A text as read on 16 June 2021, with the shipped gazetteer and grammar."""
    article = Article.of(text, published=date(2021, 6, 16))
    skimmed = skim(article)
    sentences = read_sentences(article, skimmed.places, load_grammar(Settings().model))
    return Survey(article, sentences, skimmed.dates, skimmed.places, default_gazetteer())


def candidates(text: str) -> dict[str, Candidate]:
    """By the word, placed by the shipped weights."""
    survey = surveyed(text)
    rated = survey.candidates([1.0] * len(survey.predicates), 0.5, ranks()["where"])
    return {candidate.predicate.token.word: candidate for candidate, _ in rated}


def ways(text: str, word: str) -> dict[str, set[str]]:
    """The groups of ways in which each place was found for a predicate."""
    survey = surveyed(text)
    asked = next(p for p in survey.predicates if text[p.start : p.end] == word)
    answers = survey.atlas.answers(asked, ())
    return {spot.where.place.name if spot.where else "": spot.groups for spot, _ in answers}

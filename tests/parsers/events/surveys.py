"""Every possible event of a text with its place, whether or not it is told."""

from datetime import date

from viz.engine.pipeline import skim
from viz.model import Article
from viz.parsers.events import load_grammar
from viz.parsers.events.assembly import Candidate, Survey, read_sentences
from viz.parsers.events.ranker import ranks
from viz.parsers.places.gazetteer import default_gazetteer
from viz.settings import Settings


def candidates(text: str) -> dict[str, Candidate]:
    """By the word, as read on 16 June 2021 with the shipped weights."""
    article = Article.of(text, published=date(2021, 6, 16))
    skimmed = skim(article)
    sentences = read_sentences(article, skimmed.places, load_grammar(Settings().model))
    survey = Survey(article, sentences, skimmed.dates, skimmed.places, default_gazetteer())
    rated = survey.candidates([1.0] * len(survey.predicates), 0.5, ranks()["where"])
    return {candidate.predicate.token.word: candidate for candidate, _ in rated}

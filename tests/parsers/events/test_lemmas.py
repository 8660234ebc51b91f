"""Lemmas kept word by word are those spaCy gives in the sentence."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from spacy.util import load_model_from_path

from viz.engine.pipeline import read
from viz.model import Article
from viz.parsers.events import grammar
from viz.parsers.events.lemmas import Lemmas
from viz.reading import bundled
from viz.settings import Settings


@pytest.fixture(scope="module")
def pipeline() -> spacy.Language:
    folder = grammar._folder(Settings().model)
    assert folder is not None
    return load_model_from_path(folder, exclude=["ner", "senter"])


def test_a_word_has_the_lemma_it_has_in_its_sentence(pipeline: spacy.Language) -> None:
    lemmas = Lemmas(pipeline)
    words = [word for article in bundled() for word in pipeline(article.text) if not word.is_space]
    assert len(words) > 2000
    wrong = [word for word in words if lemmas.of(word.text, word.tag_, word.dep_) != word.lemma_.lower()]
    assert not wrong


def test_a_pipeline_without_rules_runs_whole(pipeline: spacy.Language) -> None:
    assert Lemmas.serve(pipeline)
    assert not Lemmas.serve(spacy.blank("en"))


def test_a_grammar_that_has_met_many_words_is_loaded_anew() -> None:
    model = Settings().model
    first = grammar.load_grammar(model)
    assert first is not None
    before = first.learned
    read(Article.of("Qyzarbek Vlodimov left Xanthurgan.", published=date(2020, 5, 1)))
    assert first.learned > before
    grammar.relieve(model, most=first.learned)
    assert grammar.load_grammar(model) is first
    grammar.relieve(model, most=first.learned - 1)
    again = grammar.load_grammar(model)
    assert again is not None
    assert again is not first
    assert again.learned == 0


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("hoped", "VBD", "hope"),
        ("hopped", "VBD", "hop"),
        ("fined", "VBN", "fine"),
        ("barred", "VBN", "bar"),
        ("rating", "VBG", "rate"),
        ("bogged", "VBN", "bog"),
        ("planned", "VBD", "plan"),
        ("vetoed", "VBD", "veto"),
        ("visited", "VBD", "visit"),
    ],
)
def test_spelling_tells_which_verb_a_form_is_of(pipeline: spacy.Language, word: str, tag: str, lemma: str) -> None:
    assert Lemmas(pipeline).of(word, tag, "ROOT") == lemma

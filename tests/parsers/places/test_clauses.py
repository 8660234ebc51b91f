"""The verbs about a name, as features that a scorer can weigh."""

from __future__ import annotations

import pytest

from viz.parsers.places.clauses import tense
from viz.parsers.places.document import read_document
from viz.parsers.places.gazetteer import default_gazetteer
from viz.parsers.places.roles import features
from viz.parsers.places.scorer import Features


def told(text: str, name: str) -> Features:
    document = read_document(text, default_gazetteer())
    candidate = next(found for found in document.found if found.key == name)
    return features(document, candidate, default_gazetteer().place_at(candidate.links[0][0]))


@pytest.mark.parametrize(
    ("word", "form"),
    [("stood", "past"), ("agreed", "past"), ("united", ""), ("has", "aux"), ("says", "pres"), ("building", "ing")],
)
def test_forms_of_verbs(word: str, form: str) -> None:
    assert tense(word) == form


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Estonia recalled its envoy.", "recalled"),
        ("Estonia, which has no tanks, recalled its envoy.", "recalled"),
        ("Estonia and Latvia have not recalled their envoys.", "recalled"),
        ("estonia , which has no tanks , recalled its envoy .", "recalled"),
    ],
)
def test_what_a_name_is_the_subject_of(text: str, verb: str) -> None:
    assert f"subject does {verb}" in told(text, "estonia")


@pytest.mark.parametrize("text", ["Estonia", "Estonia, which has no tanks.", "The envoy left for Estonia."])
def test_a_name_need_not_be_a_subject(text: str) -> None:
    assert not [name for name in told(text, "estonia") if name.startswith("subject does")]


def test_the_first_verb_of_the_sentence() -> None:
    found = told("It rained. Nurses marched through Riga and sang.", "riga")
    assert "main marched" in found
    assert "main past left" in found


def test_the_tense_about_a_preposition() -> None:
    found = told("Two reactors in Finland were stopped.", "finland")
    assert {"tense in after none", "tense in after none before aux", "tense in hangs plural"} <= found.keys()
    assert "tense in after opens" in told("In Finland nobody voted.", "finland")

"""Which predicates are events: a small linear model over readable features, its weights in `weights.json`.

Grammar finds some four predicates for each event a reader would put on a timeline; what sorts them is many weak signs
together (class of the verb, tense, subject, date, position), so their weights are learned, by `data/train_events.py`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from viz.model import DateMention, PlaceMention, Status
from viz.parsers.events.accounts import REPORTING
from viz.parsers.events.claims import Claim
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import TOLD, Predicate, Tense
from viz.parsers.events.syntax import Token

ARRANGING = frozenset("schedule set plan slate expect fix call due".split())
"""Verbs that arrange something for a day."""
ANOTHER = frozenset("another other second third fourth further separate new".split())
"""What stands before a noun that is not the one told of before."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the features of one predicate may look at beside itself."""

    lexicon: Lexicon
    claim: Claim
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    siblings: Sequence[Predicate]
    sentences: int
    dated_siblings: int
    seen: frozenset[str]
    echoes: int
    naming: str


def features(predicate: Predicate, context: Context) -> frozenset[str]:
    """The names of the features that hold for a predicate, but for the words it goes with."""
    return frozenset((*_form(predicate), *_meaning(predicate, context), *_surroundings(predicate, context)))


def _form(predicate: Predicate) -> Iterator[str]:
    token = predicate.token
    part = "noun" if predicate.noun else "verb"
    yield part
    yield f"{part} dep {token.dep}"
    if predicate.noun:
        yield "plural noun" if token.tag == "NNS" else "singular noun"
        determiner = token.child("det", "poss")
        article = determiner.lemma if determiner and determiner.dep == "det" else "poss" if determiner else "none"
        yield f"determiner {article}"
        if token.head.dep == "prep" or token.dep == "pobj":
            yield f"under {token.head.lemma}" if token.head.lemma in _PREPOSITIONS else "under other"
        yield f"noun {'with' if any(c.dep == 'prep' and c.lemma == 'of' for c in token.children) else 'without'} of"
        yield f"noun {'bare' if token.child('amod', 'compound', 'nummod') is None else 'with modifiers'}"
        return
    yield f"tense {predicate.tense}"
    if predicate.passive:
        yield "passive"
        yield f"passive {predicate.tense}"
    if predicate.negated:
        yield "negated"
    yield f"subject {_sort(predicate.subject)}"
    yield f"object {_sort(predicate.object)}"
    yield f"{token.dep} {predicate.tense}"
    yield f"verb children {min(sum(child.dep != 'punct' for child in token.children), 5)}"


_PREPOSITIONS = frozenset("of in after before during since for to from with by on about at".split())


def _sort(token: Token | None) -> str:
    """What kind of word fills a role."""
    if token is None:
        return "none"
    if token.is_name:
        return "name"
    if token.tag in ("PRP", "WP", "WDT", "EX", "DT"):
        return "it" if token.lemma == "it" else "first person" if token.lemma in ("I", "i", "we", "you") else "pronoun"
    return "plural" if token.tag == "NNS" else "noun" if token.is_noun else "other"


def _meaning(predicate: Predicate, context: Context) -> Iterator[str]:
    lexicon, claim = context.lexicon, context.claim
    part = "noun" if predicate.noun else "verb"
    classes = (lexicon.nouns if predicate.noun else lexicon.verbs).get(predicate.lemma, ())
    if not classes and "-" in predicate.lemma:
        classes = lexicon.verbs.get(predicate.lemma.split("-")[0], ())
    yield from (f"{part} class {name}" for name in classes)
    if not classes:
        yield f"{part} class none"
    if (
        not predicate.noun
        and any(name in _HARD for name in classes)
        and predicate.tense in TOLD
    ):
        yield "hard news in the past"
    if not predicate.noun and lexicon.is_verb(predicate.lemma, *REPORTING):
        inner = any(child.dep == "ccomp" for child in predicate.token.children)
        yield f"reporting {'with' if inner else 'without'} content"
        if predicate.lemma in ("say", "tell", "add"):
            yield "plain say"
            if context.dates:
                yield "plain say with date"
    yield f"{part} lemma {predicate.lemma}"
    if predicate.object is not None and any(word.tag == "CD" for word in predicate.object.subtree()):
        yield "object with number"
    yield f"status {claim.status}"
    if claim.status is Status.DENIED and not predicate.negated:
        yield "denied by somebody"
    if claim.reporter is not None:
        yield "inside an account"
        yield f"inside an account {predicate.tense}"
    governor = predicate.governor
    if governor is not None:
        sort = (
            "noun"
            if governor.noun
            else "say"
            if lexicon.is_verb(governor.lemma, "say", "claim")
            else "state"
            if lexicon.is_verb(governor.lemma, "state")
            else "act"
        )
        yield f"{part} governed by {sort}"
    if len(predicate.words) > 1:
        yield "trigger of two words"


_HARD = frozenset(("conflict", "protest", "justice", "election", "disaster", "office", "diplomacy", "health"))


def _surroundings(predicate: Predicate, context: Context) -> Iterator[str]:
    sentence = predicate.sentence
    part = "noun" if predicate.noun else "verb"
    if context.dates:
        yield "has a date"
        yield f"{part} has a date"
    elif context.dated_siblings:
        yield "another has the date"
        if _is_arranged(predicate):
            yield "arranged for a day"
    if context.places:
        yield f"{part} has a place"
    if context.naming:
        yield f"{part} {context.naming} place"
    yield f"{part} told {min(context.echoes, 2)} more"
    if sentence.title:
        yield "in the title"
    if sentence.in_quotes(predicate.token):
        yield "in quotes"
    yield f"sentence {min(sentence.index, 3)}" if sentence.index < 3 else "sentence later"
    if sentence.index * 2 > context.sentences:
        yield "second half"
    yield f"siblings {min(len(context.siblings), 5)}"
    if context.siblings and context.siblings[0] is predicate:
        yield "first of its sentence"
    if any(child.lemma in ANOTHER for child in predicate.token.children if predicate.noun):
        yield "another one"
    elif predicate.lemma in context.seen:
        yield f"{part} seen before"
    if not predicate.noun and predicate.tense is Tense.PAST and predicate.token.is_root and not context.claim.reporter:
        yield "past at the root"


def company(predicate: Predicate) -> Iterator[str]:
    """The words a predicate goes with: "kept" a record or a secret, what is said of a "talk", a "visit" or a "look"."""
    token, part = predicate.token, "noun" if predicate.noun else "verb"
    over = predicate.governor.lemma if predicate.governor is not None else "nothing"
    subject = predicate.subject.lemma.lower() if predicate.subject is not None else "nobody"
    done_to = predicate.object.lemma.lower() if predicate.object is not None else "nothing"
    yield f"over it {over}"
    yield f"{part} {token.dep} of {over}"
    yield f"who {subject}"
    yield f"what {done_to}"
    yield f"{predicate.lemma} {done_to}"
    yield f"{subject} {predicate.lemma}"
    yield f"form {token.tag} {token.dep}"
    for child in token.children:
        yield f"{part} with {child.dep}"
        if child.dep == "prep":
            yield f"{part} {child.lemma} it"


def _is_arranged(predicate: Predicate) -> bool:
    """Whether the verb over a noun arranges it: "another march is planned for Saturday"."""
    over = predicate.governor
    passive = predicate.noun and predicate.token.dep == "nsubjpass"
    return passive and over is not None and over.lemma in ARRANGING


def score(found: frozenset[str], weights: dict[str, float]) -> float:
    """The probability that a predicate with these features is an event."""
    total = weights.get("bias", 0.0) + math.fsum(weights.get(name, 0.0) for name in found)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def weights() -> dict[str, float]:
    """The learned weights by feature."""
    text = files("viz.parsers.events").joinpath("weights.json").read_text(encoding="utf-8")
    return {str(name): float(value) for name, value in json.loads(text)["weights"].items()}


@cache
def threshold() -> float:
    """The probability from which on a predicate counts as an event."""
    return float(
        json.loads(files("viz.parsers.events").joinpath("weights.json").read_text(encoding="utf-8"))["threshold"]
    )


def is_told_as_done(predicate: Predicate) -> bool:
    """Whether a verb tells something as done, and arranges nothing: "collapsed", "called for calm", but not "called a
    meeting", "was set"."""
    if predicate.noun or predicate.tense not in TOLD or predicate.lemma == "be":
        return False
    asks = predicate.lemma == "call" and predicate.token.child("dobj", "nsubjpass") is None
    return asks or predicate.lemma not in ARRANGING

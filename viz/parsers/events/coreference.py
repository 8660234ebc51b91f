"""Whether two mentions tell of one event: "kidnappers killed him", "the slaying", "his death".

Many weak signs together (the words, what stands before the noun, who takes part, time, distance) with learned
weights, like the choice of events and places; `data/train_events.py` learns them from mentions annotated as one event.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from viz.model import Event
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Token

Mention = tuple[Event, Predicate]
_FAR = (0, 1, 2, 4, 8, 16)
_STEM = 4  # letters that tell a family of words
_NEAR = 7  # words


@cache
def weights() -> Mapping[str, float]:
    """The learned weight of each sign, and "bias"."""
    text = files("viz.parsers.events").joinpath("mentions.json").read_text(encoding="utf-8")
    return {str(sign): float(weight) for sign, weight in json.loads(text).items()}


def belief(one: Mention, two: Mention, table: Mapping[str, float]) -> float:
    """The belief, between 0 and 1, that two mentions tell of one event; `one` stands before `two`."""
    return 1 / (1 + math.exp(-table["bias"] - math.fsum(table.get(sign, 0.0) for sign in signs(one, two))))


def is_akin(one: Predicate, two: Predicate, table: Mapping[str, float]) -> bool:
    """Whether two predicates may mean one thing: a noun for the other's word, or for one learned to go with it."""
    if not (one.noun or two.noun):
        return False
    first, second = _root(one), _root(two)
    return first[:_STEM] == second[:_STEM] or table.get(_pair(first, second), 0.0) > 0


def _root(predicate: Predicate) -> str:
    return predicate.lemma.partition("-")[0].lower()


def _pair(first: str, second: str) -> str:
    return f"pair {min(first, second)} {max(first, second)}"


def signs(one: Mention, two: Mention) -> frozenset[str]:
    """The names of the signs of a pair of mentions, `one` before `two` in the text."""
    (left, first), (right, second) = one, two
    return frozenset(
        (
            *_of_words(first, second),
            *_of_people(left, right),
            *_of_arguments(first, second),
            *_of_facts(left, right),
            *_of_order(first, second),
        )
    )


def _of_words(one: Predicate, two: Predicate) -> Iterator[str]:
    parts = f"{'noun' if one.noun else 'verb'} {'noun' if two.noun else 'verb'}"
    first, second = _root(one), _root(two)
    yield parts
    yield _pair(first, second)
    if first == second:
        yield "same word"
        yield f"same word {parts}"
        yield f"same word {first}"
    elif first[:_STEM] == second[:_STEM]:
        yield "same stem"
        yield f"same stem {parts}"
    else:
        yield f"other word {parts}"
    if two.noun:
        yield f"determiner {_determiner(two.token)} {'same' if first[:_STEM] == second[:_STEM] else 'other'}"
        yield f"number {one.token.tag} {two.token.tag}" if one.noun else f"number {two.token.tag}"


def _determiner(token: Token) -> str:
    found = token.child("det", "poss")
    return "none" if found is None else found.lemma.lower() if found.dep == "det" else "poss"


def _of_people(one: Event, two: Event) -> Iterator[str]:
    first, second = ({person.name.split()[-1].lower() for person in event.who} for event in (one, two))
    yield f"people shared {min(len(first & second), 2)} of {min(len(first), 2)} {min(len(second), 2)}"


def _of_arguments(one: Predicate, two: Predicate) -> Iterator[str]:
    for role, mine, other in (("subject", one.subject, two.subject), ("object", one.object, two.object)):
        yield f"{role} {_compared(mine, other)}"
    if _compared(one.subject, two.object) == "same":
        yield "subject is object"
    first, second = _content(one.token), _content(two.token)
    if not first or not second:
        yield "words around none"
        return
    yield f"words around {round(4 * len(first & second) / min(len(first), len(second)))}"
    if two.noun:
        told = {word.lemma.lower() for word in one.sentence.tokens if word.is_noun}
        yield f"told before {round(4 * len(second & told) / len(second))}"


def _compared(one: Token | None, two: Token | None) -> str:
    if one is None or two is None:
        return "missing"
    return "same" if one.lemma.lower() == two.lemma.lower() else "other"


def _content(token: Token) -> set[str]:
    """The nouns, adjectives and numbers that hang from a word, near it."""
    near = (word for word in token.subtree() if 0 < abs(word.index - token.index) < _NEAR)
    return {word.lemma.lower() for word in near if word.is_noun or word.tag in ("JJ", "CD")}


def _of_facts(one: Event, two: Event) -> Iterator[str]:
    if one.when is None or two.when is None:
        yield f"time missing {one.when is None} {two.when is None}"
    elif one.when.edtf == two.when.edtf:
        yield "time same open" if one.when.is_open else "time same"
    elif one.when.overlaps(two.when.earliest, two.when.latest):
        yield f"time overlaps {one.when.is_open} {two.when.is_open}"
    else:
        yield "time other"
    yield f"status {'same' if one.status is two.status else f'{one.status} {two.status}'}"
    yield f"kind {'same' if one.kind is two.kind else 'other'}"


def _of_order(one: Predicate, two: Predicate) -> Iterator[str]:
    far = two.sentence.index - one.sentence.index
    yield f"sentences {max(step for step in _FAR if step <= far)}"
    if one.sentence.title:
        yield "from the title"
    if one.sentence.index == 0:
        yield "from the lead"
    if one.negated != two.negated:
        yield "one negated"
    if far == 0:
        yield from _of_tree(one, two)


def _of_tree(one: Predicate, two: Predicate) -> Iterator[str]:
    """How two predicates of one sentence hang together."""
    if two.governor is one:
        yield f"over by {two.token.dep}"
    elif one.governor is two:
        yield f"under by {one.token.dep}"
    else:
        yield "beside in one sentence"

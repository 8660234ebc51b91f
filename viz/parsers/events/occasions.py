"""Occasions: what was done at a meeting was done where the meeting was, and a blast is where its victims died."""

from __future__ import annotations

from viz.parsers.events.asides import HELD
from viz.parsers.events.naming import Naming
from viz.parsers.events.predicates import Predicate

_OCCASIONS = frozenset(
    """conference meeting summit session rally ceremony briefing hearing forum congress interview gathering trial
    visit""".split()
)
_AT = ("at", "during", "in")
_PLACING = frozenset("in at near outside inside the".split())


def is_occasion(predicate: Predicate) -> bool:
    """Whether a noun is something people come together for: "a news conference", "the summit"."""
    return predicate.noun and predicate.lemma in _OCCASIONS


def took_place_at(predicate: Predicate, naming: Naming) -> bool:
    """Whether a place is that of the occasion of a verb: "agreed at the Madrid summit", "was freed in a ceremony held
    in Osh", "announced a truce at the meeting in Peru"; or of the noun that says what was done: "signed a deal in
    Osh"."""
    if naming.predicate is None or not naming.strong or predicate.noun:
        return False
    token = naming.predicate.token
    if token in predicate.words:
        return True
    if token.dep == "acl" and token.lemma in HELD:
        token = token.head
    link = token.head
    over = link.head.head if link.head.dep == "dobj" else link.head
    return token.lemma in _OCCASIONS and token.dep == "pobj" and link.lemma in _AT and over is predicate.token


def stands_behind(predicate: Predicate, naming: Naming) -> bool:
    """Whether a place stands right behind a noun, though the parser gives it to the verb: "died in a blast in Osh"."""
    if not predicate.noun or naming.predicate is not predicate.governor or naming.relation != "in":
        return False
    between = [word for word in naming.sentence.tokens if predicate.end <= word.start < naming.start]
    return 0 < len(between) <= 2 and all(word.lemma.lower() in _PLACING for word in between)

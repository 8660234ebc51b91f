"""What a place name does in its sentence: dateline, location, actor or topic.

A dateline is told by its form. For the rest the scorer "literal" weighs whether something happens there, and "actor"
whether the name stands for a government; what is neither is a topic.
"""

from __future__ import annotations

import re

from viz.model import Place, PlaceKind, Role
from viz.parsers.places.document import Document
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features, Scorers

DATELINE = re.compile(r"(?:\s*,\s*[\w. ]{2,30}?){0,3}\s*(?:\([^)\n]{2,40}\))?\s*(?:-{1,2}|–|—|:)(?=\s)")
SAYING = frozenset(
    "said says say told accused denied announced agreed rejected called urged warned wants wanted demanded offered signed"
    " condemned blamed insists insisted argues argued responded vowed pledged expressed plans planned has have had will"
    " would is was does did regards claims claimed refused refuses supports backed backs hopes joined recalled".split())
BODIES = frozenset(
    "government ministry president minister embassy parliament army military forces troops officials authorities police"
    " reaction response side office stance position policy team coach".split())
BETWEEN = frozenset("between with against by to".split())


def role_of(document: Document, candidate: Candidate, place: Place, scorers: Scorers) -> Role:
    """The role of one mention."""
    if is_dateline(document, candidate):
        return Role.DATELINE
    asked = features(document, candidate, place)
    if scorers.share("literal", asked) >= 0.5:
        return Role.LOCATION
    return Role.ACTOR if scorers.share("actor", asked) >= 0.5 else Role.TOPIC


def is_dateline(document: Document, candidate: Candidate) -> bool:
    """Whether the name opens a line that goes on like "OSH, April 3 (Agency) - "."""
    text = document.text
    start, end = text.starts[candidate.first], text.ends[candidate.last]
    line = text.text.rfind("\n", 0, start) + 1
    return text.text[line:start].strip(" ") == "" and DATELINE.match(text.text, end, end + 90) is not None


def features(document: Document, candidate: Candidate, place: Place) -> Features:
    """What the words around a name, and the place itself, say about its role."""
    text = document.text
    found: Features = {"bias": 1.0, f"kind {place.kind}": 1.0}
    if document.gazetteer.capital(place.country) == place:
        found["capital"] = 1.0
    before, after = candidate.first - 1, candidate.last + 1
    mark = text.gap(candidate.last).strip(" ")
    opens = candidate.first == 0 or any(sign in text.gap(before) for sign in ".\n!?:;")
    if opens:
        found["opens"] = 1.0
    elif before >= 0:
        _lexical(document, before, "before", found)
        if before >= 1:
            _lexical(document, before - 1, "two before", found)
    _after(document, after, mark, opens, place, found)
    return found


def _after(document: Document, after: int, mark: str, opens: bool, place: Place, found: Features) -> None:
    words = document.text.words
    if after >= len(words):
        return
    if words[after] == "s" and mark in ("", "'", "’"):
        found["possessive"] = 1.0
        after += 1
        mark = ""
    if mark:
        found[f"mark {mark[0]}"] = 1.0
    elif after < len(words):
        _lexical(document, after, "after", found)
        for step, word in enumerate(words[after : after + 3]):
            if word in SAYING and step < 2:
                found["says"] = 1.0
                if opens and place.kind in (PlaceKind.COUNTRY, PlaceKind.CITY):
                    found["opens and says"] = 1.0
            if word in BODIES:
                found["body"] = 1.0


def _lexical(document: Document, index: int, name: str, found: Features) -> None:
    word = document.text.words[index]
    known = document.lexicon.word(word)
    if known.standing and known.frequency >= 45:
        found[f"{name} {word}"] = 1.0
    elif known.standing:
        found[f"{name} a word"] = 1.0
    else:
        found[f"{name} a name"] = 1.0

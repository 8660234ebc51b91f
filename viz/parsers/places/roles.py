"""What a place name does in its sentence: dateline, location, actor or topic.

A dateline is told by its form. For the rest three scorers compete: "location" (something happens there), "actor" (the
name stands for a government or a team) and "topic" (it is only spoken of). The scorer "literal", trained on a corpus
that tells places from what stands for them, is one of their features.
"""

from __future__ import annotations

import re

from viz.model import Place, PlaceKind, Role
from viz.parsers.places.document import Document
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features, Scorers, logistic

DATELINE = re.compile(r"(?:\s*,\s*[\w. ]{2,30}?){0,3}\s*(?:\([^)\n]{2,40}\))?\s*(?:-{1,2}|–|—)(?=\s)")
CLAUSE = 14
SAYING = frozenset(
    "said says say told tells accused denied denies announced agreed rejected called urged warned wants wanted demanded"
    " condemned blamed insists insisted argues argued responded vowed pledged expressed claims claimed maintains counts"
    " regards refuses refused supports backed backs hopes recalled has have had will would is was are were does"
    " did".split()
)
BODIES = frozenset(
    "government ministry president minister ambassador parliament army military forces troops officials authorities"
    " police"
    " reaction response side office stance position policy team coach committee leader leaders".split()
)
GROUPS = {
    "in": frozenset("in at near inside outside around throughout across".split()),
    "to": frozenset("to into from toward towards through via leaving left reached visited visiting fled".split()),
    "with": frozenset("with between against for by versus and or".split()),
    "of": frozenset("of about".split()),
    "on": frozenset("on along above below beside over off".split()),
}
AREAS = frozenset(
    "region province district valley river lake sea reservoir canal dam county state states area areas border"
    " borders".split()
)
PAST = frozenset(
    "was were had did began broke fell rose went came took met held left fled shot fought won lost died said told"
    " saw ran"
    " drove shut hit struck killed spread found sent set burnt burned blew made gave put led drew shook slid"
    " crossed".split()
)
STATE = frozenset(
    "is are has have relies hosts lies borders shares remains lacks depends exports imports produces".split()
)
PRESENT = frozenset(
    "is are has have does do keeps sends holds lies stands remains regards will could may might can".split()
)


def role_of(document: Document, candidate: Candidate, place: Place, scorers: Scorers) -> Role:
    """The role of one mention."""
    if is_dateline(document, candidate):
        return Role.DATELINE
    asked = role_features(document, candidate, place, scorers)
    return max((Role.LOCATION, Role.ACTOR, Role.TOPIC), key=lambda role: scorers.score(role.value, asked))


def is_dateline(document: Document, candidate: Candidate) -> bool:
    """Whether the name opens a line that goes on like "OSH, April 3 (Agency) - "."""
    text = document.text
    start, end = text.starts[candidate.first], text.ends[candidate.last]
    line = text.text.rfind("\n", 0, start) + 1
    return text.text[line:start].strip(" ") == "" and DATELINE.match(text.text, end, end + 90) is not None


def role_features(document: Document, candidate: Candidate, place: Place, scorers: Scorers) -> Features:
    """The features of the roles: those of "literal" without single words, of which there are too few, and its
    answer."""
    found = features(document, candidate, place)
    literal = logistic(scorers.score("literal", found))
    kept = {name: value for name, value in found.items() if not name.startswith(("word ", "kind "))}
    kind = (
        "power"
        if "power" in found
        else "area"
        if place.kind in (PlaceKind.REGION, PlaceKind.DISTRICT)
        else ("settled" if place.kind in (PlaceKind.CITY, PlaceKind.VILLAGE) else str(place.kind))
    )
    kept |= {f"kind {kind}": 1.0, "literal": literal}
    for name in (
        "state after",
        "explained",
        "between",
        "subject",
        "in before",
        "to before",
        "with before",
        "past",
        "present",
        "object",
        "of before",
    ):
        if name in found:
            kept[f"{kind} {name}"] = 1.0
    for place_word in ("in before", "to before", "on before"):
        for tense in ("past", "present"):
            if place_word in found and tense in found:
                kept[f"{place_word} {tense}"] = 1.0
    return kept


def features(document: Document, candidate: Candidate, place: Place) -> Features:
    """What the words around a name, and the place itself, say about its role."""
    found: Features = {"bias": 1.0, f"kind {place.kind}": 1.0}
    if place.kind is PlaceKind.COUNTRY or document.gazetteer.capital(place.country) == place:
        found["power"] = 1.0
    opens = _before(document, candidate, found)
    _after(document, candidate, opens, found)
    _clause(document, candidate, found)
    _embedded(document, candidate, found)
    count = max(1, document.count[candidate.key])
    found["placed share"] = document.placed[candidate.key] / count
    found["repeated"] = min(1.0, count / 8)
    found["document placed"] = document.settled
    found["settled" if place.kind in (PlaceKind.CITY, PlaceKind.VILLAGE, PlaceKind.SITE) else "wide"] = 1.0
    return found


def _before(document: Document, candidate: Candidate, found: Features) -> bool:
    """Notes the words before; returns whether the name opens its clause."""
    text, before = document.text, candidate.first - 1
    if before < 0 or any(sign in text.gap(before) for sign in ".\n!?:;"):
        found["opens sentence"] = 1.0
        return True
    word = text.words[before]
    listed = text.gap(before).strip(" ") == "," or word in ("and", "or")
    at = before - 1 if word in ("and", "or", "the") and before else before
    _lexical(document, before, "before", found)
    if before:
        _lexical(document, before - 1, "two before", found)
    for group, words in GROUPS.items():
        if text.words[at] in words and text.gap(before).strip(" ") == "":
            found[f"{group} before"] = 1.0
        if text.words[max(0, at - 1)] in words and text.words[at] in AREAS | {"town", "city", "village", "capital"}:
            found[f"{group} earlier"] = 1.0
    if text.words[at] == "between" or (listed and "between" in text.words[max(0, before - 4) : before]):
        found["between"] = 1.0
    if text.words[at] in AREAS:
        found["area before"] = 1.0
    if listed:
        found["listed"] = 1.0
    known = document.lexicon.word(word)
    if not listed and (word.endswith("ed") or word in PAST) and known.standing:
        found["object"] = 1.0
    return text.gap(before).strip(" ") == "," or word in ("that", "which", "and", "while", "as", "when")


def _after(document: Document, candidate: Candidate, opens: bool, found: Features) -> None:
    text, after = document.text, candidate.last + 1
    words = text.words
    if after >= len(words):
        found["ends"] = 1.0
        return
    mark = text.gap(candidate.last).strip(" ")
    if words[after] == "s" and mark in ("", "'", "’") and after + 1 < len(words):
        found["possessive"] = 1.0
        after, mark = after + 1, text.gap(after).strip(" ")
    if mark:
        found[f"mark {mark[0]}"] = 1.0
    else:
        _lexical(document, after, "after", found)
        found |= {"area after": 1.0} if words[after] in AREAS else {}
        if BODIES & set(words[after : after + 3]):
            found["body after"] = 1.0
            if "possessive" in found:
                found["possessive body"] = 1.0
    if mark == "," and after < len(words) and words[after] in ("a", "an", "the", "one", "which", "whose", "where"):
        found["explained"] = 1.0  # "Mongolia, a bigger neighbour, is": background
    at = _past_list(document, candidate)
    if at < len(words) and text.gap(at - 1).strip(" ") == "" and words[at] in STATE:
        found["state after"] = 1.0
    if at < len(words) and _verb(document, at):
        found["verb after"] = 1.0
        if opens:
            found["subject"] = 1.0


def _embedded(document: Document, candidate: Candidate, found: Features) -> None:
    """Notes a name that is part of a longer one ("Osh University"): it seldom says where something happens."""
    text = document.text
    for name, index, gap in (
        ("before", candidate.first - 1, candidate.first - 1),
        ("after", candidate.last + 1, candidate.last),
    ):
        if not 0 <= index < len(text.words) or text.gap(gap) != " ":
            continue
        known = document.lexicon.word(text.words[index])
        if text.cased and text.raw(index)[0].isupper() and text.words[index] != "the":
            found[f"capital {name}"] = 1.0
        if known.standing == 2 or text.words[index].endswith(("ian", "an", "ist")):
            found[f"form {name}"] = 1.0
    after = candidate.last + 2
    if after < len(text.words) and text.gap(after - 1) == " " and text.gap(candidate.last) == " ":
        _lexical(document, after, "two after", found)


def _past_list(document: Document, candidate: Candidate) -> int:
    """The word after "Kyrgyzstan and Uzbekistan" or "X, Y and Z", where the verb of them all stands."""
    text, at = document.text, candidate.last + 1
    for _ in range(3):
        skip = at + 1 if at < len(text.words) and text.words[at] == "and" else at
        other = document.starting.get(skip)
        if other is None or (skip == at and text.gap(at - 1).strip(" ") != ","):
            return at
        at = other.last + 1
    return at


def _verb(document: Document, at: int) -> bool:
    word = document.text.words[at]
    if document.text.gap(at - 1).strip(" ") not in ("", ","):
        return False
    return (
        word in SAYING
        or word in PAST
        or word in PRESENT
        or (len(word) > 4 and word.endswith(("ed", "s")) and document.lexicon.word(word).standing == 2)
    )


def _clause(document: Document, candidate: Candidate, found: Features) -> None:
    """The tense of the words around, up to the end of the sentence: news happens in the past, background is."""
    text, words = document.text, document.text.words
    first, last = candidate.first, candidate.last
    while first > 0 and candidate.first - first < CLAUSE and not any(sign in text.gap(first - 1) for sign in ".\n;:!?"):
        first -= 1
    while (
        last + 1 < len(words)
        and last - candidate.last < CLAUSE
        and not any(sign in text.gap(last) for sign in ".\n;:!?")
    ):
        last += 1
    around = words[first : last + 1]
    if any(word in PAST or (len(word) > 4 and word.endswith("ed")) for word in around):
        found["past"] = 1.0
    if any(word in PRESENT for word in around):
        found["present"] = 1.0


def _lexical(document: Document, index: int, name: str, found: Features) -> None:
    word = document.text.words[index]
    known = document.lexicon.word(word)
    if known.standing and known.frequency >= 40:
        found[f"word {name} {word}"] = 1.0
    else:
        found[f"{name} {'a word' if known.standing else 'a name'}"] = 1.0

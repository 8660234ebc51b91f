"""What a place name does in its sentence: dateline, location, actor or topic.

A dateline is told by its form. For the rest three scorers compete: "location" (something happens there), "actor" (the
name stands for a government or a team) and "topic" (it is only spoken of). The scorer "literal", trained on a corpus
that tells places from what stands for them, is one of their features.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from viz.model import Place, PlaceKind, Role
from viz.parsers.places.clauses import look_at_verbs
from viz.parsers.places.cues import AUXILIARIES, CLASS_OF, CONJUNCTIONS, PREPOSITIONS
from viz.parsers.places.document import Document
from viz.parsers.places.gazetteer import KINDS
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features, Scorers, logistic
from viz.parsers.places.surroundings import breaks, look, look_about

# What follows the town of a dateline: ", April 3 (Agency) - ", ", Texas (AP) _ "; the stop is that of "Kan.".
DATELINE = re.compile(
    r"(?:\s?\.)?(?:\s*,\s*[\w. ]{2,30}?){0,3}\s*(?:\([^)\n]{2,40}\))?"
    r"\s*(?:(?:-{1,2}|–|—)(?=\s)|(?<=[\s)])_|(?<=[A-Z]\))\s\s+(?=[A-Z]))"
)
# The same with a colon, for towns in capitals: ", N.S.W., Monday: ".
COLON = re.compile(r"\.?(?:,\s[\w. ]{2,30}?){0,3}:(?=\s)")
# "Kuala Lumpur: Malaysian police said", at the beginning of an article.
SPOKEN = re.compile(r"\s?:\s(?=[^\W\d_](?:[^\n:]){40})")
FIRST_LINES = 200  # characters, in which a headline may stand before it
LONGEST_DATELINE = 90
LONGEST_LINE = 2000
CROSSED = ("stands", "prep ", "opens ", "verb ", "then say", "object ", "possessive", "explained", "compound")
TENSED = ("prep ", "opens sentence")
TIMES = ("past", "present", "future")
SORTED = ("clause move", "clause harm", "clause meet", "clause works")


def role_of(document: Document, candidate: Candidate, place: Place, scorers: Scorers) -> Role:
    """The role of one mention."""
    if is_dateline(document, candidate):
        return Role.DATELINE
    asked = role_features(document, candidate, place, scorers)
    return max((Role.LOCATION, Role.ACTOR, Role.TOPIC), key=lambda role: scorers.score(role.value, asked))


def is_dateline(document: Document, candidate: Candidate) -> bool:
    """Whether the name opens a line that goes on like "OSH, April 3 (Agency) - ", or is the state after such a town."""
    text = document.text
    start, end = text.starts[candidate.first], text.ends[candidate.last]
    back = max(0, start - LONGEST_LINE)  # a text of one long line is not read anew for each of its names
    line = max(back, text.text.rfind("\n", back, start) + 1)
    before = text.text[line:start].strip(" ")
    state = before.endswith(",") and len(before) < 40 and "(" not in before
    if before and not state and text.cased and text.text[start:end].isupper() and end - start > 3:
        opens = before[-1] in ".!?"  # a headline that shares its line with the dateline
    else:
        opens = not before or (state and _named_at(document, line))
    if opens and text.cased and text.text[line : line + 4].isupper():
        colon = COLON.match(text.text, end, end + LONGEST_DATELINE)
        if colon and (state or "," in colon[0]):  # "LONDON, Monday:"; "SPORT: ..." is a heading
            return True
    if opens and not before and line < FIRST_LINES and SPOKEN.match(text.text, end):
        return text.text.count(":", end, end + LONGEST_DATELINE) == 1 and _is_town(document, candidate)
    return opens and DATELINE.match(text.text, end, end + LONGEST_DATELINE) is not None


def _is_town(document: Document, candidate: Candidate) -> bool:
    return KINDS[document.gazetteer.row(candidate.links[0][0]).kind] is PlaceKind.CITY


def _named_at(document: Document, start: int) -> bool:
    """Whether a name begins at a character."""
    index = bisect_left(document.text.starts, start)
    return index in document.starting and document.text.text[start : document.text.starts[index]].strip(" ") == ""


def role_features(document: Document, candidate: Candidate, place: Place, scorers: Scorers) -> Features:
    """The features of the roles: those of "literal" and its answer, the clause, and each with the sort of place."""
    found = features(document, candidate, place)
    literal = logistic(scorers.score("literal", found))
    about: Features = {}
    look_about(document, candidate, about)
    sort = _sort(found, place)
    kept = {name: value for name, value in found.items() if not name.startswith("kind ")} | about
    kept |= {f"kind {sort}": 1.0, "literal": literal}
    kept |= {f"{sort} {name}": 1.0 for name in found if name.startswith(CROSSED)}
    kept |= {f"{sort} {name}": 1.0 for name in about if name in TIMES or name in SORTED}
    for name in found:
        if name.startswith(TENSED):
            kept |= {f"{name} {time}": 1.0 for time in TIMES if time in about}
    return kept


def _sort(found: Features, place: Place) -> str:
    """Powers act, settlements are where things happen, waters and sites are spoken of."""
    if "power" in found:
        return "capital" if place.kind is PlaceKind.CITY else "power"
    if place.kind in (PlaceKind.REGION, PlaceKind.DISTRICT):
        return "area"
    return "settled" if place.kind in (PlaceKind.CITY, PlaceKind.VILLAGE) else "other"


def features(document: Document, candidate: Candidate, place: Place) -> Features:
    """What the words around a name, and the place itself, say about its role."""
    found: Features = {"bias": 1.0, f"kind {place.kind}": 1.0}
    if place.kind is PlaceKind.COUNTRY or document.gazetteer.capital(place.country) == place:
        found["power"] = 1.0
    governor = look(document, candidate, found)
    look_at_verbs(document, candidate, governor, found)
    _words(document, candidate, found)
    _after(document, candidate, found)
    count = max(1, document.count[candidate.key])
    found["placed share"] = document.placed[candidate.key] / count
    found["opening share"] = document.opening[candidate.key] / count
    found["repeated"] = min(1.0, count / 8)
    found["document placed"] = document.settled
    sort = _sort(found, place)
    if document.sport:
        found["sport"] = document.sport
        found[f"sport {sort}"] = document.sport
    return found


def _words(document: Document, candidate: Candidate, found: Features) -> None:
    """Notes the words on either side, two deep, and whether a longer name goes on there ("Osh University")."""
    text = document.text
    for side, step, edge in (("before", -1, candidate.first), ("after", 1, candidate.last)):
        for depth, name in ((1, side), (2, f"two {side}")):
            index = edge + step * depth
            if not 0 <= index < len(text.words) or breaks(document, min(index, index - step)):
                found[f"edge {name}"] = 1.0
                break
            word = text.words[index]
            if not document.lexicon.word(word).standing:
                found[f"{name} a name"] = 1.0
            if text.cased and text.raw(index)[0].isupper() and word != "the":
                found[f"capital {name}"] = 1.0


def _after(document: Document, candidate: Candidate, found: Features) -> None:
    """Notes the mark, the possessive or the noun that follows: "Norway's army", "the Norway talks", "Norway, a"."""
    text, after = document.text, candidate.last + 1
    words = text.words
    if after >= len(words):
        return
    mark = text.gap(candidate.last).strip(" ")
    owner = words[after] == "s" and mark in ("", "'", "’") and after + 1 < len(words)
    if owner:
        found["possessive"] = 1.0
        after, mark = after + 1, text.gap(after).strip(" ")
    if mark:
        found[f"mark {mark[0] if mark[0] in ',.-(:;' else 'other'}"] = 1.0
        if mark == "," and words[after] in ("a", "an", "the", "one", "which", "whose", "where"):
            found["explained"] = 1.0  # "Mongolia, a bigger neighbour, is": background
        return
    if not owner and (words[after] in PREPOSITIONS or words[after] in CONJUNCTIONS or words[after] in AUXILIARIES):
        found["stands alone"] = 1.0
    how = "possessive" if owner else "compound"
    for index in (after, after + 1):
        if index < len(words) and (index == after or not breaks(document, after)):
            for name in CLASS_OF.get(words[index], ()):
                found[f"{how} {name}"] = 1.0

"""What stands around a name, seen without a parser: the preposition that governs it and what that hangs from, the verb
after it, the words of its clause."""

from __future__ import annotations

import re

from viz.parsers.places.cues import (
    ABBREVIATED,
    AUXILIARIES,
    CLASS_OF,
    CONJUNCTIONS,
    FUTURE,
    PASSED,
    PAST,
    PREPOSITIONS,
    PRESENT,
    STATE,
)
from viz.parsers.places.document import Document
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features

CLAUSE = 14
NEAR = 6
MOST_PASSED = 5
ENDS = re.compile(r"[.\n!?:;]")
LONGEST_LIST = 4


def look(document: Document, candidate: Candidate, found: Features) -> int:
    """Adds what governs a name and what it governs; answers the word it hangs from, -1 where a sentence opens."""
    first = _list_start(document, candidate)
    if first != candidate.first:
        found["listed"] = 1.0
    at = _governor(document, first)
    _governed(document, at, found)
    _followed(document, candidate, found)
    return at


def breaks(document: Document, index: int) -> bool:
    """Whether a clause ends between a word and the next; the full stop of "U.S." or "Feb." does not count."""
    gap = document.text.gap(index)
    if gap == " " or ENDS.search(gap) is None:
        return False
    word = document.text.words[index]
    return gap.strip(" ") != "." or (len(word) > 1 and word not in ABBREVIATED)


def _governor(document: Document, first: int) -> int:
    """The word that a name, or the list it stands in, hangs from; -1 where a sentence opens."""
    words, at = document.text.words, first - 1
    for _ in range(MOST_PASSED):
        if at < 0 or breaks(document, at) or words[at] not in PASSED or _governs(words, at):
            break
        at -= 1
    return at if at >= 0 and not breaks(document, at) else -1


def _governed(document: Document, at: int, found: Features) -> None:
    """Notes the word a name hangs from and, when that is a preposition, what hangs before it."""
    words = document.text.words
    if at < 0:
        found["opens sentence"] = 1.0
        return
    word = words[at]
    opens = document.text.gap(at).strip(" ") in (",", '"', "“") or word in CONJUNCTIONS
    if word not in PREPOSITIONS or not at or breaks(document, at - 1):
        found[f"governed by {word}"] = 1.0
    if opens:
        found["opens clause"] = 1.0
        return
    if word not in PREPOSITIONS:
        found |= {f"object {name}": 1.0 for name in CLASS_OF.get(word, ("other",))}
        return
    found[f"prep {word}"] = 1.0
    if at and not breaks(document, at - 1):
        head = words[at - 1]
        found |= {f"hangs on {head}": 1.0, f"phrase {head} {word}": 1.0}
        for name in CLASS_OF.get(head, ("other",)):
            found[f"hangs {name}"] = 1.0
            found[f"hangs {name} {word}"] = 1.0
    else:
        found["prep opens"] = 1.0


def _governs(words: list[str], at: int) -> bool:
    """Whether an "of" is the governor itself ("the people of Norway") rather than part of a place ("the city of")."""
    return words[at] == "of" and (not at or words[at - 1] not in PASSED)


def _list_start(document: Document, candidate: Candidate) -> int:
    """Where the first name of "X, Y and Z" begins, for one of its later names."""
    text, first = document.text, candidate.first
    if not _goes_on(document, candidate) and first and text.words[first - 1] not in ("and", "or"):
        return first  # "On the Vakhsh, Tajikistan is building": a comma alone makes no list
    for _ in range(LONGEST_LIST):
        before = first - 1
        if before < 1:
            return first
        joined = text.words[before] in ("and", "or")
        last = before - 1 if joined else before
        mark = text.gap(last).strip(" ")
        if not (joined and mark in ("", ",")) and mark != ",":
            return first
        other = _ending_at(document, last)
        if other is None:
            return first
        first = other.first
    return first


def _ending_at(document: Document, last: int) -> Candidate | None:
    """The longest name whose last word that is."""
    starts = (document.starting.get(start) for start in range(max(0, last - 3), last + 1))
    return next((found for found in starts if found and found.last == last), None)


def neighbours_in_list(document: Document, candidate: Candidate) -> list[Candidate]:
    """Up to two names on either side that a comma, "and" or "or" joins to this one."""
    text, found = document.text, []
    at: Candidate | None = candidate
    for _ in range(2):
        last = _past_joint(document, at.first, -1) if at else -1
        at = _ending_at(document, last) if last >= 0 else None
        found += [at] if at else []
    at = candidate
    for _ in range(2):
        first = _past_joint(document, at.last, 1) if at else -1
        at = document.starting.get(first) if 0 <= first < len(text.words) else None
        found += [at] if at else []
    return found


def _past_joint(document: Document, edge: int, step: int) -> int:
    """The word beyond the comma or conjunction beside a name; -1 when nothing joins it to more."""
    text, beside = document.text, edge + step
    if not 0 <= beside < len(text.words):
        return -1
    comma = text.gap(min(edge, beside)).strip(" ") == ","
    if text.words[beside] in ("and", "or") and 0 <= beside + step < len(text.words):
        return beside + step if text.gap(min(beside, beside + step)).strip(" ") == "" else -1
    return beside if comma else -1


def _goes_on(document: Document, candidate: Candidate) -> bool:
    """Whether a list may go on after a name: "X, Y and Z"."""
    text, after = document.text, candidate.last + 1
    mark = text.gap(candidate.last).strip(" ")
    return after < len(text.words) and (mark == "," or (mark == "" and text.words[after] in ("and", "or")))


def past_list(document: Document, candidate: Candidate) -> int:
    """The word after "Kyrgyzstan and Uzbekistan" or "X, Y and Z", where the verb of them all stands."""
    text, at = document.text, candidate.last + 1
    for _ in range(LONGEST_LIST):
        skip = at + 1 if at < len(text.words) and text.words[at] == "and" else at
        other = document.starting.get(skip)
        if other is None or (skip == at and text.gap(at - 1).strip(" ") != ","):
            return at
        at = other.last + 1
    return at


def _followed(document: Document, candidate: Candidate, found: Features) -> None:
    """Notes the verb that follows a name or its list, and what kind of doing it is."""
    words, at = document.text.words, past_list(document, candidate)
    if at >= len(words) or breaks(document, at - 1) or document.text.gap(at - 1).strip(" ") not in ("", ","):
        return
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    found[f"next {word}"] = 1.0
    if word in AUXILIARIES:
        doing = after.endswith(("ed", "ing", "en")) or after in PAST or after in ("not", "also", "since", "already")
        found[f"verb {word}"] = 1.0
        found["verb doing" if doing else "verb being"] = 1.0
    else:
        for name in CLASS_OF.get(word, ()):
            found[f"then {name}"] = 1.0
        if word in PAST or (len(word) > 4 and word.endswith("ed")):
            found["verb past"] = 1.0
        elif word in STATE:
            found["verb state"] = 1.0


def look_about(document: Document, candidate: Candidate, found: Features) -> None:
    """Notes what the words of the clause are about and their tense; those nearest on either side apart."""
    words, first, last = document.text.words, candidate.first, candidate.last
    while first > 0 and candidate.first - first < CLAUSE and not breaks(document, first - 1):
        first -= 1
    while last + 1 < len(words) and last - candidate.last < CLAUSE and not breaks(document, last):
        last += 1
    for index in (*range(first, candidate.first), *range(candidate.last + 1, last + 1)):
        word = words[index]
        for name in CLASS_OF.get(word, ()):
            found[f"clause {name}"] = 1.0
            if candidate.first - NEAR <= index < candidate.first:
                found[f"left {name}"] = 1.0
            elif candidate.last < index <= candidate.last + NEAR:
                found[f"right {name}"] = 1.0
        if word in PAST or (len(word) > 4 and word.endswith("ed")):
            found["past"] = 1.0
        elif word in PRESENT:
            found["present"] = 1.0
        elif word in FUTURE:
            found["future"] = 1.0
        elif len(word) == 4 and word.isdigit():
            found["year"] = 1.0
        elif word.endswith("day") and len(word) > 5:
            found["weekday"] = 1.0

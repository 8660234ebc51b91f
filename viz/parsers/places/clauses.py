"""The verbs about a name, seen without a parser: the one it is the subject of, that of its sentence, and those on
either side of the preposition it stands after. What a verb says, and in which tense, tells a place where something
happens from one that is spoken of, and a government from a country."""

from __future__ import annotations

from viz.parsers.places.cues import AUXILIARIES, CLASS_OF, FINITE, PAST, PREPOSITIONS
from viz.parsers.places.document import Document
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features
from viz.parsers.places.surroundings import breaks, past_list

REACH = 14
LONGEST_SENTENCE = 25
LONGEST_ASIDE = 14
ADVERBS = frozenset("not also since already never still now yet only then later".split())
NO_VERBS = frozenset("united hundred indeed".split())
SENTENCE_ENDS = ".\n!?"


def look_at_verbs(document: Document, candidate: Candidate, governor: int, found: Features) -> None:
    """Adds the verbs about a name; `governor` is the word it hangs from, -1 where a sentence opens with it."""
    _subject_of(document, candidate, found)
    _main(document, candidate, found)
    if governor >= 0 and document.text.words[governor] in PREPOSITIONS:
        _about_preposition(document, candidate, governor, found)


def tense(word: str) -> str:
    """"past", "pres", "ing" or "aux" for a form of a verb; empty for other words, and for verbs no list has."""
    if word in AUXILIARIES:
        return "aux"
    if word in PAST or (len(word) > 4 and word.endswith("ed") and word not in NO_VERBS):
        return "past"
    if len(word) > 4 and word.endswith("ing"):
        return "ing"
    return "pres" if word in FINITE else ""


def _subject_of(document: Document, candidate: Candidate, found: Features) -> None:
    """Notes what the name does, past its list and an aside: "Hungary, which borders both, has called for calm"."""
    words, at = document.text.words, past_list(document, candidate)
    if at >= len(words) or breaks(document, at - 1):
        return
    if document.text.gap(at - 1).strip(" ") == ",":
        found["apposed"] = 1.0
        at = _past_aside(document, at)
    verb = at
    while verb < min(at + 3, len(words)) and (words[verb] in AUXILIARIES or words[verb] in ADVERBS):
        verb += 1
    if at < 0 or verb >= len(words) or any(breaks(document, index) for index in range(at, verb)):
        return
    form = tense(words[verb])
    found[f"subject {'aux ' if verb > at else ''}{form or 'none'}"] = 1.0
    if form or verb > at:
        found[f"subject does {words[verb]}"] = 1.0
    for name in CLASS_OF.get(words[verb], ()):
        found[f"subject {name}"] = 1.0


def _past_aside(document: Document, at: int) -> int:
    """The word after the comma that closes an aside; -1 when the clause ends first."""
    words = document.text.words
    for index in range(at + 1, min(at + LONGEST_ASIDE, len(words))):
        if breaks(document, index - 1):
            return -1
        if document.text.gap(index - 1).strip(" ") == ",":
            return index
    return -1


def _main(document: Document, candidate: Candidate, found: Features) -> None:
    """Notes the first verb of the sentence, and on which side of the name it stands."""
    text, first = document.text, candidate.first
    while first > 0 and candidate.first - first < 3 * LONGEST_SENTENCE and not _ends(document, first - 1):
        first -= 1
    for index in range(first, min(len(text.words), first + LONGEST_SENTENCE)):
        if index > first and _ends(document, index - 1):
            return
        form = "" if candidate.first <= index <= candidate.last else tense(text.words[index])
        if form and form != "ing":
            side = "left" if index < candidate.first else "right"
            found |= {f"main {form}": 1.0, f"main {form} {side}": 1.0, f"main {text.words[index]}": 1.0}
            return


def _ends(document: Document, index: int) -> bool:
    gap = document.text.gap(index)
    return gap != " " and any(mark in gap for mark in SENTENCE_ENDS)


def _about_preposition(document: Document, candidate: Candidate, at: int, found: Features) -> None:
    """Notes the tense before and after "in X", and what sort of word it hangs from."""
    words = document.text.words
    opens = not at or breaks(document, at - 1)
    left = "opens" if opens else _nearest(document, range(at - 1, max(-1, at - REACH), -1), 0)
    right = _nearest(document, range(candidate.last + 1, min(len(words), candidate.last + REACH)), -1)
    found[f"tense {words[at]} after {left}"] = 1.0
    found[f"tense {words[at]} after {left} before {right}"] = 1.0
    if not opens:
        head = words[at - 1]
        found[f"tense {words[at]} hangs {tense(head) or ('plural' if head.endswith('s') else 'other')}"] = 1.0


def _nearest(document: Document, indices: range, gap: int) -> str:
    """The tense of the first verb among words of one clause; `gap` is where the mark before a word stands."""
    for index in indices:
        if breaks(document, index + gap):
            break
        form = tense(document.text.words[index])
        if form:
            return form
    return "none"

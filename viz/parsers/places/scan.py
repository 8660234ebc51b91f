"""Every stretch of a text that the gazetteer has a name for: candidates, not yet judged.

One pass over the words and one trie look-up a word, so the cost is linear in the text whatever it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from operator import add

from viz.model import PlaceKind
from viz.parsers.places.gazetteer import KINDS, Gazetteer, Link
from viz.parsers.places.names import WORD, fold
from viz.parsers.places.store import NameKind

LONGEST = 60
CASED_SHARE = 0.04
_JOINTS = frozenset((" ", "-", "'", "’", "‘", ".", ". ", "–", "\u00a0", "/"))
_RANKS = frozenset("sens reps gens maj hon det const".split())  # with their stop no names, which the gazetteer has
_ABBREVIATED = frozenset(("st", "ft", "mt", "ste", "s", "n", "w", "e", "d", "u", "v", "m", "j", "b", "p", "r", "c"))
_SMALL = frozenset(
    "d au aux in under a of the and de la le du des del di da do dos el al i y van der den am an sur en upon on es"
    " e ye".split()
)
_LOWERED = frozenset("north south east west united".split())  # what broadcasters' transcripts leave small
_LOWERED_LAST = frozenset("gulf sea ocean strait straits states kingdom emirates".split())
_LARGE = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA)


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a text, and the same as one folded string to look names up in."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    folded: str
    at: list[int]
    gaps: list[str]
    cased: bool

    def raw(self, index: int) -> str:
        """The word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """What stands between a word and the next; "\\n" at the end of the text, nothing before its first word."""
        return self.gaps[index] if index >= 0 else ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first` to `last` (inclusive) bear the name `key`; `links` are the places it may mean."""

    first: int
    last: int
    key: str
    links: tuple[Link, ...]
    demonym: bool


def read_words(text: str) -> Text:
    """The words of a text; a text with hardly a capital is not cased, and its capitals are not evidence."""
    starts, ends, words, capitals = [], [], [], 0
    for match in WORD.finditer(text):
        word = match[0]
        folded = word.lower() if word.isascii() else fold(word)
        if folded:
            start, end = match.span()
            starts.append(start)
            ends.append(end)
            words.append(folded)
            capitals += word[0].isupper()
    gaps = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    gaps.append("\n")
    ties = [" " if gap == " " or _joined(gap, word) else "|" for gap, word in zip(gaps, words, strict=False)]
    folded_text = "".join(map(add, words, ties))
    at = list(accumulate((len(word) + 1 for word in words[:-1]), initial=0)) if words else []
    return Text(text, starts, ends, words, folded_text, at, gaps, capitals > CASED_SHARE * len(words))


def _joined(joint: str, word: str) -> bool:
    if joint == ". ":
        return word in _ABBREVIATED
    return joint in _JOINTS or (joint.strip(" ") == "" and "\n" not in joint and len(joint) < 3)


def candidates(text: Text, gazetteer: Gazetteer) -> list[Candidate]:
    """Every named stretch by start, longest first at each start."""
    ends = {start + len(word): index for index, (start, word) in enumerate(zip(text.at, text.words, strict=True))}
    found: list[Candidate] = []
    own = gazetteer.own_links
    for index, start in enumerate(text.at):
        if text.words[index] in _RANKS and text.gap(index) == ". ":
            continue  # "Sens. Aida Orozova": no town in France
        if text.cased and text.words[index] not in _LOWERED and not text.text[text.starts[index]].isupper():
            if text.words[index] == "the":
                found.extend(_with_article(text, index, gazetteer))
            continue
        window = text.folded[start : start + LONGEST]
        names = gazetteer.names.prefixes(window)
        if own:
            names = sorted({*names, *(name for name in own if window.startswith(name))}, key=len)
        for name in reversed(names):
            last = ends.get(start + len(name))
            if (
                last is not None
                and text.text[text.ends[last] : text.ends[last] + 1] != "$"
                and _written_as_name(text, index, last)
            ):
                links = gazetteer.links(name)
                if _is_lowered(text, index, last) and KINDS[gazetteer.row(links[0][0]).kind] not in _LARGE:
                    continue  # "west London" is no name
                demonym = any(how is NameKind.DEMONYM for _, how in links[:3]) and not _mainly_place(links)
                found.append(Candidate(index, last, name, links, demonym))
    return found


def _with_article(text: Text, index: int, gazetteer: Gazetteer) -> list[Candidate]:
    """ "The Gulf", "the Channel": names of ours that are none without their article or as part of another."""
    last, after = index + 1, index + 2
    if last >= len(text.words) or text.gap(index) != " " or not text.raw(last)[0].isupper():
        return []
    if after < len(text.words) and text.gap(last) == " " and (text.raw(after)[0].isupper() or text.raw(after) == "of"):
        return []
    links = gazetteer.links(f"the {text.words[last]}")
    if not links or gazetteer.row(links[0][0]).geonameid:
        return []
    return [Candidate(index, last, f"the {text.words[last]}", links, demonym=False)]


def _mainly_place(links: tuple[Link, ...]) -> bool:
    return links[0][1] is NameKind.MAIN


def _written_as_name(text: Text, first: int, last: int) -> bool:
    """In cased text every word but small ones has its capital; single letters ("U.S.") keep their full stops."""
    if first != last and any(
        len(text.words[index]) == 1
        and text.text[text.ends[index] : text.ends[index] + 1] not in ".'’"
        and text.words[index] in ("u", "s", "n", "d", "c", "b", "e")
        for index in range(first, last)
    ):
        return False
    if not text.cased:
        return True
    return all(
        text.text[text.starts[index]].isupper()
        or text.words[index] in _SMALL
        or not text.words[index].isalpha()
        or (first < last and index in (first, last) and _may_be_small(text.words[index], opens=index == first))
        for index in range(first, last + 1)
    )


def _may_be_small(word: str, *, opens: bool) -> bool:
    """Whether a name as large as a country may have this word small: "north Korea", "the Persian gulf"."""
    return word in (_LOWERED if opens else _LOWERED_LAST)


def _is_lowered(text: Text, first: int, last: int) -> bool:
    """Whether a name of cased text opens or ends with a small word that other names have large."""
    ends = (text.text[text.starts[index]] for index in (first, last) if text.words[index].isalpha())
    return text.cased and any(letter.islower() for letter in ends)

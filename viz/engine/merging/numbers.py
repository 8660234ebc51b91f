"""Numbers of people and things in a sentence: "at least 55 people", "dozens of houses", "19 dead".

A number is kept as an interval with the words for it, so that "more than 30" and "31" can be seen to agree. Dates,
clock times, ages, percentages and sums of money are not counts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from viz.engine.merging.words import families_of, stem, stems

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VALUE = {word: i for i, word in enumerate(_ONES.split())} | {word: 20 + 10 * i for i, word in enumerate(_TENS.split())}
_VAGUE = {
    "several": (3, 9), "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2_000, 9_999),
}
_PLAIN = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_WORD = rf"(?:{'|'.join([*_VALUE])})(?:[- ](?:{'|'.join(_ONES.split()[1:10])}))?"
_NUMBER = re.compile(
    rf"(?P<bound>at least|more than|over|no fewer than|not less than|up to|at most|fewer than|less than|nearly|almost"
    rf"|about|around|some|roughly|an estimated)?\s*"
    rf"(?<![\w.$€£-])(?:(?P<digits>{_PLAIN})|(?P<words>\b{_WORD})|(?P<dozen>\ba dozen)"
    rf"|\b(?P<vague>{'|'.join(_VAGUE)})\b)"
    rf"(?:\s+(?P<scale>{'|'.join(_SCALE)}))?\b(?![%:])",
    re.IGNORECASE,
)
_LOWER = {"at least", "more than", "over", "no fewer than", "not less than"}
_UPPER = {"up to", "at most", "fewer than", "less than", "nearly", "almost"}
_PEOPLE = frozenset(
    stem(word)
    for word in """
    people person citizen resident civilian villager man woman child soldier troop guard policeman officer
    passenger miner worker student pupil protester protestor refugee victim guest body family pilgrim other inhabitant
    prisoner patient fan supporter serviceman servicemen fighter militant employee local rebel casualty teacher
    nurse doctor farmer driver pensioner pilot crew tourist voter demonstrator marcher migrant dead
    """.split()
)
_NOT_COUNTS = frozenset(
    stem(word)
    for word in """
    percent per cent pm am km kilometre kilometer metre meter mile year month week day hour minute second dollar
    euro som tenge rouble ruble pound yuan degree magnitude megawatt hectare acre tonne ton time o'clock
    """.split()
)
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "other", "more"})
FATES = ("killing", "injury", "kidnapping", "arrest", "evacuation", "rescue", "protest")


@dataclass(frozen=True, slots=True)
class Count:
    """A counted thing: its words, the interval `[low, high]` they allow, and what is counted."""

    text: str
    low: float
    high: float
    of: str
    distance: int = 0

    def agrees(self, other: Count) -> bool:
        """Whether some number fits both."""
        return self.low <= other.high and other.low <= self.high

    def near(self, other: Count) -> bool:
        """Whether the numbers themselves are of one size (the smaller at least two thirds of the larger)."""
        mine, its = sorted((self._size, other._size))
        return its == 0 or mine / its >= 2 / 3

    @property
    def _size(self) -> float:
        return self.low if self.high == math.inf else self.high


def counts(text: str, trigger: tuple[int, int], dates: Sequence[tuple[int, int]], family: str) -> tuple[Count, ...]:
    """The counts of a clause, for each counted thing the one nearest to the trigger.

    Spans are those of `text`. People who are only "people" are counted by what befell them, by default `family`.
    """
    nearest: dict[str, Count] = {}
    for match in _NUMBER.finditer(text):
        start, end = match.span(_kind(match))
        if any(start < after and before < end for before, after in dates):
            continue
        of = _counted(text[max(0, start - 40) : match.start()], text[match.end() : match.end() + 80], family)
        if of:
            gap = max(trigger[0] - match.end(), match.start() - trigger[1], 0)
            low, high = _interval(match)
            found = Count(" ".join(match[0].split()), low, high, of, gap)
            if of not in nearest or gap < nearest[of].distance:
                nearest[of] = found
    return tuple(nearest[of] for of in sorted(nearest))


def _kind(match: re.Match[str]) -> str:
    return next(name for name in ("digits", "words", "dozen", "vague") if match[name])


def _interval(match: re.Match[str]) -> tuple[float, float]:
    low, high = _value(match)
    scale = _SCALE[match["scale"].lower()] if match["scale"] else 1
    low, high = low * scale, high * scale
    bound = " ".join((match["bound"] or "").lower().split())
    if bound in _LOWER:
        return low, math.inf
    if bound in _UPPER:
        return (0.8 * low if bound in ("nearly", "almost") else 0), high
    return (0.85 * low, 1.15 * high) if bound else (low, high)


def _value(match: re.Match[str]) -> tuple[float, float]:
    if match["digits"]:
        value = float(match["digits"].replace(",", ""))
        return value, value
    if match["vague"]:
        return _VAGUE[match["vague"].lower()]
    if match["dozen"]:
        return 12, 12
    value = sum(_VALUE[word] for word in re.split("[- ]", match["words"].lower()))
    return value, value


def _counted(before: str, after: str, family: str) -> str:
    """What the number counts, "" when it is no count; `before` and `after` are the text on each side of it."""
    if re.match(r"\s*(?:[-/]\s*)?\d|\s*[-/]", after):
        return ""
    following = stems(re.split(r"[.;,]| and | but ", after, maxsplit=1)[0])[:9]
    if not following or following[0] in ("in", "on", "at", "near", "when"):  # "killed at least 11, rescuers said"
        return next(iter(_fates(stems(before)[-2:])), "")
    if following[0] in _NOT_COUNTS:
        return ""
    if own := _fates(following[:1]):
        return own[0]
    if any(word in _PEOPLE for word in following[:5]):
        return next(iter(_fates(following)), family if family in FATES else "people")
    return next((word for word in following[:3] if len(word) > 2 and word not in _DETERMINERS), "")


def _fates(words: Sequence[str]) -> list[str]:
    return [fate for word in words for fate in FATES if fate in families_of(frozenset({word}))]

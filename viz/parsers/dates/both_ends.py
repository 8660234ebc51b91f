"""Years of publication that a text gives away by telling both ends: "he came to power in 1991, 26 years ago".

Ages, anniversaries, terms of office and "last year, 2016" need no calendar: one year and a length make the other. Use
`years_told` before weighing the years that a text merely mentions: what it answers is close to certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from viz.parsers.dates.numbers import number

Years = dict[int, tuple[float, str]]
_YEAR = r"(?P<then>(?:1[5-9]|20)\d\d)"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_COUNT = rf"(?<![\w-])(?P<count>\d{{1,3}}|(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_TEENS}|{_ONES})"
_NEAR = r"[^.\n]{0,60}?"
_POWER = r"(?:came\sto\spower|took\s(?:office|power)|in\s(?:office|power)|elected|ruled|ruling)"
_SURE, _LIKELY, _LESS = 1.0, 0.6, 0.4


def _whole(then: int, count: int) -> dict[int, float]:
    """A span of whole years that ends now."""
    return {then + count: _SURE}


def _aged(then: int, count: int) -> dict[int, float]:
    """An age: this year's birthday may be still to come."""
    return {then + count: _LIKELY, then + count + 1: _LESS}


def _nth(then: int, count: int) -> dict[int, float]:
    """The nth year of something that began in a year."""
    return {then + count - 1: _LIKELY, then + count: _LESS}


def _until(then: int, count: int) -> dict[int, float]:
    """A span of years that ends in a year to come."""
    return {then - count: _SURE}


_SPANS: tuple[tuple[re.Pattern[str], Callable[[int, int], dict[int, float]]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reading)
    for pattern, reading in (
        (rf"\bin\s{_YEAR}\s?,\s(?:exactly\s)?{_COUNT}\syears\sago\b", _whole),
        (rf"{_COUNT}\syears\sago\s?,\sin\s(?:\w+\s)?{_YEAR}\b", _whole),
        (rf"{_COUNT}(?:st|nd|rd|th)\sanniversary\sof\s{_NEAR}\b{_YEAR}\b", _whole),
        (rf"\bsince\s{_YEAR}\s?,\s(?:for|or)\s{_COUNT}\syears\b", _whole),
        (rf"\b(?:now|aged)\s{_COUNT}\s?,{_NEAR}\bborn\s(?:in|on)\s[^.\n]{{0,20}}?{_YEAR}\b", _aged),
        (rf"\bborn\s(?:in|on)\s[^.\n]{{0,20}}?{_YEAR}\b{_NEAR}\b(?:is\snow|aged|age)\s{_COUNT}\b", _aged),
        (rf"{_COUNT}-year-old\b{_NEAR}\b(?:was\s)?born\s(?:in|on)\s[^.\n]{{0,20}}?{_YEAR}\b", _aged),
        (rf"\b{_POWER}\b{_NEAR}\b(?:in|since)\s{_YEAR}\b{_NEAR}{_COUNT}\syears\s(?:in|of|at)\b", _aged),
        (rf"{_COUNT}\syears\s(?:in|of)\s(?:office|power|rule)\b{_NEAR}\b(?:in|since)\s{_YEAR}\b", _aged),
        (rf"\b{_POWER}\b{_NEAR}\b(?:in|since)\s{_YEAR}\b{_NEAR}{_COUNT}(?:st|nd|rd|th)\syear\b", _nth),
        (rf"\b{_POWER}\s(?:in\s)?{_YEAR}\b{_NEAR}{_COUNT}-year\sterm\sthat\s(?:ends|expires)\sthis\syear\b", _whole),
        (rf"\b(?:in|by|until)\s{_YEAR}\s?,\s{_COUNT}\syears\s(?:from\snow|away|ahead)\b", _until),
        (rf"{_COUNT}\syears\sfrom\snow\s?,\sin\s{_YEAR}\b", _until),
    )
)  # fmt: skip
_NAMED = re.compile(rf"\b(?P<side>this|last|next)\syear\s?[,(]\s?(?:in\s)?{_YEAR}(?!\w|[.,]\d|\s?%)", re.IGNORECASE)
_SIDES = {"last": 1, "this": 0, "next": -1}


def years_told(text: str) -> Years:
    """The years that the first such statement of a text allows, with shares and the reason; empty without one.

    >>> years_told("He came to power in 1991, 26 years ago.")[2017][0]
    1.0
    >>> years_told("Nothing of the kind.")
    {}
    """
    first = min(_statements(text), default=None, key=lambda told: told[0])
    if first is None:
        return {}
    _, said, shares = first
    return {year: (share, f"«{said}» gives both ends: {year}.") for year, share in shares.items()}


def _statements(text: str) -> Iterator[tuple[int, str, dict[int, float]]]:
    """Each kind of statement where it stands first: (position, words, the years it allows)."""
    for pattern, reading in _SPANS:
        if match := pattern.search(text):
            count = int(number(re.split(r"[-\s]", match["count"].lower())))
            yield match.start(), " ".join(match.group().split()), reading(int(match["then"]), count)
    if match := _NAMED.search(text):
        year = int(match["then"]) + _SIDES[match["side"].lower()]
        yield match.start(), " ".join(match.group().split()), {year: _SURE}

"""Rules for what happens again and again: "every Tuesday", "daily", "twice a month"."""

from __future__ import annotations

from viz.parsers.dates.expressions import Repeat
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.length_rules import length
from viz.parsers.dates.numbers import number
from viz.parsers.dates.words import DAY_PARTS, MONTHS, PERIODS, SEASONS, WEEKDAYS


@rule("which=PERIODIC")
def periodic(read: Read) -> Built:
    """ "daily", "annually"."""
    if read.word("which") not in ("daily", "weekly", "hourly") or read.after() in _PAPERS:
        return None
    return Repeat(PERIODS[read.word("which")])


_PAPERS = frozenset("news mail telegraph express mirror star times post herald beast show standard".split())
"""What newspapers are called: "the Daily News"."""


@rule(
    "EVERY (OTHER|COUNT)? unit=(ANYUNIT|CLOCKUNIT)",
    "EVERY FEW unit=UNITS",
    "EVERY weekday=WEEKDAY",
    "EVERY month=MONTH",
    "EVERY season=SEASON",
    "EVERY part=DAYPART",
    "PER unit=(UNIT|CLOCKUNIT)",
    "(TWICE|COUNT TIMES|COUNT UNITS) (A|EVERY|PER) unit=(UNIT|CLOCKUNIT)",
)
def every(read: Read) -> Built:
    """ "every Tuesday", "each year", "per day"."""
    if read.has("weekday"):
        return Repeat(f"XXXX-WXX-{WEEKDAYS[read.word('weekday')] + 1}")
    if read.has("month"):
        return Repeat(f"XXXX-{MONTHS[read.word('month')]:02}")
    if read.has("part"):
        return Repeat(f"XXXX-XX-XXT{DAY_PARTS[read.word('part')]}")
    if read.has("season"):
        return Repeat("XXXX-" + ("SP", "SU", "FA", "WI")[SEASONS[read.word("season")]])
    words = read.tokens.words[read.first + 1 : read.last - 1]
    if words and words[-1] in ("a", "an", "every", "each", "per"):  # "twice a month"
        words = []
    if words == ["few"]:
        return Repeat(length(read.word("unit"), None).value)
    amount = 2 if words == ["other"] else number(words) if words else 1
    return Repeat(length(read.word("unit"), amount).value) if amount else None


@rule("weekday=WEEKDAYS")
def weekdays(read: Read) -> Built:
    """ "Tuesdays"."""
    return Repeat(f"XXXX-WXX-{WEEKDAYS[read.word('weekday')[:-1]] + 1}")

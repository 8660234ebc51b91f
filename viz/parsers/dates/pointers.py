"""Words that point: last, this, next, previous, following ..., and the modifiers early, mid and late."""

from __future__ import annotations

from viz.parsers.dates.expressions import Anchor, Expression, Fixed, Shift, Side
from viz.parsers.dates.grammar import Read
from viz.parsers.dates.periods import Period, Unit

POINTERS = {
    "last": (-1, Anchor.PUBLISHED),
    "past": (-1, Anchor.PUBLISHED),
    "this": (0, Anchor.PUBLISHED),
    "current": (0, Anchor.PUBLISHED),
    "next": (1, Anchor.PUBLISHED),
    "coming": (1, Anchor.PUBLISHED),
    "upcoming": (1, Anchor.PUBLISHED),
    "previous": (-1, Anchor.STORY),
    "preceding": (-1, Anchor.STORY),
    "prior": (-1, Anchor.STORY),
    "same": (0, Anchor.STORY),
    "that": (0, Anchor.STORY),
    "following": (1, Anchor.STORY),
    "ensuing": (1, Anchor.STORY),
    "subsequent": (1, Anchor.STORY),
}
"""How many units a pointing word moves, and from where."""
MODS = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
}
"""TIMEX3 modifiers of the words for a phase."""
SIDES = {-1: Side.BEFORE, 0: Side.SAME, 1: Side.AFTER}


def phase(read: Read, name: str = "phase") -> str:
    """The modifier of the phase the rule caught, "" for none."""
    return MODS.get(read.word(name), "")


def pointed(word: str, unit: Unit) -> Shift:
    """The expression of "last week" and its kind."""
    amount, anchor = POINTERS[word]
    return Shift(unit, amount, anchor)


def pointed_year(read: Read) -> Expression | None:
    """The year a rule caught as number ("year"), as pointer ("last year") or as "that year"; None for none."""
    if read.has("year"):
        return Fixed(Period(Unit.YEAR, int(read.word("year"))))
    for era in ("bc", "ad"):
        if read.has(era) and read.word(era).isdecimal() and 1 <= int(read.word(era)) <= 9999:
            number = int(read.word(era))
            return Fixed(Period(Unit.YEAR, 1 - number if era == "bc" else number))
    if read.has("pointer"):
        return pointed(read.word("pointer"), Unit.YEAR)
    return None

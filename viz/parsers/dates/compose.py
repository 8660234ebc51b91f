"""Puts simple expressions together: "late" + "last month", "8 p.m." + "Thursday", "Friday" + "night".

Only one prefix and a bounded number of suffixes are looked at, so that no nesting can make the search long.
"""

from __future__ import annotations

import re
from dataclasses import replace

from viz.parsers.dates import (  # noqa: F401
    calendar_rules,
    clock_rules,
    length_rules,
    named_days,
    numeric_rules,
    period_rules,
    relative_rules,
)
from viz.parsers.dates.expressions import (
    Anchor,
    Clock,
    DayOf,
    Edge,
    Expression,
    Fixed,
    Found,
    Latest,
    Length,
    Partial,
    Shift,
    Side,
)
from viz.parsers.dates.grammar import COMPOSED, CORE, Built, Read
from viz.parsers.dates.numbers import number
from viz.parsers.dates.periods import Period, Unit
from viz.parsers.dates.pointers import phase
from viz.parsers.dates.tokens import LETTERS, Tokens
from viz.parsers.dates.words import CLOCK_WORDS, DAY_PARTS

DATES = (Fixed, Partial, Shift, Latest)


@COMPOSED.rule("THE? phase=PHASE (IN|HYPHEN|ON)?", "THE phase=EDGE OF", "phase=EDGE OF")
def with_phase(read: Read) -> Built:
    """ "early 1998", "mid-November", "the end of this week", "later in the year"."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if inner is None or not isinstance(inner.expression, (*DATES, Clock)) or inner.mod:
        return None
    if read.word("phase") in ("earlier", "later") and not _is_long(inner.expression):
        return None
    return Found(read.first, inner.last, inner.expression, phase(read))


def _is_long(expression: Expression) -> bool:
    """Whether "earlier" is part of the expression: of "earlier this year", hardly of "earlier Friday"."""
    return isinstance(expression, Shift) and (
        expression.unit in (Unit.MONTH, Unit.YEAR) or expression.amount != 0 or expression.anchor is Anchor.STORY
    )


@COMPOSED.rule("THE which=(LAST|NTH) unit=UNIT OF")
def one_of(read: Read) -> Built:
    """ "the last week of August": a length within a month, season or year."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if (
        inner is None
        or not isinstance(inner.expression, Fixed | Partial)
        or read.word("unit") not in ("week", "month", "day")
    ):
        return None
    return Found(read.first, inner.last, length_rules.length(read.word("unit"), 1))


@COMPOSED.rule("THE unit=UNIT OF")
def week_of(read: Read) -> Built:
    """ "the week of May 4"."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if inner is None or read.word("unit") != "week" or not is_day(inner.expression):
        return None
    return Found(read.first, inner.last, Edge(inner.expression, Unit.WEEK))


@COMPOSED.rule("THE? unit=(DAYWORD|UNIT0) side=(BEFORE|AFTER)", "count=COUNT unit=(UNITS|UNIT) side=(BEFORE|AFTER)")
def beside_a_day(read: Read) -> Built:
    """ "the day after Christmas", "three weeks before Oct. 15": counted from a day that is named."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if inner is None or not is_day(inner.expression) or read.word("side") not in ("before", "after"):
        return None
    unit = relative_rules.unit_of(read.word("unit"))
    sign = -1 if read.word("side") == "before" else 1
    if unit not in (Unit.DAY, Unit.WEEK):
        return None
    if not read.has("count"):
        return Found(read.first, inner.last, Edge(inner.expression, unit, sign))
    days = number(read.words("count")) * (7 if unit is Unit.WEEK else 1)
    return Found(read.first, inner.last, Edge(inner.expression, Unit.DAY, sign * int(days))) if days % 1 == 0 else None


@COMPOSED.rule("THE EVE OF")
def eve_of(read: Read) -> Built:
    """ "the eve of Nowruz"."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if inner is None or not is_day(inner.expression):
        return None
    return Found(read.first, inner.last, Edge(inner.expression, Unit.DAY, -1))


@COMPOSED.rule("THE? part=DAYPART (OF|ON)", "which=CLOCKWORD (OF|ON)?")
def part_of(read: Read) -> Built:
    """ "the night of June 9, 1862"."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if inner is None or not is_day(inner.expression):
        return None
    time = DAY_PARTS[read.word("part")] if read.has("part") else CLOCK_WORDS[read.word("which")]
    return Found(read.first, inner.last, Clock(time, inner.expression))


def is_day(expression: Expression) -> bool:
    """Whether the expression names a single day."""
    if isinstance(expression, Fixed):
        return expression.period.unit is Unit.DAY
    return (isinstance(expression, Partial | Shift) and expression.unit is Unit.DAY) or isinstance(expression, DayOf)


def parse(tokens: Tokens, at: int) -> Found | None:
    """The longest expression that begins at a token."""
    composed, simple = COMPOSED.longest(tokens, at), CORE.longest(tokens, at)
    found = composed if composed and (simple is None or composed.last > simple.last) else simple
    if found is None:
        return None
    if isinstance(found.expression, Clock) and found.expression.day is None:
        return _with_day(tokens, found)
    if isinstance(found.expression, Partial) and found.expression.unit in (Unit.MONTH, Unit.SEASON):
        return _with_year(tokens, found)
    if is_day(found.expression):
        return _with_part(tokens, found)
    if isinstance(found.expression, Length | Shift) and tokens.words[found.last : found.last + 2] == ["or", "so"]:
        return replace(found, last=found.last + 2)
    return found


_LINKS = (LETTERS["ON"], LETTERS["COMMA"])


def _with_day(tokens: Tokens, found: Found) -> Found:
    """A time and the day that follows it: "8 p.m. the same day", "noon on Saturday"."""
    for skip in (0, 1):
        at = found.last + skip
        if at >= len(tokens.words) or (skip and tokens.kinds[at - 1] not in _LINKS):
            break
        day = CORE.longest(tokens, at)
        if day and is_day(day.expression) and isinstance(found.expression, Clock):
            return replace(found, last=day.last, expression=replace(found.expression, day=day.expression))
    return found


def _with_year(tokens: Tokens, found: Found) -> Found:
    """A month or season and a year in words: "the winter of nineteen eighty-one"."""
    at = found.last + (tokens.kinds[found.last : found.last + 1] == LETTERS["OF"])
    if tokens.kinds[at : at + 1] != LETTERS["TEEN"] or not isinstance(found.expression, Partial):
        return found
    year = CORE.longest(tokens, at)
    if year and isinstance(year.expression, Fixed) and year.expression.period.unit is Unit.YEAR:
        return replace(found, last=year.last, expression=replace(found.expression, year=year.expression))
    return found


def _with_part(tokens: Tokens, found: Found) -> Found:
    """A day and the part of it that follows: "Friday night"."""
    if found.last < len(tokens.words) and tokens.kinds[found.last] == LETTERS["DAYPART"]:
        return replace(
            found, last=found.last + 1, expression=Clock(DAY_PARTS[tokens.words[found.last]], found.expression)
        )
    return found


def find(tokens: Tokens) -> list[Found]:
    """All expressions of a text, in order, never overlapping."""
    found: list[Found] = []
    at = 0
    for match in _BEGINNINGS.finditer(tokens.kinds):
        if match.start() < at:
            continue
        one = parse(tokens, match.start())
        if one is not None:
            found.append(one)
            at = one.last
    return share_years(tokens, found)


_BETWEEN = {LETTERS[name] for name in ("HYPHEN", "DASH", "TO", "AND", "OR", "UNTIL", "SLASH", "COMMA", "THROUGH")}


_ACROSS = {LETTERS[name] for name in ("HYPHEN", "DASH", "TO", "UNTIL", "THROUGH")}


def _is_span(gap: str, before: str, first: Partial, last: Partial) -> bool:
    """Whether two dates without a year make a stretch: "Monday to Thursday", "Jan. 3 until Feb. 5", "May and June"."""
    is_alike = (first.unit, first.is_weekday) == (last.unit, last.is_weekday) and first.unit in (Unit.DAY, Unit.MONTH)
    if not is_alike or len(gap) != 1 or last.year is not None or last.named or first.named:
        return False
    if gap == LETTERS["AND"]:
        return before == "between" or (last.is_weekday and (last.number - first.number) % 7 == 1)
    return gap in _ACROSS


_SHARING = (Unit.DAY, Unit.MONTH, Unit.SEASON)


def share_years(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Gives the first end of a range the year that only the second one names: "9 May - 2 July 1963"."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        partial, fixed = first.expression, second.expression
        gap = tokens.kinds[first.last : second.first]
        if isinstance(partial, Partial) and isinstance(fixed, Partial):
            if _is_span(gap, tokens.words[max(first.first - 1, 0)], partial, fixed):
                found[at + 1] = replace(second, expression=replace(fixed, side=Side.AFTER, anchor=Anchor.STORY))
        elif (
            isinstance(partial, Partial)
            and isinstance(fixed, Fixed)
            and partial.year is None
            and not partial.is_weekday
            and partial.unit in _SHARING
            and fixed.period.unit in _SHARING
            and 0 < len(gap) <= 2
            and set(gap) <= _BETWEEN
        ):
            month = fixed.period.to(Unit.MONTH).index
            later = partial.unit is not Unit.SEASON and partial.number > month % 12 + 1
            year = month // 12 - later
            found[at] = replace(first, expression=replace(partial, year=Fixed(Period(Unit.YEAR, year))))
    return found


_BEGINNINGS = re.compile(f"{CORE.beginnings.pattern}|{COMPOSED.beginnings.pattern}")

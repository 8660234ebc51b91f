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
    set_rules,
    vague_rules,
    year_rules,
)
from viz.parsers.dates.expressions import (
    Anchor,
    Clock,
    Edge,
    Expression,
    Fixed,
    Found,
    Latest,
    Length,
    Partial,
    Repeat,
    Shift,
    Side,
    Within,
    is_day,
    is_month,
    is_year,
)
from viz.parsers.dates.grammar import COMPOSED, CORE, Built, Read
from viz.parsers.dates.numbers import number, ordinal
from viz.parsers.dates.periods import Unit
from viz.parsers.dates.pointers import phase
from viz.parsers.dates.ranges import share_years
from viz.parsers.dates.tokens import LETTERS, Tokens
from viz.parsers.dates.words import CLOCK_WORDS, DAY_PARTS, WEEKDAYS

DATES = (Fixed, Partial, Shift, Latest)


@COMPOSED.rule("THE? phase=PHASE (IN|HYPHEN|ON)?", "THE phase=EDGE OF", "phase=EDGE OF")
def with_phase(read: Read) -> Built:
    """ "early 1998", "mid-November", "the end of this week", "later in the year"."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if inner is None or not isinstance(inner.expression, (*DATES, Clock)) or inner.mod:
        return None
    is_in = read.word("phase") in ("earlier", "later") and read.tokens.words[read.last - 1] == "in"
    if read.word("phase") in ("earlier", "later") and not (is_in or _is_long(inner.expression)):
        return None
    if is_in and not isinstance(inner.expression, Fixed):
        return None
    return Found(read.first, inner.last, inner.expression, phase(read))


def _is_long(expression: Expression) -> bool:
    """Whether "earlier" is part of the expression: of "earlier this year", hardly of "earlier Friday"."""
    if isinstance(expression, Partial):
        return expression.side is Side.SAME and not expression.is_weekday
    if isinstance(expression, Clock):
        return expression.time in DAY_PARTS.values() and (expression.day is None or isinstance(expression.day, Shift))
    return isinstance(expression, Shift) and (
        expression.unit in (Unit.MONTH, Unit.YEAR) or expression.amount != 0 or expression.anchor is Anchor.STORY
    )


@COMPOSED.rule("THE which=(LAST|NTH) unit=UNIT (OF|IN)")
def one_of(read: Read) -> Built:
    """ "the last week of August": a length within a month, season or year."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if inner is None or not isinstance(inner.expression, Fixed | Partial) or read.word("unit") not in ("week", "month"):
        return None
    return Found(read.first, inner.last, length_rules.length(read.word("unit"), 1))


@COMPOSED.rule("THE which=(LAST|NTH) unit=DAYWORD OF", "THE? which=(LAST|NTH) weekday=WEEKDAY (OF|IN)")
def day_within(read: Read) -> Built:
    """ "the last day of May 1902", "the first Monday in April"."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    nth = -1 if read.word("which") == "last" else ordinal(read.word("which"))
    if inner is None or not 0 < abs(nth) <= 31 or not is_month(inner.expression):
        return None
    weekday = WEEKDAYS[read.word("weekday")] if read.has("weekday") else -1
    return Found(read.first, inner.last, Within(inner.expression, nth, weekday))


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


@COMPOSED.rule("(THE? phase=(EARLY|MID|LATE) HYPHEN?|THE)? part=DAYPART (OF|ON)", "which=CLOCKWORD OF?")
def part_of(read: Read) -> Built:
    """ "the night of June 9, 1862"."""
    inner = CORE.longest(read.tokens, read.last) if read.last < len(read.tokens.words) else None
    if inner is None or not is_day(inner.expression):
        return None
    time = DAY_PARTS[read.word("part")] if read.has("part") else CLOCK_WORDS[read.word("which")]
    inner = _night_between(read.tokens, inner) if time == "NI" else inner
    return Found(read.first, inner.last, Clock(time, inner.expression), phase(read) if read.has("phase") else "")


def _night_between(tokens: Tokens, evening: Found) -> Found:
    """The day of "23/24 October 1942" or "31 May-1 June": the first one, over the words of both."""
    at = evening.last
    if tokens.kinds[at : at + 1] not in (LETTERS["SLASH"], LETTERS["HYPHEN"], LETTERS["DASH"]):
        return evening
    morning = CORE.longest(tokens, at + 1) if at + 1 < len(tokens.words) else None
    if morning is None or not is_day(morning.expression):
        return evening
    first, last = evening.expression, morning.expression
    if isinstance(first, Partial) and first.year is None and isinstance(last, Fixed):
        first = replace(first, year=Fixed(last.period.to(Unit.YEAR)))
    return replace(evening, last=morning.last, expression=first)


@COMPOSED.rule("phase=(EARLY|LATE|EARLIER|LATER) IN (THE|THAT) unit=(YEARWORD|UNIT0|CENTURY)")
def phase_in(read: Read) -> Built:
    """ "later in the year", "early in the week"."""
    unit = relative_rules.unit_of(read.word("unit"))
    return Found(read.first, read.last, Shift(unit, 0, Anchor.TELLING), phase(read))


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


def _with_day(tokens: Tokens, found: Found) -> Found:
    """A time with the day that follows it: "8 p.m. the same day" is one expression, "8 p.m. on Friday" are two."""
    at, is_one = _day_place(tokens, found.last)
    day = CORE.longest(tokens, at) if at < len(tokens.words) else None
    if day is None or not isinstance(found.expression, Clock):
        return found
    named = day.expression.day if isinstance(day.expression, Clock) else day.expression
    if named is None or not is_day(named):
        return found
    has_part = isinstance(day.expression, Clock) or tokens.kinds[day.last : day.last + 1] == LETTERS["DAYPART"]
    is_one = is_one and not has_part  # "7:06 p.m." and "yesterday evening"
    return replace(found, last=day.last if is_one else found.last, expression=replace(found.expression, day=named))


def _day_place(tokens: Tokens, at: int) -> tuple[int, bool]:
    """Where the day of a time would stand, and whether it then belongs to the same expression."""
    kind = tokens.kinds[at : at + 1]
    if kind == LETTERS["COMMA"]:
        return at + 1, True
    if kind == LETTERS["ON"]:
        return at + 1, False
    if kind == LETTERS["OPEN"]:  # "4:29 p.m. (1129 GMT) Tuesday"
        other = CORE.longest(tokens, at + 1) if at + 1 < len(tokens.words) else None
        if other and isinstance(other.expression, Clock) and tokens.words[other.last : other.last + 1] == [")"]:
            after = other.last + 1
            return after + (tokens.kinds[after : after + 1] == LETTERS["ON"]), False
    return at, True


def _with_year(tokens: Tokens, found: Found) -> Found:
    """A month or season and a year in words or cut short: "the winter of nineteen eighty-one", "May '79"."""
    at = found.last + (tokens.kinds[found.last : found.last + 1] == LETTERS["OF"])
    is_there = tokens.kinds[at : at + 1] in (LETTERS["TEEN"], LETTERS["SHORTYEAR"])
    if not is_there or not isinstance(found.expression, Partial):
        return found
    year = CORE.longest(tokens, at)
    if year and is_year(year.expression):
        return replace(found, last=year.last, expression=replace(found.expression, year=year.expression))
    return found


def _with_part(tokens: Tokens, found: Found) -> Found:
    """A day and the part of it that follows: "Friday night"."""
    if found.last < len(tokens.words) and tokens.kinds[found.last] == LETTERS["DAYPART"]:
        part, day = DAY_PARTS[tokens.words[found.last]], found.expression
        if tokens.words[found.last].endswith("s") and isinstance(day, Partial) and day.is_weekday:
            return replace(found, last=found.last + 1, expression=Repeat(f"XXXX-WXX-{day.number + 1}T{part}"))
        return replace(found, last=found.last + 1, expression=Clock(part, day))
    return found


def find(tokens: Tokens) -> list[Found]:
    """All expressions of a text, in order, never overlapping."""
    found: list[Found] = []
    at = 0
    for match in _BEGINNINGS.finditer(tokens.kinds):
        if match.start() < at:
            continue
        one = parse(tokens, match.start())
        if one is not None and not _is_title(tokens, one):
            found.append(one)
            at = one.last
    return share_years(tokens, found)


def _is_title(tokens: Tokens, one: Found) -> bool:
    """Whether the words name a broadcast: in quotes, behind its station ('on CBS's "60 Minutes"')."""
    at = one.first
    while at > 0 and tokens.words[at - 1] in _QUOTES:
        at -= 1
    return at < one.first and bool(_STATIONS & set(tokens.words[max(at - 3, 0) : at]))


_QUOTES = frozenset("'\"`“‘")
_STATIONS = frozenset("abc bbc cbs cnn fox nbc npr pbs news radio television tv".split())
_BEGINNINGS = re.compile(f"{CORE.beginnings.pattern}|{COMPOSED.beginnings.pattern}")

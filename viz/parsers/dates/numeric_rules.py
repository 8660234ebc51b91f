"""Rules for dates in digits alone: "2017-10-15", "15/10/2017", "2017-03-25T10:00Z", "9/11"."""

from __future__ import annotations

import re

from viz.parsers.dates.calendar_rules import no_such_day
from viz.parsers.dates.expressions import Clock, Expression, Fixed, Impossible
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.periods import day, days_in


@rule("N12 SLASH N12")
def september_eleventh(read: Read) -> Built:
    """ "9/11" stands for one day; other numbers with a slash are fractions and counts."""
    is_it = (read.word_at(0), read.word_at(2)) == ("9", "11") and not read.is_tight() and read.after() not in ("/", "-")
    return Fixed(day(2001, 9, 11)) if is_it else None


@rule("NUMERIC")
def numeric(read: Read) -> Built:
    """ "2017-10-15", "15/10/2017" and "10/15/2017": day first only when the month cannot be first."""
    text, _, time = read.tokens.words[read.first].partition("t")
    parts = re.split(r"[-/.]", text)
    first, second, third = map(int, parts)
    if len(parts[0]) == 4:
        numbered = _numbered(first, second, third)
        return _at(numbered, time) if isinstance(numbered, Fixed) and time else numbered
    is_short = len(parts[2]) == 2  # "31/13/15" may be anything; with a whole year it is meant as a date
    if is_short:
        third += 2000 if third < 50 else 1900
    day_first = first > 12 or "." in text
    built = _numbered(third, second, first) if day_first else _numbered(third, first, second)
    return None if is_short and isinstance(built, Impossible) else built


def _at(the_day: Fixed, time: str) -> Expression:
    """The time of a timestamp, "10:00:30+0530", on its day; the day alone where no clock shows such a time."""
    clock, zone = time[:5], time.lstrip("0123456789:").upper()
    if clock[:2] > "23" or clock[3:] > "59":
        return the_day
    return Clock(clock, the_day, f"{zone[:3]}:{zone[-2:]}" if len(zone) > 1 else zone)


def _numbered(year_number: int, month_number: int, day_number: int) -> Expression | None:
    """The day of three numbers; None when they look like no date, `Impossible` when no calendar has it."""
    if not (1 <= year_number <= 9999 and 1 <= month_number <= 31 and 1 <= day_number <= 31):
        return None
    if month_number > 12:
        return Impossible(f"there is no month {month_number}")
    if day_number > days_in(year_number, month_number):
        return no_such_day(month_number, year_number)
    return Fixed(day(year_number, month_number, day_number))

"""A date as another file writes it -> When: EDTF, ISO 8601, or words such as "5 August 2017"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from time import struct_time

from edtf import EDTFParseException, parse_edtf

from viz.model import Basis, Granularity, When
from viz.parsers.dates import find_dates

WHY = "The imported file says so."
_OPEN = {"..", ""}
_FINEST = {10: Granularity.DAY, 7: Granularity.MONTH, 4: Granularity.YEAR}
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$")  # most dates; the EDTF parser takes 10 ms for one
_SEASON = re.compile(r"\d{4}-(?:2[1-9]|3\d|4[01])$")


def when_written(words: str) -> When | None:
    """The stretch of time of an EDTF or ISO date, else of a date in English words; None when it is neither."""
    text = words.strip()
    return _edtf(text) or _words(text) if text else None


def when_of_fields(told: str, start: str, end: str) -> When | None:
    """What a file says in one field, else what it says in a field for the start and one for the end."""
    whole = when_written(told)
    if whole:
        return whole
    first, last = when_written(start), when_written(end)
    if first and not end.strip():
        return first
    return when_between(first.earliest if first else None, last.last_day if last else None)


def when_between(first: date | None, last: date | None) -> When | None:
    """The days from the first to the last, both included; None for one of them is an open side, for both no date."""
    if first and last and last < first:
        return None
    if first is None and last is None:
        return None
    if first == last and first is not None:
        return When.day(first, Basis.EXPLICIT, WHY)
    edtf = f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    granularity = Granularity.DAY if first and last else Granularity.OPEN
    return When(first, _after(last), granularity, "", edtf, Basis.EXPLICIT, WHY)


def _after(last: date | None) -> date | None:
    return last + timedelta(1) if last and last < date.max else None


def _edtf(text: str) -> When | None:
    start, slash, end = text.partition("/")
    sides = (start, end) if slash else (start, start)
    if all(side in _OPEN for side in sides):
        return None
    try:
        first = None if sides[0] in _OPEN else _day(sides[0], "lower_strict")
        last = None if sides[1] in _OPEN else _day(sides[1], "upper_strict")
        return When(first, _after(last), _granularity(sides), "" if slash else text, text, Basis.EXPLICIT, WHY)
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return None  # the parser raises any of these for words it half understands


def _day(text: str, side: str) -> date:
    plain = re.sub(r"T.*|[~?%]", "", text)  # the day of a time; doubt is kept in the EDTF string
    if simple := _PLAIN.match(plain):
        return _plain_day(*simple.groups(), is_last=side == "upper_strict")
    found: struct_time = getattr(parse_edtf(plain), side)()
    return date(found.tm_year, found.tm_mon, found.tm_mday)


def _plain_day(year: str, month: str | None, day: str | None, *, is_last: bool) -> date:
    """The day itself, or the first or last one of a month or year."""
    number = int(month or (12 if is_last else 1))
    last = monthrange(int(year), number)[1] if is_last else 1
    return date(int(year), number, int(day or last))


def _granularity(sides: tuple[str, str]) -> Granularity:
    if any(side in _OPEN for side in sides):
        return Granularity.OPEN
    if any("T" in side for side in sides):
        return Granularity.TIME
    return min((_fineness(re.sub(r"[~?%]", "", side)) for side in sides), key=list(Granularity).index)


def _fineness(side: str) -> Granularity:
    if _SEASON.match(side):
        return Granularity.SEASON
    if "X" in side:
        return Granularity.CENTURY if side.endswith("XX") and len(side) == 4 else Granularity.DECADE
    return _FINEST.get(len(side), Granularity.YEAR)


def _words(text: str) -> When | None:
    """A date our own grammar reads, when nothing else stands beside it and it needs no publication date."""
    found = find_dates(text, None)
    if len(found) != 1 or found[0].text.strip() != text:
        return None
    return found[0].when

"""Words of metadata -> the one day they mean, or none: "2017-09-20T08:12:00Z", "Wed, 20 Sep 2017", "Sept. 20, 2017".

Metadata is written by programs, so this is no place for judgement: what could be two days (03/04/2017) is none, and
neither is a day that cannot be a publication date, like 1 January 1970, the zero of many clocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

FIRST_NEWSPAPER = date(1605, 1, 1)
ZERO_OF_CLOCKS = date(1970, 1, 1)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_DAY = r"(?<![\d:])(?P<day>[0-3]?\d)"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:1[6-9]|20)\d\d)(?P<dash>[-/.])(?P<month>[01]?\d)(?P=dash)(?P<day>[0-3]?\d)(?!\d)",
        rf"\b{_MONTH}\s{{0,3}}(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s{{0,3}},?\s{{0,3}}{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th|\.)?(?:\sof)?[\s-]{{1,3}}{_MONTH},?[\s-]{{0,3}}{_YEAR}",
        rf"{_DAY}\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",
        rf"{_DAY}(?P<slash>[/-])(?P<month>[0-3]?\d)(?P=slash){_YEAR}",
    )
)
_COMPACT = re.compile(r"(?P<year>(?:1[6-9]|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?\d{4,6}\D{0,6})?$")
_CLOCK = re.compile(r"\d{10}(?:\d{3})?$")


def day_of(value: str, language: str = "en") -> date | None:
    """The day that a whole value of metadata means, from machine or hand; None when it means none or two."""
    value = value.strip()[:100]
    if compact := _COMPACT.match(value):
        return _plausible(compact)
    if _CLOCK.match(value):
        return _likely(datetime.fromtimestamp(int(value[:10]), UTC).date())
    found = next(days_in(value), None)
    return found[2] if found else _foreign(value, language)


def days_in(line: str) -> Iterator[tuple[int, int, date]]:
    """Every full date (day, month and year) written in a line: where it starts and ends, and the day."""
    for pattern in _WRITTEN:
        for match in pattern.finditer(line):
            if day := _plausible(match):
                yield match.start(), match.end(), day


def _plausible(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    written = parts["month"].lower()
    day, month = int(parts["day"]), int(written) if written.isdigit() else _MONTHS.index(written[:3]) + 1
    if parts.get("slash"):
        if day <= 12 and month <= 12 and day != month:
            return None  # 3/4/2017 is two days
        if month > 12:
            day, month = month, day
    try:
        return _likely(date(int(parts["year"]), month, day))
    except ValueError:
        return None


def _likely(day: date) -> date | None:
    """A day that may be a publication date: a newspaper's, not the zero of a clock, not after tomorrow."""
    return day if FIRST_NEWSPAPER <= day <= date.today() + timedelta(1) and day != ZERO_OF_CLOCKS else None


def _foreign(value: str, language: str) -> date | None:
    """A date written out in another language, when the source says which one."""
    code = language.split("-")[0].lower()
    if code in ("", "en") or not re.search(r"\d", value) or not re.search(r"(?:1[6-9]|20)\d\d", value):
        return None
    import dateparser  # takes a third of a second, and few pages need it

    options = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    try:
        found = dateparser.parse(value, languages=[code], settings=options)
    except (ValueError, OverflowError, RecursionError):  # a language dateparser does not have, a year nobody has
        return None
    return _likely(found.date()) if found else None

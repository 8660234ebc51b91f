"""Stretches of the calendar as numbers: a unit and how many of it lie since the year 0.

Use these for all arithmetic: "three quarters later" is `shift(3)`, whatever the unit. Years are astronomical (0 is 1
BC, -479 is 480 BC), days are ordinals of the proleptic Gregorian calendar (1 is Monday, 1 January of the year 1), weeks
start on Monday as in ISO 8601. `datetime.date` ends at the years 1 and 9999; a period does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from viz.model import Granularity
from viz.parsers.dates import islamic


class Unit(Enum):
    """The units a period can be one of; the value is the letter TIMEX3 uses in a duration."""

    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    LUNAR = "LM"  # a month of the Islamic calendar
    SEASON = "S"
    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"
    MILLENNIUM = "L"


GRANULARITY = {
    Unit.DAY: Granularity.DAY,
    Unit.WEEK: Granularity.WEEK,
    Unit.WEEKEND: Granularity.DAY,
    Unit.MONTH: Granularity.MONTH,
    Unit.LUNAR: Granularity.MONTH,
    Unit.SEASON: Granularity.SEASON,
    Unit.QUARTER: Granularity.QUARTER,
    Unit.HALF: Granularity.HALF,
    Unit.YEAR: Granularity.YEAR,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
    Unit.MILLENNIUM: Granularity.MILLENNIUM,
}
MONTHS_IN = {
    Unit.MONTH: 1,
    Unit.SEASON: 3,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
    Unit.MILLENNIUM: 12000,
}
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SEASON_NAMES = ("SP", "SU", "FA", "WI")
FIRST_DAY, LAST_DAY = 1, date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month ... of the calendar. Compares by value; two periods of one unit compare by `index`."""

    unit: Unit
    index: int

    def shift(self, count: int) -> Period:
        """The period `count` units later (earlier when negative)."""
        return Period(self.unit, self.index + count)

    def to(self, unit: Unit) -> Period:
        """The period of another unit that holds the first day of this one."""
        if unit is self.unit:
            return self
        first = self.days()[0]
        if unit in (Unit.WEEK, Unit.WEEKEND):
            return Period(unit, (first - 1) // 7)
        if unit is Unit.DAY:
            return Period(unit, first)
        if unit is Unit.LUNAR:
            return Period(unit, islamic.month_of(first))
        return Period(unit, _month_of(first, self) // MONTHS_IN[unit]) if unit is not Unit.SEASON else self._season()

    def _season(self) -> Period:
        return Period(Unit.SEASON, (_month_of(self.days()[0], self) - 2) // 3)

    @property
    def year(self) -> int:
        """The calendar year in which the period begins; of a week, the ISO year."""
        if self.unit is Unit.DAY:
            return year_month_day(self.index)[0]
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return year_month_day(self.index * 7 + 4)[0]
        if self.unit is Unit.LUNAR:
            return year_month_day(self.days()[0])[0]
        return self._first_month() // 12

    def _first_month(self) -> int:
        """Months since the year 0 of the month in which a period of whole months begins."""
        if self.unit is Unit.SEASON:
            return self.index * 3 + 2
        if self.unit is Unit.CENTURY and self.index < 0:
            return (self.index * 100 + 1) * 12  # the 5th century BC is 500 to 401 BC
        return self.index * MONTHS_IN[self.unit]

    def days(self) -> tuple[int, int]:
        """The half-open interval of day ordinals."""
        if self.unit is Unit.DAY:
            return self.index, self.index + 1
        if self.unit is Unit.WEEK:
            return self.index * 7 + 1, self.index * 7 + 8
        if self.unit is Unit.WEEKEND:
            return self.index * 7 + 6, self.index * 7 + 8
        if self.unit is Unit.LUNAR:
            return islamic.month_start(self.index), islamic.month_start(self.index + 1)
        month = self._first_month()
        return _first_of(month), _first_of(month + MONTHS_IN[self.unit])

    def interval(self) -> tuple[date | None, date | None]:
        """The half-open interval of days; None where `datetime.date` cannot hold the side."""
        start, end = self.days()
        if end <= FIRST_DAY:
            return None, date.min
        earliest = date.fromordinal(start) if FIRST_DAY <= start <= LAST_DAY else None
        latest = date.fromordinal(end) if FIRST_DAY <= end <= LAST_DAY else None
        return earliest, latest

    def timex(self) -> str:
        """The TIMEX3 value."""
        return _TIMEX[self.unit](self)

    def edtf(self) -> str:
        """The EDTF string (ISO 8601-2); an interval for weeks, quarters and halves, which EDTF cannot name."""
        unit = self.unit
        if unit is Unit.SEASON:
            return f"{_edtf_year(self.year)}-{21 + self.index % 4}"
        if unit in (Unit.WEEK, Unit.WEEKEND):
            start, end = self.days()
            return f"{Period(Unit.DAY, start).edtf()}/{Period(Unit.DAY, end - 1).edtf()}"
        if unit is Unit.LUNAR:
            start, end = self.days()
            return f"{Period(Unit.DAY, start).edtf()}~/{Period(Unit.DAY, end - 1).edtf()}~"
        if unit in (Unit.QUARTER, Unit.HALF):
            first, length = self._first_month(), MONTHS_IN[unit]
            return f"{Period(Unit.MONTH, first).edtf()}/{Period(Unit.MONTH, first + length - 1).edtf()}"
        if unit is Unit.MONTH:
            return f"{_edtf_year(self.year)}-{self.index % 12 + 1:02}"
        if unit is Unit.DAY:
            year, month, day = year_month_day(self.index)
            return f"{_edtf_year(year)}-{month:02}-{day:02}"
        return self._edtf_years()

    def _edtf_years(self) -> str:
        if self.unit is Unit.YEAR:
            return _edtf_year(self.index)
        first = self._first_month() // 12
        if self.index < 0:
            return f"{_edtf_year(first)}/{_edtf_year(first + MONTHS_IN[self.unit] // 12 - 1)}"
        unknown = {Unit.DECADE: 1, Unit.CENTURY: 2, Unit.MILLENNIUM: 3}[self.unit]
        return f"{first:04}"[:-unknown] + "X" * unknown


def _edtf_year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _timex_year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _timex_day(period: Period) -> str:
    year, month, day = year_month_day(period.index)
    return f"{_timex_year(year)}-{month:02}-{day:02}"


def _timex_week(period: Period) -> str:
    year = period.year
    january = Period(Unit.WEEK, (day_ordinal(year, 1, 4) - 1) // 7)
    weekend = "-WE" if period.unit is Unit.WEEKEND else ""
    return f"{_timex_year(year)}-W{period.index - january.index + 1:02}{weekend}"


def _timex_lunar(period: Period) -> str:
    """TIMEX3 has no Islamic months: the month in which the middle of it lies."""
    year, month, _ = year_month_day(period.days()[0] + 14)
    return f"{_timex_year(year)}-{month:02}"


def _timex_years(period: Period) -> str:
    width = {Unit.DECADE: 3, Unit.CENTURY: 2, Unit.MILLENNIUM: 1}[period.unit]
    return f"{period.index:0{width}}" if period.index >= 0 else f"BC{-period.index - 1:0{width}}"


_TIMEX = {
    Unit.DAY: _timex_day,
    Unit.WEEK: _timex_week,
    Unit.LUNAR: _timex_lunar,
    Unit.WEEKEND: _timex_week,
    Unit.MONTH: lambda p: f"{_timex_year(p.index // 12)}-{p.index % 12 + 1:02}",
    Unit.SEASON: lambda p: f"{_timex_year(p.index // 4)}-{SEASON_NAMES[p.index % 4]}",
    Unit.QUARTER: lambda p: f"{_timex_year(p.index // 4)}-Q{p.index % 4 + 1}",
    Unit.HALF: lambda p: f"{_timex_year(p.index // 2)}-H{p.index % 2 + 1}",
    Unit.YEAR: lambda p: _timex_year(p.index),
    Unit.DECADE: _timex_years,
    Unit.CENTURY: _timex_years,
    Unit.MILLENNIUM: _timex_years,
}


def day_ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day of any year, by the 400-year cycle of the calendar. `month` must lie in 1..12."""
    cycle, rest = divmod(year - 1, 400)
    return cycle * 146097 + date(rest + 1, month, 1).toordinal() + day - 1


def year_month_day(ordinal: int) -> tuple[int, int, int]:
    """The reverse of `day_ordinal`."""
    cycle, rest = divmod(ordinal - 1, 146097)
    day = date.fromordinal(rest + 1)
    return day.year + cycle * 400, day.month, day.day


def days_in(year: int | None, month: int) -> int:
    """How many days a month has; 29 for a February whose year is unknown."""
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def day(year: int, month: int, number: int) -> Period:
    """The period of one day; the caller has checked that it exists."""
    return Period(Unit.DAY, day_ordinal(year, month, number))


def of_date(moment: date) -> Period:
    """The period of a `datetime.date`."""
    return Period(Unit.DAY, moment.toordinal())


def told_year(year: int) -> str:
    """A year as a reader says it: "2017", "480 BC"."""
    return str(year) if year > 0 else f"{1 - year} BC"


def _first_of(months: int) -> int:
    return day_ordinal(months // 12, months % 12 + 1, 1)


def _month_of(first: int, period: Period) -> int:
    """Months since the year 0 of the month that a period belongs to: of a week, the month of its Thursday."""
    year, month, _ = year_month_day(first + 3 if period.unit in (Unit.WEEK, Unit.WEEKEND) else first)
    return year * 12 + month - 1

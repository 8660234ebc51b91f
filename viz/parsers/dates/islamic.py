"""The months of the Islamic calendar, calculated: where Ramadan and the two feasts lie in any year.

Use it for names of the lunar year. The tabular calendar of thirty-year cycles needs no observation and knows every
year; the moon that is seen, or a country's own count, may lie a day or two beside it, so what comes from here is
always marked as approximate. Months are numbered from the first one of the first year (0), days are the ordinals of
`periods.py`.
"""

from __future__ import annotations

FIRST_DAY = 227014  # 1 Muharram of the year 1: 18 July 622 of the Gregorian calendar, as astronomers count
MEAN_MONTH = 10631 / 360  # days: thirty years are 360 months and 10631 days
RAMADAN, SHAWWAL, DHU_AL_HIJJA = 8, 9, 11
"""Numbers of months within their year, from 0."""


def month_start(index: int) -> int:
    """The ordinal of the first day of a month.

    >>> from datetime import date
    >>> date.fromordinal(month_start(1437 * 12 + RAMADAN))
    datetime.date(2017, 5, 26)
    """
    year, month = divmod(index, 12)
    return FIRST_DAY + 354 * year + (14 + 11 * year) // 30 + 29 * month + (month + 1) // 2


def month_of(ordinal: int) -> int:
    """The index of the month that holds a day."""
    index = int((ordinal - FIRST_DAY) / MEAN_MONTH) + 1
    while month_start(index) > ordinal:
        index -= 1
    return index


def next_month(number: int, ordinal: int) -> int:
    """The index of the first month of that number that begins on a day or later."""
    index = month_of(ordinal - 1) + 1
    return index + (number - index) % 12

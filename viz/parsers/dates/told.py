"""What a text tells of calendar days, years and weekdays, before anybody knows when it was written.

`publication.py` weighs this. It has its own eyes beside the grammar of `find.py`: it asks for less (no relative dates,
no durations), and needs what a mention does not keep, a weekday beside a date and whether it was still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from viz.parsers.dates.numbers import spoken_year

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_FOUR = r"(?:1[5-9]|20)\d\d"
_YEAR = _FOUR + r"(?![\d%]|[.,:]\d)"
_SPOKEN = (
    r"nineteen\s(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine)\b)?"
)
_TELLING = re.compile(
    rf"""\b(?:
    (?:(?P<weekday>{_WEEKDAY})\b\.?\s?,?\s)?(?P<month>{_MONTH})\b\.?\s(?P<day>{_DAY})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)
        (?:\s?,?\s(?P<year>{_YEAR}))?
    |(?:(?P<weekday2>{_WEEKDAY})\b\.?\s?,?\s(?:the\s)?)?(?P<day2>{_DAY})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})\b\.?
        (?:\s?,?\s(?P<year2>{_YEAR}))?
    |(?:(?P<month6>{_MONTH})\b\.?\s)?(?P<year6>{_SPOKEN})
    |(?P<month3>{_MONTH})\b\.?\s?,?\s(?:of\s)?(?P<year3>{_YEAR})
    |(?P<year4>{_FOUR})-(?P<month4>\d\d)-(?P<day4>\d\d)(?!\d)
    |(?P<year5>(?:19|20)\d\d)(?![\w%]|[.,:]\d|-\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_YEAR_AFTER = re.compile(
    r"[$£€#.,:/-]$|\b(?:no|nos|room|flight|route|highway|model|some|about|than|least)\.?\s$", re.IGNORECASE
)
_NO_YEAR_BEFORE = re.compile(
    r"-?\s?(?:people|men|women|troops|jobs|miles|meters|kilometers|points|dollars|euros|votes|homes)\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:will|ll|shall|would|could|may|might|expects?|expected|scheduled?|plans?|planned|planning|due|payable|"
    r"begins?|effective|deadline|expires?|mature|maturing|matures|upcoming|hopes?|starting|next|to\s(?:be|begin|take|meet|vote|hold|"
    r"go|run|open)|ahead\sof|coming|future|target|redeemed|redeemable|convertible|slated|proposed|if|"
    r"predict\w*|forecast\w*|project(?:s|ed|ions?)|outlook|puttable|callable)\b",
    re.IGNORECASE,
)  # fmt: skip
_BY_THEN = re.compile(
    r"\bby\s(?:(?:the\s)?(?:beginning|start|middle|end|close)\sof\s|early\s|late\s|mid-?\s?)?$", re.IGNORECASE
)
_LIMIT = re.compile(r"\b(?:until|till|before|through|set\sfor)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|did|knew|went|came|fell|began|lay|held|ran|been|(?<!\bis\s)(?<!\bare\s)(?!need|speed|unit)\w{2,}ed)\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\s(?:\w+\s)?(?:will|shall)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;]['\"”’)]*\s+(?=[A-Z\"“'(])|\s[.!?;]\s|\n")
_WEEKDAY_WORD = re.compile(r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE)
_FAR_WEEKDAY = re.compile(r"\b(?:next|every|each|last|until|by|before|will|of)\s(?:\w+\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A date as the text tells it, None for what it leaves out; `weekday` 0 is Monday; `to_come` if yet to happen."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    to_come: bool

    @property
    def first(self) -> date | None:
        """Its first day, when the year is told."""
        return None if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> date | None:
        """Its first day in a year; None when the calendar lacks it."""
        try:
            return date(year, self.month or 1, self.day or 1)
        except ValueError:
            return None


def tellings(text: str) -> Iterator[Telling]:
    """Every calendar date and year of a text, in its order, with whether the words around it put it in the future."""
    for match in _TELLING.finditer(text):
        told = {name: _first(match, name) for name in ("year", "month", "day", "weekday")}
        if match["year5"] and _is_a_count(text, match):
            continue
        month = told["month"] and (int(told["month"]) if told["month"].isdigit() else month_number(told["month"]))
        if month and not 1 <= month <= 12:
            continue
        weekday = weekday_number(told["weekday"]) if told["weekday"] else None
        year = _year_number(told["year"]) if told["year"] else None
        day = int(told["day"]) if told["day"] else None
        reach = 80 if month else 45  # "due 1998": the words that put a bare year in the future stand close to it
        to_come = is_to_come(text, match.start(), reach) or bool(match["year5"] and _WILL.match(text, match.end()))
        yield Telling(match.start(), match.end(), year, month or None, day, weekday, to_come)


def _is_a_count(text: str, match: re.Match[str]) -> bool:
    """Whether four digits alone are no year: "about 1,950", "2000 people", "flight 1999"."""
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(_NO_YEAR_AFTER.search(before) or _NO_YEAR_BEFORE.match(text, match.end()))


def _first(match: re.Match[str], name: str) -> str:
    groups = match.groupdict()
    return next((groups[name + variant] for variant in ("", "2", "3", "4", "5", "6") if groups.get(name + variant)), "")


def _year_number(told: str) -> int:
    """The year of "1994" or "nineteen ninety-four"."""
    return int(told) if told.isdigit() else spoken_year(re.split(r"[-\s]", told.lower()))


def month_number(word: str) -> int:
    """1 for "January", "jan" ..."""
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word[:3].lower()))


def weekday_number(word: str) -> int:
    """0 for "Monday", "mon" ..."""
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(word[:3].lower()))


def is_to_come(text: str, start: int, reach: int) -> bool:
    """Whether the words before a date, back to the beginning of its sentence, speak of what is still to come."""
    before = text[max(0, start - reach) : start]
    clause = _SENTENCE_END.split(before)[-1]
    is_limit = _LIMIT.search(clause) or _BY_THEN.search(clause)
    return bool(_TO_COME.search(clause) or (is_limit and not _PAST.search(clause)))


def weekdays(text: str) -> frozenset[int]:
    """The weekdays a text names for what has happened."""
    return frozenset(
        weekday_number(match.group(1))
        for match in _WEEKDAY_WORD.finditer(text)
        if not _FAR_WEEKDAY.search(text[max(0, match.start() - 20) : match.start()])
    )


def first_weekday(text: str) -> int | None:
    """The first weekday a text names for what has happened."""
    for match in _WEEKDAY_WORD.finditer(text):
        if not _FAR_WEEKDAY.search(text[max(0, match.start() - 20) : match.start()]):
            return weekday_number(match.group(1))
    return None

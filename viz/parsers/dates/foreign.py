"""Absolute dates in texts that are not English: found by the words of their language, read by dateparser.

    find_foreign_dates("Указ подписан 15 октября 2017 г.", None, "ru")

Full dates, months and years, and days without a year, which count from the publication date. Relative expressions
("вчера") are left alone: they need a grammar of the language. Confidence is lower than that of the English engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from viz.model import Basis, DateMention, DateType, Granularity, When
from viz.parsers.dates.foreign_words import Vocabulary, supported, vocabulary
from viz.parsers.dates.language import language_name

CONFIDENCE = 0.6
_NUMERALS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_FIELDS = ("year", "month", "day")
_VARIANTS = ("", "2", "3", "4", "5", "6", "7", "8")


@dataclass(frozen=True, slots=True)
class _Parts:
    """What an expression names; None for what it leaves out. `start` and `end` are its span."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


def find_foreign_dates(text: str, published: date | None, language: str) -> tuple[DateMention, ...]:
    """The absolute dates of a text in `language` (a code such as "ru", "pt-BR", "uz-Cyrl"), in its order.

    A day without a year is the one nearest to `published`; without that it keeps its TIMEX3 value and has no place
    on a timeline. English, and languages dateparser does not know, give nothing.
    """
    code = supported(language)
    if not code:
        return ()
    words = vocabulary(code)
    found = _with_range_years(list(_find(text, words)), text, words)
    return tuple(_mention(text, parts, published, words) for parts in found)


def _find(text: str, words: Vocabulary) -> Iterator[_Parts]:
    for match in words.pattern.finditer(text):
        parts = _numeric(match, words) if match.groupdict().get("first") else _named(match, words)
        if parts is None:
            continue
        if parts.day is not None and (first := _range_start(text, parts, words)):
            yield first
        yield parts


def _named(match: re.Match[str], words: Vocabulary) -> _Parts | None:
    groups = match.groupdict()
    told = {field: next(filter(None, (groups.get(field + v) for v in _VARIANTS)), None) for field in _FIELDS}
    year, day = _number(told["year"]), _number(told["day"])
    month = _number(told["month"]) if told["month"] and not _is_name(told["month"]) else None
    if told["month"] and month is None:
        month = words.month_of(told["month"])
    start = match.start("year7") if groups.get("year7") else match.start()
    end = match.end() if not match.group().endswith((" ", "\n")) else match.start() + len(match.group().rstrip())
    return _Parts(start, end, year, month, day)


def _is_name(month: str) -> bool:
    return not month.isdigit() and not set(month) <= {*_NUMERALS, "十"}


def _numeric(match: re.Match[str], words: Vocabulary) -> _Parts:
    """A date in numbers; where the two could be swapped, the language's order decides, unless it gives no date."""
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if words.order == "MDY" else (first, second)
    if month > 12 >= day:
        day, month = month, day
    return _Parts(match.start(), match.end(), int(match["year6"]), month, day)


def _number(digits: str | None) -> int | None:
    """A number written in digits of any script, with an ordinal ending, or in Chinese characters."""
    if digits is None:
        return None
    if plain := re.match(r"\d+", digits):
        return int(plain.group())
    if "十" in digits:
        tens, units = digits.split("十", 1)
        return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(units, 0)
    return int("".join(str(_NUMERALS[character]) for character in digits))


def _range_start(text: str, parts: _Parts, words: Vocabulary) -> _Parts | None:
    """The first day of "15-17 октября": a number and a joining word right before a date."""
    window = text[max(0, parts.start - 16) : parts.start]
    ordinal = r"(?<![\w.,:/-])(\d{1,2})(?:[.ºª]|er|-?го|-?е)?"
    number = re.search(f"{ordinal}{words.joiner.pattern}$", window, re.IGNORECASE)
    if not number or not 1 <= int(number.group(1)) <= (parts.day or 0):
        return None
    start = parts.start - len(window) + number.start(1)
    return replace(parts, start=start, end=start + len(number.group(1)), day=int(number.group(1)))


def _with_range_years(found: list[_Parts], text: str, words: Vocabulary) -> list[_Parts]:
    """In "с 15 сентября по 17 октября 2017 года" the first day is one of the year told at the second."""
    for index in reversed(range(len(found) - 1)):
        first, second = found[index], found[index + 1]
        joined = first.end <= second.start and words.joiner.fullmatch(text[first.end : second.start])
        if joined and first.month and first.year is None and second.year is not None:
            found[index] = replace(first, year=second.year)
    return found


def _mention(text: str, parts: _Parts, published: date | None, words: Vocabulary) -> DateMention:
    said = text[parts.start : parts.end]
    why = f"«{said}» is read as {language_name(words.language)}."
    when, anchor, value = None, "", _value(parts)
    if parts.year is not None:
        when = _when(parts, Basis.EXPLICIT, why, words)
        if when is None:
            why = f"«{said}» is no day of the calendar."
    elif published is None:
        why = f"«{said}» names no year, and the publication date is not known."
    else:
        readings = _nearest(parts, published, words)
        if readings:
            why = f"{why} Of the years it can mean, the nearest to publication is taken."
            when = replace(readings[0], why=why, alternatives=readings[1:])
            value, anchor = when.timex, "published"
    return DateMention(
        parts.start, parts.end, said, DateType.DATE, value if when or parts.year is None else "", anchor=anchor,
        when=when, why=why, confidence=CONFIDENCE, language=words.language,
    )  # fmt: skip


def _value(parts: _Parts) -> str:
    """The TIMEX3 value, with X for what is not told."""
    value = f"{parts.year:04d}" if parts.year is not None else "XXXX"
    value += f"-{parts.month:02d}" if parts.month is not None else ""
    return value + (f"-{parts.day:02d}" if parts.day is not None else "")


def _nearest(parts: _Parts, published: date, words: Vocabulary) -> tuple[When, ...]:
    """The same day of the years around publication, nearest first."""
    dated = [replace(parts, year=published.year + shift) for shift in (-1, 0, 1)]
    readings = [when for one in dated if (when := _when(one, Basis.RELATIVE, "", words))]
    return tuple(sorted(readings, key=lambda when: abs((when.earliest or published) - published))[:2])


def _when(parts: _Parts, basis: Basis, why: str, words: Vocabulary) -> When | None:
    """The interval of a day, month or year; None when the calendar has no such day."""
    name = words.names[parts.month - 1] if parts.month and parts.month <= 12 else ""
    if parts.month and not name:
        return None
    first = _read(f"{parts.day or 1} {name or words.names[0]} {parts.year}", words.reader)
    if first is None:
        return None
    value = _value(parts)
    if parts.day:
        return When.day(first, basis, why)
    if parts.month:
        after = (first.replace(day=28) + timedelta(4)).replace(day=1)
        return When(first, after, Granularity.MONTH, value, value, basis, why)
    return When(first, first.replace(year=first.year + 1), Granularity.YEAR, value, value, basis, why)


@cache
def _reader(code: str) -> Any:
    # Imported here: no English text needs it, and it takes a tenth of a second.
    from dateparser.date import DateDataParser

    return DateDataParser(languages=[code], settings={"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]})


@cache
def _read(expression: str, code: str) -> date | None:
    """One full date in a language's words, by dateparser; None when there is no such day."""
    found = _reader(code).get_date_data(expression).date_obj
    return found.date() if found else None

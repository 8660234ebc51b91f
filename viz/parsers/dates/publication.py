"""When was it published? A proposal from the text alone, for an article that came without its date.

    infer_published("BISHKEK, April 30, 2021 - Kyrgyzstan said on Friday ...").sure     date(2021, 4, 30)

The set of days that survives what the text says, with the reasons, for a reader to confirm. `sure` is only set when the
text states its own date and nothing in it disagrees; most texts do not, and then no relative date may be resolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from viz.parsers.dates.told import WEEKDAYS, Telling, tellings, weekdays

HEAD = 600
TAIL = 200
_AFTER_DATELINE = re.compile(r"\s?(?:\([^)\n]{1,30}\)|/[^/\n]{1,30}/)?\s?(?:-{1,2}|–|—|_|:)(?:\s|$)")
_BEFORE_DATELINE = re.compile(r"[^\W\d_][^\n]{1,60}$")
_IN_HEADER = re.compile(
    r"\b(?:published|posted|updated|modified|created|date|dated|release|press|time|at|on|gmt|utc|est|edt|cet|cst|pst|pdt|bst|a\.?m|p\.?m|"
    r"mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b\.?|\d{1,2}[:.]\d\d(?::\d\d)?|[\W_]",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:today|this\s(?:morning|afternoon|evening))\s?,?\s(?:on\s)?(?:\(\s?)?$", re.IGNORECASE)
_YESTERDAY = re.compile(r"\b(yesterday|today|tomorrow)\s?[,(]\s?(?:on\s)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE)
_SPAN = re.compile(
    r"\bin\s(?P<then>(?:1[5-9]|20)\d\d)\s?,\s(?:exactly\s)?(?P<years>\d{1,3})\syears\sago\b"
    r"|\b(?P<years2>\d{1,3})\syears\sago\s?,\sin\s(?:\w+\s)?(?P<then2>(?:1[5-9]|20)\d\d)\b"
    r"|\b(?P<years3>\d{1,3})(?:st|nd|rd|th)\sanniversary\sof\s[^.\n]{0,60}?\b(?P<then3>(?:1[5-9]|20)\d\d)\b"
    r"|\b(?:now|aged)\s(?P<years4>\d{1,3})\s?,[^.\n]{0,40}\bborn\s(?:in|on)\s[^.\n]{0,20}?(?P<then4>(?:1[89]|20)\d\d)\b"
    r"|\bborn\s(?:in|on)\s[^.\n]{0,20}?(?P<then5>(?:1[89]|20)\d\d)\b[^.\n]{0,40}\b(?:is\snow|aged|age)\s(?P<years5>\d{1,3})\b"
    r"|\bsince\s(?P<then6>(?:1[5-9]|20)\d\d)\s?,\s(?:for|or)\s(?P<years6>\d{1,3})\syears\b",
    re.IGNORECASE,
)
_OFFSET = {"yesterday": 1, "today": 0, "tomorrow": -1}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer that survives: the half-open interval of days, its share of the belief (0 to 1), and why."""

    earliest: date
    latest: date
    weight: float
    reasons: tuple[str, ...]

    @property
    def day(self) -> date | None:
        """The one day it means, None when it is longer."""
        return self.earliest if self.latest - self.earliest == timedelta(1) else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Days on which a text may have been published, best first; empty when nothing in it tells.

    `bounds` are the days before which (first) it cannot and after which (last) it can hardly have been written.
    `why` is for the reader: one sentence for each thing that was used.
    """

    candidates: tuple[Candidate, ...]
    sure: date | None
    why: tuple[str, ...]
    bounds: tuple[date | None, date | None]


def infer_published(text: str) -> Proposal:
    """What the text says of its own publication date. Never a guess in silence: without evidence there is no candidate."""
    told = list(tellings(text))
    bounds = _bounds(told)
    stated = _stated(text, told)
    if stated and stated.year:
        return _with_full_date(text, stated, told, bounds)
    years = _years(text, told)
    if stated:
        return _with_month_and_day(text, stated, years, told, bounds)
    if not years:
        return Proposal((), None, ("Nothing in the text tells when it was published; dates that count from it stay relative.",), bounds)
    return _with_years(text, years, told, bounds)


def _stated(text: str, told: Sequence[Telling]) -> Telling | None:
    """The date the text gives itself: a line of its own, a dateline, or "today, Friday, Sept. 15"."""
    days = [telling for telling in told if telling.day and telling.month]
    for judge in (_is_header, _is_dateline, _is_today):
        for telling in days:
            if judge(text, telling):
                return telling
    return None


def _is_header(text: str, telling: Telling) -> bool:
    """Whether it stands in a line of nothing but a date, in the head of the text or at its very end."""
    if not (telling.start < HEAD or telling.end > len(text) - TAIL) or telling.year is None:
        return False
    line_start, line_end = text.rfind("\n", 0, telling.start) + 1, text.find("\n", telling.end)
    line_end = len(text) if line_end < 0 else line_end
    rest = text[line_start : telling.start] + text[telling.end : line_end]
    return len(rest) < 80 and not _IN_HEADER.sub("", rest) and line_end - line_start < len(text.strip())


def _is_dateline(text: str, telling: Telling) -> bool:
    """Whether a place stands before it and a dash after it, at the beginning of a line in the head of the text."""
    if telling.start > HEAD or not _AFTER_DATELINE.match(text, telling.end):
        return False
    before = text[text.rfind("\n", 0, telling.start) + 1 : telling.start]
    return bool(_BEFORE_DATELINE.match(before.strip() + " ")) and len(before.split()) <= 8


def _is_today(text: str, telling: Telling) -> bool:
    return bool(_TODAY.search(text[max(0, telling.start - 30) : telling.start]))


def _quote(text: str, telling: Telling) -> str:
    return f"«{' '.join(text[telling.start : telling.end].split())}»"


def _with_full_date(text: str, stated: Telling, told: Sequence[Telling], bounds: tuple[date | None, date | None]) -> Proposal:
    day = stated.first
    if day is None:
        return Proposal((), None, (f"{_quote(text, stated)} is no day of the calendar.",), bounds)
    reasons = [f"{_quote(text, stated)} stands where an article gives its own date."]
    later = [other for other in told if not other.to_come and other.day and (first := other.first) and first > day]
    if later:
        reasons.append(f"But {_quote(text, later[0])} is later.")
    wrong_weekday = stated.weekday is not None and stated.weekday != day.weekday()
    if wrong_weekday:
        reasons.append(f"But that day was a {WEEKDAYS[day.weekday()].title()}.")
    certain = not later and not wrong_weekday and _is_settled(text, stated, day)
    return Proposal(_day_or_next(day, 1.0, reasons, alone=certain), day if certain else None, tuple(reasons), bounds)


def _is_settled(text: str, stated: Telling, day: date) -> bool:
    """A line of its own states the day; a dateline may be of the day before, unless the story is of that weekday."""
    return _is_header(text, stated) or _is_today(text, stated) or day.weekday() in weekdays(text)


def _day_or_next(day: date, share: float, reasons: Sequence[str], *, alone: bool) -> tuple[Candidate, ...]:
    one = timedelta(1)
    if alone:
        return (Candidate(day, day + one, share, tuple(reasons)),)
    next_day = (*reasons, "A dateline may be of the day before publication.")
    return (Candidate(day, day + one, share * 0.75, tuple(reasons)), Candidate(day + one, day + 2 * one, share * 0.25, next_day))


def _with_month_and_day(
    text: str, stated: Telling, years: dict[int, tuple[float, str]], told: Sequence[Telling], bounds: tuple[date | None, date | None]
) -> Proposal:
    """The dateline tells month and day; years the text speaks of, and the weekday, tell the year."""
    named = weekdays(text)
    reasons = [f"{_quote(text, stated)} stands where an article gives its own date, without a year."]
    weighed: list[tuple[date, float, str]] = []
    for year, (share, reason) in years.items():
        day = stated.in_year(year)
        if day is None or (stated.weekday is not None and stated.weekday != day.weekday()):
            continue
        if bounds[0] and day < bounds[0]:
            continue
        weighed.append((day, share * (3.0 if day.weekday() in named else 1.0), reason))
    if not weighed:
        return Proposal((), None, (*reasons, "No year of the text goes with it."), bounds)
    total = sum(share for _, share, _ in weighed)
    weighed.sort(key=lambda item: -item[1])
    candidates = [c for day, share, why in weighed for c in _day_or_next(day, share / total, [*reasons, why], alone=False)]
    best, _, why = weighed[0]
    recent = any(
        other.year == best.year and other.month and not other.to_come and (first := other.first) and best - timedelta(60) <= first <= best
        for other in told
    )
    sure = best if recent and best.weekday() in named and not _may_be_later(told, best.year) else None
    order = tuple(sorted(candidates, key=lambda candidate: -candidate.weight)[:6])
    return Proposal(order, sure, (*reasons, why), bounds)


def _may_be_later(told: Sequence[Telling], year: int) -> bool:
    """Whether the text speaks of a later year as past."""
    return any(other.year and other.year > year and not other.to_come for other in told)


def _bounds(told: Sequence[Telling]) -> tuple[date | None, date | None]:
    past = [first for telling in told if not telling.to_come and (first := telling.first)]
    lower = max(past, default=None)
    coming = [first for telling in told if telling.to_come and telling.month and (first := telling.first) and (not lower or first > lower)]
    return lower, min(coming, default=None)


def _years(text: str, told: Sequence[Telling]) -> dict[int, tuple[float, str]]:
    """Years of publication that survive, with their share and the reason: the latest year told as past, and the next ones."""
    if span := _SPAN.search(text):
        groups = span.groupdict()
        then, count = (next(int(value) for name, value in groups.items() if value and name.startswith(kind)) for kind in ("then", "years"))
        return {then + count: (1.0, f"«{span.group()}» gives both ends: {then} and {count} years.")}
    past = [telling for telling in told if telling.year and not telling.to_come]
    if not past:
        return _before_the_future(text, told)
    last = max(past, key=lambda telling: (telling.year or 0, telling.month is not None))
    year = last.year or 0
    full = last.month is not None
    coming = min((t.year for t in told if t.to_come and t.year and t.year > year), default=year + 9)
    shares = {0: 0.6 if full else 0.55, 1: 0.25, 2: 0.06, 3: 0.03}
    reason = f"{_quote(text, last)} is the latest date told as past."
    return {year + more: (share, reason) for more, share in shares.items() if year + more <= coming}


def _before_the_future(text: str, told: Sequence[Telling]) -> dict[int, tuple[float, str]]:
    coming = min((telling for telling in told if telling.year), key=lambda telling: telling.year or 0, default=None)
    if coming is None or coming.year is None:
        return {}
    reason = f"{_quote(text, coming)} is told as still to come."
    return {coming.year - less: (share, reason) for less, share in {0: 0.35, 1: 0.35, 2: 0.1}.items()}


def _with_years(
    text: str, years: dict[int, tuple[float, str]], told: Sequence[Telling], bounds: tuple[date | None, date | None]
) -> Proposal:
    """No dateline: for each year that survives, the stretch between the latest past and the earliest coming day."""
    reasons: list[str] = []
    if weekday := _YESTERDAY.search(text):
        number = (WEEKDAYS.index(weekday.group(2).lower()) + _OFFSET[weekday.group(1).lower()]) % 7
        reasons.append(f"«{weekday.group()}» makes it a {WEEKDAYS[number].title()}.")
    total = sum(share for share, _ in years.values())
    candidates = []
    for year, (share, reason) in years.items():
        earliest, latest, used = _stretch(text, year, told)
        if bounds[0] and latest <= bounds[0]:
            continue
        candidates.append(Candidate(earliest, latest, share / total, (reason, *used, *reasons)))
    candidates.sort(key=lambda candidate: -candidate.weight)
    why = candidates[0].reasons if candidates else ("The dates of the text contradict each other.",)
    return Proposal(tuple(candidates), None, why, bounds)


def _stretch(text: str, year: int, told: Sequence[Telling]) -> tuple[date, date, tuple[str, ...]]:
    """The days of a year after what has happened and before what is to come, with the dates that limit them."""
    dated = [(first, telling) for telling in told if telling.month and telling.year in (None, year) and (first := telling.in_year(year))]
    coming = min(((first, t) for first, t in dated if t.to_come and t.day), default=None, key=lambda pair: pair[0])
    past = [(first, t) for first, t in dated if not t.to_come and (coming is None or t.year or first <= coming[0])]
    last = max(past, default=None, key=lambda pair: pair[0])
    used = []
    earliest, latest = date(year, 1, 1), date(year + 1, 1, 1)
    if last:
        earliest = last[0]
        used.append(f"{_quote(text, last[1])} has passed.")
    if coming and coming[0] > earliest:
        latest = coming[0]
        used.append(f"{_quote(text, coming[1])} is still to come.")
    return earliest, latest, tuple(used)

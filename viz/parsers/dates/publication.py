"""When was it published? A proposal from the text alone, for an article that came without its date.

    infer_published("BISHKEK, April 30, 2021 - Kyrgyzstan said on Friday ...").sure     date(2021, 4, 30)

The set of days that survives what the text says, with the reasons, for a reader to confirm. `sure` is only set when the
text states its own date and nothing in it disagrees; most texts do not, and then no relative date may be resolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from viz.parsers.dates.both_ends import Years, years_told
from viz.parsers.dates.calendar_fit import Clue, clues, fit, years_that_fit
from viz.parsers.dates.told import WEEKDAYS, Telling, first_weekday, tellings, weekdays

NOTHING = "Nothing in the text tells when it was published; dates that count from it stay relative."
Bounds = tuple[date | None, date | None]
HEAD = 600
MOST = 5
LIMIT = 2000  # dates looked at: far more than an article has, so that a table of years costs no more
TAIL = 200
_AFTER_DATELINE = re.compile(r"\s?(?:\([^)\n]{1,30}\)|/[^/\n]{1,30}/)?\s?(?:-{1,2}|–|—|_|:)(?:\s|$)")
_BEFORE_DATELINE = re.compile(r"[^\W\d_][^\n]{1,60}$")
_BYLINE = re.compile(r"\s*by\s+[^\n,;:]{2,60}[,|·–—-]?\s*", re.IGNORECASE)  # "By Jana Petrova, 14 June 2024"
_IN_HEADER = re.compile(
    r"\b(?:published|posted|updated|modified|created|date|dated|release|press|time|at|on|gmt|utc|est|edt|cet|cst|pst|pdt|bst|a\.?m|p\.?m|"
    r"mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b\.?|\d{1,2}[:.]\d\d(?::\d\d)?|[\W_]",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:today|this\s(?:morning|afternoon|evening))\s?,?\s(?:on\s)?(?:\(\s?)?$", re.IGNORECASE)
_YESTERDAY = re.compile(rf"\b(yesterday|today|tomorrow)\s?[,(]\s?(?:on\s)?({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
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
    bounds: Bounds


def infer_published(text: str, today: date | None = None) -> Proposal:
    """What the text says of its own publication date; without evidence there is no candidate.

    Nothing is published after `today`, the day of the call when None.
    """
    today = today or date.today()
    told = list(islice(tellings(text), LIMIT))
    bounds = _bounds(told)
    stated = _stated(text, told)
    if stated and stated.year:
        return _with_full_date(text, stated, told, bounds)
    found = clues(text, told)
    years = {year: (share * fit(year, found), why) for year, (share, why) in _years(text, told, today).items()}
    is_open = not years
    if is_open:
        years = years_that_fit(text, found or _dateline_clue(text, stated), today)
    if stated:
        return _with_month_and_day(text, stated, years, told, today, is_open=is_open)
    if not years:
        return Proposal((), None, (NOTHING,), bounds)
    return _with_years(text, years, told, today)


def _dateline_clue(text: str, stated: Telling | None) -> tuple[Clue, ...]:
    """A dateline without a year, with the weekday its story names first: on that day, most often."""
    named = first_weekday(text[stated.end : stated.end + HEAD]) if stated else None
    return (Clue(replace(stated, weekday=named), ""),) if stated and named is not None else ()


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
    before, after = text[line_start : telling.start], text[telling.end : line_end]
    if _BYLINE.fullmatch(before) and not after.strip(" ."):
        return telling.start < HEAD
    rest = before + after
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


def _with_full_date(text: str, stated: Telling, told: Sequence[Telling], bounds: Bounds) -> Proposal:
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
    same = Candidate(day, day + one, share * 0.75, tuple(reasons))
    return (same, Candidate(day + one, day + 2 * one, share * 0.25, next_day))


def _with_month_and_day(
    text: str, stated: Telling, years: Years, told: Sequence[Telling], today: date, *, is_open: bool
) -> Proposal:
    """The dateline tells month and day; years the text speaks of, and the weekday of its story, tell the year.

    `is_open` when the text speaks of no year: then they are all that fit the weekday.
    """
    bounds = _bounds(told)
    reasons = [f"{_quote(text, stated)} stands where an article gives its own date, without a year."]
    weighed: list[tuple[date, float, str]] = []
    for year, (share, reason) in years.items():
        day = stated.in_year(year)
        if day is None or day > today or (bounds[0] and day < bounds[0]):
            continue
        if stated.weekday not in (None, day.weekday()):
            continue
        weighed.append((day, share * _weekday_fits(text, stated, day), reason))
    if not weighed:
        return Proposal((), None, (*reasons, "No year of the text goes with it."), bounds)
    total = sum(share for _, share, _ in weighed)
    weighed.sort(key=lambda item: -item[1])
    candidates: list[Candidate] = []
    for day, share, why in weighed:
        if is_open:  # so many years that the two days of each would hide some of them
            candidates.append(Candidate(day, day + timedelta(2), share / total, (*reasons, why)))
        else:
            candidates += _day_or_next(day, share / total, [*reasons, why], alone=False)
    best, _, why = weighed[0]
    sure = best if _is_pinned(text, best, told) else None
    return Proposal(_with_the_rest(sorted(candidates, key=lambda one: -one.weight)), sure, (*reasons, why), bounds)


def _weekday_fits(text: str, stated: Telling, day: date) -> float:
    """How much likelier a year is for the story's first weekday: that of the dateline's day, or of the day before."""
    named = first_weekday(text[stated.end : stated.end + HEAD])
    if stated.weekday is not None or named is None:
        return 1.0
    behind = (day.weekday() - named) % 7
    return 15.0 if behind == 0 else 5.0 if behind == 1 else 1.0


def _is_pinned(text: str, day: date, told: Sequence[Telling]) -> bool:
    """Whether a date with its year, at most two months before, and the story's weekday both agree with a day."""
    past = [other.first for other in told if other.year == day.year and other.month and not other.to_come]
    recent = any(first and day - timedelta(60) <= first <= day for first in past)
    return recent and day.weekday() in weekdays(text) and not _may_be_later(told, day.year)


def _may_be_later(told: Sequence[Telling], year: int) -> bool:
    """Whether the text speaks of a later year as past."""
    return any(other.year and other.year > year and not other.to_come for other in told)


def _bounds(told: Sequence[Telling]) -> Bounds:
    past = [first for telling in told if not telling.to_come and (first := telling.first)]
    lower = max(past, default=None)
    coming = [first for telling in told if telling.to_come and telling.month and (first := telling.first)]
    return lower, min((first for first in coming if not lower or first > lower), default=None)


def _years(text: str, told: Sequence[Telling], today: date) -> Years:
    """Years of publication that survive, best first, with their share and the reason."""
    if both := years_told(text):
        return both
    ahead = {telling.year for telling in told if telling.to_come and not telling.month}
    past = [t for t in told if t.year and not t.to_come and (t.month or t.year not in ahead)]
    if not past:
        return _before_the_future(text, told, today)
    last = max(past, key=lambda telling: (telling.year or 0, telling.month is not None))
    year = last.year or 0
    coming = [telling.year for telling in told if telling.to_come and telling.year and telling.year > year]
    reason = f"{_quote(text, last)} is the latest date told as past."
    # The year of publication itself is seldom named: "in 1988" is most often last year, and may be long ago.
    shares = {0: 0.35 if last.month else 0.25} | {gap: 0.5 / gap**1.7 for gap in range(1, 60)}
    shares.setdefault(max(today.year - year, 0), 0.001)  # a history may be of any later time
    return {year + gap: (share, reason) for gap, share in shares.items() if year + gap <= min([*coming, today.year])}


def _before_the_future(text: str, told: Sequence[Telling], today: date) -> Years:
    """Without a past year: the year of the earliest date to come, and those before it."""
    coming = min((telling for telling in told if telling.year), key=lambda telling: telling.year or 0, default=None)
    if coming is None or coming.year is None:
        return {}
    reason = f"{_quote(text, coming)} is told as still to come."
    shares = {0: 0.3} | {gap: 0.45 / gap**1.7 for gap in range(1, 20)}
    return {coming.year - gap: (share, reason) for gap, share in shares.items() if coming.year - gap <= today.year}


def _with_years(text: str, years: Years, told: Sequence[Telling], today: date) -> Proposal:
    """No dateline: for each year that survives, the stretch between the latest past and the earliest coming day."""
    bounds = _bounds(told)
    reasons: list[str] = []
    if weekday := _YESTERDAY.search(text):
        number = (WEEKDAYS.index(weekday.group(2).lower()) + _OFFSET[weekday.group(1).lower()]) % 7
        reasons.append(f"«{weekday.group()}» makes it a {WEEKDAYS[number].title()}.")
    total = sum(share for share, _ in years.values())
    candidates = []
    for year, (share, reason) in years.items():
        earliest, latest, used = _stretch(text, year, told)
        if year <= today.year and not (bounds[0] and latest <= bounds[0]) and earliest <= today:
            candidates.append(Candidate(earliest, latest, share / total, (reason, *used, *reasons)))
    candidates.sort(key=lambda candidate: -candidate.weight)
    why = candidates[0].reasons if candidates else ("The dates of the text contradict each other.",)
    return Proposal(_with_the_rest(candidates), None, why, bounds)


def _with_the_rest(candidates: list[Candidate]) -> tuple[Candidate, ...]:
    """The best few, and the others as one stretch: what cannot be excluded stays visible."""
    rest = candidates[MOST:]
    if not rest:
        return tuple(candidates)
    earliest, latest = min(c.earliest for c in rest), max(c.latest for c in rest)
    together = Candidate(earliest, latest, sum(c.weight for c in rest), ("Other years cannot be excluded.",))
    return (*candidates[:MOST], together)


def _stretch(text: str, year: int, told: Sequence[Telling]) -> tuple[date, date, tuple[str, ...]]:
    """The days of a year after what has happened and before what is to come, with the dates that limit them.

    A day without a year may be of the year before or after: it limits only what a whole date has already begun.
    """
    of_year = [telling for telling in told if telling.month and telling.year in (None, year)]
    dated = [(first, telling) for telling in of_year if (first := telling.in_year(year))]
    last = max(((first, t) for first, t in dated if not t.to_come and t.year), default=None, key=lambda pair: pair[0])
    earliest, latest = last[0] if last else date(year, 1, 1), date(year + 1, 1, 1)
    used = [f"{_quote(text, last[1])} has passed."] if last else []
    coming = [(first, t) for first, t in dated if t.to_come and t.day and first > earliest and (last or t.year)]
    if coming:
        latest, telling = min(coming, key=lambda pair: pair[0])
        used.append(f"{_quote(text, telling)} is still to come.")
    return earliest, latest, tuple(used)

"""What the text is talking about as it goes on: the reference time of a story.

News counts from its publication date. A narrative (a history, a chronicle) tells years in the past one after the
other, and its bare months and days belong to the year last named. Which of the two a passage is, is decided where a
bare date occurs: from how much of the document is dated in full, and from the year that was named last.
"""

from __future__ import annotations

from dataclasses import dataclass

from viz.parsers.dates.expressions import (
    Anchor,
    Clock,
    ClockShift,
    DayOf,
    Edge,
    Expression,
    Fixed,
    Found,
    Length,
    Partial,
    Shift,
)
from viz.parsers.dates.periods import Period, Unit
from viz.parsers.dates.tense import opens
from viz.parsers.dates.tokens import LETTERS, Tokens

OUTLYING = 25
TODAY = Shift(Unit.DAY, 0)
_REPORTED_MONTHS = (6, 9)  # companies report quarters, halves, nine months and years


@dataclass(slots=True)
class Story:
    """The running state of reading one text."""

    published: Period | None
    is_narrative: bool
    day: Period | None = None  # the day last named
    named: Period | None = None  # the date last named, of any unit up to a year
    named_at: int = 0  # where in the text
    written: Period | None = None  # the day of the dateline, where that lies shortly before publication
    written_at: int = 0  # where in the text
    quarter: Period | None = None  # the quarter whose figures are reported
    is_longer: bool = False  # figures of nine months or a year were named after those of the quarter
    time: str = ""  # the clock time told last for that day, "" when none was
    newest_at: int = -1  # the token where "the latest quarter" was named last: "last year" beside it means its quarter
    centre: int = 0  # the median year of a narrative; what lies far from it is an aside
    aside: Period | None = None  # a date far from the others, while nothing else was named: "... five years later"
    day_until: int = 0  # the token behind the day last named

    def note(self, period: Period, at: int, until: int, time: str = "") -> None:
        """Remembers a date that the text named, from a character until a token, and its time of day."""
        if period.unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
            return
        if self.centre and abs(period.year - self.centre) > OUTLYING:
            self.aside = period
            return
        self.named, self.named_at, self.aside = period, at, None
        if period != self.day or time:
            self.time = time if time[:1].isdigit() else ""
        if period.unit is Unit.DAY:
            self.day, self.day_until = period, until
        if period.unit is Unit.QUARTER:
            self._note_quarter(period)

    def _note_quarter(self, quarter: Period) -> None:
        """A report is of the first quarter it names, or of a later one that has ended: others are outlook."""
        self.is_longer = False
        age = self.published.to(Unit.QUARTER).index - quarter.index if self.published else 1
        if self.quarter is None:
            self.quarter = quarter if 0 <= age <= 4 else None
        elif age > 0 and quarter.index > self.quarter.index:
            self.quarter = quarter

    def note_length(self, length: Length) -> None:
        """Remembers that figures of several months were told: what is "a year earlier" is then no quarter."""
        if length.unit is Unit.MONTH and length.amount in _REPORTED_MONTHS:
            self.is_longer = True

    @property
    def year(self) -> int | None:
        """The year the story is in."""
        return self.named.year if self.named else None


def is_narrative(tokens: Tokens, found: list[Found], published: Period | None) -> bool:
    """Whether the text tells a past of its own.

    It does when most of its dates are by the calendar, many with a year well before publication, and it hardly speaks
    of weekdays, of yesterday or of last week. One day of long ago is enough where it does not speak of them at all,
    unless somebody was born then.
    """
    dates = [_day_told(one.expression) for one in found]
    told = [e.period for e in dates if isinstance(e, Fixed)]
    newsy = sum(_is_newsy(e) and not _opens(tokens, one) for one, e in zip(found, dates, strict=True))
    by_calendar = len(told) + sum(isinstance(e, Partial | DayOf) and not _is_newsy(e) for e in dates)
    past = [period for period in told if published is None or period.year < published.year - 1]
    is_life = any("born" in tokens.words[max(one.first - 3, 0) : one.first] for one in found)
    if len(past) < 3 and (newsy or is_life or not _is_old_story(told, published)):
        return False
    if published is not None and not _is_chronicle(past, published):
        return False
    lengths = sum(isinstance(e, Length | Clock | ClockShift) for e in dates)
    return by_calendar * 2 >= len(found) - lengths and newsy * 8 <= by_calendar


def _is_chronicle(past: list[Period], published: Period) -> bool:
    """Whether days, months or seasons of the past are told, or a time out of memory: years alone are background."""
    is_exact = any(period.unit in (Unit.DAY, Unit.MONTH, Unit.SEASON) for period in past)
    return is_exact or sorted(period.year for period in past)[len(past) // 2] < published.year - OUT_OF_MEMORY


def _is_old_story(told: list[Period], published: Period | None) -> bool:
    """Whether a day or month long before publication is told in full."""
    exact = [period.year for period in told if period.unit in (Unit.DAY, Unit.MONTH)]
    return published is not None and any(year < published.year - LONG_AGO for year in exact)


OUT_OF_MEMORY = 100  # years
LONG_AGO = 5  # years after which a day is history, where a text has only one such day and no word of news


def _day_told(expression: Expression) -> Expression:
    """The day beneath a time of day or an edge: "6 June" of "the morning of 6 June"."""
    if isinstance(expression, Clock) and expression.day is not None:
        return expression.day
    return expression.of if isinstance(expression, Edge) else expression


def _opens(tokens: Tokens, found: Found) -> bool:
    """Whether it is the "Today" that opens a sentence: histories end so, news says it later."""
    return found.expression == TODAY and opens(tokens, found.first)


def _is_newsy(expression: Expression) -> bool:
    """Whether it counts from the day of publication, as news does."""
    is_shift = isinstance(expression, Shift) and expression.anchor is Anchor.PUBLISHED
    return is_shift or (isinstance(expression, Partial) and expression.is_weekday)


def centre_of(found: list[Found]) -> int:
    """The median of the years the text gives, 0 without any."""
    years = sorted(f.expression.period.year for f in found if isinstance(f.expression, Fixed))
    return years[len(years) // 2] if years else 0


def is_dateline(tokens: Tokens, found: Found) -> bool:
    """Whether the date is that of the dateline: a month-day before a dash or bracket, near the beginning."""
    expression = found.expression
    if found.first > 60 or not isinstance(expression, Partial) or not expression.day or found.last >= len(tokens.kinds):
        return False
    return (
        tokens.kinds[found.last] in (LETTERS["DASH"], LETTERS["OPEN"])
        and tokens.kinds[found.first - 1] == LETTERS["COMMA"]
    )

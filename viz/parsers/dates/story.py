"""What the text is talking about as it goes on: the reference time of a story.

News counts from its publication date. A narrative (a history, a chronicle) tells years in the past one after the
other, and its bare months and days belong to the year last named. Which of the two a passage is, is decided where a
bare date occurs: from how much of the document is dated in full, and from the year that was named last.
"""

from __future__ import annotations

from dataclasses import dataclass

from viz.parsers.dates.expressions import Anchor, Fixed, Found, Length, Partial, Shift
from viz.parsers.dates.periods import Period, Unit
from viz.parsers.dates.tokens import LETTERS, Tokens

OUTLYING = 25
_REPORTED_MONTHS = (6, 9)  # companies report quarters, halves, nine months and years


@dataclass(slots=True)
class Story:
    """The running state of reading one text."""

    published: Period | None
    is_narrative: bool
    day: Period | None = None  # the day last named
    named: Period | None = None  # the date last named, of any unit up to a year
    named_at: int = 0  # where in the text
    quarter: Period | None = None  # the quarter whose figures are reported
    is_longer: bool = False  # figures of nine months or a year were named after those of the quarter
    newest_at: int = -1  # the token where "the latest quarter" was named last: "last year" beside it means its quarter
    centre: int = 0  # the median year of a narrative; what lies far from it is an aside

    def note(self, period: Period, at: int) -> None:
        """Remembers a date that the text named."""
        if period.unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
            return
        if self.centre and abs(period.year - self.centre) > OUTLYING:
            return
        self.named, self.named_at = period, at
        if period.unit is Unit.DAY:
            self.day = period
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


def is_narrative(found: list[Found], published: Period | None) -> bool:
    """Whether the text tells a past of its own.

    It does when most of its dates are by the calendar, many with a year well before publication, and it hardly speaks
    of weekdays, of yesterday or of last week.
    """
    expressions = [f.expression for f in found]
    years = [e.period.year for e in expressions if isinstance(e, Fixed)]
    newsy = sum(
        (isinstance(e, Shift) and e.anchor is Anchor.PUBLISHED) or (isinstance(e, Partial) and e.is_weekday)
        for e in expressions
    )
    by_calendar = len(years) + sum(isinstance(e, Partial) and not e.is_weekday for e in expressions)
    past = [year for year in years if published is None or year < published.year - 1]
    return len(past) >= 3 and by_calendar * 2 >= len(found) and newsy * 8 <= by_calendar


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

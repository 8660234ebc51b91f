"""What the text is talking about as it goes on: the reference time of a story.

News counts from its publication date. A narrative (a history, a chronicle) tells years in the past one after the
other, and its bare months and days belong to the year last named. Which of the two a passage is, is decided where a
bare date occurs: from how much of the document is dated in full, and from the year that was named last.
"""

from __future__ import annotations

from dataclasses import dataclass

from viz.parsers.dates.expressions import Fixed, Found
from viz.parsers.dates.periods import Period, Unit


@dataclass(slots=True)
class Story:
    """The running state of reading one text."""

    published: Period | None
    is_narrative: bool
    day: Period | None = None  # the day last named
    named: Period | None = None  # the date last named, of any unit up to a year
    quarter: Period | None = None  # the quarter last named

    def note(self, period: Period) -> None:
        """Remembers a date that the text named."""
        if period.unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
            return
        self.named = period
        if period.unit is Unit.DAY:
            self.day = period
        if period.unit is Unit.QUARTER:
            self.quarter = period

    @property
    def year(self) -> int | None:
        """The year the story is in."""
        return self.named.year if self.named else None


def is_narrative(found: list[Found], published: Period | None) -> bool:
    """Whether the text tells a past of its own: most of its years are given, and they lie well before publication."""
    years = [f.expression.period.year for f in found if isinstance(f.expression, Fixed)]
    if published is None:
        return bool(years)
    past = [year for year in years if year < published.year - 1]
    return len(past) >= 5 and len(past) * 4 >= len(found)

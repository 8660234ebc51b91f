"""Why a date is what it is, in one sentence a reader understands.

'last month' is August 2017: the article was published on 20 September 2017
"""

from __future__ import annotations

from viz.parsers.dates.expressions import (
    Compared,
    Expression,
    Fixed,
    Impossible,
    Latest,
    Length,
    Partial,
    Repeat,
    Side,
    Vague,
    is_told_in_full,
)
from viz.parsers.dates.named_days import is_lunar
from viz.parsers.dates.periods import MONTH_NAMES, Period, Unit, told_year, year_month_day
from viz.parsers.dates.resolved import Resolved
from viz.parsers.dates.story import Story
from viz.parsers.dates.tense import Tense

_SEASONS = ("spring", "summer", "autumn", "winter")
_QUARTERS = ("first", "second", "third", "fourth")


def told(period: Period) -> str:
    """A period as a reader says it: "20 September 2017", "the third quarter of 1989", "480 BC"."""
    unit = period.unit
    if unit is Unit.DAY:
        year, month, day = year_month_day(period.index)
        return f"{day} {MONTH_NAMES[month - 1]} {told_year(year)}"
    if unit is Unit.MONTH:
        return f"{MONTH_NAMES[period.index % 12]} {told_year(period.year)}"
    if unit is Unit.YEAR:
        return told_year(period.index)
    if unit in (Unit.WEEK, Unit.WEEKEND):
        first = Period(Unit.DAY, period.days()[0])
        return f"the {'week' if unit is Unit.WEEK else 'weekend'} that began on {told(first)}"
    if unit is Unit.LUNAR:
        start, end = period.days()
        return f"{told(Period(Unit.DAY, start))} to {told(Period(Unit.DAY, end - 1))}"
    if unit is Unit.SEASON:
        return f"the {_SEASONS[period.index % 4]} of {told_year(period.year)}"
    if unit is Unit.QUARTER:
        return f"the {_QUARTERS[period.index % 4]} quarter of {told_year(period.year)}"
    if unit is Unit.HALF:
        return f"the {_QUARTERS[period.index % 2]} half of {told_year(period.year)}"
    start, end = period.days()
    return f"the years from {told_year(year_month_day(start)[0])} to {told_year(year_month_day(end - 1)[0])}"


def why(text: str, expression: Expression, resolved: Resolved, story: Story, tense: Tense) -> str:
    """The sentence for a resolved expression; `story` as it was when the expression was met."""
    if is_told_in_full(expression):
        return f"'{text}' is given in full"
    meaning = f"'{text}' is {told(resolved.period)}"
    if isinstance(expression, Partial) and is_lunar(expression.named):
        meaning += ", give or take a day or two, as the Islamic calendar is calculated"
    if isinstance(expression, Partial) and isinstance(expression.year, Fixed):
        return f"{meaning}: the words give the year"
    if resolved.anchor == "text" and story.named is not None:
        reason = f"the text was speaking of {told(story.named)}"
    elif resolved.anchor == "dateline" and story.written is not None:
        reason = f"the dateline is of {told(story.written)}"
    elif story.published is not None:
        reason = f"the article was published on {told(story.published)}"
    else:
        return f"{meaning}: the words around it say so"
    return f"{meaning}: {reason}{_direction(expression, resolved, tense)}"


def _direction(expression: Expression, resolved: Resolved, tense: Tense) -> str:
    """The rest of the sentence when past or future was a judgement."""
    if not resolved.others or not isinstance(expression, Partial) or expression.side is not Side.NEAREST:
        return ""
    other = told(resolved.others[0])
    if tense is Tense.FUTURE and resolved.period.days() > resolved.others[0].days():
        return f", and the clause speaks of what is to come; otherwise it would be {other}"
    if tense is Tense.PAST and resolved.period.days() < resolved.others[0].days():
        return f", and the clause speaks of what has happened; otherwise it would be {other}"
    return f"; the next best reading is {other}"


def why_not(text: str, expression: Expression, published: Period | None) -> str:
    """The sentence for an expression without a place on the timeline."""
    if isinstance(expression, Length):
        return f"'{text}' says how long, not when"
    if isinstance(expression, Repeat):
        return f"'{text}' happens again and again"
    if isinstance(expression, Vague):
        return f"'{text}' points to a time without naming it"
    if isinstance(expression, Impossible):
        return f"'{text}' is no day of the calendar: {expression.why}"
    if isinstance(expression, Latest | Compared):
        return f"'{text}' needs a period the text does not name"
    if published is not None:
        return f"'{text}' names a day that the month or year it belongs to does not have"
    return f"'{text}' is counted from a day nobody has given: the publication date is unknown"

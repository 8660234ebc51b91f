"""Expressions -> periods: what "Thursday", "last month" and "a year earlier" mean here."""

from __future__ import annotations

from viz.parsers.dates.expressions import (
    Anchor,
    Clock,
    ClockShift,
    Compared,
    DayOf,
    Edge,
    Expression,
    Fixed,
    Latest,
    Partial,
    Shift,
    Side,
    Within,
)
from viz.parsers.dates.nearest import cyclic, in_year, onward, weekday, weekend
from viz.parsers.dates.periods import Period, Unit, day, days_in
from viz.parsers.dates.resolved import Resolved
from viz.parsers.dates.story import Story
from viz.parsers.dates.tense import Tense


def resolve(expression: Expression, story: Story, tense: Tense) -> Resolved | None:
    """The period of an expression, None when it has none or nothing anchors it."""
    if isinstance(expression, Fixed):
        return Resolved(expression.period)
    if isinstance(expression, Shift):
        return _shift(expression, story)
    if isinstance(expression, Partial):
        return _partial(expression, story, tense)
    if isinstance(expression, DayOf):
        return _day_of(expression, story)
    if isinstance(expression, Latest):
        return _latest(expression, story)
    if isinstance(expression, Compared):
        return _compared(expression, story)
    if isinstance(expression, Edge):
        inner = resolve(expression.of, story, tense)
        return (
            None if inner is None else Resolved(inner.period.to(expression.unit).shift(expression.amount), inner.anchor)
        )
    if isinstance(expression, Within):
        return _within(expression, story, tense)
    if isinstance(expression, Clock):
        return _clock(expression, story, tense)
    return _clock_shift(expression, story) if isinstance(expression, ClockShift) else None


def _reference(anchor: Anchor, story: Story) -> tuple[Period | None, str]:
    if (anchor is Anchor.STORY or (anchor is Anchor.TELLING and story.is_narrative)) and story.named is not None:
        return story.named, "text"
    return story.published, "published"


def _shift(shift: Shift, story: Story) -> Resolved | None:
    anchor, where = _reference(shift.anchor, story)
    if shift.anchor is Anchor.STORY and story.aside is not None and story.aside.unit in (Unit.DAY, shift.unit):
        anchor, where = story.aside, "text"
    if anchor is None:
        return None
    if story.written is not None and shift.unit is Unit.DAY and where == "published":
        anchor, where = story.written, "dateline"  # "BRUSSELS, Jan. 11 -- Leaders met today", printed on the 12th
    if story.quarter and _is_business(shift, story):
        return Resolved(story.quarter.shift(int(4 * shift.amount)), "text")
    if story.day and _is_running_week(shift, story.day, anchor):
        anchor, where = story.day, "text"
    unit, amount = shift.unit, shift.amount
    if unit is Unit.DECADE and shift.counted:
        unit, amount = Unit.YEAR, amount * 10
    if shift.anchor is Anchor.STORY and _is_finer(shift.unit, anchor.unit):
        nearer = story.day or (None if story.is_narrative else story.published)
        anchor, where = (nearer, where if story.day else "published") if nearer else (anchor, where)
    if amount % 1:
        years = {Unit.CENTURY: 100, Unit.DECADE: 10}.get(unit, 0)
        unit, amount = (Unit.YEAR, amount * years) if years else (Unit.MONTH, amount * (12 if unit is Unit.YEAR else 1))
    return Resolved(anchor.to(unit).shift(int(amount)), where)


def _is_finer(unit: Unit, anchor: Unit) -> bool:
    """Whether a step of some unit says nothing from such an anchor: "two weeks earlier" than a year."""
    return (unit is Unit.DAY and anchor is not Unit.DAY) or (unit is Unit.WEEK and anchor in (Unit.YEAR, Unit.QUARTER))


def _is_running_week(shift: Shift, named: Period, published: Period) -> bool:
    """Whether "the week" is that of the day last named: a Monday's story of Friday speaks of the week before."""
    is_plain = shift.unit is Unit.WEEK and shift.anchor is Anchor.TELLING
    return is_plain and published.unit is Unit.DAY and published.index - 7 < named.index < published.index


def _is_business(shift: Shift, story: Story) -> bool:
    """Whether "a year earlier" means the quarter reported, a year earlier."""
    if story.is_narrative or story.is_longer:
        return False
    return shift.business or (story.newest_at >= 0 and shift == _LAST_YEAR)


_LAST_YEAR = Shift(Unit.YEAR, -1)


def _partial(partial: Partial, story: Story, tense: Tense) -> Resolved | None:
    anchor, where = _reference(partial.anchor, story)
    is_news = partial.is_weekday and tense is Tense.FUTURE  # "will be buried on Friday", behind a life
    if story.is_narrative and partial.side is Side.NEAREST and not is_news:
        anchor, where = _reference(Anchor.STORY, story)
    if partial.year is not None:
        year = resolve(partial.year, story, tense)
        return None if year is None else in_year(partial, year.period.year, year.anchor)
    if partial.is_weekday:
        day_anchor = story.day if where == "text" and story.day else story.published
        return None if day_anchor is None else weekday(partial, day_anchor.to(Unit.DAY), tense, where)
    if anchor is None:
        return None
    if partial.unit is Unit.DECADE:
        decade = anchor.year // 100 * 10 + partial.number
        return Resolved(Period(Unit.DECADE, decade if decade * 10 <= anchor.year else decade - 10), where)
    if partial.unit is Unit.YEAR:
        century = anchor.year // 100 * 100
        options = [century + partial.number, century - 100 + partial.number]
        return Resolved(Period(Unit.YEAR, options[0] if options[0] <= anchor.year + 10 else options[1]), where)
    if partial.unit is Unit.WEEKEND:
        return Resolved(weekend(partial, anchor, tense), where)
    if story.is_narrative and where == "text" and partial.side is Side.NEAREST:
        told = onward(partial, anchor, where)
        if told is None or partial.weekday < 0 or (told.period.index - 1) % 7 == partial.weekday:
            return told
        anchor, where = story.published or anchor, "published"  # "Tuesday, March 17" of this year, not of the tale's
    return cyclic(partial, anchor, tense, where)


def _day_of(expression: DayOf, story: Story) -> Resolved | None:
    is_month = story.named is not None and story.named.unit in (Unit.DAY, Unit.MONTH)
    month = story.named if is_month else story.day or story.named or story.published
    if month is None:
        return None
    month = month.to(Unit.MONTH)
    year, number = divmod(month.index, 12)
    if expression.day > days_in(year, number + 1):
        return None
    return Resolved(day(year, number + 1, expression.day), "text")


def _within(within: Within, story: Story, tense: Tense) -> Resolved | None:
    """The nth day, or the nth Monday, of a month or year."""
    whole = resolve(within.of, story, tense)
    if whole is None:
        return None
    start, end = whole.period.days()
    if within.weekday < 0:
        found = start + within.nth - 1 if within.nth > 0 else end - 1
    elif within.nth > 0:
        found = start + (within.weekday - start + 1) % 7 + 7 * (within.nth - 1)
    else:
        found = end - 1 - (end - 2 - within.weekday) % 7
    return Resolved(Period(Unit.DAY, found), whole.anchor) if start <= found < end else None


def _compared(compared: Compared, story: Story) -> Resolved | None:
    quarter = story.quarter or (story.published and story.published.to(Unit.QUARTER).shift(-1))
    if compared.year is not None and (story.quarter is None or story.is_longer):
        return Resolved(Period(Unit.YEAR, compared.year))
    if quarter is None:
        return None
    year = compared.year if compared.year is not None else quarter.year - 1
    return Resolved(Period(Unit.QUARTER, year * 4 + quarter.index % 4), "text")


def _latest(latest: Latest, story: Story) -> Resolved | None:
    if latest.unit is None:
        named = story.aside or story.named
        return Resolved(named, "text") if named else None
    if story.quarter:
        return Resolved(story.quarter, "text")
    if story.published is None:
        return None
    return Resolved(story.published.to(Unit.QUARTER).shift(-1), "published")


def _clock(clock: Clock, story: Story, tense: Tense) -> Resolved | None:
    if clock.day is not None:
        found = resolve(clock.day, story, tense)
        return None if found is None else Resolved(found.period, found.anchor, found.others, clock.time)
    told = story.day
    if told and tense is Tense.PAST and story.published and told.days()[0] >= story.published.days()[1]:
        told = None  # "The round begins on Monday. Soldiers searched homes through the night."
    anchor = told or story.published
    where = "text" if told else "published"
    return Resolved(anchor.to(Unit.DAY), where, (), clock.time) if anchor else None


def _clock_shift(shift: ClockShift, story: Story) -> Resolved | None:
    """So many minutes from the time told last; without such a time, sometime on the day the text speaks of."""
    is_story = shift.anchor is Anchor.STORY and story.day is not None
    anchor = story.day if is_story else story.published
    if anchor is None:
        return None
    where = "text" if is_story else "published"
    if shift.minutes is None or not is_story or not story.time:
        return Resolved(anchor.to(Unit.DAY), where, (), "XX")
    hours, _, minutes = story.time.partition(":")
    told = int(hours) * 60 + int(minutes[:2]) + (-shift.minutes if shift.is_back else shift.minutes)
    days, minute = divmod(told, 24 * 60)
    return Resolved(anchor.to(Unit.DAY).shift(days), where, (), f"{minute // 60:02}:{minute % 60:02}")

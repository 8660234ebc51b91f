"""Expressions -> periods: what "Thursday", "last month" and "a year earlier" mean here."""

from __future__ import annotations

from dataclasses import dataclass

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
)
from viz.parsers.dates.named_days import in_year
from viz.parsers.dates.periods import Period, Unit, day, days_in
from viz.parsers.dates.story import Story
from viz.parsers.dates.tense import Tense


@dataclass(frozen=True, slots=True)
class Resolved:
    """The period an expression means, from where, and the other periods it could mean."""

    period: Period
    anchor: str = ""
    others: tuple[Period, ...] = ()
    time: str = ""


BACK = 6
NEAR = 2
FAR = 10  # times further away than the last such day: then a clause of the future still speaks of that one
_CYCLES = {Unit.MONTH: 12, Unit.SEASON: 4, Unit.QUARTER: 4, Unit.HALF: 2}


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
    if isinstance(expression, Clock):
        return _clock(expression, story, tense)
    return _clock_shift(expression, story) if isinstance(expression, ClockShift) else None


def _reference(anchor: Anchor, story: Story) -> tuple[Period | None, str]:
    if (anchor is Anchor.STORY or (anchor is Anchor.TELLING and story.is_narrative)) and story.named is not None:
        return story.named, "text"
    return story.published, "published"


def _shift(shift: Shift, story: Story) -> Resolved | None:
    anchor, where = _reference(shift.anchor, story)
    if anchor is None:
        return None
    if story.quarter and _is_business(shift, story):
        return Resolved(story.quarter.shift(int(4 * shift.amount)), "text")
    if story.day and _is_running_week(shift, story.day, anchor):
        anchor, where = story.day, "text"
    unit, amount = shift.unit, shift.amount
    if unit is Unit.DECADE and shift.counted:
        unit, amount = Unit.YEAR, amount * 10
    if shift.unit is Unit.DAY and anchor.unit is not Unit.DAY and story.day and shift.anchor is Anchor.STORY:
        anchor = story.day
    if amount % 1:
        years = {Unit.CENTURY: 100, Unit.DECADE: 10}.get(unit, 0)
        unit, amount = (Unit.YEAR, amount * years) if years else (Unit.MONTH, amount * (12 if unit is Unit.YEAR else 1))
    return Resolved(anchor.to(unit).shift(int(amount)), where)


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
    if story.is_narrative and partial.side is Side.NEAREST:
        anchor, where = _reference(Anchor.STORY, story)
    if partial.year is not None:
        year = resolve(partial.year, story, tense)
        return None if year is None else _in_year(partial, year.period.year, year.anchor)
    if partial.is_weekday:
        day_anchor = story.day if where == "text" and story.day else story.published
        return None if day_anchor is None else _weekday(partial, day_anchor.to(Unit.DAY), tense, where)
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
        return Resolved(_weekend(partial, anchor, tense), where)
    if story.is_narrative and where == "text" and partial.side is Side.NEAREST:
        return _onward(partial, anchor, where)
    return _cyclic(partial, anchor, tense, where)


def _weekend(partial: Partial, anchor: Period, tense: Tense) -> Period:
    """ "The weekend": the running one on a Saturday or Sunday, else the last, or the next when it is to come."""
    own = anchor.to(Unit.WEEKEND)
    is_running = anchor.unit is Unit.DAY and anchor.index >= own.days()[0]
    ahead = partial.side is Side.AFTER or tense is Tense.FUTURE
    return own if is_running or (ahead and partial.side is not Side.BEFORE) else own.shift(-1)


def _in_year(partial: Partial, year: int, where: str) -> Resolved | None:
    """A partial date in a year that is known."""
    if partial.named:
        named = in_year(partial.named, year)
        return Resolved(named, where) if named else None
    if partial.unit is Unit.DAY:
        if partial.day > days_in(year, partial.number):
            return None
        return Resolved(day(year, partial.number, partial.day), where)
    cycle = _CYCLES.get(partial.unit)
    if cycle is None:
        return None
    first = partial.number if partial.unit is Unit.SEASON else partial.number - 1
    return Resolved(Period(partial.unit, year * cycle + first), where)


def _onward(partial: Partial, anchor: Period, where: str) -> Resolved | None:
    """A date of a narrative: in the year the story is in, or the next one when it would lead far back."""
    here = _in_year(partial, anchor.year, where)
    if here is None or anchor.unit is Unit.YEAR or partial.unit is Unit.SEASON:
        return here
    back = anchor.to(Unit.MONTH).index - here.period.to(Unit.MONTH).index
    return _in_year(partial, anchor.year + 1, where) if back > BACK else here


def _weekday(partial: Partial, anchor: Period, tense: Tense, where: str) -> Resolved:
    """A weekday: on or before the anchor, unless the clause lies in the future."""
    back = ((anchor.index - 1) % 7 - partial.number) % 7
    before, after = anchor.shift(-back), anchor.shift(7 - back)
    if partial.side is Side.BEFORE:
        return Resolved(before if back else anchor.shift(-7), where, (after,))
    if partial.side is Side.AFTER:
        return Resolved(after, where, (before,))
    if partial.side is Side.SAME:  # "this Friday": of the running week, or of the next one when it is past and to come
        here = Period(Unit.DAY, anchor.to(Unit.WEEK).days()[0] + partial.number)
        return Resolved(after if here.index < anchor.index and tense is Tense.FUTURE else here, where)
    if tense in (Tense.FUTURE, Tense.PERFECT) and back:
        return Resolved(after, where, (before,))
    return Resolved(before, where, (after,))


def _cyclic(partial: Partial, anchor: Period, tense: Tense, where: str) -> Resolved | None:
    """A month-day, month, season, quarter or half without a year: of the years around, the likeliest."""
    options = [
        found.period
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (found := _in_year(partial, year, where))
    ]
    if partial.weekday >= 0:
        options = [o for o in options if (o.index - 1) % 7 == partial.weekday] or options
    if not options:
        return None
    here = anchor.to(partial.unit).index
    if partial.side is Side.AFTER:
        here = Period(Unit.DAY, anchor.days()[1] - 1).to(partial.unit).index
    past = [option for option in options if option.index < here]
    same = [option for option in options if option.index == here]
    future = [option for option in options if option.index > here]
    if partial.side is Side.BEFORE and past:
        return Resolved(past[-1], where)
    if partial.side is Side.AFTER and future:
        return Resolved(future[0], where)
    if partial.side is Side.SAME:
        return Resolved(next((o for o in options if o.year == anchor.year), options[0]), where)
    if same:
        return Resolved(same[0], where, tuple(past[-1:]))
    if partial.unit is Unit.QUARTER:
        this = next(o for o in options if o.year == anchor.year)
        back = this.index - here > 2 and tense is not Tense.FUTURE
        return Resolved(this.shift(-4) if back else this, where)
    if not past or not future:
        return Resolved((past[-1:] or future)[0], where)
    gap = here - past[-1].index, future[0].index - here
    ahead = gap[1] < gap[0] and (partial.unit is Unit.DAY or gap[1] <= NEAR)
    if tense is Tense.FUTURE:
        ahead = partial.unit is not Unit.DAY or gap[1] < gap[0] * FAR
    elif tense is Tense.PAST:
        ahead = gap[1] * 4 < gap[0] and partial.unit is Unit.DAY
    chosen, other = (future[0], past[-1]) if ahead else (past[-1], future[0])
    return Resolved(chosen, where, (other,))


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
        return Resolved(story.named, "text") if story.named else None
    if story.quarter:
        return Resolved(story.quarter, "text")
    if story.published is None:
        return None
    return Resolved(story.published.to(Unit.QUARTER).shift(-1), "published")


def _clock(clock: Clock, story: Story, tense: Tense) -> Resolved | None:
    if clock.day is not None:
        found = resolve(clock.day, story, tense)
        return None if found is None else Resolved(found.period, found.anchor, found.others, clock.time)
    anchor = story.day or story.published
    where = "text" if story.day else "published"
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

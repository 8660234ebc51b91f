"""Which of the days, months or seasons around its anchor an incomplete date means: "Thursday", "Oct. 15", "summer"."""

from __future__ import annotations

from viz.parsers.dates.expressions import Partial, Side
from viz.parsers.dates.named_days import in_year as named_in_year
from viz.parsers.dates.periods import Period, Unit, day, days_in
from viz.parsers.dates.resolved import Resolved
from viz.parsers.dates.tense import Tense

BACK = 6
NEAR = 2
FAR = 10  # times further away than the last such day: then a clause of the future still speaks of that one
_CYCLES = {Unit.MONTH: 12, Unit.SEASON: 4, Unit.QUARTER: 4, Unit.HALF: 2}


def weekend(partial: Partial, anchor: Period, tense: Tense) -> Period:
    """ "The weekend": the running one on a Saturday or Sunday, else the last, or the next when it is to come."""
    own = anchor.to(Unit.WEEKEND)
    is_running = anchor.unit is Unit.DAY and anchor.index >= own.days()[0]
    ahead = partial.side is Side.AFTER or tense is Tense.FUTURE
    return own if is_running or (ahead and partial.side is not Side.BEFORE) else own.shift(-1)


def in_year(partial: Partial, year: int, where: str) -> Resolved | None:
    """A partial date in a year that is known."""
    if partial.named:
        named = named_in_year(partial.named, year)
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


def onward(partial: Partial, anchor: Period, where: str) -> Resolved | None:
    """A date of a narrative: in the year the story is in, or the next one when it would lead far back."""
    here = in_year(partial, anchor.year, where)
    if here is None or anchor.unit is Unit.YEAR or partial.unit is Unit.SEASON:
        return here
    back = anchor.to(Unit.MONTH).index - here.period.to(Unit.MONTH).index
    return in_year(partial, anchor.year + 1, where) if back > BACK else here


def weekday(partial: Partial, anchor: Period, tense: Tense, where: str) -> Resolved:
    """A weekday: on or before the anchor, unless the clause lies in the future."""
    back = ((anchor.index - 1) % 7 - partial.number) % 7
    before, after = anchor.shift(-back), anchor.shift(7 - back)
    if partial.side is Side.BEFORE:
        return Resolved(before if back else anchor.shift(-7), where, (after,))
    if partial.side is Side.AFTER:
        return Resolved(after, where, (after.shift(7),))  # some mean by "next Friday" that of the week to come
    if partial.side is Side.SAME:  # "this Friday": of the running week, or of the next one when it is past and to come
        here = Period(Unit.DAY, anchor.to(Unit.WEEK).days()[0] + partial.number)
        return Resolved(after if here.index < anchor.index and tense is Tense.FUTURE else here, where)
    if tense in (Tense.FUTURE, Tense.PERFECT, Tense.PRESENT) and back:
        return Resolved(after, where, (before,))
    return Resolved(before, where, (after,))


def cyclic(partial: Partial, anchor: Period, tense: Tense, where: str) -> Resolved | None:
    """A month-day, month, season, quarter or half without a year: of the years around, the likeliest."""
    options = [
        found.period
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (found := in_year(partial, year, where))
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

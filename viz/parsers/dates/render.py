"""Periods and expressions -> what leaves the engine: TIMEX3 values, EDTF, intervals, alternatives."""

from __future__ import annotations

from dataclasses import replace

from viz.model import Basis, DateType, Granularity, When
from viz.parsers.dates.expressions import (
    Clock,
    ClockShift,
    Edge,
    Expression,
    Latest,
    Length,
    Partial,
    Shift,
    Within,
    is_told_in_full,
)
from viz.parsers.dates.named_days import is_lunar
from viz.parsers.dates.periods import GRANULARITY, SEASON_NAMES, Period, Unit
from viz.parsers.dates.resolved import Resolved


def value_of(period: Period, time: str) -> str:
    """The TIMEX3 value of a period, with a time of day or a part of the day."""
    return f"{period.timex()}T{time}" if time else period.timex()


def when_of(resolved: Resolved, expression: Expression, why: str) -> When:
    """The place on the timeline of a resolved expression, with the other periods it could mean."""
    basis = Basis.EXPLICIT if is_told_in_full(expression) else Basis.RELATIVE
    if resolved.others:
        basis = Basis.INFERRED
    mark = _mark(expression, resolved.time)
    others = tuple(_when(other, resolved.time, mark, basis, "") for other in resolved.others)
    return replace(_when(resolved.period, resolved.time, mark, basis, why), alternatives=others)


def _mark(expression: Expression, time: str) -> str:
    """What EDTF adds to the day: the time with its zone, or "~" for a day that is only calculated.

    TIMEX3 values keep the local time, as the corpora do; the zone is told here alone.
    """
    if isinstance(expression, Clock):
        return f"T{time}:00{expression.zone}" if time[:1].isdigit() and time != "24:00" else ""
    is_calculated = isinstance(expression, Partial) and expression.unit is Unit.DAY and is_lunar(expression.named)
    return "~" if is_calculated else ""


def _when(period: Period, time: str, mark: str, basis: Basis, why: str) -> When:
    earliest, latest = period.interval()
    granularity = Granularity.TIME if time else GRANULARITY[period.unit]
    return When(earliest, latest, granularity, value_of(period, time), period.edtf() + mark, basis, why)


_STEPS = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE, Unit.CENTURY)


def stretch(length: Length, published: Period, why: str) -> When | None:
    """Where a length that ends or begins with publication lies: "for the past three years"."""
    if length.unit not in _STEPS or not length.amount or not length.reach:
        return None
    far = _moved(published, length.unit, int(length.amount) * length.reach)
    first, last = (far, published) if length.reach < 0 else (published, far)
    earliest, latest = first.interval()[0], last.interval()[1]
    if earliest is None or latest is None:
        return None
    edtf = f"{first.edtf()}/{last.edtf()}"
    return When(earliest, latest, GRANULARITY[length.unit], length.value, edtf, Basis.RELATIVE, why)


def part_of(length: Length, whole: Period, side: str, why: str) -> When | None:
    """Where the "first" or "last" part of a period lies: "the last three months of 2016"."""
    if length.unit not in _STEPS or not length.amount or length.amount % 1:
        return None
    (start, end), count = whole.days(), int(length.amount)
    if side == "last":
        first, last = _moved(Period(Unit.DAY, end), length.unit, -count), Period(Unit.DAY, end - 1)
    else:
        first, last = Period(Unit.DAY, start), _moved(Period(Unit.DAY, start), length.unit, count).shift(-1)
    if first.index < start or last.index >= end:
        return None
    unit = length.unit if length.unit in (Unit.MONTH, Unit.YEAR) else Unit.DAY
    edtf = f"{first.to(unit).edtf()}/{last.to(unit).edtf()}"
    earliest, latest = first.interval()[0], last.interval()[1]
    return When(earliest, latest, GRANULARITY[length.unit], length.value, edtf, Basis.RELATIVE, why)


def ending(length: Length, end: Period, why: str) -> When | None:
    """The months up to the end of a day's month: "the nine months ended Sept. 30"."""
    if length.unit not in (Unit.MONTH, Unit.YEAR) or not length.amount or length.amount % 1:
        return None
    months = int(length.amount) * (12 if length.unit is Unit.YEAR else 1)
    last = end.to(Unit.MONTH)
    first = last.shift(1 - months)
    edtf = f"{first.edtf()}/{last.edtf()}"
    unit = Unit.QUARTER if months == 3 else Unit.YEAR if months == 12 else Unit.MONTH
    timex = length.value or edtf
    return When(first.interval()[0], last.interval()[1], GRANULARITY[unit], timex, edtf, Basis.RELATIVE, why)


def _moved(anchor: Period, unit: Unit, count: int) -> Period:
    """The day so many units away; the last day of the month where the month is too short."""
    if unit in (Unit.DAY, Unit.WEEK):
        return anchor.shift(count * (7 if unit is Unit.WEEK else 1))
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}[unit] * count
    start, month = anchor.to(Unit.MONTH).days()[0], anchor.to(Unit.MONTH).shift(months)
    first, after = month.days()
    return Period(Unit.DAY, min(first + anchor.index - start, after - 1))


def unanchored(expression: Expression) -> str:
    """The TIMEX3 value of what cannot be resolved: what is unknown is X, or only the direction is told."""
    if isinstance(expression, Clock):
        day = unanchored(expression.day) if expression.day else "XXXX-XX-XX"
        return f"{day}T{expression.time}" if day.startswith("XXXX") else f"XXXX-XX-XXT{expression.time}"
    if isinstance(expression, Partial):
        return _unanchored_partial(expression)
    if isinstance(expression, Shift):
        return "PAST_REF" if expression.amount < 0 else "FUTURE_REF" if expression.amount else "PRESENT_REF"
    if isinstance(expression, ClockShift):
        return "PAST_REF" if expression.is_back else "FUTURE_REF"
    if isinstance(expression, Latest):
        return "" if expression.unit else "PAST_REF"
    if isinstance(expression, Within):
        return "XXXX-XX-XX"
    if isinstance(expression, Edge):
        return "XXXX-XX-XX" if expression.amount else unanchored(expression.of)
    return ""


def _unanchored_partial(partial: Partial) -> str:
    if partial.is_weekday:
        return f"XXXX-WXX-{partial.number + 1}"
    if partial.unit is Unit.DAY:
        return f"XXXX-{partial.number:02}-{partial.day:02}" if partial.number else "XXXX-XX-XX"
    forms = {
        Unit.MONTH: f"XXXX-{partial.number:02}",
        Unit.QUARTER: f"XXXX-Q{partial.number}",
        Unit.HALF: f"XXXX-H{partial.number}",
        Unit.DECADE: f"XX{partial.number}",
        Unit.YEAR: f"XX{partial.number:02}",
        Unit.WEEKEND: "XXXX-WXX-WE",
    }
    if partial.unit is Unit.SEASON:
        return f"XXXX-{SEASON_NAMES[partial.number]}"
    return forms.get(partial.unit, "")


def type_of(expression: Expression) -> DateType:
    """DATE or TIME."""
    return DateType.TIME if isinstance(expression, Clock | ClockShift) else DateType.DATE

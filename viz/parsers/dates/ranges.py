"""Ranges and lists of dates: what one end says counts for the other: "9 May - 2 July 1963", "Monday to Thursday"."""

from __future__ import annotations

from dataclasses import replace

from viz.parsers.dates.expressions import Anchor, Clock, Expression, Fixed, Found, Partial, Side
from viz.parsers.dates.periods import Period, Unit
from viz.parsers.dates.tokens import LETTERS, Tokens

_BETWEEN = {LETTERS[name] for name in ("HYPHEN", "DASH", "TO", "AND", "OR", "UNTIL", "SLASH", "COMMA", "THROUGH")}


_ACROSS = {LETTERS[name] for name in ("HYPHEN", "DASH", "TO", "UNTIL", "THROUGH")}


def _is_span(gap: str, before: str, first: Partial, last: Partial) -> bool:
    """Whether two dates without a year make a stretch: "Monday to Thursday", "Jan. 3 until Feb. 5", "May and June"."""
    is_alike = (first.unit, first.is_weekday) == (last.unit, last.is_weekday) and first.unit in (Unit.DAY, Unit.MONTH)
    if not is_alike or len(gap) != 1 or last.year is not None or last.named or first.named:
        return False
    if gap == LETTERS["AND"]:
        return before == "between" or (last.is_weekday and (last.number - first.number) % 7 == 1)
    return gap in _ACROSS


_SHARING = (Unit.DAY, Unit.MONTH, Unit.SEASON)


def _day_of_time(expression: Expression) -> Expression:
    """The "Monday" of "Monday night"."""
    return expression.day if isinstance(expression, Clock) and expression.day is not None else expression


def share_years(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Gives the first end of a range the year that only the second one names: "9 May - 2 July 1963"."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        partial, fixed = _day_of_time(first.expression), second.expression
        gap = tokens.kinds[first.last : second.first]
        if isinstance(partial, Partial) and isinstance(fixed, Partial):
            if _is_span(gap, tokens.words[max(first.first - 1, 0)], partial, fixed):
                found[at + 1] = replace(second, expression=replace(fixed, side=Side.AFTER, anchor=Anchor.STORY))
        elif (
            isinstance(partial, Partial)
            and partial is first.expression
            and isinstance(fixed, Fixed)
            and partial.year is None
            and not partial.is_weekday
            and partial.unit in _SHARING
            and fixed.period.unit in _SHARING
            and 0 < len(gap) <= 2
            and set(gap) <= _BETWEEN
        ):
            month = fixed.period.to(Unit.MONTH).index
            later = partial.unit is not Unit.SEASON and partial.number > month % 12 + 1
            year = month // 12 - later
            found[at] = replace(first, expression=replace(partial, year=Fixed(Period(Unit.YEAR, year))))
    return found

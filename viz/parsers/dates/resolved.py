"""What resolving an expression gives: a period, where it was counted from, and the other periods it could mean."""

from __future__ import annotations

from dataclasses import dataclass

from viz.parsers.dates.periods import Period


@dataclass(frozen=True, slots=True)
class Resolved:
    """The period an expression means, from where, and the other periods it could mean."""

    period: Period
    anchor: str = ""
    others: tuple[Period, ...] = ()
    time: str = ""

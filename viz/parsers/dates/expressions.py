"""What a time expression says before anybody knows when it was written.

The grammar builds these, the resolver turns them into days. They keep "last month" as *the month before the
publication date*, so that a changed publication date moves every date that hangs on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from viz.parsers.dates.periods import Period, Unit


class Anchor(Enum):
    """What a relative expression counts from."""

    PUBLISHED = "published"
    TELLING = "telling"  # the story in a narrative, publication in news: "the end of the year"
    STORY = "story"  # the day, month or year the text is talking about


class Side(Enum):
    """Which of the candidates an incomplete date means, when the words say so."""

    BEFORE = "before"
    SAME = "same"
    AFTER = "after"
    NEAREST = "nearest"  # nothing says so: tense and distance decide


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that is told in full: "15 October 2017", "the 1990s", "480 BC"."""

    period: Period


@dataclass(frozen=True, slots=True)
class Partial:
    """A date with something missing, usually the year: "Oct. 15", "Thursday", "last September", "summer".

    `unit` is what is named; `number` which one within its cycle (month 1-12, weekday 0-6, quarter 1-4 ...); `day` the
    day of the month; `year` an expression for the year, when the words give one ("March this year").
    """

    unit: Unit
    number: int
    day: int = 0
    side: Side = Side.NEAREST
    anchor: Anchor = Anchor.PUBLISHED
    year: Expression | None = None
    weekday: int = -1
    named: str = ""
    fiscal: bool = False
    is_weekday: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of units from an anchor: "last week", "two years ago", "the next day", "a month later"."""

    unit: Unit
    amount: float
    anchor: Anchor = Anchor.PUBLISHED
    counted: bool = False  # "a decade ago", where "last decade" would be a decade of the calendar
    business: bool = False  # "a year earlier": of a quarter's figures, the same quarter a year earlier


@dataclass(frozen=True, slots=True)
class DayOf:
    """A bare day of a month the story has named: "the 15th", "on 22 and 23 April"."""

    day: int


@dataclass(frozen=True, slots=True)
class Latest:
    """A period the context has to give: "the quarter", "the latest period", and without a unit "that time".

    `of_narrative` when it is only a date where a past is told: "at the same time" in news compares, and dates nothing.
    """

    unit: Unit | None
    newest: bool = False
    of_narrative: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """The quarter a report is about, in another year: "the 1988 period"; without `year`, a year earlier."""

    year: int | None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; `value` in TIMEX3, `reach` -1 when it ends now ("the past three years"), 1 when it begins now."""

    value: str
    unit: Unit | None = None
    amount: float = 0.0
    reach: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set: "every Tuesday", "daily"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference to past, present or future that names no day; `of_narrative` when only histories count with it."""

    value: str
    of_narrative: bool = False


@dataclass(frozen=True, slots=True)
class Impossible:
    """A day that no calendar has ("Feb. 30"): marked, never placed; `why` is for the reader."""

    why: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on a day; `time` is what follows TIMEX3's T ("20:00", "NI"). Without a day, the story's day.

    `zone` is the offset of a named time zone ("Z", "-05:00"), "" for the local time of the place.
    """

    time: str
    day: Expression | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class ClockShift:
    """Hours or minutes from the time the story has reached: "two hours later"; None for "hours later"."""

    minutes: int | None
    is_back: bool
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Edge:
    """A day or part counted from the edge of another expression: "the eve of Nowruz" is day -1 of it."""

    of: Expression
    unit: Unit
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Within:
    """A day counted within a month or year: "the first Monday of May"; -1 is the last, `weekday` -1 any day."""

    of: Expression
    nth: int
    weekday: int = -1


Expression = (
    Fixed
    | Partial
    | Shift
    | DayOf
    | Latest
    | Compared
    | Length
    | Repeat
    | Vague
    | Impossible
    | Clock
    | ClockShift
    | Edge
    | Within
)
"""Every kind of expression."""


def is_told_in_full(expression: Expression) -> bool:
    """Whether nothing but the words is needed to know it, at least to the day."""
    return isinstance(expression, Fixed) or (isinstance(expression, Clock) and isinstance(expression.day, Fixed))


def is_day(expression: Expression) -> bool:
    """Whether the expression names a single day."""
    if isinstance(expression, Fixed):
        return expression.period.unit is Unit.DAY
    is_named = isinstance(expression, Partial | Shift) and expression.unit is Unit.DAY
    return is_named or isinstance(expression, DayOf | Within)


def is_month(expression: Expression) -> bool:
    """Whether the expression names a month or a year."""
    if isinstance(expression, Fixed):
        return expression.period.unit in (Unit.MONTH, Unit.YEAR)
    return isinstance(expression, Partial | Shift) and expression.unit in (Unit.MONTH, Unit.YEAR)


def is_year(expression: Expression) -> bool:
    """Whether it names a year: "1981", "'81"."""
    if isinstance(expression, Fixed):
        return expression.period.unit is Unit.YEAR
    return isinstance(expression, Partial) and expression.unit is Unit.YEAR


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and the tokens it takes, `[first, last)`."""

    first: int
    last: int
    expression: Expression
    mod: str = ""

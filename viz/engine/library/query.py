"""What can be asked of the library, and what it answers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from viz.model import Box, Event, EventKind, Status, When

OPEN_START, OPEN_END = 0, 4_000_000
"""Ordinals before and after every day there is: an open side of a `When`."""
UNDATED = (5_000_000, 5_000_001)
"""Days no range reaches: an event without a date is in no range, and last in order."""
MOST_FOUND = 500
LONGEST_WORD = 80
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Query:
    """What to find; an empty field asks nothing. Every part must hold.

    `words` are looked for in headline, sentence, place, people and source, each as the beginning of a word, in any case
    and with or without accents; those of `participant` in one name. `start` and `end` are days, half-open: an event is
    found when its interval overlaps.
    `box` is west, south, east, north in degrees; one with west above east crosses the 180th meridian.
    """

    words: str = ""
    start: date | None = None
    end: date | None = None
    box: Box | None = None
    participant: str = ""
    kind: EventKind | None = None
    status: Status | None = None
    articles: tuple[str, ...] = ()
    limit: int = MOST_FOUND

    @property
    def days(self) -> tuple[int, int] | None:
        """The range as ordinals, None without one."""
        if self.start is None and self.end is None:
            return None
        return ordinal(self.start, OPEN_START), ordinal(self.end, OPEN_END)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The box as one or two that do not cross the 180th meridian; () without one."""
        if self.box is None:
            return ()
        west, south, east, north = self.box
        return (self.box,) if west <= east else ((west, south, 180.0, north), (-180.0, south, east, north))


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the library in a list. `pipeline` is the version that read it, "" when nobody has yet."""

    id: str
    title: str
    source: str
    published: date | None
    added: datetime
    events: int
    pipeline: str


@dataclass(frozen=True, slots=True)
class Found:
    """One event that answers a query, with the headline of its article."""

    event: Event
    title: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A place or a name that other articles have too: in how many, and the latest of them as (id, headline)."""

    name: str
    articles: int
    latest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Common:
    """What an article has in common with the others of the library, what most of them have first."""

    places: tuple[Shared, ...] = ()
    people: tuple[Shared, ...] = ()


def ordinal(day: date | None, otherwise: int) -> int:
    """The proleptic ordinal of a day."""
    return otherwise if day is None else day.toordinal()


def days_of(when: When | None) -> tuple[int, int]:
    """The interval of an event as ordinals, `[first, last)`."""
    if when is None:
        return UNDATED
    return ordinal(when.earliest, OPEN_START), ordinal(when.latest, OPEN_END)


def words_of(text: str) -> list[str]:
    """The words of a text as they are stored and looked for: letters and digits, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return [word[:LONGEST_WORD] for word in _WORD.findall(bare)]

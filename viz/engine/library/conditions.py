"""The parts of a query as conditions on the columns of an event: exact, and the same in every database.

An index may find too many candidates (the R*Tree rounds to 32 bits), never too few; these have the last word.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, false, or_

from viz.engine.library.query import Query, words_of
from viz.engine.library.schema import event, event_who


def in_days(query: Query) -> list[ColumnElement[bool]]:
    """The interval of the event overlaps the range."""
    if query.days is None:
        return []
    start, end = query.days
    return [event.c.first < end, event.c.last > start]


def in_box(query: Query) -> list[ColumnElement[bool]]:
    """The point of the event lies in the box."""
    inside = [
        and_(event.c.lon.between(west, east), event.c.lat.between(south, north))
        for west, south, east, north in query.boxes
    ]
    return [or_(*inside)] if inside else []


def has_words(query: Query) -> list[ColumnElement[bool]]:
    """Every word begins a word of the event. `told` has a blank before each, and words hold no sign of LIKE."""
    return [event.c.told.contains(f" {word}") for word in asked_words(query)]


def asked_words(query: Query) -> list[str]:
    """The words an event must hold: those asked for, and those of a name, for names are among what is told."""
    return words_of(f"{query.words} {query.participant}")


def plainly(query: Query) -> list[ColumnElement[bool]]:
    """What needs no index of its own: people, kind, status, articles."""
    found: list[ColumnElement[bool]] = []
    if query.participant:
        # Each word begins a word of one and the same name.
        parts = [(" " + event_who.c.name).contains(f" {word}") for word in words_of(query.participant)]
        found.append(exists().where(event_who.c.number == event.c.number, *parts))
    if query.kind:
        found.append(event.c.kind == query.kind.value)
    if query.status:
        found.append(event.c.status == query.status.value)
    if query.articles:
        found.append(event.c.article_id.in_(query.articles))
    return found


def impossible(query: Query) -> list[ColumnElement[bool]]:
    """Words that hold no letter or digit are in no event, and a range without a day overlaps none."""
    wordless = any(asked.strip() and not words_of(asked) for asked in (query.words, query.participant))
    return [false()] if wordless or is_empty(query.days) else []


def is_empty(days: tuple[int, int] | None) -> bool:
    """Whether a range was asked for that has no day in it."""
    return days is not None and days[0] >= days[1]


def folded(name: str) -> str:
    """A name as it is compared: "Ivanov, J." and "IVANOV J" are one."""
    return " ".join(words_of(name))

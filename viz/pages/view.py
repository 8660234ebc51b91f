"""What a person looks at: one frozen `View`, kept in the URL, so that a reload or a shared link shows the same.

    view = get()                       the view of this browser tab
    put(event="e3", words="election")  the same with changes, written back to the URL

A URL is typed by people and cut by mail programs: whatever in it cannot be read is left out, and never an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

import streamlit as st

from viz.engine.filters import Clock, Filter
from viz.model import EventKind, Status

Query = dict[str, str | list[str]]
Choice = TypeVar("Choice", bound=StrEnum)


class Mode(StrEnum):
    """Browse everything at once, or be walked through the story event by event."""

    BROWSE = "browse"
    READ = "read"


@dataclass(frozen=True, slots=True)
class View:
    """Everything the screen shows beyond the article itself; the defaults show all of it."""

    article: str = ""
    """Id of the article, "" for the first bundled one."""
    event: str = ""
    """Id of the selected event."""
    start: date | None = None
    """First day of the date range."""
    end: date | None = None
    """Last day of the date range, the day itself included."""
    places: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    kinds: tuple[EventKind, ...] = ()
    words: str = ""
    ground: str = ""
    """What the map of an archive shows, or the library is searched in: "west,south,east,north,zoom"."""
    search: str = ""
    """Words the library is searched for."""
    person: str = ""
    """Whom the library is searched for."""
    published: date | None = None
    """A publication date that overrides the article's own."""
    clock: Clock = Clock.HAPPENED
    mode: Mode = Mode.BROWSE
    sort: str = ""
    """Column of the table, with a leading "-" for the other way round."""

    @property
    def filter(self) -> Filter:
        """The part of it that decides which events are shown."""
        after = self.end + timedelta(1) if self.end and self.end < date.max else None
        return Filter(self.start, after, self.places, self.who, self.statuses, self.kinds, self.words, self.clock)

    @property
    def is_filtered(self) -> bool:
        """Whether "clear filters" has anything to clear."""
        return self.filter != Filter(clock=self.clock)

    def to_query(self) -> Query:
        """The query parameters of a URL; what is as by default is left out."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        defaults = {field.name: field.default for field in fields(self)}
        return {name: _written(value) for name, value in values.items() if value != defaults[name]}

    @classmethod
    def from_query(cls, query: Mapping[str, list[str]]) -> View:
        """The view a URL asks for."""
        known = {name: _READERS[name](values) for name, values in query.items() if values and name in _READERS}
        return cls(**{name: value for name, value in known.items() if value is not None})

    def cleared(self) -> View:
        """The same without any filter."""
        return replace(self, start=None, end=None, places=(), who=(), statuses=(), kinds=(), words="", ground="")


def get() -> View:
    """The view of this browser tab."""
    return View.from_query({name: st.query_params.get_all(name) for name in st.query_params})


def put(**changes: Any) -> View:
    """Change some fields of the view and write it to the URL."""
    return write(replace(get(), **changes))


def write(view: View) -> View:
    """Write a whole view to the URL."""
    st.query_params.from_dict(view.to_query())
    return view


def _written(value: Any) -> str | list[str]:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(values: list[str]) -> str:
    return values[-1]


def _texts(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _day(values: list[str]) -> date | None:
    try:
        return date.fromisoformat(values[-1])
    except ValueError:
        return None


def _one_of(choices: type[Choice], values: list[str]) -> Choice | None:
    found = _some_of(choices, values[-1:])
    return found[0] if found else None


def _some_of(choices: type[Choice], values: list[str]) -> tuple[Choice, ...]:
    known = {choice.value: choice for choice in choices}
    return tuple(known[value] for value in dict.fromkeys(values) if value in known)


_READERS: Mapping[str, Any] = {
    "article": _text,
    "event": _text,
    "start": _day,
    "end": _day,
    "places": _texts,
    "who": _texts,
    "statuses": lambda values: _some_of(Status, values),
    "kinds": lambda values: _some_of(EventKind, values),
    "words": _text,
    "ground": _text,
    "search": _text,
    "person": _text,
    "published": _day,
    "clock": lambda values: _one_of(Clock, values),
    "mode": lambda values: _one_of(Mode, values),
    "sort": _text,
}

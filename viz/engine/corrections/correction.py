"""One correction: about which words, which field, what value, on the base of what, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from viz.errors import ModelError
from viz.model import Event, EventKind, Status, When, Where

Value = When | Where | Event | EventKind | Status | str | tuple[str, ...] | bool | None


class Field(StrEnum):
    """What a correction changes. All but `PLACE` and `ADDED` are about an event found by the words that tell it."""

    WHEN = "when"
    WHERE = "where"
    HEADLINE = "headline"
    STATUS = "status"
    KIND = "kind"
    WHO = "who"
    SOURCE = "source"
    STRUCK = "struck"  # the event is none
    ADDED = "added"  # an event the program did not see, told by these words
    PLACE = "place"  # what a place name in the text means, wherever it counts
    UNDO = "undo"  # takes back the entry whose id is the value
    REDO = "redo"


TYPES: dict[Field, Any] = {
    Field.WHEN: When | None,
    Field.WHERE: Where | None,
    Field.HEADLINE: str,
    Field.STATUS: Status,
    Field.KIND: EventKind,
    Field.WHO: tuple[str, ...],
    Field.SOURCE: str,
    Field.STRUCK: bool,
    Field.ADDED: Event,
    Field.PLACE: Where | None,
    Field.UNDO: str,
    Field.REDO: str,
}
"""The type of the value of each field."""
STEPS = frozenset({Field.UNDO, Field.REDO})


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article: themselves, what stands around them, and where they stood."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the log. `made` is ISO 8601 in UTC, so that order by text is order by time; `author` may be "".

    `base` names the entries this one replaces: those that stood when its author decided. `event` is the id the event
    had then, a hint where several are told by the same words.
    """

    id: str
    article_id: str
    field: Field
    value: Value
    quote: Quote
    base: tuple[str, ...] = ()
    event: str = ""
    author: str = ""
    made: str = ""

    def __post_init__(self) -> None:
        if self.field is Field.HEADLINE and not str(self.value).strip():
            raise ModelError("a headline needs at least one letter")
        if self.made and not _is_utc(self.made):
            raise ModelError(f"made should be a time in UTC such as 2026-11-24T09:30:00+00:00, not {self.made!r:.40}")

    @property
    def order(self) -> tuple[str, str]:
        """What a log is sorted by: time, then id, the same wherever it is imported."""
        return self.made, self.id

    @property
    def added_event(self) -> str:
        """The id of the event that an entry of `Field.ADDED` adds."""
        return f"added-{self.id[:12]}"


def _is_utc(time: str) -> bool:
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return False
    return moment.utcoffset() == timedelta(0) and moment.year < datetime.max.year

"""What leaves the program: one registry of formats, one file and one entry each.

    render(timeline, "csv")     raises InputError naming the formats there are
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from viz.engine.export import table
from viz.errors import InputError
from viz.model import Timeline


@dataclass(frozen=True, slots=True)
class Format:
    """One way out. `write` gives the whole file; `suffix` and `media_type` serve downloads."""

    name: str
    title: str
    suffix: str
    media_type: str
    write: Callable[[Timeline], str | bytes]


FORMATS = {
    entry.name: entry
    for entry in (Format("table", "Plain table for a terminal", ".txt", "text/plain", table.write),)
}


def render(timeline: Timeline, name: str) -> str | bytes:
    """The timeline as a file of the format called `name`."""
    if name not in FORMATS:
        raise InputError(f"There is no format {name!r}; choose one of {', '.join(FORMATS)}.")
    return FORMATS[name].write(timeline)

"""Which events of an archive a person wants to see, and the SQL condition that keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from viz.model import Box, EventKind, Status


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map shows: its box, and its zoom as MapLibre counts it."""

    box: Box
    zoom: float

    @classmethod
    def read(cls, written: str) -> Ground | None:
        """From "west,south,east,north,zoom" as a URL holds it; None when it is nothing of the kind."""
        try:
            west, south, east, north, zoom = (float(part) for part in written.split(","))
        except ValueError:
            return None
        if not (-90 <= south < north <= 90 and 0 <= zoom <= 24 and isfinite(west + east)):
            return None
        if east - west >= 360:
            return cls((-180.0, south, 180.0, north), zoom)
        return cls(((west + 180) % 360 - 180, south, (east + 180) % 360 - 180, north), zoom)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to keep; an empty field keeps everything. Days are half-open, `[start, end)`, and an event overlaps them."""

    start: date | None = None
    end: date | None = None
    box: Box | None = None
    countries: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    kinds: tuple[EventKind, ...] = ()
    words: str = ""


def condition(wanted: Wanted) -> tuple[str, list[Any]]:
    """A WHERE clause with its parameters; values never become part of the SQL."""
    parts: list[tuple[str, list[Any]]] = []
    if wanted.end is not None:
        parts.append(("(earliest < ? OR (earliest IS NULL AND latest IS NOT NULL))", [wanted.end]))
    if wanted.start is not None:
        parts.append(("(latest > ? OR (latest IS NULL AND earliest IS NOT NULL))", [wanted.start]))
    if wanted.box is not None:
        parts.append(_inside(wanted.box))
    for column, values in (("country", wanted.countries), ("status", wanted.statuses), ("kind", wanted.kinds)):
        if values:
            parts.append((f"{column} IN ({', '.join('?' * len(values))})", [str(value) for value in values]))
    for word in wanted.words.split():
        parts.append(("contains(lower(headline || ' ' || coalesce(place, '')), ?)", [word.lower()]))
    clause = " AND ".join(sql for sql, _ in parts) or "true"
    return clause, [value for _, values in parts for value in values]


def _inside(box: Box) -> tuple[str, list[Any]]:
    """A box that crosses the 180th meridian has its west to the east of its east."""
    west, south, east, north = box
    across = "lon BETWEEN ? AND ?" if west <= east else "(lon >= ? OR lon <= ?)"
    return f"lat BETWEEN ? AND ? AND {across}", [south, north, west, east]

"""CSV -> Timeline: our own columns, those other programs use, or a mapping the user gives."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from viz.engine.imports.assembling import Told, assembled, point_of, where_named
from viz.engine.imports.days import when_of_fields
from viz.errors import InputError
from viz.model import EventKind, PlaceKind, Status, Timeline, Where

NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "event", "what", "name", "summary"),
    "when": ("when", "edtf", "date", "day"),
    "first_day": ("first_day", "start", "start_date", "begin", "from"),
    "last_day": ("last_day", "end", "end_date", "to", "until"),
    "place": ("place", "where", "location", "city"),
    "country": ("country", "country_code"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "place_kind": ("place_kind",),
    "geonameid": ("geonameid",),
    "who": ("who", "people", "participants", "actor"),
    "status": ("status",),
    "kind": ("kind", "type", "category"),
    "source": ("source", "according to"),
    "text": ("sentence", "text", "description", "notes", "details"),
    "id": ("id",),
    "undated": ("undated",),
    "unplaced": ("unplaced",),
    "confidence": ("confidence",),
}
"""What an event can be told by, and the names a column for it goes by, the likeliest first."""
LONGEST_CELL = 10_000_000
"""Characters; Python's own limit is shorter than a headline that we export."""
FIRST_ROWS = 3
_FORMULA = "=+-@\t\r\n＝＋－＠"
Row = Mapping[str, str]
Choice = TypeVar("Choice", Status, EventKind, PlaceKind)


@dataclass(frozen=True, slots=True)
class Table:
    """A table before anybody said what its columns hold: `guess` is what their names tell, as `columns` of `read`.

    `examples` has the first cell of each column that is not empty, `first` the first rows.
    """

    columns: tuple[str, ...]
    guess: Mapping[str, str]
    examples: Mapping[str, str]
    first: tuple[Row, ...]


def look(content: str, *, source: str = "") -> Table:
    """The columns of a table, for somebody to say what they hold. Raises InputError as `read` does."""
    rows = _rows(content, source)
    present = _present(rows)
    examples = {name: next((row[name] for row in rows if (row[name] or "").strip()), "") for name in present}
    first = tuple({name: row[name] or "" for name in present} for row in rows[:FIRST_ROWS])
    return Table(tuple(present), _guessed(present), examples, first)


def read(content: str, *, columns: Mapping[str, str] | None = None, source: str = "") -> Timeline:
    """The rows as events. `columns` says which column holds what: `{"headline": "Titel", "when": "Datum"}`.

    A column "" is none, whatever the names tell. Raises InputError, naming the columns there are, when a column is
    missing; a date or place that cannot be understood leaves its event in place, with the reason.
    """
    rows = _rows(content, source)
    named = _columns(_present(rows), columns or {}, source)
    told = [_told({field: row.get(column) or "" for field, column in named.items()}) for row in rows]
    return assembled(told, title=source, source=source)


def _rows(content: str, source: str) -> list[dict[str, str]]:
    """The rows in which anything stands; spreadsheets write rows of nothing but commas below a table."""
    csv.field_size_limit(LONGEST_CELL)
    head = content.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        found = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InputError(f"This is no CSV that can be read ({error}); save the table as CSV in UTF-8.") from None
    rows = [row for row in found if any(isinstance(cell, str) and cell.strip() for cell in row.values())]
    if not rows:
        raise InputError(f"{source or 'The table'} has no rows; give a header line and a line for each event.")
    return rows


def _present(rows: list[dict[str, str]]) -> list[str]:
    return [name for name in rows[0] if name]


def _guessed(present: Iterable[str]) -> dict[str, str]:
    lower = {name.strip().lower(): name for name in reversed(list(present))}
    return {field: lower[name] for field, names in NAMES.items() for name in reversed(names) if name in lower}


def _columns(present: list[str], given: Mapping[str, str], source: str) -> dict[str, str]:
    listed = ", ".join(present)
    for field, column in given.items():
        if field not in NAMES:
            raise InputError(f"There is nothing called {field!r} to fill; choose from {', '.join(NAMES)}.")
        if column and column not in present:
            raise InputError(f"{source or 'The table'} has no column {column!r}; it has {listed}.")
    found = {field: column for field, column in (_guessed(present) | dict(given)).items() if column}
    if "headline" not in found:
        raise InputError(f"No column tells what happened; say which, as in headline=COLUMN. There are {listed}.")
    return found


def _told(row: Row) -> Told:
    row = {field: _plain(value) for field, value in row.items()}
    when = when_of_fields(row.get("when", ""), row.get("first_day", ""), row.get("last_day", ""))
    where = _where(row)
    return Told(
        headline=row["headline"],
        text=row.get("text", ""),
        id=row.get("id", ""),
        when=when,
        where=where,
        undated=row.get("undated", "") or _not_understood(row, "date", ("when", "first_day", "last_day")),
        unplaced=row.get("unplaced", "") or _not_understood(row, "place", ("place", "lat", "lon")),
        who=tuple(name.strip() for name in row.get("who", "").split(";") if name.strip()),
        status=one_of(Status, row.get("status", "")) or Status.HAPPENED,
        kind=one_of(EventKind, row.get("kind", "")) or EventKind.OTHER,
        source=row.get("source", ""),
        confidence=_share(row.get("confidence", "")),
    )


def _plain(value: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running it."""
    rest = value[1:].lstrip(" ")
    return value[1:] if value[:1] == "'" and rest and rest[0] in _FORMULA else value


def _where(row: Row) -> Where | None:
    kind = one_of(PlaceKind, row.get("place_kind", "")) or PlaceKind.CITY
    number = row.get("geonameid", "").strip()
    point = point_of(row.get("lon", ""), row.get("lat", ""))
    country = row.get("country", "").strip()
    return where_named(row.get("place", "").strip(), kind, country, point, int(number) if number.isdecimal() else 0)


def _not_understood(row: Row, what: str, fields: Iterable[str]) -> str:
    told = [row[field] for field in fields if row.get(field, "").strip()]
    return f"{', '.join(told)!r} could not be read as a {what}." if told else ""


def one_of(choices: type[Choice], value: str) -> Choice | None:
    """The member whose value is written, in any case."""
    return next((choice for choice in choices if choice.value == value.strip().lower()), None)


def _share(value: str) -> float:
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 1.0

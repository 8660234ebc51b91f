"""How an older library becomes one of today: numbered steps, each in the one transaction of the opening.

A step that has been released is never changed; what comes later is a new step at the end.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, bindparam, inspect, select

from viz.engine.library import schema
from viz.engine.library.backend import Backend
from viz.engine.library.rows import place_row
from viz.errors import LibraryError

Step = Callable[[Connection, Backend], None]


def _first(connection: Connection, backend: Backend) -> None:
    tables = (schema.library, schema.article, schema.event, schema.event_who, schema.correction)
    schema.metadata.create_all(connection, tables=tables)
    for statement in backend.indexes:
        connection.exec_driver_sql(statement)


def _places(connection: Connection, _: Backend) -> None:
    """The places of events in a table of their own, to find who else tells of them."""
    schema.event_place.create(connection)
    last = 0
    while rows := connection.execute(_EVENTS, {"last": last}).all():
        last = rows[-1].number
        told = [(row.number, json.loads(row.body).get("where")) for row in rows]
        placed = [place_row(number, **_known(where["place"])) for number, where in told if where]
        if placed:
            connection.execute(schema.event_place.insert(), placed)


def _known(place: dict[str, Any]) -> dict[str, Any]:
    return {name: place[name] for name in ("geonameid", "name", "country")}


_AT_ONCE = 5_000
_EVENTS = (
    select(schema.event.c.number, schema.event.c.body)
    .where(schema.event.c.number > bindparam("last"))
    .order_by(schema.event.c.number)
    .limit(_AT_ONCE)
)

STEPS: tuple[Step, ...] = (_first, _places)


def version_of(connection: Connection) -> int:
    """How many steps a database has taken; 0 for an empty one."""
    if not inspect(connection).has_table(schema.library.name):
        return 0
    return connection.execute(select(schema.library.c.version)).scalar() or 0


def check(connection: Connection, name: str) -> int:
    """The version of a database. Raises LibraryError when a newer program made it: writing to it could harm it."""
    version = version_of(connection)
    if version > len(STEPS):
        raise LibraryError(
            f"The library {name} was made by a newer Dateline (version {version}, this one knows {len(STEPS)}); "
            "update Dateline, or set VIZ_DATABASE_URL to another library."
        )
    return version


def migrate(connection: Connection, backend: Backend, name: str) -> None:
    """Take the steps a database has not taken yet, inside the transaction of the connection."""
    backend.lock(connection, "migrations")
    version = check(connection, name)
    if version == len(STEPS):
        return
    for step in STEPS[version:]:
        step(connection, backend)
    connection.execute(schema.library.delete())
    connection.execute(schema.library.insert().values(version=len(STEPS)))

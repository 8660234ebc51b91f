"""How an older library becomes one of today: numbered steps, each in the one transaction of the opening.

A step that has been released is never changed; what comes later is a new step at the end.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from viz.engine.library import schema
from viz.engine.library.backend import Backend
from viz.errors import LibraryError

Step = Callable[[Connection, Backend], None]


def _first(connection: Connection, backend: Backend) -> None:
    schema.metadata.create_all(connection)
    for statement in backend.indexes:
        connection.exec_driver_sql(statement)


STEPS: tuple[Step, ...] = (_first,)


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

"""Where the library is: `VIZ_DATABASE_URL` -> a SQLAlchemy URL."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from viz.errors import SettingError
from viz.settings import Settings, settings

MEMORY = "memory"
DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
FILE_NAME = "library.sqlite"


def address(using: Settings | None = None) -> URL:
    """The URL of this installation's library. Raises SettingError when the setting names no database we can use."""
    given = (using or settings()).database
    if given == MEMORY:
        return URL.create(DRIVERS["sqlite"])
    if not given:
        return file_address(user_data_path("dateline", appauthor=False) / FILE_NAME)
    try:
        url = make_url(given)
    except ArgumentError:
        raise SettingError(f"VIZ_DATABASE_URL is no database URL; {_EXAMPLES}.") from None
    kind = url.drivername.partition("+")[0]
    if kind not in DRIVERS:
        raise SettingError(f"VIZ_DATABASE_URL names a {kind!r} database; {_EXAMPLES}.")
    return url.set(drivername=DRIVERS[kind])


def file_address(path: Path) -> URL:
    """The URL of a SQLite file."""
    return URL.create(DRIVERS["sqlite"], database=str(path))


_EXAMPLES = 'give "memory", sqlite:////folder/library.sqlite or postgresql://user@host/database'

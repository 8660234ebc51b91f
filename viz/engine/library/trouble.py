"""What goes wrong with a database, as one sentence that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError

from viz.errors import LibraryError

SENTENCES = (
    ("disk is full", "the disk is full; make room and try again. What was kept before is safe"),
    ("no space left", "the disk is full; make room and try again. What was kept before is safe"),
    ("disk i/o error", "the disk does not take it (it may be full or failing). What was kept before is safe"),
    ("readonly database", "it may only be read; allow writing to the file and its folder"),
    ("read-only", "it may only be read; allow writing, or choose another library"),
    ("unable to open", "it cannot be opened; allow reading and writing of the file and its folder"),
    ("not a database", "this file is no library; set VIZ_DATABASE_URL to another one"),
    ("malformed", "the file is damaged; restore a copy, or set VIZ_DATABASE_URL to another one"),
    ("database is locked", "another program has been writing to it for 30 seconds; try again"),
    ("no such module", "the SQLite of this Python lacks FTS5 or R*Tree; use another Python, or Postgres"),
    ("connection", "the database server does not answer; start it, or correct VIZ_DATABASE_URL"),
    ("password", "the database server refuses the name or the password in VIZ_DATABASE_URL"),
)


@contextmanager
def in_a_sentence(name: str) -> Iterator[None]:
    """Turn whatever a database driver raises into a LibraryError about the library called `name`."""
    try:
        yield
    except NoSuchModuleError:
        raise LibraryError(f"The library {name} needs a database driver that is not installed.") from None
    except ImportError as error:
        raise LibraryError(f"The library {name} needs the package {error.name}; install it with pip.") from None
    except OSError as error:
        raise LibraryError(f"The library {name} cannot be used: {error.strerror or error}.") from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise LibraryError(f"The library {name} cannot be used: {_reason(error)}.") from error


def _reason(error: Exception) -> str:
    said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
    known = next((sentence for words, sentence in SENTENCES if words in said.lower()), None)
    return known or said.partition("\n")[0].rstrip(".")

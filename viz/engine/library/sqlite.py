"""SQLite: WAL, an R*Tree over box and days, FTS5 over words, and the join order chosen by counting first."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, Select, event, text

from viz.engine.library import conditions, schema
from viz.engine.library.query import Query

NOWHERE = 1000.0
"""A longitude and latitude outside every box, for events without a point: then the tree holds their days as well."""
FEW = 2_000
"""Candidates it is quicker to look at one by one than to intersect with another index."""


class Sqlite:
    """The default backend."""

    indexes = (
        "CREATE VIRTUAL TABLE event_space USING rtree(number, west, east, south, north, first, last)",
        "CREATE VIRTUAL TABLE event_words USING fts5(told, content='event', content_rowid='number',"
        " tokenize='unicode61 remove_diacritics 0')",
    )

    def prepare(self, engine: Engine) -> None:
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)

    def lock(self, connection: Connection, name: str) -> None:
        """Nothing: a writing transaction begins with the one lock there is."""

    def index(self, connection: Connection, article_id: str) -> None:
        for statement in (_TO_SPACE, _TO_WORDS):
            connection.execute(statement, {"article": article_id})

    def forget(self, connection: Connection, article_id: str) -> None:
        for statement in (_FROM_SPACE, _FROM_WORDS):
            connection.execute(statement, {"article": article_id})

    def narrow(self, connection: Connection, statement: Select[Any], query: Query) -> Select[Any]:
        sources = [source for source in (_by_words(query), _by_space(query)) if source]
        if not sources:
            return statement
        counted = sorted((_count(connection, source), source) for source in sources)
        few = counted[0][0] < FEW
        driver = counted[0][1] if few else " INTERSECT ".join(source for _, source in counted)
        exact = [*conditions.in_days(query), *conditions.in_box(query)]
        if few or not _by_words(query):
            exact += conditions.has_words(query)
        return statement.where(schema.event.c.number.in_(text(driver)), *exact)


def _by_words(query: Query) -> str:
    words = conditions.asked_words(query)
    asked = " AND ".join(f'"{word}"*' for word in words)  # letters and digits only, so quoting is safe
    return f"SELECT rowid FROM event_words WHERE event_words MATCH '{asked}'" if words else ""


def _by_space(query: Query) -> str:
    """All numbers, so they are written into the statement; the tree keeps outward rounded 32-bit floats."""
    days = query.days
    within = f"first < {days[1]} AND last > {days[0]}" if days else ""
    if not query.boxes:
        return f"SELECT number FROM event_space WHERE {within}" if within else ""
    parts = []
    for west, south, east, north in query.boxes:
        box = f"west <= {east:.9f} AND east >= {west:.9f} AND south <= {north:.9f} AND north >= {south:.9f}"
        parts.append(f"SELECT number FROM event_space WHERE {' AND '.join(filter(None, (box, within)))}")
    return f"SELECT number FROM ({' UNION ALL '.join(parts)})"


def _count(connection: Connection, source: str) -> int:
    counted = connection.execute(text(f"SELECT count(*) FROM (SELECT 1 FROM ({source}) LIMIT {FEW})"))
    return int(counted.scalar_one())


def _on_connect(connection: Any, _: object) -> None:
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None  # transactions begin where `_on_begin` says, tables included
    for pragma in ("busy_timeout = 30000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that reads first may find, too late, that another has written meanwhile.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_TO_SPACE = text(
    f"INSERT INTO event_space SELECT number, coalesce(lon, {NOWHERE}), coalesce(lon, {NOWHERE}), "
    f"coalesce(lat, {NOWHERE}), coalesce(lat, {NOWHERE}), first, last "
    "FROM event WHERE article_id = :article"
)
_TO_WORDS = text("INSERT INTO event_words(rowid, told) SELECT number, told FROM event WHERE article_id = :article")
_FROM_SPACE = text("DELETE FROM event_space WHERE number IN (SELECT number FROM event WHERE article_id = :article)")
_FROM_WORDS = text(
    "INSERT INTO event_words(event_words, rowid, told) "
    "SELECT 'delete', number, told FROM event WHERE article_id = :article"
)

"""Postgres: a GiST index over point and days, a GIN index over words. Its own planner chooses the join order."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, Select, text

from viz.engine.library import conditions
from viz.engine.library.query import Query

SPACE = "point(event.lon, event.lat)"
DAYS = "int4range(event.first, event.last)"
WORDS = "array_to_tsvector(string_to_array(btrim(event.told), ' '))"


class Postgres:
    """A server for several people."""

    indexes = (
        f"CREATE INDEX event_space ON event USING gist ({SPACE}, {DAYS})",
        f"CREATE INDEX event_days ON event USING gist ({DAYS})",
        f"CREATE INDEX event_words ON event USING gin ({WORDS})",
    )

    def prepare(self, engine: Engine) -> None:
        """Nothing: the defaults of a server are what we need."""

    def lock(self, connection: Connection, name: str) -> None:
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})

    def index(self, connection: Connection, article_id: str) -> None:
        """Nothing: its indexes follow the table."""

    def forget(self, connection: Connection, article_id: str) -> None:
        """Nothing: its indexes follow the table."""

    def narrow(self, connection: Connection, statement: Select[Any], query: Query) -> Select[Any]:
        words = conditions.asked_words(query)
        if words:
            asked = " & ".join(f"'{word}':*" for word in words)
            statement = statement.where(text(f"{WORDS} @@ CAST(:asked AS tsquery)").bindparams(asked=asked))
        if query.days and not conditions.is_empty(query.days):
            span = text(f"{DAYS} && int4range(:start, :end)")
            statement = statement.where(span.bindparams(start=query.days[0], end=query.days[1]))
        if query.boxes:
            boxes = " OR ".join(
                f"{SPACE} <@ box(point({west:.9f}, {south:.9f}), point({east:.9f}, {north:.9f}))"
                for west, south, east, north in query.boxes
            )
            statement = statement.where(text(f"({boxes})"))
        return statement.where(*conditions.in_days(query), *conditions.in_box(query))

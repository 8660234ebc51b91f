"""A query -> one statement -> the events that answer it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, select

from viz.engine.library import conditions
from viz.engine.library.backend import Backend
from viz.engine.library.query import Found, Query
from viz.engine.library.rows import unpacked
from viz.engine.library.schema import article, event
from viz.errors import ModelError
from viz.model import Event


def search(connection: Connection, backend: Backend, query: Query) -> tuple[Found, ...]:
    """The events of the articles that are not removed which answer the query, in time order."""
    statement = backend.narrow(connection, _base(query), query)
    rows = connection.execute(statement.order_by(event.c.first, event.c.number).limit(query.limit))
    return tuple(found for row in rows if (found := _found(row)))


def scan(connection: Connection, query: Query) -> tuple[Found, ...]:
    """The same answer without any index, looking at every event: what the indexes are measured and tested against."""
    parts = (conditions.in_days, conditions.in_box, conditions.has_words)
    statement = _base(query).where(*(condition for part in parts for condition in part(query)))
    rows = connection.execute(statement.order_by(event.c.first, event.c.number).limit(query.limit))
    return tuple(found for row in rows if (found := _found(row)))


def _base(query: Query) -> Select[Any]:
    joined = select(event.c.body, article.c.title).join(article, article.c.id == event.c.article_id)
    return joined.where(article.c.removed.is_(None), *conditions.plainly(query), *conditions.impossible(query))


def _found(row: Any) -> Found | None:
    try:
        return Found(unpacked(Event, row.body), row.title)
    except ModelError:  # an earlier program wrote it; its article is read again when it is opened
        return None

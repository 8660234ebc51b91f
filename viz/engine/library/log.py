"""The corrections of an article in the library: a log that is only added to, each entry a Web Annotation."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from viz.engine.corrections.correction import Correction
from viz.engine.corrections.jsonld import annotation
from viz.engine.corrections.jsonld import correction as from_annotation
from viz.engine.library.schema import correction


def entries(connection: Connection, article_id: str) -> tuple[Correction, ...]:
    """The log of an article, the oldest first."""
    bodies = select(correction.c.body).where(correction.c.article_id == article_id).order_by(correction.c.number)
    return tuple(from_annotation(json.loads(body)) for body in connection.scalars(bodies))


def append(connection: Connection, made: Iterable[Correction]) -> None:
    """Add entries to the log; one that is there already stays as it was."""
    wanted = {(one.article_id, one.id): one for one in made}
    same = select(correction.c.article_id, correction.c.id).where(correction.c.id.in_([one for _, one in wanted]))
    known = {(row.article_id, row.id) for row in connection.execute(same)}
    rows = [_row(one) for name, one in wanted.items() if name not in known]
    if rows:
        connection.execute(insert(correction), rows)


def _row(one: Correction) -> dict[str, str]:
    return {"id": one.id, "article_id": one.article_id, "body": json.dumps(annotation(one), separators=(",", ":"))}

"""The tables of the output and their columns: articles, dates, places, events. One row is one thing found.

`article` is the record's own id. Spans are `[start, end)` in characters; `earliest` and `latest` are days, half-open,
null for an open side; points are WGS84 degrees.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from viz.engine.batch.records import Document
from viz.model import DateMention, Event, PlaceMention, Reading, When, Where

Row = dict[str, Any]
_WHEN = [("edtf", pa.string()), ("earliest", pa.date32()), ("latest", pa.date32()), ("when_basis", pa.string())]
_WHERE = [
    ("place", pa.string()), ("country", pa.string()), ("geonameid", pa.int64()), ("lat", pa.float64()),
    ("lon", pa.float64()), ("place_kind", pa.string()),
]  # fmt: skip
_SPAN = [("article", pa.string()), ("start", pa.int32()), ("end", pa.int32())]

SCHEMAS = {
    "articles": pa.schema(
        [("article", pa.string()), ("digest", pa.string()), ("title", pa.string()), ("published", pa.date32()),
         ("source", pa.string()), ("language", pa.string()), ("characters", pa.int32())]
    ),
    "dates": pa.schema(
        [*_SPAN, ("text", pa.string()), ("type", pa.string()), ("value", pa.string()), ("mod", pa.string()), *_WHEN]
    ),
    "places": pa.schema(
        [*_SPAN, ("text", pa.string()), ("role", pa.string()), ("demonym", pa.bool_()), *_WHERE,
         ("confidence", pa.float32())]
    ),
    "events": pa.schema(
        [*_SPAN, ("event", pa.string()), ("headline", pa.string()), ("status", pa.string()), ("kind", pa.string()),
         ("who", pa.list_(pa.string())), ("said_by", pa.string()), *_WHEN, *_WHERE, ("where_basis", pa.string()),
         ("confidence", pa.float32())]
    ),
}  # fmt: skip


def rows(document: Document, reading: Reading) -> dict[str, list[Row]]:
    """What one reading adds to each table."""
    name = {"article": document.id}
    return {
        "articles": [name | _article(reading)],
        "dates": [name | _date(mention) for mention in reading.dates],
        "places": [name | _place(mention) for mention in reading.places],
        "events": [name | _event(event) for event in reading.events],
    }


def table(name: str, found: list[Row]) -> pa.Table:
    """Rows as an Arrow table of the schema called `name`."""
    return pa.Table.from_pylist(found, schema=SCHEMAS[name])


def _article(reading: Reading) -> Row:
    article = reading.article
    return {
        "digest": article.id,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "language": article.language,
        "characters": len(article.text),
    }


def _date(mention: DateMention) -> Row:
    told = {"type": mention.type.value, "value": mention.value, "mod": mention.mod}
    return _words(mention) | told | _when(mention.when)


def _place(mention: PlaceMention) -> Row:
    where = mention.where
    told = {"role": mention.role.value, "demonym": mention.demonym, "confidence": where.confidence if where else None}
    return _words(mention) | told | _where(where)


def _words(mention: DateMention | PlaceMention) -> Row:
    return {"start": mention.start, "end": mention.end, "text": mention.text}


def _event(event: Event) -> Row:
    return {
        "start": event.span[0],
        "end": event.span[1],
        "event": event.id,
        "headline": event.headline,
        "status": event.status.value,
        "kind": event.kind.value,
        "who": [one.name for one in event.who],
        "said_by": event.source,
        "where_basis": event.where.basis.value if event.where else None,
        "confidence": event.confidence,
    } | _when(event.when) | _where(event.where)  # fmt: skip


def _when(when: When | None) -> Row:
    if when is None:
        return {}
    return {"edtf": when.edtf, "earliest": when.earliest, "latest": when.latest, "when_basis": when.basis.value}


def _where(where: Where | None) -> Row:
    if where is None:
        return {}
    place = where.place
    return {
        "place": place.name,
        "country": place.country,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "place_kind": place.kind.value,
    }

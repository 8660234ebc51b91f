"""GeoParquet 1.1: one row an event, typed columns, the place as a WKB point; for DuckDB, pandas, QGIS and GDAL."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Sequence
from typing import Any

import pyarrow
from pyarrow import parquet

from viz.engine.export.parts import clean, description, first_day, last_day, name, sentence, told
from viz.model import Event, Reading, Timeline

GEOMETRY = "geometry"
_LITTLE_ENDIAN, _POINT = 1, 1
_TEXTS = (
    "id", "headline", "edtf", "date_basis", "undated", "place", "country", "admin1", "place_kind", "unplaced", "status",
    "source", "said", "kind", "sentence", "description", "article_id", "article", "article_source",
)  # fmt: skip
COLUMNS = (
    *((column, pyarrow.string()) for column in _TEXTS),
    ("start", pyarrow.date32()),
    ("end", pyarrow.date32()),
    ("published", pyarrow.date32()),
    ("who", pyarrow.list_(pyarrow.string())),
    ("geonameid", pyarrow.int64()),
    ("confidence", pyarrow.float64()),
    (GEOMETRY, pyarrow.binary()),
)


def write(timeline: Timeline) -> bytes:
    """A Parquet file with the `geo` metadata; an event without a point has a null geometry."""
    written = rows(timeline)
    schema = pyarrow.schema(COLUMNS, metadata={"geo": json.dumps(_metadata(written))})
    file = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(written, schema=schema), file)
    return file.getvalue()


def rows(timeline: Timeline) -> list[dict[str, Any]]:
    """Every event as a dictionary of `COLUMNS`."""
    return [_row(reading, event) for reading, event in told(timeline)]


def _row(reading: Reading, event: Event) -> dict[str, Any]:
    article, place = reading.article, event.where.place if event.where else None
    texts = {
        "id": name(event),
        "headline": event.headline,
        "edtf": event.when.edtf if event.when else None,
        "date_basis": event.when.basis.value if event.when else None,
        "undated": event.undated or None,
        "place": place.name if place else None,
        "country": place.country or None if place else None,
        "admin1": place.admin1 or None if place else None,
        "place_kind": place.kind.value if place else None,
        "unplaced": event.unplaced or None,
        "status": event.status.value,
        "source": event.source or None,
        "said": event.said.edtf if event.said else None,
        "kind": event.kind.value,
        "sentence": sentence(reading, event),
        "description": description(reading, event),
        "article_id": article.id,
        "article": article.title or None,
        "article_source": article.source or None,
    }
    return {column: clean(text) if text else text for column, text in texts.items()} | _typed(reading, event)


def _typed(reading: Reading, event: Event) -> dict[str, Any]:
    place = event.where.place if event.where else None
    return {
        "start": first_day(event.when),
        "end": last_day(event.when),
        "published": reading.article.published,
        "who": [clean(participant.name) for participant in event.who],
        "geonameid": place.geonameid or None if place else None,
        "confidence": event.confidence,
        GEOMETRY: _point(place.lon, place.lat) if place and place.lon is not None and place.lat is not None else None,
    }


def _point(lon: float, lat: float) -> bytes:
    return struct.pack("<BIdd", _LITTLE_ENDIAN, _POINT, lon, lat)


def _metadata(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The coordinate system is left out, which means longitude and latitude (OGC:CRS84)."""
    points = [struct.unpack("<BIdd", row[GEOMETRY])[2:] for row in rows if row[GEOMETRY]]
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"] if points else []}
    if points:
        lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
        column["bbox"] = [min(lons), min(lats), max(lons), max(lats)]
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}

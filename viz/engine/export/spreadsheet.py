"""CSV (RFC 4180), one event a row, dates as EDTF and as first and last day."""

from __future__ import annotations

import csv
import io

from viz.engine.export.parts import clean, first_day, iso, last_day, name, sentence, told
from viz.model import Event, Reading, Timeline

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(timeline: Timeline) -> str:
    """A header and a row per event; an empty timeline is the header alone."""
    rows = [_row(reading, event) for reading, event in told(timeline)]
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def _text(value: str) -> str:
    """Text no spreadsheet runs as a formula: a leading =, +, -, @ or tab gets an apostrophe before it."""
    value = clean(value)
    return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value


COLUMNS = (
    "id", "headline", "when", "first_day", "last_day", "date_basis", "date_why", "undated", "place", "country",
    "admin1", "place_kind", "lat", "lon", "geonameid", "place_basis", "place_why", "unplaced", "who", "status",
    "status_why", "source", "said", "kind", "confidence", "sentence", "article", "article_source", "published",
)


def _row(reading: Reading, event: Event) -> dict[str, object]:
    article, when = reading.article, event.when
    written = {
        "id": name(event),
        "headline": event.headline,
        "when": when.edtf if when else "",
        "date_basis": when.basis.value if when else "",
        "date_why": when.why if when else "",
        "undated": event.undated,
        "unplaced": event.unplaced,
        "who": "; ".join(participant.name for participant in event.who),
        "status": event.status.value,
        "status_why": event.status_why,
        "source": event.source,
        "said": event.said.edtf if event.said else "",
        "kind": event.kind.value,
        "sentence": sentence(reading, event),
        "article": article.title,
        "article_source": article.source,
    } | _place(event)
    days = {"first_day": iso(first_day(when)), "last_day": iso(last_day(when)), "published": iso(article.published)}
    return {key: _text(value) for key, value in written.items()} | days | _numbers(event)


def _place(event: Event) -> dict[str, str]:
    if event.where is None:
        return {}
    where, place = event.where, event.where.place
    return {
        "place": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "place_kind": place.kind.value,
        "place_basis": where.basis.value,
        "place_why": where.why,
    }


def _numbers(event: Event) -> dict[str, object]:
    place = event.where.place if event.where else None
    return {
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": (place.geonameid or None) if place else None,
        "confidence": event.confidence,
    }

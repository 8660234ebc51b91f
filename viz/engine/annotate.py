"""The annotation contract: one JSON record in, the same article's mentions and events out.

    in   {"id", "text", "dct": "YYYY-MM-DD" | null}
    out  {"id", "timexes":  [{"start", "end", "text", "type", "value"}],
                "toponyms": [{"start", "end", "text", "lat", "lon", "geonameid", "country", "role"}],
                "demonyms": [{"start", "end", "text", "country"}],
                "events":   [{"span", "trigger_span", "when", "where", "who", "status", "source"}]}

Scorers and other programs rely on these names. Demonyms stand apart: a corpus that counts "Kyrgyz" as a toponym adds
them. `only` leaves out the layers a caller does not need, events first of
all: they are what takes time.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from viz.engine.pipeline import read, skim
from viz.errors import InputError
from viz.model import Article, DateMention, Event, PlaceMention, Reading
from viz.reading import parse_published

LAYERS = ("dates", "places", "events")
SHAPE = '{"id": ..., "text": "...", "dct": "YYYY-MM-DD" or null}'
Record = dict[str, Any]


def annotate_lines(lines: Iterable[str], only: Collection[str] = LAYERS) -> Iterator[str]:
    """JSON Lines in, JSON Lines out; blank lines are passed over. Raises InputError naming the line."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(annotate(_record(line, number), only), ensure_ascii=False)


def annotate(record: Record, only: Collection[str] = LAYERS) -> Record:
    """One record of the contract."""
    published = parse_published(record["dct"]) if record.get("dct") else None
    article = Article.of(record["text"], published=published)
    reading = read(article) if "events" in only else skim(article)
    return {"id": record["id"]} | {name: layer for name, layer in _layers(reading).items() if _WANTED[name] in only}


_WANTED = {"timexes": "dates", "toponyms": "places", "demonyms": "places", "events": "events"}


def _layers(reading: Reading) -> dict[str, list[Record]]:
    return {
        "timexes": [_timex(mention) for mention in reading.dates],
        "toponyms": [_toponym(mention) for mention in reading.places if not mention.demonym],
        "demonyms": [_demonym(mention) for mention in reading.places if mention.demonym],
        "events": [_event(event) for event in reading.events],
    }


def _record(line: str, number: int) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"Line {number} is not JSON ({error.msg}); give one record a line.") from None
    good = isinstance(record, dict) and "id" in record and isinstance(record.get("text"), str)
    if not good or not isinstance(record.get("dct"), str | None):
        raise InputError(f"Line {number} is not a record; give {SHAPE}.")
    return dict(record)


def _timex(mention: DateMention) -> Record:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type.value,
        "value": mention.value,
    }


def _toponym(mention: PlaceMention) -> Record:
    place = mention.where.place if mention.where else None
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": (place.geonameid or None) if place else None,
        "country": (place.country or None) if place else None,
        "role": mention.role.value,
    }


def _demonym(mention: PlaceMention) -> Record:
    country = mention.where.place.country if mention.where else ""
    return {"start": mention.start, "end": mention.end, "text": mention.text, "country": country or None}


def _event(event: Event) -> Record:
    place = event.where.place if event.where else None
    return {
        "span": list(event.span),
        "trigger_span": list(event.trigger),
        "when": event.when.edtf if event.when else None,
        "where": place and {"name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country or None},
        "who": [participant.name for participant in event.who],
        "status": event.status.value,
        "source": event.source or None,
    }

"""Readings and events as rows, and back."""

from __future__ import annotations

import json
from typing import Any, TypeVar, cast

from viz.engine.export.archive import plain, typed
from viz.engine.export.parts import clean
from viz.engine.library.conditions import folded
from viz.engine.library.query import days_of, words_of
from viz.model import Article, Event, Reading

Record = dict[str, Any]
Kind = TypeVar("Kind")


def packed(value: Any) -> str:
    """A value of the model as JSON in ASCII: neither a zero byte nor half a surrogate pair offends a database."""
    return json.dumps(plain(value), separators=(",", ":"))


def unpacked(kind: type[Kind], body: str) -> Kind:
    """The value of a row. Raises ModelError when an earlier program wrote it in another shape."""
    return cast(Kind, typed(kind, json.loads(body), kind.__name__.lower()))


def article_row(article: Article) -> Record:
    """The columns of an article that come from the article itself."""
    return {
        "id": article.id,
        "title": clean(article.title),
        "source": clean(article.source),
        "published": article.published.isoformat() if article.published else None,
        "body": packed(article),
    }


def packed_reading(reading: Reading) -> str:
    """A reading without its article, which has a column of its own."""
    whole = plain(reading)
    del whole["article"]
    return json.dumps(whole, separators=(",", ":"))


def unpacked_reading(article: Article, body: str) -> Reading:
    """The reading of a row with its article. Raises ModelError when it is of another shape."""
    return cast(Reading, typed(Reading, {"article": plain(article), **json.loads(body)}, "reading"))


def event_row(reading: Reading, position: int) -> Record:
    """One event of a reading as a row."""
    event = reading.events[position]
    place = event.where.place if event.where else None
    first, last = days_of(event.when)
    return {
        "article_id": reading.article.id,
        "position": position,
        "kind": event.kind.value,
        "status": event.status.value,
        "first": first,
        "last": last,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "told": told(reading, event),
        "body": packed(event),
    }


def told(reading: Reading, event: Event) -> str:
    """Every word a reader may look an event up by, each behind a blank."""
    place = event.where.place.name if event.where else ""
    names = [participant.name for participant in event.who]
    parts = [event.headline, place, event.source, *names, reading.article.text[slice(*event.span)]]
    return "".join(f" {word}" for word in dict.fromkeys(words_of(" ".join(parts))))


def place_row(number: int, geonameid: int, name: str, country: str) -> Record:
    """The place of an event, as places are compared, as a row."""
    return {"number": number, "geonameid": str(geonameid), "name": folded(name), "country": clean(country)}


def names_of(event: Event) -> list[str]:
    """The names of the people and bodies of an event as they are compared."""
    return sorted({name for participant in event.who if (name := folded(participant.name))})

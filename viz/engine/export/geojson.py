"""GeoJSON (RFC 7946): one feature per event, `start` and `end` as days, `null` geometry where there is no point."""

from __future__ import annotations

import json
from typing import Any

from viz.engine.export.parts import clean, description, first_day, iso, last_day, name, told
from viz.model import Event, Reading, Timeline


def write(timeline: Timeline) -> str:
    """A FeatureCollection; an empty timeline has no features."""
    return json.dumps(collection(timeline), ensure_ascii=False, indent=1) + "\n"


def collection(timeline: Timeline) -> dict[str, Any]:
    """The same as a dictionary."""
    return {"type": "FeatureCollection", "features": [_feature(reading, event) for reading, event in told(timeline)]}


def point(event: Event) -> dict[str, Any] | None:
    """The place as a GeoJSON point, longitude first."""
    place = event.where.place if event.where else None
    if place is None or place.lat is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _feature(reading: Reading, event: Event) -> dict[str, Any]:
    place = event.where.place if event.where else None
    properties = {
        "headline": clean(event.headline),
        "start": iso(first_day(event.when)) or None,
        "end": iso(last_day(event.when)) or None,
        "edtf": event.when.edtf if event.when else None,
        "undated": clean(event.undated) or None,
        "place": clean(place.name) if place else None,
        "country": place.country or None if place else None,
        "place_kind": place.kind.value if place else None,
        "geonameid": place.geonameid or None if place else None,
        "unplaced": clean(event.unplaced) or None,
        "who": [clean(participant.name) for participant in event.who],
        "status": event.status.value,
        "source": clean(event.source) or None,
        "kind": event.kind.value,
        "confidence": event.confidence,
        "description": description(reading, event),
    }
    return {"type": "Feature", "id": clean(name(event)), "geometry": point(event), "properties": properties}

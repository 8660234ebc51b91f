"""Linked Places (LPF 1.x): a feature per place, with the timespans of what happened there."""

from __future__ import annotations

import json
from typing import Any

from viz.engine.export.parts import clean, description, first_day, iso, last_day, left_out, told
from viz.model import Event, Place, PlaceKind, Reading, Timeline, When

_CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
_CLASSES = {
    PlaceKind.CITY: "P", PlaceKind.VILLAGE: "P", PlaceKind.DISTRICT: "A", PlaceKind.REGION: "A", PlaceKind.COUNTRY: "A",
    PlaceKind.CONTINENT: "L", PlaceKind.SITE: "S", PlaceKind.RIVER: "H", PlaceKind.LAKE: "H", PlaceKind.SEA: "H",
    PlaceKind.MOUNTAIN: "T", PlaceKind.ISLAND: "T",
}  # fmt: skip
Told = list[tuple[Reading, Event]]


def write(timeline: Timeline) -> str:
    """A FeatureCollection of places; what has no place is named under `indexing`."""
    at: dict[Place, Told] = {}
    for reading, event in told(timeline):
        if event.where:
            at.setdefault(event.where.place, []).append((reading, event))
    collection: dict[str, Any] = {
        "type": "FeatureCollection",
        "@context": _CONTEXT,
        "features": [_feature(place, events) for place, events in at.items()],
    }
    if missing := left_out(((reading, event) for reading, event in told(timeline) if event.where is None), "place"):
        collection["indexing"] = {"@type": "Dataset", "name": "Dateline", "description": missing}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _feature(place: Place, events: Told) -> dict[str, Any]:
    number = str(place.geonameid) if place.geonameid else ""
    feature: dict[str, Any] = {
        "@id": f"https://sws.geonames.org/{number}/" if number else f"urn:dateline:place:{_slug(place)}",
        "type": "Feature",
        "properties": {
            "title": clean(place.name),
            "ccodes": [place.country] if place.country else [],
            "fclasses": [_CLASSES[place.kind]],
        },
        "names": [{"toponym": clean(place.name), "citations": _citations(events)}],
        "types": [{"label": place.kind.value}],
        "geometry": _geometry(place, events),
        "links": [{"type": "exactMatch", "identifier": f"gn:{number}"}] if number else [],
        "descriptions": [{"value": f"{clean(one.headline)}\n{description(reading, one)}"} for reading, one in events],
    }
    spans = [_span(event.when) for _, event in events if event.when]
    return feature | ({"when": {"timespans": spans}} if spans else {})


def _slug(place: Place) -> str:
    return "-".join(f"{clean(place.name)} {place.country} {place.kind.value}".lower().split())


def _citations(events: Told) -> list[dict[str, str]]:
    articles = {reading.article.id: reading.article for reading, _ in events}
    return [{"label": clean(article.title or article.source or article.id)} for article in articles.values()]


def _geometry(place: Place, events: Told) -> dict[str, Any]:
    if place.lat is None:
        return {"type": "GeometryCollection", "geometries": []}
    sure = max(event.where.confidence for _, event in events if event.where)
    return {
        "type": "Point",
        "coordinates": [place.lon, place.lat],
        "certainty": "certain" if sure >= 0.9 else "less-certain" if sure >= 0.5 else "uncertain",
    }


def _span(when: When) -> dict[str, dict[str, str]]:
    """A timespan; an interval told as one date says when it began at the earliest and ended at the latest."""
    first, last = iso(first_day(when)), iso(last_day(when))
    if first and first == last:
        return {"start": {"in": first}, "end": {"in": first}}
    start = {"earliest": first} if first else {"latest": last}
    return {"start": start} | ({"end": {"latest": last}} if last else {})

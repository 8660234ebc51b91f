"""GeoJSON -> Timeline: a feature is an event, its geometry the place, its properties what is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from viz.engine.imports.assembling import Told, assembled, point_of, where_named
from viz.engine.imports.days import when_of_fields
from viz.engine.imports.spreadsheet import one_of
from viz.errors import InputError
from viz.model import EventKind, PlaceKind, Status, Timeline, Where

_HEADLINES = ("headline", "title", "name", "event", "summary")
_DATES = ("edtf", "when", "date", "day", "time", "timestamp")
_STARTS, _ENDS = ("start", "start_date", "begin", "from"), ("end", "end_date", "to", "until")
_TEXTS = ("sentence", "text", "description")
_PLACES = ("place", "location", "city")


def read(found: Mapping[str, Any], *, source: str = "") -> Timeline:
    """The features of a FeatureCollection, or one Feature. Raises InputError for anything else.

    An area or a line is placed in the middle of its corners, and its event says so.
    """
    features = found.get("features") if found.get("type") == "FeatureCollection" else [found]
    if not isinstance(features, list) or not all(_is_feature(one) for one in features):
        raise InputError(f"{source or 'This'} is no GeoJSON of features; give a FeatureCollection.")
    return assembled([_told(feature) for feature in features], title=source, source=source)


def _is_feature(one: Any) -> bool:
    return isinstance(one, dict) and one.get("type") == "Feature"


def _told(feature: Mapping[str, Any]) -> Told:
    given = feature.get("properties") or {}
    properties = {str(key).lower(): value for key, value in given.items()} if isinstance(given, dict) else {}
    who = properties.get("who") or []
    return Told(
        headline=_first(properties, _HEADLINES) or "Untitled",
        text=_first(properties, _TEXTS),
        id=str(feature.get("id") or ""),
        when=when_of_fields(*(_first(properties, names) for names in (_DATES, _STARTS, _ENDS))),
        where=_where(feature, properties),
        undated=_first(properties, ("undated",)),
        unplaced=_first(properties, ("unplaced",)),
        who=tuple(str(name) for name in who) if isinstance(who, list) else (str(who),),
        status=one_of(Status, _first(properties, ("status",))) or Status.HAPPENED,
        kind=one_of(EventKind, _first(properties, ("kind", "category"))) or EventKind.OTHER,
        source=_first(properties, ("source",)),
        confidence=_share(properties.get("confidence")),
    )


def _first(properties: Mapping[str, Any], names: tuple[str, ...]) -> str:
    values = (properties.get(name) for name in names)
    return next((str(value) for value in values if value not in (None, "") and not isinstance(value, dict | list)), "")


def _where(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> Where | None:
    geometry = feature.get("geometry")
    point = _middle(geometry) if isinstance(geometry, dict) else None
    kind = one_of(PlaceKind, _first(properties, ("place_kind",))) or PlaceKind.CITY
    number = properties.get("geonameid")
    country = _first(properties, ("country",))
    return where_named(_first(properties, _PLACES), kind, country, point, number if isinstance(number, int) else 0)


def _middle(geometry: Mapping[str, Any]) -> tuple[float, float] | None:
    parts = geometry.get("geometries") or [geometry]
    corners = [corner for part in parts if isinstance(part, dict) for corner in _corners(part.get("coordinates"))]
    if not corners:
        return None
    lons, lats = [lon for lon, _ in corners], [lat for _, lat in corners]
    if len(corners) == 1:
        return corners[0]
    return (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2


def _corners(coordinates: Any) -> Iterator[tuple[float, float]]:
    if not isinstance(coordinates, list) or not coordinates:
        return
    if isinstance(coordinates[0], list):
        for part in coordinates:
            yield from _corners(part)
    elif len(coordinates) > 1 and (point := point_of(coordinates[0], coordinates[1])):
        yield point


def _share(value: Any) -> float:
    return min(max(float(value), 0.0), 1.0) if isinstance(value, int | float) else 1.0

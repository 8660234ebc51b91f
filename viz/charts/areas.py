"""Which shape of the base map a place is, read from the index that `data/build.py basemap` writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from viz.errors import DataError
from viz.model import AREAS, Box, Place, PlaceKind
from viz.settings import settings

SHAPED = AREAS | {PlaceKind.LAKE}


@dataclass(frozen=True, slots=True)
class Area:
    """A place with an extent: `shapes` are `(file, id)` pairs of the base map, none for a name without a shape.

    `at` is where its label stands, longitude first; a union of countries ("Central Asia") has the shapes of all.
    """

    key: str
    shapes: tuple[tuple[str, str], ...]
    box: Box
    at: tuple[float, float]


def area_of(place: Place) -> Area | None:
    """The area of a place, or None for one that is told by a point (a city) or that the base map does not know."""
    if place.kind not in SHAPED:
        return None
    index = _index(settings().data / "basemap" / "areas.json")
    for key in _keys(place):
        if key in index:
            return _area(key, index)
    return None


def _keys(place: Place) -> tuple[str, ...]:
    """Under which keys the index may hold it, the surest first: ISO 3166 code, GeoNames id, name."""
    if place.kind is PlaceKind.COUNTRY:
        return (place.country,)
    return (str(place.geonameid), place.name.casefold().removeprefix("the "))


def _area(key: str, index: dict[str, dict[str, Any]]) -> Area:
    told = index[key]
    if "members" not in told:
        own: tuple[tuple[str, str], ...] = ((told["file"], key),) if "file" in told else ()
        return Area(key, own, tuple(told["box"]), tuple(told["at"]))
    members = [(member, index[member]) for member in told["members"]]
    boxes = [one["box"] for _, one in members]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    shapes = tuple((one["file"], member) for member, one in members)
    return Area(key, shapes, box, ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))


@cache
def _index(path: Path) -> dict[str, dict[str, Any]]:
    try:
        index: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"The base map's index {path} cannot be read ({error}); run data/build.py basemap.") from None
    return index

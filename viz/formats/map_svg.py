"""The map as an SVG picture: land, borders and waters of the base map, areas filled, pins for places with a point."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import asinh, pi, radians, tan
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from viz.charts.map import Spot, spots, unmappable
from viz.charts.mapstyle import DAY
from viz.charts.mapview import frame, unrolled
from viz.charts.theme import LIGHT
from viz.charts.words import say_place, say_when
from viz.errors import DataError
from viz.formats.svg import HEAD, MARGIN, WIDTH, mark, number, sheet, text, written
from viz.model import AREAS, Box, Timeline
from viz.settings import settings

LEAST_HEIGHT, MOST_HEIGHT = 320.0, 640.0
NEAR = 0.6  # pixels: points of a line nearer to each other than this are one
Ring = list[tuple[float, float]]


class Ground:
    """The window of the picture on the Mercator world: degrees to pixels."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self.west, self.east = box[0] / 360, box[2] / 360
        self.north, self.south = _mercator(box[3]), _mercator(box[1])
        inner = WIDTH - 2 * MARGIN
        self.scale = min(inner / (self.east - self.west), MOST_HEIGHT / (self.north - self.south))
        self.height = max(LEAST_HEIGHT, (self.north - self.south) * self.scale)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a point on the sheet."""
        middle_x, middle_y = (self.west + self.east) / 2, (self.north + self.south) / 2
        x = WIDTH / 2 + (lon / 360 - middle_x) * self.scale
        return x, HEAD + self.height / 2 - (_mercator(lat) - middle_y) * self.scale

    def shows(self, ring: Ring) -> bool:
        """Whether any of it may lie in the window."""
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        within = max(xs) >= MARGIN and min(xs) <= WIDTH - MARGIN
        return within and max(ys) >= HEAD and min(ys) <= HEAD + self.height


def write(timeline: Timeline) -> str:
    """The picture of every event that has a place; what cannot be drawn is counted below."""
    found = spots(timeline.events)
    ground = Ground(frame([spot.box for spot in found]))
    root = sheet(timeline, ground.height + 6, "Map")
    window = SubElement(SubElement(root, "clipPath", id="window"), "rect")
    window.attrib |= {"x": str(MARGIN), "y": str(HEAD)}
    window.attrib |= {"width": str(WIDTH - 2 * MARGIN), "height": number(ground.height)}
    base = SubElement(root, "g")
    base.set("clip-path", "url(#window)")
    SubElement(base, "rect", window.attrib | {"fill": DAY.water})
    _shapes(base, ground, "land.json", fill=DAY.land, stroke=DAY.shore)
    for spot in found:
        _area(base, ground, spot)
    _shapes(base, ground, "lakes.json", fill=DAY.water, stroke=DAY.shore)
    _shapes(base, ground, "borders.json", fill="none", stroke=DAY.border, only="country")
    for spot in sorted(found, key=lambda spot: len(spot.events)):
        _spot(base, ground, spot)
    missing = sum(event.where is None for event in timeline.events) + len(unmappable(timeline.events))
    if missing:
        text(root, WIDTH - MARGIN, HEAD - 14, f"{missing} without a place", size=12, colour=LIGHT.muted, anchor="end")
    return written(root)


def _mercator(lat: float) -> float:
    return asinh(tan(radians(max(min(lat, 85.0), -85.0)))) / (2 * pi)


def _spot(base: Element, ground: Ground, spot: Spot) -> None:
    lon, lat = spot.point or (0.0, 0.0)
    x, y = ground.at(unrolled(lon, ground.box), lat)
    many = len(spot.events)
    if spot.area or spot.place.kind in AREAS:
        text(base, x, y, f"{spot.place.name} · {many}", size=15, anchor="middle", halo=DAY.land)
        return
    told = "; ".join(f"{event.headline}, {say_when(event.when)}" for event in spot.events)
    statuses = {event.status for event in spot.events}
    status = statuses.pop() if len(statuses) == 1 else None
    mark(base, x, y, status, f"{say_place(spot.place)}: {told}", scale=1.4 + min(many - 1, 4) * 0.15)
    text(base, x, y - 12, spot.place.name + (f" · {many}" if many > 1 else ""), anchor="middle", halo=DAY.land)


def _area(base: Element, ground: Ground, spot: Spot) -> None:
    statuses = {event.status for event in spot.events}
    hue = LIGHT.statuses[statuses.pop()] if len(statuses) == 1 else LIGHT.muted
    for file, shape in spot.area.shapes if spot.area else ():
        _shapes(base, ground, file, fill=hue, stroke=hue, shape=shape, opacity=0.22)


def _shapes(
    base: Element, ground: Ground, file: str, *, fill: str, stroke: str, shape: str = "", only: str = "",
    opacity: float = 1,
) -> None:  # fmt: skip
    features = [
        one for one in _features(settings().data / "basemap" / file)
        if (not shape or one["properties"].get("id") == shape) and (not only or one["properties"].get("kind") == only)
    ]  # fmt: skip
    closed = "Z" if fill != "none" else ""
    drawn = "".join(_path(ring, closed) for one in features for ring in _rings(one["geometry"], ground))
    if drawn:
        path = SubElement(base, "path", d=drawn, fill=fill, stroke=stroke, opacity=str(opacity))
        path.attrib |= {"stroke-width": "0.8", "fill-rule": "evenodd"}


def _rings(geometry: dict[str, Any], ground: Ground) -> Iterator[Ring]:
    """Every line in the window, in pixels; the world lies side by side with itself at 180 degrees."""
    for line in _lines(geometry["coordinates"]):
        for turn in (-360, 0, 360):
            ring = [ground.at(lon + turn, lat) for lon, lat in line]
            if ground.shows(ring):
                yield list(_thinned(ring))


def _lines(coordinates: Sequence[Any]) -> Iterator[Sequence[Any]]:
    if isinstance(coordinates[0][0], int | float):
        yield coordinates
        return
    for part in coordinates:
        yield from _lines(part)


def _thinned(ring: Ring) -> Iterator[tuple[float, float]]:
    last = (float("inf"), float("inf"))
    for at, (x, y) in enumerate(ring):
        if at == len(ring) - 1 or abs(x - last[0]) + abs(y - last[1]) >= NEAR:
            last = (x, y)
            yield last


def _path(ring: Iterable[tuple[float, float]], closed: str) -> str:
    return "M" + " ".join(f"{number(x)} {number(y)}" for x, y in ring) + closed


@cache
def _features(path: Path) -> list[dict[str, Any]]:
    try:
        features: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["features"]
    except (OSError, ValueError) as error:
        raise DataError(f"The base map's {path} cannot be read ({error}); run data/build.py basemap.") from None
    return features

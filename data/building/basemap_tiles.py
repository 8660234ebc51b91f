"""Cuts the base map into `data/basemap/tiles/`: what a browser's map shows first is in two to six of its small files.

From GeoJSON the map would have to read the whole world, and cut it into tiles itself, before it draws anything.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from math import asinh, pi, radians, tan
from pathlib import Path
from typing import Any

from .plane_lines import Line, beyond, straightened
from .vector_tile import EXTENT, LINE, POINT, POLYGON, Part, Shape, encoded

DEEPEST = 4
"""The zoom of the finest tiles, which nearer views are drawn from: one step of their grid is 300 m at the equator."""
MARGIN = 128  # steps that a tile knows beyond its edge, so that no line ends there: 8 pixels
STRAIGHT = 8  # steps, half a pixel: finer than that, lines are straightened in all but the finest tiles
FIRST_SEEN = {"rivers": 3, "division": 4}
"""The zoom of the first tiles that hold what the style shows only from there on."""
FEWEST = {POINT: 1, LINE: 2, POLYGON: 4}  # points that make a shape
KINDS = {"Point": POINT, "MultiLineString": LINE, "MultiPolygon": POLYGON}

@dataclass(frozen=True, slots=True)
class Piece:
    """What a tile holds of one feature; coordinates are shares of the world, x eastwards and y southwards."""

    layer: str
    kind: int
    parts: list[Line]
    told: dict[str, Any]


def build(folder: Path) -> None:
    """Writes every tile of every zoom, those of open water empty: the browser would take a missing one for an error."""
    shutil.rmtree(folder / "tiles", ignore_errors=True)
    names = ("land", "lakes", "rivers", "borders", "labels")
    world = [piece for name in names for piece in _pieces(name, folder / f"{name}.json")]
    around = [_moved(piece, by) for by in (-1, 0, 1) for piece in world]
    _write(folder / "tiles", (0, 0, 0), _within(around, (0, 0, 0)))


def _pieces(layer: str, path: Path) -> Iterator[Piece]:
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        shape = feature["geometry"]
        kind, lines = KINDS[shape["type"]], shape["coordinates"]
        if kind == POINT:
            lines = [[lines]]
        elif kind == POLYGON:
            lines = [ring for polygon in lines for ring in polygon]
        yield Piece(layer, kind, [[_projected(*point) for point in line] for line in lines], feature["properties"])


def _projected(lon: float, lat: float) -> tuple[float, float]:
    return lon / 360 + 0.5, 0.5 - asinh(tan(radians(min(max(lat, -85.06), 85.06)))) / (2 * pi)


def _moved(piece: Piece, by: int) -> Piece:
    """The same one world further east, for the margins of the tiles at 180 degrees."""
    return Piece(piece.layer, piece.kind, [[(x + by, y) for x, y in line] for line in piece.parts], piece.told)


def _write(folder: Path, tile: tuple[int, int, int], pieces: list[Piece]) -> None:
    """One tile and, from the pieces in it, the four in it."""
    zoom, column, row = tile
    layers: dict[str, list[Shape]] = {}
    for piece in pieces:
        shape = _shape(piece, tile)
        if shape:
            layers.setdefault(piece.layer, []).append(shape)
    path = folder / str(zoom) / str(column) / f"{row}.mvt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded(layers))
    if zoom < DEEPEST:
        for child in ((zoom + 1, column * 2 + i, row * 2 + j) for i in (0, 1) for j in (0, 1)):
            _write(folder, child, _within(pieces, child))


def _within(pieces: list[Piece], tile: tuple[int, int, int]) -> list[Piece]:
    zoom, *corner = tile
    found = pieces
    for axis, first in enumerate(corner):
        low, high = ((first + end) / 2**zoom for end in (-MARGIN / EXTENT, 1 + MARGIN / EXTENT))
        found = [cut for piece in found if (cut := _cut(piece, axis, low, high)).parts]
    return found


def _cut(piece: Piece, axis: int, low: float, high: float) -> Piece:
    """A piece between two lines across one axis."""
    parts: list[Line] = []
    for line in piece.parts:
        least, most = min(point[axis] for point in line), max(point[axis] for point in line)
        if low <= least and most <= high:
            parts.append(line)
        elif most >= low and least <= high and piece.kind != POINT:
            closed = piece.kind == POLYGON
            above = beyond(line, axis, low, 1, closed=closed)
            runs = [run for one in above for run in beyond(one, axis, high, -1, closed=closed)]
            parts += [run for run in runs if len(run) >= (4 if closed else 2)]
    return Piece(piece.layer, piece.kind, parts, piece.told)


def _shape(piece: Piece, tile: tuple[int, int, int]) -> Shape | None:
    """A piece on the grid of a tile, straightened as its zoom allows; nothing when the zoom does not show it."""
    zoom, column, row = tile
    if not _is_shown(piece, zoom):
        return None
    size = EXTENT * 2**zoom
    parts: list[Part] = []
    for line in piece.parts:
        points = [(round(x * size) - column * EXTENT, round(y * size) - row * EXTENT) for x, y in line]
        thin = straightened(points, STRAIGHT if zoom < DEEPEST else 0) if piece.kind != POINT else points
        thin = [point for number, point in enumerate(thin) if not number or point != thin[number - 1]]
        if len(thin) >= FEWEST[piece.kind]:
            parts.append(thin)
    if piece.kind == POINT and not all(0 <= along < EXTENT for along in parts[0][0]):
        return None  # a name belongs to one tile, or it would be written twice
    return Shape(piece.kind, parts, piece.told) if parts else None


def _is_shown(piece: Piece, zoom: int) -> bool:
    """Whether the style shows a piece at this zoom, or at the next before finer tiles take over."""
    if piece.kind == POINT:
        return zoom == DEEPEST or piece.told["from"] <= zoom + 1
    return zoom >= FIRST_SEEN.get(piece.told.get("kind", piece.layer), 0)

"""Writing one tile as a Mapbox Vector Tile (version 2.1), the form a browser's map reads without parsing text.

    encoded({"land": [Shape(POLYGON, [ring, hole], {"kind": "land"})]})     bytes of a tile

Coordinates are whole numbers of a tile `EXTENT` wide, y downwards.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

EXTENT = 8192
POINT, LINE, POLYGON = 1, 2, 3
_MOVE, _DRAW, _CLOSE = 1, 2, 7
Part = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One feature of a tile; rings of a polygon are closed, and holes run the other way round."""

    kind: int
    parts: list[Part]
    told: Mapping[str, Any]


def encoded(layers: Mapping[str, Sequence[Shape]]) -> bytes:
    """The tile of some layers; those without a shape are left out."""
    return b"".join(_field(3, _layer(name, shapes)) for name, shapes in layers.items() if shapes)


def _layer(name: str, shapes: Sequence[Shape]) -> bytes:
    keys: dict[str, int] = {}
    values: dict[bytes, int] = {}
    features = [_field(2, _feature(shape, keys, values)) for shape in shapes]
    return b"".join([
        _field(1, name.encode()), *features, *(_field(3, key.encode()) for key in keys),
        *(_field(4, value) for value in values), _number(5, EXTENT), _number(15, 2),
    ])  # fmt: skip


def _feature(shape: Shape, keys: dict[str, int], values: dict[bytes, int]) -> bytes:
    tags = []
    for key, value in shape.told.items():
        tags += [keys.setdefault(key, len(keys)), values.setdefault(_value(value), len(values))]
    return _field(2, _packed(tags)) + _number(3, shape.kind) + _field(4, _packed(_commands(shape)))


def _commands(shape: Shape) -> list[int]:
    found: list[int] = []
    x = y = 0
    for part in shape.parts:
        points = part[:-1] if shape.kind == POLYGON else part
        for number, (to_x, to_y) in enumerate(points):
            if number < 2:
                found.append((_DRAW if number else _MOVE) | (len(points) - 1 if number else 1) << 3)
            found += [_zigzag(to_x - x), _zigzag(to_y - y)]
            x, y = to_x, to_y
        if shape.kind == POLYGON:
            found.append(_CLOSE | 1 << 3)
    return found


def _value(value: Any) -> bytes:
    if isinstance(value, bool):
        return _number(7, int(value))
    if isinstance(value, int):
        return _number(4, value)
    if isinstance(value, float):
        return bytes([3 << 3 | 1]) + struct.pack("<d", value)
    return _field(1, str(value).encode())


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _packed(numbers: Iterable[int]) -> bytes:
    return b"".join(map(_varint, numbers))


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    found.append(number)
    return bytes(found)

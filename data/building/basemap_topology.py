"""Shapes that share borders, taken apart into arcs, so that a border is simplified once and drawn once.

The units of the source (first-order divisions) touch vertex by vertex. Cut where three of them meet, their rings become
arcs; an arc between two units is an inner border, an arc of one unit alone is coast. Joining units into a country or
into land means leaving out the arcs between them. Points are `(lon, lat)` in degrees.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Line = list[Point]
Polygon = list[Line]


@dataclass(frozen=True, slots=True)
class Topology:
    """`arcs` by number; `rings[unit]` are that unit's rings as arc numbers, `~n` for arc n run backwards."""

    arcs: list[Line]
    rings: list[list[list[int]]]

    @classmethod
    def of(cls, units: Sequence[Iterable[Line]]) -> Topology:
        """Cuts the rings of every unit; rings are closed and run counter-clockwise round the land."""
        closed = [[ring for ring in unit if len(ring) > 3] for unit in units]
        nodes = _nodes(closed)
        arcs: list[Line] = []
        known: dict[tuple[Point, ...], int] = {}
        rings: list[list[list[int]]] = []
        for unit in closed:
            rings.append([[_number(line, arcs, known) for line in _cut(ring, nodes)] for ring in unit])
        return cls(arcs, rings)

    def owners(self) -> list[list[int]]:
        """For every arc the units it bounds: one for a coast, two for a border."""
        found: list[list[int]] = [[] for _ in self.arcs]
        for unit, rings in enumerate(self.rings):
            for arc in (arc for ring in rings for arc in ring):
                found[max(arc, ~arc)].append(unit)
        return found

    def simplified(self, simplify: Callable[[int, Line], Line]) -> Topology:
        """The same rings on arcs thinned out by `simplify(number, arc)`, which keeps both ends."""
        return Topology([simplify(number, arc) for number, arc in enumerate(self.arcs)], self.rings)

    def joined(self, units: Iterable[int]) -> list[Polygon]:
        """The units as one area: the arcs between two of them fall away, what is left is stitched into rings."""
        arcs = [arc for unit in units for ring in self.rings[unit] for arc in ring]
        times = Counter(max(arc, ~arc) for arc in arcs)
        return polygons(self._stitch([arc for arc in arcs if times[max(arc, ~arc)] == 1]))

    def line(self, arc: int) -> Line:
        """The points of an arc in its direction."""
        return self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]

    def _stitch(self, arcs: Iterable[int]) -> list[Line]:
        starts: dict[Point, list[int]] = defaultdict(list)
        for arc in arcs:
            starts[self.line(arc)[0]].append(arc)
        rings = []
        for first in list(starts):
            while starts[first]:
                ring = [first]
                while starts[ring[-1]]:
                    ring += self.line(starts[ring[-1]].pop())[1:]
                    if ring[-1] == first:
                        break
                rings.append(ring)
        return [ring for ring in rings if len(ring) > 3 and ring[0] == ring[-1]]


def _nodes(units: Sequence[Sequence[Line]]) -> set[Point]:
    """The points where arcs end: where other than two edges meet, or where the neighbour changes."""
    owners: dict[tuple[Point, Point], tuple[int, ...]] = defaultdict(tuple)
    for number, unit in enumerate(units):
        for ring in unit:
            for a, b in pairwise(ring):
                owners[(a, b) if a < b else (b, a)] += (number,)
    meeting: dict[Point, list[tuple[int, ...]]] = defaultdict(list)
    for (a, b), who in owners.items():
        meeting[a].append(tuple(sorted(who)))
        meeting[b].append(tuple(sorted(who)))
    return {point for point, edges in meeting.items() if len(edges) != 2 or edges[0] != edges[1]}


def _cut(ring: Line, nodes: set[Point]) -> list[Line]:
    """A closed ring as the lines between its nodes; one without nodes starts at its smallest point."""
    cuts = [i for i, point in enumerate(ring[:-1]) if point in nodes]
    start = cuts[0] if cuts else ring.index(min(ring))
    turned = ring[start:-1] + ring[: start + 1]
    lines, current = [], [turned[0]]
    for point in turned[1:]:
        current.append(point)
        if point in nodes:
            lines.append(current)
            current = [point]
    return [*lines, current] if len(current) > 1 else lines


def _number(line: Line, arcs: list[Line], known: dict[tuple[Point, ...], int]) -> int:
    """The number of an arc, negative when it is known in the other direction."""
    there, back = tuple(line), tuple(reversed(line))
    if there in known:
        return known[there]
    if back in known:
        return ~known[back]
    known[there] = len(arcs)
    arcs.append(line)
    return known[there]


def polygons(rings: Iterable[Line]) -> list[Polygon]:
    """Rings sorted into polygons: every clockwise ring is a hole of the smallest ring round it."""
    sized = sorted(((signed_area(ring), ring) for ring in rings), key=lambda pair: -pair[0])
    outer = [([ring], area) for area, ring in sized if area > 0]
    for area, ring in sized:
        if area < 0:
            around = [polygon for polygon, size in outer if size > -area and inside(_middle(ring), polygon[0])]
            if around:
                around[-1].append(ring)
    return [polygon for polygon, _ in outer]


def _middle(ring: Line) -> Point:
    """A point next to the first edge: rings may touch in a corner, seldom along an edge."""
    return ((ring[0][0] + ring[1][0]) / 2, (ring[0][1] + ring[1][1]) / 2)


def signed_area(ring: Line) -> float:
    """Square degrees, positive counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def inside(point: Point, ring: Line) -> bool:
    """Whether a point lies inside one closed ring."""
    x, y = point
    found = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found = not found
    return found

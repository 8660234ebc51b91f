"""Thinning out lines by Visvalingam's rule: the point whose triangle with its neighbours is smallest goes first.

Sizes are square kilometres on the ground, so that the north is not kept finer than the equator.
"""

from __future__ import annotations

import heapq
from math import cos, hypot, radians

from .basemap_topology import Line, Point, Polygon, inside, signed_area

KM = 111.2  # of one degree of latitude


def simplify(line: Line, smallest: float) -> Line:
    """The line without the points whose triangle is under `smallest` square kilometres; both ends stay.

    A closed line keeps at least four points, so that an area stays an area.
    """
    least = 4 if line[0] == line[-1] else 2
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = [0.0] + [_triangle(line[i - 1], line[i], line[i + 1]) for i in range(1, len(line) - 1)] + [0.0]
    queue = [(sizes[i], i) for i in range(1, len(line) - 1)]
    heapq.heapify(queue)
    gone = [False] * len(line)
    left = len(line)
    while queue and left > least:
        size, i = heapq.heappop(queue)
        if gone[i] or size != sizes[i]:
            continue
        if size >= smallest:
            break
        gone[i], left = True, left - 1
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < len(line) - 1:
                # never smaller than what has gone already, or a run of small steps would unravel a bay
                sizes[j] = max(size, _triangle(line[before[j]], line[j], line[after[j]]))
                heapq.heappush(queue, (sizes[j], j))
    return [point for point, removed in zip(line, gone, strict=True) if not removed]


def _triangle(a: Point, b: Point, c: Point) -> float:
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    return area * KM * KM * cos(radians(b[1]))


def area_km2(ring: Line) -> float:
    """How large a ring is on the ground; the latitude of its middle stands for all of it."""
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    return abs(signed_area(ring)) * KM * KM * cos(radians((south + north) / 2))


def label_point(polygon: Polygon, steps: int = 24) -> Point:
    """The point of a polygon that is farthest from its edges, to a step of its size: where a label sits best."""
    ring = polygon[0]
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    squeeze = cos(radians((south + north) / 2))
    grid = [
        (west + (east - west) * (i + 0.5) / steps, south + (north - south) * (j + 0.5) / steps)
        for i in range(steps)
        for j in range(steps)
    ]
    within = [p for p in grid if inside(p, ring) and not any(inside(p, hole) for hole in polygon[1:])]
    edges = [(x * squeeze, y) for line in polygon for x, y in line]
    if not within:
        return ring[0]
    return max(within, key=lambda p: (min(hypot(p[0] * squeeze - x, p[1] - y) for x, y in edges), p))

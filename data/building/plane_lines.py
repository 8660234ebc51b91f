"""Lines and rings in the plane of a map: cut off at an edge, and straightened where nobody would see the difference."""

from __future__ import annotations

Line = list[tuple[float, float]]
Grid = list[tuple[int, int]]


def beyond(line: Line, axis: int, edge: float, side: int, *, closed: bool) -> list[Line]:
    """What of a line lies beyond an edge across an axis, on the side 1 (greater) or -1 (less).

    A closed line stays one ring, along the edge; another may fall into several.
    """
    runs: list[Line] = [[]]
    for here, there in zip(line, [*line[1:], None], strict=True):
        inside = (here[axis] - edge) * side >= 0
        if inside:
            runs[-1].append(here)
        if there is not None and inside != ((there[axis] - edge) * side >= 0):
            share = (edge - here[axis]) / (there[axis] - here[axis])
            crossing = [here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])]
            crossing[axis] = edge
            runs[-1].append((crossing[0], crossing[1]))
            if inside and not closed:
                runs.append([])
    if closed and runs[0] and runs[0][0] != runs[0][-1]:
        runs[0].append(runs[0][0])
    return [run for run in runs if run]


def straightened(points: Grid, step: int) -> Grid:
    """Without the points nearer than a step to the line between those that stay (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    if points[0] == points[-1]:  # a ring has no line between its ends: begin with its farthest point
        far = max(range(len(points)), key=lambda i: _away(points[i], points[0], points[0]))
        kept.add(far)
        spans = [(0, far), (far, len(points) - 1)]
    else:
        spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        ends = points[first], points[last]
        distance, at = max(((_away(points[i], *ends), i) for i in range(first + 1, last)), default=(0.0, 0))
        if distance > step * step:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [points[i] for i in sorted(kept)]


def _away(point: tuple[int, int], start: tuple[int, int], end: tuple[int, int]) -> float:
    """The square of the distance of a point from a line that ends."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    x, y = point[0] - start[0], point[1] - start[1]
    share = min(1.0, max(0.0, (x * dx + y * dy) / (dx * dx + dy * dy))) if dx or dy else 0.0
    return float((x - share * dx) ** 2 + (y - share * dy) ** 2)

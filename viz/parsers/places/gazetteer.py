"""The gazetteer: every place a name may mean, by name, GeoNames id, country or position.

Ask `default_gazetteer()` for the one of this installation; it is opened once. A place is a `Place` outside this folder
and a number inside it: numbers are cheap, and a document of nothing but names asks for very many.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from viz.model import Place, PlaceKind
from viz.parsers.places.names import key
from viz.parsers.places.own import OwnPlace, read_own
from viz.parsers.places.parts import middle
from viz.parsers.places.store import CAPITAL, NOWHERE, RECORD, Files, NameKind, open_files
from viz.settings import settings

KINDS = tuple(PlaceKind)
_DIVIDED = (PlaceKind.COUNTRY, PlaceKind.REGION)
EARTH_KM = 6371.0088
Link = tuple[int, NameKind]
_WAYS = tuple(NameKind)


class Row(NamedTuple):
    """One place as stored; `admin1` and `admin2` are numbers of places or NOWHERE, `lat` is NaN without a point."""

    geonameid: int
    lat: float
    lon: float
    population: int
    label: int
    admin1: int
    admin2: int
    kind: int
    country: int
    flags: int


class Gazetteer:
    """Read-only; safe to share between threads once made."""

    def __init__(self, files: Files, own: Iterable[OwnPlace] = ()) -> None:
        self._files = files
        self._rows: dict[int, Row] = {}
        self._links: dict[str, tuple[Link, ...]] = {}
        self._places: dict[int, Place] = {}
        self._spellings: dict[int, str] = {}
        self.base = len(files.places) // RECORD.size
        self.own_links: dict[str, tuple[Link, ...]] = {}
        for number, place in enumerate(own, start=self.base):
            self._add(number, place)
        self.names = files.names
        self.words = files.words
        self.countries = files.countries
        self._country_numbers: dict[str, int] = {}
        self._capitals: dict[str, int] = {}
        self._parts: dict[tuple[int, str], Place | None] = {}

    @classmethod
    def load(cls, folder: Path, own: Path | None = None) -> Gazetteer:
        """The gazetteer of a folder of built files, with a user's CSV or GeoJSON on top.

        Raises DataError when a file is missing, damaged or of another version, and InputError on a user's bad row.
        """
        return cls(open_files(folder), read_own(own) if own else ())

    def named(self, name: str) -> tuple[Place, ...]:
        """The places of a name in any spelling, most prominent first; empty for an unknown name."""
        return tuple(self.place_at(number) for number, how in self.links(key(name)) if how is not NameKind.DEMONYM)

    def place(self, geonameid: int) -> Place | None:
        """The place of a GeoNames id."""
        number = self.number(geonameid)
        return None if number is None else self.place_at(number)

    def country(self, iso: str) -> Place | None:
        """A country by ISO 3166-1 alpha-2."""
        number = self.country_number(iso.upper())
        return None if number is None else self.place_at(number)

    def capital(self, iso: str) -> Place | None:
        """The capital of a country; None for the few that have none."""
        self._index_countries()
        number = self._capitals.get(iso.upper())
        return None if number is None else self.place_at(number)

    def demonym(self, word: str) -> Place | None:
        """The country or region of "Kyrgyz", "Texan"; None when the word is no demonym."""
        for number, how in self.links(key(word)):
            if how is NameKind.DEMONYM:
                return self.place_at(number)
        return None

    def contains(self, outer: Place, inner: Place) -> bool:
        """Whether `inner` lies in `outer`, by country and first- or second-order division; a place holds itself."""
        if outer == inner:
            return True
        if outer.kind is PlaceKind.COUNTRY:
            return outer.country == inner.country
        above, below = self.number(outer.geonameid), self.number(inner.geonameid)
        return above is not None and below is not None and self.inside(below, above)

    def part(self, area: Place, side: str) -> Place | None:
        """One side (of `parts.SIDES`) of a country or first-order division, as a region of its own.

        Its point is the middle of the towns there; None where too few towns tell it.
        """
        if area.kind not in _DIVIDED or not area.geonameid:
            return None
        asked = area.geonameid, side
        if asked not in self._parts:
            point = middle(self._towns(area), side)
            name = f"{side.capitalize()}ern {area.name}"
            self._parts[asked] = point and Place(0, name, area.country, PlaceKind.REGION, *point, area.admin1)
        return self._parts[asked]

    def nearest(self, lat: float, lon: float) -> Place | None:
        """The town or village nearest to a point, looking in rings of one-degree cells; None far out at sea."""
        best: tuple[float, int] | None = None
        for ring in range(6):
            found = [(self._km(number, lat, lon), number) for number in self._ring(lat, lon, ring)]
            best = min([*found, *([best] if best else [])], default=None)
            if best and ring and best[0] < 70 * ring:
                break
        return self.place_at(best[1]) if best else None

    def links(self, name: str) -> tuple[Link, ...]:
        """The numbers of the places of a key and how it names them, most prominent first; a user's places lead."""
        known = self._links.get(name)
        if known is None:
            known = self._links[name] = self.own_links.get(name, ()) + self._stored_links(name)
        return known

    def row(self, number: int) -> Row:
        """A place as stored."""
        row = self._rows.get(number)
        if row is None:
            row = self._rows[number] = Row(*RECORD.unpack_from(self._files.places, number * RECORD.size))
        return row

    def place_at(self, number: int) -> Place:
        """A place by number."""
        place = self._places.get(number)
        if place is None:
            row = self.row(number)
            lat, lon = (None, None) if math.isnan(row.lat) else (round(row.lat, 5), round(row.lon, 5))
            admin1 = self._label(self.row(row.admin1).label) if row.admin1 != NOWHERE else ""
            place = Place(
                row.geonameid,
                self._label(row.label),
                self.countries[row.country],
                KINDS[row.kind],
                lat,
                lon,
                admin1,
                row.population,
            )
            self._places[number] = place
        return place

    def number(self, geonameid: int) -> int | None:
        """The number of a GeoNames id: the records ascend by it."""
        low, high = 0, self.base
        while low < high:
            middle = (low + high) // 2
            if self.row(middle).geonameid < geonameid:
                low = middle + 1
            else:
                high = middle
        found = geonameid and low < self.base and self.row(low).geonameid == geonameid
        return low if found else None

    def spelling(self, number: int) -> str:
        """The key of a place's display name, to tell it from other and former names."""
        known = self._spellings.get(number)
        if known is None:
            known = self._spellings[number] = key(self.place_at(number).name)
        return known

    def country_number(self, iso: str) -> int | None:
        """The number of a country."""
        self._index_countries()
        return self._country_numbers.get(iso)

    def inside(self, number: int, outer: int) -> bool:
        """Whether one place lies in another, by number."""
        row, above = self.row(number), self.row(outer)
        if outer in (number, row.admin1, row.admin2):
            return True
        return KINDS[above.kind] is PlaceKind.COUNTRY and above.country == row.country

    def _add(self, number: int, own: OwnPlace) -> None:
        """A user's place hides the stored places of its main name."""
        self._places[number] = own.place
        country = self._files.countries.index(own.place.country) if own.place.country in self._files.countries else 0
        nan = math.nan
        lat, lon = own.place.lat, own.place.lon
        self._rows[number] = Row(
            own.place.geonameid,
            nan if lat is None else lat,
            nan if lon is None else lon,
            own.place.population,
            0,
            NOWHERE,
            NOWHERE,
            KINDS.index(own.place.kind),
            country,
            0,
        )
        for name in (own.place.name, *own.aliases):
            folded = key(name)
            self.own_links[folded] = (*self.own_links.get(folded, ()), (number, NameKind.MAIN))

    def _stored_links(self, name: str) -> tuple[Link, ...]:
        at = self._files.names.get(name)
        if at is None or name in self.own_links:
            return ()
        links, base = self._files.links, self._files.offsets
        packed = links[base + links[at] : base + links[at + 1]]
        return tuple((value & 0xFFFFFF, _WAYS[value >> 24]) for value in packed)

    def _label(self, at: int) -> str:
        labels = self._files.labels
        return str(labels[at + 1 : at + 1 + labels[at]], "utf-8")

    def _index_countries(self) -> None:
        """Finds countries and capitals by one pass, the first time somebody asks."""
        if self._country_numbers:
            return
        country_kind = KINDS.index(PlaceKind.COUNTRY)
        numbers, capitals = {}, {}
        for number, values in enumerate(RECORD.iter_unpack(self._files.places)):
            if values[7] == country_kind:
                numbers[self.countries[values[8]]] = number
            elif values[9] & CAPITAL:
                capitals[self.countries[values[8]]] = number
        self._capitals, self._country_numbers = capitals, numbers

    def _towns(self, area: Place) -> list[tuple[float, float]]:
        """The points of the towns of a country or a first-order division."""
        number = self.number(area.geonameid)
        if number is None:  # a user's own area
            return []
        towns = [KINDS.index(kind) for kind in (PlaceKind.CITY, PlaceKind.VILLAGE)]
        field, wanted = (8, self.row(number).country) if area.kind is PlaceKind.COUNTRY else (5, number)
        rows = RECORD.iter_unpack(self._files.places)
        return [(row[1], row[2]) for row in rows if row[field] == wanted and row[7] in towns and not math.isnan(row[1])]

    def _ring(self, lat: float, lon: float, ring: int) -> Iterable[int]:
        row, column, cells = int(min(lat, 89.99) + 90), int(lon + 180), 180 * 360 + 1
        for down in range(-ring, ring + 1):
            for across in range(-ring, ring + 1):
                if max(abs(down), abs(across)) == ring and 0 <= row + down < 180:
                    cell = (row + down) * 360 + (column + across) % 360
                    yield from self._files.grid[cells + self._files.grid[cell] : cells + self._files.grid[cell + 1]]

    def _km(self, number: int, lat: float, lon: float) -> float:
        row = self.row(number)
        return kilometres(row.lat, row.lon, lat, lon)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance (haversine); NaN when a point is missing."""
    first, second = math.radians(lat), math.radians(other_lat)
    across = math.radians(other_lon - lon) / 2
    share = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(across) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, share)))


@cache
def default_gazetteer() -> Gazetteer:
    """The gazetteer of the settings, opened once a process."""
    return Gazetteer.load(settings().data / "gazetteer", settings().gazetteer)

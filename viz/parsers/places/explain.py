"""Why a name was read as this place, in one sentence for a reader."""

from __future__ import annotations

from viz.model import Place, PlaceKind
from viz.parsers.places.document import Document
from viz.parsers.places.gazetteer import Row, kilometres
from viz.parsers.places.scan import Candidate
from viz.parsers.places.store import NOWHERE

NEAR_KM = 250
NEAR_DEGREES = 3  # of latitude: a little more than NEAR_KM


def why(document: Document, candidate: Candidate, readings: list[int]) -> str:
    """The strongest reason first: the name's own chain, then the company it keeps, then prominence."""
    asked = candidate.key, readings[0], len(readings)
    if asked not in document.reasons:  # a name stands many times in a document
        document.reasons[asked] = _reason(document, candidate, readings)
    return document.reasons[asked]


def _reason(document: Document, candidate: Candidate, readings: list[int]) -> str:
    place = document.gazetteer.place_at(readings[0])
    name = full_name(document, place)
    if len(readings) == 1:
        return f"{name}: the only place of this name that the gazetteer has."
    for outer in sorted(document.chains.get(candidate.key, ())):  # a set: unsorted, two runs would differ
        if any(document.gazetteer.inside(readings[0], number) for number, _ in document.gazetteer.links(outer)[:3]):
            return f"{name}: the article writes it with {outer.title()}."
    near = _company(document, candidate, readings[0])
    if near:
        return f"{name}: the article names {' and '.join(near)}."
    return f"{name}: the most prominent of {len(readings)} places of this name."


def full_name(document: Document, place: Place) -> str:
    """The name with what it lies in."""
    country = document.gazetteer.country(place.country) if place.country else None
    above = [part for part in (place.admin1, country.name if country else "") if part and part != place.name]
    return ", ".join([place.name, *above[:2]]) if place.kind is not PlaceKind.COUNTRY else place.name


def _company(document: Document, candidate: Candidate, number: int) -> list[str]:
    """Up to two other names that stand for it: the division or country it lies in, or towns nearby."""
    row = document.gazetteer.row(number)
    found = []
    for name in document.common:
        other = document.gazetteer.links(name)[0][0]
        near = document.gazetteer.row(other)
        holds = other in (row.admin1, row.admin2) or (
            near.country == row.country and near.admin1 == NOWHERE and near.kind == 4
        )
        if other != number and name != candidate.key and (holds or _near(row, near)):
            found.append(document.gazetteer.place_at(other).name)
    return list(dict.fromkeys(found))[:2]


def _near(one: Row, other: Row) -> bool:
    if not abs(one.lat - other.lat) < NEAR_DEGREES:  # spares most of the trigonometry; true of no point (NaN)
        return False
    return kilometres(one.lat, one.lon, other.lat, other.lon) < NEAR_KM

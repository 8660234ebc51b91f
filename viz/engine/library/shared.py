"""What a reading has in common with the other articles of the library: places, and people and bodies with a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, or_, select

from viz.engine.library.conditions import folded
from viz.engine.library.query import Common, Shared
from viz.engine.library.rows import place_row
from viz.engine.library.schema import article, event, event_place, event_who
from viz.model import Participant, Place, Reading

MOST_ASKED = 500
"""How many places, and how many names, are looked for: a database takes only so many in one statement."""
MOST_SHARED = 8
MOST_LINKED = 2

Added = dict[str, str]
"""Id of an article -> when it was added."""


class _Spot(NamedTuple):
    """A place as it is compared."""

    geonameid: str
    name: str
    country: str

    @classmethod
    def of(cls, place: Place) -> _Spot:
        row = place_row(0, place.geonameid, place.name, place.country)
        return cls(row["geonameid"], row["name"], row["country"])

    def is_same(self, other: _Spot) -> bool:
        """By number; and by name and country where one of the two has none."""
        if "0" not in (self.geonameid, other.geonameid):
            return self.geonameid == other.geonameid
        return self[1:] == other[1:]


def shared(connection: Connection, reading: Reading) -> Common:
    """The places and names of a reading that other articles have too, those in most articles first.

    The reading itself need not be in the library. Articles that were removed do not count.
    """
    places, names = _by_places(connection, reading), _by_names(connection, reading)
    linked = {name for found in (*places.values(), *names.values()) for name in _latest(found)}
    headlines = select(article.c.id, article.c.title).where(article.c.id.in_(linked))
    titles = {row.id: row.title for row in connection.execute(headlines)}
    return Common(_listed(places, titles), _listed(names, titles))


def _by_places(connection: Connection, reading: Reading) -> dict[str, Added]:
    told = Counter(one.where.place for one in reading.events if one.where)
    asked = {_Spot.of(place): place.name for place, _ in told.most_common(MOST_ASKED)}
    if not asked:
        return {}
    numbers, names = {spot.geonameid for spot in asked} - {"0"}, {spot.name for spot in asked}
    columns = (event_place.c.geonameid, event_place.c.name, event_place.c.country)
    statement = _elsewhere(reading, *columns).join(event_place, event_place.c.number == event.c.number)
    statement = statement.where(or_(event_place.c.geonameid.in_(numbers), event_place.c.name.in_(names)))
    alike: dict[str, list[_Spot]] = defaultdict(list)  # numbers and names, so that few need be compared
    for mine in asked:
        alike[mine.geonameid].append(mine)
        alike[mine.name].append(mine)
    found: dict[str, Added] = defaultdict(dict)  # by name: two of one name in a list could not be told apart
    for row in connection.execute(statement):
        its = _Spot(row.geonameid, row.name, row.country)
        for mine in (*(alike.get(its.geonameid, ()) if its.geonameid != "0" else ()), *alike.get(its.name, ())):
            if mine.is_same(its):
                found[asked[mine]][row.id] = row.added
    return found


def _by_names(connection: Connection, reading: Reading) -> dict[str, Added]:
    told = Counter(one.name for event in reading.events for one in event.who if is_named(one, reading))
    asked = {folded(name): name for name, _ in reversed(told.most_common(MOST_ASKED))}  # the spelling told most stays
    for place in _place_names(reading):  # a country that acts is listed where its place is
        asked.pop(folded(place), None)
    if not asked:
        return {}
    statement = _elsewhere(reading, event_who.c.name).join(event_who, event_who.c.number == event.c.number)
    found: dict[str, Added] = defaultdict(dict)
    for row in connection.execute(statement.where(event_who.c.name.in_(asked))):
        found[asked[row.name]][row.id] = row.added
    return found


def is_named(one: Participant, reading: Reading) -> bool:
    """Whether somebody has a name and is not just called "police" or "the mayor of Osh"; every article has those.

    A single word that only ever begins a sentence may owe its capital to that.
    """
    words = one.name.split()
    if not any(char.isalpha() for char in one.name) or words[0][0].islower() or words[-1][0].islower():
        return False
    before = [reading.article.text[:start].rstrip(" \n\"'“‘(") for start, _ in one.spans]
    return len(words) > 1 or not before or any(text[-1:].isalnum() or text[-1:] == "," for text in before)


def _place_names(reading: Reading) -> set[str]:
    resolved = (*(one.where for one in reading.places), *(one.where for one in reading.events))
    return {one.text for one in reading.places} | {where.place.name for where in resolved if where}


def _elsewhere(reading: Reading, *columns: Any) -> Select[Any]:
    """Columns of the events of every other article, once for each article."""
    others = select(article.c.id, article.c.added, *columns).distinct().select_from(event)
    others = others.join(article, article.c.id == event.c.article_id)
    return others.where(article.c.removed.is_(None), article.c.id != reading.article.id)


def _latest(found: Added) -> list[str]:
    return sorted(found, key=lambda name: found[name], reverse=True)[:MOST_LINKED]


def _listed(found: Mapping[str, Added], titles: Mapping[str, str]) -> tuple[Shared, ...]:
    most = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:MOST_SHARED]
    return tuple(Shared(name, len(ids), tuple((one, titles[one]) for one in _latest(ids))) for name, ids in most)

"""Which place does this name mean in this document? Features of one reading for the scorer "reading".

One sense a name and document, but for what stands beside it: "Naryn region" and "the Naryn river" differ from "Naryn".
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from viz.model import PlaceKind
from viz.parsers.places.document import Document, chained, ending_at
from viz.parsers.places.gazetteer import KINDS, Link, kilometres
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features
from viz.parsers.places.store import NOWHERE, NameKind
from viz.parsers.places.surroundings import neighbours_in_list

MOST_READINGS = 40
MOST_COMPANIONS = 20
NEAR_KM = 400
NEAR_DEGREES = 4  # of latitude: a little more than NEAR_KM
LIKELY = 6
KIND_WORDS: Mapping[str, tuple[PlaceKind, ...]] = {
    **dict.fromkeys("region province oblast state republic governorate territory".split(), (PlaceKind.REGION,)),
    **dict.fromkeys("district county parish rayon municipality borough".split(), (PlaceKind.DISTRICT,)),
    **dict.fromkeys("city town municipality mayor downtown".split(), (PlaceKind.CITY, PlaceKind.VILLAGE)),
    "village": (PlaceKind.VILLAGE, PlaceKind.CITY),
    "enclave": (PlaceKind.VILLAGE, PlaceKind.DISTRICT),
    "exclave": (PlaceKind.VILLAGE, PlaceKind.DISTRICT),
    "river": (PlaceKind.RIVER,),
    "lake": (PlaceKind.LAKE,),
    "sea": (PlaceKind.SEA,),
    "reservoir": (PlaceKind.LAKE,),
    "island": (PlaceKind.ISLAND,),
    "mountains": (PlaceKind.MOUNTAIN,),
    "valley": (PlaceKind.REGION,),
    **dict.fromkeys(
        "dam plant station airport base cosmodrome airbase crossing mine field intake checkpoint launch pad site"
        " hydropower hydroelectric".split(),
        (PlaceKind.SITE, PlaceKind.LAKE),
    ),
}
LARGE = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.SEA, PlaceKind.CONTINENT)
NATURAL = (PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.SEA, PlaceKind.ISLAND, PlaceKind.MOUNTAIN)
AFTER_RIVERS = frozenset(
    "and or in at to from near by for on with into is are was were has had will would can which that where while as but"
    " above below upstream downstream flows flowed meets joins runs rises".split()
)
PARTS_OF_DIVISIONS = frozenset("upstate downstate northern southern eastern western central rural".split())
OF_DIVISIONS = frozenset("gov governor lawmakers legislature senate assembly legislators".split())


@dataclass(frozen=True, slots=True)
class Companion:
    """Another name of the document as provisionally read."""

    key: str
    country: int
    admin1: int
    lat: float
    lon: float
    weight: float


def kind_hint(document: Document, candidate: Candidate) -> tuple[PlaceKind, ...]:
    """The kinds the words beside a name ask for: "Batken region", "the city of Batken", "Naryn river"; empty for
    none."""
    text, words = document.text, document.text.words
    after = candidate.last + 1
    for step in range(2):
        if (
            after + step < len(words)
            and text.gap(after + step - 1) in (" ", "  ")
            and words[after + step] in KIND_WORDS
        ):
            if step and words[after] not in (
                "air",
                "water",
                "coal",
                "military",
                "oil",
                "gas",
                "border",
                "hydroelectric",
            ):
                break
            return KIND_WORDS[words[after + step]]
    before = candidate.first - 1
    if before >= 1 and words[before] == "of" and words[before - 1] in KIND_WORDS:
        return KIND_WORDS[words[before - 1]]
    if before >= 0 and words[before] in ("lake", "river", "downtown", "village", "island") and text.gap(before) == " ":
        return KIND_WORDS[words[before]]
    if _is_the_river(document, candidate):
        return (PlaceKind.RIVER,)
    divided = _among_divisions(document, candidate) or _called_division(document, candidate)
    return (PlaceKind.REGION,) if divided else ()


def _is_the_river(document: Document, candidate: Candidate) -> bool:
    """ "A dam on the Naryn, above": a name that is a river's too, after "the" and before nothing it may belong to."""
    text, before, after = document.text, candidate.first - 1, candidate.last + 1
    if before < 0 or text.words[before] != "the" or text.gap(before) != " ":
        return False
    if after < len(text.words) and text.gap(candidate.last) == " " and text.words[after] not in AFTER_RIVERS:
        return False
    return any(KINDS[document.gazetteer.row(number).kind] is PlaceKind.RIVER for number, _ in candidate.links)


def _called_division(document: Document, candidate: Candidate) -> bool:
    """Whether words beside a name that is a town's and a division's speak of the division: "upstate New York", "New
    York governor", "Buffalo, New York"."""
    first = KINDS[document.gazetteer.row(candidate.links[0][0]).kind]
    divisions = [number for number, _ in candidate.links[:LIKELY] if _is_division(document, number)]
    if first not in (PlaceKind.CITY, PlaceKind.VILLAGE) or not divisions:
        return False
    text, before, after = document.text, candidate.first - 1, candidate.last + 1
    if before >= 0 and text.gap(before) == " " and text.words[before] in PARTS_OF_DIVISIONS:
        return True
    if after < len(text.words) and text.gap(candidate.last) in (" ", "'s ") and text.words[after] in OF_DIVISIONS:
        return True
    if before < 0 or text.gap(before).strip() != ",":
        return False
    inner = [other for other in ending_at(document, before) if other.key != candidate.key]
    return any(
        document.gazetteer.inside(number, division)
        for other in inner
        for number, _ in other.links[:LIKELY]
        for division in divisions
    )


def _is_division(document: Document, number: int) -> bool:
    row = document.gazetteer.row(number)
    return KINDS[row.kind] is PlaceKind.REGION and row.admin1 == NOWHERE


def _among_divisions(document: Document, candidate: Candidate) -> bool:
    """Whether a name that may be a division stands in a list of divisions of its country: "Oregon, Washington and
    Idaho"."""
    rows = [document.gazetteer.row(number) for number, _ in candidate.links[:LIKELY]]
    homes = {row.country for row in rows if KINDS[row.kind] is PlaceKind.REGION and row.admin1 == NOWHERE}
    if not homes or KINDS[rows[0].kind] is PlaceKind.REGION or chained(document, candidate):
        return False
    listed = [other.links[0][0] for other in neighbours_in_list(document, candidate)]
    if any(number in listed for number, _ in candidate.links):
        return False  # "Washington, D.C." is one place
    listed_rows = (document.gazetteer.row(number) for number in listed)
    return sum(KINDS[row.kind] is PlaceKind.REGION and row.country in homes for row in listed_rows) >= 2


def companions(document: Document, senses: Mapping[str, int]) -> list[Companion]:
    """The most frequent other names with their present readings, for agreement and distance."""
    most = sorted(senses, key=lambda name: (-document.count[name], name))[:MOST_COMPANIONS]
    found = []
    for name in most:
        row = document.gazetteer.row(senses[name])
        kind = KINDS[row.kind]
        admin1 = senses[name] if kind is PlaceKind.REGION else row.admin1
        area = kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION)
        lat, lon = (math.nan, math.nan) if area else (row.lat, row.lon)
        found.append(Companion(name, row.country, admin1, lat, lon, math.sqrt(document.count[name] or 1)))
    return found


def features(
    document: Document,
    candidate: Candidate,
    index: int,
    link: Link,
    others: list[Companion],
    hint: tuple[PlaceKind, ...],
) -> Features:
    """All that speaks for or against one reading, the `index`-th most prominent, of a name."""
    return among(document, candidate, link[0], others, alone(document, candidate, index, link, hint))


def alone(
    document: Document, candidate: Candidate, index: int, link: Link, hint: tuple[PlaceKind, ...]
) -> Features:
    """What speaks for a reading whatever the other names of the document are read as."""
    number, how = link
    row = document.gazetteer.row(number)
    kind = KINDS[row.kind]
    people = math.log10(row.population + 1) / 7
    found: Features = {
        f"kind {kind}": 1.0,
        f"how {how.name}": 1.0,
        f"people {kind}": people,
        "order": math.log(index + 1),
    }
    if index == 0:
        found["first"] = 1.0
        found["first in a worldly text"] = document.worldly
    else:
        lead = max(0.0, _bearers(document, candidate)[0] / 7 - people)
        found["lead of another"] = lead
        found["lead of another in a worldly text"] = lead * document.worldly
    if number >= document.gazetteer.base:
        found[f"added {kind}"] = 1.0  # seas and parts of the world, which nobody lives in by the files
    for other, rank in _namesakes(document, candidate).items():
        if other is not kind:
            found[f"{kind} beside {other} {'above' if rank < index else 'below'}"] = 1.0
            if how is NameKind.SHORT and candidate.links[rank][1] is NameKind.MAIN:
                found[f"short {kind} beside {other}"] = 1.0
    if row.flags:
        found["capital"] = 1.0
    if not row.population and number < document.gazetteer.base:
        found[f"unpeopled {kind}"] = 1.0
    if document.gazetteer.spelling(number) != candidate.key:
        found[f"alias {how.name}"] = 1.0
        if how is NameKind.OTHER and _bearers(document, candidate)[1]:
            found["alias beside its bearer"] = 1.0
    articled = document.articled[candidate.key]
    if articled:
        found[f"the {kind}"] = articled / max(1, document.count[candidate.key])
    found["manners"] = document.manners.get(row.country, 0.0)
    if hint:
        found["hint fits" if kind in hint else "hint misses"] = 1.0
    elif kind in (PlaceKind.DISTRICT, PlaceKind.REGION) and how is NameKind.SHORT:
        found[f"bare {kind}"] = 1.0
    _chain(document, candidate, number, found)
    return found


def _bearers(document: Document, candidate: Candidate) -> tuple[float, bool]:
    """How many live in the largest place that has this very name, as a logarithm, and whether some place has it as its
    own or within it: "Noordwijk", "Noordwijk Binnen"."""
    found = document.bearers.get(candidate.key)
    if found is None:
        rows = (document.gazetteer.row(number) for number, how in candidate.links[:LIKELY] if how is NameKind.MAIN)
        most = math.log10(max((row.population for row in rows), default=0) + 1)
        own = set(candidate.key.split())
        spelt = (document.gazetteer.spelling(number) for number, _ in candidate.links[:LIKELY])
        found = document.bearers[candidate.key] = most, any(own.issubset(name.split()) for name in spelt)
    return found


def _namesakes(document: Document, candidate: Candidate) -> dict[PlaceKind, int]:
    """The first reading of each large kind among the most prominent readings of a name: "New York" is a town and a
    division, "Mexico" a country and some villages."""
    found = document.namesakes.get(candidate.key)
    if found is None:
        found = document.namesakes[candidate.key] = {}
        for rank, (number, how) in enumerate(candidate.links[:LIKELY]):
            kind = KINDS[document.gazetteer.row(number).kind]
            if kind in LARGE and how is not NameKind.DEMONYM:
                found.setdefault(kind, rank)
    return found


def among(document: Document, candidate: Candidate, number: int, others: list[Companion], known: Features) -> Features:
    """What is known of a reading alone, and how it goes with the others."""
    found = dict(known)
    _agreement(document, candidate, number, others, found)
    _home(document, number, found)
    return found


def _chain(document: Document, candidate: Candidate, number: int, found: Features) -> None:
    outers = document.chains.get(candidate.key)
    if outers:
        readings = (link[0] for name in outers for link in document.gazetteer.links(name)[:3])
        inside = any(area != number and document.gazetteer.inside(number, area) for area in readings)
        found["in chain" if inside else "out of chain"] = 1.0


def _agreement(document: Document, candidate: Candidate, number: int, others: list[Companion], found: Features) -> None:
    row = document.gazetteer.row(number)
    admin1 = number if KINDS[row.kind] is PlaceKind.REGION else row.admin1
    total = country = division = near = close = 0.0
    nearest = 20000.0
    for other in others:
        if other.key == candidate.key:
            continue
        total += other.weight
        country += other.weight * (other.country == row.country and row.country > 0)
        division += other.weight * (other.admin1 == admin1 != NOWHERE)
        if not abs(row.lat - other.lat) < NEAR_DEGREES:  # most pairs; also those without a point (NaN)
            continue
        distance = kilometres(row.lat, row.lon, other.lat, other.lon)
        if distance < NEAR_KM:
            near += other.weight
            close += other.weight * (distance < 80)
            nearest = min(nearest, distance)
    if total:
        found |= {
            "country share": country / total,
            "division share": division / total,
            "near share": near / total,
            "close share": close / total,
            "any country": float(country > 0),
            "any division": float(division > 0),
        }
        found["nearest"] = 1 - math.log1p(nearest) / math.log1p(20000.0)
    found["division named"] = float(document.divisions[row.admin1] > 0)
    found["holder named"] = float(row.admin2 != NOWHERE and document.divisions[row.admin2] > 0)
    found["country named"] = float(document.countries[row.country] > 0)


def _home(document: Document, number: int, found: Features) -> None:
    row = document.gazetteer.row(number)
    if row.country and row.country == document.home.country:
        found["home country"] = 1.0
    if document.home.division in (number, row.admin1) and document.home.division != NOWHERE:
        found["home division"] = 1.0


def readings(document: Document, candidate: Candidate, hint: tuple[PlaceKind, ...]) -> list[Link]:
    """The places a name may mean, demonyms aside; "Naryn" is the river beside that word, and only there."""
    kept: list[Link] = []
    for number, how in candidate.links:
        kind = KINDS[document.gazetteer.row(number).kind]
        needs_its_word = how is NameKind.SHORT and kind in (PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.SITE)
        if how is not NameKind.DEMONYM and (kind in hint or not needs_its_word):
            kept.append((number, how))
    natural = [link for link in kept if KINDS[document.gazetteer.row(link[0]).kind] in hint and hint[0] in NATURAL]
    return (natural or kept)[:MOST_READINGS] or [candidate.links[0]]

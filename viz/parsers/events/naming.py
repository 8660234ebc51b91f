"""Every place name and nationality in the order of the text, and what each belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from viz.model import AREAS, Place, PlaceKind, PlaceMention, Role, Where
from viz.parsers.events.inner_names import is_aside
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.relations import STRONG, relation
from viz.parsers.events.syntax import Sentence
from viz.parsers.places.parts import side_of

_COMMA = 3  # letters a comma takes, in any form of the text
_ASIDE = 6  # words beside a name that may tell which side of it is meant


class Countries(Protocol):
    """What is asked of a gazetteer here."""

    def country(self, iso: str) -> Place | None: ...

    def capital(self, iso: str) -> Place | None: ...

    def place(self, geonameid: int) -> Place | None: ...

    def part(self, area: Place, side: str) -> Place | None: ...


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming: the place, the predicate it hangs from (None outside any clause) and how (see `relations`).

    `words` is the description that stands for the name, "" for a name itself; `row` names the places it is one of, told
    in a row of equals ("in Nairobi and Dar es Salaam").
    """

    where: Where
    start: int
    sentence: Sentence
    predicate: Predicate | None
    relation: str
    role: Role
    demonym: bool = False
    words: str = ""
    row: tuple[str, ...] = ()

    @property
    def strong(self) -> bool:
        """Whether it tells by itself where its predicate took place."""
        return self.relation in STRONG and self.role is not Role.DATELINE


def namings(
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    attached: Mapping[Predicate, Sequence[PlaceMention]],
    lexicon: Lexicon,
    countries: Countries | None,
) -> list[Naming]:
    """The names and nationalities of an article, each with its predicate, in the order of the text.

    A state or country that only says which town is meant ("Osh, Kyrgyzstan") is not named for itself; one whose side is
    told ("eastern Ukraine") is that part of it.
    """
    owners = {mention.start: predicate for predicate, mentions in attached.items() for mention in mentions}
    found, rest, misread = [], list(sentences), _misread(places, sentences)
    for before, mention in zip((None, *places), places, strict=False):
        while rest and rest[0].end <= mention.start:
            rest.pop(0)
        if mention.where is None or not rest or rest[0].start > mention.start:
            continue
        beside = (before is not None and _holds(mention, before, rest[0])) or is_aside(mention, rest[0])
        if beside or mention.start in misread:
            continue
        owner, head = owners.get(mention.start), rest[0].head_of(mention.start, mention.end)
        how = relation(owner, head, mention, lexicon) if owner is not None and head is not None else ""
        where, span = mention.where, (mention.start, mention.end)
        where = where if mention.demonym else part_of(where, span, rest[0], countries)
        found.append(Naming(where, mention.start, rest[0], owner, how, mention.role, mention.demonym))
    return found


def _misread(places: Sequence[PlaceMention], sentences: Sequence[Sentence]) -> set[int]:
    """Where towns start that an address puts into another country: "Cheltenham, Ontario, Canada" is not the English
    one, though only that is known."""
    found: set[int] = set()
    for town, state, country in zip(places, places[1:], places[2:], strict=False):
        if town.where is None or state.where is None or max(state.start - town.end, country.start - state.end) > _COMMA:
            continue
        inner, outer = town.where.place, state.where.place
        if inner.kind in AREAS or inner.country == outer.country:
            continue
        sentence = next((one for one in sentences if one.start <= town.start < one.end), None)
        if sentence is not None and _holds(country, state, sentence):
            found.add(town.start)
    return found


def agreeing(names: Iterable[Naming]) -> list[Naming]:
    """The namings, those behind a country that opens the sentence ("In Liberia, ... in Foya") read as of that country.

    What is known there under no such name is left out: another Foya, in China, is not meant.
    """
    told = list(names)
    within: dict[Predicate, set[str]] = {}
    for naming in told:
        if naming.predicate is not None and naming.relation == "in" and _opens_with_country(naming):
            within.setdefault(naming.predicate, set()).add(naming.where.place.country)
    found = []
    for naming in told:
        countries = within.get(naming.predicate, set()) if naming.predicate is not None else set()
        if naming.relation != "in" or len(countries) != 1 or naming.where.place.country in countries:
            found.append(naming)
            continue
        other = next((place for place in naming.where.alternatives if place.country in countries), None)
        if other is not None:
            found.append(replace(naming, where=replace(naming.where, place=other)))
    return found


def _opens_with_country(naming: Naming) -> bool:
    country = naming.where.place.kind is PlaceKind.COUNTRY and not naming.demonym and not naming.row
    return country and naming.start - naming.sentence.start <= len("In the ")


def part_of(where: Where, span: tuple[int, int], sentence: Sentence, countries: Countries | None) -> Where:
    """The part of an area that is told with its name, or with the words that stand for it; else the area."""
    if countries is None:
        return where
    before = [token.word for token in sentence.tokens if token.end <= span[0]][-_ASIDE:]
    after = [token.word for token in sentence.tokens if token.start >= span[1]][:_ASIDE]
    side = side_of("".join(f"{word} " for word in before), " ".join(after))
    part = countries.part(where.place, side) if side else None
    return where if part is None else replace(where, place=part)


def _holds(outer: PlaceMention, inner: PlaceMention, sentence: Sentence) -> bool:
    """Whether one place stands behind another, after a comma, to say where that is."""
    if outer.where is None or inner.where is None or outer.demonym or outer.where.place.kind not in AREAS:
        return False
    whole, part = outer.where.place, inner.where.place
    return lies_in(part, whole) and [token.word for token in sentence.at(inner.end, outer.start)] == [","]


def lies_in(part: Place, whole: Place) -> bool:
    """Whether a place lies in another: in a country, or in a larger area of the same first-order division."""
    if part == whole or whole.kind not in AREAS or part.country != whole.country:
        return False
    if whole.kind is PlaceKind.COUNTRY:
        return part.kind is not PlaceKind.COUNTRY
    if part.kind is PlaceKind.COUNTRY or (part.admin1 and whole.admin1 and part.admin1 != whole.admin1):
        return False
    return part.kind not in AREAS or (part.admin1 != "" and part.population < whole.population)

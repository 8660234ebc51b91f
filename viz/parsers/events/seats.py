"""Where those who act are at home: the country of a government, its capital, the seat of a body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from viz.model import PlaceKind, PlaceMention, Where
from viz.parsers.events.bodies import bodies
from viz.parsers.events.naming import Countries
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Token

_NEAR = 6  # words from the head of a noun phrase that still belong to it
Found = tuple[Where, str, str]


@dataclass(frozen=True, slots=True)
class Seats:
    """What the places of an article tell of its actors. `country` is the main one of the article, "" for none."""

    places: Sequence[PlaceMention]
    countries: Countries | None
    nationalities: Mapping[str, str] = field(default_factory=dict)
    country: str = ""

    def of(self, predicate: Predicate) -> Iterator[Found]:
        """The places of who acts, of whom it befalls and of the clause above, each with its way and why."""
        governor = predicate.governor
        roles = [("actor", predicate.subject), ("undergoer", predicate.object)]
        if governor is not None and not governor.noun:
            roles.append(("actor above", governor.subject))
        if predicate.noun:
            roles.append(("actor", predicate.token))  # "a Supreme Court ruling", "the Kazakh election"
        for role, token in roles:
            yield from self._of_phrase(role, token)

    def _of_phrase(self, role: str, token: Token | None) -> Iterator[Found]:
        phrase = _phrase(token)
        yield from self._of_body(role, phrase)
        country = self._country_of(phrase)
        if country is not None:
            yield country, f"{role}: country", f"It is an act of {country.place.name}."
            yield from self._capital(country.place.country, f"{role} seat")
        elif role == "actor":
            nation = next((self.nationalities[w] for p in phrase if (w := p.word.lower()) in self.nationalities), "")
            yield from self._home(nation, "actor person")
        if country is None:
            yield from self._of_nation(role, phrase)

    def _of_body(self, role: str, phrase: Sequence[Token]) -> Iterator[Found]:
        """The seat of a body known by its name."""
        number = bodies().seat(phrase)
        place = self.countries.place(number) if number is not None and self.countries is not None else None
        if place is not None:
            yield Where(place, confidence=0.8), f"body: {role}", f"{place.name} is the seat of who acts."

    def _of_nation(self, role: str, phrase: Sequence[Token]) -> Iterator[Found]:
        """A parliament or a president without a country is that of the article's."""
        if bodies().is_national(phrase):
            yield from self._home(self.country, f"{role} national")
        elif bodies().is_statesman(phrase):
            yield from self._home(self.country, f"{role} office")

    def _home(self, nation: str, group: str) -> Iterator[Found]:
        country = self.countries.country(nation) if nation and self.countries is not None else None
        if country is not None:
            yield Where(country), f"{group}: country", f"Who acts comes from {country.name}."
            yield from self._capital(nation, f"{group} seat")

    def _capital(self, nation: str, group: str) -> Iterator[Found]:
        if not nation or self.countries is None:
            return
        country, capital = self.countries.country(nation), self.countries.capital(nation)
        if country is not None and capital is not None:
            why = f"{capital.name} is the capital of {country.name}, whose act it is."
            yield Where(capital, confidence=0.8), f"{group}: capital", why

    def _country_of(self, phrase: Sequence[Token]) -> Where | None:
        """The one country named in a noun phrase, by name or nationality; None for none and for several."""
        if not phrase:
            return None
        start, end = phrase[0].start, phrase[-1].end
        inside = [m.where for m in self.places if start <= m.start and m.end <= end and m.where is not None]
        countries = [where for where in inside if where.place.kind is PlaceKind.COUNTRY]
        return countries[0] if len({where.place.country for where in countries}) == 1 else None


def _phrase(token: Token | None) -> list[Token]:
    """The words of a noun phrase near its head, in the order of the text; none for a pronoun or nothing."""
    if token is None or not token.is_noun:
        return []
    return [word for word in token.subtree() if abs(word.index - token.index) < _NEAR]

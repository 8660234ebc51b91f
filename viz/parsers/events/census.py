"""How often, where and in what roles an article names each of its places: what a reader would call its main ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from viz.model import Place
from viz.parsers.events.naming import Naming

_FAR = 50  # sentences; what stands farther away, or nowhere, counts as that far
_SHARES = 5  # steps in which a share of the names is told


@dataclass(slots=True)
class Census:
    """Counts over the namings of an article. Nationalities count for their country only.

    `above` is how many places are named more often, four at most.
    """

    named: Counter[Place] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    roles: dict[Place, Counter[str]] = field(default_factory=dict)
    sentences: dict[Place, list[int]] = field(default_factory=dict)
    above: dict[Place, int] = field(default_factory=dict)
    _said: dict[tuple[Place, int], tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[Naming]) -> Census:
        """Counts the namings of an article once."""
        census = cls()
        for naming in names:
            place = naming.where.place
            if place.country:
                census.countries[place.country] += 1
            if naming.demonym:
                continue
            census.named[place] += 1
            census.roles.setdefault(place, Counter())[naming.role] += 1
            census.sentences.setdefault(place, []).append(naming.sentence.index)
        counts = sorted(census.named.values(), reverse=True)
        census.above = {place: min(counts.index(times), 4) for place, times in census.named.items()}
        return census

    @property
    def share_of_main(self) -> int:
        """How much of the names belongs to the country named most, in fifths."""
        return _step(max(self.countries.values(), default=0), self.countries.total())

    def share_of_country(self, place: Place) -> int:
        """How much of the names belongs to a place's country, in fifths."""
        return _step(self.countries[place.country], self.countries.total())

    def signs(self, place: Place, here: int) -> tuple[str, ...]:
        """What the counts say of a place as the answer for a predicate of sentence `here`."""
        key = place, here
        if key not in self._said:
            self._said[key] = tuple(self._signs(place, here))
        return self._said[key]

    def _signs(self, place: Place, here: int) -> Iterator[str]:
        share = _step(self.named[place], self.named.total())
        yield f"share of names {share}"
        yield f"share of names {share} of {min(len(self.named) // 3, 4)}"
        yield f"share of country {self.share_of_country(place)}"
        yield f"named {min(self.named[place], 4)}"
        yield f"more often named {self.above.get(place, min(len(self.named), 4))}"
        yield from self._distances(place, here)
        roles = self.roles.get(place, Counter())
        yield from (f"mostly {role}" for role, times in roles.items() if 2 * times >= self.named[place])

    def _distances(self, place: Place, here: int) -> Iterator[str]:
        at = self.sentences.get(place, ())
        yield f"named {min(min((here - there for there in at if there <= here), default=_FAR), 5)} back"
        yield f"named {min(min((there - here for there in at if there > here), default=_FAR), 3)} ahead"
        yield "named at first" if min(at, default=_FAR) <= 1 else "named later"


def _step(part: int, whole: int) -> int:
    """A share in steps of a fifth, from 0 to 4."""
    return min(part * _SHARES // max(whole, 1), _SHARES - 1)

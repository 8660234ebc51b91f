"""Twins: the place that another sentence gives for the same happening ("the crash", told again)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from viz.parsers.events.naming import Naming
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.seats import Found


@dataclass(frozen=True, slots=True)
class Twins:
    """The places told for each word, and the happenings that each verb names."""

    places: dict[str, list[Naming]] = field(default_factory=dict)
    happenings: dict[Predicate, list[Predicate]] = field(default_factory=dict)

    @classmethod
    def of_article(cls, predicates: Iterable[Predicate], names: Iterable[Naming]) -> Twins:
        """Reads the predicates and names of an article once."""
        twins = cls()
        for predicate in predicates:
            if predicate.noun and predicate.governor is not None and predicate.token.child("det") is not None:
                twins.happenings.setdefault(predicate.governor, []).append(predicate)
        for naming in sorted(names, key=lambda naming: naming.start):
            if naming.strong and naming.predicate is not None:
                twins.places.setdefault(naming.predicate.lemma, []).append(naming)
        return twins

    def of(self, predicate: Predicate, carries: Callable[[Predicate, Naming], str]) -> Iterator[Found]:
        """The place another sentence gives for the same word; `carries` tells whether it is of the same time."""
        nearest = self._nearest(predicate, predicate.start)
        if nearest is not None:
            why = f"Another sentence gives the place of “{predicate.token.word}”."
            yield nearest.where, f"twin: {'noun' if predicate.noun else 'verb'}", why
            yield nearest.where, f"twin: {'ahead' if nearest.start > predicate.start else 'back'}", why
            yield nearest.where, f"twin: {carries(predicate, nearest)}", why

    def below(self, predicate: Predicate, here: Sequence[Naming]) -> Iterator[Found]:
        """That of a happening which a clause names without a place: "lost her husband in the crash"."""
        for inner in self.happenings.get(predicate, ()):
            nearest = None if any(n.predicate is inner for n in here) else self._nearest(inner, predicate.start)
            if nearest is not None:
                why = f"Another sentence gives the place of “{inner.token.word}”."
                yield nearest.where, f"twin: below by {inner.token.dep}", why

    def _nearest(self, predicate: Predicate, start: int) -> Naming | None:
        told = (naming for naming in self.places.get(predicate.lemma, ()) if naming.predicate is not predicate)
        return min(told, key=lambda naming: abs(naming.start - start), default=None)

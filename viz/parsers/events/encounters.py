"""Encounters: whom each sentence names or means, so that a pronoun can stand for the only one there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Encounters:
    """Names and unnamed people by sentence. `gender` tells what is known of a name: "he", "she" or nothing."""

    gender: Mapping[str, str]
    sentence: int = 0
    things: set[str] = field(default_factory=set)  # names an "it" has stood for
    _met: dict[str, int] = field(default_factory=dict)
    _acted: set[str] = field(default_factory=set)
    _firsts: set[str] = field(default_factory=set)
    _unsettled: dict[str, int] = field(default_factory=dict)
    _described: dict[str, int] = field(default_factory=dict)
    _strangers: set[int] = field(default_factory=set)
    _peopled: set[int] = field(default_factory=set)

    def meet(self, name: str, *, acts: bool) -> None:
        """This sentence names somebody."""
        self._met[name] = self.sentence
        (self._acted.add if acts else self._acted.discard)(name)

    def is_here(self, name: str) -> bool:
        """Whether this sentence names somebody who may be a person."""
        return self._met.get(name) == self.sentence

    def learn_full(self, name: str) -> None:
        """A name of several words, by the first of which its holder may be called."""
        self._firsts.add(name.split()[0])

    def describe(self, group: str) -> None:
        """This sentence speaks of "a mother" or "the boy", whom "she" or "he" may mean."""
        self._described[group] = self.sentence

    def people(self, *, acting: bool) -> None:
        """This sentence speaks of people without names; `acting` when they do something."""
        (self._strangers if acting else self._peopled).add(self.sentence)

    def leave_open(self, group: str) -> None:
        """A pronoun of this sentence could not be settled, and so no other of its kind."""
        self._unsettled[group] = self.sentence

    def is_described(self, group: str) -> bool:
        """Whether this sentence speaks of somebody without a name whom a pronoun may mean."""
        return self._described.get(group) == self.sentence

    def is_crowded(self, name: str, group: str, acting: str) -> bool:
        """Whether this sentence or the one before names anybody else that a pronoun may mean, but who acts on it."""
        near = (other for other, last in self._met.items() if self.sentence - last < 2)
        return any(other not in (name, acting) and self.gender.get(other, "") in ("", group) for other in near)

    def acted_beside(self, name: str, group: str, back: int) -> bool:
        """Whether anybody but one whom a pronoun may mean acted in this sentence or so many before."""
        near = [other for other, last in self._met.items() if self.sentence - last <= back and other != name]
        strange = any(self.sentence - step in self._strangers for step in range(back + 1)) or self.is_described(group)
        return strange or any(self.gender.get(other, "") in ("", group) and other in self._acted for other in near)

    def other(self, name: str, group: str) -> str:
        """The only person beside one that this sentence names whom a pronoun may mean, or ""."""
        met = [other for other, last in self._met.items() if last == self.sentence and other != name]
        fitting = [other for other in met if self.gender.get(other, "") in ("", group) and self._is_person(other)]
        return fitting[0] if len(fitting) == 1 and not self.is_described(group) else ""

    def only(self, group: str, *, owns: bool, acting: bool = True) -> str:
        """The only person this sentence names, or else acts in the one before, where no stranger is meant; or "".

        Without `acting`, whom the sentence before only names may be meant as well.
        """
        for sentence in (self.sentence, self.sentence - 1):
            if self._unsettled.get(group) == sentence:
                return ""
            described = self._described.get(group) == sentence or (owns and sentence in self._peopled)
            if described or sentence in self._strangers:
                return ""
            met = [name for name, last in self._met.items() if last == sentence and name not in self.things]
            if met:
                return self._choose(met, group, here=sentence == self.sentence, owns=owns, acting=acting)
        return ""

    def _choose(self, met: list[str], group: str, *, here: bool, owns: bool, acting: bool) -> str:
        fitting = [name for name in met if self.gender.get(name, "") in ("", group)]
        marked = [name for name in fitting if self._is_person(name)]
        if here:
            return marked[0] if len(marked) == 1 else fitting[0] if len(fitting) == 1 else ""
        acted = not acting or (len(marked) == 1 and marked[0] in self._acted)
        sure = len(marked) == 1 and acted and not (owns and len(fitting) > 1)
        return marked[0] if sure else ""

    def _is_person(self, name: str) -> bool:
        """Whether there is a mark that a name is somebody's: a title, a given name, a surname elsewhere."""
        return bool(self.gender.get(name)) or " " in name or name in self._firsts

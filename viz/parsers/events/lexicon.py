"""What the event finder knows of words: verb and noun classes, titles, given names, read from `lexicon.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from viz.model import EventKind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by class. `verbs` and `nouns` map a lemma to its classes, in the order of the file."""

    verbs: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    kinds: dict[str, EventKind]
    titles: frozenset[str]
    abbreviated_titles: frozenset[str]
    calendar: frozenset[str]
    acronyms: frozenset[str]
    given_names: frozenset[str]
    plain_words: frozenset[str]
    generic_people: frozenset[str]
    harming: frozenset[str]
    bodies: frozenset[str]
    female_names: frozenset[str]
    female_words: frozenset[str]
    proper_phrases: frozenset[str]

    def is_verb(self, lemma: str, *classes: str) -> bool:
        """Whether a verb, by its lemma or "lemma-particle", is in one of the classes."""
        return any(name in classes for name in self.verbs.get(lemma, ()))

    def is_event_noun(self, lemma: str) -> bool:
        """Whether a noun names an event."""
        return lemma in self.nouns

    def kind(self, lemma: str, *, noun: bool) -> EventKind | None:
        """The kind the first class with one gives, None for words without."""
        classes = (self.nouns if noun else self.verbs).get(lemma, ())
        prefix = "nouns." if noun else "verbs."
        return next((self.kinds[prefix + name] for name in classes if prefix + name in self.kinds), None)


@cache
def lexicon() -> Lexicon:
    """The lexicon of this program, read once."""
    table = tomllib.loads(files("viz.parsers.events").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    kinds = {
        f"{part}.{name}": EventKind(entry["kind"])
        for part in ("verbs", "nouns")
        for name, entry in table[part].items()
        if "kind" in entry
    }
    words = {name: frozenset(value.split()) for name, value in table["words"].items()}
    return Lexicon(_classes(table["verbs"]), _classes(table["nouns"]), kinds, **words)


def _classes(part: dict[str, dict[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in part.items():
        for word in dict.fromkeys(entry["words"].split()):
            found[word] = (*found.get(word, ()), name)
    return found

"""Bodies with a seat: "the Security Council", "the Pentagon", "parliament", found in a noun phrase by their names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from viz.parsers.events.syntax import Token

_LONGEST = 8  # words of a name


@dataclass(frozen=True, slots=True)
class Bodies:
    """Names as words in lower case: `seats` give the GeoNames id of a town, `national` and `people` none, `statesmen`
    the country code of a surname."""

    seats: Mapping[tuple[str, ...], int]
    national: frozenset[tuple[str, ...]]
    people: frozenset[tuple[str, ...]]
    statesmen: Mapping[str, str]

    def seat(self, phrase: Sequence[Token]) -> int | None:
        """The GeoNames id of the seat of the longest name in a phrase; None without any."""
        found = [run for run in runs(phrase) if run in self.seats]
        return self.seats[max(found, key=len)] if found else None

    def is_national(self, phrase: Sequence[Token]) -> bool:
        """Whether the phrase names something a country has one of ("the supreme court")."""
        return any(run in self.national for run in runs(phrase))

    def is_statesman(self, phrase: Sequence[Token]) -> bool:
        """Whether the phrase names somebody in office ("the foreign minister")."""
        return any(run in self.people for run in runs(phrase))


def runs(phrase: Sequence[Token]) -> list[tuple[str, ...]]:
    """Every run of words of a phrase, in lower case ("WHO" aside) and without the stops of abbreviations."""
    words = [token.word if token.word == "WHO" else token.word.lower().replace(".", "") for token in phrase]
    return [
        tuple(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1)
    ]


@cache
def bodies() -> Bodies:
    """The bodies this program knows, read once."""
    table = tomllib.loads(files("viz.parsers.events").joinpath("bodies.toml").read_text(encoding="utf-8"))
    seats = {name: entry["geonameid"] for entry in table["seats"].values() for name in _names(entry["names"])}
    national: dict[str, Any] = table["national"]
    statesmen = {" ".join(name): nation for nation, names in table["statesmen"].items() for name in _names(names)}
    return Bodies(seats, frozenset(_names(national["names"])), frozenset(_names(national["people"])), statesmen)


def _names(text: str) -> list[tuple[str, ...]]:
    return [tuple(name.split()) for name in " ".join(text.split()).split(",")]

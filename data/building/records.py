"""What the gazetteer is built from while it is being built: places that still collect names."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from viz.parsers.places.names import key
from viz.parsers.places.store import NameKind

OWN = Path(__file__).resolve().parent.parent / "gazetteer"


@dataclass(slots=True, eq=False)
class Draft:
    """A place before it is packed. `names` maps each key to the best way it names this place."""

    geonameid: int
    name: str
    kind: str
    country: str
    lat: float | None
    lon: float | None
    population: int = 0
    admin1: Draft | None = None
    admin2: Draft | None = None
    capital: bool = False
    code: str = ""
    own: bool = False
    names: dict[str, NameKind] = field(default_factory=dict)

    def called(self, name: str, how: NameKind) -> None:
        """Adds a name; the better of two ways to the same key stays, but a demonym is no mere other name ("Saudi")."""
        folded = key(name)
        if not folded:
            return
        both = {self.names.get(folded, how), how}
        self.names[folded] = NameKind.DEMONYM if both == {NameKind.DEMONYM, NameKind.OTHER} else min(both)


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the hand-written tables."""
    with (OWN / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def several(text: str) -> list[str]:
    """The parts of a cell that holds several names."""
    return [part for part in text.split("|") if part]

"""Places: from the words of an article to points on the map, offline, in any case, with reasons."""

from __future__ import annotations

from viz.model import PlaceMention
from viz.parsers.places.find import mentions
from viz.parsers.places.gazetteer import Gazetteer, default_gazetteer
from viz.parsers.places.scorer import default_scorers

__all__ = ["find_places"]


def find_places(text: str, *, gazetteer: Gazetteer | None = None, home: str = "") -> tuple[PlaceMention, ...]:
    """Every place name and demonym of a text, sorted and never overlapping.

    `home` (an ISO 3166 country, or with the abbreviation or name of a division: "US-TX", "KG-Osh") is what ambiguous
    names lean to. Raises DataError when the default gazetteer is missing or damaged.
    """
    return mentions(text, gazetteer or default_gazetteer(), default_scorers(), home)

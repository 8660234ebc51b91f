"""A date or a place that a reader types, read as the words of an article would be."""

from __future__ import annotations

from datetime import date

from viz.model import Place, When
from viz.parsers.dates import find_dates
from viz.parsers.places.gazetteer import default_gazetteer

MOST_PLACES = 25


def find_when(typed: str, published: date | None) -> When | None:
    """The date of "3 May 2021", "last week" or "2021-05"; None when the words hold none, or more than a date."""
    text = " ".join(typed.split())
    dated = [mention for mention in find_dates(text, published) if mention.when]
    best = max(dated, key=lambda mention: mention.end - mention.start, default=None)
    return best.when if best and 2 * (best.end - best.start) >= len(text) else None


def find_places(typed: str) -> tuple[Place, ...]:
    """The places of a name, most prominent first."""
    return default_gazetteer().named(" ".join(typed.split()))[:MOST_PLACES]

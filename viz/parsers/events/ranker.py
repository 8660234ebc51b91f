"""Choosing one of several answers by many weak signs: the place, time and status of an event.

An answer (a place of the sentence, the dateline, none) carries the names of the signs that speak for or against it;
their learned weights, in `ranks.json`, add up, and the answer with the highest sum wins. `data/train_events.py` learns
them; nothing but names and numbers is stored.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

Signs = Collection[str]
Weights = Mapping[str, float]


@cache
def ranks() -> dict[str, Weights]:
    """The learned weights by question ("where", "when", "status") and sign."""
    text = files("viz.parsers.events").joinpath("ranks.json").read_text(encoding="utf-8")
    return {str(question): dict(table) for question, table in json.loads(text).items()}


def best(
    answers: Sequence[Signs], weights: Weights, areas: Sequence[str], told: Collection[int] = ()
) -> tuple[int, float]:
    """The number of the best answer and its share of the belief, between 0 and 1; the first of equals.

    `areas` are what the answers lie in, "" for none. What speaks for a town is split between it, its region and its
    country; so the area with the largest share comes first, and then the best answer in it, of those `told` outright
    (their numbers) where it has any.
    """
    # Exact sums: those of equal beliefs must not depend on the order in which a set gives its signs.
    sums = [math.fsum(weights.get(sign, 0.0) for sign in signs) for signs in answers]
    top = max(sums)
    shares = [math.exp(total - top) for total in sums]
    whole, highest = dict.fromkeys(areas, 0.0), dict.fromkeys(areas, -math.inf)
    for area, share, total in zip(areas, shares, sums, strict=True):
        whole[area] += share
        highest[area] = max(highest[area], total)
    chosen = max(whole, key=lambda area: (whole[area], highest[area]))
    number = max((n for n, area in enumerate(areas) if area == chosen), key=lambda n: (n in told, sums[n]))
    return number, shares[number] / sum(shares)

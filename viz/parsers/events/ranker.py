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


def best(answers: Sequence[Signs], weights: Weights) -> tuple[int, float]:
    """The number of the best answer and its share of the belief, between 0 and 1; the first of equals."""
    sums = [sum(weights.get(sign, 0.0) for sign in signs) for signs in answers]
    top = max(sums)
    return sums.index(top), 1.0 / sum(math.exp(total - top) for total in sums)

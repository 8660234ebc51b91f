"""Learn which mentions tell of one event (`viz/parsers/events/mentions.json`).

A ridge logistic regression over the signs of `viz.parsers.events.coreference`; pairs of one event and pairs of two come
from mentions annotated together (`trigger_span` and `also`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from logistic import regress, table

RIDGE, RARE = 1.0, 5


@dataclass(frozen=True)
class Pair:
    """The signs of two mentions, whether they tell of one event, how much the pair counts."""

    signs: Collection[str]
    same: bool
    share: float = 1.0


def learn(pairs: Sequence[Pair]) -> dict[str, float]:
    """The weight of each sign that stands in at least RARE pairs, and "bias", which is not shrunk."""
    counted = Counter(sign for pair in pairs for sign in pair.signs)
    names = sorted(sign for sign, count in counted.items() if count >= RARE)
    rows = table([pair.signs for pair in pairs], names)
    same, share = np.array([[float(pair.same), pair.share] for pair in pairs]).T
    return dict(zip([*names, "bias"], map(float, regress(rows, same, share, RIDGE)), strict=True))

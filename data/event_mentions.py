"""Learn which mentions tell of one event (`viz/parsers/events/mentions.json`).

A ridge logistic regression over the signs of `viz.parsers.events.coreference`; pairs of one event and pairs of two come
from mentions annotated together (`trigger_span` and `also`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

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
    rows = _table(pairs, names)
    same = np.array([float(pair.same) for pair in pairs])
    share = np.array([pair.share for pair in pairs])
    ridge = np.append(np.full(len(names), RIDGE), 1e-6)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = rows @ weights
        slope = rows.T @ (share * (expit(sums) - same)) + ridge * weights
        return float((share * (np.logaddexp(0, sums) - same * sums)).sum() + (ridge * weights**2).sum() / 2), slope

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return dict(zip([*names, "bias"], map(float, found), strict=True))


def _table(pairs: Sequence[Pair], names: Sequence[str]) -> csr_matrix:
    """One row a pair, one column a sign, and a last column of ones."""
    column = {name: index for index, name in enumerate(names)}
    cells = [(row, column[sign]) for row, pair in enumerate(pairs) for sign in pair.signs if sign in column]
    cells += [(row, len(names)) for row in range(len(pairs))]
    return csr_matrix((np.ones(len(cells)), tuple(np.array(cells).T)), shape=(len(pairs), len(names) + 1))

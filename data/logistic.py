"""A ridge logistic regression over named signs, for what `train_events.py` learns of predicates and of mentions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit


def table(rows: Sequence[Collection[str]], names: Sequence[str]) -> csr_matrix:
    """One row a collection of signs, one column a name, and a last column of ones."""
    column = {name: index for index, name in enumerate(names)}
    cells = [(row, column[sign]) for row, signs in enumerate(rows) for sign in signs if sign in column]
    cells += [(row, len(names)) for row in range(len(rows))]
    return csr_matrix((np.ones(len(cells)), tuple(np.array(cells).T)), shape=(len(rows), len(names) + 1))


def regress(rows: csr_matrix, labels: np.ndarray, shares: np.ndarray, strength: float) -> np.ndarray:
    """The weight of each column of a table; the last one, the bias, is not shrunk. `shares` are how much rows count."""
    ridge = np.append(np.full(rows.shape[1] - 1, strength), 1e-6)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = rows @ weights
        slope = rows.T @ (shares * (expit(sums) - labels)) + ridge * weights
        return float((shares * (np.logaddexp(0, sums) - labels * sums)).sum() + (ridge * weights**2).sum() / 2), slope

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x)

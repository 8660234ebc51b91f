"""Fits that give named weights: a logistic regression, readings that compete, Platt scaling."""

from __future__ import annotations

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from viz.parsers.places.scorer import Features


def logistic_weights(
    rows: list[Features], labels: list[int], weights: list[float], strength: float, least: int = 4
) -> dict[str, float]:
    """A logistic regression over named features; names seen in fewer examples than `least` are left out."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    kept = [{name: value for name, value in row.items() if counts[name] >= least and value} for row in rows]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(kept)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)  # liblinear's limit
    model = LogisticRegression(C=strength, fit_intercept=False, max_iter=400, solver="liblinear", random_state=0)
    model.fit(matrix, labels, sample_weight=weights)
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {str(name): round(float(value), 3) for name, value in named if abs(value) >= 0.01}


def ranker_weights(groups: list[tuple[list[Features], list[bool], float]]) -> dict[str, float]:
    """Conditional logit: each name's readings compete; gradient ascent on the share of the right ones."""
    vectorizer = DictVectorizer(sparse=False)
    matrix = vectorizer.fit_transform([row for rows, _, _ in groups for row in rows])
    starts = np.cumsum([0] + [len(rows) for rows, _, _ in groups])[:-1]
    group = np.repeat(np.arange(len(groups)), [len(rows) for rows, _, _ in groups])
    truth = np.array([float(flag) for _, flags, _ in groups for flag in flags])
    importance = np.array([weight for _, _, weight in groups])[group]
    weights, first, second = np.zeros(matrix.shape[1]), 0.0, 0.0
    for step in range(1, 401):
        raw = np.exp(np.clip(matrix @ weights, -30, 30))
        share = raw / np.add.reduceat(raw, starts)[group]
        hit = raw * truth
        target = hit / np.add.reduceat(hit, starts)[group]
        slope = matrix.T @ ((target - share) * importance) / len(groups) - 0.0005 * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights = weights + 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {
        str(name): round(float(value), 3)
        for name, value in zip(vectorizer.get_feature_names_out(), weights, strict=True)
    }


def platt(pairs: list[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and intercept that turn held-out evidence into a share of right answers."""
    model = LogisticRegression(C=100.0).fit([[score] for score, _ in pairs], [flag for _, flag in pairs])
    return float(model.coef_[0][0]), float(model.intercept_[0])

"""Learn which of several answers is right, for the places of events (`viz/parsers/events/ranks.json`).

A conditional logit: the answers to one question share a belief of 1, and the weights of their signs raise the share of
the right ones. Weights are drawn towards what is known beforehand (`BELIEFS`, set by hand: a place the clause names
counts for more than one of the passage) rather than towards nothing, since a few hundred questions are few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

RIDGE, RARE = 10.0, 8
BELIEFS: Mapping[str, float] = {
    "own": 3.5,
    "own: in": 1.0,
    "outside what is named own": -2.5,
    "country named by the clause": 1.0,
    "outside what is named above": -0.5,
    "own: at an occasion": 1.0,
    "own: behind": 1.0,
    "own: befell": 1.0,
    "own: goal": 1.0,
    "own: target": 1.0,
    "own: placed": -0.5,
    "own: nation of noun": -1.0,
    "own: part of noun": -0.3,
    "own: in a row": -1.5,
    "none beside own: in a row": 4.0,
    "beside a row of places told": -2.5,
    "above: in a row": -0.5,
    "above": 1.5,
    "above: strong": 1.0,
    "above: telling": -0.5,
    "below": 1.0,
    "below: strong": 0.7,
    "below: weak": -0.7,
    "below: next": -2.5,
    "below: of a charge": 1.0,
    "below of telling": -1.5,
    "sentence of telling": -0.7,
    "sentence": 0.5,
    "sentence: the one place": 1.0,
    "sentence: other time": -1.0,
    "sentence: nearest": 0.2,
    "sentence: same time": 0.3,
    "beside": 0.5,
    "beside: nation": -0.5,
    "beside: other poss": -0.7,
    "also actor seat": 0.7,
    "actor seat": 0.8,
    "actor": 0.6,
    "actor person": 0.2,
    "actor person seat": 0.2,
    "before": 0.3,
    "before: 1 strong same": 1.0,
    "before: 2 strong same": 0.3,
    "before: 3 strong same": -0.3,
    "before: other time": -1.0,
    "before: same time": 0.4,
    "before: same subject": 0.5,
    "before: pronoun subject": 0.3,
    "before: latest": 0.2,
    "before: 1 weak other": -1.0,
    "before: 2 weak other": -1.0,
    "before: 3 weak other": -1.0,
    "before: 3 strong other": -1.0,
    "before: 2 strong other": -0.5,
    "after": -0.7,
    "after: of a life": -1.0,
    "twin": 0.5,
    "twin: noun": 0.7,
    "twin: same time": 0.5,
    "twin: other time": -1.0,
    "dateline": 0.3,
    "dateline: sentence 0": 1.0,
    "dateline: sentence 1": 0.7,
    "dateline: sentence 2": -0.5,
    "dateline: foreign actor": -2.0,
    "dateline: home actor": 0.8,
    "dateline of meeting": -0.7,
    "dateline news": 0.5,
    "dateline background": -1.0,
    "dateline ahead": -0.5,
    "kind country for a nation's affair": 1.5,
    "kind town for a nation's affair": -1.0,
    "undergoer seat": -0.5,
    "actor above": 0.2,
    "actor above seat": -0.3,
    "main town": -0.7,
    "main country": -0.5,
    "home market": 1.0,
    "none beside home market": -1.0,
    "none": 0.8,
    "none of meeting": 1.3,
    "none by telephone": 3.0,
    "none in space": 4.0,
    "none in the whole world": 6.0,
    "none of several named": 2.5,
    "none between nations": 0.7,
    "none hypothetical": 0.3,
    "none happened": -0.2,
    "none undated": 0.3,
    "none ahead": 0.2,
    "none without dateline": -0.2,
    "nothing else": 1.0,
    "kind country": -0.3,
    "finer place near": -0.5,
    "finer place afar": -0.2,
    "also twin": 0.3,
    "also main town": 0.3,
    "also dateline": 0.2,
    "also main country": 0.2,
    "also before": 0.3,
    "in the main country": 0.2,
    "doubtful name": -1.0,
    "abroad": -0.2,
    "before: 1 strong loose": 0.8,
    "before: 2 strong loose": 0.2,
    "before: 3 strong loose": -0.3,
    "kind site": 0.4,
}


@dataclass(frozen=True)
class Question:
    """One question of the gold: the signs of each answer, which answers are right, how much the question counts."""

    answers: Sequence[Collection[str]]
    right: Sequence[bool]
    share: float = 1.0


def known_signs(questions: Sequence[Question]) -> list[str]:
    """The signs that stand in at least RARE questions, and those believed in."""
    counted = Counter(sign for q in questions for sign in {sign for signs in q.answers for sign in signs})
    return sorted({sign for sign, count in counted.items() if count >= RARE} | set(BELIEFS))


def learn(questions: Sequence[Question], names: Sequence[str]) -> dict[str, float]:
    """The weight of each sign; questions without a right answer teach nothing."""
    asked = [question for question in questions if any(question.right)]
    rows, firsts = _table(asked, names)
    right = np.concatenate([np.asarray(q.right, dtype=float) for q in asked])
    of = np.repeat(np.arange(len(asked)), [len(q.right) for q in asked])
    share = np.array([q.share for q in asked])
    believed = np.array([BELIEFS.get(name, 0.0) for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = rows @ weights
        powers = np.exp(sums - np.maximum.reduceat(sums, firsts)[of])
        whole = np.add.reduceat(powers, firsts)
        good = np.maximum(np.add.reduceat(powers * right, firsts), 1e-12)
        off = weights - believed
        slope = rows.T @ (share[of] * (powers / whole[of] - powers * right / good[of])) + RIDGE * off
        return float(-(share * np.log(good / whole)).sum() + RIDGE * (off @ off) / 2), slope

    found = minimize(loss, believed.copy(), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(names, map(float, found.x), strict=True))


def _table(questions: Sequence[Question], names: Sequence[str]) -> tuple[csr_matrix, np.ndarray]:
    """One row an answer and one column a sign, and the first row of each question."""
    column = {name: index for index, name in enumerate(names)}
    answers = [signs for question in questions for signs in question.answers]
    cells = [(row, column[sign]) for row, signs in enumerate(answers) for sign in signs if sign in column]
    across = tuple(np.array(cells).T)
    sizes = [len(question.answers) for question in questions]
    return csr_matrix((np.ones(len(cells)), across), shape=(len(answers), len(names))), np.cumsum([0, *sizes[:-1]])

"""Linear scorers with their weights in a readable file, `weights.json`: trained by `data/train_places.py`.

Features are named numbers, so that a weight can be read and argued with; a name without a weight counts nothing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.json")
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Scorers:
    """One set of weights a question, and how a score becomes a share of right answers (Platt: slope, intercept)."""

    weights: Mapping[str, Mapping[str, float]]
    calibration: Mapping[str, tuple[float, float]]

    def score(self, question: str, features: Features) -> float:
        """The weighted sum."""
        weight = self.weights.get(question, {}).get
        total = 0.0  # a loop: `sum` of a generator takes twice as long, and rounds otherwise from Python 3.12 on
        for name, value in features.items():
            known = weight(name)
            if known is not None:
                total += known * value
        return total

    def share(self, question: str, features: Features) -> float:
        """The score as a probability."""
        return logistic(self.score(question, features))

    def calibrated(self, question: str, score: float) -> float:
        """How often an answer of this score was right when held out."""
        slope, intercept = self.calibration.get(question, (1.0, 0.0))
        return logistic(slope * score + intercept)


def logistic(score: float) -> float:
    """The logistic function, safe at both ends."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def default_scorers() -> Scorers:
    """The shipped weights."""
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    return Scorers(stored["weights"], {name: (pair[0], pair[1]) for name, pair in stored["calibration"].items()})

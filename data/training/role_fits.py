"""The scorers "literal" and of the roles: which places of a document teach them, and how much each corpus counts."""

from __future__ import annotations

from typing import NamedTuple

from training.fitting import logistic_weights
from training.samples import Sample, overlapping
from viz.model import Place
from viz.parsers.places import find, resolve, roles
from viz.parsers.places.document import Document
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features, Scorers

ROLES = ("location", "actor", "topic")
GUIDED = "geowebnews-even"  # its annotators told literal from associative; ours in other corpora imitate them
CLASS_WEIGHTS = {GUIDED: 1.0, "lgl": 0.6, "geovirus": 0.6}
TOLD_WEIGHT = 0.1  # what a role counts for "literal" where there is no class
LITERAL_STRENGTH = 0.2
ROLE_WEIGHTS = {"central-asia": 2.0, GUIDED: 0.3, "lgl": 0.3, "geovirus": 0.4}
ROLE_STRENGTH = 0.3
LEAST_TOLD = 8  # examples, in both forms, that a word needs before "literal" or a role weighs it


class Told(NamedTuple):
    """One annotated place: features of "literal", what roles need, and its class and role, empty for unknown."""

    features: Features
    document: Document
    candidate: Candidate
    place: Place
    corpus: str
    sense: str
    role: str


def role_weights(samples: list[Sample], scorers: Scorers) -> dict[str, dict[str, float]]:
    """Literal against associative, where a corpus has the class; then each role against the others, where it has
    roles."""
    rows = [row for sample in samples for row in role_rows(sample, scorers)]
    found = {
        "literal": logistic_weights(
            [row.features for row in rows],
            [int(row.sense == "literal" if row.sense else row.role != "actor") for row in rows],
            [CLASS_WEIGHTS.get(row.corpus, 1.0) if row.sense else TOLD_WEIGHT for row in rows],
            LITERAL_STRENGTH,
            LEAST_TOLD,
        )
    }
    knowing = Scorers({**scorers.weights, **found}, {})
    told = [row for row in rows if row.role in ROLES]
    asked = [roles.role_features(row.document, row.candidate, row.place, knowing) for row in told]
    for role in ROLES if told else ():
        found[role] = logistic_weights(
            asked,
            [int(row.role == role) for row in told],
            [ROLE_WEIGHTS.get(row.corpus, 1.0) for row in told],
            ROLE_STRENGTH,
            LEAST_TOLD,
        )
    return found


def role_rows(sample: Sample, scorers: Scorers) -> list[Told]:
    """Every annotated place that is not a dateline by form."""
    document, rows = sample.document, []
    places = [candidate for candidate, _, label, _ in sample.names if label]
    ranked = find.rank(document, places, scorers)
    after = 0
    for candidate in places:
        gold = overlapping(sample, candidate) or {}
        sense, role = gold.get("class") or "", gold.get("role") or ""
        if candidate.first >= after and (sense or role) and not roles.is_dateline(document, candidate):
            after = candidate.last + 1
            place = document.gazetteer.place_at(ranked[candidate.key, resolve.kind_hint(document, candidate)][0][1])
            asked = roles.features(document, candidate, place)
            corpus = sample.corpus.removesuffix(".wire")
            rows.append(Told(asked, document, candidate, place, corpus, sense, role))
    return rows

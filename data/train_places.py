"""Trains the scorers of `viz/parsers/places` on development corpora given by path, with cross-validation by document.

    python data/train_places.py CORPUS.jsonl ... [--folds 5] [--predictions FOLDER]

Needs scikit-learn besides the program's own requirements. A corpus holds one document a line ("text", "toponyms" with
"start", "end", "lat", "lon", "geonameid"). Every document is read as it is and in wire form as well when a file of the
same name with ".wire.jsonl" lies beside it. With --predictions, what held-out folds answer is written there for
scoring.
Only weights of words and of counted features go into `viz/parsers/places/weights.json`; no text of a corpus does.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from viz.model import Place
from viz.parsers.places import find, recognise, resolve, roles
from viz.parsers.places.document import Document, read_document
from viz.parsers.places.gazetteer import default_gazetteer, kilometres
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import WEIGHTS, Features, Scorers

Gold = dict[str, Any]
ROLES = ("location", "actor", "topic")


@dataclass
class Sample:
    """One document as training material."""

    corpus: str
    gold: list[Gold]
    document: Document
    names: list[tuple[Candidate, Features, int, float]] = field(default_factory=list)
    fold: int = 0
    id: str = ""


def main() -> None:
    """Cross-validates, then trains on everything and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    samples = [sample for path in options.corpora for sample in _samples(path, options.folds)]
    calibration: list[tuple[float, bool]] = []
    for fold in range(options.folds):
        trained = train([sample for sample in samples if sample.fold != fold])
        for sample in (sample for sample in samples if sample.fold == fold):
            _predict(sample, trained, options.predictions, calibration)
    weights = train(samples).weights
    slope, intercept = _platt(calibration)
    stored = {"calibration": {"place": [round(slope, 4), round(intercept, 4)]}, "weights": weights}
    options.out.write_text(json.dumps(stored, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def _samples(path: Path, folds: int) -> list[Sample]:
    """The documents of a corpus and of its wire form; both forms of a document are in the same fold."""
    samples = []
    wire = path.with_name(path.stem + ".wire.jsonl")
    for file in (path, wire) if wire.exists() else (path,):
        for number, line in enumerate(file.read_text("utf-8").rstrip("\n").split("\n")):
            record = json.loads(line)
            sample = Sample(file.stem, record["toponyms"], read_document(record["text"], default_gazetteer()))
            sample.fold, sample.id = number % folds, record["id"]
            _label(sample)
            samples.append(sample)
    print(path.name, len(samples), "documents in both forms")
    return samples


def _own_sentences(folds: int) -> list[Sample]:
    """The sentences of `gazetteer/roles.txt`, written for this purpose, each as it is and in lower case."""
    samples = []
    lines = (Path(__file__).resolve().parent / "gazetteer" / "roles.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        text, gold = "", []
        for part in re.split(r"(\[[^]]+\])", line):
            name, _, role = part.strip("[]").partition("|")
            if role:
                span = {"start": len(text), "end": len(text) + len(name)}
                gold.append({**span, "lat": None, "geonameid": None, "role": role})
            text += name
        for form in (text, text.lower().replace("'", " ")):
            sample = Sample("", gold, read_document(form, default_gazetteer()))
            sample.fold, sample.id = number % folds, str(number)
            _label(sample)
            samples.append(sample)
    return samples


def _label(sample: Sample) -> None:
    document = sample.document
    for candidate in document.found:
        gold = _overlapping(sample, candidate)
        if candidate.demonym:
            continue
        weight = 1.0 if gold is None or gold["lat"] is not None else 0.3
        sample.names.append((candidate, recognise.features(document, candidate), int(gold is not None), weight))


def _overlapping(sample: Sample, candidate: Candidate) -> Gold | None:
    text = sample.document.text
    start, end = text.starts[candidate.first], text.ends[candidate.last]
    return next((gold for gold in sample.gold if gold["start"] < end and start < gold["end"]), None)


def right(sample: Sample, gold: Gold, number: int) -> bool:
    """Whether a reading is the gold place: the same GeoNames id, or within 161 km of its point."""
    row = sample.document.gazetteer.row(number)
    if gold.get("geonameid") and gold["geonameid"] == row.geonameid:
        return True
    return gold["lat"] is not None and kilometres(row.lat, row.lon, gold["lat"], gold["lon"]) <= 161


def train(samples: list[Sample]) -> Scorers:
    """All scorers from a set of documents; readings are trained twice, the second time among the first's answers."""
    weights: dict[str, dict[str, float]] = {}
    for asked in ("name", "wire"):
        rows = [row for sample in samples if recognise.question(sample.document) == asked for row in sample.names]
        weights[asked] = _logistic([row[1] for row in rows], [row[2] for row in rows], [row[3] for row in rows], 0.25)
    weights["reading"] = {"first": 1.0, "order": -1.0}
    for _ in range(2):
        weights["reading"] = _ranker(_groups(samples, Scorers(weights, {})))
    weights |= _roles([*samples, *_own_sentences(5)], Scorers(weights, {}))
    return Scorers(weights, {})


def _logistic(rows: list[Features], labels: list[int], weights: list[float], strength: float) -> dict[str, float]:
    """A logistic regression over named features; names seen in fewer than four examples are left out."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    kept = [{name: value for name, value in row.items() if counts[name] >= 4 and value} for row in rows]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(kept)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)  # liblinear's limit
    model = LogisticRegression(C=strength, fit_intercept=False, max_iter=400, solver="liblinear", random_state=0)
    model.fit(matrix, labels, sample_weight=weights)
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {str(name): round(float(value), 3) for name, value in named if abs(value) >= 0.01}


def _groups(samples: list[Sample], scorers: Scorers) -> list[tuple[list[Features], list[bool], float]]:
    """The readings of every located gold name, with which of them are right."""
    groups = []
    for sample in samples:
        document = sample.document
        places = [candidate for candidate, _, label, _ in sample.names if label]
        senses = {name: found[0][1] for (name, _), found in find.rank(document, places, scorers).items() if found}
        others = resolve.companions(document, senses)
        for candidate in places:
            gold = _overlapping(sample, candidate)
            if gold is None or gold["lat"] is None:
                continue
            hint = resolve.kind_hint(document, candidate)
            links = resolve.readings(document, candidate, hint)
            truth = [
                bool(gold.get("geonameid")) and gold["geonameid"] == document.gazetteer.row(link[0]).geonameid
                for link in links
            ]
            truth = truth if any(truth) else [right(sample, gold, link[0]) for link in links]
            if any(truth) and not all(truth):
                rows = [
                    resolve.features(document, candidate, index, link, others, hint) for index, link in enumerate(links)
                ]
                weight = 1 / math.sqrt(max(1, document.count[candidate.key]))
                groups.append((rows, truth, weight))
    return groups


def _ranker(groups: list[tuple[list[Features], list[bool], float]]) -> dict[str, float]:
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


def _roles(samples: list[Sample], scorers: Scorers) -> dict[str, dict[str, float]]:
    """Literal against associative, where a corpus has the class; then each role against the others, where it has
    roles."""
    rows = [row for sample in samples for row in role_rows(sample, scorers)]
    literal = [
        (asked, int(value == "literal")) for asked, _, _, _, value in rows if value in ("literal", "associative")
    ]
    found = {
        "literal": _logistic([row for row, _ in literal], [label for _, label in literal], [1.0] * len(literal), 0.2)
    }
    knowing = Scorers({**scorers.weights, **found}, {})
    told = [
        (roles.role_features(document, candidate, place, knowing), value)
        for _, document, candidate, place, value in rows
        if value in ROLES
    ]
    for role in ROLES if told else ():
        found[role] = _logistic(
            [row for row, _ in told], [int(value == role) for _, value in told], [1.0] * len(told), 1.0
        )
    return found


def role_rows(sample: Sample, scorers: Scorers) -> list[tuple[Features, Document, Candidate, Place, str]]:
    """Features, place and gold role (or class) of every annotated place that is not a dateline by form."""
    document, rows = sample.document, []
    places = [candidate for candidate, _, label, _ in sample.names if label]
    ranked = find.rank(document, places, scorers)
    after = 0
    for candidate in places:
        gold = _overlapping(sample, candidate)
        value = gold and (gold.get("role") or gold.get("class"))
        if candidate.first >= after and value and not roles.is_dateline(document, candidate):
            after = candidate.last + 1
            place = document.gazetteer.place_at(ranked[candidate.key, resolve.kind_hint(document, candidate)][0][1])
            rows.append((roles.features(document, candidate, place), document, candidate, place, value))
    return rows


def _predict(sample: Sample, scorers: Scorers, folder: Path | None, calibration: list[tuple[float, bool]]) -> None:
    """Writes what a model that never saw the document answers, and notes how sure and how right it was."""
    document = sample.document
    chosen = find.choose(document, scorers)
    ranked = find.rank(document, [candidate for candidate, _ in chosen if not candidate.demonym], scorers)
    for candidate, share in chosen:
        if candidate.demonym:
            continue
        gold = _overlapping(sample, candidate)
        readings = ranked[candidate.key, resolve.kind_hint(document, candidate)]
        if gold is None or gold["lat"] is not None:
            calibration.append(
                (find.evidence(readings, share), gold is not None and right(sample, gold, readings[0][1]))
            )
    if folder:
        literal = [
            (scorers.share("literal", asked) >= 0.5) == (value == "literal")
            for asked, _, _, _, value in role_rows(sample, scorers)
            if value in ("literal", "associative")
        ]
        found = find.mentions(document.text.text, document.gazetteer, Scorers(scorers.weights, {}), "", ())
        record = {"id": sample.id, "toponyms": [_record(mention) for mention in found], "literal": literal}
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{sample.corpus}.predictions.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")


def _record(mention: Any) -> Gold:
    place = mention.where.place
    return {
        "start": mention.start,
        "end": mention.end,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "role": mention.role.value,
        "demonym": mention.demonym,
        "kind": place.kind.value,
    }


def _platt(pairs: list[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and intercept that turn held-out evidence into a share of right answers."""
    model = LogisticRegression(C=100.0).fit([[score] for score, _ in pairs], [flag for _, flag in pairs])
    return float(model.coef_[0][0]), float(model.intercept_[0])


if __name__ == "__main__":
    main()

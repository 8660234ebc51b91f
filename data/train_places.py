"""Trains the scorers of `viz/parsers/places` on development corpora given by path, with cross-validation by document.

    python data/train_places.py CORPUS.jsonl ... [--folds 5] [--predictions FOLDER] [--calibration PLOT.svg]

Needs scikit-learn besides the program's own requirements. A corpus holds one document a line ("text", "toponyms" with
"start", "end", "lat", "lon", "geonameid"). Every document is read as it is and in wire form, from a file of the same
name with ".wire.jsonl" beside it. With --predictions, what held-out folds answer is written there for
scoring, with --calibration a plot of how sure and how right they were; printed are the table behind it, how well
"literal" did, and what knowing a reader's home is worth (a reader who lives where the document mostly happens).
Only weights of words and of counted features go into `viz/parsers/places/weights.json`; no text of a corpus does.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from training.calibration import bins, plot, table
from training.fitting import logistic_weights, platt, ranker_weights
from training.role_fits import ROLES, role_rows, role_weights
from training.samples import Gold, Sample, overlapping, own_texts, read_corpus, reports, right

from viz.model import PlaceMention
from viz.parsers.places import find, recognise, resolve, roles
from viz.parsers.places.document import NOT_AT_HOME, Home
from viz.parsers.places.scorer import WEIGHTS, Features, Scorers, logistic
from viz.parsers.places.store import NOWHERE


def main() -> None:
    """Cross-validates, then trains on everything and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--calibration", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    for old in options.predictions.glob("*.predictions.jsonl") if options.predictions else ():
        old.unlink()
    samples = [sample for path in options.corpora for sample in read_corpus(path, options.folds)]
    own, told = own_texts(options.folds), reports(options.folds)
    tallies = Tallies()
    for fold in range(options.folds):
        trained = train(*([sample for sample in part if sample.fold != fold] for part in (samples, own, told)))
        for sample in (sample for sample in samples if sample.fold == fold):
            _predict(sample, trained, options.predictions, tallies)
        for sample in (sample for sample in own if sample.fold == fold):
            _note_roles(sample, trained, tallies)
        for sample in (sample for sample in told if sample.fold == fold):
            _note_homes(sample, trained, tallies)
    weights = train(samples, own, told).weights
    slope, intercept = platt(tallies.evidence)
    found = bins([(logistic(slope * score + intercept), flag) for score, flag in tallies.evidence])
    print(
        table(found),
        *(f"{name}: {sum(flags) / len(flags):.3f} of {len(flags)}" for name, flags in tallies.shares.items() if flags),
        sep="\n",
    )
    if options.calibration:
        options.calibration.write_text(plot(found), "utf-8")
    stored = {"calibration": {"place": [round(slope, 4), round(intercept, 4)]}, "weights": weights}
    options.out.write_text(json.dumps(stored, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


@dataclass
class Tallies:
    """What held-out folds answered: evidence with whether the answer was right, and rights and wrongs by question."""

    evidence: list[tuple[float, bool]] = field(default_factory=list)
    shares: dict[str, list[bool]] = field(default_factory=dict)

    def note(self, question: str, flags: Iterable[bool]) -> None:
        self.shares.setdefault(question, []).extend(flags)


def train(samples: list[Sample], own: list[Sample], told: list[Sample]) -> Scorers:
    """All scorers from a set of documents, roles from our own texts as well, readings also from annotated reports;
    readings are trained twice, the second time among the first's answers."""
    weights: dict[str, dict[str, float]] = {}
    for asked in ("name", "wire"):
        rows = [row for sample in samples if recognise.question(sample.document) == asked for row in sample.names]
        weights[asked] = logistic_weights(
            [row[1] for row in rows], [row[2] for row in rows], [row[3] for row in rows], 0.25
        )
    weights["reading"] = {"first": 1.0, "order": -1.0}
    for _ in range(2):
        weights["reading"] = ranker_weights(_groups([*samples, *told], Scorers(weights, {})))
    weights |= role_weights([*samples, *own], Scorers(weights, {}))
    return Scorers(weights, {})


def _groups(samples: list[Sample], scorers: Scorers) -> list[tuple[list[Features], list[bool], float]]:
    """The readings of every located gold name, with which of them are right."""
    groups = []
    for sample in samples:
        document = sample.document
        document.home = _home(sample)
        places = [candidate for candidate, _, label, _ in sample.names if label]
        senses = {name: found[0][1] for (name, _), found in find.rank(document, places, scorers).items() if found}
        others = resolve.companions(document, senses)
        for candidate in places:
            gold = overlapping(sample, candidate)
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
        document.home = NOT_AT_HOME
    return groups


def _home(sample: Sample) -> Home:
    """A reader for every other document, most of whom live where the document mostly happens: half say the division."""
    draw = zlib.crc32(str(sample.id).encode())
    if draw % 2:
        return NOT_AT_HOME
    if draw % 16 == 0:
        return Home(draw // 16 % 200 + 1, NOWHERE)
    return _home_of(sample, with_division=draw % 4 != 0)


def _home_of(sample: Sample, *, with_division: bool) -> Home:
    """Where a document mostly happens, by its gold."""
    numbers = (sample.document.gazetteer.number(gold.get("geonameid") or 0) for gold in sample.gold)
    rows = [sample.document.gazetteer.row(number) for number in numbers if number is not None]
    if not rows:
        return NOT_AT_HOME
    country, division = Counter((row.country, row.admin1) for row in rows).most_common(1)[0][0]
    return Home(country, division if with_division else NOWHERE)


def _note_homes(sample: Sample, scorers: Scorers, tallies: Tallies) -> None:
    """How many located names are read rightly for a reader without a home, with a country, with a division."""
    document = sample.document
    homes = {"none": NOT_AT_HOME, "country": _home_of(sample, with_division=False)}
    homes["division"] = _home_of(sample, with_division=True)
    places = [candidate for candidate, _, label, _ in sample.names if label]
    for name, home in homes.items():
        document.home = home
        ranked = find.rank(document, places, scorers)
        golds = ((candidate, overlapping(sample, candidate)) for candidate in places)
        tallies.note(
            f"{sample.corpus}, readings right, home {name}",
            (
                right(sample, gold, ranked[candidate.key, resolve.kind_hint(document, candidate)][0][1])
                for candidate, gold in golds
                if gold and gold["lat"] is not None
            ),
        )
    document.home = NOT_AT_HOME


def _note_roles(sample: Sample, scorers: Scorers, tallies: Tallies) -> None:
    """How many places of a text have the right role."""
    for row in role_rows(sample, scorers):
        if row.role in ROLES:
            answer = roles.role_of(row.document, row.candidate, row.place, scorers)
            tallies.note(f"{sample.corpus}, roles", [answer.value == row.role])


def _predict(sample: Sample, scorers: Scorers, folder: Path | None, tallies: Tallies) -> None:
    """Writes what a model that never saw the document answers, and notes how sure and how right it was."""
    document = sample.document
    chosen = find.choose(document, scorers)
    ranked = find.rank(document, [candidate for candidate, _ in chosen if not candidate.demonym], scorers)
    for candidate, share in chosen:
        if candidate.demonym:
            continue
        gold = overlapping(sample, candidate)
        readings = ranked[candidate.key, resolve.kind_hint(document, candidate)]
        if gold is None or gold["lat"] is not None:
            tallies.evidence.append(
                (find.evidence(readings, share), gold is not None and right(sample, gold, readings[0][1]))
            )
    spans = {(candidate.first, candidate.last) for candidate, _ in chosen}
    tallies.note(
        f"{sample.corpus}, literal against associative",
        (
            (scorers.share("literal", row.features) >= 0.5) == (row.sense == "literal")
            for row in role_rows(sample, scorers)
            if row.sense and (row.candidate.first, row.candidate.last) in spans
        ),
    )
    _note_roles(sample, scorers, tallies)
    _note_homes(sample, scorers, tallies)
    if folder:
        found = find.mentions(document.text.text, document.gazetteer, Scorers(scorers.weights, {}), "")
        record = {"id": sample.id, "toponyms": [_record(mention) for mention in found]}
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{sample.corpus}.predictions.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")


def _record(mention: PlaceMention) -> Gold:
    assert mention.where is not None
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


if __name__ == "__main__":
    main()

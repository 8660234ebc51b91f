"""Annotated documents as training material: corpora given by path, what `roles.csv` adds to them, and texts of our own.

`roles.csv` says what gold toponyms of corpora do, by the number of each in its document; it holds none of their text.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from training.positions import records
from viz.parsers.places import recognise
from viz.parsers.places.document import Document, read_document
from viz.parsers.places.gazetteer import default_gazetteer, kilometres
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features

Gold = dict[str, Any]
TEXTS = Path(__file__).resolve().parents[1] / "gazetteer"
HERE = Path(__file__).parent
ROLES = HERE / "roles.csv"
SENTENCES, REPORTS = "roles", "reports"
NEAR_KM = 161


@dataclass
class Sample:
    """One document as training material."""

    corpus: str
    gold: list[Gold]
    document: Document
    names: list[tuple[Candidate, Features, int, float]] = field(default_factory=list)
    fold: int = 0
    id: str = ""


def read_corpus(path: Path, folds: int) -> list[Sample]:
    """The documents of a corpus and of its wire form; both forms of a document are in the same fold."""
    samples = []
    wire = path.with_name(path.stem + ".wire.jsonl")
    if not wire.exists():
        raise SystemExit(f"{path.name} is read in both forms: make {wire.name} beside it with wire.py.")
    for file in (path, wire):
        for number, line in enumerate(file.read_text("utf-8").rstrip("\n").split("\n")):
            record = json.loads(line)
            _add_roles(path.stem, record)
            samples.append(_sample(file.stem, record["toponyms"], record["text"], number % folds, record["id"]))
    print(path.name, len(samples), "documents in both forms")
    return samples


def _add_roles(corpus: str, record: dict[str, Any]) -> None:
    """Gives toponyms the class and role that `roles.csv` has for them."""
    for number, added in _roles().get((corpus, record["id"]), {}).items():
        record["toponyms"][number] |= added


@cache
def _roles() -> dict[tuple[str, str], dict[int, Gold]]:
    known: dict[tuple[str, str], dict[int, Gold]] = {}
    with ROLES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            added = {"class": row["class"], "role": row["role"]}
            known.setdefault((row["corpus"], row["document"]), {})[int(row["toponym"])] = added
    return known


def own_texts(folds: int) -> list[Sample]:
    """The sentences of `gazetteer/roles.txt` and the reports of `gazetteer/reports.txt`, each as it is and in lower
    case."""
    sentences = (TEXTS / "roles.txt").read_text("utf-8").splitlines()
    reports = (TEXTS / "reports.txt").read_text("utf-8").strip().split("\n\n")
    samples = []
    for corpus, texts in ((SENTENCES, sentences), (REPORTS, reports)):
        for number, marked in enumerate(texts):
            text, gold = read_marked(marked)
            for form in (text, text.lower().replace("'", " ")):
                samples.append(_sample(corpus, gold, form, number % folds, f"{corpus}-{number}"))
    return samples


def reports(folds: int) -> list[Sample]:
    """The places that events of our own reports are annotated with, wherever the text names them, in both forms.

    Other names of these texts are not marked, so they teach which place a name means and not what is a place.
    """
    samples = []
    told = (record for path in sorted(HERE.glob("reports-*.jsonl")) for record in records(path))
    for number, record in enumerate(told):
        gold = list(_told(record))
        for form in (record["text"], record["text"].lower()):
            samples.append(_sample("annotated reports", gold, form, number % folds, record["id"]))
    return samples


def _sample(corpus: str, gold: list[Gold], text: str, fold: int, name: str) -> Sample:
    sample = Sample(corpus, gold, read_document(text, default_gazetteer()), fold=fold, id=name)
    _label(sample)
    return sample


def _told(record: dict[str, Any]) -> Iterator[Gold]:
    """The names of the places of a report's events, each time they stand in its text."""
    places = {event["where"]["text"]: event["where"] for event in record["events"] if event["where"]}
    for told, place in places.items():
        name = (told or "").removeprefix("the ")
        if not name[:1].isupper() or name != place["name"]:
            continue
        for match in re.finditer(rf"\b{re.escape(name)}\b", record["text"]):
            yield {"start": match.start(), "end": match.end(), "lat": place["lat"], "lon": place["lon"]}


def read_marked(marked: str) -> tuple[str, list[Gold]]:
    """The text and toponyms of "[Oslo|actor] agreed"."""
    text, gold = "", []
    for part in re.split(r"(\[[^]]+\])", marked):
        name, _, role = part.strip("[]").partition("|")
        if role:
            span = {"start": len(text), "end": len(text) + len(name)}
            gold.append({**span, "lat": None, "geonameid": None, "role": role})
        text += name
    return text, gold


def _label(sample: Sample) -> None:
    document = sample.document
    for candidate in document.found:
        gold = overlapping(sample, candidate)
        if candidate.demonym or (gold is not None and gold.get("unsure")):
            continue
        weight = 1.0 if gold is None or gold["lat"] is not None else 0.3
        sample.names.append((candidate, recognise.features(document, candidate), int(gold is not None), weight))


def overlapping(sample: Sample, candidate: Candidate) -> Gold | None:
    text = sample.document.text
    start, end = text.starts[candidate.first], text.ends[candidate.last]
    return next((gold for gold in sample.gold if gold["start"] < end and start < gold["end"]), None)


def right(sample: Sample, gold: Gold, number: int) -> bool:
    """Whether a reading is the gold place: the same GeoNames id, or within 161 km of its point."""
    row = sample.document.gazetteer.row(number)
    if gold.get("geonameid") and gold["geonameid"] == row.geonameid:
        return True
    return gold["lat"] is not None and kilometres(row.lat, row.lon, gold["lat"], gold["lon"]) <= NEAR_KM

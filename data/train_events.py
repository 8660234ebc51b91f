"""Learn which predicates are events and where they took place, and what that earns on articles not learned from.

    python data/train_events.py GOLD.jsonl ... [--twice GOLD.jsonl ...] [--newswire TEXTS.jsonl]
        [--further REPORTS.jsonl ...] [--predictions PREDICTIONS.jsonl] [--write]

The gold files hold `{"id", "dct", "text", "events": [{"trigger_span", "also", "where"}]}`. Which predicates are events
is a logistic regression over features of `viz.parsers.events.scorer`; predicates that only repeat an event weigh half.
Where they took place is chosen by `event_ranks.py` among the answers of `viz.parsers.events.spots`. The bundled
article is learned from, too, and so are the `--further` reports. `--newswire` takes the texts that the files ANNOTATED
and UNSEEN in `training/` annotate by positions. Predictions for a scorer go to PREDICTIONS.jsonl: with one document of
the gold left out, or every eighth of what is ANNOTATED and of the further reports; of what is UNSEEN, never learned
from, as it is. Which mentions tell of one event is learned by `event_mentions.py`, from pairs that count
as much as the shipped `weights.json` would choose both. `--write` replaces `weights.json`, `ranks.json` and
`mentions.json`, which hold nothing but names and weights. Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import event_mentions
import numpy as np
from event_mentions import Pair
from event_ranks import Question, known_signs, learn
from logistic import regress, table
from scipy.sparse import csr_matrix
from scipy.special import expit
from training.positions import joined, records

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from viz.engine.pipeline import skim
from viz.model import Article, Event, Place
from viz.parsers.events import load_grammar
from viz.parsers.events.assembly import Survey, choose, mentions, people_of, read_sentences
from viz.parsers.events.coreference import signs
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.scorer import score, weights
from viz.parsers.places.gazetteer import default_gazetteer, kilometres
from viz.reading import bundled
from viz.settings import Settings

HOME = Path(__file__).resolve().parent.parent
ROOM = HOME / "viz" / "parsers" / "events"
RIDGE, REPEATED, THRESHOLD, RARE = 4.0, 0.5, 0.35, 4
ANNOTATED = {"newswire.jsonl": 1.0, "worldnews.jsonl": 1.0, "mixed.jsonl": 0.5, "local.jsonl": 1.0}
"""Files of annotations by position that are learned from, and how much each counts."""
UNSEEN = ("later.jsonl", "latest.jsonl", "blind.jsonl")
"""Those only ever predicted."""
FOLDS = 8  # of the annotated reports
OURS = 24.0  # how much the bundled article counts: the one text that every reader sees
SPARING = -0.4
"""What is taken from the belief that an event has no place: in reports read later fewer have none than in those learned
from (13 against 20 %), and the latter are told as well without it."""
TOWN_KM, COUNTRY_KM = 161, 800
Record = dict[str, Any]


class Example:
    """One article: its predicates, and for each whether it is an event (1), a repetition (0, half) or not (0).

    `share` is how much it counts.
    """

    def __init__(self, record: Record, share: float = 1.0) -> None:
        self.record, self.share = record, share
        published = date.fromisoformat(record["dct"]) if record["dct"] else None
        self.article = Article.of(record["text"], published=published)
        skimmed = skim(self.article)
        self.sentences = read_sentences(self.article, skimmed.places, load_grammar(Settings().model))
        self.survey = Survey(self.article, self.sentences, skimmed.dates, skimmed.places, default_gazetteer())
        self.places, self.features = skimmed.places, self.survey.features
        triggers = [event["trigger_span"] for event in record["events"] if event["trigger_span"]]
        repeated = [span for event in record["events"] for span in event.get("also", ())]
        self.labels = [float(_touches(predicate, triggers)) for predicate in self.survey.predicates]
        self.shares = [
            min(share, 1.0) * REPEATED if not label and _touches(predicate, repeated) else share
            for predicate, label in zip(self.survey.predicates, self.labels, strict=True)
        ]
        told = zip(self.survey.predicates, self.survey.traits, strict=True)
        self.people = people_of(self.sentences, self.places)
        self.pairs = list(self._pairs())
        self.questions = [question for predicate, traits in told for question in self._asked(predicate, traits)]

    def _pairs(self) -> Iterator[Pair]:
        """Every two mentions of gold events, in the order of the text, each as likely as it is that both are chosen."""
        of = {predicate: self._event_of(predicate) for predicate in self.survey.predicates}
        rates = [float(of[predicate] is not None) for predicate in self.survey.predicates]
        told = mentions(self.article, self.survey.candidates(rates, THRESHOLD, {}), self.people)
        told.sort(key=lambda mention: mention[0].trigger)
        chance = {p: score(found, weights()) for p, found in zip(self.survey.predicates, self.features, strict=True)}
        for one, two in combinations(told, 2):
            if not (one[1].noun or two[1].noun):
                continue  # two verbs are never taken for one event by these signs
            share = self.share * chance[one[1]] * chance[two[1]]
            yield Pair(signs(one, two), of[one[1]] == of[two[1]], share)

    def _event_of(self, predicate: Predicate) -> int | None:
        """The number of the gold event a predicate tells, by its trigger or else by another mention."""
        events = self.record["events"]
        told = [[event["trigger_span"]] for event in events] + [event.get("also", []) for event in events]
        touched = (number % len(events) for number, spans in enumerate(told) if _touches(predicate, spans))
        return next(touched, None)

    def _asked(self, predicate: Predicate, traits: Collection[str]) -> Iterator[Question]:
        """Where the gold event of a predicate took place; nothing for the other predicates."""
        for event in self.record["events"]:
            share = 1.0 if _touches(predicate, [event["trigger_span"]]) else REPEATED
            if share == 1.0 or _touches(predicate, event.get("also", [])):
                answers = self.survey.atlas.answers(predicate, traits)
                right = self._right(event["where"], [spot.where.place if spot.where else None for spot, _ in answers])
                yield Question([signs for _, signs in answers], right, share * self.share)
                return

    def _right(self, gold: Record | None, places: Sequence[Place | None]) -> list[bool]:
        """Which places answer; a gold one with a GeoNames id is answered by itself alone, where it is among them."""
        if gold is not None and (number := gold.get("geonameid")) in {place.geonameid for place in places if place}:
            return [place is not None and place.geonameid == number for place in places]
        return [is_right(gold, place) for place in places]

    def events(
        self, rates: np.ndarray, ranks: Mapping[str, float], alike: Mapping[str, float]
    ) -> tuple[Event, ...]:
        """What the program would answer with these probabilities and these weights of places and of mentions."""
        rated = self.survey.candidates(map(float, rates), THRESHOLD, ranks)
        return choose(self.article, rated, self.people, alike)


def _touches(predicate: Predicate, spans: list[list[int]]) -> bool:
    return any(predicate.start < end and start < predicate.end for start, end in spans)


def is_right(gold: Record | None, place: Place | None) -> bool:
    """Whether a place answers the gold one: near it, or in it when it is a country."""
    if gold is None or place is None:
        return gold is None and place is None
    wide = gold["kind"] in ("country", "continent")
    if wide and gold["country"] and place.country == gold["country"]:
        return True
    if place.lat is None or place.lon is None:
        return False
    return kilometres(gold["lat"], gold["lon"], place.lat, place.lon) <= (COUNTRY_KM if wide else TOWN_KM)


def matrix(examples: list[Example], names: list[str]) -> csr_matrix:
    """One row a candidate, one column a feature, and a last column of ones."""
    return table([signs for example in examples for signs in example.features], names)


def fit(examples: list[Example], names: list[str]) -> np.ndarray:
    """The weights of the features that make a predicate an event, and the bias."""
    labels = np.array([label for example in examples for label in example.labels])
    shares = np.array([share for example in examples for share in example.shares])
    return regress(matrix(examples, names), labels, shares, RIDGE)


def bundled_article() -> Record:
    """The article of this project as a gold record, always learned from and never predicted."""
    article = bundled()[0]
    gold = json.loads((HOME / "tests" / "gold" / "kyrgyz-election-2017.gold.json").read_text(encoding="utf-8"))
    events = []
    for event in gold["events"]:
        start = article.text.index(event["trigger"].split()[0], event["sentence_span"][0])
        place = default_gazetteer().named(event["place"])[0] if event["place"] else None
        where = (
            {"geonameid": place.geonameid, "kind": place.kind.value, "country": place.country}
            | {"lat": place.lat, "lon": place.lon}
            if place
            else None
        )
        span = [start, start + len(event["trigger"])]
        again = [[hit.start(), hit.end()] for hit in re.finditer(rf"\b{event['trigger']}\b", article.text)]
        events.append({"trigger_span": span, "also": [other for other in again if other != span], "where": where})
    day = article.published.isoformat() if article.published else None
    return {"id": article.id, "dct": day, "text": article.text, "events": events}


def newswire(name: str, texts: Sequence[Path], share: float = 1.0) -> list[Example]:
    """The annotations by position of a file of data/training with their texts, which are corpora of their own."""
    return [Example(record, share) for record in joined(HOME / "data" / "training" / name, *texts)] if texts else []


def record_of(example: Example, events: tuple[Event, ...]) -> Record:
    """The prediction line that an event scorer reads."""
    return {
        "id": example.record["id"],
        "events": [
            {
                "span": event.span,
                "trigger_span": event.trigger,
                "when": event.when.edtf if event.when else None,
                "where": _place(event),
                "status": event.status,
            }
            for event in events
        ],
    }


def _place(event: Event) -> Record | None:
    if event.where is None:
        return None
    place = event.where.place
    return {"name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country or None}


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(description="Learn which predicates are events.")
    options.add_argument("gold", nargs="+", type=Path)
    options.add_argument("--predictions", type=Path, help="where leave-one-document-out predictions go")
    options.add_argument("--write", action="store_true", help="replace weights.json, ranks.json and mentions.json")
    options.add_argument("--twice", nargs="*", type=Path, default=[], help="more gold files, whose places count twice")
    options.add_argument("--further", nargs="*", type=Path, default=[], help="gold files predicted by eighths")
    options.add_argument("--newswire", nargs="*", type=Path, default=[], help="the texts annotated by positions")
    chosen = options.parse_args()
    examples = _examples(chosen.gold) + _examples(chosen.twice, 2.0)
    always = [Example(bundled_article(), OURS)]
    wire = [one for name, share in ANNOTATED.items() for one in newswire(name, chosen.newswire, share)]
    wire += _examples(chosen.further)
    known = [*examples, *wire, *always]
    counted = Counter(name for example in known for signs in example.features for name in signs)
    names = sorted(name for name, count in counted.items() if count >= RARE)
    if chosen.predictions:
        folds = [[example] for example in examples] + [wire[start::FOLDS] for start in range(FOLDS)]
        folds.append([one for name in UNSEEN for one in newswire(name, chosen.newswire)])
        with chosen.predictions.open("w", encoding="utf-8") as target:
            for example, found in _unseen(folds, known, names):
                target.write(json.dumps(record_of(example, found)) + "\n")
    if chosen.write:
        _write(known, names)


def _examples(paths: list[Path], share: float = 1.0) -> list[Example]:
    return [Example(record, share) for path in paths for record in records(path)]


def _unseen(
    folds: list[list[Example]], known: list[Example], names: list[str]
) -> Iterator[tuple[Example, tuple[Event, ...]]]:
    """The events of each article of a fold as learned from all that is not in the fold."""
    for fold in folds:
        others = [example for example in known if not any(example is one for one in fold)]
        weights, ranks, alike = fit(others, names), _ranks(others), _alike(others)
        for example in fold:
            yield example, example.events(expit(matrix([example], names) @ weights), ranks, alike)


def _ranks(examples: list[Example]) -> dict[str, float]:
    questions = [question for example in examples for question in example.questions]
    learned = learn(questions, known_signs(questions))
    return learned | {"none": learned["none"] + SPARING}


def _alike(examples: list[Example]) -> dict[str, float]:
    return event_mentions.learn([pair for example in examples for pair in example.pairs])


def _write(examples: list[Example], names: list[str]) -> None:
    weights = fit(examples, names)
    table = {name: round(float(w), 3) for name, w in zip(names, weights, strict=False) if abs(w) >= 0.02}
    content = {"threshold": THRESHOLD, "weights": {"bias": round(float(weights[-1]), 3), **table}}
    (ROOM / "weights.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    ranked = {sign: round(weight, 3) for sign, weight in _ranks(examples).items() if abs(weight) >= 0.005}
    (ROOM / "ranks.json").write_text(json.dumps({"where": ranked}, indent=1) + "\n", encoding="utf-8")
    alike = {sign: round(weight, 3) for sign, weight in _alike(examples).items() if abs(weight) >= 0.02}
    (ROOM / "mentions.json").write_text(json.dumps(alike, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Learn what kind of event it is, and how often that is right on articles not learned from.

    python data/train_kinds.py TEXTS.jsonl ... [--write]

The texts are those that `training/kinds.jsonl` annotates by position: for each document `[start, end, kind, ...]` of
the words for an event, the kind a reader gave first and, where arguable, a second. A conditional logit over the signs
of `viz.parsers.events.kinds`; the shares printed are of five folds of documents, beside those of the word alone.
`--write` replaces `kinds.json`. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from training.positions import Record, joined

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from training.fitting import ranker_weights

from viz.engine.pipeline import skim
from viz.model import Article, EventKind
from viz.parsers.events import load_grammar
from viz.parsers.events.assembly import read_sentences
from viz.parsers.events.grammar import Grammar
from viz.parsers.events.kinds import Kinds
from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.predicates import Predicate, find_predicates
from viz.settings import Settings

HOME, FOLDS = Path(__file__).resolve().parent.parent, 5


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated event among the topics of its document, the kinds that are right, and what the word alone says."""

    document: str
    kinds: Kinds
    event: Predicate
    right: Sequence[str]
    word: EventKind


def examples(record: Record, grammar: Grammar | None) -> Iterator[Example]:
    """The annotated events of one document."""
    day = date.fromisoformat(record["dct"]) if record.get("dct") else None
    article = Article.of(record["text"], published=day)
    sentences = read_sentences(article, skim(article).places, grammar)
    kinds = Kinds(sentences, lexicon())
    found = {one.start: one for sentence in sentences for one in find_predicates(sentence, lexicon())}
    for start, _, *right in record["events"]:
        if start in found:
            word = lexicon().kind(found[start].lemma, noun=found[start].noun) or EventKind.OTHER
            yield Example(record["id"], kinds, found[start], right, word)


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Weights by sign."""
    told = [(one.kinds.signs(one.event), [kind.value in one.right for kind in EventKind]) for one in examples]
    return ranker_weights([([signs[kind] for kind in EventKind], right, 1.0) for signs, right in told])


def measure(given: Sequence[Example]) -> None:
    """Print how many are right in folds of documents: as the first kind, and as one of those a reader accepts."""
    documents = sorted({one.document for one in given})
    fold = {name: number % FOLDS for number, name in enumerate(documents)}
    answers: list[tuple[Example, str]] = []
    for held in range(FOLDS):
        weights = learn([one for one in given if fold[one.document] != held])
        answers += [(one, one.kinds.of(one.event, weights).value) for one in given if fold[one.document] == held]
    for name, told in (("learned", answers), ("the word alone", [(one, one.word.value) for one in given])):
        first = sum(kind == one.right[0] for one, kind in told) / len(told)
        accepted = sum(kind in one.right for one, kind in told) / len(told)
        print(f"{name:15} {len(told)} events of {len(documents)} documents: {first:.3f} first, {accepted:.3f} accepted")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    grammar = load_grammar(Settings().model)
    documents = joined(HOME / "data" / "training" / "kinds.jsonl", *options.texts)
    given = [example for record in documents for example in examples(record, grammar)]
    measure(given)
    if options.write:
        path = HOME / "viz" / "parsers" / "events" / "kinds.json"
        path.write_text(json.dumps(learn(given), indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

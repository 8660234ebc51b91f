"""Headlines to judge by reading: `python tests/bench/headlines.py CORPUS.jsonl [--count 50] [--seed 1]`.

Each line of the corpus needs "id", "text" and "dct". Prints, for events taken at random over the whole corpus, the
document, the event's id, its status, its headline and its sentence. The same seed takes the same documents and, as
long as the same events are found in them, the same events.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from viz.engine.pipeline import read
from viz.model import Article, Event


def sample(records: list[dict[str, Any]], count: int, seed: int) -> list[tuple[str, str, Event]]:
    """(document, its text, event) `count` times: a document drawn at random, then one of its events not yet taken.

    Documents are drawn in proportion to their length, so that an event of a long one is as likely as any other.
    """
    chance = random.Random(seed)
    taken: dict[tuple[str, str], tuple[str, str, Event]] = {}
    events: dict[str, tuple[Event, ...]] = {}
    weights = [len(record["text"]) for record in records]
    for _ in range(20 * count):
        if len(taken) == count:
            break
        record, pick = chance.choices(records, weights)[0], chance.random()
        name, text = record["id"], record["text"]
        if name not in events:
            published = date.fromisoformat(record["dct"]) if record.get("dct") else None
            events[name] = read(Article.of(text, published=published)).events
        if events[name]:
            event = events[name][int(pick * len(events[name]))]
            taken.setdefault((name, event.id), (name, text, event))
    return list(taken.values())


def main() -> None:
    """Print a sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    records = [json.loads(line) for line in given.corpus.read_text(encoding="utf-8").split("\n") if line.strip()]
    for number, (name, text, event) in enumerate(sample(records, given.count, given.seed), 1):
        sentence = " ".join(text[event.span[0] : event.span[1]].split())
        print(f"{number:3} {name} {event.id} [{event.status.value}]\n    {event.headline}\n    | {sentence}")


if __name__ == "__main__":
    main()

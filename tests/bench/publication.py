"""How well publication dates are inferred: `python tests/bench/publication.py CORPUS.jsonl [--errors]`.

Each line of the corpus needs "text" and "dct", which is hidden from the program.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from viz.parsers.dates.publication import Proposal, infer_published

YEAR = 366


def measure(proposal: Proposal, truth: date) -> list[str]:
    """The names of everything that is true of one proposal."""
    if not proposal.candidates:
        return ["none"]
    best = proposal.candidates[0]
    names = ["proposed"]
    names += ["in the best candidate"] * (best.earliest <= truth < best.latest)
    names += ["in some candidate"] * any(c.earliest <= truth < c.latest for c in proposal.candidates)
    near = [c for c in proposal.candidates if (c.latest - c.earliest).days <= YEAR]
    names += ["in a candidate of at most a year"] * any(c.earliest <= truth < c.latest for c in near)
    names += ["right year"] * (truth.year in {best.earliest.year, best.latest.year if best.latest.timetuple().tm_yday > 1 else 0})
    if best.day:
        off = abs((best.day - truth).days)
        names += ["a day proposed"] + [f"day within {limit}" for limit in (0, 1, 7, 31, 366) if off <= limit]
    if proposal.sure:
        names += ["sure"] + ["sure and wrong"] * (proposal.sure != truth)
    return names


def main(path: str, *, errors: bool) -> None:
    """Counts over a corpus."""
    records = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").strip().split("\n")]
    counts: Counter[str] = Counter()
    for record in records:
        truth = date.fromisoformat(record["dct"])
        proposal = infer_published(record["text"])
        names = measure(proposal, truth)
        counts.update(names)
        if errors and ("in some candidate" not in names or "sure and wrong" in names):
            print(record["id"], truth, names, proposal.why, sep="\t")
    print(f"{len(records)} documents")
    for name, count in counts.most_common():
        print(f"{name:34}{count:6}{100 * count / len(records):8.1f} %")


if __name__ == "__main__":
    main(sys.argv[1], errors="--errors" in sys.argv)

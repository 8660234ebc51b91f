"""Measure the program on annotated corpora: `python tests/bench/accuracy.py CORPORA [dates] [places] [events]`.

CORPORA is a folder that holds `dates/`, `places/`, `events/` and `central-asia/`, each with gold JSON Lines and (but for
the last) a `score.py`, and beside them `wire.py`, which lower-cases and tokenises a gold file. Every corpus is measured
in both forms. The corpora are under licences of their own and are not part of this project; docs/accuracy.md names them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from viz.engine.annotate import annotate_lines  # noqa: E402  (the repository is not installed)

LAYERS = {
    "dates": ("dates/tbaq-corrected.jsonl", "dates/tbaq.jsonl", "dates/wikiwars-even.jsonl", "central-asia/gold.jsonl",
              ROOT / "tests/gold/fresh-dates.jsonl", ROOT / "tests/gold/fresh-dates-2.jsonl"),  # of our own, as below
    "places": ("places/lgl.jsonl", "places/geovirus.jsonl", "places/geowebnews-even.jsonl", "central-asia/gold.jsonl",
               ROOT / "tests/gold/fresh-places.jsonl",  # of our own, annotated before the program had seen them
               ROOT / "tests/gold/fresh-roles.jsonl"),  # the same, for roles only
    "events": ("events/dev.jsonl", "central-asia/gold.jsonl"),
}


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    corpora, wanted = Path(sys.argv[1]), sys.argv[2:] or list(LAYERS)
    for layer in wanted:
        for name in LAYERS[layer]:
            for form, gold in forms(corpora, corpora / name):
                print(f"\n== {layer}: {name}, {form}")
                print(score(corpora / layer / "score.py", gold, layer, form), flush=True)


def forms(corpora: Path, gold: Path) -> Iterator[tuple[str, Path]]:
    yield "cased", gold
    with tempfile.TemporaryDirectory() as folder:
        wire = Path(folder) / gold.name
        wire.write_bytes(subprocess.run([sys.executable, corpora / "wire.py", gold], capture_output=True, check=True).stdout)
        yield "wire", wire


def score(scorer: Path, gold: Path, layer: str, form: str) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        for line in annotate_lines(gold.read_text(encoding="utf-8").split("\n"), (layer,)):
            predictions.write(line + "\n")
        predictions.flush()
        extra = ["--ids"] if layer == "places" else []
        command = [sys.executable, scorer, gold, predictions.name, *extra]
        scored = subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip()
        return roles(gold, predictions.name) + scored if layer == "places" else scored


def roles(gold: Path, predictions: str) -> str:
    """How many of the exactly found toponyms that carry a role have the right one."""
    lines = Path(predictions).read_text(encoding="utf-8").strip().split("\n")
    found = {d["id"]: {(t["start"], t["end"]): t["role"] for t in d["toponyms"]} for d in map(json.loads, lines)}
    pairs = [
        (toponym["role"], found[doc["id"]][span])
        for doc in map(json.loads, gold.read_text(encoding="utf-8").strip().split("\n"))
        for toponym in doc["toponyms"]
        if "role" in toponym and (span := (toponym["start"], toponym["end"])) in found[doc["id"]]
    ]
    return f"roles {sum(a == b for a, b in pairs) / len(pairs):.3f} of {len(pairs)}\n" if pairs else ""


if __name__ == "__main__":
    main()

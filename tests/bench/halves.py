"""Date scores by halves of a corpus: `python tests/bench/halves.py GOLD.jsonl SCORE.py`.

Rules are written looking at errors of the first half (documents 0, 2, 4 ...) and checked on the second (1, 3, 5 ...);
both are printed, so that what a rule earns on documents it was not written from can be read off.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from viz.engine.annotate import annotate_lines  # noqa: E402  (the repository is not installed)


def main(gold: Path, scorer: Path) -> None:
    lines = gold.read_text(encoding="utf-8").strip().split("\n")
    with tempfile.TemporaryDirectory() as folder:
        for name, half in (("first half", lines[::2]), ("second half", lines[1::2])):
            told, found = Path(folder, "gold.jsonl"), Path(folder, "found.jsonl")
            told.write_text("\n".join(half), encoding="utf-8")
            found.write_text("\n".join(annotate_lines(half, ("dates",))), encoding="utf-8")
            command = [sys.executable, str(scorer), str(told), str(found), "--json"]
            scores = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            parts = scores["strict"][2], scores["relaxed"][2], scores["value_f1"], scores["type_f1"]
            print(f"{name}: " + " / ".join(f"{100 * part:.1f}" for part in parts) + "  (strict / relaxed / value / type)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

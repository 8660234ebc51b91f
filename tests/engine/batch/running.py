"""Inputs for a batch, and running one with and without a cluster."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from viz.engine.batch import Job
from viz.engine.batch.ledger import Ledger
from viz.engine.batch.work import process

CHUNK_BYTES = 50_000
TEXT = "OSH, Kyrgyzstan - Police in Osh detained five people on Monday, the interior ministry said."


def write_lines(path: Path, count: int) -> Path:
    lines = [json.dumps({"id": f"a{n}", "text": f"{TEXT} It was report {n}.", "dct": "2024-06-14"}) for n in range(count)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def finish(job: Job) -> Path:
    """The same books as `run` keeps, without a cluster."""
    ledger = Ledger(job)
    for chunk in ledger.todo():
        process(chunk, str(ledger.folder), str(job.tier))
    ledger.close()
    return ledger.folder


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "viz", "batch", *arguments, "--chunk-bytes", str(CHUNK_BYTES)]

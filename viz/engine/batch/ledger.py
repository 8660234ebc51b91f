"""The folder of a batch: what it is the output of, and which chunks are done.

    OUT/VERSION-TIER/manifest.json              the input, cut into chunks
                     receipts/part-000001.json  this chunk is done, and how much was in it
                     articles/ dates/ places/ events/  part-000001.parquet ...
                     bad/part-000001.jsonl      what could not be read, and why
                     bad.jsonl, summary.json    all of it, once everything is done

VERSION changes with the program, so the output of two versions is never mixed. Nothing in it tells the hour or the
machine: two runs over the same input leave the same bytes.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from viz.engine.batch.chunks import plan
from viz.engine.batch.job import Chunk, Job
from viz.engine.batch.work import TEMPORARY
from viz.engine.version import pipeline_version
from viz.errors import InputError


class Ledger:
    """What a batch has done and has still to do. Raises InputError when the folder is that of another input."""

    def __init__(self, job: Job) -> None:
        self.folder = job.out / f"{pipeline_version()}-{job.tier}"
        self.chunks = self._chunks(job)

    def _chunks(self, job: Job) -> list[Chunk]:
        chunks = plan(job)
        manifest = self.folder / "manifest.json"
        cut = [asdict(chunk) | {"path": Path(chunk.path).name} for chunk in chunks]
        written = json.dumps({"input": _fingerprint(job.source, chunks), "chunks": cut}, indent=1) + "\n"
        if manifest.exists() and manifest.read_text(encoding="utf-8") != written:
            raise InputError(f"{job.out} holds the output of another input; give an empty folder, or that input.")
        self.folder.mkdir(parents=True, exist_ok=True)
        _replace(manifest, written)
        return chunks

    def todo(self) -> list[Chunk]:
        """The chunks without a receipt. What a stopped run left half-written is cleared away."""
        self._clear()
        return [chunk for chunk in self.chunks if not self._receipt(chunk).exists()]

    def totals(self) -> Counter[str]:
        """Everything the receipts count."""
        total: Counter[str] = Counter()
        for chunk in self.chunks:
            if self._receipt(chunk).exists():
                total.update(json.loads(self._receipt(chunk).read_text(encoding="utf-8")))
        return total

    def close(self) -> None:
        """Put the bad records of all chunks into one list, and the sum of the receipts beside it.

        A worker that was killed while the others went on leaves its half-written files: they are cleared away.
        """
        self._clear()
        parts = sorted((self.folder / "bad").glob("*.jsonl"))
        _replace(self.folder / "bad.jsonl", "".join(part.read_text(encoding="utf-8") for part in parts))
        _replace(self.folder / "summary.json", json.dumps(dict(sorted(self.totals().items())), indent=1) + "\n")

    def _clear(self) -> None:
        for leftover in self.folder.rglob(f"*{TEMPORARY}"):
            leftover.unlink(missing_ok=True)

    def _receipt(self, chunk: Chunk) -> Path:
        return self.folder / "receipts" / f"{chunk.part}.json"


def _fingerprint(source: Path, chunks: list[Chunk]) -> list[dict[str, Any]]:
    """Names, sizes and times of the input's files: a changed input must not be taken for the one half done."""
    files = {Path(chunk.path, name) for chunk in chunks for name in chunk.names or ("",)}
    return [_stamp(file, source) for file in sorted(files)]


def _stamp(file: Path, source: Path) -> dict[str, Any]:
    name = file.name if file == source else file.relative_to(source).as_posix()
    return {"name": name, "bytes": file.stat().st_size, "changed": file.stat().st_mtime_ns}


def _replace(path: Path, text: str) -> None:
    temporary = path.with_name(path.name + TEMPORARY)
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, path)

"""One chunk, start to end: read it, find what is in it, write its part files. This is what a worker runs.

Part files appear under their name only when they are whole; the receipt comes last, so a chunk with a receipt is done.
Rows are written out every few thousand, so memory does not grow with the chunk.
"""

from __future__ import annotations

import json
import os
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from viz.engine.batch.job import Chunk, Tier
from viz.engine.batch.records import Bad, Document, records
from viz.engine.batch.tables import SCHEMAS, Row, rows, table
from viz.engine.pipeline import read, skim
from viz.errors import ModelError
from viz.parsers.events import relieve
from viz.settings import settings

ROWS_IN_HAND = 4096
TEMPORARY = ".part"


def process(chunk: Chunk, folder: str, tier: str) -> dict[str, int]:
    """Write the part files of a chunk under `folder`; returns how many records, bad ones and rows there were.

    Raises OSError when they cannot be written; then no file and no receipt of this chunk has changed.
    """
    out, counts = Path(folder), Counter[str]()
    names = [name for name in SCHEMAS if name != "events" or tier == Tier.EVENTS]
    with ExitStack() as stack:
        bad = stack.enter_context(_growing(out / "bad" / f"{chunk.part}.jsonl"))
        tables = {name: stack.enter_context(_Table(name, out / name / f"{chunk.part}.parquet")) for name in names}
        for record in records(chunk):
            counts["records"] += 1
            found = record if isinstance(record, Bad) else _read(record, tier)
            if isinstance(found, Bad):
                counts["bad"] += 1
                bad.write(_line({"file": found.file, "at": found.at, "reason": found.reason}))
                continue
            for name, writer in tables.items():
                writer.add(found[name])
                counts[name] += len(found[name])
    if tier == Tier.EVENTS:
        relieve(settings().model)
    totals = dict(sorted(counts.items()))
    with _growing(out / "receipts" / f"{chunk.part}.json") as receipt:
        receipt.write(_line(totals))
    return totals


def _read(document: Document, tier: str) -> dict[str, list[Row]] | Bad:
    """What an article holds. An article that breaks the program is one bad record, not the end of a night's work."""
    try:
        reading = read(document.article) if tier == Tier.EVENTS else skim(document.article)
        return rows(document, reading)
    except (ModelError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        return Bad(document.id, "", f"The program failed on this article ({type(error).__name__}: {error}).")


def _line(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


@contextmanager
def _growing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its name only when it is whole and on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{uuid.uuid4().hex}{TEMPORARY}")
    try:
        with open(temporary, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


class _Table:
    """One Parquet file being written; add rows, and it appears when the block ends without an error."""

    def __init__(self, name: str, path: Path) -> None:
        self._name = name
        self._file = _growing(path)
        self._rows: list[Row] = []

    def __enter__(self) -> _Table:
        from pyarrow.parquet import ParquetWriter

        self._writer = ParquetWriter(self._file.__enter__(), SCHEMAS[self._name], compression="zstd")
        return self

    def __exit__(self, *error: Any) -> None:
        try:
            if error[0] is None:
                self._flush()
            self._writer.close()
        finally:
            self._file.__exit__(*error)

    def add(self, found: list[Row]) -> None:
        self._rows += found
        if len(self._rows) >= ROWS_IN_HAND:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(table(self._name, self._rows))
            self._rows = []

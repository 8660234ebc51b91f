"""Chunk -> its records, one at a time: documents that can be read, and bad ones with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

from viz.engine.annotate import SHAPE
from viz.engine.batch.job import Chunk
from viz.errors import InputError
from viz.model import Article
from viz.reading import article_from_text, parse_published

MOST_LINE_BYTES = 8 << 20
MOST_CHARACTERS = 1_000_000  # the grammar model takes no more; a news article has three thousand
COLUMNS = ("id", "text", "dct", "published", "title", "source")


@dataclass(frozen=True, slots=True)
class Document:
    """One article under the name it has in its archive."""

    id: str
    article: Article


@dataclass(frozen=True, slots=True)
class Bad:
    """A record that could not be read: the file, where in it (a byte, a row or a name), and why."""

    file: str
    at: str
    reason: str


def records(chunk: Chunk) -> Iterator[Document | Bad]:
    """Everything in a chunk, in order. A bad record never hides the next one."""
    return _READERS[chunk.kind](chunk)


def document(record: Any) -> Document:
    """A record of the contract as an article; raises InputError saying what is wrong with it."""
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputError(f"This is not a record; give {SHAPE}.")
    name = record.get("id", "")
    if not isinstance(name, str | int) or name == "":
        raise InputError(f"This record has no id; give {SHAPE}.")
    if len(record["text"]) > MOST_CHARACTERS:
        raise InputError(f"The text has more than {MOST_CHARACTERS:,} characters; cut it into articles.")
    told = {key: record[key] for key in ("title", "source") if isinstance(record.get(key), str)}
    article = article_from_text(record["text"], published=_published(record), **told)
    return Document(str(name), article)


def _published(record: dict[str, Any]) -> date | None:
    given = record.get("dct") or record.get("published")
    if given is None or isinstance(given, date):
        return given
    return parse_published(str(given)[:10])


def _tried(record: Any, chunk: Chunk, at: str) -> Document | Bad:
    try:
        return document(record)
    except InputError as error:
        return Bad(Path(chunk.path).name, at, str(error))


def _of_lines(chunk: Chunk) -> Iterator[Document | Bad]:
    with open(chunk.path, "rb") as file:
        if chunk.start:
            file.seek(chunk.start - 1)
            _skip_line(file)
        while (at := file.tell()) < chunk.end:
            line = file.readline(MOST_LINE_BYTES)
            if len(line) == MOST_LINE_BYTES and not line.endswith(b"\n"):
                _skip_line(file)
                yield Bad(Path(chunk.path).name, str(at), f"The line is longer than {MOST_LINE_BYTES:,} bytes.")
            elif line.strip():
                yield _of_line(line, chunk, str(at))


def _skip_line(file: IO[bytes]) -> None:
    while (rest := file.readline(1 << 16)) and not rest.endswith(b"\n"):
        pass


def _of_line(line: bytes, chunk: Chunk, at: str) -> Document | Bad:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return Bad(Path(chunk.path).name, at, "The line is not UTF-8.")
    except json.JSONDecodeError as error:
        return Bad(Path(chunk.path).name, at, f"The line is not JSON ({error.msg}).")
    except RecursionError:
        return Bad(Path(chunk.path).name, at, "The line is nested too deeply.")
    return _tried(record, chunk, at)


def _of_row_groups(chunk: Chunk) -> Iterator[Document | Bad]:
    from pyarrow.parquet import ParquetFile

    with ParquetFile(chunk.path) as file:
        wanted = [name for name in COLUMNS if name in file.schema_arrow.names]
        for group in range(chunk.start, chunk.end):
            batches = file.iter_batches(batch_size=256, row_groups=[group], columns=wanted)
            for row, record in enumerate(record for batch in batches for record in batch.to_pylist()):
                yield _tried(record, chunk, f"row {row} of group {group}")


def _of_files(chunk: Chunk) -> Iterator[Document | Bad]:
    from viz.reading import article_from_source

    for name in chunk.names:
        try:
            article = article_from_source(str(Path(chunk.path) / name))
            yield Document(name, article)
        except InputError as error:
            yield Bad(name, "", str(error))


def _of_web_archive(chunk: Chunk) -> Iterator[Document | Bad]:
    from viz.engine.batch.web_archive import pages

    return pages(chunk)


_READERS = {"jsonl": _of_lines, "parquet": _of_row_groups, "files": _of_files, "warc": _of_web_archive}

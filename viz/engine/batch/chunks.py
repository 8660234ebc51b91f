"""Cutting an input into chunks that can be read alone: byte ranges, row groups, runs of files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from viz.engine.batch.job import Chunk, Job
from viz.errors import InputError, MissingSourceError

FILES_A_CHUNK = 400
KINDS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet", ".warc": "warc", ".gz": "warc"}
KNOWN = "a .jsonl, .parquet, .warc or .warc.gz file, or a folder of articles"


def plan(job: Job) -> list[Chunk]:
    """Every chunk of the input, in order; the same input gives the same chunks.

    Raises MissingSourceError when there is no such file, InputError when it is of no kind that can be read.
    """
    pieces = [piece for path in _inputs(job.source) for piece in _cut(path, job)]
    return [Chunk(number, *piece) for number, piece in enumerate(pieces)]


Piece = tuple[str, str, int, int, tuple[str, ...]]


def _inputs(source: Path) -> list[Path]:
    """The files to cut. A folder of archives is each of them; any other folder is one pile of articles."""
    if not source.exists():
        raise MissingSourceError(f"There is no {source}; give {KNOWN}.")
    if not source.is_dir():
        return [source]
    archives = sorted(path for path in source.iterdir() if path.suffix in KINDS and path.is_file())
    return archives or [source]


def _cut(path: Path, job: Job) -> Iterator[Piece]:
    if path.is_dir():
        return _of_folder(path)
    kind = KINDS.get(path.suffix.lower(), "")
    if kind == "jsonl":
        return _of_lines(path, job.chunk_bytes)
    if kind == "parquet":
        return _of_row_groups(path)
    if kind == "warc" and ".warc" in path.suffixes:
        return _of_web_archive(path, job.chunk_bytes)
    raise InputError(f"{path.name} is no archive Dateline knows; give {KNOWN}.")


def _of_folder(path: Path) -> Iterator[Piece]:
    found = (file for file in path.rglob("*") if file.is_file())
    files = sorted(name for file in found if not _hidden(name := file.relative_to(path).as_posix()))
    if not files:
        raise InputError(f"The folder {path} holds no file; give {KNOWN}.")
    for names in (files[at : at + FILES_A_CHUNK] for at in range(0, len(files), FILES_A_CHUNK)):
        yield "files", str(path), 0, 0, tuple(names)


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _of_lines(path: Path, size: int) -> Iterator[Piece]:
    """A line belongs to the chunk that holds its first byte: no need to look for line ends while cutting."""
    total = path.stat().st_size
    for start in range(0, total, size):
        yield "jsonl", str(path), start, min(start + size, total), ()


def _of_row_groups(path: Path) -> Iterator[Piece]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            groups = file.num_row_groups
    except ArrowException as error:
        raise InputError(f"{path.name} is not a Parquet file ({str(error).splitlines()[0]}).") from None
    for group in range(groups):
        yield "parquet", str(path), group, group + 1, ()


def _of_web_archive(path: Path, size: int) -> Iterator[Piece]:
    """Records of a WARC are found by reading it through once; a chunk starts at a record."""
    from viz.engine.batch.web_archive import starts

    cuts = [0]
    for offset in starts(path):
        if offset - cuts[-1] >= size:
            cuts.append(offset)
    for start, end in zip(cuts, [*cuts[1:], path.stat().st_size], strict=True):
        yield "warc", str(path), start, end, ()

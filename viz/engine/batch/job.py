"""What is to be done: the input, the folder of the output, and how far the articles are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

CHUNK_BYTES = 4 << 20  # about 1,300 news articles: seconds of work, so that little is lost when a machine stops


class Tier(StrEnum):
    """How far: dates and places need no grammar and are some ten times as fast."""

    MENTIONS = "mentions"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Job:
    """One batch. `chunk_bytes` is how much of the input is one unit of work."""

    source: Path
    out: Path
    tier: Tier = Tier.EVENTS
    chunk_bytes: int = CHUNK_BYTES


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the input: bytes `[start, end)` of a JSONL or WARC file, row groups of Parquet, or some files."""

    number: int
    kind: str
    path: str
    start: int = 0
    end: int = 0
    names: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """What its part files are called."""
        return f"part-{self.number:06d}"

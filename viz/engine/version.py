"""Which program read an article: a stored reading is used again only by the program that made it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from viz.settings import ROOT, Settings, settings

IMPORTED = "imported"
"""The version of what no program read: a file told the events, and they are never read out of their words anew."""
READERS = ("viz/model.py", "viz/terms.py", "viz/engine/pipeline.py", "viz/engine/alarms.py", "viz/parsers")


def pipeline_version(using: Settings | None = None) -> str:
    """A digest of everything a reading depends on but the article: the code that reads, its data and the settings.

    No number to raise by hand, so none is forgotten. Data files count by name and size: hashing them takes too long.
    """
    using = using or settings()
    choices = f"{using.model} {using.home} {_sizes(using.data / 'gazetteer')} {_stamp(using.gazetteer)}"
    return hashlib.sha256(f"{_code()} {choices}".encode()).hexdigest()[:16]


@cache
def _code() -> str:
    digest = hashlib.sha256()
    for name in READERS:
        path = ROOT / name
        files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.suffix in _SUFFIXES)
        for file in files:
            digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


_SUFFIXES = {".py", ".json", ".toml"}


def _sizes(folder: Path) -> str:
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return " ".join(f"{file.name}:{file.stat().st_size}" for file in files)


def _stamp(own: Path | None) -> str:
    return f"{own}:{own.stat().st_mtime_ns}" if own and own.exists() else ""

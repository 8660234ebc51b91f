"""The gazetteer's files: how they are laid out, and opening them whole or not at all.

`manifest.json` names the version and, for every other file, its size and CRC-32; nothing is used before all of
them fit.

    names.marisa   trie of keys (names.py); a key's number indexes `links.bin`
    links.bin      uint32: for n keys, n + 1 offsets, then links: place number + NameKind << 24, most prominent first
    places.bin     one RECORD of 32 bytes a place, ascending by GeoNames id
    labels.bin     the display names, each a length byte and UTF-8
    grid.bin       uint32: 360 * 180 + 1 offsets of one-degree cells, then place numbers, for the nearest place
    words.marisa   what a single word is otherwise: WORD, see `lexicon.py`

All numbers are little-endian. The files are mapped into memory, so opening costs milliseconds and only what is read
is loaded.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

import marisa_trie

from viz.errors import DataError

VERSION = 1
FILES = ("names.marisa", "links.bin", "places.bin", "labels.bin", "grid.bin", "words.marisa")
RECORD = struct.Struct("<IffIIIIBBH")  # id, lat, lon, people, label, admin1, admin2, kind, country, flags
NOWHERE = 0xFFFFFFFF
CAPITAL = 1
REBUILD = "run `python data/build.py gazetteer` or restore data/gazetteer from the repository"


class NameKind(IntEnum):
    """How a name names its place, best first."""

    MAIN = 0
    SHORT = 1  # "Russell" for Russell County
    OTHER = 2
    ABBREVIATION = 3
    DEMONYM = 4


@dataclass(frozen=True, slots=True)
class Files:
    """The opened artifacts."""

    names: Any
    words: Any
    links: memoryview
    offsets: int
    places: memoryview
    labels: memoryview
    grid: memoryview
    countries: tuple[str, ...]


def open_files(folder: Path) -> Files:
    """Every artifact of a folder; raises DataError with one sentence when any is missing, damaged or of another
    version."""
    manifest = _manifest(folder)
    mapped = {name: _checked(folder / name, *manifest["files"][name]) for name in FILES}
    names, words = marisa_trie.Trie(), marisa_trie.BytesTrie()
    names.frombytes(mapped["names.marisa"].tobytes())
    words.frombytes(mapped["words.marisa"].tobytes())
    return Files(
        names=names,
        words=words,
        links=mapped["links.bin"].cast("I"),
        offsets=len(names) + 1,
        places=mapped["places.bin"],
        labels=mapped["labels.bin"],
        grid=mapped["grid.bin"].cast("I"),
        countries=tuple(manifest["countries"]),
    )


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text("utf-8"))
        version, files = manifest["version"], manifest["files"]
        complete = set(files) == set(FILES) and isinstance(manifest["countries"], list)
    except FileNotFoundError:
        raise DataError(f"The gazetteer is missing: there is no {path}; {REBUILD}.") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise DataError(f"The gazetteer is damaged: {path} cannot be read; {REBUILD}.") from None
    if version != VERSION:
        raise DataError(f"The gazetteer in {folder} is of version {version}, not {VERSION}; {REBUILD}.")
    if not complete:
        raise DataError(f"The gazetteer is damaged: {path} does not name all of its files; {REBUILD}.")
    return dict(manifest)


def _checked(path: Path, size: int, crc: int) -> memoryview:
    """The bytes of one file, mapped, once its size and checksum agree with the manifest."""
    try:
        with path.open("rb") as file:
            content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):  # an empty file cannot be mapped
        raise DataError(f"The gazetteer is incomplete: {path} is missing or empty; {REBUILD}.") from None
    if len(content) != size or zlib.crc32(content) != crc:
        raise DataError(f"The gazetteer is damaged: {path.name} is not the file it was built as; {REBUILD}.")
    return content

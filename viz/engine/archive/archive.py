"""The Parquet files of a batch, asked by DuckDB."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from viz.engine.archive.wanted import Wanted, condition
from viz.errors import InputError
from viz.model import Status

MOST_BINS = 120
UNITS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652, "century": 36524}
"""The stretches of time there are bins of, finest first, and about how many days each has."""
CELL_PIXELS, TILE_PIXELS = 56, 512  # of MapLibre's world: 512 pixels wide at zoom 0
PAGE = 100


@dataclass(frozen=True, slots=True)
class Bin:
    """How many events of one status begin in a stretch of time that starts on `start`."""

    start: date
    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events near each other at one zoom: their number, their middle, and the place named most among them."""

    lon: float
    lat: float
    count: int
    places: int
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Row:
    """One event as a list shows it."""

    article: str
    event: str
    headline: str
    edtf: str
    place: str
    country: str
    status: Status
    kind: str
    who: tuple[str, ...]
    said_by: str


class Archive:
    """Open one with the folder that `python -m viz batch` wrote; the newest output in it is taken.

    Raises InputError when the folder holds no events. Safe to share between threads.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import duckdb
        except ImportError:
            raise InputError("An archive needs duckdb; run: pip install -r requirements-batch.txt") from None
        self._files = _newest(folder)
        self._database = duckdb.connect(":memory:")
        self._lock = threading.Lock()

    def count(self, wanted: Wanted) -> int:
        """How many events pass."""
        return int(self._ask("SELECT count(*) FROM events WHERE {where}", wanted)[0][0])

    def extent(self, wanted: Wanted) -> tuple[date, date] | None:
        """The first and the last day that an event begins on; the outer thousandth on each side is left out."""
        sql = "SELECT quantile_disc(earliest, [0.001, 0.999]) FROM events WHERE earliest IS NOT NULL AND {where}"
        found = self._ask(sql, wanted)[0][0]
        return (found[0], found[1]) if found else None

    def bins(self, wanted: Wanted) -> tuple[str, list[Bin]]:
        """Events by the stretch of time they begin in, and its unit: the finest that makes no more than 120 of them."""
        extent = self.extent(wanted)
        if extent is None:
            return "day", []
        first, last = max(extent[0], wanted.start or extent[0]), min(extent[1], wanted.end or extent[1])
        unit = _unit(first, last)
        sql = (
            f"SELECT date_trunc('{unit}', earliest)::DATE AS start, status, count(*) FROM events "
            "WHERE earliest BETWEEN ? AND ? AND {where} GROUP BY ALL ORDER BY ALL"
        )
        found = self._ask(sql, wanted, [first, last])
        return unit, [Bin(start, Status(status), count) for start, status, count in found]

    def clusters(self, wanted: Wanted, zoom: float) -> list[Cluster]:
        """Events by cells of the map that are some 56 pixels wide at a zoom, the fullest first."""
        cell = 360 / 2 ** max(zoom, 0) * CELL_PIXELS / TILE_PIXELS
        sql = (
            "SELECT avg(lon), avg(lat), count(*), count(DISTINCT geonameid), mode(place), mode(country) FROM events "
            "WHERE lon IS NOT NULL AND {where} GROUP BY floor(lon / ?), floor(lat / ?) ORDER BY 3 DESC, 5"
        )
        return [Cluster(*found) for found in self._ask(sql, wanted, after=[cell, cell])]

    def page(self, wanted: Wanted, limit: int = PAGE) -> list[Row]:
        """The first events in time order, those without a date last."""
        sql = (
            "SELECT article, event, headline, coalesce(edtf, ''), coalesce(place, ''), coalesce(country, ''), status, "
            "kind, who, said_by FROM events WHERE {where} ORDER BY earliest NULLS LAST, latest, article, start LIMIT ?"
        )
        return [
            Row(article, event, headline, edtf, place, country, Status(status), kind, tuple(who or ()), said_by)
            for article, event, headline, edtf, place, country, status, kind, who, said_by in self._ask(
                sql, wanted, after=[limit]
            )
        ]

    def countries(self) -> list[str]:
        """The countries events are placed in, the fullest first."""
        sql = "SELECT country FROM events WHERE country <> '' AND {where} GROUP BY 1 ORDER BY count(*) DESC, 1"
        return [found[0] for found in self._ask(sql, Wanted())]

    def _ask(
        self, sql: str, wanted: Wanted, before: Sequence[Any] = (), after: Sequence[Any] = ()
    ) -> list[tuple[Any, ...]]:
        where, values = condition(wanted)
        source = f"read_parquet('{self._files}')"
        asked = sql.format(where=where).replace("FROM events", f"FROM {source}")
        with self._lock:
            cursor = self._database.cursor()
        try:
            return list(cursor.execute(asked, [*before, *values, *after]).fetchall())
        finally:
            cursor.close()


def _newest(folder: Path) -> str:
    found = [part for part in [folder, *folder.glob("*")] if any((part / "events").glob("*.parquet"))]
    if not found:
        raise InputError(f"{folder} holds no events; give the --out folder of a batch with the tier events.")
    newest = max(found, key=lambda part: (part / "events").stat().st_mtime_ns)
    return f"{newest.as_posix()}/events/*.parquet".replace("'", "''")


def _unit(first: date, last: date) -> str:
    days = (last - first).days + 1
    return next((unit for unit, length in UNITS.items() if days / length <= MOST_BINS), "century")

"""What others have -> Timeline: CSV, GeoJSON, TimelineJS, and our own JSON and HTML pages back.

    read(content, "events.csv", columns={"headline": "Titel", "when": "Datum"})

What comes out is a Timeline like that of an article: shown, filtered, exported, added to others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from viz.engine.export import archive
from viz.engine.imports import geojson, spreadsheet, timelinejs
from viz.engine.imports.spreadsheet import Table
from viz.errors import InputError
from viz.model import Timeline
from viz.reading.text import BYTE_ORDER_MARKS, text_from_bytes

IMPORTS: Mapping[str, str] = {
    "csv": "a table with a header line",
    "geojson": "a FeatureCollection",
    "timelinejs": "TimelineJS JSON",
    "json": "a timeline that Dateline exported",
    "html": "a page that Dateline exported",
}
"""The formats that can be read, and what each is."""
_TABLES, _OBJECTS = (".csv", ".tsv"), (".json", ".geojson")
_MARK = '<script type="application/json" id="timeline">'
_INSIDE = re.compile(f"{_MARK}(.*?)</script>", re.DOTALL)


def read(content: bytes, name: str, *, form: str = "", columns: Mapping[str, str] | None = None) -> Timeline:
    """The timeline in a file called `name`; `form` is one of `IMPORTS`, "" to tell by looking.

    `columns` maps what an event is told by to the columns of a CSV (see `spreadsheet.NAMES`). Raises InputError saying
    what is wrong with the file.
    """
    if form and form not in IMPORTS:
        raise InputError(f"There is no import {form!r}; choose one of {', '.join(IMPORTS)}.")
    text = _text(content, name)
    form = form or _told_by_looking(text, name)
    if columns and form != "csv":
        raise InputError(f"Columns can be named for csv only, and {name} is {form}.")
    if form == "csv":
        return spreadsheet.read(text, columns=columns, source=PurePath(name).name)
    if form == "json":
        return archive.read(text)
    if form == "html":
        return archive.read(_inside(text, name))
    reader = geojson.read if form == "geojson" else timelinejs.read
    return reader(_object(text, name), source=PurePath(name).name)


def is_timeline(content: bytes, name: str) -> bool:
    """Whether a file is to be imported rather than read as an article: by its name, or as a page that we exported."""
    return PurePath(name.lower()).suffix in _TABLES + _OBJECTS or _MARK.encode() in content


def table_of(content: bytes, name: str) -> Table | None:
    """The columns of a file and what their names tell, for somebody to map; None when it is no table.

    Raises InputError as `read` does.
    """
    text = _text(content, name)
    return spreadsheet.look(text, source=PurePath(name).name) if _told_by_looking(text, name) == "csv" else None


def _text(content: bytes, name: str) -> str:
    """The text of a file; a table may be in the encodings that spreadsheets save in (Windows-1252, UTF-16)."""
    if b"\x00" in content and content[:2] not in BYTE_ORDER_MARKS:
        raise InputError(f"{name} is a binary file; save the table as CSV, in UTF-8.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if PurePath(name.lower()).suffix not in _TABLES:
            raise InputError(f"{name} is not UTF-8 text; save it as UTF-8.") from None
        text = text_from_bytes(content, name)
    if not text.strip():
        raise InputError(f"{name} is empty; give a file with at least one event.")
    return text


def _told_by_looking(text: str, name: str) -> str:
    suffix = PurePath(name.lower()).suffix
    if suffix in _TABLES:
        return "csv"
    if suffix not in _OBJECTS and text.lstrip()[:1] not in ("{", "["):
        return "html" if text.lstrip()[:15].lower().startswith("<!doctype html") else "csv"
    found = _object(text, name)
    if found.get("format") == archive.FORMAT:
        return "json"
    if "events" in found:
        return "timelinejs"
    if found.get("type") in ("FeatureCollection", "Feature"):
        return "geojson"
    raise InputError(f"{name} holds no GeoJSON features and no TimelineJS events; give a file of one of these.")


def _object(text: str, name: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not JSON ({error}).") from None
    if not isinstance(found, dict):
        raise InputError(f"{name} is JSON, but neither GeoJSON nor TimelineJS: it should be an object.")
    return found


def _inside(text: str, name: str) -> str:
    found = _INSIDE.search(text)
    if found is None:
        raise InputError(f"{name} is no page that Dateline exported; give one, or a CSV, GeoJSON or TimelineJS file.")
    return found.group(1)

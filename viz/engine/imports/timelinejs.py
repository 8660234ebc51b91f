"""TimelineJS JSON -> Timeline: a slide is an event. Its texts are HTML, of which the words are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from viz.engine.imports.assembling import Told, assembled
from viz.engine.imports.days import when_between, when_written
from viz.engine.imports.spreadsheet import one_of
from viz.errors import InputError
from viz.model import EventKind, Timeline, When

_TAG = re.compile(r"<[^<>]*>")
_ERAS = "The file's eras are not events and were left out: {names}."


def read(found: Mapping[str, Any], *, source: str = "") -> Timeline:
    """The slides as events. Raises InputError when it is no TimelineJS; slides know no places, so none has one."""
    slides = found.get("events")
    if not isinstance(slides, list) or not all(isinstance(one, dict) for one in slides):
        raise InputError(f"{source or 'This'} is no TimelineJS file; it should have a list of events.")
    heading = found.get("title")
    title = _words(_text(heading, "headline")) if isinstance(heading, dict) else ""
    given = found.get("eras")
    listed = given if isinstance(given, list) else []
    eras = [_words(_text(era, "headline")) or "untitled" for era in listed if isinstance(era, dict)]
    notes = [_ERAS.format(names=", ".join(eras))] if eras else []
    return assembled([_told(slide) for slide in slides], title=title or source, source=source, notes=notes)


def _told(slide: Mapping[str, Any]) -> Told:
    when = _when(slide)
    return Told(
        headline=_words(_text(slide, "headline")),
        text=_words(_text(slide, "text")),
        id=_words(str(slide.get("unique_id") or "")),
        when=when,
        undated="" if when else "Its date could not be read.",
        kind=one_of(EventKind, str(slide.get("group") or "")) or EventKind.OTHER,
    )


def _text(slide: Mapping[str, Any], part: str) -> str:
    text = slide.get("text")
    return str(text.get(part) or "") if isinstance(text, dict) else ""


def _words(markup: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", markup)).split())


def _when(slide: Mapping[str, Any]) -> When | None:
    """What `display_date` says when it is EDTF, as in our own files; else the days from start to end."""
    start, end = _iso(slide.get("start_date")), _iso(slide.get("end_date"))
    told = when_written(start)
    if told is None:
        return None
    shown = when_written(str(slide.get("display_date") or ""))
    if shown and (shown.earliest or shown.last_day) == told.earliest:
        return shown
    last = when_written(end)
    if last is None or end == start:
        return told
    return when_between(told.earliest, last.last_day)


def _iso(parts: Any) -> str:
    """As much of {year, month, day} as is told, as an ISO date; "" for none."""
    if not isinstance(parts, dict):
        return ""
    try:
        numbers = [int(str(parts[name])) for name in ("year", "month", "day") if str(parts.get(name) or "").strip()]
    except ValueError:
        return ""
    return "-".join(f"{number:0{4 if at == 0 else 2}}" for at, number in enumerate(numbers))



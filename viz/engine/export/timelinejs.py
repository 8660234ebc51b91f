"""TimelineJS JSON (Knight Lab): slides with start and end dates. Its texts are HTML, so every word is escaped."""

from __future__ import annotations

import html
import json
from datetime import date
from typing import Any

from viz.engine.export.parts import clean, description, first_day, last_day, left_out, name, told
from viz.model import Event, Granularity, Reading, Timeline, When


def write(timeline: Timeline) -> str:
    """A title slide and one slide per dated event; the title names what has no date."""
    slides = [_slide(reading, event, event.when) for reading, event in told(timeline) if event.when is not None]
    written = {"title": {"text": _title(timeline)}, "events": slides, "eras": []}
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _html(text: str) -> str:
    return html.escape(clean(text)).replace("\n", "<br>")


def _title(timeline: Timeline) -> dict[str, str]:
    titles = [reading.article.title for reading in timeline.readings if reading.article.title]
    missing = left_out(((reading, event) for reading, event in told(timeline) if event.when is None), "date")
    return {"headline": _html(" / ".join(titles) or "Dateline"), "text": _html(missing)}


def _slide(reading: Reading, event: Event, when: When) -> dict[str, Any]:
    first, last = first_day(when), last_day(when)
    slide = {
        "unique_id": _html(name(event)),
        "start_date": _date(first or last or date.min, when.granularity),
        "display_date": _html(when.edtf),
        "group": event.kind.value,
        "text": {"headline": _html(event.headline), "text": _html(description(reading, event))},
    }
    if first and last and slide["start_date"] != (end := _date(last, when.granularity)):
        slide["end_date"] = end
    return slide


def _date(day: date, granularity: Granularity) -> dict[str, int]:
    """As much of a date as is told: a month has no day, a year no month."""
    written = {"year": day.year, "month": day.month, "day": day.day}
    told_parts = {Granularity.MONTH: 2, Granularity.YEAR: 1}.get(granularity, 3)
    return dict(list(written.items())[:told_parts])

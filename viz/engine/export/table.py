"""The timeline as a plain table, in time order, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from viz.engine.export.parts import clean
from viz.engine.filters import in_time_order
from viz.model import Event, Reading, Timeline

COLUMNS = ("when", "what", "where", "who", "status", "source")
WIDEST = (24, 60, 24, 36, 12, 30)


def write(timeline: Timeline) -> str:
    """A heading and a table per article, then what could not be dated or placed and why."""
    return clean("\n\n".join(_reading(reading) for reading in timeline.readings)) + "\n"


def _reading(reading: Reading) -> str:
    parts = [_heading(reading), _table([_row(event) for event in in_time_order(reading.events)])]
    reasons = [f"- {event.headline}: {reason}" for event in reading.events for reason in _reasons(event)]
    alarms = [f"- {alarm.message}" for alarm in reading.alarms]
    for title, lines in (("Not dated or not placed", reasons), ("To question", alarms), ("Notes", list(reading.notes))):
        if lines:
            parts.append("\n".join([title, *lines]))
    return "\n\n".join(parts)


def _heading(reading: Reading) -> str:
    article = reading.article
    published = f"published {article.published}" if article.published else "publication date unknown"
    counts = f"{len(reading.events)} events, {len(reading.dates)} dates, {len(reading.places)} place names"
    return f"{article.title}\n{published}; {counts}"


def _reasons(event: Event) -> list[str]:
    return [reason for reason in (event.undated, event.unplaced) if reason]


def _row(event: Event) -> tuple[str, ...]:
    return (
        event.when.edtf if event.when else "-",
        event.headline,
        event.where.place.name if event.where else "-",
        ", ".join(participant.name for participant in event.who) or "-",
        event.status.value,
        event.source or "-",
    )


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return "No events were found."
    cut = [tuple(_cut(cell, width) for cell, width in zip(row, WIDEST, strict=True)) for row in (COLUMNS, *rows)]
    widths = [max(len(row[i]) for row in cut) for i in range(len(COLUMNS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cut]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _cut(cell: str, width: int) -> str:
    cell = " ".join(cell.split())
    return cell if len(cell) <= width else cell[: width - 3] + "..."

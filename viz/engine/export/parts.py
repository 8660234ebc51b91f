"""What every format needs: the days of an event, its place in words, and a description that loses nothing.

Formats differ in what they have a field for. Whatever has none (who says so, how sure, why this date) goes into the
description, so that no export drops it in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from viz.model import AREAS, Event, Reading, Timeline, When

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def told(timeline: Timeline) -> Iterator[tuple[Reading, Event]]:
    """Every event with the reading it comes from, in the order of the text."""
    for reading in timeline.readings:
        for event in reading.events:
            yield reading, event


def clean(text: str) -> str:
    """The text without what XML, calendars and spreadsheets refuse: each such character becomes U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def name(event: Event) -> str:
    """A name no other event of any article has."""
    return f"{event.article_id}-{event.id}"


def sentence(reading: Reading, event: Event) -> str:
    """The sentence that tells the event, on one line."""
    return clean(" ".join(reading.article.text[slice(*event.span)].split()))


def first_day(when: When | None) -> date | None:
    """The first day, None when the start is open or unknown."""
    return when.earliest if when else None


def last_day(when: When | None) -> date | None:
    """The last day (not the day after), None when the end is open or unknown."""
    return when.last_day if when else None


def iso(day: date | None) -> str:
    """YYYY-MM-DD, "" for none."""
    return day.isoformat() if day else ""


def description(reading: Reading, event: Event) -> str:
    """All that is known about an event as plain lines, for the one free field a format has."""
    article = reading.article
    lines = [
        sentence(reading, event),
        _line("When", _when(event)),
        _line("Where", _where(event)),
        _line("Who", ", ".join(participant.name for participant in event.who)),
        _line("Status", " - ".join(part for part in (event.status.value, event.status_why) if part)),
        _line("According to", event.source),
        _line("Said", event.said.edtf if event.said else ""),
        _line("Kind", event.kind.value),
        _line("Confidence", f"{event.confidence:.2f}"),
        _line("Article", ", ".join(part for part in (article.title, article.source, iso(article.published)) if part)),
    ]
    return clean("\n".join(line for line in lines if line))


def _line(label: str, value: str) -> str:
    return f"{label}: {value}" if value else ""


def _when(event: Event) -> str:
    when = event.when
    if when is None:
        return f"not known - {event.undated}"
    return f"{when.edtf} ({when.basis.value}){' - ' + when.why if when.why else ''}"


def _where(event: Event) -> str:
    where = event.where
    if where is None:
        return f"not known - {event.unplaced}"
    place = where.place
    is_area = place.kind in AREAS and place.lat is not None
    area = f"; the point stands for the whole {place.kind.value}" if is_area else ""
    told_of = f"{place.name}, {place.country or 'no country'} ({where.basis.value}{area})"
    return f"{told_of} - {where.why}" if where.why else told_of


def left_out(events: Iterator[tuple[Reading, Event]], lack: str) -> str:
    """A sentence naming the events a format has no room for, "" when there are none."""
    headlines = [clean(event.headline) for _, event in events]
    return f"Left out for want of a {lack}: {'; '.join(headlines)}." if headlines else ""

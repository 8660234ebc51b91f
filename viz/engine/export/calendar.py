"""iCalendar (RFC 5545): one all-day entry per dated event. `DTEND` is exclusive, as our intervals are."""

from __future__ import annotations

from datetime import date, timedelta

from viz.engine.export.parts import clean, description, left_out, name, told
from viz.model import Event, Reading, Status, Timeline, When

_STATUS = {Status.HAPPENED: "CONFIRMED", Status.DENIED: "CANCELLED"}
_WIDEST = 75


def write(timeline: Timeline) -> str:
    """A VCALENDAR; what has no date is named in the calendar's description."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(_title(timeline))}")
    if missing := left_out(((reading, event) for reading, event in told(timeline) if event.when is None), "date"):
        lines.append(f"X-WR-CALDESC:{_escaped(missing)}")
    for reading, event in told(timeline):
        if event.when is not None:
            lines += _entry(reading, event, event.when)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines)


def _title(timeline: Timeline) -> str:
    titles = [reading.article.title for reading in timeline.readings if reading.article.title]
    return titles[0] if len(titles) == 1 else "Dateline"


def _entry(reading: Reading, event: Event, when: When) -> list[str]:
    start, end = _days(when)
    stamp = reading.article.published or date(1970, 1, 1)  # a fixed stamp keeps the same events the same file
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(name(event))}@dateline",
        f"DTSTAMP:{_basic(stamp)}T000000Z",
        f"DTSTART;VALUE=DATE:{_basic(start)}",
        *([f"DTEND;VALUE=DATE:{_basic(end)}"] if end else []),
        f"SUMMARY:{_escaped(event.headline)}",
        f"DESCRIPTION:{_escaped(description(reading, event))}",
        f"STATUS:{_STATUS.get(event.status, 'TENTATIVE')}",
        f"CATEGORIES:{_escaped(event.kind.value)}",
        "TRANSP:TRANSPARENT",
    ]
    if event.where:
        place = event.where.place
        lines.append(f"LOCATION:{_escaped(place.name)}")
        if place.lat is not None:
            lines.append(f"GEO:{place.lat:.6f};{place.lon:.6f}")
    return [*lines, "END:VEVENT"]


def _days(when: When) -> tuple[date, date | None]:
    """First day and the day after the last. An open side shrinks to the day that is known; the description tells it."""
    if when.earliest:
        return when.earliest, when.latest
    if when.latest is None:  # no event says so little, but the type allows it
        return date.min, None
    return when.latest - timedelta(1), when.latest


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    text = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> str:
    """Lines of at most 75 octets, no character cut in two; a continuation starts with a space."""
    parts: list[str] = []
    current: list[str] = []
    size = 0
    for character in line:
        width = len(character.encode())
        if size + width > _WIDEST:
            parts.append("".join(current))
            current, size = [" "], 1
        current.append(character)
        size += width
    return "\r\n".join([*parts, "".join(current)]) + "\r\n"

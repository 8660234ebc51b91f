"""The timeline as an SVG picture, laid out as on the screen: bars for stretches, marks by status, labels."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree.ElementTree import Element, SubElement

from viz.charts.lanes import Extent, Mark, extent_of, laid_out
from viz.charts.theme import LIGHT
from viz.charts.words import MONTHS, say_day, say_when, say_where
from viz.engine.filters import Clock
from viz.errors import InputError
from viz.formats.svg import HEAD, MARGIN, WIDTH, mark, number, sheet, text, written
from viz.model import Event, Status, Timeline

MOST_EVENTS = 2_000
LANE, AXIS, LABEL_HALF = 22, 34, 24  # pixels
MOST_TICKS = 9
_DAYS, _MONTHS, _YEARS = (1, 2, 7, 14), (1, 2, 3, 6), (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def write(timeline: Timeline) -> str:
    """The picture. What has no date is counted below. Raises InputError for more events than a picture can show."""
    events = timeline.events
    if len(events) > MOST_EVENTS:
        many = f"{len(events):,}"
        raise InputError(f"A picture shows {MOST_EVENTS:,} events, and this timeline has {many}; filter it first.")
    days = {reading.article.published for reading in timeline.readings}
    published = days.pop() if len(days) == 1 else None
    extent = extent_of(events, Clock.HAPPENED, published)
    marks = laid_out(events, Clock.HAPPENED, extent)
    lanes = max((one.lane for one in marks), default=0) + 1
    bottom = HEAD + lanes * LANE + 18
    root = sheet(timeline, bottom - HEAD + AXIS + 18, "Timeline")
    _axis(root, extent, bottom)
    if published and extent.first <= published.toordinal() < extent.last:
        _publication(root, extent, published, bottom)
    for one in marks:
        _draw(root, one, extent)
    _legend(root, events, bottom + AXIS + 4)
    return written(root)


def _x(day: float, extent: Extent) -> float:
    return MARGIN + (day - extent.first) / extent.days * (WIDTH - 2 * MARGIN)


def _draw(root: Element, one: Mark, extent: Extent) -> None:
    y = HEAD + one.lane * LANE + LANE / 2 + 10
    hue = LIGHT.statuses[one.event.status]
    if one.has_bar:
        left, right = _x(one.start, extent), _x(one.end, extent)
        bar = SubElement(root, "rect", x=number(left), y=number(y - 6), width=number(right - left), height="12")
        bar.attrib |= {"fill": hue, "opacity": "0.2" if one.when.is_open else "0.34"}
    x = _x(one.at, extent)
    told = f"{one.event.headline}: {say_when(one.when)}, {say_where(one.event)}, {one.event.status.value}"
    mark(root, x, y, one.event.status, told)
    side, anchor = (-10, "end") if one.label_left else (10, "start")
    text(root, x + side, y + 4, one.label, anchor=anchor, halo=LIGHT.panel)


def _axis(root: Element, extent: Extent, bottom: float) -> None:
    line = SubElement(root, "path", d=f"M{MARGIN} {number(bottom)}H{WIDTH - MARGIN}", stroke=LIGHT.muted)
    line.set("fill", "none")
    for day, label in _ticks(extent):
        x = _x(day.toordinal(), extent)
        if not MARGIN + LABEL_HALF < x < WIDTH - MARGIN - LABEL_HALF:
            continue
        SubElement(root, "path", d=f"M{number(x)} {HEAD}V{number(bottom + 5)}", stroke=LIGHT.rule)
        text(root, x, bottom + 19, label, size=12, colour=LIGHT.muted, anchor="middle")


def _ticks(extent: Extent) -> list[tuple[date, str]]:
    """First days of the finest equal steps of which no more than `MOST_TICKS` fit: days, months or years."""
    first, last = (date.fromordinal(int(min(max(end, 1), date.max.toordinal()))) for end in (extent.first, extent.last))
    for step in _DAYS:
        if extent.days / step <= MOST_TICKS:
            found = [first + timedelta(days) for days in range(1, (last - first).days, step)]
            return [(day, f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}") for day in found]
    for step in _MONTHS:
        if extent.days / (30.4 * step) <= MOST_TICKS:
            months = range(first.year * 12 + first.month, last.year * 12 + last.month)
            found = [date(month // 12, month % 12 + 1, 1) for month in months if month % 12 % step == 0]
            return [(day, f"{MONTHS[day.month - 1][:3]} {day.year}") for day in found]
    step = next((step for step in _YEARS if extent.days / (365.2 * step) <= MOST_TICKS), _YEARS[-1])
    return [(date(year, 1, 1), str(year)) for year in range(first.year + 1, last.year + 1) if year % step == 0]


def _publication(root: Element, extent: Extent, published: date, bottom: float) -> None:
    x = _x(published.toordinal() + 0.5, extent)
    line = SubElement(root, "path", d=f"M{number(x)} {HEAD}V{number(bottom)}", stroke=LIGHT.muted)
    line.set("stroke-dasharray", "2 3")
    words = f"published {say_day(published)}"
    text(root, x, HEAD - 1, words, size=11, colour=LIGHT.muted, anchor="middle", halo=LIGHT.panel)


def _legend(root: Element, events: tuple[Event, ...], y: float) -> None:
    x: float = MARGIN + 6
    for status in Status:
        count = sum(event.status is status for event in events)
        if count:
            mark(root, x, y, status, status.value)
            words = f"{status.value} {count}"
            text(root, x + 11, y + 4, words, size=12, colour=LIGHT.muted)
            x += 34 + len(words) * 6.5
    undated = sum(event.when is None for event in events)
    if undated:
        text(root, WIDTH - MARGIN, y + 4, f"{undated} without a date", size=12, colour=LIGHT.muted, anchor="end")

"""Where each event lies on the timeline: its stretch of time, its lane, and how much of it is drawn.

Everything is counted in days since 1 January of year 1 (`date.toordinal`), so that nothing here depends on the figure.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from viz.charts.words import cut
from viz.engine.filters import Clock, time_of
from viz.model import Event, When

PIXELS = 820  # a usual width of the pane; only proportions follow from it
LETTER_PIXELS = 6.4
MARK_PIXELS = 16
LABEL_LETTERS = 34
LABELLED = 40  # more events than these are told apart by hovering and selecting, not by reading labels
FADE_SHARE = 0.10  # an open end fades out over this share of the axis
BAR_SHARE = 0.012  # the least width of a bar, or nobody could hit it
SHORTEST_DAYS = 14.0
BEFORE, AFTER = 0.56, 0.60  # of the length, from the middle to either end of the axis
FEW_IN, MOST_OUTSIDE = 8, 5  # one event in eight may lie outside the first view, and no more than five
FAR_LENGTHS, FAR_DAYS = 8, 366  # of the events: a publication date further off than both would press them together


@dataclass(frozen=True, slots=True)
class Extent:
    """The days the axis shows, `[first, last]` as ordinals."""

    first: float
    last: float

    @property
    def days(self) -> float:
        """How long it is."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Mark:
    """One event laid out. `start` and `end` bound its bar; `at` is where its mark stands."""

    event: Event
    when: When
    start: float
    end: float
    at: float
    lane: int
    label: str
    label_left: bool  # towards the past, when there is no room on the other side

    @property
    def has_bar(self) -> bool:
        """Whether it is longer than the mark itself would show."""
        return self.when.is_open or self.end - self.start > 1.0


def extent_of(events: Sequence[Event], clock: Clock, published: date | None) -> Extent:
    """The days that show every event, with some air on both sides; and the publication date, unless it is far off."""
    whens = [when for event in events if (when := time_of(event, clock))]
    days = [day.toordinal() for when in whens for day in (when.earliest, when.latest) if day]
    if published:
        far = max(FAR_LENGTHS * (max(days) - min(days)), FAR_DAYS) if days else 0
        days += [day for day in [published.toordinal()] if not days or min(days) - far <= day <= max(days) + far]
    days = days or [date.today().toordinal()]
    first, last = float(min(days)), float(max(days) + 1)
    middle, length = (first + last) / 2, max(last - first, SHORTEST_DAYS)
    return Extent(middle - length * BEFORE, middle + length * AFTER)


def first_view(events: Sequence[Event], clock: Clock, published: date | None) -> Extent:
    """The extent without the few first or last events that alone make it many times as long."""
    whole = extent_of(events, clock, published)
    timed = sorted((event for event in events if time_of(event, clock)), key=lambda event: _middle(event, clock, whole))
    for few in range(1, min(len(timed) // FEW_IN, MOST_OUTSIDE) + 1):
        kept = [timed[early : len(timed) - few + early] for early in range(few + 1)]
        shortest = min((extent_of(some, clock, published) for some in kept), key=lambda extent: extent.days)
        if shortest.days * FAR_LENGTHS <= whole.days:
            return shortest
    return whole


def _middle(event: Event, clock: Clock, extent: Extent) -> float:
    when = time_of(event, clock)
    return sum(_stretch(when, extent)) / 2 if when else 0.0


def laid_out(events: Sequence[Event], clock: Clock, extent: Extent) -> list[Mark]:
    """Every event with a time on this clock, each in the first lane where neither bar nor label is in the way."""
    labelled = len(events) <= LABELLED
    timed = [(when, event) for event in events if (when := time_of(event, clock)) is not None]
    stretches = [(*_stretch(when, extent), when, event) for when, event in timed]
    stretches.sort(key=lambda stretch: (stretch[0], stretch[1], stretch[3].span))
    busy: list[tuple[float, int]] = []  # lanes in use: (until when, number)
    free: list[int] = []
    marks = []
    for start, end, when, event in stretches:
        label = cut(event.headline, LABEL_LETTERS) if labelled else ""
        at = _place_of_mark(when, start, end)
        width = _days(MARK_PIXELS + len(label) * LETTER_PIXELS, extent)
        left = at + width > extent.last
        while busy and busy[0][0] <= min(start, at - (width if left else _days(MARK_PIXELS, extent) / 2)):
            heapq.heappush(free, heapq.heappop(busy)[1])
        lane = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (max(end, at + (_days(MARK_PIXELS, extent) if left else width)), lane))
        marks.append(Mark(event, when, start, end, at, lane, label, left))
    return marks


def _stretch(when: When, extent: Extent) -> tuple[float, float]:
    fade = extent.days * FADE_SHARE
    start = float(when.earliest.toordinal()) if when.earliest else None
    end = float(when.latest.toordinal()) if when.latest else None
    if start is None:
        return (extent.first, extent.last) if end is None else (end - fade, end)
    if end is None:
        return start, start + fade
    missing = max(0.0, extent.days * BAR_SHARE - (end - start)) if end - start > 1.0 else 0.0
    return start - missing / 2, end + missing / 2


def _place_of_mark(when: When, start: float, end: float) -> float:
    if when.earliest is None and when.latest is not None:
        return end - 0.5
    if when.latest is None and when.earliest is not None:
        return start + 0.5
    return (start + end) / 2


def _days(pixels: float, extent: Extent) -> float:
    return pixels / PIXELS * extent.days

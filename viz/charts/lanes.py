"""Where each event lies on the timeline: its stretch of time, its lane, and how much of it is drawn.

Everything is counted in days since 1 January of year 1 (`date.toordinal`), so that nothing here depends on the figure.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from viz.charts.words import cut
from viz.engine.filters import Clock, time_of
from viz.model import Event, When

PIXELS = 820  # a usual width of the pane; only proportions follow from it
LETTER_PIXELS = 6.4
USUAL_LETTER_PIXELS = 5.8  # in a line of many
MARK_PIXELS = 16
LABEL_LETTERS = 34  # for which there is room whatever stands in the lane
LONGEST_LABEL = 84  # letters, where nothing else stands there
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
    ends: dict[int, float] = {}
    marks = []
    for start, end, when, event in stretches:
        label = cut(event.headline, LABEL_LETTERS) if labelled else ""
        at = _place_of_mark(when, start, end)
        width = _days(MARK_PIXELS + len(label) * LETTER_PIXELS, extent)
        left = at + width > extent.last
        begin = min(start, at - (width if left else _days(MARK_PIXELS, extent) / 2))
        while busy and busy[0][0] <= begin:
            heapq.heappush(free, heapq.heappop(busy)[1])
        lane = _free_lane(free, ends, begin)
        ends[lane] = max(end, at + (_days(MARK_PIXELS, extent) if left else width))
        heapq.heappush(busy, (ends[lane], lane))
        marks.append(Mark(event, when, start, end, at, lane, label, left))
    return _widened(marks, extent) if labelled else marks


def _free_lane(free: list[int], ends: Mapping[int, float], begin: float) -> int:
    """The first lane that is free from `begin` on, taken from the heap; one set free for an event before may not be,
    where a label reaches back."""
    passed = []
    while free and ends[free[0]] > begin:
        passed.append(heapq.heappop(free))
    lane = heapq.heappop(free) if free else len(ends)
    for other in passed:
        heapq.heappush(free, other)
    return lane


def _widened(marks: Sequence[Mark], extent: Extent) -> list[Mark]:
    """The marks with labels as long as their lanes leave room for, from the first to the last."""
    found, ends = [], dict[int, float]()  # until when each lane is taken
    starts = {mark.lane: extent.last for mark in marks}
    limits: list[float] = []
    for mark in reversed(marks):
        limits.append(starts[mark.lane])
        starts[mark.lane] = min(mark.start, mark.at - (_width(mark, extent) if mark.label_left else 0.0))
    for mark, limit in zip(marks, reversed(limits), strict=True):
        room = mark.at - ends.get(mark.lane, extent.first) if mark.label_left else limit - mark.at
        letters = int((room / extent.days * PIXELS - MARK_PIXELS) / USUAL_LETTER_PIXELS)
        label = cut(mark.event.headline, min(max(LABEL_LETTERS, letters), LONGEST_LABEL))
        found.append(replace(mark, label=label))
        ends[mark.lane] = max(mark.end, mark.at + (0.0 if mark.label_left else _width(found[-1], extent)))
    return found


def _width(mark: Mark, extent: Extent) -> float:
    return _days(MARK_PIXELS + len(mark.label) * LETTER_PIXELS, extent)


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

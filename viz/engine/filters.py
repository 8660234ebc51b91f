"""Which events of a reading a person wants to see.

    matching(events, Filter(start=date(2017, 8, 1), end=date(2017, 9, 1)))

A date range keeps every event whose interval overlaps it. One with an open end may or may not lie inside:
`is_possible` tells those, so that the screen can mark them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from viz.model import Event, EventKind, Status, When
from viz.parsers.places.gazetteer import default_gazetteer


class Clock(StrEnum):
    """The two clocks of a report: when it happened, and when somebody said so."""

    HAPPENED = "happened"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep; an empty field keeps everything. Days are half-open, `[start, end)`."""

    start: date | None = None
    end: date | None = None
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    kinds: tuple[EventKind, ...] = ()
    words: str = ""
    clock: Clock = Clock.HAPPENED

    @property
    def has_range(self) -> bool:
        """Whether it asks for dates at all."""
        return self.start is not None or self.end is not None


def time_of(event: Event, clock: Clock) -> When | None:
    """The time of an event by one of the two clocks."""
    return event.when if clock is Clock.HAPPENED else event.said


def in_time_order(events: Iterable[Event], clock: Clock = Clock.HAPPENED) -> list[Event]:
    """Earliest first; what has only an end stands at its end; the undated come last, in the order of the text."""
    return sorted(events, key=lambda event: (*_moment(time_of(event, clock)), event.trigger))


def _moment(when: When | None) -> tuple[bool, date]:
    day = sorting_day(when)
    return day is None, day or date.max


def sorting_day(when: When | None) -> date | None:
    """The day a time is sorted by: its first, its last where only that is known; None without any."""
    return (when.earliest or when.last_day) if when else None


def matching(events: Iterable[Event], wanted: Filter) -> tuple[Event, ...]:
    """The events that pass every part of the filter, in their own order."""
    return tuple(event for event in events if _in_range(event, wanted) and matches_but_for_dates(event, wanted))


def is_possible(event: Event, wanted: Filter) -> bool:
    """Whether an event passes the date range only because one end of it is open."""
    when = time_of(event, wanted.clock)
    return wanted.has_range and when is not None and when.is_open and when.overlaps(wanted.start, wanted.end)


def places_of(event: Event) -> tuple[str, ...]:
    """The names by which its place is found: its own, and that of the country it lies in."""
    if event.where is None:
        return ()
    country = default_gazetteer().country(event.where.place.country)
    return tuple(dict.fromkeys([event.where.place.name, *([country.name] if country else [])]))


def matches_but_for_dates(event: Event, wanted: Filter) -> bool:
    """Everything but the date range: what the list of undated events goes by."""
    return (
        (not wanted.places or any(place in wanted.places for place in places_of(event)))
        and (not wanted.participants or any(one.name in wanted.participants for one in event.who))
        and (not wanted.statuses or event.status in wanted.statuses)
        and (not wanted.kinds or event.kind in wanted.kinds)
        and _has_words(event, wanted.words)
    )


def _in_range(event: Event, wanted: Filter) -> bool:
    if not wanted.has_range:
        return True
    when = time_of(event, wanted.clock)
    return when is not None and when.overlaps(wanted.start, wanted.end)


def _has_words(event: Event, words: str) -> bool:
    place = event.where.place.name if event.where else ""
    told = " ".join([event.headline, place, event.source, *(one.name for one in event.who)]).casefold()
    return all(word in told for word in words.casefold().split())

"""What the linked view is given: one plain dictionary per rerun, made by pure functions.

The browser shows every string of it with `textContent`; nothing here is markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from viz.charts.theme import LIGHT, SHAPES, Theme, css_variables
from viz.charts.words import say_place, say_when, say_where
from viz.engine.filters import Clock, Filter, in_time_order, is_possible, sorting_day, time_of
from viz.model import AREAS, Basis, DateMention, Event, PlaceMention, Reading, Status, When, Where

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader has asked for: the events left by the filter, and how to draw them."""

    events: tuple[Event, ...]
    wanted: Filter
    selected: str
    clock: Clock
    mode: str
    sort: str
    complete: bool = True
    editable: bool = False
    """Whether a pin can be moved on the map."""
    library: bool = False
    """Whether there is a library to search for what lies on the map."""


def contents(
    reading: Reading, shown: Shown, theme: Theme, timeline: str, places: str, paper: str = ""
) -> Record:
    """Everything the component draws. `timeline` and `places` are the two figures as JSON.

    `paper` is the timeline in the light of paper, "" where the screen has that light already.
    """
    order = {event.id: rank for rank, event in enumerate(in_time_order(shown.events, shown.clock))}
    return {
        "article": _article(reading),
        "events": [_event(event, order[event.id], shown) for event in shown.events],
        "tray": _tray(reading),
        "legend": _legend(shown.events, theme),
        "timeline": timeline,
        "map": places,
        "paper": {"timeline": paper, "accent": LIGHT.accent} if paper else None,
        "selected": shown.selected,
        "clock": shown.clock.value,
        "mode": shown.mode,
        "sort": shown.sort,
        "filtered": shown.wanted != Filter(clock=shown.clock),
        "complete": shown.complete,
        "editable": shown.editable,
        "library": shown.library,
        "total": len(reading.events),
        "dark": theme.is_dark,
        "variables": css_variables(theme),
    }


def _moment(when: When | None) -> str:
    day = sorting_day(when)
    return day.isoformat() if day else "9999-99-99"  # after every date there is


def _article(reading: Reading) -> Record:
    places = [mention for mention in reading.places if not mention.demonym]
    return {
        "id": reading.article.id,
        "title": reading.article.title,
        "text": reading.article.text,
        "marks": [*map(_date_mark, reading.dates), *map(_place_mark, places)],
    }


def _date_mark(mention: DateMention) -> Record:
    value = f"{say_when(mention.when)}. " if mention.when else ""
    return {"kind": "date", "start": mention.start, "end": mention.end, "title": (value + mention.why).strip()}


def _place_mark(mention: PlaceMention) -> Record:
    name = f"{say_place(mention.where.place)}, {mention.role.value}" if mention.where else "not found on the map"
    return {"kind": "place", "start": mention.start, "end": mention.end, "title": name}


def _event(event: Event, order: int, shown: Shown) -> Record:
    return {
        "id": event.id,
        "headline": event.headline,
        "span": event.span,
        "trigger": event.trigger,
        "also": event.also,
        "order": order,
        "possible": is_possible(event, shown.wanted),
        "status": event.status.value,
        "statusWhy": event.status_why,
        "shape": SHAPES[event.status],
        "kind": event.kind.value,
        "who": [participant.name for participant in event.who],
        "source": event.source,
        "when": _when(event.when, event.undated),
        "said": _when(event.said, ""),
        "where": _where(event.where, event.unplaced),
        "sortWhen": _moment(time_of(event, shown.clock)),
    }


def _when(when: When | None, missing: str) -> Record:
    if when is None:
        return {"text": say_when(None), "why": missing, "basis": "", "edtf": "", "others": []}
    others = [{"text": say_when(other), "why": other.why} for other in when.alternatives]
    return {"text": say_when(when), "why": when.why, "basis": when.basis.value, "edtf": when.edtf, "others": others}


def _where(where: Where | None, missing: str) -> Record:
    if where is None:
        return {"text": "no place", "why": missing, "basis": "", "others": [], "at": None}
    place = where.place
    others = [
        {"text": f"{say_place(one)}, {one.kind.value}", "why": _described(one.kind.value, one.population)}
        for one in where.alternatives
    ]
    at = None if place.lat is None else {"lat": place.lat, "lon": place.lon, "area": place.kind in AREAS}
    return {
        "text": say_place(place),
        "why": where.why,
        "basis": where.basis.value if where.basis is not Basis.UNKNOWN else "",
        "others": others,
        "at": at,
    }


def _described(kind: str, population: int) -> str:
    return f"{kind}, {population:,} people" if population else kind


def _tray(reading: Reading) -> Record:
    return {
        "undated": [_left_out(event, event.undated) for event in reading.events if event.when is None],
        "unplaced": [_left_out(event, event.unplaced) for event in reading.events if event.where is None],
        "alarms": [{"message": alarm.message, "events": alarm.events} for alarm in reading.alarms],
        "notes": list(reading.notes),
    }


def _left_out(event: Event, reason: str) -> Record:
    return {"id": event.id, "headline": event.headline, "why": reason, "where": say_where(event)}


def _legend(events: Sequence[Event], theme: Theme) -> list[Record]:
    counts = {status: sum(event.status is status for event in events) for status in Status}
    return [
        {"status": status.value, "shape": SHAPES[status], "colour": theme.statuses[status], "count": counts[status]}
        for status in Status
    ]

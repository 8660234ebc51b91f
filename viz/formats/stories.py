"""What the page that is one file is given: what the linked view of each article is given in the app, in both lights and
by both clocks, and the facts its filters go by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from viz.atlas.component import BASEMAP_URL
from viz.atlas.contents import Shown, contents
from viz.charts.lanes import AFTER, BEFORE, FAR_DAYS, FAR_LENGTHS, SHORTEST_DAYS
from viz.charts.map import GLYPHS, HOVERED, PIN, map_figure
from viz.charts.theme import DARK, LIGHT, SHAPES, Theme, css_variables
from viz.charts.timeline import timeline_figure
from viz.charts.words import cut, plain, say_day, say_when
from viz.engine.filters import Clock, Filter, in_time_order, places_of, time_of
from viz.model import Event, EventKind, Reading, Status, When

Record = dict[str, Any]
LIGHTS = (LIGHT, DARK)


def story(reading: Reading) -> Record:
    """One article: contents, facts of each event, what the filters offer, and its figures."""
    shown = Shown(reading.events, Filter(), "", Clock.HAPPENED, "browse", "")
    return {
        "contents": contents(reading, shown, LIGHT, "", ""),
        "about": _about(reading),
        "published": _iso(reading.article.published),
        "counts": _counted(len(reading.events), "event"),
        "facts": {event.id: _facts(event) | {"ranks": ranks} for event, ranks in _ranked(reading.events)},
        "offered": _offered(reading.events),
        "timeline": {theme.name: _timelines(reading, theme) for theme in LIGHTS},
        "map": {theme.name: _map(reading, theme) for theme in LIGHTS},
    }


def themes() -> Record:
    """Both lights: the variables of the style sheets, the legend, and the hues of the map."""
    return {
        theme.name: {
            "variables": css_variables(theme),
            "legend": [{"status": one.value, "shape": SHAPES[one], "colour": theme.statuses[one]} for one in Status],
            "hues": {one.value: theme.statuses[one] for one in Status},
            "palette": [*theme.statuses.values(), theme.muted, theme.accent],
            "muted": theme.muted,
        }
        for theme in LIGHTS
    }


def look() -> Record:
    """How the map marks a place and how far the timeline reaches, as in `viz/charts`, and what addresses may ask."""
    return {
        "pin": PIN,
        "hovered": HOVERED,
        "extent": {
            "shortest": SHORTEST_DAYS,
            "before": BEFORE,
            "after": AFTER,
            "lengths": FAR_LENGTHS,
            "least": FAR_DAYS,
        },
        "glyphs": {status.value: glyph for status, glyph in GLYPHS.items()},
        "known": {"statuses": [status.value for status in Status], "kinds": [kind.value for kind in EventKind]},
    }


def shape_files(stories: Iterable[Record], folder: Path) -> list[Path]:
    """The files of shapes that some figure fills areas from."""
    named = re.escape(BASEMAP_URL) + r"([\w/-]+\.json)"
    asked = {name for one in stories for name in re.findall(named, json.dumps(one["map"]))}
    return [folder / name for name in sorted(asked)]


def _about(reading: Reading) -> str:
    article = reading.article
    published = f"published {say_day(article.published)}" if article.published else "publication date unknown"
    return ", ".join(part for part in (article.source, published) if part)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _facts(event: Event) -> Record:
    place = event.where.place.name if event.where else ""
    return {
        "places": places_of(event),
        "told": " ".join([event.headline, place, event.source, *(one.name for one in event.who)]),
        "line": f"{plain(cut(event.headline, 60))}, {say_when(event.when)}",
        "times": {clock.value: _days(time_of(event, clock)) for clock in Clock},
    }


def _days(when: When | None) -> list[str | None] | None:
    return [_iso(when.earliest), _iso(when.latest)] if when else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _ranked(events: tuple[Event, ...]) -> list[tuple[Event, Record]]:
    """Each event with its place in the order of either clock, and what the table sorts it by."""
    ranks: dict[str, Record] = {event.id: {} for event in events}
    for clock in Clock:
        for rank, event in enumerate(in_time_order(events, clock)):
            when = time_of(event, clock)
            day = (when.earliest or when.latest) if when else None
            ranks[event.id][clock.value] = {"order": rank, "sortWhen": _iso(day) or "9999-99-99"}
    return [(event, ranks[event.id]) for event in events]


def _offered(events: tuple[Event, ...]) -> Record:
    whens = [when for event in events for when in (event.when, event.said) if when]
    days = sorted(day for when in whens for day in (when.earliest, when.latest) if day)
    kinds, statuses = {event.kind for event in events}, {event.status for event in events}
    return {
        "places": _names(place for event in events for place in places_of(event)),
        "who": _names(one.name for event in events for one in event.who),
        "kinds": [kind.value for kind in EventKind if kind in kinds],
        "statuses": [status.value for status in Status if status in statuses],
        "first": _iso(days[0]) if days else None,
        "last": _iso(days[-1]) if days else None,
    }


def _names(names: Iterable[str]) -> list[str]:
    return sorted(set(names), key=str.casefold)


def _timelines(reading: Reading, theme: Theme) -> Record:
    published = reading.article.published
    drawn = {clock: timeline_figure(reading.events, clock=clock, theme=theme, published=published) for clock in Clock}
    return {clock.value: json.loads(figure.to_json()) for clock, figure in drawn.items()}


def _map(reading: Reading, theme: Theme) -> Record:
    written: Record = json.loads(map_figure(reading.events, theme=theme, base_url=BASEMAP_URL).to_json())
    return written

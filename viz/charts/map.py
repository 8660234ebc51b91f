"""Events -> the figure of the map.

    map_figure(events, selected="", theme=LIGHT, base_url="app/static/basemap/")

Places that have a point are pins; countries, divisions, seas and lakes are filled areas with a count, never a pin in
their middle; an area whose shape the base map lacks is a soft disc. Several events at one place are one mark, and
`customdata` holds all their ids. Nothing is read but the index of shapes; shapes themselves are fetched by the browser
from `base_url`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from viz.charts.areas import Area, area_of
from viz.charts.mapstyle import FILL_BELOW, WATER_BELOW, map_style
from viz.charts.mapview import centre_and_zoom, frame, unrolled
from viz.charts.theme import SANS, Theme, faded
from viz.charts.words import cut, plain, say_place, say_when
from viz.model import AREAS, Box, Event, Place, Status

GLYPHS = {Status.HAPPENED: "", Status.PLANNED: "▲", Status.REPORTED: "◆", Status.DENIED: "✕", Status.HYPOTHETICAL: "□"}
"""What a pin of a single event carries, so that its status is not told by hue alone."""
HOVERED = 6  # headlines a tooltip lists
PIN, SOFT = 16, 44  # pixels across
AREA_AWAY, PIN_AWAY = 30, 85  # hundredths of its height, beyond one and a half, that a name stands from its place


@dataclass(frozen=True, slots=True)
class Spot:
    """One place and all events there. `area` is set for a place with an extent."""

    place: Place
    area: Area | None
    events: tuple[Event, ...]

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude of its mark or label."""
        if self.area:
            return self.area.at
        return None if self.place.lon is None or self.place.lat is None else (self.place.lon, self.place.lat)

    @property
    def box(self) -> Box:
        """The ground it covers: the extent of an area, the point of anything else."""
        lon, lat = self.point or (0.0, 0.0)
        return self.area.box if self.area else (lon, lat, lon, lat)

    @property
    def ids(self) -> list[str]:
        """The ids of its events, in the order of the text."""
        return [event.id for event in self.events]


def map_figure(
    events: Sequence[Event],
    *,
    selected: str = "",
    theme: Theme,
    base_url: str,
    around: Sequence[Event] | None = None,
) -> go.Figure:
    """The map of some events, one of them selected.

    `around` are the events the first view is fitted to, those given unless a filter should not move the map. A view
    the reader has moved stays as it is for as long as the articles are the same.
    """
    whole = events if around is None else around
    fitted = frame([spot.box for spot in spots(whole)])
    found = spots(events)
    areas = [spot for spot in found if spot.area and spot.area.shapes]
    soft = [spot for spot in found if not (spot.area and spot.area.shapes) and (spot.area or spot.place.kind in AREAS)]
    pins = [spot for spot in found if not spot.area and spot.place.kind not in AREAS]
    figure = go.Figure(layout=_layout(theme, base_url, fitted, whole))
    figure.add_traces(_fills(areas, selected, theme, base_url))
    figure.add_traces(_discs(soft, selected, theme, fitted))
    figure.add_traces(_area_names([*areas, *soft], theme, fitted))
    figure.add_traces(_pins(pins, selected, theme, fitted))
    return figure


def spots(events: Iterable[Event]) -> list[Spot]:
    """The places of some events that can be drawn, each once, in the order they are first told."""
    groups: dict[tuple[int, str, str, float | None], list[Event]] = defaultdict(list)
    for event in events:
        if event.where:
            place = event.where.place
            groups[place.geonameid, place.name, place.country, place.lat].append(event)
    drawn = [Spot(group[0].where.place, area_of(group[0].where.place), tuple(group)) for group in groups.values()
             if group[0].where]  # fmt: skip
    return [spot for spot in drawn if spot.point]


def unmappable(events: Iterable[Event]) -> list[Event]:
    """The events whose place is known by name only: it has neither a point nor a shape."""
    return [event for event in events if event.where and not spots([event])]


def _layout(theme: Theme, base_url: str, box: Box, events: Sequence[Event]) -> go.Layout:
    hidden = {key for spot in spots(events) for key in _label_keys(spot)}
    (lon, lat), zoom = centre_and_zoom(box)
    return go.Layout(
        map={"style": map_style(theme, base_url, hidden), "fitbounds": False,
             "center": {"lon": lon, "lat": lat}, "zoom": zoom},
        meta={"box": box},  # for a pane of another size, which fits its own zoom to it
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor=theme.panel,
        font={"family": SANS, "color": theme.ink},
        hoverlabel={"bgcolor": theme.panel, "bordercolor": theme.rule, "align": "left",
                    "font": {"family": SANS, "size": 13, "color": theme.ink}},
        showlegend=False,
        dragmode="pan",
        uirevision=" ".join(sorted({event.article_id for event in events})) or "no events",
    )  # fmt: skip


def _label_keys(spot: Spot) -> set[str]:
    """The base labels this spot writes over."""
    return {str(spot.place.geonameid), spot.area.key} if spot.area else {str(spot.place.geonameid)}


def _fills(areas: list[Spot], selected: str, theme: Theme, base_url: str) -> list[go.Choroplethmap]:
    """One trace for each file of shapes. Wide unions come first, so that what lies in them stays on top."""
    rows: dict[str, list[tuple[str, Spot]]] = defaultdict(list)
    for spot in sorted(areas, key=lambda spot: -len(spot.area.shapes) if spot.area else 0):
        for file, shape in spot.area.shapes if spot.area else ():
            rows[file].append((shape, spot))
    palette = [*theme.statuses.values(), theme.muted, theme.accent]
    steps = [[i / (len(palette) - 1), colour] for i, colour in enumerate(palette)]
    return [
        go.Choroplethmap(
            geojson=f"{base_url}{file}", featureidkey="properties.id", locations=[shape for shape, _ in shapes],
            z=[palette.index(_hue(spot, selected, theme)) for _, spot in shapes],
            zmin=0, zmax=len(palette) - 1, colorscale=steps, showscale=False,
            below=WATER_BELOW if file == "lakes.json" else FILL_BELOW,
            marker={"opacity": [_depth(spot, selected, theme) for _, spot in shapes],
                    "line": {"width": [2.4 if selected in spot.ids else 1.2 for _, spot in shapes],
                             "color": [_hue(spot, selected, theme) for _, spot in shapes]}},
            customdata=[spot.ids for _, spot in shapes], text=[_told(spot) for _, spot in shapes],
            hovertemplate="%{text}<extra></extra>", name=file,
        )
        for file, shapes in sorted(rows.items())
    ]  # fmt: skip


def _discs(soft: list[Spot], selected: str, theme: Theme, box: Box) -> list[go.Scattermap]:
    """Areas without a shape: wide and pale, so that nobody reads a point out of them."""
    colours = [faded(_hue(spot, selected, theme), 0.45 if selected in spot.ids else 0.22) for spot in soft]
    return [_marks(soft, box, "areas without a shape", SOFT, colours)] if soft else []


def _pins(pins: list[Spot], selected: str, theme: Theme, box: Box) -> list[go.Scattermap]:
    """A rim, a disc in the hue of the status, its count or glyph, and the name beside it."""
    if not pins:
        return []
    ordered = sorted(pins, key=lambda spot: (selected in spot.ids, -len(spot.events)))
    sizes = [PIN + min(10, 2.5 * (len(spot.events) - 1)) + (5 if selected in spot.ids else 0) for spot in ordered]
    inner = [_hue(spot, selected, theme) for spot in ordered]
    rims = _marks(ordered, box, "rims", [size + 4 for size in sizes], [theme.panel] * len(ordered), told=False)
    discs = _marks(ordered, box, "places", sizes, inner)
    counts = _texts(ordered, box, "counts", [_count(spot) for spot in ordered], theme.panel, 11, "middle center")
    told = [spot.place.name for spot in ordered]
    names = _texts(ordered, box, "names", told, theme.ink, 14, "top center", PIN_AWAY)
    return [rims, discs, names, counts]  # of two texts that collide, the later trace's stays


def _area_names(areas: list[Spot], theme: Theme, box: Box) -> list[go.Scattermap]:
    if not areas:
        return []
    labels = [f"{spot.place.name} · {len(spot.events)}" for spot in areas]
    names = _texts(areas, box, "areas", labels, theme.ink, 15, "bottom center")
    names.update(
        customdata=[spot.ids for spot in areas], hovertext=[_told(spot) for spot in areas],
        hoverinfo="text", hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    return [names]


# plotly passes `below` on from trace to trace unless each says where it lies: "" is on top of everything.
def _marks(
    spots: list[Spot], box: Box, name: str, size: float | list[float], colours: list[str], *, told: bool = True
) -> go.Scattermap:
    lons, lats = _points(spots, box)
    trace = go.Scattermap(lon=lons, lat=lats, mode="markers", below="",
                           marker={"size": size, "color": colours, "opacity": 1})  # fmt: skip
    if told:
        trace.update(
            customdata=[spot.ids for spot in spots], text=[_told(spot) for spot in spots],
            hovertemplate="%{text}<extra></extra>",
        )  # fmt: skip
    else:
        trace.update(hoverinfo="skip")
    return trace.update(name=name)


def _texts(
    spots: list[Spot], box: Box, name: str, texts: list[str], colour: str, size: float, position: str,
    away: int = AREA_AWAY,
) -> go.Scattermap:
    lons, lats = _points(spots, box)
    return go.Scattermap(
        lon=lons, lat=lats, below="", mode="markers+text", text=texts, textposition=position, hoverinfo="skip",
        name=name,
        marker={"size": away, "color": "rgba(0,0,0,0)"},  # plotly reads from it where the text stands
        textfont={"family": "Source Sans, sans-serif", "color": colour, "size": size},
    )  # fmt: skip


def _points(spots: list[Spot], box: Box) -> tuple[list[float], list[float]]:
    points = [spot.point or (0.0, 0.0) for spot in spots]
    return [unrolled(lon, box) for lon, _ in points], [lat for _, lat in points]


def _hue(spot: Spot, selected: str, theme: Theme) -> str:
    """The accent for what is selected, the hue of a status all events share, otherwise a neutral one."""
    if selected in spot.ids:
        return theme.accent
    statuses = {event.status for event in spot.events}
    return theme.statuses[statuses.pop()] if len(statuses) == 1 else theme.muted


def _depth(spot: Spot, selected: str, theme: Theme) -> float:
    """How strongly an area is filled: a union of countries faintly, as it lies under all of them."""
    if selected in spot.ids:
        return 0.34 if theme.is_dark else 0.28
    return 0.08 if spot.area and len(spot.area.shapes) > 1 else 0.2


def _count(spot: Spot) -> str:
    return str(len(spot.events)) if len(spot.events) > 1 else GLYPHS[spot.events[0].status]


def _told(spot: Spot) -> str:
    """The tooltip: the place, then what happened there and when. Headlines are foreign text and are escaped."""
    lines = [f"{plain(cut(event.headline, 60))}, {say_when(event.when)}" for event in spot.events[:HOVERED]]
    rest = len(spot.events) - HOVERED
    return "<br>".join([f"<b>{plain(say_place(spot.place))}</b>", *lines, *([f"and {rest} more"] if rest > 0 else [])])

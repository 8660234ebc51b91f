"""Counts -> the figures of an archive: stacked bars in time, bubbles on the map.

Millions of events are never drawn one by one: what comes in here is already counted (`viz.engine.archive`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import log10

import plotly.graph_objects as go

from viz.charts.mapstyle import map_style
from viz.charts.mapview import centre_and_zoom, frame
from viz.charts.theme import SANS, Theme, faded
from viz.charts.words import plain
from viz.engine.archive import UNITS, Bin, Cluster, Ground
from viz.model import Box, Status

MOST_BUBBLES = 400
MILLISECONDS = 86_400_000


def density_timeline(unit: str, bins: Sequence[Bin], theme: Theme) -> go.Figure:
    """Bars of events a day, week, month ... stacked by status; dragging over them asks for a range."""
    figure = go.Figure(layout=_time_layout(unit, bins, theme))
    for status in Status:
        mine = [one for one in bins if one.status is status]
        if mine:
            figure.add_trace(_bars(unit, status, mine, theme))
    return figure


def _bars(unit: str, status: Status, bins: list[Bin], theme: Theme) -> go.Bar:
    width = UNITS[unit] * MILLISECONDS
    return go.Bar(
        name=status.value,
        x=[one.start.isoformat() for one in bins],
        y=[one.count for one in bins],
        width=width * 0.92,
        offset=0,
        marker={"color": theme.statuses[status], "line": {"width": 0}},
        hovertemplate=f"%{{y:,}} {status.value}<br>{unit} of %{{x|%-d %B %Y}}<extra></extra>",
    )


def _time_layout(unit: str, bins: Sequence[Bin], theme: Theme) -> go.Layout:
    days = [one.start for one in bins] or [date(2000, 1, 1), date(2001, 1, 1)]
    last = max(days) + timedelta(UNITS[unit]) if max(days) < date(9000, 1, 1) else max(days)
    return go.Layout(
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": SANS, "size": 13, "color": theme.ink},
        margin={"l": 56, "r": 12, "t": 10, "b": 30},
        barmode="stack",
        showlegend=False,
        dragmode="select",
        selectdirection="h",
        hoverlabel={"bgcolor": theme.panel, "bordercolor": theme.rule, "font": {"color": theme.ink, "family": SANS}},
        newselection={"line": {"color": theme.accent, "width": 1, "dash": "solid"}},
        xaxis={"type": "date", "range": [min(days).isoformat(), last.isoformat()], "gridcolor": theme.rule,
               "linecolor": theme.muted, "showline": True, "fixedrange": True},
        yaxis={"title": f"events a {unit}", "gridcolor": theme.rule, "fixedrange": True, "rangemode": "tozero"},
        uirevision=f"{unit} {min(days)} {last}",
    )  # fmt: skip


def density_map(clusters: Sequence[Cluster], theme: Theme, base_url: str, ground: Ground | None = None) -> go.Figure:
    """Bubbles as wide as their events are many (by the logarithm), with the number.

    `ground` is what a reader has moved the map to; without it, the map is fitted to what there is.
    """
    drawn = list(clusters[:MOST_BUBBLES])
    box: Box = ground.box if ground else frame([(one.lon, one.lat, one.lon, one.lat) for one in drawn])
    (lon, lat), zoom = centre_and_zoom(box)
    zoom = ground.zoom if ground else zoom
    figure = go.Figure(
        layout=go.Layout(
            map={"style": map_style(theme, base_url), "center": {"lon": lon, "lat": lat}, "zoom": zoom},
            meta={} if ground else {"box": box},
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            paper_bgcolor=theme.panel,
            hoverlabel={"bgcolor": theme.panel, "bordercolor": theme.rule,
                        "font": {"family": SANS, "size": 13, "color": theme.ink}},
            showlegend=False,
            dragmode="pan",
            uirevision="archive",
        )
    )  # fmt: skip
    if drawn:
        figure.add_traces([_bubbles(drawn, theme), _numbers(drawn, theme)])
    return figure


def _bubbles(clusters: list[Cluster], theme: Theme) -> go.Scattermap:
    colour = theme.statuses[Status.HAPPENED]
    return go.Scattermap(
        lon=[one.lon for one in clusters], lat=[one.lat for one in clusters], mode="markers", below="",
        marker={"size": [_size(one) for one in clusters], "color": faded(colour, 0.8), "opacity": 1},
        customdata=[[f"{one.lon:.5f},{one.lat:.5f}"] for one in clusters],
        text=[_told(one) for one in clusters], hovertemplate="%{text}<extra></extra>", name="clusters",
    )  # fmt: skip


def _numbers(clusters: list[Cluster], theme: Theme) -> go.Scattermap:
    return go.Scattermap(
        lon=[one.lon for one in clusters], lat=[one.lat for one in clusters], mode="markers+text", below="",
        text=[short(one.count) for one in clusters], textposition="middle center", hoverinfo="skip", name="numbers",
        marker={"size": 1, "color": "rgba(0,0,0,0)"},
        textfont={"family": "Source Sans, sans-serif", "color": theme.panel, "size": 12},
    )  # fmt: skip


def _size(cluster: Cluster) -> float:
    return 18 + 7 * log10(max(cluster.count, 1))


def _told(cluster: Cluster) -> str:
    others = f" and {cluster.places - 1} more places" if cluster.places > 1 else ""
    return f"<b>{plain(cluster.name)}</b>{others}<br>{cluster.count:,} events"


def short(count: int) -> str:
    """A count in at most four letters: 950, 1.2k, 48k, 3.1M."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if count >= size:
            share = count / size
            return f"{share:.1f}{letter}" if share < 9.95 else f"{share:.0f}{letter}"
    return str(count)

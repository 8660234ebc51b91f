"""Events -> the figure of the timeline.

    timeline_figure(events, clock=Clock.HAPPENED, selected="", theme=LIGHT, published=article.published)

What is drawn depends on how many events there are, because a browser cannot draw everything well: lanes of bars and
marks up to `MOST_MARKS`, points without bars up to `MOST_POINTS`, counts per bin above. Every mark carries the ids of
its events in `customdata`; the linked view selects by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

import plotly.graph_objects as go

from viz.charts.lanes import Extent, Mark, extent_of, first_view, laid_out
from viz.charts.theme import SANS, SHAPES, Theme, faded
from viz.charts.words import plain, say_day, say_when, say_where
from viz.engine.filters import Clock, time_of
from viz.model import Event, Status

MOST_MARKS = 2_000
MOST_POINTS = 20_000
BINS = 120
FADE_STEPS = 6
EDGE = 0.2  # of the axis, within which the words of the publication day would be cut
SOLID = 0.34  # opacity of a bar; its mark and label are read through it
DAY_MILLISECONDS = 86_400_000


def timeline_figure(
    events: Sequence[Event],
    *,
    clock: Clock = Clock.HAPPENED,
    selected: str = "",
    theme: Theme,
    published: date | None = None,
) -> go.Figure:
    """The timeline of some events by one of the two clocks; what has no time on that clock is left to the tray."""
    whole = extent_of(events, clock, published)
    extent = first_view(events, clock, published) if len(events) <= MOST_MARKS else whole
    figure = go.Figure(layout=_layout(theme, extent, whole))
    if len(events) > MOST_POINTS:
        figure.add_traces(_bins(events, clock, extent, theme))
        figure.update_layout(barmode="stack", yaxis={"visible": True, "title": "events", "fixedrange": True})
    else:
        marks = laid_out(events, clock, extent)
        if len(events) <= MOST_MARKS:
            figure.add_traces(_bars(marks, selected, theme))
        figure.add_traces(_points(marks, selected, theme, fast=len(events) > MOST_MARKS))
        lanes = max((mark.lane for mark in marks), default=0) + 1
        figure.update_yaxes(range=[max(lanes, 5) - 0.4, -0.75])
    if published:
        _draw_publication(figure, published, extent, theme)
    return figure


def _layout(theme: Theme, extent: Extent, whole: Extent) -> go.Layout:
    return go.Layout(
        meta={"whole": _range(whole)},  # for who asks for all of it
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": SANS, "size": 13, "color": theme.ink},
        margin={"l": 12, "r": 12, "t": 18, "b": 38},  # the year stands under the first day of the axis
        showlegend=False,
        barmode="overlay",
        hovermode="closest",
        dragmode="select",
        selectdirection="h",
        uirevision="timeline",
        hoverlabel={"bgcolor": theme.panel, "bordercolor": theme.rule, "font": {"color": theme.ink, "family": SANS}},
        newselection={"line": {"color": theme.accent, "width": 1, "dash": "solid"}},
        xaxis={
            "type": "date",
            "range": _range(extent),
            "gridcolor": theme.rule,
            "linecolor": theme.muted,
            "showline": True,
            "zeroline": False,
            "tickfont": {"color": theme.muted, "size": 12},
            "tickangle": 0,  # turned, two lines need more room
            "ticklabelposition": "outside right",  # centred, the first one would be hidden where it is near the edge
            "ticks": "outside",
            "tickcolor": theme.muted,
        },
        yaxis={"visible": False, "fixedrange": True, "zeroline": False},
    )


def _by_status(marks: Iterable[Mark]) -> dict[Status, list[Mark]]:
    groups: dict[Status, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(mark.event.status, []).append(mark)
    return groups


def _bars(marks: Sequence[Mark], selected: str, theme: Theme) -> list[go.Bar]:
    long = [mark for mark in marks if mark.has_bar]
    return [_bar(status, group, selected, theme) for status, group in _by_status(long).items()]


def _bar(status: Status, marks: Sequence[Mark], selected: str, theme: Theme) -> go.Bar:
    slices = [(mark, *piece) for mark in marks for piece in _slices(mark)]
    ids = [[mark.event.id] for mark, *_ in slices]
    return go.Bar(
        name=status.value,
        orientation="h",
        base=[_moment(start) for _, start, _, _ in slices],
        x=[(end - start) * DAY_MILLISECONDS for _, start, end, _ in slices],
        y=[mark.lane for mark, *_ in slices],
        width=0.52,
        marker={"color": [faded(theme.statuses[status], share) for *_, share in slices], "line": {"width": 0}},
        customdata=ids,
        hovertext=[_hover(mark) for mark, *_ in slices],
        hovertemplate="%{hovertext}<extra></extra>",
        selectedpoints=_selected_points(ids, selected),
        selected={"marker": {"color": faded(theme.accent, 0.35)}},
        unselected={"marker": {"opacity": 1}},
    )


def _slices(mark: Mark) -> list[tuple[float, float, float]]:
    """A bar in one piece, or in steps that fade towards the end nobody knows: (start, end, opacity)."""
    if not mark.when.is_open:
        return [(mark.start, mark.end, SOLID)]
    step = (mark.end - mark.start) / FADE_STEPS
    shares = [SOLID * (i + 1) / FADE_STEPS for i in range(FADE_STEPS)]
    if mark.when.earliest is not None:
        shares.reverse()
    return [(mark.start + i * step, mark.start + (i + 1) * step, share) for i, share in enumerate(shares)]


def _points(marks: Sequence[Mark], selected: str, theme: Theme, *, fast: bool) -> list[go.Scatter | go.Scattergl]:
    trace = go.Scattergl if fast else go.Scatter
    return [_point(trace, status, group, selected, theme) for status, group in _by_status(marks).items()]


def _point(
    trace: type[go.Scatter | go.Scattergl], status: Status, marks: Sequence[Mark], selected: str, theme: Theme
) -> go.Scatter | go.Scattergl:
    ids = [[mark.event.id] for mark in marks]
    labelled = any(mark.label for mark in marks)
    return trace(
        name=status.value,
        mode="markers+text" if labelled else "markers",
        x=[_moment(mark.at) for mark in marks],
        y=[mark.lane for mark in marks],
        text=[f" {plain(mark.label)} " for mark in marks] if labelled else None,
        textposition=["middle left" if mark.label_left else "middle right" for mark in marks] if labelled else None,
        textfont={"size": 12.5, "color": theme.ink} if labelled else None,
        marker={
            "symbol": SHAPES[status],
            "size": 12,
            "color": theme.statuses[status],
            "line": {"width": 2 if SHAPES[status].endswith("open") else 1, "color": _edge(status, theme)},
        },
        customdata=ids,
        hovertext=[_hover(mark) for mark in marks],
        hovertemplate="%{hovertext}<extra></extra>",
        selectedpoints=_selected_points(ids, selected),
        selected={"marker": {"color": theme.accent, "size": 17}, "textfont": {"color": theme.accent}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": theme.ink}},
    )


def _edge(status: Status, theme: Theme) -> str:
    return theme.statuses[status] if SHAPES[status].endswith("open") else theme.panel


def _selected_points(ids: Sequence[Sequence[str]], selected: str) -> list[int] | None:
    """The rule the linked view applies too when a selection needs no round trip: points that carry the id."""
    return [i for i, carried in enumerate(ids) if selected in carried] if selected else None


def _hover(mark: Mark) -> str:
    event = mark.event
    return f"<b>{plain(event.headline)}</b><br>{say_when(mark.when)} · {plain(say_where(event))} · {event.status.value}"


def _bins(events: Sequence[Event], clock: Clock, extent: Extent, theme: Theme) -> list[go.Bar]:
    counts: dict[Status, list[int]] = {}
    for event in events:
        when = time_of(event, clock)
        day = (when.earliest or when.latest) if when else None
        if day is not None:
            place = int((day.toordinal() - extent.first) / extent.days * BINS)
            counts.setdefault(event.status, [0] * BINS)[min(max(place, 0), BINS - 1)] += 1
    middles = [_moment(extent.first + (i + 0.5) * extent.days / BINS) for i in range(BINS)]
    return [
        go.Bar(
            name=status.value,
            x=middles,
            y=heights,
            marker={"color": theme.statuses[status], "line": {"width": 0}},
            hovertemplate=f"%{{y}} {status.value}<extra></extra>",
        )
        for status, heights in counts.items()
    ]


def _draw_publication(figure: go.Figure, published: date, extent: Extent, theme: Theme) -> None:
    """The day the article came out, its words turned inwards where the axis ends."""
    day = published.toordinal() + 0.5
    at, share = _moment(day), (day - extent.first) / extent.days
    side = "left" if share < EDGE else "right" if share > 1 - EDGE else "center"
    figure.add_shape(
        type="line", x0=at, x1=at, y0=0, y1=1, yref="paper", layer="below",
        line={"color": theme.muted, "dash": "dot", "width": 1.2},
    )  # fmt: skip
    figure.add_annotation(
        x=at, y=1, yref="paper", xanchor=side, yanchor="bottom",
        text=f"published {say_day(published)}", showarrow=False, font={"size": 12, "color": theme.muted},
    )  # fmt: skip


def _range(extent: Extent) -> list[str]:
    return [_moment(extent.first), _moment(extent.last)]


def _moment(ordinal: float) -> str:
    """A day number as the ISO time plotly takes; what lies outside the calendar stops at its ends."""
    bounded = min(max(ordinal, 1.0), float(date.max.toordinal()))
    return (datetime(1, 1, 1) + timedelta(days=bounded - 1)).isoformat(timespec="seconds")

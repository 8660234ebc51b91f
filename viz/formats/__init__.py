"""Every way out of the program: the one registry that app, command line and Python share.

    render(timeline, "html")     raises InputError naming the formats there are

Formats that carry data alone are written in `viz.engine.export`; those that draw need charts and the linked view, which
lie above the engine, so they are written here, and both are listed here. What draws is imported when it is asked for: a
table in a terminal need not wait for plotly.
"""

from __future__ import annotations

from viz.engine.export import DATA_FORMATS, Format
from viz.errors import InputError
from viz.model import Timeline

__all__ = ["FORMATS", "Format", "render"]


def _page(timeline: Timeline) -> str:
    from viz.formats.page import write

    return write(timeline)


def _geoparquet(timeline: Timeline) -> bytes:
    from viz.engine.export.geoparquet import write

    return write(timeline)


def _timeline_svg(timeline: Timeline) -> str:
    from viz.formats.timeline_svg import write

    return write(timeline)


def _map_svg(timeline: Timeline) -> str:
    from viz.formats.map_svg import write

    return write(timeline)


FORMATS: dict[str, Format] = {
    "html": Format("html", "The linked view as one file (HTML)", ".html", "text/html", _page),
    **DATA_FORMATS,
    "geoparquet": Format(
        "geoparquet", "Columns with points (GeoParquet)", ".parquet", "application/vnd.apache.parquet", _geoparquet
    ),
    "timeline-svg": Format(
        "timeline-svg", "Picture of the timeline (SVG)", ".timeline.svg", "image/svg+xml", _timeline_svg
    ),
    "map-svg": Format("map-svg", "Picture of the map (SVG)", ".map.svg", "image/svg+xml", _map_svg),
}


def render(timeline: Timeline, name: str) -> str | bytes:
    """The timeline as a file of the format called `name`."""
    if name not in FORMATS:
        raise InputError(f"There is no format {name!r}; choose one of {', '.join(FORMATS)}.")
    return FORMATS[name].write(timeline)

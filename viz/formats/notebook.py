"""A timeline as a notebook shows it: the picture of the timeline, the map, and the table, without scripts."""

from __future__ import annotations

from viz.formats import map_svg, timeline_svg
from viz.formats.page import plain_table
from viz.model import Timeline

MOST_EVENTS = 500
"""Beyond, a notebook would grow by megabytes with every run of its cell; the count is shown instead."""


def write(timeline: Timeline) -> str:
    """HTML in which every word of an article is escaped."""
    many = len(timeline.events)
    if not 0 < many <= MOST_EVENTS:
        return f"<p>Timeline of {many:,} events from {len(timeline.readings):,} articles</p>"
    pictures = [_inline(timeline_svg.write(timeline)), _inline(map_svg.write(timeline))]
    return "".join(["<div>", *pictures, *(plain_table(reading) for reading in timeline.readings), "</div>"])


def _inline(svg: str) -> str:
    return svg.partition("?>")[2].strip()

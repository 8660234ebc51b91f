"""What leaves the program as data: one file and one entry each. `viz.formats` adds what draws, and renders both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from viz.engine.export import (
    archive,
    calendar,
    geojson,
    kml,
    linked_places,
    spreadsheet,
    table,
    timelinejs,
    timeml,
    web_annotations,
)
from viz.model import Timeline


@dataclass(frozen=True, slots=True)
class Format:
    """One way out. `write` gives the whole file; `suffix` and `media_type` serve downloads."""

    name: str
    title: str
    suffix: str
    media_type: str
    write: Callable[[Timeline], str | bytes]


DATA_FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format("table", "Plain table for a terminal", ".txt", "text/plain", table.write),
        Format("csv", "Spreadsheet (CSV)", ".csv", "text/csv", spreadsheet.write),
        Format("json", "Everything, to read back (JSON)", ".json", "application/json", archive.write),
        Format("geojson", "Map data (GeoJSON)", ".geojson", "application/geo+json", geojson.write),
        Format("kml", "Map programs (KML)", ".kml", "application/vnd.google-earth.kml+xml", kml.write),
        Format("ics", "Calendar (iCalendar)", ".ics", "text/calendar", calendar.write),
        Format("timelinejs", "TimelineJS", ".timeline.json", "application/json", timelinejs.write),
        Format("timeml", "Time annotation of one article (TimeML)", ".tml", "application/xml", timeml.write),
        Format("lpf", "Gazetteers (Linked Places)", ".lpf.json", "application/ld+json", linked_places.write),
        Format("annotations", "Web annotations (W3C)", ".anno.json", "application/ld+json", web_annotations.write),
    )
}

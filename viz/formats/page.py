"""The linked view as one HTML file: no server, no network, opened from disk, mailed, or put in an iframe.

Scripts and styles are those of `viz/atlas/static`; what Python does in the app between two clicks (filters, clocks,
dark) is done by the scripts in `viz/formats/static`. The page's own security policy forbids it every request.
"""

from __future__ import annotations

import html
import json
from pathlib import Path

from viz.charts.theme import paper_style
from viz.charts.words import say_day
from viz.engine.export import archive
from viz.engine.export.parts import clean
from viz.engine.filters import in_time_order
from viz.errors import InputError
from viz.formats.inlining import as_script_data, imported_modules, inlined_style, packed, packed_tiles, plotly_file
from viz.formats.stories import look, shape_files, story, themes
from viz.model import Reading, Timeline
from viz.settings import settings

MOST_EVENTS = 2_000
"""Beyond, the timeline draws with WebGL, which compiles code and which the page's security policy forbids."""
STATIC = Path(__file__).parent / "static"
_COLUMNS = ("When", "What", "Where", "Who", "Status", "Source")


def write(timeline: Timeline) -> str:
    """The page of all articles of a timeline, one shown at a time.

    Raises InputError for more events than a page can link.
    """
    if len(timeline.events) > MOST_EVENTS:
        many = f"{len(timeline.events):,}"
        raise InputError(f"A page holds {MOST_EVENTS:,} events, and this timeline has {many}; filter it, or take json.")
    stories, base = [story(reading) for reading in timeline.readings], settings().data / "basemap"
    parts = {
        "{title}": html.escape(clean(_title(timeline))),
        "{style}": f"{inlined_style(STATIC / 'page.css')}\n{paper_style()}",
        "{plain}": "\n".join(_plain(reading) for reading in timeline.readings),
        "{sources}": "<br>".join(_source(reading) for reading in timeline.readings),
        "{stories}": as_script_data(json.dumps({"stories": stories, "themes": themes(), "look": look()})),
        "{timeline}": as_script_data(archive.write(timeline)),
        "{packed}": "\n".join([packed(plotly_file()), packed_tiles(base), *map(packed, shape_files(stories, base))]),
        "{modules}": as_script_data(json.dumps({"imports": imported_modules(STATIC)})),
    }
    frame = (STATIC / "page.html").read_text(encoding="utf-8")
    for_once = frame.split("{")  # each part is put in once: words of an article that look like "{style}" stay words
    return for_once[0] + "".join(_filled("{" + piece, parts) for piece in for_once[1:])


def _filled(piece: str, parts: dict[str, str]) -> str:
    name = piece[: piece.find("}") + 1]
    return parts[name] + piece[len(name) :]


def _title(timeline: Timeline) -> str:
    return next((reading.article.title for reading in timeline.readings if reading.article.title), "Dateline")


def _source(reading: Reading) -> str:
    article = reading.article
    published = f"published {say_day(article.published)}" if article.published else "publication date unknown"
    told = ", ".join(part for part in (article.title, article.source, published) if part)
    return html.escape(clean(f"Article: {told}."))


def _plain(reading: Reading) -> str:
    """The events and the text, for a browser that runs no scripts."""
    heading = html.escape(clean(reading.article.title or "Untitled"))
    text = "".join(f"<p>{html.escape(clean(line))}</p>" for line in reading.article.text.splitlines() if line.strip())
    return f"<h1>{heading}</h1>{plain_table(reading)}{text}"


def plain_table(reading: Reading) -> str:
    """The events of an article as an HTML table, every word escaped."""
    head = "".join(f'<th scope="col">{column}</th>' for column in _COLUMNS)
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(clean(cell))}</td>" for cell in cells) + "</tr>"
        for cells in _rows(reading)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _rows(reading: Reading) -> list[tuple[str, ...]]:
    return [
        (
            event.when.edtf if event.when else f"no date: {event.undated}",
            event.headline,
            event.where.place.name if event.where else f"no place: {event.unplaced}",
            ", ".join(participant.name for participant in event.who),
            event.status.value,
            event.source,
        )
        for event in in_time_order(reading.events)
    ]

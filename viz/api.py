"""Dateline as a library: `import viz`, then `viz.timeline(...)` for articles and `viz.load(...)` for what others have.

    >>> import viz
    >>> told = viz.timeline("OSH, Kyrgyzstan - A bridge collapsed on Monday.", published="2024-06-14")
    >>> [(event.when.edtf, event.where.place.name, event.status.value) for event in told.events]
    [('2024-06-10', 'Osh', 'happened')]

Nothing here is loaded by `import viz` itself; each name is, when it is first used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viz import model
from viz.engine.imports import read as read_import
from viz.engine.pipeline import timeline as timeline_of
from viz.engine.unasked import article_of
from viz.errors import InputError
from viz.formats import FORMATS, render
from viz.reading import draft_from_source, draft_from_text, parse_published
from viz.reading.source import content

if TYPE_CHECKING:
    import pandas
    import plotly.graph_objects as go


@dataclass(frozen=True)
class Timeline(model.Timeline):
    """The events of one or more articles, with the ways to look at them and to take them along.

    In Jupyter it shows itself as timeline, map and table. Timelines add up: `viz.timeline(a) + viz.timeline(b)`.
    """

    def __add__(self, other: model.Timeline) -> Timeline:
        return Timeline(super().__add__(other).readings)

    def to_frame(self) -> pandas.DataFrame:
        """One row an event, columns as in GeoParquet, with `lat` and `lon` in place of the geometry; needs pandas.

            >>> import viz
            >>> frame = viz.timeline("A dam broke near Osh on 3 May 2021.").to_frame()
            >>> frame.loc[0, ["edtf", "place", "country"]].tolist()
            ['2021-05-03', 'Osh', 'KG']
        """
        import pandas

        from viz.engine.export.geoparquet import COLUMNS, GEOMETRY, rows

        found = [row | _point(event) for row, event in zip(rows(self), self.events, strict=True)]
        columns = [name for name, _ in COLUMNS if name != GEOMETRY]
        frame = pandas.DataFrame(found, columns=[*columns, "lat", "lon"])
        days = {name: pandas.to_datetime(frame[name]).astype("datetime64[s]") for name in ("start", "end", "published")}
        return frame.assign(**days)

    def to_geojson(self) -> dict[str, Any]:
        """A GeoJSON FeatureCollection (RFC 7946) as a dictionary: an event without a point has a null geometry.

            >>> import viz
            >>> viz.timeline("It rained.").to_geojson()["type"]
            'FeatureCollection'
        """
        from viz.engine.export.geojson import collection

        return collection(self)

    def figure(self, *, dark: bool = False) -> go.Figure:
        """The timeline as a plotly figure, by when things happened; `figure().show()` opens it.

            >>> import viz
            >>> figure = viz.timeline("A dam broke on 3 May 2021. It was mended on 5 May 2021.").figure()
            >>> sorted(trace.type for trace in figure.data)
            ['scatter']
        """
        from viz.charts.theme import DARK, LIGHT
        from viz.charts.timeline import timeline_figure

        days = {reading.article.published for reading in self.readings}
        published = days.pop() if len(days) == 1 else None
        return timeline_figure(self.events, theme=DARK if dark else LIGHT, published=published)

    def save(self, path: str | Path, form: str = "") -> Path:
        """Write it in one of `viz.formats.FORMATS`; without `form` the end of the file's name says which.

            >>> import tempfile, viz
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     viz.timeline("A dam broke on 3 May 2021.").save(f"{folder}/dam.ics").name
            'dam.ics'
        """
        path = Path(path)
        written = render(self, form or _form_of(path))
        path.write_bytes(written if isinstance(written, bytes) else written.encode())
        return path

    def _repr_html_(self) -> str:
        from viz.formats.notebook import write

        return write(self)


def timeline(source: str | Path | model.Article, published: date | str | None = None) -> Timeline:
    """Read one article: its text, the path of a file, a URL, or an Article.

    `published` is the day "last month" and "Tuesday" are counted from; without it, the day the source itself states.
    Text is told from a path by what it is: a path has no line break and names a file, an address begins with http.

        >>> import viz
        >>> viz.timeline("Nothing happened.").events
        ()

    Raises InputError (MissingSourceError, BadDateError ...) saying what is wrong with what was given.
    """
    day = parse_published(published) if isinstance(published, str) else published
    if isinstance(source, model.Article):
        article = replace(source, published=day or source.published)
    elif isinstance(source, Path) or _is_source(source):
        article = article_of(draft_from_source(str(source)), day)
    else:
        article = article_of(draft_from_text(source), day)
    return Timeline(timeline_of([article]).readings)


def load(path: str | Path, *, form: str = "", columns: Mapping[str, str] | None = None) -> Timeline:
    """What others have, as a timeline: CSV, GeoJSON, TimelineJS, and our own JSON and HTML pages (docs/formats.md).

        >>> import tempfile, viz
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = Path(folder, "dams.csv").write_text("Was,Wann\\nDeichbruch,2021-05-03\\n")
        ...     dams = viz.load(f"{folder}/dams.csv", columns={"headline": "Was", "when": "Wann"})
        >>> [(event.headline, event.when.edtf) for event in dams.events]
        [('Deichbruch', '2021-05-03')]

    Raises InputError when the file cannot be read.
    """
    found = read_import(content(str(path)), Path(path).name, form=form, columns=columns)
    return Timeline(found.readings)


def _is_source(words: str) -> bool:
    """Whether a string names a file or an address rather than being the text itself."""
    if words.startswith(("http://", "https://")) and len(words.split()) == 1:
        return True
    if "\n" in words or len(words) > 1000:
        return False
    try:
        return len(words.split()) == 1 or Path(words).is_file()
    except (OSError, ValueError):  # longer than a name may be, or with a character no name has
        return False


def _form_of(path: Path) -> str:
    fitting = [form for form in FORMATS.values() if path.name.lower().endswith(form.suffix)]
    if not fitting:
        suffixes = ", ".join(form.suffix for form in FORMATS.values())
        raise InputError(f"{path.name} ends like no format; end it in one of {suffixes}, or name the format.")
    return max(fitting, key=lambda form: len(form.suffix)).name


def _point(event: model.Event) -> dict[str, float | None]:
    place = event.where.place if event.where else None
    return {"lat": place.lat if place else None, "lon": place.lon if place else None}


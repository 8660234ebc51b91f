"""The page of an archive: millions of events counted in time and on the map, and the first of them as a list.

Map, timeline, filters and list narrow each other: dragging on the timeline sets the dates, the map keeps what it shows.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import streamlit as st

from viz.atlas import BASEMAP_URL, DENSITY, change, show_density
from viz.charts.density import density_map, density_timeline
from viz.charts.mapview import centre_and_zoom, frame
from viz.charts.theme import Theme, css_variables, theme_named
from viz.engine.archive import Archive, Ground, Row, Wanted
from viz.errors import DatelineError
from viz.model import EventKind, Status
from viz.pages import header, look, view
from viz.pages.choices import apply
from viz.pages.filter_bar import several, words
from viz.pages.inert import inert
from viz.pages.view import View
from viz.settings import settings

WORLD_ZOOM = 1.5


def page() -> None:
    """The whole screen of the archive that `VIZ_ARCHIVE` names."""
    look.style()
    folder = settings().archive
    if folder is None:
        st.info("No archive is open. Make one with python -m viz batch, and start the app with VIZ_ARCHIVE=FOLDER.")
        return
    try:
        _show(_opened(folder), view.get())
    except DatelineError as error:
        st.error(inert(str(error)))


def wanted(current: View) -> Wanted:
    """The part of a view that an archive understands; the places of its filter are countries."""
    after = current.end + timedelta(1) if current.end else None
    ground = Ground.read(current.ground)
    return Wanted(
        current.start, after, ground.box if ground else None, current.places, current.statuses, current.kinds,
        current.words,
    )  # fmt: skip


def _show(archive: Archive, current: View) -> None:
    header.plain_bar()
    asked = wanted(current)
    theme = theme_named(str(st.context.theme.type))
    found = _answers(archive, asked, Ground.read(current.ground), theme)
    st.header("Archive", anchor=False)
    st.text(_told(found["count"], current))
    _filters(archive, current)
    show_density(found, settings().data, lambda: apply(change(DENSITY)))
    rows = archive.page(asked)
    if found["count"] > len(rows):
        st.caption(f"The first {len(rows)} of {found['count']:,} events, in time order.")
    st.dataframe([_row(row) for row in rows], hide_index=True, width="stretch")


@st.cache_resource(max_entries=2, show_spinner=False)
def _opened(folder: Path) -> Archive:
    return Archive(folder)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs={Archive: id, Wanted: repr, Ground: repr, Theme: repr})
def _answers(archive: Archive, asked: Wanted, ground: Ground | None, theme: Theme) -> dict[str, Any]:
    unit, bins = archive.bins(asked)
    clusters = archive.clusters(asked, ground.zoom if ground else _first_zoom(archive, asked))
    return {
        "count": archive.count(asked),
        "timeline": str(density_timeline(unit, bins, theme).to_json()),
        "map": str(density_map(clusters, theme, BASEMAP_URL, ground).to_json()),
        "span": f"{unit} {asked.start} {asked.end}",
        "dark": theme.is_dark,
        "variables": css_variables(theme),
    }


def _first_zoom(archive: Archive, asked: Wanted) -> float:
    """The zoom at which a map shows all there is: a first look from far away tells."""
    far = archive.clusters(asked, WORLD_ZOOM)
    return centre_and_zoom(frame([(one.lon, one.lat, one.lon, one.lat) for one in far]))[1]


@st.cache_data(max_entries=2, show_spinner=False, hash_funcs={Archive: id})
def _countries(archive: Archive) -> list[str]:
    return archive.countries()


def _told(count: int, current: View) -> str:
    days = f" from {current.start} to {current.end}" if current.start and current.end else ""
    there = " on the ground the map shows" if current.ground else ""
    return f"{count:,} events{days}{there}" if count else f"No event{days}{there} passes the filters."


def _filters(archive: Archive, current: View) -> None:
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        several("Country", "places", _countries(archive), current.places)
        several("Kind", "kinds", list(EventKind), current.kinds)
        several("Status", "statuses", list(Status), current.statuses)
        words(current)
        filtered = current.is_filtered or bool(current.ground)
        st.button("Clear filters", key="clear_archive", disabled=not filtered, on_click=_clear)


def _clear() -> None:
    view.write(view.get().cleared())


def _row(row: Row) -> dict[str, Any]:
    told = asdict(row)
    return {
        "When": told["edtf"], "What": told["headline"], "Where": told["place"], "Country": told["country"],
        "Who": ", ".join(told["who"]), "Status": told["status"].value, "Source": told["said_by"],
        "Article": told["article"],
    }  # fmt: skip

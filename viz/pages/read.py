"""The page that reads one article: header and filters above, the linked view below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from viz.atlas import BASEMAP_URL, Shown, change, contents, hasten, show
from viz.charts.map import map_figure
from viz.charts.theme import LIGHT, Theme, theme_named
from viz.charts.timeline import timeline_figure
from viz.engine.corrections import Settled
from viz.engine.filters import matching
from viz.errors import DatelineError
from viz.model import Reading
from viz.pages import header, look, routes, shelf, view
from viz.pages.also import also
from viz.pages.choices import apply
from viz.pages.filter_bar import filter_bar
from viz.pages.pin import move_pin
from viz.pages.session import session
from viz.settings import settings

Move = Callable[[Mapping[str, Any]], None]


def page() -> None:
    """The whole screen; errors meant for people are shown as the one sentence they are."""
    hasten(settings().data)
    look.style()
    try:
        _read()
    except DatelineError as error:
        st.error(str(error))


def _read() -> None:
    current = view.get()
    article = shelf.find(current.article, current.published)
    if article is None:
        header.bar(current)
        st.info("This article is not kept here any more. Choose another one, or add it again.")
        return
    found, rest = shelf.reading_so_far(article, settings())
    settled = Settled(found) if rest else shelf.corrected(found)
    reading = settled.reading
    above, below = st.container(), st.container()
    with below:  # sent first, for its map takes longest; in a container: a proposal above would make it a new element
        whole = rest is None
        linked_view(reading, current, complete=whole, move=partial(move_pin, found, settled) if whole else None)
    with above:
        header.bar(current)
        header.headline(found, settled, current)
        filter_bar(reading, current)
    if rest is not None:
        rest.result()
        st.rerun()
    also(reading)  # last, for nobody who opens an article waits for it


def linked_view(reading: Reading, current: view.View, *, complete: bool, move: Move | None = None) -> None:
    """Article, map and timeline of a reading, as far as the filters let them; `move` takes a pin that was moved."""
    _find_in_library(current)
    theme = theme_named(str(st.context.theme.type))
    events = matching(reading.events, current.filter)
    mode = current.mode.value
    editable = move is not None
    shown = Shown(events, current.filter, current.event, current.clock, mode, current.sort, complete, editable, True)
    timeline, places, paper = _figures(reading, shown, theme)

    def take_over() -> None:
        chosen = change()
        apply(chosen)
        session().ground = str(chosen.get("find", ""))
        if move and isinstance(chosen.get("pin"), dict):
            move(chosen["pin"])

    show(contents(reading, shown, theme, timeline, places, paper), settings().data, take_over)


def _find_in_library(current: view.View) -> None:
    """Go where the map has asked for; its callback cannot leave a page.

    The whole view goes along, for Streamlit leaves an entry of this page with the new parameters to *back*.
    """
    ground, session().ground = session().ground, ""
    if ground:
        st.switch_page(routes.library(), query_params=replace(current, ground=ground).to_query())


@st.cache_data(max_entries=128, show_spinner=False, hash_funcs={Reading: repr, Shown: repr, Theme: repr})
def _figures(reading: Reading, shown: Shown, theme: Theme) -> tuple[str, str, str]:
    """Timeline and map, and the timeline in the light of paper where that is another."""

    def timeline(light: Theme) -> str:
        published = reading.article.published
        return str(timeline_figure(shown.events, clock=shown.clock, theme=light, published=published).to_json())

    places = map_figure(shown.events, theme=theme, base_url=BASEMAP_URL, around=reading.events)
    return timeline(theme), str(places.to_json()), timeline(LIGHT) if theme.is_dark else ""

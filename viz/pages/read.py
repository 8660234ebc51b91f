"""The page that reads one article: header and filters above, the linked view below."""

from __future__ import annotations

import streamlit as st

from viz.atlas import BASEMAP_URL, Shown, change, contents, hasten, show
from viz.charts.lanes import extent_of
from viz.charts.map import map_figure
from viz.charts.theme import Theme, theme_named
from viz.charts.timeline import timeline_figure
from viz.engine.corrections import Settled
from viz.engine.filters import matching
from viz.errors import DatelineError
from viz.model import Reading
from viz.pages import header, look, shelf, view
from viz.pages.choices import apply
from viz.pages.filter_bar import filter_bar
from viz.settings import settings


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
        linked_view(reading, current, complete=rest is None)
    with above:
        header.bar(current)
        header.headline(found, settled, current)
        filter_bar(reading, current)
    if rest is not None:
        rest.result()
        st.rerun()


def linked_view(reading: Reading, current: view.View, *, complete: bool) -> None:
    """Article, map and timeline of a reading, as far as the filters let them."""
    theme = theme_named(str(st.context.theme.type))
    events = matching(reading.events, current.filter)
    shown = Shown(events, current.filter, current.event, current.clock, current.mode.value, current.sort, complete)
    timeline, places = _figures(reading, shown, theme)
    show(contents(reading, shown, theme, timeline, places), settings().data, lambda: apply(change()))


@st.cache_data(max_entries=128, show_spinner=False, hash_funcs={Reading: repr, Shown: repr, Theme: repr})
def _figures(reading: Reading, shown: Shown, theme: Theme) -> tuple[str, str]:
    published = reading.article.published
    extent = extent_of(reading.events, shown.clock, published)
    timeline = timeline_figure(shown.events, clock=shown.clock, theme=theme, published=published, extent=extent)
    places = map_figure(shown.events, theme=theme, base_url=BASEMAP_URL, around=reading.events)
    return str(timeline.to_json()), str(places.to_json())

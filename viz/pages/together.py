"""Several articles as one: their events merged into stories, on one timeline and one map."""

from __future__ import annotations

import streamlit as st

from viz.engine.together import SEPARATOR, together
from viz.errors import DatelineError
from viz.pages import header, look, read, shelf, view
from viz.pages.download import download_menu
from viz.pages.filter_bar import filter_bar
from viz.pages.inert import inert


def page() -> None:
    """The whole screen; errors meant for people are shown as the one sentence they are."""
    look.style()
    try:
        _together()
    except DatelineError as error:
        st.error(inert(str(error)))


def _together() -> None:
    current = view.get()
    header.plain_bar()
    with st.spinner("Reading the articles", show_time=False):
        readings = [one for name in current.article.split(SEPARATOR) if (one := shelf.whole(name))]
    if not readings:
        st.info("These articles are not kept here any more. Choose others in the library.")
        return
    merged = together(readings)
    st.header(inert(merged.article.title), anchor=False)
    with st.container(key="meta", horizontal=True, vertical_alignment="center"):
        imported = [shelf.is_imported(one.article.id) for one in readings]
        st.text(f"{header.articles(imported)}, {header.counts(merged, *readings)}", width="content")
        download_menu(merged, current)
    filter_bar(merged, current)
    read.linked_view(merged, current, complete=True)

"""Below the linked view: the places and people of an article that other articles of the library tell of too."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from viz.engine.library import Shared
from viz.model import Reading
from viz.pages import routes, shelf, view
from viz.pages.inert import inert
from viz.pages.view import View


def also(reading: Reading) -> None:
    """A row for each place and each name, with links to one or two articles, or to a search that finds more."""
    common = shelf.library().shared(reading)
    lists = [("Places", "search", common.places), ("People and bodies", "person", common.people)]
    lists = [one for one in lists if one[2]]
    if not lists:
        return
    with st.container(key="also"):
        st.subheader("Also in your library", anchor=False)
        for column, (label, asked_as, found) in zip(st.columns(2), lists, strict=False):
            with column:
                _list(label, asked_as, found)


def _list(label: str, asked_as: str, found: Sequence[Shared]) -> None:
    """`asked_as` is the field of the view that asks the library for such a name."""
    st.caption(label)
    for number, one in enumerate(found):
        with st.container(key=f"also_{asked_as}_{number}", horizontal=True, gap="xsmall"):
            st.text(one.name, width=160)
            if one.articles > len(one.latest):
                label = f"{one.articles} other articles"
                st.page_link(routes.library(), label=label, query_params={asked_as: one.name}, width="content")
                continue
            for article_id, title in one.latest:  # buttons: a link to the page one is on leaves the address as it was
                label, key = inert(title) or "Untitled", f"also_{asked_as}_{number}_{article_id}"
                st.button(label, key=key, type="tertiary", on_click=_open, args=(article_id,))


def _open(article_id: str) -> None:
    view.write(View(article=article_id, clock=view.get().clock))

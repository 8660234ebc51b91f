"""The library: every article that is kept, found by what happens in it, opened, shown together, removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from viz.charts.words import say_day, say_when, say_where
from viz.engine.archive import Ground
from viz.engine.library import Entry, Found, Query
from viz.engine.together import SEPARATOR
from viz.engine.version import IMPORTED
from viz.errors import DatelineError, LibraryError
from viz.model import Box, EventKind, Status
from viz.pages import header, look, routes, shelf, view
from viz.pages.adding import FIRST_DAY, LAST_DAY
from viz.pages.filter_bar import seed
from viz.pages.header import counted
from viz.pages.inert import inert
from viz.pages.session import session

MOST_SHOWN = 100
MOST_EVENTS = 40


def page() -> None:
    """The whole screen; errors meant for people are shown as the one sentence they are."""
    look.style()
    try:
        header.plain_bar()
        _library()
    except DatelineError as error:
        st.error(inert(str(error)))


def _library() -> None:
    st.header("Library", anchor=False)
    entries = shelf.library().articles()
    _undo_removal()
    if not entries:
        st.text("Nothing is kept yet. Articles you add are kept here, and so is the example once you correct it.")
        st.page_link(routes.reading(), label="Open the example, or add an article there", width="content")
        return
    _read_again()
    query = _asked(Ground.read(view.get().ground))
    if query != Query():
        found = shelf.library().search(query)
        told = {one.event.article_id for one in found}
        entries = tuple(entry for entry in entries if entry.id in told)
        _events(found, query, entries)
    _articles(entries)


def _asked(ground: Ground | None) -> Query:
    """One row of widgets -> a query; what a map showed stands in for the degrees of an area."""
    with st.container(key="search", horizontal=True, vertical_alignment="bottom", gap="small"):
        words = _typed("Words", "search", "bridge osh", 220)
        start = st.date_input("From", None, FIRST_DAY, LAST_DAY, key="library_start", format="YYYY-MM-DD", width=165)
        last = st.date_input("To", None, FIRST_DAY, LAST_DAY, key="library_end", format="YYYY-MM-DD", width=165)
        who = _typed("Who", "person", "name", 160)
        kind = st.selectbox("Kind", list(EventKind), None, key="library_kind", placeholder="any", width=150)
        status = st.selectbox("Status", list(Status), None, key="library_status", placeholder="any", width=140)
        if ground is None:
            with st.popover("Area", help="Only events between these degrees; Find here, on a map, takes its own"):
                box = _box()
    if ground is not None:
        box = ground.box
        _on_the_map(box)
    end = last + timedelta(1) if isinstance(last, date) else None
    return Query(words.strip(), start if isinstance(start, date) else None, end, box, who.strip(), kind, status)


def _typed(label: str, name: str, example: str, width: int) -> str:
    """A field that shows what the address asks for in the field `name` of the view: a link leads to what is found."""
    key = f"library_{name}"
    seed(key, getattr(view.get(), name))
    return st.text_input(label, key=key, placeholder=example, width=width, on_change=_take, args=(name, key))


def _take(name: str, key: str) -> None:
    view.put(**{name: st.session_state[key].strip()})


def _box() -> tuple[float, float, float, float] | None:
    sides = []
    for name, limit in (("West", 180.0), ("South", 90.0), ("East", 180.0), ("North", 90.0)):
        sides.append(st.number_input(name, -limit, limit, None, key=f"library_{name.lower()}", placeholder="any"))
    if all(side is None for side in sides):
        return None
    west, south, east, north = (side if side is not None else end for side, end in zip(sides, _WORLD, strict=True))
    return west, south, east, north


def _on_the_map(box: Box) -> None:
    """Say that only what lay on a map is found, and where that is, with the way out."""
    west, south, east, north = box
    sides = f"{_degrees(west, 'EW')} to {_degrees(east, 'EW')}, {_degrees(south, 'NS')} to {_degrees(north, 'NS')}"
    with st.container(key="on_the_map", horizontal=True, vertical_alignment="center"):
        st.text(f"Only what lies on the map as you left it: {sides}", width="content")
        st.button("Everywhere", key="everywhere", on_click=_everywhere)


def _everywhere() -> None:
    view.put(ground="")


def _degrees(side: float, letters: str) -> str:
    return f"{abs(side):.1f}° {letters[side < 0]}"


_WORLD = (-180.0, -90.0, 180.0, 90.0)


def _events(found: Sequence[Found], query: Query, entries: Sequence[Entry]) -> None:
    """The events that answer the search, each a link to itself in its article."""
    more = "at least " if len(found) == query.limit else ""
    st.subheader(f"{more}{counted(len(found), 'event')} in {_kept(entries)}", anchor=False)
    with st.container(key="found", gap="small"):
        for number, one in enumerate(found[:MOST_EVENTS]):
            event = one.event
            with st.container(key=f"found_{number}", horizontal=True, vertical_alignment="center", gap="small"):
                st.text(say_when(event.when), width=190)
                address = {"article": event.article_id, "event": event.id}
                st.page_link(routes.reading(), label=inert(event.headline), query_params=address, width="content")
                st.caption(inert(f"{say_where(event)}. {one.title}"), width="content")
    if len(found) > MOST_EVENTS:
        st.caption(f"{len(found) - MOST_EVENTS} more; ask for more words or fewer days to see them.")


def _articles(entries: Sequence[Entry]) -> None:
    """The articles, with a box to choose each, a link to open it, and a button to remove it."""
    with st.container(key="articles_head", horizontal=True, vertical_alignment="center"):
        st.subheader(_kept(entries), anchor=False, width="content")
        button = st.empty()
    chosen = [entry.id for entry in entries[:MOST_SHOWN] if _row(entry)]
    label = f"Show {len(chosen)} together" if len(chosen) > 1 else "Show together"
    if button.button(label, key="show_together", type="primary", disabled=len(chosen) < 2, help=_HOW):
        st.switch_page(routes.together(), query_params={"article": SEPARATOR.join(chosen)})
    if len(entries) > MOST_SHOWN:
        st.caption(f"{len(entries) - MOST_SHOWN} more; search to find them.")


def _kept(entries: Sequence[Entry]) -> str:
    return header.articles(entry.pipeline == IMPORTED for entry in entries)


_HOW = "Choose two or more: their events on one timeline and map"


def _row(entry: Entry) -> bool:
    with st.container(key=f"article_{entry.id}", horizontal=True, vertical_alignment="center"):
        title = inert(entry.title) or "Untitled"
        chosen = st.checkbox(f"Choose {title}", key=f"choose_{entry.id}", label_visibility="collapsed")
        st.page_link(routes.reading(), label=title, query_params={"article": entry.id}, width="content")
        st.caption(inert(_about(entry)), width="content")
        st.button("Remove", key=f"remove_{entry.id}", type="tertiary", on_click=_remove, args=(entry,))
    return chosen


def _about(entry: Entry) -> str:
    events = counted(entry.events, "event") if entry.pipeline else "not read yet"
    if entry.pipeline == IMPORTED:
        return ", ".join(filter(None, (entry.source, "imported", events)))
    published = f"published {say_day(entry.published)}" if entry.published else "no publication date"
    return ", ".join(filter(None, (entry.source, published, events)))


def _read_again() -> None:
    """Articles that no reading of this version stands for: a search does not see them, or sees them as they were."""
    waiting = shelf.unread()
    if not waiting:
        return
    with st.container(key="unread", border=True, horizontal=True, vertical_alignment="center"):
        st.text(f"{counted(len(waiting), 'article')} not read by this version of Dateline yet.", width="content")
        if st.button("Read now", key="read_now", type="primary"):
            told = st.progress(0.0)
            for number, name in enumerate(waiting, start=1):
                shelf.whole(name)
                told.progress(number / len(waiting), f"{number} of {len(waiting)}")
            st.rerun()


def _remove(entry: Entry) -> None:
    try:
        shelf.library().remove(entry.id)
        session().removed[entry.id] = entry.title
    except LibraryError as error:
        st.toast(inert(str(error)), icon=":material/warning:")


def _undo_removal() -> None:
    for article_id, title in session().removed.items():
        with st.container(key=f"removed_{article_id}", horizontal=True, vertical_alignment="center"):
            st.text(f"Removed: {title}", width="content")
            st.button("Undo", key=f"restore_{article_id}", on_click=_restore, args=(article_id,))


def _restore(article_id: str) -> None:
    shelf.library().restore(article_id)
    session().removed.pop(article_id, None)

"""The top of the page: which article, its headline, its publication date, and what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

import streamlit as st

from viz.charts.words import say_day
from viz.engine.corrections import Settled
from viz.engine.filters import matching
from viz.model import Article, DateMention, Place, Reading, When
from viz.pages import correcting, routes, shelf, view
from viz.pages.adding import FIRST_DAY, LAST_DAY, add_dialog
from viz.pages.download import download_menu
from viz.pages.inert import inert
from viz.pages.proposal import propose_published, set_published
from viz.pages.view import View
from viz.settings import settings


def bar(current: View) -> None:
    """The name of the program, the choice of an article, and adding one."""
    offered = shelf.titles()
    chosen = current.article or next(iter(offered))
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        st.markdown("Dateline", width="content")
        st.session_state["choose_article"] = chosen if chosen in offered else None
        st.selectbox(
            "Article", list(offered), key="choose_article", format_func=lambda one: offered.get(one, one),
            on_change=_open, label_visibility="collapsed", placeholder="Choose an article",
        )  # fmt: skip
        _links()
        if st.button("Add an article", key="add_article"):
            add_dialog()


def plain_bar() -> None:
    """The name of the program as the way back to reading, and the library, on pages that show no single article."""
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        with st.container(key="brand", width="stretch"):
            st.page_link(routes.reading(), label="Dateline")
        _links()


def _links() -> None:
    st.page_link(routes.library(), label="Library")
    if settings().archive:
        st.page_link(routes.archive(), label="Archive")


def headline(read: Reading, settled: Settled, current: View) -> None:
    """The headline, the source, the publication date that can be changed, the counts, and what corrects them.

    What was imported has no date to change: nothing in it counts from one.

    `read` is what the program read, `settled` the same with the corrections.
    """
    reading = settled.reading
    article = reading.article
    st.header(inert(article.title) or "Untitled", anchor=False)
    with st.container(key="meta", horizontal=True, vertical_alignment="center"):
        imported = shelf.is_imported(article.id)
        if imported:
            st.text(_imported(article), width="content")
        else:
            _published(article)
        st.text(counts(reading, shown=len(matching(reading.events, current.filter))), width="content")
        download_menu(reading, current)
        correcting.buttons(read, settled, current)
    correcting.offer_more(read)
    if not imported:
        propose_published(article)


def _published(article: Article) -> None:
    st.text(f"{article.source}, published" if article.source else "Published", width="content")
    st.session_state["published"] = article.published
    st.date_input(
        "Publication date", key="published", min_value=FIRST_DAY, max_value=LAST_DAY,
        format="YYYY-MM-DD", label_visibility="collapsed", on_change=_take_published, width=130,
    )  # fmt: skip


def _imported(article: Article) -> str:
    published = f", published {say_day(article.published)}" if article.published else ""
    return f"Imported from {article.source}{published}" if article.source else f"Imported{published}"


def counts(reading: Reading, *parts: Reading, shown: int | None = None) -> str:
    """What was found: "9 events, 5 dates, 3 places, 1 undated"; `parts` are the readings that `reading` joins.

    With a number `shown` that the filters let through, less than all, "7 of 9 events".
    """
    read = parts or (reading,)
    dates = sum(len(_dates(one)) for one in read)
    places = {place for one in read for place in _places(one)}
    undated = sum(event.when is None for event in reading.events)
    found = {"event": len(reading.events), "date": dates, "place": len(places)}
    words = [counted(number, noun) for noun, number in found.items()]
    if shown is not None and shown < len(reading.events):
        words[0] = f"{shown} of {words[0]}"
    return ", ".join([*words, f"{undated} undated"] if undated else words)


def _dates(reading: Reading) -> Collection[DateMention | When]:
    """The dates in the text; what was imported has none there, only those of its events."""
    return reading.dates or {event.when for event in reading.events if event.when}


def _places(reading: Reading) -> set[Place]:
    named = {one.where.place for one in reading.places if one.where and not one.demonym}
    return named or {event.where.place for event in reading.events if event.where}


def articles(imported: Iterable[bool]) -> str:
    """How many articles, and how many timelines that were imported: "2 articles, 1 timeline"."""
    number = Counter(imported)
    kinds = [counted(number[False], "article")] if number[False] or not number[True] else []
    return ", ".join([*kinds, counted(number[True], "timeline")] if number[True] else kinds)


def counted(number: int, noun: str) -> str:
    """A number and what it counts."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _open() -> None:
    view.write(View(article=st.session_state["choose_article"] or "", clock=view.get().clock))


def _take_published() -> None:
    set_published(st.session_state["published"])

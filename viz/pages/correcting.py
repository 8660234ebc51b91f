"""Correcting a reading: the buttons in the header, undo and redo, and what is offered after a place was corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from viz.charts.words import say_place
from viz.engine.corrections import Correction, Settled, redo, undo
from viz.engine.corrections.more import corrections_for
from viz.engine.filters import matching
from viz.errors import LibraryError
from viz.model import Reading
from viz.pages import shelf
from viz.pages.correct_event import add_event_dialog, correct_dialog
from viz.pages.history import history_dialog
from viz.pages.inert import inert
from viz.pages.session import Offer, session
from viz.pages.view import View


def buttons(read: Reading, settled: Settled, current: View) -> None:
    """One row of buttons; `read` is the program's own reading, `settled` the same after corrections."""
    log = shelf.library().corrections(read.article.id)
    event = next((one for one in matching(settled.reading.events, current.filter) if one.id == current.event), None)
    help_ = None if event else "Select an event first"
    if st.button("Correct", key="correct", disabled=event is None, help=help_) and event:
        session().number += 1
        correct_dialog(read, settled, event)
    if st.button("Add an event", key="add_event"):
        session().number += 1
        add_event_dialog(read)
    if log:
        mine = session().made & {one.id for one in log} or None
        _step("Undo", undo(log, session().author, mine), read)
        _step("Redo", redo(log, session().author, mine), read)
    conflicts = len(settled.conflicts)
    told = f"History, {conflicts} to settle" if conflicts else "History"
    if st.button(told, key="history", type="primary" if conflicts else "secondary"):
        history_dialog(read, settled, log)


def offer_more(read: Reading) -> None:
    """After a place was corrected: the other mentions of the name, in this and other articles, in one go."""
    offer = session().offer
    if offer is None or offer.where.place is None:
        return
    articles = len({reading.article.id for reading, _ in offer.mentions})
    with st.container(key="offer", border=True, horizontal=True, vertical_alignment="center"):
        place = inert(say_place(offer.where.place))
        where = "this article" if articles == 1 else f"{articles} articles"
        count = f"{len(offer.mentions)} more mention{'s' if len(offer.mentions) > 1 else ''}"
        st.markdown(f"{count} of “{inert(offer.name)}” in {where} could be {place} too.", width="content")
        st.button(f"Apply to {count}", key="apply_more", type="primary", on_click=_apply_more, args=(offer,))
        st.button("No", key="apply_none", on_click=_drop_offer)


def _step(label: str, entries: Sequence[Correction], read: Reading) -> None:
    st.button(label, key=label.lower(), disabled=not entries, on_click=_saver(read, entries))


def _saver(read: Reading, entries: Sequence[Correction]) -> Callable[[], None]:
    def save() -> None:
        session().offer = None
        _or_say(lambda: shelf.save(read, *entries))

    return save


def _apply_more(offer: Offer) -> None:
    made = corrections_for(offer.mentions, offer.where, session().author)
    readings = {reading.article.id: reading for reading, _ in offer.mentions}
    for article_id, reading in readings.items():
        about = [one for one in made if one.article_id == article_id]
        _or_say(lambda reading=reading, about=about: shelf.save(reading, *about))  # type: ignore[misc]
    session().note(made)
    session().offer = None


def _drop_offer() -> None:
    session().offer = None


def _or_say(action: Callable[[], None]) -> None:
    try:
        action()
    except LibraryError as error:
        st.toast(inert(str(error)), icon=":material/warning:")

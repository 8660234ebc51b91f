"""The filters: each widget shows what the URL says and writes back to it, so the URL is the only state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import streamlit as st

from viz.engine.filters import places_of, time_of
from viz.model import EventKind, Reading, Status
from viz.pages import view
from viz.pages.adding import FIRST_DAY, LAST_DAY
from viz.pages.view import View


def filter_bar(reading: Reading, current: View) -> None:
    """One row: dates, place, who, kind, status, words, and clearing them all."""
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        _dates(reading, current)
        events = reading.events
        several("Place", "places", _names(place for event in events for place in places_of(event)), current.places)
        several("Who", "who", _names(one.name for event in events for one in event.who), current.who)
        kinds, statuses = {event.kind for event in events}, {event.status for event in events}
        several("Kind", "kinds", [kind for kind in EventKind if kind in kinds], current.kinds)
        several("Status", "statuses", [status for status in Status if status in statuses], current.statuses)
        words(current)
        st.button("Clear filters", key="clear_filters", disabled=not current.is_filtered, on_click=_clear)


def _dates(reading: Reading, current: View) -> None:
    """Two days to type or to pick: a slider over decades could not be set to one of them."""
    whens = [when for event in reading.events if (when := time_of(event, current.clock))]
    days = [when.earliest for when in whens if when.earliest]
    days += [when.latest - timedelta(1) for when in whens if when.latest]
    if days:
        _day("From", "start", current.start, min(days))
        _day("To", "end", current.end, max(days))


def _day(label: str, name: str, chosen: date | None, outermost: date) -> None:
    """The field for one end of the range; while none is chosen, it shows the outermost day of the events."""
    key = f"filter_{name}"
    seed(key, chosen or outermost)
    st.date_input(
        label, key=key, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", width=130,
        on_change=_take_day, args=(name, key, outermost),
    )  # fmt: skip


def _take_day(name: str, key: str, outermost: date) -> None:
    day = st.session_state[key]
    current = view.put(**{name: None if day == outermost else day})
    if current.start and current.end and current.start > current.end:  # the end that was just given counts
        view.put(**{"end" if name == "start" else "start": None})


def several(label: str, name: str, offered: list[Any], chosen: Iterable[Any]) -> None:
    """A field for any number of choices; `name` is the field of the view that holds them."""
    key = f"filter_{name}"
    kept = [choice for choice in chosen if choice in offered]
    seed(key, kept)
    st.multiselect(
        label, offered, key=key, placeholder="all", format_func=str, width=150,
        on_change=_take_several, args=(name, key),
    )  # fmt: skip


def words(current: View) -> None:
    """The field for words that an event must tell."""
    seed("filter_words", current.words)
    st.text_input("Words", key="filter_words", placeholder="any", on_change=_take_words, width=130)


def seed(key: str, value: Any) -> None:
    """Make a widget that is about to be drawn show a value."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _take_several(name: str, key: str) -> None:
    view.put(**{name: tuple(st.session_state[key])})


def _take_words() -> None:
    view.put(words=st.session_state["filter_words"].strip())


def _names(names: Iterable[str]) -> list[str]:
    return sorted(set(names), key=str.casefold)


def _clear() -> None:
    view.write(view.get().cleared())

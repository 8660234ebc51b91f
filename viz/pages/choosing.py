"""Choosing a date or a place: what the program thought of, in order, and whatever else a reader types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

import streamlit as st

from viz.charts.words import say_place, say_when
from viz.engine.corrections.typed import find_places, find_when
from viz.model import AREAS, Event, Place, When, Where
from viz.pages.inert import inert

Answer = TypeVar("Answer")
NOT_DATED, NOT_PLACED = "no date", "no place"


@dataclass(frozen=True, slots=True)
class Chosen(Generic[Answer]):
    """An answer, None for none; not good when what was typed cannot be used."""

    value: Answer | None
    is_good: bool = True


def choose_when(event: Event, published: date | None, key: str) -> Chosen[When]:
    """The date: one of the readings of the words, or one typed in any way an article could say it."""
    above = st.container()
    typed = st.text_input("Another date", key=f"{key}_typed_when", placeholder="3 May 2021, last week, 2021-05 …")
    known = (event.when, *event.when.alternatives) if event.when else ()
    if typed.strip():
        found = find_when(typed, published)
        if found is None:
            st.error(f"“{inert(typed)}” is no date; write for instance 3 May 2021, May 2021 or 2021-05-03.")
            return Chosen(None, is_good=False)
        st.caption(f"That is {inert(say_when(found))}.")
        return Chosen(found)
    options = [*range(len(known)), None]
    at = above.selectbox(
        "Date", options, key=f"{key}_when",
        format_func=lambda one: NOT_DATED if one is None else say_when(known[one]),
    )  # fmt: skip
    return Chosen(None if at is None else known[at])


def choose_place(event: Event, key: str) -> Chosen[Where]:
    """The place: one of the candidates, one of a name that is typed, and its point if the pin is to be moved."""
    above = st.container()
    typed = st.text_input("Another place", key=f"{key}_typed_where", placeholder="a name")
    known = (event.where.place, *event.where.alternatives) if event.where else ()
    if typed.strip():
        known = find_places(typed)
        if not known:
            st.error(f"No place is called “{inert(typed)}”; try another spelling, or move the pin of another place.")
            return Chosen(None, is_good=False)
    options = [*range(len(known)), *([] if typed.strip() else [None])]
    at = above.selectbox(
        "Place", options, key=f"{key}_where_{typed}",
        format_func=lambda one: NOT_PLACED if one is None else _described(known[one]),
    )  # fmt: skip
    place = None if at is None else known[at]
    place = _moved(place, key) if place else None
    if place is None or (event.where and place == event.where.place):
        return Chosen(event.where if place else None)
    return Chosen(Where(place))


def _moved(place: Place, key: str) -> Place:
    if place.kind in AREAS or place.lat is None or place.lon is None:
        return place
    with st.expander("Move the pin"):
        name = f"{key}_{place.geonameid}"
        lat = st.number_input("Latitude", -90.0, 90.0, place.lat, format="%.5f", key=f"{name}_lat")
        lon = st.number_input("Longitude", -180.0, 180.0, place.lon, format="%.5f", key=f"{name}_lon")
    return replace(place, lat=lat, lon=lon)


def _described(place: Place) -> str:
    people = f", {place.population:,} people" if place.population else ""
    inside = f", {place.admin1}" if place.admin1 else ""
    return f"{say_place(place)}{inside}, {place.kind.value}{people}"

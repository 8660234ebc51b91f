"""A pin that a reader has moved on the map -> a correction of the place of its event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from viz.engine.corrections import Field, Settled
from viz.errors import LibraryError, ModelError
from viz.model import AREAS, Place, Reading, Where
from viz.pages.correct_event import save_changes
from viz.pages.inert import inert

DIGITS = 5  # of a degree: about a metre


def move_pin(read: Reading, settled: Settled, pin: Mapping[str, Any]) -> None:
    """Record the new point of the place of an event. What cannot be understood, or is no pin, changes nothing."""
    event = next((one for one in settled.reading.events if one.id == pin.get("event")), None)
    place = moved(event.where.place, pin) if event and event.where else None
    if event is None or place is None:
        return
    try:
        save_changes(read, settled, event, [(Field.WHERE, Where(place))])
    except (LibraryError, ModelError) as error:
        st.toast(inert(str(error)), icon=":material/warning:")


def moved(place: Place, pin: Mapping[str, Any]) -> Place | None:
    """The place at `lat` and `lon` of the pin; longitudes go round, and None stands for what is no point."""
    try:
        lat, lon = float(pin["lat"]), float(pin["lon"])
    except (KeyError, TypeError, ValueError):
        return None
    if place.kind in AREAS or place.lat is None or not -90 <= lat <= 90 or abs(lon) > 1000:
        return None
    return replace(place, lat=round(lat, DIGITS), lon=round((lon + 180) % 360 - 180, DIGITS))

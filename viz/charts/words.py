"""Dates and places in words, as the card, the table and the labels of the figures say them."""

from __future__ import annotations

from datetime import date, timedelta

from viz.model import Event, Granularity, Place, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
UNDATED = "no date"
UNPLACED = "no place"


def say_day(day: date) -> str:
    """20 September 2017."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_when(when: When | None) -> str:
    """A stretch of time as a reader would write it: "August 2017", "until 19 September 2017", "2 to 5 May 2021"."""
    if when is None:
        return UNDATED
    if when.earliest is None or when.latest is None:
        return _say_open(when.earliest, when.latest)
    last = when.latest - timedelta(1)
    if last == when.earliest:
        return say_day(last)
    if _is_whole_month(when.earliest, when.latest):
        return f"{MONTHS[last.month - 1]} {last.year}"
    if _is_whole_year(when.earliest, when.latest):
        return str(last.year)
    if when.granularity is Granularity.DECADE and when.earliest.year % 10 == 0:
        return f"the {when.earliest.year}s"
    return f"{_shortened(when.earliest, last)} to {say_day(last)}"


def _say_open(earliest: date | None, latest: date | None) -> str:
    if latest is not None:
        return f"until {say_day(latest - timedelta(1))}"
    if earliest is not None:
        return f"from {say_day(earliest)} on"
    return UNDATED


def _is_whole_month(earliest: date, latest: date) -> bool:
    return earliest.day == 1 and latest.day == 1 and (latest - earliest).days in range(28, 32)


def _is_whole_year(earliest: date, latest: date) -> bool:
    january = (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 1, 1)
    return january and latest.year == earliest.year + 1


def _shortened(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]}"
    return say_day(first)


def say_place(place: Place) -> str:
    """The name with its country code: "Bishkek (KG)"; a country goes without."""
    if not place.country or place.kind == "country":
        return place.name
    return f"{place.name} ({place.country})"


def say_where(event: Event) -> str:
    """Where an event took place, or that nobody says."""
    return say_place(event.where.place) if event.where else UNPLACED


def plain(text: str) -> str:
    """Text for a plotly label: plotly reads `<b>` and `&amp;` in it, so both signs are written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, length: int) -> str:
    """The first words of a text, with an ellipsis where it was cut."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:") + "…"

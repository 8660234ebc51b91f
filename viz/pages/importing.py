"""Importing a timeline that somebody has as a file: what its columns hold, what becomes of it, and keeping it.

A table asks what each column holds, filled in as far as the names tell; every kind of file shows its first events as
they will be, so that a date or place that was not understood is seen before anything is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from functools import partial
from pathlib import PurePath

import streamlit as st

from viz.charts.words import say_when, say_where
from viz.engine import imports
from viz.engine.imports.assembling import UNDATED, UNPLACED
from viz.engine.imports.spreadsheet import Table
from viz.errors import InputError
from viz.model import Event, Reading, Timeline
from viz.pages import shelf
from viz.pages.inert import inert
from viz.reading import Failure, Upload
from viz.reading.limits import check_length, check_size

ASKED = {
    "headline": "What happened", "when": "Date", "place": "Place",
    "first_day": "or first day", "last_day": "and last day", "country": "Country",
    "lat": "Latitude", "lon": "Longitude", "who": "People (; between them)",
    "text": "Details", "source": "Who says so", "status": "Status",
}  # fmt: skip
RARELY_ASKED = {
    "kind": "Kind of event", "place_kind": "Kind of place", "geonameid": "GeoNames id", "id": "Id of the event",
    "undated": "Why no date", "unplaced": "Why no place", "confidence": "Confidence (0 to 1)",
}  # fmt: skip
COLUMNS = 3
PREVIEWED = 5
MOST_REASONS = 3
LONGEST_EXAMPLE, LONGEST_CELL = 30, 90


def sound(files: Sequence[Upload]) -> tuple[list[Upload], list[Failure]]:
    """The files that hold a timeline, as far as can be told before columns are mapped; and the others, with reasons."""
    good, failures = [], []
    for file in files:
        try:
            check_size(file.name, len(file.content))
            if imports.table_of(file.content, file.name) is None:
                _timeline(file, {})
            good.append(file)
        except InputError as error:
            failures.append(Failure(file.name, error))
    return good, failures


def confirm(file: Upload, key: str) -> list[str]:
    """Show what will become of a file; once the button is pressed it is kept, and these are the ids to open.

    `key` tells this file from the last one, so that no field shows an old answer. Raises LibraryError when the library
    cannot take it.
    """
    table = imports.table_of(file.content, file.name)
    st.text(f"{file.name} is a table. Which column holds what?" if table else f"{file.name} is a timeline.")
    columns = _mapping(table, key) if table else {}
    if table and not columns["headline"]:
        st.info("Say which column tells what happened.")
        _table(table.first)
        return []
    try:
        with st.spinner("Reading"):
            timeline = _timeline(file, columns)
    except InputError as error:
        st.error(inert(str(error)))
        return []
    readings = _titled(timeline.readings, PurePath(file.name).stem, key)
    _preview(timeline.events)
    new = [reading for reading in readings if not _is_here(reading)]
    events = sum(len(reading.events) for reading in new)
    button = f"Import {events} event{'' if events == 1 else 's'}" if new else "Open it"
    if not st.button(button, type="primary", key="import"):
        return []
    shelf.take(*new)
    return [reading.article.id for reading in readings]


def _mapping(table: Table, key: str) -> dict[str, str]:
    """What an event is told by -> the column for it, "" for none; the guess is filled in."""
    with st.container(key="columns", gap="small"):
        asked = _selects(table, ASKED, key)
        with st.expander("More columns", expanded=any(field in table.guess for field in RARELY_ASKED)):
            return asked | _selects(table, RARELY_ASKED, key)


def _selects(table: Table, labels: Mapping[str, str], key: str) -> dict[str, str]:
    offered, chosen = ("", *table.columns), {}
    fields, say = list(labels), partial(_with_example, table)
    for row in range(0, len(fields), COLUMNS):
        for field, place in zip(fields[row : row + COLUMNS], st.columns(COLUMNS), strict=False):
            at = offered.index(table.guess.get(field, ""))
            with place:
                chosen[field] = st.selectbox(labels[field], offered, at, key=f"{key}_{field}", format_func=say)
    return chosen


def _with_example(table: Table, name: str) -> str:
    if not name:
        return "none"
    example = " ".join(table.examples[name].split())
    return f"{name}: {_cut(example, LONGEST_EXAMPLE)}" if example else name


@st.cache_data(max_entries=8, show_spinner=False, hash_funcs={Upload: astuple})
def _timeline(file: Upload, columns: Mapping[str, str]) -> Timeline:
    timeline = imports.read(file.content, file.name, columns=columns)
    for reading in timeline.readings:
        check_length(file.name, reading.article.text)
    return timeline


def _titled(readings: Sequence[Reading], stem: str, key: str) -> list[Reading]:
    """The readings; of one alone the title can be changed. Where the file has none, it is the stem of its name."""
    if len(readings) != 1:
        return list(readings)
    article = readings[0].article
    told = article.title if article.title != article.source else stem
    title = st.text_input("Title", told, key=f"{key}_title").strip()
    return [replace(readings[0], article=replace(article, title=title or told))]


def _preview(events: Sequence[Event]) -> None:
    """The first events as they will be, how many have no date or place, and why."""
    rows = [
        {"When": say_when(event.when), "Where": say_where(event), "What happened": event.headline}
        for event in events[:PREVIEWED]
    ]
    _table(rows)
    st.caption(inert(_summary(events)))


def _table(rows: Sequence[Mapping[str, str]]) -> None:
    with st.container(key="preview"):
        st.table([{inert(name): inert(_cut(words, LONGEST_CELL)) for name, words in row.items()} for row in rows])


def _summary(events: Sequence[Event]) -> str:
    undated, unplaced = [one.undated for one in events if one.undated], [one.unplaced for one in events if one.unplaced]
    shown = f"The first {PREVIEWED} of {len(events)} events" if len(events) > PREVIEWED else "All events"
    without = [f"{len(undated)} without a date"] * bool(undated) + [f"{len(unplaced)} without a place"] * bool(unplaced)
    reasons = dict.fromkeys(reason for reason in (*undated, *unplaced) if reason not in (UNDATED, UNPLACED))
    return " ".join([f"{shown}; {', '.join(without) or 'each has a date and a place'}.", *list(reasons)[:MOST_REASONS]])


def _is_here(reading: Reading) -> bool:
    """Whether it is kept already, which is said; a timeline of the same words but other dates or places replaces it."""
    article_id = reading.article.id
    known = shelf.find(article_id, None)
    if known is None:
        return False
    title = inert(known.title)
    kept = shelf.library().reading(article_id) if shelf.is_imported(article_id) else reading
    if kept is None or kept.events != reading.events:
        st.info(f"“{title}” has the same words; its dates and places will be replaced.")
        return False
    st.info(f"This is already here as “{title}”.")
    return True


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"

"""The history of an article: who corrected what and when, what is to be settled, and taking it all elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from viz.charts.words import say_day
from viz.engine.corrections import Conflict, Correction, Settled, active, correct, read, settle, write
from viz.engine.corrections.correction import STEPS
from viz.errors import DatelineError
from viz.model import Reading
from viz.pages import shelf
from viz.pages.changes import NAMES, said, told
from viz.pages.inert import inert
from viz.pages.session import session

Log = Sequence[Correction]


@st.dialog("History", width="large")
def history_dialog(reading: Reading, settled: Settled, log: Log) -> None:
    """Conflicts first, then every entry, the latest first, then export and import."""
    for number, conflict in enumerate(settled.conflicts):
        _settle(reading, settled, conflict, log, number)
    standing, lost = {one.id for one in active(log)}, {one.id for one in settled.lost}
    with st.container(key="history_entries", gap=None):
        for entry in reversed(log):
            _entry(entry, log, reading, standing, lost)
    if log:
        st.download_button(
            "Export corrections", write(log), file_name="corrections.anno.json", mime="application/ld+json",
            key="export_corrections", on_click="ignore",
        )  # fmt: skip
    else:
        st.text("Nothing has been corrected in this article.")
    _import(reading, log)


def _entry(entry: Correction, log: Log, reading: Reading, standing: set[str], lost: set[str]) -> None:
    """What was done and at which hour; below it, about which words, on which day, and by whom."""
    made = datetime.fromisoformat(entry.made).astimezone(ZoneInfo(st.context.timezone or "UTC")) if entry.made else None
    mark = "" if entry.field in STEPS or entry.id in standing else " *(taken back)*"
    mark += " *(these words are not in the text any more)*" if entry.id in lost else ""
    st.markdown(inert(told(entry, log, reading)) + (f", {made:%H:%M}" if made else "") + mark)
    words = " ".join(entry.quote.exact.split())[:60]
    st.caption(inert(", ".join(filter(None, (f"“{words}”", say_day(made.date()) if made else "", entry.author)))))


def _settle(reading: Reading, settled: Settled, conflict: Conflict, log: Log, number: int) -> None:
    event = next((one for one in settled.reading.events if one.id == conflict.event), None)
    with st.container(key=f"conflict_{number}", border=True):
        about = inert(event.headline) if event else "an event"
        st.markdown(f"About “{about}”, {NAMES[conflict.field]} was decided differently at the same time:")
        for at, one in enumerate(conflict.corrections):
            author = f" ({one.author})" if one.author else ""
            if st.button(f"Keep {inert(said(one.field, one.value) + author)}", key=f"settle_{number}_{at}"):
                base = tuple(other.id for other in conflict.corrections)
                made = correct(
                    log, reading.article.id, one.field, one.value, one.quote, base=base, event=one.event,
                    author=session().author,
                )  # fmt: skip
                _save(reading, [made])


def _import(reading: Reading, log: Log) -> None:
    given = st.file_uploader("Import corrections", type=["json", "jsonld"], key=f"import_{len(log)}")
    if given is None:
        return
    try:
        found = [replace(one, article_id=reading.article.id) for one in read(given.getvalue())]
    except DatelineError as error:
        st.error(inert(str(error)))
        return
    new = [one for one in found if one.id not in {known.id for known in log}]
    lost = settle(reading, [*log, *new]).lost
    missing = sum(one in lost for one in new)
    st.text(f"{len(new)} new, {len(found) - len(new)} known already, {missing} about words that are not in this text")
    if st.button("Take them over", key="take_imported", disabled=not new):
        _save(reading, new)


def _save(reading: Reading, made: Log) -> None:
    try:
        shelf.save(reading, *made)
    except DatelineError as error:
        st.error(inert(str(error)))
        return
    session().note(made)
    st.rerun()

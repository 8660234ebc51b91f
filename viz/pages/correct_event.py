"""The dialogs that correct one event, and that add one the program did not see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from viz.engine.corrections import Correction, Field, Settled, Value, correct, more_mentions, quote_of, saved_together
from viz.engine.corrections.more import name_used
from viz.engine.library import Query
from viz.errors import LibraryError, ModelError
from viz.model import Event, EventKind, Participant, Place, Reading, Status, Where
from viz.pages import shelf, view
from viz.pages.choosing import choose_place, choose_when
from viz.pages.inert import inert
from viz.pages.session import Offer, session
from viz.parsers.events.sentences import split
from viz.reading.text import shortened

_NO_DATE, _NO_PLACE = "Who added it gave no date.", "Who added it gave no place."
Change = tuple[Field, Value]


@st.dialog("Correct this event", width="large")
def correct_dialog(read: Reading, settled: Settled, event: Event) -> None:
    """Every field of an event, each with what else it could be; saving writes an entry for each one changed.

    `settled` stays what it was when the dialog was opened: what somebody else saves meanwhile is not replaced unseen.
    """
    key = f"correct_{session().number}"
    sentence = " ".join(read.article.text[slice(*event.span)].split())
    st.caption(f"“{inert(sentence)}”")
    answers = _fields(read, event, key)
    author = st.text_input("Your name, for the history", session().author, key=f"{key}_author", placeholder="optional")
    with st.container(horizontal=True):
        save = st.button("Save", key="save_correction", type="primary")
        strike = st.button("Strike out this event", key="strike_out")
    if not (save or strike):
        return
    if answers is None and save:
        return
    session().author = author.strip()
    changes: list[Change] = [(Field.STRUCK, True)] if strike else _changes(event, answers or event)
    _close_after(lambda: save_changes(read, settled, event, changes))


@st.dialog("Add an event", width="large")
def add_event_dialog(read: Reading) -> None:
    """An event the program did not see: the sentence that tells it, and what it says."""
    key = f"add_{session().number}"
    text = read.article.text
    spans = [(one.start, one.end) for one in split(text)] or [(0, len(text))]
    span = st.selectbox(
        "The sentence that tells it", spans, key=f"{key}_span",
        format_func=lambda one: " ".join(text[slice(*one)].split()),
    )  # fmt: skip
    blank = Event(
        "new", read.article.id, span, span, shortened(text[slice(*span)]), Status.HAPPENED,
        undated=_NO_DATE, unplaced=_NO_PLACE,
    )  # fmt: skip
    answers = _fields(read, blank, f"{key}_{span[0]}")
    if st.button("Save", key="save_added", type="primary") and answers:
        log = shelf.library().corrections(read.article.id)
        made = correct(log, read.article.id, Field.ADDED, answers, quote_of(text, *span), author=session().author)
        _close_after(lambda: _save_added(read, made))


def _save_added(read: Reading, made: Correction) -> None:
    """Keep an added event and select it."""
    _save(read, [made], None)
    view.put(event=made.added_event)


def _fields(read: Reading, event: Event, key: str) -> Event | None:
    """The widgets; the event as they say it should be, None while an answer cannot be used (and a sentence says so)."""
    headline = st.text_input("Headline", event.headline, key=f"{key}_headline")
    left, right = st.columns(2)
    with left:
        when = choose_when(event, read.article.published, key)
        status = st.selectbox("Status", list(Status), list(Status).index(event.status), key=f"{key}_status")
        who = st.text_input("Who (separate with ;)", "; ".join(one.name for one in event.who), key=f"{key}_who")
    with right:
        where = choose_place(event, key)
        kind = st.selectbox("Kind", list(EventKind), list(EventKind).index(event.kind), key=f"{key}_kind")
        source = st.text_input("Source", event.source, key=f"{key}_source", placeholder="the article itself")
    if not headline.strip():
        st.error("Give a headline.")
        return None
    if not (when.is_good and where.is_good):
        return None
    names = tuple(Participant(name) for part in who.split(";") if (name := part.strip()))
    return replace(
        event, headline=headline.strip(), when=when.value, undated="" if when.value else _NO_DATE, where=where.value,
        unplaced="" if where.value else _NO_PLACE, status=Status(str(status)), kind=EventKind(str(kind)), who=names,
        source=source.strip(),
    )  # fmt: skip


def _changes(before: Event, after: Event) -> list[Change]:
    """The fields that differ."""
    names = tuple(one.name for one in after.who)
    pairs: list[tuple[Field, Value, Value]] = [
        (Field.HEADLINE, before.headline, after.headline),
        (Field.WHEN, before.when, after.when),
        (Field.WHERE, before.where, after.where),
        (Field.STATUS, before.status, after.status),
        (Field.KIND, before.kind, after.kind),
        (Field.WHO, tuple(one.name for one in before.who), names),
        (Field.SOURCE, before.source, after.source),
    ]
    return [(field, new) for field, old, new in pairs if old != new]


def save_changes(read: Reading, settled: Settled, event: Event, changes: Sequence[Change]) -> None:
    """Save an entry for each field changed, by the author of this session; offer a new place to other mentions.

    Raises LibraryError or ModelError, with one sentence, when nothing could be saved.
    """
    log = list(shelf.library().corrections(read.article.id))
    quote = quote_of(read.article.text, *event.trigger)
    made: list[Correction] = []
    for field, value in changes:
        base = settled.base(event.id, field)
        made.append(
            correct(
                [*log, *made], read.article.id, field, value, quote, base=base, event=event.id, author=session().author
            )
        )
    new = next((value for field, value in changes if field is Field.WHERE), None)
    offer = _offer(settled.reading, event, new) if isinstance(new, Where) and event.where else None
    _save(read, saved_together(made), offer)


def _save(read: Reading, made: Sequence[Correction], offer: Offer | None) -> None:
    if made:
        shelf.save(read, *made)
    session().note(made)
    session().offer = offer


def _close_after(save: Callable[[], None]) -> None:
    """Save and close the dialog; a sentence, and the dialog stays, when that cannot be."""
    try:
        save()
    except (LibraryError, ModelError) as error:
        st.error(inert(str(error)))
    else:
        st.rerun()


def _offer(reading: Reading, event: Event, where: Where) -> Offer | None:
    """The other mentions of the name the event was placed by, here and in the library."""
    old: Place | None = event.where.place if event.where else None
    name = name_used(reading, event, old) if old else ""
    if not name or old is None or old == where.place:
        return None
    found = shelf.library().search(Query(words=name))
    others = {one.event.article_id for one in found} - {reading.article.id}
    readings = [reading, *(one for other in sorted(others) if (one := shelf.library().reading(other)))]
    mentions = tuple(
        (one, mention)
        for one, mention in more_mentions(readings, name, old)
        if one is not reading or not event.span[0] <= mention.start < event.span[1]
    )
    return Offer(name, mentions, where) if mentions else None

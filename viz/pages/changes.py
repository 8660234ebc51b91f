"""A correction in plain words, as the history tells it: "Changed the place from Bishkek (KG) to Osh (KG)".

    told(entry, log, read)         the whole sentence, without its full stop
    NAMES[entry.field]             what a reader calls the field
    said(entry.field, value)       a value of it
"""

from __future__ import annotations

from collections.abc import Sequence

from viz.charts.words import UNPLACED, say_place, say_when
from viz.engine.corrections import Correction, Field, Value
from viz.model import Event, Reading, When, Where

Log = Sequence[Correction]
NAMES = {
    Field.WHEN: "the date",
    Field.WHERE: "the place",
    Field.HEADLINE: "the headline",
    Field.STATUS: "the status",
    Field.KIND: "the kind",
    Field.WHO: "who took part",
    Field.SOURCE: "the source",
    Field.STRUCK: "whether it is an event",
    Field.ADDED: "the added event",
    Field.PLACE: "the meaning of the name",
}
_NONE = {Field.WHEN: say_when(None), Field.WHERE: UNPLACED, Field.PLACE: UNPLACED}
_EMPTY = {Field.WHO: "nobody", Field.SOURCE: "the article itself"}
_STEPS = {Field.UNDO: "Took back", Field.REDO: "Brought back"}


def told(entry: Correction, log: Log, read: Reading) -> str:
    """What an entry of the log did; `read` is the program's own reading, whose answers the first entries replaced."""
    if entry.field in _STEPS:
        about = next((one for one in log if one.id == entry.value), None)
        sentence = told(about, log, read) if about else "A correction that is not in this history"
        return f"{_STEPS[entry.field]}: {sentence[0].lower()}{sentence[1:]}"
    if entry.field is Field.STRUCK:
        return "Struck the event out" if entry.value else "Took the struck event in again"
    new = said(entry.field, entry.value)
    if entry.field is Field.ADDED:
        return f"Added the event {new}"
    name = f"what “{entry.quote.exact}” means" if entry.field is Field.PLACE else NAMES[entry.field]
    old = _before(entry, log, read)
    if old == new and isinstance(entry.value, Where):
        return f"Moved the pin of {new}"
    return f"Changed {name} from {old} to {new}" if old else f"Changed {name} to {new}"


def said(field: Field, value: Value) -> str:
    """A value as the card shows it."""
    if value is None:
        return _NONE[field]
    if isinstance(value, When):
        return say_when(value)
    if isinstance(value, Where):
        return say_place(value.place)
    if isinstance(value, Event):
        return f"“{value.headline}”"
    if isinstance(value, bool):
        return "no event" if value else "an event"
    words = ", ".join(value) if isinstance(value, tuple) else str(value)
    return f"“{words}”" if field is Field.HEADLINE else words or _EMPTY.get(field, "")


def _before(entry: Correction, log: Log, read: Reading) -> str:
    """What stood there until then; "" where the event is not known by its old words any more."""
    replaced = [one for one in log if one.id in entry.base]
    if replaced:
        return said(entry.field, replaced[-1].value)
    if entry.field is Field.PLACE:
        named = [one.where for one in read.places if (one.start, one.end) == (entry.quote.start, entry.quote.end)]
        return said(entry.field, named[0]) if named else ""
    added = {one.added_event: one.value for one in log}.get(entry.event)
    event = added if isinstance(added, Event) else _event_of(entry, read)
    return said(entry.field, _value_of(event, entry.field)) if event else ""


def _event_of(entry: Correction, read: Reading) -> Event | None:
    words = entry.quote.exact
    named = (one for one in read.events if one.id == entry.event)
    return next((one for one in named if read.article.text[slice(*one.trigger)] == words), None)


def _value_of(event: Event, field: Field) -> Value:
    values: dict[Field, Value] = {
        Field.WHEN: event.when, Field.WHERE: event.where, Field.HEADLINE: event.headline, Field.STATUS: event.status,
        Field.KIND: event.kind, Field.WHO: tuple(one.name for one in event.who), Field.SOURCE: event.source,
    }  # fmt: skip
    return values[field]

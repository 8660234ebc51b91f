"""One correction on one event: the new value, the old one among the alternatives, and who says so as the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from viz.engine.corrections.correction import Correction, Field
from viz.model import Basis, Event, EventKind, Participant, Status, When, Where

TAKEN_AWAY = "A reader has taken it away."
NOT_GIVEN = "The reader who added the event gave none."


def changed(event: Event, correction: Correction) -> Event:
    """The event after a correction of one of its fields."""
    return _CHANGES[correction.field](event, correction)


def said_by(correction: Correction) -> str:
    """Who made it, and when: "Corrected by Aida on 24 November 2026."."""
    day = date.fromisoformat(correction.made[:10]) if correction.made else None
    author = f" by {correction.author}" if correction.author else ""
    return f"Corrected{author}{f' on {day.day} {day:%B %Y}' if day else ''}."


def with_place(old: Where | None, new: Where | None, correction: Correction) -> Where | None:
    """The corrected place with what the program had thought as alternatives."""
    if new is None:
        return None
    thought = (old.place, *old.alternatives) if old else ()
    others = tuple(dict.fromkeys(place for place in thought if place != new.place))
    return Where(new.place, Basis.EXPLICIT, 1.0, said_by(correction), others)


def fitted(event: Event) -> Event:
    """An added event as it fits a text that may have changed: no spans but its own, reasons for what was left open."""
    who = tuple(replace(participant, spans=()) for participant in event.who)
    undated = "" if event.when else event.undated or NOT_GIVEN
    unplaced = "" if event.where else event.unplaced or NOT_GIVEN
    return replace(event, undated=undated, unplaced=unplaced, who=who, also=())


def _when(event: Event, correction: Correction) -> Event:
    new = correction.value
    if not isinstance(new, When):
        return replace(event, when=None, undated=f"{TAKEN_AWAY} {said_by(correction)}")
    old = event.when
    thought = (replace(old, alternatives=()), *old.alternatives) if old else ()
    others = tuple(one for one in thought if (one.earliest, one.latest) != (new.earliest, new.latest))
    told = replace(new, basis=Basis.EXPLICIT, why=said_by(correction), alternatives=others)
    return replace(event, when=told, undated="")


def _where(event: Event, correction: Correction) -> Event:
    new = correction.value if isinstance(correction.value, Where) else None
    where = with_place(event.where, new, correction)
    return replace(event, where=where, unplaced="" if where else f"{TAKEN_AWAY} {said_by(correction)}")


def _who(event: Event, correction: Correction) -> Event:
    names = correction.value if isinstance(correction.value, tuple) else ()
    known = {participant.name: participant for participant in event.who}
    return replace(event, who=tuple(known.get(name, Participant(name)) for name in names))


def _status(event: Event, correction: Correction) -> Event:
    return replace(event, status=Status(str(correction.value)), status_why=said_by(correction))


_CHANGES: dict[Field, Callable[[Event, Correction], Event]] = {
    Field.WHEN: _when,
    Field.WHERE: _where,
    Field.WHO: _who,
    Field.STATUS: _status,
    Field.HEADLINE: lambda event, correction: replace(event, headline=str(correction.value).strip()),
    Field.KIND: lambda event, correction: replace(event, kind=EventKind(str(correction.value))),
    Field.SOURCE: lambda event, correction: replace(event, source=str(correction.value)),
}

"""A reading and a log of corrections -> the reading as corrected.

Pure, and always from the program's own reading: nothing is ever applied twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from viz.engine.alarms import alarms
from viz.engine.corrections.anchor import Span, anchor
from viz.engine.corrections.change import changed, fitted, with_place
from viz.engine.corrections.correction import Correction, Field
from viz.engine.corrections.history import active, heads
from viz.model import Event, PlaceMention, Reading, Where


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field of an event decided differently by people who had not seen each other; the last one is shown.

    A further correction of that field, based on all of these, settles it.
    """

    event: str
    field: Field
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a log: the reading, which entries stand for which event, which found nothing, and what conflicts."""

    reading: Reading
    standing: tuple[tuple[str, Correction], ...] = ()
    lost: tuple[Correction, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def base(self, event_id: str, field: Field) -> tuple[str, ...]:
        """The ids of the entries that stand for a field of an event: what a new correction of it replaces."""
        return tuple(one.id for event, one in self.standing if event == event_id and one.field is field)


def apply(reading: Reading, log: Iterable[Correction]) -> Reading:
    """The reading with every correction that still finds its words."""
    return settle(reading, log).reading


def settle(reading: Reading, log: Iterable[Correction]) -> Settled:
    """The corrected reading with what is to be known about the corrections."""
    log = tuple(log)
    if not active(log):
        return Settled(reading)
    work = _Work(reading, log)
    work.add_events()
    work.correct_places()
    work.correct_events()
    return work.settled()


class _Work:
    """A reading on its way: `events` and `places` change step by step."""

    def __init__(self, reading: Reading, log: tuple[Correction, ...]) -> None:
        self.reading = reading
        self.log = log
        self.active = active(log)
        self.spans = {one.id: anchor(reading.article.text, one.quote) for one in self.active}
        self.events = {event.id: event for event in reading.events}
        self.places = list(reading.places)
        self.standing: list[tuple[str, Correction]] = []
        self.lost: list[Correction] = []
        self.conflicts: list[Conflict] = []
        self.struck: set[str] = set()

    def of(self, *fields: Field) -> list[tuple[Correction, Span]]:
        """The corrections of some fields that find their words; the others are noted as lost."""
        found = []
        for one in self.active:
            if one.field in fields:
                span = self.spans[one.id]
                if span is None:
                    self.lost.append(one)
                else:
                    found.append((one, span))
        return found

    def add_events(self) -> None:
        for one, span in self.of(Field.ADDED):
            if isinstance(one.value, Event):
                name = one.added_event
                told = replace(one.value, id=name, article_id=self.reading.article.id, span=span, trigger=span)
                self.events[name] = fitted(told)
                self.standing.append((name, one))

    def correct_places(self) -> None:
        """What a name means, in the text and in the events that were placed by it."""
        groups: dict[int, list[Correction]] = {}
        for one, span in self.of(Field.PLACE):
            at = next((i for i, place in enumerate(self.places) if _overlap((place.start, place.end), span)), None)
            if at is None:
                self.lost.append(one)
            else:
                groups.setdefault(at, []).append(one)
        for at, corrections in groups.items():
            mention = self.places[at]
            chosen = self.choose(f"place-{mention.start}", Field.PLACE, corrections)
            self.replace_mention(at, chosen)

    def replace_mention(self, at: int, chosen: Correction) -> None:
        mention = self.places[at]
        value = chosen.value if isinstance(chosen.value, Where) else None
        corrected = with_place(mention.where, value, chosen)
        self.places[at] = replace(mention, where=corrected)
        for event in list(self.events.values()):
            if mention.where and event.where and event.where.place == mention.where.place and _tells(event, mention):
                self.events[event.id] = changed(event, replace(chosen, field=Field.WHERE))

    def correct_events(self) -> None:
        groups: dict[tuple[str, Field], list[Correction]] = {}
        for one, span in self.of(*_OF_EVENTS):
            event = _event_at(list(self.events.values()), span, one.event)
            if event is None:
                self.lost.append(one)
            else:
                groups.setdefault((event.id, one.field), []).append(one)
        for (name, field), corrections in groups.items():
            chosen = self.choose(name, field, corrections)
            if field is Field.STRUCK:
                self.struck |= {name} if chosen.value else set()
            else:
                self.events[name] = changed(self.events[name], chosen)

    def choose(self, name: str, field: Field, corrections: Sequence[Correction]) -> Correction:
        """The last of the corrections that none replaces; several that differ are a conflict."""
        last = heads(corrections, self.log)
        self.standing += [(name, one) for one in last]
        if any(one.value != last[0].value for one in last):
            self.conflicts.append(Conflict(name, field, last))
        return last[-1]

    def settled(self) -> Settled:
        kept = [event for event in self.events.values() if event.id not in self.struck]
        events = tuple(sorted(kept, key=lambda event: (event.trigger, event.id)) if self.has_added() else kept)
        found = alarms(events, self.reading.article, self.reading.dates)
        reading = replace(self.reading, events=events, places=tuple(self.places), alarms=found)
        return Settled(reading, tuple(self.standing), tuple(self.lost), tuple(self.conflicts))

    def has_added(self) -> bool:
        return len(self.events) > len(self.reading.events)


_OF_EVENTS = (
    Field.WHEN, Field.WHERE, Field.HEADLINE, Field.STATUS, Field.KIND, Field.WHO, Field.SOURCE, Field.STRUCK,
)  # fmt: skip


def _event_at(events: Sequence[Event], span: Span, hint: str) -> Event | None:
    """The event told by the words of a span: the same words first, then the most of them, then its only sentence."""
    exact = [event for event in events if event.trigger == span]
    if exact:
        return next((event for event in exact if event.id == hint), exact[0])
    near = max(events, key=lambda event: (_overlap(event.trigger, span), event.id == hint), default=None)
    if near is not None and _overlap(near.trigger, span):
        return near
    around = [event for event in events if event.span[0] <= span[0] and span[1] <= event.span[1]]
    return around[0] if len(around) == 1 else None


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _tells(event: Event, mention: PlaceMention) -> bool:
    return any(span[0] <= mention.start and mention.end <= span[1] for span in (event.span, *event.also))

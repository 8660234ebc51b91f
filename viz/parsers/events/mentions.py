"""One event for several mentions: what the lead says and the body repeats with its date is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from viz.model import Event


def fold(events: Sequence[Event], lemmas: Sequence[str]) -> tuple[Event, ...]:
    """The events with repetitions folded into the mention that tells most; `lemmas` are the words of their triggers."""
    kept: list[tuple[Event, str]] = []
    for event, lemma in zip(events, lemmas, strict=True):
        same = (i for i, (other, _) in enumerate(kept) if _says_same(other, event))
        again = (i for i, (other, word) in enumerate(kept) if word == lemma and _is_same(other, event))
        twin = next(same, next(again, None))
        if twin is None:
            kept.append((event, lemma))
            continue
        other, word = kept[twin]
        weight = (lambda told: told.confidence) if _says_same(other, event) else _fullness
        better = weight(event) > weight(other)
        fuller, shorter = (event, other) if better else (other, event)
        merged = replace(fuller, also=(*fuller.also, shorter.trigger, *shorter.also))
        kept[twin] = (_completed(merged, shorter), lemma if better else word)
    return tuple(sorted((event for event, _ in kept), key=lambda event: event.trigger))


def _completed(event: Event, other: Event) -> Event:
    """An event with the date or place that only its other mention has; a possibility takes no date from a fact."""
    if event.when is None and other.when is not None and event.status is other.status:
        event = replace(event, when=other.when, undated="")
    if event.where is None and other.where is not None:
        event = replace(event, where=other.where, unplaced="")
    return event


def _says_same(one: Event, two: Event) -> bool:
    """Whether one line tells both: "flew to Osh to meet him" for the flight and for the meeting."""
    return one.span == two.span and one.headline == two.headline


def _is_same(one: Event, two: Event) -> bool:
    """Whether two mentions with the same word can be one event: somebody in common, and no fact against it."""
    if one.span == two.span or not _names(one) & _names(two) or _at_odds(one, two):
        return False
    if one.when is not None and two.when is not None and not one.when.overlaps(two.when.earliest, two.when.latest):
        return False
    places = [event.where.place for event in (one, two) if event.where is not None]
    return len(places) < 2 or places[0].country == places[1].country


def _names(event: Event) -> set[str]:
    return {person.name.split()[-1].lower() for person in event.who}


def _at_odds(one: Event, two: Event) -> bool:
    """Whether both name two people or more, and not the same ones."""
    proper = [{name for name in (p.name.split()[-1] for p in event.who) if name[:1].isupper()} for event in (one, two)]
    return min(map(len, proper)) > 1 and len(proper[0] & proper[1]) < 2


def _fullness(event: Event) -> int:
    """How much a mention tells: a closed date and a place before all."""
    dated = 0 if event.when is None else 1 if event.when.is_open else 3
    return dated + (2 if event.where is not None else 0) + (1 if event.source else 0) + len(event.who)

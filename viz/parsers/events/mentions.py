"""One event for several mentions: what the lead says and the body repeats with its date is told once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from viz.model import AREAS, Basis, Event, Where
from viz.parsers.events.coreference import Mention, belief, is_akin, weights
from viz.parsers.events.headlines import DENIED

_ALIKE = 0.4  # belief from which on two mentions are one event

_COUNT = re.compile(
    r"\b(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\b"
)
_SAID_IN = 10  # words that may name a source: "a television report citing unnamed sources said that"


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the word of its trigger, and the noun it is told of, "" for a name or none ("boat").

    `mentions` are those folded into it so far, itself among them.
    """

    event: Event
    lemma: str
    theme: str = ""
    mentions: tuple[Mention, ...] = ()

def fold(tellings: Sequence[Telling], learned: Mapping[str, float] | None = None) -> tuple[Event, ...]:
    """The events with repetitions folded into the mention that tells most.

    `learned` weighs the signs of `coreference`, the shipped weights if None.
    """
    table = weights() if learned is None else learned
    kept: list[Telling] = []
    for telling in tellings:
        twin = _twin(telling, kept, table)
        if twin is None:
            kept.append(telling)
            continue
        other = kept[twin]
        weight = (lambda told: told.confidence) if _says_same(other, telling) else _fullness
        better = weight(telling.event) > weight(other.event)
        fuller, shorter = (telling, other) if better else (other, telling)
        also = (*fuller.event.also, shorter.event.trigger, *shorter.event.also)
        event = _completed(replace(fuller.event, also=also), shorter.event)
        kept[twin] = replace(fuller, event=event, mentions=(*other.mentions, *telling.mentions))
    return tuple(sorted((telling.event for telling in kept), key=lambda event: event.trigger))


def _twin(telling: Telling, kept: Sequence[Telling], table: Mapping[str, float]) -> int | None:
    """The number of the one among those kept that tells the same event; None for something new."""
    for number, other in enumerate(kept):
        if _says_same(other, telling):
            return number
    for number, other in enumerate(kept):
        if _same_word(other, telling) and _is_same(other, telling):
            return number
    beliefs = [_belief(other, telling, table) for other in kept]
    best = max(range(len(kept)), key=beliefs.__getitem__, default=None)
    return best if best is not None and beliefs[best] > _ALIKE else None


def _belief(one: Telling, two: Telling, table: Mapping[str, float]) -> float:
    """How likely a mention is one of those told before, 0 where a fact speaks against it."""
    pairs = ((old, new) for old in one.mentions for new in two.mentions if is_akin(old[1], new[1], table))
    likely = max((belief(old, new, table) for old, new in pairs), default=0.0)
    return 0.0 if likely and (_at_odds(one.event, two.event) or _is_elsewhere(one.event, two.event)) else likely


def _is_elsewhere(one: Event, two: Event) -> bool:
    """Whether both name their places, in different countries, or their days, and no common one."""
    if one.when is not None and two.when is not None and not one.when.overlaps(two.when.earliest, two.when.latest):
        return True
    named = [event.where for event in (one, two) if event.where is not None and event.where.basis is Basis.EXPLICIT]
    return len(named) == 2 and named[0].place.country != named[1].place.country


def _same_word(one: Telling, two: Telling) -> bool:
    """Whether the triggers are the same, of one thing with any particle: a boat "capsized off Osh" and "capsized"."""
    if one.theme and one.theme == two.theme:
        return one.lemma.partition("-")[0] == two.lemma.partition("-")[0]
    return one.lemma == two.lemma


def _completed(event: Event, other: Event) -> Event:
    """An event with the date or place that only its other mention has, or names against a guess of another country; a
    possibility takes no date from a fact."""
    if event.when is None and other.when is not None and event.status is other.status:
        event = replace(event, when=other.when, undated="")
    if other.where is not None and (event.where is None or _corrects(other.where, event.where)):
        event = replace(event, where=other.where, unplaced="")
    return event


def _corrects(named: Where, guessed: Where) -> bool:
    """Whether a place was named where the other mention let one be guessed, or named only what it lies in."""
    if named.basis is not Basis.EXPLICIT:
        return False
    if guessed.basis is not Basis.EXPLICIT:
        return True
    inner, outer = named.place, guessed.place
    return inner.country == outer.country and inner.kind not in AREAS and outer.kind in AREAS


def _says_same(one: Telling, two: Telling) -> bool:
    """Whether one line tells both: "flew to Osh to meet him" for the flight and for the meeting, or of a noun "the army
    said the raid was over" what the verb gives without its source."""
    if one.event.span != two.event.span:
        return False
    first, second = (told.event.headline.removeprefix(DENIED) for told in (one, two))
    return first == second or _claims(one, second) or _claims(two, first)


def _claims(telling: Telling, line: str) -> bool:
    """Whether a noun's line gives all of another one as what somebody says."""
    whole = telling.event.headline
    ends = whole.endswith((f" {line}", f" {line[:1].lower()}{line[1:]}"))
    return ends and telling.mentions[0][1].noun and len(whole.split()) <= len(line.split()) + _SAID_IN


def _is_same(first: Telling, second: Telling) -> bool:
    """Whether two mentions with the same word can be one event: somebody, or some thing, in common, and no fact
    against it."""
    one, two = first.event, second.event
    thing = bool(first.theme) and first.theme == second.theme
    if one.span == two.span or not (thing or _names(one) & _names(two)) or _at_odds(one, two):
        return False
    if one.when is not None and two.when is not None and not one.when.overlaps(two.when.earliest, two.when.latest):
        return False
    places = [event.where for event in (one, two) if event.where is not None]
    if len(places) < 2 or places[0].place.country == places[1].place.country:
        return True
    named = all(where.basis is Basis.EXPLICIT for where in places)
    return not named and _is_retold(one, two)


def _is_retold(lead: Event, body: Event) -> bool:
    """Whether a later sentence tells an earlier one again: the same one acts, with as many others."""
    if not lead.who or not body.who or len(lead.who) != len(body.who):
        return False
    actors = [event.who[0].name.split()[-1].lower() for event in (lead, body)]
    return actors[0] == actors[1] and lead.span[0] < body.span[0]


def _names(event: Event) -> set[str]:
    return {person.name.split()[-1].lower() for person in event.who}


def _at_odds(one: Event, two: Event) -> bool:
    """Whether both name two people or more, and not the same ones, or count them and come to other numbers."""
    counts = [{n for person in event.who for n in _COUNT.findall(person.name.lower())} for event in (one, two)]
    if counts[0] and counts[1] and counts[0].isdisjoint(counts[1]):
        return True
    proper = [{name for name in (p.name.split()[-1] for p in event.who) if name[:1].isupper()} for event in (one, two)]
    return min(map(len, proper)) > 1 and len(proper[0] & proper[1]) < 2


def _fullness(event: Event) -> int:
    """How much a mention tells: a closed date and a place before all."""
    dated = 0 if event.when is None else 1 if event.when.is_open else 3
    return dated + (2 if event.where is not None else 0) + (1 if event.source else 0) + len(event.who)

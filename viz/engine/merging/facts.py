"""An event as the facts a merge compares: read once per event, so that comparing a pair is set arithmetic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from viz.engine.merging.numbers import FATES, Count, counts
from viz.engine.merging.words import EMPTY_WORDS, LIGHT, families_of, stems, things, tokens
from viz.model import Event, PlaceKind, Reading, Role, Status

REACH = 90
"""Characters of a sentence on each side of the trigger that still speak of the same event."""
NEAR = 40
"""Characters within which a light verb finds the noun that says what happened ("a ceasefire took effect")."""

_BREAK = re.compile(r"[;:]|\s[-–—]+\s|,\s(?:and|but|while|whereas|although)\s")
_COMMON = frozenset(
    """
    president presidents prime minister ministers king queen general mr mrs ms dr sir lord judge senator governor mayor
    chancellor the a an of and its his her their state foreign interior defence defense secretary chief head leader
    deputy former acting
    """.split()
)
_DISASTERS = frozenset("earthquake explosion burning storm flood outage outbreak".split())


@dataclass(frozen=True, slots=True)
class Facts:
    """What one event says. `families` are told by the trigger itself, `context` by the words around it."""

    event: Event
    published: date | None
    trigger: frozenset[str]
    families: frozenset[str]
    context: frozenset[str]
    names: frozenset[tuple[str, ...]]
    nations: frozenset[str]
    agents: frozenset[str]
    speakers: frozenset[str]
    who: frozenset[str]
    words: frozenset[str]
    counts: tuple[Count, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What names the event among all articles."""
        return self.event.article_id, self.event.id

    @property
    def is_claim(self) -> bool:
        """Whether somebody named says it, not the article itself."""
        return bool(self.event.source) and self.event.status in (Status.REPORTED, Status.DENIED)


def facts_of(reading: Reading) -> list[Facts]:
    """The facts of every event of one article."""
    nations = _nations(reading)
    return [_facts(reading, event, nations) for event in reading.events]


def _nations(reading: Reading) -> dict[str, str]:
    """Which country each demonym and each name that can act for a country stands for, in lower case.

    The scene of an event says nothing of its people: towns count only where they stand for a government.
    """
    found: dict[str, str] = {}
    for mention in reading.places:
        acts = mention.demonym or mention.role is Role.ACTOR
        if mention.where and mention.where.place.country and (acts or mention.where.place.kind is PlaceKind.COUNTRY):
            found[mention.text.lower()] = mention.where.place.country
    return found


def _facts(reading: Reading, event: Event, nations: dict[str, str]) -> Facts:
    text = reading.article.text
    before, after = _clause(text, event)
    clause = text[before:after]
    low, high = _window(text, event, REACH)
    told = [frozenset(stems(text[start:end])) for start, end in (event.trigger, *event.also) if end - start <= NEAR]
    trigger = frozenset[str]().union(*told)
    families, context = _families(text, event, told, frozenset(stems(clause)))
    place_words = _place_words(reading, event, before, after)
    who = [participant.name for participant in event.who]
    agent = who[0] if who and not _befell(event, text) else ""
    words = things([word for word in stems(f"{clause} {event.headline}") if word not in place_words])
    dates = [(mention.start - low, mention.end - low) for mention in reading.dates]
    fate = next((fate for told in (families, context) for fate in FATES if fate in told), min(families, default=""))
    return Facts(
        event=event,
        published=reading.article.published,
        trigger=trigger - LIGHT - EMPTY_WORDS - place_words,
        families=families,
        context=context,
        names=frozenset(name for name in (_name(part, nations, text) for part in who) if name),
        nations=_nations_in(" ".join(who), nations) or _nations_in(clause, nations),
        agents=_nations_in(agent, nations),
        speakers=_nations_in(event.source, nations),
        who=things([word for word in stems(" ".join(who)) if word not in place_words]),
        words=words - trigger,
        counts=counts(text[low:high], (event.trigger[0] - low, event.trigger[1] - low), dates, fate),
    )


def _befell(event: Event, text: str) -> bool:
    """Whether the event happened to the first of its people ("a guard was killed"), who is then no agent."""
    trigger = re.escape(text[slice(*event.trigger)])
    return bool(re.search(rf"\b(?:was|were|been|be|being) (?:\w+ )?{trigger}\b", event.headline, re.IGNORECASE))


def _clause(text: str, event: Event) -> tuple[int, int]:
    """The stretch of the sentence around the trigger: at most `REACH` each way, cut at semicolons, colons, dashes."""
    start, end = event.trigger
    low, high = _window(text, event, REACH)
    for cut in _BREAK.finditer(text, low, start):
        low = cut.end()
    cut_after = _BREAK.search(text, end, high)
    return low, cut_after.start() if cut_after else high


def _window(text: str, event: Event, reach: int) -> tuple[int, int]:
    """The trigger with up to `reach` characters of its sentence on each side, no word cut in two."""
    start, end = event.trigger
    low, high = max(event.span[0], start - reach), min(event.span[1], end + reach)
    if low > event.span[0]:
        space = text.find(" ", low, start)
        low = space if space >= 0 else start
    if high < event.span[1]:
        high = max(text.rfind(" ", end, high), end)
    return min(low, start), max(high, end)


def _families(
    text: str, event: Event, told: list[frozenset[str]], clause: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    telling = frozenset[str]().union(*told) - LIGHT - EMPTY_WORDS
    own = frozenset[str]().union(*(families_of((words - LIGHT) or words, clause) for words in told))
    if own <= {"attack"}:  # "hit", "shook" and "ripped through" say less than their subject
        own = _happening(text, event) or own
    near = frozenset(stems(text[slice(*_window(text, event, NEAR))]))
    if not telling:  # a light verb: what happened is the noun beside it
        own |= families_of(near - LIGHT, near)
    context = families_of(clause - LIGHT, clause)
    if not telling and not context:  # "A second, announced ...": the sentence before says a second what
        context = families_of(frozenset(stems(text[max(0, event.span[0] - 2 * REACH) : event.span[0]])) - LIGHT)
    return own, context - own


def _happening(text: str, event: Event) -> frozenset[str]:
    """The disaster that is the subject of the verb: "an explosion ripped through", "the quake that hit"."""
    subject = event.headline.partition(text[slice(*event.trigger)].split(" ")[0])[0]
    return families_of(frozenset(stems(subject)) - LIGHT) & _DISASTERS


def _place_words(reading: Reading, event: Event, before: int, after: int) -> frozenset[str]:
    near = [found for found in reading.places if before <= found.start < after or found.role is Role.ACTOR]
    names = [mention.text for mention in near]
    if event.where:
        names.append(event.where.place.name)
    return frozenset(stems(" ".join(names)))


def _nations_in(words: str, nations: dict[str, str]) -> frozenset[str]:
    lowered = words.lower()
    return frozenset(
        country
        for name, country in nations.items()
        if name in lowered and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lowered)
    )


def _name(participant: str, nations: dict[str, str], text: str) -> tuple[str, ...]:
    """The words of a personal name, () for a description: "President Sadyr Japarov" gives (sadyr, japarov).

    A single capital may only open a sentence ("Gunmen took"): it is a name when the text has it inside one, too.
    """
    words = participant.split()
    if participant.lower() in nations or not words:
        return ()
    described = [at for at, word in enumerate(words) if not word[:1].isupper()]
    tail = words[described[-1] + 1 :] if described else words
    name = tuple(word for word in tokens(" ".join(tail)) if word not in _COMMON and word not in nations)
    if len(name) > 1 or not name or described:
        return name if len(name) > 1 else ()
    return name if re.search(rf"[\w,] {re.escape(words[-1])}(?!\w)", text) else ()

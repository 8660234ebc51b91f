"""Several readings as one, so that everything that shows or exports a reading shows and exports several.

The texts stand below each other under their headlines. Each story is one event: told where its surest report tells it,
with the other reports as further mentions, and all of them named as its sources. Where reports disagree, an alarm says
how: nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from viz.engine.merging import Disagreement, Story, merge
from viz.model import Alarm, Article, DateMention, Event, Participant, PlaceMention, Reading

SEPARATOR = "~"
"""Between the ids of articles where several are named in one text, such as a URL."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Part:
    """A reading with where its text begins in the joined one."""

    reading: Reading
    offset: int

    def moved(self, span: Span) -> Span:
        return span[0] + self.offset, span[1] + self.offset


def together(readings: Sequence[Reading]) -> Reading:
    """One reading of several; the same article counts once, the earliest published comes first."""
    once = {reading.article.id: reading for reading in readings}
    ordered = sorted(once.values(), key=lambda one: (one.article.published or date.max, one.article.id))
    text, parts = _joined(ordered)
    stories = merge(ordered)
    events = (_event(story, parts) for story in stories)
    return Reading(
        _article(ordered, text),
        tuple(moved for part in parts.values() for moved in _dates(part)),
        tuple(moved for part in parts.values() for moved in _places(part)),
        tuple(sorted(events, key=lambda event: (event.trigger, event.id))),
        tuple(alarm for story in stories for alarm in _alarms(story, once)),
        tuple(dict.fromkeys(note for reading in ordered for note in reading.notes)),
    )


def name_of(event: Event) -> str:
    """The id of an event among those of several articles."""
    return f"{event.article_id}-{event.id}"


def _joined(readings: Sequence[Reading]) -> tuple[str, dict[str, _Part]]:
    text, parts = "", {}
    for reading in readings:
        article = reading.article
        told = ", ".join(filter(None, (article.source, article.published.isoformat() if article.published else "")))
        text += "\n\n".join(filter(None, (article.title or "Untitled", told))) + "\n\n"
        parts[article.id] = _Part(reading, len(text))
        text += article.text.rstrip("\n") + "\n\n\n"
    return text, parts


def _article(readings: Sequence[Reading], text: str) -> Article:
    latest = max((one.article.published for one in readings if one.article.published), default=None)
    titles = [one.article.title or "Untitled" for one in readings]
    title = titles[0] if len(titles) == 1 else f"{titles[0]}, and {len(titles) - 1} more"
    names = SEPARATOR.join(one.article.id for one in readings)
    return replace(Article.of(text, title=title, published=latest), id=names)


def _dates(part: _Part) -> list[DateMention]:
    return [replace(one, start=one.start + part.offset, end=one.end + part.offset) for one in part.reading.dates]


def _places(part: _Part) -> list[PlaceMention]:
    return [replace(one, start=one.start + part.offset, end=one.end + part.offset) for one in part.reading.places]


def _event(story: Story, parts: dict[str, _Part]) -> Event:
    lead = story.lead
    part = parts[lead.article_id]
    others = [event for event in story.events if event is not lead]
    also = [part.moved(span) for span in lead.also]
    also += [parts[event.article_id].moved(event.trigger) for event in others]
    return replace(
        lead, id=name_of(lead), span=part.moved(lead.span), trigger=part.moved(lead.trigger), also=tuple(also),
        who=_who(story, parts), source=_sources(story, parts),
    )  # fmt: skip


def _who(story: Story, parts: dict[str, _Part]) -> tuple[Participant, ...]:
    spans: dict[str, list[Span]] = {}
    for event in (story.lead, *(event for event in story.events if event is not story.lead)):
        for participant in event.who:
            moved = [parts[event.article_id].moved(span) for span in participant.spans]
            spans.setdefault(participant.name, []).extend(moved)
    return tuple(Participant(name, tuple(found)) for name, found in spans.items())


def _sources(story: Story, parts: dict[str, _Part]) -> str:
    """Who says so, report by report: "Reuters (A bridge opens); the ministry (Bridge opened)"."""
    told = []
    for event in story.events:
        article = parts[event.article_id].reading.article
        told.append(f"{event.source or article.source or 'the article itself'} ({article.title or 'Untitled'})")
    return "; ".join(dict.fromkeys(told))


def _alarms(story: Story, readings: dict[str, Reading]) -> list[Alarm]:
    name = name_of(story.lead)
    own = [
        replace(alarm, events=(name,))
        for event in story.events
        for alarm in readings[event.article_id].alarms
        if event.id in alarm.events
    ]
    return own + [_disagreement(one, name, readings) for one in story.disagreements if not one.precision_only]


def _disagreement(found: Disagreement, name: str, readings: dict[str, Reading]) -> Alarm:
    claims = [f"{readings[claim.article_id].article.title or 'Untitled'}: {claim.says}" for claim in found.claims]
    return Alarm("reports disagree", f"Reports disagree about the {found.fact}. {'; '.join(claims)}.", (name,))

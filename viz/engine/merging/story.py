"""What a merge gives: stories, and inside them what the reports disagree about."""

from __future__ import annotations

from dataclasses import dataclass

from viz.model import Event


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report says about one fact, in its own terms."""

    article_id: str
    event_id: str
    says: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact the reports tell differently. `precision_only`: one answer lies inside the other, so both may be right."""

    fact: str
    claims: tuple[Claim, ...]
    precision_only: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One happening as one or more reports tell it; the facts stay each report's own.

    `events` come in the order of publication, so the first is the first to have told it. `why` is one sentence on what
    brought the reports together.
    """

    events: tuple[Event, ...]
    why: str
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell it, each once, in the order of publication."""
        return tuple(dict.fromkeys(event.article_id for event in self.events))

    @property
    def lead(self) -> Event:
        """The event to show for all: the surest, of equals the one with the finest date and a place."""
        return max(self.events, key=_telling)


def _telling(event: Event) -> tuple[bool, bool, float, str]:
    return event.when is not None, event.where is not None, event.confidence, event.id

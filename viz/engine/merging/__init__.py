"""The same event told in several articles becomes one story with several sources.

    readings -> facts (one event each) -> candidate pairs -> likeness in points -> groups -> Story

`merge` is a pure function: the groups depend on what the readings say, not on their order. Reports that disagree stay
side by side in `Story.disagreements`; no date, place or toll is ever averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from viz.engine.merging.blocks import candidates
from viz.engine.merging.compare import ENOUGH, Likeness, likeness
from viz.engine.merging.disagree import disagreements
from viz.engine.merging.facts import Facts, facts_of
from viz.engine.merging.story import Claim, Disagreement, Story
from viz.model import Reading

__all__ = ["Claim", "Disagreement", "Story", "merge"]

SLACK = 0.5
"""How far below `ENOUGH` the pairs inside a story may lie on average: not all reports share words with all."""
LEAST = ENOUGH - 2.0
"""What every pair inside a story must reach."""


def merge(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """The stories the readings tell, in time order; every event is in exactly one of them.

    Call it on a whole collection: an event nobody else tells is a story of one. The same article counts once. Work
    grows with the number of events, not with its square (`blocks`).
    """
    once = {reading.article.id: reading for reading in readings}
    facts = sorted((fact for reading in once.values() for fact in facts_of(reading)), key=lambda fact: fact.key)
    groups = _Groups(facts)
    for one, other in groups.links():
        groups.join(one, other)
    return tuple(sorted((groups.story(members) for members in groups.of.values()), key=_order))


def _order(story: Story) -> tuple[bool, date, str, str]:
    when = story.lead.when
    day = (when.earliest or when.latest) if when else None
    return day is None, day or date.max, story.lead.article_id, story.lead.id


class _Groups:
    """Events on their way into stories; `of` maps the first index of each group to its members."""

    def __init__(self, facts: list[Facts]) -> None:
        self.facts = facts
        self.known: dict[tuple[int, int], Likeness | None] = {}
        self.of = {index: [index] for index in range(len(facts))}
        self.home = list(range(len(facts)))

    def likeness(self, one: int, other: int) -> Likeness | None:
        pair = (one, other) if one < other else (other, one)
        if pair not in self.known:
            self.known[pair] = likeness(self.facts[pair[0]], self.facts[pair[1]])
        return self.known[pair]

    def links(self) -> list[tuple[int, int]]:
        """The pairs alike enough to be one, the most alike first."""
        found = []
        for one, other in candidates(self.facts):
            like = self.likeness(one, other)
            if like and like.enough:
                found.append((-like.points, one, other))
        return [(one, other) for _, one, other in sorted(found)]

    def join(self, one: int, other: int) -> None:
        """Make one group of two, unless some pair across them excludes it or they are not alike on the whole."""
        mine, its = sorted((self.home[one], self.home[other]))
        if mine == its:
            return
        total, pairs = 0.0, 0
        for here in self.of[mine]:
            for there in self.of[its]:
                like = self.likeness(here, there)
                if like is None or like.points < LEAST:
                    return
                total, pairs = total + like.points, pairs + 1
        if total >= (ENOUGH - SLACK) * pairs:
            for index in self.of[its]:
                self.home[index] = mine
            self.of[mine] += self.of.pop(its)

    def story(self, members: Iterable[int]) -> Story:
        order = sorted(members, key=lambda index: (self.facts[index].published or date.max, index))
        reports = [self.facts[index] for index in order]
        return Story(tuple(report.event for report in reports), self._why(order), disagreements(reports))

    def _why(self, members: list[int]) -> str:
        if len(members) == 1:
            return "Only this article tells it."
        pairs = [(one, other) for one in members for other in members if one < other]
        found = [like for pair in pairs if (like := self.likeness(*pair))]
        best = max(found, key=lambda like: (like.points, like.reasons))
        articles = len({self.facts[index].event.article_id for index in members})
        told = f"{len(members)} reports in {articles} articles" if articles > 1 else f"{len(members)} accounts"
        return f"{told} are one event: {', '.join(best.reasons)}."

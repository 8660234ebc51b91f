"""Which pairs are worth comparing: only events that share a time and a sign, so that work grows with the events.

A sign is a family, a trigger, a name, a place or a word. A block that many events share (one country's capital on the
day of a summit) is sorted by its contents and each event compared with its neighbours only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from viz.engine.merging.facts import Facts
from viz.model import When

NEIGHBOURS = 30
"""How many events on each side an event of a full block is compared with."""
_DAYS = 62
_YEARS = 24 * 31
Stretch = tuple[str, object]
Block = tuple[Stretch, str]


def candidates(facts: Sequence[Facts]) -> set[tuple[int, int]]:
    """Pairs of indices, the smaller first, that share a block."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    short = {index for index, fact in enumerate(facts) if _is_short(fact.event.when)}
    for index, fact in enumerate(facts):
        signs = _signs(fact)
        for stretch in _stretches(fact):
            for sign in signs:
                blocks[stretch, sign].append(index)
    found: set[tuple[int, int]] = set()
    for ((unit, _), _), block in blocks.items():
        if len(block) > 1:
            found.update(_pairs(block, facts, short if unit == "month" else set()))
    return found


def _pairs(block: list[int], facts: Sequence[Facts], met: set[int]) -> Iterator[tuple[int, int]]:
    """The pairs of one block, leaving out those of which both are in `met`: they meet in a finer block."""
    if len(block) > NEIGHBOURS:
        block = sorted(block, key=lambda index: _contents(facts[index]))
    for place, one in enumerate(block):
        if one in met:
            continue
        for other in block[max(0, place - NEIGHBOURS) : place + 1 + NEIGHBOURS]:
            if one != other:
                yield (one, other) if one < other else (other, one)


def _contents(fact: Facts) -> tuple[str, ...]:
    where = fact.event.where.place.name if fact.event.where else ""
    people = " ".join(name[-1] for name in sorted(fact.names))
    return " ".join(sorted(fact.families)), where, people, " ".join(sorted(fact.words)), *fact.key


def _is_short(when: When | None) -> bool:
    if when is None:
        return False
    first, last = _ends(when)
    return (last - first).days <= _DAYS


def _signs(fact: Facts) -> set[str]:
    signs = {f"sort {family}" for family in fact.families | fact.context}
    signs |= {f"did {word}" for word in fact.trigger}
    signs |= {f"name {name[-1]}" for name in fact.names}
    signs |= {f"word {word}" for word in fact.words | fact.who}
    if fact.event.where:
        signs.add(f"place {fact.event.where.place.name}")
    return signs


def _stretches(fact: Facts) -> Iterator[Stretch]:
    """The days and months an event may share with another; events of a day meet on days, long ones in months."""
    when = fact.event.when
    if when is None:
        yield "month", _month(fact.published) if fact.published else None
        return
    first, last = _ends(when)
    if _is_short(when):
        for day in range(first.toordinal(), min(last.toordinal() + 1, date.max.toordinal()) + 1):
            yield "day", day
    if (last - first).days <= _YEARS:
        for month in range(_month(first), _month(last) + 1):
            yield "month", month
    else:
        yield "span", (first, last)


def _ends(when: When) -> tuple[date, date]:
    """First and last day; an open side counts as one month."""
    month = timedelta(31)
    first = when.earliest or (when.latest - month if when.latest and when.latest > date.min + month else date.min)
    last = when.latest - timedelta(1) if when.latest else (first + month if first < date.max - month else date.max)
    return first, last


def _month(day: date) -> int:
    return day.year * 12 + day.month

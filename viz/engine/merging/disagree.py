"""What the reports of one story disagree about, side by side: nothing is averaged, nothing is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from viz.engine.merging.compare import may_contain, same_place
from viz.engine.merging.facts import Facts
from viz.engine.merging.story import Claim, Disagreement
from viz.model import Status, When

_FACTS_OF_COUNTS = {
    "killing": "number of dead",
    "injury": "number of injured",
    "arrest": "number of arrested",
    "evacuation": "number of displaced",
    "rescue": "number of rescued",
    "kidnapping": "number of hostages",
    "protest": "number of protesters",
    "people": "number of people",
}


def disagreements(reports: Sequence[Facts]) -> tuple[Disagreement, ...]:
    """Every fact that at least two of the reports give, and give differently; () for a single report."""
    found = (_dates(reports), _places(reports), _deeds(reports), _truth(reports))
    return (*(one for one in found if one), *_numbers(reports))


def _claim(report: Facts, says: str) -> Claim:
    return Claim(report.event.article_id, report.event.id, says)


def _dates(reports: Sequence[Facts]) -> Disagreement | None:
    told = [(report, report.event.when) for report in reports if report.event.when]
    if len({(when.earliest, when.latest) for _, when in told}) < 2:
        return None
    claims = tuple(_claim(report, when.edtf) for report, when in told)
    nested = all(_inside(one, other) or _inside(other, one) for (_, one), (_, other) in combinations(told, 2))
    return Disagreement("date", claims, precision_only=nested)


def _inside(inner: When, outer: When) -> bool:
    after = outer.earliest is None or (inner.earliest is not None and inner.earliest >= outer.earliest)
    return after and (outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest))


def _places(reports: Sequence[Facts]) -> Disagreement | None:
    told = [(report, report.event.where.place) for report in reports if report.event.where]
    pairs = [(one, other) for (_, one), (_, other) in combinations(told, 2) if not same_place(one, other)]
    if not pairs:
        return None
    claims = tuple(_claim(report, place.name) for report, place in told)
    return Disagreement("place", claims, precision_only=all(may_contain(one, other) for one, other in pairs))


def _deeds(reports: Sequence[Facts]) -> Disagreement | None:
    """Who did it: only a disagreement when two reports name sides, and the sides differ."""
    sided = [report for report in reports if report.agents]
    if not any(not one.agents & other.agents for one, other in combinations(sided, 2)):
        return None
    if not any(report.is_claim for report in sided):
        return None
    return Disagreement("who did what", tuple(_claim(report, _deed(report)) for report in reports))


def _deed(report: Facts) -> str:
    said = f" (says {report.event.source})" if report.event.source else ""
    return f"{report.event.headline}{said}"


def _truth(reports: Sequence[Facts]) -> Disagreement | None:
    statuses = {report.event.status for report in reports}
    if Status.DENIED not in statuses or len(statuses) == 1:
        return None
    claims = (_claim(report, f"{report.event.status.value}: {_deed(report)}") for report in reports)
    return Disagreement("whether it happened", tuple(claims))


def _numbers(reports: Sequence[Facts]) -> Iterator[Disagreement]:
    for of in sorted({count.of for report in reports for count in report.counts}):
        told = [(report, count) for report in reports for count in report.counts if count.of == of]
        if len({(count.low, count.high) for _, count in told}) > 1 and len({report.key for report, _ in told}) > 1:
            agree = all(one.agrees(other) for (_, one), (_, other) in combinations(told, 2))
            claims = tuple(_claim(report, count.text) for report, count in told)
            yield Disagreement(_FACTS_OF_COUNTS.get(of, f"number ({of})"), claims, precision_only=agree)

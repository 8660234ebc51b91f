"""Intervals of events: one time from the dates of a clause, and the open ones that tense gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from viz.model import Basis, DateMention, Granularity, When
from viz.parsers.events.predicates import TOLD, Predicate

LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
"""A TIMEX3 duration in one unit."""
_CLOCK = re.compile(r"T(\d|MO|DT|MI|AF|EV|NI)")  # of a TIMEX3 value; "TNI" is a night
_CLOSING = frozenset("before until till by".split())
_RANGE = frozenset("between from".split())


def combine(mentions: Sequence[DateMention], predicate: Predicate, published: date | None) -> When | None:
    """One time from the dates of a clause: a range of two, the finest of nested ones, or the first."""
    dated = [(mention, mention.when) for mention in mentions if mention.when is not None]
    if not dated:
        return None
    words = {mention.start: preposition_before(mention, predicate) for mention, _ in dated}
    if len(dated) == 2 and (
        words[dated[0][0].start] in _RANGE or words[dated[1][0].start] in ("to", "until", "through")
    ):
        (_, first), (_, last) = dated
        joined = span_of(first, last)
        if joined is not None:
            return joined
    mention, when = min(dated, key=lambda pair: (width_of(pair[1]), pair[0].start))
    preposition = words[mention.start]
    if when.is_open or _is_clock(mention):
        return when
    if preposition in ("after", "since") and when.latest is not None and when.earliest is not None:
        return since(when, published if preposition == "since" else None, f"{preposition} {mention.text}")
    if preposition in ("until", "till") and predicate.negated and predicate.tense in TOLD:
        return when  # "was not put out until Thursday"
    if preposition in ("until", "till", "before") and when.earliest is not None and _is_only_after(predicate):
        return since(when, None, f"not {preposition} {mention.text}")
    if preposition in _CLOSING and when.latest is not None:
        is_within = preposition != "before" or mention.mod == "END"  # "before the end of May" may be in May
        final = when.latest if is_within or when.earliest is None else when.earliest
        limit = until_day(final - timedelta(1), f"The words “{preposition} {mention.text}” give its end.")
        edtf = limit.edtf if not is_within or "/" in when.edtf else "../" + when.edtf.rstrip("~?")
        return replace(limit, basis=when.basis, edtf=edtf, timex=edtf)
    return when


def _is_only_after(predicate: Predicate) -> bool:
    """Whether something still to come is denied for the time before a day: "is not expected to start before March"."""
    over = predicate.governor
    awaits = over is not None and over.negated and not over.noun and predicate.token.dep == "xcomp"
    return predicate.tense not in TOLD and (predicate.negated or awaits)


def _is_clock(mention: DateMention) -> bool:
    """Whether it tells the hour or part of a day: "before midnight Friday", "before dawn on Monday" are on that day."""
    return bool(_CLOCK.search(mention.value))


def preposition_before(mention: DateMention, predicate: Predicate) -> str:
    """The preposition or conjunction a date hangs from."""
    head = predicate.sentence.head_of(mention.start, mention.end)
    if head is None:
        return ""
    index = predicate.sentence.at(mention.start, mention.end)[0].index
    left = predicate.sentence.tokens[index - 1].lemma if index else ""
    return head.head.lemma if head.dep == "pobj" and head.head.index < head.index else left


def width_of(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 10**6
    return (when.latest - when.earliest).days


def span_of(first: When, last: When) -> When | None:
    """From the start of one time to the end of another; None when they do not follow each other."""
    if first.earliest is None or last.latest is None or first.earliest >= last.latest:
        return None
    edtf = (
        f"{first.edtf}/{last.edtf}"
        if "/" not in first.edtf + last.edtf
        else f"{first.earliest}/{last.latest - timedelta(1)}"
    )
    why = f"From {first.edtf} to {last.edtf}."
    return When(
        first.earliest,
        last.latest,
        max(first.granularity, last.granularity, key=list(Granularity).index),
        edtf,
        edtf,
        first.basis,
        why,
    )


def since(when: When, published: date | None, words: str) -> When:
    """From a time on, until publication where that is known to lie behind it; `words` tell its beginning."""
    start = when.earliest
    end = published + timedelta(1) if published and start and published > start else None
    first = str(start) if "/" in when.edtf else when.edtf.rstrip("~?%")
    edtf = f"{first}/{published}" if end else f"{first}/.."
    return When(start, end, Granularity.OPEN, edtf, edtf, Basis.EXPLICIT, f"The words “{words}” give its beginning.")


def until_day(last: date, why: str) -> When:
    """Known only to be over by a day."""
    edtf = f"../{last.isoformat()}"
    return When(None, last + timedelta(1), Granularity.OPEN, edtf, edtf, Basis.INFERRED, why)


def until(when: When, published: date | None, why: str) -> When | None:
    """Known only to be over by the end of a time, as precisely as it is told, or by publication if that is earlier."""
    if when.latest is None:
        return None
    last = when.latest - timedelta(1)
    if published is not None and published < last:
        return until_day(published, why)
    limit = until_day(last, why)
    if when.granularity not in (Granularity.MONTH, Granularity.YEAR) or "/" in when.edtf:
        return limit
    edtf = "../" + when.edtf.rstrip("~?%")
    return replace(limit, edtf=edtf, timex=edtf)


def still_ahead(when: When, published: date | None) -> When:
    """What is to be done by a day to come begins with the telling: "will double by August"."""
    if published is None or when.earliest is not None or when.latest is None or when.latest <= published:
        return when
    edtf = f"{published}/{when.edtf.removeprefix('../')}"
    return replace(when, earliest=published, edtf=edtf, timex=edtf)


def from_day(first: date, why: str) -> When:
    """Known only to lie ahead of a day."""
    edtf = f"{first.isoformat()}/.."
    return When(first, None, Granularity.OPEN, edtf, edtf, Basis.INFERRED, why)


def month_of(day: date, why: str) -> When:
    """The month around a day."""
    start = day.replace(day=1)
    end = (start + timedelta(32)).replace(day=1)
    text = f"{start.year:04d}-{start.month:02d}"
    return When(start, end, Granularity.MONTH, text, text, Basis.INFERRED, why)


def year_of(year: int, why: str) -> When:
    """A year."""
    text = f"{year:04d}"
    return When(date(year, 1, 1), date(year + 1, 1, 1), Granularity.YEAR, text, text, Basis.INFERRED, why)


def spoken(day: date) -> str:
    """A day as a reader says it: "20 September 2017"."""
    return f"{day.day} {day:%B} {day.year}"

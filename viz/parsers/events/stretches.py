"""Stretches: lengths that tell when something went on by where they end: "for twenty years", "in recent months"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from viz.model import Basis, DateMention, DateType, Granularity, When
from viz.parsers.events.intervals import LENGTH, preposition_before
from viz.parsers.events.other_dates import FIGURES
from viz.parsers.events.predicates import Predicate, Tense

_SOME = re.compile(r"PX([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}
_A_FEW = {"D": 7, "W": 6, "M": 4, "Y": 4}  # of what is "recent", or went on "for months"
_EARNING = frozenset("earn post report lose sell register record".split())
_GOING_ON = frozenset("for over in during within".split())


def stretch_of(mentions: Sequence[DateMention], predicate: Predicate, published: date | None) -> When | None:
    """The stretch that a length without a date of its own tells, None for none or without a day of publication."""
    if published is None:
        return None
    ways: tuple[Callable[[DateMention, Predicate, date], When | None], ...] = (_until_now, _recent, _figures, _within)
    lengths = [m for m in mentions if m.type is DateType.DURATION and m.when is None]
    found: Iterator[When | None] = (way(m, predicate, published) for m in lengths for way in ways)
    return next((when for when in found if when is not None), None)


def _until_now(mention: DateMention, predicate: Predicate, published: date) -> When | None:
    """ "Has been at war for twenty years": up to now."""
    if predicate.tense is not Tense.PERFECT or preposition_before(mention, predicate) != "for":
        return None
    if exact := LENGTH.fullmatch(mention.value):
        return _back(published, int(exact[1]), exact[2], mention.text)
    some = _SOME.fullmatch(mention.value)
    return _back(published, _A_FEW[some[1]], some[1], mention.text) if some else None


def _recent(mention: DateMention, predicate: Predicate, published: date) -> When | None:
    """ "In recent months": some of them, up to now."""
    some = _SOME.fullmatch(mention.value)
    if some is None or "recent" not in mention.text.lower().split():
        return None
    if preposition_before(mention, predicate) not in _GOING_ON:
        return None
    return _back(published, _A_FEW[some[1]], some[1], mention.text)


def _figures(mention: DateMention, predicate: Predicate, published: date) -> When | None:
    """ "In the first nine months, earnings fell": of the year whose first nine months were over last."""
    told = LENGTH.fullmatch(mention.value)
    words = mention.text.lower().split()
    if told is None or told[2] != "M" or not 1 < int(told[1]) < 12 or words[0] != "the" or "next" in words:
        return None
    subject = predicate.subject
    moved = subject is not None and subject.lemma in FIGURES
    if not (moved or predicate.lemma in _EARNING) or predicate.tense in (Tense.FUTURE, Tense.WOULD, Tense.INFINITIVE):
        return None
    months = int(told[1])
    year = published.year if published.month > months else published.year - 1
    if year < date.min.year:
        return None
    end = date(year, months + 1, 1)
    edtf = f"{year:04d}-01/{year:04d}-{months:02d}"
    why = f"The words “{mention.text}” beside figures are those of the year that were over last."
    return When(date(year, 1, 1), end, Granularity.MONTH, edtf, edtf, Basis.INFERRED, why)


def _within(mention: DateMention, predicate: Predicate, published: date) -> When | None:
    """ "To withdraw its troops within 90 days": from now until then."""
    told = LENGTH.fullmatch(mention.value)
    ahead = predicate.tense in (Tense.FUTURE, Tense.WOULD, Tense.INFINITIVE, Tense.MODAL)
    if told is None or not ahead or preposition_before(mention, predicate) != "within":
        return None
    try:
        after = published + timedelta(round(int(told[1]) * _DAYS[told[2]]) + 1)
    except OverflowError:
        return None
    edtf = f"{published}/{after - timedelta(1)}"
    why = f"The words “{mention.text}” tell until when it is to be done."
    return When(published, after, Granularity.OPEN, edtf, edtf, Basis.INFERRED, why)


def _back(published: date, amount: int, unit: str, words: str) -> When | None:
    """So long up to a day; the beginning is about then, and as precise as the unit."""
    try:
        start = published - timedelta(round(amount * _DAYS[unit]))
    except OverflowError:
        return None
    first = start.isoformat()[: {"Y": 4, "M": 7}.get(unit, 10)]
    edtf = f"{first}~/{published}"
    why = f"The words “{words}” tell how long it has gone on."
    return When(start, published + timedelta(1), Granularity.OPEN, edtf, edtf, Basis.INFERRED, why)

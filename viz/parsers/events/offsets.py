"""Offsets: one time told by another and the length between them: "came eight days after a jet had skidded off"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from viz.model import Basis, DateMention, DateType, Granularity, When
from viz.parsers.events.intervals import LENGTH, month_of, preposition_before, spoken, year_of
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Token

_DAYS = {"D": 1, "W": 7}
_SIDES = {"after": -1, "before": 1}
_COARSE = {"M": Granularity.MONTH}
_LONG = (Granularity.MONTH, Granularity.YEAR)
_SHORT = frozenset("hour minute moment shortly".split())
_EXACT = (Granularity.DAY, Granularity.TIME)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a clause lies from another: so many units, back (-) or ahead, and the words that tell it."""

    amount: int
    unit: str
    words: str

    def from_(self, when: When) -> When | None:
        """The time at this distance from another, None where that is not known to the day or no calendar has it.

        What was merely over by a day counts as of about that day: "the fighting came five days after ...".
        """
        vague = when.earliest is None
        start = when.last_day if vague else when.earliest
        coarse = _COARSE.get(self.unit) == when.granularity or (self.unit == "Y" and when.granularity in _LONG)
        if start is None or not (vague or coarse or when.granularity in _EXACT):
            return None
        try:
            found = self._shifted(start, spoken(start) if vague or when.granularity in _EXACT else when.edtf)
        except (OverflowError, ValueError):
            return None
        return replace(found, edtf=f"{found.edtf}~") if vague else found

    def back(self) -> Gap:
        """The same distance seen from the other end."""
        return Gap(-self.amount, self.unit, self.words)

    def _shifted(self, start: date, told: str) -> When:
        why = f"The words “{self.words}” tell how far from {told} it lies."
        if self.unit in _DAYS:
            return When.day(start + timedelta(self.amount * _DAYS[self.unit]), Basis.INFERRED, why)
        if self.unit == "Y":
            return year_of(start.year + self.amount, why)
        months = start.year * 12 + start.month - 1 + self.amount
        return month_of(date(months // 12, months % 12 + 1, 1), why)


def gaps_of(
    predicates: Iterable[Predicate], attached: Mapping[Predicate, Sequence[DateMention]]
) -> dict[Predicate, tuple[Predicate, Gap]]:
    """Which predicates lie at a told distance from which, by the lengths among the dates attached to any."""
    lengths: dict[int, list[DateMention]] = {}
    for predicate, mentions in attached.items():
        lengths.setdefault(predicate.sentence.index, []).extend(m for m in mentions if m.type is DateType.DURATION)
    found: dict[Predicate, tuple[Predicate, Gap]] = {}
    for predicate in predicates:
        over = predicate.governor
        gap = _gap(predicate, lengths.get(predicate.sentence.index, ()))
        if over is None or gap is None:
            continue
        dated = any(mention.when is not None for mention in attached.get(predicate, ()))
        if dated:
            found[over] = predicate, gap.back()
        else:
            found[predicate] = over, gap
    return found


def _gap(predicate: Predicate, lengths: Sequence[DateMention]) -> Gap | None:
    """How far a clause, or a noun, lies from what it hangs from, where a length stands right before its link."""
    link = _link(predicate.token)
    if link is None or link.lemma not in _SIDES or link.index == 0:
        return None
    before = predicate.sentence.tokens[link.index - 1]
    if before.lemma in _SHORT:  # "hours after a bus was ambushed"
        return Gap(0, "D", f"{before.word} {link.word.lower()}")
    length = next((mention for mention in lengths if mention.start <= before.start < mention.end), None)
    told = LENGTH.fullmatch(length.value) if length is not None else None
    if told is None or length is None:
        return None
    return Gap(_SIDES[link.lemma] * int(told[1]), told[2], f"{length.text} {link.word.lower()}")


def length_after(mention: DateMention, predicate: Predicate) -> Gap | None:
    """The length that alone tells how much later something was: "freed after 40 days", but not "after a week of
    rain"."""
    told = LENGTH.fullmatch(mention.value) if mention.type is DateType.DURATION and mention.when is None else None
    if told is None or preposition_before(mention, predicate) != "after":
        return None
    head = predicate.sentence.head_of(mention.start, mention.end)
    if head is None or any(part.dep == "prep" for part in head.children):
        return None
    return Gap(int(told[1]), told[2], f"after {mention.text}")


def _link(token: Token) -> Token | None:
    """The "after" or "before" over a clause, a "doing" or a noun."""
    if token.dep == "acl" and token.tag == "VBN" and token.head.dep == "pobj":
        token = token.head  # "after a bus overturned", read as "a bus that was"
    if token.dep in ("pcomp", "pobj"):
        return token.head if token.head.dep == "prep" else None
    return token.child("mark") if token.dep == "advcl" else None

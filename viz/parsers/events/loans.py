"""Loans: times that a date of another clause gives a predicate outright: "was shot as he left on Friday"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from viz.model import Basis, DateMention, Granularity, When
from viz.parsers.events.asides import done_at, follows, is_moment, is_next_step, is_occasion, is_start, mark, only_does
from viz.parsers.events.intervals import combine, since, until
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.offsets import Gap, gaps_of
from viz.parsers.events.predicates import Predicate, Tense
from viz.parsers.events.scorer import ARRANGING

_NEAR = 31  # days
_FOUNDING = frozenset("found create establish set-up form launch open start begin erupt break-out".split())
_OVER = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PARTICIPLE)


@dataclass(slots=True)
class Loans:
    """The clauses with dates, by the predicate whose time they tell, too."""

    published: date | None
    attached: Mapping[Predicate, Sequence[DateMention]]
    lexicon: Lexicon
    _aims: dict[Predicate, list[Predicate]] = field(default_factory=dict)
    _moments: dict[Predicate, list[Predicate]] = field(default_factory=dict)
    _openings: dict[Predicate, Predicate] = field(default_factory=dict)
    _starts: dict[Predicate, Predicate] = field(default_factory=dict)
    _steps: dict[Predicate, Predicate] = field(default_factory=dict)
    _doings: dict[Predicate, Predicate] = field(default_factory=dict)
    _causes: dict[Predicate, Predicate] = field(default_factory=dict)
    _gaps: dict[Predicate, tuple[Predicate, Gap]] = field(default_factory=dict)  # from the clause above, or below

    @classmethod
    def of(
        cls,
        published: date | None,
        predicates: Iterable[Predicate],
        attached: Mapping[Predicate, Sequence[DateMention]],
        lexicon: Lexicon,
    ) -> Loans:
        """Reads the dated clauses of an article once."""
        loans = cls(published, attached, lexicon)
        loans._gaps = gaps_of(predicates, attached)
        for predicate in attached:
            if predicate.governor is not None:
                loans._enter(predicate, predicate.governor)
        return loans

    def _enter(self, predicate: Predicate, over: Predicate) -> None:
        done = done_at(predicate)
        if follows(predicate):
            self._causes.setdefault(over, predicate)
        if only_does(predicate):
            self._doings.setdefault(over, predicate)
        if predicate.noun:
            if is_occasion(predicate, self.lexicon):
                self._moments.setdefault(over, []).append(predicate)
        elif predicate.token.dep == "advcl" and mark(predicate) == "since":
            self._openings.setdefault(over, predicate)
        elif (since_then := self._founded(predicate)) is not None:
            self._openings.setdefault(since_then, predicate)
        elif is_start(predicate, self.lexicon):
            self._starts.setdefault(over, predicate)
        elif done is not None:
            self._moments.setdefault(done, []).append(predicate)
        elif predicate.tense is Tense.INFINITIVE:
            self._aims.setdefault(over, []).append(predicate)
        elif predicate.tense is over.tense is Tense.PAST and (is_moment(predicate) or self._goes_on(predicate)):
            self._moments.setdefault(over, []).append(predicate)
        elif is_next_step(predicate):
            self._steps.setdefault(over, predicate)

    def when(self, predicate: Predicate) -> When | None:
        """The time that another dated clause gives a predicate; None for none."""
        then = self._when_it_was, self._since, self._started, self._arranged, self._done, self._lent
        ways = *then, self._before_or_after, self._after, self._before_next
        return next((when for way in ways if (when := way(predicate)) is not None), None)

    def distance(self, predicate: Predicate) -> tuple[Predicate, Gap] | None:
        """The clause above a predicate and how far from it the predicate lies, where a length tells that."""
        other, gap = self._gaps.get(predicate, (None, None))
        return (other, gap) if other is not None and gap is not None and other is predicate.governor else None

    def _time_of(self, predicate: Predicate) -> When | None:
        return combine(self.attached.get(predicate, ()), predicate, self.published)

    def _founded(self, predicate: Predicate) -> Predicate | None:
        """The perfect whose subject began as a clause tells: "the court, set up in 1994, has convicted 30"."""
        token, over = predicate.token, predicate.governor
        over = over.governor if over is not None and over.noun and over.token is token.head else over
        begins = self.lexicon.is_verb(predicate.lemma, "begin") or predicate.lemma in _FOUNDING
        begins = begins or self.lexicon.is_event_noun(token.head.lemma)  # "the storm that hit on Monday has killed ten"
        if not begins or token.dep not in ("relcl", "acl") or over is None or over.tense is not Tense.PERFECT:
            return None
        return over if token.head is over.token.child("nsubj", "nsubjpass") else None

    def _goes_on(self, predicate: Predicate) -> bool:
        """ "Stormed a hotel and took hostages on Friday": the day of news behind the second verb is that of both."""
        token = predicate.token
        gapped = token.tag == "VBN" and token.child("auxpass") is None and predicate.passive  # "and ten wounded"
        alone = gapped or token.child("nsubj", "nsubjpass") is None
        if token.dep != "conj" or not alone or self.published is None:
            return False
        when = self._time_of(predicate)
        near = when is not None and when.earliest is not None and (self.published - when.earliest).days <= _NEAR
        return near and when is not None and when.granularity in (Granularity.DAY, Granularity.TIME)

    def _when_it_was(self, predicate: Predicate) -> When | None:
        """The date that a "when" clause explains: "since 2006, when two bridges fell", "in May when it is to go"."""
        over, sentence = predicate.governor, predicate.sentence
        to_go = over is not None and over.lemma == "be" and predicate.token.dep == "xcomp"
        token = over.token if over is not None and to_go else predicate.token
        opening = next((part for part in token.children if part.lemma == "when" and part.index > 1), None)
        if opening is None or opening.index > token.index:
            return None
        before = sentence.tokens[opening.index - 1]
        before = sentence.tokens[opening.index - 2] if before.word == "," else before
        for mention in (mention for mentions in self.attached.values() for mention in mentions):
            if mention.start <= before.start < mention.end and mention.when is not None and not mention.when.is_open:
                why = f"It tells what happened then: “{mention.text}, when ...”."
                return replace(mention.when, basis=Basis.INFERRED, why=why)
        return None

    def _since(self, predicate: Predicate) -> When | None:
        """From the date of a clause on: "has fired critics since the scandal broke in 2015"."""
        opening = self._openings.get(predicate)
        if opening is None or predicate.tense not in (Tense.PERFECT, Tense.PLUPERFECT):
            return None
        when = self._time_of(opening)
        if when is None or when.is_open or when.earliest is None or self._is_ahead(when):
            return None
        return since(when, self.published, f"since {opening.token.word}")

    def _after(self, predicate: Predicate) -> When | None:
        """From what it followed on: "came to power after crowds had stormed the palace in March 2005"."""
        cause = self._causes.get(predicate)
        if cause is None or predicate.tense not in _OVER:
            return None
        when = self._time_of(cause)
        if when is None or when.is_open or when.earliest is None or self._is_ahead(when):
            return None
        return since(when, self.published, f"after {cause.token.word}")

    def _before_next(self, predicate: Predicate) -> When | None:
        """Over by what came next: "studied in London and returned home in 1948"."""
        step = self._steps.get(predicate)
        when = self._time_of(step) if step is not None else None
        if step is None or when is None or when.is_open or self._is_ahead(when):
            return None
        return until(when, self.published, f"It was over by what came next (“{step.token.word}”).")

    def _is_ahead(self, when: When) -> bool:
        return self.published is not None and when.earliest is not None and when.earliest > self.published

    def _started(self, predicate: Predicate) -> When | None:
        """The day on which it is told to begin."""
        start = None if predicate.tense in (Tense.PAST, Tense.PERFECT) else self._starts.get(predicate)
        when = self._time_of(start) if start is not None else None
        if start is None or when is None or when.is_open:
            return None
        return replace(when, basis=Basis.INFERRED, why=f"It begins then (“{start.token.word}”).")

    def _arranged(self, predicate: Predicate) -> When | None:
        """ "A trial is expected to begin next month": what is expected is then."""
        if not (predicate.passive and predicate.lemma in ARRANGING and predicate.tense is Tense.PRESENT):
            return None
        return next((self._time_of(aim) for aim in self._aims.get(predicate, ())), None)

    def _done(self, predicate: Predicate) -> When | None:
        """ "A speech delivered on March 5", "an attack carried out on Friday": the noun is of that day."""
        doing = self._doings.get(predicate)
        return self._time_of(doing) if doing is not None else None

    def _lent(self, predicate: Predicate) -> When | None:
        """A past date that the parser gives to what a past act aims at, or to what went on meanwhile.

        "Invited them to join in July 1997", "was shot as he left the mosque on Friday".
        """
        if predicate.noun or predicate.tense not in (Tense.PAST, Tense.PERFECT) or self.published is None:
            return None
        for below in (*self._aims.get(predicate, ()), *self._moments.get(predicate, ())):
            when = self._time_of(below)
            if when is not None and not when.is_open and when.earliest is not None and when.earliest <= self.published:
                return when
        return None

    def _before_or_after(self, predicate: Predicate) -> When | None:
        """The time at a told distance from a dated clause below: "fired two days after he fled on March 3"."""
        other, gap = self._gaps.get(predicate, (None, None))
        if other is None or gap is None or other.governor is not predicate:
            return None
        base = self._time_of(other)
        return gap.from_(base) if base is not None else None

"""When: the time of each predicate, from its own date, its clause, its source or the passage it stands in.

A date governs the clause it hangs from, not the nearest verb. Without one, tense decides: told as past is "by the
day of the telling", told as coming is "from that day on", and a narrative goes on where its last date left it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from viz.model import Basis, DateMention, Granularity, Status, When
from viz.parsers.events.accounts import is_apart
from viz.parsers.events.ages import at_age, birth_year, is_birth
from viz.parsers.events.asides import (
    LATER,
    dating,
    has_failed,
    is_aim,
    is_beside,
    is_moment,
    is_other,
    is_part,
    is_passed_over,
    is_since_then,
    is_within,
    moves_on,
)
from viz.parsers.events.claims import Claim
from viz.parsers.events.intervals import (
    combine,
    from_day,
    month_of,
    since,
    spoken,
    still_ahead,
    until,
    until_day,
    width_of,
)
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.loans import Loans
from viz.parsers.events.offsets import length_after
from viz.parsers.events.other_dates import TRADING, is_figure, of_itself
from viz.parsers.events.predicates import Predicate, Tense
from viz.parsers.events.scorer import ARRANGING
from viz.parsers.events.stretches import stretch_of

_PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PARTICIPLE, Tense.NONE)
_UNDONE = (Tense.FUTURE, Tense.WOULD, Tense.INFINITIVE, Tense.PRESENT)
_LONG_PAST = 31  # days
_LONG_STRETCH = 366  # days; what is told within a decade does not fill it
_NEWS = 7  # days that a statement may lie back without a date of its own
_REACTING = frozenset(
    """deny reject accuse condemn warn urge criticise criticize praise welcome denounce refuse dismiss call-for demand
    appeal blame insist acknowledge congratulate""".split()
)
"""What is done about the news, and hardly on the day of what it is done about."""
_TRADED = frozenset("share stock".split())
_REACH = 2  # sentences that a date stays in force in its paragraph
_FIGURES_REACH = 5  # and the period of figures, in whatever paragraphs


@dataclass(frozen=True, slots=True)
class Dated:
    """An answer: a time, or the reason there is none. `own` tells whether a date of the clause gives it."""

    when: When | None
    reason: str = ""
    own: bool = False


@dataclass(slots=True)
class Clock:
    """Dates predicates in the order of the text, keeping the running time of the passage."""

    published: date | None
    attached: dict[Predicate, list[DateMention]]
    claims: dict[Predicate, Claim]
    lexicon: Lexicon
    _running: tuple[When, Predicate] | None = None
    _known: dict[Predicate, Dated] = field(default_factory=dict)
    _loans: Loans = field(init=False)
    _born: int | None = field(init=False)

    def __post_init__(self) -> None:
        self._loans = Loans.of(self.published, self.claims, self.attached, self.lexicon)
        self._born = birth_year(self.claims, self.attached)

    def when(self, predicate: Predicate) -> Dated:
        """The time of one predicate; ask in the order of the text, governors are dated on the way."""
        if predicate not in self._known:
            self._known[predicate] = Dated(None, "It hangs from itself.")
            self._known[predicate] = self._date(predicate)
        return self._known[predicate]

    def _date(self, predicate: Predicate) -> Dated:
        claim = self.claims[predicate]
        attached = self.attached.get(predicate, [])
        mentions = of_itself(attached, predicate, self.published, self.lexicon)
        own = combine(mentions, predicate, self.published) or self._loans.when(predicate) or self._apart(predicate)
        own = own or stretch_of(mentions, predicate, self.published) or self._so_long_after(mentions, predicate)
        own = own or at_age(predicate, self._born)
        if own is not None and self._belies(predicate, claim, own):
            own = self._other_reading(predicate, claim, own)
        if own is not None:
            beside = is_beside(predicate) or self._loans.distance(predicate) is not None
            if claim.status in (Status.HAPPENED, Status.REPORTED) and not beside and not self._is_frame(predicate):
                self._running = (own, predicate)
            ahead = claim.status in (Status.PLANNED, Status.HYPOTHETICAL) and not predicate.noun
            return Dated(still_ahead(own, self.published) if ahead else own, own=True)
        if claim.status is Status.HYPOTHETICAL:
            return Dated(None, "It may never happen, and the text gives no date for it.")
        told = self._told(claim)
        relative = next((mention for mention in mentions if mention.when is None), None)
        if told is None and relative is not None:
            return Dated(None, f"“{relative.text}” needs the publication date, which is not known.")
        if claim.status is Status.PLANNED:
            return self._arranged(predicate) or self._in_its_course(predicate) or self._ahead(told)
        if claim.status is Status.DENIED and predicate.tense in _UNDONE and not has_failed(predicate):
            return Dated(None, "It is said not to happen at all.")
        return self._undated(predicate, claim, told)

    def _is_frame(self, predicate: Predicate) -> bool:
        """Whether a dated clause dates no story: a birth, or the saying of what was just dated itself."""
        told = self._running is not None and self._running[1].sentence is predicate.sentence
        return is_birth(predicate) or (told and self._only_tells(predicate))

    def _apart(self, predicate: Predicate) -> When | None:
        """The time at a told distance from the clause above: "came eight days after a jet had skidded off"."""
        far = self._loans.distance(predicate)
        base = self.when(far[0]).when if far is not None else None
        return far[1].from_(base) if far is not None and base is not None else None

    def _belies(self, predicate: Predicate, claim: Claim, own: When) -> bool:
        """Whether a plan has a date long past: it dates what the plan is about ("will examine the war of 1994")."""
        ahead = claim.status is Status.PLANNED and predicate.tense in (Tense.FUTURE, Tense.WOULD, Tense.INFINITIVE)
        if not ahead or predicate.noun or own.latest is None or self.published is None or is_aim(predicate):
            return False
        return (self.published - own.latest).days > _LONG_PAST

    def _other_reading(self, predicate: Predicate, claim: Claim, own: When) -> When | None:
        """Another reading of a date that a plan belies: "is due to land in August and to drill in November"."""
        over = predicate.governor
        ahead = predicate.tense is Tense.FUTURE
        ahead = ahead or (over is not None and over.tense in (Tense.PRESENT, Tense.INFINITIVE))
        readings = (other for other in own.alternatives if ahead and not self._belies(predicate, claim, other))
        found = next(readings, None)
        return replace(found, why="It is told as still to come, so the date ahead is meant.") if found else None

    def _told(self, claim: Claim) -> date | None:
        """The last day on which the telling can have been: that of the source's statement, or publication."""
        if claim.reporter is not None:
            said = self.when(claim.reporter)
            if said.own and said.when is not None and said.when.latest is not None:
                return said.when.latest - timedelta(1)
        return self.published

    def _arranged(self, predicate: Predicate) -> Dated | None:
        """What the verb over it arranges for a day: "elections are scheduled for Oct. 26"."""
        over = predicate.governor
        if over is None or over.noun:
            return None
        if predicate.token.dep == "conj" and predicate.helpers and predicate.helpers[0].head is over.token:
            return self._from_governor(predicate, over)  # "are to be delivered next year and deployed there"
        return self._from_governor(predicate, over) if predicate.noun and over.lemma in ARRANGING else None

    def _in_its_course(self, predicate: Predicate) -> Dated | None:
        """What something of long ago was done for: "returned only once, in 1999, to receive a prize"."""
        over = predicate.governor
        if over is None or not is_aim(predicate):
            return None
        dated = self.when(over)
        last = dated.when.latest if dated.own and dated.when is not None else None
        if dated.when is None or last is None or self.published is None or (self.published - last).days < _LONG_PAST:
            return None
        why = f"It is what was done then (“{over.token.word}”) for."
        return Dated(replace(dated.when, basis=Basis.INFERRED, why=why))

    def _so_long_after(self, mentions: list[DateMention], predicate: Predicate) -> When | None:
        """So long after the last date of the passage: "was seized in May and freed after 40 days"."""
        if self._running is None or predicate.tense not in _PAST or predicate.noun:
            return None
        when, last = self._running
        near = predicate.sentence.paragraph == last.sentence.paragraph
        near = near and 0 <= predicate.sentence.index - last.sentence.index <= _REACH
        gaps = (length_after(mention, predicate) for mention in mentions)
        gap = next((one for one in gaps if one is not None), None)
        found = gap.from_(when) if gap is not None and near and last is not predicate else None
        return replace(found, edtf=f"{found.edtf}~") if found is not None else None

    def _ahead(self, told: date | None) -> Dated:
        if told is None:
            return Dated(None, "It lies ahead, and neither the text nor a publication date says when.")
        return Dated(from_day(told, f"It still lay ahead on {spoken(told)}."))

    def _undated(self, predicate: Predicate, claim: Claim, told: date | None) -> Dated:
        governor = predicate.governor
        described = predicate.tense is Tense.PERFECT and predicate.token.dep == "relcl"
        if described and governor is not None and governor.lemma == "be":
            return Dated(None, "It is background to a description, told without any date.")
        inherited = self._since_then(predicate) or (self._from_governor(predicate, governor) if governor else None)
        if inherited is not None:
            return inherited
        if told is None:
            present = predicate.tense in (Tense.PRESENT, Tense.PROGRESSIVE, Tense.PERFECT)
            going_on = None if present else self._continued(predicate)
            return going_on or Dated(None, "The text gives no date, and the publication date is not known.")
        if predicate.tense in (Tense.PRESENT, Tense.PROGRESSIVE):
            return Dated(When.day(told, Basis.INFERRED, f"It was under way when it was told, on {spoken(told)}."))
        told_alike = claim.reporter is None or is_figure(predicate)
        if predicate.tense in (Tense.PAST, Tense.NONE, Tense.PARTICIPLE) and told_alike:
            going_on = self._continued(predicate)
            if going_on is not None:
                return going_on
        if self._is_news(predicate, claim):
            why = f"It is an act the report tells beside the news of {spoken(told)}, without another date."
            return Dated(When.day(told, Basis.INFERRED, why))
        return Dated(until_day(told, f"It was past when it was told, on {spoken(told)}."))

    def _is_news(self, predicate: Predicate, claim: Claim) -> bool:
        """Whether an undated act of diplomacy belongs to the day: the first sentence tells news of that very day."""
        acts = not predicate.noun and self.lexicon.is_verb(predicate.lemma, "diplomacy")
        if not acts or claim.status is not Status.HAPPENED or predicate.tense not in (Tense.PAST, Tense.PARTICIPLE):
            return False
        opening = (dated for other, dated in self._known.items() if other.sentence.index == 0 and dated.own)
        today = self.published
        return any(d.when is not None and d.when.earliest == today and predicate.sentence.index > 0 for d in opening)

    def _from_governor(self, predicate: Predicate, governor: Predicate) -> Dated | None:
        """What hangs from a dated clause: at the same time, or over by then."""
        dep, tense = predicate.token.dep, predicate.tense
        if governor.noun and governor.governor is not None and not predicate.noun and dep in ("relcl", "acl"):
            over = governor.governor  # "after protests that left ten dead": over by the time of the verb
            governor = governor if over.noun or self.when(governor).own else over
        dated = self.when(dating(governor))
        if dated.when is None or not dated.own:
            return None
        why = f"The clause it belongs to (“{governor.token.word}”) gives the time."
        carried = replace(dated.when, basis=Basis.INFERRED, why=why)
        if predicate.noun:
            return Dated(carried) if is_part(predicate) and not governor.noun else None
        together = (dep == "conj" and tense is governor.tense) or is_moment(predicate) or is_within(predicate)
        if together or dep in ("xcomp", "pcomp") or (dep == "advcl" and tense is Tense.PARTICIPLE):
            return Dated(carried)
        over_by = f"It was over by then, when what “{governor.token.word}” tells took place."
        past = tense in _PAST and dep in ("advcl", "relcl", "acl")
        if past and any(part.lemma in LATER for part in predicate.token.children) and not dated.when.is_open:
            return Dated(since(dated.when, self.published, f"later than {governor.token.word}"))
        limit = until(dated.when, self.published, over_by) if past else None
        return Dated(limit) if limit is not None else None

    def _is_aside(self, predicate: Predicate, when: When) -> bool:
        """Whether a clause does not date what it stands in: "Sadykova, who won in 2019, fell", "a rally planned for
        Friday was banned"; "the blasts that shook Osh on Friday killed ten" does."""
        token = predicate.token
        if token.dep == "advcl" and token.lemma == "bear":
            return True  # "born in Osh in 1917, he studied in London"
        if token.dep not in ("relcl", "acl"):
            return False
        ahead = self.published is not None and when.earliest is not None and when.earliest > self.published
        return ahead or not self.lexicon.is_event_noun(token.head.lemma)

    def _only_tells(self, predicate: Predicate) -> bool:
        """Whether a verb gives an account, whose day is not that of what it tells: "he died on Friday, she said"."""
        return not predicate.noun and self.lexicon.is_verb(predicate.lemma, "say", "claim")

    def _carries(self, predicate: Predicate, when: When) -> bool:
        """Whether a passage's time can be that of what goes on in it: no long stretch nor one that still runs ("since
        Tuesday"), nothing ahead of the report, and no bygone day for what people say now."""
        if when.earliest is None or when.granularity is Granularity.OPEN or width_of(when) > _LONG_STRETCH:
            return False
        if self.published is None:
            return True
        says = predicate.lemma == "announce" or self.lexicon.is_verb(predicate.lemma, "say")
        tells = says and not predicate.noun
        reacts = not predicate.noun and (predicate.lemma in _REACTING or self._is_of_market(predicate))
        limit = 1 if reacts else _NEWS if tells else None
        past = (self.published - when.earliest).days
        return past >= 0 and (limit is None or past <= limit)

    def _since_then(self, predicate: Predicate) -> Dated | None:
        """From the last date of the passage on, where a clause counts from it."""
        if self._running is None or not is_since_then(predicate):
            return None
        when, last = self._running
        near = 0 <= predicate.sentence.index - last.sentence.index <= _REACH
        past = self.published is None or (when.earliest is not None and when.earliest < self.published)
        if not near or not past or when.is_open or when.earliest is None:
            return None
        return Dated(since(when, self.published, "since then"))

    def _is_of_market(self, predicate: Predicate) -> bool:
        """ "Shares fell 4 percent": on the day of the news."""
        subject = predicate.subject
        moves = self.lexicon.is_verb(predicate.lemma, "movement") or predicate.lemma in TRADING
        return moves and subject is not None and subject.lemma in _TRADED

    def _continued(self, predicate: Predicate) -> Dated | None:
        """The running time of the passage; a date of long ago is widened to its month, since the story moves on."""
        if self._running is None:
            return None
        when, last = self._running
        here, there = predicate.sentence, last.sentence
        figures = is_figure(predicate) and is_figure(last) and width_of(when) > _LONG_PAST
        reach = _FIGURES_REACH if figures else _REACH
        near = (figures or there.paragraph == here.paragraph) and 0 <= here.index - there.index <= reach
        told = here is not there and self.claims[predicate].reporter is not None  # what a source tells may be older
        if not near or when.earliest is None or (told and not figures):
            return None
        above = here is there and predicate.token in last.token.ancestors()
        if above and (self._is_aside(last, when) or self._only_tells(predicate)):
            return None
        if here is there and last.start > predicate.start and is_apart(predicate.token, last.token):
            return None
        if is_passed_over(last, predicate) and not self.lexicon.is_event_noun(last.token.head.lemma):
            return None
        if not self._carries(predicate, when) or moves_on(predicate):
            return None
        why = f"The passage is about {when.edtf}, and the sentence goes on with it."
        old = self.published is not None and (self.published - when.earliest).days > 366
        if old and here is not there and is_other(predicate, last):
            return None
        if old and when.granularity in (Granularity.DAY, Granularity.TIME) and predicate.governor is not last:
            return Dated(month_of(when.earliest, why))
        if when.granularity is Granularity.TIME and here is not there:
            return Dated(When.day(when.earliest, Basis.INFERRED, why))  # the hour was that of the other act
        return Dated(replace(when, basis=Basis.INFERRED, why=why))

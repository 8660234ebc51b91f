"""Events from an article: sentences, trees, predicates, then for each event its time, place, people and status."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from viz.model import Article, Basis, DateMention, Event, EventKind, PlaceMention, Status, When
from viz.parsers.events.accounts import REPORTING
from viz.parsers.events.anchors import asks_for, attach
from viz.parsers.events.asides import only_does, only_starts
from viz.parsers.events.casing import recase
from viz.parsers.events.claims import Claim, claim_of
from viz.parsers.events.clauses import parse_plainly
from viz.parsers.events.grammar import Grammar
from viz.parsers.events.headlines import headline, is_sound
from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.mentions import Telling, fold
from viz.parsers.events.names import People
from viz.parsers.events.naming import Countries
from viz.parsers.events.other_dates import is_written
from viz.parsers.events.predicates import Predicate, find_predicates
from viz.parsers.events.ranker import Weights, ranks
from viz.parsers.events.scorer import ANOTHER, Context, company, features, is_told_as_done, score, threshold, weights
from viz.parsers.events.sentences import is_wire, split
from viz.parsers.events.spots import Atlas, Placed
from viz.parsers.events.syntax import Sentence
from viz.parsers.events.times import Clock, Dated


@dataclass(slots=True, eq=False)
class Candidate:
    """A predicate with everything found out about it; `dates` are those of its sentence."""

    predicate: Predicate
    claim: Claim
    dated: Dated
    placed: Placed
    kind: EventKind
    dates: Sequence[DateMention]
    said: When | None


def find_events(
    article: Article,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    *,
    grammar: Grammar | None,
    gazetteer: Countries | None = None,
) -> tuple[Event, ...]:
    """The events of an article in the order of the text.

    `dates` and `places` are its mentions, `grammar` the model of `load_grammar` or None for clause rules, `gazetteer`
    knows countries and their capitals (without one no event is placed at a government's seat).
    """
    sentences = read_sentences(article, places, grammar)
    survey, table = Survey(article, sentences, dates, places, gazetteer), weights()
    rates = [score(signs, table) for signs in survey.features]
    chosen = survey.candidates(rates, threshold(), ranks()["where"])
    return choose(article, chosen, people_of(sentences, places))


def people_of(sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> People:
    """Everybody the sentences name."""
    people = People(lexicon(), frozenset(place.start for place in places if not place.demonym))
    for sentence in sentences:
        people.read(sentence)
    return people


def choose(
    article: Article,
    rated: Sequence[tuple[Candidate, float]],
    people: People,
    learned: Mapping[str, float] | None = None,
) -> tuple[Event, ...]:
    """Events of the candidates that scored well: details of another event and repetitions fold into it.

    `learned` weighs the signs of `coreference`, the shipped weights if None.
    """
    told = [
        (event, predicate)
        for event, predicate in mentions(article, rated, people)
        if is_sound(event.headline, predicate)
    ]
    tellings = [Telling(event, one.lemma, _theme(one), ((event, one),)) for event, one in told]
    return fold(tellings, learned)


def mentions(
    article: Article, rated: Sequence[tuple[Candidate, float]], people: People
) -> list[tuple[Event, Predicate]]:
    """The candidates as events, but for details of another one."""
    chosen = {candidate.predicate for candidate, _ in rated}
    kept = [(candidate, rate) for candidate, rate in rated if not _is_detail(candidate, chosen)]
    return [(_event(article, candidate, rate, people), candidate.predicate) for candidate, rate in kept]


def _theme(predicate: Predicate) -> str:
    """The thing a verb is told of, where it is a single one that may be meant again: "a boat capsized ... the boat"."""
    noun = predicate.object if predicate.passive else predicate.subject
    if noun is None or predicate.noun or noun.tag != "NN" or noun.child("conj") is not None:
        return ""
    if any(part.lemma in ANOTHER for part in noun.children):
        return ""
    return noun.lemma if noun.child("det", "poss") is not None else ""


def _is_detail(candidate: Candidate, chosen: Container[Predicate]) -> bool:
    """What has no date of its own and only tells how another event was: "killed in clashes", "toppled by protests",
    "expressed surprise in a note handed to the envoy"."""
    predicate = candidate.predicate
    governor = predicate.governor
    if asks_for(predicate) or (predicate.noun and governor is not None and asks_for(governor)):
        return True
    if only_does(predicate) and governor in chosen:
        return True
    if candidate.dated.own or governor is None or governor.noun or governor not in chosen:
        return False
    if not predicate.noun:
        return _is_means(predicate, governor)
    return not lexicon().is_verb(governor.lemma, *REPORTING)


def _is_means(predicate: Predicate, governor: Predicate) -> bool:
    """Whether a participle only describes what somebody said or wrote something in."""
    if predicate.token.dep != "acl" or not predicate.passive:
        return False
    between = list(itertools.takewhile(lambda part: part is not governor.token, predicate.token.ancestors()))
    if any(part.dep not in ("pobj", "prep") for part in between):
        return False
    links = (part.lemma for part in between if part.dep == "prep" and part.lemma != "of")
    return next(links, "") in ("in", "by", "through")  # "in a note of reply handed to"


def read_sentences(article: Article, places: Sequence[PlaceMention], grammar: Grammar | None) -> list[Sentence]:
    """The parsed sentences of an article, lower-cased text re-cased first."""
    text, words = article.text, lexicon()
    wire = is_wire(text)
    stretches = split(text, places)
    cased = text
    if wire:
        names = [(place.start, place.end) for place in places]
        cased = recase(text, names, (s.body for s in stretches), words, grammar.vocabulary if grammar else None)
    if grammar is None:
        return parse_plainly(text, cased, stretches, words)
    return grammar.parse(text, cased, stretches, wire=wire)


class Survey:
    """All that is known of the predicates of an article before any choice: claims, times, and where each may be."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        dates: Sequence[DateMention],
        places: Sequence[PlaceMention],
        countries: Countries | None,
    ) -> None:
        words = lexicon()
        told = [predicate for sentence in sentences for predicate in find_predicates(sentence, words)]
        dated = {place for mention in dates for place in range(mention.start, mention.end)}
        self.predicates = [predicate for predicate in told if not _is_season(predicate, dated)]
        self.claims = {predicate: claim_of(predicate, words) for predicate in self.predicates}
        when = attach(dates, sentences, self.predicates, words)
        where = attach(places, sentences, self.predicates, words)
        clock = Clock(article.published, when, self.claims, words)
        self.times = {predicate: clock.when(predicate) for predicate in self.predicates}
        self.atlas = Atlas.of(article.published, sentences, places, where, self.claims, self.times, words, countries)
        self._dates = [mention for mention in dates if mention.when is not None]
        contexts = _contexts(self.predicates, self.claims, when, where, len(sentences), self.atlas)
        self.traits = [features(*pair) for pair in zip(self.predicates, contexts, strict=True)]
        known = zip(self.predicates, self.traits, strict=True)
        self.features = [found.union(company(predicate)) for predicate, found in known]

    def candidates(self, rates: Iterable[float], least: float, weights: Weights) -> list[tuple[Candidate, float]]:
        """The predicates rated at `least` or better, with their place; `weights` are those of "where"."""
        rated = zip(self.predicates, self.traits, rates, strict=True)
        return [
            (self._candidate(one, traits, weights), rate)
            for one, traits, rate in rated
            if rate >= least and not only_starts(one, lexicon())
        ]

    def _candidate(self, predicate: Predicate, traits: Collection[str], weights: Weights) -> Candidate:
        claim, sentence = self.claims[predicate], predicate.sentence
        told = [mention for mention in self._dates if sentence.start <= mention.start < sentence.end]
        said = self.times[claim.reporter].when if claim.reporter is not None else None
        placed, kind = self.atlas.where(predicate, traits, weights), self.atlas.kinds.of(predicate)
        return Candidate(predicate, claim, self.times[predicate], placed, kind, told, said)


def _is_season(predicate: Predicate, dated: Container[int]) -> bool:
    """Whether a noun only belongs to a date: the "fall" of "last fall". `dated` holds the offsets of all dates."""
    return predicate.noun and predicate.start in dated and predicate.end - 1 in dated


def _contexts(
    predicates: Sequence[Predicate],
    claims: dict[Predicate, Claim],
    when: dict[Predicate, list[DateMention]],
    where: dict[Predicate, list[PlaceMention]],
    sentences: int,
    atlas: Atlas,
) -> list[Context]:
    words, told = lexicon(), Counter(predicate.lemma for predicate in predicates)
    siblings: dict[int, list[Predicate]] = {}
    for predicate in predicates:
        siblings.setdefault(predicate.sentence.index, []).append(predicate)
    found, seen = [], set[str]()
    for predicate in predicates:
        group = siblings[predicate.sentence.index]
        dated = sum(1 for other in group if when.get(other) and other is not predicate)
        own = [mention for mention in when.get(predicate, ()) if mention.when is not None]
        located = [mention for mention in where.get(predicate, ()) if not mention.demonym]
        echoes, how = told[predicate.lemma] - 1, atlas.naming_of(predicate)
        told_before = frozenset(seen)
        found.append(Context(words, claims[predicate], own, located, group, sentences, dated, told_before, echoes, how))
        seen.add(predicate.lemma)
    return found


def _line(candidate: Candidate, people: People, hidden: Sequence[tuple[int, int]], status: Status) -> str:
    """The headline; a bare noun says where, or when, to tell one explosion from another."""
    line = headline(candidate.predicate, people, hidden, status)
    if not candidate.predicate.noun or " " in line:
        return line
    where, when = candidate.placed.where, candidate.dated.when
    told = {token.word for token in candidate.predicate.sentence.tokens}
    if where is not None and (where.place.name.split()[0] in told or when is None):
        return f"{line} in {where.place.name}"
    dated = when is not None and (candidate.dated.own or (where is not None and when.edtf[:1].isdigit()))
    return f"{line}, {when.edtf}" if when is not None and dated else line


def _told_by(article: Article) -> When | None:
    """When the article says something in its own voice: on the day it was published."""
    why = "The article says so itself."
    return When.day(article.published, Basis.INFERRED, why) if article.published else None


def _event(article: Article, candidate: Candidate, rate: float, people: People) -> Event:
    predicate, claim = candidate.predicate, candidate.claim
    when, where = candidate.dated.when, candidate.placed.where
    status = _settled(candidate, article)
    hidden = [(mention.start, mention.end) for mention in candidate.dates]
    return Event(
        id=f"{article.id[:6]}-{predicate.start}",
        article_id=article.id,
        span=(predicate.sentence.start, predicate.sentence.end),
        trigger=(predicate.start, predicate.end),
        headline=_line(candidate, people, hidden, status),
        status=status,
        kind=candidate.kind,
        when=when,
        where=where,
        undated="" if when else candidate.dated.reason,
        unplaced="" if where else candidate.placed.reason,
        who=people.participants(predicate),
        source=people.name(claim.source) if claim.source is not None else "",
        said=candidate.said if claim.source is not None else _told_by(article),
        status_why=claim.why,
        confidence=round(rate, 2),
    )


def _settled(candidate: Candidate, article: Article) -> Status:
    """A fact whose date lies after publication is a plan, but not one that is told as done in a year it names."""
    status, when = candidate.claim.status, candidate.dated.when
    if status not in (Status.HAPPENED, Status.REPORTED) or when is None or when.earliest is None:
        return status
    if article.published is None or when.earliest <= article.published:
        return status
    written = any(is_written(mention) and mention.when == when for mention in candidate.dates)
    return status if written and is_told_as_done(candidate.predicate) else Status.PLANNED

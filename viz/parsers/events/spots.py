"""Where: the place of each predicate, from its clause, its passage, its actor or the dateline.

Every place that bears on a predicate is gathered with the ways it was found, "none" among them, and the learned signs
of `spot_signs.py` choose. What the clause does not say is inferred and marked so, with the reason; an event without a
place says why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from viz.model import Basis, Place, PlaceMention, Role, Where
from viz.parsers.events.accounts import REPORTING
from viz.parsers.events.asides import mark
from viz.parsers.events.backdrop import datelines_of, home_market, main_town, most_named
from viz.parsers.events.census import Census
from viz.parsers.events.claims import Claim
from viz.parsers.events.descriptions import descriptions
from viz.parsers.events.kinds import Kinds
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.naming import Countries, Naming, agreeing, namings
from viz.parsers.events.occasions import befell, is_charge, is_occasion, shares_place, stands_behind, took_place_at
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.ranker import Weights, best
from viz.parsers.events.rows import with_rows
from viz.parsers.events.seats import Found, Seats
from viz.parsers.events.spot_signs import Setting, Spot, signs
from viz.parsers.events.syntax import Sentence
from viz.parsers.events.times import Dated
from viz.parsers.events.twins import Twins

_OF_A_LIFE = frozenset("bear study grow-up marry graduate move educate raise settle emigrate live work".split())
_LOOSE = 1.7
_LEAD = 4  # sentences among which a report begins
_BACK, _AHEAD = 3, 1  # sentences whose places still bear on one


@dataclass(frozen=True, slots=True)
class Placed:
    """An answer: a place, or the reason there is none."""

    where: Where | None
    reason: str = ""


@dataclass(slots=True)
class Atlas:
    """The places of one article, and what each predicate may take from them."""

    published: date | None
    lexicon: Lexicon
    claims: Mapping[Predicate, Claim]
    places: Sequence[PlaceMention]
    countries: Countries | None
    kinds: Kinds
    datelines: Mapping[int, Where] = field(default_factory=dict)  # by report
    seats: Seats = field(default_factory=lambda: Seats((), None))
    country: str = ""
    market: str = ""
    town: Where | None = None
    often: Sequence[tuple[Where, int]] = ()
    census: Census = field(default_factory=Census)
    named: dict[int, list[Naming]] = field(default_factory=dict)
    twins: Twins = field(default_factory=Twins)
    times: Mapping[Predicate, Dated] = field(default_factory=dict)
    openings: dict[int, int] = field(default_factory=dict)  # the sentence of each report's dateline
    breaks: str = "other"

    @classmethod
    def of(
        cls,
        published: date | None,
        sentences: Sequence[Sentence],
        places: Sequence[PlaceMention],
        attached: Mapping[Predicate, Sequence[PlaceMention]],
        claims: Mapping[Predicate, Claim],
        times: Mapping[Predicate, Dated],
        lexicon: Lexicon,
        countries: Countries | None,
    ) -> Atlas:
        """Reads the places of an article once, for all its predicates."""
        datelines = datelines_of(sentences, places)
        seats = Seats.read(sentences, places, datelines, countries)
        by_sentence: dict[int, list[Predicate]] = {}
        for predicate in claims:
            by_sentence.setdefault(predicate.sentence.index, []).append(predicate)
        names = agreeing(with_rows(namings(sentences, places, attached, lexicon, countries)))
        names += list(descriptions(sentences, by_sentence, names, lexicon, countries))
        atlas = cls(
            published,
            lexicon,
            claims,
            places,
            countries,
            Kinds(sentences, lexicon),
            datelines,
            seats,
            seats.country,
            home_market(sentences, places),
            main_town(places),
            most_named(places),
            Census.of(names),
            twins=Twins.of_article(claims, names),
            times=times,
            breaks=_breaks(sentences),
        )
        marked = [mention.start for mention in places if mention.role is Role.DATELINE]
        for sentence in sentences:
            led = any(sentence.start <= start < sentence.end for start in marked)  # behind a headline, perhaps
            if sentence.report or (led and sentence.index < _LEAD):
                atlas.openings.setdefault(sentence.report, sentence.index)
        for naming in sorted(names, key=lambda naming: naming.start):
            atlas.named.setdefault(naming.sentence.index, []).append(naming)
        return atlas

    def where(self, predicate: Predicate, traits: Collection[str], weights: Weights) -> Placed:
        """The place of one predicate; `traits` are its signs as a possible event."""
        answers = self.answers(predicate, traits)
        places = [spot.where.place if spot.where else None for spot, _ in answers]
        areas = [place.country or place.name if place else "" for place in places]
        told = {number for number, (spot, _) in enumerate(answers) if "own" in spot.groups}
        number, belief = best([found for _, found in answers], weights, areas, told)
        if told and all("own: in a row" in answers[one][1] for one in told):
            number = len(answers) - 1  # places of equal standing: none of them
        spot = answers[number][0]
        if spot.where is None:
            return Placed(None, spot.why)
        return Placed(_answer(spot, belief))

    def naming_of(self, predicate: Predicate) -> str:
        """Whether the clause itself tells a place: "strong", "weak" (one in another role) or "" for neither."""
        own = [n for n in self.named.get(predicate.sentence.index, ()) if n.predicate is predicate]
        return "strong" if any(n.strong for n in own) else "weak" if own else ""

    def answers(self, predicate: Predicate, traits: Collection[str]) -> list[tuple[Spot, frozenset[str]]]:
        """Every place that bears on a predicate, and none, each with its signs."""
        spots: dict[Place, Spot] = {}
        here = self.named.get(predicate.sentence.index, ())
        origins = {n.where.place for n in here if n.predicate is predicate and n.relation == "origin"}
        for where, way, why in self._found(predicate):
            if where.place in origins:
                continue  # "a woman from Dover was charged"
            (spots.get(where.place) or spots.setdefault(where.place, Spot(where, why))).add(way)
        none = Spot(None, self._nowhere(predicate)).add("none")
        choice = [*spots.values(), none]
        claim, dated = self.claims[predicate], self.times[predicate]
        setting = Setting(
            choice, predicate, traits, self.census, claim, dated, self.published,
            self.datelines.get(predicate.sentence.report), self.country, self.lexicon,
            self.kinds.of(predicate),
        )  # fmt: skip
        return [(spot, signs(spot, setting)) for spot in choice]

    def _nowhere(self, predicate: Predicate) -> str:
        """Why there is no one place, should there be none."""
        here = self.named.get(predicate.sentence.index, ())
        told = (n for n in here if n.row and n.strong)
        row = next((n.row for n in told if n.predicate is predicate or shares_place(predicate, n)), ())
        if row:
            return f"It has several places: {', '.join(row[:-1])} and {row[-1]}."
        return "Neither the sentence nor its passage says where."

    def _found(self, predicate: Predicate) -> Iterator[Found]:
        """Places with the way each was found and why it may be the answer, the most direct first."""
        here = self.named.get(predicate.sentence.index, [])
        yield from self._in_clause(predicate, here)
        yield from self._around(predicate, here)
        yield from self._in_sentence(predicate, here)
        yield from self.seats.of(predicate)
        yield from self._in_passage(predicate)
        if not self._tells(predicate):
            yield from self.twins.of(predicate, self._carries)
        yield from self.twins.below(predicate, here)
        yield from self._of_article(predicate)

    def _in_clause(self, predicate: Predicate, here: Sequence[Naming]) -> Iterator[Found]:
        for naming in here:
            if befell(predicate, naming):
                yield naming.where, "own: befell", f"It befell {naming.where.place.name}."
            if naming.predicate is predicate or shares_place(predicate, naming):
                group = "own" if naming.strong else "beside"
                said = f"“{naming.words}” stands for {naming.where.place.name}." if naming.words else ""
                why = said or f"The clause names {naming.where.place.name}."
                yield naming.where, f"{group}: {naming.relation}", why
                yield naming.where, f"{group}: {naming.role} {'described' if naming.words else 'name'}", why
                if naming.row:
                    yield naming.where, f"{group}: in a row", why
            elif took_place_at(predicate, naming) or stands_behind(predicate, naming):
                why = f"“{predicate.token.word}” goes with what was in {naming.where.place.name}."
                yield naming.where, f"own: {'behind' if predicate.noun else 'at an occasion'}", why

    def _around(self, predicate: Predicate, here: Sequence[Naming]) -> Iterator[Found]:
        """The places of the clauses it hangs from or that hang from it."""
        current, step = predicate, 0
        while current.governor is not None and step < 3:
            said = "telling" if self._tells(current.governor) else "strong"
            under = _opening(current)
            link, current, step = current.token.dep, current.governor, step + 1
            for naming in here:
                if naming.predicate is current:
                    why = f"The clause it belongs to (“{current.token.word}”) gives the place."
                    yield naming.where, f"above: {said if naming.strong else naming.relation}", why
                    yield naming.where, f"above: by {link} {naming.strong}", why
                    yield naming.where, f"above: {self._carries(predicate, naming)}", why
                    if under:
                        yield naming.where, f"above: under {under} {naming.strong}", why
                    if naming.row:
                        yield naming.where, "above: in a row", why
        for naming in here:
            if naming.predicate is not None and naming.predicate.governor is predicate:
                why = f"The clause that goes with it (“{naming.predicate.token.word}”) gives the place."
                later = _is_next(naming)
                there = naming.strong and not later
                yield naming.where, f"below: {'strong' if there else 'next' if later else 'weak'}", why
                yield naming.where, f"below: by {naming.predicate.token.dep} {there}", why
                if under := _opening(naming.predicate):
                    yield naming.where, f"below: under {under} {there}", why
                if is_charge(predicate, naming):
                    yield naming.where, "below: of a charge", why
                if is_occasion(naming.predicate):
                    yield naming.where, f"below: at an occasion {there}", why

    def _in_sentence(self, predicate: Predicate, here: Sequence[Naming]) -> Iterator[Found]:
        others = [n for n in here if n.predicate is not predicate and n.role is not Role.DATELINE]
        lone = len({n.where.place for n in others if n.strong}) == 1
        for naming in others:
            why = f"The same sentence tells of {naming.where.place.name}."
            strength = "strong" if naming.strong else "nation" if naming.demonym else f"weak {naming.role}"
            side = "ahead" if naming.start > predicate.start else "back"
            yield naming.where, f"sentence: {strength} {side}", why
            yield naming.where, f"sentence: {self._carries(predicate, naming)}", why
            yield naming.where, f"sentence: {self._continues(predicate, naming)}", why
            if naming.strong and lone:
                yield naming.where, "sentence: the one place", why
        if others:
            nearest = min(others, key=lambda n: abs(n.start - predicate.start))
            yield nearest.where, "sentence: nearest", f"The same sentence tells of {nearest.where.place.name}."

    def _in_passage(self, predicate: Predicate) -> Iterator[Found]:
        """The places of the sentences before and of the next one."""
        here, latest = predicate.sentence, True
        for distance in (*range(1, _BACK + 1), -_AHEAD):
            around = [n for n in self.named.get(here.index - distance, ()) if n.role is not Role.DATELINE]
            around = [n for n in around if n.sentence.report == here.report]
            strong = [n for n in around if n.strong]
            for naming in (strong[-1:] if distance > 0 else strong[:1]) or around[-1:]:
                why = f"The passage is about {naming.where.place.name}."
                near = "same" if naming.sentence.paragraph == here.paragraph else self.breaks
                strength = "strong" if naming.strong else "weak"
                way = "before" if distance > 0 else "after"
                yield naming.where, f"{way}: {abs(distance)} {strength} {near}", why
                yield naming.where, f"{way}: {self._carries(predicate, naming)}", why
                yield naming.where, f"{way}: {self._continues(predicate, naming)}", why
                if naming.predicate is not None and naming.predicate.lemma in _OF_A_LIFE:
                    yield naming.where, f"{way}: of a life", why
                if naming.strong and latest and distance > 0:
                    latest = False
                    yield naming.where, "before: latest", why

    def _of_article(self, predicate: Predicate) -> Iterator[Found]:
        here = predicate.sentence
        dateline = self.datelines.get(here.report)
        if dateline is not None:
            why = f"The report comes from {dateline.place.name}."
            yield dateline, "dateline", why
            after = here.index - self.openings.get(here.report, 0)
            yield dateline, f"dateline: sentence {min(max(after, 0), 2)}", why
            if any(child.lemma == "here" for child in predicate.token.children):
                yield dateline, "dateline: here", why
        yield from self._of_country()
        if self.town is not None:
            yield self.town, "main town", f"The article is about {self.town.place.name}."
        for where, times in self.often:
            yield where, f"elsewhere: {min(times, 3)}", f"The article tells of {where.place.name}."

    def _of_country(self) -> Iterator[Found]:
        """The country most of the article is about, and that whose firms and money it counts on."""
        if self.countries is None:
            return
        country, market = self.countries.country(self.country), self.countries.country(self.market)
        if country is not None:
            yield Where(country, confidence=0.6), "main country", f"The article is about {country.name}."
        if market is not None:
            way = "home market" if self.census.named else "home market: nothing named"
            yield Where(market, confidence=0.5), way, f"Its firms and its money are those of {market.name}."

    def _carries(self, predicate: Predicate, naming: Naming) -> str:
        """Whether the clause that names a place tells of the same time as a predicate."""
        if naming.predicate is None:
            return "no clause"
        mine, theirs = self.times[predicate].when, self.times[naming.predicate].when
        if mine is None or theirs is None or mine.earliest is None or theirs.earliest is None:
            return "unknown time"
        return "same time" if mine.overlaps(theirs.earliest, theirs.latest) else "other time"

    def _continues(self, predicate: Predicate, naming: Naming) -> str:
        """Whether the clause that names a place tells of the same people as a predicate."""
        one, two = predicate.subject, naming.predicate.subject if naming.predicate is not None else None
        if one is None or two is None:
            return "no subject"
        if one is two or one.lemma.lower() == two.lemma.lower():
            return "same subject"
        return "pronoun subject" if one.tag.startswith("PRP") else "other subject"

    def _tells(self, predicate: Predicate) -> bool:
        return not predicate.noun and self.lexicon.is_verb(predicate.lemma, *REPORTING)


def _opening(predicate: Predicate) -> str:
    """The conjunction of an adverbial clause, "" for any other."""
    return mark(predicate) if predicate.token.dep == "advcl" else ""


def _is_next(naming: Naming) -> bool:
    """Whether a place is where something went afterwards: "closed the airport before heading for Dushanbe"."""
    inner = naming.predicate
    return inner is not None and naming.relation == "goal" and inner.token.head.lemma == "before"


def _breaks(sentences: Sequence[Sentence]) -> str:
    """What a new paragraph means: nothing where most hold one sentence ("loose"), else a turn of the story."""
    body = [sentence for sentence in sentences if not sentence.title]
    paragraphs = len({sentence.paragraph for sentence in body})
    return "loose" if len(body) < _LOOSE * paragraphs else "other"


def _answer(spot: Spot, belief: float) -> Where:
    """The chosen place: explicit when the clause itself names it, else inferred with the reason."""
    where = spot.where
    assert where is not None
    if spot.ways[0].startswith("own") and "stands for" not in spot.why:
        return where
    share = min(1.0, where.confidence * (0.4 + 0.6 * belief))
    return replace(where, basis=Basis.INFERRED, why=spot.why, confidence=round(share, 3))

"""Where: the place of each predicate, from its clause, its passage, its actor or the dateline.

Only a place where something happens counts: a name that stands for a government is an actor. What the clause does not
say is inferred and marked so, with the reason; when nothing bears an inference the event stays unplaced and says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from viz.model import Basis, EventKind, PlaceKind, PlaceMention, Role, Status, Where
from viz.parsers.events.claims import REPORTING, Claim
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Sentence, Token
from viz.parsers.events.times import Dated

_LOCATIVE = (
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "on",
    "across",
    "around",
    "over",
    "off",
    "along",
    "throughout",
    "beside",
)
_GOALS = ("to", "into", "toward", "towards", "for", "through")
_FINE = {
    kind: rank
    for rank, kind in enumerate(
        (
            PlaceKind.SITE,
            PlaceKind.VILLAGE,
            PlaceKind.CITY,
            PlaceKind.DISTRICT,
            PlaceKind.REGION,
            PlaceKind.ISLAND,
            PlaceKind.LAKE,
            PlaceKind.RIVER,
            PlaceKind.MOUNTAIN,
            PlaceKind.SEA,
            PlaceKind.COUNTRY,
            PlaceKind.CONTINENT,
        )
    )
}
_REACH = 2
_NEWS_DAYS = 10


@dataclass(frozen=True, slots=True)
class Placed:
    """An answer: a place, or the reason there is none. `own` tells whether the clause names it."""

    where: Where | None
    reason: str = ""
    own: bool = False


@dataclass(slots=True)
class Atlas:
    """Places predicates in the order of the text, keeping the running place of the passage."""

    published: date | None
    lexicon: Lexicon
    places: Sequence[PlaceMention]
    attached: dict[Predicate, list[PlaceMention]]
    claims: dict[Predicate, Claim]
    dateline: Where | None = None
    nationalities: dict[str, str] = field(default_factory=dict)
    _running: tuple[Where, int, int] | None = None
    _known: dict[Predicate, Placed] = field(default_factory=dict)

    def where(self, predicate: Predicate, dated: Dated) -> Placed:
        """The place of one predicate; ask in the order of the text."""
        if predicate not in self._known:
            self._known[predicate] = self._place(predicate, dated)
        return self._known[predicate]

    def own(self, predicate: Predicate) -> Where | None:
        """The place a clause itself names: the finest of those that hang from it by a place word."""
        ranked = (
            sorted(
                (rank, _FINE[mention.where.place.kind], number, mention.where)
                for number, mention in enumerate(self.attached.get(predicate, ()))
                if mention.where is not None and (rank := self._rank(predicate, mention)) is not None
            )
            if self.attached.get(predicate)
            else []
        )
        return ranked[0][3] if ranked else None

    def _rank(self, predicate: Predicate, mention: PlaceMention) -> int | None:
        """How directly a mention tells the place, 0 best; None when it does not."""
        if mention.role is Role.DATELINE:
            return None
        head = predicate.sentence.head_of(mention.start, mention.end)
        if head is None:
            return None
        if mention.demonym:
            return 3 if predicate.noun and head.head is predicate.token else None
        preposition = _preposition(head)
        if preposition in _LOCATIVE:
            return 0
        if head.dep in ("nsubj", "nsubjpass", "agent", "dative") or preposition in (
            "with",
            "by",
            "of",
            "against",
            "between",
            "from",
            "for",
            "than",
        ):
            return None if not predicate.noun or preposition not in ("of", "from") else 2
        if self.lexicon.is_verb(predicate.lemma, "motion") and (preposition in _GOALS or head.dep == "dobj"):
            return 0
        if head.dep == "dobj" and self.lexicon.is_verb(predicate.lemma, "conflict", "disaster"):
            return 1
        if predicate.noun and head.head is predicate.token:
            return 1
        return (
            2
            if mention.role is Role.LOCATION and (preposition in _GOALS or head.dep not in ("poss", "conj", "dobj"))
            else None
        )

    def _place(self, predicate: Predicate, dated: Dated) -> Placed:
        own = self.own(predicate)
        if own is not None:
            self._running = (own, predicate.sentence.index, predicate.sentence.paragraph)
            return Placed(own, own=True)
        for ask in (
            self._from_clause,
            self._from_sentence,
            self._unsaid,
            self._from_actor,
            self._from_passage,
            self._from_dateline,
            self._from_office,
        ):
            found = ask(predicate, dated)
            if found is not None:
                return found
        return Placed(None, "Neither the sentence nor its passage says where.")

    def _from_clause(self, predicate: Predicate, dated: Dated) -> Placed | None:
        """The place of the clause it hangs from or that hangs from it."""
        current = predicate
        for _ in range(3):
            governor = current.governor
            if governor is None or current.token.dep in ("relcl",):
                return None
            own = self.own(governor)
            if own is not None and not self.lexicon.is_verb(governor.lemma, "say", "claim", "announce"):
                return Placed(_inferred(own, f"The clause it belongs to (“{governor.token.word}”) gives the place."))
            current = governor
        return None

    def _from_sentence(self, predicate: Predicate, dated: Dated) -> Placed | None:
        """The one place that other clauses of the sentence name, statements and plans apart."""
        named = [
            where
            for other in self.attached
            if other.sentence is predicate.sentence
            and not self.lexicon.is_verb(other.lemma, *REPORTING)
            and (where := self.own(other)) is not None
        ]
        if len({where.place for where in named}) != 1 or (
            self.lexicon.is_verb(predicate.lemma, *REPORTING) and not predicate.noun
        ):
            return None
        return Placed(_inferred(named[0], f"The same sentence tells of {named[0].place.name}."))

    def _unsaid(self, predicate: Predicate, dated: Dated) -> Placed | None:
        """A meeting can be anywhere: without a stated place it has none."""
        if not predicate.noun and self.lexicon.is_verb(predicate.lemma, "meet") and predicate.lemma != "sign":
            return Placed(None, "The text does not say where they met or talked.")
        return None

    def _from_actor(self, predicate: Predicate, dated: Dated) -> Placed | None:
        """The act of a government or a body with a nationality took place in its country, or at the dateline there."""
        actor = self._country_of(predicate.subject)
        governor = predicate.governor
        if actor is None and governor is not None and self._borrows(predicate):
            actor = self._country_of(governor.subject)
            if actor is not None and any(child.lemma == "where" for child in predicate.token.children):
                return Placed(_inferred(actor, f"The sentence is about {actor.place.name}."))
        if actor is None:
            return None
        dateline = self.dateline
        at_home = dateline is not None and dateline.place.country == actor.place.country
        if (
            dateline is not None
            and at_home
            and self._is_news(dated)
            and self.claims[predicate].status is Status.HAPPENED
        ):
            return Placed(
                _inferred(
                    dateline, f"The report comes from {dateline.place.name}, and the act is one of {actor.place.name}."
                )
            )
        return Placed(_inferred(actor, f"It is an act of {actor.place.name}."))

    def _borrows(self, predicate: Predicate) -> bool:
        """Whether the clause above tells whose act it is: "its election", "a country where two rulers fell"."""
        pronoun = predicate.subject is not None and predicate.subject.tag.startswith("PRP")
        where = any(child.lemma == "where" for child in predicate.token.children)
        return pronoun or where

    def _country_of(self, token: Token | None) -> Where | None:
        """The one country named in a noun phrase, by name or nationality; None for none and for several."""
        if token is None:
            return None
        words = [word for word in token.subtree() if abs(word.index - token.index) < 6]
        start, end = words[0].start, words[-1].end
        inside = [m.where for m in self.places if start <= m.start and m.end <= end and m.where is not None]
        countries = [where for where in inside if where.place.kind is PlaceKind.COUNTRY]
        return countries[0] if len({where.place.country for where in countries}) == 1 else None

    def _from_passage(self, predicate: Predicate, dated: Dated) -> Placed | None:
        if self._running is None or self.claims[predicate].status is Status.HYPOTHETICAL:
            return None
        where, sentence, paragraph = self._running
        here = predicate.sentence
        if paragraph == here.paragraph and 0 <= here.index - sentence <= _REACH:
            return Placed(_inferred(where, f"The passage is about {where.place.name}."))
        return None

    def _from_dateline(self, predicate: Predicate, dated: Dated) -> Placed | None:
        dateline = self.dateline
        told_by_others = self.claims[predicate].status not in (Status.HAPPENED, Status.REPORTED)
        if dateline is None or not self._is_news(dated) or told_by_others:
            return None
        spoken = not predicate.noun and self.lexicon.is_verb(predicate.lemma, *REPORTING)
        speaker = self._nation(predicate.subject) if spoken else ""
        if speaker and speaker != dateline.place.country:
            return None
        return Placed(_inferred(dateline, f"The report comes from {dateline.place.name}."))

    def _from_office(self, predicate: Predicate, dated: Dated) -> Placed | None:
        """Elections and changes of office belong to the country the report comes from when nothing says otherwise."""
        if self.lexicon.kind(predicate.lemma, noun=predicate.noun) not in (EventKind.OFFICE, EventKind.ELECTION):
            return None
        named = (m.where for m in self.places if m.where is not None and m.where.place.kind is PlaceKind.COUNTRY)
        home = self.dateline.place.country if self.dateline is not None else ""
        country = next((where for where in named if where.place.country == home), None)
        if country is None:
            return None
        return Placed(
            _inferred(country, f"The report comes from {country.place.name}, and nothing names another country.")
        )

    def _nation(self, token: Token | None) -> str:
        """The country code of the person named in a noun phrase, "" when the article does not tell."""
        words = token.subtree() if token is not None else []
        return next((self.nationalities[w.word.lower()] for w in words if w.word.lower() in self.nationalities), "")

    def _is_news(self, dated: Dated) -> bool:
        """Whether a time is that of the news itself rather than background."""
        when = dated.when
        if when is None or self.published is None:
            return False
        return when.earliest is None or abs((self.published - when.earliest).days) <= _NEWS_DAYS


def nationalities_of(sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> dict[str, str]:
    """Country codes by surname, from phrases such as "Kazakh President Nursultan Nazarbayev"."""
    found: dict[str, str] = {}
    demonyms = {m.start: m.where.place.country for m in places if m.demonym and m.where is not None}
    for sentence in sentences:
        for token in sentence.tokens:
            if demonyms.get(token.start):
                head = token
                while head.dep in ("compound", "amod", "nmod") and not head.is_root:
                    head = head.head
                if head.is_name and head is not token:
                    found.setdefault(head.word.lower(), demonyms[token.start])
    return found


def dateline_of(sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> Where | None:
    """The place of the dateline: one marked as such, or one that stands before the first words of the report."""
    opening = [s for s in sentences if s.paragraph < 3 and s.tokens and not s.title]
    first = opening[0].tokens[0].start if opening else 0
    titles = [(s.start, s.end) for s in sentences if s.title]
    for mention in places:
        before = mention.end <= first and not any(start <= mention.start < end for start, end in titles)
        if mention.where is not None and not mention.demonym and (mention.role is Role.DATELINE or before):
            return mention.where
    return None


def _inferred(where: Where, why: str) -> Where:
    return replace(where, basis=Basis.INFERRED, why=why, confidence=where.confidence * 0.7)


def _preposition(head: Token) -> str:
    """The preposition over a name, through the nouns it stands beside ("in the city of Batken", "in Batken region")."""
    token = head
    for _ in range(4):
        if token.dep == "pobj" and token.head.lemma not in ("of",):
            return token.head.lemma
        if (
            token.dep in ("compound", "nmod", "appos", "conj", "poss", "amod", "pobj", "prep", "npadvmod")
            and not token.is_root
        ):
            if token.dep == "poss":
                return ""
            token = token.head
            continue
        return ""
    return ""

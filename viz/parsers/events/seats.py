"""Where those who act are at home: the country of a government, its capital, the seat of a body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from viz.model import PlaceKind, PlaceMention, Role, Where
from viz.parsers.events.backdrop import main_country, nationalities_of
from viz.parsers.events.bodies import bodies
from viz.parsers.events.inner_names import firm_spans
from viz.parsers.events.naming import Countries
from viz.parsers.events.phrases import conjuncts, is_firm
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Sentence, Token

_NEAR = 6  # words from the head of a noun phrase that still belong to it
_BEFORE = frozenset("in at before".split())
_BODIES = frozenset("agency organization organisation commission bureau alliance".split())
_SORTS = frozenset("department court council committee tribunal fund bank service ministry corporation".split())
"""What a body is called again by only where its name ends so."""
_OFFICES = frozenset(
    """director president chief head chairman chairwoman secretary secretary-general general commissioner spokesman
    spokeswoman spokesperson official agent representative envoy administrator governor judge prosecutor
    minister""".split()
)
_GOES_ABROAD = frozenset(
    """airliner jet jetliner plane aircraft helicopter ship boat ferry trawler tanker vessel freighter bus truck train
    tourist ambassador envoy climber pilgrim visitor""".split()
)
_INSIDE = frozenset("in at near outside inside".split())
_OF_FIRMS = frozenset(
    "executive company firm bank university college club board chairman treasurer owner".split()
)
_PRIVATE = frozenset(
    """company firm group maker manufacturer retailer bank insurer brewer publisher carrier airline giant concern
    subsidiary financier investor businessman businesswoman tycoon entrepreneur banker author writer novelist singer
    actor actress student tourist athlete player coach striker scientist researcher doctor engineer""".split()
)
_KIN = frozenset(
    """sister brother wife husband son daughter father mother relative friend widow cousin nephew niece uncle aunt
    grandmother grandfather""".split()
)
Found = tuple[Where, str, str]


@dataclass(frozen=True, slots=True)
class Seats:
    """What an article tells of where its actors are at home. `country` is its main one, "" for none.

    `staff` are the seats (GeoNames ids) of those who speak for a body, by surname; `bodies` where it names one, with
    seat and last word; `national` what it calls only bodies of a nation; `firms` where it names firms.
    """

    places: Sequence[PlaceMention]
    countries: Countries | None
    nationalities: Mapping[str, str] = field(default_factory=dict)
    country: str = ""
    staff: Mapping[str, int] = field(default_factory=dict)
    bodies: Sequence[tuple[int, int, str]] = ()
    national: frozenset[str] = frozenset()
    firms: Sequence[tuple[int, int]] = ()

    @classmethod
    def read(
        cls,
        sentences: Sequence[Sentence],
        places: Sequence[PlaceMention],
        datelines: Mapping[int, Where],
        countries: Countries | None,
    ) -> Seats:
        """Reads who is who in an article; `datelines` are by report."""
        country = main_country(places)
        nations = officials_of(sentences, datelines, country) | nationalities_of(sentences, places)
        staff, named = bodies_of(sentences)
        return cls(places, countries, nations, country, staff, named, nationals_of(sentences), firm_spans(sentences))

    def of(self, predicate: Predicate) -> Iterator[Found]:
        """The places of who acts, of whom it befalls and of the clause above, each with its way and why."""
        governor = predicate.governor
        roles = [("actor", predicate.subject), ("undergoer", predicate.object)]
        if governor is not None and not governor.noun:
            roles.append(("actor above", governor.subject))
        if predicate.noun:
            roles.append(("actor", predicate.token))  # "a Supreme Court ruling", "the Kazakh election"
        for role, token in roles:
            yield from self._of_phrase(role, token, predicate.sentence)
        for link in predicate.token.children:
            if link.dep == "prep" and link.lemma in _BEFORE:
                yield from self._of_body("before", _phrase(link.child("pobj")))

    def _of_phrase(self, role: str, token: Token | None, sentence: Sentence) -> Iterator[Found]:
        whole = _phrase(token)
        yield from self._of_body(role, whole)
        phrase = [word for word in whole if token is not None and not _is_apart(word, token)]
        country = self._country_of(phrase)
        if country is not None:
            yield country, f"{role}: country", f"It is an act of {country.place.name}."
            if not self._is_firm(phrase):
                yield from self._capital(country.place.country, f"{role} seat")
        elif role == "actor":
            yield from self._home(self._known(phrase), "actor person")
        yield from self._of_capital(role, phrase)
        if country is None:
            nation = self._named_within(phrase) or self._known(phrase) or self._named_before(phrase, sentence)
            nation = nation or self.country
            yield from self._of_nation(role, phrase, nation)

    def _is_firm(self, phrase: Sequence[Token]) -> bool:
        """Whether a phrase holds a firm or a private person, not in a capital for being of a country."""
        if any(word.lemma in _PRIVATE and word.dep != "dobj" for word in phrase):
            return True
        return any(phrase[0].start < end and start < phrase[-1].end for start, end in self.firms)

    def _of_capital(self, role: str, phrase: Sequence[Token]) -> Iterator[Found]:
        """A capital that stands for its government: "Ankara recalled its ambassador"."""
        if len(phrase) != 1 or self.countries is None:
            return
        named = next((m for m in self.places if m.start == phrase[0].start and m.role is Role.ACTOR), None)
        place = named.where.place if named is not None and named.where is not None else None
        if named is not None and place is not None and self.countries.capital(place.country) == place:
            yield Where(place, confidence=0.8), f"{role} seat: named", f"{place.name} stands for its government."

    def _of_body(self, role: str, phrase: Sequence[Token]) -> Iterator[Found]:
        """The seat of a body known by its name."""
        yield from self._seat(bodies().seat(phrase), role)
        if role != "before":
            staff = (self.staff[token.word] for token in phrase if token.word in self.staff)
            yield from self._seat(next(staff, None), f"{role} staff")
            yield from self._seat(self._again(phrase), f"{role} again")

    def _seat(self, number: int | None, role: str) -> Iterator[Found]:
        place = self.countries.place(number) if number is not None and self.countries is not None else None
        if place is not None:
            yield Where(place, confidence=0.8), f"body: {role}", f"{place.name} is the seat of who acts."

    def _again(self, phrase: Sequence[Token]) -> int | None:
        """The seat of "the agency", or of "the department" whose name ends so, named before."""
        if not _is_bare(phrase):
            return None
        sort = phrase[1].lemma
        before = (one for one in reversed(self.bodies) if one[0] < phrase[0].start)
        return next((seat for _, seat, end in before if sort in _BODIES or (sort in _SORTS and sort == end)), None)

    def _of_nation(self, role: str, phrase: Sequence[Token], nation: str) -> Iterator[Found]:
        """A parliament or a president without a country is that of the country named before it, else the article's."""
        if bodies().is_national(phrase) or (_is_bare(phrase) and phrase[1].lemma in self.national):
            yield from self._home(nation, f"{role} national")
        elif bodies().is_statesman(phrase) and not _is_of_firm(phrase):
            yield from self._home(nation, f"{role} office")

    def _named_within(self, phrase: Sequence[Token]) -> str:
        """The one country a phrase names for whatever in it: "the Rwandan president's plane"."""
        named = (where.place for where in self._inside(phrase))
        countries = {place.country for place in named if place.kind is PlaceKind.COUNTRY}
        return countries.pop() if len(countries) == 1 else ""

    def _known(self, phrase: Sequence[Token]) -> str:
        """The country of somebody by the surname, "" where the article tells none or several act together."""
        words = {word.word.lower() for part in phrase for word in conjuncts(part)}
        nations = {self.nationalities[word] for word in words if word in self.nationalities}
        return nations.pop() if len(nations) == 1 else ""

    def _inside(self, phrase: Sequence[Token]) -> list[Where]:
        """The places a noun phrase names."""
        if not phrase:
            return []
        start, end = phrase[0].start, phrase[-1].end
        words = {word.start for word in phrase}
        inside = (m for m in self.places if start <= m.start and m.end <= end and m.start in words)
        return [m.where for m in inside if m.where is not None]

    def _named_before(self, phrase: Sequence[Token], sentence: Sentence) -> str:
        """The country last named in the sentence before a phrase: "infected in Chile, causing the government"."""
        if not phrase:
            return ""
        before = (m.where for m in self.places if sentence.start <= m.start and m.end <= phrase[0].start)
        named = [where.place for where in before if where is not None and where.place.kind is PlaceKind.COUNTRY]
        return named[-1].country if named else ""

    def _home(self, nation: str, group: str) -> Iterator[Found]:
        country = self.countries.country(nation) if nation and self.countries is not None else None
        if country is not None:
            yield Where(country), f"{group}: country", f"Who acts comes from {country.name}."
            yield from self._capital(nation, f"{group} seat")

    def _capital(self, nation: str, group: str) -> Iterator[Found]:
        if not nation or self.countries is None:
            return
        country, capital = self.countries.country(nation), self.countries.capital(nation)
        if country is not None and capital is not None:
            why = f"{capital.name} is the capital of {country.name}, whose act it is."
            yield Where(capital, confidence=0.8), f"{group}: capital", why

    def _country_of(self, phrase: Sequence[Token]) -> Where | None:
        """The one country named in a noun phrase, by name or nationality; None for none and for several, and for what
        goes abroad ("a Thai jet")."""
        if not phrase or any(word.lemma in _GOES_ABROAD and _is_head_or_title(word) for word in phrase):
            return None
        inside = self._inside(phrase)
        countries = [where for where in inside if where.place.kind is PlaceKind.COUNTRY]
        return countries[0] if len({where.place.country for where in countries}) == 1 else None


def officials_of(sentences: Sequence[Sentence], datelines: Mapping[int, Where], country: str) -> dict[str, str]:
    """Who holds an office, by surname: of the country known of ("President Clinton"), else of that a report comes
    from or is about ("Attorney General Reno")."""
    found: dict[str, str] = {}
    for sentence in sentences:
        home = datelines.get(sentence.report)
        own = home.place.country if home is not None else country
        for token in sentence.tokens:
            if not (token.is_name and _is_head(token) and any(part.dep == "compound" for part in token.children)):
                continue
            phrase, surname = _phrase(token), token.word.lower()
            known = bodies().statesmen.get(surname, "")
            titled = bodies().is_statesman(phrase) or (known and any(part.lemma == "Secretary" for part in phrase))
            if titled and (known or own) and phrase[-1] is token:
                found.setdefault(surname, known or own)
    return found


def nationals_of(sentences: Sequence[Sentence]) -> frozenset[str]:
    """What only bodies of a nation are called in an article: "court", where the Supreme Court is the only one."""
    found: dict[str, set[bool]] = {}
    for sentence in sentences:
        for token in sentence.tokens:
            if token.lemma.lower() in _SORTS and token.child("compound", "amod") is not None:
                found.setdefault(token.lemma.lower(), set()).add(bodies().is_national(_phrase(token)))
    return frozenset(sort for sort, kinds in found.items() if kinds == {True})


def bodies_of(sentences: Sequence[Sentence]) -> tuple[dict[str, int], list[tuple[int, int, str]]]:
    """Who speaks for a body with a seat, by surname ("WHO director Margaret Chan"), and where bodies are named, with
    the last word of the name."""
    staff: dict[str, int] = {}
    named: list[tuple[int, int, str]] = []
    for sentence in sentences:
        for token in sentence.tokens:
            if not _is_head(token):
                continue
            phrase = _phrase(token)
            seat, own = bodies().seat(phrase), bodies().seat([token])
            if seat is None:
                continue
            named.append((phrase[0].start, seat, token.lemma.lower()))
            if token.is_name and own is None and any(part.lemma in _OFFICES for part in phrase):
                staff.setdefault(token.word, seat)
    return staff, named


def _is_bare(phrase: Sequence[Token]) -> bool:
    """Whether a phrase is a bare noun that names nothing by itself: "the agency"."""
    return len(phrase) == 2 and phrase[0].lemma == "the"


def _is_of_firm(phrase: Sequence[Token]) -> bool:
    """Whether an office is one of a firm, not of a state: "president and chief executive"."""
    return any(word.lemma in _OF_FIRMS or is_firm(word) for word in phrase)


def _is_apart(word: Token, head: Token) -> bool:
    """Whether a word only tells where something inside a phrase is or comes from, what it did elsewhere, or whose
    relative somebody is: "the toll in the Osh blast", "investigators from Osh", "the sister of the Cuban dictator"."""
    for above in word.ancestors():
        if head in (word, above):
            return False
        if above.dep == "relcl" or (above.dep == "prep" and above.lemma == "from"):
            return True
        if above.dep == "prep" and (above.lemma in _INSIDE or (above.lemma == "of" and above.head.lemma in _KIN)):
            return True
    return False


def _is_head_or_title(token: Token) -> bool:
    """ "The U.S. ambassador", "U.S. Ambassador Prudence Bushnell"."""
    return _is_head(token) or (token.dep == "compound" and token.head.is_name)


def _is_head(token: Token) -> bool:
    return (token.is_noun or token.word == "WHO") and token.dep not in ("compound", "nmod", "amod")


def _phrase(token: Token | None) -> list[Token]:
    """The words of a noun phrase near its head, in the order of the text; none for a pronoun or nothing."""
    if token is None or not (token.is_noun or token.word == "WHO"):
        return []
    return [word for word in token.subtree() if abs(word.index - token.index) < _NEAR]

"""Words that stand for a place: "there", "the capital", "this city", "the mine" told before, "a Russian town"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from viz.model import AREAS, Place, PlaceKind, Role, Where
from viz.parsers.events.anchors import governing
from viz.parsers.events.backdrop import TOWNS
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.naming import Countries, Naming, part_of
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.relations import relation
from viz.parsers.events.syntax import Sentence, Token

_COUNTRY_WORDS = frozenset("country nation republic homeland".split())
_SMALL_WORDS = frozenset("village settlement hamlet".split())
_TOWN_WORDS = frozenset("city town port".split()) | _SMALL_WORDS
_AREA_WORDS = frozenset(
    "state county region province area island territory district zone exclave enclave peninsula archipelago".split()
)
_SITES = frozenset(
    """mine mill factory plant refinery hospital clinic school college university church mosque temple synagogue
    cathedral monastery airport airfield airbase station prison jail camp base barracks bridge dam tunnel stadium arena
    hotel restaurant nightclub club mall market museum theatre theater square park building tower pier harbour harbor
    shipyard farm ranch beach lake volcano mountain reservoir platform checkpoint border crossing embassy consulate
    courthouse orphanage warehouse site scene""".split()
)
_CONTESTED = frozenset(("XK", "EH", "PS", "HK", "MO", "PR", "GL"))  # countries to some, regions of one to others
_AREAS = (*(AREAS - {PlaceKind.COUNTRY, PlaceKind.CONTINENT}), PlaceKind.ISLAND)
_POINTING = frozenset("the this that its their his her".split())
_VILLAGE = 50_000
"""People of a place that nobody calls a village any more."""
_INSIDE = 60
"""Characters between a noun and a name in its phrase that still tells where it is."""


@dataclass(slots=True)
class Told:
    """What an article has said of places so far: its names, where its sites lie, and names that no gazetteer has.

    `sites` are by noun, `unknown` where a name that the gazetteer does not have stands behind such a noun.
    """

    named: Sequence[Naming]
    countries: Countries | None
    sites: dict[str, tuple[Sentence, Where]] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)

    def inside(self, token: Token) -> list[Naming]:
        """The names in the phrase of a noun."""
        words = token.subtree()
        start, end = words[0].start, words[-1].end
        return [n for n in self.named if start <= n.start < end and abs(n.start - token.start) < _INSIDE]

    def before(self, token: Token) -> list[Naming]:
        """The names before the phrase of a noun."""
        start = token.subtree()[0].start
        return [n for n in self.named if n.start < start]


def descriptions(
    sentences: Sequence[Sentence],
    predicates: Mapping[int, Sequence[Predicate]],
    named: Sequence[Naming],
    lexicon: Lexicon,
    countries: Countries | None,
) -> Iterator[Naming]:
    """Every phrase that stands for a place, with the predicate it belongs to."""
    told = Told(named, countries)
    for sentence in sentences:
        for token in sentence.tokens:
            if token.lemma in ("where", "there"):
                yield from _pointed_at(token, sentence, predicates.get(sentence.index, ()), told, lexicon)
            if not token.is_noun or token.dep == "compound":
                continue
            where = _meant(token, sentence, told)
            if where is None and token.lemma not in _SITES:
                continue
            owner = governing(sentence, token, predicates.get(sentence.index, ()), lexicon)
            if where is None:
                _remember(token, sentence, owner, told)
                continue
            how = relation(owner, token, None, lexicon) if owner is not None else ""
            if token.lemma in _COUNTRY_WORDS:  # "the north of the country"
                where = part_of(where, (token.start, token.end), sentence, countries)
            yield Naming(where, token.start, sentence, owner, how, Role.LOCATION, words=token.word)


def _pointed_at(
    token: Token, sentence: Sentence, predicates: Sequence[Predicate], told: Told, lexicon: Lexicon
) -> Iterator[Naming]:
    """ "Bor, where ten were killed", "Leipzig. There she met": the place the word stands for is that of its clause."""
    owner = governing(sentence, token, predicates, lexicon)
    if token.dep != "advmod" or owner is None or token.head is not owner.token:
        return
    near = [n for n in told.before(token) if not n.demonym and 0 <= sentence.index - n.sentence.index < 2]
    if token.lemma == "there":
        near = [n for n in near if n.strong]
    elif owner.token.dep == "relcl":
        noun = owner.token.head
        near = [n for n in near if n.start <= noun.start and _is_one_name(sentence.at(n.start, noun.end))]
    else:
        near = []
    if near:
        yield Naming(near[-1].where, token.start, sentence, owner, "in", Role.LOCATION, words=token.word)


def _is_one_name(words: Sequence[Token]) -> bool:
    return all(word.is_name or word.word == "-" for word in words)


def _meant(token: Token, sentence: Sentence, told: Told) -> Where | None:
    """The place a noun stands for; None for a noun that stands for none."""
    lemma = token.lemma
    if _is_apposed(token, told) or (token.dep == "poss" and _is_apposed(token.head, told)):
        return None
    if lemma in _TOWN_WORDS:
        return _town(token, sentence, told)
    if not _points_back(token):
        return None
    if lemma in _SITES:
        return _site(token, sentence, told)
    inner, before = told.inside(token), told.before(token)
    if lemma == "capital":
        return _capital(inner, before, told.countries)
    if any(not n.demonym for n in inner) or any(noun.is_name for noun in _of(token)):
        return None
    if lemma in _COUNTRY_WORDS:
        that = not inner and any(child.lemma == "that" and child.dep == "det" for child in token.children)
        return _country(inner, before[-1:] if that else before, told.countries)
    return _last(before, _AREAS) if lemma in _AREA_WORDS else None


def _is_apposed(token: Token, told: Told) -> bool:
    """Whether a noun only tells what a name beside it is: "Mexico City, the country's capital", "the capital, Osh"."""
    beside = token.head if token.dep == "appos" else token.child("appos")
    if beside is None:
        return False
    words = beside.subtree() if beside is not token.head else [beside, *beside.children]
    starts = {word.start for word in words if word is beside or word.dep == "compound"}
    return any(n.start in starts and not n.demonym for n in told.named)


def _points_back(token: Token) -> bool:
    return any(child.lemma in _POINTING or child.dep == "poss" for child in token.children)


def _town(token: Token, sentence: Sentence, told: Told) -> Where | None:
    """ "The city": the last one named; "two Pakistani cities": somewhere in Pakistan."""
    inner, before = told.inside(token), told.before(token)
    if any(noun.is_name for noun in _of(token)):
        if not inner:
            told.unknown[token.lemma] = token.start  # "the town of Herbert", which the gazetteer does not have
        return None
    if any(not n.demonym for n in inner):
        return None
    if not _points_back(token):
        return _country([n for n in inner if _modifies(n, token, sentence)], (), told.countries)
    unknown = told.unknown.get(token.lemma, -1)
    return _last([n for n in before if n.start > unknown], TOWNS, _VILLAGE if token.lemma in _SMALL_WORDS else 0)


def _modifies(nation: Naming, token: Token, sentence: Sentence) -> bool:
    """Whether a nationality is told of a noun itself: "a Russian town", but not "a pro-Russian town"."""
    joined = any(word.end == nation.start for word in sentence.tokens)
    return not joined and any(part.start == nation.start for part in token.children)


def _last(before: Sequence[Naming], kinds: Collection[PlaceKind], limit: int = 0) -> Where | None:
    """The place named last of some kinds, with no more people than `limit` if there is one."""
    fitting = (n.where for n in reversed(before) if not n.demonym and _is_of(n.where.place, kinds))
    return next((where for where in fitting if not limit or where.place.population < limit), None)


def _is_of(place: Place, kinds: Collection[PlaceKind]) -> bool:
    return place.kind in kinds or (kinds is _AREAS and place.country in _CONTESTED)


def _site(token: Token, sentence: Sentence, told: Told) -> Where | None:
    """The place an earlier sentence gave for the same sort of thing ("a mine near Naryn ... the mine")."""
    named = token.tag != "NN" or any(part.is_name for part in token.children)
    if named or token.lemma not in told.sites or told.inside(token):
        return None
    first, where = told.sites[token.lemma]
    return where if first is not sentence else None


def _remember(token: Token, sentence: Sentence, owner: Predicate | None, told: Told) -> None:
    """Keeps where a site lies: by the name in its phrase, else by what its clause names."""
    inner = [n for n in told.inside(token) if not n.demonym]
    beside = [n for n in told.named if owner is not None and n.predicate is owner and n.strong]
    found = next(iter(inner or beside), None)
    if found is not None and found.where.place.kind is not PlaceKind.COUNTRY:
        told.sites[token.lemma] = sentence, found.where
    elif any(word.is_name for word in token.children):
        told.sites.pop(token.lemma, None)  # another one, by its own name


def _of(token: Token) -> list[Token]:
    """The nouns of an "of" behind a noun."""
    links = (part for part in token.children if part.dep == "prep" and part.lemma == "of")
    return [noun for link in links if (noun := link.child("pobj")) is not None]
def _capital(inner: Sequence[Naming], before: Sequence[Naming], countries: Countries | None) -> Where | None:
    if any(n.where.place.kind in TOWNS for n in inner) or countries is None:
        return None
    iso = next((n.where.place.country for n in inner if n.where.place.country), "") or _most(before)
    place = countries.capital(iso) if iso else None
    return Where(place, confidence=0.8) if place is not None else None


def _most(named: Sequence[Naming]) -> str:
    """The country most of some names belong to, of equals the one named last; "" for none."""
    counted = Counter(one.where.place.country for one in reversed(named) if one.where.place.country)
    return counted.most_common(1)[0][0] if counted else ""


def _country(inner: Sequence[Naming], before: Sequence[Naming], countries: Countries | None) -> Where | None:
    iso = next((n.where.place.country for n in inner if n.where.place.country), "") or _most(before)
    place = countries.country(iso) if iso and countries is not None else None
    return Where(place, confidence=0.8) if place is not None else None

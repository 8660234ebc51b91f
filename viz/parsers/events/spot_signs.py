"""The signs that speak for or against a place as the answer to where a predicate took place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from viz.model import AREAS, EventKind, Place, PlaceKind, Status, Where
from viz.parsers.events.accounts import REPORTING
from viz.parsers.events.backdrop import TOWNS
from viz.parsers.events.census import Census
from viz.parsers.events.claims import Claim
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.phrases import is_firm
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Token
from viz.parsers.events.times import Dated

_NEWS_DAYS = 10
_NATIONAL = (EventKind.ELECTION, EventKind.OFFICE)
_DOUBTFUL, _SURE = 0.5, 0.75  # confidence in the reading of a name
_GROUPS = (
    "own",
    "above",
    "below",
    "body",
    "actor",
    "actor seat",
    "actor national",
    "actor national seat",
    "sentence",
    "beside",
    "before",
    "after",
    "twin",
    "dateline",
    "undergoer",
    "undergoer seat",
    "actor above",
    "actor above seat",
    "actor person",
    "actor person seat",
    "actor office",
    "actor office seat",
    "undergoer national",
    "undergoer national seat",
    "undergoer office",
    "undergoer office seat",
    "actor above national",
    "actor above national seat",
    "actor above office",
    "actor above office seat",
    "main town",
    "home market",
    "main country",
    "elsewhere",
    "none",
)
_CRAFT = frozenset("spacecraft spaceship spacewalk spaceflight soyuz salyut orbiter".split())
_FIRMS = frozenset(
    """company firm carrier airline bank maker manufacturer retailer corporation subsidiary unit chain thrift insurer
    brewer publisher lender bidder chairman executive analyst shareholder investor board""".split()
)
_EVERYWHERE = frozenset("worldwide world-wide globally internationally".split())
_BESIDE_NONE = ("own", "above", "body", "actor", "before: 1", "dateline", "home market")
_ALSO = ("home market", "actor seat", "twin", "dateline", "main town", "main country", "before", "after")


@dataclass(slots=True)
class Spot:
    """A possible place (None for no place), the ways it was found ("group: detail"), and why it may be the answer.

    `groups` are the ways without their details.
    """

    where: Where | None
    why: str
    ways: list[str] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)

    def add(self, way: str) -> Spot:
        """Adds a way it was found."""
        self.ways.append(way)
        self.groups.add(way.partition(":")[0])
        return self

    @property
    def group(self) -> str:
        """The most direct way it was found: a place found in five poor ways is no better for it."""
        return min(self.groups, key=_GROUPS.index)


@dataclass(frozen=True)
class Setting:
    """What the signs look at beside the place itself; `traits` are the signs of the predicate as a possible event.

    `topic` is the kind of the event by what is talked about. What is the same for every place of `choice` is worked out
    once.
    """

    choice: Sequence[Spot]
    predicate: Predicate
    traits: Collection[str]
    census: Census
    claim: Claim
    dated: Dated
    published: date | None
    dateline: Where | None
    country: str
    lexicon: Lexicon
    topic: EventKind

    @cached_property
    def sort(self) -> str:
        """What sort of predicate it is, as far as its place depends on it."""
        predicate, lexicon = self.predicate, self.lexicon
        if predicate.noun:
            return "noun"
        for name, classes in (("meeting", ("meet",)), ("telling", REPORTING), ("motion", ("motion",))):
            if lexicon.is_verb(predicate.lemma, *classes):
                return name
        return "hard news" if lexicon.is_verb(predicate.lemma, "conflict", "disaster", "protest") else "verb"

    @cached_property
    def of_firm(self) -> bool:
        """Whether a firm, or who speaks for one, does it."""
        subject = self.predicate.subject
        return subject is not None and (subject.lemma in _FIRMS or _is_company(subject))

    @cached_property
    def kind(self) -> EventKind | None:
        """The kind its word stands for."""
        return self.lexicon.kind(self.predicate.lemma, noun=self.predicate.noun)

    @cached_property
    def news(self) -> str:
        """Whether the time is that of the news or of its background."""
        when, published = self.dated.when, self.published
        if when is None or published is None:
            return "undated"
        if when.earliest is None:
            return "past"
        if when.earliest > published or self.claim.status is Status.PLANNED:
            return "ahead"
        return "news" if (published - when.earliest).days <= _NEWS_DAYS else "background"

    @cached_property
    def by_country(self) -> Mapping[str, Sequence[Spot]]:
        """The places to choose from, by country."""
        found: dict[str, list[Spot]] = {}
        for spot in self.choice:
            if spot.where is not None:
                found.setdefault(spot.where.place.country, []).append(spot)
        return found

    @cached_property
    def nearest(self) -> str:
        """The most direct way in which any place was found, "nothing" for none."""
        found = (spot.group for spot in self.choice if spot.where is not None)
        return min(found, key=_GROUPS.index, default="nothing")

    @cached_property
    def tells_row(self) -> bool:
        """Whether the clause, or the verb of a noun ("explosions were reported in ..."), names several places alike."""
        groups = ("own", "above") if self.predicate.noun else ("own",)
        return any(f"{group}: in a row" in spot.ways for spot in self.choice for group in groups)

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """The countries of what the clause names, and of what the one above it names."""
        return {group: countries_of(self.choice, group) for group in ("own", "above")}


def countries_of(choice: Sequence[Spot], *groups: str) -> frozenset[str]:
    """The countries of the places found in one of these ways."""
    return frozenset(
        spot.where.place.country for spot in choice if spot.where is not None and not spot.groups.isdisjoint(groups)
    )


def signs(spot: Spot, setting: Setting) -> frozenset[str]:
    """The names of the signs of one place among those to choose from."""
    group, groups = spot.group, spot.groups
    found = {group, f"{group} for {setting.topic}"}
    found |= {way for way in spot.ways if way == group or way.startswith(f"{group}:")}
    found |= {f"also {other}" for other in _ALSO if other in groups and other != group}
    found |= {f"any {way}" for way in (*groups, *spot.ways)}
    if group == "dateline":
        found.update(_of_dateline(setting))
    if group in ("above", "below", "sentence", "before"):
        found.add(f"{group} of {setting.sort}")
    if setting.of_firm:
        found.add(f"{group} of a firm")
    if setting.dated.own:
        found |= {f"{way}, dated" for way in spot.ways if way.endswith(("same time", "other time"))}
    found.update(_of_none(setting) if spot.where is None else _of_place(spot, spot.where, setting))
    return frozenset(found)


def _of_none(setting: Setting) -> Iterator[str]:
    predicate, choice = setting.predicate, setting.choice
    yield from (f"none: {trait}" for trait in setting.traits)
    ways = {way for other in choice if other.where is not None for way in (*other.groups, *other.ways)}
    yield from (f"none beside {way}" for way in ways if way.startswith(_BESIDE_NONE))
    yield f"none where the nearest is {setting.nearest}"
    yield f"none of {setting.sort}"
    yield f"none {setting.claim.status}"
    yield f"none {setting.news}"
    yield f"none subject {_filler(predicate.subject)}"
    yield f"none kind {setting.kind or 'other'}"
    yield f"none topic {setting.topic}"
    yield f"none {'inside' if setting.claim.reporter else 'outside'} an account"
    if setting.dateline is None:
        yield "none without dateline"
        yield f"none where a country has {setting.census.share_of_main}"
    if setting.dated.own:
        yield "none with date"
    if len(choice) == 1:
        yield "nothing else"
    named = sum("own" in other.groups for other in choice)
    if named > 1:
        yield "none of several named"
    words = predicate.token.subtree()
    if any(word.lemma in ("telephone", "phone") for word in words):
        yield "none by telephone"
    if any(_is_in_space(word) for word in words):
        yield "none in space"
    if any(_is_the_world(word) for word in words):
        yield "none in the whole world"
    if named == 0 and len(countries_of(choice, "actor", "undergoer", "beside")) > 1:
        yield "none between nations"


def _is_company(name: Token) -> bool:
    """Whether a name is that of a firm: "Osh Motors Inc."."""
    return name.is_name and any(is_firm(word) for word in (name, *name.children))


def _is_in_space(word: Token) -> bool:
    """Whether a word tells that something goes on beyond the earth: "into space", "aboard the Soyuz"."""
    above = word.head.lemma.lower() if word.dep == "pobj" else ""
    return word.lemma.lower() in _CRAFT or (word.lemma in ("space", "orbit") and above in ("in", "into", "from", "to"))


def _is_the_world(word: Token) -> bool:
    """Whether a word tells that something goes on everywhere: "worldwide", "around the globe"."""
    if word.lemma.lower() in _EVERYWHERE:
        return not word.tag.startswith("JJ")  # "worldwide sales" are somebody's
    return word.lemma in ("world", "globe") and word.dep == "pobj" and word.head.lemma in ("around", "across", "over")


def _of_dateline(setting: Setting) -> Iterator[str]:
    yield f"dateline of {setting.sort}"
    yield f"dateline {setting.news}"
    actors = countries_of(setting.choice, "actor", "actor person")
    if actors and setting.dateline is not None:
        yield f"dateline: {'home' if setting.dateline.place.country in actors else 'foreign'} actor"


def _of_place(spot: Spot, where: Where, setting: Setting) -> Iterator[str]:
    place = where.place
    yield from setting.census.signs(place, setting.predicate.sentence.index)
    country = place.kind is PlaceKind.COUNTRY
    town, area = place.kind in TOWNS, place.kind in AREAS
    kind = "country" if country else "town" if town else "area" if area else "site"
    yield f"kind {kind}"
    yield f"name {'sure' if where.confidence > _SURE else 'likely' if where.confidence > _DOUBTFUL else 'doubtful'}"
    yield f"kind {kind} for {setting.topic}"
    if setting.kind in _NATIONAL:
        yield f"kind {kind} for a nation's affair"
    if setting.dateline is not None:
        home = setting.dateline.place
        yield "in the dateline's country" if place.country == home.country else "abroad"
        if place == home:
            yield f"dateline named {min(setting.census.named[home], 4)}"
        elif country and place.country == home.country:
            yield "country around the dateline"
    if place.country == setting.country:
        yield "in the main country"
        if country and setting.dateline is None:
            yield "main country without dateline"
            yield f"main country without dateline {setting.census.share_of_country(place)}"
    if country and "own" in spot.groups:
        yield "country named by the clause"
    wide = country or (place.kind is PlaceKind.REGION and not place.geonameid and place.country)  # a side of one
    inner = [other for other in setting.by_country[place.country] if other is not spot] if wide else []
    if any(other.groups & {"own", "above", "sentence"} for other in inner):
        yield "finer place near"
    elif inner:
        yield "finer place afar"
    if where.confidence < _DOUBTFUL:
        yield "doubtful name"
    yield from _beside_named(spot, place, setting)


def _beside_named(spot: Spot, place: Place, setting: Setting) -> Iterator[str]:
    """How a place lies to what the clause, or the one above it, names: a town in that country, or somewhere else."""
    if setting.tells_row and spot.groups.isdisjoint(("own", "above")):
        yield "beside a row of places told"
    for group, named in setting.named.items():
        if named and group not in spot.groups:
            yield f"{'within' if place.country in named else 'outside'} what is named {group}"


def _filler(token: Token | None) -> str:
    if token is None:
        return "missing"
    return "name" if token.is_name else "pronoun" if token.tag in ("PRP", "WP", "WDT") else "noun"

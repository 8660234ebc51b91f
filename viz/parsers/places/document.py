"""What one document says as a whole: its words, candidates, and what names agree on."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from viz.model import PlaceKind
from viz.parsers.places.cues import SPORT
from viz.parsers.places.gazetteer import KINDS, Gazetteer
from viz.parsers.places.lexicon import UNKNOWN, Lexicon
from viz.parsers.places.names import key
from viz.parsers.places.scan import Candidate, Text, candidates, read_words
from viz.parsers.places.similar import similar
from viz.parsers.places.store import NOWHERE, NameKind

IN_WORDS = frozenset("in at near from outside around across throughout inside".split())
TITLES = frozenset(
    "mr mrs ms dr sir president minister senator sen rep gov governor mayor judge justice officer sgt lt capt"
    " captain col"
    " gen general sheriff deputy coach king queen prince prof professor rev pastor director chairman secretary premier"
    " chancellor detective chief commissioner councilman attorney spokesman spokeswoman actor actress singer"
    " sens reps govs gens maj cpl pvt brig cmdr adm supt insp det const cllr hon lieutenant sergeant corporal colonel"
    " inspector superintendent constable trooper coroner archbishop bishop".split()
)
FIRMS = frozenset("inc corp co ltd plc llc ag sa nv incorporated corporation holdings industries bancorp".split())
AREAS_ABOVE = (PlaceKind.REGION, PlaceKind.COUNTRY)
MOST_LINKS = 25
MOST_COMMON = 20


# Words that a paper of one country is full of and those of others are not: institutions, offices, spellings.
MANNERS = {
    "US": frozenset(
        "county sheriff deputies deputy sen rep gov congress congressional congressman congresswoman republican"
        " republicans democrat democrats democratic interstate township attorney councilman councilwoman selectmen"
        " alderman aldermen commissioners ave blvd sophomore freshman medicaid medicare fbi pickup ordinance precinct"
        " troopers trooper misdemeanor felony color neighbors neighborhood center program gop".split()
    ),
    "GB": frozenset(
        "councillor councillors cllr constabulary pensioner pensioners nhs mp mps borough shire pub lorry motorway"
        " labour tory tories solicitor ward magistrates postcode colour neighbours neighbourhood centre programme"
        " organisation bst gmt".split()
    ),
    "CA": frozenset("rcmp mp mps ndp premier mpp mla riding reeve councillor neighbourhood centre colour".split()),
    "AU": frozenset("mp mps premier nsw afl kilometres shire councillor centre organisation colour labour".split()),
}
LEAST_MANNERS = 3
COUNTRIES_OF_WORLD_NEWS = 4  # beside the first


class Home(NamedTuple):
    """Where the reader is: numbers of a country among the gazetteer's, and of a division; 0 and NOWHERE for unknown."""

    country: int
    division: int


NOT_AT_HOME = Home(0, NOWHERE)


@dataclass(slots=True)
class Document:
    """A text with its candidates and the tallies both scorers ask for."""

    text: Text
    gazetteer: Gazetteer
    lexicon: Lexicon
    found: list[Candidate]
    home: Home = NOT_AT_HOME
    tokens: Counter[str] = field(default_factory=Counter)
    count: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    articled: Counter[str] = field(default_factory=Counter)
    opening: Counter[str] = field(default_factory=Counter)
    personal: Counter[str] = field(default_factory=Counter)
    countries: Counter[int] = field(default_factory=Counter)
    divisions: Counter[int] = field(default_factory=Counter)
    chains: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    starting: dict[int, Candidate] = field(default_factory=dict)
    common: list[str] = field(default_factory=list)
    settled: float = 0.0
    worldly: float = 0.0
    sport: float = 0.0
    manners: dict[int, float] = field(default_factory=dict)
    reasons: dict[tuple[str, int, int], str] = field(default_factory=dict)
    namesakes: dict[str, dict[PlaceKind, int]] = field(default_factory=dict)
    bearers: dict[str, tuple[float, bool]] = field(default_factory=dict)
    firms: Counter[str] = field(default_factory=Counter)


def read_document(text: str, gazetteer: Gazetteer, home: str = "") -> Document:
    """Reads the words, finds the candidates and counts."""
    words = read_words(text)
    document = Document(words, gazetteer, Lexicon(gazetteer), candidates(words, gazetteer), read_home(home, gazetteer))
    document.tokens.update(words.words)
    if words.cased:
        document.found = sorted([*document.found, *_misspelt(document)], key=lambda found: (found.first, -found.last))
    for candidate in document.found:
        document.starting.setdefault(candidate.first, candidate)
    _tally(document)
    document.common = sorted(document.count, key=lambda name: (-document.count[name], name))[:MOST_COMMON]
    document.settled = sum(document.placed.values()) / (sum(document.count.values()) or 1)
    document.worldly = min(1.0, max(0, len(document.countries) - 1) / COUNTRIES_OF_WORLD_NEWS)
    document.manners = _manners(document)
    document.sport = min(1.0, _hits(document, SPORT) / 12)
    return document


def read_home(home: str, gazetteer: Gazetteer) -> Home:
    """The numbers of "KG", "US-TX" or "KG-Osh"; nothing for what the gazetteer does not have."""
    iso, _, name = home.upper().partition("-")
    if iso not in gazetteer.countries[1:]:
        return NOT_AT_HOME
    country = gazetteer.countries.index(iso)
    rows = ((number, gazetteer.row(number)) for number, _ in gazetteer.links(key(name)))
    inside = (number for number, row in rows if row.country == country and KINDS[row.kind] is PlaceKind.REGION)
    return Home(country, next(inside, NOWHERE))


def _hits(document: Document, words: frozenset[str]) -> int:
    """How often the words of a list stand in the text."""
    return sum(document.tokens[word] for word in words & document.tokens.keys())


def _manners(document: Document) -> dict[int, float]:
    """How much of what tells one country's papers from another's points to each, by the country's number."""
    hits = {iso: _hits(document, words) for iso, words in MANNERS.items()}
    total = max(LEAST_MANNERS, sum(hits.values()))
    return {document.gazetteer.countries.index(iso): count / total for iso, count in hits.items()}


def _misspelt(document: Document) -> list[Candidate]:
    """Capitalised words after "in", "near" ... that no list knows and that are spelt almost like a place."""
    text, lexicon = document.text, document.lexicon
    covered = {index for candidate in document.found for index in range(candidate.first, candidate.last + 1)}
    seen: dict[str, str | None] = {}
    found = []
    for index in range(1, len(text.words)):
        word = text.words[index]
        if text.words[index - 1] not in IN_WORDS or index in covered or not text.raw(index)[0].isupper():
            continue
        if lexicon.word(word) != UNKNOWN:
            continue
        if word not in seen:
            seen[word] = similar(word, document.gazetteer)
        name = seen[word]
        if name:
            found.append(Candidate(index, index, name, document.gazetteer.links(name), False))
    return found


def _tally(document: Document) -> None:
    words = document.text.words
    covered = -1
    for candidate in document.found:
        if candidate.last <= covered:
            continue
        covered = candidate.last
        document.count[candidate.key] += 1
        before = words[candidate.first - 1] if candidate.first else ""
        if before in IN_WORDS:
            document.placed[candidate.key] += 1
        if not candidate.first or any(sign in document.text.gap(candidate.first - 1) for sign in ".\n!?"):
            document.opening[candidate.key] += 1
        if before == "the":
            document.articled[candidate.key] += 1
        if person_before(document, candidate.first) or before in TITLES:
            document.personal[candidate.key] += 1
        document.firms[candidate.key] += _opens_firm(document, candidate)
        outer = chained(document, candidate)
        if outer:
            document.chains[candidate.key].add(outer.key)
        _tally_area(document, candidate)


def _opens_firm(document: Document, candidate: Candidate) -> bool:
    """Whether a name begins that of a firm: "Columbia Pictures Entertainment Inc."."""
    text = document.text
    for index in range(candidate.last + 1, min(candidate.last + 5, len(text.words))):
        if text.gap(index - 1) not in (" ", " & ", " & amp ", "/"):
            return False
        if text.words[index] in FIRMS:
            return True
        if text.cased and not text.raw(index)[0].isupper() and text.words[index] not in ("of", "and", "amp"):
            return False
    return False


def _tally_area(document: Document, candidate: Candidate) -> None:
    """Countries and first-order divisions named without doubt, by number; a demonym names its country."""
    number, how = candidate.links[0]
    row = document.gazetteer.row(number)
    kind = KINDS[row.kind]
    if how is NameKind.ABBREVIATION and len(candidate.key) < 3:
        return
    if kind in (PlaceKind.COUNTRY, PlaceKind.REGION) or candidate.demonym:
        document.countries[row.country] += 1
    if kind is PlaceKind.REGION and number < document.gazetteer.base:
        document.divisions[number] += 1
    elif how is NameKind.MAIN and len(candidate.links) > 1:
        for other, way in candidate.links[1:3]:
            other_row = document.gazetteer.row(other)
            if KINDS[other_row.kind] is PlaceKind.REGION and way is NameKind.MAIN:
                document.divisions[other] += 1
    if row.admin1 != NOWHERE and row.population > 500000:
        document.divisions[row.admin1] += 1
        document.countries[row.country] += 1


def chained(document: Document, candidate: Candidate) -> Candidate | None:
    """The place after the comma in "Osh, Kyrgyzstan", when it can hold the one before."""
    text = document.text
    gap = text.gap(candidate.last).strip(" ")
    if gap not in (",", ", ", "(", ",("):
        return None
    outer = document.starting.get(candidate.last + 1)
    if outer is None or outer.demonym:
        return None
    return outer if holds(document, outer, candidate) else None


def holds(document: Document, outer: Candidate, inner: Candidate) -> bool:
    """Whether some reading of one name lies in some reading of the other."""
    above = [number for number, _ in outer.links[:4] if KINDS[document.gazetteer.row(number).kind] in AREAS_ABOVE]
    return any(
        number != area and document.gazetteer.inside(number, area)
        for area in above
        for number, _ in inner.links[:MOST_LINKS]
    )


def person_before(document: Document, index: int) -> bool:
    """Whether the word before is a first name that is not also a common word ("Paris Hilton" has one; "in Hilton"
    not)."""
    if not index or document.text.gap(index - 1) != " ":
        return False
    word = document.lexicon.word(document.text.words[index - 1])
    capital = not document.text.cased or document.text.raw(index - 1)[:1].isupper()
    return bool(capital and word.first_name and (document.text.cased or not word.standing or word.first_name > 200))


def ending_at(document: Document, last: int) -> list[Candidate]:
    """The names whose last word is this one, the demonyms aside."""
    nearby = (document.starting.get(first) for first in range(max(0, last - 3), last + 1))
    return [other for other in nearby if other and other.last == last and not other.demonym]

"""What one document says as a whole: its words, candidates, and what names agree on."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from viz.model import PlaceKind
from viz.parsers.places.gazetteer import KINDS, Gazetteer
from viz.parsers.places.lexicon import UNKNOWN, Lexicon
from viz.parsers.places.scan import Candidate, Text, candidates, read_words
from viz.parsers.places.similar import similar
from viz.parsers.places.store import NOWHERE, NameKind

IN_WORDS = frozenset("in at near from outside around across throughout inside".split())
TITLES = frozenset(
    "mr mrs ms dr sir president minister senator sen rep gov governor mayor judge justice officer sgt lt capt"
    " captain col"
    " gen general sheriff deputy coach king queen prince prof professor rev pastor director chairman secretary premier"
    " chancellor detective chief commissioner councilman attorney spokesman spokeswoman actor actress singer".split()
)
AREAS_ABOVE = (PlaceKind.REGION, PlaceKind.COUNTRY)
MOST_LINKS = 25
MOST_COMMON = 20


@dataclass(slots=True)
class Document:
    """A text with its candidates and the tallies both scorers ask for."""

    text: Text
    gazetteer: Gazetteer
    lexicon: Lexicon
    found: list[Candidate]
    home: str = ""
    people: list[tuple[int, int]] = field(default_factory=list)
    tokens: Counter[str] = field(default_factory=Counter)
    count: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    personal: Counter[str] = field(default_factory=Counter)
    countries: Counter[int] = field(default_factory=Counter)
    divisions: Counter[int] = field(default_factory=Counter)
    chains: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    starting: dict[int, Candidate] = field(default_factory=dict)
    common: list[str] = field(default_factory=list)
    settled: float = 0.0


def read_document(
    text: str, gazetteer: Gazetteer, home: str = "", people: list[tuple[int, int]] | None = None
) -> Document:
    """Reads the words, finds the candidates and counts."""
    words = read_words(text)
    document = Document(words, gazetteer, Lexicon(gazetteer), candidates(words, gazetteer), home, people or [])
    document.tokens.update(words.words)
    if words.cased:
        document.found = sorted([*document.found, *_misspelt(document)], key=lambda found: (found.first, -found.last))
    for candidate in document.found:
        document.starting.setdefault(candidate.first, candidate)
    _tally(document)
    document.common = sorted(document.count, key=lambda name: (-document.count[name], name))[:MOST_COMMON]
    document.settled = sum(document.placed.values()) / (sum(document.count.values()) or 1)
    return document


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
        if person_before(document, candidate.first) or before in TITLES:
            document.personal[candidate.key] += 1
        outer = chained(document, candidate)
        if outer:
            document.chains[candidate.key].add(outer.key)
        _tally_area(document, candidate)


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

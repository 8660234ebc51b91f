"""Is this name, here, a place? Features of one candidate for the scorers "name" (cased text) and "wire"."""

from __future__ import annotations

import math

from viz.model import PlaceKind
from viz.parsers.places.document import IN_WORDS, TITLES, Document, chained, ending_at, holds, person_before
from viz.parsers.places.gazetteer import KINDS
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features
from viz.parsers.places.store import NameKind

STREETS = frozenset("street st road rd avenue ave drive boulevard blvd lane court highway route pike".split())
BODIES = frozenset(
    "university college school church hospital police times post news herald tribune gazette journal club united"
    " city fc"
    " department council bank foundation institute association company inc corp center centre museum theatre hall park"
    " airlines railway court committee society trust group league team party agency authority commission stadium"
    " elementary middle high academy library hotel mall festival tournament symphony orchestra magazine".split()
)


def question(document: Document) -> str:
    """The scorer that fits the text's form."""
    return "name" if document.text.cased else "wire"


def features(document: Document, candidate: Candidate) -> Features:
    """All that speaks for or against reading the candidate as a place."""
    found: Features = {"bias": 1.0}
    _gazetteer_side(document, candidate, found)
    _word_side(document, candidate, found)
    _neighbours(document, candidate, found)
    _document_side(document, candidate, found)
    return found


def _gazetteer_side(document: Document, candidate: Candidate, found: Features) -> None:
    number, how = candidate.links[0]
    row = document.gazetteer.row(number)
    kind = KINDS[row.kind]
    found[f"kind {kind}"] = 1.0
    found[f"how {how.name}"] = 1.0
    size = min(7, int(math.log10(row.population + 1)))
    found[f"people {size}"] = 1.0
    if kind not in (PlaceKind.COUNTRY, PlaceKind.CONTINENT):
        found[f"{how.name} people"] = size / 7
    found["readings"] = min(1.0, len(candidate.links) / 20)
    if row.flags:
        found["capital"] = 1.0
    if how is NameKind.ABBREVIATION:
        if document.text.gap(candidate.first - 1).strip() != ",":
            found["short without comma"] = 1.0  # "Dow Jones & Co."
        found[f"short {kind}{'' if row.population else ' unpeopled'}"] = 1.0
    if candidate.first and document.text.words[candidate.first - 1] == "the":
        found[f"the {kind}"] = 1.0


def _word_side(document: Document, candidate: Candidate, found: Features) -> None:
    text, lexicon = document.text, document.lexicon
    length = candidate.last - candidate.first + 1
    found[f"words {min(3, length)}"] = 1.0
    if length > 1:
        row = document.gazetteer.row(candidate.links[0][0])
        found[f"words {KINDS[row.kind]}"] = 1.0
        if all(lexicon.word(word).standing for word in candidate.key.split(" ")):
            found["ordinary words"] = 1.0  # "White House", "Red Cross"
            found["ordinary words people"] = math.log10(row.population + 1) / 7
    if length == 1:
        word = lexicon.word(candidate.key)
        row = document.gazetteer.row(candidate.links[0][0])
        major = KINDS[row.kind] in (PlaceKind.COUNTRY, PlaceKind.CONTINENT)
        band = min(6, word.frequency // 10)
        if not major:
            found[f"{('no word', 'word', 'form')[word.standing]} {band}"] = 1.0
            found["surname"] = word.surname / 255
            found["first name"] = word.first_name / 255
            # A small town whose name is on everybody's lips is a namesake: "Obama", "Toyota".
            found["renown"] = max(0.0, word.frequency / 10 - math.log10(row.population + 1))
            if word.standing:
                found["word people"] = min(1.0, math.log10(row.population + 1) / 7)
        found[f"letters {min(6, len(candidate.key))}"] = 1.0
    if text.cased:
        raw = text.text[text.starts[candidate.first] : text.ends[candidate.last]]
        if raw.isupper():
            found["capitals short" if len(raw) < 5 else "capitals long"] = 1.0
            how, kind = candidate.links[0][1], KINDS[document.gazetteer.row(candidate.links[0][0]).kind]
            if how is NameKind.ABBREVIATION or kind in (PlaceKind.CITY, PlaceKind.VILLAGE):
                found[f"capitals {how.name}"] = 1.0  # "NATO" is no way to write the town of Nato; "USSR" is a state's
        if _starts_sentence(document, candidate.first):
            found["starts sentence"] = 1.0


def _starts_sentence(document: Document, index: int) -> bool:
    gap = document.text.gap(index - 1) if index else "\n"
    return any(mark in gap for mark in ".\n!?")


def _neighbours(document: Document, candidate: Candidate, found: Features) -> None:
    before, after = candidate.first - 1, candidate.last + 1
    _neighbour(document, before, -1, candidate, found)
    _neighbour(document, after, 1, candidate, found)
    if before > 0 and document.text.gap(before - 1) == " " and document.text.gap(before) == " ":
        _lexical(document, before - 1, "two before", found)
    if person_before(document, candidate.first):
        found["person before"] = 1.0
    if _given_name(document, candidate):
        found["given name"] = 1.0
    outer = chained(document, candidate)
    if outer:
        found["holder after"] = 1.0
    if before >= 0 and document.text.gap(before).strip() == ",":
        inner = next((other for other in ending_at(document, before) if holds(document, candidate, other)), None)
        if inner:
            found["inner before"] = 1.0


def _given_name(document: Document, candidate: Candidate) -> bool:
    """Whether the next word is a name the text also uses alone: "Vladimir Putin ... Putin"."""
    text, after = document.text, candidate.last + 1
    if candidate.first != candidate.last or after >= len(text.words) or text.gap(candidate.last) != " ":
        return False
    word = text.words[after]
    if document.lexicon.word(word).standing or (text.cased and not text.raw(after)[0].isupper()):
        return False
    return document.tokens[word] > 1 and after not in document.starting


def _neighbour(document: Document, index: int, side: int, candidate: Candidate, found: Features) -> None:
    text = document.text
    name = "before" if side < 0 else "after"
    gap = text.gap(index) if side < 0 else text.gap(candidate.last)
    mark = gap.strip(" ")[:1] if side > 0 else gap.strip(" ")[-1:]
    if index < 0 or index >= len(text.words) or "\n" in gap:
        found[f"edge {name}"] = 1.0
        return
    titled = mark == "." and side < 0 and document.text.words[index] in TITLES  # "Sgt. Lancaster"
    if mark and not titled:
        found[f"mark {name} {mark if mark in '.,-()/:;' else 'other'}"] = 1.0
        if mark != "-":
            return
    word = text.words[index]
    _lexical(document, index, name, found)
    for group, words in (("title", TITLES), ("street", STREETS), ("body", BODIES), ("in", IN_WORDS)):
        if word in words:
            found[f"{group} {name}"] = 1.0
    known = document.lexicon.word(word)
    if word.isdigit():
        found[f"number {name}"] = 1.0
    elif text.cased and text.raw(index)[0].isupper() and not (side < 0 and _starts_sentence(document, index)):
        place = index in document.starting if side > 0 else bool(ending_at(document, index))
        found[f"capital {name}{' place' if place else ''}"] = 1.0
        found[f"capital surname {name}"] = known.surname / 255
    elif not text.cased and not known.standing:
        found[f"unknown {name}"] = 1.0
        found[f"surname {name}"] = known.surname / 255
        if index in document.starting:
            found[f"place {name}"] = 1.0


def _lexical(document: Document, index: int, name: str, found: Features) -> None:
    word = document.text.words[index]
    known = document.lexicon.word(word)
    if known.standing and known.frequency >= 40:
        found[f"{name} {word}"] = 1.0


def _document_side(document: Document, candidate: Candidate, found: Features) -> None:
    name = candidate.key
    count = max(1, document.count[name])
    found["repeated"] = min(1.0, math.log(count) / 3)
    found["placed"] = min(1.0, document.placed[name] / 2)
    found["placed share"] = document.placed[name] / count
    found["personal"] = min(1.0, document.personal[name] / 2)
    found["personal share"] = min(1.0, document.personal[name] / count)
    if document.chains.get(name):
        found["chained"] = 1.0
    if document.firms[name]:
        found["firm share"] = document.firms[name] / count
        found["firm"] = 1.0
    best = best_agreement(document, candidate)
    found["country agrees"] = best[0]
    found["division agrees"] = best[1]


def best_agreement(document: Document, candidate: Candidate) -> tuple[float, float]:
    """The largest share of the document's countries, and of its divisions, that a reading of the name lies in."""
    countries = sum(document.countries.values()) or 1
    divisions = sum(document.divisions.values()) or 1
    country = division = 0.0
    for number, _ in candidate.links[:10]:
        row = document.gazetteer.row(number)
        country = max(country, document.countries[row.country] / countries)
        division = max(division, document.divisions[row.admin1] / divisions)
    return country, division

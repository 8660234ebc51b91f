"""The places of a text: candidates judged, overlaps settled, names resolved, roles given.

words -> candidates -> "is it a place" -> "which place" -> role
"""

from __future__ import annotations

from viz.model import PlaceKind, PlaceMention, Role, Where
from viz.parsers.places import recognise, resolve
from viz.parsers.places.bearers import borne_by_another
from viz.parsers.places.document import Document, read_document
from viz.parsers.places.explain import why
from viz.parsers.places.gazetteer import Gazetteer
from viz.parsers.places.roles import role_of
from viz.parsers.places.scan import Candidate
from viz.parsers.places.scorer import Features, Scorers
from viz.parsers.places.store import NameKind

THRESHOLD = {"name": 0.42, "wire": 0.42}
MOST_ALTERNATIVES = 5
_NOT_PEOPLES = frozenset(("pole", "poles", "brit", "finn", "scot", "swede", "dane"))
Reading = tuple[float, int]


def mentions(text: str, gazetteer: Gazetteer, scorers: Scorers, home: str) -> tuple[PlaceMention, ...]:
    """Every place and demonym of a text, sorted, never overlapping."""
    document = read_document(text, gazetteer, home)
    chosen = choose(document, scorers)
    ranked = rank(document, [candidate for candidate, _ in chosen if not candidate.demonym], scorers)
    return tuple(_mention(document, candidate, share, ranked, scorers) for candidate, share in chosen)


def choose(document: Document, scorers: Scorers) -> list[tuple[Candidate, float]]:
    """The candidates that are places, left to right; the longest name that passes at each word wins."""
    chosen: list[tuple[Candidate, float]] = []
    after, asked = 0, recognise.question(document)
    for candidate in document.found:
        if candidate.first < after or (not candidate.demonym and borne_by_another(document, candidate)):
            continue
        if candidate.demonym:
            share = float(document.text.cased or candidate.key not in _NOT_PEOPLES)
        else:
            share = scorers.share(asked, recognise.features(document, candidate))
        if share >= THRESHOLD[asked]:
            chosen.append((candidate, share))
            after = candidate.last + 1
    return chosen


Ranked = dict[tuple[str, tuple[PlaceKind, ...]], list[Reading]]


def rank(document: Document, places: list[Candidate], scorers: Scorers) -> Ranked:
    """For each name, and the kind its neighbours ask for, its readings by score: once alone, then among the others."""
    groups: dict[tuple[str, tuple[PlaceKind, ...]], Candidate] = {}
    for candidate in places:
        groups.setdefault((candidate.key, resolve.kind_hint(document, candidate)), candidate)
    known = {group: _alone(document, candidate, group[1]) for group, candidate in groups.items()}
    senses: dict[str, int] = {}
    ranked: Ranked = {}
    for _ in range(2):
        others = resolve.companions(document, senses)
        ranked = {
            group: _readings(document, candidate, others, known[group], scorers) for group, candidate in groups.items()
        }
        senses = {name: readings[0][1] for (name, _), readings in ranked.items() if readings}
    return ranked


Alone = list[tuple[int, Features]]


def _alone(document: Document, candidate: Candidate, hint: tuple[PlaceKind, ...]) -> Alone:
    """The readings of a name by number, each with what speaks for it by itself."""
    links = resolve.readings(document, candidate, hint)
    return [(link[0], resolve.alone(document, candidate, index, link, hint)) for index, link in enumerate(links)]


def _readings(
    document: Document, candidate: Candidate, others: list[resolve.Companion], known: Alone, scorers: Scorers
) -> list[Reading]:
    scored = [
        (scorers.score("reading", resolve.among(document, candidate, number, others, features)), number)
        for number, features in known
    ]
    return sorted(scored, key=lambda reading: (-reading[0], reading[1]))


def _mention(document: Document, candidate: Candidate, share: float, ranked: Ranked, scorers: Scorers) -> PlaceMention:
    text = document.text
    start, end = _span(document, candidate)
    if candidate.demonym:
        number = next(number for number, how in candidate.links if how is NameKind.DEMONYM)
        where = Where(
            document.gazetteer.place_at(number), why=f"{text.text[start:end]} names the people or language of it."
        )
        return PlaceMention(start, end, text.text[start:end], Role.TOPIC, where, demonym=True)
    readings = ranked[candidate.key, resolve.kind_hint(document, candidate)]
    places = [document.gazetteer.place_at(number) for _, number in readings[: MOST_ALTERNATIVES + 1]]
    confidence = scorers.calibrated("place", evidence(readings, share))
    reason = why(document, candidate, [number for _, number in readings])
    where = Where(places[0], confidence=round(confidence, 3), why=reason, alternatives=tuple(places[1:]))
    return PlaceMention(start, end, text.text[start:end], role_of(document, candidate, places[0], scorers), where)


def _span(document: Document, candidate: Candidate) -> tuple[int, int]:
    """The characters of a name: without a leading article, with the full stop of an abbreviation."""
    text = document.text
    first = candidate.first + (text.words[candidate.first] == "the" and candidate.last > candidate.first)
    start, end = text.starts[first], text.ends[candidate.last]
    shortened = candidate.links[0][1] is NameKind.ABBREVIATION and len(candidate.key) < 5
    written = text.text[start:end]
    if text.text[end : end + 1] == "." and ("." in written or (shortened and not written.isupper())):
        end += 1
    return start, end


def evidence(readings: list[Reading], share: float) -> float:
    """One number to calibrate: how far the best reading leads, tempered by how surely it is a place at all."""
    lead = min(6.0, readings[0][0] - readings[1][0]) if len(readings) > 1 else 3.0
    return lead + 4 * share

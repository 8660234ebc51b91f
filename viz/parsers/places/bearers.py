"""Who bears a place's name without being the place: ships, storms, alliances, words said twice.

These forms are too rare in news for the scorers to learn, and they leave no doubt. Firms and airlines ("Boston
Consulting Group") are left to the scorers: annotators often count the place in them, and a rule lost more than it won.
"""

from __future__ import annotations

from calendar import month_name

from viz.model import PlaceKind
from viz.parsers.places.document import IN_WORDS, Document, person_before
from viz.parsers.places.gazetteer import KINDS
from viz.parsers.places.scan import Candidate
from viz.parsers.places.store import NameKind

SHIPS = frozenset(
    """hms uss hmas hmcs shuttle frigate destroyer submarine warship yacht trawler ship ferry tanker freighter
    spacecraft spaceship mothership probe rover lander orbiter""".split()
)
# No road or highway: "the Osh road" leads to the town.
STREETS = frozenset("street avenue ave boulevard blvd drive lane square".split())
MONTHS = frozenset(name.lower() for name in month_name if name)
PARTICLES = frozenset("de da do dos del di van von".split())
WORLD_BODIES = frozenset(("red cross", "blue cross", "green cross", "salvation army", "amnesty"))
AFFAIRS = frozenset("commerce interior justice energy labor labour health education treasury defense defence".split())
MINISTRIES = frozenset("secretary department minister ministry undersecretary committee commission bureau".split())
STORMS = frozenset("storm hurricane cyclone typhoon".split())


def borne_by_another(document: Document, candidate: Candidate) -> bool:
    """Whether the name belongs to "HMS Lancaster", "the shuttle Columbia", "Storm Florence", "NATO", "Nane Nane", to a
    day ("October 6"), a street ("Bedford Drive"), a person ("Leila de Lima"), the Red Cross or a ministry ("Commerce
    Secretary")."""
    tests = (_called, _spelt, _doubled, _is_day, _is_street, _of_person, _is_body, _is_half)
    return any(test(document, candidate) for test in tests)


def _is_half(document: Document, candidate: Candidate) -> bool:
    """Whether it is the first half of a given name behind a surname: "Chen Wei-lun"."""
    text, before, after = document.text, candidate.first - 1, candidate.last + 1
    if before < 0 or after >= len(text.words) or not text.cased or candidate.first != candidate.last:
        return False
    if text.gap(before) != " " or text.gap(candidate.last) != "-" or not text.raw(before)[0].isupper():
        return False
    return text.raw(after).islower() and not document.lexicon.word(text.words[after]).standing


def _is_body(document: Document, candidate: Candidate) -> bool:
    """Whether it is a body known all over the world, or what a ministry is for, rather than the town of that name."""
    words, after = document.text.words, candidate.last + 1
    if candidate.key in AFFAIRS:
        return after < len(words) and words[after] in MINISTRIES
    before = words[candidate.first - 1] if candidate.first else ""
    return candidate.key in WORLD_BODIES and before not in IN_WORDS


def _is_day(document: Document, candidate: Candidate) -> bool:
    """Whether it is only a day of the calendar, after which towns are named: "6 October" is no town without more."""
    words = document.text.words[candidate.first : candidate.last + 1]
    return len(words) == 2 and any(word in MONTHS for word in words) and any(word[:1].isdigit() for word in words)


def _is_street(document: Document, candidate: Candidate) -> bool:
    text, after = document.text, candidate.last + 1
    if after >= len(text.words) or text.gap(candidate.last) != " ":
        return False
    if text.words[after] == "road" and text.cased and text.raw(after)[0].isupper():
        return candidate.first > 0 and text.words[candidate.first - 1] == "on"  # "on Ripon Road", not "the Osh Road"
    return text.words[after] in STREETS and (not text.cased or text.raw(after)[0].isupper())


def _of_person(document: Document, candidate: Candidate) -> bool:
    """Whether "de" or "van" joins it to a first name: "Leila de Lima"; "Rio de Janeiro" is one name."""
    text, link = document.text, candidate.first - 1
    if link < 1 or text.words[link] not in PARTICLES or text.gap(link) != " " or text.gap(link - 1) != " ":
        return False
    return person_before(document, link)


def _called(document: Document, candidate: Candidate) -> bool:
    text, before = document.text, candidate.first - 1
    if before < 0 or text.gap(before) != " ":
        return False
    word = text.words[before]
    if word in SHIPS:
        return True
    return word in STORMS and text.cased and text.raw(before)[0].isupper()


def _spelt(document: Document, candidate: Candidate) -> bool:
    """Whether a short name stands in capitals among words that do not: "NATO" is no way to write the town of Nato."""
    text, index = document.text, candidate.first
    raw = text.raw(index)
    if not text.cased or index != candidate.last or not 3 <= len(raw) <= 5 or not raw.isupper():
        return False
    number, how = candidate.links[0]
    town = KINDS[document.gazetteer.row(number).kind] in (PlaceKind.CITY, PlaceKind.VILLAGE)  # and no "USSR"
    if not town or how is NameKind.ABBREVIATION or not index or "\n" in text.gap(index - 1):
        return False
    beside = [text.raw(other) for other in (index - 1, index + 1) if 0 <= other < len(text.words)]
    loud = any(word.isupper() and len(word) > 1 for word in beside)  # a heading, a dateline
    return not loud and text.gap(index).strip()[:1] not in (",", "(")


def _doubled(document: Document, candidate: Candidate) -> bool:
    """Whether a single word stands twice: "Nane Nane"; "Walla Walla" is a name of two words."""
    text, first, last = document.text, candidate.first, candidate.last
    if first != last:
        return False
    after = last + 1 < len(text.words) and text.gap(last) == " " and text.words[last + 1] == text.words[first]
    return after or (first > 0 and text.gap(first - 1) == " " and text.words[first - 1] == text.words[first])

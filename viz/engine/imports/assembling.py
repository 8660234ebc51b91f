"""Events told by a file that is no article -> a Timeline like any other.

A text is written from them, a paragraph an event, so that everything that works on an article works here too: marks in
the text, filters, exports, adding it to the timelines of articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from viz.engine.export.parts import clean
from viz.errors import InputError
from viz.model import (
    Article,
    Basis,
    Event,
    EventKind,
    Participant,
    Place,
    PlaceKind,
    Reading,
    Status,
    Timeline,
    When,
    Where,
)
from viz.parsers.places import find_places
from viz.parsers.places.gazetteer import default_gazetteer

UNTITLED = "Untitled"
UNDATED, UNPLACED = "The imported file gives no date.", "The imported file gives no place."
WHY = "The imported file says so."


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a file. `undated` and `unplaced` say why it has no date or place; "" for the usual reason."""

    headline: str
    text: str = ""
    id: str = ""
    when: When | None = None
    where: Where | None = None
    undated: str = ""
    unplaced: str = ""
    who: tuple[str, ...] = ()
    status: Status = Status.HAPPENED
    kind: EventKind = EventKind.OTHER
    source: str = ""
    confidence: float = 1.0


def assembled(told: Sequence[Told], *, title: str, source: str, notes: Iterable[str] = ()) -> Timeline:
    """One timeline of one text. Raises InputError when there is no event in it."""
    if not told:
        raise InputError(f"{source or 'The file'} holds no event; give one with at least one row.")
    paragraphs, spans, reached = [], [], 0
    for one in told:
        headline = _line(one.headline) or UNTITLED
        paragraph = f"{headline}. {_line(one.text)}".strip() if one.text.strip() else headline
        paragraphs.append(paragraph)
        spans.append((reached, reached + len(paragraph), reached + len(headline)))
        reached += len(paragraph) + 2
    article = Article.of("\n\n".join(paragraphs), title=title, source=source)
    names = _unique([one.id or f"e{number}" for number, one in enumerate(told, start=1)])
    events = (_event(one, name, article.id, span) for one, name, span in zip(told, names, spans, strict=True))
    return Timeline((Reading(article, events=tuple(events), notes=tuple(notes)),))


def where_named(
    name: str, kind: PlaceKind, country: str, point: tuple[float, float] | None, number: int = 0
) -> Where | None:
    """A place by its name and, when the file has one, its point (longitude, latitude); else as the gazetteer has it."""
    if point is not None:
        lon, lat = point
        return Where(Place(number, name or "unnamed place", country, kind, lat, lon), Basis.EXPLICIT, why=WHY)
    if not name:
        return None
    mentions = find_places(name, gazetteer=default_gazetteer(), home=country)
    if len(mentions) == 1 and mentions[0].text == name and mentions[0].where and not mentions[0].demonym:
        return mentions[0].where
    return Where(Place(number, name, country, kind, None, None), Basis.EXPLICIT, why=WHY)


def point_of(lon: object, lat: object) -> tuple[float, float] | None:
    """Longitude and latitude as numbers, None when they are none or lie outside the world."""
    try:
        x, y = float(str(lon)), float(str(lat))
    except ValueError:
        return None
    return (x, y) if -180 <= x <= 180 and -90 <= y <= 90 else None


def _event(one: Told, name: str, article_id: str, span: tuple[int, int, int]) -> Event:
    start, end, told = span
    return Event(
        name, article_id, (start, end), (start, told), _line(one.headline) or UNTITLED, one.status, one.kind,
        one.when, one.where, "" if one.when else one.undated or UNDATED, "" if one.where else one.unplaced or UNPLACED,
        tuple(Participant(person) for person in one.who), one.source, confidence=one.confidence,
    )  # fmt: skip


def _line(words: str) -> str:
    return " ".join(clean(words).split())


def _unique(names: Sequence[str]) -> list[str]:
    """The names, a number after each that was taken: selection and links go by them."""
    taken: dict[str, int] = {}
    found = []
    for name in names:
        taken[name] = taken.get(name, 0) + 1
        found.append(name if taken[name] == 1 else f"{name}-{taken[name]}")
    return found

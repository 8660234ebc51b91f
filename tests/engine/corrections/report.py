"""One small report, read by hand, to correct in the tests."""

from __future__ import annotations

from datetime import date

from viz.model import (
    Article,
    Basis,
    Event,
    Participant,
    Place,
    PlaceKind,
    PlaceMention,
    Reading,
    Role,
    Status,
    When,
    Where,
)

TEXT = (
    "BATKEN, April 30 - Engineers opened a new bridge in Batken on Friday. The minister visited Osh on Thursday. "
    "Traders in Batken said that prices had fallen. A second bridge is planned for next year."
)
OPENED = "opened a new bridge"
VISITED = "visited Osh"
FALLEN = "prices had fallen"
BATKEN = Place(1463580, "Batken", "KG", PlaceKind.CITY, 40.06, 70.82)
BATKEN_REGION = Place(1463579, "Batken Region", "KG", PlaceKind.REGION, 39.9, 70.5)
OSH = Place(1527534, "Osh", "KG", PlaceKind.CITY, 40.53, 72.8)


def report(text: str = TEXT) -> Reading:
    """The reading of any version of the text: whichever of the three events and of the places it still has."""
    article = Article.of(text, title="A bridge", published=date(2021, 4, 30))
    places = tuple(mention for name, place in (("Batken", BATKEN), ("Osh", OSH)) for mention in mentions(text, name, place))
    events = [
        event(article, OPENED, When.day(date(2021, 4, 30), Basis.RELATIVE), Where(BATKEN), "Engineers"),
        event(article, VISITED, When.day(date(2021, 4, 29), Basis.RELATIVE), Where(OSH), "The minister"),
        event(article, FALLEN, None, Where(BATKEN), "Traders"),
    ]
    return Reading(article, places=places, events=tuple(one for one in events if one))


def mentions(text: str, name: str, place: Place) -> list[PlaceMention]:
    at, found = text.find(name), []
    while at >= 0:
        found.append(PlaceMention(at, at + len(name), name, Role.LOCATION, Where(place)))
        at = text.find(name, at + 1)
    return found


def event(article: Article, words: str, when: When | None, where: Where, who: str) -> Event | None:
    start = article.text.find(words)
    if start < 0:
        return None
    begin = article.text.rfind(". ", 0, start) + 2 if ". " in article.text[:start] else 0
    end = article.text.find(".", start) + 1
    undated = "" if when else "The text gives no date."
    return Event(
        f"e{start}", article.id, (begin, end), (start, start + len(words)), words.title(), Status.HAPPENED,
        when=when, where=where, undated=undated, who=(Participant(who),),
    )  # fmt: skip

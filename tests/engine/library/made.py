"""Readings made up by the number: as many as a test wants, the same ones for the same numbers."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from viz.model import (
    Article,
    Basis,
    Event,
    EventKind,
    Granularity,
    Participant,
    Place,
    PlaceKind,
    Reading,
    Status,
    When,
    Where,
)

SYLLABLES = [a + b for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "os", "un")]
VOCABULARY = [one + other for one in SYLLABLES for other in SYLLABLES[:25]]
FIRST_DAY = date(1990, 1, 1)


def made_reading(number: int, events: int = 20) -> Reading:
    """An article of so many events; about one word in a sentence is common, the others rare."""
    random = Random(number)
    sentences = [" ".join(word(random) for _ in range(8)) + "." for _ in range(events)]
    article = Article.of(f"{number} " + " ".join(sentences), title=f"Report {number}", published=FIRST_DAY)
    found, start = [], len(f"{number} ")
    for position, sentence in enumerate(sentences):
        found.append(made_event(random, article.id, position, sentence, (start, start + len(sentence))))
        start += len(sentence) + 1
    return Reading(article, events=tuple(found))


def word(random: Random) -> str:
    """Some words are frequent and most are not, as in any text."""
    return VOCABULARY[min(int(random.paretovariate(0.5)) - 1, len(VOCABULARY) - 1) if random.random() < 0.5 else random.randrange(len(VOCABULARY))]


def made_event(random: Random, article_id: str, position: int, headline: str, span: tuple[int, int]) -> Event:
    when, where = made_when(random), made_where(random)
    return Event(
        f"e{position}", article_id, span, (span[0], span[0] + 2), headline, random.choice(list(Status)), random.choice(list(EventKind)),
        when, where, "" if when else "Nobody says.", "" if where else "Nobody says.", (Participant(f"Person {random.randrange(5000)}"),),
    )  # fmt: skip


def made_when(random: Random) -> When | None:
    if random.random() < 0.1:
        return None
    first = FIRST_DAY + timedelta(random.randrange(12_000))
    if random.random() < 0.05:
        return When(None, first, Granularity.OPEN, "", f"../{first}", Basis.EXPLICIT)
    last = first + timedelta(random.choice((1, 1, 1, 7, 31, 365)))
    return When(first, last, Granularity.DAY, first.isoformat(), first.isoformat(), Basis.EXPLICIT)


def made_where(random: Random) -> Where | None:
    if random.random() < 0.1:
        return None
    lat, lon = round(random.uniform(-60, 75), 4), round(random.uniform(-180, 180), 4)
    return Where(Place(random.randrange(1, 10**6), f"{word(random).title()}ville", "KG", PlaceKind.CITY, lat, lon))

"""The core types: what an article says, as data.

    Article -> DateMention, PlaceMention -> Event -> Reading -> Timeline

Everything is frozen, compares by value and knows nothing of files, networks or screens. Spans are half-open
`[start, end)` in Unicode code points, so `article.text[m.start:m.end] == m.text` holds for every mention.
Terms follow TimeML's TIMEX3 (type, value, mod), EDTF (ISO 8601-2) and GeoNames (its feature classes are folded into
`PlaceKind`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta

from viz.errors import ModelError
from viz.terms import AREAS, Basis, DateType, EventKind, Granularity, PlaceKind, Role, Status

__all__ = [
    "AREAS",
    "Alarm",
    "Article",
    "Basis",
    "Box",
    "DateMention",
    "DateType",
    "Event",
    "EventKind",
    "Granularity",
    "Participant",
    "Place",
    "PlaceKind",
    "PlaceMention",
    "Reading",
    "Role",
    "Status",
    "Timeline",
    "When",
    "Where",
]

Box = tuple[float, float, float, float]
"""A piece of the globe: west, south, east, north in WGS84 degrees."""


def _check_span(start: int, end: int) -> None:
    if not 0 <= start < end:
        raise ModelError(f"a span must satisfy 0 <= start < end, not [{start}, {end})")


def _check_share(name: str, value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise ModelError(f"{name} must lie between 0 and 1, not {value}")


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about it. `published` is the document creation time (DCT), None when unknown.

    `source` is who published it, `author` who wrote it, `url` where it was fetched from; "" for what nobody said.
    """

    id: str
    title: str
    text: str
    published: date | None = None
    source: str = ""
    language: str = "en"
    author: str = ""
    url: str = ""

    @classmethod
    def of(
        cls, text: str, *, title: str = "", published: date | None = None, source: str = "", language: str = "en",
        author: str = "", url: str = "",
    ) -> Article:  # fmt: skip
        """An article whose id is the hash of its text, so that the same text is the same article anywhere."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(digest[:16], title, text, published, source, language, author, url)


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time as the half-open interval of days `[earliest, latest)`; None is an open side.

    `timex` is the TIMEX3 value, `edtf` the EDTF string, `why` one sentence for a reader. `alternatives` holds the
    other readings of the same words, best first, when the direction was a judgement.
    """

    earliest: date | None
    latest: date | None
    granularity: Granularity
    timex: str
    edtf: str
    basis: Basis
    why: str = ""
    alternatives: tuple[When, ...] = ()

    def __post_init__(self) -> None:
        if self.earliest and self.latest and not self.earliest < self.latest:
            raise ModelError(f"earliest must come before latest, not {self.earliest} and {self.latest}")

    @classmethod
    def day(cls, day: date, basis: Basis, why: str = "") -> When:
        """The whole of one day."""
        after = day + timedelta(1) if day < date.max else None
        iso = day.isoformat()
        return cls(day, after, Granularity.DAY, iso, iso, basis, why)

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether any day of `[start, end)` may lie in it; an open side reaches without limit."""
        begins_before_end = end is None or self.earliest is None or self.earliest < end
        ends_after_start = start is None or self.latest is None or self.latest > start
        return begins_before_end and ends_after_start

    @property
    def is_open(self) -> bool:
        """Whether one side has no limit ("before Tuesday")."""
        return self.earliest is None or self.latest is None

    @property
    def last_day(self) -> date | None:
        """The last day in it, `latest` being the day after; None when that side is open."""
        return self.latest - timedelta(1) if self.latest else None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression in the text (TIMEX3). `when` is None for what has no place on a timeline.

    `value` is the TIMEX3 value ("" when the words give none), `mod` TIMEX3's modifier (EARLY, APPROX, MORE_THAN ...),
    `anchor` what a relative value was counted from ("published", "text:START" for another mention, "" for none).
    """

    start: int
    end: int
    text: str
    type: DateType
    value: str
    mod: str = ""
    anchor: str = ""
    when: When | None = None
    why: str = ""
    confidence: float = 1.0
    language: str = "en"

    def __post_init__(self) -> None:
        _check_span(self.start, self.end)
        _check_share("confidence", self.confidence)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. `lat` and `lon` are WGS84 degrees, None for what has no point (an ocean, a river).

    `geonameid` is 0 for places GeoNames does not have; `country` is ISO 3166-1 alpha-2, "" for none.
    """

    geonameid: int
    name: str
    country: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    admin1: str = ""
    population: int = 0

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise ModelError(f"{self.name} has a latitude without a longitude or the reverse")
        if self.lat is not None and self.lon is not None and not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ModelError(f"{self.name} lies outside the world: latitude {self.lat}, longitude {self.lon}")


@dataclass(frozen=True, slots=True)
class Where:
    """A place as an answer: how sure, why, and which other places the words could mean, best first."""

    place: Place
    basis: Basis = Basis.EXPLICIT
    confidence: float = 1.0
    why: str = ""
    alternatives: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        _check_share("confidence", self.confidence)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name (toponym) or demonym in the text. `where` is None when the name could not be resolved."""

    start: int
    end: int
    text: str
    role: Role
    where: Where | None
    demonym: bool = False

    def __post_init__(self) -> None:
        _check_span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in an event: the fullest name the article gives, and the spans that name them here."""

    name: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, is planned or is claimed.

    `span` is the sentence that tells most about it, `trigger` the words for it, `also` its other mentions. When `when`
    or `where` is None, `undated` or `unplaced` says why. `source` is who says so ("" for the article itself) and
    `said` when they said it, the second clock.
    """

    id: str
    article_id: str
    span: tuple[int, int]
    trigger: tuple[int, int]
    headline: str
    status: Status
    kind: EventKind = EventKind.OTHER
    when: When | None = None
    where: Where | None = None
    undated: str = ""
    unplaced: str = ""
    who: tuple[Participant, ...] = ()
    source: str = ""
    said: When | None = None
    status_why: str = ""
    also: tuple[tuple[int, int], ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        _check_span(*self.span)
        _check_span(*self.trigger)
        _check_share("confidence", self.confidence)
        if (self.when is None) != bool(self.undated):
            raise ModelError(f"event {self.id} needs either a date or the reason it has none")
        if (self.where is None) != bool(self.unplaced):
            raise ModelError(f"event {self.id} needs either a place or the reason it has none")


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something a careful reader would question: `message` is the sentence, `events` the ids it is about."""

    kind: str
    message: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article, in the order of the text."""

    article: Article
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    events: tuple[Event, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    notes: tuple[str, ...] = ()  # what the reader should know: "no grammar model: clause rules were used"

    def __post_init__(self) -> None:
        mentions: tuple[DateMention | PlaceMention, ...] = (*self.dates, *self.places)
        for mention in mentions:
            if self.article.text[mention.start : mention.end] != mention.text:
                raise ModelError(f"the mention {mention.text!r} is not at [{mention.start}, {mention.end}) of the text")


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of one or more articles; timelines add up, and the same article counts once."""

    readings: tuple[Reading, ...] = field(default=())

    def __add__(self, other: Timeline) -> Timeline:
        mine = {reading.article.id for reading in self.readings}
        return Timeline(self.readings + tuple(r for r in other.readings if r.article.id not in mine))

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event, article by article, in the order of the text."""
        return tuple(event for reading in self.readings for event in reading.events)

    @property
    def undated(self) -> tuple[Event, ...]:
        """The events without a date; each says why in `undated`."""
        return tuple(event for event in self.events if event.when is None)

    @property
    def unplaced(self) -> tuple[Event, ...]:
        """The events without a place; each says why in `unplaced`."""
        return tuple(event for event in self.events if event.where is None)

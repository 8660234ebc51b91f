"""The terms of the field as enumerations: TIMEX3's types, granularities, GeoNames' kinds, roles and statuses."""

from enum import StrEnum


class DateType(StrEnum):
    """The four types of TIMEX3. Durations and sets are kept but have no point on a timeline of their own."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Granularity(StrEnum):
    """How finely a date is told, finest first: the order of the members is the order of precision."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    OPEN = "open"


class Basis(StrEnum):
    """Where a date or place of an event comes from."""

    EXPLICIT = "explicit"  # the words give it in full
    RELATIVE = "relative"  # the words give it, counted from an anchor such as the publication date
    INFERRED = "inferred"  # the passage, the tense or the dateline gives it
    UNKNOWN = "unknown"


class PlaceKind(StrEnum):
    """What a place is, folded from GeoNames' feature classes; `AREAS` are drawn as shapes, the others as pins."""

    CITY = "city"
    VILLAGE = "village"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    CONTINENT = "continent"
    SITE = "site"
    RIVER = "river"
    LAKE = "lake"
    SEA = "sea"
    MOUNTAIN = "mountain"
    ISLAND = "island"


AREAS = frozenset(
    {PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.SEA, PlaceKind.RIVER}
)


class Role(StrEnum):
    """What a place name does in its sentence."""

    DATELINE = "dateline"
    LOCATION = "location"
    ACTOR = "actor"  # a metonym: the name stands for a government or a team
    TOPIC = "topic"


class Status(StrEnum):
    """How sure it is that an event took place; see the event guidelines in docs/accuracy.md."""

    HAPPENED = "happened"
    PLANNED = "planned"
    REPORTED = "reported"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class EventKind(StrEnum):
    """What sort of event it is: a small set a reader can filter by."""

    DIPLOMACY = "diplomacy"
    ELECTION = "election"
    CONFLICT = "conflict"
    PROTEST = "protest"
    DISASTER = "disaster"
    JUSTICE = "crime and law"
    ECONOMY = "economy"
    HEALTH = "health"
    OFFICE = "appointment and departure"
    OTHER = "other"

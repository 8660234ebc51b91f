"""What a careful reader would question in one article, each as a sentence that names its evidence.

Few and true: an alarm that cries wolf is read once. Every check needs explicit words on both sides; what was inferred
(a place from the dateline, a date from the passage) never raises one, save where the words themselves cannot be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from viz.engine.merging.compare import distance_km, may_contain
from viz.model import Alarm, Article, Basis, DateMention, DateType, Event, Granularity, Status, When

_AFTER = re.compile(r"\s(?:on |of |in |late on |early on )?(?:the )?")
_BEFORE = re.compile(r"(?:['’]s)?\s")
FAR_KM = 1_500.0
"""Farther than a morning's flight: two such places on one day deserve a look."""
LONG_PAST = timedelta(365)
_RANGE = re.compile(r"\s*([-–—]|to|until|till|and|through)\s*(?:the\s+)?", re.IGNORECASE)
_OPENS_RANGE = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NAME = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_APART = re.compile(r"\s*,?\s*\(?(?:the\s+)?", re.IGNORECASE)
_FULL_DATE = re.compile(r"\b(?:19|20)\d\d\b")


def alarms(events: Sequence[Event], article: Article, dates: Sequence[DateMention]) -> tuple[Alarm, ...]:
    """The alarms of one article in the order of their kinds; () when nothing is amiss."""
    return (
        *_ends_before_it_starts(events, article, dates),
        *_wrong_weekday(events, article, dates),
        *_happened_in_the_future(events, article),
        *_planned_for_the_past(events, article),
        *_two_places_at_once(events),
        *_told_on_two_days(events, article, dates),
    )


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _days(when: When) -> str:
    """The interval in words: "3 May 2021", "3 to 5 May"."""
    if when.granularity in (Granularity.DAY, Granularity.TIME) and when.earliest:
        return _said(when.earliest)
    return when.edtf or when.timex


def _within(events: Sequence[Event], start: int, end: int) -> tuple[str, ...]:
    """The ids of the events whose sentence covers a stretch of text."""
    return tuple(event.id for event in events if event.span[0] <= start and end <= event.span[1])


def _ends_before_it_starts(events: Sequence[Event], article: Article, dates: Sequence[DateMention]) -> Iterator[Alarm]:
    """A range in the words whose end precedes its start, both with a year ("Dec. 28 to Jan. 3, 2021" is in order)."""
    full = sorted((found for found in dates if _FULL_DATE.search(found.text)), key=lambda found: found.start)
    for first, second in pairwise(full):
        if not (first.when and second.when and first.when.earliest and second.when.latest):
            continue
        in_order = second.when.latest > first.when.earliest
        if not in_order and _is_range(article.text, first, second):
            words = article.text[first.start : second.end]
            message = f"The range “{words}” ends ({_days(second.when)}) before it starts ({_days(first.when)})."
            yield Alarm("end before start", message, _within(events, first.start, second.end))


def _is_range(text: str, first: DateMention, second: DateMention) -> bool:
    """Whether the words between two dates join them to a range; "to" and "and" do so only after "from" or "between"."""
    joined = _RANGE.fullmatch(text, first.end, second.start)
    if joined is None:
        return False
    opened = _OPENS_RANGE.search(text[max(0, first.start - 20) : first.start])
    return opened is not None or joined[1].lower() not in ("to", "and")


def _wrong_weekday(events: Sequence[Event], article: Article, dates: Sequence[DateMention]) -> Iterator[Alarm]:
    """A weekday beside a full date that fell on another: "Friday, 20 September 2017" was a Wednesday."""
    for mention in dates:
        when = mention.when
        if when is None or mention.type not in (DateType.DATE, DateType.TIME) or not _FULL_DATE.search(mention.text):
            continue
        if when.granularity not in (Granularity.DAY, Granularity.TIME) or when.earliest is None:
            continue
        start, named = _weekday_of(article.text, mention)
        fell = _WEEKDAYS[when.earliest.weekday()]
        if named and named != fell:
            words = article.text[start : mention.end]
            message = f"“{words}” cannot be right: {_said(when.earliest)} was a {fell.title()}."
            yield Alarm("wrong weekday", message, _within(events, start, mention.end))


def _weekday_of(text: str, mention: DateMention) -> tuple[int, str]:
    """Where the words of a date with its weekday start, and the weekday: in the mention itself or right before it."""
    if inside := _DAY_NAME.search(mention.text):
        return mention.start, inside[1].lower()
    before = list(_DAY_NAME.finditer(text, max(0, mention.start - 20), mention.start))
    if before and _APART.fullmatch(text, before[-1].end(), mention.start):
        return before[-1].start(), before[-1][1].lower()
    return mention.start, ""


def _happened_in_the_future(events: Sequence[Event], article: Article) -> Iterator[Alarm]:
    """Told as having happened, but dated after the article appeared (a day's grace for time zones)."""
    if article.published is None:
        return
    for event in events:
        when = event.when
        if event.status is not Status.HAPPENED or when is None or when.earliest is None:
            continue
        if when.basis is not Basis.INFERRED and not when.is_open and when.earliest > article.published + timedelta(1):
            message = (
                f"“{event.headline}” is told as having happened, but its date, {_days(when)}, lies after the article's"
                f" own ({_said(article.published)})."
            )
            yield Alarm("happened in the future", message, (event.id,))


def _planned_for_the_past(events: Sequence[Event], article: Article) -> Iterator[Alarm]:
    """A plan whose date had long gone by when the article appeared."""
    if article.published is None:
        return
    for event in events:
        when = event.when
        if event.status is not Status.PLANNED or when is None or when.latest is None or when.earliest is None:
            continue
        if when.basis is Basis.EXPLICIT and when.latest + LONG_PAST < article.published:
            message = (
                f"“{event.headline}” is told as a plan, but its date, {_days(when)}, was long past when the article"
                f" appeared ({_said(article.published)})."
            )
            yield Alarm("planned for the past", message, (event.id,))


def _two_places_at_once(events: Sequence[Event]) -> Iterator[Alarm]:
    """One named person in two far places on one day, both places and days in the words."""
    present: dict[tuple[str, date], list[Event]] = {}
    for event in events:
        where, when = event.where, event.when
        if event.status is not Status.HAPPENED or where is None or when is None or when.earliest is None:
            continue
        if Basis.INFERRED in (where.basis, when.basis) or when.granularity not in (Granularity.DAY, Granularity.TIME):
            continue
        for person in event.who[:1]:  # the one who acts is there; others may be far away ("phoned", "accused")
            if _is_person(person.name):
                present.setdefault((person.name, when.earliest), []).append(event)
    for (name, day), there in present.items():
        for one, other in combinations(there, 2):
            yield from _far(name, day, one, other)


def _is_person(name: str) -> bool:
    """A first and a last name: a country, an army or a firm may well act in two places."""
    words = name.split()
    return len(words) >= 2 and all(word[:1].isupper() for word in words)


def _far(name: str, day: date, one: Event, other: Event) -> Iterator[Alarm]:
    if one.where is None or other.where is None or may_contain(one.where.place, other.where.place):
        return
    apart = distance_km(one.where.place, other.where.place)
    if apart is not None and apart > FAR_KM:
        here, there = f"{one.where.place.name} (“{one.headline}”)", f"{other.where.place.name} (“{other.headline}”)"
        message = f"{name} is in {here} and in {there} on {_said(day)}, {round(apart, -2):,.0f} km apart."
        yield Alarm("two places at once", message, (one.id, other.id))


def _told_on_two_days(events: Sequence[Event], article: Article, dates: Sequence[DateMention]) -> Iterator[Alarm]:
    """Another mention of an event stands beside a date that excludes the event's own."""
    for event in events:
        when = event.when
        if when is None or when.is_open or when.basis is Basis.INFERRED:
            continue
        for start, end in event.also:
            beside = _date_beside(article.text, start, end, dates)
            if beside is None or beside.when is None or beside.when.is_open:
                continue
            if not when.overlaps(beside.when.earliest, beside.when.latest):
                message = (
                    f"“{event.headline}” is dated {_days(when)}, but “{article.text[start:end]}” elsewhere in the"
                    f" article goes with “{beside.text}” ({_days(beside.when)})."
                )
                yield Alarm("told on two days", message, (event.id,))


def _date_beside(text: str, start: int, end: int, dates: Sequence[DateMention]) -> DateMention | None:
    """The date that touches a mention, by "on", "of", "last" at most: farther off it may govern something else."""
    for mention in dates:
        if mention.type is not DateType.DATE or mention.when is None:
            continue
        if end <= mention.start and _AFTER.fullmatch(text, end, mention.start):
            return mention
        if mention.end <= start and _BEFORE.fullmatch(text, mention.end, start):
            return mention
    return None

"""How alike two events are, as points that can be read: every point has its reason.

Points are given for the day, the place, the sort of event, the people, the words and the numbers, and taken for what
speaks against. Some pairs are never one, however alike (`cannot_be_one`): days that exclude each other, places far
apart, two events of one article that are not rival accounts of one happening. `ENOUGH` was set on the fixtures of
tests/gold, where every positive lies above and every negative below it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from viz.engine.merging.facts import Facts
from viz.engine.merging.words import related, words_of
from viz.model import Basis, Place, PlaceKind, When

ENOUGH = 4.5
NEAR_KM = 60.0
_REACH_KM = {PlaceKind.DISTRICT: 60.0, PlaceKind.REGION: 180.0, PlaceKind.COUNTRY: 500.0, PlaceKind.SEA: 500.0}
_SHORT = timedelta(8)
_MONTHS = timedelta(62)
SELDOM = frozenset(
    {"truce", "earthquake", "flood", "storm", "election", "independence", "outage", "outbreak", "mourning",
     "launch"}
)
"""Sorts of event that one place rarely sees twice on a day: two reports may well have no other word in common."""
ONCE = frozenset({"departure", "arrest", "killing", "trial", "charges", "kidnapping", "extradition"})
"""What befalls a person about once: the same name and day settle it."""
OF_THINGS = frozenset(
    {"opening", "closure", "agreement", "law", "offer", "purchase", "building", "start of work", "award", "aid",
     "price", "sport"}
)
"""What one person may do twice on a day: it takes the thing opened, signed or bought to tell which."""
Reasoned = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points of a pair, and the reasons for them in a reader's words."""

    points: float
    reasons: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether the pair alone would be merged."""
        return self.points >= ENOUGH


def likeness(one: Facts, other: Facts) -> Likeness | None:
    """The points of a pair, None when the two cannot be one."""
    if cannot_be_one(one, other):
        return None
    parts = [_when(one, other), _where(one, other), _what(one, other), _who(one, other), _words(one, other)]
    parts.append(_how_many(one, other))
    sort, company = parts[2][0], parts[3][0] + parts[4][0]
    if sort <= 0 and company < 2:  # same day, same place, but nothing says it is the same thing
        return Likeness(0.0, ())
    reasons = tuple(reason for points, reason in parts if points > 0 and reason)
    return Likeness(sum(points for points, _ in parts), reasons)


def cannot_be_one(one: Facts, other: Facts) -> bool:
    """Whether a fact excludes that two events are the same."""
    if one.key == other.key:
        return True
    if one.event.article_id == other.event.article_id and not _rival(one, other):
        return True
    return _days_exclude(one.event.when, other.event.when) or _places_exclude(one, other)


def _rival(one: Facts, other: Facts) -> bool:
    """Two sides' versions of one happening in one article: different speakers, one sort of event, one day and place."""
    mine, its = one.event, other.event
    if not (one.is_claim and other.is_claim and mine.source != its.source and one.speakers != other.speakers):
        return False
    same_place = mine.where is not None and its.where is not None and mine.where.place == its.where.place
    same_day = mine.when is not None and its.when is not None and _bounds(mine.when) == _bounds(its.when)
    against = bool(one.agents and other.agents and not one.agents & other.agents)
    return same_place and same_day and against and bool(one.families & other.families)


def _bounds(when: When) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


def _length(when: When) -> timedelta:
    return when.latest - when.earliest if when.earliest and when.latest else timedelta.max


def _gap(one: When, other: When) -> int:
    """Whole days between two intervals that do not overlap, 0 when they touch."""
    first, second = sorted((one, other), key=lambda when: when.earliest or date.min)
    return (second.earliest - first.latest).days if second.earliest and first.latest else 0


def _days_exclude(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.overlaps(other.earliest, other.latest):
        return False
    if _length(one) > _SHORT or _length(other) > _SHORT:
        return True
    guessed = Basis.INFERRED in (one.basis, other.basis)
    return _gap(one, other) > (1 if guessed else 0)


def _when(one: Facts, other: Facts) -> Reasoned:
    mine, its = one.event.when, other.event.when
    if mine is None or its is None:
        return 0.0, ""
    longest = max(_length(mine), _length(its))
    if _bounds(mine) == _bounds(its):
        return (2.0 if longest <= _SHORT else 1.0 if longest <= _MONTHS else 0.25), f"the same date ({mine.edtf})"
    if mine.overlaps(its.earliest, its.latest):
        points = 1.25 if longest <= _SHORT else 0.75 if longest <= _MONTHS else 0.25
        return points, "dates that fit each other"
    return (0.5, "dates a day apart") if _gap(mine, its) == 0 else (-1.0, "")


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance by the haversine formula, None when a place has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, south = math.radians(one.lat), math.radians(other.lat)
    across = math.radians(one.lon - other.lon)
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    return 12_742.0 * math.asin(min(1.0, math.sqrt(half)))


def same_place(one: Place, other: Place) -> bool:
    """Whether two answers name one place."""
    if one.geonameid and one.geonameid == other.geonameid:
        return True
    return (one.name, one.country, one.kind) == (other.name, other.country, other.kind)


def may_contain(one: Place, other: Place) -> bool:
    """Whether one of the two is an area that the other may lie in, as far as names and points tell."""
    if PlaceKind.COUNTRY in (one.kind, other.kind) and one.country == other.country:
        return True
    reach = max(_REACH_KM.get(one.kind, 0.0), _REACH_KM.get(other.kind, 0.0))
    apart = distance_km(one, other)
    foreign = bool(one.country and other.country and one.country != other.country)
    return apart is not None and apart <= reach and not foreign


def _places_exclude(one: Facts, other: Facts) -> bool:
    mine, its = one.event.where, other.event.where
    if mine is None or its is None or Basis.INFERRED in (mine.basis, its.basis):
        return False
    return not _close(mine.place, its.place)


def _close(one: Place, other: Place) -> bool:
    apart = distance_km(one, other)
    return same_place(one, other) or may_contain(one, other) or (apart is not None and apart <= NEAR_KM)


def _where(one: Facts, other: Facts) -> Reasoned:
    if one.event.where is None or other.event.where is None:
        return 0.0, ""
    mine, its = one.event.where.place, other.event.where.place
    if same_place(mine, its):
        wide = mine.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT)
        return (0.75 if wide else 1.5), f"the same place ({mine.name})"
    if _close(mine, its):
        wide = PlaceKind.COUNTRY in (mine.kind, its.kind)
        return (0.5 if wide else 1.0), f"places that fit each other ({', '.join(sorted((mine.name, its.name)))})"
    return -1.5, ""


def _what(one: Facts, other: Facts) -> Reasoned:
    shared = one.families & other.families
    if shared & SELDOM:
        return 2.75, f"the same sort of event ({min(shared & SELDOM)})"
    if one.trigger & other.trigger:
        return (2.0 if shared else 2.5), "the same word for what happened"
    if shared:
        return 2.0, f"the same sort of event ({min(shared)})"
    here, there = one.families & other.context, one.context & other.families
    if here and there:
        return 1.5, f"both speak of {' and '.join(sorted((min(here), min(there))))}"
    if shared := here | there:
        # A report whose own words name another sort of event speaks of this one in passing only.
        settled = (other if here else one).trigger
        return (0.5 if settled else 1.25), f"both speak of {min(shared)}"
    if kindred := related(one.families, other.families):
        return 0.75, f"kindred sorts of event ({', '.join(kindred)})"
    if shared := one.context & other.context:
        return 0.5, f"both speak of {min(shared)}"
    return (-1.5 if one.families and other.families else 0.0), ""


def _who(one: Facts, other: Facts) -> Reasoned:
    if one.names and other.names:
        return _persons(one.names, other.names, bool(one.families & other.families & ONCE))
    claims = one.is_claim and other.is_claim
    if one.agents and other.agents and not one.agents & other.agents and not claims:
        return -1.5, ""
    if one.speakers and one.speakers == other.speakers and claims:
        return 0.5, "the same side's account"
    share = _share(one.who, other.who)
    if share >= 0.5:
        return 1.0 + 0.5 * (share == 1 and min(len(one.who), len(other.who)) > 1), "the same sort of participants"
    return (0.5, "the same nations") if one.nations & other.nations else (0.0, "")


def _persons(ours: frozenset[tuple[str, ...]], theirs: frozenset[tuple[str, ...]], once: bool) -> Reasoned:
    """Named people: in common, and on both sides people the other does not name."""
    common = {name[-1] for name in ours for its in theirs if _one_person(name, its)}
    if not common:
        return -2.0, ""
    others = min(len(ours), len(theirs)) - len(common)
    if others > 0:
        return 0.5 * len(common) - 2.0 * others, ""
    names = ", ".join(sorted(name.title() for name in common))
    return 1.5 + 0.5 * (len(common) > 1) + once, f"the same people ({names})"


def _one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[-1] == other[-1] and (set(one) <= set(other) or set(other) <= set(one))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _words(one: Facts, other: Facts) -> Reasoned:
    known = (one.who & other.who).union(*one.names, *other.names, words_of(one.families & other.families))
    mine, its = one.words - known, other.words - known
    share = _share(mine, its)
    if share:
        return (1.5 if share >= 0.5 else 1.0 if share >= 0.25 else 0.5), "words in common"
    fewest, shared = min(len(mine), len(its)), one.families & other.families
    if fewest == 0 or shared & SELDOM:
        return -0.25 * (fewest > 1), ""
    if shared & OF_THINGS:
        return -1.5 * min(2, fewest), ""
    return (0.0 if fewest == 1 else -1.5), ""


def _how_many(one: Facts, other: Facts) -> Reasoned:
    theirs = {count.of: count for count in other.counts}
    points, reason = 0.0, ""
    for count in one.counts:
        if (its := theirs.get(count.of)) is None:
            continue
        if one.speakers and one.speakers == other.speakers:  # one side's toll, whatever it has risen to
            points, reason = points + 1.5, "the same side counts the same"
        elif count.agrees(its) and count.near(its):
            points, reason = points + 0.5, "numbers that agree"
        elif not count.agrees(its) and not count.near(its):
            points -= 1.0
    return max(-1.0, min(1.5, points)), reason

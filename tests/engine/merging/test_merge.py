"""The same event told in several articles is one story, unrelated events never are."""

import json
import time
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.gold_events import GOLD, central_asia, short_reports
from viz.engine.merging import Story, merge
from viz.model import Reading

Keys = frozenset[tuple[str, str]]
SAME, APART = short_reports("same"), short_reports("apart")
CENTRAL_ASIA = central_asia()
GROUPS = json.loads((GOLD / "same_as.json").read_text(encoding="utf-8"))["same_as"]
ALL = [*CENTRAL_ASIA, *(reading for _, readings in (*SAME, *APART) for reading in readings)]


def keys(story: Story) -> Keys:
    return frozenset((event.article_id, event.id) for event in story.events)


def groups(readings: list[Reading]) -> set[Keys]:
    return {keys(story) for story in merge(readings)}


def gold(group: dict[str, Any]) -> Keys:
    return frozenset((event["article"], event["event"]) for event in group["events"])


@cache
def border_stories() -> dict[Keys, Story]:
    return {keys(story): story for story in merge(CENTRAL_ASIA)}


@pytest.mark.parametrize("group", GROUPS, ids=[group["id"] for group in GROUPS])
def test_every_group_of_the_border_reports_is_one_story(group: dict[str, Any]) -> None:
    assert gold(group) in border_stories()


def test_nothing_else_in_the_border_reports_is_merged() -> None:
    assert {group for group in border_stories() if len(group) > 1} == {gold(group) for group in GROUPS if len(group["events"]) > 1}


def test_tolls_of_the_border_reports_stand_side_by_side() -> None:
    deaths = next(gold(group) for group in GROUPS if group["id"] == "deaths-kg")
    toll = next(found for found in border_stories()[deaths].disagreements if found.fact == "number of dead")
    assert {claim.article_id: claim.says for claim in toll.claims} == {
        "border-clash-bishkek": "31", "border-clash-dushanbe": "more than 30", "border-clash-month-on": "36",
    }  # fmt: skip
    assert not toll.precision_only


@pytest.mark.parametrize("group", ["camera-quarrel", "first-shots"])
def test_two_sides_accounts_keep_who_did_what(group: str) -> None:
    story = border_stories()[next(gold(found) for found in GROUPS if found["id"] == group)]
    deeds = next(found for found in story.disagreements if found.fact == "who did what")
    assert {(claim.article_id, claim.event_id) for claim in deeds.claims} == keys(story)


def test_a_day_inside_a_month_differs_in_precision_only() -> None:
    story = border_stories()[next(gold(group) for group in GROUPS if group["id"] == "rahmon-vorukh")]
    (dates,) = story.disagreements
    assert (dates.fact, dates.precision_only) == ("date", True)
    assert [claim.says for claim in dates.claims] == ["2021-04-09", "2021-04", "2021-04"]


def ids(cases: list[tuple[dict[str, Any], list[Reading]]]) -> list[str]:
    return [case["id"] for case, _ in cases]


@pytest.mark.parametrize(("case", "readings"), SAME, ids=ids(SAME))
def test_reports_on_one_event_are_one_story(case: dict[str, Any], readings: list[Reading]) -> None:
    """The cases marked `missed` share too few words for the tables; they stay apart, which is the safer mistake."""
    stories = merge(readings)
    assert (len(stories) == 1) != case.get("missed", False)
    told = [("~" if found.precision_only else "") + found.fact for story in stories for found in story.disagreements]
    assert sorted(told) == sorted(case["disagree"])


@pytest.mark.parametrize(("case", "readings"), APART, ids=ids(APART))
def test_unrelated_events_of_one_day_and_place_stay_apart(case: dict[str, Any], readings: list[Reading]) -> None:
    assert len(merge(readings)) == len(readings), case["why"]


def test_a_large_collection_keeps_apart_what_is_apart() -> None:
    """Cases share subjects on purpose (one court, one summit): more reports must not build a bridge between two events."""
    home = {key: group for group in groups(ALL) for key in group}
    for case, readings in APART:
        stories = {home[reading.article.id, "e1"] for reading in readings}
        assert len(stories) == len(readings), case["why"]


@given(st.permutations(range(len(CENTRAL_ASIA))))
@settings(deadline=None, max_examples=10)
def test_the_order_of_the_readings_changes_nothing(order: list[int]) -> None:
    assert merge([CENTRAL_ASIA[index] for index in order]) == merge(CENTRAL_ASIA)


@given(st.lists(st.sampled_from(ALL), max_size=8))
@settings(deadline=None, max_examples=40)
def test_every_event_is_in_exactly_one_story(readings: list[Reading]) -> None:
    told = [key for story in merge(readings) for key in keys(story)]
    assert sorted(told) == sorted({(event.article_id, event.id) for reading in readings for event in reading.events})


@given(st.lists(st.sampled_from(ALL), max_size=6))
@settings(deadline=None, max_examples=20)
def test_an_article_given_twice_counts_once(readings: list[Reading]) -> None:
    assert merge([*readings, *readings]) == merge(readings)


def without_places(reading: Reading) -> Reading:
    return replace(reading, events=tuple(replace(event, where=None, unplaced="not found") for event in reading.events))


def a_day_later(reading: Reading) -> Reading:
    day, moved = timedelta(1), []
    for event in reading.events:
        when = event.when
        if when and when.earliest and when.latest:
            when = replace(when, earliest=when.earliest + day, latest=when.latest + day)
        moved.append(replace(event, when=when))
    return replace(reading, events=tuple(moved))


@pytest.mark.parametrize(("harm", "least"), [(without_places, 0.6), (a_day_later, 0.5)])
def test_most_stories_survive_what_an_event_finder_gets_wrong(harm, least: float) -> None:
    """The second report of each pair without its place, or dated a day late."""
    pairs = [readings for case, readings in SAME if not case.get("missed")]
    whole = [len(merge([first, harm(second), *rest])) == 1 for first, second, *rest in pairs]
    assert sum(whole) / len(whole) >= least


TOLD_APART_OTHERWISE = [found for found in APART if found[0]["id"] != "far-places"]


@pytest.mark.parametrize(("case", "readings"), TOLD_APART_OTHERWISE, ids=ids(TOLD_APART_OTHERWISE))
@pytest.mark.parametrize("harm", [without_places, a_day_later])
def test_what_an_event_finder_gets_wrong_joins_nothing(case: dict[str, Any], readings: list[Reading], harm) -> None:
    assert len(merge([readings[0], *map(harm, readings[1:])])) == len(readings), case["why"]


def test_a_story_leads_with_its_best_dated_report_and_says_why() -> None:
    story = next(story for story in border_stories().values() if len(story.articles) == 3 and len(story.events) == 4)
    assert story.why.startswith("4 reports in 3 articles are one event: the same date (2021-04-29)")
    assert story.lead in story.events
    alone = next(story for story in border_stories().values() if len(story.events) == 1)
    assert alone.why == "Only this article tells it."


def test_nothing_gives_no_stories() -> None:
    assert merge([]) == ()


def test_thousands_of_events_take_seconds() -> None:
    """Three thousand events over a year; all pairs would be 4.5 million comparisons."""
    many, start = [], date(2020, 1, 1)
    for number in range(3_000):
        reading = ALL[5 + number % (len(ALL) - 5)]
        article = replace(reading.article, id=f"{reading.article.id}-{number}")
        (event,) = reading.events
        if event.when and event.when.latest and event.when.earliest:
            shifted = start + timedelta(number * 7 % 365)
            when = replace(event.when, earliest=shifted, latest=shifted + (event.when.latest - event.when.earliest))
            event = replace(event, when=when)
        many.append(Reading(article, reading.dates, reading.places, (replace(event, article_id=article.id),)))
    began = time.process_time()
    assert sum(len(story.events) for story in merge(many)) == 3_000
    assert time.process_time() - began < 20

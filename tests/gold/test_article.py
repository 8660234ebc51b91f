"""The article the program was built for, against what a careful reader takes from it (kyrgyz-election-2017.gold.json)."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from viz.engine.pipeline import read
from viz.model import Event, Reading
from viz.reading import bundled

GOLD = json.loads((Path(__file__).parent / "kyrgyz-election-2017.gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(bundled()[0])


def test_five_of_five_dates_and_none_invented(reading: Reading) -> None:
    found = [(d.start, d.end, d.type.value, d.value) for d in reading.dates]
    assert found == [(d["start"], d["end"], d["type"], d["value"]) for d in GOLD["dates"]]


def test_every_date_says_why(reading: Reading) -> None:
    assert [d.text for d in reading.dates if d.when is None or not d.when.why] == []


def test_sixteen_of_sixteen_places_are_the_right_ones(reading: Reading) -> None:
    found = [(p.start, p.end, p.where and p.where.place.geonameid) for p in reading.places if not p.demonym]
    assert found == [(p["start"], p["end"], p["geonameid"]) for p in GOLD["places"]]


def test_at_least_twelve_roles_are_right(reading: Reading) -> None:
    roles = {p.start: p.role.value for p in reading.places}
    assert sum(roles.get(p["start"]) == p["role"] for p in GOLD["places"]) >= 12


def test_all_fourteen_demonyms_are_told_from_places(reading: Reading) -> None:
    found = [(p.start, p.end) for p in reading.places if p.demonym]
    assert found == [(d["start"], d["end"]) for d in GOLD["demonyms"]]


def test_all_nine_events_and_no_other(reading: Reading) -> None:
    wrong = [gold["id"] for gold in GOLD["events"] if not any(is_right(event, gold) for event in reading.events)]
    assert wrong == []
    assert len(reading.events) == len(GOLD["events"])


def test_the_meeting_of_the_lead_is_the_one_the_body_tells_of(reading: Reading) -> None:
    meeting = next(event for event in reading.events if GOLD_TEXT[slice(*event.trigger)] == "met")
    assert [GOLD_TEXT[start:end] for start, end in meeting.also] == ["met"]


def is_right(event: Event, gold: dict) -> bool:
    start = GOLD_TEXT.index(gold["trigger"].split()[0], gold["sentence_span"][0])
    at_trigger = event.trigger[0] < start + len(gold["trigger"]) and start < event.trigger[1]
    return at_trigger and same_time(event, gold) and same_place(event, gold) and event.status.value == gold["status"]


def same_time(event: Event, gold: dict) -> bool:
    if gold["when"] is None or event.when is None:
        return gold["when"] is None and event.when is None
    return event.when.overlaps(*days(gold["when"])) and event.when.is_open == gold["when"].startswith("..")


def same_place(event: Event, gold: dict) -> bool:
    if gold["place"] is None or event.where is None:
        return gold["place"] is None and event.where is None
    return event.where.place.name.lower() == gold["place"]


def days(edtf: str) -> tuple[date | None, date]:
    if edtf.startswith("../"):
        return None, date.fromisoformat(edtf[3:]) + timedelta(1)
    first = date.fromisoformat(edtf if len(edtf) == 10 else edtf + "-01")
    return first, first + timedelta(1 if len(edtf) == 10 else 28)


GOLD_TEXT = bundled()[0].text

"""What an archive answers, beside the same question asked of plain Python lists."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.engine.archive import Archive, Ground, Wanted
from viz.engine.batch.tables import table
from viz.errors import InputError
from viz.model import EventKind, Status

PLACES = [("Osh", "KG", 1527534, 40.5, 72.8), ("Bishkek", "KG", 1528675, 42.9, 74.6), ("Suva", "FJ", 2198148, -18.1, 178.4), (None, None, None, None, None)]
FIRST = date(2001, 1, 1)


def row(number: int) -> dict[str, Any]:
    """An event like no other, but the same each time."""
    place, country, geonameid, lat, lon = PLACES[number % 4]
    start = FIRST + timedelta(number * 37 % 4000) if number % 5 else None
    return {
        "article": f"a{number % 60}", "start": number, "end": number + 5, "event": f"e{number}", "headline": f"Report {number} of it's kind",
        "status": list(Status)[number % 3].value, "kind": list(EventKind)[number % 4].value, "who": ["She"] if number % 2 else [],
        "said_by": "", "edtf": str(start or ""), "earliest": start, "latest": start + timedelta(1 + number % 40) if start and number % 7 else None,
        "place": place, "country": country, "geonameid": geonameid, "lat": lat, "lon": lon, "confidence": 1.0,
    }  # fmt: skip


ROWS = [row(number) for number in range(400)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("it's an archive")
    (folder / "v1-events" / "events").mkdir(parents=True)
    for part in range(4):
        pq.write_table(table("events", ROWS[part * 100 : part * 100 + 100]), folder / "v1-events" / "events" / f"part-{part}.parquet")
    return Archive(folder)


def passes(one: dict[str, Any], wanted: Wanted) -> bool:
    """The filter once more, as plainly as it can be said."""
    start, end = one["earliest"], one["latest"]
    dated = start is not None or end is not None
    in_time = (wanted.end is None or (dated and (start is None or start < wanted.end))) and (wanted.start is None or (dated and (end is None or end > wanted.start)))
    box = wanted.box
    west, south, east, north = box or (0, 0, 0, 0)
    on_ground = box is None or (one["lat"] is not None and south <= one["lat"] <= north and (west <= one["lon"] <= east if west <= east else one["lon"] >= west or one["lon"] <= east))
    told = f"{one['headline']} {one['place'] or ''}".lower()
    return (
        in_time and on_ground and (not wanted.countries or one["country"] in wanted.countries)
        and (not wanted.statuses or one["status"] in wanted.statuses) and (not wanted.kinds or one["kind"] in wanted.kinds)
        and all(word.lower() in told for word in wanted.words.split())
    )  # fmt: skip


days = st.none() | st.dates(date(2000, 1, 1), date(2013, 1, 1))
wishes = st.builds(
    Wanted, days, days, st.none() | st.sampled_from([(70.0, 40.0, 73.0, 41.0), (170.0, -30.0, -170.0, 0.0)]),
    st.sampled_from([(), ("KG",), ("KG", "FJ"), ("XX",)]), st.sampled_from([(), (Status.HAPPENED,), (Status.PLANNED, Status.REPORTED)]),
    st.sampled_from([(), (EventKind("conflict"),)]), st.sampled_from(["", "report 1", "OSH", "it's", "%", "nothing"]),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(wanted=wishes)
def test_every_answer_counts_what_passes_the_filter(archive: Archive, wanted: Wanted) -> None:
    kept = [one for one in ROWS if passes(one, wanted)]
    assert archive.count(wanted) == len(kept)
    assert {one.event for one in archive.page(wanted, limit=1000)} == {one["event"] for one in kept}
    assert sum(one.count for one in archive.clusters(wanted, 3)) == sum(one["lon"] is not None for one in kept)


def test_bins_are_as_fine_as_there_is_room_for(archive: Archive) -> None:
    assert archive.bins(Wanted())[0] == "quarter"
    assert archive.bins(Wanted(date(2004, 1, 1), date(2005, 1, 1)))[0] == "week"
    unit, bins = archive.bins(Wanted(date(2004, 1, 1), date(2004, 3, 1)))
    assert unit == "day"
    begun = Counter((one["earliest"], one["status"]) for one in ROWS if one["earliest"] and date(2004, 1, 1) <= one["earliest"] < date(2004, 3, 1))
    assert {(one.start, one.status.value): one.count for one in bins} == dict(begun)


def test_clusters_open_with_the_zoom(archive: Archive) -> None:
    far = archive.clusters(Wanted(countries=("KG",)), 1)
    near = archive.clusters(Wanted(countries=("KG",)), 7)
    assert [one.places for one in far] == [2]
    assert sorted(one.name for one in near) == ["Bishkek", "Osh"]


def test_the_list_is_in_time_order_and_says_what_it_shows(archive: Archive) -> None:
    rows = archive.page(Wanted(), limit=100)
    days = [row["earliest"] for one in rows for row in ROWS if row["event"] == one.event]
    assert days == sorted(days)
    assert len(rows) == 100
    assert archive.countries() == ["KG", "FJ"]


def test_a_folder_without_events_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no events"):
        Archive(tmp_path)


@pytest.mark.parametrize("written", ["", "1,2,3", "a,b,c,d,e", "0,50,10,40,3", "nan,0,nan,1,2", "0,0,1,1,99", "inf,0,1,1,2"])
def test_a_ground_that_is_none_is_left_out(written: str) -> None:
    assert Ground.read(written) is None


def test_a_ground_may_cross_the_last_meridian() -> None:
    assert Ground.read("170,-20,190,10,4") == Ground((170.0, -20.0, -170.0, 10.0), 4.0)
    assert Ground.read("-300,-20,200,10,1") == Ground((-180.0, -20.0, 180.0, 10.0), 1.0)

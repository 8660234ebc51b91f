"""Every format opened by a library nobody here wrote, with ordinary and with unusual text."""

import csv
import html
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from tempfile import NamedTemporaryFile
from typing import Any

import duckdb
import pandas
import pytest
from edtf import parse_edtf
from geojson_pydantic import FeatureCollection
from icalendar import Calendar
from lxml import etree
from lxml import html as html_parser
from pyarrow import parquet

from tests.engine.gold_events import central_asia, when_of
from viz.errors import InputError
from viz.formats import FORMATS, render
from viz.model import (
    Article,
    DateMention,
    DateType,
    Event,
    Participant,
    Place,
    PlaceKind,
    PlaceMention,
    Reading,
    Role,
    Status,
    Timeline,
    When,
    Where,
)

GOLD = Timeline(tuple(central_asia()))
EVENTS = GOLD.events
KML = {"k": "http://www.opengis.net/kml/2.2"}
UNUSUAL = {
    "right to left": "قرغيزستان تتهم كازاخستان",
    "emoji": "Election 🗳️ in 🇰🇬",
    "nul": "before\x00after\x0bbell\x07",
    "half a surrogate": "broken \ud83d emoji",
    "markup": "<script>alert(1)</script> & \"quotes\" ]]> <!-- -->",
    "breaks": "one\r\ntwo\nthree\rfour\u2028five",
    "calendar": "semi;colon, comma\\ backslash: BEGIN:VEVENT",
    "formula": '=HYPERLINK("http://example.org","click")',
    "a megabyte": "long headline " * 75_000,
}


def text_of(timeline: Timeline, name: str) -> str:
    """The file as text; a binary one, as what DuckDB reads out of it."""
    written = render(timeline, name)
    if isinstance(written, bytes):
        return json.dumps(rows_of(written), default=str, ensure_ascii=False)
    assert written.encode("utf-8")
    return written


def told_with(words: str, **given: object) -> Timeline:
    """One event whose every free text is the words given."""
    text = f"{words} happened on May 3, 2021 in {words}."
    start = text.index("May")
    mention = DateMention(start, start + 11, "May 3, 2021", DateType.DATE, "2021-05-03", when=when_of("2021-05-03"), why=words)
    place = Place(0, words, "KG", PlaceKind.CITY, 42.9, 74.6)
    fields = {"when": when_of("2021-05-03"), "where": Where(place, why=words)} | given
    event = Event(
        "e1", "a1", (0, len(text)), (len(words) + 1, len(words) + 9), words, Status.REPORTED,
        who=(Participant(words),), source=words, status_why=words, **fields,  # type: ignore[arg-type]
    )  # fmt: skip
    article = Article("a1", words, text, date(2021, 5, 4), words)
    places = (PlaceMention(0, len(words), words, Role.TOPIC, Where(place)),)
    return Timeline((Reading(article, (mention,), places, (event,)),))


def open_csv(text: str) -> None:
    pandas.read_csv(io.StringIO(text, newline=""), keep_default_na=False)


def open_geojson(text: str) -> None:
    FeatureCollection.model_validate_json(text)


def rows_of(parquet: bytes) -> list[dict[str, Any]]:
    """The rows of a GeoParquet file as DuckDB reads them, points as WKT."""
    with NamedTemporaryFile(suffix=".parquet") as file:
        file.write(parquet)
        file.flush()
        found = duckdb.sql(f"select * replace (geometry::varchar as geometry) from '{file.name}'")
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def open_page(text: str) -> None:
    page = html_parser.fromstring(text.encode(), parser=html_parser.HTMLParser(huge_tree=True))
    assert page.find(".//main") is not None
    for name in ("stories", "timeline"):
        json.loads(page.get_element_by_id(name).text)


def open_xml(text: str) -> None:
    etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))


def open_ics(text: str) -> None:
    found = Calendar.from_ical(text)
    assert not found.errors
    assert all(not entry.errors for entry in found.walk("VEVENT"))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


OPENERS: dict[str, Callable[[str], object]] = {
    "table": str, "csv": open_csv, "json": json.loads, "geojson": open_geojson, "kml": open_xml, "ics": open_ics,
    "timelinejs": json.loads, "timeml": open_xml, "lpf": open_geojson, "annotations": json.loads, "geoparquet": json.loads,
    "html": open_page, "timeline-svg": open_xml, "map-svg": open_xml,
}  # fmt: skip


def test_every_format_has_an_independent_opener() -> None:
    assert set(OPENERS) == set(FORMATS)


@pytest.mark.parametrize("words", UNUSUAL.values(), ids=UNUSUAL)
@pytest.mark.parametrize("name", FORMATS)
def test_unusual_text_survives(name: str, words: str) -> None:
    OPENERS[name](text_of(told_with(words), name))


def strings(value: object) -> list[str]:
    """Every text in plain data."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return [value] if isinstance(value, str) else []


def texts_in(written: str, name: str) -> list[str]:
    """What a program that opens the file finds in its fields."""
    if name == "csv":
        return strings(pandas.read_csv(io.StringIO(written, newline=""), keep_default_na=False, dtype=str).to_dict("records"))
    if name == "ics":
        return [str(value) for entry in Calendar.from_ical(written).walk("VEVENT") for value in entry.values()]
    if name == "html":
        return strings(json.loads(html_parser.fromstring(written.encode(), parser=html_parser.HTMLParser(huge_tree=True)).get_element_by_id("timeline").text))
    if name in ("kml", "timeml"):
        root = etree.fromstring(written.encode(), etree.XMLParser(huge_tree=True))
        return ["".join(part.itertext()) for part in root.iter()]
    return strings(json.loads(written))


def plainly(words: str) -> str:
    """Words as far as every format can carry them: white space is one, what no text may hold is a question mark."""
    words = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "\ufffd", words)
    return " ".join(html.unescape(words).split())


@pytest.mark.parametrize("words", UNUSUAL.values(), ids=UNUSUAL)
@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"table"} - {"timeline-svg", "map-svg"}))
def test_unusual_words_are_there_to_the_last_one(name: str, words: str) -> None:
    found = [plainly(text) for text in texts_in(text_of(told_with(words), name), name)]
    assert any(plainly(words) in text for text in found), [text[:80] for text in found]


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"timeml"}))
def test_the_gold_and_nothing_at_all(name: str) -> None:
    OPENERS[name](text_of(GOLD, name))
    assert text_of(Timeline(), name)


PICTURES = {"timeline-svg", "map-svg"}


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"table", "timeml", "annotations"} - PICTURES))
def test_no_event_is_dropped_in_silence(name: str) -> None:
    """Every headline stands in the file, in a field of its own or in a description."""
    written = text_of(GOLD, name).replace("\r\n ", "")
    plain = re.sub(r"\s+", " ", html.unescape(re.sub(r"\\([,;\\])", r"\1", written)))
    for event in EVENTS:
        headline = json.dumps(event.headline)[1:-1] if name == "json" else event.headline
        assert headline in plain, event.headline


def test_csv_days_are_edtf_and_formulas_are_text() -> None:
    rows = list(csv.DictReader(io.StringIO(text_of(GOLD, "csv"), newline="")))
    assert len(rows) == len(EVENTS)
    assert all(parse_edtf(row["when"]) for row in rows if row["when"])
    assert all(bool(row["when"]) != bool(row["undated"]) for row in rows)
    for start in "=+-@\t\r＝":
        (row,) = csv.DictReader(io.StringIO(text_of(told_with(f"{start}1+1"), "csv"), newline=""))
        assert all(row[column].startswith("'") for column in ("headline", "who", "source", "place", "date_why", "article") if row[column])
        assert row["headline"] == f"'{start}1+1"


def test_csv_leaves_numbers_alone() -> None:
    south = Where(Place(0, "Lima", "PE", PlaceKind.CITY, -12.05, -77.04))
    (row,) = csv.DictReader(io.StringIO(text_of(told_with("plain", where=south), "csv"), newline=""))
    assert (row["lat"], row["lon"], row["first_day"], row["last_day"]) == ("-12.05", "-77.04", "2021-05-03", "2021-05-03")


def test_geojson_has_longitude_first_and_null_where_there_is_no_point() -> None:
    found = json.loads(text_of(GOLD, "geojson"))["features"]
    for event, feature in zip(EVENTS, found, strict=True):
        place = event.where.place if event.where else None
        assert (feature["geometry"] or {}).get("coordinates") == ([place.lon, place.lat] if place and place.lat is not None else None)
        assert (feature["properties"]["start"] or None) == (event.when.earliest.isoformat() if event.when and event.when.earliest else None)


def test_ics_ends_are_exclusive_and_what_has_no_date_is_named() -> None:
    calendar = Calendar.from_ical(text_of(GOLD, "ics"))
    entries = {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}
    for event in EVENTS:
        if event.when is None:
            assert event.headline in str(calendar["X-WR-CALDESC"])
        elif event.when.earliest and event.when.latest:
            entry = entries[f"{event.article_id}-{event.id}@dateline"]
            assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (event.when.earliest, event.when.latest)
    assert len(entries) == len([event for event in EVENTS if event.when])


def test_an_entry_known_only_to_be_past_stands_on_its_last_day() -> None:
    calendar = Calendar.from_ical(text_of(told_with("x", when=when_of("../2021-05-03")), "ics"))
    (entry,) = calendar.walk("VEVENT")
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2021, 5, 3), date(2021, 5, 4))
    assert "../2021-05-03" in entry["DESCRIPTION"]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2021-05-03", ["when 2021-05-03"]),
        ("2017-08", ["when 2017-08"]),
        ("2021", ["when 2021"]),
        ("2021-05-03/2021-05-05", ["begin 2021-05-03", "end 2021-05-05"]),
        ("2021-05-03/..", ["begin 2021-05-03"]),
        ("../2021-05-03", ["end 2021-05-03"]),
    ],
)
def test_kml_times(edtf: str, expected: list[str]) -> None:
    root = etree.fromstring(text_of(told_with("x", when=when_of(edtf)), "kml").encode())
    found = root.xpath("//k:TimeStamp/* | //k:TimeSpan/*", namespaces=KML)
    assert [f"{etree.QName(part).localname} {part.text}" for part in found] == expected


def test_kml_keeps_the_headline_and_the_point() -> None:
    root = etree.fromstring(text_of(told_with(UNUSUAL["markup"]), "kml").encode())
    assert root.findtext(".//k:Placemark/k:name", namespaces=KML) == UNUSUAL["markup"]
    assert root.findtext(".//k:Point/k:coordinates", namespaces=KML) == "74.6,42.9"


def test_timelinejs_dates_are_as_fine_as_told_and_texts_are_escaped() -> None:
    def slide(edtf: str, words: str = "x") -> dict:
        return json.loads(text_of(told_with(words, when=when_of(edtf)), "timelinejs"))["events"][0]

    assert slide("2021-05")["start_date"] == {"year": 2021, "month": 5}
    assert "end_date" not in slide("2021-05")
    assert slide("2021-05-03/2021-05-05")["end_date"] == {"year": 2021, "month": 5, "day": 5}
    assert "<script" not in json.dumps(slide("2021", UNUSUAL["markup"]))


def test_timeml_marks_the_words_and_refuses_two_articles() -> None:
    for reading in GOLD.readings:
        root = etree.fromstring(text_of(Timeline((reading,)), "timeml").encode())
        assert "".join(root.find("TEXT").itertext()) == reading.article.text
        assert [found.text for found in root.iterfind("TEXT/TIMEX3")] == [found.text for found in reading.dates]
        known = {found.get("tid") for found in root.iter("TIMEX3")}
        assert {found.get("anchorTimeID") for found in root.iter("TIMEX3")} - {None} <= known
        assert {found.get("eventID") for found in root.iter("MAKEINSTANCE")} == {found.get("eid") for found in root.iter("EVENT")}
    with pytest.raises(InputError, match="has 5"):
        render(GOLD, "timeml")


def test_timeml_anchors_point_at_a_time() -> None:
    text = "On May 3, 2021 they met, two days later they parted, on Monday they wrote."
    spans = {"May 3, 2021": "", "two days later": "text:3", "Monday": "published"}
    dates = tuple(
        DateMention(text.index(words), text.index(words) + len(words), words, DateType.DATE, "2021", anchor=anchor)
        for words, anchor in spans.items()
    )
    article = Article("a", "", text, date(2021, 5, 10))
    root = etree.fromstring(text_of(Timeline((Reading(article, dates),)), "timeml").encode())
    assert [found.get("anchorTimeID") for found in root.iterfind("TEXT/TIMEX3")] == [None, "t1", "t0"]


def test_linked_places_have_classes_timespans_and_what_is_left_out() -> None:
    found = json.loads(text_of(GOLD, "lpf"))
    assert {letter for place in found["features"] for letter in place["properties"]["fclasses"]} <= set("AHLPRSTUV")
    assert all(span["start"] for place in found["features"] for span in place.get("when", {}).get("timespans", []))
    assert len(found["features"]) == len({event.where.place for event in EVENTS if event.where})
    assert found["indexing"]["description"].startswith("Left out for want of a place: ")


def test_annotations_find_their_words() -> None:
    reading = GOLD.readings[0]
    items = json.loads(text_of(Timeline((reading,)), "annotations"))["items"]
    assert len(items) == len(reading.dates) + len(reading.places) + len(reading.events)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        quote, position = item["target"]["selector"]
        text = reading.article.text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_ends_of_the_calendar_do_no_harm(name: str) -> None:
    for when in (when_of("0001-01-01"), replace(when_of("9999-12-30"), latest=None)):
        OPENERS[name](text_of(told_with("x", when=when), name))
    bare = When(None, None, when_of("2021").granularity, "", "", when_of("2021").basis)
    OPENERS[name](text_of(told_with("x", when=bare), name))


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="table, csv, json"):
        render(GOLD, "xlsx")


def test_geoparquet_is_told_to_be_geographic_and_typed() -> None:
    rows = rows_of(bytes(render(GOLD, "geoparquet")))  # type: ignore[arg-type]
    for event, row in zip(EVENTS, rows, strict=True):
        place = event.where.place if event.where else None
        assert row["geometry"] == (f"POINT ({place.lon:g} {place.lat:g})" if place and place.lat is not None else None)
        assert row["start"] == (event.when.earliest if event.when else None)
        assert row["who"] == [participant.name for participant in event.who]
    frame = pandas.read_parquet(io.BytesIO(bytes(render(GOLD, "geoparquet"))))  # type: ignore[arg-type]
    assert list(frame["headline"]) == [event.headline for event in EVENTS]
    geo = json.loads(parquet.read_schema(io.BytesIO(bytes(render(GOLD, "geoparquet")))).metadata[b"geo"])  # type: ignore[arg-type]
    assert (geo["version"], geo["primary_column"], geo["columns"]["geometry"]["encoding"]) == ("1.1.0", "geometry", "WKB")


def test_pictures_show_what_can_be_drawn_and_count_the_rest() -> None:
    for reading in GOLD.readings:
        timeline = Timeline((reading,))
        drawn = etree.fromstring(text_of(timeline, "timeline-svg").encode())
        told = [node.text for node in drawn.iter("{*}title")]
        for event in reading.events:
            assert any(words.startswith(f"{event.headline}: ") for words in told) == (event.when is not None)
        undated = len(timeline.undated)
        assert (f"{undated} without a date" in "".join(drawn.itertext())) == bool(undated)
        map_of = "".join(etree.fromstring(text_of(timeline, "map-svg").encode()).itertext())
        assert all(event.where.place.name in map_of for event in reading.events if event.where and event.where.place.lat is not None)


def test_too_many_events_for_a_page_or_a_picture_are_refused() -> None:
    (reading,) = told_with("x").readings
    many = Timeline((replace(reading, events=reading.events * 2_001),))
    for name in ("html", "timeline-svg"):
        with pytest.raises(InputError, match="2,001"):
            render(many, name)

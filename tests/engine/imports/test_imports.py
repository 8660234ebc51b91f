"""What others have becomes a timeline: our own exports come back, foreign files are understood, and the rest is refused clearly."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.gold_events import central_asia, when_of
from viz.engine.imports import IMPORTS, is_timeline, read, table_of
from viz.engine.imports.assembling import Told, assembled
from viz.engine.imports.days import when_written
from viz.engine.imports.spreadsheet import LONGEST_CELL
from viz.errors import InputError
from viz.formats import FORMATS, render
from viz.model import Basis, Event, EventKind, Granularity, Place, PlaceKind, Status, Timeline, Where

GOLD = Timeline(tuple(central_asia()))
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=12).filter(
    lambda words: words == " ".join(words.split()) and ";" not in words and words[0] != "'"
)
EDTF = st.one_of(
    st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(date.isoformat),
    st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(lambda day: f"../{day}"),
    st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(lambda day: f"{day}/.."),
)
PLACES = st.builds(
    Place, st.just(0), WORDS, st.sampled_from(["KG", "", "PE"]), st.sampled_from(PlaceKind),
    st.floats(-90, 90, allow_subnormal=False), st.floats(-180, 180, allow_subnormal=False),
)  # fmt: skip
TOLD = st.builds(
    Told, headline=WORDS, text=WORDS, when=st.one_of(st.none(), EDTF.map(when_of)), where=st.one_of(st.none(), PLACES.map(Where)),
    undated=WORDS, unplaced=WORDS, who=st.lists(WORDS, max_size=2).map(tuple), status=st.sampled_from(Status),
    kind=st.sampled_from(EventKind), source=WORDS, confidence=st.floats(0, 1, allow_subnormal=False),
)  # fmt: skip
TIMELINES = st.lists(TOLD, min_size=1, max_size=3).map(lambda told: assembled(told, title="t", source="s"))


def facts(event: Event) -> list[object]:
    place = event.where.place if event.where else None
    days = (event.when.earliest, event.when.latest, event.when.edtf) if event.when else event.undated
    who = [one.name for one in event.who]
    return [event.headline, days, place or event.unplaced, who, event.status, event.kind, event.source, event.confidence]


def again(timeline: Timeline, name: str) -> Timeline:
    written = render(timeline, name)
    return read(written.encode() if isinstance(written, str) else written, f"events{FORMATS[name].suffix}")


@given(TIMELINES)
@settings(deadline=None, max_examples=40)
def test_csv_and_geojson_come_back(timeline: Timeline) -> None:
    for name in ("csv", "geojson"):
        assert [facts(event) for event in again(timeline, name).events] == [facts(event) for event in timeline.events], name


@given(TIMELINES)
@settings(deadline=None, max_examples=40)
def test_timelinejs_comes_back_as_far_as_it_goes(timeline: Timeline) -> None:
    """A slide has a date, a headline and a group; what has no date is named on the title slide alone."""
    dated = [event for event in timeline.events if event.when]
    if not dated:
        with pytest.raises(InputError, match="holds no event"):
            again(timeline, "timelinejs")
        return
    for mine, other in zip(dated, again(timeline, "timelinejs").events, strict=True):
        assert (mine.headline, mine.kind) == (other.headline, other.kind)
        assert (mine.when.earliest, mine.when.latest) == (other.when.earliest, other.when.latest)


@pytest.mark.parametrize("name", ["json", "html"])
def test_json_and_pages_come_back_whole(name: str) -> None:
    assert again(GOLD, name) == GOLD


def test_the_gold_comes_back_from_a_spreadsheet() -> None:
    found = again(GOLD, "csv").events
    assert [(event.headline, event.when and event.when.edtf, event.status) for event in found] == [
        (" ".join(event.headline.split()), event.when and event.when.edtf, event.status) for event in GOLD.events
    ]


def test_what_is_imported_leaves_in_every_format() -> None:
    timeline = read(b"title;date\nA dam broke;2021-05-03\n", "dams.csv")
    for name in FORMATS:
        assert "A dam broke" in str(render(timeline, name)) or name in {"timeml", "lpf", "geoparquet", "map-svg"}


FOREIGN = "Titel,Datum,Ort,Breite,Länge,Leute\nDeich gebrochen,5 August 2017,Hamburg,53.55,9.99,Meyer; Schulz\nStille,wer weiß,,,,\n"


@pytest.mark.parametrize("form", ["csv", "geojson", "timelinejs"])
def test_a_headline_of_a_megabyte_comes_back(form: str) -> None:
    long = "Rain in Osh. " * 80_000
    told = read(f"headline,when\n{long},2021-05-03\n".encode(), "rain.csv")
    written = render(told, form)
    assert isinstance(written, str)
    assert [event.headline for event in read(written.encode(), f"rain.{form}").events] == [long.strip()]


def test_columns_of_another_language_are_mapped() -> None:
    columns = {"headline": "Titel", "when": "Datum", "place": "Ort", "lat": "Breite", "lon": "Länge", "who": "Leute"}
    broke, silence = read(FOREIGN.encode("utf-8-sig"), "deiche.csv", columns=columns).events
    assert (broke.when.earliest, broke.when.granularity) == (date(2017, 8, 5), Granularity.DAY)
    assert (broke.where.place.name, broke.where.place.lat, broke.where.place.lon) == ("Hamburg", 53.55, 9.99)
    assert [one.name for one in broke.who] == ["Meyer", "Schulz"]
    assert silence.undated == "'wer weiß' could not be read as a date."
    assert silence.unplaced == "The imported file gives no place."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_table_may_be_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    columns = {"headline": "Titel", "when": "Datum", "place": "Ort", "lat": "Breite", "lon": "Länge", "who": "Leute"}
    broke, silence = read(FOREIGN.encode(encoding), "deiche.csv", columns=columns).events
    assert (broke.where.place.lat, silence.undated) == (53.55, "'wer weiß' could not be read as a date.")


def test_a_table_tells_its_columns_and_what_their_names_say() -> None:
    table = table_of(b"Title;Datum;Datum;;city\n;5 August 2017;;x;Hamburg\nDyke broke;;;;Berlin\n", "dykes.csv")
    assert table is not None
    assert table.columns == ("Title", "Datum", "city")
    assert table.guess == {"headline": "Title", "place": "city"}
    assert table.examples["Title"] == "Dyke broke"
    assert table.examples["city"] == "Hamburg"
    assert [row["city"] for row in table.first] == ["Hamburg", "Berlin"]
    assert table_of(b'{"events": []}', "slides.json") is None


def test_a_column_is_left_out_when_it_is_mapped_to_nothing() -> None:
    table = b"title,date,place\nA dam broke,2021-05-03,Osh\n"
    (event,) = read(table, "dams.csv", columns={"place": ""}).events
    assert (event.where, event.unplaced) == (None, "The imported file gives no place.")


def test_rows_of_nothing_but_commas_are_no_events() -> None:
    assert len(read(b"title,date\nA dam broke,2021\n,\n", "dams.csv").events) == 1


@pytest.mark.parametrize("name", ["a.csv", "a.TSV", "a.json", "folder/a.GeoJSON"])
def test_files_to_import_are_told_by_their_names(name: str) -> None:
    assert is_timeline(b"anything", name)


def test_a_page_that_was_exported_is_imported_and_any_other_is_read() -> None:
    assert is_timeline(str(render(GOLD, "html")).encode(), "story.html")
    assert not is_timeline(b"<!doctype html><p>hello", "story.html")
    assert not is_timeline(b"title,date\n", "notes.txt")


def test_a_place_without_a_point_is_looked_up() -> None:
    (event,) = read(b"what,where\nTalks opened,Bishkek\n", "talks.csv").events
    assert (event.where.place.country, round(event.where.place.lat)) == ("KG", 43)


def test_every_event_can_be_found_in_the_text() -> None:
    (reading,) = again(GOLD, "csv").readings
    for event in reading.events:
        assert reading.article.text[slice(*event.trigger)] == event.headline
        assert reading.article.text[slice(*event.span)].startswith(event.headline)
    assert len({event.id for event in reading.events}) == len(reading.events)


def test_geojson_of_areas_stands_in_their_middle() -> None:
    square = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 4], [0, 4], [0, 0]]]}
    feature = {"type": "Feature", "geometry": square, "properties": {"Name": "A field", "start": "2020-01", "end": "2020-03"}}
    (event,) = read(json.dumps({"type": "FeatureCollection", "features": [feature]}).encode(), "field.geojson").events
    assert (event.where.place.lon, event.where.place.lat) == (1, 2)
    assert (event.when.earliest, event.when.latest) == (date(2020, 1, 1), date(2020, 4, 1))


def test_timelinejs_of_others_is_understood() -> None:
    slides = {
        "title": {"text": {"headline": "<b>Dams</b>"}},
        "eras": [{"text": {"headline": "The wet years"}}],
        "events": [
            {"start_date": {"year": "2019", "month": "3"}, "text": {"headline": "A &amp; B<br>broke", "text": "<p>Both.</p>"}},
            {"start_date": {"year": 2019, "month": 3, "day": 1}, "end_date": {"year": 2019, "month": 3, "day": 4}, "text": {"headline": "C"}},
            {"start_date": {"year": "soon"}, "text": {"headline": "D"}},
        ],
    }
    timeline = read(json.dumps(slides).encode(), "dams.json")
    both, long, undated = timeline.events
    assert (both.headline, both.when.edtf) == ("A & B broke", "2019-03")
    assert (long.when.earliest, long.when.latest) == (date(2019, 3, 1), date(2019, 3, 5))
    assert undated.undated == "Its date could not be read."
    assert timeline.readings[0].article.title == "Dams"
    assert "The wet years" in timeline.readings[0].notes[0]


@pytest.mark.parametrize(
    ("written", "first", "after", "granularity"),
    [
        ("2017", date(2017, 1, 1), date(2018, 1, 1), Granularity.YEAR),
        ("2017-02?", date(2017, 2, 1), date(2017, 3, 1), Granularity.MONTH),
        ("2020-02", date(2020, 2, 1), date(2020, 3, 1), Granularity.MONTH),
        ("2017-21", date(2017, 3, 1), date(2017, 6, 1), Granularity.SEASON),
        ("2017-02-03T10:00:00Z", date(2017, 2, 3), date(2017, 2, 4), Granularity.TIME),
        ("201X", date(2010, 1, 1), date(2020, 1, 1), Granularity.DECADE),
        ("2017-02/2017-03-04", date(2017, 2, 1), date(2017, 3, 5), Granularity.DAY),
        ("../2017-03-04", None, date(2017, 3, 5), Granularity.OPEN),
        ("5 August 2017", date(2017, 8, 5), date(2017, 8, 6), Granularity.DAY),
    ],
)
def test_dates_as_others_write_them(written: str, first: date | None, after: date, granularity: Granularity) -> None:
    when = when_written(written)
    assert (when.earliest, when.latest, when.granularity, when.basis) == (first, after, granularity, Basis.EXPLICIT)


@pytest.mark.parametrize("written", ["", "../..", "soon", "on Monday", "2017-13", "2017-02-30", "2018/2017", "-", "y17e7", "99999"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert when_written(written) is None


@pytest.mark.parametrize(
    ("content", "name", "options", "says"),
    [
        (b"", "empty.csv", {}, "empty.csv is empty"),
        (b" \n", "empty.geojson", {}, "empty.geojson is empty"),
        (b"title,date\n,\n , \n", "blank.csv", {}, "no rows"),
        (b"title,date\nx,2020\n", "x.csv", {"columns": {"headline": ""}}, "No column tells what happened"),
        (b"[draft],date\nx,2020\n", "x.csv", {}, "No column tells what happened"),
        (b"title\nx\n", "x.json", {}, "not JSON"),
        (b"title\n", "head.csv", {}, "no rows"),
        (b"colour,size\nred,3\n", "x.csv", {}, "There are colour, size"),
        (b"title\nx\n", "x.csv", {"columns": {"headline": "Titel"}}, "has no column 'Titel'; it has title"),
        (b"title\nx\n", "x.csv", {"columns": {"smell": "title"}}, "nothing called 'smell'"),
        (b"title\n\x00\x81\n", "x.csv", {}, "save the table as CSV"),
        (b'{"events": "\xff"}', "x.json", {}, "UTF-8"),
        (b'title\n"' + b"x" * (LONGEST_CELL + 1) + b'"\n', "x.csv", {}, "field limit"),
        (b"{", "x.json", {}, "not JSON"),
        (b"[]", "x.json", {}, "should be an object"),
        (b"{}", "x.json", {}, "no GeoJSON features and no TimelineJS"),
        (b'{"events": 3}', "x.json", {}, "list of events"),
        (b'{"type": "FeatureCollection", "features": []}', "x.geojson", {}, "holds no event"),
        (b'{"events": []}', "x.json", {"columns": {"headline": "x"}}, "csv only"),
        (b"x", "x.csv", {"form": "xlsx"}, "csv, geojson, timelinejs"),
        (b"<!doctype html><p>hello", "x.html", {}, "no page that Dateline exported"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, name: str, options: dict, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(content, name, **options)


@given(st.binary(max_size=60))
@settings(deadline=None, max_examples=100)
def test_any_bytes_end_in_a_timeline_or_a_sentence(content: bytes) -> None:
    for form in ("", *IMPORTS):
        with suppress(InputError):
            assert read(content, "any", form=form).events


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.sampled_from(["type", "features", "properties", "geometry", "coordinates", "events", "text", "start_date", "year", "headline", "who"]), inner, max_size=4)))  # fmt: skip
@settings(deadline=None, max_examples=150)
def test_any_json_ends_in_a_timeline_or_a_sentence(value: object) -> None:
    for found in (value, {"type": "Feature", "properties": value, "geometry": value}, {"events": [value]}, {"events": [{"text": value, "start_date": value}]}):
        with suppress(InputError):
            assert read(json.dumps(found).encode(), "any.json").events


def test_every_import_is_documented() -> None:
    manual = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    importing = manual.split("## Importing")[1]
    assert [name for name in IMPORTS if f"`{name}`" not in importing] == []

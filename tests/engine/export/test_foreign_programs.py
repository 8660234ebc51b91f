"""Programs and schemas nobody here wrote, beyond those that open every file: GDAL, a TimeML schema, a Linked Places schema."""

import json
from pathlib import Path

import pyogrio
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from tests.engine.gold_events import central_asia
from viz.formats import render
from viz.model import Granularity, Timeline

HERE = Path(__file__).resolve().parent
GOLD = Timeline(tuple(central_asia()))
ONES = [Timeline((reading,)) for reading in GOLD.readings]


@pytest.mark.parametrize("name", ["geojson", "kml"])
def test_gdal_reads_every_event_with_its_place_and_its_time(name: str, tmp_path: Path) -> None:
    for timeline in ONES:
        path = tmp_path / f"{timeline.readings[0].article.id}.{name}"
        path.write_text(str(render(timeline, name)), encoding="utf-8")
        info = pyogrio.read_info(path)
        meta, _, shapes, columns = pyogrio.raw.read(path)
        read = dict(zip(meta["fields"], columns, strict=True))
        assert info["features"] == len(timeline.events)
        assert info["crs"] == "EPSG:4326"
        assert list(read["headline" if name == "geojson" else "Name"]) == [event.headline for event in timeline.events]
        assert [bool(shape) for shape in shapes] == [bool(event.where and event.where.place.lat is not None) for event in timeline.events]
        times = read["start"] if name == "geojson" else read["timestamp"]
        days = [event.when.edtf for event in timeline.events if event.when and event.when.granularity is Granularity.DAY and "/" not in event.when.edtf]
        assert set(days) <= {str(time)[:10] for time in times}


def test_timeml_fits_its_schema() -> None:
    schema = etree.RelaxNG(etree.parse(HERE / "timeml.rng"))
    for timeline in ONES:
        schema.assertValid(etree.fromstring(str(render(timeline, "timeml")).encode()))
    broken = str(render(ONES[0], "timeml")).replace('functionInDocument="NONE"', 'functionInDocument="SOME"')
    assert not schema.validate(etree.fromstring(broken.encode()))


def test_linked_places_fit_their_schema() -> None:
    schema = json.loads((HERE / "linked_places.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for timeline in (GOLD, *ONES, Timeline()):
        Draft202012Validator(schema).validate(json.loads(str(render(timeline, "lpf"))))

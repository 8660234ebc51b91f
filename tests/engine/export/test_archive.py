"""Our JSON holds everything and gives it back; its schema is the one in docs."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.engine.gold_events import central_asia
from viz.engine.export import archive
from viz.errors import InputError
from viz.model import (
    Alarm,
    Article,
    Basis,
    DateMention,
    DateType,
    Event,
    EventKind,
    Granularity,
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

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "timeline.schema.json"
ANY_TEXT = st.text(st.characters(), max_size=20)
SHARE = st.floats(0, 1)
DAYS = st.one_of(st.none(), st.dates())


@st.composite
def whens(draw, depth: int = 1) -> When:
    days = sorted({draw(st.dates()), draw(st.dates())})
    earliest, latest = (days[0], days[1]) if len(days) == 2 else (days[0], None)
    others = tuple(draw(st.lists(whens(depth - 1), max_size=2))) if depth else ()
    basis, granularity = draw(st.sampled_from(Basis)), draw(st.sampled_from(Granularity))
    return When(draw(st.sampled_from((earliest, None))), latest, granularity, draw(ANY_TEXT), draw(ANY_TEXT), basis, draw(ANY_TEXT), others)


@st.composite
def places(draw) -> Place:
    lat, lon = draw(st.one_of(st.just((None, None)), st.tuples(st.floats(-90, 90), st.floats(-180, 180))))
    return Place(draw(st.integers(0)), draw(ANY_TEXT), draw(ANY_TEXT), draw(st.sampled_from(PlaceKind)), lat, lon, draw(ANY_TEXT), draw(st.integers(0)))


WHERES = st.builds(Where, places(), st.sampled_from(Basis), SHARE, ANY_TEXT, st.lists(places(), max_size=2).map(tuple))


@st.composite
def readings(draw) -> Reading:
    text = draw(st.text(st.characters(), min_size=1, max_size=40))
    article = Article(draw(ANY_TEXT), draw(ANY_TEXT), text, draw(DAYS), draw(ANY_TEXT))
    span = (0, len(text))
    dated = DateMention(*span, text, draw(st.sampled_from(DateType)), draw(ANY_TEXT), when=draw(st.one_of(st.none(), whens())))
    placed = PlaceMention(*span, text, draw(st.sampled_from(Role)), draw(st.one_of(st.none(), WHERES)), draw(st.booleans()))
    when, where = draw(st.one_of(st.none(), whens())), draw(st.one_of(st.none(), WHERES))
    event = Event(
        draw(ANY_TEXT), article.id, span, (0, 1), draw(ANY_TEXT), draw(st.sampled_from(Status)), draw(st.sampled_from(EventKind)),
        when, where, "" if when else "x", "" if where else "x", (Participant(draw(ANY_TEXT), (span,)),), draw(ANY_TEXT),
        draw(st.one_of(st.none(), whens())), draw(ANY_TEXT), (span,), draw(SHARE),
    )  # fmt: skip
    return Reading(article, (dated,), (placed,), (event,), (Alarm("kind", draw(ANY_TEXT), (event.id,)),), (draw(ANY_TEXT),))


TIMELINES = st.lists(readings(), max_size=2).map(tuple).map(Timeline)


@given(TIMELINES)
@settings(deadline=None, max_examples=60)
def test_everything_comes_back(timeline: Timeline) -> None:
    written = archive.write(timeline)
    assert archive.read(written) == timeline
    assert archive.read(written.encode()) == timeline


@given(TIMELINES)
@settings(deadline=None, max_examples=15)
def test_what_is_written_fits_the_schema(timeline: Timeline) -> None:
    Draft202012Validator(archive.schema()).validate(json.loads(archive.write(timeline)))


def test_the_schema_is_sound_and_stands_in_docs() -> None:
    """After a change of the model run the command in docs/formats.md."""
    Draft202012Validator.check_schema(archive.schema())
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == archive.schema()


def test_the_gold_comes_back() -> None:
    timeline = Timeline(tuple(central_asia()))
    assert archive.read(archive.write(timeline)) == timeline


def broken(**changes: object) -> str:
    written = json.loads(archive.write(Timeline((Reading(Article("a", "", "text", date(2021, 1, 1))),))))
    written["readings"][0]["article"] |= changes
    return json.dumps(written)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        ("[]", '"format" should be'),
        ('{"format": "dateline-timeline", "version": 2}', "version 2"),
        ('{"format": "dateline-timeline", "version": 1}', "timeline lacks 'readings'"),
        ('{"format": "dateline-timeline", "version": 1, "readings": 1}', "timeline.readings should be a list"),
        ('{"format": "dateline-timeline", "version": 1, "readings": [[]]}', r"readings\[0\] should be an object"),
        (broken(published="yesterday"), "article.published is 'yesterday'"),
        (broken(published=20210101), "article.published is 20210101"),
        (broken(title=None), "article.title should be of type str"),
    ],
)
def test_what_cannot_be_read_is_refused_and_named(text: str | bytes, names: str) -> None:
    with pytest.raises(InputError, match=names):
        archive.read(text)

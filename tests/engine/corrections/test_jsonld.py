"""Corrections leave as Web Annotations and come back as they were."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.corrections.report import TEXT, report
from tests.engine.export.test_archive import ANY_TEXT, WHERES, readings, whens
from viz.engine.corrections import Correction, Field, apply, quote_of, read, write
from viz.errors import InputError
from viz.model import EventKind, Status

SOME_TEXT = st.text(st.characters(), min_size=1, max_size=20)
VALUES = {
    Field.WHEN: st.none() | whens(),
    Field.WHERE: st.none() | WHERES,
    Field.HEADLINE: SOME_TEXT.filter(str.strip),
    Field.STATUS: st.sampled_from(Status),
    Field.KIND: st.sampled_from(EventKind),
    Field.WHO: st.lists(ANY_TEXT, max_size=3).map(tuple),
    Field.SOURCE: ANY_TEXT,
    Field.STRUCK: st.booleans(),
    Field.ADDED: readings().map(lambda reading: reading.events[0]),
    Field.PLACE: st.none() | WHERES,
}
TIMES = st.integers(0, 10**9).map(lambda seconds: (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat(timespec="microseconds"))


@st.composite
def corrections(draw) -> Correction:
    """A correction of some words of the report, often of those that tell an event."""
    field = draw(st.sampled_from(list(VALUES)))
    start = draw(st.integers(0, len(TEXT) - 2))
    span = draw(st.sampled_from([event.trigger for event in report().events]) | st.just((start, draw(st.integers(start + 1, len(TEXT))))))
    base = tuple(draw(st.lists(ANY_TEXT, max_size=2)))
    name = draw(st.uuids()).hex
    return Correction(name, "a", field, draw(VALUES[field]), quote_of(TEXT, *span), base, draw(ANY_TEXT), draw(ANY_TEXT), draw(TIMES))


LOGS = st.lists(corrections(), max_size=5).map(tuple)


@given(LOGS)
@settings(deadline=None, max_examples=60)
def test_what_is_exported_is_imported_as_it_was(log: tuple[Correction, ...]) -> None:
    assert read(write(log)) == log


@given(LOGS, st.randoms())
@settings(deadline=None, max_examples=60)
def test_applied_elsewhere_in_any_order_the_result_is_the_same(log: tuple[Correction, ...], random) -> None:
    elsewhere = list(read(write(log)))
    random.shuffle(elsewhere)
    assert apply(report(), [*elsewhere, *log]) == apply(report(), log)


@given(LOGS, st.text(max_size=60))
@settings(deadline=None, max_examples=60)
def test_a_new_lead_moves_corrections_with_their_words(log: tuple[Correction, ...], lead: str) -> None:
    before = apply(report(), log)
    lead = f"{lead}\n"
    after = apply(report(lead + TEXT), log)
    if not any(word in lead for word in ("Batken", "Osh", "opened", "visited", "prices")):
        assert len(after.events) == len(before.events)
        assert [one.headline for one in after.events] == [one.headline for one in before.events]
        assert [one.where for one in after.events] == [one.where for one in before.events]


def test_the_terms_are_those_of_the_standard() -> None:
    entry = Correction("1", "a", Field.HEADLINE, "New", quote_of(TEXT, 8, 16), author="Aida", made="2026-11-24T09:30:00+00:00")
    page = json.loads(write([entry]))
    [item] = page["items"]
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (page["type"], item["type"], item["motivation"]) == ("AnnotationPage", "Annotation", "editing")
    assert item["creator"] == {"type": "Person", "name": "Aida"}
    assert [selector["type"] for selector in item["target"]["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]
    assert item["body"]["value"] == "headline: New"


GOOD = json.loads(write([Correction("1", "a", Field.STATUS, Status.DENIED, quote_of(TEXT, 8, 16), made="2026-11-24T09:30:00+00:00")]))
BAD = {
    "no JSON": "{",
    "no page": "[]",
    "other items": json.dumps(GOOD | {"items": [1]}),
    "no field": json.dumps(GOOD | {"items": [GOOD["items"][0] | {"dateline:field": "colour"}]}),
    "a value of another type": json.dumps(GOOD | {"items": [GOOD["items"][0] | {"dateline:value": ["x"]}]}),
    "a foreign id": json.dumps(GOOD | {"items": [GOOD["items"][0] | {"id": "https://example.org/1"}]}),
    "a time that is none": json.dumps(GOOD | {"items": [GOOD["items"][0] | {"created": "9999-12-31T23:59:59+00:00"}]}),
    "a target without words": json.dumps(GOOD | {"items": [GOOD["items"][0] | {"target": "x"}]}),
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_any_other_file_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match=r"corrections|correction that Dateline wrote"):
        read(text)

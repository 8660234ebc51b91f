"""The calibration that the trainer of places prints and draws, and the texts of our own it reads."""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from viz.settings import ROOT

sys.path.insert(0, str(ROOT / "data"))

from training.calibration import Bin, bins, plot, table
from training.positions import joined, records
from training.samples import REPORTS, own_texts, read_marked


def test_answers_fall_into_tenths() -> None:
    found = bins([(0.92, True), (0.98, True), (1.0, False), (0.31, False)])
    assert found == [
        Bin(0.3, 1, pytest.approx(0.31), 0),
        Bin(0.9, 3, pytest.approx(0.9667, abs=1e-4), pytest.approx(2 / 3)),
    ]


def test_no_answers_make_an_empty_table_and_plot() -> None:
    assert bins([]) == []
    assert table([]).count("\n") == 1
    assert ElementTree.fromstring(plot([])).tag.endswith("svg")


def test_the_plot_is_well_formed_and_fits_both_themes() -> None:
    drawn = plot(bins([(0.95, True), (0.55, False), (0.55, True)]))
    circles = [part for part in ElementTree.fromstring(drawn).iter() if part.tag.endswith("circle")]
    assert len(circles) == 2
    assert "prefers-color-scheme:dark" in drawn
    assert circles[0].attrib["cy"] == "194.0"  # half of the answers at 0.55 were right: half the height


def test_marked_text_gives_toponyms_with_roles() -> None:
    text, gold = read_marked("[Oslo|actor] agreed [sic] in [Riga|location].")
    assert text == "Oslo agreed sic in Riga."
    assert [(text[one["start"] : one["end"]], one["role"]) for one in gold] == [("Oslo", "actor"), ("Riga", "location")]


def test_no_report_that_roles_are_judged_on_is_trained_on() -> None:
    lines = (ROOT / "tests/gold/fresh-roles.jsonl").read_text("utf-8").splitlines()
    judged = [json.loads(line)["text"].split("\n")[-2][:60] for line in lines]
    trained = [sample.document.text.text for sample in own_texts(5) if sample.corpus == REPORTS]
    assert len(judged) == 15
    assert not [text for text in judged if any(text in other for other in trained)]


def test_positions_are_joined_with_the_texts_they_were_made_for(tmp_path: Path) -> None:
    annotated, texts = tmp_path / "annotated.jsonl", tmp_path / "texts.jsonl"
    annotated.write_text('{"id": "a", "characters": 11, "toponyms": [[3, 6, 1527534, 40.5, 72.8]]}\n')
    texts.write_text('{"id": "a", "text": "In Osh, May"}\n')
    record = next(joined(annotated, texts))
    assert [record["text"][start:end] for start, end, *_ in record["toponyms"]] == ["Osh"]
    texts.write_text('{"id": "a", "text": "In Osh, in May"}\n')
    with pytest.raises(SystemExit, match="None of the texts is a with 11 characters"):
        next(joined(annotated, texts))


def test_positions_hold_no_text() -> None:
    for record in records(ROOT / "data/training/newswire-places.jsonl"):
        assert set(record) == {"id", "characters", "toponyms"}
        assert all(isinstance(part, int | float) for toponym in record["toponyms"] for part in toponym)
        assert all(0 <= start < end <= record["characters"] for start, end, *_ in record["toponyms"])

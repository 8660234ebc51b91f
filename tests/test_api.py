"""Dateline as a library: light to import, typed, and the same timeline whichever way a text comes in."""

import doctest
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from lxml import html

import viz
import viz.api
from viz.errors import InputError
from viz.formats import FORMATS
from viz.model import Article, Reading

ROOT = Path(__file__).resolve().parent.parent
TEXT = "OSH, Kyrgyzstan - A dam broke near the town on Monday. Nobody was hurt."


def test_importing_it_loads_nothing_heavy() -> None:
    script = "import sys, viz; print(sorted(m for m in sys.modules if m.split('.')[0] in {'spacy', 'plotly', 'pandas', 'streamlit', 'numpy'} or m.startswith('viz.')))"
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_every_public_name_is_there_and_told_of() -> None:
    for name in viz.__all__:
        assert getattr(viz, name).__doc__
        assert name in dir(viz)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = viz.nonsense


def test_the_examples_of_the_library_hold() -> None:
    results = doctest.testmod(viz.api)
    assert results.attempted > 8
    assert results.failed == 0


def test_text_file_and_article_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    from_text = viz.timeline(TEXT, published="2024-06-14")
    assert from_text.events
    for source in (path, str(path), Article.of(TEXT)):
        assert viz.timeline(source, published=date(2024, 6, 14)).events == from_text.events


def test_a_long_line_is_a_text_and_no_file_name() -> None:
    line = "A dam broke near Osh on 3 May 2021 and the water took two houses. " * 10
    assert viz.timeline(line).events[0].when.edtf == "2021-05-03"


def test_the_day_a_text_states_is_its_publication_date_as_on_the_command_line(tmp_path: Path) -> None:
    text = "By Jana Petrova, 14 June 2024\n\nA dam broke near Osh on Monday. Nobody was hurt."
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    for source in (text, path):
        told = viz.timeline(source)
        assert told.readings[0].article.published == date(2024, 6, 14)
        assert told.events[0].when.edtf == "2024-06-10"
    assert viz.timeline(text, published="2020-01-08").events[0].when.edtf == "2020-01-06"


@pytest.mark.parametrize(("source", "says"), [("no-such-report.txt", "no-such-report.txt"), ("  ", "empty"), ("A dam\0 broke.", "not text"), ("file:///etc/passwd", "file")])
def test_what_cannot_be_read_is_told(source: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        viz.timeline(source)


def test_frames_keep_types_and_empty_timelines_have_all_columns() -> None:
    frame = viz.timeline(TEXT, published="2024-06-14").to_frame()
    assert frame["start"].dtype.kind == "M"
    assert frame.loc[0, "start"].date() == date(2024, 6, 10)
    assert frame.loc[0, "lat"] == pytest.approx(40.5, abs=0.5)
    assert list(viz.Timeline().to_frame().columns) == list(frame.columns)


def test_timelines_add_up_and_stay_what_they_are() -> None:
    both = viz.timeline(TEXT, published="2024-06-14") + viz.timeline("A wall fell on 3 May 2021.")
    assert isinstance(both, viz.Timeline)
    assert len(both.readings) == 2
    assert len(both.to_geojson()["features"]) == len(both.events)
    assert both.figure(dark=True).data


def test_a_notebook_shows_words_as_words() -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    article = Article.of(f"{evil} On Monday a dam broke in Osh.", title=evil, published=date(2024, 6, 14))
    timeline = viz.timeline(article)
    shown = html.fromstring(timeline._repr_html_())
    assert shown.xpath("//script | //img") == []
    assert len(shown.xpath("//tbody/tr")) == len(timeline.events)
    assert "0 events" in viz.Timeline((Reading(article),))._repr_html_()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_file_is_saved_as_its_name_says(name: str, tmp_path: Path) -> None:
    timeline = viz.timeline("A dam broke in Osh on 3 May 2021.")
    path = timeline.save(tmp_path / f"dam{FORMATS[name].suffix}")
    assert path.stat().st_size > 50
    assert path.read_bytes() == timeline.save(tmp_path / "other", name).read_bytes()


def test_a_name_that_ends_like_no_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="ends like no format"):
        viz.Timeline().save(tmp_path / "dam.xlsx")


def test_the_command_converts(tmp_path: Path) -> None:
    table = tmp_path / "dams.csv"
    table.write_text("Was,Wann\nDeichbruch,2021-05-03\n", encoding="utf-8")
    command = [sys.executable, "-m", "viz", "convert", str(table), "--columns", "headline=Was,when=Wann", "--format", "ics"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "DTSTART;VALUE=DATE:20210503" in answer.stdout
    command[command.index("headline=Was,when=Wann")] = "headline=Wer"
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "has no column 'Wer'; it has Was, Wann" in answer.stderr

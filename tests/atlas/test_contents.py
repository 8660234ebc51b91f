"""What the linked view is given, and the rules its files keep."""

import json
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from viz.atlas.component import asset_folders
from viz.atlas.contents import Shown, contents
from viz.charts.theme import DARK, LIGHT
from viz.engine.filters import Clock, Filter
from viz.model import Alarm, Article, Basis, Event, Reading, Status, When
from viz.settings import ROOT, settings

STATIC = Path(ROOT / "viz" / "atlas" / "static")
ARTICLE = Article.of("A dam broke on Monday. Nobody was hurt.", title="A dam", published=date(2020, 3, 10))
BROKE = Event(
    "e1", ARTICLE.id, (0, 22), (6, 11), "A dam broke", Status.HAPPENED,
    when=When.day(date(2020, 3, 9), Basis.RELATIVE, "Monday is 9 March 2020."), unplaced="Nobody says where.",
)  # fmt: skip
LATER = replace(BROKE, id="e2", when=When.day(date(2020, 3, 8), Basis.RELATIVE))
READING = Reading(ARTICLE, events=(BROKE, LATER), alarms=(Alarm("order", "The end comes first.", ("e1",)),), notes=("A note.",))


def shown(wanted: Filter | None = None, events: tuple[Event, ...] = READING.events) -> Shown:
    return Shown(events, wanted or Filter(), "e1", Clock.HAPPENED, "browse", "")


def test_contents_are_plain_json_in_time_order():
    data = json.loads(json.dumps(contents(READING, shown(), LIGHT, "{}", "{}")))
    assert {event["id"]: event["order"] for event in data["events"]} == {"e2": 0, "e1": 1}
    assert data["events"][0]["when"]["text"] == "9 March 2020"
    assert data["selected"] == "e1"
    assert not data["filtered"]


def test_what_a_filter_hides_stays_in_the_tray():
    data = contents(READING, shown(Filter(words="flood"), ()), DARK, "{}", "{}")
    assert data["events"] == []
    assert data["filtered"]
    assert [entry["why"] for entry in data["tray"]["unplaced"]] == ["Nobody says where."] * 2
    assert data["tray"]["alarms"] == [{"message": "The end comes first.", "events": ("e1",)}]


def test_the_browser_finds_what_it_is_served():
    folders = asset_folders(settings().data)
    assert (folders["atlas"] / "atlas.js").is_file()
    assert (folders["plotly"] / "plotly.min.js").is_file()
    assert (folders["basemap"] / "areas.json").is_file()


@pytest.mark.parametrize("file", sorted(STATIC.glob("*.js")), ids=lambda file: file.name)
def test_text_enters_the_page_as_text_only(file: Path):
    script = file.read_text(encoding="utf-8")
    assert not any(way in script for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("))
    assert "//cdn" not in script
    assert len(script.splitlines()) < 350


def test_streamlits_colours_are_the_themes_colours():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    for theme in (LIGHT, DARK):
        colours = config["theme"][theme.name]
        assert (colours["backgroundColor"], colours["textColor"], colours["primaryColor"]) == (theme.paper, theme.ink, theme.accent)
    assert config["browser"]["gatherUsageStats"] is False

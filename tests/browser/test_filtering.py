"""Filters and the publication date as a reader works them: with the keyboard, the mouse and the fields themselves."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import App
from tests.browser.seen import TIMELINE, axis, carried, in_sight, marked, pane, rows, state, wait_lit, wait_state
from tests.browser.shelved import reading, shelved
from viz.model import Article

pytestmark = pytest.mark.browser

TABLE = '[data-testid="atlas-table"]'
DAY_IN_PIXELS = """([place, day]) => {
    const figure = document.querySelector(place), {xaxis, _size} = figure._fullLayout, box = figure.getBoundingClientRect();
    return [box.x + _size.l + xaxis.d2p(day), box.y + _size.t + _size.h - 8];
}"""


def clear(page: Page, everything: set[str]) -> None:
    page.get_by_role("button", name="Clear filters").first.click()
    wait_state(page, "events", str(len(everything)))
    assert marked(page) == everything


def test_the_publication_date_in_its_field_moves_every_relative_date(app: App) -> None:
    page = app.open().page
    page.get_by_role("spinbutton", name="year, Publication date").click()
    page.keyboard.type("20180919")  # the field itself goes on from year to month to day
    page.locator("h2").first.click()  # once left, the field is taken as filled in
    page.wait_for_url("**published=2018-09-19**")
    expect(page.locator(TABLE)).to_contain_text("15 October 2018")
    expect(page.locator(TABLE)).not_to_contain_text("2017")
    for words, value in {"oct. 15": "15 October 2018", "last month": "August 2018"}.items():
        expect(page.locator(".story .date", has_text=words)).to_have_attribute("title", re.compile(value))
    page.wait_for_function("place => JSON.stringify(document.querySelector(place).data).includes('2018-10-15')", arg=TIMELINE)
    assert "2017-" not in json.dumps(pane(page, "timeline")["data"])
    page.get_by_role("row", name="15 October 2018").get_by_role("button").click()
    expect(page.get_by_test_id("atlas-card")).to_contain_text("15 October 2018")


def test_the_axis_fits_the_events_that_pass_the_filter_and_all_of_them_again_without_it(app: App) -> None:
    page = app.open().page
    everything, whole = marked(page), axis(page)
    app.open("start=2017-09-01&end=2017-09-30")
    first, last = axis(page)
    assert last - first < (whole[1] - whole[0]) / 2
    assert in_sight(page) == carried(page, "timeline") != set()
    page.get_by_role("button", name="Zoom out of the timeline").click()
    page.get_by_role("button", name="Show the whole timeline").click()
    page.wait_for_function("([place, first]) => { const {range, r2l} = document.querySelector(place)._fullLayout.xaxis;"
                           " return Math.abs(r2l(range[0]) / 86_400_000 - first) < 0.01; }", arg=[TIMELINE, first])  # fmt: skip
    assert axis(page) == pytest.approx((first, last), abs=0.01)
    clear(page, everything)
    app.settle()
    assert axis(page) == pytest.approx(whole, abs=0.01)


def test_an_axis_that_was_moved_goes_back_when_another_publication_date_leaves_nothing_in_sight(app: App) -> None:
    page = app.open().page
    page.mouse.move(*page.evaluate(DAY_IN_PIXELS, [TIMELINE, "2017-09-20"]))
    first = page.evaluate("place => document.querySelector(place).layout.xaxis.range[0]", TIMELINE)
    page.mouse.wheel(0, -100)
    page.wait_for_function("([place, first]) => document.querySelector(place).layout.xaxis.range[0] > first", arg=[TIMELINE, first])
    page.locator("button[data-event]").first.click()
    wait_lit(page, {state(page, "selected")})
    for _ in range(3):
        page.get_by_role("button", name="Zoom into the timeline").click()
    page.wait_for_function("place => document.querySelector(place).layout.xaxis.range[0] > '2017-08-20'", arg=TIMELINE)
    moved = axis(page)
    page.get_by_label("Words").fill("election")
    page.get_by_label("Words").press("Enter")
    page.wait_for_url("**words=election**")
    app.settle()
    assert in_sight(page)
    assert axis(page) == pytest.approx(moved, abs=0.01)
    page.get_by_role("spinbutton", name="year, Publication date").click()
    page.keyboard.type("20130919")
    page.locator("h2").first.click()
    page.wait_for_url("**published=2013-09-19**")
    app.settle()
    assert in_sight(page) == carried(page, "timeline") != set()


def typed(page: Page, end: str, day: str) -> None:
    """A day typed into one of the two fields, which is taken when the field is left."""
    page.get_by_role("spinbutton", name=f"year, {end}").click()
    page.keyboard.type(day)
    page.locator("h2").first.click()


def test_days_typed_are_held_by_the_address_and_the_end_typed_last_counts(app: App) -> None:
    page = app.open(drawn=False).page
    everything = marked(page)
    typed(page, "From", "20170901")
    page.wait_for_url("**start=2017-09-01")
    expect(page.locator(TABLE)).not_to_contain_text("stepped down")
    assert marked(page) < everything
    typed(page, "To", "20170831")  # before the other end, which gives way
    page.wait_for_url("**/?end=2017-08-31")
    expect(page.locator(TABLE)).to_contain_text("stepped down")
    assert marked(page) < everything
    page.reload()
    app.settle(drawn=False)
    expect(page.get_by_role("spinbutton", name="day, To")).to_have_text("31")
    expect(page.get_by_role("spinbutton", name="month, From")).to_have_text("08")
    clear(page, everything)


def test_the_recent_days_of_a_history_can_be_chosen_to_the_day(app: App, tmp_path: Path) -> None:
    history = Article.of(
        "OSH, May 4 - A fire destroyed the market on 2 July 1916. The mayor of Osh visited Batken on 2 May 2017. Traders met in Osh on 3 May 2017.",
        title="A century of Osh", published=date(2017, 5, 4),
    )  # fmt: skip
    with shelved(tmp_path / "library.sqlite", history) as address:
        page = reading(App(app.page, address), history)
        assert len(rows(page)) == 3
        typed(page, "From", "20170503")
        page.wait_for_url("**start=2017-05-03**")
        expect(page.locator(f"{TABLE} caption")).to_have_text("Events (1)")
        assert "met" in rows(page)[0]["What"]


def test_a_drag_on_the_timeline_keeps_the_events_of_those_days(app: App) -> None:
    page = app.open().page
    everything = marked(page)
    for number, day in enumerate(("2017-07-30", "2017-08-31")):
        page.mouse.move(*page.evaluate(DAY_IN_PIXELS, [TIMELINE, day]), steps=8)
        page.mouse.up() if number else page.mouse.down()
    page.wait_for_url(re.compile(r"start=2017-07-.*end=2017-08-|end=2017-08-.*start=2017-07-"))
    expect(page.locator(TABLE)).not_to_contain_text("15 October 2017")
    expect(page.locator(TABLE)).to_contain_text("stepped down")
    app.settle()
    left = marked(page)
    assert left < everything
    assert carried(page, "timeline") <= left
    assert chosen_points(page) == []
    clear(page, everything)
    assert chosen_points(page) == []


def chosen_points(page: Page) -> list[int]:
    """Marks of the timeline that are drawn as selected."""
    return [point for trace in pane(page, "timeline")["data"] for point in trace.get("selectedpoints") or ()]


def test_status_and_words_filter_together(app: App) -> None:
    page = app.open(drawn=False).page
    everything = marked(page)
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="happened").click()
    page.wait_for_url("**statuses=happened**")
    expect(page.locator(TABLE)).not_to_contain_text("planned")
    happened = rows(page)
    assert {row["Status"].split()[-1] for row in happened} == {"happened"}
    page.keyboard.press("Escape")
    page.get_by_label("Words").fill("Bishkek")
    page.get_by_label("Words").press("Enter")
    page.wait_for_url("**words=Bishkek**")
    expect(page.locator(f"{TABLE} caption")).not_to_have_text(f"Events ({len(happened)})")
    both = {row["What"] for row in rows(page)}
    assert both
    assert both < {row["What"] for row in happened}
    clear(page, everything)


@pytest.mark.parametrize("title", ["Spreadsheet (CSV)", "Map data (GeoJSON)"])
def test_a_download_holds_exactly_the_events_shown(app: App, title: str, tmp_path: Path) -> None:
    page = app.open("words=Bishkek", drawn=False).page
    shown = sorted(row["What"] for row in rows(page))
    assert 0 < int(state(page, "events")) == len(shown)
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=title).click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert sorted(headlines(file)) == shown


def headlines(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".csv":
        return [row["headline"] for row in csv.DictReader(text.splitlines())]
    return [feature["properties"]["headline"] for feature in json.loads(text)["features"]]

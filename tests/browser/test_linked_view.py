"""The linked view in a real browser, on the bundled article: one selection, one filter, everywhere at once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import App

pytestmark = pytest.mark.browser

MAP = '[data-testid="atlas-map"] .js-plotly-plot'
ATLAS = '[data-testid="atlas"]'


def state(page: Page, name: str) -> str:
    return page.get_attribute(ATLAS, f"data-{name}") or ""


def marked(page: Page) -> set[str]:
    """Events the article shows a button for."""
    return set(page.eval_on_selector_all(f"{ATLAS} button[data-event]", "all => all.map(one => one.dataset.event)"))


def pane(page: Page, name: str) -> Any:
    """The figure of a pane as plotly holds it."""
    script = "figure => JSON.stringify({data: figure.data, zoom: figure.layout.map?.zoom, centre: figure.layout.map?.center})"
    return json.loads(page.eval_on_selector(f'[data-testid="atlas-{name}"] .js-plotly-plot', script))


def carried(page: Page, name: str) -> set[str]:
    """Events some mark of a pane stands for."""
    found: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, list):
            for one in value:
                collect(one)
        elif value:
            found.add(str(value))

    for trace in pane(page, name)["data"]:
        collect(trace.get("customdata"))
    return found


def on_map(page: Page, place: str) -> tuple[float, float, list[str]]:
    """Where on the screen a pin lies, and the events it stands for."""
    spot = page.eval_on_selector(
        MAP,
        """(figure, place) => {
            const names = figure.data.find(one => one.name === "names");
            const pins = figure.data.find(one => one.name === "places");
            const at = names.text.indexOf(place);
            const {x, y} = figure._fullLayout.map._subplot.map.project([pins.lon[at], pins.lat[at]]);
            const box = figure.getBoundingClientRect();
            return [box.x + x, box.y + y, pins.customdata[at]];
        }""",
        place,
    )
    return spot[0], spot[1], spot[2]


def click_on_map(page: Page, place: str) -> list[str]:
    x, y, ids = on_map(page, place)
    page.mouse.move(x, y)
    page.wait_for_timeout(300)  # plotly hovers before it clicks
    page.mouse.click(x, y)
    page.wait_for_function(f"id => document.querySelector('{ATLAS}').dataset.selected === id", arg=ids[0])
    return [str(id) for id in ids]


def test_all_panes_show_the_same_events_and_nothing_is_asked_outside(app: App) -> None:
    page = app.open().page
    events = marked(page)
    assert int(state(page, "events")) == len(events) >= 8
    assert carried(page, "timeline") <= events
    assert carried(page, "map") <= events
    assert app.outside == []


def test_a_click_on_bishkek_selects_its_events_everywhere(app: App) -> None:
    page = app.open().page
    ids = click_on_map(page, "Bishkek")
    assert state(page, "selected") == ids[0]
    assert page.get_attribute(f'button[data-event="{ids[0]}"]', "aria-pressed") == "true"
    card = page.inner_text('[data-testid="atlas-card"]')
    assert "Bishkek" in card
    app.settle()
    assert f"event={ids[0]}" in page.url


def test_filtering_to_august_and_clearing(app: App) -> None:
    page = app.open().page
    everything = marked(page)
    app.open("start=2017-08-01&end=2017-08-31")
    left = marked(page)
    assert left < everything
    text = page.inner_text('[data-testid="atlas-table"]').casefold()
    assert "stepped down" in text
    assert "jeenbekov" in text
    assert "15 october 2017" not in text
    assert carried(page, "timeline") <= left
    assert carried(page, "map") <= left
    page.get_by_role("button", name="Clear filters").click()
    page.wait_for_function(f"count => document.querySelector('{ATLAS}').dataset.events === count", arg=str(len(everything)))
    assert marked(page) == everything


def test_reloading_restores_selection_and_filters(app: App) -> None:
    page = app.open("start=2017-08-01&end=2017-08-31").page
    chosen = sorted(marked(page))[0]
    page.click(f'button[data-event="{chosen}"]')
    page.wait_for_url(f"**event={chosen}**")
    before = marked(page)
    page.reload()
    app.settle()
    assert state(page, "selected") == chosen
    assert marked(page) == before


def test_zoom_and_pan_survive_selection_filter_and_rerun(app: App) -> None:
    page = app.open().page
    box = page.locator(MAP).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    first = pane(page, "map")["zoom"]
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(1500)
    moved = pane(page, "map")
    assert moved["zoom"] > first
    page.click("button[data-event] >> nth=0")
    app.settle()
    page.get_by_label("Words").fill("election")
    page.get_by_label("Words").press("Enter")
    page.wait_for_url("**words=election**")
    app.settle()
    after = pane(page, "map")
    assert after["zoom"] == pytest.approx(moved["zoom"], abs=0.01)
    assert after["centre"]["lon"] == pytest.approx(moved["centre"]["lon"], abs=0.01)


def test_another_publication_date_moves_every_relative_date(app: App) -> None:
    page = app.open("published=2018-09-19").page
    table = page.inner_text('[data-testid="atlas-table"]')
    assert "15 October 2018" in table
    assert "August 2018" in table
    assert "2017" not in table
    days = json.dumps(pane(page, "timeline")["data"])
    assert "2018-10-15" in days
    assert "2017-" not in days


def test_the_keyboard_alone_reaches_and_selects_every_event(app: App) -> None:
    page = app.open().page
    wanted = marked(page)
    page.locator("button[data-event]").first.focus()
    reached = set()
    for _ in range(200):
        focused = page.evaluate("document.activeElement?.dataset?.event ?? ''")
        if focused and focused not in reached:
            page.keyboard.press("Enter")
            page.wait_for_function(f"id => document.querySelector('{ATLAS}').dataset.selected === id", arg=focused)
            reached.add(focused)
        if reached == wanted:
            break
        page.keyboard.press("Tab")
    assert reached == wanted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(browser: Browser, address: str, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    app = App(context.new_page(), address)
    context.route("**/*", app.guard)
    page = app.open().page
    assert page.get_attribute(ATLAS, "data-theme") == scheme
    found = Axe().run(page).response["violations"]
    serious = [f"{one['id']}: {node['html'][:160]}" for one in found if one["impact"] in {"serious", "critical"} for node in one["nodes"]]
    context.close()
    assert serious == []
    assert app.outside == []


@pytest.mark.parametrize("query", ["event=e999", "start=2030-02-30", "article=gone", "words=zzzz", "start=1900-01-01&end=1900-01-02", "published=1"])
def test_a_link_that_fits_nothing_ends_in_a_view_or_a_sentence_never_a_traceback(app: App, query: str) -> None:
    page = app.page
    page.goto(f"{app.address}/?{query}")
    page.wait_for_selector('[data-testid="atlas"][data-ready="1"], [data-testid="stAlert"]', timeout=30_000)
    assert page.locator('[data-testid="stException"]').count() == 0
    assert "Traceback" not in page.inner_text("body")

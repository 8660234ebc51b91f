"""The linked view in a real browser, on the bundled article: one selection, one filter, everywhere at once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import App
from tests.browser.seen import (
    ATLAS,
    MAP,
    TIMELINE,
    carried,
    click_on_map,
    marked,
    pane,
    state,
    wait_selected,
    wait_state,
)
from viz.charts.theme import DARK, LIGHT

pytestmark = pytest.mark.browser

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
    page.wait_for_url(f"**event={ids[0]}**")


def test_a_click_on_a_label_of_the_timeline_selects_its_event_and_a_drag_from_it_does_not(app: App) -> None:
    page = app.open().page
    label = page.locator(f"{TIMELINE} .textpoint").filter(has_text="Jeenbekov stepped down")
    box = label.bounding_box()
    assert box is not None
    end, middle = box["x"] + box["width"] - 4, box["y"] + box["height"] / 2
    page.mouse.move(end, middle)
    assert page.locator(f"{TIMELINE} .nsewdrag").evaluate("one => getComputedStyle(one).cursor") == "pointer"
    page.mouse.click(end, middle)
    expect(page.get_by_test_id("atlas-card")).to_contain_text("Jeenbekov stepped down")
    page.keyboard.press("Escape")
    wait_selected(page, "")
    page.mouse.move(end, middle)
    page.mouse.down()
    page.mouse.move(end - 60, middle, steps=5)
    page.mouse.up()
    page.wait_for_url("**start=**")
    assert state(page, "selected") == ""


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
    wait_state(page, "events", str(len(everything)))
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


def wait_still(page: Page, first: float) -> Any:
    """The map once the wheel's zoom has run out and plotly has taken it over."""
    page.wait_for_function(
        "([place, first]) => { const it = document.querySelector(place); const map = it._fullLayout.map._subplot.map;"
        " return !map.isMoving() && it.layout.map.zoom > first && Math.abs(map.getZoom() - it.layout.map.zoom) < 0.001; }",
        arg=[MAP, first],
    )
    return pane(page, "map")


def test_on_a_phone_the_card_of_what_was_tapped_is_in_sight_and_can_be_closed(app: App) -> None:
    app.page.set_viewport_size({"width": 390, "height": 844})
    page = app.open(drawn=False).page
    page.locator("button[data-event]").first.click()
    card = page.get_by_test_id("atlas-card")
    expect(card).to_be_in_viewport(ratio=0.9)
    expect(card.get_by_role("heading")).to_be_in_viewport()
    card.get_by_role("button", name="Close the card").click()
    wait_selected(page, "")
    expect(card).to_contain_text("Choose an event")


def test_what_is_only_known_to_be_past_by_a_day_is_sorted_by_that_day(app: App) -> None:
    page = app.open(drawn=False).page
    days = page.locator('[data-testid="atlas-table"] tbody tr').all_inner_texts()
    told = [at for at, row in enumerate(days) if "19 September" in row] + [at for at, row in enumerate(days) if "20 September" in row]
    assert len(told) == 5
    assert told == sorted(told)


def test_zoom_and_pan_survive_selection_filter_and_rerun(app: App) -> None:
    page = app.open().page
    box = page.locator(MAP).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    first = pane(page, "map")["zoom"]
    page.mouse.wheel(0, -400)
    moved = wait_still(page, first)
    page.click("button[data-event] >> nth=0")
    page.wait_for_url("**event=**")
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
    page = app.open(drawn=False).page
    wanted = marked(page)
    page.locator("button[data-event]").first.focus()
    reached = set()
    for _ in range(200):
        focused = page.evaluate("document.activeElement?.dataset?.event ?? ''")
        if focused and focused not in reached:
            page.keyboard.press("Enter")
            wait_selected(page, focused)
            reached.add(focused)
        if reached == wanted:
            break
        page.keyboard.press("Tab")
    assert reached == wanted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(app: App, scheme: Any) -> None:
    app.page.emulate_media(color_scheme=scheme)
    page = app.open().page
    assert page.get_attribute(ATLAS, "data-theme") == scheme
    found = Axe().run(page).response["violations"]
    serious = [f"{one['id']}: {node['html'][:160]}" for one in found if one["impact"] in {"serious", "critical"} for node in one["nodes"]]
    assert serious == []


@pytest.mark.parametrize("query", ["event=e999", "start=2030-02-30", "article=gone", "words=zzzz", "start=1900-01-01&end=1900-01-02", "published=1"])
def test_a_link_that_fits_nothing_ends_in_a_view_or_a_sentence_never_a_traceback(app: App, query: str) -> None:
    page = app.page
    page.goto(f"{app.address}/?{query}")
    page.wait_for_selector('[data-testid="atlas"][data-ready="1"], [data-testid="stAlert"]', timeout=30_000)
    assert page.locator('[data-testid="stException"]').count() == 0
    assert "Traceback" not in page.inner_text("body")


def test_on_paper_it_is_two_pages_and_the_screen_is_as_before(app: App) -> None:
    page = app.open().page
    page.get_by_text("Clear filters").wait_for()
    width = page.evaluate("place => document.querySelector(place)._fullLayout.width", TIMELINE)
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 2
    page.wait_for_function("([place, width]) => document.querySelector(place)._fullLayout.width === width", arg=[TIMELINE, width])
    page.locator(f"{ATLAS} button[data-event]").first.click()
    page.wait_for_url("**event=**")
    app.settle()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2


CUT_OFF = """place => {
    const inner = document.querySelector(place).getBoundingClientRect(), pane = document.querySelector(place).closest(".pane").getBoundingClientRect();
    return Math.max(pane.left - inner.left, pane.top - inner.top, inner.right - pane.right, inner.bottom - pane.bottom);
}"""


def test_from_a_phone_too_map_and_labels_are_whole_on_paper(app: App) -> None:
    app.page.set_viewport_size({"width": 390, "height": 844})
    page = app.open().page
    labels = "place => [...document.querySelectorAll(`${place} .textpoint`)].filter(one => one.textContent.trim()).length"
    assert page.evaluate(labels, TIMELINE) == 0
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.wait_for_function(f"place => ({labels})(place) > 5", arg=TIMELINE)
    assert page.evaluate(CUT_OFF, MAP) < 2
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"place => ({labels})(place) === 0", arg=TIMELINE)
    assert page.evaluate(CUT_OFF, MAP) < 2


def test_by_night_everything_on_paper_is_dark_on_white_and_the_screen_as_before_afterwards(app: App) -> None:
    app.page.emulate_media(color_scheme="dark")
    page = app.open().page
    page.locator(f"{ATLAS} button[data-event]").first.click()
    page.wait_for_url("**event=**")
    app.settle()
    ink = "place => document.querySelector(place).layout.font.color"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(f"([place, ink]) => ({ink})(place) === ink", arg=[TIMELINE, LIGHT.ink])
    page.emulate_media(media="print", color_scheme="dark")
    found = page.evaluate(ON_PAPER)
    assert len(found) > 20
    assert [one for one in found if min(one["contrast"]) < 4] == []
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"([place, ink]) => ({ink})(place) === ink", arg=[TIMELINE, DARK.ink])


# Every element with words of its own, and the contrast of its colour with the ground it stands on and with white.
ON_PAPER = """() => {
    const light = colour => {
        const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map(one => one / 255)
            .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const ground = node => {
        const colour = node ? getComputedStyle(node).backgroundColor : "rgb(255, 255, 255)";
        return /, 0\\)$/.test(colour) ? ground(node.parentElement) : colour;
    };
    const told = node => [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim());
    const seen = node => node.checkVisibility() && !node.closest(".figure, .unseen, script, style");
    return [...document.querySelectorAll("body *")].filter(node => told(node) && seen(node)).map(node => {
        const hue = light(getComputedStyle(node).color);
        return { words: node.textContent.slice(0, 40), contrast: [contrast(hue, light(ground(node))), contrast(hue, 1)] };
    });
}"""


WRITTEN = """([place, names]) => {
    const { map } = document.querySelector(place)._fullLayout.map._subplot;
    const written = new Set(map.queryRenderedFeatures().map(feature => feature.properties.text));
    return names.every(name => written.has(name));
}"""


def test_the_names_of_the_places_of_events_are_written_on_the_map(app: App) -> None:
    page = app.open().page
    assert page.evaluate(WRITTEN, [MAP, ["Bishkek", "Astana"]])


def test_neighbours_and_seas_are_named_at_the_first_zoom(app: App) -> None:
    """Between whole zooms too, where MapLibre would still go by the last whole one."""
    page = app.open().page
    assert 2 < pane(page, "map")["zoom"] < 3
    found = page.evaluate(
        "place => document.querySelector(place)._fullLayout.map._subplot.map"
        ".queryRenderedFeatures({ layers: ['country-names', 'water-names', 'division-names'] }).map(one => one.properties.name)",
        MAP,
    )
    assert {"Ukraine", "Uzbekistan", "Caspian Sea"} <= set(found)
    assert "Aktobe" not in found  # a region, whose name has room from zoom 4 on


def test_the_view_is_ready_only_when_the_names_are_written_too(app: App) -> None:
    """Shapes that come later than the base map once made plotly call the map done before any name was placed."""

    def late(route: Route) -> None:
        app.page.wait_for_function("place => document.querySelector(place)?._fullLayout?.map?._subplot?.map?.loaded()", arg=MAP)
        route.continue_()

    app.page.route("**/countries.json", late)
    page = app.open().page
    assert page.evaluate(WRITTEN, [MAP, ["Bishkek", "Astana"]])

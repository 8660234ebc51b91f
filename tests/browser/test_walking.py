"""One selection in every pane, and being walked through it: marker, playback, the two clocks, reading mode."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import App
from tests.browser.seen import (
    ATLAS,
    IN_SIGHT,
    MAP,
    TIMELINE,
    axis,
    carried,
    click_on_map,
    in_sight,
    pressed,
    rows,
    state,
    wait_lit,
    wait_selected,
    wait_state,
)

pytestmark = pytest.mark.browser

POSITION = '[data-testid="atlas-position"]'
CARD = '[data-testid="atlas-card"]'


def in_text(page: Page) -> list[str]:
    """The events in the order the article tells them."""
    return page.locator(f"{ATLAS} button[data-event]").evaluate_all("all => all.map(one => one.dataset.event)")


def test_the_bishkek_marker_lights_up_its_events_everywhere_and_the_card_turns_through_them(app: App) -> None:
    page = app.open().page
    here = click_on_map(page, "Bishkek")
    assert len(here) > 1
    assert pressed(page) == set(here)
    wait_lit(page, set(here) & carried(page, "timeline"))
    headlines = []
    for number, event in enumerate(here, start=1):
        wait_selected(page, event)
        expect(page.locator(CARD)).to_contain_text(f"{number} of {len(here)} here")
        expect(page.locator(f"{CARD} .answer-where")).to_contain_text("Bishkek")
        headlines.append(page.inner_text(f"{CARD} h2"))
        assert pressed(page) == set(here)
        page.get_by_role("button", name="Next event here").click()
    wait_selected(page, here[0])  # and round again
    assert sorted(headlines) == sorted(row["What"] for row in rows(page) if "Bishkek" in row["Where"])


def test_steps_go_through_the_events_in_time_order_and_the_map_follows(app: App) -> None:
    page = app.open().page
    table = [row["What"] for row in rows(page)]
    following = page.get_by_role("button", name="Next event", exact=True)
    centres = set()
    for number, headline in enumerate(table, start=1):
        following.click()
        expect(page.locator(f"{CARD} h2")).to_have_text(headline)
        expect(page.locator(POSITION)).to_have_text(f"{number} of {len(table)}")
        if page.locator(f"{CARD} .answer-where .value").inner_text() != "no place":
            centres.add(str(page.evaluate("place => document.querySelector(place).layout.map.center", MAP)))
    assert len(centres) > 1
    page.get_by_role("button", name="Previous event", exact=True).click()
    expect(page.locator(f"{CARD} h2")).to_have_text(table[-2])


def test_the_timeline_zooms_around_the_selected_event_and_follows_steps_out_of_sight(app: App) -> None:
    page = app.open().page
    everything = in_sight(page)
    first, *rest = in_order(page)
    last = max(rest, key=lambda event: (event in everything, rest.index(event)))
    page.click(f'button[data-event="{last}"]')
    wait_selected(page, last)
    wait_lit(page, {last})
    for _ in range(5):
        page.get_by_role("button", name="Zoom into the timeline").click()
    page.wait_for_function(SHORTER, arg=[TIMELINE, 8])
    assert last in in_sight(page)
    wide = axis(page)[1] - axis(page)[0]
    page.locator(f'[data-event-row="{first}"]').click()
    page.wait_for_function(SEEN, arg=[TIMELINE, first])
    assert last not in in_sight(page)
    for event in rest:
        page.get_by_role("button", name="Next event", exact=True).click()
        wait_selected(page, event)
        if event in everything:
            page.wait_for_function(SEEN, arg=[TIMELINE, event])
    assert axis(page)[1] - axis(page)[0] == pytest.approx(wide)
    page.get_by_role("button", name="Show the whole timeline").click()
    page.wait_for_function(f"place => !({SHORTER})([place, 60])", arg=TIMELINE)
    assert in_sight(page) == everything


SHORTER = """([place, days]) => {
    const {range, r2l} = document.querySelector(place)._fullLayout.xaxis;
    return r2l(range[1]) - r2l(range[0]) < days * 86_400_000;
}"""
SEEN = f"([place, event]) => ({IN_SIGHT})(document.querySelector(place)).includes(event)"


def in_order(page: Page) -> list[str]:
    """The events in the order of the table, which is that of the steps."""
    return page.eval_on_selector_all(f"{ATLAS} [data-event-row]", "all => all.map(one => one.dataset.eventRow)")


def test_playing_goes_on_by_itself_until_it_is_paused(app: App) -> None:
    page = app.open(drawn=False).page
    page.get_by_role("button", name="Play the events in order").click()
    for number in (1, 2):
        expect(page.locator(POSITION)).to_have_text(re.compile(f"^{number} of"))
    page.get_by_role("button", name="Pause").click()
    stands = state(page, "selected")
    expect(page.get_by_role("button", name="Play the events in order")).to_be_visible()
    page.wait_for_url(f"**event={stands}**")
    assert state(page, "selected") == stands


def test_the_clock_of_what_was_said_shows_the_same_events_by_when_they_were_told(app: App) -> None:
    page = app.open().page
    events, by_day = int(state(page, "events")), carried(page, "timeline")
    page.get_by_role("button", name="When it was said").click()
    page.wait_for_url("**clock=said**")
    expect(page.get_by_role("button", name="When it was said")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function(DIFFERS, arg=len(by_day))
    told = carried(page, "timeline")
    assert told
    assert int(state(page, "events")) == events
    page.click(f'button[data-event="{sorted(told)[0]}"]')
    expect(page.locator(f"{CARD} .answer-source")).to_contain_text("said ")
    page.get_by_role("button", name="When it happened").click()
    expect(page.get_by_role("button", name="When it happened")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function(SAME, arg=len(by_day))
    assert carried(page, "timeline") == by_day


COUNT = (
    "new Set(document.querySelector('[data-testid=\"atlas-timeline\"] .js-plotly-plot')"
    ".data.flatMap(one => (one.customdata ?? []).flat())).size"
)
DIFFERS, SAME = f"count => {COUNT} !== count", f"count => {COUNT} === count"


def test_reading_mode_goes_through_the_text_from_its_beginning(app: App) -> None:
    page = app.open(drawn=False).page
    told = in_text(page)
    page.get_by_role("button", name="Read through").click()
    wait_state(page, "mode", "read")
    for number, event in enumerate(told, start=1):
        wait_selected(page, event)
        expect(page.locator(POSITION)).to_have_text(f"{number} of {len(told)}")
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**mode=read**")
    page.get_by_role("button", name="Read through").click()
    wait_state(page, "mode", "browse")


def test_on_a_phone_every_button_around_the_figures_and_in_the_card_is_as_high_as_a_finger_is_wide(app: App) -> None:
    app.page.set_viewport_size({"width": 390, "height": 844})
    page = app.open().page
    page.locator(MAP).evaluate("one => one.scrollIntoView({ block: 'center' })")
    click_on_map(page, "Bishkek")
    page.get_by_role("button", name="Next event here").wait_for()
    around = page.locator(f"{ATLAS} :is(.controls, .map-tools, .card) button:visible")
    sizes = around.evaluate_all("all => all.map(one => [one.offsetWidth, one.offsetHeight, one.getBoundingClientRect().right])")
    assert len(sizes) > 14
    assert [size for size in sizes if min(size[:2]) < 44 or size[2] > 390] == []

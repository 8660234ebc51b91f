"""What is written on the timeline can be read, wherever its axis stands and however low its pane is."""

from __future__ import annotations

import pytest

from tests.browser.conftest import App
from tests.browser.seen import TIMELINE, state, wait_lit

pytestmark = pytest.mark.browser

STAND = "([place, range]) => Plotly.relayout(document.querySelector(place), {'xaxis.range': range})"
FIRST_TICK = """place => {
    const figure = document.querySelector(place), pane = figure.getBoundingClientRect();
    const ticks = [...figure.querySelectorAll("g.xtick text")].filter(one => getComputedStyle(one).display !== "none");
    if (Math.abs(figure._fullLayout.height - figure.clientHeight) > 1) return null; // what lies outside is counted below, which takes a line
    const [first] = ticks.map(one => ({ one, box: one.getBoundingClientRect() })).sort((a, b) => a.box.x - b.box.x);
    return { told: first.one.textContent, whole: first.box.left >= pane.left && first.box.bottom <= pane.bottom };
}"""


@pytest.mark.parametrize("width", [1440, 390])
def test_the_first_tick_tells_the_year_wherever_the_axis_stands(app: App, width: int) -> None:
    page = app.page
    page.set_viewport_size({"width": width, "height": 900})
    app.open()
    for first, last in [("2017-07-25", "2017-10-20"), ("2017-09-03", "2017-09-12"), ("2017-09-19", "2017-09-22"), ("2017-12-31", "2018-03-01")]:
        page.evaluate(STAND, [TIMELINE, [first, last]])
        tick = page.wait_for_function(FIRST_TICK, arg=TIMELINE).json_value()
        assert "201" in tick["told"]
        assert tick["whole"], f"{tick['told']} is cut where the axis begins on {first}"


# The words written beside the marks, and the pairs of them whose letters touch: a line of these letters is 15 pixels high.
WRITTEN = """place => {
    const labels = [...document.querySelectorAll(`${place} .textpoint text`)].filter(one => one.textContent.trim());
    const boxes = labels.map(one => one.getBoundingClientRect());
    const touch = (one, other) => one !== other && one.left < other.right && other.left < one.right && Math.abs(one.top - other.top) < 14.5;
    return { words: labels.map(one => one.textContent.trim()), touching: boxes.filter(one => boxes.some(other => touch(one, other))).length };
}"""


def test_in_a_low_pane_labels_keep_apart_and_that_of_the_chosen_event_is_written(app: App) -> None:
    page = app.page
    page.set_viewport_size({"width": 1440, "height": 900})
    high = app.open().page.evaluate(WRITTEN, TIMELINE)
    page.set_viewport_size({"width": 1440, "height": 500})
    page.wait_for_function(f"([place, many]) => ({WRITTEN})(place).words.length < many", arg=[TIMELINE, len(high["words"])])
    low = page.evaluate(WRITTEN, TIMELINE)
    assert low["touching"] == 0
    left_out = next(words for words in high["words"] if words not in low["words"])
    page.locator("[data-event-row]", has_text=left_out.rstrip("…")).click()
    wait_lit(page, {state(page, "selected")})
    page.wait_for_function(f"([place, words]) => ({WRITTEN})(place).words.includes(words)", arg=[TIMELINE, left_out])
    assert page.evaluate(WRITTEN, TIMELINE)["touching"] == 0

"""What is written on the timeline can be read, wherever its axis stands and however low its pane is."""

from __future__ import annotations

import pytest

from tests.browser.conftest import App
from tests.browser.seen import TIMELINE

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

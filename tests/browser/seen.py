"""What a reader sees on the screen, asked of the page itself."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

MAP = '[data-testid="atlas-map"] .js-plotly-plot'
TIMELINE = '[data-testid="atlas-timeline"] .js-plotly-plot'
ATLAS = '[data-testid="atlas"]'


def state(page: Page, name: str) -> str:
    return page.get_attribute(ATLAS, f"data-{name}") or ""


def wait_state(page: Page, name: str, value: str) -> None:
    page.wait_for_selector(f'{ATLAS}[data-{name}="{value}"]')


def wait_selected(page: Page, event: str) -> None:
    wait_state(page, "selected", event)


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
    """Click a pin; its events in the order of the table, which is that of the steps, the first one selected."""
    x, y, ids = on_map(page, place)
    page.mouse.move(x, y)
    hovered = "([place, ids]) => String(document.querySelector(place)._hoverdata?.[0]?.customdata) === ids"
    page.wait_for_function(hovered, arg=[MAP, ",".join(ids)])  # plotly clicks what it has hovered
    page.mouse.click(x, y)
    order = page.eval_on_selector_all(f"{ATLAS} [data-event-row]", "all => all.map(one => one.dataset.eventRow)")
    told = sorted(ids, key=order.index)
    wait_selected(page, told[0])
    return told


def axis(page: Page) -> tuple[float, float]:
    """What the axis of the timeline shows, from and to, in days."""
    script = "figure => figure._fullLayout.xaxis.range.map(end => figure._fullLayout.xaxis.r2l(end) / 86_400_000)"
    first, last = page.eval_on_selector(TIMELINE, script)
    return first, last


IN_SIGHT = """figure => figure.data.filter(one => one.mode).flatMap(one => one.x.flatMap((at, number) => {
    const {range, r2l, d2l} = figure._fullLayout.xaxis;
    return r2l(range[0]) < d2l(at) && d2l(at) < r2l(range[1]) ? one.customdata[number] : [];
}))"""


def in_sight(page: Page) -> set[str]:
    """Events whose marks lie within what the axis of the timeline shows."""
    return set(page.eval_on_selector(TIMELINE, IN_SIGHT))


def rows(page: Page) -> list[dict[str, str]]:
    """The table as it is read: column name -> words, a dictionary a row. Read in one go: a rerun may redraw it."""
    script = """table => {
        const read = cells => [...cells].map(cell => cell.innerText.trim());
        return [...table.rows].map(row => read(row.cells));
    }"""
    head, *found = page.eval_on_selector('[data-testid="atlas-table"] table', script)
    names = [name.strip(" ↑↓") for name in head]
    return [dict(zip(names, cells, strict=True)) for cells in found]


def wait_lit(page: Page, wanted: set[str]) -> None:
    """Until the marks highlighted on the timeline are those of these events; trace after trace is told."""
    page.wait_for_function(
        """([place, wanted]) => {
            const lit = document.querySelector(place).data.flatMap(one => (one.selectedpoints ?? []).flatMap(at => one.customdata[at]));
            return JSON.stringify([...new Set(lit)].sort()) === JSON.stringify(wanted);
        }""",
        arg=[TIMELINE, sorted(wanted)],
    )


def pressed(page: Page) -> set[str]:
    """Events whose words in the text are highlighted."""
    chosen = page.locator(f'{ATLAS} button[data-event][aria-pressed="true"]')
    return set(chosen.evaluate_all("all => all.map(one => one.dataset.event)"))

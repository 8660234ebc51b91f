"""The page of an archive: counts in time and on the map, narrowing each other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import App, serving
from viz.engine.batch import Job
from viz.engine.batch.ledger import Ledger
from viz.engine.batch.work import process
from viz.reading import bundled

pytestmark = pytest.mark.browser

ARCHIVE = '[data-testid="archive"]'
MAP, TIMELINE = '[data-figure="map"]', '[data-figure="timeline"]'


@pytest.fixture(scope="module")
def archive_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own on the bundled articles, read as an archive."""
    folder = tmp_path_factory.mktemp("archive")
    records = ({"id": one.source, "text": one.text, "dct": str(one.published)} for one in bundled())
    (folder / "in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    job = Job(folder / "in.jsonl", folder / "out")
    ledger = Ledger(job)
    for chunk in ledger.todo():
        process(chunk, str(ledger.folder), str(job.tier))
    with serving(VIZ_ARCHIVE=str(folder / "out")) as address:
        yield address


@pytest.fixture
def archive(context: BrowserContext, archive_address: str) -> Iterator[App]:
    app = App(context.new_page(), archive_address)
    app.page.on("request", app.note)
    app.page.goto(f"{archive_address}/archive")
    app.page.wait_for_selector(f'{ARCHIVE}[data-ready="1"]')
    yield app
    app.page.close()
    assert app.outside == []


def count(page: Page) -> int:
    return int(page.get_attribute(ARCHIVE, "data-count") or 0)


def wait_for_another_count(page: Page, old: int) -> int:
    page.wait_for_function("([place, old]) => document.querySelector(place).dataset.count !== old", arg=[ARCHIVE, str(old)])
    return count(page)


def test_dragging_on_the_timeline_and_clicking_a_bubble_narrow_everything(archive: App) -> None:
    page = archive.page
    everything = count(page)
    assert everything > 50
    box = page.locator(TIMELINE).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 60, steps=6)
    page.mouse.up()
    ranged = wait_for_another_count(page, everything)
    assert ranged < everything
    assert "start=" in page.url
    expect(page.get_by_text(re.compile(rf"^{ranged:,} events from "))).to_be_visible()
    x, y = page.eval_on_selector(MAP, """figure => {
        const bubbles = figure.data.find(one => one.name === "clusters");
        const {x, y} = figure._fullLayout.map._subplot.map.project([bubbles.lon[0], bubbles.lat[0]]);
        const box = figure.getBoundingClientRect();
        return [box.x + x, box.y + y];
    }""")  # fmt: skip
    page.mouse.move(x, y)
    page.wait_for_function("place => document.querySelector(place)._hoverdata?.length", arg=MAP)
    page.mouse.click(x, y)
    near = wait_for_another_count(page, ranged)
    assert near < ranged
    page.reload()
    page.wait_for_selector(f'{ARCHIVE}[data-ready="1"][data-count="{near}"]')
    page.get_by_role("button", name="Clear filters").click()
    assert wait_for_another_count(page, near) == everything


def test_words_that_nothing_tells_leave_a_clear_sentence(archive: App) -> None:
    page = archive.page
    page.get_by_label("Words").fill("zebra")
    page.get_by_label("Words").press("Enter")
    expect(page.get_by_text("No event passes the filters.")).to_be_visible()

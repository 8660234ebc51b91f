"""The linked view as one file, opened from disk by a browser that finds no other machine."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.seen import (
    ATLAS,
    TIMELINE,
    axis,
    click_on_map,
    in_sight,
    marked,
    pane,
    pressed,
    rows,
    state,
    wait_lit,
    wait_selected,
    wait_state,
)
from viz.atlas import BASEMAP_URL
from viz.charts.lanes import extent_of
from viz.charts.map import map_figure
from viz.charts.theme import DARK, LIGHT
from viz.engine.export import archive
from viz.engine.filters import Clock, Filter, matching
from viz.engine.pipeline import read
from viz.formats import render
from viz.model import Article, Basis, Event, Reading, Status, Timeline, When
from viz.reading import bundled

pytestmark = pytest.mark.browser

READY = f'{ATLAS}[data-ready="1"]'


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(bundled()[0])


@pytest.fixture(scope="module")
def file(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "story.html"
    path.write_text(str(render(Timeline((reading,)), "html")), encoding="utf-8")
    return path


@pytest.fixture
def offline(browser: Browser) -> Iterator[BrowserContext]:
    """A context that reaches nothing, and a failure for whatever it asks for beside files and what is in them."""
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: asked.append(f"error: {error.error}"))
    yield context
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []


def opened(context: BrowserContext, file: Path, behind: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{file.as_uri()}#{behind}")
    page.wait_for_selector(READY, timeout=30_000)
    return page


def test_one_click_anywhere_selects_everywhere(offline: BrowserContext, file: Path, reading: Reading) -> None:
    page = opened(offline, file)
    expect(page.get_by_text("Find here")).to_be_hidden()  # there is no library beside a file
    assert marked(page) == {event.id for event in reading.events}
    chosen = next(event for event in reading.events if event.when and event.where)
    page.click(f'button[data-event="{chosen.id}"]')
    wait_selected(page, chosen.id)
    page.wait_for_function("id => location.hash.includes(id)", arg=chosen.id)
    wait_lit(page, {chosen.id})
    expect(page.locator('[data-testid="atlas-card"] h2')).to_have_text(chosen.headline)
    expect(page.locator("tr.current")).to_have_attribute("data-event-row", chosen.id)
    here = click_on_map(page, "Bishkek")
    assert pressed(page) == set(here)


EPOCH = date(1970, 1, 1).toordinal()
FILTERS = {
    "places=Bishkek": Filter(places=("Bishkek",)),
    "places=Kyrgyzstan": Filter(places=("Kyrgyzstan",)),
    "statuses=reported": Filter(statuses=(Status.REPORTED,)),
    "statuses=happened&statuses=planned": Filter(statuses=(Status.HAPPENED, Status.PLANNED)),
    "words=NOTE+kazakh": Filter(words="NOTE kazakh"),
    "start=2017-09-01&end=2017-09-19": Filter(start=date(2017, 9, 1), end=date(2017, 9, 20)),
    "end=2017-08-31": Filter(end=date(2017, 9, 1)),
    "who=Nursultan+Nazarbayev": Filter(participants=("Nursultan Nazarbayev",)),
}


def test_a_filter_leaves_what_python_leaves_and_counts_as_python_counts(offline: BrowserContext, file: Path, reading: Reading) -> None:
    page = opened(offline, file)
    for behind, wanted in FILTERS.items():
        left = matching(reading.events, wanted)
        assert 0 < len(left) < len(reading.events)
        show(page, behind)
        wait_state(page, "events", str(len(left)))
        assert {row["What"] for row in rows(page)} == {event.headline for event in left}, behind
        expect(page.locator('[data-testid="counts"]')).to_have_text(f"{len(left)} of {len(reading.events)} events")
        drawn = map_figure(left, theme=LIGHT, base_url=BASEMAP_URL, around=reading.events)
        wait_drawn(page, "timeline", {event.id for event in left if event.when})
        fitted = extent_of(left, Clock.HAPPENED, reading.article.published)
        assert axis(page) == pytest.approx((fitted.first - EPOCH, fitted.last - EPOCH), abs=0.01)
        wait_drawn(page, "map", {event.id for event in left if event.where})
        assert told_by(pane(page, "map")["data"]) == told_by(json.loads(drawn.to_json())["data"]), behind


def show(page: Page, behind: str) -> None:
    page.evaluate("behind => { location.hash = behind; }", behind)


def wait_drawn(page: Page, name: str, wanted: set[str]) -> None:
    """Until the marks of a pane stand for these events and no others."""
    page.wait_for_function(
        """([name, wanted]) => {
            const { data } = document.querySelector(`[data-testid="atlas-${name}"] .js-plotly-plot`);
            const ids = new Set(data.flatMap(one => (one.customdata ?? []).flat()));
            return JSON.stringify([...ids].sort()) === JSON.stringify(wanted);
        }""",
        arg=[name, sorted(wanted)],
    )


def told_by(traces: list[dict[str, Any]]) -> dict[tuple[str, str], Any]:
    """What each mark of the map says, by its trace and its events, in whatever order they lie."""
    pins = next((trace["customdata"] for trace in traces if trace.get("name") == "places"), [])
    found = {}
    for trace in traces:
        marks = trace.get("customdata") or (pins if trace.get("name") in {"rims", "names", "counts"} else [])
        for at, ids in enumerate(marks):
            marker = trace.get("marker", {})
            parts = [trace.get("text"), trace.get("hovertext"), trace.get("z"), trace.get("lat"), trace.get("locations"),
                     marker.get("color"), marker.get("size"), marker.get("line", {}).get("color")]  # fmt: skip
            key = (trace["name"], f"{ids} {trace['locations'][at] if 'locations' in trace else ''}")
            found[key] = [part[at] if isinstance(part, list) else part for part in parts]
    return found


def test_filters_are_set_and_cleared_by_hand(offline: BrowserContext, file: Path, reading: Reading) -> None:
    page = opened(offline, file)
    page.locator("summary", has_text="Status").click()
    page.get_by_role("checkbox", name="reported").check()
    wait_state(page, "events", str(sum(event.status is Status.REPORTED for event in reading.events)))
    page.keyboard.press("Escape")
    page.get_by_label("Words").fill("nothing of the kind")
    expect(page.locator(".atlas .empty")).to_contain_text("No event passes the filters")
    page.get_by_role("button", name="Clear filters").first.click()
    wait_state(page, "events", str(len(reading.events)))
    assert page.evaluate("location.hash") in ("", "#")


def test_the_keyboard_steps_and_the_clock_turns(offline: BrowserContext, file: Path, reading: Reading) -> None:
    page = opened(offline, file)
    page.keyboard.press("ArrowRight")
    first = rows(page)[0]["What"]
    expect(page.locator('[data-testid="atlas-card"] h2')).to_have_text(first)
    page.keyboard.press("Escape")
    wait_selected(page, "")
    page.get_by_role("button", name="When it was said").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash.includes('clock=said')")
    told = {event.id for event in reading.events if event.said}
    wait_drawn(page, "timeline", told)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation_by_day_or_night(offline: BrowserContext, file: Path, reading: Reading, scheme: Any) -> None:
    page = offline.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{file.as_uri()}#event={reading.events[0].id}")
    page.wait_for_selector(READY, timeout=30_000)
    assert page.get_attribute(ATLAS, "data-theme") == scheme
    found = Axe().run(page).response["violations"]
    serious = [f"{one['id']}: {node['html'][:160]}" for one in found if one["impact"] in {"serious", "critical"} for node in one["nodes"]]
    assert serious == []
    page.click("#light")
    wait_state(page, "theme", "light" if scheme == "dark" else "dark")


def test_on_paper_it_is_two_pages(offline: BrowserContext, reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "paper.html"
    path.write_text(str(render(Timeline((replace(reading, events=reading.events[:8], alarms=()),)), "html")), encoding="utf-8")
    page = opened(offline, path)
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") == 2
    timeline = '[data-testid="atlas-timeline"] .js-plotly-plot'
    page.wait_for_function("place => { const it = document.querySelector(place); return Math.abs(it._fullLayout.width - it.clientWidth) < 1; }", arg=timeline)


def test_by_night_paper_is_white_and_the_screen_dark_again_afterwards(offline: BrowserContext, file: Path) -> None:
    page = offline.new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(file.as_uri())
    page.wait_for_selector(READY, timeout=30_000)
    colour = "() => document.querySelector('[data-testid=\"atlas-timeline\"] .js-plotly-plot').layout.font.color"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(f"ink => ({colour})() === ink", arg=LIGHT.ink)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('.atlas')).color") == "rgb(31, 29, 26)"
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"ink => ({colour})() === ink", arg=DARK.ink)


def test_an_iframe_opens_it_at_an_event_and_moves_it_to_another(offline: BrowserContext, file: Path, reading: Reading) -> None:
    first, second = reading.events[0].id, reading.events[2].id
    outside = file.with_name("outside.html")
    outside.write_text(f'<iframe src="story.html#event={first}" width="900" height="700"></iframe>', encoding="utf-8")
    page = offline.new_page()
    page.goto(outside.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.locator(ATLAS)).to_have_attribute("data-selected", first, timeout=30_000)
    page.evaluate("id => { document.querySelector('iframe').src = `story.html#event=${id}`; }", second)
    expect(frame.locator(ATLAS)).to_have_attribute("data-selected", second)


def test_a_link_that_fits_nothing_still_opens(offline: BrowserContext, file: Path, reading: Reading) -> None:
    page = opened(offline, file, "clock=cuckoo&statuses=sad&kinds=none")
    assert state(page, "events") == str(len(reading.events))
    for behind in ("event=gone", "start=2017-99-99", "end=2017-02-30", "article=none", "%", "mode=jump&sort=zzz"):
        show(page, "places=Bishkek")
        wait_state(page, "events", str(len(matching(reading.events, FILTERS["places=Bishkek"]))))
        show(page, behind)
        wait_state(page, "events", str(len(reading.events)))
        assert state(page, "selected") == ""


def test_what_lies_far_from_the_rest_is_counted_beside_the_axis_and_one_press_or_step_away(offline: BrowserContext, tmp_path: Path) -> None:
    page = opened(offline, written([date(1998, 5, 1), *(date(2020, 3, day) for day in range(1, 13))], tmp_path))
    outside = page.get_by_test_id("atlas-outside")
    expect(outside).to_have_text("‹ 1 earlier")
    assert in_sight(page) == {f"e{i}" for i in range(1, 13)}
    page.keyboard.press("ArrowRight")
    wait_selected(page, "e0")
    expect(outside).to_have_text("12 later ›")
    assert in_sight(page) == {"e0"}
    outside.click()
    expect(outside).to_be_hidden()
    assert in_sight(page) == {f"e{i}" for i in range(13)}


def written(days: list[date], folder: Path) -> Path:
    """The page of events on these days."""
    article = Article.of("It happened. " * len(days), published=max(days))
    events = [
        Event(f"e{i}", article.id, (13 * i, 13 * i + 12), (13 * i, 13 * i + 2), f"Event {i} was of a kind & long to tell", Status.HAPPENED,
              when=When.day(day, Basis.EXPLICIT), unplaced="Nobody says where.")
        for i, day in enumerate(days)
    ]  # fmt: skip
    path = folder / "written.html"
    path.write_text(str(render(Timeline((Reading(article, events=tuple(events)),)), "html")), encoding="utf-8")
    return path


LABELS = """place => [...document.querySelectorAll(`${place} .textpoint text`)].map(label => {
    const {left, right, top} = label.getBoundingClientRect();
    return [Math.round(top), left, right, label.textContent.trim()];
}).filter(label => label[3])"""


def are_apart(page: Page) -> bool:
    labels = sorted(page.evaluate(LABELS, TIMELINE))
    assert len(labels) > 5
    return all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(labels))


def test_labels_are_cut_where_the_next_one_begins_at_any_width_and_on_paper(offline: BrowserContext, tmp_path: Path) -> None:
    page = opened(offline, written([date(2020, 1, 1) + timedelta(30 * i) for i in range(12)], tmp_path))
    whole = [label[3] for label in page.evaluate(LABELS, TIMELINE)]
    assert are_apart(page)
    page.set_viewport_size({"width": 980, "height": 900})
    page.wait_for_function(f"([place, whole]) => String(({LABELS})(place).map(label => label[3])) !== whole", arg=[TIMELINE, ",".join(whole)])
    assert are_apart(page)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_function(f"([place, whole]) => String(({LABELS})(place).map(label => label[3])) === whole", arg=[TIMELINE, ",".join(whole)])
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function("place => document.querySelector(place)._fullLayout.width === 688", arg=TIMELINE)
    assert are_apart(page)
    assert not any("&am" in label[3] for label in page.evaluate(LABELS, TIMELINE))


EVIL = '</script><script>window.ran=1</script><img src=x onerror="window.ran=1">{style}\u2028"\'&lt;b&gt;'


def evil_timeline() -> Timeline:
    article = Article.of(f"{EVIL} broke out. It was {EVIL}.", title=EVIL, published=date(2020, 3, 10), source=EVIL)
    event = Event("e1", article.id, (0, 20), (2, 9), EVIL, Status.HAPPENED, undated=EVIL, unplaced=EVIL, source=EVIL)
    return Timeline((Reading(article, events=(event, replace(event, id=EVIL, trigger=(10, 15))), notes=(EVIL,)),))


def test_script_in_titles_texts_and_names_stays_words(offline: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "evil.html"
    path.write_text(str(render(evil_timeline(), "html")), encoding="utf-8")
    page = opened(offline, path)
    assert page.evaluate("window.ran") is None
    assert page.text_content("h1") == EVIL
    assert page.locator("img, main script, header script").count() == 0
    assert (page.text_content(f"{ATLAS} .story") or "").startswith(EVIL)


def test_without_scripts_there_is_a_table(browser: Browser, file: Path, reading: Reading) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("noscript tbody tr").count() == len(reading.events)
    assert reading.events[0].headline in (page.text_content("noscript table") or "")
    context.close()


def test_it_is_small_and_holds_everything_and_two_articles_take_turns(
    offline: BrowserContext, file: Path, reading: Reading, tmp_path: Path
) -> None:
    written = file.read_text(encoding="utf-8")
    assert len(written) < 8_000_000
    inside = written.split('id="timeline">')[1].split("</script>")[0]
    assert archive.read(html.unescape(inside)) == Timeline((reading,))
    other = evil_timeline().readings[0]
    path = tmp_path / "two.html"
    path.write_text(str(render(Timeline((reading, other)), "html")), encoding="utf-8")
    page = opened(offline, path)
    page.select_option("#articles", other.article.id)
    wait_state(page, "events", str(len(other.events)))
    assert other.article.id in page.evaluate("location.hash")

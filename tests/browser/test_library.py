"""The library: what is added outlives the server, is found by what happens in it, shown together, removed and restored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import App, serving
from tests.browser.seen import ATLAS, MAP, marked, on_map, rows
from tests.browser.shelved import ALSO, BRIDGE, FIRE, reading, settled, shelved
from tests.browser.test_adding import add
from viz.engine.library import Library
from viz.engine.library.address import file_address
from viz.model import Article

pytestmark = pytest.mark.browser

NEARER = "([place, zoom]) => document.querySelector(place).layout.map.zoom > zoom"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with three articles, the shared one of the other tests being empty."""
    with shelved(tmp_path_factory.mktemp("library") / "library.sqlite", FIRE, ALSO, BRIDGE) as found:
        yield found


def library(app: App) -> Page:
    """The library page, with every article read."""
    app.page.goto(f"{app.address}/library")
    app.page.get_by_role("heading", name="Library").wait_for()
    app.page.locator('.st-key-search, [data-testid="stText"]').first.wait_for()
    page = settled(app)
    button = page.get_by_role("button", name="Read now")
    if button.count():
        button.click()
        expect(button).to_have_count(0, timeout=30_000)
    return page


def search(page: Page, label: str, words: str) -> None:
    box = page.get_by_label(label, exact=True)
    box.fill(words)
    box.press("Enter")


def test_what_is_added_outlives_the_server(context: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "library.sqlite"
    url = f"sqlite:///{path}"
    with serving(VIZ_DATABASE_URL=url, VIZ_MODEL="none") as address:
        app = App(context.new_page(), address)
        assert "Nothing is kept yet" in library(app).inner_text("body")
        assert not path.exists()
        add(app, BRIDGE.text, "A bridge to remember")
        query = app.page.url.partition("?")[2]
        app.page.close()
    assert path.exists()
    with serving(VIZ_DATABASE_URL=url, VIZ_MODEL="none") as address:
        app = App(context.new_page(), address)
        page = app.open(query, drawn=False).page
        expect(page.get_by_role("heading", name="A bridge to remember")).to_be_visible()
        expect(page.get_by_test_id("atlas-article")).to_contain_text("Engineers opened a bridge")
        app.page.close()


def test_articles_are_listed_found_by_words_and_opened(app: App) -> None:
    page = library(app)
    expect(page.get_by_role("heading", name="3 articles")).to_be_visible()
    expect(page.get_by_text("The Valley Post, published 4 May 2019, 3 events")).to_be_visible()
    search(page, "Words", "bridge")
    expect(page.get_by_role("heading", name="1 event in 1 article")).to_be_visible()
    expect(page.get_by_role("heading", name="1 article", exact=True)).to_be_visible()
    page.locator(".st-key-found").get_by_role("link").first.click()
    page.wait_for_url(re.compile(f"article={BRIDGE.id}.*event="))
    app.settle(drawn=False)
    expect(page.get_by_test_id("atlas-card")).to_contain_text("Engineers opened a bridge")


def test_each_part_of_the_search_narrows(app: App) -> None:
    page = library(app)
    found = page.locator(".st-key-found")
    search(page, "Who", "police")
    expect(found).to_contain_text("Police arrested")
    expect(found.get_by_role("link")).to_have_count(1)
    search(page, "Who", "")
    page.get_by_role("combobox", name="Kind").click()
    page.get_by_role("option", name="economy").click()
    expect(found).to_contain_text("Engineers opened a bridge")


def test_an_area_narrows(app: App) -> None:
    page = library(app)
    page.get_by_role("button", name="Area").click()
    search(page, "West", "74.4")
    found = page.locator(".st-key-found")
    expect(found).to_contain_text("Bishkek")
    expect(found.get_by_role("link")).to_have_count(1)


@pytest.mark.parametrize(("label", "day", "count"), [("From", "20210101", 1), ("To", "20190502", 2)])
def test_a_day_of_the_search_narrows(app: App, label: str, day: str, count: int) -> None:
    page = library(app)
    page.get_by_role("spinbutton", name=f"year, {label}").click()
    page.keyboard.type(day)
    page.locator("h2").first.click()  # once left, the field is taken as filled in
    expect(page.locator(".st-key-found").get_by_role("link")).to_have_count(count)


@pytest.mark.parametrize(("article", "place", "count"), [(FIRE, "Osh", "2 events in 2 articles"), (ALSO, "Bishkek", "1 event in 1 article")])
def test_what_lies_on_the_map_now_is_found_until_everything_is_asked_for_again(app: App, article: Article, place: str, count: str) -> None:
    library(app)
    page = app.open(f"article={article.id}").page
    x, y, _ = on_map(page, place)
    page.mouse.move(x, y)
    for _ in range(8):  # so near that every other place has left the map
        page.mouse.wheel(0, -300)
        page.wait_for_timeout(60)
    page.wait_for_function(NEARER, arg=[MAP, 7.5])
    page.get_by_role("button", name="Find here").click()
    page.wait_for_url("**/library?**ground=**")
    expect(page.get_by_text("Only what lies on the map as you left it: ")).to_be_visible()
    expect(page.get_by_role("heading", name=count)).to_be_visible()
    captions = page.locator(".st-key-found").get_by_text("(KG)")
    expect(captions).to_have_count(int(count[0]))
    page.reload()
    expect(captions.first).to_contain_text(f"{place} (KG).")
    page.get_by_role("button", name="Everywhere").click()
    expect(page.get_by_role("heading", name="3 articles")).to_be_visible()
    expect(page.locator(".st-key-found")).to_have_count(0)
    assert "ground" not in page.url


def test_back_leads_from_what_was_found_to_the_map(app: App) -> None:
    page = app.open(f"article={FIRE.id}&words=mayor").page
    page.get_by_role("button", name="Find here").click()
    page.wait_for_url("**/library?**ground=**")
    page.get_by_role("heading", name="Library").wait_for()
    page.go_back()
    app.settle()
    expect(page.get_by_role("heading", name=FIRE.title)).to_be_visible()
    assert len(rows(page)) == 1


def test_an_address_with_a_ground_that_is_none_searches_everywhere(app: App) -> None:
    library(app)
    app.page.goto(f"{app.address}/library?ground=here")
    expect(app.page.get_by_role("heading", name="3 articles")).to_be_visible()


def test_nothing_found_is_said(app: App) -> None:
    page = library(app)
    search(page, "Words", "zeppelin")
    expect(page.get_by_role("heading", name="0 events in 0 articles")).to_be_visible()


def test_an_article_is_removed_and_restored(app: App) -> None:
    page = library(app)
    row = page.locator(f".st-key-article_{BRIDGE.id}")
    row.get_by_role("button", name="Remove").click()
    expect(row).to_have_count(0)
    expect(page.get_by_text("Removed: A bridge for Batken")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(row).to_have_count(1)
    expect(page.get_by_text("Removed:")).to_have_count(0)


def test_several_articles_are_shown_together_with_their_sources_and_disagreements(app: App) -> None:
    page = library(app)
    button = page.get_by_role("button", name="Show")
    expect(button).to_be_disabled()
    for article in (FIRE, ALSO):
        page.locator(f".st-key-choose_{article.id} label").click()
    expect(button).to_have_text("Show 2 together")
    button.click()
    page.wait_for_url("**/together?article=**")
    app.settle()
    expect(page.get_by_role("heading", name="Fire destroys market in Osh, and 1 more")).to_be_visible()
    assert len(rows(page)) == len(marked(page)) == 4
    expect(page.get_by_test_id("tray-alarms")).to_contain_text("Reports disagree about the date.")
    page.locator(f"{ATLAS} button[data-event]", has_text="destroyed").first.click()
    card = page.get_by_test_id("atlas-card")
    expect(card).to_contain_text("The Valley Post (Fire destroys market in Osh); The Capital (Market in Osh burns down)")
    page.wait_for_url("**event=**")
    page.reload()
    expect(card).to_contain_text("The Capital")


# What can be tapped (a field by its frame), and whatever is too low for a finger or sticks out of the screen.
TOO_SMALL = """() => {
    const tapped = ["button:not([data-testid=stDateInputField] *, [role=group] *)", "a:not([href*='#'])", ".stCheckbox label", "[role=group]",
                    "[data-testid=stTextInputRootElement]", "[data-testid=stDateInputField]"].join();
    const all = [...document.querySelectorAll(`.stMainBlockContainer :is(${tapped})`)].filter(one => one.checkVisibility() && one.clientWidth);
    const boxes = all.filter(one => !one.closest("[data-testid=stDateInputFieldsScroller]")).map(one => [one, one.getBoundingClientRect()]);
    const bad = boxes.filter(([, box]) => box.height < 44 || box.width < 44 || box.left < 0 || box.right > innerWidth);
    return { all: boxes.length, bad: bad.map(([one, box]) => `${one.outerHTML.slice(0, 120)} ${box.width}x${box.height}`) };
}"""


def test_on_a_phone_everything_can_be_tapped_and_nothing_is_cut(app: App) -> None:
    app.page.set_viewport_size({"width": 390, "height": 844})
    page = library(app)
    search(page, "Words", "fire")
    expect(page.get_by_role("heading", name="2 events in 2 articles")).to_be_visible()
    found = page.evaluate(TOO_SMALL)
    assert found["all"] > 12
    assert found["bad"] == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") == 390
    cut = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"
    assert page.locator('.stMainBlockContainer :is([data-testid="stPageLink-NavLink"], p)').evaluate_all(cut) == []


def test_a_selection_nobody_keeps_is_said(app: App) -> None:
    app.page.goto(f"{app.address}/together?article=aaa~bbb")
    expect(app.page.get_by_text("These articles are not kept here any more.")).to_be_visible()


def test_the_library_is_reached_from_the_article_and_back(app: App) -> None:
    page = reading(app, FIRE)
    page.get_by_role("link", name="Library").click()
    expect(page.get_by_role("heading", name="Library")).to_be_visible()
    page.get_by_role("link", name="Fire destroys market in Osh").click()
    page.wait_for_url(f"**article={FIRE.id}**")
    app.settle(drawn=False)
    expect(page.get_by_role("heading", name="Fire destroys market in Osh")).to_be_visible()


def test_an_article_links_to_others_that_share_its_places_and_people(context: BrowserContext, tmp_path: Path) -> None:
    texts = [f"OSH, May {day} - Sadyr Japarov met Ruslan Kazakbaev in Osh on {day} May 2021." for day in (3, 4, 5)]
    titles = ["Talks", "[Talks](https://example.org) for $5 to $6", "Third talks"]
    mine, other, third = (Article.of(text, title=title, published=date(2021, 5, 6)) for text, title in zip(texts, titles, strict=True))
    path = tmp_path / "library.sqlite"
    with shelved(path, mine, BRIDGE) as address:
        app = App(context.new_page(), address)
        library(app)
        page = reading(app, mine)
        section = page.locator(".st-key-also")
        expect(section).to_have_count(0)

        kept(path, other)
        library(app)
        reading(app, mine)
        expect(section.locator(".st-key-also_search_0")).to_have_text(f"Osh{other.title}")
        expect(section.locator(".st-key-also_person_0")).to_have_text(re.compile(f"^(Sadyr Japarov|Ruslan Kazakbaev){re.escape(other.title)}$"))
        section.get_by_role("button", name=other.title).first.click()
        page.wait_for_url(f"**article={other.id}**")
        expect(page.get_by_role("heading", name=other.title)).to_be_visible()
        page.reload()
        expect(section.get_by_role("button", name="Talks", exact=True).first).to_be_visible()

        kept(path, third, replace(third, id="another"))
        library(app)
        for field, label, asked in (("search", "Words", "Osh"), ("person", "Who", "Sadyr Japarov")):
            reading(app, mine)
            section.locator(f"[class*='st-key-also_{field}_']", has_text=asked).get_by_role("link", name="3 other articles").click()
            page.wait_for_url(f"**/library?{field}=**")
            expect(page.get_by_role("heading", name="4 articles", exact=True)).to_be_visible()
            page.reload()
            expect(page.get_by_label(label, exact=True)).to_have_value(asked)
            expect(page.get_by_role("heading", name="4 articles", exact=True)).to_be_visible()
            search(page, label, "")
            expect(page.get_by_role("heading", name="5 articles", exact=True)).to_be_visible()
            assert field not in page.url
        page.close()


def kept(path: Path, *articles: Article) -> None:
    """Keep more articles in the library of a running server."""
    store = Library(file_address(path))
    for article in articles:
        store.keep(article)
    store.close()

"""Correcting an event in the app: every field, undone and redone, kept over a restart, taken elsewhere, and two at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import RAN, App
from tests.browser.seen import ATLAS, MAP, rows
from tests.browser.shelved import ALSO, BRIDGE, FIRE, reading, settled, shelved
from viz.model import Article

pytestmark = pytest.mark.browser

CARD = "atlas-card"
PIN = Article.of(
    "NARYN, May 7 - Police arrested a driver in Naryn on 6 May 2019.",
    title="A driver arrested", published=date(2019, 5, 7), source="The Valley Post",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the reports; each test corrects an article, or an event of it, of its own."""
    with shelved(tmp_path_factory.mktemp("correcting") / "library.sqlite", FIRE, ALSO, BRIDGE, PIN) as found:
        yield found


def select(page: Page, words: str) -> None:
    mark = page.locator(f"{ATLAS} button[data-event]", has_text=words).first
    mark.click()
    page.wait_for_url(f"**event={mark.get_attribute('data-event')}*")  # Python has been told
    page.wait_for_selector(RAN)  # and has answered
    expect(page.get_by_role("button", name="Correct", exact=True)).to_be_enabled()


def dialog_for(page: Page, words: str) -> Locator:
    select(page, words)
    page.get_by_role("button", name="Correct", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Headline").wait_for()
    return dialog


def fill(dialog: Locator, label: str, words: str) -> None:
    box = dialog.get_by_label(label, exact=True)
    box.fill(words)
    box.press("Enter")


def pick(dialog: Locator, label: str, option: str) -> None:
    dialog.get_by_role("combobox", name=label, exact=True).click()
    dialog.page.get_by_role("option", name=option).first.click()


def save(app: App, dialog: Locator, button: str = "Save") -> Page:
    dialog.get_by_role("button", name=button, exact=True).click()
    dialog.wait_for(state="hidden")
    return settled(app)


def press(app: App, name: str) -> Page:
    app.page.get_by_role("button", name=name, exact=True).click()
    return settled(app)


def test_nothing_can_be_corrected_before_an_event_is_selected(app: App) -> None:
    expect(reading(app, FIRE).get_by_role("button", name="Correct", exact=True)).to_be_disabled()


def test_every_field_of_an_event_is_corrected_undone_redone_and_there_after_a_reload(app: App) -> None:
    page = reading(app, FIRE)
    dialog = dialog_for(page, "visited")
    fill(dialog, "Headline", "The mayor came to Batken")
    fill(dialog, "Another date", "6 May 2019")
    expect(dialog.get_by_text("That is 6 May 2019.")).to_be_visible()
    fill(dialog, "Another place", "Jalal-Abad")
    expect(dialog.get_by_role("combobox", name="Place", exact=True)).to_have_value(re.compile("Jalal-Abad"))
    pick(dialog, "Status", "reported")
    pick(dialog, "Kind", "election")
    fill(dialog, "Who (separate with ;)", "Aida Asanova; the mayor")
    fill(dialog, "Source", "the city hall")
    fill(dialog, "Your name, for the history", "Aida")
    save(app, dialog)
    card = page.get_by_test_id(CARD)
    for said in ("The mayor came to Batken", "6 May 2019", "Jalal-Abad", "reported", "election", "Aida Asanova, the mayor", "the city hall"):
        expect(card).to_contain_text(said)
    expect(card).to_contain_text(re.compile(r"Corrected by Aida on \d+ \w+ \d{4}\."))
    assert "The mayor came to Batken" in [row["Event"] if "Event" in row else row["What"] for row in rows(page)]
    press(app, "Undo")
    for said in ("the city hall", "The mayor came to Batken", "Jalal-Abad", "Corrected by"):
        expect(card).not_to_contain_text(said)
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_disabled()
    press(app, "Redo")
    for said in ("the city hall", "The mayor came to Batken", "Jalal-Abad"):
        expect(card).to_contain_text(said)
    page.reload()
    expect(card).to_contain_text("the city hall")
    press(app, "History")
    history = page.get_by_role("dialog")
    hour = r", \d\d:\d\d"
    expect(history).to_contain_text(re.compile(r"Changed the headline from “The mayor .*visited Batken” to “The mayor came to Batken”" + hour))
    expect(history).to_contain_text(re.compile("Changed the date from 4 May 2019 to 6 May 2019" + hour))
    expect(history).to_contain_text(re.compile(r"Changed the place from Batken.* \(KG\) to Jalal-Abad.* \(KG\)" + hour))
    expect(history).to_contain_text(re.compile("Took back: changed the source from the article itself to the city hall" + hour))
    expect(history).to_contain_text(re.compile(r"“visited”, \d+ \w+ \d{4}, Aida"))


def test_a_candidate_is_chosen_a_pin_is_moved_and_a_date_is_taken_away(app: App) -> None:
    page = reading(app, ALSO)
    dialog = dialog_for(page, "arrested")
    dialog.get_by_text("Move the pin").click()
    fill(dialog, "Latitude", "42.5")
    pick(dialog, "Date", "no date")
    save(app, dialog)
    card = page.get_by_test_id(CARD)
    expect(card).to_contain_text("A reader has taken it away.")
    expect(page.get_by_test_id("atlas-tray")).to_contain_text("Without a date")
    dialog = dialog_for(page, "arrested")
    pick(dialog, "Place", "region")
    save(app, dialog)
    expect(card).to_contain_text("Bishkek City")


def loose_pin(page: Page) -> Locator:
    """The pin of the selected event once it is loose on the map and the map has come to rest."""
    page.get_by_role("button", name="Move the pin", exact=True).click()
    pin = page.locator(".loose-pin")
    pin.wait_for()
    page.wait_for_function("place => !document.querySelector(place)._fullLayout.map._subplot.map.isMoving()", arg=MAP)
    return pin


def test_a_pin_is_dragged_on_the_map_pushed_with_the_keys_and_put_back(app: App) -> None:
    reading(app, PIN)
    app.settle()
    page = app.page
    select(page, "arrested")
    card = page.get_by_test_id(CARD)
    box = loose_pin(page).bounding_box()
    assert box
    page.mouse.move(box["x"] + 17, box["y"] + 17)
    page.mouse.down()
    page.mouse.move(box["x"] + 77, box["y"] + 47, steps=4)
    page.mouse.up()
    page.get_by_role("button", name="Save the pin").click()
    expect(page.locator(".loose-pin")).to_have_count(0)
    expect(card).to_contain_text("Corrected")
    press(app, "Undo")
    expect(card).not_to_contain_text("Corrected")
    pin = loose_pin(page)
    expect(pin).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Corrected")
    press(app, "Undo")
    expect(card).not_to_contain_text("Corrected")
    loose_pin(page)
    page.keyboard.press("Escape")
    expect(page.locator(".loose-pin")).to_have_count(0)
    expect(card).not_to_contain_text("Corrected")


def test_what_cannot_be_used_is_said_and_nothing_is_saved(app: App) -> None:
    page = reading(app, BRIDGE)
    dialog = dialog_for(page, "opened")
    fill(dialog, "Another date", "soonish")
    expect(dialog.get_by_text("“soonish” is no date")).to_be_visible()
    dialog.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_timeout(500)  # nothing on the screen says that the app has answered by doing nothing
    expect(dialog).to_be_visible()
    fill(dialog, "Another date", "")
    expect(dialog.get_by_text("“soonish” is no date")).to_have_count(0)  # answered: what is typed into a rerun is lost
    fill(dialog, "Another place", "Xyzzyqua")
    expect(dialog.get_by_text("No place is called “Xyzzyqua”")).to_be_visible()
    fill(dialog, "Another place", "")
    expect(dialog.get_by_text("No place is called “Xyzzyqua”")).to_have_count(0)
    fill(dialog, "Headline", " ")
    expect(dialog.get_by_text("Give a headline.")).to_be_visible()


def test_an_event_is_struck_out_and_brought_back_and_another_added(app: App) -> None:
    page = reading(app, FIRE)
    count = len(rows(page))
    save(app, dialog_for(page, "destroyed"), "Strike out this event")
    expect(page.locator(ATLAS)).to_have_attribute("data-events", str(count - 1))
    press(app, "Undo")
    expect(page.locator(ATLAS)).to_have_attribute("data-events", str(count))
    press(app, "Add an event")
    dialog = page.get_by_role("dialog")
    pick(dialog, "The sentence that tells it", "Traders met")
    headline = dialog.get_by_label("Headline")  # for a moment both sentences' fields stand, and none may be typed into
    expect(headline.and_(page.locator('[value="Traders met in Batken on 2 May 2019."]'))).to_be_visible()
    expect(headline).to_have_count(1)
    fill(dialog, "Headline", "Traders talked")
    fill(dialog, "Another date", "2 May 2019")
    save(app, dialog)
    expect(page.locator(ATLAS)).to_have_attribute("data-events", str(count + 1))
    expect(page.get_by_test_id("atlas-table")).to_contain_text("Traders talked")
    expect(page.get_by_test_id(CARD)).to_contain_text("Traders talked")


def test_an_added_event_leaves_the_marks_of_its_sentence(app: App) -> None:
    page = reading(app, FIRE)
    story = page.get_by_test_id("atlas-article")
    words, marks = story.inner_text(), story.locator("button[data-event]").all_inner_texts()
    press(app, "Add an event")
    save(app, page.get_by_role("dialog"))
    expect(story.locator("button[data-event]")).to_have_count(len(marks) + 1)
    assert story.inner_text() == words
    assert set(marks) <= set(story.locator("button[data-event]").all_inner_texts())
    expect(page.get_by_test_id(CARD)).to_contain_text("Who added it gave no date.")


def test_what_a_filter_hides_cannot_be_corrected(app: App) -> None:
    page = reading(app, FIRE)
    select(page, "destroyed")
    expect(page.get_by_role("button", name="Correct", exact=True)).to_be_enabled()
    page.get_by_label("Words").fill("Traders")
    page.get_by_label("Words").press("Enter")
    expect(page.get_by_role("button", name="Correct", exact=True)).to_be_disabled()


def test_a_place_is_corrected_in_more_mentions(app: App) -> None:
    page = reading(app, ALSO)
    reading(app, FIRE)
    dialog = dialog_for(page, "destroyed")
    fill(dialog, "Another place", "Bishkek")
    save(app, dialog)
    offer = page.locator(".st-key-offer")
    expect(offer).to_contain_text("more mention")
    offer.get_by_role("button", name="Apply to").click()
    expect(offer).to_have_count(0)
    reading(app, ALSO)
    select(page, "destroyed")
    expect(page.get_by_test_id(CARD)).to_contain_text("Bishkek")


def test_downloads_hold_what_was_corrected(app: App) -> None:
    page = reading(app, BRIDGE)
    dialog = dialog_for(page, "opened")
    fill(dialog, "Headline", "A ribbon was cut")
    save(app, dialog)
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Everything, to read back (JSON)").click()
    whole = json.loads(Path(waiting.value.path()).read_text())
    assert "A ribbon was cut" in [event["headline"] for event in whole["readings"][0]["events"]]


def test_corrections_outlive_the_server_and_are_taken_elsewhere(context: BrowserContext, tmp_path: Path) -> None:
    home, exported = tmp_path / "home.sqlite", tmp_path / "corrections.json"
    with shelved(home, BRIDGE) as address:
        app = App(context.new_page(), address)
        dialog = dialog_for(reading(app, BRIDGE), "opened")
        fill(dialog, "Headline", "A ribbon was cut")
        fill(dialog, "Another date", "28 April 2021")
        save(app, dialog)
        app.page.close()
    with shelved(home) as address:
        app = App(context.new_page(), address)
        page = reading(app, BRIDGE)
        expect(page.get_by_test_id("atlas-table")).to_contain_text("A ribbon was cut")
        press(app, "History")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Export corrections").click()
        waiting.value.save_as(exported)
        app.page.close()
    longer = Article.of(f"A note of the editor. {BRIDGE.text}", title="Another edition", published=BRIDGE.published)
    with shelved(tmp_path / "elsewhere.sqlite", longer) as address:
        app = App(context.new_page(), address)
        page = reading(app, longer)
        select(page, "opened")
        press(app, "History")
        dialog = page.get_by_role("dialog")
        dialog.locator('input[type="file"]').set_input_files(exported)
        expect(dialog.get_by_text("2 new, 0 known already, 0 about words that are not in this text")).to_be_visible()
        save(app, dialog, "Take them over")
        expect(page.get_by_test_id("atlas-table")).to_contain_text("A ribbon was cut")
        expect(page.get_by_test_id("atlas-table")).to_contain_text("28 April 2021")
        app.page.close()


def test_two_people_at_once_see_nothing_unsaved_and_settle_what_differs(browser: Browser, tmp_path: Path) -> None:
    article = replace(BRIDGE, title="A bridge for two")
    with shelved(tmp_path / "two.sqlite", article) as address:
        people = [App(browser.new_context(viewport={"width": 1440, "height": 900}).new_page(), address) for _ in range(2)]
        dialogs = [dialog_for(reading(one, article), "opened") for one in people]
        for dialog, words in zip(dialogs, ("Ribbon cut", "Bridge blessed"), strict=True):
            fill(dialog, "Headline", words)
        first, second = people
        expect(second.page.locator("body")).not_to_contain_text("Ribbon cut")
        save(first, dialogs[0])
        expect(dialogs[1].get_by_label("Headline")).to_have_value("Bridge blessed")
        save(second, dialogs[1])
        page = second.page
        press(second, "History, 1 to settle")
        history = page.get_by_role("dialog")
        expect(history).to_contain_text("was decided differently at the same time")
        expect(history.get_by_role("button", name="Keep “Bridge blessed”")).to_be_visible()
        save(second, history, "Keep “Ribbon cut”")
        expect(page.get_by_test_id(CARD)).to_contain_text("Ribbon cut")
        expect(page.get_by_role("button", name="History", exact=True)).to_be_visible()
        for one in people:
            one.page.context.close()

"""Adding an article: what cannot be read is said in a sentence, what can is shown, and markup in it stays text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import App
from tests.browser.seen import ATLAS, marked, rows

pytestmark = pytest.mark.browser

WITH_ITS_OWN_DATE = (
    "BISHKEK, April 30, 2021 - Kyrgyzstan opened a new bridge on Friday. The president visited Osh on Thursday."
)
WRONG_WEEKDAY = "Voters elected a mayor on Friday, 20 September 2017. The mayor resigned on 3 October 2017."
SCRIPT = '<script>window.hacked = 1; alert("hacked")</script>'
IMAGE = '<img src="x" onerror="window.hacked = 1">'
HOSTILE_TITLE = f"{SCRIPT} {IMAGE} ![seen](https://tracker.example/seen.png) [here](javascript:window.hacked=1)"


def open_dialog(app: App) -> Page:
    page = app.open(drawn=False).page
    page.get_by_role("button", name="Add an article").click()
    page.get_by_role("dialog").get_by_label("Text", exact=True).wait_for()
    return page


def add(app: App, text: str, title: str = "") -> Page:
    page = open_dialog(app)
    page.get_by_label("Text", exact=True).fill(text)
    if title:
        page.get_by_label("Headline").fill(title)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**article=**")
    page.get_by_role("dialog").wait_for(state="hidden")
    return page


def assert_no_traceback(page: Page) -> None:
    assert page.get_by_test_id("stException").count() == 0
    assert "Traceback" not in page.inner_text("body")


def test_what_is_no_article_is_refused_in_a_sentence_and_the_dialog_stays(app: App) -> None:
    page = open_dialog(app)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Read it").click()
    expect(dialog.get_by_role("alert")).to_have_text("The article is empty; give the text of a news article.")
    binary = {"name": "photo.bin", "mimeType": "application/octet-stream", "buffer": b"\x89PNG\x00\x01\x02\x00" * 40}
    dialog.locator('input[type="file"]').set_input_files(binary)
    expect(dialog.get_by_text("photo.bin")).to_be_visible()
    dialog.get_by_role("button", name="Read it").click()
    expect(dialog.get_by_role("alert")).to_have_text("photo.bin is a binary file; give the article as plain text.")
    assert_no_traceback(page)


def test_a_text_without_dates_and_places_gives_an_empty_view(app: App) -> None:
    page = add(app, "It is quiet. Nothing much to tell.", "A quiet day")
    expect(page.get_by_role("heading", name="A quiet day")).to_be_visible()
    expect(page.locator(".empty")).to_have_text("No events were found in this article.")
    expect(page.get_by_test_id("atlas-article")).to_contain_text("Nothing much to tell.")
    page.wait_for_selector(f'{ATLAS}[data-ready="1"]')  # an empty map is a map
    assert rows(page) == []
    assert_no_traceback(page)


def test_markup_in_text_and_headline_stays_text(app: App) -> None:
    alerts: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    app.page.on("dialog", dismiss)
    page = add(app, f"{SCRIPT}{IMAGE} President {IMAGE} visited Bishkek on 3 May 2019.", HOSTILE_TITLE)
    expect(page.get_by_test_id("atlas-article")).to_contain_text(SCRIPT)
    expect(page.locator("h2").first).to_contain_text(HOSTILE_TITLE)
    page.locator("button[data-event]").first.click()
    page.wait_for_selector(f'{ATLAS}[data-ready="1"]')
    assert page.locator('img[onerror], img[src^="https"], a[href^="javascript"]').count() == 0
    assert page.evaluate("window.hacked") is None
    assert alerts == []


def test_a_headline_is_shown_letter_by_letter(app: App) -> None:
    title = "Aid of $5 million, then $6 million: *all* of it for 2_500_000 people #1 :red[now]"
    page = add(app, "The president visited Bishkek on 3 May 2019.", title)
    expect(page.locator("h2").first).to_have_text(title)


def test_confirming_the_proposed_publication_date_places_relative_dates(app: App) -> None:
    page = add(app, WITH_ITS_OWN_DATE)
    proposal = page.locator(".st-key-proposal")
    expect(proposal).to_contain_text("When was this published?")
    expect(page.get_by_test_id("atlas-tray")).to_contain_text("Without a date")
    assert all("2021" not in row["When"] for row in rows(page))
    proposal.get_by_role("button", name="It was 30 April 2021").click()
    page.wait_for_url("**published=2021-04-30**")
    expect(proposal).to_have_count(0)
    expect(page.get_by_role("row", name="30 April 2021")).to_be_visible()
    expect(page.get_by_role("row", name="29 April 2021")).to_be_visible()
    assert len(marked(page)) == len(rows(page)) == 2


def test_a_weekday_that_does_not_fit_its_date_is_questioned_in_the_tray(app: App) -> None:
    page = add(app, WRONG_WEEKDAY)
    alarms = page.get_by_test_id("atlas-tray").get_by_test_id("tray-alarms")
    expect(alarms).to_contain_text("“Friday, 20 September 2017” cannot be right: 20 September 2017 was a Wednesday.")
    alarms.get_by_role("button", name="show it").click()
    expect(page.get_by_test_id("atlas-card")).to_contain_text("20 September 2017")

"""Adding an article each way there is: what cannot be read is said in a sentence, what can is confirmed and shown,
and markup in it stays text."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Dialog, FilePayload, Locator, Page, expect

from tests.browser.conftest import App
from tests.browser.seen import ATLAS, marked, rows
from tests.browser.web import served
from tests.reading import make
from tests.reading.pages import page as web_page

pytestmark = pytest.mark.browser

WITH_ITS_OWN_DATE = (
    "BISHKEK, April 30, 2021 - Kyrgyzstan opened a new bridge on Friday. The president visited Osh on Thursday."
)
WITHOUT_A_DATE = "BISHKEK, April 30 - Kyrgyzstan opened a new road in 2020. The president visited Osh on 3 May 2019."
WRONG_WEEKDAY = "Voters elected a mayor on Friday, 20 September 2017. The mayor resigned on 3 October 2017."
SCRIPT = '<script>window.hacked = 1; alert("hacked")</script>'
IMAGE = '<img src="x" onerror="window.hacked = 1">'
HOSTILE_TITLE = f"{SCRIPT} {IMAGE} ![seen](https://tracker.example/seen.png) [here](javascript:window.hacked=1)"
TOLD = '<meta property="article:published_time" content="2017-09-20T08:12:00+06:00">'


def open_dialog(app: App) -> Locator:
    page = app.open(drawn=False).page
    page.get_by_role("button", name="Add an article").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Text", exact=True).wait_for()
    app.settle(drawn=False)  # what is filled in while the dialog is still being answered would be lost
    return dialog


def press(dialog: Locator, name: str) -> None:
    dialog.get_by_role("button", name=name).click()


def field(dialog: Locator, name: str) -> Locator:
    return dialog.get_by_role("textbox", name=name, exact=True)


def read(app: App, dialog: Locator) -> None:
    """Have it read, and wait until the script has run through: what is filled in before that can be lost."""
    press(dialog, "Read it")
    field(dialog, "Headline").wait_for()
    app.settle(drawn=False)


def confirm(app: App, dialog: Locator, button: str = "Add it") -> Page:
    press(dialog, button)
    app.page.wait_for_url("**article=**")
    dialog.wait_for(state="hidden")
    return app.settle(drawn=False).page


def add(app: App, text: str, title: str = "") -> Page:
    dialog = open_dialog(app)
    dialog.get_by_label("Text", exact=True).fill(text)
    read(app, dialog)
    if title:
        field(dialog, "Headline").fill(title)
        field(dialog, "Headline").press("Tab")
        app.settle(drawn=False)
    press(dialog, "Add it")
    app.page.wait_for_url("**article=**")
    dialog.wait_for(state="hidden")
    return app.page


def upload(dialog: Locator, **files: bytes) -> None:
    """Choose files; names have a dot for their last underscore."""
    payloads = [FilePayload(name=".".join(name.rsplit("_", 1)), mimeType="", buffer=body) for name, body in files.items()]
    dialog.locator('input[type="file"]').set_input_files(payloads)
    expect(dialog.get_by_role("button", name=re.compile("^Remove "))).to_have_count(len(files))


def expect_proposed(dialog: Locator, day: str) -> None:
    """Whether the publication date is filled in so: "2017-09-20", or "" for an empty one."""
    for part, value in zip(("year", "month", "day"), day.split("-") if day else ("",) * 3, strict=True):
        spin = dialog.get_by_role("spinbutton", name=f"{part}, Publication date")
        if value:
            expect(spin).to_have_text(value)
        else:
            expect(spin).not_to_have_text(re.compile(r"\d"))


def assert_no_traceback(page: Page) -> None:
    assert page.get_by_test_id("stException").count() == 0
    assert "Traceback" not in page.inner_text("body")


def test_what_is_no_article_is_refused_in_a_sentence_and_the_dialog_stays(app: App) -> None:
    dialog = open_dialog(app)
    press(dialog, "Read it")
    expect(dialog.get_by_role("alert")).to_have_text("The article is empty; give the text of a news article.")
    upload(dialog, photo_bin=b"\x00\x01\x02\x00" * 40)
    press(dialog, "Read it")
    expect(dialog.get_by_role("alert")).to_have_text("photo.bin is a binary file; give the article as plain text.")
    dialog.get_by_label("or the address").fill("http://10.0.0.1/admin file:///etc/passwd")
    press(dialog, "Read it")
    expect(dialog.get_by_role("alert").nth(1)).to_contain_text("10.0.0.1 leads to this machine or its own network")
    expect(dialog.get_by_role("alert").nth(2)).to_contain_text("file:///etc/passwd is not a web address")
    assert_no_traceback(app.page)


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


def test_a_date_the_text_settles_is_filled_in_with_its_reason(app: App) -> None:
    dialog = open_dialog(app)
    dialog.get_by_label("Text", exact=True).fill(WITH_ITS_OWN_DATE)
    press(dialog, "Read it")
    expect(dialog.get_by_text("«April 30, 2021» stands where an article gives its own date.")).to_be_visible()
    expect_proposed(dialog, "2021-04-30")
    page = confirm(app, dialog)
    expect(page.get_by_role("row", name="30 April 2021")).to_be_visible()
    expect(page.get_by_role("row", name="29 April 2021")).to_be_visible()
    assert len(marked(page)) == len(rows(page)) == 2


def test_a_date_that_is_only_likely_is_offered_and_not_filled_in(app: App) -> None:
    dialog = open_dialog(app)
    dialog.get_by_label("Text", exact=True).fill(WITHOUT_A_DATE)
    press(dialog, "Read it")
    offer = dialog.get_by_role("button", name="Take 30 April").first
    offer.wait_for()
    expect_proposed(dialog, "")
    year = offer.inner_text().split()[-1]
    offer.click()
    expect_proposed(dialog, f"{year}-04-30")


def test_confirming_a_proposed_publication_date_later_places_relative_dates(app: App) -> None:
    page = add(app, WITHOUT_A_DATE)
    proposal = page.locator(".st-key-proposal")
    expect(proposal).to_contain_text("When was this published?")
    proposal.get_by_role("button", name="It was 30 April").first.click()
    expect(proposal).to_have_count(0)
    added = page.url
    assert "published" not in added  # it is kept with the article, not in the address
    page.get_by_role("link", name="Library").click()
    expect(page.get_by_text(re.compile(r"published 30 April 20\d\d")).first).to_be_visible()
    page.goto(added)
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    expect(proposal).to_have_count(0)


def test_what_was_pasted_is_there_again_after_back_and_escape_loses_nothing(app: App) -> None:
    text = "A bridge in Batken fell on 3 May 2019. Nobody was hurt."
    dialog = open_dialog(app)
    dialog.get_by_label("Text", exact=True).fill(text)
    app.page.keyboard.press("Escape")
    expect(dialog.get_by_label("Text", exact=True)).to_have_value(text)
    read(app, dialog)
    app.page.keyboard.press("Escape")
    press(dialog, "Back")
    expect(dialog.get_by_label("Text", exact=True)).to_have_value(text)
    press(dialog, "Close")
    expect(dialog).to_have_count(0)
    app.page.get_by_role("button", name="Add an article").click()
    expect(dialog.get_by_label("Text", exact=True).last).to_have_value("")  # for a moment the old field stands there too


def test_files_of_every_kind_go_in_together_and_what_fails_is_listed(app: App) -> None:
    made = datetime(2019, 5, 4, tzinfo=UTC)
    dialog = open_dialog(app)
    upload(
        dialog, rain_txt=b"It rained in Osh on 3 May 2019.", snow_md=b"---\ndate: 2019-05-04\n---\n# Snow\n\nIt **snowed** in Naryn on Friday.",
        bridge_html=web_page(TOLD), flood_pdf=make.pdf([["The river flooded Batken on 3 May 2019."]]),
        quake_docx=make.word("An earthquake shook Talas on 3 May 2019.", created=made), photo_png=b"\x89PNG", again_txt=b"It rained in Osh  on 3 May 2019 .",
    )  # fmt: skip
    press(dialog, "Read it")
    expect(dialog.get_by_role("alert").first).to_contain_text("photo.png is a picture")
    expect(dialog.get_by_text("again.txt has the same text as")).to_be_visible()
    expect(dialog.get_by_text("Bridge opens in Osh (20 September 2017)")).to_be_visible()
    expect(dialog.get_by_text("Snow (4 May 2019)")).to_be_visible()
    dialog.get_by_text("flooded Batken").first.click()
    page = confirm(app, dialog, "Add 4 of 5")
    expect(page.get_by_role("row", name="3 May 2019")).to_be_visible()
    page.get_by_role("combobox", name="Article").click()
    for title in ("Snow", "Bridge opens in Osh", "An earthquake shook Talas"):
        expect(page.get_by_role("option", name=title).first).to_be_visible()
    expect(page.get_by_role("option", name="flooded")).to_have_count(0)


def test_a_page_is_fetched_when_asked_and_its_date_confirmed(app: App) -> None:
    story = web_page(TOLD + '<meta name="author" content="Ann Lee">', story="<p>The president opened a school in Osh on Tuesday.</p>")
    with served({"/bridge": ("text/html", story)}) as (address, asked):
        dialog = open_dialog(app)
        dialog.get_by_label("or the address").fill(f"{address}/bridge")
        dialog.get_by_label("or the address").press("Tab")
        assert asked == []
        read(app, dialog)
        expect(dialog.get_by_text("article:published_time tag says 2017-09-20")).to_be_visible()
        expect_proposed(dialog, "2017-09-20")
        assert field(dialog, "Author").input_value() == "Ann Lee"
        field(dialog, "Source").fill("The Post of Osh")
        field(dialog, "Source").press("Tab")
        app.settle(drawn=False)
        page = confirm(app, dialog)
    expect(page.get_by_role("heading", name="Bridge opens in Osh")).to_be_visible()
    expect(page.get_by_text("The Post of Osh, published")).to_be_visible()
    expect(page.get_by_role("row", name="19 September 2017")).to_be_visible()
    assert asked == ["/bridge"]


def test_a_feed_is_chosen_from_and_only_what_is_chosen_is_fetched(app: App) -> None:
    with served({}) as (address, _):
        items = [f"<item><title>Story {n}</title><link>{address}/{n}</link><pubDate>Wed, 20 Sep 2017 10:00:00 GMT</pubDate></item>" for n in "123"]
    pages = {f"/{n}": ("text/html", web_page(story=f"<p>The president visited town {n} on Tuesday.</p>")) for n in "123"}
    port = int(address.rpartition(":")[2])
    with served(pages | {"/feed": ("application/rss+xml", make.rss(*items))}, port) as (address, asked):
        dialog = open_dialog(app)
        dialog.get_by_label("or the address").fill(f"{address}/feed")
        press(dialog, "Read it")
        expect(dialog.get_by_text("The feed offers 3 articles")).to_be_visible()
        dialog.get_by_text("Story 2, 20 September 2017").click()
        assert asked == ["/feed"]
        press(dialog, "Read these")
        expect(dialog.get_by_role("button", name="Add 2 of 2")).to_be_visible()
        page = confirm(app, dialog, "Add 2 of 2")
    assert asked == ["/feed", "/1", "/3"]
    expect(page.get_by_role("row", name="19 September 2017")).to_be_visible()


def test_script_in_every_field_of_every_kind_stays_text(app: App) -> None:
    quoted = HOSTILE_TITLE.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    head = f'<meta name="author" content="{quoted}"><meta property="og:site_name" content="{quoted}">{TOLD}'
    dialog = open_dialog(app)
    upload(
        dialog, page_html=web_page(head, story=f"<p>{quoted} The mayor visited Osh on 3 May 2019.</p>").replace(b"Bridge opens in Osh", quoted.encode()),
        word_docx=make.word(f"{HOSTILE_TITLE} It rained.", title=HOSTILE_TITLE[:200], author=SCRIPT, language=SCRIPT),
        report_pdf=make.pdf([[SCRIPT, IMAGE, "It snowed."]], {"Title": HOSTILE_TITLE, "Author": SCRIPT}),
        feed_xml=make.rss(f"<item><title>{quoted}</title><link>javascript:alert(1)</link><author>{quoted}</author><description>{quoted} It hailed.</description></item>"),
        **{f"{IMAGE}_txt": f"{SCRIPT} It thundered.".encode()},
    )  # fmt: skip
    press(dialog, "Read it")
    expect(dialog.get_by_text("The feed offers 1 articles")).to_be_visible()
    press(dialog, "Read these")
    page = confirm(app, dialog, "Add 5 of 5")
    page.wait_for_selector(f'{ATLAS}[data-ready="1"]')
    assert page.evaluate("window.hacked") is None
    assert page.locator('img[onerror], img[src^="https"], a[href^="javascript"]').count() == 0


def test_a_file_too_large_is_refused_without_being_sent(app: App, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(2_100_000_000)
    dialog = open_dialog(app)
    dialog.locator('input[type="file"]').set_input_files(large)
    expect(dialog.get_by_text("File must be 50.0MB or smaller.")).to_be_visible()


def test_a_sender_who_does_without_our_page_may_send_no_more_either(app: App) -> None:
    """The same request as the page's, announced as 2 GB: refused before any of it is read."""
    dialog = open_dialog(app)
    with app.page.expect_request(lambda request: "upload_file" in request.url and request.method == "PUT") as sent:
        upload(dialog, report_txt=b"It rained in Osh.")
    headers = sent.value.all_headers() | {"content-length": "2100000000"}
    url = urlsplit(sent.value.url)
    with closing(HTTPConnection(url.netloc, timeout=10)) as connection:
        connection.putrequest("PUT", url.path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            if not name.startswith(":"):
                connection.putheader(name, value)
        connection.endheaders()
        assert connection.getresponse().status == 413


def test_the_same_text_again_leads_to_the_article_that_is_there(app: App) -> None:
    dialog = open_dialog(app)
    dialog.get_by_label("Text", exact=True).fill("The president visited Karakol on 3 May 2019.")
    press(dialog, "Read it")
    confirm(app, dialog)
    first = app.page.url
    dialog = open_dialog(app)
    dialog.get_by_label("Text", exact=True).fill("the president visited karakol  on 3 may 2019")
    press(dialog, "Read it")
    expect(dialog.get_by_text("which is already here")).to_be_visible()
    press(dialog, "Open it")
    app.page.wait_for_url(first)


def test_a_weekday_that_does_not_fit_its_date_is_questioned_in_the_tray(app: App) -> None:
    page = add(app, WRONG_WEEKDAY)
    alarms = page.get_by_test_id("atlas-tray").get_by_test_id("tray-alarms")
    expect(alarms).to_contain_text("“Friday, 20 September 2017” cannot be right: 20 September 2017 was a Wednesday.")
    alarms.get_by_role("button", name="show it").click()
    expect(page.get_by_test_id("atlas-card")).to_contain_text("20 September 2017")

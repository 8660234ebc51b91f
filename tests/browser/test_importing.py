"""Importing a timeline in the app: any table through a mapping of its columns, GeoJSON, TimelineJS, our own files; shown as an
article is and beside articles, kept as the file told it, and what is no timeline refused in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import App, serving
from tests.browser.seen import carried, marked, rows
from tests.browser.shelved import FIRE, shelved
from tests.browser.test_adding import assert_no_traceback, confirm, open_dialog, press, upload
from tests.browser.test_library import library
from viz.engine import imports
from viz.formats import render

pytestmark = pytest.mark.browser

DYKES = (
    "Titel;Datum;Ort;Leute\n"
    "Deich bei Hamburg gebrochen;5 August 2017;Hamburg;Meyer\n"
    "Brücke eröffnet;2018-03;Osh;\n"
    "Stille im Land;wer weiß;;\n"
).encode()  # fmt: skip
FEATURES = [
    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [72.8, 40.5]}, "properties": {"name": "Rain", "date": "2019-05-03"}},
    {"type": "Feature", "geometry": None, "properties": {"name": "Snow", "date": "2019-05"}},
]
RAIN = json.dumps({"type": "FeatureCollection", "features": FEATURES}).encode()
SLIDES = [
    {"start_date": {"year": 2019, "month": 5, "day": 3}, "text": {"headline": "Rain"}},
    {"start_date": {"year": 2020}, "text": {"headline": "<b>Snow</b>"}},
]
DAMS = json.dumps({"title": {"text": {"headline": "The dams"}}, "events": SLIDES}).encode()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with one article, about Osh as some of the timelines are."""
    with shelved(tmp_path_factory.mktemp("importing") / "library.sqlite", FIRE) as found:
        yield found


def offered(app: App, **files: bytes) -> Locator:
    """The dialog, once files were given to it."""
    dialog = open_dialog(app)
    upload(dialog, **files)
    press(dialog, "Read it")
    return dialog


def map_column(dialog: Locator, label: str, column: str) -> None:
    box = dialog.get_by_role("combobox", name=label, exact=True)
    box.click()
    dialog.page.get_by_role("option", name=column).click()
    expect(box).to_have_value(column)


def map_dykes(dialog: Locator) -> None:
    map_column(dialog, "What happened", "Titel: Deich bei Hamburg gebrochen")
    map_column(dialog, "Date", "Datum: 5 August 2017")
    map_column(dialog, "Place", "Ort: Hamburg")


def bring_dykes(app: App) -> Page:
    dialog = offered(app, deiche_csv=DYKES)
    map_dykes(dialog)
    return confirm(app, dialog, "Import 3 events")


def test_a_table_of_any_columns_is_mapped_seen_and_imported(app: App) -> None:
    dialog = offered(app, deiche_csv=DYKES)
    expect(dialog.get_by_text("Say which column tells what happened.")).to_be_visible()
    expect(dialog.get_by_role("cell", name="wer weiß")).to_be_visible()
    expect(dialog.get_by_role("button", name="Import")).to_have_count(0)
    map_dykes(dialog)
    map_column(dialog, "People (; between them)", "Leute: Meyer")
    expect(dialog.get_by_role("cell", name="Hamburg (DE)")).to_be_visible()
    expect(dialog.get_by_text("1 without a date, 1 without a place. 'wer weiß' could not be read as a date.")).to_be_visible()
    dialog.get_by_role("textbox", name="Title").fill("Deiche und Brücken")
    dialog.get_by_role("textbox", name="Title").press("Tab")
    page = confirm(app, dialog, "Import 3 events")
    app.settle()
    expect(page.get_by_role("heading", name="Deiche und Brücken")).to_be_visible()
    expect(page.get_by_text("Imported from deiche.csv")).to_be_visible()
    expect(page.get_by_text("3 events, 2 dates, 2 places, 1 undated")).to_be_visible()
    expect(page.get_by_role("spinbutton", name="year, Publication date")).to_have_count(0)
    expect(page.locator(".st-key-proposal")).to_have_count(0)
    assert [(row["When"], row["Where"]) for row in rows(page)] == [
        ("5 August 2017", "Hamburg (DE)"), ("March 2018", "Osh (KG)"), ("no date", "no place")
    ]  # fmt: skip
    assert marked(page) == {"e1", "e2", "e3"}
    assert carried(page, "timeline") == carried(page, "map") == {"e1", "e2"}
    page.locator('button[data-event="e1"]').click()
    expect(page.get_by_test_id("atlas-card")).to_contain_text("Meyer")
    assert_no_traceback(page)


EXPORTED = imports.read(b"title,date,place\nRain,2019-05-03,Osh\nSnow,2019-05,\n", "rain.csv")


@pytest.mark.parametrize(
    ("name", "content", "title", "days"),
    [
        ("rain_geojson", RAIN, "rain", {"3 May 2019", "May 2019"}),
        ("slides_json", DAMS, "The dams", {"3 May 2019", "2020"}),
        ("exported_json", str(render(EXPORTED, "json")).encode(), "exported", {"3 May 2019", "May 2019"}),
        ("page_html", str(render(EXPORTED, "html")).encode(), "page", {"3 May 2019", "May 2019"}),
    ],
)
def test_every_other_kind_is_shown_before_it_is_imported(
    context: BrowserContext, name: str, content: bytes, title: str, days: set[str]
) -> None:
    with serving(VIZ_MODEL="none") as address:  # a library each: some tell the same words
        app = App(context.new_page(), address)
        dialog = offered(app, **{name: content})
        expect(dialog.get_by_role("cell", name="Snow")).to_be_visible()
        expect(dialog.get_by_role("textbox", name="Title")).to_have_value(title)
        page = confirm(app, dialog, "Import 2 events")
        expect(page.get_by_role("heading", name=title)).to_be_visible()
        assert {row["When"] for row in rows(page)} == days
        assert len(marked(page)) == 2
        app.page.close()


def test_a_timeline_stands_beside_articles(app: App) -> None:
    page = bring_dykes(app)
    timeline = page.url.partition("article=")[2]
    page = library(app)
    expect(page.get_by_role("heading", name="1 article, 1 timeline")).to_be_visible()
    expect(page.get_by_text("deiche.csv, imported, 3 events")).to_be_visible()
    for name in (FIRE.id, timeline):
        page.locator(f".st-key-choose_{name} label").click()
    page.get_by_role("button", name="Show 2 together").click()
    page.wait_for_url("**/together?article=**")
    app.settle()
    expect(page.get_by_text("1 article, 1 timeline, 6 events")).to_be_visible()
    assert {"5 August 2017", "March 2018", "3 May 2019"} <= {row["When"] for row in rows(page)}


def test_the_same_again_is_opened_and_other_dates_replace_it(app: App) -> None:
    dialog = offered(app, sluices_csv=b"what,tag,day\nA sluice broke,2018,2017\n")
    page = confirm(app, dialog, "Import 1 event")
    expect(page.get_by_role("row", name="2017")).to_be_visible()
    first = page.url
    dialog = offered(app, again_csv=b"what,tag,day\nA sluice broke,2018,2017\n")
    expect(dialog.get_by_text("This is already here as “sluices”.")).to_be_visible()
    press(dialog, "Open it")
    page.wait_for_url(first)
    dialog = offered(app, again_csv=b"what,tag,day\nA sluice broke,2018,2017\n")
    map_column(dialog, "Date", "tag: 2018")
    expect(dialog.get_by_text("its dates and places will be replaced")).to_be_visible()
    page = confirm(app, dialog, "Import 1 event")
    expect(page.get_by_role("row", name="2018")).to_be_visible()
    assert page.url == first


def test_what_is_no_timeline_is_refused_in_a_sentence_and_the_rest_goes_in(app: App) -> None:
    dialog = offered(
        app, empty_csv=b"", head_csv=b"title,date\n", broken_geojson=b'{"type":', other_json=b'{"a": 1}', binary_csv=b"title\n\x00\x81\n",
        rain_txt=b"It rained in Talas on 3 May 2019.", floods_csv=b"title,date\nA flood came,2019-05-09\n",
    )  # fmt: skip
    for sentence in (
        "empty.csv is empty; give a file with at least one event.",
        "head.csv has no rows; give a header line and a line for each event.",
        "broken.geojson is not JSON",
        "other.json holds no GeoJSON features and no TimelineJS events; give a file of one of these.",
        "binary.csv is a binary file; save the table as CSV, in UTF-8.",
    ):
        expect(dialog.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
    press(dialog, "Import 1 event")
    expect(dialog.get_by_role("textbox", name="Headline")).to_be_visible()
    page = confirm(app, dialog)
    assert [row["When"] for row in rows(page)] == ["9 May 2019"]
    assert_no_traceback(page)
    page.get_by_role("combobox", name="Article").click()
    expect(page.get_by_role("option", name="It rained in Talas")).to_be_visible()
    for name in ("empty", "head", "broken", "other", "binary"):
        expect(page.get_by_role("option", name=name, exact=True)).to_have_count(0)


def test_markup_in_a_timeline_stays_text(app: App) -> None:
    hostile = '<img src=x onerror="window.hacked=1"> **bold** [a](javascript:window.hacked=1) $x$'
    dialog = offered(app, **{"bad_csv": f'title,date,{hostile.replace(",", " ")}\n"{hostile.replace(chr(34), chr(34) * 2)}",2019,x\n'.encode()})
    expect(dialog.get_by_role("cell", name="**bold**")).to_be_visible()
    page = confirm(app, dialog, "Import 1 event")
    expect(page.get_by_test_id("atlas-article")).to_contain_text("**bold**")
    assert page.evaluate("window.hacked") is None
    assert page.locator('img[onerror], a[href^="javascript"]').count() == 0


def test_it_outlives_reload_removal_and_the_server_and_is_never_read_as_prose(context: BrowserContext, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'library.sqlite'}"
    with serving(VIZ_DATABASE_URL=url, VIZ_MODEL="none") as address:
        app = App(context.new_page(), address)
        page = bring_dykes(app)
        query = page.url.partition("?")[2]
        told = rows(page)
        page.reload()
        assert rows(app.settle(drawn=False).page) == told
        page = library(app)
        page.get_by_role("button", name="Remove").click()
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_text("deiche.csv, imported, 3 events")).to_be_visible()
        app.page.close()
    # Another grammar is another version of the program: articles would be read anew.
    with serving(VIZ_DATABASE_URL=url, VIZ_HOME="KG", VIZ_MODEL="none") as address:
        app = App(context.new_page(), address)
        app.page.goto(f"{address}/library")
        expect(app.page.get_by_role("heading", name="1 timeline", exact=True)).to_be_visible()
        expect(app.page.get_by_role("button", name="Read now")).to_have_count(0)
        assert rows(app.open(f"{query}&published=2020-01-01", drawn=False).page) == told
        app.page.close()

"""What a reader takes along from the app: files of what is shown, and pictures of map and timeline."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import App
from tests.browser.seen import rows, state
from viz.formats import FORMATS

pytestmark = pytest.mark.browser


def downloaded(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=FORMATS[name].title, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_files_hold_what_is_shown(app: App, tmp_path: Path) -> None:
    page = app.open("statuses=happened", drawn=False).page
    told = [row["What"] for row in rows(page)]
    assert 0 < len(told) == int(state(page, "events"))
    page.get_by_role("button", name="Download", exact=True).click()
    with downloaded(page, "csv", tmp_path).open(encoding="utf-8", newline="") as file:
        assert sorted(row["headline"] for row in csv.DictReader(file)) == sorted(told)
    written = downloaded(page, "html", tmp_path)
    assert written.name.startswith("kyrgyzstan-accuses-kazakhstan")
    assert written.suffix == ".html"
    reader = app.page.context.new_page()
    reader.goto(written.as_uri())
    reader.wait_for_selector('[data-testid="atlas"]:not([data-events="0"])')
    assert sorted(row["What"] for row in rows(reader)) == sorted(told)
    reader.close()


def test_map_and_timeline_are_saved_as_pictures(app: App, tmp_path: Path) -> None:
    page = app.open().page
    heads = {"map.png": b"\x89PNG", "timeline.png": b"\x89PNG", "timeline.svg": b"<svg"}
    for name, head in heads.items():
        with page.expect_download() as waiting:
            page.click(f'[data-save="{name}"]')
        waiting.value.save_as(tmp_path / name)
        assert waiting.value.suggested_filename == name
        assert (tmp_path / name).read_bytes().startswith(head)
        assert (tmp_path / name).stat().st_size > 5_000

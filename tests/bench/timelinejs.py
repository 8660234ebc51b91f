"""The real TimelineJS opens what we export: `python tests/bench/timelinejs.py`, with npm, Chromium and a network for npm.

Downloads @knight-lab/timelinejs, gives it the export of every bundled article in a browser without a network, and says how
many slides it made and what it wrote to its console. Not among the tests, which download nothing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from viz.engine.pipeline import timeline
from viz.formats import render
from viz.reading import bundled

PACKAGE = "@knight-lab/timelinejs@3.9.11"
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="package/dist/css/timeline.css">
<div id="t" style="height:600px"></div><script src="package/dist/js/timeline.js"></script>
<script>window.made = new TL.Timeline("t", {data});</script>"""


def main() -> int:
    """Exit status 1 when an article has another number of slides than it should."""
    wrong = 0
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for article in bundled():
            exported = json.loads(str(render(timeline([article]), "timelinejs")))
            page_file = folder / "page.html"
            page_file.write_text(PAGE.replace("{data}", json.dumps(exported).replace("<", "\\u003c")), encoding="utf-8")
            page = browser.new_context(offline=True).new_page()
            problems: list[str] = []
            page.on("pageerror", lambda error, problems=problems: problems.append(str(error)))
            page.goto(page_file.as_uri())
            page.wait_for_selector(".tl-slide .tl-headline", state="attached", timeout=20_000)
            slides, markers = page.locator(".tl-slide").count(), page.locator(".tl-timemarker").count()
            wanted = len(exported["events"])
            wrong += (slides, markers) != (wanted + 1, wanted) or bool(problems)  # and the title slide
            print(f"{article.title[:50]:50} {slides} slides, {markers} markers of {wanted} dated events; {problems or 'no error'}")
        browser.close()
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())

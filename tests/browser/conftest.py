"""A real app in a real browser: one server for the session, and pages that can reach nothing but that server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, expect, sync_playwright

from viz.settings import ROOT

CHROMIUM_OPTIONS = [
    "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip

READ = '[data-testid="atlas"]:not([data-events="0"])'
READY = '[data-testid="atlas"][data-ready="1"]'
# The script has run through, and no widget is still a grey bar that will push what lies below it down.
RAN = '[data-testid="stApp"][data-test-script-state="notRunning"]:not(:has([data-testid="stSkeleton"]))'
LOCAL = {"127.0.0.1", "localhost", "::1", None}  # None: data: and blob: addresses have no host
PATIENCE = 30_000  # milliseconds; the first article has its grammar model still to load
expect.set_options(timeout=PATIENCE)  # a busy machine is slow, not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a shared machine without a graphics card a map can be late once. Twice is a failure; the report shows both."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@dataclass
class App:
    """A page on the running app, and every request it made to somewhere else."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)

    def open(self, query: str = "", *, drawn: bool = True) -> App:
        """Go to the app and wait until all panes are drawn, or only all but map and timeline, which take longest."""
        self.page.goto(f"{self.address}/?{query}")
        return self.settle(drawn=drawn)

    def settle(self, *, drawn: bool = True) -> App:
        """Wait until the script has run through and all panes are drawn, or all but map and timeline."""
        self.page.wait_for_selector(f"{RAN} {READY if drawn else READ}", timeout=PATIENCE)
        self.page.evaluate("document.fonts.ready.then(() => true)")  # a headline in its own face may need another line
        return self

    def note(self, request: Request) -> None:
        """Write down what was asked of another machine; the browser itself finds none."""
        if urlsplit(request.url).hostname not in LOCAL:
            self.outside.append(request.url)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of the server that the tests share."""
    with serving() as address:
        yield address


@contextmanager
def serving(**settings: str) -> Iterator[str]:
    """The address of `streamlit run app.py` on a free port of this machine, with some more settings."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    # Pages and feeds of the tests are on this machine, where an address may not lead otherwise; and the library of
    # whoever runs the tests stays as it is.
    own = {"VIZ_LOOPBACK": "1", "VIZ_DATABASE_URL": "memory"}
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | own | settings)
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def wait_until_healthy(address: str) -> None:
    for _ in range(300):
        with suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError(f"{address} did not start within 30 seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the system, or the one Playwright has installed. Without either, only CI insists."""
    with sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        except Error:
            if os.environ.get("CI"):
                raise
            pytest.skip("there is no Chromium on this machine")
        yield found
        found.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all tests, so that scripts are fetched and compiled once; the app keeps its state in URL and tab alone."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture
def app(context: BrowserContext, address: str) -> Iterator[App]:
    """The app on a fresh page; the test fails when anything outside was asked for."""
    app = App(context.new_page(), address)
    app.page.on("request", app.note)
    yield app
    app.page.close()
    assert app.outside == []

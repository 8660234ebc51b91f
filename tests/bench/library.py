"""Time a search of the library beside a full scan, and let readers and writers at it together.

    python tests/bench/library.py [--events 1000000] [--minutes 1] [--only sqlite|postgres]

Events are made up by the number (tests/engine/library/made.py). A search asks for a date range, a box and a word at once;
its median over 60 different ones is to stay under 50 ms. Postgres runs on a server of its own, started and removed here.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import URL, text

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "engine" / "library")]

from conftest import postgres_server  # noqa: E402
from made import FIRST_DAY, made_reading, word  # noqa: E402

from viz.engine.library import Library, Query  # noqa: E402
from viz.engine.library.address import file_address  # noqa: E402
from viz.engine.library.search import scan  # noqa: E402

IN_ONE_ARTICLE = 50
AT_ONCE = 200
SEARCHES = 60
SCANS = 5
LIMIT_MS = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    options = parser.parse_args()
    for name, place in PLACES.items():
        if options.only in (None, name):
            with ExitStack() as stack:
                url = place(stack)
                fill(name, url, options.events)
                time_searches(name, url)
                together(name, url, options.minutes)


def in_a_file(stack: ExitStack) -> URL:
    return file_address(Path(stack.enter_context(tempfile.TemporaryDirectory())) / "library.sqlite")


def on_a_server(stack: ExitStack) -> URL:
    return stack.enter_context(postgres_server())


PLACES: dict[str, Callable[[ExitStack], URL]] = {"sqlite": in_a_file, "postgres": on_a_server}


def fill(name: str, url: URL, events: int) -> None:
    library, start = Library(url), time.perf_counter()
    articles = events // IN_ONE_ARTICLE
    for first in range(0, articles, AT_ONCE):
        library.add(*(made_reading(n, IN_ONE_ARTICLE) for n in range(first, min(first + AT_ONCE, articles))))
    if name == "postgres":
        with library.writing() as connection:
            connection.execute(text("ANALYZE"))
    print(f"{name}: {events:,} events added in {time.perf_counter() - start:.0f} s", flush=True)
    library.close()


def queries() -> Iterator[Query]:
    """Ranges from a month to ten years, boxes from a country to a continent, words common and rare."""
    random = Random(7)
    while True:
        start = FIRST_DAY + timedelta(random.randrange(10_000))
        west, south = random.uniform(-180, 120), random.uniform(-60, 40)
        width, height = random.choice(((3, 3), (10, 8), (40, 25), (60, 35)))
        end = start + timedelta(random.choice((31, 365, 3650)))
        yield Query(word(random), start, end, (west, south, west + width, south + height))


def time_searches(name: str, url: URL) -> None:
    library, asked = Library(url), queries()
    times, slow, found = [], [], 0
    for number in range(SEARCHES):
        query = next(asked)
        start = time.perf_counter()
        answer = library.search(query)
        times.append((time.perf_counter() - start) * 1000)
        found += len(answer)
        if number < SCANS:
            start = time.perf_counter()
            with library.reading_from() as connection:
                if connection is None or scan(connection, query) != answer:
                    raise SystemExit(f"{name}: a scan finds something else for {query}")
            slow.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(
        f"{name}: date range + box + word {statistics.median(times):.1f} ms at the median, {times[int(SEARCHES * 0.95)]:.0f} ms"
        f" at the 95th of 100 (limit {LIMIT_MS} at the median), {found} found; full scan {statistics.median(slow):.0f} ms",
        flush=True,
    )
    library.close()


def together(name: str, url: URL, minutes: float) -> None:
    """Four readers and two writers, each a process of its own; afterwards everything written has to be there."""
    library = Library(url)
    before = len(library.articles())
    until = time.time() + minutes * 60
    with multiprocessing.get_context("spawn").Pool(6) as pool:
        written = [pool.apply_async(write, (url, until, 10**7 * (which + 1))) for which in range(2)]
        read = [pool.apply_async(look, (url, until, which)) for which in range(4)]
        added = [number for one in written for number in one.get()]
        searches = sum(one.get() for one in read)
    lost = [n for n in added if library.reading(made_reading(n, 5).article.id) != made_reading(n, 5)]
    kept = len(library.articles()) - before
    print(f"{name}: in {minutes:g} min 2 writers added {len(added)} articles, 4 readers searched {searches} times; {len(lost)} lost, {kept} new")
    if lost or kept != len(added):
        raise SystemExit(f"{name}: something was lost")
    library.close()


def write(url: URL, until: float, number: int) -> list[int]:
    library, added = Library(url), []
    while time.time() < until:
        library.add(made_reading(number, 5), pipeline="bench")
        added.append(number)
        number += 1
    return added


def look(url: URL, until: float, seed: int) -> int:
    library, asked, count = Library(url), queries(), 0
    for _ in range(seed):
        next(asked)
    while time.time() < until:
        library.search(next(asked))
        count += 1
    return count


if __name__ == "__main__":
    main()

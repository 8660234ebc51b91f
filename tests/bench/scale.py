"""How batches and archives grow: `python tests/bench/scale.py 3000 10000 100000 --events 300 1000 3000`.

Made-up articles (corpus.py) go through both tiers in each of the sizes given, once with one worker and once with two.
Beside the rate by the clock stands the rate by processor time (that of all processes together, start included), which
other programs on the machine disturb less, and the most memory all processes held in each quarter of the run: it is
flat when the last is no more than the second. Then the archive page's questions are asked of a million events, drawn
anew from what was found. Ratios count; seconds are those of this machine on this day.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

import duckdb
import psutil
from corpus import article, sentences  # beside this file; it makes the repository known

from viz.engine.archive import Archive, Wanted

EVENTS = 1_000_000
CHUNK_BYTES = 1 << 19  # 130 articles: the smallest size still gives every worker some


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mentions", type=int, nargs="*", default=[2000], help="sizes for the tier of dates and places")
    parser.add_argument("--events", type=int, nargs="*", default=[200], help="sizes for the tier with the grammar")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for tier, sizes in (("mentions", options.mentions), ("events", options.events)):
            for count in sizes:
                source = archive_of(count, Path(folder, f"{tier}-{count}.jsonl"))
                for workers in options.workers:
                    out = Path(folder, f"{tier}-{count}-{workers}")
                    run(source, out, tier, workers, count)
        if options.events:
            ask(grown(out, Path(folder, "million")))


def archive_of(count: int, path: Path) -> Path:
    """A JSONL file of so many articles."""
    chance, drawn = random.Random(7), sentences()
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(article(number, drawn, chance)) + "\n")
    print(f"{count:,} articles, {path.stat().st_size / 1e6:.0f} MB; machine load {os.getloadavg()[0]:.1f}", flush=True)
    return path


def run(source: Path, out: Path, tier: str, workers: int, count: int) -> None:
    """One batch, timed, with the processor time and the memory of all its processes."""
    command = [sys.executable, "-m", "viz", "batch", str(source), "--out", str(out), "--tier", tier, "--workers", str(workers), "--chunk-bytes", str(CHUNK_BYTES)]
    start = time.perf_counter()
    batch = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    memory: list[float] = []
    spent: dict[int, float] = {}
    watcher = threading.Thread(target=watch, args=(batch, memory, spent))
    watcher.start()
    told, _ = batch.communicate()
    seconds = time.perf_counter() - start
    watcher.join()
    processor = sum(spent.values())
    quarters = [max(memory[len(memory) * n // 4 : len(memory) * (n + 1) // 4] or memory) for n in range(4)]
    print(
        f"{tier}, {workers} worker(s): {count / seconds:.1f} articles a second by the clock ({seconds:.0f} s), {count / processor:.1f} a second of processor time"
        f" ({processor:.0f} s); memory at most, by quarters, {' '.join(f'{most:.0f}' for most in quarters)} MB; load {os.getloadavg()[0]:.1f}"
    )
    print("   ", told.strip().split(" are in ")[0], flush=True)


def watch(batch: subprocess.Popen[str], memory: list[float], spent: dict[int, float]) -> None:
    """Notes, twice a second, the megabytes of a batch's processes (shared pages count once a process) and the
    processor seconds each has had so far."""
    root = psutil.Process(batch.pid)
    while batch.poll() is None:
        total = 0.0
        try:
            for process in [root, *root.children(recursive=True)]:
                total += process.memory_info().rss / 1e6
                spent[process.pid] = sum(process.cpu_times()[:2])
        except psutil.NoSuchProcess:
            continue
        memory.append(total)
        time.sleep(0.5)


def grown(batch: Path, out: Path) -> Path:
    """A million events: those of a batch again and again, on other days and some way off."""
    found = f"{next(batch.iterdir()).as_posix()}/events/*.parquet"
    (out / "grown" / "events").mkdir(parents=True)
    database = duckdb.connect()
    rows = database.execute(f"SELECT count(*) FROM read_parquet('{found}')").fetchone()
    times = EVENTS // max(1, rows[0] if rows else 1) + 1
    database.execute(
        f"COPY (SELECT * EXCLUDE (copy, shift) REPLACE (article || '-' || copy AS article, earliest + shift AS earliest, latest + shift AS latest, "
        f"lat + shift % 100 / 50.0 - 1 AS lat, lon + shift % 90 / 45.0 - 1 AS lon) FROM "
        f"(SELECT *, (hash(copy, article, event) % 3000)::INT AS shift FROM read_parquet('{found}'), range({times}) AS copies(copy)) "
        f"LIMIT {EVENTS}) TO '{(out / 'grown' / 'events' / 'part-000000.parquet').as_posix()}' (FORMAT parquet)"
    )
    return out


def ask(folder: Path) -> None:
    """Each question of the archive page: the median of seven."""
    archive = Archive(folder)
    print(f"{archive.count(Wanted()):,} events, medians in milliseconds: count, bins, clusters, list")
    for name, wanted in {
        "everything": Wanted(),
        "three months": Wanted(date(2018, 1, 1), date(2018, 4, 1)),
        "a country": Wanted(countries=("KG",)),
        "a box": Wanted(box=(70, 40, 73, 42)),
        "a word": Wanted(words="border"),
        "months, box and word": Wanted(date(2018, 1, 1), date(2018, 4, 1), (70, 40, 73, 42), words="border"),
    }.items():
        asked = (archive.count, archive.bins, lambda one: archive.clusters(one, 4), archive.page)
        print(f"    {name}:", ", ".join(f"{median_of(question, wanted):.0f}" for question in asked))


def median_of(question: object, wanted: Wanted) -> float:
    times = []
    for _ in range(7):
        start = time.perf_counter()
        question(wanted)  # type: ignore[operator]
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()

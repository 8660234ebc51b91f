"""How batches and archives grow: `python tests/bench/scale.py [ARTICLES]`, 2,000 unless told.

Made-up articles (corpus.py) go through both tiers, once with one worker and once with two; beside the rate stands the
most memory all processes held together. Then the archive page's questions are asked of a million events, drawn anew
from what was found. Ratios count; seconds are those of this machine on this day.
"""

from __future__ import annotations

import json
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
SHARE = {"mentions": 1, "events": 10}  # the tier with the grammar gets a tenth of the articles


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder)
        for tier, share in SHARE.items():
            source = archive_of(count // share, whole / f"{tier}.jsonl")
            for workers in (1, 2):
                run(source, whole / f"{tier}-{workers}", tier, workers, count // share)
        ask(grown(whole / "events-2", whole / "million"))


def archive_of(count: int, path: Path) -> Path:
    """A JSONL file of so many articles."""
    chance, drawn = random.Random(7), sentences()
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(article(number, drawn, chance)) + "\n")
    print(f"{count:,} articles, {path.stat().st_size / 1e6:.0f} MB")
    return path


def run(source: Path, out: Path, tier: str, workers: int, count: int) -> None:
    """One batch, timed, with the memory of all its processes."""
    command = [sys.executable, "-m", "viz", "batch", str(source), "--out", str(out), "--tier", tier, "--workers", str(workers), "--chunk-bytes", str(1 << 18)]
    start = time.perf_counter()
    batch = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    samples: list[float] = []
    watcher = threading.Thread(target=watch, args=(batch, samples))
    watcher.start()
    told, _ = batch.communicate()
    watcher.join()
    seconds = time.perf_counter() - start
    half = max(1, len(samples) // 2)
    print(f"{tier}, {workers} worker(s): {count / seconds:.0f} articles a second, {seconds:.0f} s; memory at most {max(samples):.0f} MB, in the first half {max(samples[:half]):.0f} MB")
    print("   ", told.strip().split(" are in ")[0])


def watch(batch: subprocess.Popen[str], samples: list[float]) -> None:
    """Megabytes of the process and all it started, twice a second (shared pages count once a process)."""
    root = psutil.Process(batch.pid)
    while batch.poll() is None:
        total = 0.0
        for process in [root, *root.children(recursive=True)]:
            try:
                total += process.memory_info().rss / 1e6
            except psutil.NoSuchProcess:
                continue
        samples.append(total)
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

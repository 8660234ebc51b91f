"""A batch: every record read or listed as bad, the same bytes whatever stopped it, nothing twice."""

from __future__ import annotations

import errno
import gzip
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from viz.engine.batch import Job, Tier
from viz.engine.batch.chunks import plan
from viz.engine.batch.ledger import Ledger
from viz.engine.batch.records import MOST_LINE_BYTES, Bad, records
from viz.engine.batch.work import process
from viz.errors import InputError
from viz.settings import ROOT

CHUNK_BYTES = 50_000
TEXT = "OSH, Kyrgyzstan - Police in Osh detained five people on Monday, the interior ministry said."


def write_lines(path: Path, count: int) -> Path:
    lines = [json.dumps({"id": f"a{n}", "text": f"{TEXT} It was report {n}.", "dct": "2024-06-14"}) for n in range(count)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def finish(job: Job) -> Path:
    """The same books as `run` keeps, without a cluster."""
    ledger = Ledger(job)
    for chunk in ledger.todo():
        process(chunk, str(ledger.folder), str(job.tier))
    ledger.close()
    return ledger.folder


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "viz", "batch", *arguments, "--chunk-bytes", str(CHUNK_BYTES)]


@pytest.mark.parametrize("size", [1, 50, 333, 10_000])
def test_each_line_belongs_to_exactly_one_chunk(tmp_path: Path, size: int) -> None:
    source = write_lines(tmp_path / "in.jsonl", 20)
    found = [record.id for chunk in plan(Job(source, tmp_path, chunk_bytes=size)) for record in records(chunk)]
    assert found == [f"a{number}" for number in range(20)]


def test_bad_records_are_listed_with_their_reason_and_hide_nobody(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    good = json.dumps({"id": "good", "text": TEXT, "dct": None}).encode()
    poison = {
        b'{"id": "cut", "text": ': "not JSON",
        b'{"id": "latin", "text": "caf\xe9"}': "not UTF-8",
        b'{"text": "Nameless."}': "no id",
        b'["a list"]': "not a record",
        b'{"id": "day", "text": "On Monday.", "dct": "2024-02-30"}': "2024-02-30",
        b'{"id": "blank", "text": "  "}': "empty",
        b'{"id": "long", "text": "' + b"x" * (MOST_LINE_BYTES + 5) + b'"}': "longer than",
        b"[" * 100_000: "nested",
    }
    source.write_bytes(b"\n".join([good, *[line + b"\n" + good for line in poison]]))
    found = [record for chunk in plan(Job(source, tmp_path)) for record in records(chunk)]
    bad = [record for record in found if isinstance(record, Bad)]
    assert len(found) - len(bad) == len(poison) + 1
    assert [reason for one, reason in zip(bad, poison.values(), strict=True) if reason not in one.reason] == []
    lines = source.read_bytes()
    assert all(lines[int(one.at) :].startswith(line) for one, line in zip(bad, poison, strict=True))


def test_the_tables_say_what_the_articles_say(tmp_path: Path) -> None:
    folder = finish(Job(write_lines(tmp_path / "in.jsonl", 3), tmp_path / "out"))
    dates = pq.read_table(folder / "dates").to_pylist()
    places = pq.read_table(folder / "places").to_pylist()
    events = pq.read_table(folder / "events").to_pylist()
    assert {(row["text"], row["value"], str(row["earliest"]), str(row["latest"])) for row in dates} == {("Monday", "2024-06-10", "2024-06-10", "2024-06-11")}
    assert {row["country"] for row in places} == {"KG"}
    assert {row["article"] for row in events} == {"a0", "a1", "a2"}
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in [*dates, *places])
    assert json.loads((folder / "summary.json").read_text())["records"] == 3


def test_a_tier_without_events_writes_none(tmp_path: Path) -> None:
    folder = finish(Job(write_lines(tmp_path / "in.jsonl", 2), tmp_path / "out", Tier.MENTIONS))
    assert not (folder / "events").exists()
    assert pq.read_table(folder / "articles").num_rows == 2


def test_parquet_folders_and_web_archives_are_read_too(tmp_path: Path) -> None:
    rows = [{"id": "p1", "text": TEXT, "dct": "2024-06-14"}, {"id": "p2", "text": None, "dct": None}]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "in.parquet", row_group_size=1)
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "one.txt").write_text(TEXT)
    (pile / "two.txt").write_bytes(b"\x00\x01binary")
    (tmp_path / "in.warc.gz").write_bytes(web_archive())
    for source, good in [("in.parquet", ["p1"]), ("pile", ["one.txt"]), ("in.warc.gz", ["http://example.org/osh"])]:
        found = [record for chunk in plan(Job(tmp_path / source, tmp_path, chunk_bytes=200)) for record in records(chunk)]
        assert [record.id for record in found if not isinstance(record, Bad)] == good
        assert sum(isinstance(record, Bad) for record in found) == 1, source


def web_archive() -> bytes:
    """A page with a date, a page without text, and an image, as a crawler keeps them."""
    page = f'<html><head><title>Five held</title><meta property="article:published_time" content="2024-06-14"></head><body><article><p>{TEXT}</p></article></body></html>'
    members = []
    for url, kind, body in [
        ("http://example.org/osh", "text/html", page),
        ("http://example.org/empty", "text/html", "<html><body></body></html>"),
        ("http://example.org/photo", "image/png", "not shown"),
    ]:
        answer = f"HTTP/1.0 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
        about = {"WARC-Type": "response", "WARC-Target-URI": url, "Content-Type": "application/http; msgtype=response", "Content-Length": len(answer)}
        head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in about.items()) + "\r\n"
        members.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(members)


def test_a_stopped_batch_ends_in_the_same_bytes(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", 12)
    whole = finish(Job(source, tmp_path / "whole", chunk_bytes=400))
    job = Job(source, tmp_path / "stopped", chunk_bytes=400)
    ledger = Ledger(job)
    first, second, *_ = ledger.todo()
    process(first, str(ledger.folder), str(job.tier))
    process(second, str(ledger.folder), str(job.tier))
    (ledger.folder / "receipts" / f"{second.part}.json").unlink()  # as if stopped between its parts and its receipt
    (ledger.folder / "dates" / "part-000002.parquet.abc.part").write_bytes(b"half")
    assert contents(finish(job)) == contents(whole)


def test_a_full_disk_leaves_no_half_written_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job(write_lines(tmp_path / "in.jsonl", 3), tmp_path / "out")
    ledger = Ledger(job)

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            process(ledger.chunks[0], str(ledger.folder), str(job.tier))
    assert [name for name in contents(ledger.folder) if name != "manifest.json"] == []
    assert "receipts/part-000000.json" in contents(finish(job))


def test_another_input_is_not_mixed_in(tmp_path: Path) -> None:
    finish(Job(write_lines(tmp_path / "in.jsonl", 2), tmp_path / "out"))
    with pytest.raises(InputError, match="another input"):
        Ledger(Job(write_lines(tmp_path / "in.jsonl", 3), tmp_path / "out"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["missing.jsonl"], "There is no missing.jsonl"), (["README.md"], "no archive Dateline knows"), (["README.md", "--workers", "-1"], "--workers is -1")],
)
def test_bad_input_is_one_sentence_and_status_2(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    answer = subprocess.run(command(*arguments, "--out", str(tmp_path / "out")), cwd=ROOT, capture_output=True, check=False)
    assert answer.returncode == 2
    assert sentence in answer.stderr.decode()
    assert answer.stderr.decode().count("\n") == 1


def test_a_gzipped_file_that_is_no_web_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.warc.gz").write_bytes(gzip.compress(b"hello " * 100))
    with pytest.raises(InputError, match="not a WARC"):
        plan(Job(tmp_path / "in.warc.gz", tmp_path))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """An input of several chunks, and what it gives when nothing goes wrong."""
    folder = tmp_path_factory.mktemp("batch")
    text = "".join(f"{TEXT} Paragraph {number}. " for number in range(20))
    lines = (json.dumps({"id": f"b{number}", "text": text, "dct": "2024-06-14"}) for number in range(400))
    (folder / "in.jsonl").write_text("\n".join(lines) + "\n")
    finish(Job(folder / "in.jsonl", folder / "out", Tier.MENTIONS, CHUNK_BYTES))
    return folder / "in.jsonl", contents(folder / "out")


@pytest.fixture
def cluster() -> Iterator[str]:
    """A Dask scheduler and two workers as processes of their own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    dask = [sys.executable, "-m", "distributed.cli"]
    quiet = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen([*dask[:2], "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard"], **quiet)
    worker = [*dask[:2], "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard"]
    workers = [subprocess.Popen(worker, **quiet) for _ in range(2)]
    yield address
    for running in [*workers, scheduler]:
        running.terminate()
        running.wait()


def test_a_cluster_of_other_processes_gives_the_same_output(undisturbed: tuple[Path, dict[str, bytes]], cluster: str, tmp_path: Path) -> None:
    source, expected = undisturbed
    answer = subprocess.run(command(str(source), "--out", str(tmp_path), "--tier", "mentions", "--scheduler", cluster), cwd=ROOT, capture_output=True, check=False)
    assert answer.returncode == 0, answer.stderr.decode()
    assert contents(tmp_path) == expected


def test_killed_with_all_its_workers_and_run_again_it_ends_in_the_same_bytes(undisturbed: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    source, expected = undisturbed
    asked = command(str(source), "--out", str(tmp_path), "--tier", "mentions", "--workers", "2")
    running = subprocess.Popen(asked, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 120
    while not list(tmp_path.rglob("receipts/*.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    done = len(list(tmp_path.rglob("receipts/*.json")))
    assert 0 < done < len([name for name in expected if "receipts" in name])
    answer = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False)
    assert answer.returncode == 0, answer.stderr.decode()
    assert contents(tmp_path) == expected

"""A batch: every record read or listed as bad, cut into chunks that can be read alone, nothing twice."""

from __future__ import annotations

import errno
import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.engine.batch.running import TEXT, command, contents, finish, write_lines
from viz.engine.batch import Job, Tier
from viz.engine.batch.chunks import plan
from viz.engine.batch.ledger import Ledger
from viz.engine.batch.records import MOST_LINE_BYTES, Bad, records
from viz.engine.batch.work import process
from viz.errors import InputError
from viz.settings import ROOT


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


PAGE = f'<html><head><title>Five held</title><meta property="article:published_time" content="2024-06-14"></head><body><article><p>{TEXT}</p></article></body></html>'
CRAWLED = [
    ("http://example.org/osh", "text/html", PAGE),
    ("http://example.org/empty", "text/html", "<html><body></body></html>"),
    ("http://example.org/photo", "image/png", "not shown"),
]


def web_archive(crawled: list[tuple[str, str, str]] = CRAWLED) -> bytes:
    """By default a page with a date, a page without text, and an image, as a crawler keeps them."""
    members = []
    for url, kind, body in crawled:
        answer = f"HTTP/1.0 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
        about = {"WARC-Type": "response", "WARC-Target-URI": url, "Content-Type": "application/http; msgtype=response", "Content-Length": len(answer)}
        head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in about.items()) + "\r\n"
        members.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(members)


def test_a_page_that_unpacks_to_too_much_is_listed_and_the_next_one_read(tmp_path: Path) -> None:
    bomb = ("http://example.org/bomb", "text/html", "<p>x</p>" * 15_000_000)
    packed = web_archive([bomb, CRAWLED[0]])
    assert len(packed) < 500_000
    (tmp_path / "in.warc.gz").write_bytes(packed)
    bad, good = (record for chunk in plan(Job(tmp_path / "in.warc.gz", tmp_path)) for record in records(chunk))
    assert isinstance(bad, Bad)
    assert "MB" in bad.reason
    assert good.id == "http://example.org/osh"


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


MEASURED = """
import resource, sys
from pathlib import Path
from viz.engine.batch import Job, Tier
from viz.engine.batch.chunks import plan
from viz.engine.batch.work import process
for chunk in plan(Job(Path(sys.argv[1]), Path(sys.argv[2]), Tier.MENTIONS, 40_000)):
    process(chunk, sys.argv[2], "mentions")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_the_memory_of_a_worker_does_not_grow_with_the_input(tmp_path: Path) -> None:
    """The most it ever held, in kilobytes, after each chunk: Arrow and the gazetteer come with the first ones."""
    source = write_lines(tmp_path / "in.jsonl", 6000)
    told = subprocess.run([sys.executable, "-c", MEASURED, str(source), str(tmp_path / "out")], cwd=ROOT, capture_output=True, text=True, check=True)
    most = [int(line) for line in told.stdout.split()]
    assert len(most) > 20
    assert most[-1] - most[4] < 4_000, most


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


def test_a_folder_nobody_may_write_to_is_said(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", 1)
    answer = subprocess.run(command(str(source), "--out", "/proc/dateline"), cwd=ROOT, capture_output=True, check=False)
    assert answer.returncode == 2
    assert answer.stderr.decode().startswith("dateline: /proc/dateline cannot be written")
    assert answer.stderr.decode().count("\n") == 1


def test_a_gzipped_file_that_is_no_web_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.warc.gz").write_bytes(gzip.compress(b"hello " * 100))
    with pytest.raises(InputError, match="not a WARC"):
        plan(Job(tmp_path / "in.warc.gz", tmp_path))

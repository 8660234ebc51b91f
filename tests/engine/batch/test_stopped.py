"""Batches on Dask in processes of their own: whatever is killed, the finished output has the same bytes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.engine.batch.running import CHUNK_BYTES, TEXT, command, contents, finish
from viz.engine.batch import Job, Tier
from viz.settings import ROOT

QUIET = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
LIMITED = """
import resource, signal, sys
from viz.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """An input of several chunks, and what it gives when nothing goes wrong."""
    folder = tmp_path_factory.mktemp("batch")
    text = "".join(f"{TEXT} Paragraph {number}. " for number in range(20))
    lines = (json.dumps({"id": f"b{number}", "text": text, "dct": "2024-06-14"}) for number in range(400))
    (folder / "in.jsonl").write_text("\n".join(lines) + "\n")
    finish(Job(folder / "in.jsonl", folder / "out", Tier.MENTIONS, CHUNK_BYTES))
    return folder / "in.jsonl", contents(folder / "out")


@dataclass
class Cluster:
    """A Dask scheduler and two workers as processes of their own."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    scheduler = subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard"], **QUIET)
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    workers = [subprocess.Popen(worker, **QUIET) for _ in range(2)]
    yield Cluster(address, scheduler, workers)
    for running in [*workers, scheduler]:
        running.terminate()
        running.wait()


def asked(source: Path, out: Path, *more: str) -> list[str]:
    return command(str(source), "--out", str(out), "--tier", "mentions", *more)


def started(asked: list[str], out: Path, **more: int) -> subprocess.Popen[bytes]:
    """A batch with some of its chunks done and others not."""
    running = subprocess.Popen(asked, **QUIET | more, start_new_session=True)
    deadline = time.monotonic() + 120
    while not list(out.rglob("receipts/*.json")) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert running.poll() is None
    return running


def is_half_done(out: Path, expected: dict[str, bytes]) -> bool:
    return 0 < len(list(out.rglob("receipts/*.json"))) < len([name for name in expected if "receipts" in name])


def ends_in(expected: dict[str, bytes], asked: list[str], out: Path) -> bool:
    """Whether the same command, given again, ends in the same bytes."""
    answer = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False)
    assert answer.returncode == 0, answer.stderr.decode()
    return contents(out) == expected


def workers_of(batch: subprocess.Popen[bytes]) -> list[psutil.Process]:
    return [one for one in psutil.Process(batch.pid).children(recursive=True) if "spawn_main" in " ".join(one.cmdline())]


def test_a_cluster_of_other_processes_gives_the_same_output(undisturbed: tuple[Path, dict[str, bytes]], cluster: Cluster, tmp_path: Path) -> None:
    source, expected = undisturbed
    assert ends_in(expected, asked(source, tmp_path, "--scheduler", cluster.address), tmp_path)


def test_two_batches_at_once_do_not_disturb_each_other(undisturbed: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    source, expected = undisturbed
    outs = (tmp_path / "one", tmp_path / "two")
    both = [subprocess.Popen(asked(source, out, "--workers", "1"), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for out in outs]
    said = [running.communicate(timeout=240)[1].decode() for running in both]
    assert [contents(out) for out in outs] == [expected, expected]
    assert not [line for line in said if "Warning" in line]


def test_a_worker_killed_is_replaced(undisturbed: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    source, expected = undisturbed
    running = started(asked(source, tmp_path, "--workers", "2"), tmp_path)
    first, _ = workers_of(running)
    first.kill()
    assert is_half_done(tmp_path, expected)
    assert running.wait(timeout=120) == 0
    assert contents(tmp_path) == expected


def test_the_workers_left_do_the_work_of_one_killed(undisturbed: tuple[Path, dict[str, bytes]], cluster: Cluster, tmp_path: Path) -> None:
    source, expected = undisturbed
    running = started(asked(source, tmp_path, "--scheduler", cluster.address), tmp_path)
    cluster.workers[0].kill()
    assert is_half_done(tmp_path, expected)
    assert running.wait(timeout=120) == 0
    assert contents(tmp_path) == expected


def test_the_client_of_a_cluster_killed_and_run_again(undisturbed: tuple[Path, dict[str, bytes]], cluster: Cluster, tmp_path: Path) -> None:
    source, expected = undisturbed
    again = asked(source, tmp_path, "--scheduler", cluster.address)
    running = started(again, tmp_path)
    running.kill()
    running.wait()
    assert is_half_done(tmp_path, expected)
    assert ends_in(expected, again, tmp_path)


def test_a_scheduler_that_is_gone_is_said_and_another_goes_on(undisturbed: tuple[Path, dict[str, bytes]], cluster: Cluster, tmp_path: Path) -> None:
    source, expected = undisturbed
    running = started(asked(source, tmp_path, "--scheduler", cluster.address), tmp_path, stderr=subprocess.PIPE)
    cluster.scheduler.kill()
    _, said = running.communicate(timeout=120)
    assert running.returncode == 2
    assert "The scheduler of the cluster is gone" in said.decode().splitlines()[-1]
    assert is_half_done(tmp_path, expected)
    assert ends_in(expected, asked(source, tmp_path, "--workers", "1"), tmp_path)


def test_killed_with_all_its_workers_and_run_again(undisturbed: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    source, expected = undisturbed
    again = asked(source, tmp_path, "--workers", "2")
    running = started(again, tmp_path)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert is_half_done(tmp_path, expected)
    assert ends_in(expected, again, tmp_path)


def test_a_file_that_cannot_grow_is_said_and_the_same_command_goes_on(undisturbed: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    source, expected = undisturbed
    again = asked(source, tmp_path, "--workers", "1")
    largest = max(len(content) for name, content in expected.items() if "part-" in name)
    answer = subprocess.run([sys.executable, "-c", LIMITED, str(largest - 1), *again[3:]], cwd=ROOT, capture_output=True, check=False)
    assert answer.returncode == 2
    assert "cannot be written (File too large)" in answer.stderr.decode().splitlines()[-1]
    assert not set(contents(tmp_path)) - set(expected)
    assert ends_in(expected, again, tmp_path)

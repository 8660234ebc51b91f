"""Running a batch on Dask: on workers of this machine, or on a cluster somebody else has started."""

from __future__ import annotations

import errno
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from typing import Any

from viz.engine.batch.job import Chunk, Job
from viz.engine.batch.ledger import Ledger
from viz.engine.batch.work import process
from viz.errors import InputError, OutputError

NEEDED = ("distributed", "warcio")  # the rest comes with the app
AHEAD = 3  # chunks given to each worker: it never waits, and the rest stays out of the scheduler's memory


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: chunks done and in all, and what the ones of this run held, after so many seconds."""

    done: int
    chunks: int
    counts: Counter[str]
    seconds: float
    fresh: int
    """Chunks done in this run."""

    @property
    def rate(self) -> float:
        """Records a second of this run."""
        return self.counts["records"] / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """A guess from the chunks of this run; None before the first."""
        return self.seconds / self.fresh * (self.chunks - self.done) if self.fresh else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands in the folder when all is done."""

    folder: str
    counts: Counter[str]


def run(
    job: Job, *, workers: int = 0, scheduler: str = "", tell: Callable[[Progress], None] = lambda progress: None
) -> Outcome:
    """Do what is still to do of a batch, and close its books. Run it again after any stop: it goes on where it was.

    `workers` of 0 means one a core; `scheduler` is the address of a Dask cluster that sees the same folders.
    Raises InputError for what cannot be read or reached, OutputError when the output cannot be written.
    """
    _check_installed()
    try:
        ledger = Ledger(job)
        todo = ledger.todo()
        if todo:
            with _client(workers, scheduler) as client:
                _work_through(client, ledger, todo, job, tell)
        ledger.close()
        return Outcome(str(ledger.folder), ledger.totals())
    except OSError as error:
        raise _cannot_write(job, error) from None


def _check_installed() -> None:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise InputError(f"A batch needs {' and '.join(missing)}; run: pip install -r requirements-batch.txt")


def _work_through(client: Any, ledger: Ledger, todo: list[Chunk], job: Job, tell: Callable[[Progress], None]) -> None:
    from distributed import as_completed

    start, before, counts = time.monotonic(), len(ledger.chunks) - len(todo), Counter[str]()
    waiting = iter(todo)

    def give(chunk: Chunk) -> Any:
        return client.submit(process, chunk, str(ledger.folder), str(job.tier), pure=False, retries=1)

    ahead = AHEAD * max(1, len(client.scheduler_info(-1)["workers"]))
    running: Any = as_completed([give(chunk) for chunk in islice(waiting, ahead)])
    for fresh, future in enumerate(running, start=1):
        counts.update(_result(future))
        future.release()
        if (chunk := next(waiting, None)) is not None:
            running.add(give(chunk))
        tell(Progress(before + fresh, len(ledger.chunks), Counter(counts), time.monotonic() - start, fresh))


def _result(future: Any) -> dict[str, int]:
    from distributed import CancelledError, KilledWorker
    from distributed.comm.core import CommClosedError

    try:
        return dict(future.result())
    except (CancelledError, CommClosedError):
        sentence = "The scheduler of the cluster is gone; start it again and give the same command: it goes on."
        raise OutputError(sentence) from None
    except KilledWorker:
        sentence = "A chunk has ended several workers, perhaps for want of memory; run it again with fewer workers."
        raise OutputError(sentence) from None


@contextmanager
def _client(workers: int, scheduler: str) -> Iterator[Any]:
    import dask
    from distributed import Client, LocalCluster

    quiet = {
        "distributed.logging.distributed": "error",
        "distributed.scheduler.allowed-failures": 3,
        "distributed.admin.system-monitor.log-length": 60,  # an hour of samples is kept otherwise, in each process
        "distributed.worker.profile.enabled": False,  # nobody looks at it, and for a quarter of an hour it grows
    }
    with dask.config.set(quiet):
        if scheduler:
            with _reached(Client, scheduler) as client:
                yield client
            return
        cluster = LocalCluster(
            n_workers=workers or None, threads_per_worker=1, processes=True, dashboard_address=None,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # a free port: two batches at once want one each
        )  # fmt: skip
        with cluster, Client(cluster) as client:
            yield client


def _reached(client: Any, scheduler: str) -> Any:
    try:
        return client(scheduler, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        sentence = f"No Dask scheduler answers at {scheduler} ({error}); give an address like tcp://host:8786."
        raise InputError(sentence) from None


def _cannot_write(job: Job, error: OSError) -> OutputError:
    if error.errno == errno.ENOSPC:
        return OutputError(f"The disk of {job.out} is full; free some space and give the same command: it goes on.")
    return OutputError(f"{job.out} cannot be written ({error.strerror or error}); give a folder you may write to.")

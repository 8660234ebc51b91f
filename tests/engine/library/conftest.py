"""Libraries to test with: SQLite in a folder of the test, in memory, and a real Postgres server."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, text
from sqlalchemy.exc import OperationalError

from viz.engine.library import Library, address
from viz.engine.library.address import file_address
from viz.settings import Settings


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """A Postgres server of this test run. Where none is installed, only CI insists."""
    if not programs().is_dir():
        if os.environ.get("CI"):
            pytest.fail("there is no Postgres on this machine; install the package postgresql")
        pytest.skip("there is no Postgres on this machine")
    with postgres_server() as url:
        yield url


@pytest.fixture(params=["sqlite", "memory", "postgres"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """An empty library of each kind."""
    if request.param == "postgres":
        url = request.getfixturevalue("server")
        empty(url)
    else:
        url = file_address(tmp_path / "library.sqlite") if request.param == "sqlite" else address(Settings(database="memory"))
    library = Library(url)
    yield library
    library.close()


def empty(url: URL) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def programs() -> Path:
    """Where Debian or a PATH keeps initdb and postgres."""
    found = shutil.which("initdb")
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return Path(found).parent if found else versions[-1] if versions else Path("/nonexistent")


@contextmanager
def postgres_server() -> Iterator[URL]:
    """A server that listens on a socket in its own folder, and is gone with it."""
    owner = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgres-", dir="/tmp"))
    if owner:
        shutil.chown(folder, owner)
    run = {"user": owner, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    data = folder / "data"
    subprocess.run([programs() / "initdb", "-D", data, "-U", "dateline", "-E", "UTF8", "--auth=trust", "--no-sync"], check=True, **run)
    options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"]
    process = subprocess.Popen([programs() / "postgres", "-D", data, *options], **run)
    try:
        url = URL.create("postgresql+psycopg", "dateline", host=None, database="postgres", query={"host": str(folder)})
        wait_until_ready(url)
        yield url
    finally:
        process.send_signal(signal.SIGINT)  # a "fast" end: it does not wait for connections that are still open
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_ready(url: URL) -> None:
    engine = create_engine(url)
    for _ in range(200):
        try:
            engine.connect().close()
            engine.dispose()
            return
        except OperationalError:
            time.sleep(0.1)
    raise TimeoutError("Postgres did not start within 20 seconds")

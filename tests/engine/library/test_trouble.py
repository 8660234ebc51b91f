"""Killed, full, read-only, newer, damaged: nothing that was kept is lost, and the user is told in one sentence."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.library.made import made_reading
from viz.engine.library import Library, Query, address
from viz.engine.library.address import file_address
from viz.errors import LibraryError, SettingError
from viz.settings import ROOT, Settings

WITH_MADE = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{Path(__file__).parent}"}
WRITER = """
import sys
from sqlalchemy import make_url
from made import made_reading
from viz.engine.library import Library
library, number, at_once = Library(make_url(sys.argv[1])), 0, int(sys.argv[2])
while True:
    library.add(*(made_reading(one) for one in range(number, number + at_once)), pipeline="1")
    number += at_once
    print(number, flush=True)
"""
CORRECTOR = """
import sys
from sqlalchemy import make_url
from made import made_reading
from viz.engine.corrections import Field, correct, quote_of
from viz.engine.library import Library
library, reading, number = Library(make_url(sys.argv[1])), made_reading(0), 0
span = reading.events[0].span
while True:
    library.record(correct((), reading.article.id, Field.HEADLINE, f"Ribbon {number}", quote_of(reading.article.text, *span)))
    number += 1
    print(number, flush=True)
"""
FULL = """
import resource, signal, sys
from pathlib import Path
from made import made_reading
from viz.engine.library import Library
from viz.engine.library.address import file_address
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
library = Library(file_address(Path(sys.argv[1])))
for number in range(1000):
    library.add(made_reading(number))
    print(number + 1, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def plain_user() -> Iterator[tuple[Path, int | None]]:
    """A folder anybody may enter, and the user to write to it as: root may write anywhere, so it must be another."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-test-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder, 65534 if os.geteuid() == 0 else None
    folder.chmod(0o755)
    shutil.rmtree(folder)


def killed(program: str, library: Library, *arguments: str, patience: float) -> int:
    """Runs a program that counts what it has written, kills it in the middle, and gives the last count it told."""
    url = library._url.render_as_string(hide_password=False)
    process = subprocess.Popen([sys.executable, "-c", program, url, *arguments], stdout=subprocess.PIPE, cwd=ROOT, env=WITH_MADE, text=True)
    assert process.stdout is not None
    reported = int(process.stdout.readline())
    time.sleep(patience)
    process.send_signal(signal.SIGKILL)
    reported = max([reported, *(int(line) for line in process.stdout if line.endswith("\n"))])
    process.wait()
    process.stdout.close()
    return reported


@pytest.mark.parametrize("at_once", [1, 40], ids=["save", "import"])
@pytest.mark.parametrize("library", ["sqlite", "postgres"], indirect=True)
def test_killed_while_writing_everything_reported_is_there_and_whole(library: Library, at_once: int) -> None:
    for patience in (0.0, 0.02, 0.05):
        reported = killed(WRITER, library, str(at_once), patience=patience)
        again = Library(library._url)
        kept = again.articles()
        assert len(kept) >= reported
        assert len(kept) % at_once == 0
        assert len(again.search(Query(limit=10**6))) == sum(entry.events for entry in kept)
        assert again.reading(made_reading(0).article.id) == made_reading(0)
        again.close()


@pytest.mark.parametrize("library", ["sqlite", "postgres"], indirect=True)
def test_killed_while_saving_corrections_every_one_reported_is_there(library: Library) -> None:
    library.add(made_reading(0), pipeline="1")
    reported = killed(CORRECTOR, library, patience=0.1)
    again = Library(library._url)
    kept = [one.value for one in again.corrections(made_reading(0).article.id)]
    assert kept == [f"Ribbon {number}" for number in range(len(kept))]
    assert len(kept) >= reported
    assert again.reading(made_reading(0).article.id) == made_reading(0)
    again.close()


def test_a_full_disk_is_said_and_what_was_kept_is_safe(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL, path], capture_output=True, cwd=ROOT, env=WITH_MADE, text=True)
    assert done.returncode == 1
    assert "LibraryError" in done.stderr
    assert "disk" in done.stderr.splitlines()[-1]
    kept = Library(file_address(path)).articles()
    assert len(kept) == len(done.stdout.splitlines()) > 0


def test_a_folder_that_may_only_be_read_is_said(plain_user: tuple[Path, int | None]) -> None:
    folder, user = plain_user
    path = folder / "library.sqlite"
    library = Library(file_address(path))
    library.add(made_reading(1))
    library.close()
    folder.chmod(0o555)
    for where in (path, folder / "new" / "library.sqlite", folder / "other.sqlite"):
        said = as_user(user, lambda where=where: Library(file_address(where)).add(made_reading(2)))
        assert str(where) in said
        assert "allow writing" in said or "Permission denied" in said or "allow reading and writing" in said
    folder.chmod(0o755)
    assert len(Library(file_address(path)).articles()) == 1


def as_user(user: int | None, action) -> str:
    """The LibraryError of an action that somebody without special rights takes, in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if user is not None:
                os.setgid(user)
                os.setuid(user)
            action()
            os.write(writer, b"it was written")
        except LibraryError as error:
            os.write(writer, str(error).encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as told:
        return told.read()


@pytest.mark.parametrize("library", ["sqlite", "postgres"], indirect=True)
def test_a_library_of_a_newer_program_is_left_alone(library: Library) -> None:
    library.add(made_reading(1))
    with library.writing() as connection:
        connection.exec_driver_sql("UPDATE library SET version = 99")
    again = Library(library._url)
    for use in (again.articles, lambda: again.add(made_reading(2))):
        with pytest.raises(LibraryError, match=r"made by a newer Dateline \(version 99, this one knows \d+\); update Dateline"):
            use()
    with library.writing() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM article").scalar() == 1
    again.close()


def test_a_file_that_is_no_library_is_said_and_left_alone(path: Path) -> None:
    path.write_text("My shopping list. " * 100)
    for use in (Library(file_address(path)).articles, lambda: Library(file_address(path)).add(made_reading(1))):
        with pytest.raises(LibraryError, match="this file is no library"):
            use()
    assert path.read_text() == "My shopping list. " * 100


def test_a_server_that_does_not_answer_is_said_without_the_password() -> None:
    library = Library(address(Settings(database="postgresql://me:secret@127.0.0.1:9/none")))
    with pytest.raises(LibraryError, match="does not answer") as error:
        library.articles()
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("given", ["nonsense", "mysql://me@host/x"])
def test_a_setting_nobody_can_use_is_said(given: str) -> None:
    with pytest.raises(SettingError, match="VIZ_DATABASE_URL"):
        address(Settings(database=given))


def test_looking_makes_no_file(path: Path) -> None:
    library = Library(file_address(path))
    assert library.articles() == ()
    library.search(Query(words="bridge"))
    assert not path.exists()


def test_an_empty_file_is_an_empty_library(path: Path) -> None:
    sqlite3.connect(path).execute("PRAGMA user_version").close()
    path.touch()
    library = Library(file_address(path))
    assert library.articles() == ()
    library.add(made_reading(1))
    assert len(library.articles()) == 1

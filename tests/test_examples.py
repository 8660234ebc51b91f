"""Every example of README and docs runs: Python with its answers, commands as they stand; and the site builds."""

import doctest
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import viz
from viz.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.glob("*.md")), ROOT / "README.md"]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:echo '(?P<given>.*)' \| )?python -m viz (?P<arguments>.*?)(?: > (?P<out>\S+))?")
INDENTED = re.compile(r"^ {6,}(python -m viz .*?)(?: {2,}.*)?$", re.MULTILINE)  # a remark stands well apart
HANDED = {
    "report.txt": "OSH, Kyrgyzstan - Talks opened on Monday.",
    "articles.jsonl": '{"id": 1, "text": "It rained in Osh on Monday.", "dct": "2024-06-14"}\n',
    "news.jsonl": '{"id": 1, "text": "It rained in Osh on Monday.", "dct": "2024-06-14"}\n',
    "dams.csv": "Titel,Datum\nDeichbruch,2021-05-03\n",
}
"""Files that an example takes for granted."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader of the examples has it."""
    for name, text in HANDED.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fences(page: Path, language: str) -> list[str]:
    return [body for found, body in FENCE.findall(page.read_text(encoding="utf-8")) if found == language]


def commands() -> list[str]:
    """Those of the README and of fenced blocks; what asks the network is left out, for tests reach none."""
    found = INDENTED.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    found += [line for page in PAGES for body in fences(page, "bash") for line in body.splitlines()]
    return [line for line in found if "https://" not in line]


@pytest.mark.parametrize("page", [page for page in PAGES if fences(page, "python")], ids=lambda page: page.name)
@pytest.mark.usefixtures("desk")
def test_python_examples_give_what_they_say(page: Path) -> None:
    """The blocks of a page are one session: a later one may use what an earlier one has made."""
    session = "\n".join(fences(page, "python"))
    test = doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0)
    told: list[str] = []
    results = doctest.DocTestRunner().run(test, out=told.append)
    assert results.attempted > 2
    assert results.failed == 0, "".join(told)


@pytest.mark.parametrize("line", commands())
def test_commands_run(line: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = COMMAND.fullmatch(line)
    assert found, f"this test cannot run {line!r}; write it as the others are"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((found["given"] or "").encode())))
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="utf-8"))
    arguments = [one.strip('"') for one in re.findall(r'"[^"]*"|\S+', found["arguments"])]
    assert main(arguments) == 0
    sys.stdout.flush()
    assert len(written.getvalue()) > 40
    if found["out"]:
        (desk / found["out"]).write_bytes(written.getvalue())


@pytest.mark.usefixtures("desk")
def test_the_python_of_the_readme_runs(desk: Path) -> None:
    (block,) = re.findall(r"^ {6}import viz\n(?: {6}.*\n)+", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    names: dict[str, object] = {}
    exec("\n".join(line[6:] for line in block.splitlines()), names)
    assert (desk / "story.html").stat().st_size > 100_000


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    mkdocs = shutil.which("mkdocs", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert mkdocs
    answer = subprocess.run(
        [mkdocs, "build", "--strict", "--quiet", "--site-dir", str(tmp_path)], cwd=ROOT, capture_output=True, text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    reference = (tmp_path / "api" / "index.html").read_text(encoding="utf-8")
    assert [name for name in viz.__all__ if not re.search(rf'id="viz\.\w+\.{name}"', reference)] == []
    outside = [page for page in tmp_path.rglob("*.html") if re.search(r'<(?:script|link)[^>]+(?:src|href)="https?://(?!squidfunk)', page.read_text(encoding="utf-8"))]
    assert outside == []

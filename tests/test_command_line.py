"""The command line as a person meets it: what it prints, and one clear sentence with exit status 2 on bad input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "data/articles/kyrgyz-election-2017.txt"


def run(*arguments: str, given: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    command, around = [sys.executable, "-m", "viz", *arguments], {**os.environ, **variables}
    return subprocess.run(command, cwd=ROOT, input=given, env=around, capture_output=True, check=False)


def test_read_prints_the_events() -> None:
    answer = run("read", ARTICLE)
    assert answer.returncode == 0, answer.stderr
    printed = answer.stdout.decode()
    assert "2017-10-15" in printed
    assert "Astana" in printed


def test_read_takes_standard_input_and_a_publication_date() -> None:
    answer = run("read", "-", "--published", "2018-09-19", given=(ROOT / ARTICLE).read_bytes())
    assert answer.returncode == 0, answer.stderr
    assert "2018-10-15" in answer.stdout.decode()


def test_read_says_which_publication_date_it_took_and_reads_the_rest(tmp_path: Path) -> None:
    page = tmp_path / "rain.html"
    page.write_text('<meta name="pubdate" content="2024-06-14"><h1>Rain</h1><p>The president visited Osh on Monday.</p>')
    answer = run("read", str(page), str(tmp_path / "none.pdf"), "--format", "csv")
    assert answer.returncode == 2
    assert "2024-06-10" in answer.stdout.decode()
    said = answer.stderr.decode().splitlines()
    assert said[0] == "dateline: rain.html: publication date 2024-06-14. The page's pubdate tag says 2024-06-14. (--published changes it)"
    assert said[1].startswith("dateline: There is no file")


def test_read_fetches_nothing_of_its_own_network() -> None:
    answer = run("read", "http://127.0.0.1:1/")
    assert answer.returncode == 2
    assert answer.stderr.decode().startswith("dateline: 127.0.0.1 leads to this machine or its own network")


def test_annotate_keeps_the_contract() -> None:
    record = {"id": "one", "text": "OSH, Kyrgyzstan - Talks began on Monday.", "dct": "2024-06-14"}
    answer = run("annotate", "-", given=json.dumps(record).encode())
    assert answer.returncode == 0, answer.stderr
    out = json.loads(answer.stdout)
    assert set(out) == {"id", "timexes", "toponyms", "demonyms", "events"}
    assert out["timexes"] == [{"start": 33, "end": 39, "text": "Monday", "type": "DATE", "value": "2024-06-10"}]
    assert set(out["toponyms"][0]) == {"start", "end", "text", "lat", "lon", "geonameid", "country", "role"}
    assert set(out["events"][0]) == {"span", "trigger_span", "when", "where", "who", "status", "source"}


def test_annotate_only_some_layers() -> None:
    record = {"id": 1, "text": "It rained in Osh on Monday.", "dct": None}
    answer = run("annotate", "-", "--only", "dates", given=json.dumps(record).encode())
    assert set(json.loads(answer.stdout)) == {"id", "timexes"}


@pytest.mark.parametrize(
    ("arguments", "given", "says"),
    [
        (["read", "no-such-file.txt"], b"", "no-such-file.txt"),
        (["read", "-"], b"  \n", "empty"),
        (["read", "-"], b"\x7fELF\x00\x01\x02", "binary"),
        (["read", "data"], b"", "folder"),
        (["read", ARTICLE, "--published", "2017-02-30"], b"", "2017-02-30"),
        (["read", ARTICLE, "--published", ""], b"", "YYYY-MM-DD"),
        (["read", ARTICLE, "--format", "parchment"], b"", "parchment"),
        (["annotate", "-"], b"{not json}", "Line 1"),
        (["annotate", "-"], b'{"id": 1}', "Line 1"),
        (["annotate", "-"], b'\n{"id": 1, "text": "x", "dct": "soon"}', "soon"),
        (["annotate", "-"], b"\xff\xfe\xff", "UTF-8"),
        (["annotate", "-", "--only", "smells"], b"", "smells"),
        (["annotate", "no-such-file.jsonl"], b"", "no-such-file.jsonl"),
    ],
)
def test_bad_input_gets_one_sentence(arguments: list[str], given: bytes, says: str) -> None:
    answer = run(*arguments, given=given)
    complaint = answer.stderr.decode()
    assert answer.returncode == 2
    assert says in complaint
    assert complaint.count("\n") == 1
    assert "Traceback" not in complaint
    assert answer.stdout == b""


def test_two_runs_print_the_same_bytes() -> None:
    """Python orders sets anew in each process; nothing that is written may follow it."""
    springfield = "SPRINGFIELD, Illinois - The mayor of Springfield, United States, resigned on Monday in Springfield, Illinois."
    text = (springfield + "\n\n" + (ROOT / ARTICLE).read_text()).encode()
    first, second = (run("read", "-", "--format", "json", given=text, PYTHONHASHSEED=seed) for seed in ("0", "1"))
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout


@pytest.mark.parametrize("text", ["Prices may march on.", "It rained on Monday.", "Talks opened in Osh."])
def test_an_article_without_date_or_place_is_read(text: str) -> None:
    answer = run("read", "-", given=text.encode())
    assert answer.returncode == 0, answer.stderr
    assert b"Traceback" not in answer.stderr

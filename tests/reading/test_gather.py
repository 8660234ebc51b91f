"""Several sources at once: each failure keeps its reason, doubles are recognised, the rest goes in."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.reading import make
from tests.reading.pages import page
from viz.errors import UnreachableError
from viz.reading import article_from_text, bundled
from viz.reading.fetch import Fetched
from viz.reading.gather import Address, Pasted, Source, Upload, fingerprint, gather, name_of, source_of
from viz.reading.limits import LARGEST_FILE

ROOT = Path(__file__).resolve().parents[2]


def unreachable(url: str) -> Fetched:
    raise UnreachableError("post.example cannot be reached; check the address and the connection.")


def test_what_fails_is_listed_with_its_reason_and_the_rest_goes_in(tmp_path: Path) -> None:
    text = tmp_path / "rain.txt"
    text.write_text("It rained in Osh.")
    sources: list[Source] = [
        Upload("photo.png", b"\x89PNG"), Upload("a.docx", make.word("It snowed.")), text, tmp_path / "none.txt",
        Address("https://post.example/x"), Pasted("  "), tmp_path,
    ]  # fmt: skip
    heard: list[tuple[int, int, str]] = []
    gathered = gather(sources, fetch=unreachable, progress=lambda *news: heard.append(news))
    assert [draft.name for draft in gathered.drafts] == ["a.docx", "rain.txt"]
    assert [failure.name for failure in gathered.failures] == ["photo.png", "none.txt", "https://post.example/x", "The article", tmp_path.name]
    assert all(failure.reason.endswith(".") and "\n" not in failure.reason for failure in gathered.failures)
    assert heard[0] == (0, 7, "photo.png")
    assert len(heard) == 7


def test_the_same_words_are_the_same_article() -> None:
    known = [article_from_text("It rained in Osh .\n\n“Much” , he said .", title="Rain")]
    sources = [Upload("a.txt", b'IT RAINED  in Osh. "Much", he said.'), Pasted("It snowed."), Upload("b.txt", b"it snowed")]
    gathered = gather(sources, known=known)
    assert [draft.text for draft in gathered.drafts] == ["It snowed."]
    assert [(double.name, double.title, double.article_id) for double in gathered.doubles] == [("a.txt", "Rain", known[0].id), ("b.txt", "It snowed.", "")]


def test_texts_without_letters_differ_by_their_marks() -> None:
    assert fingerprint("...") != fingerprint("???")


@pytest.mark.parametrize("name", ["../../etc/report.txt", "C:\\Users\\ann\\report.txt", "/report.txt"])
def test_of_a_name_with_a_path_only_the_last_part_counts(name: str) -> None:
    assert name_of(Upload(name, b"")) == "report.txt"
    assert gather([Upload(name, b"It rained.")]).drafts[0].name == "report.txt"


def test_more_bytes_than_a_file_may_have_are_refused_before_they_are_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(2_100_000_000)  # a file with a hole: it takes no room
    (failure,) = gather([large]).failures
    assert failure.reason == "large.txt is too large (2.1 GB); Dateline reads up to 50 MB: give the article alone."


def test_more_text_than_an_article_has_is_refused() -> None:
    (failure,) = gather([Pasted("word " * 700_000)]).failures
    assert "3,500,000 characters" in failure.reason


def test_what_the_command_line_names(monkeypatch: pytest.MonkeyPatch) -> None:
    class Given:
        buffer = io.BytesIO(b"It rained.")

    monkeypatch.setattr(sys, "stdin", Given)
    assert source_of("-") == Upload("Standard input", b"It rained.")
    assert source_of("HTTPS://post.example/x") == Address("HTTPS://post.example/x")
    assert source_of("a/b.txt") == Path("a/b.txt")
    assert LARGEST_FILE == 50_000_000


def test_a_bundled_text_brings_what_is_known_of_it() -> None:
    known = bundled()[0]
    (draft,) = gather([Upload("copy.txt", known.text.encode())]).drafts
    assert draft.proposed is not None
    assert (draft.proposed.value, draft.title.value, draft.source.value) == (date(2017, 9, 20), known.title, known.source)


def test_a_document_from_an_address_knows_where_it_came_from() -> None:
    def get(url: str) -> Fetched:
        return Fetched("https://www.post.example/files/a.pdf", make.pdf([["It rained in Osh."]]), "application/pdf")

    (draft,) = gather([Address("https://post.example/a")], fetch=get).drafts
    assert (draft.url, draft.source.value) == ("https://www.post.example/files/a.pdf", "post.example")


def test_the_charset_of_a_server_counts() -> None:
    source = "<html><body><article><p>Мост открыли в Оше.</p></article></body></html>".encode("koi8-r")
    (draft,) = gather([Address("https://post.example/a")], fetch=lambda url: Fetched(url, source, "text/html", "koi8-r")).drafts
    assert draft.text == "Мост открыли в Оше."


def test_libraries_for_documents_are_loaded_only_for_documents() -> None:
    script = (
        "import sys; from viz.reading import Pasted, gather; assert gather([Pasted('It rained.')]).drafts;"
        "print(sorted({'lxml', 'trafilatura', 'pypdf', 'docx', 'feedparser', 'requests', 'markdown_it', 'dateparser'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"


def test_a_saved_page_is_read_like_a_fetched_one() -> None:
    (draft,) = gather([Upload("story.txt", page('<meta name="pubdate" content="2017-09-20">'))]).drafts
    assert draft.proposed is not None
    assert draft.proposed.value == date(2017, 9, 20)

"""Whatever comes in becomes an Article or one clear sentence."""

from datetime import date

import pytest

from viz.errors import BadDateError, EmptyArticleError, InputError, MissingSourceError, NotTextError
from viz.reading import article_from_source, article_from_text, bundled, parse_published
from viz.reading.kinds import draft_from_bytes


def test_the_first_article_is_the_one_the_program_was_built_for() -> None:
    first = bundled()[0]
    assert first.published == date(2017, 9, 20)
    assert first.text.startswith("bishkek ( reuters ) - kyrgyzstan accused")


def test_every_bundled_article_has_a_publication_date() -> None:
    assert [article.title for article in bundled() if article.published is None] == []


def test_text_is_kept_as_it_is() -> None:
    assert article_from_text("  A b.\n\nC\r\n").text == "  A b.\n\nC\r\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A heading\n\nBISHKEK, May 3 - It rained.", "A heading"),
        ("It rained . it snowed .", "It rained"),
        ("one line", "one line"),
        ("word " * 60, "word " * 24 + "..."),
    ],
)
def test_a_title_is_found(text: str, title: str) -> None:
    assert article_from_text(text).title == title


@pytest.mark.parametrize("content", [b"caf\xe9 in Osh", "café in Osh".encode(), "café in Osh".encode("utf-16")])
def test_encodings(content: bytes) -> None:
    assert draft_from_bytes(content, "The article").text == "café in Osh"


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", EmptyArticleError), (b" \n\t ", EmptyArticleError), (b"\x7fELF\x00\x01", NotTextError), (b"\x81\x9d\x01" * 9, NotTextError)],
)
def test_bad_content_is_refused(content: bytes, error: type[InputError]) -> None:
    with pytest.raises(error, match=r"give the|save it"):
        draft_from_bytes(content, "The article")


def test_a_missing_file_is_named(tmp_path) -> None:
    with pytest.raises(MissingSourceError, match="nothing"):
        article_from_source(str(tmp_path / "nothing.txt"))


def test_a_folder_is_refused(tmp_path) -> None:
    with pytest.raises(InputError, match="folder"):
        article_from_source(str(tmp_path))


def test_a_bundled_file_brings_its_date_unless_another_is_given(tmp_path) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(bundled()[0].text.encode())
    assert article_from_source(str(path)).published == date(2017, 9, 20)
    assert article_from_source(str(path), published=date(2018, 9, 19)).published == date(2018, 9, 19)


@pytest.mark.parametrize("value", ["2017-13-01", "2017-02-30", "20170920", "yesterday", "", "2017-W38-3"])
def test_an_impossible_publication_date_is_named(value: str) -> None:
    with pytest.raises(BadDateError, match="YYYY-MM-DD"):
        parse_published(value)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("OSH, Kyrgyzstan (AP) -- A market burned down on Friday.\n\nNobody was hurt.", "A market burned down on Friday"),
        ("BISHKEK, April 30, 2021 - A bridge opened. It is long.", "A bridge opened"),
        ("U.S. troops left Osh. They had come in 2001.", "U.S. troops left Osh"),
        ("Market burns down\n\nOSH - A market burned down.", "Market burns down"),
        ("NATO leaders met - at last - in Osh. They left.", "NATO leaders met - at last - in Osh"),
        ("They met BISHKEK (AP) - said and left. It is long.", "They met BISHKEK (AP) - said and left"),
    ],
)
def test_a_text_without_a_headline_is_called_by_its_news(text: str, title: str) -> None:
    assert article_from_text(text).title == title

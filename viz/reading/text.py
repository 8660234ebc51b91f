"""Plain text -> Article, and the checks every text passes whatever it came from."""

from __future__ import annotations

import re
from datetime import date

from viz.errors import BadDateError, EmptyArticleError, NotTextError
from viz.model import Article

TITLE_LENGTH = 120
ENCODINGS = ("utf-8-sig", "cp1252")
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_HEADING = re.compile(r"\s*(\S[^\n]{0,199})\n[ \t]*\n")
_FIRST_SENTENCE = re.compile(r"\s*(.+?)(?:\s?[.!?](?=\s)|\n|$)", re.DOTALL)
# What text never holds: the control characters except tab, line ends, form feed and escape.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def article_from_text(text: str, *, title: str = "", published: date | None = None, source: str = "") -> Article:
    """An Article from text as a person pastes it; the text is kept as it is, so that offsets mean what they say.

    Without a title, a first line that stands alone is the title, else the first sentence.
    Raises EmptyArticleError when there is nothing to read, NotTextError when it is not text.
    """
    name = source or "The article"
    if not text.strip():
        raise EmptyArticleError(f"{name} is empty; give the text of a news article.")
    if len(_CONTROLS.findall(text[:65536])) > len(text[:65536]) // 100:
        raise NotTextError(f"{name} is not text; give the article as plain text.")
    return Article.of(text, title=title.strip() or title_of(text), published=published, source=source)


def article_from_bytes(content: bytes, *, title: str = "", published: date | None = None, source: str = "") -> Article:
    """The same from bytes: UTF-8, UTF-16 with its mark, or Windows-1252. NUL bytes mean a binary file."""
    name = source or "The article"
    encoding = BYTE_ORDER_MARKS.get(content[:2])
    if encoding is None and b"\x00" in content:
        raise NotTextError(f"{name} is a binary file; give the article as plain text.")
    for candidate in (encoding,) if encoding else ENCODINGS:
        try:
            text = content.decode(candidate)
        except UnicodeDecodeError:
            continue
        return article_from_text(text, title=title, published=published, source=source)
    raise NotTextError(f"{name} is not text in an encoding Dateline knows; save it as UTF-8.")


def title_of(text: str) -> str:
    """A name for a text that brings none: its heading line, or its first sentence cut at a word."""
    heading = _HEADING.match(text)
    first = heading or _FIRST_SENTENCE.match(text)
    words = " ".join(first.group(1).split()) if first else ""
    if len(words) <= TITLE_LENGTH:
        return words
    return words[:TITLE_LENGTH].rsplit(" ", 1)[0] + " ..."


def parse_published(value: str) -> date:
    """The publication date of `--published` and the app's field; raises BadDateError naming the value."""
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError:
        sentence = f"The publication date {value!r} is not a date; write it as YYYY-MM-DD, like 2017-09-20."
        raise BadDateError(sentence) from None

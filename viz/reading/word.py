"""A Word document (.docx) -> Draft. The file is a zip of XML, so its size is looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from viz.errors import DamagedError, EmptyArticleError, TooLargeError
from viz.reading.days import FIRST_NEWSPAPER
from viz.reading.draft import NOTHING, Draft, Told, Trust
from viz.reading.limits import LARGEST_PART, LARGEST_UNPACKED, check_length, say_size
from viz.reading.text import readable, told, told_language, told_title, without_title

MOST_PARTS = 5000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab", f"{_W}br", f"{_W}cr"}
# Told twice or no longer told: where moved text was, and what old programs show in place of a drawing.
_SKIPPED = {f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_HEADINGS = ("title", "heading 1")


def draft_from_word(content: bytes, name: str) -> Draft:
    """Read a .docx. Raises TooLargeError for a decompression bomb, DamagedError, EmptyArticleError."""
    _check_unpacked(content, name)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(content))
        paragraphs = [(text, style) for text, style in _paragraphs(document) if text.strip()]
        about = document.core_properties
        spoken = told_language(about.language or "", "The document's language property.")
        writer = told("" if about.author == "python-docx" else about.author, "The document's author property.")
        named, days = about.title or "", _days(about)
    except (OpcError, LxmlError, zipfile.BadZipFile, zlib.error,
            KeyError, ValueError, AttributeError, OSError, RuntimeError, NotImplementedError) as error:  # fmt: skip
        raise DamagedError(f"{name} is a damaged Word document ({type(error).__name__}); save it again.") from None
    heading = paragraphs[0][0] if paragraphs and paragraphs[0][1].lower() in _HEADINGS else ""
    title = _title(heading, named)
    text = readable(without_title([paragraph for paragraph, _ in paragraphs], title.value))
    if not text:
        raise EmptyArticleError(f"{name} holds no text; give a document with the text of a news article.")
    check_length(name, text)
    return Draft(name, text, title if title.value else told_title(text), NOTHING, writer, spoken, days)


def _check_unpacked(content: bytes, name: str) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise DamagedError(f"{name} is a damaged Word document; save it again.") from None
    total = sum(part.file_size for part in parts)
    written = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if total > LARGEST_UNPACKED or written > LARGEST_PART or len(parts) > MOST_PARTS:
        raise TooLargeError(
            f"{name} unpacks to {say_size(total)} in {len(parts)} parts; Dateline reads up to "
            f"{say_size(LARGEST_UNPACKED)}, {say_size(LARGEST_PART)} of it text: give the article alone."
        )


def _paragraphs(document: Any) -> Iterator[tuple[str, str]]:
    """Text and style of every paragraph, in tables, boxes and content controls too, in the order of the file."""
    names = {style.style_id: style.name or "" for style in document.styles}
    for paragraph in document.element.body.iter(f"{_W}p"):
        yield "".join(_words(paragraph)), names.get(paragraph.style, "")


def _words(paragraph: Any) -> Iterator[str]:
    """The words of one paragraph, inserted ones included; what was struck out is no `w:t` and stays away."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _BREAKS:
            yield " "
        elif element.tag not in _SKIPPED and element.tag != f"{_W}p":  # a paragraph in a box comes on its own
            waiting.extend(reversed(element))


def _title(heading: str, named: str) -> Told[str]:
    if named.strip() and named.strip().lower() not in ("word document", "untitled"):
        return told(named, "The document's title property.")
    return told(heading, "The document's first heading.")


def _days(about: Any) -> tuple[Told[date], ...]:
    """The day the file was made, a hint at most. Word's templates carry their own, far from any article."""
    made = about.created
    if not isinstance(made, datetime) or about.author == "python-docx":
        return ()
    day = made.date()
    if not FIRST_NEWSPAPER <= day <= date.today():
        return ()
    return (Told(day, f"The document was created on {day}; the article may be older.", Trust.HINT),)

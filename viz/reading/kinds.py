"""What kind of source some bytes are: what they begin with counts, and name and media type only when that is silent.

The readers and their libraries are imported here, and only when a source of their kind is read.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

from viz.errors import NotTextError
from viz.reading.draft import Draft
from viz.reading.limits import check_size
from viz.reading.text import draft_from_text, text_from_bytes


class Kind(StrEnum):
    """The kinds of sources Dateline reads; the value is how a sentence calls one."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    PAGE = "web page"
    PDF = "PDF"
    WORD = "Word document"
    FEED = "feed"


KNOWN = "give text, Markdown, a web page, a PDF or a .docx document"
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown")
# Declarations, comments and processing instructions, which may stand before what tells. Possessive: a file of nothing
# but comments is looked at once, not once for every way to split it.
_BEFORE = (
    rb"\s*+(?:<(?:\?[^>]{0,500}|!--(?:(?!-->).){0,2000}--|!DOCTYPE\s(?!html)[^>\[]{0,200}(?:\[[^\]]{0,5000}\])?)>\s*+)*+"
)
_PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_BEFORE + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_OTHERS = (
    (b"PK\x03\x04", "zip archive"), (b"PK\x05\x06", "zip archive"), (b"\x1f\x8b", "gzip archive"),
    (b"7z\xbc\xaf", "7z archive"), (b"Rar!", "rar archive"), (b"{\\rtf", "rich text file"),
    (b"\xd0\xcf\x11\xe0", "Word document of the old kind (.doc)"), (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"II*\x00", "picture"),
)  # fmt: skip


def kind_of(content: bytes, name: str = "", media_type: str = "") -> Kind:
    """The kind of some bytes. Raises NotTextError, naming what it is, for a kind Dateline does not read."""
    head = content[:8192].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"PK\x03\x04") and b"word/" in content:
        return Kind.WORD
    if other := next((words for magic, words in _OTHERS if head.startswith(magic)), ""):
        raise NotTextError(f"{name or 'The article'} is a {other}; {KNOWN}.")
    if _FEED.match(head):
        return Kind.FEED
    if _PAGE.match(head) or "html" in media_type:
        return Kind.PAGE
    suffix = PurePosixPath(name.lower()).suffix
    if suffix in (".html", ".htm", ".xhtml"):
        return Kind.PAGE
    return Kind.MARKDOWN if suffix in _MARKDOWN_NAMES or "markdown" in media_type else Kind.TEXT


def draft_from_bytes(
    content: bytes, name: str, *, url: str = "", media_type: str = "", charset: str = ""
) -> Draft:
    """Read one article of any kind but a feed, which holds many. Raises an InputError of one sentence."""
    check_size(name, len(content))
    kind = kind_of(content, name, media_type)
    if kind is Kind.PDF:
        from viz.reading.pdf import draft_from_pdf

        return draft_from_pdf(content, name)
    if kind is Kind.WORD:
        from viz.reading.word import draft_from_word

        return draft_from_word(content, name)
    if kind is Kind.PAGE:
        from viz.reading.webpage import draft_from_page

        return draft_from_page(content, name, url=url, charset=charset)
    text = text_from_bytes(content, name, charset)
    if kind is Kind.MARKDOWN:
        from viz.reading.markdown import draft_from_markdown

        return draft_from_markdown(text, name)
    return draft_from_text(text, name)

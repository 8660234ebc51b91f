"""Plain text -> Draft or Article, and the checks every text passes whatever it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from viz.errors import BadDateError, EmptyArticleError, NotTextError
from viz.model import Article
from viz.reading.draft import NOTHING, Draft, Told
from viz.reading.limits import check_length

TITLE_LENGTH = 120
ENCODINGS = ("utf-8-sig", "cp1252")
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
LATIN_SHARE = 0.3  # more letters beyond ASCII than this, and the text is hardly in a Latin alphabet
_HEADING = re.compile(r"\s*(\S[^\n]{0,199})\n[ \t]*\n")
# "SOMA, Turkey (AP) -- ", "BISHKEK, May 3 - ": what stands before a report and is no part of its headline.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .'’-]+(?:, ?[A-Z\d][\w. ]{1,30}){0,3}(?: ?\([^()\n]{2,40}\))? ?(?:--|[-–—])\s+(?=\S)"
)
_SHORT = "".join(rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Gov", "[A-Z]"))
_FIRST_SENTENCE = re.compile(rf"\s*(.+?)(?:\s?(?:{_SHORT}\.|[!?])(?=\s)|\n|$)", re.DOTALL)
# What text never holds: the control characters except tab, line ends, form feed and escape.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What a document's text holds and a reader never sees: controls, half surrogate pairs, soft hyphens, zero widths.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u00ad\u200b\u2060\ufeff]")


def article_from_text(text: str, *, title: str = "", published: date | None = None, source: str = "") -> Article:
    """An Article from text as a person pastes it; the text is kept as it is, so that offsets mean what they say.

    Without a title, a first line that stands alone is the title, else the first sentence.
    Raises EmptyArticleError when there is nothing to read, NotTextError when it is not text.
    """
    draft = draft_from_text(text, source or "The article")
    return draft.article(published=published, title=title.strip() or None, source=source)


def draft_from_text(text: str, name: str = "The article") -> Draft:
    """A Draft of the text as it is; raises as `article_from_text` does, and TooLargeError."""
    if not text.strip():
        raise EmptyArticleError(f"{name} is empty; give the text of a news article.")
    check_length(name, text)
    if len(_CONTROLS.findall(text[:65536])) > len(text[:65536]) // 100:
        raise NotTextError(f"{name} is not text; give the article as plain text.")
    return Draft(name, text, told_title(text))


def text_from_bytes(content: bytes, name: str = "The article", charset: str = "") -> str:
    """The text of bytes: in the named charset, UTF-8, UTF-16 with its mark, or an 8-bit encoding.

    NUL bytes mean a binary file. Raises NotTextError for what is no text.
    """
    encoding = BYTE_ORDER_MARKS.get(content[:2])
    if encoding is None and b"\x00" in content:
        raise NotTextError(f"{name} is a binary file; give the article as plain text.")
    for candidate in (encoding,) if encoding else (charset, *ENCODINGS[:1], _guessed(content), *ENCODINGS[1:]):
        try:
            if candidate:
                return content.decode(candidate)
        except (UnicodeError, LookupError):  # the wrong encoding, or a charset that does not exist
            continue
    raise NotTextError(f"{name} is not text in an encoding Dateline knows; save it as UTF-8.")


def _guessed(content: bytes) -> str:
    """The 8-bit encoding of a text in another alphabet, where Windows-1252 would turn every letter into another."""
    sample = content[:20_000]
    letters = sum(byte > 127 or chr(byte).isalpha() for byte in sample)
    if sum(byte > 127 for byte in sample) <= LATIN_SHARE * letters:
        return ""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else ""


def readable(paragraphs: Iterable[str]) -> str:
    """Paragraphs of a document as one text: unseen characters gone, spaces made one, a blank line between."""
    cleaned = (" ".join(_UNSEEN.sub("", paragraph).split()) for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in cleaned if paragraph)


def told_title(text: str) -> Told[str]:
    """A name for a text that brings none: its heading line, or its first sentence, less a dateline, cut at a word."""
    heading = _HEADING.match(text)
    if heading and not heading.group(1).rstrip().endswith("."):
        return Told(shortened(heading.group(1)), "The first line of the text.")
    dateline = _DATELINE.match(text)
    first = _FIRST_SENTENCE.match(text, dateline.end() if dateline else 0)
    return Told(shortened(first.group(1)) if first else "", "The first sentence of the text.")


def told(value: str, origin: str) -> Told[str]:
    """A line of metadata, NOTHING when it is empty."""
    line = shortened(value)
    return Told(line, origin) if line else NOTHING


def told_language(code: str, origin: str) -> Told[str]:
    """A language from its tag ("en-GB", "en_GB" -> "en"), NOTHING when it is no tag."""
    found = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", code.strip())
    return Told(found.group(1).lower(), origin) if found else NOTHING


def shortened(title: str) -> str:
    """A title on one line, cut at a word when it is longer than any headline."""
    words = " ".join(_UNSEEN.sub("", title).split())
    if len(words) <= TITLE_LENGTH:
        return words
    return words[:TITLE_LENGTH].rsplit(" ", 1)[0] + " ..."


def without_title(paragraphs: list[str], *titles: str) -> list[str]:
    """The paragraphs without a first one that only repeats a title, so that nothing is told twice."""
    known = {" ".join(title.split()).casefold() for title in titles}
    if len(paragraphs) > 1 and " ".join(paragraphs[0].split()).casefold() in known:
        return paragraphs[1:]
    return paragraphs


def parse_published(value: str) -> date:
    """The publication date of `--published` and the app's field; raises BadDateError naming the value."""
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError:
        sentence = f"The publication date {value!r} is not a date; write it as YYYY-MM-DD, like 2017-09-20."
        raise BadDateError(sentence) from None

"""A PDF -> Draft: its lines joined to paragraphs again, without what is printed on every page."""

from __future__ import annotations

import io
import logging
import re
import time
from datetime import date
from typing import Any

from viz.errors import DamagedError, EmptyArticleError, TooLargeError
from viz.reading.days import FIRST_NEWSPAPER
from viz.reading.draft import NOTHING, Draft, Told, Trust
from viz.reading.limits import LARGEST_PART, MOST_PAGES, READING_SECONDS, check_length
from viz.reading.pdf_lines import paragraphs_of
from viz.reading.text import readable, shortened, told, told_language, told_title, without_title

_PROGRAM = re.compile(
    r"^(?:microsoft word|untitled|anonymous|unspecified|document\d*)\b|\.(?:docx?|indd|pdf|rtf|odt)$", re.IGNORECASE
)


def draft_from_pdf(content: bytes, name: str) -> Draft:
    """Read a PDF. Raises DamagedError for a locked one too, EmptyArticleError for scanned pages, TooLargeError."""
    import pypdf
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells the terminal about every oddity of a file
    bounds = pypdf.Configuration(
        zlib_maximum_output_length=LARGEST_PART, lzw_maximum_output_length=LARGEST_PART,
        run_length_maximum_output_length=LARGEST_PART, brotli_maximum_output_length=LARGEST_PART,
        array_based_stream_maximum_output_length=LARGEST_PART,
    )  # fmt: skip
    try:
        with pypdf.apply_configuration(bounds):
            reader = pypdf.PdfReader(io.BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                raise DamagedError(f"{name} is locked with a password; save a copy without one.")
            pages = _pages(reader, name)
            return _draft(pages, reader, name)
    except DependencyError:
        raise DamagedError(f"{name} is locked in a way Dateline cannot open; save a copy without protection.") from None
    except LimitReachedError:
        raise TooLargeError(f"{name} unpacks to more than Dateline reads; give the article alone.") from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError,
            ArithmeticError, AssertionError, NotImplementedError) as error:  # fmt: skip
        raise DamagedError(f"{name} is a damaged PDF ({type(error).__name__}); save or print it again.") from None


def _pages(reader: Any, name: str) -> list[list[str]]:
    """The lines of every page."""
    if len(reader.pages) > MOST_PAGES:
        many = f"{name} has {len(reader.pages)} pages"
        raise TooLargeError(f"{many}; Dateline reads up to {MOST_PAGES}: give the article alone.")
    started = time.monotonic()
    pages: list[list[str]] = []
    for page in reader.pages:
        if time.monotonic() - started > READING_SECONDS:
            raise TooLargeError(f"{name} takes over {READING_SECONDS:.0f} seconds to read; give the article alone.")
        text = page.extract_text()
        check_length(name, text)
        if not text and (contents := page.get_contents()):
            contents.get_data()  # pypdf reads a page beyond its limits as an empty one; this raises
        pages.append(text.splitlines())
    return pages


def _draft(pages: list[list[str]], reader: Any, name: str) -> Draft:
    about = reader.metadata or {}
    paragraphs = paragraphs_of(pages)
    named, author = _property(about, "/Title"), _property(about, "/Author")
    title = told(named, "The PDF's title property.")
    text = readable(without_title(paragraphs, title.value))
    if not text:
        raise EmptyArticleError(
            f"{name} holds no text, only pictures of its {len(pages)} pages; run text recognition (OCR) over it first."
        )
    check_length(name, text)
    spoken = told_language(str(reader.root_object.get("/Lang", "")), "The PDF's language property.")
    writer = told(author, "The PDF's author property.")
    return Draft(name, text, title if named else told_title(text), NOTHING, writer, spoken, _days(about))


def _property(about: Any, key: str) -> str:
    value = about.get(key)
    words = shortened(str(value)) if value else ""
    return "" if _PROGRAM.search(words) else words


def _days(about: Any) -> tuple[Told[date], ...]:
    """The day the file was made: a hint at most, for many a PDF was printed years after the article."""
    written = re.match(r"D?:?\s?(\d{4})(\d\d)(\d\d)", str(about.get("/CreationDate") or ""))
    try:
        day = date(*map(int, written.groups())) if written else None
    except ValueError:
        day = None
    if day is None or not FIRST_NEWSPAPER <= day <= date.today():
        return ()
    return (Told(day, f"The PDF was made on {day}; the article may be older.", Trust.HINT),)

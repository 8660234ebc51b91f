"""How much Dateline takes in: every bound on what a source may cost, in one place.

They are far above any article and far below what makes a machine suffer. What passes them is refused in one sentence.
"""

from __future__ import annotations

from viz.errors import TooLargeError

MEGABYTE = 1_000_000
LARGEST_FILE = 50 * MEGABYTE  # .streamlit/config.toml keeps larger uploads out of memory
LARGEST_PAGE = 5 * MEGABYTE  # a web page or a feed, unpacked
LARGEST_UNPACKED = 100 * MEGABYTE  # all parts of a .docx, pictures included
LARGEST_PART = 25 * MEGABYTE  # one part of a .docx, one stream of a PDF
MOST_CHARACTERS = 3_000_000  # of text: the length of four long novels
MOST_PAGES = 1500  # of a PDF
MOST_ENTRIES = 50  # of a feed
READING_SECONDS = 60.0  # for one PDF


def check_size(name: str, size: int, limit: int = LARGEST_FILE) -> None:
    """Raises TooLargeError when a file or page has more bytes than the limit."""
    if size > limit:
        raise TooLargeError(
            f"{name} is too large ({say_size(size)}); Dateline reads up to {say_size(limit)}: give the article alone."
        )


def check_length(name: str, text: str) -> None:
    """Raises TooLargeError when there is more text than any article has."""
    if len(text) > MOST_CHARACTERS:
        much = f"{name} holds {len(text):,} characters of text"
        raise TooLargeError(f"{much}; Dateline reads up to {MOST_CHARACTERS:,}: give it in parts.")


def say_size(size: int) -> str:
    """Bytes in words: "50 MB", "2.1 GB"."""
    if size >= 1000 * MEGABYTE:
        return f"{size / (1000 * MEGABYTE):.1f} GB"
    return f"{max(1, round(size / MEGABYTE))} MB"

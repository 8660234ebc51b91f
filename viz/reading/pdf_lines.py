"""Lines of printed pages -> paragraphs, without what is printed on every page. Pure text, nothing of PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

EDGE = 2  # lines at the top and the bottom of a page that may be a header or a footer
SHORT = 0.75  # of the usual width: a shorter line ends its paragraph
_PAGE_NUMBER = re.compile(r"\W*(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_HYPHENATED = re.compile(r"[^\W\d_]{2,}[-\u2010\u00ad]$")
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"”’')\]]*$")


def paragraphs_of(pages: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of all pages; one that runs over the end of a page stays one."""
    kept = [_trimmed(page) for page in pages]
    repeated = _repeated(kept)
    lines = [line for page in kept for line in _without_frame(page, repeated)]
    return list(_joined(lines or [line for page in kept for line in page]))  # pages that are all alike are all frame


def _trimmed(page: Sequence[str]) -> list[str]:
    """The lines without blank ones at either end."""
    lines = [" ".join(line.split()) for line in page]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _edges(page: Sequence[str]) -> set[int]:
    return {*range(min(EDGE, len(page))), *range(max(0, len(page) - EDGE), len(page))}


def _pattern(line: str) -> str:
    """A line with its numbers made alike, so that "Page 3" and "Page 4" are the same line."""
    return _DIGITS.sub("0", line).casefold()


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """The lines at the edge of most pages of three or more."""
    counts = Counter(pattern for page in pages for pattern in {_pattern(page[at]) for at in _edges(page)})
    least = max(3, (len(pages) + 1) // 2)
    return {pattern for pattern, count in counts.items() if pattern and count >= least}


def _without_frame(page: Sequence[str], repeated: set[str]) -> list[str]:
    edges = _edges(page)
    return [
        line for at, line in enumerate(page)
        if at not in edges or not (_pattern(line) in repeated or _PAGE_NUMBER.fullmatch(line))
    ]  # fmt: skip


def _joined(lines: Sequence[str]) -> Iterator[str]:
    usual = _usual_width(lines)
    paragraph = ""
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        paragraph = _with_line(paragraph, line)
        if paragraph and (not line or _ends(line, following, usual)):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _usual_width(lines: Sequence[str]) -> float:
    """How long a full line is: nine of ten lines are no longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _with_line(paragraph: str, line: str) -> str:
    """The next line joined on: a word broken at the end of a line is whole again, a compound keeps its hyphen."""
    if not paragraph:
        return line
    if _HYPHENATED.search(paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    if paragraph.endswith("-") and not paragraph.endswith(" -"):
        return paragraph + line  # Kyrgyz-Kazakh, 2017-18
    return f"{paragraph} {line}".rstrip()


def _ends(line: str, following: str, usual: float) -> bool:
    """Whether a paragraph ends with this line: it is short, and the next one begins like a sentence or a heading."""
    if len(line) >= SHORT * usual or not following:
        return False
    begins = not following[0].islower()
    return begins and (bool(_ENDS_SENTENCE.search(line)) or not line.endswith((",", "-")))

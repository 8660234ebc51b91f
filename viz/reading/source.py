"""What the command line names -> Article: a file, or "-" for standard input."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from viz.errors import InputError, MissingSourceError
from viz.model import Article
from viz.reading.bundled import bundled
from viz.reading.text import article_from_bytes


def article_from_source(source: str, *, published: date | None = None) -> Article:
    """Read SOURCE. A bundled article brings its own publication date unless another is given.

    Raises MissingSourceError when there is no such file, InputError when it cannot be read or is no text.
    """
    name = "Standard input" if source == "-" else Path(source).name
    article = article_from_bytes(content(source), published=published, source=name)
    known = next((a for a in bundled() if a.id == article.id), None)
    if known and published is None:
        return known
    return article


def content(source: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; raises as `article_from_source` does."""
    if source == "-":
        return sys.stdin.buffer.read()
    path = Path(source)
    if path.is_dir():
        raise InputError(f"{path} is a folder; give a text file.")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        sentence = f"There is no file {path}; give the path of a text file, or - for standard input."
        raise MissingSourceError(sentence) from None
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); give a text file you may read.") from None

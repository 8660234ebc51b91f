"""One source that a script or a command names -> its bytes, or its Article, without anybody asked."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from viz.errors import InputError
from viz.model import Article
from viz.reading.draft import Draft
from viz.reading.files import content_of
from viz.reading.gather import gather, source_of


def article_from_source(source: str, *, published: date | None = None) -> Article:
    """Read a file of any kind, an address, or "-" for standard input.

    Without `published`, the date is the one its own metadata states, if any: to have it confirmed, use `gather`.
    Raises as `draft_from_source` does.
    """
    draft = draft_from_source(source)
    stated = draft.proposed.value if draft.proposed else None
    return draft.article(published=published or stated)


def draft_from_source(source: str) -> Draft:
    """What one source tells. Raises MissingSourceError for no file, InputError for what is unreadable or a feed."""
    gathered = gather([source_of(source)])
    if gathered.failures:
        raise gathered.failures[0].error
    if not gathered.drafts:
        raise InputError(f"{source} is a feed; give the address of one article.")
    return gathered.drafts[0]


def content(source: str) -> bytes:
    """The bytes of a file, or of standard input for "-", however many; raises as `article_from_source` does."""
    if source == "-":
        return sys.stdin.buffer.read()
    return content_of(Path(source), limited=False)

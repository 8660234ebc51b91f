"""What was read from a source before anybody confirmed it: the text, and what its metadata tells, each with its origin.

A wrong publication date poisons every relative date, so nothing told is taken over by itself: `Draft.article` takes
what a person (or the command line, which says so) decided, and falls back to what was told for all but the date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Generic, TypeVar

from viz.model import Article

Value = TypeVar("Value")


class Trust(IntEnum):
    """How far a told publication date may be believed before a person has looked at it; lower is better."""

    STATED = 0
    """The source says of itself that it was published then."""
    DERIVED = 1
    """The day stands in the address."""
    HINT = 2
    """The file was made then, perhaps years after the article: to be offered, never to be used unasked."""


@dataclass(frozen=True, slots=True)
class Told(Generic[Value]):
    """A value and where it came from, one sentence for a person: "The page's lang attribute says so."."""

    value: Value
    origin: str
    trust: Trust = Trust.STATED


NOTHING = Told("", "")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that may become an Article.

    `name` is what messages call it (a file's own name, an address), `url` where it was fetched from ("" for a file).
    `published` holds every day that something told, best first: empty when nothing did.
    """

    name: str
    text: str
    title: Told[str]
    source: Told[str] = NOTHING
    author: Told[str] = NOTHING
    language: Told[str] = NOTHING
    published: tuple[Told[date], ...] = ()
    url: str = ""

    @property
    def proposed(self) -> Told[date] | None:
        """The publication date to offer first; None when nothing, or no more than a hint, tells."""
        return next((told for told in self.published if told.trust < Trust.HINT), None)

    def article(
        self, *, published: date | None, title: str | None = None, source: str | None = None,
        author: str | None = None, language: str | None = None,
    ) -> Article:  # fmt: skip
        """The article with what was decided; None for anything but the date takes what was told."""
        return Article.of(
            self.text,
            title=self.title.value if title is None else title,
            published=published,
            source=self.source.value if source is None else source,
            language=(self.language.value if language is None else language) or "en",
            author=self.author.value if author is None else author,
            url=self.url,
        )

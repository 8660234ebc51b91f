"""A feed (RSS, Atom, RDF) -> its entries, to choose from; each is read from its own text or its page, when asked."""

from __future__ import annotations

import io
import re
import time
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from viz.errors import DamagedError, EmptyArticleError
from viz.reading.days import FIRST_NEWSPAPER
from viz.reading.draft import Draft, Told, Trust
from viz.reading.limits import LARGEST_PAGE, MOST_ENTRIES, check_length, check_size
from viz.reading.text import shortened, told, told_language, told_title

WHOLE_STORY = 1200  # characters: a feed that carries as much of an entry carries all of it
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. `text` is what the feed itself carries of it, perhaps no more than a summary."""

    title: str
    url: str
    text: str
    source: Told[str]
    author: Told[str]
    language: Told[str]
    published: tuple[Told[date], ...]

    @property
    def is_whole(self) -> bool:
        """Whether the feed carries the story itself, so that nothing needs to be fetched."""
        return len(self.text) >= WHOLE_STORY or (bool(self.text) and not self.url)

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.title or self.url or "An entry without a title"

    def draft(self) -> Draft:
        """The Draft of the text the feed carries. Raises EmptyArticleError when it carries none."""
        if not self.text:
            raise EmptyArticleError(f"{self.name} comes without a text and without an address; nothing can be read.")
        check_length(self.name, self.text)
        title = told(self.title, "The title in the feed.")
        return Draft(
            self.name, self.text, title if title.value else told_title(self.text), self.source, self.author,
            self.language, self.published, self.url,
        )  # fmt: skip

    def told_of(self, draft: Draft) -> Draft:
        """The Draft of the entry's page, with what only the feed tells of it."""
        own = tuple(one for one in self.published if one.value not in {known.value for known in draft.published})
        days = tuple(sorted((*draft.published, *own), key=lambda one: one.trust))
        return replace(
            draft, published=days, source=draft.source if draft.source.value else self.source,
            author=draft.author if draft.author.value else self.author,
            language=draft.language if draft.language.value else self.language,
        )  # fmt: skip


def entries_of(content: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a feed, as it orders them, at most 50. Raises DamagedError, EmptyArticleError, TooLargeError."""
    check_size(name, len(content), LARGEST_PAGE)
    if _ENTITY.search(content):
        raise DamagedError(f"{name} defines XML entities, which Dateline does not expand; give another feed.")
    import feedparser

    # As a stream: from plain bytes feedparser would try to open a file of that name.
    found = feedparser.parse(io.BytesIO(content), sanitize_html=True, resolve_relative_uris=False)
    if not found.entries:
        raise EmptyArticleError(f"{name} is a feed without entries; nothing can be read.")
    source = told(found.feed.get("title") or "", "The title of the feed.")
    language = told_language(found.feed.get("language") or "", "The language of the feed.")
    return tuple(_entry(one, source, language) for one in found.entries[:MOST_ENTRIES])


def _entry(found: Any, source: Told[str], language: Told[str]) -> Entry:
    link = str(found.get("link") or "")
    return Entry(
        title=shortened(_plain(found.get("title") or "", "")),
        url=link if link.lower().startswith(("http://", "https://")) else "",
        text=_text(found), source=source, author=told(found.get("author") or "", "The author in the feed."),
        language=language, published=_days(found),
    )  # fmt: skip


def _text(found: Any) -> str:
    """The longest of what the feed carries of an entry, as plain text."""
    carried = [str(part.get("value") or "") for part in found.get("content") or []]
    longest = max([*carried, str(found.get("summary") or "")], key=len)
    return _plain(longest, str(found.get("title") or ""))


def _plain(source: str, title: str) -> str:
    if not re.search(r"[<&]", source):
        return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", source) if part.strip())
    from viz.reading.webpage import text_from_fragment

    return text_from_fragment(source, title, "The entry")


def _days(found: Any) -> tuple[Told[date], ...]:
    """The day of publication; that of a change only as a hint."""
    days: list[Told[date]] = []
    for key, words, trust in (
        ("published", "was published", Trust.STATED), ("created", "was created", Trust.STATED),
        ("updated", "was last changed", Trust.HINT),
    ):  # fmt: skip
        # Past feedparser's own look-up, which gives the day of a change where that of publication is missing.
        day = _written_day(str(dict.get(found, key) or ""), dict.get(found, f"{key}_parsed"))
        if day and day not in [one.value for one in days]:
            days.append(Told(day, f"The feed says that this entry {words} on {day}.", trust))
    return tuple(days)


def _written_day(written: str, parsed: time.struct_time | None) -> date | None:
    """The day as it is written; what feedparser makes of it is moved to Greenwich, and may be the day before."""
    from viz.reading.days import day_of

    if day := day_of(written):
        return day
    found = date(*parsed[:3]) if parsed else None
    return found if found and FIRST_NEWSPAPER <= found <= date.today() else None

"""Several sources -> drafts: each failure keeps its reason, each double is recognised, and the rest goes in.

    gathered = gather([Upload("report.pdf", content), Address("https://example.org/feed.xml")])
    gathered.drafts, gathered.entries, gathered.failures, gathered.doubles

A feed gives its entries to choose from: gather the chosen ones, which are sources themselves.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from viz.errors import InputError
from viz.model import Article
from viz.reading.bundled import bundled
from viz.reading.draft import Draft, Told
from viz.reading.feed import Entry, entries_of
from viz.reading.fetch import Fetch, Fetched, fetch
from viz.reading.files import content_of
from viz.reading.kinds import Kind, draft_from_bytes, kind_of
from viz.reading.limits import LARGEST_FILE, check_size
from viz.reading.text import draft_from_text, told

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text as somebody pasted it."""

    text: str
    name: str = "The article"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file's bytes; of its name only the last part counts, whatever path an upload claims."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Address:
    """A page, a document or a feed on the web."""

    name: str


Source = Pasted | Upload | Address | Entry | Path


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and the error whose sentence says why."""

    name: str
    error: InputError

    @property
    def reason(self) -> str:
        """The sentence."""
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Double:
    """A source whose text is already there, and the title it is there under; `article_id` only if it is kept."""

    name: str
    title: str
    article_id: str = ""


@dataclass(slots=True)
class Gathered:
    """What came of the sources, in their order."""

    drafts: list[Draft] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    doubles: list[Double] = field(default_factory=list)


def gather(
    sources: Sequence[Source], *, known: Iterable[Article] = (), fetch: Fetch = fetch, progress: Progress | None = None
) -> Gathered:
    """Read every source; `known` are the articles that are already kept, `progress` hears number, count and name."""
    there = {fingerprint(article.text): (article.title, article.id) for article in known}
    gathered = Gathered()
    for number, source in enumerate(sources):
        if progress:
            progress(number, len(sources), name_of(source))
        try:
            found = _open(source, fetch)
        except InputError as error:
            gathered.failures.append(Failure(name_of(source), error))
            continue
        if isinstance(found, Draft):
            _take(found, there, gathered)
        else:
            gathered.entries.extend(found)
    return gathered


def source_of(argument: str) -> Source:
    """What the command line names: an address, "-" for standard input, or a file."""
    if re.match(r"[a-z][a-z0-9+.-]*://", argument, re.IGNORECASE):
        return Address(argument)
    if argument == "-":
        content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        return Upload("Standard input", content)
    return Path(argument)


def name_of(source: Source) -> str:
    """What messages call a source: of a path, and of a name that claims one, the last part."""
    if isinstance(source, Upload | Path):
        return re.split(r"[/\\]", source.name)[-1].strip() or "The file"
    return source.name


def fingerprint(text: str) -> str:
    """The same for texts that differ only in spaces, marks, case or compatible characters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(char for char in plain if char.isalnum()) or plain
    return sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()


def _take(draft: Draft, there: dict[str, tuple[str, str]], gathered: Gathered) -> None:
    print_of_text = fingerprint(draft.text)
    if print_of_text in there:
        gathered.doubles.append(Double(draft.name, *there[print_of_text]))
        return
    there[print_of_text] = (draft.title.value, "")
    gathered.drafts.append(_with_what_is_known(draft))


def _with_what_is_known(draft: Draft) -> Draft:
    """A copy of a bundled article with what the list of articles says of it."""
    copied = Article.of(draft.text).id
    known = next((article for article in bundled() if article.id == copied), None)
    if known is None or known.published is None:
        return draft
    days = (Told(known.published, f"It is Dateline's own article, published on {known.published}."),)
    title, source = (Told(words, "Dateline's own list of articles.") for words in (known.title, known.source))
    return replace(draft, title=title, source=source, published=days)


def _open(source: Source, fetch: Fetch) -> Draft | tuple[Entry, ...]:
    if isinstance(source, Pasted):
        return draft_from_text(source.text, source.name)
    if isinstance(source, Entry):
        return _entry(source, fetch)
    if isinstance(source, Address):
        return _fetched(fetch(source.name), source.name)
    content = content_of(source) if isinstance(source, Path) else source.content
    return _read(Fetched("", content), name_of(source))


def _entry(entry: Entry, fetch: Fetch) -> Draft:
    if entry.is_whole or not entry.url:
        return entry.draft()
    found = _fetched(fetch(entry.url), entry.url)
    if not isinstance(found, Draft):
        raise InputError(f"{entry.name} leads to another feed; give the address of that feed.")
    return entry.told_of(found)


def _fetched(page: Fetched, name: str) -> Draft | tuple[Entry, ...]:
    """What an address gave; documents other than pages get address and host, which pages tell themselves."""
    found = _read(page, name)
    if not isinstance(found, Draft):
        return found
    host = told((urlsplit(page.url).hostname or "").removeprefix("www."), "The address it came from.")
    source: Told[str] = found.source if found.source.value else host
    return replace(found, url=page.url, source=source)


def _read(page: Fetched, name: str) -> Draft | tuple[Entry, ...]:
    check_size(name, len(page.content))
    # A file's name tells its kind where its bytes do not; an address may end in anything.
    if kind_of(page.content, "" if page.url else name, page.media_type) is Kind.FEED:
        return entries_of(page.content, name)
    return draft_from_bytes(page.content, name, url=page.url, media_type=page.media_type, charset=page.charset)

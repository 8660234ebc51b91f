"""The articles the app can open, their readings and their corrections: where the pages meet the library.

What was added or corrected is in the library and outlives the server. Only what the library could not take (a full
disk, a folder that may only be read) stays with its browser session, and a sentence says so.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date

import numpy  # noqa: F401 - the grammar imports it in a thread, and plotly would meet it half imported
import streamlit as st

from viz.engine.corrections import Correction, Settled, settle
from viz.engine.library import Library, address
from viz.engine.pipeline import read, skim
from viz.engine.version import IMPORTED, pipeline_version
from viz.errors import LibraryError
from viz.model import Article, Reading
from viz.reading import bundled
from viz.settings import Settings, settings

MOST_OFFERED = 200
PATIENCE_SECONDS = 0.35  # a warm reading is done by then; a cold one must first load the grammar


@st.cache_resource
def library() -> Library:
    """The library of this server; every session reads and writes the same one."""
    return Library(address())


def articles() -> list[Article]:
    """Everything that can be opened: the bundled articles, then what was added, the latest first."""
    found = [*bundled(), *_unsaved().values(), *library().whole_articles()]
    return list({article.id: article for article in found}.values())


def titles() -> dict[str, str]:
    """The headlines of what can be opened by article id, of the library only the latest."""
    kept = {entry.id: entry.title for entry in library().articles(MOST_OFFERED)}
    mine = {article.id: article.title for article in _unsaved().values()}
    return {article.id: article.title for article in bundled()} | mine | kept


def add(article: Article) -> None:
    """Keep an article in the library and read it; where that cannot be, keep it for this session and say so."""
    try:
        library().keep(article)
        _reading(article, settings(), library())  # goes on in its thread, so that the library finds its events
    except LibraryError as error:
        _unsaved()[article.id] = article
        st.toast(f"{error} The article stays here until you reload this page.", icon=":material/warning:")


def publish(article_id: str, day: date | None) -> bool:
    """Keep another publication date of an article that was added; False for what came with the program or a file.

    The examples keep theirs: a date tried on them is a matter of the page's address alone.
    """
    if any(article.id == article_id for article in bundled()):
        return False
    kept = _unsaved().get(article_id) or library().article(article_id)
    if kept is None or is_imported(article_id):
        return False
    add(replace(kept, published=day))
    return True


def take(*timelines: Reading) -> None:
    """Keep what a file told, all of it; what it told before is replaced.

    Raises LibraryError when the library cannot take it: nothing is lost by that, for the file is still there.
    """
    library().add(*timelines, pipeline=IMPORTED)
    for timeline in timelines:
        _told.clear(timeline.article.id, library())


def is_imported(article_id: str) -> bool:
    """Whether the events of an article come from a file: its text was written from them."""
    return library().pipeline(article_id) == IMPORTED


def find(article_id: str, published: date | None) -> Article | None:
    """The article of an id ("" for the first one), with another publication date if one is given and can matter.

    What the library says of a bundled article, once it is kept there, goes before what came with the program.
    """
    article_id = article_id or bundled()[0].id
    shipped = next((article for article in bundled() if article.id == article_id), None)
    found = _unsaved().get(article_id) or library().article(article_id) or shipped
    return replace(found, published=published) if found and published and not is_imported(found.id) else found


def reading_so_far(article: Article, using: Settings) -> tuple[Reading, Future[Reading] | None]:
    """The reading, and None; or only its dates and places with the future of the whole, when that takes its time."""
    if is_imported(article.id):
        return _told(article.id, library()), None
    future = _reading(article, using, library())
    try:
        return future.result(timeout=PATIENCE_SECONDS), None
    except TimeoutError:
        return _skimmed(article, using), future


def corrected(reading: Reading) -> Settled:
    """A reading with the corrections that were made to its article."""
    return settle(reading, library().corrections(reading.article.id))


def whole(article_id: str) -> Reading | None:
    """The corrected reading of an article, however long that takes; None for an unknown one."""
    article = find(article_id, None)
    if article is None:
        return None
    imported = is_imported(article_id)
    read = _told(article_id, library()) if imported else _reading(article, settings(), library()).result()
    return corrected(read).reading


def unread() -> list[str]:
    """The articles of the library that this version of the program has not read."""
    read = (pipeline_version(settings()), IMPORTED)
    return [entry.id for entry in library().articles() if entry.pipeline not in read]


def save(reading: Reading, *made: Correction) -> None:
    """Record corrections, and keep the article they are about. `reading` is the program's own, uncorrected.

    Raises LibraryError when the library cannot take them.
    """
    if library().article(reading.article.id) is None:
        original = find(reading.article.id, None)
        if original in (None, reading.article):
            imported = is_imported(reading.article.id)  # and removed since
            library().add(reading, pipeline=IMPORTED if imported else pipeline_version(settings()))
        elif original is not None:
            library().keep(original)
    library().record(*made)


@st.cache_resource(max_entries=64, show_spinner=False)
def _told(article_id: str, _kept_in: Library) -> Reading:
    """What a file told, as it was imported."""
    found = _kept_in.reading(article_id, IMPORTED)
    if found is None:
        raise LibraryError("Another version of Dateline imported this timeline; import its file again.")
    return found


@st.cache_resource(max_entries=256, show_spinner=False, hash_funcs={Article: repr, Settings: repr})
def _reading(article: Article, using: Settings, _kept_in: Library) -> Future[Reading]:
    return _reader().submit(_recalled_or_read, article, using, _kept_in)


def _recalled_or_read(article: Article, using: Settings, kept_in: Library) -> Reading:
    """What this version of the program has read before, or a new reading, which the library keeps if it has the text.

    A library that cannot be used is no reason not to read; whoever adds or corrects something is told.
    """
    version = pipeline_version(using)
    with suppress(LibraryError):
        known = kept_in.reading(article.id, version)
        if known is not None and known.article == article:
            return known
    made = read(article, using)
    with suppress(LibraryError):
        if kept_in.article(article.id) == article:
            kept_in.add(made, pipeline=version)
    return made


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs={Article: repr, Settings: repr})
def _skimmed(article: Article, using: Settings) -> Reading:
    return skim(article, using)


def _unsaved() -> dict[str, Article]:
    kept: dict[str, Article] = st.session_state.setdefault("unsaved_articles", {})
    return kept


@st.cache_resource
def _reader() -> ThreadPoolExecutor:
    # One at a time: the grammar keeps a core busy, and two readings at once would each take twice as long.
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")

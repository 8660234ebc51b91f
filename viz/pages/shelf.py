"""The articles the app can open, and their readings: the only place of the pages that keeps anything.

A pasted article is kept for the life of the server under the hash of its text, so that reloading its URL finds it
again; nothing is written to disk. Readings are cached by article, publication date and settings.
"""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import numpy  # noqa: F401 - the grammar imports it in a thread, and plotly would meet it half imported
import streamlit as st

from viz.engine.pipeline import read, skim
from viz.model import Article, Reading
from viz.reading import bundled
from viz.settings import Settings

MOST_ADDED = 200
PATIENCE_SECONDS = 0.35  # a warm reading is done by then; a cold one must first load the grammar


def articles() -> list[Article]:
    """Everything that can be opened: the bundled articles, then what was added, the latest first."""
    return [*bundled(), *reversed(_added().values())]


def add(article: Article) -> None:
    """Keep a pasted or uploaded article; the oldest goes when there are too many."""
    kept = _added()
    kept[article.id] = article
    kept.move_to_end(article.id)
    while len(kept) > MOST_ADDED:
        kept.popitem(last=False)


def find(article_id: str, published: date | None) -> Article | None:
    """The article of an id ("" for the first one), with another publication date if one is given."""
    found = next((article for article in articles() if article_id in ("", article.id)), None)
    return replace(found, published=published) if found and published else found


def reading_so_far(article: Article, using: Settings) -> tuple[Reading, Future[Reading] | None]:
    """The reading, and None; or only its dates and places with the future of the whole, when that takes its time."""
    future = _reading(article, using)
    try:
        return future.result(timeout=PATIENCE_SECONDS), None
    except TimeoutError:
        return _skimmed(article, using), future


@st.cache_resource(max_entries=256, show_spinner=False, hash_funcs={Article: repr, Settings: repr})
def _reading(article: Article, using: Settings) -> Future[Reading]:
    return _reader().submit(read, article, using)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs={Article: repr, Settings: repr})
def _skimmed(article: Article, using: Settings) -> Reading:
    return skim(article, using)


@st.cache_resource
def _added() -> OrderedDict[str, Article]:
    return OrderedDict()


@st.cache_resource
def _reader() -> ThreadPoolExecutor:
    # One at a time: the grammar keeps a core busy, and two readings at once would each take twice as long.
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")

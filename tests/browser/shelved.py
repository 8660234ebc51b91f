"""Two reports of one fire, and a third of something else, kept in a library of the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import RAN, App, serving
from viz.engine.library import Library
from viz.engine.library.address import file_address
from viz.model import Article

FIRE = Article.of(
    "OSH, May 4 - A fire destroyed the central market in Osh on 3 May 2019. The mayor of Osh visited Batken on 4 May 2019. "
    "Traders met in Batken on 2 May 2019.",
    title="Fire destroys market in Osh", published=date(2019, 5, 4), source="The Valley Post",
)  # fmt: skip
ALSO = Article.of(
    "BISHKEK, May 5 - A fire destroyed the central market in Osh on 2 May 2019. Police arrested a trader in Bishkek on 5 May 2019.",
    title="Market in Osh burns down", published=date(2019, 5, 5), source="The Capital",
)  # fmt: skip
BRIDGE = Article.of(
    "BATKEN, April 30 - Engineers opened a bridge in Batken on 29 April 2021.",
    title="A bridge for Batken", published=date(2021, 4, 30), source="The Valley Post",
)  # fmt: skip


@contextmanager
def shelved(path: Path, *articles: Article) -> Iterator[str]:
    """The address of a server with a library of its own; clause rules, for the grammar takes seconds to load."""
    library = Library(file_address(path))
    for article in articles:
        library.keep(article)
    library.close()
    with serving(VIZ_DATABASE_URL=f"sqlite:///{path}", VIZ_MODEL="none") as address:
        yield address


def reading(app: App, article: Article, event: str = "") -> Page:
    """The page of an article, read and drawn but for map and timeline."""
    return app.open(f"article={article.id}&event={event}", drawn=False).page


def settled(app: App) -> Page:
    """The page once a script has run through."""
    app.page.wait_for_selector(RAN)
    return app.page

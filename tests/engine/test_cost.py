"""What reading costs, counted rather than timed: the same on every machine, so a change that makes it dearer shows.

Calls of functions stand for instructions. The limits are a quarter above what was counted when they were set; raise one
only with a reason.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from typing import Any

import pytest

from viz.engine.pipeline import skim
from viz.model import Article
from viz.parsers.dates import find_dates
from viz.parsers.places import find_places
from viz.parsers.places.gazetteer import default_gazetteer
from viz.reading import bundled

CALLS_A_CHARACTER = {"dates": 5.9, "places": 29.0}  # 4.7 and 23.4 were counted


def calls(work: Callable[[Article], Any]) -> float:
    """Function calls a character over the bundled articles, once everything is loaded."""
    articles = bundled()
    for article in articles:
        work(article)
    profile = cProfile.Profile()
    profile.enable()
    for article in articles:
        work(article)
    profile.disable()
    return pstats.Stats(profile).total_calls / sum(len(article.text) for article in articles)  # type: ignore[attr-defined]


def dates(article: Article) -> Any:
    return find_dates(article.text, article.published)


def places(article: Article) -> Any:
    return find_places(article.text, gazetteer=default_gazetteer())


@pytest.mark.parametrize("work", [dates, places])
def test_reading_has_not_become_dearer(work: Callable[[Article], Any]) -> None:
    assert calls(work) <= CALLS_A_CHARACTER[work.__name__]


def test_a_text_ten_times_as_long_costs_ten_times_as_much() -> None:
    text = bundled()[1].text + "\n\n"

    def cost(times: int) -> int:
        article = Article.of(text * times, published=bundled()[1].published)
        skim(article)
        profile = cProfile.Profile()
        profile.enable()
        skim(article)
        profile.disable()
        return pstats.Stats(profile).total_calls  # type: ignore[attr-defined, no-any-return]

    assert cost(10) <= cost(1) * 12

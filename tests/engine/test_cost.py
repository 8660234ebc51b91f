"""What reading costs, counted rather than timed: the same on every machine, so a change that makes it dearer shows.

Calls of functions stand for instructions; their limits are a quarter above what was counted when they were set. What
happens inside one call, as in a regular expression, no count sees: that is timed, beside counting the words of the same
texts in the same run, and may take half as long again as it did. Raise a limit only with a reason. That of reading rose
from 119 when every event began to weigh all the places an article names often.
"""

from __future__ import annotations

import cProfile
import pstats
import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from viz.engine.pipeline import read, skim
from viz.model import Article
from viz.parsers.dates import find_dates
from viz.parsers.places import find_places
from viz.parsers.places.gazetteer import default_gazetteer
from viz.reading import bundled

CALLS_A_CHARACTER = {"dates": 5.4, "places": 20.2, "read": 140.0}  # 4.3, 16.1 and 127 were counted
TIMES_COUNTING_WORDS = {"dates": 21.0, "places": 72.0}  # 14.0 and 48.5 were measured, on a busy machine
RUNS = 9


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


@pytest.mark.parametrize("work", [dates, places, read])
def test_reading_has_not_become_dearer(work: Callable[[Article], Any]) -> None:
    assert calls(work) <= CALLS_A_CHARACTER[work.__name__]


def count_words(article: Article) -> Any:
    return Counter(match[0].lower() for match in re.finditer(r"[^\W_]+", article.text))


def fastest(works: list[Callable[[Article], Any]]) -> list[float]:
    """Processor time of each over the bundled articles: the best of several runs in turn, which a busy machine moves
    by a few percent at most."""
    articles = bundled() * 3
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, spent in zip(works, times, strict=True):
            start = time.process_time()
            for article in articles:
                work(article)
            spent.append(time.process_time() - start)
    return [min(spent) for spent in times]


def test_reading_takes_no_longer_beside_counting_words() -> None:
    yardstick, *spent = fastest([count_words, dates, places])
    ratios = {work.__name__: one / yardstick for work, one in zip((dates, places), spent, strict=True)}
    assert {name: ratio for name, ratio in ratios.items() if ratio > TIMES_COUNTING_WORDS[name]} == {}


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

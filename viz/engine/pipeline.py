"""The flow of the whole program, in one place.

    Article -> dates, places -> events -> alarms -> Reading
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from viz.engine.alarms import alarms
from viz.model import Article, Reading, Timeline
from viz.parsers.dates import find_dates
from viz.parsers.dates.foreign import find_foreign_dates
from viz.parsers.dates.language import ENGLISH, guess_language, language_name
from viz.parsers.events import find_events, load_grammar
from viz.parsers.places import find_places
from viz.parsers.places.gazetteer import default_gazetteer
from viz.settings import Settings, settings

NO_GRAMMAR = "The grammar model {model} is not installed: events come from clause rules, which see less."
NOT_ENGLISH = "The article is in {language}: absolute dates and places are marked; events are read in English only."


_BRACKETS = re.compile(r"-[lr]rb-", re.IGNORECASE)


def _plain(article: Article) -> Article:
    """The article with the brackets that tokenizers write as words ("-lrb- afp -rrb-"), each at its place."""
    text = _BRACKETS.sub(lambda word: ("(" if "l" in word[0].lower() else ")").ljust(len(word[0])), article.text)
    return replace(article, text=text) if text != article.text else article


def skim(article: Article, using: Settings | None = None) -> Reading:
    """Dates and places only, in milliseconds: what a screen can show while `read` is still at work."""
    home, text = (using or settings()).home, _plain(article).text
    places = find_places(text, gazetteer=default_gazetteer(), home=home)
    language = article.language if article.language != ENGLISH else guess_language(text)
    if language == ENGLISH:
        return Reading(article, find_dates(text, article.published), places)
    dates = find_foreign_dates(text, article.published, language)
    told = replace(article, language=language)
    return Reading(told, dates, places, notes=(NOT_ENGLISH.format(language=language_name(language)),))


def read(article: Article, using: Settings | None = None) -> Reading:
    """Everything: dates, places, events and alarms of one article.

    Raises DataError when the gazetteer is missing or damaged. Without the grammar model it still reads, and says so.
    """
    using = using or settings()
    skimmed = skim(article, using)
    if skimmed.article.language != ENGLISH:
        return skimmed
    grammar = load_grammar(using.model)
    events = find_events(_plain(article), skimmed.dates, skimmed.places, grammar=grammar, gazetteer=default_gazetteer())
    found = alarms(events, article, skimmed.dates)
    notes = () if grammar else (NO_GRAMMAR.format(model=using.model),)
    return Reading(article, skimmed.dates, skimmed.places, events, found, notes)


def timeline(articles: Iterable[Article], using: Settings | None = None) -> Timeline:
    """One timeline of any number of articles."""
    return sum((Timeline((read(article, using),)) for article in articles), Timeline())

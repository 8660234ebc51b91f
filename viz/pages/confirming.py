"""Confirming what was told of an article before it is read: headline, source, author, language, publication date.

The publication date is a proposal with its origin: wrong, it would move every relative date without a sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from viz.charts.words import say_day
from viz.engine.proposals import first_day, proposed_days, proposed_language
from viz.model import Article
from viz.pages.inert import inert
from viz.parsers.dates.language import LANGUAGES, language_name
from viz.reading import Draft, Told

FIRST_DAY, LAST_DAY = date(1, 1, 1), date(9998, 12, 31)
MOST_OTHERS = 3
NO_DATE = "Nothing tells when it was published. Without the date, “last month” or “Tuesday” has no place in time."


def confirm(drafts: Sequence[Draft], number: int) -> list[Article]:
    """Show every draft; once the button is pressed, the articles as they were confirmed, else none.

    `number` tells this reading from the last one, so that no field shows an old answer.
    """
    show = _fields if len(drafts) == 1 else _folded
    taken = (show(draft, f"draft_{number}_{at}") for at, draft in enumerate(drafts))
    articles = [article for article in taken if article]
    words = "Add it" if len(drafts) == 1 else f"Add {len(articles)} of {len(drafts)}"
    return articles if st.button(words, type="primary", key="confirm", disabled=not articles) else []


def _folded(draft: Draft, key: str) -> Article | None:
    """One of several, folded under its title and proposed date; left out when its tick is taken away."""
    first = first_day(proposed_days(draft))
    when = say_day(first.value) if first else "no date yet"
    take = st.checkbox(inert(f"{draft.title.value or draft.name} ({when})"), True, key=f"{key}_take")
    with st.expander("Headline, source, author, language, date"):
        article = _fields(draft, key)
    return article if take else None


def _fields(draft: Draft, key: str) -> Article:
    days = proposed_days(draft)
    title = _line("Headline", draft.title, f"{key}_title")
    left, right = st.columns(2)
    with left:
        source = _line("Source", draft.source, f"{key}_source")
        language = _language(proposed_language(draft), f"{key}_language")
    with right:
        author = _line("Author", draft.author, f"{key}_author")
        published = _published(days, f"{key}_published")
    return draft.article(published=published, title=title, source=source, author=author, language=language)


def _line(label: str, told: Told[str], key: str) -> str:
    """A field with what was told, and its origin in the help; stray spaces do not count."""
    return st.text_input(label, told.value, key=key, help=inert(told.origin) or None).strip()


def _language(told: Told[str], key: str) -> str:
    offered = LANGUAGES if told.value in LANGUAGES else (told.value, *LANGUAGES)
    chosen = st.selectbox(
        "Language", offered, offered.index(told.value), format_func=language_name, key=key, help=inert(told.origin)
    )
    return str(chosen)


def _published(days: tuple[Told[date], ...], key: str) -> date | None:
    """The date, filled in only when something states it; hints and other days are offered below."""
    first = first_day(days)
    st.session_state.setdefault(key, first.value if first else None)
    chosen = st.date_input("Publication date", key=key, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD")
    told = next((one for one in days if one.value == chosen), None)
    if told:
        st.caption(inert(told.origin))
    elif not days and chosen is None:
        st.caption(NO_DATE)
    for other in [one for one in days if one.value != chosen][:MOST_OTHERS]:
        words = f"Take {say_day(other.value)}"
        st.button(words, key=f"{key}_{other.value}", on_click=_take, args=(key, other.value), help=inert(other.origin))
        st.caption(inert(other.origin))
    return chosen if isinstance(chosen, date) else None


def _take(key: str, day: date) -> None:
    st.session_state[key] = day

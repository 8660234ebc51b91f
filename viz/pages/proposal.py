"""An article without a publication date: what its text tells of it, for the reader to confirm.

Nothing is filled in by itself: a wrong publication date would move every relative date without a sign.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from viz.charts.words import say_day
from viz.model import Article
from viz.pages import shelf, view
from viz.pages.inert import inert
from viz.parsers.dates.language import ENGLISH
from viz.parsers.dates.publication import Candidate, infer_published

MOST_OFFERED = 3


def propose_published(article: Article) -> None:
    """Say that the date is missing and offer the days the text allows, each with its reasons."""
    if article.published is not None or article.language != ENGLISH:
        return
    proposal = infer_published(article.text)
    with st.container(key="proposal", border=True):
        st.text("When was this published? “Last month” or “Tuesday” can only be placed once you have said so.")
        for number, candidate in enumerate(proposal.candidates[:MOST_OFFERED]):
            _offer(number, candidate)
        if not proposal.candidates:
            st.caption(inert(" ".join(proposal.why)))


def _offer(number: int, candidate: Candidate) -> None:
    reasons = inert(" ".join(candidate.reasons))
    if candidate.day:
        st.button(f"It was {say_day(candidate.day)}", key=f"propose_{number}", on_click=_confirm, args=(candidate,))
        st.caption(reasons)
    else:
        st.caption(f"Perhaps from {say_day(candidate.earliest)} on, before {say_day(candidate.latest)}. {reasons}")


def _confirm(candidate: Candidate) -> None:
    set_published(candidate.day)


def set_published(day: date | None) -> None:
    """Take a publication date: kept with the article where it was added, else tried in the page's address."""
    current = view.get()
    original = shelf.find(current.article, None)
    known = original is not None and day == original.published
    kept = known or (original is not None and shelf.publish(original.id, day))
    view.write(replace(current, published=None if kept else day, start=None, end=None))

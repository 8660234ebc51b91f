"""Adding an article: pasted or uploaded, checked, kept, and opened."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from viz.errors import InputError
from viz.model import Article
from viz.pages import shelf, view
from viz.pages.inert import inert
from viz.pages.view import View
from viz.reading import article_from_text
from viz.reading.kinds import draft_from_bytes

FIRST_DAY, LAST_DAY = date(1, 1, 1), date(9998, 12, 31)


@st.dialog("Add an article", width="large")
def add_dialog() -> None:
    """Ask for a text; what cannot be read is said in one sentence, and the dialog stays open."""
    with st.form("add_form", border=False):
        text = st.text_area("Text", height=240, placeholder="Paste the text of a news article")
        uploaded = st.file_uploader("or a text file", type=None, accept_multiple_files=False)
        title = st.text_input("Headline", placeholder="taken from the text when left empty")
        published = st.date_input("Publication date", None, FIRST_DAY, LAST_DAY, format="YYYY-MM-DD")
        st.caption("Without a publication date, “last month” or “Tuesday” cannot be placed on the timeline.")
        if not st.form_submit_button("Read it", type="primary"):
            return
    try:
        article = _article(text, uploaded, title, published)
    except InputError as error:
        st.error(inert(str(error)))
        return
    shelf.add(article)
    view.write(View(article=article.id))
    st.rerun()


def _article(text: str, uploaded: UploadedFile | None, title: str, published: date | None) -> Article:
    if uploaded is not None:
        draft = draft_from_bytes(uploaded.getvalue(), uploaded.name)
        return draft.article(published=published, title=title or None)
    return article_from_text(text, title=title, published=published)

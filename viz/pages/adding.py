"""Adding articles: pasted, from files, from an address or a feed. Read, confirmed, kept, and the first one opened.

The dialog has up to four steps: ask for sources, choose entries when a source is a feed, import the files that are
timelines already, confirm what was told of each article. What was read waits between them in one `Desk` of this browser
session.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from viz.charts.words import say_day
from viz.engine.imports import is_timeline
from viz.engine.together import SEPARATOR
from viz.errors import DatelineError
from viz.pages import importing, routes, shelf, view
from viz.pages.confirming import confirm
from viz.pages.inert import inert
from viz.pages.view import View
from viz.reading import Address, Draft, Entry, Gathered, Pasted, Source, Upload, gather

FIRST_DAY, LAST_DAY = date(1, 1, 1), date(9998, 12, 31)
FILES = "or files: articles (text, Markdown, HTML, PDF, Word) or timelines (CSV, GeoJSON, TimelineJS)"
FEW = 3  # sources read without a progress bar
CHOSEN_AT_FIRST = 10  # entries of a feed that are ticked unasked


@dataclass(slots=True)
class Desk:
    """What was read and is not yet confirmed; `number` rises with each reading: no widget keeps an old answer.

    `text` and `address` are what was asked for last, there again after "Back"; `timelines` are the files still to
    import, `imported` the ids of those that are, to be opened at the end.
    """

    number: int = 0
    text: str = ""
    address: str = ""
    gathered: Gathered = field(default_factory=Gathered)
    timelines: list[Upload] = field(default_factory=list)
    imported: list[str] = field(default_factory=list)


def _desk() -> Desk:
    desk = st.session_state.setdefault("desk", Desk())
    assert isinstance(desk, Desk)
    return desk


def _clear(text: str = "", address: str = "") -> None:
    """An empty desk, but for what was asked for."""
    st.session_state["desk"] = Desk(_desk().number, text, address)


def _back() -> None:
    """Begin again with what was asked for."""
    _clear(_desk().text, _desk().address)


@st.dialog("Add an article", width="large", dismissible=False)
def add_dialog() -> None:
    """One step of adding; what cannot be read is said in one sentence, and the dialog stays open.

    It closes by its own button only: a press of Escape or beside it would lose a pasted text.
    """
    try:
        _step(_desk())
    except DatelineError as error:
        st.error(inert(str(error)))


def _step(desk: Desk) -> None:
    if desk.gathered.entries:
        _choose(desk)
    elif desk.timelines:
        _import(desk)
    elif desk.gathered.drafts:
        _problems(desk.gathered)
        articles = confirm(desk.gathered.drafts, desk.number)
        st.button("Back", on_click=_back)
        if articles:
            for article in articles:
                shelf.add(article)
            _open(*desk.imported or [articles[0].id])
    else:
        _ask(desk)


def _ask(desk: Desk) -> None:
    with st.form("add_form", border=False):
        text = st.text_area("Text", desk.text, height=200, placeholder="Paste the text of a news article")
        uploads = st.file_uploader(FILES, accept_multiple_files=True)
        address = st.text_input("or the address of a page or feed", desk.address, placeholder="https://…")
        st.caption("An address is fetched when you press Read it, and at no other time. Files and text stay here.")
        with st.container(horizontal=True):
            pressed = st.form_submit_button("Read it", type="primary")
            closed = st.form_submit_button("Close")
    if closed:
        _clear()
        st.rerun()
    if pressed:
        desk.text, desk.address = text, address
        _read(desk, _sources(text, uploads, address))
    _problems(desk.gathered)


def _sources(text: str, uploads: Sequence[UploadedFile], address: str) -> list[Source]:
    sources: list[Source] = [Upload(file.name, file.getvalue()) for file in uploads]
    sources += [Address(one) for one in address.split()]
    return [Pasted(text), *sources] if text.strip() or not sources else sources


def _read(desk: Desk, sources: Sequence[Source], before: Sequence[Draft] = ()) -> None:
    """Read the sources, beside what was read before, and go to the next step, or stay when nothing could be read."""
    files = [source for source in sources if isinstance(source, Upload) and is_timeline(source.content, source.name)]
    sources = [source for source in sources if source not in files]
    known = [*shelf.articles(), *(draft.article(published=None) for draft in before)]
    bar = st.progress(0.0) if len(sources) > FEW else None

    def tell(number: int, count: int, name: str) -> None:
        if bar:
            bar.progress(number / count, f"{number + 1} of {count}: {inert(name)}")

    with st.spinner("Reading"):
        timelines, failures = importing.sound(files)
        gathered = gather(sources, known=known, progress=tell)
    gathered.drafts[:0] = before
    gathered.failures[:0] = failures
    desk.number, desk.gathered = desk.number + 1, gathered
    desk.timelines += timelines
    if gathered.drafts or gathered.entries or desk.timelines:
        st.rerun(scope="fragment")


def _choose(desk: Desk) -> None:
    """The entries of a feed, to choose from; nothing of them has been fetched yet."""
    _problems(desk.gathered)
    st.text(f"The feed offers {len(desk.gathered.entries)} articles. Which ones should be read?")
    with st.form("choose_form", border=False):
        chosen = [
            entry for number, entry in enumerate(desk.gathered.entries)
            if st.checkbox(_words(entry), number < CHOSEN_AT_FIRST, key=f"entry_{desk.number}_{number}")
        ]  # fmt: skip
        pressed = st.form_submit_button("Read these", type="primary")
    st.button("Back", on_click=_back)
    if pressed and chosen:
        _read(desk, chosen, desk.gathered.drafts)


def _import(desk: Desk) -> None:
    """The next file that is a timeline; after the last one, the articles that were read beside it."""
    _problems(desk.gathered)
    taken = importing.confirm(desk.timelines[0], f"import_{desk.number}_{len(desk.timelines)}")
    st.button("Back", on_click=_back)
    if taken:
        del desk.timelines[0]
        desk.imported += taken
        if desk.timelines or desk.gathered.drafts:
            st.rerun(scope="fragment")
        _open(*desk.imported)


def _words(entry: Entry) -> str:
    days = [say_day(told.value) for told in entry.published[:1]]
    return inert(", ".join([entry.name, *days]))


def _problems(gathered: Gathered) -> None:
    """Each failure with its reason, and each text that is already here."""
    for failure in gathered.failures:
        st.error(inert(failure.reason))
    for number, double in enumerate(gathered.doubles):
        st.info(inert(f"{double.name} has the same text as “{double.title}”, which is already here."))
        if double.article_id and st.button("Open it", key=f"double_{number}"):
            _open(double.article_id)


def _open(*articles: str) -> None:
    _clear()
    if len(articles) > 1:
        st.switch_page(routes.together(), query_params={"article": SEPARATOR.join(articles)})
    view.write(View(article=articles[0]))
    st.rerun()

"""The pages and their addresses, for the navigation and for links between them.

A page is made anew wherever it is named: Streamlit tells pages apart by their address. Their modules are imported when
they are shown, for they link to each other.
"""

from __future__ import annotations

import streamlit as st


def reading() -> st.Page:
    """One article."""
    return st.Page(_reading, title="Dateline", url_path="read", default=True)


def library() -> st.Page:
    """The articles that are kept."""
    return st.Page(_library, title="Library", url_path="library")


def together() -> st.Page:
    """Several articles as one timeline and map."""
    return st.Page(_together, title="Together", url_path="together")


def archive() -> st.Page:
    """The archive that `VIZ_ARCHIVE` names."""
    return st.Page(_archive, title="Archive", url_path="archive")


def everything() -> list[st.Page]:
    """Every page, the first one first."""
    return [reading(), library(), together(), archive()]


def _reading() -> None:
    from viz.pages import read

    read.page()


def _library() -> None:
    from viz.pages import library

    library.page()


def _archive() -> None:
    from viz.pages import archive

    archive.page()


def _together() -> None:
    from viz.pages import together

    together.page()

"""The download menu: what is shown, as it is filtered, in every format of the registry."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from viz.engine.filters import matching
from viz.formats import FORMATS, render
from viz.model import Reading, Timeline
from viz.pages.view import View


def download_menu(reading: Reading, current: View) -> None:
    """One button a format; a file is made when its button is pressed."""
    shown = Timeline((replace(reading, events=matching(reading.events, current.filter)),))
    with st.popover("Download", key="download", help="Take the events shown with you"):
        for form in FORMATS.values():
            st.download_button(
                form.title, _maker(shown, form.name), file_name=_file_name(reading, form.suffix), mime=form.media_type,
                key=f"download_{form.name}", on_click="ignore", width="stretch",
            )  # fmt: skip


def _maker(shown: Timeline, name: str) -> Callable[[], bytes]:
    def make() -> bytes:
        written = render(shown, name)
        return written if isinstance(written, bytes) else written.encode("utf-8", "replace")

    return make


def _file_name(reading: Reading, suffix: str) -> str:
    words = re.findall(r"\w+", reading.article.title.lower())[:6]
    return "-".join(words or ["timeline"]) + suffix

"""The linked view as a Streamlit component: registering it, and mounting it with what it shows.

Its JavaScript, plotly.js and the base map are served from where they lie (this package and data/), by Streamlit's own
route for component assets: nothing is copied, so a read-only checkout starts, and nothing is asked of another host.
Streamlit's `static/` folder could not do that: it serves one folder beside app.py, without links.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

KEY = "atlas"
PACKAGE = "dateline"
BASEMAP_URL = "{basemap}/"  # the browser puts the address of the folder in its place


def asset_folders(data: Path) -> dict[str, Path]:
    """The folders the browser may read, by the name they are served under."""
    return {
        "atlas": Path(__file__).parent / "static",
        "plotly": data / "plotly",
        "basemap": data / "basemap",
    }


def show(contents: dict[str, Any], data: Path, on_change: Callable[[], None]) -> None:
    """Mount the view. `on_change` runs when a reader has chosen something; `change()` then says what."""
    _serve(data)
    # Made anew on each run: the registry belongs to the running server, and every test has a server of its own.
    component = st.components.v2.component(f"{PACKAGE}.atlas", js="atlas.js", css="atlas.css", isolate_styles=False)
    component(key=KEY, data=contents, on_change_change=on_change)


def change() -> dict[str, Any]:
    """What was chosen, inside `on_change`: event, range, clock, mode, sort or clear."""
    state = st.session_state.get(KEY)
    chosen = state.get("change") if state else None
    return chosen if isinstance(chosen, dict) else {}


def _serve(data: Path) -> None:
    manager = get_bidi_component_manager()
    for name, folder in asset_folders(data).items():
        if manager.get_component_asset_root(f"{PACKAGE}.{name}") is None and folder.is_dir():
            manifest = ComponentManifest(PACKAGE, "1", [ComponentConfig(name, folder.name)])
            manager.register_from_manifest(manifest, folder.parent)

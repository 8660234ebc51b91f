"""The linked view as a Streamlit component: registering it, and mounting it with what it shows.

Its JavaScript, plotly.js and the base map are served from where they lie (this package and data/), by Streamlit's own
route for component assets (`packed` answers for the large ones before it): nothing is copied, so a read-only checkout
starts, and nothing is asked of another host.
Streamlit's `static/` folder could not do that: it serves one folder beside app.py, without links.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

KEY, DENSITY = "atlas", "density"
PACKAGE = "dateline"
SCRIPTS = Path(__file__).parent / "static"
BASEMAP_URL = "{basemap}/"  # the browser puts the address of the folder in its place

# The address of the app is known to the browser only, by Streamlit's own scripts. Those of its widgets are asked for in
# dozens and would be served before, but for the high priority. plotly.js is the largest by far, so it is the first.
EARLY = """<script>{
  const own = document.querySelector('script[src*="/static/js/"]');
  const ask = (name, how) => {
    const href = new URL("../../_stcore/bidi-components/PACKAGE." + name, own.src).href;
    document.head.append(Object.assign(document.createElement("link"), { fetchPriority: "high", href }, how));
  };
  if (own) {
    ask("plotly/plotly.min.js", { rel: "preload", as: "script" });
    for (const name of MODULES) ask("atlas/" + name, { rel: "modulepreload" });
  }
}</script>"""


def asset_folders(data: Path) -> dict[str, Path]:
    """The folders the browser may read, by the name they are served under."""
    return {
        KEY: SCRIPTS,
        DENSITY: SCRIPTS,  # a component by itself: two under one name would write over each other
        "plotly": data / "plotly",
        "basemap": data / "basemap",
    }


def hasten(data: Path) -> None:
    """Let the browser fetch the view's scripts and plotly.js at once, ahead of those of Streamlit's widgets.

    Call it first on a page that will show the view: without it, all comes the same, but later. No text of an article is
    in it.
    """
    _serve(data)
    st.html(_early(), unsafe_allow_javascript=True)


def show(contents: dict[str, Any], data: Path, on_change: Callable[[], None]) -> None:
    """Mount the view. `on_change` runs when a reader has chosen something; `change()` then says what."""
    _mount(KEY, contents, data, on_change)


def show_density(contents: dict[str, Any], data: Path, on_change: Callable[[], None]) -> None:
    """Mount map and timeline of an archive; `change(DENSITY)` says what was asked, inside `on_change`."""
    _mount(DENSITY, contents, data, on_change)


def change(key: str = KEY) -> dict[str, Any]:
    """What was chosen, inside `on_change`: event, range, clock, mode, sort or clear; range or ground in an archive."""
    state = st.session_state.get(key)
    chosen = state.get("change") if state else None
    return chosen if isinstance(chosen, dict) else {}


@cache
def _early() -> str:
    modules = sorted(path.name for path in SCRIPTS.glob("*.js") if path.name != f"{DENSITY}.js")
    return EARLY.replace("PACKAGE", PACKAGE).replace("MODULES", json.dumps(modules))


@cache
def _style() -> str:
    """The style sheets as one: fetched one after the other, they would be what the first drawing waits for."""
    sheet = (SCRIPTS / "atlas.css").read_text(encoding="utf-8")
    return re.sub(r'@import "\./([\w-]+\.css)";', lambda found: (SCRIPTS / found[1]).read_text(encoding="utf-8"), sheet)


def _mount(name: str, contents: dict[str, Any], data: Path, on_change: Callable[[], None]) -> None:
    _serve(data)
    # Made anew on each run: the registry belongs to the running server, and every test has a server of its own.
    component = st.components.v2.component(f"{PACKAGE}.{name}", js=f"{name}.js", css=_style(), isolate_styles=False)
    component(key=name, data=contents, on_change_change=on_change)


def _serve(data: Path) -> None:
    manager = get_bidi_component_manager()
    for name, folder in asset_folders(data).items():
        if manager.get_component_asset_root(f"{PACKAGE}.{name}") is None and folder.is_dir():
            manifest = ComponentManifest(PACKAGE, "1", [ComponentConfig(name, folder.name)])
            manager.register_from_manifest(manifest, folder.parent)

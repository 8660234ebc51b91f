"""Putting files into one page: style sheets joined, scripts named by an import map, large files packed.

Modules keep their own scopes, so that no two names of different files can meet: each becomes a `data:` address of the
import map, and `./name.js` in it becomes `dateline/name.js`.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from functools import cache
from pathlib import Path

from viz.atlas.component import asset_folders
from viz.settings import settings

_IMPORTED_STYLE = re.compile(r'@import "\./([\w-]+\.css)";\n?')
_RELATIVE = re.compile(r'(from|import)(\s+|\()"\./([\w-]+\.js)"')
UNUSED = "atlas.js"  # Streamlit's way in; the page has its own


def view_folder() -> Path:
    """Where scripts and styles of the linked view lie."""
    return asset_folders(settings().data)["atlas"]


def plotly_file() -> Path:
    """plotly.js as the app serves it."""
    return asset_folders(settings().data)["plotly"] / "plotly.min.js"


def inlined_style(own: Path) -> str:
    """The linked view's style sheets as one, with the page's own after them."""
    folder = view_folder()
    sheet = (folder / "atlas.css").read_text(encoding="utf-8")
    imported = [(folder / name).read_text(encoding="utf-8") for name in _IMPORTED_STYLE.findall(sheet)]
    return "\n".join([*imported, _IMPORTED_STYLE.sub("", sheet), own.read_text(encoding="utf-8")])


def imported_modules(own: Path) -> dict[str, str]:
    """The import map: the linked view's modules, and the page's own, which replace those of the same name."""
    files = {path.name: path for folder in (view_folder(), own) for path in sorted(folder.glob("*.js"))}
    return {f"dateline/{name}": _address(path) for name, path in files.items() if name != UNUSED}


def _address(path: Path) -> str:
    script = _RELATIVE.sub(r'\1\2"dateline/\3"', path.read_text(encoding="utf-8"))
    return "data:text/javascript;base64," + base64.b64encode(script.encode()).decode()


def as_script_data(written: str) -> str:
    """JSON that cannot end the script element it stands in, whatever its strings hold."""
    return written.replace("<", "\\u003c")


@cache
def packed(path: Path) -> str:
    """A file as a script element that is not run: gzip in base64, a third of its size. The same file packs the same."""
    return _packed(path.name if path.parent.name != "regions" else f"regions/{path.name}", path.read_bytes())


@cache
def packed_tiles(folder: Path) -> str:
    """The tiles of the base map as one such element: name -> content in base64."""
    paths = sorted(folder.glob("tiles/*/*/*.mvt"))
    tiles = {path.relative_to(folder).as_posix(): base64.b64encode(path.read_bytes()).decode() for path in paths}
    return _packed("tiles.json", json.dumps(tiles).encode())


def _packed(name: str, content: bytes) -> str:
    written = base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()
    return f'<script type="text/plain" data-packed="{name}">{written}</script>'

"""Builds `data/plotly/`: plotly.js with the traces the charts use, two thirds of the whole.

A browser reads and compiles all of it at the first visit, before anything is drawn.

Needs Node and npm; `plotly/package-lock.json` pins every package below it by hash.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

RECIPE = Path(__file__).resolve().parent / "plotly"


def build(folder: Path) -> None:
    """Writes plotly.min.js and LICENSES.txt; the same lock file gives the same bytes."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as working:
        shutil.copytree(RECIPE, working, dirs_exist_ok=True)
        _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", inside=working)
        _run("node", "bundle.mjs", str(folder.resolve()), inside=working)


def _run(*command: str, inside: str) -> None:
    subprocess.run(command, cwd=inside, check=True)

"""Rebuilds the artifacts of `data/` from pinned packages: run `python data/build.py`.

The gazetteer folds names exactly as the program does, so the repository's root is put on the path.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

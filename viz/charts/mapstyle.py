"""The base map as a MapLibre style: quiet paper, soft water, hairline borders, our own labels.

It has no `glyphs`, so letters come from the reader's own fonts, and all its data are files beside the app: nothing
is asked of any other host. The figure slides filled land under the layer `FILL_BELOW`, waters under `WATER_BELOW`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from viz.charts.theme import Theme

FILL_BELOW, WATER_BELOW = "lakes", "lakeshore"
FONT = ["Source Sans", "sans-serif"]
SOURCE, DEEPEST = "base", 4
"""All of it comes from one set of tiles; nearer views are drawn from the finest of them."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of the base map, `#rrggbb`."""

    water: str
    land: str
    shore: str
    border: str
    division: str
    water_name: str
    country_name: str
    city_name: str


DAY = Ink("#d9e4e8", "#f6f2e8", "#a9bcc3", "#a39a88", "#cfc7b5", "#5d7f8d", "#6b6355", "#7a7365")
NIGHT = Ink("#0f1417", "#24282c", "#3b4a52", "#6d6f70", "#3d4246", "#5f8294", "#a8a397", "#8f8b82")


def map_style(theme: Theme, base_url: str, hidden: Iterable[str] = ()) -> dict[str, Any]:
    """The style of one theme; `hidden` are the keys of base labels that the figure writes itself.

    `base_url` is where the files of `data/basemap/` are served, ending in a slash.
    """
    ink = NIGHT if theme.is_dark else DAY
    tiles = {"type": "vector", "tiles": [f"{base_url}tiles/{{z}}/{{x}}/{{y}}.mvt"], "maxzoom": DEEPEST}
    return {
        "version": 8,
        "sources": {SOURCE: tiles},
        "layers": [*_ground(ink), *_lines(ink), *_names(ink, sorted(hidden))],
    }


def _ground(ink: Ink) -> list[dict[str, Any]]:
    return [
        {"id": "background", "type": "background", "paint": {"background-color": ink.water}},
        _line("shore", "land", ink.shore, 1.4),  # under the land, which hides its inner half and the cut at 180 degrees
        {"id": "land", "type": "fill", **_from("land"), "paint": {"fill-color": ink.land, "fill-antialias": False}},
        {"id": "lakes", "type": "fill", **_from("lakes"), "paint": {"fill-color": ink.water, "fill-antialias": False}},
        _line("lakeshore", "lakes", ink.shore, 0.5),
        {**_line("rivers", "rivers", ink.shore, 0.9), "minzoom": 3.5},
    ]


def _lines(ink: Ink) -> list[dict[str, Any]]:
    near = ["all", ["==", ["get", "kind"], "division"], ["==", ["get", "near"], True]]
    far = ["all", ["==", ["get", "kind"], "division"], ["==", ["get", "near"], False]]
    return [
        {**_line("near-divisions", "borders", ink.division, 0.8), "minzoom": 4, "filter": near},
        {**_line("divisions", "borders", ink.division, 0.8), "minzoom": 4.6, "filter": far},
        {**_line("countries", "borders", ink.border, 1.1), "filter": ["==", ["get", "kind"], "country"]},
        {**_line("contested", "borders", ink.border, 1.1, dash=[3, 2]), "filter": ["==", ["get", "kind"], "contested"]},
    ]


def _from(layer: str) -> dict[str, str]:
    return {"source": SOURCE, "source-layer": layer}


def _line(name: str, layer: str, colour: str, width: float, dash: list[int] | None = None) -> dict[str, Any]:
    growing = ["interpolate", ["linear"], ["zoom"], 1, width * 0.5, 6, width * 1.3]
    paint: dict[str, Any] = {"line-color": colour, "line-width": growing}
    if dash:
        paint["line-dasharray"] = dash
    return {"id": name, "type": "line", **_from(layer), "layout": {"line-join": "round"}, "paint": paint}


def _names(ink: Ink, hidden: list[str]) -> list[dict[str, Any]]:
    """Label layers, the least important first: MapLibre places the names of the topmost layer before the others."""
    towns = ["city", "capital"]
    beside = {"text-anchor": "left", "text-offset": [0.45, 0]}
    dots = {
        "id": "town-dots", "type": "circle", **_from("labels"), "filter": _shown(towns, hidden),
        "paint": {"circle-radius": 1.8, "circle-color": ink.city_name},
    }  # fmt: skip
    return [
        dots,
        _name(
            "division-names", ink.city_name, ink.land, 10.5, _shown(["division"], hidden, early=0),
            {"text-letter-spacing": 0.06},
        ),
        _name(
            "water-names", ink.water_name, ink.water, 11, _shown(["water", "river"], hidden, early=0.7),
            {"text-letter-spacing": 0.08},
        ),
        _name("town-names", ink.city_name, ink.land, 11, _shown(towns, hidden), beside),
        _name(
            "country-names", ink.country_name, ink.land, 12, _shown(["country"], hidden, early=0.9),
            {"text-letter-spacing": 0.12, "text-transform": "uppercase"},
        ),
    ]  # fmt: skip


def _shown(kinds: list[str], hidden: list[str], early: float = 0.5) -> list[Any]:
    """Names of some kinds about from the zoom each begins at, without the hidden ones.

    MapLibre asks a filter at whole zooms only, so that a name would come up to one zoom late: `early` makes it earlier.
    """
    return [
        "all",
        ["in", ["get", "kind"], ["literal", kinds]],
        ["<=", ["get", "from"], ["+", ["zoom"], early]],
        ["!", ["in", ["get", "key"], ["literal", hidden]]],
    ]


def _name(
    name: str, colour: str, halo: str, size: float, which: list[Any], layout: dict[str, Any]
) -> dict[str, Any]:
    """One layer of names; the halo has the colour of the ground, so that letters cut lines."""
    placed = {
        "text-field": ["get", "name"], "text-font": FONT, "text-size": size, "text-max-width": 8,
        "text-padding": 4, "symbol-sort-key": ["get", "rank"],
    }  # fmt: skip
    paint = {"text-color": colour, "text-halo-color": halo, "text-halo-width": 1.4}
    return {
        "id": name, "type": "symbol", **_from("labels"), "filter": which,
        "layout": {**placed, **layout}, "paint": paint,
    }  # fmt: skip

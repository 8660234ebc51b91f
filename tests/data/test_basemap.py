"""The base map as it ships: complete, small, and drawn as its SOURCE.md says."""

import json
from functools import cache
from itertools import pairwise
from math import asinh, pi, radians, tan
from pathlib import Path
from typing import Any

import pytest

from viz.charts.mapstyle import DEEPEST
from viz.settings import ROOT

FOLDER = ROOT / "data" / "basemap"
CENTRAL_ASIA = ("KG", "KZ", "TJ", "TM", "UZ")
Line = list[list[float]]


@cache
def content(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


def shape(name: str, id: str) -> list[list[Line]]:
    return next(f["geometry"]["coordinates"] for f in content(name)["features"] if f["properties"]["id"] == id)


def holds(polygons: list[list[Line]], lon: float, lat: float) -> bool:
    """Even-odd over all rings, holes included."""
    found = False
    for ring in (ring for polygon in polygons for ring in polygon):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                found = not found
    return found


def test_everything_together_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.json")) < 6_200_000


def test_countries_carry_iso_codes_and_names() -> None:
    told = {f["properties"]["id"]: f["properties"]["name"] for f in content("countries.json")["features"]}
    assert len(told) > 240
    assert all(len(code) == 2 and code.isupper() for code in told)
    assert (told["KG"], told["US"], told["GF"]) == ("Kyrgyzstan", "United States", "French Guiana")


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [("KG", 74.59, 42.87), ("KZ", 71.45, 51.18), ("KZ", 63.3, 45.6), ("UA", 34.1, 45.2), ("UA", 33.6, 44.6), ("CY", 33.5, 35.3), ("SO", 45.0, 9.8), ("XK", 21.0, 42.6), ("EH", -13.0, 24.5), ("TW", 121.0, 24.0)],
)
def test_ground_belongs_to_the_country_of_its_iso_code(code: str, lon: float, lat: float) -> None:
    assert holds(shape("countries.json", code), lon, lat)
    others = [f["properties"]["id"] for f in content("countries.json")["features"] if holds(f["geometry"]["coordinates"], lon, lat)]
    assert others == [code]


@pytest.mark.parametrize("code", CENTRAL_ASIA)
def test_divisions_of_central_asia_carry_their_codes(code: str) -> None:
    features = content(f"regions/{code}.json")["features"]
    assert len(features) >= 5
    for feature in features:
        told = feature["properties"]
        assert told["country"] == code
        assert told["id"].isdigit()
        assert told["iso"]


def test_britain_is_joined_into_its_four_countries() -> None:
    names = {f["properties"]["name"] for f in content("regions/GB.json")["features"]}
    assert {"England", "Scotland", "Wales", "Northern Ireland"} <= names
    assert holds(shape("regions/GB.json", "6269131"), -1.9, 52.5)


def test_the_inner_seas_are_water() -> None:
    for name, lon, lat in (("caspian sea", 50.6, 41.9), ("aral sea", 58.5, 45.2), ("issyk-kul", 77.3, 42.43)):
        assert holds(shape("lakes.json", name), lon, lat)
    assert not holds(content("land.json")["features"][0]["geometry"]["coordinates"], 50.6, 41.9)


@pytest.mark.parametrize("path", ["land.json", "countries.json", "lakes.json", "regions/KG.json"])
def test_rings_are_closed_and_run_counter_clockwise_outside(path: str) -> None:
    for feature in content(path)["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            for number, ring in enumerate(polygon):
                assert len(ring) >= 4
                assert ring[0] == ring[-1]
                area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
                assert area >= 0 if number == 0 else area <= 0


def test_a_country_and_its_divisions_share_their_border() -> None:
    outline = {tuple(p) for polygon in shape("countries.json", "KG") for ring in polygon for p in ring}
    parts = {tuple(p) for f in content("regions/KG.json")["features"] for polygon in f["geometry"]["coordinates"] for ring in polygon for p in ring}
    assert outline <= parts


def test_contested_lines_are_marked() -> None:
    kinds = {f["properties"]["kind"] for f in content("borders.json")["features"]}
    assert kinds == {"country", "contested", "division"}


def test_every_shape_of_the_index_exists_and_every_box_holds_its_label() -> None:
    for key, told in content("areas.json").items():
        if "members" in told:
            assert set(told["members"]) <= content("areas.json").keys()
            continue
        if "file" in told:
            assert Path(FOLDER / told["file"]).is_file()
        west, south, east, north = told["box"]
        assert west - 1 <= told["at"][0] <= east + 1, key
        assert south - 1 <= told["at"][1] <= north + 1, key


def tile(zoom: int, lon: float, lat: float) -> bytes:
    """The tile of a zoom that holds a point."""
    x, y = lon / 360 + 0.5, 0.5 - asinh(tan(radians(lat))) / (2 * pi)
    return (FOLDER / "tiles" / str(zoom) / str(int(x * 2**zoom)) / f"{int(y * 2**zoom)}.mvt").read_bytes()


def test_every_tile_is_there_and_what_is_seen_first_is_small() -> None:
    for zoom in range(DEEPEST + 1):
        assert len(list((FOLDER / "tiles" / str(zoom)).glob("*/*.mvt"))) == 4**zoom
    assert not (FOLDER / "tiles" / str(DEEPEST + 1)).exists()
    sizes = [path.stat().st_size for path in (FOLDER / "tiles").rglob("*.mvt")]
    assert max(sizes) < 40_000
    assert sum(sizes) < 1_000_000


@pytest.mark.parametrize(("name", "lon", "lat"), [("Bishkek", 74.59, 42.87), ("Suva", 178.44, -18.14), ("Aral Sea", 58.9, 44.9)])
def test_names_are_in_the_tile_of_their_place_and_in_no_other(name: str, lon: float, lat: float) -> None:
    found = [path for path in (FOLDER / "tiles" / str(DEEPEST)).rglob("*.mvt") if name.encode() in path.read_bytes()]
    assert [path.read_bytes() for path in found] == [tile(DEEPEST, lon, lat)]


def test_far_tiles_hold_only_what_is_shown_from_afar() -> None:
    assert b"division" not in tile(0, 74, 42)
    assert b"rivers" not in tile(2, 74, 42)
    assert b"Karakol" not in tile(2, 74, 42)
    assert b"borders" in tile(0, 74, 42)


def test_open_water_is_an_empty_tile() -> None:
    assert tile(4, -150, 30) == b""

"""The gazetteer's answers, and that it opens whole or not at all."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from viz.errors import DataError, InputError
from viz.parsers.places import find_places
from viz.parsers.places.gazetteer import Gazetteer, default_gazetteer, kilometres
from viz.settings import settings

BUILT = settings().data / "gazetteer"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "gazetteer"
    folder.mkdir()
    for path in (*BUILT.glob("*.bin"), *BUILT.glob("*.marisa"), BUILT / "manifest.json"):
        shutil.copy(path, folder)
    return folder


@pytest.mark.parametrize(
    ("name", "geonameid"),
    [
        ("Bishkek", 1528675),
        ("KIRGHIZIA", 1527747),
        ("Ysyk-Köl", 1528260),
        ("U.S.", 6252001),
        ("Tselinograd", 1526273),
        ("Russell County", 4047434),
        ("Louisiana", 4331987),
        ("DRC", 203312),
    ],
)
def test_names_in_any_spelling(name: str, geonameid: int) -> None:
    assert default_gazetteer().named(name)[0].geonameid == geonameid


def test_countries_capitals_and_demonyms() -> None:
    gazetteer = default_gazetteer()
    kyrgyzstan, bishkek = gazetteer.country("KG"), gazetteer.capital("KG")
    assert kyrgyzstan is not None
    assert bishkek is not None
    assert gazetteer.demonym("Kirghiz") == kyrgyzstan
    assert gazetteer.contains(kyrgyzstan, bishkek)
    assert not gazetteer.contains(bishkek, kyrgyzstan)
    assert gazetteer.place(1528675) == bishkek
    assert gazetteer.place(1) is None
    assert gazetteer.named("no such town anywhere") == ()


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Lake Kivu", "lake", "", -2, 29),
        ("Ambae", "island", "VU", -15, 168),
        ("Strait of Dover", "sea", "", 51, 1),
        ("Zagros", "mountain", "IR", 33, 47),
        ("Kattegat", "sea", "", 57, 11),
        ("Cox's Bazar", "city", "BD", 21, 92),
    ],
)
def test_waters_islands_and_ranges(name: str, kind: str, country: str, lat: float, lon: float) -> None:
    place = default_gazetteer().named(name)[0]
    assert (place.kind, place.country) == (kind, country)
    assert place.lat is not None
    assert place.lon is not None
    assert abs(place.lat - lat) < 2
    assert abs(place.lon - lon) < 2


def test_the_nearest_town() -> None:
    near = default_gazetteer().nearest(42.87, 74.6)
    assert near is not None
    assert near.country == "KG"
    assert default_gazetteer().nearest(-48.9, -123.4) is None


def test_distance() -> None:
    assert kilometres(0, 0, 0, 180) == pytest.approx(20015, abs=1)


@pytest.mark.parametrize("name", ["manifest.json", "places.bin", "names.marisa"])
def test_a_missing_file_is_said(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(DataError, match="build"):
        Gazetteer.load(copied)


def test_a_truncated_file_is_said(copied: Path) -> None:
    content = (copied / "links.bin").read_bytes()
    (copied / "links.bin").write_bytes(content[:-4])
    with pytest.raises(DataError, match=r"links\.bin"):
        Gazetteer.load(copied)


def test_another_version_is_said(copied: Path) -> None:
    manifest = json.loads((copied / "manifest.json").read_text("utf-8"))
    (copied / "manifest.json").write_text(json.dumps(manifest | {"version": 99}), "utf-8")
    with pytest.raises(DataError, match="version 99"):
        Gazetteer.load(copied)


def test_a_manifest_that_is_no_manifest_is_said(copied: Path) -> None:
    (copied / "manifest.json").write_text("[]", "utf-8")
    with pytest.raises(DataError, match="damaged"):
        Gazetteer.load(copied)


def test_a_users_csv_adds_and_overrides(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "name,lat,lon,kind,aliases\nOsh,1.5,2.5,village,\nCamp Birch,41,75,site,Birch Camp|The Birch\n", "utf-8"
    )
    gazetteer = Gazetteer.load(BUILT, own)
    assert gazetteer.named("Osh")[0].lat == 1.5
    assert gazetteer.named("Birch Camp")[0].name == "Camp Birch"
    mentions = find_places("The rally began in Camp Birch on Friday.", gazetteer=gazetteer)
    assert [mention.text for mention in mentions] == ["Camp Birch"]


def test_a_users_geojson(tmp_path: Path) -> None:
    own = tmp_path / "own.geojson"
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [75, 41]},
        "properties": {"name": "Camp Elm"},
    }
    own.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    assert Gazetteer.load(BUILT, own).named("camp elm")[0].lon == 75


@pytest.mark.parametrize(
    "content", ["name,lat,lon,kind\nX,91,0,site\n", "name,lat,lon,kind\nX,a,0,site\n", '{"features": 3}']
)
def test_a_users_bad_file_is_said(tmp_path: Path, content: str) -> None:
    own = tmp_path / "own.csv"
    own.write_text(content, "utf-8")
    with pytest.raises(InputError):
        Gazetteer.load(BUILT, own)


@pytest.mark.parametrize(
    ("geonameid", "name"),
    [
        (1264418, "Maharashtra"),  # GeoNames: Mahārāshtra
        (2822542, "Thuringia"),  # Thüringen
        (293396, "Tel Aviv District"),  # Tall Abīb
        (702549, "Lviv Region"),  # Lvivska oblast; Lviv alone is the city
        (5332921, "California"),
        (170017, "Hamah"),  # Ḩamāh
        (2950157, "Berlin"),
        (3093133, "Łódź"),  # the letters of a Latin script are its own
    ],
)
def test_places_are_shown_by_the_names_that_english_text_writes(geonameid: int, name: str) -> None:
    place = default_gazetteer().place(geonameid)
    assert place is not None
    assert place.name == name

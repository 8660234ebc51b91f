"""Where a reader has dragged a pin: what is taken over, and what is no point."""

from dataclasses import replace
from typing import Any

import pytest

from viz.model import Place, PlaceKind
from viz.pages.pin import moved

OSH = Place(1527534, "Osh", "KG", PlaceKind.CITY, 40.5, 72.8)


def test_longitudes_go_round_and_a_metre_is_fine_enough() -> None:
    assert moved(OSH, {"lat": 40.6123456, "lon": 432.8}) == replace(OSH, lat=40.61235, lon=72.8)


@pytest.mark.parametrize("pin", [{}, {"lat": 40}, {"lat": "north", "lon": 1}, {"lat": 91, "lon": 1}, {"lat": float("nan"), "lon": 1}, {"lat": None, "lon": 2}])
def test_what_is_no_point_moves_nothing(pin: dict[str, Any]) -> None:
    assert moved(OSH, pin) is None


def test_an_area_has_no_pin() -> None:
    assert moved(replace(OSH, kind=PlaceKind.COUNTRY), {"lat": 40, "lon": 70}) is None

"""The gazetteer behind geopy's interface; nothing asks the network."""

from __future__ import annotations

import pytest

from viz.errors import SettingError
from viz.parsers.places.geocoder import GazetteerGeocoder, online


def test_a_name_with_what_it_lies_in() -> None:
    geocoder = GazetteerGeocoder()
    found = geocoder.geocode("Paris, Texas")
    assert found.address.startswith("Paris, Texas")
    assert found.latitude == pytest.approx(33.66, abs=0.1)
    assert len(geocoder.geocode("Paris", exactly_one=False)) > 5
    assert geocoder.geocode("no such town anywhere") is None
    assert geocoder.geocode("") is None


def test_a_point() -> None:
    assert GazetteerGeocoder().reverse((42.87, 74.6)).raw["country"] == "KG"
    assert GazetteerGeocoder().reverse("-48.9, -123.4") is None


def test_online_geocoders_are_off() -> None:
    assert online() is None
    with pytest.raises(SettingError, match="VIZ_GEOCODER"):
        online("nominatim")
    with pytest.raises(SettingError, match="no geocoder"):
        online("somebody")

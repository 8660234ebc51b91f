"""What knowing where the reader is does to names that many places share."""

from __future__ import annotations

import pytest

from viz.model import Place
from viz.parsers.places import find_places
from viz.parsers.places.document import NOT_AT_HOME, read_home
from viz.parsers.places.gazetteer import default_gazetteer


def first(text: str, home: str) -> Place:
    where = find_places(text, home=home)[0].where
    assert where is not None
    return where.place


@pytest.mark.parametrize(
    ("home", "division"), [("US-MA", "Massachusetts"), ("US-IL", "Illinois"), ("us-Oregon", "Oregon")]
)
def test_a_home_division_draws_a_name_of_many_places(home: str, division: str) -> None:
    assert first("Police in Springfield held two men on Friday.", home).admin1 == division


def test_a_home_country_draws_a_name_of_many_places() -> None:
    assert first("Police in Cambridge held two men on Friday.", "US").country == "US"
    assert first("Police in Cambridge held two men on Friday.", "GB").country == "GB"


def test_what_the_text_says_outweighs_home() -> None:
    assert first("Police in Paris, France, held two men.", "US-TX").country == "FR"


@pytest.mark.parametrize("home", ["", "XX", "nowhere", "-TX"])
def test_an_unknown_home_is_none(home: str) -> None:
    assert read_home(home, default_gazetteer()) == NOT_AT_HOME


def test_an_unknown_division_leaves_the_country() -> None:
    gazetteer = default_gazetteer()
    assert read_home("KG-Nowhere", gazetteer) == read_home("KG", gazetteer) != NOT_AT_HOME

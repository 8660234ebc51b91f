import pytest

from viz.parsers.places.gazetteer import default_gazetteer
from viz.parsers.places.parts import middle, side_of

SQUARE = [(float(lat), float(lon)) for lat in range(10) for lon in range(10)]


@pytest.mark.parametrize(
    ("before", "after", "side"),
    [
        ("fighting in eastern ", "", "east"),
        ("the north - west of ", "", "northwest"),
        ("in the north of ", "", "north"),
        ("in the northern part of the ", "", "north"),
        ("in ", "'s northeast", "northeast"),
        ("in ", " 's south", "south"),
        ("stranded in upstate ", "", "north"),
        ("ten miles north of ", "", ""),  # beyond it
        ("western and central ", "", ""),
        ("in ", " , north of the capital", ""),
        ("in ", "'s northwestern", "northwest"),
    ],
)
def test_the_side_told_beside_a_name(before: str, after: str, side: str) -> None:
    assert side_of(before, after) == side


def test_a_side_is_the_outer_third_and_a_corner_the_outer_quarter() -> None:
    assert middle(SQUARE, "north") == (7.5, 4.5)
    assert middle(SQUARE, "west") == (4.5, 1.5)
    assert middle(SQUARE, "southeast") == (2.0, 7.0)


def test_a_few_far_towns_make_an_area_no_wider() -> None:
    assert middle([*SQUARE, (60.0, 4.5)], "north") == (8.78, 4.5)


def test_too_few_towns_tell_no_side() -> None:
    assert middle(SQUARE[:4], "north") is None


def test_a_part_of_a_country_is_a_region_of_its_own() -> None:
    gazetteer = default_gazetteer()
    ukraine = gazetteer.country("UA")
    assert ukraine is not None
    east = gazetteer.part(ukraine, "east")
    assert east is not None
    assert (east.name, east.kind, east.country, east.geonameid) == ("Eastern Ukraine", "region", "UA", 0)
    assert east.lon is not None
    assert ukraine.lon is not None
    assert east.lon > ukraine.lon + 2


def test_a_town_has_no_parts() -> None:
    gazetteer = default_gazetteer()
    assert gazetteer.part(gazetteer.named("Bishkek")[0], "north") is None

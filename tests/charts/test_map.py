"""The map: areas are areas, pins are points, one mark for each place, and foreign text stays text."""

import json

import pytest

from viz.charts.areas import area_of
from viz.charts.map import Spot, map_figure, spots, unmappable
from viz.charts.mapview import ALONE, WORLD, centre_and_zoom, frame, unrolled
from viz.charts.theme import DARK, LIGHT, Theme
from viz.model import Event, Place, PlaceKind, Status, Where

BISHKEK = Place(1528675, "Bishkek", "KG", PlaceKind.CITY, 42.87, 74.59)
ASTANA = Place(1526273, "Astana", "KZ", PlaceKind.CITY, 51.18, 71.45)
KYRGYZSTAN = Place(1527747, "Kyrgyzstan", "KG", PlaceKind.COUNTRY, 41.5, 75.0)
OSH_REGION = Place(1346798, "Osh", "KG", PlaceKind.REGION, 40.1, 73.1)
CENTRAL_ASIA = Place(0, "Central Asia", "", PlaceKind.REGION, None, None)
CASPIAN = Place(630671, "Caspian Sea", "", PlaceKind.SEA, None, None)
VALLEY = Place(0, "Ferghana Valley", "", PlaceKind.REGION, 40.6, 71.4)
NOWHERE = Place(0, "Nameless Sea", "", PlaceKind.SEA, None, None)
SUVA = Place(2198148, "Suva", "FJ", PlaceKind.CITY, -18.14, 178.44)
APIA = Place(4035413, "Apia", "WS", PlaceKind.CITY, -13.83, -171.76)


def event(number: int, place: Place | None, status: Status = Status.HAPPENED, headline: str = "Talks are held") -> Event:
    where = Where(place) if place else None
    return Event(f"e{number}", "article", (0, 5), (0, 3), headline, status, undated="no date", where=where, unplaced="" if place else "no place")


def figure(events: list[Event], selected: str = "", theme: Theme = LIGHT) -> dict:
    return json.loads(map_figure(events, selected=selected, theme=theme, base_url="basemap/").to_json())


def traces(drawn: dict, name: str) -> list[dict]:
    return [trace for trace in drawn["data"] if trace["name"] == name]


def test_events_at_one_place_are_one_mark_that_carries_all_ids() -> None:
    drawn = figure([event(1, BISHKEK), event(2, ASTANA), event(3, BISHKEK)])
    [pins] = traces(drawn, "places")
    assert sorted(pins["customdata"]) == [["e1", "e3"], ["e2"]]
    assert sorted(traces(drawn, "counts")[0]["text"]) == ["", "2"]


def test_a_country_is_filled_and_counted_and_has_no_pin() -> None:
    drawn = figure([event(1, KYRGYZSTAN), event(2, KYRGYZSTAN)])
    [fill] = traces(drawn, "countries.json")
    assert (fill["geojson"], fill["locations"], fill["customdata"]) == ("basemap/countries.json", ["KG"], [["e1", "e2"]])
    assert traces(drawn, "areas")[0]["text"] == ["Kyrgyzstan · 2"]
    assert not traces(drawn, "places")


def test_a_division_is_filled_from_the_file_of_its_country() -> None:
    [fill] = traces(figure([event(1, OSH_REGION)]), "regions/KG.json")
    assert fill["locations"] == ["1346798"]


def test_a_union_is_filled_with_all_its_countries() -> None:
    [fill] = traces(figure([event(1, CENTRAL_ASIA)]), "countries.json")
    assert fill["locations"] == ["KG", "KZ", "TJ", "TM", "UZ"]


def test_a_sea_without_a_point_is_filled_when_its_shape_is_known() -> None:
    assert traces(figure([event(1, CASPIAN)]), "lakes.json")[0]["locations"] == ["caspian sea"]


def test_an_area_without_a_shape_is_a_soft_disc_and_not_a_pin() -> None:
    drawn = figure([event(1, VALLEY)])
    assert traces(drawn, "areas without a shape")[0]["customdata"] == [["e1"]]
    assert not traces(drawn, "places")


def test_what_can_not_be_drawn_is_told() -> None:
    events = [event(1, NOWHERE), event(2, BISHKEK), event(3, None)]
    assert unmappable(events) == events[:1]
    assert [spot.place for spot in spots(events)] == [BISHKEK]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_selected_event_has_the_accent_colour(theme: Theme) -> None:
    drawn = figure([event(1, BISHKEK), event(2, KYRGYZSTAN)], "e1", theme)
    assert traces(drawn, "places")[0]["marker"]["color"] == [theme.accent]
    assert theme.accent not in traces(drawn, "countries.json")[0]["marker"]["line"]["color"]
    [fill] = traces(figure([event(2, KYRGYZSTAN)], "e2", theme), "countries.json")
    assert fill["colorscale"][-1][1] == theme.accent
    assert fill["z"] == [fill["zmax"]]


def test_a_status_has_its_hue_and_a_glyph_and_mixed_ones_are_neutral() -> None:
    planned = figure([event(1, BISHKEK, Status.PLANNED)])
    assert traces(planned, "places")[0]["marker"]["color"] == [LIGHT.statuses[Status.PLANNED]]
    assert traces(planned, "counts")[0]["text"] == ["▲"]
    mixed = figure([event(1, BISHKEK, Status.PLANNED), event(2, BISHKEK)])
    assert traces(mixed, "places")[0]["marker"]["color"] == [LIGHT.muted]


def test_markup_in_a_headline_stays_text() -> None:
    [pins] = traces(figure([event(1, BISHKEK, headline="<b>bold</b> & <a href='x'>link</a>")]), "places")
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;a" in pins["text"][0]


def test_a_crowded_place_tells_some_headlines_and_counts_the_rest() -> None:
    [pins] = traces(figure([event(number, BISHKEK) for number in range(20)]), "places")
    assert pins["text"][0].endswith("and 14 more")
    assert len(pins["customdata"][0]) == 20


def test_the_style_asks_no_other_host_and_the_figure_is_small() -> None:
    text = map_figure([event(1, BISHKEK), event(2, KYRGYZSTAN)], theme=LIGHT, base_url="basemap/").to_json()
    style = json.loads(text)["layout"]["map"]["style"]
    assert [source["tiles"] for source in style["sources"].values()] == [["basemap/tiles/{z}/{x}/{y}.mvt"]]
    assert "glyphs" not in style
    assert "sprite" not in style
    assert len(text) < 20_000


def test_names_the_figure_writes_are_hidden_in_the_base_map() -> None:
    style = figure([event(1, BISHKEK), event(2, KYRGYZSTAN)])["layout"]["map"]["style"]
    for layer in style["layers"]:
        if layer["type"] == "symbol":
            assert layer["filter"][-1][1][2][1] == ["1527747", "1528675", "KG"]


def test_a_filter_neither_moves_the_view_nor_forgets_it() -> None:
    whole = [event(1, BISHKEK), event(2, ASTANA)]
    all_, few = (map_figure(events, theme=LIGHT, base_url="", around=whole).layout for events in (whole, whole[:1]))
    assert (all_.map.center, all_.map.zoom, all_.uirevision) == (few.map.center, few.map.zoom, few.uirevision)
    assert all_.map.style == few.map.style


def test_no_event_shows_the_world() -> None:
    drawn = figure([])
    assert drawn["data"] == []
    assert drawn["layout"]["meta"]["box"] == list(WORLD)
    assert drawn["layout"]["map"]["zoom"] < 2


def test_one_city_is_shown_with_its_surroundings() -> None:
    west, _, east, _ = frame([(74.59, 42.87, 74.59, 42.87)])
    assert east - west == pytest.approx(ALONE[0])
    assert west < 74.59 < east


def test_neighbouring_towns_lie_apart() -> None:
    leiden, gouda = (4.49, 52.16), (4.71, 52.01)
    (_, zoom) = centre_and_zoom(frame([(*leiden, *leiden), (*gouda, *gouda)]))
    assert (gouda[0] - leiden[0]) * 512 * 2**zoom / 360 > 20  # pixels, more than a pin is wide


def test_the_name_above_the_northernmost_pin_has_room_in_a_low_pane() -> None:
    webuye, nairobi = (34.77, 0.62), (36.82, -1.28)
    (_, middle), zoom = centre_and_zoom(frame([(*webuye, *webuye), (*nairobi, *nairobi)]), 840, 225)
    above = (webuye[1] - middle) * 512 * 2**zoom / 360  # pixels; near the equator a degree is as high as it is wide
    assert 225 / 2 - above > 32  # a large pin, and the letters over it


def test_places_on_both_sides_of_180_degrees_lie_side_by_side() -> None:
    drawn = figure([event(1, SUVA), event(2, APIA)])
    box = drawn["layout"]["meta"]["box"]
    assert box[2] - box[0] < 20
    assert sorted(traces(drawn, "places")[0]["lon"]) == [178.44, pytest.approx(188.24)]
    assert unrolled(-171.76, tuple(box)) == pytest.approx(188.24)


def test_the_whole_globe_is_not_wider_than_it_is() -> None:
    box = frame([(-180.0, -90.0, 180.0, 84.0)])
    assert box[2] - box[0] <= 360
    assert centre_and_zoom(box)[1] >= 0


def test_a_smaller_pane_has_a_smaller_zoom() -> None:
    box = (60.0, 35.0, 80.0, 50.0)
    assert centre_and_zoom(box, 390, 300)[1] < centre_and_zoom(box, 1200, 600)[1]


def test_a_spot_knows_its_ground() -> None:
    assert Spot(BISHKEK, None, ()).box == (74.59, 42.87, 74.59, 42.87)
    area = area_of(KYRGYZSTAN)
    assert area is not None
    assert area.box[0] < 74.59 < area.box[2]
    assert area_of(BISHKEK) is None

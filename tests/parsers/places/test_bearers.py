"""Ships, storms and doubled words bear names of places and are none."""

from __future__ import annotations

import pytest

from viz.parsers.places import find_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The frigate HMS Lancaster sailed for Lisbon.", ["Lisbon"]),
        ("the frigate hms lancaster sailed for lisbon .", ["lisbon"]),
        ("Storm Florence cut power in Leeds.", ["Leeds"]),
        ("Shops in Dodoma closed on Nane Nane Day.", ["Dodoma"]),
        ("The Red Cross sent aid to Kulob.", ["Kulob"]),
        ("The owner, Chen Wei-lun, was detained in Osh.", ["Osh"]),
        ("The owner, Chen York-based, was detained in Osh.", ["York", "Osh"]),
        ("A barn burned down in Red Cross, North Carolina.", ["Red Cross", "North Carolina"]),
        ("Farmers in Walla Walla sow wheat.", ["Walla Walla"]),
        ("She was taken to a hospital in Glasgow on October 6.", ["Glasgow"]),
        ("She was taken to a hospital in Glasgow on 6 October.", ["Glasgow"]),
        ("A car was found on Bedford Drive in Leeds.", ["Leeds"]),
        ("A fire broke out on Ripon Road in Harrogate.", ["Harrogate"]),
        ("Leila de Lima was freed in Manila.", ["Manila"]),
        ("He flew from Manila to Rio de Janeiro.", ["Manila", "Rio de Janeiro"]),
        ("The Verkhovna Rada met in Kyiv.", ["Kyiv"]),
        ("The Taliban met in Kabul.", ["Kabul"]),
        ("Commerce Secretary Jo Bell flew to Osh.", ["Osh"]),
        ("The Commerce Department has an office in Osh.", ["Osh"]),
        ("A barn burned down in Commerce, Texas.", ["Commerce", "Texas"]),
        ("The storm reached Florence at noon.", ["Florence"]),
        ("The probe Rosetta woke up, engineers in Darmstadt said.", ["Darmstadt"]),
        ("The ferry Victoria left Kisumu at dawn.", ["Kisumu"]),
        ("The probe into the killing in Rosetta goes on.", ["Rosetta"]),
    ],
)
def test_who_bears_a_name_is_not_the_place(text: str, places: list[str]) -> None:
    assert [mention.text for mention in find_places(text)] == places


def test_capitals_tell_an_alliance_from_a_town_but_not_from_a_state() -> None:
    assert "NATO" not in [mention.text for mention in find_places("The ministers of NATO agreed on Friday.")]
    assert "USSR" in [mention.text for mention in find_places("He left the USSR in 1985 for Paris.")]

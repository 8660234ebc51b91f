"""Places that a happening shares with another word, and names that are no places of their own."""

import pytest

from tests.parsers.events.surveys import candidates, surveyed, ways
from viz.model import Basis

_FROM_ALMATY = "ALMATY, Kazakhstan (AP) - "


def place_of(text: str, word: str) -> str:
    where = candidates(text)[word].placed.where
    return where.place.name if where is not None else ""


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Most of the deaths occurred in Osh on Monday.", "deaths", "Osh"),
        ("An explosion ripped through the Turkish embassy in Bishkek on Monday.", "explosion", "Bishkek"),
        ("Nine clashes were reported in Naryn on Monday.", "clashes", "Naryn"),
        ("The issue will dominate a summit set for Bishkek in July.", "summit", "Bishkek"),
        ("The signing will be held at the Osh summit on Friday.", "signing", "Osh"),
        ("A summit meeting in Bishkek ended on Monday.", "summit", "Bishkek"),
        ("A climber was found wandering in Naryn on Monday.", "found", "Naryn"),
        ("His car was found abandoned at Osh airport on Monday.", "found", "Osh"),
        ("Two officers flew to Osh on Monday to interview the widow.", "interview", "Osh"),
        ("The minister denied the charge on Monday, telling reporters in Osh that it was absurd.", "denied", "Osh"),
        ("The minister, on a visit to Osh, condemned the attack on Monday.", "condemned", "Osh"),
        ("The minister, who is on a visit to Osh, condemned the attack on Monday.", "condemned", "Osh"),
        ("A blast at the Turkish embassy in Osh killed two and injured nine.", "injured", "Osh"),
        ("The toll in the Osh blast has risen to nine.", "risen", "Osh"),
        ("Naryn Region saw a second earthquake on Monday.", "earthquake", "Naryn Region"),
        ("Tajikistan slid into civil war in 1992.", "war", "Tajikistan"),
        ("The mayor spoke to reporters on Monday before leaving Osh.", "spoke", "Osh"),
        ("In the hills of Naryn, work on a road from China to Osh was opened on Monday.", "opened", "Naryn"),
        ("Two men, who were arrested in neighbouring Mozambique a year later, wept.", "arrested", "Mozambique"),
    ],
)
def test_a_happening_shares_the_place_of_the_word_that_goes_with_it(text: str, word: str, place: str) -> None:
    where = candidates(_FROM_ALMATY + "The council met on Sunday. " + text)[word].placed.where
    assert where is not None
    assert (where.place.name, where.basis) == (place, Basis.EXPLICIT)


def test_who_goes_somewhere_to_bring_something_back_does_the_latter_elsewhere() -> None:
    text = "Nine officers flew to Osh on Monday to bring the boy home."
    placed = [candidates(_FROM_ALMATY + text)[word].placed.where for word in ("flew", "bring")]
    assert [where.basis for where in placed if where is not None] == [Basis.EXPLICIT, Basis.INFERRED]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Aziz Aliyev, 31, from Osh, was convicted on Monday.", "convicted", "Osh"),
        ("Two aides to the premier, Uzi Arad and Dani Levy, left for Europe on Monday.", "left", "Arad"),
        ("Investigators from Uzbekistan arrived on Monday.", "arrived", "Tashkent"),
        ("The sister of the Uzbek president walked around the market on Monday.", "walked", "Tashkent"),
        ("Atletico, which won the Uzbek cup last week, lost its coach on Monday.", "lost", "Tashkent"),
        ("Leaders of the North Atlantic Treaty Organization met on Monday.", "met", "Atlantic Ocean"),
    ],
)
def test_where_people_and_names_come_from_is_not_where_it_was(text: str, word: str, place: str) -> None:
    assert place_of(text, word) != place


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The energy minister returned on Monday from a holiday in Osh.", "returned"),
        ("The news was told in the Washington Post on Monday.", "told"),
    ],
)
def test_the_dateline_comes_before_where_people_and_papers_come_from(text: str, word: str) -> None:
    assert place_of(_FROM_ALMATY + text, word) in ("Almaty", "")


def test_a_firm_of_a_country_does_not_sit_in_its_capital() -> None:
    text = "American Medical International Inc. said it may be sold. American Medical accepted an offer in March."
    assert place_of(text, "accepted") != "Washington"
    assert place_of("American diplomats accepted an offer in March.", "accepted") == "Washington"


@pytest.mark.parametrize(
    ("text", "word", "place", "group"),
    [
        ("U.S. Ambassador Ann Smith resigned on Monday.", "resigned", "Washington", "actor seat"),
        ("Kazakhstan grew. Ali Aliyev, president and chief executive, resigned.", "resigned", "Astana", "actor office seat"),
        ("A Dutch chemical group bought a stake in a port.", "bought", "Amsterdam", "actor seat"),
        ("Dutch financier Jan Brink bought a stake in a port.", "bought", "Amsterdam", "actor seat"),
        ("The Dutch airline bought a stake in a port.", "bought", "Amsterdam", "actor seat"),
        ("A fire damaged an Indian Lake Road house on Monday.", "damaged", "Indian Lake", "own"),
    ],
)
def test_what_a_name_goes_with_gives_it_no_such_part(text: str, word: str, place: str, group: str) -> None:
    assert group not in ways(text, word).get(place, ())


def test_who_holds_an_office_is_known_by_the_surname() -> None:
    text = "LYON, France (AP) - Justice Minister Jean Roux praised the ruling. Earlier, Roux had lifted the deadline."
    assert "actor person seat" in ways(text, "lifted")["Paris"]


def test_that_country_is_the_one_named_last() -> None:
    text = "France sent Frenchmen to help France. He approached the border with Mexico and crossed into that country."
    assert place_of(text, "crossed") == "Mexico"


def test_the_country_in_a_title_is_that_of_the_office() -> None:
    text = "ADDIS ABABA, Ethiopia (AP) - Ethiopia asked who shot down the Rwandan president's plane in 1994."
    assert "undergoer office seat" not in ways(text, "shot down")["Addis Ababa"]


def test_commas_alone_make_no_row_of_places() -> None:
    assert place_of("Two men were shot near Yei, in southern Sudan, on Monday.", "shot") == "Yei"


def test_a_charge_is_brought_where_the_deed_was_done() -> None:
    text = "The council met in Naryn. The man has been charged in the Osh bombing. Another was held in the Osh bombing."
    survey = surveyed(text)
    found = {p.token.word: survey.atlas.answers(p, ()) for p in survey.predicates}
    charged = {word for word, answers in found.items() for spot, _ in answers if "below: of a charge" in spot.ways}
    assert charged == {"charged"}


def test_who_led_a_country_is_known_without_its_name() -> None:
    text = "Mexico exports corn to Peru. President Clinton signed the treaty in 1994. Clinton praised it."
    assert place_of(text, "praised") == "Washington"


def test_presidents_of_two_countries_act_in_neither_of_them() -> None:
    text = "MOSCOW (AP) - Presidents Leonid Kuchma and Boris Yeltsin signed an economic plan on Friday."
    assert "Kyiv" not in ways(text, "signed")
    alone = "MOSCOW (AP) - President Leonid Kuchma signed an economic plan on Friday."
    assert "actor person seat" in ways(alone, "signed")["Kyiv"]


def test_what_struck_several_places_alike_is_in_none_of_them() -> None:
    text = "Bombings at embassies in Nairobi, Kenya, and Dar es Salaam, Tanzania, killed nine people on Monday."
    placed = candidates(text)["killed"].placed
    assert placed.where is None
    assert "Nairobi and Dar es Salaam" in placed.reason

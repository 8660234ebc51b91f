"""Places found in sentences of our own, as print and as the wire gives them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.model import PlaceKind, PlaceMention
from viz.parsers.places import find_places


def named(text: str, name: str) -> PlaceMention:
    return next(mention for mention in find_places(text) if mention.text.lower() == name.lower())


@pytest.mark.parametrize(
    ("text", "name", "geonameid"),
    [
        ("Police in Osh, Kyrgyzstan, held two men.", "Osh", 1527534),
        ("Fighting spread to Batken region and Leilek district in Kyrgyzstan.", "Batken", 1463580),
        ("Russia keeps jets at Kant, near Bishkek.", "Kant", 1528193),
        ("The mayor of Paris, Texas, spoke in Dallas and Tyler.", "Paris", 4717560),
        ("The old capital, Leningrad, was under siege in the Soviet Union.", "Leningrad", 498817),
        ("He flew to Nur-Sultan from Almaty, Kazakhstan.", "Nur-Sultan", 1526273),
        ("the meeting was held in bishkek , the kyrgyz capital .", "bishkek", 1528675),
        ("the kyrgyz republic said the border with tajikistan was shut .", "kyrgyz republic", 1527747),
    ],
)
def test_names_are_resolved(text: str, name: str, geonameid: int) -> None:
    mention = named(text, name)
    assert mention.where is not None
    assert mention.where.place.geonameid == geonameid


@pytest.mark.parametrize(
    ("text", "name", "geonameid"),
    [
        ("Diplomats met at the United Nations in New York on Friday.", "New York", 5128581),
        ("Floods closed roads in upstate New York on Friday.", "New York", 5128638),
        ("A mill burned down in Buffalo, New York, on Friday.", "New York", 5128638),
        ("The New York governor signed the bill in Albany.", "New York", 5128638),
        ("FBI agents followed his car from Buffalo, N.Y., to Mexico, officials said.", "Mexico", 3996063),
        ("An envoy flew to the Middle East and met the king in Amman, Jordan.", "Middle East", 0),
        ("Nails were found at a shed in north Carolina and in Atlanta, agents said.", "north Carolina", 4482348),
    ],
)
def test_what_the_world_calls_by_a_name_is_not_its_namesake(text: str, name: str, geonameid: int) -> None:
    mention = named(text, name)
    assert mention.where is not None
    assert mention.where.place.geonameid == geonameid


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sadykov & Co. said it will sell its stake in Columbia Pictures Inc. for cash.", "Co."),
        ("NATO ministers agreed on Friday to send more planes.", "NATO"),
        ("The shuttle Columbia lifted off on Friday with a crew of seven.", "Columbia"),
    ],
)
def test_firms_and_ships_are_no_places(text: str, name: str) -> None:
    assert name.rstrip(".") not in [mention.text.rstrip(".") for mention in find_places(text)]


@pytest.mark.parametrize(
    "text", ["A dam is planned on the Naryn, above Toktogul.", "The Naryn meets the Kara Darya in the Ferghana Valley."]
)
def test_what_has_an_article_is_the_river(text: str) -> None:
    where = named(text, "Naryn").where
    assert where is not None
    assert where.place.kind is PlaceKind.RIVER


@pytest.mark.parametrize("text", ["Storms crossed the Atlantic on Monday.", "storms crossed the atlantic on monday ."])
def test_an_ocean_is_not_a_town_of_its_name(text: str) -> None:
    where = named(text, "Atlantic").where
    assert where is not None
    assert where.place.kind is PlaceKind.SEA


def test_the_stop_of_a_sentence_is_not_of_its_abbreviation() -> None:
    assert named("The law binds the whole EU. Nobody objected.", "EU").text == "EU"
    assert named("He was born in Topeka, Kan., and left early.", "Kan.").text == "Kan."


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("The county sheriff said deputies stopped a pickup on the interstate in Durham; the attorney objected.", "US"),
        ("The constabulary said a lorry was stopped on the motorway in Durham; two councillors objected.", "GB"),
    ],
)
def test_the_manners_of_a_paper_tell_its_country(told: str, country: str) -> None:
    where = named(told, "Durham").where
    assert where is not None
    assert where.place.country == country


def test_demonyms_are_told_from_places() -> None:
    mentions = find_places("The Kyrgyz and Kazakh presidents met in Almaty.")
    assert [(mention.text, mention.demonym) for mention in mentions] == [
        ("Kyrgyz", True),
        ("Kazakh", True),
        ("Almaty", False),
    ]


def test_ordinary_words_and_people_are_not_places() -> None:
    found = find_places("Paris Hilton said of the nice reading that many will march on Friday.")
    assert not [mention.text for mention in found if mention.text.lower() in ("of", "nice", "reading", "many", "march")]


def test_a_reason_and_alternatives_come_with_a_place() -> None:
    where = named("The mayor of Paris, Texas, spoke in Dallas.", "Paris").where
    assert where is not None
    assert where.why.startswith("Paris, Texas")
    assert any(place.country == "FR" for place in where.alternatives)
    assert 0 <= where.confidence <= 1


def test_a_misspelt_name_is_found_in_cased_text_only() -> None:
    assert named("Protesters gathered in Bishkeck on Friday, far from Almaty.", "Bishkeck").where is not None
    assert not [
        mention for mention in find_places("people gathered in bishkeck on friday") if mention.text == "bishkeck"
    ]


def test_the_neighbouring_word_chooses_the_kind() -> None:
    mention = named("Water of the Naryn river reaches Uzbekistan.", "Naryn")
    assert mention.where is not None
    assert mention.where.place.kind is PlaceKind.RIVER


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Eagles were counted in Oregon, Washington and Idaho.", "Washington", PlaceKind.REGION),
        ("Peanuts come from Alabama, Georgia and Florida.", "Georgia", PlaceKind.REGION),
        ("peanuts come from alabama , georgia and florida .", "georgia", PlaceKind.REGION),
        ("He has flats in Florida, Hawaii and Washington, D.C., they say.", "Washington", PlaceKind.CITY),
        ("Pipes cross Azerbaijan, Georgia and Turkey.", "Georgia", PlaceKind.COUNTRY),
    ],
)
def test_a_list_of_divisions_holds_divisions(text: str, name: str, kind: PlaceKind) -> None:
    where = named(text, name).where
    assert where is not None
    assert where.place.kind is kind


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("A builder was arrested in Khabarovsk in October 2014.", "Khabarovsk", "RU", PlaceKind.CITY),
        ("Ballots were stuffed at four polling stations in Karaganda.", "Karaganda", "KZ", PlaceKind.CITY),
        ("He was born in Sion, Switzerland.", "Sion", "CH", PlaceKind.CITY),
        ("NEW YORK _ Turkey, Cyprus and Greece welcomed the news on Monday.", "Greece", "GR", PlaceKind.COUNTRY),
    ],
)
def test_towns_before_divisions_and_the_world_before_its_namesakes(
    text: str, name: str, country: str, kind: PlaceKind
) -> None:
    where = named(text, name).where
    assert where is not None
    assert (where.place.country, where.place.kind) == (country, kind)


@pytest.mark.parametrize("text", ["", " \n", "....", "\u0301\u0301", "a" * 5000])
def test_texts_without_places(text: str) -> None:
    assert find_places(text) == ()


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from("Paris U.S. osh , ( - in the Texas n's \n Köl".split(" "))).map(" ".join)
)
@settings(max_examples=60, deadline=None)
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    mentions = find_places(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(first.end <= second.start for first, second in pairwise(mentions))

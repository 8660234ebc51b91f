"""What a place does in its sentence, told in sentences of our own that no scorer was trained on."""

from __future__ import annotations

import pytest

from viz.model import Role
from viz.parsers.places import find_places


def roles(text: str) -> dict[str, Role]:
    return {mention.text: mention.role for mention in find_places(text)}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("OSH, May 3 (Agency) - Floods hit the town.", "OSH"),
        ("osh ( agency ) - floods hit the town .", "osh"),
        ("HOUSTON (AP)_A storm flooded the port.", "HOUSTON"),
        ("houston ( ap ) _ a storm flooded the port .", "houston"),
        ("LAGOS, Nigeria _ The price of bread rose.", "LAGOS"),
        ("Port reopens after the storm. MOBILE, Ala. — The port opened on Monday.", "MOBILE"),
        ("TASHKENT -- Trains ran late.", "TASHKENT"),
        ("SALINA, Kan. (June 3) -- Hail fell.", "Kan."),
        ("dubbo , n.s.w. - rain fell .", "n.s.w."),
        ("DUBAI, U.A.E. - Talks began.", "U.A.E."),
        ("MULTAN, Pakistan: A train was late.", "MULTAN"),
        ("MULTAN, Pakistan: A train was late.", "Pakistan"),
    ],
)
def test_a_dateline_is_one_by_its_form(text: str, town: str) -> None:
    assert roles(text)[town] is Role.DATELINE


@pytest.mark.parametrize(
    "text", ["DES MOINES, Iowa (AP) _ The corn is late.", "des moines , iowa ( ap ) _ the corn is late ."]
)
def test_the_state_of_a_dateline_is_part_of_it(text: str) -> None:
    assert set(roles(text).values()) == {Role.DATELINE}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Oslo, Bergen and Narvik the shops were shut - nobody knew why.", "Oslo"),
        ("He came home to Lagos - at last.", "Lagos"),
        ("MULTAN: a portrait of the city.", "MULTAN"),
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str, name: str) -> None:
    assert roles(text)[name] is not Role.DATELINE


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Sudan accused Chad of sheltering the raiders.", "Sudan", Role.ACTOR),
        ("Relations between Lima and Santiago have cooled.", "Lima", Role.ACTOR),
        ("A bus overturned near Mendoza on Friday, injuring nine.", "Mendoza", Role.LOCATION),
        ("The two ministers met in Riga on Tuesday.", "Riga", Role.LOCATION),
        ("The village lies close to the border with Ghana.", "Ghana", Role.TOPIC),
        ("Exports of tea to Egypt have halved.", "Egypt", Role.TOPIC),
        ("A dam on the Zambezi is planned for 2031.", "Zambezi", Role.TOPIC),
    ],
)
@pytest.mark.parametrize("form", ["cased", "wire"])
def test_roles(text: str, name: str, role: Role, form: str) -> None:
    text, name = (text, name) if form == "cased" else (text.lower(), name.lower())
    assert roles(text)[name] is role


def test_a_comma_alone_makes_no_list() -> None:
    assert roles("On the Mekong, Laos is building a dam.")["Laos"] is Role.ACTOR


def test_a_text_of_many_names_has_roles() -> None:
    assert len(find_places("Osh, Paris, Texas and Lagos. " * 40)) == 160

"""Bodies and where they sit."""

import pytest

from tests.parsers.events.surveys import ways
from viz.parsers.events.bodies import bodies
from viz.parsers.places.gazetteer import default_gazetteer


@pytest.mark.parametrize(
    ("text", "word", "seat"),
    [
        ("The Security Council voted on the border on Monday.", "voted", "New York City"),
        ("The U.N. Security Council voted on the border on Monday.", "voted", "New York City"),
        ("The Pentagon confirmed the loss of a drone.", "confirmed", "Washington"),
        ("The European Commission fined the firm.", "fined", "Brussels"),
    ],
)
def test_a_body_is_at_its_seat(text: str, word: str, seat: str) -> None:
    assert "body" in ways(text, word)[seat]


def test_a_parliament_without_a_country_is_that_of_the_article() -> None:
    found = ways("Kyrgyzstan is poor. Osh lies in Kyrgyzstan. Parliament passed the bill on Monday.", "passed")
    assert "actor national seat" in found["Bishkek"]


def test_every_seat_is_a_place_of_the_gazetteer() -> None:
    gazetteer = default_gazetteer()
    assert [number for number in bodies().seats.values() if gazetteer.place(number) is None] == []


@pytest.mark.parametrize(
    ("text", "word", "group"),
    [
        ("The Justice Department sued on Monday. The department argued that it must.", "argued", "body"),
        ("The Supreme Court met in Kansas on Monday. The court upheld a law.", "upheld", "actor national seat"),
    ],
)
def test_a_body_called_by_its_last_word_is_at_its_seat(text: str, word: str, group: str) -> None:
    assert group in ways(text, word)["Washington"]


def test_the_court_is_no_one_of_several() -> None:
    text = "The Supreme Court met in Kansas. The district court sat as well. The court upheld a law."
    assert "Washington" not in ways(text, "upheld")

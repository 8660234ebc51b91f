"""Which way a weekday points: "won Tuesday" is past, "is due Tuesday" is to come. Written on a Wednesday."""

from __future__ import annotations

from datetime import date

import pytest

from viz.parsers.dates import find_dates

PUBLISHED = date(2013, 3, 20)
COMING = (
    "The team plays in Boston on Friday.",
    "The court is to rule on Friday.",
    "A service was scheduled for Friday.",
    "The hearing has been set for Monday.",
    "Results are due Monday.",
    "It is largely meant for Sunday.",
    "The report, to be published Thursday, blames the bank.",
    "The game is at 7 p.m. Saturday.",
    "Ahead of Saturday's match, he trained alone.",
    "From Monday, smokers must stand outside.",
    "By Friday he must decide.",
    "The case was adjourned until Friday.",
    "Mr. Orozov will sign a pact with Mr. Sadykov on Friday.",
    "They will meet Boris N. Orozov on Friday.",
    "Egypt called for an emergency summit in Cairo on Friday.",
    "Schools remain closed until Monday.",
    "He could be freed as early as Friday.",
    "A decision is expected before Monday.",
    "Friday is the deadline.",
    "Sunday's election will be the first in years.",
    "Fans can buy tickets starting Friday.",
    "He says he will quit Sunday.",
    "The meeting takes place on Thursday.",
    "The Senate may vote Friday.",
    "They were planning to march on Monday.",
    "They agreed plans for the talks on Monday.",
    "The town would get a disputed bridge Monday.",
    "The council will meet in closed session on Friday.",
    "They had talked of the planned visit of the minister on Friday.",
)
PASSED = (
    "The vote was not due yet, but on Monday a committee asked for it.",
    "He beat the champion on Saturday.",
    "It will pay $20 a share, a premium to Monday's closing price.",
    "The hearing had been set for Monday.",
    "The show was to have aired Monday.",
    "The report, published Thursday, blames the bank.",
    "In a speech Monday, he urged calm.",
    "After Saturday's match, he rested.",
    "Since Monday, the road has been shut.",
    "By Friday he had decided.",
    "Schools were closed until Monday.",
    "Monday's attack is the worst in years.",
    "Rain forced them to cancel Monday's race.",
    "The plan announced Thursday would work.",
    "They fled on Sunday.",
    "It would have taken them across on Sunday.",
    "Two men are claiming on Monday that it was stolen.",
    "A man is dead after a shooting Friday night.",
    "Police are investigating a crash Friday night.",
)


@pytest.mark.parametrize("text", COMING)
def test_what_is_to_come(text: str) -> None:
    assert "2013-03-20" < find_dates(text, PUBLISHED)[0].value < "2013-03-27"


@pytest.mark.parametrize("text", PASSED)
def test_what_has_passed(text: str) -> None:
    assert "2013-03-13" < find_dates(text, PUBLISHED)[0].value < "2013-03-20"

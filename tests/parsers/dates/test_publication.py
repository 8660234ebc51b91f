"""The publication date of a text without one: a proposal with reasons, sure only when the text states it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.parsers.dates.publication import infer_published

TODAY = date(2026, 1, 1)
CASES = pytest.mark.parametrize("case", [str, str.lower], ids=["cased", "lower"])


@CASES
@pytest.mark.parametrize(
    "text",
    [
        "Talks resume in Osh\nPublished: 15 September 2017\n\nMinisters met again.",
        "Talks resume in Osh\n\nFriday, September 15, 2017, 10:30 a.m.\n\nMinisters met again.",
        "Talks resume in Osh\n\nOSH, Sept. 15, 2017 (Wire) - Ministers met on Friday, an aide said.",
        "osh , sept. 15 , 2017 -- Ministers met on Friday , an aide said .",
        "Talks resume in Osh\n\nBy Aida Sadykova, 15 September 2017\n\nMinisters met again.",
        "Ministers met in Osh today, Friday, September 15, 2017, to talk.",
        "OSH, Sept. 15 - Ministers met on Friday, two weeks after the clash of Sept. 1, 2017.",
    ],
)
def test_a_text_that_states_its_date_is_sure(text: str, case) -> None:
    proposal = infer_published(case(text), TODAY)
    assert proposal.sure == date(2017, 9, 15)
    assert proposal.candidates[0].day == proposal.sure
    assert proposal.why


@CASES
@pytest.mark.parametrize(
    "text",
    [
        "Ministers met on Friday and agreed.",
        "OSH, Sept. 15 - Ministers met on Friday and agreed.",
        "The clash of Sept. 15, 2017 was the worst in years.",
        "OSH, Sept. 15, 2017 - A minister recalled the vote of October 3, 2018.",
        "OSH, Monday, Sept. 15, 2017 - Ministers met.",
        "OSH, Feb. 30, 2017 - Ministers met.",
        "",
    ],
)
def test_what_is_not_stated_or_contradicts_itself_is_never_sure(text: str, case) -> None:
    proposal = infer_published(case(text), TODAY)
    assert proposal.sure is None
    assert proposal.why


def test_nothing_gives_no_candidate_and_says_so() -> None:
    proposal = infer_published("Ministers met on Friday and agreed.", TODAY)
    assert proposal.candidates == ()
    assert proposal.bounds == (None, None)
    assert "stay relative" in proposal.why[0]


def test_a_dateline_may_be_of_the_day_before() -> None:
    proposal = infer_published("OSH, April 30, 2021 - Ministers met.", TODAY)
    assert proposal.sure is None
    assert [candidate.day for candidate in proposal.candidates] == [date(2021, 4, 30), date(2021, 5, 1)]


def test_the_weekday_of_the_story_tells_the_year_of_a_dateline() -> None:
    text = "OSH, April 30 - Ministers met on Friday, the first time since 2017."
    assert infer_published(text, TODAY).candidates[0].day == date(2021, 4, 30)


def test_a_weekday_beside_the_day_excludes_years() -> None:
    text = "OSH, Friday, April 30 - Ministers met, the first time since 2017."
    days = {candidate.day for candidate in infer_published(text, date(2022, 1, 1)).candidates}
    assert days == {date(2021, 4, 30), date(2021, 5, 1)}


def test_past_and_coming_days_limit_the_stretch() -> None:
    text = "The quarter ended on Sept. 30, 2017. The dividend is payable Dec. 15."
    best = next(c for c in infer_published(text, TODAY).candidates if c.earliest.year == 2017)
    assert (best.earliest, best.latest) == (date(2017, 9, 30), date(2017, 12, 15))
    assert any("still to come" in reason for reason in best.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "He came to power in 1991, 26 years ago.",
        "It was the 26th anniversary of the independence of 1991.",
        "Twenty-six years ago, in 1991, it was free.",
        "He was elected in 2011 to a six-year term that ends this year.",
        "By 2020, three years from now, it will be built.",
        "Last year, 2016, was dry.",
        "Next year (2018) will be dry.",
    ],
)
def test_both_ends_of_a_span_tell_the_year(text: str) -> None:
    assert {candidate.earliest.year for candidate in infer_published(text, TODAY).candidates} == {2017}


@pytest.mark.parametrize(
    "text",
    [
        "The singer, now 26, was born in 1991 in Osh.",
        "The 26-year-old singer was born in 1991.",
        "He took office in 1991 and, after 26 years in power, steps down.",
        "He took power in 1991 and is in his 27th year of rule.",
    ],
)
def test_an_age_leaves_two_years(text: str) -> None:
    years = [candidate.earliest.year for candidate in infer_published(text, TODAY).candidates]
    assert years == [2017, 2018]


def test_a_weekday_beside_a_day_offers_the_years_it_fits() -> None:
    proposal = infer_published("The fair closes on Friday, Sept. 15, they said.", date(2018, 1, 1))
    assert [candidate.earliest.year for candidate in proposal.candidates[:4]] == [2017, 2006, 2000, 1995]
    assert proposal.sure is None
    assert "Sept. 15" in proposal.why[0]


def test_a_movable_feast_beside_a_day_offers_the_years_it_fits() -> None:
    proposal = infer_published("They met on Easter Sunday, April 16.", date(2018, 1, 1))
    assert [candidate.earliest.year for candidate in proposal.candidates[:3]] == [2017, 2006, 1995]
    proposal = infer_published("Ramadan begins on May 27 here.", date(2018, 1, 1))
    assert proposal.candidates[0].earliest.year == 2017


def test_a_weekday_that_does_not_fit_makes_a_year_unlikely() -> None:
    told = "The fair closed on Friday, Sept. 15. It lost money in 2016."
    assert infer_published(told, TODAY).candidates[0].earliest.year == 2017


def test_a_dateline_with_the_weekday_of_its_story_offers_days() -> None:
    proposal = infer_published("OSH, Sept. 15 - Ministers met on Friday.", date(2018, 1, 1))
    assert proposal.sure is None
    assert proposal.candidates[0].earliest == date(2017, 9, 15)


def test_yesterday_with_its_weekday_is_a_reason() -> None:
    proposal = infer_published("It rained in 2016. Ministers met yesterday, Monday.", TODAY)
    assert any("Tuesday" in reason for reason in proposal.why)


def test_counts_are_no_years() -> None:
    assert infer_published("About 2000 people and 1,995 votes; flight 1999 and $2010.", TODAY).candidates == ()


@given(st.dates(date(1900, 1, 1), date(2025, 12, 31)))
def test_any_header_reads_back(day: date) -> None:
    text = f"A headline\nPublished {day.day} {day:%B} {day.year}\n\nSomething happened on {day:%A}."
    assert infer_published(text, TODAY).sure == day


@given(st.text())
def test_any_text_has_a_proposal_whose_shares_add_up(text: str) -> None:
    proposal = infer_published(text + " 2016, May 3", TODAY)
    assert sum(candidate.weight for candidate in proposal.candidates) <= 1.001
    assert all(candidate.earliest < candidate.latest for candidate in proposal.candidates)


def test_a_spoken_year_counts_like_a_written_one() -> None:
    years = [candidate.earliest.year for candidate in infer_published("It began in nineteen ninety-four.", TODAY).candidates]
    assert years[:2] == [1995, 1994]


def test_a_year_that_is_to_come_once_is_not_past_elsewhere() -> None:
    text = "Output is expected to rise in 1990. The cost of 1990 is known. It fell in 1988."
    assert all(c.latest <= date(1991, 1, 1) for c in infer_published(text, TODAY).candidates)


def test_by_tells_what_is_to_come_only_right_before_a_date() -> None:
    ruled = infer_published("The isle has been ruled by London since 1972.", TODAY)
    assert "latest date told as past" in ruled.why[0]
    built = infer_published("The bridge is to stand by the end of 1972.", TODAY)
    assert "still to come" in built.why[0]
    assert "still to come" in infer_published("Output in 1972 will rise.", TODAY).why[0]


def test_what_was_until_a_year_is_no_sign_of_the_future() -> None:
    assert "latest date told as past" in infer_published("The party was banned until 2011.", TODAY).why[0]
    assert "still to come" in infer_published("The party is banned until 2011.", TODAY).why[0]

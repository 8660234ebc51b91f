"""When: limits as precise as they are told, stretches by their length, what followed what, plans by their limit."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parsers.events.test_events import days, events, survey
from viz.engine.pipeline import read
from viz.model import Article, Status

DAY = "2021-06-16"  # of publication, a Wednesday


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("The coach was banned in 2007 after police found drugs in his car.", "found", "../2007"),
        ("In March 2019 the widow withdrew a suit that she had filed in Osh.", "filed", "../2019-03"),
        ("The mayor fled on Monday after crowds had stormed the town hall.", "stormed", "../2021-06-14"),
    ],
)
def test_what_was_over_by_a_year_is_not_told_to_the_day(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("Orozov came to power after crowds stormed the palace in March 2019.", "came", f"2019-03/{DAY}"),
        ("The council lifted sanctions imposed on Iraq after its 1990 invasion of Kuwait.", "imposed", f"1990/{DAY}"),
        ("The road was closed after two men were shot on Monday.", "closed", f"2021-06-14/{DAY}"),
    ],
)
def test_what_followed_a_dated_act_lies_behind_it(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


def test_two_days_after_is_nearer_than_after() -> None:
    assert days("He was dismissed two days after he fled on March 3.")["dismissed"] == "2021-03-05"


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("The country has been at war for twenty years.", "war", f"2001~/{DAY}"),
        ("Ferry services have been cut for nearly three months.", "cut", f"2021-03~/{DAY}"),
        ("Officials have voiced concerns in recent weeks.", "voiced", f"2021-05-05~/{DAY}"),
        ("There have been a dozen murders in the last five years.", "murders", f"2016-06-16/{DAY}"),
        ("Teachers have been on strike since Monday.", "strike", f"2021-06-14/{DAY}"),
    ],
)
def test_what_has_gone_on_for_a_length_reaches_back_so_far(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


def test_a_length_told_of_the_past_reaches_back_from_no_known_day() -> None:
    assert days("The hostages had been marched for three days.")["marched"] == f"../{DAY}"


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("For the first three months, Osh Motors earned $4 million.", "earned", "2021-01/2021-03"),
        ("In the nine months, net fell 6.6% to $4 million.", "fell", "2020-01/2020-09"),
    ],
)
def test_months_of_figures_are_those_that_were_over_last(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


def test_months_of_anything_else_are_no_months_of_the_year() -> None:
    assert days("The mill ran at a loss for the first six months of the war.")["ran"] == f"../{DAY}"


@pytest.mark.parametrize(
    "text",
    [
        "The list was begun in 2015. Since then, 40 men have been arrested.",
        "The list was begun in 2015. Forty men have since been arrested.",
        "The list was begun in 2015. Forty men have since then been arrested.",
    ],
)
def test_since_then_counts_from_the_last_date(text: str) -> None:
    assert days(text)["arrested"] == f"2015/{DAY}"


def test_a_date_told_five_sentences_before_is_not_the_one_meant() -> None:
    text = "The list was begun in 2015. It is long. It is kept in Osh. Nobody reads it. It is blue. Men have since been arrested."
    assert days(text)["arrested"] == f"../{DAY}"


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("His trial is not expected to start before September.", "start", "2021-09/.."),
        ("The bridge is not expected to reopen until Friday.", "reopen", "2021-06-18/.."),
    ],
)
def test_what_is_not_expected_before_a_day_is_planned_from_it_on(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time
    assert {event.status for event in events(text).values()} == {Status.PLANNED}


def test_what_is_to_be_done_by_a_day_begins_with_the_telling() -> None:
    assert days("The airline will double its flights to Osh by August.")["double"] == f"{DAY}/2021-08"
    assert days("Parliament must ratify the pact by Friday.")["ratify"] == f"{DAY}/2021-06-18"


def test_a_second_thing_that_is_to_be_done_has_the_day_of_the_first() -> None:
    assert days("The missiles are to be delivered next year and deployed near Osh.")["deployed"] == "2022"


def test_what_somebody_went_for_long_ago_was_then() -> None:
    assert days("She returned only once, in 2009, to receive a medal in Osh.")["receive"] == "2009"


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("Two nurses were seized on February 19. A guide escaped after a week.", "escaped", "2021-02-26~"),
        ("The town was shelled on March 3. It fell after two days.", "fell", "2021-03-05~"),
    ],
)
def test_after_a_length_counts_from_the_last_date(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


def test_after_a_week_of_something_counts_from_nothing() -> None:
    assert days("The town was shelled on March 3. It was taken after a week of rain.")["taken"] != "2021-03-10~"


def test_a_verdict_has_the_year_behind_the_crime() -> None:
    assert days("Orozov, who was convicted of smuggling in 2010, sued the paper.")["convicted"] == "2010"


def test_a_participle_that_only_tells_a_start_is_no_event() -> None:
    assert "beginning" not in events("The president announced two days of mourning, beginning on Friday.")


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("Egypt called for an emergency summit in Cairo on Friday.", "called", f"../{DAY}"),
        ("The trust created a new office, effective September 1.", "created", f"../{DAY}"),
        ("The club has dropped him from its squad for next summer's games.", "dropped", f"../{DAY}"),
        ("The minister called a meeting for Tuesday.", "called", "2021-06-22"),
    ],
)
def test_a_day_to_come_beside_what_is_done_is_of_something_else(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


def test_what_is_told_as_done_in_a_year_to_come_is_no_plan() -> None:
    told = events("The bridge in Osh collapsed on 3 May 2030.")["collapsed"]
    assert (told.status, told.when and told.when.edtf) == (Status.HAPPENED, "2030-05-03")
    assert events("The vote was set for September 5.")["set"].status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell 8% to $85 million, from $93 million a year earlier.",
        "Sales fell 8% to $85 million, compared with $93 million last year.",
        "Net income fell to $32 million, or 30 cents a share, from $52 million in the year-ago period.",
    ],
)
def test_the_period_of_an_older_figure_does_not_date_the_new_one(text: str) -> None:
    assert days(text)["fell"] == f"../{DAY}"


def test_a_day_behind_villages_is_that_of_the_verb() -> None:
    assert days("Troops withdrew from 30 villages on Monday.")["withdrew"] == "2021-06-14"


def test_what_one_did_next_ends_what_one_did_before() -> None:
    assert days("Boateng studied economics in London and returned home in 1948.")["studied"] == "../1948"
    assert days("In 2011 he moved to Osh and opened a shop in 2013.")["moved"] == "2011"


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("The tribunal, set up in November 2014, has convicted 30 people.", "convicted", f"2014-11/{DAY}"),
        ("The storm that battered the coast on Monday has killed eleven people.", "killed", f"2021-06-14/{DAY}"),
        ("The conflict, which began in 1987, has driven thousands from their homes.", "driven", f"1987/{DAY}"),
    ],
)
def test_what_has_been_done_was_done_since_the_doer_began(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("In January, two miners were killed in Osh. Shares in the firm fell 2 percent.", "fell"),
        ("A probe fell into the sea in January. The president congratulated the team.", "congratulated"),
        ("In January, two miners were killed in Osh. The firm announced a dividend.", "announced"),
    ],
)
def test_news_of_the_day_is_not_of_the_month_told_before_it(text: str, verb: str) -> None:
    assert days(text)[verb] == f"../{DAY}"


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("The index lost 812 points, its lowest level since February 2016.", "lost", f"../{DAY}"),
        ("Directors in May rejected a bid from Ralston, which subsequently sold its stake.", "sold", f"2021-05/{DAY}"),
        ("The bank failed in May, setting off a panic that has since spread across the region.", "spread", f"2021-05/{DAY}"),
        ("A ferry sank on Monday. Minister Stanek, appointed only ten days ago, called the owners liars.", "called", f"../{DAY}"),
        ("Police fired tear gas; 40 people were arrested on Monday.", "fired", f"../{DAY}"),
        ("Guards were hurt in a clash on Sunday, the office said on Tuesday. The clash occurred near Osh.", "occurred", "2021-06-13"),
        ("In 2019 she sold the mill. Meanwhile, a court in Osh jailed her son.", "jailed", f"../{DAY}"),
    ],
)
def test_a_date_is_not_carried_to_what_is_of_another_time(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("Born in Osh in 1927, she left school at 14.", "left", "1941~"),
        ("She was born in 1927. At the age of 21 she joined the party.", "joined", "1948~"),
        ("She was born in 1927. Her first novel appeared when she was 40.", "appeared", "1967~"),
        ("She was born in 1927. She has died at the age of 93.", "died", f"../{DAY}"),
        ("Aida was born in 1927 and Bakyt in 1931. She left school at 14.", "left", f"../{DAY}"),
        ("She was born in 1927. The team won at 14 sites.", "won", f"../{DAY}"),
    ],
)
def test_an_age_counts_from_the_one_birth_that_is_told(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("The two sides agreed to withdraw their troops within 90 days.", "withdraw", f"{DAY}/2021-09-14"),
        ("Another storm may hit the coast before Friday.", "hit", f"{DAY}/2021-06-17"),
        ("The ship will stay until October, when it is to be loaded with rubbish.", "loaded", "2021-10"),
        ("Miners voted on Monday, a year after a wave of strikes paralysed the town.", "strikes", "2020"),
    ],
)
def test_limits_whens_and_waves(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("If the budget fails, the premier must dissolve parliament.", "dissolve", Status.HYPOTHETICAL),
        ("The premier must dissolve parliament.", "dissolve", Status.PLANNED),
        ("The crew may be forced to leave the station.", "leave", Status.HYPOTHETICAL),
        ("The crew will be forced to leave the station.", "leave", Status.PLANNED),
        ("Schools in Osh will not reopen before October.", "reopen", Status.PLANNED),
        ("Schools in Osh will not reopen.", "reopen", Status.DENIED),
    ],
)
def test_what_is_open_planned_or_denied(text: str, verb: str, status: Status) -> None:
    claims = {predicate.token.word: claim.status for predicate, claim in survey(text).claims.items()}
    assert claims[verb] is status


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9998, 12, 31)])
def test_lengths_at_the_ends_of_the_calendar_date_nothing_or_end_there(published: date) -> None:
    texts = (
        "For the first nine months, the firm earned $4 million.",
        "The country has been at war for 400 years.",
        "Officials have voiced concerns in recent years.",
        "The two sides agreed to withdraw within 900 years.",
        "She was born in 9990. She left school at 14.",
        "The list was begun on Monday. Men have since been arrested.",
    )
    for text in texts:
        for event in read(Article.of(text, published=published)).events:
            assert event.when is not None or event.undated


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [
        ("It was the third to fail since March of 2017 when a rail bridge in Kent collapsed.", "collapsed", "2017-03"),
        ("Three shops were robbed, most recently in May, when Aida Orozova was stabbed.", "stabbed", "2021-05"),
        ("The trader was prosecuted under the Clean Water Act 1996.", "prosecuted", f"../{DAY}"),
        ("The trader was prosecuted in 1996.", "prosecuted", "1996"),
        ("Alga PLC is paying a dividend of 6 pence, up 20% from 5 pence a year earlier.", "paying", DAY),
        ("The family kept silent before the judge's ruling, which is expected early next week.", "ruling", "2021-06-21/2021-06-27"),
        ("Only 40 cases were reported in 2014, down from 75 the previous year.", "reported", "2014"),
    ],
)
def test_the_day_before_when_and_years_of_laws_and_of_older_figures(text: str, verb: str, time: str) -> None:
    assert days(text)[verb] == time


def test_the_period_of_figures_holds_in_the_paragraphs_that_follow() -> None:
    text = (
        "Osh Tea Inc. said first-quarter net income rose 4%.\n\nThe grower said profit from its mills dropped 9%.\n\n"
        "Revenue declined to $3 million. Shares slipped 3%. The mayor fled."
    )
    found = days(text)
    assert [found[verb] for verb in ("rose", "dropped", "declined")] == ["2021-01/2021-03"] * 3
    assert found["fled"] == f"../{DAY}"


def test_what_a_source_tells_without_a_date_is_not_of_the_sentence_before() -> None:
    article = Article.of("The bank was founded in Osh in 1994. A guard left the door open, the mayor said.")
    (left,) = [event for event in read(article).events if "left the door" in event.headline]
    assert left.when is None


def test_a_noun_is_of_the_day_on_which_it_was_done_and_told_once() -> None:
    text = "He recalled a famous speech delivered on March 5, 1946, in a small town."
    assert days(text)["speech"] == "1946-03-05"
    assert "delivered" not in events(text)
    assert days("The attack carried out on June 3 by two men killed nine miners.")["attack"] == "2021-06-03"


def test_what_failed_is_past() -> None:
    assert days("Talks broke off on Monday after the two delegations failed to agree on a map.")["agree"] == f"../{DAY}"

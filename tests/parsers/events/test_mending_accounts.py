"""Accounts and what stands beside a clause: sentences whose trees the model gets wrong; the words vary."""

from datetime import date

import pytest

from tests.parsers.events.test_headlines import lines
from viz.engine.pipeline import read
from viz.model import Article, Event, Status


def told(text: str) -> dict[str, Event]:
    return {text[event.trigger[0] : event.trigger[1]]: event for event in read(Article.of(text, published=date(2017, 9, 20))).events}


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        pytest.param(
            "Under new terms of the deal, announced Friday, Alga holders would receive a special dividend of $42 a share.",
            "announced",
            "The deal was announced",
            id="what is announced is the deal",
        ),
        pytest.param(
            "They were talking when the bomb went off, killing 24 people.",
            "killing",
            "The bomb killed 24 people",
            id="the bomb killed",
        ),
        pytest.param(
            "Trucks with flour rolled into Osh from Bishkek on Tuesday and Kazakh coal was unloaded from wagons.",
            "unloaded",
            "Kazakh coal was unloaded from wagons",
            id="a weekday ends its clause",
        ),
        pytest.param(
            "First of Batken Bank Corp. said it completed its purchase of Naryn Trust Inc.",
            "completed",
            "First of Batken Bank Corp. completed its purchase of Naryn Trust Inc.",
            id="a firm whose name begins with First",
        ),
        pytest.param(
            "That decline was reflected in revenue for the Alga unit, which fell to $2.58 billion from $2.63 billion.",
            "fell",
            "Revenue for the Alga unit fell to $2.58 billion from $2.63 billion",
            id="revenue falls, not the unit",
        ),
        pytest.param(
            "Officials tried to contain the disease, which Orozov said had been confirmed in ten provinces.",
            "confirmed",
            "The disease was confirmed in ten provinces",
            id="which somebody said",
        ),
        pytest.param(
            "Orozov has been linked, through DNA testing, to a strand of hair found in the car.",
            "linked",
            "Orozov has been linked through DNA testing to a strand of hair found in the car",
            id="no stray comma",
        ),
        pytest.param(
            "The mayor said in Osh that a strike had gradually waned since the union opened talks.",
            "waned",
            "A strike had gradually waned since the union opened talks",
            id="had since",
        ),
        pytest.param(
            "If Orozov were charged and convicted of murder, he could face ten years in prison.",
            "convicted",
            "Orozov could face ten years in prison if Orozov were charged and convicted of murder",
            id="a condition covers both verbs",
        ),
        pytest.param(
            "The hope is that the army will step forward and end the siege.",
            "step",
            "The hope is that the army will step forward",
            id="a hope stays a hope",
        ),
        pytest.param(
            "In the bond market, prices edged up on Monday.",
            "edged",
            "In the bond market, prices edged up",
            id="of which prices",
        ),
        pytest.param(
            "The envoy was willing to go to Osh if it was promised that she could see him and return to Bishkek.",
            "return",
            "The envoy was willing to go to Osh if it was promised that she could see him and return to Bishkek",
            id="what is asked for stays under its condition",
        ),
        pytest.param(
            "The plan will be for the navy to replace the carrier Aida B. Orozova, which has been on patrol since March and was "
            "scheduled to return to port.",
            "scheduled",
            "The carrier Aida B. Orozova was scheduled to return to port",
            id="what bears the name",
        ),
        pytest.param(
            "According to KTRK Channel 4, Orozov who attended 4th grade at Osh School 59, had been admitted to a hospital.",
            "attended",
            "Orozov attended 4th grade at Osh School 59",
            id="a source is no patient",
        ),
        pytest.param(
            "While state-run television broadcast footage of Kyrgyz exiles protesting in Moscow, the government urged its people "
            "to keep up their own rallies.",
            "urged",
            "The government urged its people to keep up their own rallies",
            id="the subject of a lost clause",
        ),
        pytest.param(
            "The one-day event, organised by Osh Fairs Limited, was attended by the Minister of Trade, Mr Bakyt Orozov, and other "
            "guests active in the field.",
            "attended",
            "The one-day event was attended by the Minister of Trade, Mr Bakyt Orozov, and other guests active in the field",
            id="no event is called Bakyt",
        ),
        pytest.param(
            'The government gave a first response, warning against haste and predicting "the extreme right in the Congress" would '
            "still put up a fight.",
            "put",
            "The extreme right in the Congress would still put up a fight",
            id="what is predicted",
        ),
        pytest.param(
            "Orozov touched on trade policies, economic development, and took a shot at the wall.",
            "touched",
            "Orozov touched on trade policies and economic development",
            id="a list of two",
        ),
        pytest.param(
            "The size of the award - which has been appealed - grabbed attention on Monday.",
            "appealed",
            "The size of the award has been appealed",
            id="a dash goes with its aside",
        ),
        pytest.param(
            "Sadykova turned the lower level into the office I always dreamed of, Orozov said.",
            "turned",
            "Sadykova turned the lower level into the office",
            id="the line's writer never dreamed of it",
        ),
        pytest.param(
            "Orozov hit a layup with 0.8 seconds left to lift the Osh Rockets to a win over the Batken Blazers, who were tired.",
            "hit",
            "Orozov hit a layup with 0.8 seconds left to lift the Osh Rockets to a win over the Batken Blazers",
            id="seconds left",
        ),
        pytest.param(
            "Alga strengthened its poison-pill plan after announcing a Dutch firm is seeking to buy up to 25% of the Batken company.",
            "buy",
            "A Dutch firm is seeking to buy up to 25% of the Batken company",
            id="whom an announcement is of",
        ),
        pytest.param(
            "A spokesman for the Osh cable television concern said the coupon rate hasn't yet been fixed, but will probably be set "
            "at 8%.",
            "set",
            "The coupon rate will probably be set at 8%",
            id="what is to come is part of what was said",
        ),
        pytest.param(
            "Police confirmed Friday that the body found along a highway in this municipality 15 miles south of San Juan belonged "
            "to Jorge Hernandez, 49.",
            "confirmed",
            "Police confirmed that the body found along a highway in this municipality 15 miles south of San Juan belonged "
            "to Jorge Hernandez",
            id="whose body it was",
        ),
        pytest.param(
            "Orozov, who is from Osh, was indicted last year in the October 1998 shooting death of Dr. Barnet Sadykov.",
            "indicted",
            "Orozov was indicted in the October 1998 shooting death of Dr. Barnet Sadykov",
            id="a month says which death",
        ),
        pytest.param(
            "A zone has been set up around the affected areas and rules preventing the movement of cattle have been introduced.",
            "introduced",
            "Rules preventing the movement of cattle have been introduced",
            id="a noun right before a verb is its subject",
        ),
        pytest.param(
            "The 34 students who had been quarantined due to A(H1N1) flu virus in Osh were transported to Bishkek.",
            "quarantined",
            "The 34 students were quarantined due to A(H1N1)",
            id="a bracket inside a name",
        ),
        pytest.param(
            "The army dropped leaflets over Osh, but it is not yet known how the virus arrived on nearby farmland.",
            "arrived",
            "It is not yet known how the virus arrived on nearby farmland",
            id="it is not known",
        ),
        pytest.param(
            "Orozov said he is approaching next year with caution.",
            "approaching",
            "Orozov is approaching next year with caution",
            id="what is approached",
        ),
        pytest.param(
            "In the year-earlier quarter, the trucking insurer had earnings of $1.4 million on revenue of $16.5 million.",
            "had",
            "In the year-earlier quarter, the trucking insurer had earnings of $1.4 million on revenue of $16.5 million",
            id="a figure of the year before says so",
        ),
        pytest.param(
            "Average hourly earnings of production and nonsupervisory employees rose 4 cents, to $12.51.",
            "rose",
            "Average hourly earnings of production and nonsupervisory employees rose 4 cents, to $12.51",
            id="two that are paid",
        ),
        pytest.param(
            "The alliance embraced three states on Friday, formally ending the Soviet domination of those nations that began after "
            "World War II.",
            "began",
            "The Soviet domination of those nations began after World War II",
            id="it was the domination that began",
        ),
        pytest.param(
            "Orozov was found clinging to an inner tube at sea after his mother, stepfather and eight other people drowned while "
            "trying to reach Osh by boat.",
            "drowned",
            "Orozov's mother, stepfather and eight other people drowned while trying to reach Osh by boat",
            id="all of them drowned",
        ),
        pytest.param(
            "But Denis Orozov, a telecommunications analyst, finds the Alga proposal still flawed because the company doesn't have "
            "to wait five years.",
            "flawed",
            "Denis Orozov finds the Alga proposal still flawed because the company doesn't have to wait five years",
            id="who finds it flawed",
        ),
        pytest.param(
            '"It goes on," said Orozov at a press conference at the Manas airport before returning home.',
            "said",
            "Orozov said at a press conference at the Manas airport before returning home: It goes on",
            id="he is nobody of the conference",
        ),
        pytest.param(
            "Alga previously said it would ensure its bid remained open pending a final decision by the regulators.",
            "remained",
            "Alga would ensure its bid remained open pending a final decision by the regulators",
            id="what is to be ensured is not so yet",
        ),
        pytest.param(
            "The 2018 edition of the Osh Security Conference will connect makers from across the region.",
            "connect",
            "The 2018 edition of the Osh Security Conference will connect makers from across the region",
            id="which edition",
        ),
        pytest.param(
            "There must’ve been a fire, and the town’s only hotel closed in Osh.",
            "closed",
            "The town's only hotel closed in Osh",
            id="a curly apostrophe",
        ),
        pytest.param(
            "Orozov, 52, an obstetrician and gynecologist, was shot through the window of his home in Osh.",
            "shot",
            "Orozov was shot through the window of his home in Osh",
            id="what he was is no list",
        ),
        pytest.param(
            "They would appeal the ruling, announced Wednesday by Commissioner Aida Sadykova.",
            "announced",
            "The ruling was announced by Commissioner Aida Sadykova",
            id="the ruling was announced",
        ),
        pytest.param(
            "The news agency said that team no. 225 made visits to a number of sites in Osh.",
            "made",
            "Team no. 225 made visits to a number of sites in Osh",
            id="number 225",
        ),
        pytest.param(
            "It's high time the boy was sent back to Osh.",
            "sent",
            "It is high time the boy was sent back to Osh",
            id="high time",
        ),
        pytest.param(
            "Gains included $27 million from the sale of Alga Investors and a $15 million tax credit.",
            "sale",
            "Sale of Alga Investors",
            id="a credit is no sale",
        ),
    ],
)
def test_a_line_says_what_the_sentence_says(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The killing of a doctor in Osh has shaken two campaigns, say consultants and some advisers.", "shaken"),
        ("Although the government said the economy grew 2.5 percent, dealers are selling their shares.", "grew"),
        ("Bakyt Orozov speculated that the firm might consider a lawsuit, and that it paid ten officials.", "paid"),
    ],
)
def test_what_others_say_is_their_account(text: str, word: str) -> None:
    assert told(text)[word].status is Status.REPORTED


def test_a_comparison_keeps_its_year() -> None:
    text = (
        "The Kyrgyz mining group said net profit gained to 235 million guilders ($113.2 million), or 6.70 guilders a share, "
        "from 144 million guilders, or 4.10 guilders a share, a year ago."
    )
    assert told(text)["gained"].headline == (
        "Net profit gained to 235 million guilders or 6.70 guilders a share, from 144 million guilders, or 4.10 guilders "
        "a share, a year ago"
    )


def test_a_modal_covers_the_second_verb() -> None:
    event = told("The allied forces could suffer greater losses on Monday and become bogged down near Osh.")["bogged down"]
    assert event.status is Status.HYPOTHETICAL
    assert event.headline == "The allied forces could become bogged down near Osh"


def test_a_fact_in_a_claim_is_told_with_its_source() -> None:
    found = told("Investigators said last month's search of the cellar was a breakthrough.")
    assert found["search"].status is Status.HAPPENED
    assert found["search"].headline == "Investigators said last month's search of the cellar was a breakthrough"


def test_a_line_that_says_nothing_is_none() -> None:
    assert "said" not in told("The Osh Times said in an editorial on Monday, Oct. 26, 1998:\n\nThe voters are not children.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ALGA MINING CORP. said it raised $92 million on Monday.", "ALGA MINING CORP. raised $92 million"),
        ("Osh Brewing Cos. said it closed a plant in Batken.", "Osh Brewing Cos. closed a plant in Batken"),
        ("Police Sgt. Denis Orozov arrested two men in Osh.", "Police Sgt. Denis Orozov arrested two men in Osh"),
    ],
)
def test_the_stop_of_an_abbreviation_is_no_word(text: str, line: str) -> None:
    assert line in [event.headline for event in told(text).values()]


def test_two_titles_with_a_stop_do_not_end_a_sentence() -> None:
    found = told("Sens. Aida Orozova and Bakyt Sadykov voted against the bill on Monday.")
    assert found["voted"].headline == "Sens. Aida Orozova and Bakyt Sadykov voted against the bill"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("After accounting for a small revision on Monday, the economy created jobs.", "accounting"),
        ("Those loans, most of which were paid to firms in Osh on Monday, followed a change.", "paid"),
    ],
)
def test_what_is_no_act_of_its_subject_has_no_line(text: str, word: str) -> None:
    assert word not in told(text)


def test_neither_confirmed_nor_denied_is_not_denied() -> None:
    found = told("He declined to confirm or deny reports that Bakyt Orozov is trying to buy the mine in Osh.")
    assert Status.DENIED not in [event.status for event in found.values()]


def test_who_decided_is_he_and_not_who_was_named_before() -> None:
    found = told(
        "Mr. Denis Orozov said on Monday that he was hurt. The decision by District Attorney Bakyt B. Sadykov to begin "
        "presenting evidence to a grand jury suggests that he has amassed enough material for an indictment."
    )
    assert not [event.headline for event in found.values() if "amassed" in event.headline and "Orozov has" in event.headline]
    assert any("Sadykov" in event.headline for event in found.values())


def test_what_can_begin_has_not_happened() -> None:
    found = told(
        "The American hope is that someone will step forward and push the general aside so that the country can begin "
        "recovering from the disaster."
    )
    assert [event.status for event in found.values() if "recovering" in event.headline.split("so that")[0]] == [
        Status.HYPOTHETICAL
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The issue is not whether the court will return the boy to his father, but when and how.",
        "Alga expects to report a charge of $5 million related to the sale of its unit.",
    ],
)
def test_what_is_no_news_has_no_line(text: str) -> None:
    assert not [event for event in told(text).values() if "issue" in event.headline or "was related" in event.headline]


@pytest.mark.parametrize("text", ["The possibility of a war in Osh was raised by officials.", "South Ossetia on edge of war."])
def test_what_there_is_only_a_risk_of_has_not_happened(text: str) -> None:
    assert told(text)["war"].status is Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("But never before has the alliance reached out to its former enemies in Osh.", "reached out"),
        ("The plates may have come from a machine shop in Osh, where a friend of Orozov worked.", "worked"),
        ("First of all, the agency has taken the position, Orozov said in Osh on Monday.", "taken"),
        ("Since 1983, Alga has shed 70 firms that it didn't expect to produce 10% margins in Osh.", "produce"),
    ],
)
def test_what_would_say_the_reverse_or_nothing_has_no_line(text: str, word: str) -> None:
    assert word not in told(text)


def test_he_is_nobody_where_somebody_else_was_just_named() -> None:
    found = told(
        "Gen. Bakyt Orozov, the commander, said Mr. Denis Sadykov was abducted in Osh in 1996. In January, police officers who "
        "had been searching for Sadykov concluded he had probably been killed soon after being captured."
    )
    assert found["killed"].headline == "Mr. Denis Sadykov was probably killed soon after being captured"


def test_no_arrest_was_made_is_denied_once() -> None:
    assert lines("She never called, and no arrest was ever made in Osh.")["made"] == "No arrest was ever made in Osh"


def test_it_is_no_country_named_before_where_a_thing_stands_nearer() -> None:
    found = told(
        "Kazakhstan welcomed the talks on Monday. The presidents called for the ratification of the treaty in Osh, saying it would "
        "create a strong foundation."
    )
    assert "It would create a strong foundation" in [event.headline for event in found.values()]


def test_a_happening_goes_on_where_its_verb_says() -> None:
    where = told("A manhunt by the federal police continues for Orozov in Kara Suu.")["manhunt"].where
    assert where is not None
    assert where.place.name == "Kara Suu"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Council to vote on parking. BISHKEK — The law enforcement center will get new cells if the council approves it.",
            "The law enforcement center will get new cells if the council approves it",
        ),
        (
            "Club member wins a pig. CHARLESTON, W.Va. - Bakyt Orozov won first prize in a raffle.",
            "Bakyt Orozov won first prize in a raffle",
        ),
    ],
)
def test_a_dateline_behind_a_joined_headline_is_no_subject(text: str, line: str) -> None:
    assert line in [event.headline for event in told(text).values()]


def test_what_others_say_a_plan_is_for_is_their_account() -> None:
    found = told(
        "The naval force is part of an overall American strategy that officials say is designed to leave the general with only "
        "the choice of backing out of Osh or launching new attacks to change his situation."
    )
    assert Status.HAPPENED not in [event.status for event in found.values()]

"""Mending: sentences whose trees the model gets wrong, told rightly; the words around each fault vary."""

import pytest

from tests.parsers.events.test_headlines import lines


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        (
            "The Supreme Court struck down a federal law denying benefits to married couples on Wednesday.",
            "struck",
            "The Supreme Court struck down a federal law denying benefits to married couples on Wednesday",
        ),
        (
            "Aida Orozova was ordered to pay $363,000 in estate tax after her spouse, Bakyt Sadykov, died in 2009.",
            "ordered",
            "Aida Orozova was ordered to pay $363,000 in estate tax after her spouse died",
        ),
        (
            "Schools were closed after a note was found in the gunman's car claiming that bombs had been planted there.",
            "found",
            "A note claiming that bombs had been planted was found in the gunman's car",
        ),
        (
            "Its profit fell 15 percent to 1.77 billion euros, hit by slumping demand.",
            "hit",
            "Its profit was hit by slumping demand",
        ),
        ("The robbers had fled by the time officers arrived.", "arrived", "Officers arrived"),
        (
            "On Monday, defending champion Aida Orozova will face Jamila Sadykova.",
            "face",
            "Defending champion Aida Orozova will face Jamila Sadykova",
        ),
        ("She studied chemistry at Oxford and married Denis Orozov, a businessman.", "married", "She married Denis Orozov"),
        ("In Karachi, a blast at a market killed 25 people.", "killed", "A blast at a market killed 25 people"),
        ("At Kandahar, a blast near a bank wounded three people.", "wounded", "A blast near a bank wounded three people"),
        ("The army admitted shelling the town but denied killing civilians.", "killing", "The army denied killing civilians"),
        (
            "Senegal closed its land border and Air Batken suspended a flight.",
            "suspended",
            "Air Batken suspended a flight",
        ),
        ("Senegal closed its land border and Air Batken suspended a flight.", "closed", "Senegal closed its land border"),
        (
            "Alga, spun off from Osh Mining in 2004, plans to open a new pit.",
            "plans",
            "Alga plans to open a new pit",
        ),
        (
            "Iraq declared war six days after its troops overran the emirate, and closed its borders.",
            "closed",
            "Iraq closed its borders",
        ),
        (
            "Police detained two clerks in Karakol, who were freed on bail.",
            "freed",
            "Two clerks were freed on bail",
        ),
        ("The mine was closed in March and sold to a Chinese firm.", "sold", "The mine was sold to a Chinese firm"),
        ("The mill, built in 1876 and restored after a fire, reopened.", "restored", "The mill was restored"),
        ("At least 63 people were killed and more than 180 wounded.", "wounded", "More than 180 were wounded"),
        ("An engineer held since January was freed.", "freed", "An engineer held since January was freed"),
        (
            "A cargo plane with five people on board disappeared from radar screens on Tuesday shortly after taking off from "
            "Osh, civil aviation officials said.",
            "disappeared",
            "A cargo plane with five people on board disappeared from radar screens shortly after taking off from Osh",
        ),
        ("A judge ruled that the camp was illegal and ordered the protesters to leave.", "ordered", "A judge ordered the protesters to leave"),
        ("Near Osh, landslides swept away dozens of houses.", "swept", "Landslides swept away dozens of houses"),
        (
            "Aida Quispe left Osh, and in March President Evo Sadykov won an award.",
            "won",
            "President Evo Sadykov won an award",
        ),
        (
            "Riot police cleared the camp, arresting 63 people and ending an occupation.",
            "ending",
            "Riot police ended an occupation",
        ),
        ("The airline will keep the name and be based in Osh.", "based", "The airline will be based in Osh"),
    ],
)
def test_a_line_gives_each_verb_its_own_nouns(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        ("She died on Saturday after a long illness, Aida Orozova said.", "died", "She died after a long illness"),
        ("Police left the man bleeding in the street.", "left", "Police left the man bleeding in the street"),
        ("The town, a market and Air Batken suspended flights.", "suspended", "The town, a market and Air Batken suspended flights"),
        ("In Osh, Aida Orozova, a judge, freed two men.", "freed", "Aida Orozova freed two men"),
    ],
)
def test_a_right_tree_is_left_alone(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        (
            "A suicide bomber struck a hospital in the northern city of Osh on Tuesday morning as patients and their families "
            "waited in line for the medicine that a charity gives away, killing at least 31 people and leaving dozens missing, police said.",
            "struck",
            "A suicide bomber struck a hospital in the northern city of Osh, killing at least 31 people",
        ),
        ("The bomb went off, killing ten people and wounding more than fifty.", "went", "The bomb went off, killing ten people"),
    ],
)
def test_a_toll_stays_in_a_long_line(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line


def test_who_is_spoken_of_before_the_speaker_is_somebody_else() -> None:
    told = lines("He is negotiating his surrender, Foreign Minister Alain Orozov told parliament.")
    assert told["negotiating"] == "He is negotiating his surrender"


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        ("Shares issued July 1 will receive only partial dividends.", "receive", "Shares issued July 1 will receive only partial dividends"),
        ("The rifle was discovered April 8 buried below a shed.", "discovered", "The rifle was discovered"),
        (
            "The number of visitors jumped from 100,000 in 1980 to 300,000 last year.",
            "jumped",
            "The number of visitors jumped from 100,000 in 1980 to 300,000 last year",
        ),
        (
            "He declined to confirm or deny reports that the mine would close its gates in the spring of next year, as the union "
            "of its workers had claimed on Monday.",
            "declined",
            "He declined to confirm or deny reports that the mine would close its gates",
        ),
        ("The parties agreed that \"It is unnecessary\" to go on.", "agreed", "The parties agreed that it is unnecessary to go on"),
    ],
)
def test_a_line_keeps_what_makes_it_true(text: str, word: str, line: str) -> None:
    assert lines(text)[word].startswith(line)


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        (
            "An explosion ripped through a coal mine in Osh on Friday, trapping scores of workers underground and killing at least 14.",
            "killing",
            "An explosion killed at least 14",
        ),
        ("On Monday, Los Angeles-based Alga Corp. closed a mine.", "closed", "Los Angeles-based Alga Corp. closed a mine"),
        ("With astronaut Jon Orozov, Sadykov set up a joint venture.", "set", "Sadykov set up a joint venture"),
        (
            "Investigators think the killer buried the rifle before the shooting, and fled.",
            "fled",
            "The killer fled",
        ),
        (
            "Igor Orozov spoke. The rebel leader announced that he will withdraw his troops.",
            "announced",
            "The rebel leader announced that he will withdraw his troops",
        ),
    ],
)
def test_who_did_it_is_told(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        pytest.param(
            "Rebels killed nine soldiers in an ambush near Osh, the army said Wednesday, in the bloodiest attack since May.",
            "killed",
            "Rebels killed nine soldiers in an ambush near Osh in the bloodiest attack since May",
            id="what follows the speaker belongs to what is told",
        ),
        pytest.param(
            "There is no reason to believe that fighters affiliated with Bakyt Orozov, a warlord, plan to strike again.",
            "plan",
            "There is no reason to believe that fighters affiliated with Bakyt Orozov plan to strike again",
            id="those affiliated plan it",
        ),
        pytest.param(
            "Officials announced that bacteria tests for the disease on a tub of butter had tested positive.",
            "tested",
            "Bacteria tests for the disease on a tub of butter tested positive",
            id="that opens the clause",
        ),
        pytest.param(
            "Police read a letter sent to Prime Minister Aida Sadykova which claimed that the well was poisoned.",
            "claimed",
            "A letter sent to Prime Minister Aida Sadykova claimed that the well was poisoned",
            id="which is no person",
        ),
        pytest.param(
            "Taking the stand in her own defense, a friend of Bakyt Orozov's assassin said that she regretted it.",
            "said",
            "A friend of Bakyt Orozov's assassin said that she regretted it",
            id="who takes the stand speaks",
        ),
        pytest.param(
            "Raw material costs of such key products as nickel dropped last year.",
            "dropped",
            "Raw material costs of such key products as nickel dropped",
            id="such as",
        ),
        pytest.param(
            "Officials said 427 fugitives have been taken into custody or located since May.",
            "taken",
            "427 fugitives have been taken into custody or located since May",
            id="an or leaves nothing out",
        ),
        pytest.param(
            "A court protects a woman he was stalking and threatening.",
            "stalking",
            "He was stalking and threatening a woman",
            id="two verbs share what a relative clause hangs from",
        ),
        pytest.param(
            "The ministry did not present evidence that the bacteria originated in Osh.",
            "originated",
            "The ministry did not present evidence that the bacteria originated in Osh",
            id="no evidence for it",
        ),
        pytest.param(
            "It is by no means clear that the markets have been fuelled by excess.",
            "fuelled",
            "It is by no means clear that the markets have been fuelled by excess",
            id="by no means clear",
        ),
        pytest.param(
            "The court said it will re-open the case.",
            "re-open",
            "The court will re-open the case",
            id="a prefix with a hyphen is part of its word",
        ),
        pytest.param(
            "There were no strikes as a result of the bombings in Osh, the old capital, and Kara Suu, Kyrgyzstan, which left ten "
            "people dead.",
            "left",
            "The bombings in Osh, the old capital, and Kara Suu left ten people dead",
            id="bombings leave people dead and towns do not",
        ),
        pytest.param(
            "Bakyt Orozov was accused in an indictment unsealed on Monday of making millions by fraud.",
            "accused",
            "Bakyt Orozov was accused in an indictment unsealed on Monday of making millions by fraud",
            id="accused of",
        ),
        pytest.param(
            "Bakyt Orozov led his team on a long tour of three suspected weapons sites classified as sensitive by the Kyrgyz army.",
            "tour",
            "Bakyt Orozov led his team on a long tour of three suspected weapons sites classified as sensitive by the Kyrgyz army",
            id="a name far from the noun does not say whose tour it was",
        ),
        pytest.param(
            "Alga bought shares of Osh Mining Inc. on Monday.",
            "bought",
            "Alga bought shares of Osh Mining Inc.",
            id="an abbreviation keeps its stop",
        ),
    ],
)
def test_a_line_says_what_the_sentence_says(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line


def test_an_estimate_is_no_noun_that_dies() -> None:
    told = lines("Alga estimates as many as 1,103 may have died in 138 districts.")
    assert not any(line.startswith("Alga estimates may") for line in told.values())


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        (
            "Elmira Mining proposed buying Osh Gold for $7 a share and one share of a new series of preferred stock.",
            "proposed",
            "Elmira Mining proposed buying Osh Gold for $7 a share and one share of a new series of preferred stock",
        ),
        (
            "There is no rule of law and Sadykova is cheating to win the vote by jailing her rivals.",
            "win",
            "Sadykova is cheating to win the vote by jailing her rivals",
        ),
        (
            "They attacked Mayor Aida Orozova, President Sadykov and others who want to close the mine.",
            "close",
            "Mayor Aida Orozova, President Sadykov and others want to close the mine",
        ),
        (
            "Osh Gas wants the court to suspend the ban issued on Thursday and also order Talas Oil to drop its claim.",
            "suspend",
            "Osh Gas wants the court to suspend the ban issued on Thursday",
        ),
        (
            "Elmira agreed to buy for $57 million and then lease back to Sadykov its theater in Osh.",
            "agreed",
            "Elmira agreed to buy for $57 million and lease back to Sadykov its theater in Osh",
        ),
    ],
)
def test_and_joins_what_belongs_together(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        (
            "With Swiss climber Urs Amsler, Orozova set up a school called Summit in 1999.",
            "set",
            "Orozova set up a school called Summit",
        ),
        (
            "Batken Holdings Inc., a maker of tiles, extended to Nov. 20 its $45-a-share offer for all Osh Tiles Inc. shares.",
            "extended",
            "Batken Holdings Inc. extended to Nov. 20 its $45-a-share offer for all Osh Tiles Inc. shares",
        ),
        (
            "Osh was hit on Friday by several protests by miners demanding that the pit be kept open.",
            "hit",
            "Osh was hit by several protests by miners demanding that the pit be kept open",
        ),
        (
            "The two nations doubled their trade, which fell to 14 billion dollars last year, down 2.5 billion from 2019.",
            "fell",
            "The two nations' trade fell to 14 billion dollars, down 2.5 billion from 2019",
        ),
        (
            "Holders would get 1,800 francs for a block of shares issued July 1, which will receive partial dividends.",
            "receive",
            "Shares issued July 1 will receive partial dividends",
        ),
        (
            "Juan Orozov sent a letter to the mayor asking that his son be moved to Osh.",
            "moved",
            "Juan Orozov asked that his son be moved to Osh",
        ),
        (
            "These data indicate that seasonal flu has reached high levels.",
            "reached",
            "Seasonal flu has reached high levels",
        ),
        (
            "Jayark Corp. agreed to pay $4 million in cash, $2 million of 12% debentures, and 1.6 million common shares.",
            "agreed",
            "Jayark Corp. agreed to pay $4 million in cash, $2 million of 12% debentures, and 1.6 million common shares",
        ),
        (
            "About 6,000 pigs at Pandi, Bulacan and Talavera farms tested positive for the virus.",
            "tested",
            "About 6,000 pigs at Pandi, Bulacan and Talavera farms tested positive for the virus",
        ),
        ("Of the eight climbers, three were rescued on Friday.", "rescued", "Of the eight climbers, three were rescued"),
        (
            "According to a provincial doctor, Aida Orozova, the fever has reached four villages.",
            "reached",
            "The fever has reached four villages",
        ),
        (
            "Tatev Petrosyan is leaving for Cuba to start a new career, she said on Friday.",
            "leaving",
            "Tatev Petrosyan is leaving for Cuba to start a new career",
        ),
    ],
)
def test_who_acts_and_what_is_told_of_it(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line

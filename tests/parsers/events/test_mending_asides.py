"""Asides, lists and subjects: sentences whose trees the model gets wrong; the words vary."""

import pytest

from tests.parsers.events.test_events import survey
from tests.parsers.events.test_headlines import lines
from viz.engine.pipeline import read
from viz.model import Article, Status

CASES = [
    pytest.param(
        "The man who hurled a rock at guards at the embassy here seconds before the blast shook Osh was arrested Thursday.",
        "hurled",
        "The man hurled a rock at guards at the embassy here seconds before the blast shook Osh",
        id="seconds before",
    ),
    pytest.param(
        "Police replaced two guards charged in the May 21, 2016, bombing of a train in Osh.",
        "replaced",
        "Police replaced two guards charged in the May 21, 2016, bombing of a train in Osh",
        id="a bombing with its day",
    ),
    pytest.param(
        "``Hurrah,'' Orozova shouted.",
        'shouted',
        'Orozova shouted',
        id='what is shouted shouts nothing',
    ),
    pytest.param(
        "The mayor was cut on her hands in the blast, which damaged the school, shattered the windows of the town hall and toppled a wall.",
        "shattered",
        "The blast shattered the windows of the town hall",
        id="the blast shattered",
    ),
    pytest.param(
        "The mayor was cut on her hands in the blast, which damaged the school, shattered the windows of the town hall and toppled a wall.",
        "toppled",
        "The blast toppled a wall",
        id="and toppled",
    ),
    pytest.param(
        "Confrontations among herders, farmers and the police have provoked violence in Naryn.",
        "provoked",
        "Confrontations among herders, farmers and the police have provoked violence in Naryn",
        id="confrontations among three",
    ),
    pytest.param(
        "Orozov has been described only as a witness and a warrant had been issued so that he could be held.",
        "issued",
        "A warrant was issued so that Orozov could be held",
        id="a warrant is no description",
    ),
    pytest.param(
        "Raiders took a baker hostage and police found the man's body Friday.",
        'found',
        "Police found the man's body",
        id='who found the body',
    ),
    pytest.param(
        "The council would strike unless it gave the city inspectors unfettered access to all sites.",
        "strike",
        "The council would strike unless it gave the city inspectors unfettered access to all sites",
        id="access is what is given",
    ),
    pytest.param(
        "The shootings injured doctors in Naryn, Osh; Talas, Batken; and Uzgen, Jalal.",
        "injured",
        "The shootings injured doctors in Naryn, Talas and Uzgen",
        id="towns with their divisions",
    ),
    pytest.param(
        "The army informed the family of Orozov, 37 years old when he was seized, that he had probably died.",
        "informed",
        "The army informed the family of Orozov that he had probably died",
        id="so old then",
    ),
    pytest.param(
        "Orozov let the ground offensive begin.",
        "let",
        "Orozov let the ground offensive begin",
        id="let it begin",
    ),
    pytest.param(
        "Orozov said the losses contributed to the sell-off by an edgy and currently unforgiving investing public.",
        "contributed",
        "The losses contributed to the sell-off by an edgy and currently unforgiving investing public",
        id="two adjectives",
    ),
    pytest.param(
        "Police in trucks prevented a few hundred farmers, many waving flags, from reaching the square.",
        "prevented",
        "Police in trucks prevented a few hundred farmers from reaching the square",
        id="many waving flags",
    ),
    pytest.param(
        "Orozov, 52, and the father of four boys, was shot Friday.",
        "shot",
        "Orozov was shot",
        id="the father is he",
    ),
    pytest.param(
        "As pressure built in the town, officials closed the school.",
        "built",
        "Pressure built in the town",
        id="pressure built",
    ),
    pytest.param(
        'The mayor gave a short answer, predicting "the herders in the north" would put up a fight to keep the road.',
        'put',
        'The herders in the north would put up a fight to keep the road',
        id='who is predicted to fight',
    ),
    pytest.param(
        "Records also show Aida Orozova's brother, Bakyt Orozov, has been found guilty of theft.",
        'found',
        'Bakyt Orozov has been found guilty of theft',
        id='who was found guilty',
    ),
    pytest.param(
        "Alga Truck Corp., Osh, estimated earnings for the quarter fell 50% to $4 million.",
        "fell",
        "Earnings for the quarter fell 50% to $4 million",
        id="estimated earnings fell",
    ),
    pytest.param(
        "The boy was found after his mother, stepfather and others died at sea.",
        "found",
        "The boy was found after his mother, stepfather and others died at sea",
        id="all who died",
    ),
    pytest.param(
        "Alga and Naryn Oil had each held a stake in the mine.",
        "held",
        "Alga and Naryn Oil each held a stake in the mine",
        id="each held",
    ),
    pytest.param(
        "Herders would withdraw from the pass provided the northern road could be secured.",
        "withdraw",
        "Herders would withdraw from the pass provided the northern road could be secured",
        id="provided",
    ),
    pytest.param(
        "In that outbreak 150 people died.",
        "died",
        "150 people died",
        id="in that outbreak",
    ),
    pytest.param(
        "A 30-year-old Osh, Batken man died of the infection.",
        "died",
        "A 30-year-old Osh, Batken man died of the infection",
        id="a man of a town",
    ),
    pytest.param(
        "There are still many herds in the hills that have not been counted, and could be lost to wolves.",
        "lost",
        "Many herds in the hills that have not been counted could be lost to wolves",
        id="there are herds",
    ),
    pytest.param(
        "The mayor reported that eleven of the city's guards that had travelled to Osh are ill.",
        'travelled',
        "Eleven of the city's guards travelled to Osh",
        id='eleven of them',
    ),
    pytest.param(
        "The dead have been identified as Aida Cook, aged 86, her husband Bakyt, aged 90, and Maria, their daughter.",
        "identified",
        "The dead have been identified as Aida Cook, her husband Bakyt and Maria",
        id="names without ages",
    ),
    pytest.param(
        "The fever could infect as many as five million of the country's people, and, in a bad year, kill two thousand.",
        'infect',
        "The fever could infect as many as five million of the country's people",
        id='and, in a bad year',
    ),
    pytest.param(
        "The ministry will spend $1 million to renovate, furnish and staff the offices of the envoy.",
        "spend",
        "The ministry will spend $1 million to renovate, furnish and staff the offices of the envoy",
        id="three things to do",
    ),
    pytest.param(
        "Orozova joined Alga Bank in 1981 as a clerk and for the next 13 years, she worked in many posts.",
        "joined",
        "Orozova joined Alga Bank as a clerk",
        id="the next clause",
    ),
    pytest.param(
        "Orozov was sentenced to a year in prison, fined $1,000, ordered to sweep streets.",
        "fined",
        "Orozov was fined $1,000",
        id="fined",
    ),
    pytest.param(
        "Orozov was sentenced to a year in prison, fined $1,000, ordered to sweep streets.",
        "ordered",
        "Orozov was ordered to sweep streets",
        id="ordered",
    ),
    pytest.param(
        "Osh man taken into custody after standoff.",
        "taken",
        "Osh man was taken into custody after standoff",
        id="a participle of a headline",
    ),
    pytest.param(
        "The guard was taken to hospital while the man accused of beating him went to jail.",
        "went",
        "The man accused of beating him went to jail",
        id="the man accused went",
    ),
    pytest.param(
        "Orozov will testify when the inquiry chaired by Aida Sadykova resumes.",
        "testify",
        "Orozov will testify when the inquiry chaired by Aida Sadykova resumes",
        id="the inquiry resumes",
    ),
    pytest.param(
        "DNA found at the scene was a match to Aida Orozova, Osh police spokesman Bakyt Sadykov said.",
        "found",
        "DNA was found at the scene",
        id="DNA found",
    ),
    pytest.param(
        "At least twenty people have been infected with the fever, causing the government to close schools.",
        "close",
        "At least twenty people have been infected with the fever, causing the government to close schools",
        id="what caused it",
    ),
    pytest.param(
        "In Osh, tea is widely prescribed for colds.",
        "prescribed",
        "In Osh, tea is widely prescribed for colds",
        id="where it is so",
    ),
    pytest.param(
        "All the parties in the house, with the exception of the Greens, agreed on the plan.",
        "agreed",
        "All the parties in the house, with the exception of the Greens, agreed on the plan",
        id="all but one",
    ),
    pytest.param(
        "Orozov dismissed calls that Orozova's father travel from Osh, Kyrgyzstan, to Almaty to pick up the boy.",
        'dismissed',
        "Orozov dismissed calls that Orozova's father travel from Osh to Almaty",
        id='from here to there',
    ),
    pytest.param(
        "In nineteen ninety-one Aida Orozova was convicted of fraud in Osh.",
        "convicted",
        "Aida Orozova was convicted of fraud in Osh",
        id="a year in words",
    ),
    pytest.param(
        "The council has fled. Iran said a delegation was en route to deliver Orozov's message, which it said it would review with care.",
        'review',
        "Iran would review Orozov's message with care",
        id='which it said it would',
    ),
    pytest.param(
        "Investigators think the killer buried the rifle in the days before the shooting, unearthed it, then hurriedly sold it and fled.",
        "sold",
        "The killer hurriedly sold it",
        id="then sold it",
    ),
    pytest.param(
        "The group would be willing to wait as long as it takes to bring the boy back.",
        "bring",
        "The group would be willing to wait as long as it takes to bring the boy back",
        id="as long as it takes",
    ),
    pytest.param(
        "Alga is betting its business on the assumption that customers in towns and villages want to move away from using systems that run on only one maker's machines and pay for it.",
        'betting',
        "Alga is betting its business on the assumption that customers in towns and villages want to move away from using systems that run on only one maker's machines",
        id='bet on what',
    ),
    pytest.param(
        "The army has given the villagers until 9 a.m. Tuesday to sign a paper promising to turn over the boy to the authorities if they lose their appeal in the high court of Osh.",
        "turn",
        "The army has given the villagers until 9 a.m. Tuesday to sign a paper promising to turn over the boy to the authorities if they lose their appeal in the high court of Osh",
        id="until when",
    ),
    pytest.param(
        "She was cautious. Sadykov was arrested, Orozov said. He was charged later with theft, Orozov said.",
        "charged",
        "He was charged with theft",
        id="who tells of him",
    ),
    pytest.param(
        "Aida Sadykova is from Osh. Her Highness the Queen opened a bridge in Naryn.",
        "opened",
        "Her Highness the Queen opened a bridge in Naryn",
        id="Her Highness",
    ),
    pytest.param(
        "The herder wanted for questioning in last week's killing of a guard in Osh may have fled to Almaty.",
        'fled',
        "The herder wanted for questioning in last week's killing of a guard in Osh may have fled to Almaty",
        id='who may have fled',
    ),
    pytest.param(
        "The men came at dusk, after the clerk, Aida Orozova, 35, had left the shop, police said.",
        "came",
        "The men came",
        id="after the clerk had left",
    ),
    pytest.param(
        "The visas were not yet approved, officials said.",
        "approved",
        "The visas were not yet approved",
        id="not yet",
    ),
    pytest.param(
        "There is no way Orozov will assist in sending the boy back to Osh, Sadykov said.",
        "sending",
        "There is no way Orozov will assist in sending the boy back to Osh",
        id="no way",
    ),
    pytest.param(
        "Alga Corp., Osh, said it offered to buy the shares of Naryn Corp. it doesn't already own in a swap.",
        'offered',
        "Alga Corp. offered to buy the shares of Naryn Corp. it doesn't already own in a swap",
        id='shares it does not own',
    ),
    pytest.param(
        "Alga has been under pressure to sell since speculators -- including Bakyt Orozov -- surfaced holding small stakes last year.",
        "holding",
        "Speculators surfaced holding small stakes",
        id="who surfaced",
    ),
    pytest.param(
        "His promise to halve the debt by the year two thousand has now been abandoned.",
        "abandoned",
        "His promise to halve the debt by the year two thousand has now been abandoned",
        id="the year two thousand",
    ),
    pytest.param(
        "Imports of the kinds of wool that will be eligible for relief totaled $37 million in 2018.",
        "totaled",
        "Imports of the kinds of wool that will be eligible for relief totaled $37 million",
        id="imports totaled",
    ),
    pytest.param(
        "Even excluding the charge, however, net fell 5%.",
        "fell",
        "Net fell 5% even excluding the charge",
        id="excluding a charge",
    ),
    pytest.param(
        "The council put a wanted rebel and accused killer Bakyt Orozov on a list of the most dangerous men.",
        "put",
        "The council put a wanted rebel on a list of the most dangerous men",
        id="an accused killer",
    ),
    pytest.param(
        "The raid follows Monday's declaration by Alga, which holds a stake in Naryn, that it will bid for the firm.",
        'bid',
        'Alga will bid for the firm',
        id='who declared it',
    ),
    pytest.param(
        "The rifle was found buried one foot below the ground behind the house.",
        "buried",
        "The rifle was found buried one foot below the ground behind the house",
        id="one foot deep",
    ),
    pytest.param(
        "Orozov ruled that the boy should go, a decision upheld by Judge Sadykov.",
        "upheld",
        "A decision was upheld by Judge Sadykov",
        id="a decision was upheld",
    ),
    pytest.param(
        "Speaker after speaker denounced the mayor and praised the herders.",
        "denounced",
        "Speaker after speaker denounced the mayor",
        id="one after the other",
    ),
    pytest.param(
        "Until Thursday, they had not called Orozov a suspect.",
        "called",
        "Until Thursday, they had not called Orozov a suspect",
        id="until then",
    ),
    pytest.param(
        "In the wool segment, profit rose to $180 million from $155 million.",
        "rose",
        "In the wool segment, profit rose to $180 million from $155 million",
        id="of one segment",
    ),
    pytest.param(
        "Two brothers and two sisters who fled Osh for Almaty are safe.",
        "fled",
        "Two brothers and two sisters fled Osh for Almaty",
        id="brothers and sisters",
    ),
    pytest.param(
        "The army expelled five Kazakhs and a Libyan who were questioned in Osh.",
        "questioned",
        "Five Kazakhs and a Libyan were questioned in Osh",
        id="all who were questioned",
    ),
    pytest.param(
        "However, cited by police in December for theft, Orozov was sent home and retired.",
        "cited",
        "Orozov was cited by police for theft",
        id="cited",
    ),
    pytest.param(
        "At no time did the guards identify themselves to him.",
        "identify",
        "The guards did not identify themselves to him",
        id="at no time",
    ),
    pytest.param(
        "Osh Rodeo looking for queens.",
        "looking",
        "Osh Rodeo is looking for queens",
        id="gerund of a headline",
    ),
    pytest.param(
        "Home hit by fire a second time.",
        "hit",
        "Home was hit by fire a second time",
        id="hit by",
    ),
    pytest.param(
        "He was first taken to Osh and subsequently airlifted to Almaty.",
        "airlifted",
        "He was airlifted to Almaty",
        id="airlifted",
    ),
    pytest.param(
        "Standard amp Poor's Corp. lowered the rating of Alga on Monday.",
        'lowered',
        "Standard & Poor's Corp. lowered the rating of Alga",
        id='a lost ampersand',
    ),
    pytest.param(
        "Analysts are skeptical Alga will be able to sell the shops.",
        "sell",
        "Analysts are skeptical Alga will be able to sell the shops",
        id="who is skeptical",
    ),
    pytest.param(
        "The losses have been more than offset by $600 million in good purchases of mines and wells in the north of the country in the last ten years, said Orozov of Alga.",
        "offset",
        "The losses have been more than offset by $600 million in good purchases of mines and wells in the north of the country",
        id="millions of what",
    ),
    pytest.param(
        "The blast in Osh occurred at almost exactly the same moment as an explosion ripped through the embassy in Almaty and its gardens and walls and gates, killing nobody at all.",
        "occurred",
        "The blast in Osh occurred at almost exactly the same moment as an explosion ripped through the embassy",
        id="the same moment as",
    ),
    pytest.param(
        "Herders said their feelings were mixed, but they denounced the killing of Orozov.",
        "denounced",
        "They denounced the killing of Orozov",
        id="feelings denounce nobody",
    ),
    pytest.param(
        "The sites that Orozov had placed off-limits to inspectors were searched.",
        "placed",
        "Orozov placed the sites off-limits to inspectors",
        id="what was off limits",
    ),
    pytest.param(
        "Herders claimed a rock slammed into a field outside of Osh.",
        "slammed",
        "A rock slammed into a field outside of Osh",
        id="what is claimed",
    ),
    pytest.param(
        "About two dozen countries from Europe and elsewhere have been asked to help.",
        "asked",
        "About two dozen countries from Europe have been asked to help",
        id="and elsewhere",
    ),
    pytest.param(
        "The mission is investigating whether the strain of the virus, recently discovered in dead pigs, poses a threat.",
        "investigating",
        "The mission is investigating whether the strain of the virus poses a threat",
        id="whether it poses a threat",
    ),
    pytest.param(
        "Only 186 cases were reported in 2014, down from 336 in the year before.",
        "reported",
        "Only 186 cases were reported, down from 336 in the year before",
        id="a comma beside a date",
    ),
    pytest.param(
        "The thief fled, leading guards to conduct a search in the town.",
        "fled",
        "The thief fled, leading guards to conduct a search in the town",
        id="a comma before what followed",
    ),
    pytest.param(
        "Orozov was arrested a short time later.",
        "arrested",
        "Orozov was arrested a short time later",
        id="a short time later",
    ),
    pytest.param(
        "Orozov has been sentenced to two years, three months in prison.",
        "sentenced",
        "Orozov has been sentenced to two years, three months in prison",
        id="years and months",
    ),
    pytest.param(
        "Guards stood around the school the students were isolated in.",
        "isolated",
        "The students were isolated in the school",
        id="where they were isolated",
    ),
    pytest.param(
        "Herders with boats moored in Osh and Naryn have been fined for fishing.",
        "fined",
        "Herders with boats moored in Osh and Naryn have been fined for fishing",
        id="boats moored",
    ),
    pytest.param(
        "The council is calling the flood serious and it would be irresponsible to plan for anything but a wider flood.",
        "plan",
        "It would be irresponsible to plan for anything but a wider flood",
        id="it is nobody",
    ),
    pytest.param(
        "The winner, Bakyt Orozov from Osh, came in third.",
        "came",
        "Bakyt Orozov came in third",
        id="came is no participle",
    ),
    pytest.param(
        "Over the past five years, 851 people lost their lives in crashes in Osh.",
        "lost",
        "Over the past five years, 851 people lost their lives in crashes in Osh",
        id="over five years",
    ),
    pytest.param(
        "Previously, wool imports were denied such treatment.",
        "denied",
        "Previously, wool imports were denied such treatment",
        id="previously",
    ),
    pytest.param(
        "Orozov voted no, but the council passed the bill.",
        "voted",
        "Orozov voted no",
        id="how he voted",
    ),
    pytest.param(
        "The mayor listed Bakyt Orozov as having donated ten sheep in 1995.",
        "donated",
        "Bakyt Orozov donated ten sheep",
        id="who donated",
    ),
    pytest.param(
        "The court named Bakyt Orozov -- who ran a mill in Osh -- a fraud.",
        "ran",
        "Bakyt Orozov ran a mill in Osh",
        id="who ran it",
    ),
    pytest.param(
        "Alga sold the mill -- part of a plant in Osh -- in May.",
        "sold",
        "Alga sold the mill",
        id="what a dash sets off",
    ),
    pytest.param(
        "Residents who support building the dam outnumber those who oppose building it.",
        "oppose",
        "Those oppose building it",
        id="who opposes",
    ),
    pytest.param(
        "The blast shook the market, leaving half of it burned or flooded.",
        "burned",
        "The blast left half of it burned or flooded",
        id="left so",
    ),
    pytest.param(
        "The mayor will name the men if and when they are found.",
        "name",
        "The mayor will name the men if and when they are found",
        id="if and when",
    ),
    pytest.param(
        "Inspectors were tasked with verifying that the mine had been closed.",
        "verifying",
        "Inspectors were tasked with verifying that the mine had been closed",
        id="verifying",
    ),
    pytest.param(
        "The blast wounded mostly guards but also two nurses in Osh.",
        "wounded",
        "The blast wounded mostly guards but also two nurses in Osh",
        id="but also",
    ),
    pytest.param(
        "Witnesses described the driver who fled the scene as a young man in a red coat.",
        "fled",
        "The driver fled the scene",
        id="described as",
    ),
    pytest.param(
        "Osh Corp., rumored a takeover target for weeks, said that it had hired a bank.",
        "said",
        "Osh Corp. said that it had hired a bank",
        id="who was rumored says it",
    ),
    pytest.param(
        "Orozov is famous because his kin, refusing to leave Osh, made him a symbol.",
        "made",
        "Orozov's kin made him a symbol",
        id="who made him one",
    ),
    pytest.param(
        "Alga said the units to be sold had sales of $3 million.",
        "had",
        "The units to be sold had sales of $3 million",
        id="units to be sold",
    ),
    pytest.param(
        "It was not until a week after they had fled that the women reached Osh.",
        "fled",
        "They fled",
        id="not until",
    ),
    pytest.param(
        "Early, 51, was charged with theft.",
        "charged",
        "Early was charged with theft",
        id="a name like an adverb",
    ),
    pytest.param(
        "She's won two medals in Osh.",
        "won",
        "She has won two medals in Osh",
        id="has, not is",
    ),
    pytest.param(
        "The attempt by rebels opposed to the truce to derail the talks failed.",
        "opposed",
        "Rebels were opposed to the truce",
        id="whose attempt",
    ),
    pytest.param(
        "Police removed Aida Orozova, a singer, from the stage in Osh.",
        "removed",
        "Police removed Aida Orozova from the stage in Osh",
        id="from where",
    ),
    pytest.param(
        "``Alga Wins,'' read the headline on Monday.",
        "read",
        "The headline read",
        id="what a headline reads",
    ),
]


@pytest.mark.parametrize(("text", "word", "line"), CASES)
def test_a_line_says_what_the_sentence_says(text: str, word: str, line: str) -> None:
    assert lines(text)[word] == line


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("He repeated charges that farmers had offered him money.", "offered", Status.REPORTED),
        ("The mayor may plead guilty to charges she had bribed two judges.", "bribed", Status.REPORTED),
        ("By some estimates, herders send $1 million a year to their families.", "send", Status.REPORTED),
        ("Ten people could have their licences suspended for the theft in Osh.", "suspended", Status.HYPOTHETICAL),
        ("Bakyt Orozov allegedly fled from the police and rammed a gate in Osh.", "rammed", Status.REPORTED),
        ("Alga Corp. continues to lose money in Osh.", "lose", Status.HAPPENED),
        ("There were more accounts of people fleeing from the villages.", "fleeing", Status.REPORTED),
        ("Osh's demand for Orozov's extradition from Kazakhstan has been refused by the Batken government.", "extradition", Status.HYPOTHETICAL),
    ],
)
def test_what_is_only_told_or_demanded_is_no_fact(text: str, words: str, status: Status) -> None:
    claims = {predicate.token.word: claim.status for predicate, claim in survey(text).claims.items()}
    assert claims[words] is status


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The bank will buy all shares tendered by holders in Osh.", "tendered"),
        ("Orozov said in the letter, dated Monday, that he objects.", "dated"),
        ("On days when prices are tumbling, dealers must buy shares from sellers.", "tumbling"),
    ],
)
def test_what_may_be_anything_is_no_event(text: str, word: str) -> None:
    assert word not in {text[event.trigger[0] : event.trigger[1]] for event in read(Article.of(text)).events}

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsers.events.surveys import candidates
from viz.engine.pipeline import read
from viz.model import Article, Basis
from viz.parsers.events.ranker import best
from viz.settings import Settings


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("President Sadyr Japarov flew to Almaty on Monday.", "flew", "Almaty"),
        ("A bomb exploded near the market of Osh on Monday.", "exploded", "Osh"),
        ("Energy ministers met in the Tajik capital on Monday.", "met", "Dushanbe"),
        ("Crowds marched in Osh on Monday. Police detained nine people in the city on Tuesday.", "detained", "Osh"),
        ("Kazakhstan's foreign ministry protested on Monday.", "protested", "Astana"),
    ],
)
def test_a_clause_tells_where(text: str, verb: str, place: str) -> None:
    where = candidates(text)[verb].placed.where
    assert where is not None
    assert where.place.name == place


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The presidents of Kazakhstan and Uzbekistan spoke by telephone on Thursday.", "spoke"),
        ("A poet died on Monday.", "died"),
    ],
)
def test_an_event_without_a_place_says_why(text: str, verb: str) -> None:
    placed = candidates(text)[verb].placed
    assert placed.where is None
    assert placed.reason


@pytest.mark.parametrize(
    ("text", "verb", "names"),
    [
        ("Bombs exploded in Nairobi, Kenya, and Dar es Salaam, Tanzania, on Monday.", "exploded", "Nairobi and Dar es Salaam"),
        ("Swans died in Greece, Bulgaria and Italy on Monday.", "died", "Greece, Bulgaria and Italy"),
    ],
)
def test_what_happened_in_several_places_alike_is_put_in_none_of_them(text: str, verb: str, names: str) -> None:
    placed = candidates(text)[verb].placed
    assert placed.where is None
    assert names in placed.reason


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("A bomb exploded outside the U.S. embassy in Nairobi on Monday.", "exploded", "Nairobi"),
        ("Police arrested nine people in Osh, Kyrgyzstan, on Monday.", "arrested", "Osh"),
        ("A landslide killed nine people near Gulcha in Osh Region on Monday.", "killed", "Gulcha"),
    ],
)
def test_what_only_says_whose_or_where_a_place_is_makes_no_second_one(text: str, verb: str, place: str) -> None:
    where = candidates(text)[verb].placed.where
    assert where is not None
    assert where.place.name == place


def test_the_side_of_an_area_is_a_place_of_its_own() -> None:
    where = candidates("A bomb exploded in eastern Ukraine on Monday.")["exploded"].placed.where
    assert where is not None
    assert where.place.name == "Eastern Ukraine"


def test_what_goes_on_in_space_has_no_place() -> None:
    text = "HOUSTON, June 15 - The crew spent six days aboard the spacecraft in May. They ate well."
    assert candidates(text)["spent"].placed.where is None


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("WHO director Margaret Chan met reporters. On Tuesday Chan urged patience.", "urged", "Geneva"),
        ("The WHO ended the emergency on Tuesday.", "ended", "Geneva"),
        ("The case will be heard in June by judges in the 11th Circuit.", "heard", "Atlanta"),
        (
            "Norris Inc. agreed to buy Tilden Corp. for $30 a share. Norris paid $9 million on Monday.",
            "paid",
            "United States",
        ),
    ],
)
def test_who_acts_tells_where(text: str, verb: str, place: str) -> None:
    where = candidates(text)[verb].placed.where
    assert where is not None
    assert (where.place.name, where.basis) == (place, Basis.INFERRED)


def test_a_statement_is_not_made_where_its_content_lies() -> None:
    text = "BISHKEK, June 16 - The government said on Tuesday that floods had destroyed a bridge in Naryn."
    found = candidates(text)
    said, destroyed = found["said"].placed.where, found["destroyed"].placed.where
    assert said is not None
    assert destroyed is not None
    assert (said.place.name, destroyed.place.name) == ("Bishkek", "Naryn")


def test_a_description_is_an_inference_that_names_what_it_stands_for() -> None:
    where = candidates("Crowds marched in Osh on Monday. Two men were killed in the city on Tuesday.")[
        "killed"
    ].placed.where
    assert where is not None
    assert (where.place.name, where.basis) == ("Osh", Basis.INFERRED)
    assert "city" in where.why


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        (
            "BISHKEK, June 16 - A landslide buried a mine near the town of Naryn on Sunday. Rescuers worked at the mine on Monday.",
            "worked",
            "Naryn",
        ),
        ("BISHKEK, June 16 - Gunmen attacked two Tajik towns on Sunday.", "attacked", "Tajikistan"),
        ("BISHKEK, June 16 - Two Tajik towns were shelled on Sunday.", "shelled", "Tajikistan"),
    ],
)
def test_a_description_stands_for_a_place(text: str, verb: str, place: str) -> None:
    where = candidates(text)[verb].placed.where
    assert where is not None
    assert (where.place.name, where.basis) == (place, Basis.INFERRED)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("BISHKEK, June 16 - The men were buried in the village on Tuesday.", "buried"),
        ("Crowds marched in Osh. A fire broke out in the village of Qwzyl on Monday. It was put out in the village.", "put"),
    ],
)
def test_no_city_is_a_village_and_no_other_place_stands_for_an_unknown_one(text: str, verb: str) -> None:
    where = candidates(text)[verb].placed.where
    assert where is None or "stands for" not in where.why


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("OSH, June 16 - The riots spread to Jalal-Abad, where ten people were killed, and to Naryn.", "killed", "Jalal-Abad"),
        ("OSH, June 16 - In 1970 she won a scholarship to study in Naryn. There she met a judge.", "met", "Naryn"),
    ],
)
def test_where_and_there_stand_for_the_place_before_them(text: str, verb: str, place: str) -> None:
    where = candidates(text)[verb].placed.where
    assert where is not None
    assert where.place.name == place


def test_what_a_quarrel_is_about_is_not_where_it_is() -> None:
    text = "ALMATY, June 16 - The two ministers failed to bridge their differences over Syria on Monday."
    where = candidates(text)["failed"].placed.where
    assert where is not None
    assert where.place.name == "Almaty"


def test_where_somebody_goes_next_is_not_where_it_was() -> None:
    text = "OSH, June 16 - A storm tore roofs off homes and closed the airport before heading for Dushanbe on Monday."
    where = candidates(text)["closed"].placed.where
    assert where is not None
    assert where.place.name == "Osh"


COLUMN = """IN BRIEF

OSH, Kyrgyzstan (AP) - A market burned down on Tuesday.

NARYN - A fire destroyed a bridge early Monday. Police arrested two men.

DUSHANBE, Tajikistan - Some 200 miners walked off the job on Monday.
"""


def test_each_brief_of_a_column_has_its_own_dateline() -> None:
    told = candidates(COLUMN)
    where = {word: one.placed.where.place.name for word, one in told.items() if one.placed.where is not None}
    assert (where["burned"], where["destroyed"], where["arrested"]) == ("Osh", "Naryn", "Naryn")
    assert where["walked"] == "Dushanbe"
    assert not any(token.word == "NARYN" for token in told["destroyed"].predicate.sentence.tokens)


def test_a_dateline_may_end_in_a_colon() -> None:
    where = candidates("Kuala Lumpur: Police arrested the former mayor and two of his aides on Thursday.")["arrested"].placed.where
    assert where is not None
    assert where.place.name == "Kuala Lumpur"


def test_a_state_behind_a_town_is_not_where_it_was() -> None:
    text = "Avon, based in Santa Monica, California, makes cars. A fire destroyed its hall on Monday."
    where = candidates(text)["destroyed"].placed.where
    assert where is None or where.place.name != "California"


def test_the_capital_is_that_of_the_country_the_report_is_about() -> None:
    text = (
        "Kyrgyzstan closed its schools on Monday. Kyrgyz police searched shops in Osh. The mayor of Osh is on a trip to "
        "Tajikistan. A market in the capital burned down on Tuesday."
    )
    where = candidates(text)["burned"].placed.where
    assert where is not None
    assert where.place.name == "Bishkek"


def test_the_best_answer_is_the_first_of_equals() -> None:
    number, belief = best([["a"], ["b"]], {}, ["KG", "KZ"])
    assert number == 0
    assert belief == pytest.approx(0.5)


def test_a_town_and_its_country_count_together_against_no_place() -> None:
    weights = {"town": 1.0, "country": 0.9, "none": 1.2}
    answers = [["town"], ["country"], ["none"]]
    assert best(answers, weights, ["KG", "KG", ""])[0] == 0
    assert best(answers, weights, ["KG", "KZ", ""])[0] == 2
    assert best(answers, weights, ["KG", "KG", ""], {1})[0] == 1


@given(st.lists(st.lists(st.sampled_from("abcd"), unique=True), min_size=1), st.lists(st.floats(-9, 9), min_size=4))
def test_belief_is_the_share_of_the_highest_sum(answers: list[list[str]], numbers: list[float]) -> None:
    weights = dict(zip("abcd", numbers, strict=False))
    number, belief = best(answers, weights, [str(number) for number in range(len(answers))])
    sums = [math.fsum(weights[sign] for sign in signs) for signs in answers]
    assert sums[number] == max(sums)
    assert 1 / len(answers) <= belief + 1e-9 <= 1 + 2e-9


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("The president spoke of a possible strike against Iran.", "strike", "Iran"),
        ("Tatev Petrosyan is leaving for Cuba to start a new career.", "leaving", "Cuba"),
        ("The United Nations High Commissioner for Refugees appealed for help.", "appealed", "Geneva"),
        ("Elmira Foods Corp. reported a loss of $3 a share. It named a new chairman for $5 a day.", "named", "United States"),
    ],
)
def test_where_of_blows_of_goals_and_of_who_acts(text: str, word: str, place: str) -> None:
    where = candidates(text)[word].placed.where
    assert where is not None
    assert where.place.name == place


def test_what_only_tells_what_a_name_is_stands_for_nothing_else() -> None:
    text = (
        "The United States, Texas and Ohio counted cases of the flu, the United States said. Mexican officials have placed "
        "Mexico City, the country's capital, under a high alert."
    )
    where = candidates(text)["placed"].placed.where
    assert where is not None
    assert where.place.name == "Mexico City"


def test_what_goes_on_everywhere_has_no_place() -> None:
    told = candidates("A girl died in Osh on Monday. Worldwide, the fever has killed 263 people.")
    assert told["killed"].placed.where is None


@pytest.mark.parametrize("model", [Settings().model, "none"])
def test_what_the_clause_names_comes_before_what_it_mentions(model: str) -> None:
    text = "OSH, May 4 - A fire destroyed a market in Osh on 3 May 2019. The mayor of Osh visited Batken on 4 May 2019."
    article = Article.of(text, published=date(2019, 5, 4))
    visit = next(one for one in read(article, Settings(model=model)).events if "visited" in one.headline)
    assert visit.where is not None
    assert visit.where.place.name.startswith("Batken")


@pytest.mark.parametrize(
    "text",
    [
        "The president toured Shanghai and Guangzhou on Friday.",
        "Crowds rallied in Chiang Mai, Khon Kaen and Udon Thani on Friday.",
    ],
)
def test_of_places_told_in_a_row_none_is_the_place(text: str) -> None:
    told = {word: candidate.placed.where for word, candidate in candidates(text).items()}
    assert all(where is None for where in told.values())
    assert told


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("A student was stabbed in Leeds on Friday. A woman from Dover was charged on Sunday.", "charged", "Dover"),
        ("KATMANDU, Nepal (AP) _ A Thai jet slammed into a mountain on Friday.", "slammed", "Bangkok"),
        ("BEIJING (AP) _ The prime minister was seen off by the Kenyan ambassador on Friday.", "seen", "Nairobi"),
    ],
)
def test_where_somebody_comes_from_is_not_where_it_was(text: str, verb: str, place: str) -> None:
    where = candidates(text)[verb].placed.where
    assert where is None or where.place.name != place


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("Police arrested a man in Rostock on Friday. Ankara recalled its ambassador last week.", "recalled", "Ankara"),
        ("A plane crashed near Bremen on Friday. A suit was filed in Bonn. She lost her husband in the crash.", "lost", "Bremen"),
    ],
)
def test_a_capital_that_acts_and_a_crash_told_again_give_the_place(text: str, verb: str, place: str) -> None:
    where = candidates(text)[verb].placed.where
    assert where is not None
    assert where.place.name == place


@pytest.mark.parametrize("signs", [["a", "b", "c"], ["c", "b", "a"]])
def test_equal_beliefs_are_equal_in_whatever_order_the_signs_come(signs: list[str]) -> None:
    weights = {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.6}
    assert best([["d"], signs], weights, ["here", "there"])[0] == 0


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("BRUSSELS, May 4 - NATO decided at last year's Madrid summit to invite them.", "decided", "Madrid"),
        ("WASHINGTON, May 4 (Xinhua) -- The three nations joined the pact at a ceremony held in the city of Osh.", "joined", "Osh"),
        ("LONDON, May 4 - The two firms signed a deal in Vienna on Monday.", "signed", "Vienna"),
        ("WASHINGTON, May 4 - Eleven people died in the blast in Osh.", "blast", "Osh"),
    ],
)
def test_what_was_done_on_an_occasion_was_done_where_that_was(text: str, word: str, place: str) -> None:
    where = candidates(text)[word].placed.where
    assert where is not None
    assert (where.place.name, where.basis) == (place, Basis.EXPLICIT)


def test_what_an_agreement_is_on_is_not_where_it_was_signed() -> None:
    told = candidates("BISHKEK, May 4 - The ministers signed an agreement on Issyk-Kul in Vienna on Monday.")
    where = told["signed"].placed.where
    assert where is not None
    assert where.place.name == "Vienna"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The driver was stopped in Cheltenham, Ontario, Canada, on Friday.", "Ontario"),
        ("The driver was stopped in Kingston, Ontario, Canada, on Friday.", "Kingston"),
    ],
)
def test_an_address_tells_apart_a_town_that_no_gazetteer_has(text: str, place: str) -> None:
    where = candidates(text)["stopped"].placed.where
    assert where is not None
    assert (where.place.name, where.place.country) == (place, "CA")

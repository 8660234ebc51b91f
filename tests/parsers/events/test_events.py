from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.engine.pipeline import read, skim
from viz.model import Article, Basis, Event, Status
from viz.parsers.events import find_events, load_grammar
from viz.parsers.events.assembly import Survey, read_sentences
from viz.settings import Settings

PUBLISHED = date(2021, 6, 16)  # a Wednesday


def events(text: str, model: str = Settings().model) -> dict[str, Event]:
    article = Article.of(text, published=PUBLISHED)
    skimmed = skim(article)
    found = find_events(article, skimmed.dates, skimmed.places, grammar=load_grammar(model))
    return {text[event.trigger[0] : event.trigger[1]]: event for event in found}


def survey(text: str) -> Survey:
    article = Article.of(text, published=PUBLISHED)
    skimmed = skim(article)
    sentences = read_sentences(article, skimmed.places, load_grammar(Settings().model))
    return Survey(article, sentences, skimmed.dates, skimmed.places, None)


def days(text: str) -> dict[str, str]:
    """When each predicate of a text was, whether it counts as an event or not."""
    dated = ((text[predicate.start : predicate.end], when.when) for predicate, when in survey(text).times.items())
    return {word: when.edtf for word, when in dated if when is not None}


def test_a_past_date_under_an_aim_is_that_of_the_act() -> None:
    assert days("The council invited the three towns to join in July 2019.")["invited"] == "2019-07"
    assert days("The council will invite the three towns to join in July 2023.")["invite"] != "2023-07"


@pytest.mark.parametrize(
    ("text", "verb", "day"),
    [
        ("The jet crashed on Friday. The crash came eight days after a bus overturned near Osh.", "overturned", "2021-06-03"),
        ("The fighting came five days after a jet was shot down near Osh.", "shot down", "2021-06-11~"),
        ("A judge was shot on June 4, 2018, two weeks after testifying in Osh.", "testifying", "2018-05-21"),
        ("Police fired on the crowd two days after the king fled on June 3.", "fired", "2021-06-05"),
        ("The mayor resigned on June 14, three months before winning a seat.", "winning", "2021-09"),
        ("The mayor was jailed on June 14, two years after the vote.", "vote", "2019"),
        ("The mayor was jailed in 1994, two years after he lost his seat.", "lost", "1992"),
        ("Talks broke down on Tuesday, hours after rebels attacked a bus.", "attacked", "2021-06-15"),
    ],
)
def test_a_length_between_two_events_dates_one_by_the_other(text: str, verb: str, day: str) -> None:
    assert days(text)[verb] == day


def test_the_year_of_a_quake_is_that_of_the_dead() -> None:
    assert days("Ten people died in the 1994 quake.")["died"] == "1994"
    assert days("His party won the 1997 elections.")["won"] == "1997"
    assert days("He was convicted in the 1998 bombing.")["convicted"] == "../2021-06-16"


def test_a_day_before_the_word_that_opens_a_clause_lies_outside_it() -> None:
    told = days("The probe was launched from Kourou, French Guiana, on March 2, 2004, after its goal had to be changed.")
    assert (told["launched"], told["changed"][:3]) == ("2004-03-02", "../")


def test_what_is_past_was_over_when_it_was_told() -> None:
    told = days("The bank, which had set aside $1 million, will be barred from trading in July.")
    assert told["set aside"] == "../2021-06-16"


def test_the_hour_of_one_act_is_not_that_of_the_next() -> None:
    told = days("The raid began at 4 a.m. on Tuesday. Bulldozers flattened the camp.")
    assert (told["began"], told["flattened"]) == ("2021-06-15T04:00:00", "2021-06-15")


def test_a_name_is_no_event_and_results_are_no_source_of_themselves() -> None:
    assert "named" not in events("A businessman named Chen Orozov was arrested in Osh on Monday.")
    told = survey("He won, according to final results released by the court.")
    assert next(told.claims[one].source for one in told.predicates if one.token.word == "released") is None


def test_what_lies_before_the_news_does_not_date_what_follows() -> None:
    told = days("Rescuers pulled out a girl on Tuesday, two days after a quake hit Osh. The girl was flown to Bishkek.")
    assert (told["hit"], told["flown"]) == ("2021-06-13", "2021-06-15")


def test_what_is_not_until_a_day_is_on_that_day() -> None:
    told = survey("The fire was not put out until Friday. The airport will not reopen until June 20.")
    found = {one.token.word: (told.claims[one].status, told.times[one].when) for one in told.predicates}
    assert [found["put"][0], found["reopen"][0]] == [Status.HAPPENED, Status.PLANNED]
    assert [when.edtf if when else "" for _, when in (found["put"], found["reopen"])] == ["2021-06-11", "2021-06-20/.."]


def test_until_when_something_was_put_off_is_not_when() -> None:
    assert days("The case was adjourned until September 8.")["adjourned"] == "../2021-06-16"


def test_what_is_expected_next_month_is_expected_then() -> None:
    assert days("A trial is expected to begin next month.")["expected"] == "2021-07"
    told = days("The court is expected to try five men, including Aida Orozova, next month.")
    assert told["try"] == "2021-07"


def test_a_birth_dates_no_life() -> None:
    assert days("Born in 1917, he studied economics in London.")["studied"] == "../2021-06-16"


def test_a_reaction_is_not_of_the_day_it_reacts_to() -> None:
    assert days("Two men were abducted on Sunday. Police denied the charge.")["denied"] == "../2021-06-16"


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("Prosecutors said the pair used the money to buy a yacht.", "buy", Status.REPORTED),
        ("He was said to be hiding in Osh.", "hiding", Status.REPORTED),
        ("She is the first person known to have caught it.", "caught", Status.HAPPENED),
        ("The court convicted him of theft, a charge he always denied.", "convicted", Status.HAPPENED),
        ("It will not lift the ban until the town pays.", "lift", Status.DENIED),
    ],
)
def test_words_beside_a_verb_tell_its_status(text: str, verb: str, status: Status) -> None:
    told = survey(text)
    assert {one.token.word: told.claims[one].status for one in told.predicates}[verb] is status


def test_a_season_is_no_event() -> None:
    assert "fall" not in {one.token.word for one in survey("Last fall Peru grounded two carriers.").predicates}


def test_a_length_that_no_calendar_holds_dates_nothing() -> None:
    told = days("The mayor was jailed on June 14, 9000 years after the vote.")
    assert told["jailed"] == "2021-06-14"
    assert not told["vote"].startswith("-")


def test_what_starts_on_a_day_is_on_that_day() -> None:
    assert days("Teachers will strike for three days starting on Thursday.")["strike"] == "2021-06-17"
    assert days("Voting will run for two days beginning Saturday, officials said.")["run"] == "2021-06-19"


def test_a_day_behind_two_acts_of_the_news_is_that_of_both() -> None:
    told = days("Gunmen stormed a hotel in Osh and took 20 hostages on Friday.")
    assert (told["stormed"], told["took"]) == ("2021-06-11", "2021-06-11")
    assert days("She studied in Osh and married a judge in 1951.")["studied"] != "1951"


def test_the_day_of_a_meeting_is_that_of_what_was_agreed_at_it() -> None:
    assert days("The two ministers agreed on a border at a meeting on Friday.")["agreed"] == "2021-06-11"


def test_a_plan_has_the_reading_of_its_month_that_lies_ahead() -> None:
    told = days("The rocket is expected to reach orbit in August and to release a probe, Altyn, in February.")
    assert told["release"] == "2022-02"


def test_the_hour_of_a_day_is_on_that_day() -> None:
    assert days("The fire broke out shortly before midnight Friday.")["broke out"] == "2021-06-11"


def test_a_pact_is_signed_on_the_day_behind_it() -> None:
    told = days("The two towns signed an agreement on Thursday to mark their border.")
    assert next(day for words, day in told.items() if words.startswith("signed")) == "2021-06-10"
    assert days("The towns signed an accord on the appointment of judges in 2018.")["signed an accord"] == "2018"


def test_a_moment_dates_what_went_on_meanwhile() -> None:
    assert days("The judge was shot dead as he left the court on June 4.")["shot"] == "2021-06-04"


def test_what_is_scheduled_for_a_day_is_on_that_day() -> None:
    assert days("Parliamentary elections are scheduled for Oct. 10.")["elections"] == "2021-10-10"


def test_what_happened_in_an_attack_happened_then() -> None:
    assert days("The attack on 8 June 2021, in which two were killed, was filmed.")["killed"] == "2021-06-08"


def test_before_dawn_is_on_that_day_and_before_the_end_of_a_month_in_it() -> None:
    assert days("The storm hit Osh before dawn on Monday.")["hit"] == "2021-06-14"
    assert days("They left before Monday.")["left"] == "../2021-06-13"
    assert days("They should meet before the end of September.")["meet"] == "2021-06-16/2021-09"


def test_a_later_time_of_a_life_is_not_that_of_the_passage() -> None:
    told = days("Aida was born in Osh in 1933. She moved to Naryn as a teenager. She wrote at the age of 15.")
    assert (told["moved"], told["wrote"]) == ("../2021-06-16", "1948~")


def test_a_day_of_comparison_is_not_the_day() -> None:
    assert days("The index closed up 18 points from Monday at 118.")["closed"] != "2021-06-14"
    assert days("The index closed up 18 points on Monday.")["closed"] == "2021-06-14"


def test_for_the_second_time_this_year_is_no_date() -> None:
    told = days("The senate on Thursday rejected a bill, as Republicans blocked it for the second time this year.")
    assert told["blocked"] == told["rejected"] == "2021-06-10"


def test_a_paper_asks_for_what_it_asks_all_the_time() -> None:
    assert days("Russia vetoed a resolution calling for a truce two weeks ago.")["vetoed"] == "2021-05-31/2021-06-06"
    assert "calling" not in events("Russia vetoed a resolution calling for a truce two weeks ago.")


def test_what_is_done_at_a_ceremony_is_done_on_its_day() -> None:
    assert days("At a ceremony held in Osh on Sunday, the mayor awarded medals.")["awarded"] == "2021-06-13"


def test_a_cancelled_trip_is_not_said_to_have_been_made() -> None:
    told = events("President Aida Sadykova cancelled a trip to Osh on Monday.")
    assert all(not event.headline.startswith("Denied") for event in told.values())


def test_what_was_forecast_for_a_year_was_not_in_it() -> None:
    assert days("The bank lowered its growth forecast for next year on Thursday.")["lowered"] == "2021-06-10"


def test_who_tells_of_a_day_tells_it_later() -> None:
    told = days("Aida Sadykova died Saturday after a long illness, her daughter said.")
    assert (told["died"], told["said"]) == ("2021-06-12", "../2021-06-16")


def test_the_last_months_of_a_year_are_in_it() -> None:
    assert days("Sales fell in the last three months of 2019.")["fell"] == "2019-10/2019-12"
    assert days("Sales fell in the first nine months of 2019.")["fell"] == "2019-01/2019-09"
    assert days("Sales fell in the nine months ended March 31.")["fell"] == "2020-07/2021-03"
    assert days("Sales fell in the fiscal first quarter ended in September 2020.")["fell"] == "2020-07/2020-09"


ENTRIES = """Key dates of a dam

24 September 2018: First power reaches the grid of Osh.

Early 2017: The last wall is built. A road follows.

June 2009 - President Aida Sadykova opens the site.

March 2024: The dam is to be sold.
"""


def test_an_entry_of_a_chronology_is_dated_by_what_opens_it() -> None:
    told = days(ENTRIES)
    assert (told["reaches"], told["built"], told["opens"]) == ("2018-09-24", "2017", "2009-06")
    assert told["sold"] == "2024-03"
    assert events(ENTRIES)["opens"].headline == "President Aida Sadykova opens the site"


def test_a_price_of_a_day_dates_nothing_else() -> None:
    assert "2021-06-09" not in days("The firm will pay $20 a share, a premium to Wednesday's closing price.").values()


def test_a_second_plan_has_its_own_subject_and_month() -> None:
    told = events("Osh will withdraw its guards by May and Batken will reopen the crossing in July.")
    assert told["reopen"].headline == "Batken will reopen the crossing"
    assert told["withdraw"].headline == "Osh will withdraw its guards by May"


def test_a_boat_told_again_is_one_event() -> None:
    told = events("Officials said a boat capsized off Osh on Friday. The boat capsized in a storm, they said.")
    assert [word for word in told if word.startswith("capsized")] == ["capsized off"]


def test_who_denies_a_claim_is_its_source() -> None:
    told = events("Police denied claims that officers had shot a man in Osh on Friday.")
    assert (told["shot"].status, told["shot"].source) == (Status.DENIED, "Police")


def test_what_counts_from_a_day_that_is_not_known_says_so() -> None:
    article = Article.of("Workers blocked the road in Osh on Wednesday.", published=None)
    skimmed = skim(article)
    (event,) = find_events(article, skimmed.dates, skimmed.places, grammar=load_grammar(Settings().model))
    assert event.undated == "“Wednesday” needs the publication date, which is not known."


def test_the_period_of_figures_is_not_when_they_were_told() -> None:
    assert days("Osh Motors reported a third-quarter loss of $3 million.")["reported"] == "../2021-06-16"
    assert days("Osh Motors reported a loss of $3 million in April.")["reported"] == "2021-04"


def test_a_meeting_called_for_a_day_lies_ahead() -> None:
    assert days("The minister called a meeting for Tuesday.")["called"] == "2021-06-22"
    assert days("The minister called for calm on Tuesday.")["called"] == "2021-06-15"


def test_another_one_that_is_planned_is_an_event_of_its_own() -> None:
    text = "Thousands of students marched in Turin on Monday. Another march is planned for Saturday in Milan."
    article = Article.of(text, published=PUBLISHED)
    skimmed = skim(article)
    found = find_events(article, skimmed.dates, skimmed.places, grammar=load_grammar(Settings().model))
    told = [(event.status, event.when and event.when.edtf, event.where and event.where.place.name) for event in found]
    assert told == [(Status.HAPPENED, "2021-06-14", "Turin"), (Status.PLANNED, "2021-06-19", "Milan")]


def test_two_things_of_one_account_are_of_one_day() -> None:
    told = days("A ferry carrying 80 people sank in Peru on Tuesday, and eleven people drowned, the search agency said.")
    assert (told["sank"], told["drowned"]) == ("2021-06-15", "2021-06-15")


def test_what_is_denied_is_told_once() -> None:
    found = events("The central bank of Kazakhstan denied on Monday that it had spent $3 billion to prop up the tenge.")
    assert [event.headline for event in found.values() if event.status is Status.DENIED] == [
        "Denied: The central bank of Kazakhstan spent $3 billion to prop up the tenge"
    ]


def test_a_passage_lends_no_decade_and_nothing_ahead() -> None:
    assert days("The mill has closed twice since 1990. Workers blocked the road.")["blocked"] == "../2021-06-16"
    assert days("The mill has closed twice since 1990. Workers blocked the road.")["closed"] == "1990/2021-06-16"
    assert days("The mayor has fired nine officials since a bridge fell in 2019.")["fired"] == "2019/2021-06-16"
    assert days("Rain has fallen since Monday. Workers blocked the road.")["blocked"] == "../2021-06-16"
    assert days("Ministers will meet in Osh on Friday. Farmers blocked the road.")["blocked"] == "../2021-06-16"


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The village has refused to sign the lease.", "sign", Status.DENIED),
        ("Two guards failed to report the theft.", "report", Status.DENIED),
        ("The clerk allegedly sold the seed in May.", "sold", Status.REPORTED),
        ('"We have repaired the dam twice," he said.', "repaired", Status.REPORTED),
        ("Osh was the last town to ratify the pact.", "ratify", Status.HAPPENED),
        ("She was the 40th doctor to be placed on the list.", "placed", Status.HAPPENED),
        ("The union was willing to withdraw its claim.", "withdraw", Status.HYPOTHETICAL),
        ("The mill must pay its workers by May.", "pay", Status.PLANNED),
    ],
)
def test_what_words_make_of_a_verb(text: str, word: str, status: Status) -> None:
    found = {text[p.start : p.end]: claim.status for p, claim in survey(text).claims.items()}
    assert found[word] is status


def test_the_day_before_the_subject_is_that_of_the_speaker() -> None:
    found = events("The president's office said on Tuesday he had met envoys in Osh.")
    assert found["met"].when is not None
    assert found["met"].when.edtf == "../2021-06-15"


def test_what_happened_when_is_dated_by_the_date_before_it() -> None:
    found = events("It was the worst flood in Osh since May 3, 2006, when two bridges collapsed.")
    assert found["collapsed"].when is not None
    assert found["collapsed"].when.edtf == "2006-05-03"
    rest = [event.when.edtf for word, event in found.items() if word != "collapsed" and event.when is not None]
    assert not [edtf for edtf in rest if "2006" in edtf]


def test_what_protests_led_to_was_over_by_the_day_of_the_verb() -> None:
    found = days("The mayor on Tuesday fired his deputy after weeks of protests against a levy that left six dead.")
    assert found["left"].startswith("../")


def test_what_is_only_named_in_a_clause_does_not_date_it() -> None:
    found = events("A man was held over last year's blasts in Osh and was brought to Bishkek.")
    assert found["brought"].when != found["blasts"].when
    assert str(found["blasts"].when.edtf if found["blasts"].when else "") == "2020"


def test_the_year_in_which_it_was_is_its_own() -> None:
    found = events("On May 22, 2015, Akmatov was made a general, and the following year he was appointed minister in Osh.")
    assert found["appointed"].when is not None
    assert found["appointed"].when.edtf == "2016"


def test_an_aside_does_not_date_what_it_stands_in() -> None:
    found = events("The council met on Monday. A rally planned for Saturday in Osh was banned.")
    assert found["banned"].status is Status.HAPPENED


def test_participles_in_a_row_share_the_day_of_their_verb() -> None:
    found = days("A flood struck Osh on Monday, killing six people and injuring forty others.")
    assert found["killing"] == found["injuring"] == found["struck"] == "2021-06-14"


def test_an_account_is_not_that_of_who_denies_it() -> None:
    text = "He sold the mill in May, according to his clerk, but the mayor denied on Monday that he had ever done so."
    found = events(text)
    assert (found["sold"].status, found["sold"].source) == (Status.DENIED, "mayor")
    assert found["denied"].source == ""


def test_an_account_is_reported_and_names_its_source() -> None:
    event = events("Police said gunmen attacked a bank in Almaty on Monday.")["attacked"]
    assert (event.status, event.source) == (Status.REPORTED, "Police")


def test_a_future_is_a_plan_that_lies_ahead() -> None:
    event = events("President Sadyr Japarov will visit Tashkent next week.")["visit"]
    assert event.status is Status.PLANNED


def test_a_denial_is_denied() -> None:
    found = events("The minister denied that soldiers had fired on a crowd in Osh on Monday.")
    assert found["fired"].status is Status.DENIED


def test_the_place_of_the_clause_is_explicit_and_the_dateline_inferred() -> None:
    text = "BISHKEK, June 16 - Crowds marched in Osh on Tuesday.\n\nPolice arrested two men on Wednesday."
    found = events(text)
    marched, arrested = found["marched"].where, found["arrested"].where
    assert marched is not None
    assert (marched.place.name, marched.basis) == ("Osh", Basis.EXPLICIT)
    assert arrested is not None
    assert (arrested.place.name, arrested.basis) == ("Bishkek", Basis.INFERRED)


def test_wire_text_reads_like_cased_text() -> None:
    cased = events("Kazakhstan's president met Sadyr Japarov in Almaty on Monday.")["met"]
    wire = events("kazakhstan s president met sadyr japarov in almaty on monday .")["met"]
    assert cased.when is not None
    assert wire.when is not None
    assert wire.when.edtf == cased.when.edtf == "2021-06-14"
    assert wire.headline == cased.headline


def test_a_passive_headline_keeps_its_verb_group() -> None:
    assert events("Two guards were killed in Batken on Monday.")["killed"].headline == "Two guards were killed in Batken"


def test_ids_stay_when_the_publication_date_changes() -> None:
    text = "Crowds marched in Osh on Tuesday."
    ids = {
        find_events(article, skim(article).dates, skim(article).places, grammar=load_grammar(Settings().model))[0].id
        for article in (Article.of(text, published=PUBLISHED), Article.of(text, published=date(2019, 1, 3)), Article.of(text))
    }
    assert len(ids) == 1


def test_clause_rules_find_events_without_the_model() -> None:
    event = events("Police arrested two men in Osh on Monday.", model="none")["arrested"]
    assert event.when is not None
    assert event.when.edtf == "2021-06-14"
    assert event.where is not None
    assert event.where.place.name == "Osh"


def test_clause_rules_tell_an_event_in_the_words_of_its_clause() -> None:
    found = events("In the summer of 1999 fighters crossed the hills into Batken; it rained.", model="none")
    assert found["crossed"].headline == "In the summer of 1999 fighters crossed the hills into Batken"


def test_clause_rules_know_the_month_of_may() -> None:
    found = events("Kyrgyzstan launched its som in May 1993.", model="none")
    assert "may" not in found["launched"].headline


@pytest.mark.parametrize("model", ["none", "", "no_such_model"])
def test_a_model_that_is_not_there_is_none(model: str) -> None:
    assert load_grammar(model) is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "12"])
def test_nothing_to_read_gives_no_events(text: str) -> None:
    assert events(text) == {}


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .,;:'\"()-\n\tÉ一 said killed on"), max_size=120))
def test_any_text_gives_events_inside_it(text: str) -> None:
    for model in (Settings().model, "none"):
        for event in events(text, model).values():
            assert 0 <= event.span[0] <= event.trigger[0] < event.trigger[1] <= event.span[1] <= len(text)


def test_an_old_date_is_not_that_of_what_has_just_happened() -> None:
    text = "A fever has broken out in Osh. The last outbreak was in 2003. In Batken, the mayor has asked for help."
    asked = next(event for event in read(Article.of(text)).events if "asked" in event.headline)
    assert asked.when is None

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.parsers.events.casing import Vocabulary, recase
from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.sentences import is_wire, split

CASED = "OSH, May 28 - Mr. Toktogulov met U.S. envoys on Jan. 5. He left at 3 p.m. The talks failed."
WIRE = "osh ( reuters ) - mr. toktogulov met u.s. envoys on jan. 5 . he left at 3 p.m. on sunday . the talks failed ."
WORDS = Vocabulary(frozenset({"envoys", "talks", "office", "minister"}), frozenset({"met", "the", "he", "left", "failed", "said", "on", "at"}))


def bodies(text: str) -> list[str]:
    return [text[stretch.body : stretch.end] for stretch in split(text)]


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert bodies(CASED) == ["Mr. Toktogulov met U.S. envoys on Jan. 5.", "He left at 3 p.m.", "The talks failed."]


def test_titles_and_firms_do_not_end_a_sentence() -> None:
    assert len(bodies("Neither Messrs. Orozov nor Sadykov spoke of the bid by Cie. Batken for Osh.")) == 1


def test_wire_text_ends_sentences_with_a_stop_of_its_own() -> None:
    assert [body.split()[0] for body in bodies(WIRE)] == ["mr.", "he", "the"]


def test_a_dateline_belongs_to_the_sentence_but_not_to_its_words() -> None:
    first = split(CASED)[0]
    assert (first.start, CASED[first.body :][:3]) == (0, "Mr.")


def test_a_dateline_may_hold_a_month_cut_short() -> None:
    text = "TOKYO, Nov. 8 (Kyodo) - Stocks rose. They fell later."
    assert [text[s.body : s.end] for s in split(text)] == ["Stocks rose.", "They fell later."]


def test_only_a_date_opens_an_entry() -> None:
    for line in ("Mayor: We paid the town.", "Markets - Stocks rose in Osh.", "Decision: They left."):
        assert [(line[s.body : s.end], s.entry) for s in split(line)] == [(line, False)]
    for label in ("May 2019: ", "3 Sept. 2019 - ", "1991: ", "Early 2017: "):
        assert [s.entry for s in split(f"{label}Troops left the town.")] == [True]


def test_a_dateline_of_its_own_line_is_no_sentence() -> None:
    text = "ALMATY (AP) --\n\nCrowds gathered."
    assert bodies(text) == ["Crowds gathered."]
    assert [(s.start, text[s.body : s.end]) for s in split(text)] == [(0, "Crowds gathered.")]


@pytest.mark.parametrize(
    "opening", ["OSH, N.D. (AP) - ", "NEW OSH, Ohio (AP)  ", "NEW OSH—", "OSH, Md. (ABC7) — ", "OSH, MO. (AP)--\n\n"]
)
def test_a_dateline_has_many_forms(opening: str) -> None:
    assert bodies(f"{opening}Some towns voted. They went home.") == ["Some towns voted.", "They went home."]


def test_a_short_first_line_is_a_title() -> None:
    assert [stretch.title for stretch in split("Talks fail again\n\nBISHKEK, May 2 - Talks failed.")] == [True, False]


def test_names_get_their_capitals_back() -> None:
    text = "president nursultan toktogulov met envoys on tuesday ."
    assert recase(text, [], [0], lexicon(), WORDS) == "President Nursultan Toktogulov met envoys on Tuesday ."


@given(st.text(max_size=200))
def test_any_text_splits_into_ordered_sentences_of_itself(text: str) -> None:
    stretches = split(text)
    edges = [edge for stretch in stretches for edge in (stretch.start, stretch.end)]
    assert edges == sorted(edges)
    assert all(0 <= stretch.start <= stretch.body < stretch.end <= len(text) for stretch in stretches)


@given(st.text(max_size=200))
def test_recasing_keeps_every_offset(text: str) -> None:
    assert len(recase(text, [], [], lexicon(), WORDS)) == len(text)
    assert is_wire(text) in (True, False)

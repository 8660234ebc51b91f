"""A correction changes what it is about and nothing else, wherever its words have gone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.engine.corrections.report import BATKEN, BATKEN_REGION, FALLEN, OPENED, OSH, TEXT, VISITED, report
from viz.engine.corrections import (
    Correction,
    Field,
    Value,
    active,
    apply,
    correct,
    quote_of,
    redo,
    saved_together,
    settle,
    undo,
)
from viz.engine.corrections.more import corrections_for, more_mentions, name_used
from viz.model import Basis, Event, EventKind, Participant, Reading, Status, When, Where

MAY = When.day(date(2021, 5, 3), Basis.EXPLICIT)
JUNE = When.day(date(2021, 6, 1), Basis.EXPLICIT)


def told(reading: Reading, words: str) -> Event:
    return next(one for one in reading.events if reading.article.text[slice(*one.trigger)] == words)


def about(words: str, field: Field, value: Value, log: tuple[Correction, ...] = (), **more) -> Correction:
    article = report().article
    start = article.text.index(words)
    return correct(log, article.id, field, value, quote_of(article.text, start, start + len(words)), event=f"e{start}", **more)


@pytest.mark.parametrize(
    ("field", "value", "name", "expected"),
    [
        (Field.HEADLINE, " A bridge is open ", "headline", "A bridge is open"),
        (Field.STATUS, Status.REPORTED, "status", Status.REPORTED),
        (Field.KIND, EventKind.ECONOMY, "kind", EventKind.ECONOMY),
        (Field.SOURCE, "the ministry", "source", "the ministry"),
        (Field.WHO, ("Engineers", "Aida"), "who", (Participant("Engineers"), Participant("Aida"))),
    ],
)
def test_each_field_is_set_and_nothing_else_moves(field, value, name, expected) -> None:
    before = report()
    after = apply(before, [about(OPENED, field, value)])
    assert getattr(told(after, OPENED), name) == expected
    assert told(after, VISITED) == told(before, VISITED)
    assert [one.id for one in after.events] == [one.id for one in before.events]


def test_a_date_says_who_set_it_and_keeps_what_the_program_thought() -> None:
    [entry] = log = [about(OPENED, Field.WHEN, MAY, author="Aida")]
    when = told(apply(report(), log), OPENED).when
    assert when is not None
    assert (when.earliest, when.basis) == (date(2021, 5, 3), Basis.EXPLICIT)
    day = date.fromisoformat(entry.made[:10])
    assert when.why == f"Corrected by Aida on {day.day} {day:%B %Y}."
    assert [other.earliest for other in when.alternatives] == [date(2021, 4, 30)]


def test_a_place_and_a_moved_pin() -> None:
    where = told(apply(report(), [about(OPENED, Field.WHERE, Where(OSH))]), OPENED).where
    assert where is not None
    assert (where.place, where.alternatives) == (OSH, (BATKEN,))


def test_taking_a_date_or_place_away_leaves_a_reason_and_giving_one_removes_it() -> None:
    after = apply(report(), [about(OPENED, Field.WHEN, None), about(OPENED, Field.WHERE, None), about(FALLEN, Field.WHEN, MAY)])
    assert told(after, OPENED).undated.startswith("A reader has taken it away. Corrected on ")
    assert told(after, OPENED).unplaced.startswith("A reader has taken it away.")
    assert told(after, FALLEN).undated == ""


def test_an_event_struck_out_is_gone_and_one_added_is_there_and_can_be_corrected() -> None:
    words = "A second bridge is planned for next year."
    new = Event("new", "x", (0, 1), (0, 1), "A second bridge is planned", Status.PLANNED, undated="?", unplaced="?")
    log = (about(OPENED, Field.STRUCK, True), about(words, Field.ADDED, new))
    added = apply(report(), log).events[-1]
    assert (added.headline, added.status, TEXT[slice(*added.span)]) == ("A second bridge is planned", Status.PLANNED, words)
    assert OPENED not in [TEXT[slice(*one.trigger)] for one in apply(report(), log).events]
    again = (*log, correct(log, "x", Field.WHEN, MAY, quote_of(TEXT, *added.trigger), event=added.id))
    assert apply(report(), again).events[-1].when is not None


def test_undo_and_redo_are_entries_and_a_new_correction_ends_redo() -> None:
    one = about(OPENED, Field.HEADLINE, "One")
    two = about(OPENED, Field.HEADLINE, "Two", (one,), base=(one.id,))
    log = (one, two)
    headlines = []
    for step in (undo, undo, redo, redo):
        log = (*log, *step(log))
        headlines.append(told(apply(report(), log), OPENED).headline)
    assert headlines == ["One", OPENED.title(), "One", "Two"]
    assert redo(log) == ()
    log = (*log, *undo(log))
    log = (*log, about(VISITED, Field.HEADLINE, "Three", log))
    assert redo(log) == ()
    assert [one.value for one in active(log)] == ["One", "Three"]


def test_each_of_two_people_undoes_only_what_is_theirs() -> None:
    mine = about(OPENED, Field.HEADLINE, "Mine")
    theirs = about(VISITED, Field.HEADLINE, "Theirs", (mine,))
    [step] = undo((mine, theirs), among={mine.id})
    assert step.value == mine.id
    assert undo((mine, theirs), among=set()) == ()


def test_what_was_saved_together_is_undone_and_redone_together() -> None:
    before = about(VISITED, Field.HEADLINE, "Before")
    saved = saved_together(
        (about(OPENED, Field.HEADLINE, "One", (before,)), about(OPENED, Field.STATUS, Status.DENIED, (before,)))
    )
    log = (before, *saved)
    undone = (*log, *undo(log))
    assert active(undone) == (before,)
    again = (*undone, *redo(undone))
    assert set(active(again)) == set(log)
    twice = (*undone, *undo(undone))
    assert active(twice) == ()
    assert active((*twice, *redo(twice))) == (before,)


def test_two_saves_from_different_bases_are_both_kept_as_a_conflict_until_one_settles_it() -> None:
    first = about(OPENED, Field.WHEN, MAY)
    second = about(OPENED, Field.WHEN, JUNE, (first,))
    found = settle(report(), (first, second))
    [conflict] = found.conflicts
    assert (conflict.field, conflict.corrections) == (Field.WHEN, (first, second))
    name = told(report(), OPENED).id
    assert set(found.base(name, Field.WHEN)) == {first.id, second.id}
    settling = about(OPENED, Field.WHEN, MAY, (first, second), base=found.base(name, Field.WHEN))
    after = settle(report(), (first, second, settling))
    assert after.conflicts == ()
    when = told(after.reading, OPENED).when
    assert when is not None
    assert when.earliest == date(2021, 5, 3)


def test_the_same_value_saved_twice_and_different_fields_are_no_conflict() -> None:
    log = (about(OPENED, Field.WHEN, MAY), about(OPENED, Field.WHEN, MAY), about(OPENED, Field.HEADLINE, "One"))
    assert settle(report(), log).conflicts == ()


def test_a_replaced_correction_that_was_undone_brings_no_false_conflict() -> None:
    first = about(OPENED, Field.WHEN, MAY)
    second = about(OPENED, Field.WHEN, JUNE, (first,), base=(first.id,))
    third = about(OPENED, Field.WHEN, MAY, (first, second), base=(second.id,))
    step = correct((first, second, third), "x", Field.UNDO, second.id, second.quote)
    assert settle(report(), (first, second, third, step)).conflicts == ()


CHANGED = {
    "a lead before": "Correction: an earlier version had another name. " + TEXT,
    "a word inside": TEXT.replace("a new bridge", "a brand new bridge"),
    "a spelling": TEXT.replace("opened a new bridge", "opened a new brigde"),
    "a sentence gone": TEXT.replace(" The minister visited Osh on Thursday.", ""),
    "white space": TEXT.replace(". ", ".\n\n"),
}


@pytest.mark.parametrize("text", CHANGED.values(), ids=CHANGED)
def test_a_correction_survives_small_edits_of_the_text(text: str) -> None:
    reading = report(text)
    if OPENED not in text:  # what the program reads in the edited words
        words = text[text.index("opened") : text.index(" in Batken")]
        start = text.index(words)
        kept = report(text.replace(words, OPENED)).events[0]
        edited = Event(f"e{start}", reading.article.id, kept.span, (start, start + len(words)), words, kept.status, when=kept.when, where=kept.where)
        reading = Reading(reading.article, events=(edited, *reading.events))
    found = settle(reading, [about(OPENED, Field.WHEN, MAY)])
    assert found.lost == ()
    changed = [one for one in found.reading.events if one.when and one.when.earliest == date(2021, 5, 3)]
    assert len(changed) == 1
    assert "opened" in text[slice(*changed[0].trigger)]


def test_what_is_no_longer_told_is_kept_as_lost_and_changes_nothing() -> None:
    reading = report("Nothing of the kind. Rain is expected in the north, and wind.")
    entry = about(OPENED, Field.WHEN, MAY)
    assert settle(reading, [entry]).lost == (entry,)
    assert settle(reading, [entry]).reading.events == ()


def test_the_same_words_twice_are_told_apart_by_what_stands_around() -> None:
    text = "The mayor resigned on Monday in Osh, he said. Later the governor resigned on Monday in Batken, she said."
    second = text.rindex("resigned")
    quote = quote_of(text, second, second + 8)
    longer = "An editor's note. " * 4 + text
    from viz.engine.corrections import anchor

    assert anchor(longer, quote) == (longer.rindex("resigned"), longer.rindex("resigned") + 8)


def test_a_place_is_corrected_in_every_mention_of_the_name_and_the_events_there() -> None:
    reading = report()
    name = name_used(reading, told(reading, OPENED), BATKEN)
    mentions = more_mentions([reading], name, BATKEN)
    assert (name, len(mentions)) == ("Batken", 2)
    after = apply(reading, corrections_for(mentions, Where(BATKEN_REGION), "Aida"))
    assert {one.where.place for one in after.places if one.where} == {BATKEN_REGION, OSH}
    assert {told(after, words).where.place for words in (OPENED, FALLEN)} == {BATKEN_REGION}  # type: ignore[union-attr]
    assert told(after, VISITED) == told(reading, VISITED)


def test_without_corrections_the_reading_is_the_same() -> None:
    assert apply(report(), ()) is not None
    assert apply(report(), ()) == report()

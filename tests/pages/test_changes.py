"""The history in words: what was changed, from what to what, without a name of the program's own."""

from dataclasses import replace
from datetime import date

import pytest

from viz.engine.corrections import Correction, Field, Quote, Value
from viz.model import (
    Article,
    Basis,
    Event,
    EventKind,
    Place,
    PlaceKind,
    PlaceMention,
    Reading,
    Role,
    Status,
    When,
    Where,
)
from viz.pages.changes import NAMES, told

TEXT = "A bridge opened in Bishkek on 3 May 2021."
BISHKEK = Where(Place(1528675, "Bishkek", "KG", PlaceKind.CITY, 42.9, 74.6))
OSH = Where(Place(1527534, "Osh", "KG", PlaceKind.CITY, 40.5, 72.8))
THIRD, FOURTH = (When.day(date(2021, 5, day), Basis.EXPLICIT) for day in (3, 4))
EVENT = Event("e1", "a1", (0, 41), (9, 15), "A bridge opened", Status.HAPPENED, when=THIRD, where=BISHKEK)
NAME = PlaceMention(19, 26, "Bishkek", Role.LOCATION, BISHKEK)
READ = Reading(Article("a1", "A bridge", TEXT), events=(EVENT,), places=(NAME,))
OPENED, NAMED = Quote("opened", "A bridge ", " in Bishkek", 9, 15), Quote("Bishkek", "in ", " on", 19, 26)


def entry(field: Field, value: Value, *, name: str = "c1", base: tuple[str, ...] = (), event: str = "e1") -> Correction:
    return Correction(name, "a1", field, value, NAMED if field is Field.PLACE else OPENED, base, event)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        (Field.WHERE, OSH, "Changed the place from Bishkek (KG) to Osh (KG)"),
        (Field.WHERE, None, "Changed the place from Bishkek (KG) to no place"),
        (Field.WHERE, replace(BISHKEK, place=replace(BISHKEK.place, lat=43.0)), "Moved the pin of Bishkek (KG)"),
        (Field.WHEN, FOURTH, "Changed the date from 3 May 2021 to 4 May 2021"),
        (Field.HEADLINE, "A bridge", "Changed the headline from “A bridge opened” to “A bridge”"),
        (Field.STATUS, Status.PLANNED, "Changed the status from happened to planned"),
        (Field.KIND, EventKind.ELECTION, f"Changed the kind from {EVENT.kind} to election"),
        (Field.WHO, ("Aida", "the mayor"), "Changed who took part from nobody to Aida, the mayor"),
        (Field.SOURCE, "the city hall", "Changed the source from the article itself to the city hall"),
        (Field.STRUCK, True, "Struck the event out"),
        (Field.ADDED, EVENT, "Added the event “A bridge opened”"),
        (Field.PLACE, OSH, "Changed what “Bishkek” means from Bishkek (KG) to Osh (KG)"),
    ],
)
def test_each_field_has_its_sentence(field: Field, value: Value, sentence: str) -> None:
    assert told(entry(field, value), [], READ) == sentence


def test_a_later_change_tells_what_the_earlier_one_had_said_and_a_step_what_it_took_back() -> None:
    first = entry(Field.WHEN, FOURTH)
    later = entry(Field.WHEN, None, name="c2", base=("c1",))
    undone = entry(Field.UNDO, "c2", name="c3")
    log = [first, later, undone]
    assert told(later, log, READ) == "Changed the date from 4 May 2021 to no date"
    assert told(undone, log, READ) == "Took back: changed the date from 4 May 2021 to no date"
    assert told(replace(undone, field=Field.REDO), [], READ) == "Brought back: a correction that is not in this history"


def test_an_added_event_has_its_own_old_values_and_one_nobody_knows_has_none() -> None:
    added = entry(Field.ADDED, EVENT, name="0123456789abcdef")
    about = entry(Field.WHERE, OSH, event=added.added_event)
    assert told(about, [added, about], READ) == "Changed the place from Bishkek (KG) to Osh (KG)"
    assert told(about, [about], READ) == "Changed the place to Osh (KG)"


def test_every_field_that_can_be_in_conflict_has_a_name() -> None:
    assert set(Field) - set(NAMES) == {Field.UNDO, Field.REDO}

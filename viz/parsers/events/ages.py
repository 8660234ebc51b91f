"""Ages: when somebody was so old, where the text tells when they were born: "left school at 14", "when she was 40"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from viz.model import DateMention, When
from viz.parsers.events.intervals import year_of
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Token

_YOUNGEST, _OLDEST = 3, 105


def birth_year(predicates: Iterable[Predicate], attached: Mapping[Predicate, Sequence[DateMention]]) -> int | None:
    """The one year in which a text says that somebody was born; None for none, or for several people."""
    years = {
        mention.when.earliest.year
        for predicate in predicates
        for mention in attached.get(predicate, ())
        if is_birth(predicate) and mention.when is not None and mention.when.earliest is not None
    }
    return years.pop() if len(years) == 1 else None


def is_birth(predicate: Predicate) -> bool:
    """Whether it tells of a birth."""
    return predicate.lemma == "bear" and predicate.token.tag == "VBN"


def at_age(predicate: Predicate, born: int | None) -> When | None:
    """The year, give or take one, in which somebody born in a year was as old as the clause tells."""
    of_life = not is_birth(predicate) and predicate.lemma != "die"  # a death is news of its own day
    age = _age(predicate) if born is not None and of_life else None
    if born is None or age is None or not _YOUNGEST <= age <= _OLDEST or born + age >= date.max.year:
        return None
    found = year_of(born + age, f"Born in {born}, they were {age} then.")
    return replace(found, edtf=f"{found.edtf}~", timex=f"{found.edtf}~")


def _age(predicate: Predicate) -> int | None:
    for part in predicate.token.children:
        noun = part.child("pobj") if part.dep == "prep" and part.lemma == "at" else None
        if noun is not None and noun.lemma == "age":
            link = noun.child("prep")
            noun = link.child("pobj") if link is not None and link.lemma == "of" else None
        if part.dep == "advcl" and part.lemma == "be" and any(child.lemma == "when" for child in part.children):
            noun = part.child("attr", "acomp")
        if noun is not None and (found := _number(noun)) is not None:
            return found
    return None


def _number(noun: Token) -> int | None:
    """A bare number: "at 14", and not "at 14 sites" or "at 2 p.m."."""
    return int(noun.word) if noun.word.isdecimal() and noun.tag == "CD" and not noun.children else None

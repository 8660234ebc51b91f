"""Places told in a row, none of them more the place than the others: "in Nairobi, Kenya, and Dar es Salaam"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from viz.parsers.events.naming import Naming, lies_in
from viz.parsers.events.syntax import Token

_JOINTS = frozenset(("and", "or", "&", ";"))
_LINKS = _JOINTS | {","}
_BETWEEN = frozenset("in at near from the both as well nearby neighboring neighbouring also of".split())
_FAR = 9  # words between two names of one row


def with_rows(named: Iterable[Naming]) -> list[Naming]:
    """The same namings in the order of the text, those of a row knowing each other's names."""
    rows: list[list[Naming]] = []
    for naming in sorted(named, key=lambda one: one.start):
        if rows and _goes_on(rows[-1][-1], naming):
            rows[-1].append(naming)
        else:
            rows.append([naming])
    return [naming for row in rows for naming in _told(row)]


def _told(row: Sequence[Naming]) -> Iterator[Naming]:
    """The namings of a row; a place that only says where another lies does not count among the equals."""
    equals = [one for one in row if not any(lies_in(other.where.place, one.where.place) for other in row)]
    names = tuple(dict.fromkeys(one.where.place.name for one in equals)) if _is_joined(row) else ()
    for one in row:
        yield replace(one, row=names) if len(names) > 1 and one in equals else one


def _is_joined(row: Sequence[Naming]) -> bool:
    """Whether an "and" joins names of a row: commas alone tell where something is ("at Osh Mill, Mill Road, Uzgen")."""
    first, last = row[0], row[-1]
    between = (token.lemma for token in first.sentence.tokens if first.start < token.start < last.start)
    return any(lemma in _JOINTS for lemma in between)


def _goes_on(one: Naming, two: Naming) -> bool:
    """Whether nothing but a comma or an "and" with what belongs to names stands between two names."""
    if one.sentence is not two.sentence or one.demonym or two.demonym or one.words or two.words:
        return False
    between = [token for token in one.sentence.tokens if one.start < token.start < two.start]
    links = [token for token in between if token.lemma in _LINKS]
    return bool(links) and len(between) <= _FAR and all(_joins(token) for token in between)


def _joins(token: Token) -> bool:
    return token.is_name or token.lemma in _LINKS or token.lemma in _BETWEEN or token.tag == "JJ"

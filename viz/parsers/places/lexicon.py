"""What a word is besides a place name: how common, in the dictionary, a first name, a surname (`words.marisa`)."""

from __future__ import annotations

from typing import NamedTuple

from viz.parsers.places.gazetteer import Gazetteer


class Word(NamedTuple):
    """`frequency` is ten times the Zipf frequency, `standing` 1 for a dictionary word, 2 for a form of one, names
    0-255."""

    frequency: int
    standing: int
    first_name: int
    surname: int


UNKNOWN = Word(0, 0, 0, 0)


class Lexicon:
    """Looks words up in the gazetteer's word trie and remembers them for one document."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._words = gazetteer.words
        self._known: dict[str, Word] = {}

    def word(self, folded: str) -> Word:
        """What is known of a folded word; all zero for an unknown one."""
        known = self._known.get(folded)
        if known is None:
            packed = self._words.get(folded)
            known = self._known[folded] = Word(*packed[0]) if packed else UNKNOWN
        return known

"""Names the gazetteer spells otherwise ("Zhetisuu", "Bichkeck"): a fallback for cased text, where a capital vouches.

Compares only with the few hundred keys that start alike, and never in lower-cased text, where any word could match.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz, process

from viz.parsers.places.gazetteer import Gazetteer
from viz.parsers.places.names import key

LEAST_LETTERS = 6
LEAST_LIKENESS = 88.0
MOST_ROOT = 3
_SOUNDS = (
    ("kh", "h"),
    ("zh", "j"),
    ("dzh", "j"),
    ("ts", "c"),
    ("ye", "e"),
    ("yu", "u"),
    ("ya", "a"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("aa", "a"),
    ("oo", "u"),
    ("uu", "u"),
    ("ii", "i"),
    ("sch", "sh"),
    ("tch", "ch"),
)


def sound(name: str) -> str:
    """A key without the choices that transliterations make differently."""
    for written, plain in _SOUNDS:
        name = name.replace(written, plain)
    return name


def similar(name: str, gazetteer: Gazetteer) -> str | None:
    """The key of the best known name that differs only in spelling; None when none is near enough."""
    folded = key(name)
    if len(folded) < LEAST_LETTERS or gazetteer.links(folded):
        return None
    alike = _alike(gazetteer, folded[:MOST_ROOT])
    best = process.extractOne(sound(folded), alike, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS)
    return str(best[2]) if best else None


@lru_cache(maxsize=256)
def _alike(gazetteer: Gazetteer, root: str) -> dict[str, str]:
    """Every key with the same beginning, by how it sounds."""
    return {
        known: sound(known)
        for known in gazetteer.names.keys(root)
        if gazetteer.row(gazetteer.links(known)[0][0]).population > 5000
    }

"""One spelling for every way a name is written, so that "Ysyk-Köl" in the text meets "Ysyk Kol" in the gazetteer.

The build of the gazetteer and the reading of texts share it: a key is the folded words of a name joined by one space.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ə": "a",
        "ŋ": "ng",
        "ʻ": "",
        "ʼ": "",
        "ʿ": "",
        "ʾ": "",
    }
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word in lower case without accents; empty when nothing but accents is left.

    >>> fold("Köl"), fold("BISHKEK"), fold("Łódź")
    ('kol', 'bishkek', 'lodz')
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_LETTERS)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def key(name: str) -> str:
    """The key of a name: its folded words, so that hyphens, full stops and apostrophes do not matter.

    >>> key("Jalal-Abad"), key("St. Petersburg"), key("U.S."), key("")
    ('jalal abad', 'st petersburg', 'u s', '')
    """
    return " ".join(folded for word in WORD.findall(name) if (folded := fold(word)))

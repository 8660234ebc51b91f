"""Text -> tokens, and one letter for the kind of each: what the grammar reads.

The grammar matches regular expressions over `Tokens.kinds`, a string as long as the list of tokens. That keeps the
rules free of spelling and the search fast: only the letters of time words can begin a rule. The expression below
looks at each character a bounded number of times, so that cost grows linearly whatever the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from viz.parsers.dates.words import GROUPS, KINDS, LISTS

_TOKEN = re.compile(
    r"""
      (?P<plain>[^\W\d_]++)(?![.'’\d_])\ ?
    | (?P<numeric>(?<![\d./-])\d{4}-\d{1,2}-\d{1,2}(?:t\d{1,2}:\d{2}(?::\d{2})?(?:z|[+-]\d\d:?\d\d)?)?(?![\d/-])
        | (?<![\d./-])\d{1,2}([/.-])\d{1,2}\3(?:\d{4}|\d{2})(?![\d/-])
        | (?<![\d./-])\d{4}/\d{1,2}/\d{1,2}(?![\d/-]))
    | (?P<clock>(?<![\d:.])(?:\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|\d{1,2}\.\d{2}(?=\ ?(?:[ap]\.?m\b|gmt\b|bst\b|hrs\b))))
    | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<decade>(?<!\w)['’‘`]?(?:\d{4}|\d0)['’]?s\b)
    | (?P<short>(?<![\w'’‘`])['’‘`]\d\d(?![\d\w]))
    | (?P<number>(?<![\d.,])\d{1,3}(?:,\d{3}){1,3}(?![\d,])|\d{1,9}(?:\.\d{1,9})?(?:\ 1/2)?)
    | (?P<ampm>(?:a\.m\b\.?|p\.m\b\.?))
    | (?P<era>b\.c\.e\b\.?|b\.c\b\.?|a\.d\b\.?|c\.e\.)
    | (?P<short_name>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\.(?!\w))
    | (?P<letters>(?:[^\W\d_]\.){2,6})
    | (?P<titled>(?:mrs?|ms|messrs|drs?|gen|sen|rep|gov|lt|col|capt|sgt|maj|rev|prof|hon|[b-ln-z])\.(?=\ [^\W\d_]))
    | (?P<short_quarter>(?<!\w)q[1-4](?!\w))
    | (?P<oclock>o['’]\ ?clock\b)
    | (?P<possessive>['’]s\b)
    | (?P<word>[^\W\d_]+)
    | (?P<gap>\n[ \t]*\n\s*)
    | (?P<hyphen>(?<=\w)[-–—](?=\w|['’‘]\d))
    | (?P<comma>,)
    | (?P<slash>/)
    | (?P<sentence>[.!?;:])
    | (?P<currency>[$€£¥%])
    | (?P<open>[(\[])
    | (?P<dash>--?|[–—_])
    | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)

_BY_GROUP = {
    "numeric": "NUMERIC",
    "clock": "CLOCK",
    "nth": "NTHNUM",
    "decade": "DECADE",
    "short": "SHORTYEAR",
    "ampm": "AMPM",
    "short_quarter": "SHORTQUARTER",
    "possessive": "POSSESSIVE",
    "gap": "GAP",
    "hyphen": "HYPHEN",
    "comma": "COMMA",
    "sentence": "STOP",
    "oclock": "OCLOCK",
    "currency": "CURRENCY",
    "open": "OPEN",
    "dash": "DASH",
    "mark": "MARK",
    "letters": "WORD",
    "titled": "WORD",
    "slash": "SLASH",
}
_NUMBER_KINDS = ("N0", "N12", "N24", "N31", "N59", "N99", "N999", "YEAR", "BIG", "DECIMAL")
_NAMES = sorted({*_BY_GROUP.values(), *_NUMBER_KINDS, *KINDS.values(), *LISTS, "WORD", "FIRST", "NTHNUM"} - {"WORD"})
LETTERS = {"WORD": "w"} | {name: chr(0xE000 + number) for number, name in enumerate(_NAMES)}
"""The letter of each kind; letters of the private use area, so that none means anything to `re`."""
LETTER_GROUPS = {name: "".join(LETTERS[kind] for kind in kinds) for name, kinds in GROUPS.items()}
_WORD_LETTERS = {word: LETTERS[kind] for word, kind in KINDS.items()}
_GROUP_LETTERS = {group: LETTERS[kind] for group, kind in _BY_GROUP.items()}
_LOOKED_UP = frozenset({"word", "short_name", "era"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `words` in lower case, where they start and end, and a letter of `kinds` for each."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: str
    is_cased: bool = True


def tokenise(text: str) -> Tokens:
    """All tokens of a text. White space other than an empty line is not a token."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals, such as U+0130, grow when lowered: leave those as they are
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    known = _WORD_LETTERS.get
    for match in _TOKEN.finditer(low):
        group = match.lastgroup
        word = match[group]  # type: ignore[index]
        if group == "plain":
            kind = known(word, "w")
        elif group in _LOOKED_UP:
            kind = known(word) or known(word.rstrip("."), "w")
        elif group == "number":
            kind = _number_kind(word)
        else:
            kind = _GROUP_LETTERS[group]  # type: ignore[index]
        words.append(word)
        start = match.start()
        starts.append(start)
        ends.append(start + len(word))
        kinds.append(kind)
    return Tokens(text, words, starts, ends, "".join(kinds), low != text)


_LIMITS = ((0, "N0"), (12, "N12"), (24, "N24"), (31, "N31"), (59, "N59"), (99, "N99"), (999, "N999"))


def _number_kind(word: str) -> str:
    if not word.isascii() or not word.isdigit():
        return LETTERS["DECIMAL" if "." in word or " " in word else "BIG"]
    number = int(word)
    if len(word) == 4 and 1000 <= number <= 2199:
        return LETTERS["YEAR"]
    return next((LETTERS[kind] for limit, kind in _LIMITS if number <= limit), LETTERS["BIG"])

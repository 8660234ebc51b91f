"""Capitals for text that has lost them, character for character.

Taggers know a name by its capital, so lower-cased wire text is re-cased before it is parsed: places and demonyms come
from the gazetteer's mentions, the rest from sentence starts, calendar words, titles, given names and words no
dictionary has. The result is as long as the text, so every offset stays valid.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from viz.parsers.events.inflection import IRREGULAR
from viz.parsers.events.lexicon import Lexicon

_LETTER = r"[^\W\d_]"  # with its accent: "córdoba" is one word
_WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|['’.-])*{_LETTER}|{_LETTER}")
_INITIALS = re.compile(rf"(?:{_LETTER}\.){{2,}}")
_SMALL = frozenset("of the and for in on at to a an de la al von van der bin ibn".split())
_VERB_FORMS = frozenset(form for forms in IRREGULAR.values() for form in forms)
_WORDS_TOO = frozenset("rose bill frank carol".split())
_ROYAL = frozenset("king queen prince princess pope sheikh emperor sultan lord lady sir crown".split())
_BEFORE_SURNAME = frozenset("president senator governor congressman".split())
_MIDDLE = re.compile(rf"\b({_LETTER}{{2,}}) ({_LETTER})\. ({_LETTER}{{2,}})")
_COMPANY = re.compile(r"\b(?:corp|inc|co|ltd|plc|llc)(?=\.|\s)")
_BEFORE_COMPANY = frozenset("said says when while as by with from that which its their his her if s unit".split())
_HYPHENED = frozenset("anti pro ex post pre non mid trans".split())
_PREFIXES = ("un", "re", "non", "over", "mis", "pre", "de")
_NO_SURNAME = ("ment", "tion", "sion", "ness", "ity", "ship", "ance", "ence", "ing", "s")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "est", "ness", "able")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a dictionary, lower-cased: its nouns, names among them, and all its other words."""

    nouns: frozenset[str]
    others: frozenset[str]

    def knows(self, word: str) -> bool:
        """Whether the word or its stem is in the dictionary."""
        if word in self.nouns or word in self.others:
            return True
        if any(word.startswith(prefix) and self.knows(word[len(prefix) :]) for prefix in _PREFIXES if len(word) > 6):
            return True
        stems = [word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)]
        stems += [word[:-2] + "an"] if word.endswith("men") else []
        stems += [word[:-3]] if word.endswith("children") else []
        stems += [word[:-3] + "y"] if word.endswith("ies") or word.endswith("ied") else []
        stems += [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]
        return any(form in self.nouns or form in self.others for stem in stems for form in (stem, stem + "e"))

    def may_be_name(self, word: str) -> bool:
        """Whether the dictionary has the word as a noun only, as it has surnames such as "castro"."""
        return word in self.nouns and word not in self.others


def recase(
    text: str, names: Iterable[tuple[int, int]], starts: Iterable[int], lexicon: Lexicon, known: Vocabulary | None
) -> str:
    """The text with capitals put back; of the same length.

    `names` are spans of place names and demonyms, `starts` the beginnings of sentences, `known` the dictionary of
    the grammar model (None without one: then words nobody knows stay as they are).
    """
    letters = list(text)
    capital: set[int] = set()
    for start, end in names:
        for word in _WORD.finditer(text, start, end):
            if word.group() not in _SMALL or word.start() == start:
                capital.add(word.start())
    _mark_words(text, capital, lexicon, known)
    capital |= _companies(text, lexicon) | _phrases(text, lexicon) | _initials(text, capital)
    for start in starts:
        capital.add(start)
    for position in capital:
        letters[position] = _upper(letters[position])
    for match in _WORD.finditer(text):
        if match.group() in lexicon.acronyms:
            letters[match.start() : match.end()] = match.group().upper()
    for match in _INITIALS.finditer(text):
        if match.group() not in ("a.m.", "p.m."):
            letters[match.start() : match.end()] = match.group().upper()
    return "".join(letters)


def _mark_words(text: str, capital: set[int], lexicon: Lexicon, known: Vocabulary | None) -> None:
    """Add the starts of words that are names by themselves, or by the title or given name before them, anywhere."""
    words = [(_titled(text, match, lexicon), match.start()) for match in _WORD.finditer(text)]
    surnames = _surnames([word for word, _ in words], lexicon, known)
    for word, start in words:
        if text.startswith(" t ", start + len(word)):
            continue  # "wouldn t", a contraction that lost its apostrophe
        given = word in lexicon.given_names and word not in _WORDS_TOO
        by_itself = word in lexicon.calendar or given or word in lexicon.abbreviated_titles
        by_itself = by_itself or word == "i" or (word == "c" and text.startswith("$", start + 1))  # "C$50"
        prefix, _, rest = word.partition("-")
        if prefix in _HYPHENED and (rest in surnames or rest in lexicon.given_names):
            capital.add(start + len(prefix) + 1)  # "anti-Castro"
        if by_itself or word in surnames or _is_strange(word, lexicon, known) or _is_month(text, word, start, lexicon):
            capital.add(start)
    for (word, start), (_, following) in itertools.pairwise(words):
        # "Bill Clinton", "King Hussein", but "shares rose"
        leading = word in _ROYAL or word in lexicon.given_names
        if leading and following in capital and following == start + len(word) + 1:
            capital.add(start)


def _titled(text: str, match: re.Match[str], lexicon: Lexicon) -> str:
    """A word, with its stop where that makes it a title ("sen.")."""
    stopped = f"{match.group()}."
    return stopped if stopped in lexicon.abbreviated_titles and text.startswith(".", match.end()) else match.group()


def _is_month(text: str, word: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a word is a month by its stop ("oct.") or by the number after it ("may 9", "march 2005")."""
    after = text[start + len(word) : start + len(word) + 2]
    if after.startswith("."):
        return f"{word}." in lexicon.calendar
    return word in ("may", "march") and after[1:].isdigit() and after[0] == " "


def _surnames(words: list[str], lexicon: Lexicon, known: Vocabulary | None) -> set[str]:
    """Words a dictionary has as nouns that follow a title or a given name at least once ("fidel castro")."""
    if known is None:
        return set()
    found: set[str] = set()
    for earlier, before, word in zip(["", *words], words, words[1:], strict=False):
        plain = word in lexicon.plain_words or word in lexicon.titles or word in lexicon.nouns
        if len(word) < 3 or plain or word in lexicon.generic_people:
            continue
        given = (before in lexicon.given_names and before not in known.others) or before in _BEFORE_SURNAME
        given = given or before in lexicon.abbreviated_titles
        verbal = word in lexicon.verbs or word in _VERB_FORMS or word.endswith(("ed", "ing"))
        bare = word in known.nouns and not verbal and not word.endswith("s")
        titled = before in lexicon.given_names or before in lexicon.titles
        named = before in lexicon.given_names and earlier in lexicon.abbreviated_titles
        if named or (given and bare) or (titled and known.may_be_name(word) and not word.endswith(_NO_SURNAME)):
            found.add(word)
    return found


def _companies(text: str, lexicon: Lexicon) -> set[int]:
    """Where the words of a company's name start, up to three before its "corp."."""
    found: set[int] = set()
    for match in _COMPANY.finditer(text):
        words = list(_WORD.finditer(text, max(0, match.start() - 60), match.start()))
        end = match.start()
        for word in reversed(words[-3:]):
            joined = text[word.end() : end].strip() in ("", "amp", "&")
            if not joined or word.group() in _SMALL | _BEFORE_COMPANY or word.group() in lexicon.titles:
                break
            found.add(word.start())
            end = word.start()
        found.add(match.start())
    return found


def _phrases(text: str, lexicon: Lexicon) -> set[int]:
    """Where the words of well-known names start that are made of ordinary words ("white house")."""
    found: set[int] = set()
    for match in _any_of(lexicon.proper_phrases).finditer(text):
        words = _WORD.finditer(text, match.start(), match.end())
        found.update(word.start() for word in words if word.group() not in _SMALL and word.group() != "s")
    return found


@cache
def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    """Matches any of some phrases, the longest first."""
    names = sorted((phrase.replace("_", " ") for phrase in phrases), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _initials(text: str, capital: set[int]) -> set[int]:
    """Where a middle initial stands after a capital, and the surname after it ("James A. Taylor")."""
    found: set[int] = set()
    for match in _MIDDLE.finditer(text):
        if match.start(1) in capital:
            found.update((match.start(2), match.start(3)))
    return found


def _is_strange(word: str, lexicon: Lexicon, known: Vocabulary | None) -> bool:
    """Whether no dictionary knows the word, which in news copy makes it a name."""
    if known is None or len(word) < 3 or "." in word or word in lexicon.plain_words or word in _VERB_FORMS:
        return False
    return not any(known.knows(part) for part in word.split("-"))


def _upper(char: str) -> str:
    large = char.upper()
    return large if len(large) == 1 else char

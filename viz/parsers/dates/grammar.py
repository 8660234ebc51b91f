"""The grammar machine: rules are regular expressions over kinds of tokens, written by name.

    @rule("month=MONTH day=DAYNUM (COMMA? year=YEAR)?")
    def month_day(read: Read) -> Expression | None: ...

A name in capitals is a kind (or group, or macro) of token, `name=KIND` captures it, everything else is `re`. Rules are
indexed by the letter of their first token, so that a word that begins no rule costs one dictionary look-up. Of the
rules that match at a place the longest wins, the earlier one on a tie; a builder answers None to step back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from viz.parsers.dates.expressions import Expression, Found
from viz.parsers.dates.tokens import LETTER_GROUPS, LETTERS, Tokens

MACROS = {
    "COUNT": "(DIGITS (SCALE)? | NUMWORD ((HYPHEN|AND)? NUMWORD){0,5})",
    "ROUGHLY": "(NEARLY|OVER (?=A)|NOT? (MORE|LESS) THAN|AT (LEAST|MOST)|UP TO|SOME (?=DIGITS|NUMWORD))",
    "DETERMINER": "(THE|THIS|THAT|ITS)",
}
"""Names for combinations of kinds."""


@dataclass(frozen=True, slots=True)
class Read:
    """A match of a rule, as its builder sees it."""

    tokens: Tokens
    match: re.Match[str]

    def span(self, name: str) -> tuple[int, int]:
        """The tokens captured under a name; (-1, -1) when no group of that name took part."""
        for group in _groups_of(self.match.re, name):
            if self.match.start(group) >= 0:
                return self.match.span(group)
        return -1, -1

    def word(self, name: str) -> str:
        """The (first) word captured under a name, without its full stop; "" when the group took no part."""
        at = self.span(name)[0]
        return self.tokens.words[at].rstrip(".") if at >= 0 else ""

    def words(self, name: str) -> list[str]:
        """All words captured under a name."""
        start, end = self.span(name)
        return self.tokens.words[start:end] if start >= 0 else []

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        start, end = self.span(name)
        return end > start >= 0

    @property
    def first(self) -> int:
        """The first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The token after the last one."""
        return self.match.end()

    def before(self, back: int = 1) -> str:
        """The word `back` tokens before the match, "" at the beginning of the text."""
        at = self.match.start() - back
        return self.tokens.words[at] if at >= 0 else ""

    def after(self, ahead: int = 0) -> str:
        """The word after the match, "" at the end of the text."""
        at = self.match.end() + ahead
        return self.tokens.words[at] if at < len(self.tokens.words) else ""

    def word_at(self, offset: int) -> str:
        """The word `offset` places from the first one of the match."""
        return self.tokens.words[self.match.start() + offset]

    def kind(self, offset: int) -> str:
        """The letter of the token `offset` places from the first one of the match, "" outside the text."""
        at = self.match.start() + offset
        return self.tokens.kinds[at] if 0 <= at < len(self.tokens.kinds) else ""

    def is_tight(self) -> bool:
        """Whether the match touches a letter, digit or hyphen before it ("F-16", "MD80")."""
        start = self.tokens.starts[self.match.start()]
        return start > 0 and (self.tokens.text[start - 1].isalnum() or self.tokens.text[start - 1] in "-–'’/_")


Built = Expression | tuple[Expression, str] | Found | None
"""What a builder answers: an expression, one with its TIMEX3 modifier, one that ends elsewhere, or None: not so."""
Builder = Callable[[Read], Built]


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern and the function that reads its matches."""

    pattern: re.Pattern[str]
    build: Builder


class Grammar:
    """A set of rules; `rule` adds to it, `longest` finds the best match at a token."""

    def __init__(self) -> None:
        self._rules: dict[str, list[Rule]] = {}
        self._any: dict[str, re.Pattern[str]] = {}  # by first letter: whether any of its rules matches at all

    def rule(self, *patterns: str) -> Callable[[Builder], Builder]:
        """Decorator: the function reads matches of any of the patterns."""

        def add(build: Builder) -> Builder:
            for pattern in patterns:
                compiled = re.compile(spell(pattern))
                for letter in first_letters(pattern):
                    self._rules.setdefault(letter, []).append(Rule(compiled, build))
                    self._any.pop(letter, None)
            return build

        return add

    @property
    def beginnings(self) -> re.Pattern[str]:
        """An expression that finds each letter with which a rule can begin."""
        return re.compile("[" + "".join(self._rules) + "]")

    def longest(self, tokens: Tokens, at: int) -> Found | None:
        """The longest match at a token that its builder accepts."""
        letter = tokens.kinds[at]
        if letter not in self._rules or not self._any_of(letter).match(tokens.kinds, at):
            return None
        matches = []
        for order, rule in enumerate(self._rules[letter]):
            match = rule.pattern.match(tokens.kinds, at)
            if match and match.end() > at:
                matches.append((-match.end(), order, rule, match))
        for _, _, rule, match in sorted(matches, key=lambda found: found[:2]):
            built = rule.build(Read(tokens, match))
            if isinstance(built, Found):
                return built
            if isinstance(built, tuple):
                return Found(at, match.end(), built[0], built[1])
            if built is not None:
                return Found(at, match.end(), built)
        return None

    def _any_of(self, letter: str) -> re.Pattern[str]:
        """All rules of a first letter as one expression: most "the" begin none, and one look tells."""
        if letter not in self._any:
            bare = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in self._rules[letter])
            self._any[letter] = re.compile("|".join(f"(?:{one})" for one in bare))
        return self._any[letter]


@cache
def _groups_of(compiled: re.Pattern[str], name: str) -> tuple[str, ...]:
    """The groups of one name: a name may stand in several alternatives of a pattern, `re` wants each once."""
    return tuple(group for group in compiled.groupindex if group.partition("__")[0] == name)


_PIECE = re.compile(
    r"(?:(?P<name>\w+)=)?(?:(?P<kind>[A-Z][A-Z0-9_]*)|(?P<open>\(\?[!=]|\())|(?P<space>\s+)|(?P<other>.)"
)


def spell(pattern: str) -> str:
    """A pattern of names as a regular expression over letters."""

    used: Counter[str] = Counter()

    def piece(match: re.Match[str]) -> str:
        name = match["name"]
        if name:
            used[name] += 1
            name += f"__{used[name]}"
        if match["kind"]:
            spelt = _spell_kind(match["kind"])
            return f"(?P<{name}>{spelt})" if name else spelt
        if match["open"]:
            return f"(?P<{name}>" if name else "(?:" if match["open"] == "(" else match["open"]
        return match["other"] or ""

    return _PIECE.sub(piece, pattern)


def _spell_kind(name: str) -> str:
    if name in MACROS:
        return f"(?:{spell(MACROS[name])})"
    return f"[{LETTER_GROUPS[name]}]" if name in LETTER_GROUPS else LETTERS[name]


def first_letters(pattern: str) -> set[str]:
    """The letters with which a match can begin. Patterns may begin with optional parts but not match nothing."""
    pieces = [match for match in _PIECE.finditer(pattern) if not match["space"]]
    letters, nullable, _ = _first_of_choice(pieces, 0)
    if nullable:
        raise ValueError(f"the pattern {pattern!r} can match nothing")
    return letters


def _first_of_choice(pieces: list[re.Match[str]], at: int) -> tuple[set[str], bool, int]:
    """First letters of alternatives up to the closing bracket: (letters, whether they can be empty, where it ended)."""
    letters: set[str] = set()
    nullable = False
    open_path = True  # whether everything so far in this alternative can be empty
    while at < len(pieces):
        piece = pieces[at]
        if piece["other"] == "|":
            nullable, open_path = nullable or open_path, True
            at += 1
            continue
        if piece["other"] == ")":
            break
        if piece["open"]:
            found, empty, at = _first_of_choice(pieces, at + 1)
            if piece["open"] != "(":  # a look-ahead takes no token
                found, empty = set(), True
        else:
            found, empty = _first_of_kind(piece["kind"]), False
        at += 1
        empty, at = _after_quantifier(pieces, at, empty)
        if open_path:
            letters |= found
        open_path = open_path and empty
    return letters, nullable or open_path, at


def _after_quantifier(pieces: list[re.Match[str]], at: int, empty: bool) -> tuple[bool, int]:
    """Passes over "?", "*", "+" or "{m,n}"; the first two let the part be empty."""
    if at < len(pieces) and pieces[at]["other"] in ("?", "*", "+"):
        return empty or pieces[at]["other"] != "+", at + 1
    if at < len(pieces) and pieces[at]["other"] == "{":
        close = next(i for i in range(at, len(pieces)) if pieces[i]["other"] == "}")
        return empty or pieces[at + 1]["other"] == "0", close + 1
    return empty, at


def _first_of_kind(name: str) -> set[str]:
    if name in MACROS:
        return first_letters(MACROS[name])
    return set(LETTER_GROUPS.get(name) or LETTERS[name])


CORE = Grammar()
"""The simple expressions; the `*_rules` modules fill it."""
COMPOSED = Grammar()
"""Prefixes that stand before an expression: "the end of", "the night of", "around"."""
rule = CORE.rule

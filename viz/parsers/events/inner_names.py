"""Place names that are part of another name, or only say whose something is: firms, newspapers, streets, currencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from viz.model import PlaceMention
from viz.parsers.events.phrases import PLURAL_COMPANIES, is_firm
from viz.parsers.events.syntax import Sentence, Token

_PARTIES = frozenset(("R", "D", "I", "r", "d"))
_MEMBERS = frozenset("sen. rep. sen rep senator congressman congresswoman representative sens. reps.".split())
_MONEY = frozenset("dollar peso franc pound krona krone mark lira crown rupee dinar rial guilder schilling".split())
_PAPERS = frozenset(
    "post times herald tribune journal gazette globe chronicle examiner observer telegraph mirror courier".split()
)
_STREETS = frozenset("road rd rd. street st. avenue ave ave. drive lane boulevard blvd blvd.".split())
_TITLED = _PAPERS | _STREETS | {"treaty"}
_LONGEST = 5  # words of the name of a firm before its "Inc."
_JOINTS = frozenset(("of", "&", "and", "'s"))


def is_aside(mention: PlaceMention, sentence: Sentence) -> bool:
    """Whether a place only tells a currency, a newspaper, a street, or whom a member of a parliament speaks for."""
    words = sentence.at(mention.start, mention.end)
    if not words:
        return False
    return _is_money(mention, words, sentence) or _is_seat(words, sentence) or _is_titled(words, sentence)


def _is_seat(words: Sequence[Token], sentence: Sentence) -> bool:
    """ "Sen. Ted Cruz of Texas", "Katie Britt, R-Ala."."""
    first = words[0]
    if first.index < 2:
        return False
    party, dash = sentence.tokens[first.index - 2], sentence.tokens[first.index - 1]
    if dash.word == "-" and party.word in _PARTIES:
        return True
    link = first.head if first.dep == "pobj" else first
    name = link.head
    titled = any(part.lemma in _MEMBERS for part in (*name.children, *name.head.children))
    return link.lemma == "of" and link.dep == "prep" and name.is_name and titled


def _is_money(mention: PlaceMention, words: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a nationality only tells a currency: "4.7 million Canadian dollars"."""
    after = words[-1].index + 1
    return mention.demonym and after < len(sentence.tokens) and sentence.tokens[after].lemma in _MONEY


def _is_titled(words: Sequence[Token], sentence: Sentence) -> bool:
    """Whether it begins the name of a newspaper, a street or NATO: "the Washington Post", "Indian Lake Road"."""
    after = words[-1].index + 1
    if after >= len(sentence.tokens):
        return False
    following = sentence.tokens[after]
    return following.is_name and following.word.lower() in _TITLED


def firm_spans(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Where firms are named, in full ("American Medical International Inc.") or shorter ("American Medical")."""
    names = {name for sentence in sentences for token in sentence.tokens for name in _names(token, sentence)}
    firsts = {name[0] for name in names}
    return [span for sentence in sentences for span in _called(sentence, names, firsts)] if names else []


def _names(token: Token, sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """The name of the firm that ends with a token, and what it may be called for short: two or more of its words."""
    if not token.is_name or not (is_firm(token) or token.lemma.lower() in PLURAL_COMPANIES):
        return
    run: list[str] = []
    for before in reversed(sentence.tokens[max(token.index - _LONGEST, 0) : token.index]):
        if not before.is_name and (before.word not in _JOINTS or not run):
            break
        run.insert(0, before.word)
    while run and run[0] in _JOINTS:
        run.pop(0)
    for length in range(2, len(run) + 1):
        if run[length - 1] not in _JOINTS:
            yield tuple(run[:length])


def _called(sentence: Sentence, names: set[tuple[str, ...]], firsts: set[str]) -> Iterator[tuple[int, int]]:
    """Where one of the names stands, the longest that begins at a word; `firsts` are the words they begin with."""
    words = [token.word for token in sentence.tokens]
    for first in (index for index, word in enumerate(words) if word in firsts):
        for length in range(_LONGEST, 1, -1):
            if tuple(words[first : first + length]) in names:
                yield sentence.tokens[first].start, sentence.tokens[first + length - 1].end
                break

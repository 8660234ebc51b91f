"""Noun phrases: which words belong to a noun, and words as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from viz.parsers.events.syntax import Token

_LEFT = tuple("preconj compound amod nummod quantmod nmod poss det advmod predet case punct".split())
_TIGHT = re.compile(r"^(?:'s|n't|'re|'ve|'ll|'m|'d|'|’|[,.;:!?%)\]]|'')$")


def join(tokens: Sequence[Token]) -> str:
    """Words as they are written: no space where the text has none, or before "'s" and stops."""
    parts: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        gap = before is not None and before.end < token.start and not _TIGHT.match(token.word)
        opened = before is not None and before.word in ("(", "$", "``")
        parts.append((" " if gap and not opened else "") + token.word)
    return "".join(parts)


def phrase(token: Token, *, longest: int = 9) -> list[Token]:
    """The noun phrase of a head: what stands before it, and a short "of" or other prepositional tail."""
    kept: set[int] = {token.index}
    words: dict[int, Token] = {token.index: token}

    def add(parts: Iterable[Token]) -> None:
        for part in parts:
            kept.add(part.index)
            words[part.index] = part

    for child in token.children:
        if child.index < token.index and child.dep in _LEFT and child.word not in (",", "``", '"', "“", "--", "_"):
            add(child.subtree())
    for child in token.children:
        tail = child.subtree()
        if child.index > token.index and child.dep == "prep" and child.lemma == "of" and len(tail) <= longest:
            add(part for part in _unbroken(tail))
        elif child.index > token.index and child.dep == "case":
            continue
    inner = (part for part in token.subtree() if part.word == ",")  # "the Osh, N.J.-based maker"
    add(part for part in inner if {part.index - 1, part.index + 1} <= kept and part.index < token.index)
    return [words[index] for index in sorted(kept)]


def _unbroken(tail: Sequence[Token]) -> list[Token]:
    """A tail up to the first comma or relative word."""
    found: list[Token] = []
    for token in tail:
        if token.word in (",", ";", "--", "_", "(", "-") or token.tag in ("WDT", "WP", "WRB"):
            break
        found.append(token)
    while found and found[-1].dep in ("prep", "det", "punct", "cc"):
        found.pop()
    return found


def stripped(words: Sequence[Token]) -> list[Token]:
    """A phrase without the article before it."""
    first = 1 if len(words) > 1 and words[0].lemma in ("the", "a", "an", "this", "that", "these", "those") else 0
    return list(words[first:])

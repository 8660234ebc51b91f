"""Brackets and dashes: which words of a sentence stand between two of them, and need not be told."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.syntax import Token

DASHES = frozenset(("--", "_", "—", "–", "---"))


def asides(tokens: Sequence[Token], trigger: int) -> frozenset[int]:
    """Positions of brackets and dashes and of what they hold, unless it holds the trigger."""
    found: set[int] = set()
    opened: int | None = None
    for token in tokens:
        if token.word in ("(", "[", "-LRB-", "{"):
            opened = token.index
        elif token.word in (")", "]", "-RRB-", "}") and opened is not None:
            if not opened < trigger < token.index and not _holds_core(tokens[opened : token.index + 1]):
                found.update(range(opened, token.index + 1))
            opened = None
    dashes = [token.index for token in tokens if token.word in DASHES or is_dash(token, tokens)]
    parts = sum(1 for dash in dashes if dash < trigger)
    if parts % 2 == 0:
        ends = [*dashes, len(tokens)]
        for first, last in zip(ends[0::2], ends[1::2], strict=False):
            if not _holds_core(tokens[first:last]):
                found.update(range(first, last + 1))
    elif len(dashes) > parts:
        found.update(range(dashes[parts], len(tokens)))
    return frozenset(found)


def _holds_core(aside: Sequence[Token]) -> bool:
    """Whether an aside holds what a word outside it needs: the parser then took it for the sentence itself."""
    inside = {token.index for token in aside}
    core = ("pobj", "dobj", "nsubj", "nsubjpass", "pcomp")
    return any(
        token.dep in core and token.head.index not in inside and token.word not in DASHES for token in aside
    )


def is_dash(token: Token, tokens: Sequence[Token]) -> bool:
    """A hyphen with space on both sides."""
    if token.word != "-" or not 0 < token.index < len(tokens) - 1:
        return False
    return tokens[token.index - 1].end < token.start and token.end < tokens[token.index + 1].start

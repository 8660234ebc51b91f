"""Commas: kept words in the order of the text, with the commas and links that still stand between two of them."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.pruning import DASHES, QUOTES, Scope
from viz.parsers.events.syntax import Token

_SPANS = frozenset("day week hour month year minute".split())


def with_commas(kept: set[int], scope: Scope) -> list[Token]:
    """The kept words in the order of the text, with the commas that still stand between two of them."""
    tokens = scope.sentence.tokens
    kept = _whole_words(kept, tokens)
    found: list[Token] = []
    for token in (tokens[index] for index in sorted(kept) if tokens[index].word not in DASHES):
        if found:
            gap = [part for part in tokens[found[-1].index + 1 : token.index] if part.word not in QUOTES]
            comma = next((part for part in gap if part.word == ","), None)
            listed = bool(gap) and token.dep != "cc" and _opens_list_item(token, kept)
            apart = bool(gap) and gap[-1] is comma and token.dep in ("advmod", "prep", "advcl", "acl", "appos")
            if len(gap) == 1 and gap[0].word in ("--", "—", "–", ":"):
                found.append(gap[0])
            links = [part for part in gap if part.tag == "CC"]
            noun = token.tag[:2] in ("NN", "CD", "DT", "JJ")
            joined = bool(links) and gap[0] is comma and (noun or gap[-1].tag == "CC")
            if comma is not None and (len(gap) == 1 or listed or apart or joined):
                found.append(comma)
            if links and found[-1].tag != "CC" and (listed or all(part.tag in ("CC", ",") for part in gap)):
                found.append(links[-1])
        found.append(token)
    while len(found) > 1 and (found[-1].tag in ("CC", ",") or _is_stub(found[-2], found[-1])):
        found.pop()
    return found


def _whole_words(kept: set[int], tokens: Sequence[Token]) -> set[int]:
    """With the rest of hyphenated words of which a part is kept ("carry-forwards")."""
    found = set(kept)
    for token in tokens[1:-1]:
        before, after = tokens[token.index - 1], tokens[token.index + 1]
        tight = token.word == "-" and before.end == token.start and token.end == after.start
        if tight and (before.index in found or after.index in found):
            found |= {before.index, token.index, after.index}
    return found


def _is_stub(before: Token, last: Token) -> bool:
    """Whether a line ends in a lone "then" or "the" after a comma, or in the "days" of a date that has gone."""
    lone = last.lemma in _SPANS and not last.children and last.head is not before
    return (before.word == "," and last.tag in ("RB", "DT")) or lone


def _opens_list_item(token: Token, kept: set[int]) -> bool:
    """Whether a word is the first kept of a further item in a list."""
    items = [part for part in (token, *token.ancestors()) if part.dep == "conj"]
    return any(min(part.index for part in item.subtree() if part.index in kept) == token.index for item in items)

"""Commas: kept words in the order of the text, with the commas and links that still stand between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from viz.parsers.events.brackets import DASHES, is_dash
from viz.parsers.events.pruning import QUOTES, Scope
from viz.parsers.events.syntax import UNITS, Token

_APART = ("advmod", "prep", "advcl", "acl", "appos")
_OWNERS = ("their", "its", "our", "your", "my")


def with_commas(kept: set[int], scope: Scope) -> list[Token]:
    """The kept words in the order of the text, with the commas that still stand between two of them."""
    tokens = scope.sentence.tokens
    kept = _whole_words(kept, tokens)
    found: list[Token] = []
    for token in (tokens[index] for index in sorted(kept)):
        if token.word in DASHES or (token.word == "-" and token.index + 1 not in kept and is_dash(token, tokens)):
            continue
        if found:
            gap = [part for part in tokens[found[-1].index + 1 : token.index] if part.word not in QUOTES]
            comma = next((part for part in gap if part.word == ","), None)
            listed = bool(gap) and token.dep != "cc" and _opens_list_item(token, kept)
            apart = bool(gap) and comma in (gap[-1], gap[0]) and token.dep in _APART
            apart = apart and (gap[-1] is comma or all(part.tag in (",", "RB") for part in gap))
            if len(gap) == 1 and gap[0].word in ("--", "—", "–", ":"):
                found.append(gap[0])
            links = [part for part in gap if part.tag == "CC"]
            noun = token.tag[:2] in ("NN", "CD", "DT", "JJ")
            joined = bool(links) and gap[0] is comma and (noun or gap[-1].tag == "CC")
            stray = comma is not None and not listed and _closes_opened(found[-1], token, kept, tokens)
            stays = comma is not None and not stray and (len(gap) == 1 or listed or apart or joined)
            between = [comma] if comma is not None and stays else []
            if links and found[-1].tag != "CC" and (listed or all(part.tag in ("CC", ",") for part in gap)):
                between.append(links[-1])
            found += sorted(between, key=lambda part: part.index)
        found.append(token)
    while len(found) > 1 and (found[-1].tag in ("CC", ",") or _is_stub(found[-2], found[-1])):
        owner = found.pop()
        if owner.tag == "PRP$" and found[-1].tag == "IN" and len(found) > 1:
            found.pop()  # "for their", whose noun is lost
    return _closed(found)


def _closed(words: list[Token]) -> list[Token]:
    """With "and" before the last of two things whose third is gone: "touched on trade, jobs[, and took aim at]"."""
    for place, comma in enumerate(words[:-1]):
        after = words[place + 1 :] if comma.word == "," else ()
        last = next((word for word in after if word.dep == "conj" and word.head in words[:place]), None)
        if last is None or not (_is_thing(last) and _is_thing(last.head)):
            continue
        first = words.index(last.head)
        linked = any(word.tag in ("CC", ",") and word is not comma for word in words[first:])
        linked = linked or words[first - 1].word == "-"  # "slow-growth, low-profit firms"
        if not linked and last.child("conj") is None and last.subtree()[0] is words[place + 1]:
            joined = copy(comma)
            joined.word, joined.tag, joined.start = "and", "CC", comma.end
            return [*words[:place], joined, *words[place + 1 :]]
    return words


def _is_thing(token: Token) -> bool:
    return token.tag in ("NN", "NNS") and token.dep in ("dobj", "pobj", "attr", "conj", "nsubj", "nsubjpass")


def _closes_opened(before: Token, after: Token, kept: set[int], tokens: Sequence[Token]) -> bool:
    """Whether the comma before a word closes what another opened that has gone: "linked, through tests, to"."""
    head = after.head
    phrase = next((part for part in (before, *before.ancestors()) if part.head is head and part is not head), None)
    if phrase is None or after.dep != "prep" or phrase.dep != "prep" or not head.is_verb:
        return False
    first = phrase.subtree()[0].index
    return first - 2 == head.index and tokens[first - 1].word == "," and head.index not in kept


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
    lone = last.lemma in UNITS and not last.children and last.head is not before
    lone = lone or (last.tag == "PRP$" and last.word in _OWNERS)
    return (before.word == "," and last.tag in ("RB", "DT")) or lone


def _opens_list_item(token: Token, kept: set[int]) -> bool:
    """Whether a word is the first kept of a further item in a list."""
    listing = (part for part in (token, *token.ancestors()))
    items = [part for part in listing if part.dep == "conj" or (part.dep == "appos" and part.child("conj") is not None)]
    return any(min(part.index for part in item.subtree() if part.index in kept) == token.index for item in items)

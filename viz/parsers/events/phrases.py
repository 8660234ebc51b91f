"""Noun phrases: which words belong to a noun, its name, its conjuncts, and words as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from viz.parsers.events.syntax import Token

_LEFT = tuple("preconj compound amod nummod quantmod nmod poss det advmod predet case punct".split())
_TIGHT = re.compile(r"^(?:'s|n't|'re|'ve|'ll|'m|'d|'|’|[,.;:!?%)\]]|'')$")

_OFFICES = frozenset("staff state defense defence justice treasury commerce energy labor labour".split())
_NO_NAMES = frozenset("only even both still".split())
_MAKERS = frozenset("maker producer provider operator owner manufacturer supplier distributor seller unit".split())
_COMPANY = frozenset("inc corp co ltd plc".split())
_OF_FIRMS = frozenset("holdings international investors stores industries enterprises foods restaurants".split())
PLURAL_COMPANIES = frozenset(
    """airlines airways industries systems motors stores partners holdings enterprises foods laboratories resources
    communications technologies services properties pictures associates brothers products instruments works mills
    restaurants supermarkets breweries steamships chemicals pharmaceuticals minerals mines metals""".split()
)
"""Words in the plural that end the name of one company."""


def join(tokens: Sequence[Token]) -> str:
    """Words as they are written: no space where the text has none, or before "'s" and stops."""
    parts: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        gap = before is not None and before.end < token.start and not _TIGHT.match(token.word)
        opened = before is not None and before.word in ("(", "$", "``")
        if before is not None and before.word in _ARTICLES and before.index + 1 < token.index:
            parts[-1] = parts[-1].replace(before.word, _article(before.word, token.word))
        inner = before is not None and token.tag in _SMALL_TAGS and token.word.istitle() and len(token.word) > 1
        parts.append((" " if gap and not opened else "") + (token.word.lower() if inner else token.word))
    return "".join(parts)


_SMALL_TAGS = ("PRP", "PRP$")
"""Tags of words whose capital was that of a quotation: "agreed that It is unnecessary"."""
_ARTICLES = frozenset(("a", "an", "A", "An"))


def _article(word: str, following: str) -> str:
    """The article before another word than in the text, by its first letter: "a 2021 agreement", "an agreement"."""
    vowel = following[:1].lower() in "aeio" and not following.lower().startswith(("eu", "one", "once"))
    return word[0] + ("n" if vowel else "")


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
        if child.index > token.index and child.dep == "prep" and child.lemma == "of":
            if len(tail) > longest:
                tail = _first_of(tail) if token.lemma in _MAKERS else []
            add(_unbroken(tail) if len(tail) <= longest else ())
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


def _first_of(tail: Sequence[Token]) -> list[Token]:
    """A tail up to its first "and": "of hair accessories" of "of hair accessories and other cosmetic products"."""
    return list(takewhile(lambda part: part.dep != "cc", tail))


def stripped(words: Sequence[Token]) -> list[Token]:
    """A phrase without the article before it."""
    first = 1 if len(words) > 1 and words[0].lemma in ("the", "a", "an", "this", "that", "these", "those") else 0
    return list(words[first:])


def joined(token: Token) -> str:
    """Joined subjects as one name, "" where that would be long."""
    parts = [join(stripped(phrase(part, longest=0))) for part in conjuncts(token)]
    name = ", ".join(parts[:-1]) + f" and {parts[-1]}"
    return name if len(name.split()) < 7 else ""


def name_run(words: Sequence[Token], token: Token) -> list[Token]:
    """The proper nouns that stand together up to the head: "Nursultan Nazarbayev" of "Kazakh president N. N."."""
    run: list[Token] = []
    for word in reversed([word for word in words if word.index <= token.index]):
        titled = word.dep == "compound" and word.word[:1].isupper() and word.tag == "NN"
        based = word.word.endswith("-based") or word.lemma in _NO_NAMES  # "Osh, Mass.-based Phoenix", "Only Phoenix"
        inner = word.dep == "cc" and word.head.is_name and word.head.dep == "nmod" and word.head.head is token
        if based or (not word.is_name and word.word != "-" and not titled and not inner):
            break
        run.insert(0, word)
    if len(run) > 2 and run[0].lemma in _OFFICES:  # "Chief of Staff", "Secretary of State" before a name
        run = run[1:]
    if len(run) == 1 and is_firm(token):  # "Rally's Inc."
        return [word for word in words if word.index <= token.index and word.dep != "det"]
    owner = run[0].index - 2 if run and run[0].lemma in _OF_FIRMS else -1
    firm = [word for word in words if owner <= word.index < owner + 2]
    if owner >= 0 and len(firm) == 2 and firm[0].is_name and firm[0].dep == "poss":  # "Sotheby's Holdings Inc."
        return firm + run
    return run or [token]


def conjuncts(token: Token | None) -> list[Token]:
    """A noun and those joined to it, six at most."""
    found: list[Token] = []
    while token is not None and len(found) < 6:
        found.append(token)
        token = token.child("conj")
    return found


def is_firm(token: Token) -> bool:
    """Whether a word ends the name of a company: the "Ltd." of "Osh Motors Ltd."."""
    return token.lemma.lower().rstrip(".") in _COMPANY

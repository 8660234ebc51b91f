"""Clause rules: a rough tree without the grammar model, so that events can be found at all.

Verbs are known by the lexicon's lemmas and their regular or listed forms; the noun before a verb is its subject, the
noun after it its object, a preposition hangs from the verb before it. Coordination and subordination are guessed from
"that", "after" and the reporting verb before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from viz.parsers.events.inflection import past_and_participle
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.sentences import Stretch, quotations
from viz.parsers.events.syntax import Sentence, Token, link

_TOKEN = re.compile(r"\w+(?:[.'’-]\w+)*\.?(?=\s|$)|\w+(?:[-.]\w+)*|['’]s|\S")
_PREPOSITIONS = frozenset(
    "in on at of to from with by for into near after before since until between against over under along about".split()
) | {"during", "as"}
_CLOSED = {
    "the": "DT",
    "a": "DT",
    "an": "DT",
    "this": "DT",
    "that": "IN",
    "his": "PRP$",
    "her": "PRP$",
    "its": "PRP$",
    "their": "PRP$",
    "he": "PRP",
    "she": "PRP",
    "it": "PRP",
    "they": "PRP",
    "we": "PRP",
    "who": "WP",
    "which": "WDT",
    "and": "CC",
    "but": "CC",
    "or": "CC",
    "not": "RB",
    "will": "MD",
    "would": "MD",
    "could": "MD",
    "may": "MD",
    "might": "MD",
    "should": "MD",
    "can": "MD",
    "has": "VBZ",
    "have": "VBP",
    "had": "VBD",
    "was": "VBD",
    "were": "VBD",
    "is": "VBZ",
    "are": "VBP",
    "been": "VBN",
    "be": "VB",
    "did": "VBD",
    "does": "VBZ",
    "if": "IN",
    "because": "IN",
    "while": "IN",
    "when": "WRB",
    "where": "WRB",
}
_HELPERS = frozenset("has have had was were is are been be did does will would could may might should can".split())


def parse_plainly(text: str, cased: str, stretches: Sequence[Stretch], lexicon: Lexicon) -> list[Sentence]:
    """One rough tree a sentence."""
    found = []
    for number, stretch in enumerate(stretches):
        tokens = _tokens(cased, stretch, lexicon)
        _arrange(tokens)
        quoted = quotations(text, stretch.body, stretch.end)
        span = (stretch.start, stretch.end, number, stretch.paragraph, stretch.title)
        found.append(Sentence(*span, tokens, quoted, stretch.report, stretch.entry, rough=True))
    return found


@cache
def _forms(lemmas: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Lemma and tag by verb form."""
    found: dict[str, tuple[str, str]] = {}
    for lemma in sorted(lemmas):
        past, participle = past_and_participle(lemma)
        doubled = lemma + lemma[-1]
        gerund = lemma[:-1] + "ing" if lemma.endswith("e") and lemma[-2:] != "ee" else lemma + "ing"
        for form, tag in (
            (participle, "VBN"),
            (past, "VBD"),
            (doubled + "ed", "VBD"),
            (gerund, "VBG"),
            (doubled + "ing", "VBG"),
        ):
            found[form] = (lemma, tag)
    return found


def _tokens(cased: str, stretch: Stretch, lexicon: Lexicon) -> list[Token]:
    verbs = frozenset(lemma for lemma in lexicon.verbs if "-" not in lemma)
    forms = _forms(verbs)
    found: list[Token] = []
    helped = ""
    for index, match in enumerate(_TOKEN.finditer(cased, stretch.body, stretch.end)):
        word = match.group()
        low = word.lower()
        tag, lemma = _tag(word, low, helped, forms, verbs, lexicon)
        found.append(Token(index, match.start(), match.end(), word, lemma, tag, "dep"))
        helped = low if low in _HELPERS or low == "to" else helped if low in ("not", "been", "also") else ""
    return found


def _tag(
    word: str, low: str, helped: str, forms: dict[str, tuple[str, str]], verbs: frozenset[str], lexicon: Lexicon
) -> tuple[str, str]:
    if low in _CLOSED and word != "May":
        return _CLOSED[low], {"has": "have", "had": "have", "was": "be", "were": "be", "is": "be", "are": "be"}.get(
            low, low
        )
    if low == "to" or low in _PREPOSITIONS:
        return "TO" if low == "to" else "IN", low
    if low in ("'s", "’s", "s"):
        return "POS", low
    if not word[0].isalpha():
        return ("CD" if word[0].isdigit() else "."), low
    if low in forms:
        lemma, tag = forms[low]
        return ("VBN" if tag == "VBD" and helped in ("has", "have", "had", "was", "were", "been", "be") else tag), lemma
    if low in verbs and helped and not lexicon.is_event_noun(low):
        return "VB", low
    if low in verbs and helped in ("to", "will", "would", "could", "may", "might", "should", "can"):
        return "VB", low
    singular = low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    return ("NNP" if word[0].isupper() else "NNS" if singular != low else "NN"), singular


def _arrange(tokens: list[Token]) -> None:
    """Heads and labels: main verb as the root, the rest by position."""
    mains = [
        token.index
        for token in tokens
        if token.tag.startswith("VB") and token.lemma not in _HELPERS and token.lemma not in ("have", "be")
    ]
    root = mains[0] if mains else 0
    heads = [root] * len(tokens)
    for token in tokens:
        token.dep, heads[token.index] = _place(token, tokens, mains, root)
    if tokens:
        tokens[root].dep, heads[root] = "ROOT", root
        link(tokens, heads)


def _place(token: Token, tokens: list[Token], mains: list[int], root: int) -> tuple[str, int]:
    index = token.index
    before = [verb for verb in mains if verb < index]
    after = [verb for verb in mains if verb > index]
    if index in mains:
        return _clause(token, tokens, before, root)
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.tag == "MD" or (token.lemma in ("have", "be", "did", "does") and after and after[0] - index < 4):
        return ("auxpass" if token.lemma == "be" and after and tokens[after[0]].tag in ("VBN", "VBD") else "aux"), (
            after or [root]
        )[0]
    if token.tag == "TO" and after and after[0] == index + 1:
        return "aux", after[0]
    if following is not None and following.is_noun and (token.is_noun or token.tag in ("DT", "CD", "PRP$", "POS")):
        return (
            "compound" if token.is_noun else "det" if token.tag == "DT" else "poss" if token.tag == "PRP$" else "nummod"
        ), index + 1
    preposition = next(
        (
            t.index
            for t in reversed(tokens[max(0, index - 5) : index])
            if t.tag in ("IN", "TO") and t.lemma in _PREPOSITIONS | {"to"}
        ),
        None,
    )
    crossed = any(verb > (preposition or 0) for verb in before)
    if token.is_noun and preposition is not None and not crossed:
        return "pobj", preposition
    if token.tag == "IN":
        return ("mark" if token.lemma in ("that", "if", "because", "while") else "prep"), (before or after or [root])[
            -1 if before else 0
        ]
    if (
        (token.is_noun or token.tag in ("PRP", "WP", "WDT"))
        and after
        and after[0] - index < 8
        and not (before and index - before[-1] < 3)
    ):
        passive = any(t.lemma in ("be", "been") for t in tokens[index : after[0]]) and tokens[after[0]].tag in (
            "VBN",
            "VBD",
        )
        return ("nsubjpass" if passive else "nsubj"), after[0]
    if token.is_noun and before and index - before[-1] < 5:
        return "dobj", before[-1]
    return "dep", (before or [root])[-1]


def _clause(token: Token, tokens: list[Token], before: list[int], root: int) -> tuple[str, int]:
    """How a later verb hangs from the one before it."""
    if not before:
        return "ROOT", token.index
    last = before[-1]
    between = tokens[last + 1 : token.index]
    lemmas = [part.lemma for part in between]
    if "to" in lemmas[-1:]:
        return "xcomp", last
    if any(lemma in ("who", "which", "where") for lemma in lemmas):
        return "relcl", last
    if tokens[last].lemma in ("say", "claim", "report", "allege", "announce", "tell", "insist", "deny", "add"):
        return "ccomp", last
    if (
        any(lemma in ("after", "before", "when", "as", "while", "because", "if") for lemma in lemmas)
        or token.tag == "VBG"
    ):
        return "advcl", last
    return "conj", last

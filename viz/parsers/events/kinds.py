"""What kind of event it is: the word for it, and what is talked about around it.

The word alone misleads: people "win" elections, cups and contracts, and "killed" tells of wars and of floods. So the
words of a topic (`kinds.toml`) are counted near the word, in its sentence, beside it and in the whole article, and the
kind with the most evidence is chosen; only few words ("resign") settle theirs alone. What the signs weigh is learned in
`data/train_kinds.py` (a conditional logit, McFadden 1974).
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from viz.model import EventKind
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Sentence, Token

_NEAR, _MANY = 2, 4  # topic words beyond which more of them say no more
_FEW = 20  # words of a topic that a short article may have by chance
_SHARE = 0.3  # of an article's topic words, beyond which its topic is clear
Signs = dict[str, float]
Counts = Counter[EventKind]


class Kinds:
    """The topics of one article, and the kinds of its events."""

    def __init__(self, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._by_sentence = {sentence.index: _counted(sentence.tokens) for sentence in sentences}
        self._article = sum(self._by_sentence.values(), Counts())

    def of(self, predicate: Predicate, weights: Mapping[str, float] | None = None) -> EventKind:
        """The kind with the most evidence, among those of a word that settles it."""
        signs = self.signs(predicate)
        phrase = f"{predicate.lemma}_{predicate.object.lemma}" if predicate.object is not None else ""
        sure = {kind: signs[kind] for kind in _sure().get(predicate.lemma, _sure().get(phrase, ()))}
        return _likeliest(sure or signs, weights or _weights())

    def signs(self, predicate: Predicate) -> Mapping[EventKind, Signs]:
        """For each kind what speaks for it, as named numbers."""
        index = predicate.sentence.index
        near, here = _counted(_phrases(predicate)), self._by_sentence[index]
        beside = self._by_sentence.get(index - 1, Counts()) + self._by_sentence.get(index + 1, Counts())
        own, actor = _counted([predicate.token]), _counted([predicate.subject] if predicate.subject else [])
        whole = self._article.total() + _FEW
        word = self.lexicon.kind(predicate.lemma, noun=predicate.noun)
        return {
            kind: {
                f"{kind}": 1.0,
                f"{kind} {'noun' if predicate.noun else 'verb'}": float(word is kind),
                f"{kind} {'with' if here[kind] else 'without'} its topic": float(word is kind),
                "the word": float(own[kind] > 0),
                "subject": float(actor[kind] > 0),
                "near": float(min(near[kind], _NEAR)),
                "sentence": float(min(here[kind], _MANY)),
                "beside": float(min(beside[kind], _MANY)),
                "article": min(self._article[kind] / whole, _SHARE),
                f"{kind} article": min(self._article[kind] / whole, _SHARE),
            }
            for kind in EventKind
        }


def _likeliest(signs: Mapping[EventKind, Signs], weights: Mapping[str, float]) -> EventKind:
    """The kind whose signs weigh most."""
    return max(signs, key=lambda kind: sum(weights.get(name, 0.0) * value for name, value in signs[kind].items()))


def _phrases(predicate: Predicate) -> list[Token]:
    """The words of its own clause beside the word itself, those of clauses below it left out."""
    found: list[Token] = []
    waiting = [part for part in predicate.token.children if not _is_clause(part)]
    if predicate.noun and predicate.governor is not None:
        waiting.append(predicate.governor.token)
    for token in waiting:
        found.append(token)
        waiting += [part for part in token.children if not _is_clause(part) and part is not predicate.token]
    return found


def _is_clause(token: Token) -> bool:
    return token.is_verb and token.dep in ("ccomp", "advcl", "relcl", "acl", "conj", "parataxis")


def _counted(tokens: Sequence[Token]) -> Counts:
    """How many words of each topic there are."""
    topics = _topics()
    return Counts(kind for token in tokens for kind in topics.get(token.lemma.lower(), ()))


@cache
def _topics() -> dict[str, tuple[EventKind, ...]]:
    """The kinds each topic word speaks for."""
    return _by_word("topics")


@cache
def _sure() -> dict[str, tuple[EventKind, ...]]:
    """The kinds of the words that settle one."""
    return _by_word("sure")


def _by_word(part: str) -> dict[str, tuple[EventKind, ...]]:
    table = tomllib.loads(files("viz.parsers.events").joinpath("kinds.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[EventKind, ...]] = {}
    for kind in EventKind:
        for word in dict.fromkeys(table[part].get(kind.name.lower(), "").split()):
            found[word] = (*found.get(word, ()), kind)
    return found


@cache
def _weights() -> dict[str, float]:
    """The learned weights by sign."""
    text = files("viz.parsers.events").joinpath("kinds.json").read_text(encoding="utf-8")
    return {str(name): float(value) for name, value in json.loads(text).items()}

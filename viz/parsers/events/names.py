"""Who takes part: the fullest name the article gives for a noun or pronoun, by simple and predictable coreference.

A surname is the person named in full before; "he" and "she" the last person who was a subject; "it" and "its" the last
other name; "the president" the last person with that title. What cannot be told stays as the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from viz.model import Participant
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Sentence, Token

_LEFT = ("compound", "amod", "nummod", "quantmod", "nmod", "poss", "det", "advmod", "predet", "case", "punct")
_PERSONAL = frozenset("he she him her his hers himself herself".split())
_NEUTRAL = frozenset("it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
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


@dataclass(slots=True)
class People:
    """Names met so far, in the order of the text: feed it sentence by sentence, then ask about their tokens."""

    lexicon: Lexicon
    _full: dict[str, list[Token]] = field(default_factory=dict)
    _titled: dict[str, str] = field(default_factory=dict)
    _at: dict[tuple[int, str], str] = field(default_factory=dict)
    _person: str = ""
    _thing: str = ""
    _group: str = ""
    _people: set[str] = field(default_factory=set)

    def read(self, sentence: Sentence) -> None:
        """Learn the names of a sentence, and settle its pronouns."""
        for token in sentence.tokens:
            low = token.word.lower()
            if low in _PERSONAL:
                self._at[token.start, low] = self._person
            elif low in _NEUTRAL:
                self._at[token.start, low] = self._thing
            elif low in _PLURAL:
                self._at[token.start, low] = self._group
            elif token.is_noun and (token.dep != "compound" or not token.head.is_noun):
                self._learn(token)

    def _learn(self, token: Token) -> None:
        words = phrase(token, longest=6)
        subject = token.dep in ("nsubj", "nsubjpass", "poss")
        acts = token.dep in ("nsubj", "nsubjpass")
        if not self._is_proper(token):
            if subject and token.tag == "NNS":
                self._group = join(_stripped(words))
            elif acts and token.lemma not in self.lexicon.titles and not self.lexicon.is_event_noun(token.lemma):
                self._thing = join(_stripped(words))
            return
        name = _name_run(words, token)
        key = token.word.lower()
        if key not in self._full or len(name) > len(self._full[key]):
            self._full[key] = name
        full = join(self._full[key])
        titles = [word.word.lower() for word in words if word.word.lower() in self.lexicon.titles]
        apposed = next(
            (child for child in token.children if child.dep == "appos" and child.lemma in self.lexicon.titles), None
        )
        given = len(self._full[key]) > 1 and self._full[key][0].word.lower() in self.lexicon.given_names
        if titles or given or apposed is not None or full in self._people:
            self._people.add(full)
            for title in titles:
                self._titled[title] = full
            if subject or not self._person:
                self._person = full
        elif acts or not self._thing:
            self._thing = full

    def _is_proper(self, token: Token) -> bool:
        """Whether a noun is a name of its own, not "Ministry" or "President" with a capital."""
        low = token.word.lower()
        return token.is_name and low not in self.lexicon.generic_people and low not in self.lexicon.titles

    def name(self, token: Token) -> str:
        """The fullest name for a noun or pronoun, "" for a pronoun nothing is known of."""
        low = token.word.lower()
        if low in _PERSONAL | _NEUTRAL | _PLURAL:
            return self._at.get((token.start, low), "")
        if token.tag in ("PRP", "PRP$", "WP", "WDT", "EX", "DT"):
            return ""
        words = _stripped(phrase(token))
        if self._is_proper(token) and low in self._full:
            return join(self._full[low])
        apposed = token.child("appos")
        if not token.is_name and apposed is not None and apposed.is_name:
            return self.name(apposed)
        determined = token.child("det")
        if determined is not None and determined.lemma == "the" and low in self._titled and len(words) == 1:
            return self._titled[low]
        return join(words)

    def participants(self, predicate: Predicate) -> tuple[Participant, ...]:
        """Those who act in a predicate and those it befalls, each once."""
        found: dict[str, list[tuple[int, int]]] = {}
        for role in (predicate.subject, predicate.object):
            for token in _conjuncts(role):
                name = self.name(token)
                takes_part = token.is_name or token.tag.startswith("PRP") or token.lemma in self.lexicon.generic_people
                if name and (
                    takes_part
                    or token.lemma in self.lexicon.titles
                    or (token.tag == "NNS" and role is predicate.subject)
                ):
                    words = _stripped(phrase(token))
                    found.setdefault(name, []).append((words[0].start, words[-1].end))
        return tuple(Participant(name, tuple(spans)) for name, spans in found.items())


def _name_run(words: Sequence[Token], token: Token) -> list[Token]:
    """The proper nouns that stand together up to the head: "Nursultan Nazarbayev" of "Kazakh president N. N."."""
    run: list[Token] = []
    for word in reversed([word for word in words if word.index <= token.index]):
        if not word.is_name and word.word != "-":
            break
        run.insert(0, word)
    return run or [token]


def _conjuncts(token: Token | None) -> list[Token]:
    found: list[Token] = []
    while token is not None and len(found) < 6:
        found.append(token)
        token = token.child("conj")
    return found


def _stripped(words: Sequence[Token]) -> list[Token]:
    """A phrase without the article before it."""
    first = 1 if len(words) > 1 and words[0].lemma in ("the", "a", "an") else 0
    return list(words[first:])

"""The sentence as the event finder sees it: tokens in a dependency tree, with offsets into the article.

Both ways of reading a sentence, the grammar model (`grammar.py`) and the clause rules (`clauses.py`), end here, so that
nothing after them knows which one was used. Labels are those of spaCy's English pipelines (Penn tags, ClearNLP
dependencies).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

SUBJECTS = ("nsubj", "nsubjpass")
FINITE = ("VBD", "VBZ", "VBP")  # tags
WHEN = frozenset("after before since until".split())
"""What opens a clause or phrase of time alike."""
UNITS = frozenset("second minute hour day week month year decade".split())
"""Of time, as nouns."""
SPANS = UNITS | {"time", "while"}
"""What may stand before "later" or "ago": "two days", "a short time"."""
_SUPPOSING = frozenset("should had were".split())


@dataclass(slots=True, eq=False)
class Token:
    """One word. `word` is its re-cased form; `[start, end)` is where it stands in the article."""

    index: int
    start: int
    end: int
    word: str
    lemma: str
    tag: str
    dep: str
    head: Token = field(init=False, repr=False)
    children: list[Token] = field(default_factory=list, repr=False)

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb form of any kind, auxiliaries and modals included."""
        return self.tag.startswith("VB") or self.tag == "MD"

    @property
    def is_noun(self) -> bool:
        """Whether it is a common or proper noun."""
        return self.tag.startswith("NN")

    @property
    def is_name(self) -> bool:
        """Whether it is a proper noun."""
        return self.tag.startswith("NNP")

    @property
    def is_root(self) -> bool:
        """Whether nothing governs it."""
        return self.head is self

    def ancestors(self) -> Iterator[Token]:
        """Its governors, nearest first. The walk ends at the root, or after a hundred steps on a broken tree."""
        token = self
        for _ in range(100):
            if token.is_root:
                return
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """Its first child with one of the labels."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def subtree(self) -> list[Token]:
        """Itself and all below it, in the order of the text."""
        if not self.children:
            return [self]
        found = [self]
        for token in found:  # grows as it goes
            if token.children:
                found.extend(token.children)
        return sorted(found, key=attrgetter("index"))


@dataclass(slots=True, eq=False)
class Sentence:
    """A parsed sentence. `[start, end)` is the whole stretch of the text, a dateline before it included.

    `paragraph` counts from 0; `title` marks a headline; `quoted` holds the stretches inside quotation marks.
    """

    start: int
    end: int
    index: int
    paragraph: int
    title: bool
    tokens: list[Token]
    quoted: tuple[tuple[int, int], ...] = ()
    report: int = 0  # of the several in a column of briefs
    entry: bool = False  # of a chronology: its date stands before its words
    rough: bool = False  # read by the clause rules, whose trees cannot be cut safely

    def at(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with `[start, end)` of the article."""
        return [token for token in self.tokens if token.start < end and start < token.end]

    def head_of(self, start: int, end: int) -> Token | None:
        """The token of `[start, end)` that governs the others there, None when no token lies in it."""
        inside = self.at(start, end)
        marked = {token.index for token in inside}
        return next((token for token in inside if token.is_root or token.head.index not in marked), None)

    def in_quotes(self, token: Token) -> bool:
        """Whether the token stands inside a direct quotation."""
        return any(start <= token.start < end for start, end in self.quoted)


def supposes(clause: Token) -> bool:
    """Whether a clause is a condition by the order of its words: "should the talks fail"."""
    first = clause.subtree()[0]
    helps = first.head is clause and first.dep in ("aux", "auxpass")
    return clause.dep == "advcl" and helps and first.word.lower() in _SUPPOSING


def link(tokens: list[Token], heads: list[int]) -> None:
    """Join tokens into a tree: `heads[i]` is the index of the head of token i, i itself for a root."""
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
        if head != token.index:
            tokens[head].children.append(token)


def move(token: Token, head: Token) -> None:
    """Hang a branch, or what was the root, from another word, unless that is part of the branch: a ring is no tree."""
    if token is head or token in head.ancestors():
        return
    if not token.is_root:
        token.head.children.remove(token)
    token.head = head
    head.children.append(token)
    head.children.sort(key=lambda child: child.index)


def uproot(token: Token) -> None:
    """Make a branch a root of its own."""
    token.head.children.remove(token)
    token.head, token.dep = token, "ROOT"


def subject_label(verb: Token) -> str:
    """The label a subject of a verb has."""
    return "nsubjpass" if verb.child("auxpass") is not None else "nsubj"


def hand_subject(aside: Token, subject: Token, main: Token) -> None:
    """Give the subject of a participle, with all before it, to the verb it belongs to; the participle tells of it."""
    for part in [part for part in aside.children if part.index <= subject.index]:
        move(part, main)
    subject.dep = subject_label(main)
    aside.dep, aside.tag = "acl", "VBN"
    move(aside, subject)


def joining_word(token: Token) -> Token | None:
    """The "and" before what is joined to its head, None when there is none."""
    words = [part for part in token.head.children if part.dep == "cc" and part.index < token.index]
    return words[-1] if words else None


def move_joined(token: Token, head: Token) -> None:
    """Hang what is joined from another word, with its "and"."""
    link = joining_word(token)
    move(token, head)
    if link is not None:
        move(link, head)

"""Wording: kept words to text, with pronouns replaced by the names they stand for.

A pronoun is replaced where the line would otherwise not say who is meant; a wrong name is worse than none, so only what
cannot well be misread is replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from viz.parsers.events.branches import is_exception
from viz.parsers.events.names import People
from viz.parsers.events.phrases import is_firm, join
from viz.parsers.events.pronouns import PRONOUNS, speaker_of
from viz.parsers.events.pruning import QUOTES
from viz.parsers.events.syntax import Token

_BEFALLING = frozenset("happen occur kill injure wound".split())  # what nobody does, or nobody that is told
_STYLES = frozenset("highness majesty excellency holiness honour honor eminence".split())
_IMPERSONAL = frozenset(
    """possible impossible likely unlikely clear unclear necessary unnecessary important hard difficult easy early late
    obvious essential vital""".split()
)
_SHARES = frozenset("majority number couple handful".split())
_FIGURES = frozenset("income profit earning earnings revenue sale loss turnover order shipment output".split())
FIRST_PERSON = frozenset("i we you me us my our your".split())


class Wording:
    """Words to text with pronouns replaced; a name is not said twice where its pronoun would do.

    `owner` is who "whose" stands for.
    """

    def __init__(self, people: People, tokens: Sequence[Token]) -> None:
        self._people = people
        self._tokens = tokens
        self._said: set[str] = set()
        self._named = False
        self.owner = ""

    def subject(self, token: Token, words: Sequence[Token]) -> str:
        """A subject as a headline has it: the full name, or the name beside "the candidate"."""
        self._named = token.is_name or token.tag == "PRP"
        if token.tag == "PRP" and len(words) == 1:
            name = "" if _is_nothing(token) else self._people.name(token)
            name = name or token.word
            self._said.add(name)
            return name
        apposed = token.child("appos")
        self._named = self._named or (apposed is not None and apposed.is_name)
        beside = apposed is not None and apposed.is_name and apposed.child("compound") is not None
        beside = beside and token.child("conj") is None and apposed is not None and apposed.child("conj") is None
        if not token.is_name and apposed is not None and beside and apposed not in words:
            self._said.add(self._people.name(apposed))
            return self._people.name(apposed)
        full = self._people.name(token) if token.is_name else ""
        self._said |= {full, join(words)}
        last = words[-1].index + 1 if words else 0
        closed = 0 < last < len(self._tokens) and self._tokens[last].word == "," and not _is_list(words, token)
        closed = closed and not self._is_within(words[-1], last + 1)
        comma = next((place for place, word in enumerate(words) if word.word == ","), len(words))
        if not any(word.dep in ("cc", "conj") for word in words) and _is_aside(words[comma:], token):
            words = words[:comma]
        if full and len(words) == 1:
            return full
        if len(words) > 1 and words[0].lemma == "the" and words[1].lemma == "some":
            words = words[1:]  # "the some 700,000 who fled"
        text = self.words(words, things=True)
        firm = _reporting_firm(token)
        if firm is not None:
            text = f"{_possessive(self._people.name(firm))} {text}"
        return f"{text}," if closed and any(word.word == "," for word in words) else text

    def _is_within(self, name: Token, index: int) -> bool:
        """Whether a word of the text only says where a place lies: the "Tanzania" of "Nairobi and Dodoma, Tanzania"."""
        apposed = self._tokens[index] if index < len(self._tokens) else name
        return name.is_name and apposed.is_name and apposed.dep == "appos"

    def words(self, words: Sequence[Token], *, things: bool = False) -> str:
        """Words as text. Past the subject only "he" and "she" become names, and only where no name can be meant."""
        pieces: list[str] = []
        run: list[Token] = []
        left: set[str] = set()
        for token in words if things else self._quoted(words):
            if token.tag == "WP$" and self.owner:
                pieces, run = [*pieces, join(run), _possessive(self.owner)], []
                continue
            name = self._people.name(token) if token.tag in ("PRP", "PRP$") else ""
            long = token.tag == "PRP$" and (len(name.split()) > 3 or token.head.lemma in _STYLES)
            named = _named_speaker(token)  # "the leader said he would go"
            barred = (self._named or named) and token.dep != "dobj"  # who is blamed is somebody else than who blames
            open_ = not things and not self._people.is_sure(token)
            skipped = long or (open_ and (barred or token.lemma in ("it", "its", "they", "their")))
            said = self._has_said(name) or name.lower() in join(words).lower() or _stands_in(name, words)
            group = PRONOUNS.get(token.word.lower(), "")
            if not name or skipped or said or group in left or token.word.lower().endswith(("self", "selves")):
                left |= {group} if token.tag == "PRP" else set()  # "he will withdraw his troops"
                run.append(token)
                continue
            self._said.add(name)
            pieces += [join(run), _possessive(name) if token.tag == "PRP$" else name]
            run = []
        pieces.append(join(run))
        return " ".join(piece for piece in pieces if piece)

    def _quoted(self, words: Sequence[Token]) -> list[Token]:
        """The words, "our son" in quotation marks where the text has it in some: the line's writer has no son."""
        found = list(words)
        for place, token in enumerate(words):
            if token.tag != "PRP$" or token.word.lower() not in FIRST_PERSON or not self._is_quoted(token):
                continue
            last = next((n for n, word in enumerate(words) if word is token.head and n > place), None)
            if last is not None and words[last].index - token.index == last - place:
                found[place], found[last] = copy(found[place]), copy(found[last])
                found[place].word, found[last].word = f"“{token.word}", f"{found[last].word}”"
        return found

    def _is_quoted(self, token: Token) -> bool:
        before, after = self._tokens[: token.index], self._tokens[token.index :]
        return any(word.word in QUOTES for word in before) and any(word.word in QUOTES for word in after)

    def _has_said(self, name: str) -> bool:
        """Whether a name, or the noun it ends in, stands in the line already."""
        last = name.split()[-1] if name else ""
        surname = last[:1].isupper() and any(last in said.split() for said in self._said)
        return surname or any(name in said or name.removeprefix("the ") in said for said in self._said)


def _stands_in(name: str, words: Sequence[Token]) -> bool:
    """Whether the surname of a name, or the last word of a body's, is said in the same words: "Bush's aim in his"."""
    last = name.split()[-1] if name else ""
    return last[:1].isupper() and any(word.word == last for word in words)


def _is_nothing(it: Token) -> bool:
    """Whether an "it" stands for nobody: what happens, what kills, or what is possible to do."""
    verb = it.head
    state = verb.child("acomp")
    said_of_nothing = verb.lemma == "be" and state is not None and state.lemma in _IMPERSONAL
    dead = verb.lemma == "leave" and any(part.lemma == "dead" for part in verb.subtree())
    return it.lemma == "it" and (verb.lemma in _BEFALLING or dead or said_of_nothing)


def _named_speaker(pronoun: Token) -> bool:
    """Whether a pronoun acts in what somebody told before it says, who is then meant."""
    speaker = speaker_of(pronoun)
    return speaker is not None and speaker.tag in ("NN", "NNP")


def _reporting_firm(figure: Token) -> Token | None:
    """The firm whose figure it is: "Osh Tea PLC said net income fell"; None where it has an owner of its own."""
    speaker = speaker_of(figure) if figure.lemma in _FIGURES and figure.dep == "nsubj" else None
    if speaker is None or not speaker.is_name or not is_firm(speaker):
        return None
    owners = (part.child("pobj") for part in figure.children if part.dep == "prep" and part.lemma in ("of", "at", "by"))
    owned = figure.child("poss", "det") is not None or any(noun is not None and noun.is_name for noun in owners)
    return None if owned else speaker


def _is_list(words: Sequence[Token], noun: Token) -> bool:
    """Whether the commas of a subject stand between its parts ("Osh, Batken and Naryn") and close no aside."""
    commas = [place for place, word in enumerate(words) if word.word == ","]
    if not commas or noun.child("conj") is None or any(word.dep == "appos" for word in words):
        return False
    following = words[commas[-1] + 1 :]
    joined = any(word.lemma == "and" for word in following)
    return joined and following[0].tag not in ("CC", "IN", "RB", "VBG", "VBN")


def _is_aside(words: Sequence[Token], noun: Token) -> bool:
    """Whether what follows a comma is said beside a noun, and not a second adjective of it or of a noun below it."""
    if len(words) < 2 or noun.index > words[0].index:
        return False
    top = words[1]
    if is_exception(top):
        return False
    while not top.is_root and top.head.index > words[0].index:
        top = top.head
    return top.dep != "pobj"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def content(words: Sequence[Token], naming: Wording) -> str:
    """What stood before the verb and now follows it: the capital of the sentence's first word goes."""
    text = naming.words(words)
    first = words[0] if words else None
    if first is None or first.index > 1 or first.is_name or first.word == "I":
        return text
    if first.tag.startswith("JJ"):
        return f": {text}"  # "Cuban" keeps its capital and "preliminary" does not: the colon suits both
    return text[:1].lower() + text[1:]


def _is_share_of_several(noun: Token) -> bool:
    """ "A majority of the cases", "a number of trees": but not "the number of trees"."""
    article, parts = noun.child("det"), noun.child("prep")
    several = parts.child("pobj") if parts is not None and parts.lemma == "of" else None
    shared = noun.lemma in _SHARES and article is not None and article.lemma == "a"
    return shared and several is not None and several.tag in ("NNS", "NNPS")


def has_been(subject: Token | None) -> str:
    """ "Has been" or "have been"."""
    return "has been" if was(subject) == "was" else "have been"


def was(subject: Token | None) -> str:
    """ "Was" or "were"."""
    if subject is None:
        return "was"
    plural = subject.tag in ("NNS", "NNPS") or subject.child("conj") is not None or subject.lemma in ("they", "we")
    counted = any(part.dep == "nummod" and part.lemma not in ("one", "1") for part in subject.children)
    several = counted and subject.child("det") is None  # "a $100,000 award"
    plural = plural or subject.lemma in ("those", "these", "both", "many", "several", "few")
    plural = plural or _is_share_of_several(subject)
    numeral = subject.tag == "CD" and subject.lemma not in ("one", "1")
    return "were" if plural or several or numeral else "was"

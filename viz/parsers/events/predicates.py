"""Predicates: the verbs and nouns of a parsed sentence that may stand for an event, with their grammar read off.

A predicate knows its tense, voice and polarity, who acts on whom, and which predicate it hangs from. Everything after
(score, time, place, status, headline) asks these fields and not the tree, as far as it can.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from viz.parsers.events.inflection import simple_past
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.syntax import Sentence, Token

_AUXILIARIES = ("aux", "auxpass")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_FUTURE = frozenset("will shall 'll wo".split())
_MODALS = frozenset("could may might would should must can ca".split())
_HAVE = frozenset("have has had 've 'd having".split())
_BE = frozenset("be is are was were been being am 's 're 'm".split())
_NOBODY = frozenset("no neither nor none nobody nothing".split())
_SPENDING = frozenset("spend pay use invest need take raise".split())
_SHARES_SUBJECT = ("conj", "xcomp", "advcl", "pcomp", "ccomp")
_AWAITED = frozenset("after before once until till when as".split())
_NEVER_DONE_TO = frozenset(
    """capsize collapse explode erupt crash derail die resign arrive emerge happen occur surge plunge gather talk
    contribute""".split()
)
"""What nobody does to another: "a boat capsized off Osh" is no boat that was capsized."""
_PASTS = frozenset(
    """came went took gave saw fell rose began became ran wrote drove broke spoke chose flew grew knew threw wore swore
    stole shook""".split()
)
"""What is no participle, whatever a tagger says."""
_BARE = (["be"], ["become"], ["get"])
_NOT_CLAUSES = ("amod", "compound", "aux", "auxpass")


class Tense(StrEnum):
    """The form of a predicate, as far as it tells time."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    WOULD = "would"
    MODAL = "modal"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    NONE = "none"


TOLD = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
"""The forms in which a verb tells what has been."""


@dataclass(slots=True, eq=False)
class Predicate:
    """A possible event. `governor` is the predicate it hangs from, `subject` who acts, `object` whom it befalls.

    `words` are its trigger, `helpers` its auxiliaries, with those of the verb it is joined to ("will meet and sign").
    """

    sentence: Sentence
    token: Token
    noun: bool
    lemma: str
    tense: Tense = Tense.NONE
    passive: bool = False
    negated: bool = False
    modal: str = ""
    subject: Token | None = None
    object: Token | None = None
    governor: Predicate | None = None
    words: list[Token] = field(default_factory=list)
    helpers: list[Token] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where its trigger begins in the article."""
        return min(token.start for token in self.words)

    @property
    def end(self) -> int:
        """Where its trigger ends in the article."""
        return max(token.end for token in self.words)

    @property
    def awaited(self) -> bool:
        """Whether what is still to come waits for it: "it is to open after the road has been paved"."""
        over = self.governor
        if self.noun or over is None or self.token.dep != "advcl" or self.token.head is not over.token:
            return False
        ahead = over.tense in (Tense.FUTURE, Tense.INFINITIVE)
        marks = {part.lemma for part in self.token.children if part.dep in ("mark", "advmod")}
        return ahead and self.tense in (Tense.PERFECT, Tense.PRESENT) and bool(marks & _AWAITED)


def find_predicates(sentence: Sentence, lexicon: Lexicon) -> list[Predicate]:
    """The predicates of a sentence in the order of the text, each joined to its governor."""
    found: dict[int, Predicate] = {}
    for token in sentence.tokens:
        if _is_clause(token):
            found[token.index] = Predicate(sentence, token, False, _lemma(token))
        elif token.is_noun and not token.is_name and lexicon.is_event_noun(token.lemma):
            found[token.index] = Predicate(sentence, token, True, token.lemma)
    for predicate in found.values():
        predicate.governor = next((found[a.index] for a in predicate.token.ancestors() if a.index in found), None)
        (_read_noun if predicate.noun else _read_verb)(predicate)
        if sentence.entry and predicate.tense is Tense.PRESENT:
            predicate.tense = Tense.PAST  # chronologies tell what was as if it were now
    for predicate in found.values():
        if not predicate.noun:
            _share(predicate)
        predicate.words = _trigger(predicate, lexicon)
    return list(found.values())


def _is_clause(token: Token) -> bool:
    if not token.is_verb or token.tag == "MD" or token.dep in _AUXILIARIES:
        return False
    return token.dep not in _NOT_CLAUSES or token.child("nsubj", "nsubjpass", "agent") is not None


def _lemma(token: Token) -> str:
    particle = token.child("prt")
    return f"{token.lemma}-{particle.lemma}" if particle else token.lemma


def _read_noun(predicate: Predicate) -> None:
    """ "Of" gives a noun its object or subject, "by" and a possessor its subject."""
    for child in predicate.token.children:
        if child.dep == "prep" and child.lemma == "of":
            predicate.object = child.child("pobj")
        elif (child.dep == "prep" and child.lemma == "by") or child.dep == "agent":
            predicate.subject = child.child("pobj")
        elif child.dep == "poss":
            predicate.subject = predicate.subject or child
        elif child.dep == "det" and child.lemma == "no":
            predicate.negated = True


def _read_verb(predicate: Predicate) -> None:
    token = predicate.token
    helpers = [child for child in token.children if child.dep in _AUXILIARIES]
    like = token.head.tag == token.tag or (token.head.tag == "VB" and token.word.lower() == token.lemma)
    joined = token.dep == "conj" and token.head.is_verb
    gapped = token.tag == "VBN" and token.head.child("auxpass") is not None  # "ten were killed and twenty wounded"
    like = like or (joined and _is_to_be_done(token))
    if not helpers and joined and like and (gapped or token.child("nsubj", "nsubjpass") is None):
        helpers = [child for child in token.head.children if child.dep in _AUXILIARIES]
    elif joined and [helper.word.lower() for helper in helpers] in _BARE:  # "will keep its name and be based in Osh"
        helpers = [child for child in token.head.children if child.dep == "aux"] + helpers
    predicate.helpers = helpers
    words = [helper.word.lower() for helper in helpers]
    predicate.passive = any(child.dep in ("auxpass", "nsubjpass") for child in (*token.children, *helpers))
    shared = bool(helpers) and helpers[0].head is not token
    predicate.negated = _is_negated(token) or (shared and _is_negated(token.head))
    predicate.modal = next((word for word in words if word in _MODALS or word in _FUTURE), "")
    predicate.tense = _tense(token, words, passive=predicate.passive)
    subject = token.child(*_SUBJECTS)
    if subject is not None and not helpers and _is_set_off(token, subject, predicate.sentence):
        predicate.passive, predicate.tense = True, Tense.PARTICIPLE
    if subject is not None and not helpers and (_is_headline(token) or _is_done_by(token)):
        predicate.passive, predicate.tense = True, Tense.PARTICIPLE
    if predicate.passive:
        agent = token.child("agent")
        predicate.object, predicate.subject = subject, agent.child("pobj") if agent else None
    else:
        predicate.subject, predicate.object = subject, token.child("dobj", "attr")


def _is_to_be_done(token: Token) -> bool:
    """Whether a second "-ed" form goes on with what is still to be done: "are to be delivered and deployed there"."""
    first = token.head
    ahead = any(part.dep == "aux" and (part.tag == "MD" or part.lemma == "to") for part in first.children)
    done = token.tag in ("VBD", "VBN") and first.tag == "VBN" and first.child("auxpass") is not None
    return ahead and done and token.child("nsubj", "nsubjpass", "dobj") is None


def _is_headline(token: Token) -> bool:
    """Whether a participle has lost its "was", as in headlines: "Osh man taken into custody"."""
    taken = token.word.endswith("n") and simple_past(token.word.lower(), token.lemma, token.tag) != token.word.lower()
    return token.is_root and token.tag == "VBN" and taken and token.child("dobj", "ccomp") is None


def _is_done_by(token: Token) -> bool:
    """Whether a participle names right behind itself who did it: "with the mayor toppled by a revolt"."""
    agent = token.child("agent")
    beside = agent is not None and agent.index == token.index + 1
    return beside and token.tag == "VBN" and token.child("dobj") is None and token.lemma not in _NEVER_DONE_TO


def _is_set_off(token: Token, subject: Token, sentence: Sentence) -> bool:
    """Whether a "-ed" form is passive by its commas: "the drawings, released in May", "..., a name dropped in May"."""
    if token.tag not in ("VBD", "VBN") or token.lemma == "say" or token.word.lower() in _PASTS:
        return False
    if token.child("dobj", "ccomp", "acomp", "xcomp") is not None:
        return False
    between = [part.word for part in sentence.tokens[subject.index + 1 : token.index]]
    first = subject.subtree()[0].index
    linked = any(part.dep == "cc" for part in token.head.children if part.index < token.index)
    apposed = token.dep == "conj" and not linked and first > 0 and sentence.tokens[first - 1].word == ","
    return between == [","] or (apposed and not between and subject.child("det") is not None)


def _is_negated(token: Token) -> bool:
    """Whether a clause is denied: by "not", "never", "neither ... nor", its subject ("nobody was hurt") or object."""
    if any(_denies(child) or child.lemma in ("never", "neither", "nor") for child in token.children):
        return True
    if any(child.dep == "prep" and is_no_time(child.child("pobj")) for child in token.children):
        return True  # "at no time did they"
    if any(child.lemma in ("long", "longer") and child.child("neg", "det") is not None for child in token.children):
        return True  # "no longer"
    thing = token.child("dobj")
    if thing is not None and any(part.dep == "det" and part.lemma == "no" for part in thing.children):
        return True  # "took no money"
    beside = [part for part in token.head.children if token.dep == "conj" and part.dep in ("cc", "preconj")]
    if any(part.lemma in ("neither", "nor") for part in beside):
        return True
    subject = token.child("nsubj", "nsubjpass")
    if subject is None and any(part.lemma == "or" for part in beside) and token.head.child("neg") is not None:
        return True
    if subject is None:
        return False
    words = [subject, *(part for part in subject.children if part.dep in ("det", "preconj", "cc", "neg"))]
    return any(word.lemma in _NOBODY for word in words)


def _denies(word: Token) -> bool:
    """Whether it is a "not", but not that of "whether or not"."""
    beside = [part.lemma for part in word.head.children if word.index - 3 < part.index < word.index]
    return word.dep == "neg" and beside[-1:] != ["or"]


def is_no_time(noun: Token | None) -> bool:
    """ "No time", "no point", "no way"."""
    when = noun is not None and noun.lemma in ("time", "point", "way", "circumstance", "stage")
    return noun is not None and when and any(part.lemma == "no" for part in noun.children)


def _tense(token: Token, words: list[str], *, passive: bool) -> Tense:
    """From the auxiliaries first: "to be opened" is an infinitive, "had been opened" a pluperfect."""
    if any(word in _FUTURE for word in words):
        return Tense.FUTURE
    if "would" in words:
        return Tense.WOULD
    if any(word in _MODALS for word in words):
        return Tense.MODAL
    if "to" in words:
        return Tense.INFINITIVE
    if any(word in ("had", "'d") for word in words) and (token.tag in ("VBN", "VBD") or "been" in words):
        return Tense.PLUPERFECT
    if any(word in _HAVE for word in words):
        return Tense.PERFECT
    if token.tag == "VBG":
        past = any(word in ("was", "were") for word in words)
        return Tense.PAST if past else Tense.PROGRESSIVE if words else Tense.PARTICIPLE
    if passive or any(word in _BE for word in words):
        present = any(word in ("is", "are", "am", "'s", "'re", "'m", "being") for word in words)
        return Tense.PRESENT if present else Tense.PAST if words else Tense.PARTICIPLE
    if "did" in words or token.tag == "VBD":
        return Tense.PAST
    if token.tag == "VBN":
        return Tense.PARTICIPLE
    return Tense.INFINITIVE if token.dep == "xcomp" and token.tag == "VB" else Tense.PRESENT


def _share(predicate: Predicate) -> None:
    """A verb without a subject of its own takes it from the verb or noun it hangs from."""
    token, governor = predicate.token, predicate.governor
    antecedent = token.head if token.dep in ("relcl", "acl") and not token.head.is_verb else None
    if token.dep == "acl" and antecedent is not None:
        bare = predicate.tense is Tense.PARTICIPLE and token.tag in ("VBN", "VBD") and predicate.subject is None
        if bare and (token.lemma in _NEVER_DONE_TO or token.word.lower() in _PASTS):
            predicate.subject, predicate.tense = antecedent, Tense.PAST
        elif bare:
            predicate.passive = True
            agent = token.child("agent")
            predicate.object, predicate.subject = antecedent, agent.child("pobj") if agent else None
        elif predicate.subject is None and token.tag == "VBG":
            predicate.subject = antecedent
    elif token.dep == "relcl" and antecedent is not None:
        _share_relative(predicate, antecedent)
    elif governor is not None and not governor.noun and token.dep in _SHARES_SUBJECT:
        bare = predicate.tense is Tense.PARTICIPLE and token.tag == "VBN" and predicate.subject is None
        apart = token.index > governor.token.index or token.subtree()[0].index < 3
        restored = token.dep == "conj" and governor.token.dep == "acl" and governor.passive  # "built and restored"
        restored = restored and token.child("dobj") is None
        predicate.passive = predicate.passive or (bare and ((token.dep == "advcl" and apart) or restored))
        _share_clause(predicate, governor)


def _share_relative(predicate: Predicate, antecedent: Token) -> None:
    """The "who" or "which" of a relative clause stands for the noun before it."""
    for role in ("subject", "object"):
        filler = getattr(predicate, role)
        if filler is not None and filler.tag in ("WP", "WDT"):
            setattr(predicate, role, antecedent)
    if predicate.object is None and predicate.subject is not None and predicate.subject is not antecedent:
        predicate.object = (
            antecedent
            if not any(c.dep in ("advmod", "prep") and c.tag == "WRB" for c in predicate.token.children)
            else None
        )


def _share_clause(predicate: Predicate, governor: Predicate) -> None:
    """ "Seized the bank and held it": the second verb has the first one's subject."""
    shared = governor.object if governor.passive else governor.subject
    spent = governor.lemma in _SPENDING and governor.object is not None and governor.object.tag == "CD"
    if predicate.token.dep == "xcomp" and not governor.passive and governor.object is not None and not spent:
        shared = governor.object
    if predicate.token.dep == "pcomp" and predicate.token.head.lemma == "as" and governor.object is not None:
        shared = governor.object  # "listed him as having donated"
    if shared is not None and shared.dep == "expl":  # "there are species that ..., and could be lost"
        shared = governor.token.child("attr")
    named = governor.token.child("attr") if governor.lemma == "be" else None
    if predicate.passive and predicate.object is None:  # "the worry is the canal, started by": the canal was
        beside = named is not None and predicate.token.dep == "advcl" and predicate.token.index > named.index
        predicate.object = named if beside else shared
    elif not predicate.passive and predicate.subject is None:
        predicate.subject = shared


def _trigger(predicate: Predicate, lexicon: Lexicon) -> list[Token]:
    """The words that stand for the event: the verb with its particle, "began gathering", "held a meeting"."""
    token = predicate.token
    words = [token, *(child for child in token.children if child.dep == "prt")]
    if predicate.noun:
        return [token]
    inner = token.child("xcomp")
    if inner is not None and inner.tag == "VBG" and lexicon.is_verb(token.lemma, "begin"):
        return [*words, inner]
    carried = token.child("dobj")
    if carried is not None and lexicon.is_verb(token.lemma, "light") and lexicon.is_event_noun(carried.lemma):
        words.append(carried)
    return words

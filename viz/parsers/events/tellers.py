"""Through which clause an event is told: its own, or the one without which it would say more than the sentence does.

Infinitives, conditions and what is doubted or denied are told through the verb they hang from ("refused to sign",
"there is no reason to believe that").
"""

from __future__ import annotations

from viz.parsers.events.denials import is_unproven
from viz.parsers.events.predicates import TOLD, Predicate, Tense
from viz.parsers.events.pruning import CONDITIONS
from viz.parsers.events.syntax import Token, supposes

_BARE = (Tense.INFINITIVE, Tense.PARTICIPLE)
_TEMPORAL = frozenset("after before since when while upon".split())
_UNREAL = frozenset(
    """verify want hope fear worry doubt wish demand insist suggest propose recommend ask urge think convince persuade
    ensure guarantee""".split()
)
_CAUSING = frozenset("have get see want find keep leave make like".split())
_EFFECTING = frozenset("cause prompt force lead allow enable spark trigger".split())
_LETTING = frozenset("let make have see watch help".split())
_SUPPOSED = CONDITIONS | {"once"}
_FINDING = frozenset("find consider deem keep leave".split())
_OPEN_NOUNS = frozenset("probability chance possibility likelihood risk hope fear claim allegation belief".split())
_VIEWS = frozenset("hope fear goal aim plan idea belief view dream expectation worry concern theory".split())
_DOUBTFUL = frozenset(
    "skeptical sceptical unlikely likely possible impossible doubtful unclear uncertain improbable".split()
)
_CERTAIN = frozenset("clear certain sure obvious evident".split())
_GROUNDS = frozenset("reason evidence ground".split())


def teller(predicate: Predicate) -> Predicate:
    """The predicate whose clause tells the event: its own, or that of the verb it hangs from."""
    current = predicate
    for _ in range(8):
        governor = current.governor
        if governor is None or not _is_told_through(current):
            return current
        current = governor
    return current


def _is_told_through(predicate: Predicate) -> bool:
    token, governor = predicate.token, predicate.governor
    if predicate.noun or governor is None:
        return predicate.noun
    own = token.child("nsubj", "nsubjpass", "expl") is not None
    if token.dep == "conj" and token.head is governor.token and not own and _is_paired(token):
        return True
    if token.dep == "conj" and token.head is governor.token and not own and predicate.tense in _BARE:
        alike = predicate.tense is governor.tense is Tense.PARTICIPLE
        bare = governor.tense in _BARE and not alike
        return predicate.tense is Tense.INFINITIVE or _is_told_through(governor) or bare
    marks = {part.lemma for part in token.children if part.dep in ("mark", "advmod")}
    if "whether" in marks or (token.dep in ("advcl", "ccomp", "conj") and marks & _SUPPOSED):
        return True
    if token.dep in ("ccomp", "acl", "relcl") and token.head.lemma in _OPEN_NOUNS and token.head.is_noun and own:
        return True
    first = token.head if token.dep == "conj" and not own else token
    if (first is not token and _is_conditional(first)) or (first.dep == "ccomp" and _is_conditional(first.head)):
        return True  # "if he is charged and convicted", "if it was promised that he could"
    if (token.dep == "ccomp" and _is_view(token.head)) or _is_due(token) or _is_bidden(token):
        return True
    if token.dep == "advcl" and token.lemma == "take" and _is_it(token.child("nsubj")):
        return True  # "wait as long as it takes to bring him back"
    if token.dep == "ccomp" and _is_doubtful(token.head):
        return token.index > governor.token.index
    if own and _lacks_ground(token):
        return True
    if token.dep == "ccomp" and not governor.noun and (governor.lemma in _UNREAL or governor.negated):
        return token.index > governor.token.index
    if (token.dep in ("ccomp", "pcomp") and _is_question(token)) or token.dep in ("acomp", "attr", "oprd"):
        return True
    if predicate.awaited or supposes(token):
        return True
    led = any(part.dep == "mark" or part.index < token.index for part in token.children if part.lemma in marks)
    led = led or (bool(marks) and token.child("auxpass") is not None)  # "having been burned repeatedly"
    if token.dep == "advcl" and not own and (led or (token.tag == "VBN" and not predicate.passive)):
        return True
    bare = predicate.tense is Tense.PARTICIPLE or (token.tag == "VBD" and token.child("dobj", "mark", "aux") is None)
    if token.dep == "ccomp" and bare and governor.lemma in (_FINDING if token.tag == "VBD" else _CAUSING):
        return True  # "finds the plan flawed"
    if predicate.tense is Tense.INFINITIVE or token.dep == "xcomp":
        return predicate.tense in _BARE or not own
    if predicate.tense is not Tense.PARTICIPLE or predicate.passive or token.tag != "VBG":
        return False
    if token.dep == "advcl" and token.lemma in _EFFECTING and governor.passive:
        return True  # "ten were infected, causing the state to act": not the ten
    if token.dep == "pcomp":
        return token.head.lemma not in _TEMPORAL or governor.tense not in TOLD
    return governor.tense not in TOLD or token.dep not in ("advcl", "acl", "conj")


def _is_conditional(clause: Token) -> bool:
    """Whether a clause opens with "if" or its like."""
    marks = {part.lemma.lower() for part in clause.children if part.dep in ("mark", "advmod")}
    return clause.dep in ("advcl", "ccomp") and bool(marks & _SUPPOSED)


def _is_due(clause: Token) -> bool:
    """ "It is high time he was sent back": he was not."""
    time = clause.head if clause.head.lemma == "time" else clause.head.child("attr")
    high = time is not None and time.lemma == "time" and any(part.lemma == "high" for part in time.children)
    return clause.dep in ("relcl", "acl", "ccomp") and high


def _is_bidden(clause: Token) -> bool:
    """Whether a clause has its bare verb: "urged that it be settled", "let the offensive begin"."""
    helpers = [part.word.lower() for part in clause.children if part.dep in ("aux", "auxpass")]
    subject = clause.child("nsubj", "nsubjpass")
    asked = helpers == ["be"] and clause.child("mark") is not None
    let = not helpers and clause.tag == "VB" and clause.head.lemma in _LETTING
    bidden = clause.dep in ("ccomp", "acl") and (asked or let)
    return bidden and subject is not None and subject.index < clause.index


def _is_it(subject: Token | None) -> bool:
    return subject is not None and subject.lemma == "it"


def _is_view(verb: Token) -> bool:
    """Whether what follows "is" is only hoped or thought: "the hope is that he will resign"."""
    subject = verb.child("nsubj")
    return verb.lemma == "be" and subject is not None and subject.lemma in _VIEWS


def _is_doubtful(word: Token) -> bool:
    """ "Unlikely that", or the "is" of "it is unlikely the case will be closed", "it is by no means clear that"."""
    state = word.child("acomp", "attr")
    if state is not None and state.lemma in _CERTAIN and _is_denied(word, state):
        return True
    return word.lemma in _DOUBTFUL or (state is not None and state.lemma in _DOUBTFUL)


def _is_denied(verb: Token, last: Token) -> bool:
    """Whether a "not" or "no" stands below a verb and before a word."""
    return any(part.lemma in ("not", "n't", "no", "far") and part.index < last.index for part in verb.subtree())


def _lacks_ground(token: Token) -> bool:
    """ "Found no evidence that they had left", "no reason to believe that they plan to": nothing says that they do."""
    noun = token.head.head
    believed = token.dep == "ccomp" and noun.lemma in _GROUNDS and token.child("mark") is not None
    way = token.dep == "relcl" and token.head.lemma == "way" and token.child("nsubj") is not None  # "no way he will go"
    believed = believed or way
    noun = token.head if way else noun
    return is_unproven(token) or (believed and any(part.lemma == "no" for part in noun.children))


def _is_question(verb: Token) -> bool:
    """Whether a clause opens with a question word of its own ("how tentative it has become")."""
    words = [part for part in verb.subtree() if part.index < verb.index and part.tag in ("WRB", "WP")]
    return any(part.head is verb or part.head.head is verb for part in words)


def _is_paired(token: Token) -> bool:
    """Whether a verb is the second of "neither ... nor" or "not ... or", whose denial stands with the first."""
    links = {part.lemma for part in token.head.children if part.dep in ("cc", "preconj")}
    return bool(links & {"neither", "nor"}) or ("or" in links and token.head.child("neg") is not None)

"""Denials: that something did not or will not happen, who says so, and in what words."""

from __future__ import annotations

from viz.parsers.events.accounts import HEARSAY, is_apart, link_of, reporter_of
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.mending_speech import DENIALS
from viz.parsers.events.predicates import Predicate, Tense
from viz.parsers.events.syntax import Token

DISMISSALS = frozenset("dismiss rubbish rebuff".split())
ARRANGED = frozenset("schedule slate plan expect set".split())
_REFUSALS = frozenset("refuse decline fail".split())
_SEEMING = frozenset("appear seem believe think expect".split())
"""Verbs whose "not" belongs to what hangs from them: "it did not appear that anyone was hurt"."""
_EVIDENCE = frozenset("evidence indication sign proof".split())


def why_denied(predicate: Predicate) -> str:
    """Why it counts as denied, "" when it does not."""
    if predicate.modal in ("may", "might"):
        return ""  # "may not meet": it may as well
    if predicate.negated and not _is_put_off(predicate):
        return "The sentence says that it did not or will not happen."
    if is_unproven(predicate.token):
        return "Nothing is known to show it."
    current, governor = predicate, predicate.governor
    mark = predicate.token.child("mark")
    if predicate.token.dep == "conj" and mark is not None and mark.lemma == "that" and governor is not None:
        apart = governor.noun or governor.negated  # "said that it did not and that it would"
        return "" if apart else why_denied(governor)  # "denied that he did, or that he would"
    for _ in range(3):
        if governor is None or not _is_content(current, governor):
            return ""
        if _denies(governor, current.token):
            return f"It is denied (“{governor.token.word}”)."
        if _refuses(governor) and predicate.tense is Tense.INFINITIVE and link_of(predicate, governor) == "xcomp":
            return f"It was not done (“{governor.token.word}”)."
        seems = governor.lemma in _SEEMING and link_of(predicate, governor) in ("ccomp", "xcomp")
        if _is_put_off(governor):
            return ""
        if not governor.noun and governor.negated and (seems or link_of(predicate, governor) == "xcomp"):
            return "The sentence says that it did not or will not happen."
        aimed = link_of(predicate, governor) == "xcomp" and predicate.tense is Tense.INFINITIVE
        if not governor.noun and governor.lemma != "accuse" and not aimed:  # goes on in "denied that he meant to go"
            return ""
        current, governor = governor, governor.governor
    return ""


def denies_doing(predicate: Predicate) -> bool:
    """ "The army denied attacking the village": what is told is the denied attack."""
    content = predicate.token.child("xcomp")
    return predicate.lemma == "deny" and content is not None and content.tag == "VBG" and not predicate.negated


def is_unproven(token: Token) -> bool:
    """Whether there is "no evidence that" it happened."""
    noun = token.head
    if token.dep not in ("acl", "relcl", "ccomp") or noun.lemma not in _EVIDENCE or token.child("mark") is None:
        return False
    verb = noun.head
    return any(part.lemma == "no" for part in noun.children if part.dep == "det") or verb.child("neg") is not None


def _denies(governor: Predicate, content: Token) -> bool:
    """Whether a verb takes back what hangs from it: "denied that", "dismissed reports that"."""
    if governor.noun or governor.negated:
        return False
    if governor.token.dep == "conj" and governor.token.head.lemma == "confirm":
        return False  # "declined to confirm or deny"
    heard = content.dep in ("acl", "relcl") and content.head.lemma in HEARSAY
    return governor.lemma in DENIALS or governor.lemma == "rule-out" or (heard and governor.lemma in DISMISSALS)


def _is_put_off(predicate: Predicate) -> bool:
    """ "Was not reopened until June", "is not expected to start before June": it was, or is, only later."""
    inner = predicate.token.child("xcomp")
    children = [*predicate.token.children, *(inner.children if inner is not None else ())]
    if any(child.lemma == "until" for child in children):
        return True
    ahead = predicate.lemma in ARRANGED or predicate.tense is Tense.FUTURE
    if ahead and any(child.lemma == "before" and child.dep == "prep" for child in children):
        return True
    clause = any(part.lemma == "until" for child in children for part in child.children)
    return clause and (predicate.lemma in ARRANGED or predicate.tense in (Tense.PAST, Tense.PLUPERFECT))


def _refuses(predicate: Predicate) -> bool:
    """Whether a verb says that what hangs from it was not done: "refused to", "failed to"."""
    return not predicate.noun and not predicate.negated and predicate.lemma in _REFUSALS


def _is_content(predicate: Predicate, governor: Predicate) -> bool:
    """Whether a clause is part of what the one over it says: no relative clause, no further clause, no circumstance."""
    token = predicate.token
    if predicate.noun or (token.dep in ("acl", "relcl") and token.child("mark") is not None):
        return True
    return link_of(predicate, governor) not in ("relcl", "acl", "conj", "advcl") and not is_apart(token, governor.token)


def who_denies(predicate: Predicate, lexicon: Lexicon) -> Token | None:
    """Who denied doing it, or said that nothing shows it; None where the article itself says that it was not."""
    governor = predicate.governor
    if predicate.negated or governor is None or governor.noun:
        return None
    if governor.lemma in DENIALS and predicate.token.dep == "xcomp":
        return governor.subject
    above = reporter_of(governor, lexicon) if is_unproven(predicate.token) else None
    return above.subject if above is not None else None

"""Charges denied in the sentence that tells them: "he took bribes, a charge he denies"."""

from __future__ import annotations

from viz.parsers.events.accounts import BLAMES
from viz.parsers.events.mending_speech import CHARGES, DENIALS
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Token

_RULED = BLAMES | frozenset("convict sentence jail imprison indict charge arrest detain fine acquit clear".split())
_ALLEGING = frozenset("allege claim assert charge say".split())


def denial_of_charge(predicate: Predicate) -> Token | None:
    """The verb by which somebody denies what a predicate tells."""
    for charge in () if predicate.noun else predicate.sentence.tokens[predicate.token.index :]:
        if charge.lemma in CHARGES and charge.is_noun:
            denial = _denial(charge)
            if denial is not None and _charged(charge) is predicate.token:
                return denial
    return None


def denier_of(denial: Token) -> Token | None:
    """Who denies it."""
    agent = denial.child("agent")
    return agent.child("pobj") if agent is not None else denial.child("nsubj")


def _denial(charge: Token) -> Token | None:
    """ "A charge he denies", "an allegation denied by": the verb below a charge that sums up what stands before it."""
    article = charge.child("det")
    if article is None or article.lemma not in ("a", "an"):
        return None
    return next((part for part in charge.children if part.dep in ("relcl", "acl") and part.lemma in DENIALS), None)


def _charged(charge: Token) -> Token | None:
    """The verb of what a charge says: the last thing alleged before it, or else the clause itself."""
    outer = next((part for part in charge.ancestors() if part.is_verb), None)
    before = [part for part in (outer.subtree() if outer is not None else ()) if part.index < charge.index]
    alleged = [part for part in before if part.is_verb and _is_alleged(part)]
    if alleged:
        return alleged[-1]
    return outer if outer is None or outer.lemma not in _RULED else None  # that somebody was accused is not denied


def _is_alleged(verb: Token) -> bool:
    blamed = verb.dep == "pcomp" and verb.head.head.lemma in BLAMES
    return blamed or (verb.dep == "ccomp" and verb.head.lemma in _ALLEGING)

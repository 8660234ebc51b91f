"""Branches: what kind of part of a clause hangs below a word, by its own words and labels."""

from __future__ import annotations

from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import UNITS, Token

_SPEAKERS = ("I", "we", "We")
_EXCEPTING = frozenset("except excluding barring".split())
_TAKING = frozenset("buy acquire purchase sell take build make get obtain".split())
_SHORT = 8  # words
PAIRS = frozenset("neither nor either both".split())


def is_exception(child: Token) -> bool:
    """ "All the parties, with the exception of the Greens", "speaker after speaker": without it the line is untrue."""
    named = child.child("pobj")
    if child.dep != "prep" or not child.head.is_noun:
        return False
    if child.lemma == "after" and named is not None and named.lemma.lower() == child.head.lemma.lower():
        return True
    return child.lemma in _EXCEPTING or (child.lemma == "with" and named is not None and named.lemma == "exception")


def ends_journey(child: Token) -> bool:
    """The "to Osh" of "travel from Naryn, Kyrgyzstan, to Osh", whose comma closes the aside before it."""
    if child.dep != "prep" or child.lemma != "to":
        return False
    return any(part.dep == "prep" and part.lemma == "from" and part.index < child.index for part in child.head.children)


def adds_to_term(child: Token) -> bool:
    """The three months of "two years, three months", or the "yes" of "voted yes"."""
    if child.dep == "intj":
        return child.lemma in ("yes", "no") and child.head.lemma in ("vote", "answer")
    counted = child.dep in ("appos", "conj") and child.child("nummod") is not None
    return counted and child.lemma in UNITS and child.head.lemma in UNITS


def is_half(child: Token) -> bool:
    """ "Into a slump and the rest of the world into a crisis": what goes on has lost its verb."""
    link = child.head.head
    again = child.child("prep") if child.dep == "conj" and child.head.dep == "pobj" else None
    return again is not None and link.lemma == again.lemma == "into" and link.head.child("dobj") is not None


def is_spoken(verb: Token) -> bool:
    """Whether a speaker tells it of himself: "I dreamed"."""
    return any(part.dep == "nsubj" and part.word in _SPEAKERS for part in verb.children)


def is_calling(child: Token) -> bool:
    """ "Orozov, a doctor and writer": what one person is, and no list of several."""
    joined = child.child("conj")
    alone = child.head.is_name and child.head.dep != "conj" and child.head.child("conj") is None
    return alone and not child.is_name and joined is not None and not joined.is_name


def is_named(child: Token) -> bool:
    """ "A group called Qilin"."""
    name = child.child("oprd", "dobj", "attr")
    return child.dep == "acl" and child.lemma in ("call", "name") and name is not None and name.is_name


def tells_toll(child: Token) -> bool:
    """ ", killing dozens of fighters": the victims are the news."""
    harms = child.dep == "advcl" and child.tag == "VBG" and child.lemma in lexicon().harming
    if not harms or child.index < child.head.index:
        return False
    hurt = child.child("dobj")
    return hurt is not None and len(hurt.subtree()) < _SHORT and child.child("mark", "advmod") is None


def follows_lost_link(child: Token) -> bool:
    """Whether an "and" before the branch joins nothing that stays: what follows would hang in the air."""
    links = [part for part in child.head.children if part.dep == "cc" and part.index < child.index]
    if not links or links[-1].index < child.head.index:
        return False
    return not any(part.dep == "conj" and part.index > links[-1].index for part in child.head.children)


def leads_to_lost(child: Token) -> bool:
    """ "Infect millions, and, at worst, kill": the "at worst" of a verb that goes."""
    links = [part for part in child.head.children if part.dep == "cc" and part.index < child.index]
    if not links or not 0 < child.subtree()[0].index - links[-1].index <= 2:
        return False
    joined = next((part for part in child.head.children if part.dep == "conj" and part.index > child.index), None)
    return joined is None or (joined.is_verb and not stays_joined(joined))


def stays_joined(child: Token) -> bool:
    """Whether what "and" adds belongs to the line: other nouns, verbs that share an object or a "neither"."""
    head = child.head
    if not head.is_verb:
        gerund = child.tag == "VBG" and (head.tag == "VBG" or child.child("dobj") is None)
        return not child.is_verb or gerund or child.child("compound", "amod", "det", "poss") is not None
    if child.tag == "IN" and child.child("pobj") is not None and head.dep not in ("relcl", "acl"):
        return True  # "to reduce debt and for other purposes"
    if child.child("nsubj", "nsubjpass", "expl") is not None or not child.is_verb:
        return child.tag.startswith("JJ") and child.child("dobj") is None
    if any(other.dep in ("preconj", "cc", "advmod") and other.lemma in (*PAIRS, "only") for other in head.children):
        return True
    if any(other.dep == "cc" and other.lemma == "or" for other in head.children):
        return True  # "arrested or located": either alone would say more
    between = [other for other in head.children if head.index < other.index < child.index]
    if head.lemma in _TAKING and head.child("dobj", "nsubjpass") is None and child.child("dobj") is not None:
        return True  # "agreed to buy for $57 million and lease back the theater"
    bare = head.tag == child.tag == "VB"  # "to renovate, furnish and staff the offices"
    return all(other.dep in ("cc", "prt", "conj") or (bare and other.word == ",") for other in between)


def ranks(verb: Token) -> bool:
    """Whether something is told as the first or last of its kind, which it is only then and there."""
    subject = verb.child("nsubj", "nsubjpass")
    marks = subject.children if subject is not None else ()
    ranked = any(part.tag == "JJS" and part.dep == "amod" and part.lemma not in ("most", "many") for part in marks)
    return ranked or any(part.lemma in ("first", "last") and part.dep == "advmod" for part in verb.children)

"""Who a line is about: the subject of a clause, its own, shared or referred back to, and whether it fits its verb."""

from __future__ import annotations

from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import SUBJECTS, Token
from viz.parsers.events.wording import FIRST_PERSON

_NUMBERS = frozenset("number majority couple group handful total variety range series lot dozen hundred".split())
_SINGULAR = frozenset("is was has 's".split())
_SEVERAL = frozenset("are were have 're 've".split())
_PRESENT_SEVERAL = frozenset("are 're".split())
_LIKE_PLURALS = frozenset("news politics series headquarters means economics mathematics species".split())


def subject_of(predicate: Predicate) -> Token | None:
    """The noun the line is about: the clause's own subject, else the one it shares or refers back to."""
    subjects = [child for child in predicate.token.children if child.dep in SUBJECTS]
    own = next((child for child in subjects if is_first_person(child)), subjects[0] if subjects else None)
    if own is not None and own.tag in ("WP", "WDT") and predicate.token.dep == "ccomp":
        clause = predicate.token.head
        if clause.dep == "relcl" and own.index < clause.index:
            return clause.head  # "the plan, which it said was sound"
    if any(part.head.lemma == "of" for one in subjects[1:] for part in one.subtree() if part.tag in ("WP", "WDT")):
        return None  # "those loans, most of which were paid"
    if own is not None and own.tag not in ("WP", "WDT"):
        whole = not own.tag.startswith("JJ") or own.child("det") is not None  # "older are" has lost its noun
        return own if whole and _agrees(own, predicate) else None
    if own is not None and predicate.token.dep == "relcl":
        joined = _antecedent(predicate)
        if joined is not None:
            return joined
    shared: Token | None = None
    current: Predicate | None = predicate
    while current is not None and (shared is None or not _agrees(shared, predicate)):
        shared = current.object if current.passive else current.subject
        current = current.governor
    if shared is None or shared.tag in ("WP", "WDT", "WRB") or not _agrees(shared, predicate):
        return None
    if shared.lemma == "one" and shared.dep == "appos":
        return None  # "a goal, one that grew out of a desire"
    if shared.dep == "appos" and (shared.head.is_name or _is_called(shared)):
        return shared.head if shared.head.dep != "conj" else shared.head.head
    measured = shared.head.head if shared.head.lemma == "of" else shared
    if predicate.token.dep == "relcl" and measured.tag == "CD" and measured.lemma != "one":
        return measured  # "eleven of the residents that had travelled"
    dollars = "$" in (part.word for part in shared.children)
    bare = shared.tag == "NN" and shared.child("det", "poss", "compound") is None  # "a note of reply handed to"
    return measured if (dollars or bare) and measured.is_noun else shared


def _is_called(name: Token) -> bool:
    """Whether a name follows what it is the name of: "the carrier Kara Suu"."""
    noun = name.head
    return name.is_name and noun.tag == "NN" and name.subtree()[0].index == noun.index + 1


def _antecedent(predicate: Predicate) -> Token | None:
    """The first of several that "who" stands for: "two nurses and a driver who were abducted"."""
    noun = predicate.token.head
    counted = noun.child("nummod") is not None and noun.head.child("nummod") is not None  # "two men and two women who"
    if _agrees(noun, predicate) and not (counted and noun.dep == "conj"):
        return None
    while noun.dep == "conj" and noun.head.is_noun:
        noun = noun.head
    return noun if noun is not predicate.token.head and _agrees(noun, predicate) else None


def _agrees(subject: Token, predicate: Predicate) -> bool:
    """Whether a subject fits the number of the auxiliary: what does not was joined by mistake."""
    finite = (*predicate.helpers, predicate.token)[0].word.lower()
    if subject.child("conj") is not None or subject.child("nummod") is not None:
        return True
    if finite in _SINGULAR:
        name = subject.word[:1].isupper() and subject.child("det", "amod", "nummod") is None  # "Mendes was sworn in"
        return subject.tag != "NNS" or subject.lemma in (subject.word.lower(), *_LIKE_PLURALS) or name
    shared = subject.head is not predicate.token
    article = subject.child("det")
    one = finite in _PRESENT_SEVERAL or (article is not None and article.lemma in ("a", "an"))  # "a Libyan were"
    single = subject.tag in ("NN", "JJ") or (subject.tag == "NNP" and one)
    several = subject.child("prep") is not None and (subject.lemma in _NUMBERS or subject.child("det") is None)
    return finite not in _SEVERAL or not single or not shared or several


def is_first_person(token: Token | None) -> bool:
    """Whether a subject is "I", "we" or "you", which a headline cannot open with."""
    return token is not None and token.word.lower() in FIRST_PERSON

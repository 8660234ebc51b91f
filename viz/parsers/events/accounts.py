"""Accounts: whose words a clause gives, from the reporting verb or the phrase that stands over it."""

from __future__ import annotations

from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Token

REPORTING = ("say", "claim", "announce")
BLAMES = frozenset("accuse suspect blame".split())
HEARSAY = frozenset("report claim charge allegation rumor rumour accusation suspicion suggestion".split())
_TOLD_BY = frozenset("account version estimate reckoning".split())


def reporter_of(predicate: Predicate, lexicon: Lexicon) -> Predicate | None:
    """The reporting verb whose account a predicate belongs to ("police said a car was hit by stones thrown ...")."""
    inside = False
    current = predicate
    for _ in range(12):
        governor = current.governor
        if governor is None:
            return None
        dep = link_of(current, governor)
        aside = dep == "acl" and (not governor.noun or _follows_comma(current)) and not _is_that(current)
        if (dep == "relcl" or aside) and not current.noun:
            return None
        complement = dep == "ccomp" and not is_apart(current.token, governor.token)
        blamed = governor.lemma in BLAMES and current.token.dep in ("pcomp", "pobj")
        inside = inside or complement or blamed or (dep == "xcomp" and governor.lemma in ("claim", "allege"))
        if inside and not governor.noun and lexicon.is_verb(governor.lemma, *REPORTING):
            return governor
        if current.noun and not governor.noun:
            return reporter_of(governor, lexicon)
        current = governor
    return None


def _is_that(predicate: Predicate) -> bool:
    """Whether a clause says what a noun is: "the fact that many had sold"."""
    mark = predicate.token.child("mark")
    return mark is not None and mark.lemma == "that"


def _follows_comma(predicate: Predicate) -> bool:
    """Whether a participle is the article's own aside: "they would fight the ruling, announced on Wednesday"."""
    first = predicate.token.subtree()[0].index
    return first > 0 and predicate.sentence.tokens[first - 1].word == ","


def is_apart(first: Token, second: Token) -> bool:
    """Whether a semicolon stands between two verbs: then neither is the content of the other."""
    low, high = sorted((first.index, second.index))
    root = first
    while not root.is_root:
        root = root.head
    return any(token.word == ";" and low < token.index < high for token in root.subtree())


def link_of(current: Predicate, governor: Predicate) -> str:
    """The label by which one predicate hangs from the other: that of the last step up."""
    token = current.token
    if token.dep in ("relcl", "acl"):
        return token.dep
    while token.head is not governor.token and not token.is_root:
        token = token.head
        if token.dep in ("relcl", "acl"):
            return token.dep
    return token.dep


def account_of(predicate: Predicate, lexicon: Lexicon) -> Token | None:
    """The source of "according to X", "by X's account", "workers, X said, were ...", "reports that ..."."""
    tokens = _same_account(predicate.token)
    heard = predicate.token.head
    if predicate.token.dep in ("acl", "relcl") and heard.lemma in HEARSAY and _is_content(predicate.token):
        return heard.child("poss") or heard
    if predicate.token.dep == "acl" and heard.dep == "pobj" and heard.head.lemma == "of":
        telling = heard.head.head  # "accounts of people fleeing"
        if telling.lemma in ("report", "account") and telling.tag == "NNS":
            return telling
    for child in (child for token in tokens for child in token.children):
        if child.dep == "parataxis" and lexicon.is_verb(child.lemma, *REPORTING) and child.child("nsubj"):
            return child.child("nsubj")
        alone = child.child("ccomp", "dobj", "xcomp") is None
        if says_as(child) and alone and lexicon.is_verb(child.lemma, *REPORTING):
            return child.child("nsubj")
        if child.lemma == "accord" and child not in predicate.token.ancestors():
            inner = child.child("prep")
            return inner.child("pobj") if inner else None
        named = child.child("pobj") if child.dep == "prep" and child.lemma in ("by", "in") else None
        if named is not None and named.lemma in _TOLD_BY and not named.is_name:
            return named.child("poss") or named
    return None


def _is_content(clause: Token) -> bool:
    """Whether a clause says what a charge is: "charges that he fled", "charges it had bribed them"."""
    if clause.child("mark") is not None or any(part.tag in ("WDT", "WP") for part in clause.children):
        return clause.dep == "acl"
    return clause.child("nsubj", "nsubjpass") is not None and clause.child("dobj", "auxpass") is not None


def says_as(clause: Token) -> bool:
    """Whether a clause stands beside another by "as": "as the minister said in Osh, the talks failed"."""
    return clause.dep == "advcl" and any(part.dep == "mark" and part.lemma == "as" for part in clause.children)


def denial_after(predicate: Predicate) -> Token | None:
    """The verb that takes it back in the same sentence: "he signed it, his office said, but the aide denied that he
    had done so"."""
    denials = (part for part in predicate.token.children if part.dep == "conj" and part.lemma == "deny")
    for denial in () if predicate.noun else denials:
        content = denial.child("ccomp", "xcomp")
        so = content is not None and content.lemma == "do" and any(part.lemma == "so" for part in content.children)
        if so and denial.child("nsubj") is not None and denial.child("neg") is None:
            return denial
    return None


def _same_account(token: Token) -> list[Token]:
    """A word and the verbs above it, up to where "but" begins a clause of its own, which may be another's account."""
    found = [token]
    for above in token.ancestors():
        last = found[-1]
        links = {part.lemma for part in last.head.children if part.dep == "cc" and part.index < last.index}
        if last.dep == "conj" and "but" in links and last.child("nsubj", "nsubjpass") is not None:
            break
        if above.is_verb:
            found.append(above)
    return found

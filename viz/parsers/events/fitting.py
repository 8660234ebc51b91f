"""Fitting: what a line can do without while it is too long, the least needed branches first."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.branches import tells_toll
from viz.parsers.events.pruning import Scope, is_condition, is_set_off
from viz.parsers.events.syntax import Token

LONGEST = 24  # words a line should have at most; what cannot be spared may make it longer
TOO_LONG = 34  # words from which on even complements go
_WITH_SECOND_OBJECT = frozenset(
    """attribute accuse charge blame bet stake link describe regard convert transform divide deprive inform provide
    supply transfer deliver bring entitle escort plunge throw drag remove bar expel exclude oust clear strip rob free
    ban prevent keep stop""".split()
)
_NEEDED = ("of", "between", "until")
_OPENS_NOUN = ("NN", "NNS", "NNP", "NNPS", "DT", "JJ", "CD", "PRP$")
_TIMES = frozenset("time moment day way".split())
_OPEN_NOUNS = frozenset("connection addition relation comparison accordance exchange".split())
_FOCUSING = frozenset("first only mainly largely mostly partly primarily chiefly especially particularly even".split())
_CONTENT_NOUNS = frozenset(
    """probability chance fact possibility risk evidence sign claim belief hope fear news idea likelihood report rumor
    rumour allegation accusation suggestion speculation warning""".split()
)


def fit(kept: set[int], scope: Scope, *, verb: Token) -> set[int]:
    """The kept words, less what a line can do without while it is too long; `verb` is the word it is built on."""
    kept = set(kept)
    while True:
        length = sum(1 for index in kept if scope.sentence.tokens[index].dep not in ("punct", "case"))
        spare = [
            (rank if not is_set_off(token, scope) else 1, -token.index)
            for token in scope.sentence.tokens
            if token.index in kept and token.index not in scope.needed and (rank := _cost(token, verb, length)) > 0
        ]
        if not spare:
            return _without_loose(kept, scope)
        branch_cut = _with_its_noun(scope.sentence.tokens[-min(spare)[1]], scope)
        kept -= {token.index for token in branch_cut.subtree()} - scope.needed


def _with_its_noun(clause: Token, scope: Scope) -> Token:
    """ "With a lineage that is close to it": without its clause the lineage says nothing, and goes as well."""
    noun, link = clause.head, clause.head.head
    bare = _is_bare(noun) or noun.lemma in _TIMES  # "at the same time it reported"
    restricts = clause.dep in ("relcl", "acl") and bare and not is_set_off(clause, scope)
    spare = noun.dep == "pobj" and link.dep == "prep" and link.lemma != "of" and link.head.child("nummod") is None
    needed = not scope.needed.isdisjoint((link.index, noun.index))
    behind = link.head.is_noun or noun.lemma in _TIMES
    return link if restricts and spare and behind and not needed else clause


def _without_loose(kept: set[int], scope: Scope) -> set[int]:
    """Without relative clauses that no longer stand beside a kept word, and prepositions that lost their noun."""
    found = set(kept)
    for token in scope.sentence.tokens:
        if token.index in found and token.dep in ("relcl", "acl") and token.index not in scope.needed:
            first = min(part.index for part in token.subtree())
            if first - 1 not in found and first - 1 != token.head.index:
                found -= {part.index for part in token.subtree()}
        led = [part for part in token.children if part.dep in ("pobj", "pcomp", "npadvmod", "prep")]
        if token.dep in ("prep", "advmod") and led and not any(part.index in found for part in led):
            found.discard(token.index)
        if token.lemma in _OPEN_NOUNS and token.dep == "pobj" and led and not any(part.index in found for part in led):
            found -= {token.index, token.head.index} - scope.needed  # "in connection" that had "with the sale"
        following = scope.sentence.tokens[token.index + 1 : token.index + 2]
        cut = token.dep == "prep" or token.lemma == "ago"
        if cut and token.index not in scope.needed and _is_torn(token, following, found):
            found.discard(token.index)
        joined = token.head.child("conj") if token.lemma == "both" else None
        if joined is not None and joined.index not in found and token.dep in ("preconj", "advmod"):
            found.discard(token.index)  # "both to stop" that had "and to go"
        focus = token.dep == "advmod" and token.lemma in _FOCUSING and token.index not in scope.needed
        focus = focus and token.head.lemma != "break"  # "broken even"
        if focus and following and following[0].dep == "prep" and following[0].index not in found:
            found.discard(token.index)  # "plunged it first" that had "into a war"
    return found


def _is_torn(word: Token, following: Sequence[Token], kept: set[int]) -> bool:
    """Whether an "ago" has lost its years, or a preposition the noun that follows it and hangs elsewhere."""
    if word.lemma == "ago":
        return not any(part.index in kept for part in word.children)
    before_noun = bool(following) and following[0].tag in _OPENS_NOUN and following[0].index not in kept
    return word.dep == "prep" and not word.children and before_noun


def _cost(token: Token, verb: Token, length: int) -> int:
    """The rank of a branch; conditions stay whole as long as they can: "if a bid by the union succeeds"."""
    rank = _rank(token, verb, length)
    if rank and _is_supposed(token):
        return 4 if length > TOO_LONG and rank < 4 else 0
    return rank


def _rank(token: Token, verb: Token, length: int) -> int:
    """How readily a branch goes from a line of so many words: 1 first, 0 never."""
    head = token.head
    if length <= LONGEST or is_condition(token):
        return 0
    aside = (part for part in token.ancestors() if part.dep in ("relcl", "acl"))
    if any(verb in part.ancestors() for part in aside):
        return 0  # an aside goes as a whole
    if _compares(token) or _compares(head):
        return 4 if length > TOO_LONG else 0
    if tells_toll(token):
        return 4 if length > TOO_LONG else 0
    asks = token.dep == "advmod" and any(part.tag == "WRB" for part in token.subtree())
    if token.dep == "advcl" and (_says_as_when(token) or _is_set_task(token)):
        return 4 if length > TOO_LONG else 0
    if token.dep == "advcl" or (token.dep == "advmod" and head.is_verb and len(token.subtree()) > 1 and not asks):
        return 1  # "how well it went" stays
    if token.dep in ("relcl", "acl") and (head.lemma in _CONTENT_NOUNS or head.tag == "DT" or _is_left(token)):
        return 0
    if token.dep == "appos" and token.subtree()[0].index == head.index + 1:
        return 0  # "the giant Elmira Mining" without a comma
    if token.dep == "acl" and _is_content(token):
        return 3 if length > TOO_LONG else 0
    if token.dep in ("relcl", "acl") and token.tag == "VB":
        return 4 if length > TOO_LONG else 0  # "ways to end the strike"
    if token.dep == "appos" and _goes_on(token):
        return 0
    if token.dep in ("relcl", "acl") and _is_bare(head):
        return 4 if length > TOO_LONG else 0  # "the value that they would have had"
    if token.dep in ("relcl", "appos", "acl"):
        return 3 if token.dep == "acl" else 2
    if token.dep != "prep" or token is verb or any(p.dep == "conj" and p.index > token.index for p in head.children):
        return 0
    second = head.lemma in _WITH_SECOND_OBJECT or _says_as_what(token)
    if second and token.index > head.index and head.child("dobj") is not None:
        return 4 if length > TOO_LONG else 0
    if _is_in_name(token):
        return 0
    needed = token.lemma == "in" and any(part.word == "$" for part in head.children)  # "$600 million in acquisitions"
    needed = needed or token.lemma in _NEEDED or head.tag.startswith("JJ")
    if needed or (head.is_verb and _follows_only(token, head)):
        return 4 if length > TOO_LONG else 0
    return 3


def _says_as_when(clause: Token) -> bool:
    """ "At the same moment as another went off"."""
    marked = any(part.dep == "mark" and part.lemma == "as" for part in clause.children)
    return marked and any(part.lemma == "same" for part in clause.head.subtree() if part.index < clause.index)


def _is_content(clause: Token) -> bool:
    """ "A declaration that the dispute be settled": what it says, right behind the noun."""
    mark = clause.child("mark")
    return mark is not None and mark.lemma == "that" and mark.index == clause.head.index + 1


def _is_set_task(clause: Token) -> bool:
    """ "Has given them until Tuesday to sign": what for."""
    aimed = clause.tag == "VB" and any(part.tag == "TO" for part in clause.children)
    return aimed and clause.head.lemma == "give" and any(part.lemma == "until" for part in clause.head.children)


def _is_in_name(link: Token) -> bool:
    """ "The March for Life", "the Department of Health": the name goes on."""
    inner = link.child("pobj")
    named = link.head.is_name and inner is not None and inner.is_name
    return named and link.lemma in ("of", "for") and link.index == link.head.index + 1


def _is_left(token: Token) -> bool:
    """ "With ten seconds left"."""
    return token.lemma == "leave" and token.tag == "VBN" and token.head.child("nummod") is not None


def _is_supposed(token: Token) -> bool:
    """Whether a branch is part of a condition."""
    return any(is_condition(part) for part in token.ancestors())


def _is_bare(noun: Token) -> bool:
    """Whether nothing but what follows says which thing is meant: "the value", "products"."""
    counted = noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.tag == "CD"  # "one of two men who"
    kinds = ("amod", "compound", "poss", "nmod", "prep", *(() if counted else ("nummod",)))
    return noun.tag in ("NN", "NNS") and all(part.dep not in kinds or part.lemma == "other" for part in noun.children)


def _compares(token: Token) -> bool:
    """Whether it is a comparative with what it is measured by: "faster than expected"."""
    led = [part for child in token.children for part in (child, *child.children)]
    return token.tag in ("JJR", "RBR") and any(part.lemma == "than" for part in led)


def _goes_on(token: Token) -> bool:
    """Whether what the parser takes for an aside is the rest of a list: "Aida of Osh, Bakyt of Batken and Talant"."""
    inner = next((part for part in token.head.children if part.dep == "prep" and part.lemma == "of"), None)
    named = token.head.is_name or (inner is not None and (noun := inner.child("pobj")) is not None and noun.is_name)
    return token.is_name and token.child("conj") is not None and named


def _says_as_what(token: Token) -> bool:
    """Whether "as" completes a verb and its object: "saw the union as a promise", but not "sold it as a result"."""
    inner, object_ = token.child("pobj"), token.head.child("dobj")
    if token.lemma != "as" or inner is None or object_ is None or inner.lemma in ("result", "part"):
        return False
    return object_.subtree()[-1].index + 1 == token.index


def _follows_only(token: Token, verb: Token) -> bool:
    """Whether nothing but a particle stands between a verb and its preposition, which then completes it."""
    between = (other for other in verb.children if verb.index < other.index < token.index)
    return all(other.dep in ("prt", "agent", "punct", "advmod") for other in between)

"""Mending of what "and" joins: where the parser hangs the second of two from the wrong first."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.syntax import SUBJECTS, WHEN, Token, joining_word, move, move_joined, subject_label

_STARTS = ("acl", "relcl")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NAMING = frozenset("declare consider call deem find leave keep".split())
_SERVING = frozenset("serve act work emerge begin start rise stand run campaign double resign retire pose".split())
_VOWING = frozenset("threaten vow pledge promise refuse agree decide plan decline fail offer try attempt begin".split())
_DONE_TO = frozenset(
    """abduct acquit airlift annul appoint approve ban bar bring build bury cancel capture charge confirm convict
    declare demolish deport destroy detain dismantle dismiss disqualify elect evacuate evict execute exonerate expel
    extradite find fine free hospitalise hospitalize imprison inspect jail kidnap kill modernise modernize name
    nationalise nationalize nominate overturn pardon postpone promote publish question ratify re-elect readmit
    reappoint rebuild reelect reinstate release rename renovate repaint repair replace rescue restore revoke
    sack scrap scrutinise seize sell send sentence ship suspend torture transfer treat unveil widen wound""".split()
)


def join_price(part: Token, tokens: Sequence[Token]) -> None:
    """ "For $7 a share and one share of stock", "$2 to members and $3 to others": the second price joins the first."""
    verb, link = part.head, joining_word(part)
    if link is None or not verb.is_verb or part.is_verb or not _is_amount(part) or link.index < verb.index:
        return
    before = (token for token in reversed(tokens[verb.index + 1 : link.index]) if token.dep in ("pobj", "dobj"))
    first = next((token for token in before if _is_amount(token)), None)
    if first is not None and verb in first.ancestors() and "$" in [inner.word for inner in first.children]:
        move_joined(part, first)


def join_amounts(second: Token, tokens: Sequence[Token]) -> None:
    """ "Pay $4 million in cash, $2 million of bonds, and ten shares": all of it is paid."""
    first = second.head.child("dobj")
    before = tokens[second.subtree()[0].index - 1] if second.subtree()[0].index else second
    if second.dep != "dobj" or first is None or first is second or before.word != ",":
        return
    if _is_amount(first) and _is_amount(second) and second.child("conj") is not None:
        second.dep = "conj"
        move(second, first)


def join_list(last: Token, tokens: Sequence[Token]) -> None:
    """ "Pigs at Pandi, Bulacan and Talavera farms tested positive": the farms are where the pigs were."""
    start = last.subtree()[0].index
    subjects = [part for part in last.head.children if part.dep in SUBJECTS]
    if last.dep not in SUBJECTS or len(subjects) != 2 or subjects[1] is not last or start < 2:
        return
    name = tokens[start - 2]
    listed = any(part.dep == "cc" for part in last.subtree()) and tokens[start - 1].word == ","
    if listed and name.is_name and name.dep == "pobj" and subjects[0] in name.ancestors():
        last.dep = "conj"
        move(last, name)


def _is_amount(token: Token) -> bool:
    return token.tag == "CD" or token.child("nummod", "quantmod") is not None


def raise_order(second: Token, tokens: Sequence[Token]) -> None:
    """ "To suspend the ban issued on Friday and order a count": what is bare goes on with "to suspend"."""
    first = second.head
    if second.tag != "VB" or second.child("aux", "mark", *SUBJECTS) is not None or first.dep not in _STARTS:
        return
    if first.tag not in ("VBN", "VBD"):
        return
    above = next((token for token in first.ancestors() if token.tag == "VB"), None)
    if above is not None:
        move_joined(second, above)


def lower_order(second: Token, tokens: Sequence[Token]) -> None:
    """ "Agreed to buy the theater and lease it back": what is bare goes on with "to buy", not with "agreed"."""
    first = second.head
    aim = next((part for part in first.children if part.dep == "xcomp" and part.index < second.index), None)
    if second.tag not in ("VB", "VBP") or first.tag != "VBD" or aim is None or aim.tag != "VB":
        return
    if aim.child("aux") is not None and second.child("aux", "mark", *SUBJECTS) is None:
        second.tag = "VB"
        move_joined(second, aim)


def give_joined_subject(name: Token, tokens: Sequence[Token]) -> None:
    """ "There is no law and Aida is cheating": a noun right before a verb that has no subject is its subject."""
    link, after = joining_word(name), name.subtree()[-1].index + 1
    if link is None or not _may_open(name) or after >= len(tokens) or tokens[after].tag not in _FINITE:
        return
    verb = tokens[after] if tokens[after].dep not in ("aux", "auxpass") else tokens[after].head
    if verb.index < name.index or verb.is_root or verb.dep in ("relcl", "advcl") or verb in name.ancestors():
        return
    if verb.child(*SUBJECTS) is not None or verb.head not in name.ancestors():
        return
    name.dep = subject_label(verb)
    move(link, verb.head)
    move(name, verb)
    verb.dep = "conj"


def _may_open(noun: Token) -> bool:
    """Whether a noun can be a subject ("head" alone is none), with all that is joined to it."""
    joined = noun.child("conj")
    apart = joined is not None and joined.child("det", "poss", "amod") is not None
    first = noun
    while first.dep == "conj" and first.head.is_noun:
        first = first.head
    after = not noun.is_name and first.head.lemma in WHEN  # "after his mother and ten men drowned"
    return noun.is_noun and not apart and not after and (noun.tag != "NN" or noun.child("det", "poss") is not None)


def hang_others(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Aida, Bakyt and others who want peace": all of them want it."""
    last = verb.head
    if verb.dep != "relcl" or last.lemma != "other" or last.dep != "conj":
        return
    first = last
    while first.dep == "conj" and first.head.is_noun:
        first = first.head
    move(verb, first)


def join_to_noun(token: Token, tokens: Sequence[Token]) -> None:
    """ "Ghana, which borders it, and Togo": a noun is not joined to the verb of an aside but to the noun before it."""
    verb = token.head
    if not token.is_noun or verb.dep not in ("relcl", "acl") or not verb.is_verb or verb.head.is_verb:
        return
    link = next((part for part in verb.children if part.dep == "cc" and part.index < token.index), None)
    if link is None or tokens[link.index - 1].word != ",":
        return
    noun = verb.head
    move(token, noun)
    move(link, noun)


def join_to_finite(token: Token, tokens: Sequence[Token]) -> None:
    """ "Tried to flee and failed": what stands in the past is joined to the verb in the past, not to "flee"."""
    inner = token.head
    if token.tag != "VBD" or inner.index > token.index or not inner.is_verb or not inner.head.is_verb:
        return
    alone = token.child(*SUBJECTS, "aux", "auxpass") is None
    helpers = [part.lemma for part in inner.children if part.dep in ("aux", "auxpass")]
    bare = (inner.tag == "VB" and helpers == ["to"]) or (inner.tag in ("VBG", "VBN") and not helpers)
    small = inner.dep == "ccomp" and inner.head.lemma in _NAMING and inner.child("mark", "aux") is None
    bare = bare or (small and inner.tag == "VBD")  # "declared the border settled and offered"
    if not alone or not bare or inner.dep == "conj" or (inner.tag == "VBN" and token.child("dobj") is None):
        return
    move_joined(token, inner.head)


def free_active(token: Token, tokens: Sequence[Token]) -> None:
    """ "Had not been told and threatened to strike": who threatens to do something is not threatened."""
    first, aim = token.head, token.child("xcomp")
    if token.tag != "VBN" or first.index > token.index or first.child("auxpass") is None or aim is None:
        return
    helper = aim.child("aux")
    if token.lemma in _VOWING and helper is not None and helper.tag == "TO" and token.child("auxpass", "aux") is None:
        token.tag = "VBD"


def join_passive(token: Token, tokens: Sequence[Token]) -> None:
    """ "Was arrested and released": what is done to somebody, and has no object here, shares the "was"."""
    first = token.head
    if token.tag != "VBD" or first.tag != "VBN" or first.index > token.index or first.child("auxpass") is None:
        return
    of = any(part.dep == "prep" and part.lemma == "of" for part in token.children)  # "approved of it"
    taken = any(part.dep == "prep" and part.lemma == "as" for part in token.children)  # "and embraced as a hero"
    done = token.lemma in _DONE_TO or (taken and token.lemma not in _SERVING)
    if done and not of and token.child(*SUBJECTS, "aux", "auxpass", "dobj", "ccomp") is None:
        token.tag = "VBN"

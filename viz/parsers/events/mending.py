"""Mending: places where the small grammar model predictably hangs a branch from the wrong word of news prose.

Each repair needs marks in the words themselves (a comma, an auxiliary, an inverted "said"), so that a right tree is
left alone. They are made before anything reads the tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.syntax import Token

_NAMING = frozenset("declare consider call deem find leave keep".split())
_SUBJECTS = ("nsubj", "nsubjpass")


def mend(tokens: Sequence[Token]) -> None:
    """Repair one sentence in place."""
    for token in tokens:
        _give_back_subject(token, tokens)
        _join_title(token)
        _name_holder(token)
        _hang_relative(token, tokens)
    for token in tokens:
        if token.dep == "conj":
            _join_to_noun(token, tokens)
            _join_to_speaker(token, tokens)
            _join_to_finite(token)


def _give_back_subject(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The plan, said Ms Sadykova, is ready": she said it, and the plan is ready."""
    inner, outer = verb.child("ccomp"), verb.child("nsubj")
    if inner is None or outer is None or not verb.is_root or not 0 < verb.index < inner.index:
        return
    speaker = inner.child(*_SUBJECTS)
    if speaker is None or outer.index > verb.index or tokens[verb.index - 1].word != ",":
        return
    reach = [part.index for part in speaker.subtree()]
    last = reach[-1] if tokens[reach[-1]].word == "," else reach[-1] + 1
    if reach[0] != verb.index + 1 or last >= len(tokens) or tokens[last].word != ",":
        return
    outer.dep, speaker.dep = speaker.dep, "nsubj"
    _move(outer, inner)
    _move(speaker, verb)


def _join_title(verb: Token) -> None:
    """ "Ministers Sadykova and Orozov met": two subjects side by side are a title and its names."""
    subjects = [part for part in verb.children if part.dep in _SUBJECTS and part.index < verb.index]
    if len(subjects) != 2 or subjects[0].tag not in ("NNS", "NN") or not subjects[1].is_name:
        return
    title, name = subjects
    if title.subtree()[-1].index + 1 == name.subtree()[0].index:
        title.dep = "compound"
        _move(title, name)


def _name_holder(name: Token) -> None:
    """ "The mayor of Osh, Aida Sadykova, resigned": the name is the mayor's, not the town's."""
    place = name.head
    if name.dep != "appos" or not name.is_name or not place.is_name or name.child("compound") is None:
        return
    holder = place.head.head
    if place.dep == "pobj" and place.head.lemma == "of" and holder.tag == "NN" and name.index > place.index:
        _move(name, holder)


def _hang_relative(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Clashes which, they say, were begun by": a clause that opens with "which" belongs to the noun before it."""
    subject = verb.child(*_SUBJECTS)
    if verb.dep != "ccomp" or subject is None or subject.tag != "WDT" or subject.index == 0:
        return
    noun = tokens[subject.index - 1]
    if noun.is_noun and noun not in verb.subtree():
        verb.dep = "relcl"
        _move(verb, noun)


def _join_to_noun(token: Token, tokens: Sequence[Token]) -> None:
    """ "Ghana, which borders it, and Togo": a noun is not joined to the verb of an aside but to the noun before it."""
    verb = token.head
    if not token.is_noun or verb.dep not in ("relcl", "acl") or not verb.is_verb or verb.head.is_verb:
        return
    link = next((part for part in verb.children if part.dep == "cc" and part.index < token.index), None)
    if link is None or tokens[link.index - 1].word != ",":
        return
    noun = verb.head
    _move(token, noun)
    _move(link, noun)


def _join_to_speaker(token: Token, tokens: Sequence[Token]) -> None:
    """ "Said that ten had been killed, and accused the army": who said it also accused."""
    inner = token.head
    if token.tag != "VBD" or inner.dep != "ccomp" or inner.tag != "VBN" or inner.index > token.index:
        return
    if token.child(*_SUBJECTS, "aux", "auxpass") is not None or inner.child("aux", "auxpass") is None:
        return
    link = next((part for part in reversed(inner.children) if part.dep == "cc" and part.index < token.index), None)
    if link is None or tokens[link.index - 1].word != ",":
        return
    _move(token, inner.head)
    _move(link, inner.head)


def _join_to_finite(token: Token) -> None:
    """ "Tried to flee and failed": what stands in the past is joined to the verb in the past, not to "flee"."""
    inner = token.head
    if token.tag != "VBD" or inner.index > token.index or not inner.is_verb or not inner.head.is_verb:
        return
    alone = token.child(*_SUBJECTS, "aux", "auxpass") is None
    helpers = [part.lemma for part in inner.children if part.dep in ("aux", "auxpass")]
    bare = (inner.tag == "VB" and helpers == ["to"]) or (inner.tag in ("VBG", "VBN") and not helpers)
    small = inner.dep == "ccomp" and inner.head.lemma in _NAMING and inner.child("mark", "aux") is None
    bare = bare or (small and inner.tag == "VBD")  # "declared the border settled and offered"
    if not alone or not bare or inner.dep == "conj" or (inner.tag == "VBN" and token.child("dobj") is None):
        return
    link = next((part for part in reversed(inner.children) if part.dep == "cc" and part.index < token.index), None)
    outer = inner.head
    _move(token, outer)
    if link is not None:
        _move(link, outer)


def _move(token: Token, head: Token) -> None:
    """Hang a branch from another word."""
    token.head.children.remove(token)
    token.head = head
    head.children.append(token)
    head.children.sort(key=lambda child: child.index)

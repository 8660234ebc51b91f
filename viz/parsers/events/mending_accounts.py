"""Mending of accounts and of what stands beside a clause: who says it, what was announced, which firm it was."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import FINITE, SUBJECTS, Token, move, uproot

_CONCEDING = frozenset("although though while whereas since because as after".split())
_OBJECTS = ("ccomp", "dobj", "xcomp", "attr")


def set_teller_aside(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The raid was a success, say the mayor and some aides": who says so is no second act of the raid."""
    subject = verb.child("nsubj")
    if verb.dep != "conj" or not verb.head.is_verb or subject is None or subject.index < verb.index:
        return
    linked = any(part.dep == "cc" and verb.head.index < part.index < verb.index for part in verb.head.children)
    if linked or tokens[verb.index - 1].word != "," or verb.child(*_OBJECTS) is not None or not _says(verb):
        return
    verb.dep = "parataxis"


def raise_beside_account(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Although the mayor said the economy grew, dealers are selling": what he said is not the sentence."""
    mark, told = verb.child("mark"), verb.head
    if verb.dep != "advcl" or mark is None or mark.lemma.lower() not in _CONCEDING or not _says(verb):
        return
    subject = told.child(*SUBJECTS)
    if not told.is_root or told.index < verb.index or verb.child(*_OBJECTS) is not None or subject is None:
        return
    if subject.subtree()[0].index != verb.index + 1:
        return
    later = (part for part in told.children if part.index > told.index and part.dep in ("advcl", "ccomp", "conj"))
    main = next((part for part in later if _is_whole(part)), None)
    if main is None or tokens[main.subtree()[0].index - 1].word != ",":
        return
    uproot(main)
    for part in [part for part in told.children if part.index > main.index]:
        move(part, main)
    told.children.remove(verb)
    verb.head = verb
    move(verb, main)
    told.dep = "ccomp"
    move(told, verb)


def hang_announced(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Under the terms of the deal, announced Friday, holders would get $42": it was the deal that was announced."""
    if verb.dep != "advcl" or verb.tag != "VBN" or verb.index < 2 or verb.index > verb.head.index:
        return
    before, noun = tokens[verb.index - 1], tokens[verb.index - 2]
    after = verb.subtree()[-1].index + 1
    closed = after < len(tokens) and tokens[after].word == ","
    if before.word != "," or not noun.is_noun or not closed or verb.child("mark", *SUBJECTS) is not None:
        return
    subject = verb.head.child(*SUBJECTS)
    if noun.dep != "pobj" or subject is None or subject.index < verb.index or verb in noun.ancestors():
        return
    verb.dep = "acl"
    move(verb, noun)


def lower_toll(verb: Token, tokens: Sequence[Token]) -> None:
    """ "They were talking when the bomb went off, killing ten": the bomb killed them."""
    main, before = verb.head, tokens[verb.index - 1].word
    if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in lexicon().harming or before != ",":
        return
    person = main.child(*SUBJECTS)
    clauses = [part for part in main.children if part.dep == "advcl" and main.index < part.index < verb.index]
    if person is None or person.tag != "PRP" or person.lemma == "it" or not clauses:
        return
    thing, mark = clauses[-1].child("nsubj"), clauses[-1].child("mark", "advmod")
    if thing is not None and thing.tag in ("NN", "NNS") and mark is not None and mark.lemma in ("when", "as", "while"):
        move(verb, clauses[-1])


def free_weekday(day: Token, tokens: Sequence[Token]) -> None:
    """ "Rolled in on Tuesday and cargo was unloaded": the day ends its clause, and what follows is the next subject."""
    noun, link = day.head, day.child("cc")
    if day.word.lower() not in lexicon().calendar or day.dep not in ("nmod", "compound") or link is None:
        return
    after = noun.subtree()[-1].index + 1
    verb = tokens[after] if after < len(tokens) else noun
    verb = verb.head if verb.dep in ("aux", "auxpass") else verb
    if noun.dep != "pobj" or noun.index < day.index or verb.dep != "conj" or verb.child(*SUBJECTS) is not None:
        return
    if verb not in noun.ancestors() and verb.head in noun.ancestors():
        move(day, noun.head)
        move(link, verb.head)
        move(noun, verb)
        day.dep, noun.dep = "pobj", "nsubjpass" if verb.child("auxpass") is not None else "nsubj"


def name_first(word: Token, tokens: Sequence[Token]) -> None:
    """ "First of Batken Bank Corp. said": a firm called so."""
    link = word.child("prep")
    noun = link.child("pobj") if link is not None else None
    if word.word != "First" or word.dep != "advmod" or link is None or link.lemma != "of" or noun is None:
        return
    verb = word.head
    if noun.is_name and verb.is_verb and verb.child(*SUBJECTS) is None and noun.index < verb.index:
        word.dep, word.tag = ("nsubjpass" if verb.child("auxpass") is not None else "nsubj"), "NNP"


def _says(verb: Token) -> bool:
    return verb.tag in FINITE and lexicon().is_verb(verb.lemma, "say", "claim", "announce")


def _is_whole(verb: Token) -> bool:
    """Whether a clause could be a sentence."""
    finite = verb.tag in FINITE or any(part.dep in ("aux", "auxpass") and part.tag != "TO" for part in verb.children)
    return finite and verb.child(*SUBJECTS) is not None and verb.child("mark") is None

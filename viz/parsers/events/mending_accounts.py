"""Mending of accounts and of clauses that stand beside another: who says it, what was announced, what killed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import FINITE, SUBJECTS, WHEN, Token, move, move_joined, subject_label, uproot

_CONCEDING = frozenset("although though while whereas since because as after".split())
_LISTED = ("NN", "NNS", "NNP", "NNPS", "JJ", "DT", "PRP$", "CD", "CC", ",")
_ISSUED = frozenset("announce release publish sign file issue adopt unveil launch pass approve".split())
_BRIEFINGS = ("conference", "briefing", "interview", "hearing", "meeting", "rally")
_OBJECTS = ("ccomp", "dobj", "xcomp", "attr")


def set_teller_aside(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The raid was a success, say the mayor and some aides": who says so is no second act of the raid."""
    subject = verb.child("nsubj") if verb.dep == "conj" and verb.head.is_verb else None
    if subject is None or subject.index < verb.index:
        return
    linked = any(part.dep == "cc" and verb.head.index < part.index < verb.index for part in verb.head.children)
    if linked or tokens[verb.index - 1].word != "," or verb.child(*_OBJECTS) is not None or not _says(verb):
        return
    verb.dep = "parataxis"


def raise_beside_account(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Although the mayor said the economy grew, dealers are selling": what he said is not the sentence."""
    mark, told = verb.child("mark") if verb.dep == "advcl" else None, verb.head
    if mark is None or mark.lemma.lower() not in _CONCEDING or not _says(verb):
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


def hang_issued(verb: Token, tokens: Sequence[Token]) -> None:
    """ "They would appeal the ruling, announced on Wednesday": the ruling was announced."""
    noun = tokens[verb.index - 2] if verb.index > 1 else verb
    if verb.dep != "advcl" or verb.tag != "VBN" or verb.lemma not in _ISSUED or tokens[verb.index - 1].word != ",":
        return
    if noun.dep == "dobj" and noun.head is verb.head and verb.child("mark", *SUBJECTS) is None:
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
    noun, link = day.head, day.child("cc") if day.dep in ("nmod", "compound") else None
    if link is None or day.word.lower() not in lexicon().calendar:
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
        day.dep, noun.dep = "pobj", subject_label(verb)


def open_with_source(name: Token, tokens: Sequence[Token]) -> None:
    """ "According to Osh TV, Orozov, who fell ill, had been admitted": Orozov had, and is no television."""
    source, link = name.head, name.head.head
    opening = link.head
    if name.dep != "appos" or not name.is_name or source.dep != "pobj" or opening.lemma.lower() != "accord":
        return
    verb, before = opening.head, tokens[name.subtree()[0].index - 1].word
    if verb.is_verb and verb.child(*SUBJECTS) is None and before == "," and verb.index > name.index:
        name.dep = subject_label(verb)
        move(name, verb)


def part_subjects(verb: Token, tokens: Sequence[Token]) -> None:
    """ "While state television broadcast pictures, the army urged": the first subject is of a clause whose verb the
    parser has lost."""
    mark = verb.child("mark") if verb.head is verb else None
    subjects = [part for part in verb.children if part.dep in SUBJECTS and part.index < verb.index] if mark else []
    if mark is None or len(subjects) != 2 or mark.index > subjects[0].index:
        return
    if mark.lemma.lower() in _CONCEDING and tokens[subjects[1].subtree()[0].index - 1].word == ",":
        subjects[0].dep = "dep"
        move(mark, subjects[0])


def hang_briefing(link: Token, tokens: Sequence[Token]) -> None:
    """ "Said Freeh at a news conference": he said so there, and is nobody of that conference."""
    name, verb = link.head, link.head.head
    noun = link.child("pobj") if link.dep == "prep" and name.dep == "nsubj" else None
    if noun is None or noun.lemma not in _BRIEFINGS or not name.is_name:
        return
    if _says(verb) and verb.index < name.index < link.index:
        move(link, verb)


def hang_said(verb: Token, tokens: Sequence[Token]) -> None:
    """ "A plan that officials say is designed to": they say what it is designed to, and both tell of the plan."""
    if verb.dep != "relcl":
        return
    relative = next((part for part in verb.children if part.tag == "WDT"), None)
    if relative is None:
        return
    between = (part for part in verb.head.children if part.dep == "relcl" and relative.index < part.index < verb.index)
    saying = next((part for part in between if _says(part) and part.child("ccomp", "dobj") is None), None)
    if saying is not None and saying.child("nsubj") is not None:
        verb.dep = "ccomp"
        move(verb, saying)


def join_both(second: Token, tokens: Sequence[Token]) -> None:
    """ "Earnings of production and other workers rose": what follows "and" is joined to what stands before it."""
    if second.dep not in SUBJECTS:
        return
    verb, first = second.head, second.subtree()[0]
    subjects = [part for part in verb.children if part.dep in SUBJECTS and part.index < verb.index]
    if len(subjects) != 2 or subjects[1] is not second or first.index == 0:
        return
    link = tokens[first.index - 1]
    if link.dep == "cc" and link.head is subjects[0] and subjects[0].is_noun:
        second.dep = "conj"
        move(second, subjects[0])


def join_all(last: Token, tokens: Sequence[Token]) -> None:
    """ "After his mother, brother and ten others drowned": all of them did."""
    verb = last.head
    if last.dep not in SUBJECTS or verb.dep != "conj":
        return
    start = last.subtree()[0].index
    if start < 3 or tokens[start - 1].dep != "cc":
        return
    links = (token for token in reversed(tokens[:start]) if token.dep == "prep" and token.lemma in WHEN)
    link = next(links, None)
    noun = link.child("pobj") if link is not None else None
    if link is None or noun is None or verb in link.ancestors() or verb.head not in link.ancestors():
        return
    listed = any(token.word == "," for token in tokens[noun.index + 1 : start - 2]) and tokens[start - 2].word != ","
    if not listed or any(token.tag not in _LISTED for token in tokens[link.index + 1 : start]):
        return
    above = link.head
    strays = [token for token in tokens[noun.index + 1 : start] if token.tag == "JJ" and token.head.index <= link.index]
    for stray in strays:  # "stepfather", read as an adjective
        stray.dep, stray.tag = "conj", "NN"
        move(stray, noun)
    for part, head, dep in ((last, noun, "conj"), (noun, verb, last.dep), (link, verb, "mark"), (verb, above, "advcl")):
        part.dep = dep
        move(part, head)


def join_prospect(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Said the rate has not been set, but will be high": what is to come is part of what was said."""
    outer, helper = verb.head, verb.child("aux")
    if helper is None or helper.lemma.lower() != "will" or verb.child(*SUBJECTS) is not None or not _says(outer):
        return
    told = [part for part in outer.children if part.dep == "ccomp" and outer.index < part.index < verb.index]
    if told and outer.tag == "VBD":
        move_joined(verb, told[-1])


def find_content(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Confirmed that the body found in Osh belonged to him": it was found, but what is confirmed is whose it is."""
    if verb.dep != "ccomp" or verb.tag not in FINITE:
        return
    found = next((part for part in verb.head.children if part.dep == "ccomp" and part.index < verb.index), None)
    if found is None or found.tag not in ("VBD", "VBN"):
        return
    subject, mark = found.child("nsubj", "nsubjpass"), found.child("mark")
    if subject is None or mark is None or verb.child(*SUBJECTS, "mark") is not None:
        return
    helped = found.lemma == "be" or found.child("aux", "auxpass", "dobj") is not None
    if helped or found.subtree()[-1].index + 1 != verb.subtree()[0].index:
        return
    subject.dep, found.dep, found.tag = "nsubj", "acl", "VBN"
    for part in (subject, mark):
        move(part, verb)
    before = tokens[found.index - 1]
    move(found, before if before.is_noun else subject)


def part_dated(day: Token, tokens: Sequence[Token]) -> None:
    """ "Indicted in the October 1998 shooting death of a doctor": the month says which death it was."""
    article = day.child("det") if day.dep == "pobj" else None
    if article is None or day.word.lower() not in lexicon().calendar:
        return
    link, after = day.head, day.subtree()[-1].index + 1
    nouns = list(takewhile(lambda token: token.tag in ("NN", "NNS"), tokens[after:]))
    if not nouns or nouns[0].head is not link.head or any(noun in link.ancestors() for noun in nouns):
        return
    noun = nouns[-1]
    for part in (*nouns[:-1], day):
        for child in [child for child in part.children if child is noun]:
            move(child, link)
    noun.dep = "pobj"
    move(noun, link)
    for part in (*nouns[:-1], day):
        part.dep = "compound" if part is not day else "nmod"
        move(part, noun)
    move(article, noun)


def _says(verb: Token) -> bool:
    return verb.tag in FINITE and lexicon().is_verb(verb.lemma, "say", "claim", "announce")


def _is_whole(verb: Token) -> bool:
    """Whether a clause could be a sentence."""
    finite = verb.tag in FINITE or any(part.dep in ("aux", "auxpass") and part.tag != "TO" for part in verb.children)
    return finite and verb.child(*SUBJECTS) is not None and verb.child("mark") is None

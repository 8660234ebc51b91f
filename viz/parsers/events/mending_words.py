"""Mending of words taken for others: a measure for an object, an adjective for a verb, a subject for an object."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.brackets import DASHES
from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import FINITE, SPANS, SUBJECTS, WHEN, Token, move, subject_label, uproot

_CLAIMING = frozenset("claim say believe think allege insist fear".split())
_FRONTED = frozenset("in at on near after before during despite under from outside inside".split())
_INTO = frozenset("into onto through across".split())
_LENGTHS = frozenset("foot inch mile yard meter metre kilometer kilometre".split())
_TRYING = frozenset("attempt plan effort bid move decision refusal campaign drive".split())
_CARRYING = frozenset("remove escort send take bring bar ban exclude transfer deliver return lead prevent".split())
_TELLING = frozenset("declaration statement announcement warning claim admission decision promise".split())


def free_length(unit: Token, tokens: Sequence[Token]) -> None:
    """ "Buried one foot below the ground": how deep, and not what."""
    after = unit.subtree()[-1].index + 1
    if unit.lemma not in _LENGTHS or unit.child("nummod") is None or after >= len(tokens):
        return
    if unit.head.tag == "VBN" and unit.head.index < unit.index and tokens[after].tag == "IN":
        unit.dep = "npadvmod"


def read_accused(word: Token, tokens: Sequence[Token]) -> None:
    """ "Put a fugitive and accused killer Orozov on a list": nobody is accused, for "of" what is not told."""
    name = word.child("dobj")
    if word.lemma not in ("accuse", "suspect", "convict") or name is None or not name.is_name:
        return
    link, noun, verb = tokens[word.index - 1], tokens[word.index - 2], word.head
    if link.tag != "CC" or not noun.is_noun or verb is noun or word.child(*SUBJECTS, "aux", "auxpass") is not None:
        return
    if any(part.dep == "prep" and part.lemma == "of" for part in word.children) or not verb.is_verb:
        return
    for part in [part for part in word.children if part is not name]:
        move(part, verb)
    word.tag, word.dep, name.dep = "JJ", "amod", "conj"
    move(name, noun)
    move(word, name)
    move(link, noun)


def hang_attempt(act: Token, tokens: Sequence[Token]) -> None:
    """ "The attempt by men opposed to the truce to undermine it": the attempt is to undermine it."""
    doer = act.head
    helper = act.child("aux")
    if act.dep not in ("acl", "relcl") or act.tag != "VB" or helper is None or helper.tag != "TO":
        return
    above = doer.head.head if doer.dep == "pobj" and doer.head.lemma == "by" else doer
    if above.lemma in _TRYING:
        act.dep = "acl"
        move(act, above)


def free_goal_from_aside(link: Token, tokens: Sequence[Token]) -> None:
    """ "Removed Orozov, then the mayor, from the case": from which he was removed."""
    noun = link.head
    verb = next((part for part in noun.ancestors() if part.is_verb), None)
    if link.lemma not in ("from", "to") or verb is None or verb.lemma not in _CARRYING or not noun.is_noun:
        return
    start = next(part.index for part in noun.subtree() if part.dep != "punct")
    apart = tokens[link.index - 1].word == "," == tokens[start - 1].word
    if apart and noun.dep in ("appos", "npadvmod", "conj"):
        move(link, verb)


def read_infinitive(link: Token, tokens: Sequence[Token]) -> None:
    """ "Worked to market and sell their tea": a bare verb behind "to" is no noun; what "and" adds has the object."""
    verb, above = link.child("pobj"), link.head
    if link.lemma != "to" or verb is None or verb.tag != "VB" or not above.is_verb or verb.index != link.index + 1:
        return
    link.tag, link.dep, verb.dep = "TO", "aux", "xcomp"
    move(verb, above)
    move(link, verb)
    joined = next((part for part in above.children if part.dep == "conj" and part.index == verb.index + 2), None)
    if joined is not None and joined.tag == "VB" and tokens[verb.index + 1].tag == "CC":
        move(tokens[verb.index + 1], verb)
        move(joined, verb)


def free_figure(link: Token, tokens: Sequence[Token]) -> None:
    """ "Rose in the quarter ended June 30 to $8 million from $6 million": that is how it rose."""
    ended, amount = link.head, link.child("pobj")
    verb = next((part for part in ended.head.ancestors() if part.is_verb), None)
    if link.lemma not in ("to", "from") or ended.lemma != "end" or ended.dep != "acl" or verb is None or amount is None:
        return
    if amount.tag == "CD" and lexicon().is_verb(verb.lemma, "economy") and verb.child("dobj") is None:
        move(link, verb)


def join_manner(link: Token, tokens: Sequence[Token]) -> None:
    """ "Asked that he leave quickly and without delay": both tell how he should leave."""
    joint = tokens[link.index - 1]
    manner = tokens[joint.index - 1] if joint.index else joint
    if link.tag != "IN" or joint.dep != "cc" or manner.dep != "advmod" or not manner.word.endswith("ly"):
        return
    if manner.head.is_verb and manner.head is not link.head and manner.index > manner.head.index:
        link.dep = "conj"
        move(joint, manner)
        move(link, manner)


def hang_declared(clause: Token, tokens: Sequence[Token]) -> None:
    """ "Follows a declaration by the firm, which is big, that it will bid": the declaration is that it will."""
    verb = clause.head
    noun, mark = verb.child("dobj"), clause.child("mark")
    if noun is None or mark is None or mark.lemma != "that" or noun.lemma not in _TELLING:
        return
    if noun.index < mark.index and tokens[mark.index - 1].word == "," and clause.child(*SUBJECTS) is not None:
        clause.dep = "acl"
        move(clause, noun)


def read_title(verb: Token, tokens: Sequence[Token]) -> None:
    """ "“First Fruits,” read the editorial": the editorial reads so."""
    title, noun = verb.child("nsubj"), verb.child("dobj")
    before = tokens[verb.index - 1]
    if title is None or noun is None or before.word not in ("''", "”", '"') or title.index > verb.index:
        return
    if tokens[verb.index - 2].word == "," and noun.index > verb.index and verb.tag in ("VBD", "VBZ", "VB"):
        title.dep, noun.dep, verb.tag = "intj", "nsubj", "VBD"


def free_for(mark: Token, tokens: Sequence[Token]) -> None:
    """ "Imports of what is eligible for relief totaled a million": what follows "for" totals nothing."""
    verb, noun, above = mark.head, mark.head.child("nsubj"), mark.head.head
    if mark.lemma != "for" or noun is None or verb.tag not in FINITE or verb.is_root or verb.child("aux") is not None:
        return
    root = next((part for part in verb.ancestors() if part.is_root), above)
    if not root.is_noun or root.index > mark.index or tokens[mark.index - 1].word == ",":
        return  # "he left, for the troops fled"
    mark.dep, noun.dep = "prep", "pobj"
    move(noun, mark)
    move(mark, above)
    uproot(verb)
    for part in [part for part in root.children if part.dep == "punct"]:
        move(part, verb)
    root.dep = "nsubj"
    move(root, verb)


def hang_second_root(verb: Token, tokens: Sequence[Token]) -> None:
    """ "To buy the shares of the firm it does not own": two sentences for the parser, without a stop between."""
    words = verb.subtree()
    first = words[0].index
    if not verb.is_root or first == 0 or words[0].dep != "nsubj" or words[0].tag != "PRP":
        return
    noun = tokens[first - 1]
    if not noun.is_noun or noun.subtree()[-1] is not noun:
        return
    while noun.dep == "pobj" and noun.head.lemma == "of" and noun.head.head.is_noun:
        noun = noun.head.head
    verb.dep = "relcl"
    move(verb, noun)


def join_year(number: Token, tokens: Sequence[Token]) -> None:
    """ "By the year two thousand has been": the number is the year's."""
    start = number.subtree()[0].index
    year = tokens[start - 1] if start else number
    if number.tag == "CD" and number.index < number.head.index and year.lemma == "year" and year.dep == "pobj":
        number.dep = "nummod"
        move(number, year)


def hang_victim(name: Token, tokens: Sequence[Token]) -> None:
    """ "Came after the victim, Aida Orozova, 35, had left": the victim had left, whose name it is."""
    verb, start = name.head, name.subtree()[0].index
    if not name.is_name or start < 3 or tokens[start - 1].word != "," or verb.dep not in ("ccomp", "conj", "advcl"):
        return
    noun = tokens[start - 2]
    link = noun.head
    if noun.tag != "NN" or noun.dep != "pobj" or link.lemma not in WHEN or verb in link.ancestors():
        return
    above = link.head
    if name.subtree()[-1].word != "," or not above.is_verb or above is verb:
        return
    noun.dep, name.dep, link.dep, verb.dep = subject_label(verb), "appos", "mark", "advcl"
    move(noun, verb)
    move(name, noun)
    move(link, verb)
    move(verb, above)


def free_verdict(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Ruled that Aida go, a decision upheld by": no name for her."""
    name, verb = noun.head, noun.head.head
    if noun.tag == "NN" and name.dep in SUBJECTS and verb.is_verb and name.index < verb.index < noun.index:
        noun.dep = "dep"
        move(noun, verb)


def raise_helped(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The man wanted in the killing may have fled": he may, who is wanted."""
    subject = verb.child("nsubj", "nsubjpass")
    noun = tokens[verb.index - 1]
    if verb.tag not in ("VBD", "VBN") or subject is None or noun not in subject.subtree() or not noun.is_noun:
        return
    if verb.child("aux", "auxpass", "dobj", "ccomp", "xcomp", "cc") is not None:
        return
    main = next((part for part in verb.children if part.dep in ("conj", "ccomp") and part.index > verb.index), None)
    helper = main.child("aux", "auxpass") if main is not None else None
    if main is None or helper is None or helper.tag not in ("MD", *FINITE) or main.child(*SUBJECTS, "mark") is not None:
        return
    if tokens[main.subtree()[0].index - 1].word == "," or tokens[verb.index + 1].tag not in ("IN", "TO"):
        return
    between = tokens[verb.index : main.index]
    if any(part.dep == "conj" and part.head.word.lower() in lexicon().calendar for part in between):
        return  # "rolled in on Tuesday and cargo was unloaded"
    uproot(main)
    for part in [part for part in verb.children if part is subject or part.index > main.index]:
        move(part, main)
    subject.dep = subject_label(main)
    verb.dep, verb.tag = "acl", "VBN"
    move(verb, noun)


def open_repeated(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Speaker after speaker denounced it": one after the other did."""
    link = tokens[noun.index + 1] if noun.index + 1 < len(tokens) else noun
    again = tokens[noun.index + 2] if noun.index + 2 < len(tokens) else noun
    if not noun.is_root or not noun.is_noun or link.lemma != "after" or again.lemma.lower() != noun.lemma.lower():
        return
    verb = link.head
    if again.head is not link or link.dep != "mark" or verb is noun or verb.head is not noun:
        return
    if verb.child(*SUBJECTS) is not None:
        return
    uproot(verb)
    for part in [part for part in noun.children if part.index > verb.index]:
        move(part, verb)
    noun.dep, link.dep = "nsubj", "prep"
    move(noun, verb)
    move(link, noun)


def free_state(word: Token, tokens: Sequence[Token]) -> None:
    """ "Analysts are skeptical Alga will sell": they are, and Alga will or will not."""
    noun = word.head
    clause, verb = noun.head, tokens[word.index - 1]
    if word.tag != "JJ" or noun.dep not in SUBJECTS or noun.subtree()[0] is not word or clause.dep != "ccomp":
        return
    if verb.lemma == "be" and clause.head is verb and verb.child("acomp", "attr") is None and noun.is_name:
        word.dep = "acomp"
        move(word, verb)


def open_claimed(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Claimed a meteorite slammed into a field": it slammed, and nobody claims a meteorite."""
    noun = verb.head
    said, link = noun.head, verb.child("prep")
    if verb.tag != "VBN" or noun.dep != "dobj" or said.lemma not in _CLAIMING or verb.index != noun.index + 1:
        return
    if link is not None and link.lemma in _INTO and verb.child("agent") is None and said.child("ccomp") is None:
        verb.tag, verb.dep, noun.dep = "VBD", "ccomp", "nsubj"
        move(verb, said)
        move(noun, verb)


def lend_joined(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Flowers piled up outside its doors and books brimmed with notes": the books brimmed."""
    noun = tokens[verb.index - 1]
    link = tokens[noun.subtree()[0].index - 1]
    if verb.tag not in ("VBN", "VBD") or not verb.head.is_verb or verb.child(*SUBJECTS, "aux", "auxpass") is not None:
        return
    if noun.dep != "conj" or not noun.is_noun or link.tag != "CC" or noun.head.dep != "pobj":
        return
    if verb in noun.ancestors() or verb.head.index > noun.index or verb.child("agent") is not None:
        return
    verb.tag, noun.dep = "VBD", "nsubj"
    move(noun, verb)
    move(link, verb.head)


def join_later(word: Token, tokens: Sequence[Token]) -> None:
    """ "A short time later": how much later."""
    span = tokens[word.index - 1]
    if word.index and word.lemma in ("later", "earlier") and span.lemma in SPANS and span.dep in ("dobj", "npadvmod"):
        span.dep = "npadvmod"
        move(span, word)


def free_fronted(link: Token, tokens: Sequence[Token]) -> None:
    """ "In the hills, work on a road was opened": what stands before a comma and the subject belongs to the verb."""
    noun = link.head
    if link.dep != "prep" or noun.dep not in SUBJECTS or link.index > noun.index or not noun.head.is_verb:
        return
    last = link.subtree()[-1].index + 1
    opening = link.lemma in _FRONTED and (link.index == 0 or tokens[link.index - 1].word in DASHES)
    if opening and last < noun.index and tokens[last].word == ",":
        move(link, noun.head)


def read_neighbouring(word: Token, tokens: Sequence[Token]) -> None:
    """ "In neighbouring Osh" is a place, not what somebody does."""
    name = word.child("dobj")
    if word.lemma not in ("neighbour", "neighbor") or word.dep != "pcomp" or name is None or not name.is_name:
        return
    link = word.head
    move(name, link)
    for part in list(word.children):
        move(part, link.head)
    move(word, name)
    word.dep, word.tag, name.dep = "amod", "JJ", "pobj"

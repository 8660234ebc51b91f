"""Mending of subjects: clauses that the model leaves without theirs, or gives somebody else's."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import FINITE, SUBJECTS, WHEN, Token, hand_subject, move, subject_label, uproot

_HELPING = ("MD", *FINITE)
_ESTIMATING = frozenset("estimate report expect project predict forecast announce".split())
_SHOWING = frozenset("show indicate suggest predict forecast fear hope reveal find mean".split())
_LOST = ("acl", "relcl", "ccomp", "conj", "pcomp")


def take_object(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Predicting “the right” would fight", "records show his brother, Aida, has been found".

    Who stands before "would" or "has" and was taken for an object is the subject.
    """
    helper = verb.child("aux", "auxpass") if verb.dep in _LOST else None
    if helper is None or helper.tag not in _HELPING or verb.child(*SUBJECTS, "expl", "mark") is not None:
        return
    opening = verb.subtree()[0].index
    before = next((part for part in reversed(tokens[:opening]) if part.dep != "punct"), verb)
    nouns = (part for part in (before, *before.ancestors()) if part.dep == "dobj" and part.head.is_verb)
    noun = next((part for part in nouns if part.subtree()[-1].index < opening), None)
    if noun is None or verb in noun.ancestors() or not noun.is_noun:
        return
    over = noun.head
    told = lexicon().is_verb(over.lemma, "say", "claim", "announce") or over.lemma in _SHOWING
    beside = noun.subtree()[-1].index == opening - 1 and over.tag != "VBG"  # "ensure the bodies were"
    if noun.index < over.index or not (told or (beside and verb.dep == "conj")):
        return
    noun.dep, verb.dep = subject_label(verb), "ccomp"
    move(noun, verb)
    move(verb, over)


def find_speaker(aside: Token, tokens: Sequence[Token]) -> None:
    """ "Osh Corp., rumored a target for months, said that": who says it was rumored a target."""
    said, subject = aside.head, aside.child(*SUBJECTS)
    if aside.dep not in ("ccomp", "advcl") or aside.tag not in ("VBN", "VBD") or subject is None or not said.is_root:
        return
    if said.child(*SUBJECTS) is not None or aside.child("aux", "auxpass", "mark") is not None:
        return
    if subject.index > aside.index or aside.index > said.index or tokens[said.index - 1].word != ",":
        return
    if tokens[aside.index - 1].word != "," or not lexicon().is_verb(said.lemma, "say", "announce"):
        return
    hand_subject(aside, subject, said)


def read_estimated(word: Token, tokens: Sequence[Token]) -> None:
    """ "Osh Corp., Batken, estimated earnings for the quarter fell": it estimated that they fell."""
    noun, verb = word.head, word.head.head.head
    if word.dep != "amod" or word.lemma not in _ESTIMATING or noun.dep != "appos" or not verb.is_root:
        return
    firm = noun.head
    if firm.dep != "nsubj" or noun.child("det", "poss") is not None or tokens[word.index - 1].word != ",":
        return
    if word.tag not in ("VBN", "VBD") or verb.tag not in FINITE or verb.index < noun.index:
        return
    word.tag, verb.dep, noun.dep = "VBD", "ccomp", "nsubj"
    uproot(word)
    move(firm, word)
    move(noun, verb)
    move(verb, word)


def read_affected(word: Token, tokens: Sequence[Token]) -> None:
    """ "Said the new cuts affected lending that was": nobody says lending; the cuts affected it."""
    noun, said = word.head, word.head.head
    before = tokens[word.index - 1]
    if word.dep != "amod" or word.tag not in ("VBN", "VBD") or noun.dep != "dobj" or before.tag not in ("NN", "NNS"):
        return
    if said.lemma != "say" or before.head is not noun or noun.index < word.index or said.child("ccomp") is not None:
        return
    word.tag, word.dep, before.dep = "VBD", "ccomp", "nsubj"
    move(word, said)
    for part in [part for part in noun.children if part.index < before.index]:
        move(part, before)
    move(before, word)
    move(noun, word)


def raise_past_aside(main: Token, tokens: Sequence[Token]) -> None:
    """ "Because his kin, refusing to go, made him a symbol": they made him one."""
    beside = (part for part in reversed(main.head.children) if part.tag == "VBG" and part.index < main.index)
    aside = main.head if main.head.tag == "VBG" else next(beside, main)
    if main.dep not in ("dep", "ccomp", "conj") or main.tag not in FINITE or aside is main or aside.is_root:
        return
    subject = aside.child("nsubj")
    if subject is None or main.child(*SUBJECTS) is not None or aside.child("aux", "auxpass") is not None:
        return
    commas = tokens[aside.index - 1].word == "," == tokens[main.subtree()[0].index - 1].word
    if not commas or not subject.index < aside.index < main.index:
        return
    main.dep = aside.dep
    move(main, aside.head)
    for part in [part for part in aside.children if part.index < aside.index]:
        move(part, main)
    aside.dep = "acl"
    move(aside, subject)


def part_acquired(first: Token, tokens: Sequence[Token]) -> None:
    """ "Said the firms to be acquired had revenue": they had it, those to be acquired."""
    subject, helper = first.child(*SUBJECTS), first.child("aux")
    if first.dep != "ccomp" or subject is None or helper is None or helper.tag != "TO" or first.child("mark"):
        return
    later = (part for part in first.head.children if part.dep == "ccomp" and part.index > first.index)
    main = next((part for part in later if part.tag in FINITE and part.child(*SUBJECTS, "mark") is None), None)
    if main is None or main.subtree()[0].index != first.subtree()[-1].index + 1 or subject.index > first.index:
        return
    subject.dep, first.dep = subject_label(main), "relcl"
    move(subject, main)
    move(first, subject)


def join_died(subject: Token, tokens: Sequence[Token]) -> None:
    """ "After his mother, brother and others died": all of them did."""
    verb = subject.head
    start = subject.subtree()[0].index
    if subject.dep not in SUBJECTS or verb.dep not in ("conj", "advcl") or subject.child("conj") is None or start < 3:
        return
    noun = tokens[start - 2]
    link = noun.head
    if subject.child("det", "poss") is not None or tokens[start - 1].word != "," or noun.dep != "pobj":
        return
    if link.lemma not in WHEN or verb.head not in link.ancestors() or verb in link.ancestors():
        return
    verb.dep, noun.dep, subject.dep, link.dep = "advcl", subject.dep, "conj", "mark"
    move(noun, verb)
    move(link, verb)
    move(subject, noun)


def spread_each(word: Token, tokens: Sequence[Token]) -> None:
    """ "They had each held a stake": "each" is no second subject."""
    verb = word.head
    helper = tokens[word.index - 1]
    behind = helper.dep in ("aux", "auxpass") and helper.head is verb and verb.child(*SUBJECTS) is not word
    if behind and word.lemma in ("each", "both", "all") and word.dep == "nsubj" and not word.children:
        word.dep = "advmod"


def raise_conditioned(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Ended the war and is poised to go in should talks fail": what depends on the talks is the last thing told."""
    opening = verb.subtree()[0]
    if verb.dep not in ("ccomp", "advcl") or opening.word.lower() != "should" or opening.head is not verb:
        return
    later = [part for part in verb.head.children if part.dep == "conj" and part.index < opening.index]
    verb.dep = "advcl"
    if later and later[-1].index > verb.head.index:
        move(verb, later[-1])


def raise_cleft(verb: Token, tokens: Sequence[Token]) -> None:
    """ "It was not until years after they were chosen that it included women": what was so is what follows "that"."""
    mark = verb.child("mark")
    if verb.dep != "ccomp" or mark is None or mark.lemma != "that" or verb.head.index > verb.index:
        return
    above = next((part for part in verb.ancestors() if part.lemma == "be" and part.is_root), None)
    subject = above.child("nsubj") if above is not None else None
    if above is None or subject is None or subject.lemma != "it":
        return
    when = above.child("prep")
    link = next(part for part in (verb, *verb.ancestors()) if part.head is above)
    opened = when is not None and when.lemma in ("until", "in", "on", "after")
    if opened and link.dep in ("prep", "advcl") and link.index > above.index:
        move(verb, above)


def join_second_content(verb: Token, tokens: Sequence[Token]) -> None:
    """ "They think he hid it, dug it up, then hurriedly reburied it": all of it is what they think."""
    if verb.dep != "ccomp" or verb.tag != "VBD" or verb.child(*SUBJECTS, "expl", "mark", "aux", "auxpass") is not None:
        return
    opening = verb.subtree()[0]
    first = next((part for part in verb.head.children if part.dep == "ccomp" and part.index < verb.index), None)
    if first is None or first.tag != "VBD" or first.child("nsubj") is None or opening.lemma != "then":
        return
    if tokens[opening.index - 1].word == ",":
        verb.dep = "conj"
        move(verb, first)


def part_reduced(verb: Token, tokens: Sequence[Token]) -> None:
    """ "While the man accused of it went to jail", "when the inquiry chaired by Aida resumes": he went, it resumes."""
    subject = verb.child(*SUBJECTS)
    if verb.tag not in ("VBD", "VBN") or subject is None:
        return
    if subject.index != verb.index - 1 or verb.child("aux", "auxpass", "dobj", "dative", "xcomp", "neg") is not None:
        return
    after = tokens[verb.index + 1 :]
    if not after or after[0].tag not in ("IN", "TO", "RB"):
        return
    main = _next_finite(after)
    if main is None or main.child(*SUBJECTS, "mark", "expl") is not None or main in subject.subtree():
        return
    above = verb.head
    if main is not above and main in above.ancestors() and not (main.is_root and above.head is main):
        return
    _raise_beside(main, verb)
    hand_subject(verb, subject, main)


def _next_finite(words: Sequence[Token]) -> Token | None:
    """The first finite verb among words, None where another clause or a comma comes before it."""
    for word in words:
        if word.word in (",", ";", ":") or word.tag in ("CC", "WDT", "WP", "WRB") or word.dep == "mark":
            return None
        if word.tag in FINITE:
            return word.head if word.dep in ("aux", "auxpass") else word
    return None


def _raise_beside(main: Token, verb: Token) -> None:
    """Gives a verb the place that the participle before it has, whatever it hung from."""
    above = verb.head
    if main is above:
        return  # "found" as the subject of "was"
    if main.is_root and above.head is main:
        uproot(above)
        for part in [part for part in main.children if part.dep == "punct"]:
            move(part, above)
    main.dep = verb.dep
    move(main, above)


def name_first_aged(word: Token, tokens: Sequence[Token]) -> None:
    """ "Jolly, 42, was arrested": somebody of that age, and no adverb."""
    if word.index or word.tag != "RB" or word.dep != "advmod" or len(tokens) < 5 or word.word[:1].islower():
        return
    if tokens[1].word == tokens[3].word == "," and tokens[2].tag == "CD" and word.head.child(*SUBJECTS) is None:
        word.tag, word.dep = "NNP", subject_label(word.head)


def read_has(helper: Token, tokens: Sequence[Token]) -> None:
    """ "She's lost a lot of weight": she has lost it; nobody is lost a lot."""
    verb = helper.head
    if helper.word not in ("'s", "’s") or helper.dep != "auxpass" or verb.tag not in ("VBN", "VBD"):
        return
    if verb.child("dobj") is not None and verb.child("agent") is None and helper.index < verb.index:
        helper.lemma, helper.dep, verb.tag = "have", "aux", "VBN"
        for subject in [part for part in verb.children if part.dep == "nsubjpass"]:
            subject.dep = "nsubj"


def name_resident(name: Token, tokens: Sequence[Token]) -> None:
    """ "A Calgary, Alberta man died": the man did, who is from there."""
    article, verb = name.child("det"), name.head
    subjects = [part for part in verb.children if part.dep in SUBJECTS and part.index < verb.index]
    if not name.is_name or len(subjects) != 2 or subjects[0] is not name or article is None:
        return
    man = subjects[1]
    if article.lemma not in ("a", "an") or man.tag != "NN" or man.child("det", "poss") is not None:
        return
    if tokens[man.subtree()[0].index - 1].word == "," and man.subtree()[0].index == name.index + 2:
        for part in [part for part in name.children if part.index < name.index]:
            move(part, man)
        name.dep = "nmod"
        move(name, man)


def open_provided(word: Token, tokens: Sequence[Token]) -> None:
    """ "Will withdraw provided its border could be secured": a condition, and nobody provides a border."""
    noun = word.child("dobj", "pobj")
    if word.lemma != "provide" or word.tag not in ("VBN", "VBD") or noun is None or word.head.index > word.index:
        return
    after = noun.subtree()[-1].index + 1
    verb = tokens[after] if after < len(tokens) else word
    verb = verb.head if verb.dep in ("aux", "auxpass") else verb
    finite = verb.tag in FINITE or any(part.tag in _HELPING for part in verb.children)
    if not verb.is_verb or not finite or verb.child(*SUBJECTS) is not None or verb in word.ancestors() or verb is word:
        return
    inner = (part for part in reversed(tokens[: word.index]) if part.is_verb and part.child(*SUBJECTS) is not None)
    above = next(inner, word.head)
    verb.dep, noun.dep, word.dep = "advcl", subject_label(verb), "mark"
    move(verb, above)
    move(noun, verb)
    move(word, verb)

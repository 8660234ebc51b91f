"""Mending of lists and pairs: several that the model takes for one thing and a clause, or for a clause and a verb."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.syntax import SUBJECTS, Token, move

_DESCRIBING = frozenset("describe identify portray depict characterize characterise".split())
_LISTING = frozenset("among between of from by with against".split())


def join_beside_which(second: Token, tokens: Sequence[Token]) -> None:
    """ "Was hurt in the blast, which shook the town, broke glass and hit a house": the blast broke it, and hit it."""
    first = second.head
    if second.dep != "conj" or second.tag != "VBD" or first.child("auxpass") is None:
        return
    if second.child(*SUBJECTS, "aux", "auxpass") is not None or tokens[second.index - 1].word != ",":
        return
    between = (part for part in tokens[first.index : second.index] if part.dep == "relcl" and part.tag == "VBD")
    clause = next(between, None)
    who = clause.child("nsubj") if clause is not None else None
    if clause is None or who is None or who.tag not in ("WDT", "WP"):
        return
    if clause.subtree()[-1].index == second.index - 2:
        move(second, clause)


def lead_list(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Confrontations among marchers, herders and the police provoked": the confrontations did, of all three."""
    verb = noun.head
    if noun.dep != "dep" or not noun.is_noun or not verb.is_verb or noun.subtree()[0].index != verb.subtree()[0].index:
        return
    link = next((part for part in noun.children if part.dep == "prep"), None)
    first = link.child("pobj") if link is not None else None
    subject = verb.child(*SUBJECTS)
    if link is None or first is None or subject is None or link.lemma not in _LISTING or subject.child("conj") is None:
        return
    start = subject.subtree()[0].index
    if tokens[start - 1].word == "," and noun.subtree()[-1].index == start - 2 and subject.index < verb.index:
        noun.dep, subject.dep = subject.dep, "conj"
        move(subject, first)


def part_as(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Was described as a witness and a warrant had been issued": he was not called a clause."""
    link, subject = verb.head, verb.child(*SUBJECTS)
    if verb.dep != "pcomp" or link.lemma != "as" or subject is None or not verb.child("aux", "auxpass"):
        return
    second, word = subject.child("conj"), subject.child("cc")
    if second is None or word is None or not link.head.is_verb or subject.index > verb.index:
        return
    label, main = subject.dep, link.head
    subject.dep, second.dep, verb.dep = "pobj", label, "conj"
    move(subject, link)
    move(verb, main)
    move(word, main)
    move(second, verb)


def lend_finder(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Took him hostage and police found the body": a clause has a subject, and the noun before its verb is it."""
    if verb.dep != "advcl" or verb.tag != "VBD" or verb.index < 3 or verb.child("dobj") is None:
        return
    if verb.child(*SUBJECTS, "mark", "aux", "auxpass", "expl", "advmod") is not None or verb.head.index > verb.index:
        return
    noun = tokens[verb.index - 1]
    if noun.is_noun and noun.dep == "conj" and noun.head.is_noun and tokens[noun.subtree()[0].index - 1].tag == "CC":
        link, main = tokens[noun.subtree()[0].index - 1], verb.head
        noun.dep, verb.dep = "nsubj", "conj"
        move(link, main)
        move(noun, verb)


def name_division(area: Token, tokens: Sequence[Token]) -> None:
    """ "Naryn, Osh; Talas, Batken; and Jalal": behind a comma stands where the town before it lies, in each pair."""
    after = area.index + 1
    if area.index < 2 or not area.is_name or tokens[area.index - 1].word != "," or after >= len(tokens):
        return
    town = tokens[area.index - 2]
    if tokens[after].word != ";" or not town.is_name or area in town.ancestors() or area.is_root:
        return
    for part in [part for part in area.children if part.dep in ("conj", "cc")]:
        move(part, town)
    area.dep = "appos"
    move(area, town)


def join_adjectives(word: Token, tokens: Sequence[Token]) -> None:
    """ "An edgy and unforgiving public", "bare and painted parts": two adjectives of one noun, and no verb."""
    after = tokens[word.index + 1 : word.index + 2]
    if word.tag != "JJ" or word.dep not in ("pobj", "dobj") or not after or after[0].tag != "CC":
        return
    joined = next((part for part in tokens[word.index + 2 :] if part.tag != "RB"), word)
    if joined.dep != "conj" or joined.head not in (word, word.head) or joined.tag not in ("VBG", "VBN", "VBD"):
        return
    noun, article = joined.child("dobj"), word.child("det")
    if noun is None or not noun.is_noun or (article is not None and article.lemma == "the"):
        return
    between = tokens[word.index + 2 : noun.index]
    if any(part is not joined and part.tag[:2] not in ("RB", "JJ", "VB", "NN") for part in between):
        return
    above = word.head
    noun.dep, word.dep, joined.tag = word.dep, "amod", "JJ"
    move(noun, above)
    move(joined, word)
    move(after[0], word)
    if article is not None:
        move(article, noun)
    move(word, noun)


def join_or(word: Token, tokens: Sequence[Token]) -> None:
    """ "Have been taken into custody or located": both were done to them."""
    link, verb = tokens[word.index - 1], word.head
    if word.dep != "advcl" or word.tag != "VBN" or link.tag != "CC" or verb.child("auxpass") is None:
        return
    if word.child("mark", "aux", *SUBJECTS) is None and link.head is not verb and verb.index < link.index:
        word.dep = "conj"
        move(link, verb)


def free_but_also(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Killed mainly Osh men but also herders": these were killed, too."""
    start = noun.subtree()[0].index
    if noun.dep not in ("npadvmod", "conj") or not noun.is_noun or start < 3:
        return
    also, link = tokens[start - 1], tokens[start - 2]
    if also.lemma != "also" or link.lemma != "but" or not link.head.is_verb:
        return
    if noun.dep == "conj" and noun.head is not link.head:
        return
    first = link.head.child("dobj")
    if first is not None and first.index < link.index and first not in noun.subtree():
        noun.dep = "conj"
        move(noun, first)
        move(link, first)


def open_bare(link: Token, tokens: Sequence[Token]) -> None:
    """ "In that outbreak 150 people died", "in 2004 Aida and Bakyt cut it": what follows "in" is no part of who did."""
    verb, after = link.head, link.index + 1
    if link.dep != "prep" or link.children or link.index or link.lemma.lower() != "in" or not verb.is_verb:
        return
    subject = verb.child(*SUBJECTS)
    if subject is None or subject.subtree()[0].index != after:
        return
    counted = [part for part in subject.children if part.tag == "CD" and part.index > after]
    inner = tokens[counted[0].index - 1] if counted else tokens[after]
    year = inner.tag == "CD" and len(inner.word) == 4 and inner.word.isdigit() and subject.is_name
    if not year and (inner.tag != "NN" or inner.head is not subject or tokens[after].tag != "DT"):
        return
    for part in [part for part in subject.children if part.index < inner.index]:
        move(part, inner)
    inner.dep = "pobj"
    move(inner, link)


def fill_before_comma(link: Token, tokens: Sequence[Token]) -> None:
    """ "A match to Aida Orozova, the spokesman Bakyt said": the match was to her, who does not speak."""
    if link.dep != "prep" or link.children or link.tag not in ("IN", "TO") or not link.head.is_noun:
        return
    comma = next((part for part in tokens[link.index + 1 :] if part.word == ","), link)
    name = tokens[comma.index - 1]
    if comma is link or name is link or not name.is_name or name.head.index < comma.index:
        return
    if all(part.is_name for part in tokens[link.index + 1 : comma.index]) and name.dep in ("nmod", "compound", "appos"):
        name.dep = "pobj"
        move(name, link)


def hang_described(link: Token, tokens: Sequence[Token]) -> None:
    """ "Described the man who stole it as a tall male": so he was described."""
    verb = link.head
    if link.dep != "prep" or link.lemma != "as" or not verb.is_verb or link.child("pobj") is None:
        return
    above = next((part for part in verb.ancestors() if part.lemma in _DESCRIBING), None)
    thing = above.child("dobj") if above is not None else None
    if above is None or thing is None or thing not in verb.ancestors() or above.child("prep") is not None:
        return
    if link.subtree()[0].index > verb.index > thing.index:
        move(link, above)


def join_penalty(word: Token, tokens: Sequence[Token]) -> None:
    """ "Was sentenced to a year, fined $1,000, ordered to work": all of it was done to him."""
    first = word.head
    if first.tag != "VBN" or first.child("auxpass") is None or tokens[word.index - 1].word != ",":
        return
    if word.dep == "dep" and word.tag == "VBN" and word.child(*SUBJECTS, "aux", "auxpass") is None:
        word.dep = "conj"
    fined = word.child("dobj") if word.dep == "conj" and word.lemma == "fine" else None
    if fined is not None and any(part.word == "$" for part in fined.subtree()):
        word.tag = "VBN"


def read_listed_verb(word: Token, tokens: Sequence[Token]) -> None:
    """ "To renovate, furnish and staff the offices": three things to do."""
    first = word.head
    if word.tag not in ("JJ", "NN") or first.tag != "VB" or tokens[word.index - 1].word != ",":
        return
    last = word.child("conj")
    if first.child("aux") is not None and first.index == word.index - 2 and last is not None and last.tag == "VB":
        word.tag = "VB"

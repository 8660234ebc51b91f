"""Mending of nouns: where the parser gives an object, a subject or what is told of a noun to the wrong word."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import SUBJECTS, Token, joining_word, move, move_joined, uproot

_LEADING = frozenset("near outside inside".split())
_AT = frozenset("in at near from outside".split())
_OPENING = frozenset("after before as while since when".split())
_ACTS_DENIED = frozenset("deny admit acknowledge resume halt suspend risk avoid stop start begin".split())
_CLAIMING = frozenset("claim say state warn allege declare read announce urge demand".split())
_AMOUNTS = frozenset("euro dollar pound yen percent million billion franc mark rouble ruble yuan rupee won".split())
_TELLING = ("say", "claim")
_BESIDE = ("with", "alongside")


def give_object(doing: Token, tokens: Sequence[Token]) -> None:
    """ "Struck down a law denying benefits": the noun right behind a verb is its object, which denies them."""
    verb, noun = doing.head, doing.child("nsubj")
    if doing.tag != "VBG" or doing.dep != "advcl" or noun is None or not verb.index < noun.index < doing.index:
        return
    if verb.child("dobj", "auxpass", "ccomp") is not None or doing.child("mark", "aux", "advmod") is not None:
        return
    before = tokens[noun.subtree()[0].index - 1]
    if noun.child("det", "poss") is None or (before is not verb and before.dep != "prt"):
        return
    noun.dep, doing.dep = "dobj", "acl"
    move(noun, verb)
    move(doing, noun)


def lower_clause(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Was told to pay after her spouse, Aida, died": the sentence is what she was told, and the spouse died."""
    name, main = verb.child("nsubj"), verb.child("ccomp")
    if not verb.is_root or name is None or main is None or not main.index < name.index < verb.index:
        return
    if lexicon().is_verb(verb.lemma, *_TELLING) or not name.is_name:
        return  # "died after a long illness, Aida said"
    first = name.subtree()[0].index
    if first < 3 or tokens[first - 1].word != "," or main.child(*SUBJECTS) is None:
        return
    noun = tokens[first - 2]
    link = noun.head
    if noun.dep != "pobj" or link.lemma not in _OPENING or link not in main.subtree():
        return
    uproot(main)
    for part in [part for part in verb.children if part.dep == "punct" and part.index > verb.index]:
        move(part, main)
    verb.dep = "advcl"
    move(verb, main)
    noun.dep, name.dep, link.dep = "nsubj", "appos", "mark"
    move(noun, verb)
    move(link, verb)
    move(name, noun)


def hang_claim(telling: Token, tokens: Sequence[Token]) -> None:
    """ "A note was found in the car claiming that": the note claims it."""
    thing = telling.head
    if telling.dep != "acl" or telling.tag != "VBG" or telling.lemma not in _CLAIMING or thing.dep != "pobj":
        return
    verb = thing.head.head
    subject = verb.child("nsubjpass")
    if verb.is_verb and subject is not None and telling.child("ccomp") is not None:
        move(telling, subject)


def hang_cause(hit: Token, tokens: Sequence[Token]) -> None:
    """ "Fell to 1.7 billion euros, hit by slumping demand": what fell was hit, not the euros."""
    amount = hit.head
    if hit.dep != "acl" or hit.tag != "VBN" or hit.child("agent") is None or amount.lemma not in _AMOUNTS:
        return
    verb = next((part for part in amount.ancestors() if part.is_verb), None)
    if verb is not None and tokens[hit.subtree()[0].index - 1].word == "," and verb.child(*SUBJECTS) is not None:
        hit.dep = "advcl"
        move(hit, verb)


def open_time(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Had fled by the time officers arrived": a clause that says when."""
    noun = verb.head
    link = noun.head
    if verb.dep not in ("relcl", "acl") or noun.lemma != "time" or noun.dep != "pobj" or link.lemma != "by":
        return
    if link.head.is_verb and verb.child(*SUBJECTS) is not None and noun.child("det") is not None:
        verb.dep, link.dep = "advcl", "mark"
        move(verb, link.head)
        move(link, verb)


def name_holder_of(opening: Token, tokens: Sequence[Token]) -> None:
    """ "Defending champion Aida Sadykova will face": nobody defends a champion."""
    word, verb = opening.child("dobj"), opening.head
    name = verb.child("nsubj")
    if opening.dep != "csubj" or opening.tag != "VBG" or word is None or name is None or not name.is_name:
        return
    if word.index != opening.index + 1 or name.subtree()[0].index != word.index + 1:
        return
    opening.dep, opening.tag, word.dep = "amod", "JJ", "compound"
    move(word, name)
    move(opening, word)


def read_second_verb(word: Token, tokens: Sequence[Token]) -> None:
    """ "Studied at Osh and married Bakyt Orozov": an "-ed" form right behind the "and" of verbs is a verb."""
    name = word.head
    verb = name.head
    if word.tag != "JJ" or not word.word.endswith("ed") or name.dep != "conj" or not name.is_name:
        return
    if word.index == 0 or tokens[word.index - 1].tag != "CC" or verb.tag not in ("VBD", "VBN") or word.children:
        return
    word.tag, word.dep, name.dep = "VBD", "conj", "dobj"
    move(word, verb)
    for part in [part for part in name.children if part.dep == "prep" and part.index > name.index]:
        move(part, word)
    move(name, word)


def open_with_place(noun: Token, tokens: Sequence[Token]) -> None:
    """ "In Osh, a blast at a market killed ten": the parser takes the place for what killed, or the blast for it."""
    place = noun.head
    before = tokens[noun.subtree()[0].index - 1]
    if noun.dep != "appos" or not place.is_name or before.word != ",":
        return
    first = place.subtree()[0].index
    link = tokens[first - 1] if first > 0 else place
    verb = link.head
    if link.dep != "prep" or not verb.is_verb or noun.index > verb.index:
        return
    if place.dep in SUBJECTS and place.head is verb and not link.children:
        noun.dep, place.dep = place.dep, "pobj"
        move(noun, verb)
        move(place, link)
        return
    bare = verb.child(*SUBJECTS, "expl", "auxpass") is None and not noun.is_name
    if bare and place.dep == "pobj" and place.head is link and noun.subtree()[-1].index + 1 == verb.index:
        noun.dep = "nsubj"
        move(noun, verb)


def lend_back(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Alga, spun off from Osh Mining in 2004, plans to": the name before the aside is who plans."""
    aside = next((part for part in verb.children if part.dep == "advcl" and part.index < verb.index), None)
    subject = aside.child("nsubj", "nsubjpass") if aside is not None else None
    if aside is None or subject is None or aside.tag not in ("VBN", "VBD") or verb.child(*SUBJECTS, "expl") is not None:
        return
    if aside.child("mark", "aux", "auxpass", "advmod", "dobj") is not None or verb.tag not in ("VBZ", "VBP", "VBD"):
        return
    first, last = subject.subtree()[-1].index + 1, verb.index - 1
    if tokens[first].word == tokens[last].word == "," and first + 1 == aside.index and subject.subtree()[0].index < 2:
        aside.dep, aside.tag = "acl", "VBN"
        move(subject, verb)
        move(aside, subject)


def join_to_main(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Declared war after its troops overran the town, and closed its borders": who declared it also closed them."""
    inner = verb.head
    main = inner.head
    if verb.tag != "VBD" or inner.dep != "advcl" or inner.tag not in ("VBD", "VBN") or inner.index > verb.index:
        return
    if verb.child(*SUBJECTS, "aux", "auxpass") is not None or main.tag != "VBD" or main.index > inner.index:
        return
    link = joining_word(verb)
    if link is not None and tokens[link.index - 1].word == ",":
        move_joined(verb, main)


def join_to_doing(act: Token, tokens: Sequence[Token]) -> None:
    """ "Trapping ten underground and killing five": what is done is joined to what is done, not to where."""
    place = act.head
    doing = place.head
    if act.tag != "VBG" or place.is_verb or place.tag != "RB" or doing.tag != "VBG" or act.child(*SUBJECTS) is not None:
        return
    for link in [part for part in place.children if part.dep == "cc" and part.index < act.index]:
        move(link, doing)
    move(act, doing)


def join_to_content(verb: Token, tokens: Sequence[Token]) -> None:
    """ "They think the killer hid the rifle and fled": what is past is joined to what they think, not to thinking."""
    outer = verb.head
    if verb.tag != "VBD" or outer.tag not in ("VBZ", "VBP") or verb.child(*SUBJECTS, "aux", "auxpass") is not None:
        return
    told = [part for part in outer.children if part.dep == "ccomp" and outer.index < part.index < verb.index]
    if told and told[-1].tag == "VBD":
        links = [part for part in outer.children if part.dep == "cc" and told[-1].index < part.index < verb.index]
        move(verb, told[-1])
        for link in links[-1:]:
            move(link, told[-1])


def hang_who(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Detained two accountants in Osh, who were freed": they were, and not the town."""
    place, who = verb.head, verb.child(*SUBJECTS)
    link = place.head
    if verb.dep != "relcl" or who is None or who.lemma != "who" or place.dep != "pobj" or not place.is_name:
        return
    if link.lemma not in _AT or tokens[who.index - 1].word != ",":
        return
    person = link.head if link.head.is_noun else link.head.child("dobj", "nsubjpass") if link.head.is_verb else None
    if person is not None and person.index < place.index:
        move(verb, person)


def open_near(word: Token, tokens: Sequence[Token]) -> None:
    """ "Near Tuzla, landslides swept": the parser takes "Near Tuzla" for a name that swept."""
    place = word.head
    noun, verb = place.child("appos"), place.head
    if word.index > 1 or word.dep != "compound" or word.lemma.lower() not in _LEADING or place.dep not in SUBJECTS:
        return
    if noun is None or not verb.is_verb or tokens[noun.subtree()[0].index - 1].word != ",":
        return
    noun.dep, place.dep, word.dep, word.tag, word.lemma = place.dep, "pobj", "prep", "IN", word.lemma.lower()
    move(noun, verb)
    move(word, verb)
    move(place, word)


def raise_told(noun: Token, tokens: Sequence[Token]) -> None:
    """ "A plane with five people on board disappeared, officials said": the plane did, and that is what they said."""
    saying = noun.head
    verb = next((part for part in noun.children if part.dep == "acl" and part.tag == "VBD"), None)
    if not noun.is_noun or noun.dep != "ccomp" or verb is None or noun.index > saying.index:
        return
    if not lexicon().is_verb(saying.lemma, *_TELLING) or verb.child("aux", "auxpass", *SUBJECTS) is not None:
        return
    verb.dep, noun.dep = "ccomp", "nsubj"
    move(verb, saying)
    move(noun, verb)


def hang_toll(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Struck as patients waited in line, killing ten": what struck killed them."""
    meanwhile = verb.head
    if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in lexicon().harming or meanwhile.dep != "advcl":
        return
    mark = meanwhile.child("mark", "advmod")
    led = mark is not None and mark.lemma in ("as", "while", "when") and mark.index > meanwhile.head.index
    if led and tokens[verb.subtree()[0].index - 1].word == ",":
        move(verb, meanwhile.head)


def read_denied_act(act: Token, tokens: Sequence[Token]) -> None:
    """ "But denied killing civilians": what is denied is the killing, not civilians of some sort."""
    noun = act.head
    verb = noun.head
    if act.tag != "VBG" or act.dep != "amod" or noun.dep != "dobj" or verb.lemma not in _ACTS_DENIED:
        return
    if act.index == verb.index + 1 and noun.subtree()[0] is act:
        act.dep = "xcomp"
        move(act, verb)
        move(noun, act)


def open_with_company(link: Token, tokens: Sequence[Token]) -> None:
    """ "With Aida Orozova, Bakyt set up a firm": Bakyt did, who stands before the verb."""
    companion = link.head.child("nsubj")
    name = companion.child("appos") if companion is not None else None
    if link.dep != "prep" or link.lemma not in _BESIDE or companion is None or name is None or not name.is_name:
        return
    alone = not link.children and companion.subtree()[0].index == link.index + 1
    last = name.subtree()[-1].index + 1
    if not alone or tokens[name.subtree()[0].index - 1].word != "," or tokens[last].word == ",":
        return
    verb = link.head
    name.dep, companion.dep = "nsubj", "pobj"
    move(name, verb)
    move(companion, link)


def name_source(name: Token, tokens: Sequence[Token]) -> None:
    """ "According to a doctor, Aida Orozova, the fever has spread": the name is the doctor's."""
    verb, first = name.head, name.subtree()[0].index
    subjects = [part for part in verb.children if part.dep in SUBJECTS]
    if name.dep not in SUBJECTS or len(subjects) != 2 or subjects[0] is not name or not name.is_name or first < 2:
        return
    source = tokens[first - 2]
    if tokens[first - 1].word == "," and source.dep == "pobj" and source.tag == "NN":
        name.dep = "appos"
        move(name, source)


def hang_doing(doing: Token, tokens: Sequence[Token]) -> None:
    """ "Osh was hit by protests by miners demanding pay": the miners demand it, who stand right before."""
    first = doing.subtree()[0].index
    if doing.dep != "acl" or doing.tag != "VBG" or doing.index != first or doing.head.index >= first - 1:
        return
    near = tokens[first - 1]
    between = [part for part in near.ancestors() if part.is_verb and doing.head.index < part.index < first]
    if near.is_noun and near.dep == "pobj" and near.head.lemma == "by" and between:
        move(doing, near)


def hang_change(link: Token, tokens: Sequence[Token]) -> None:
    """ "Trade, which fell to 14 billion, down 2 billion": it fell by that, whatever else is told of trade."""
    if link.lemma not in ("down", "up") or link.index < 2 or tokens[link.index - 1].word != ",":
        return
    near = (part for part in tokens[link.index - 2].ancestors() if part.dep == "relcl" and part.is_verb)
    verb = next(near, None)
    if verb is not None and verb is not link.head and link.head not in verb.subtree() and link not in verb.ancestors():
        move(link, verb)


def join_share(link: Token, tokens: Sequence[Token]) -> None:
    """ "Of the eight victims, three were stabbed": three of the eight."""
    share = link.head.child(*SUBJECTS)
    if link.word != "Of" or link.dep != "prep" or share is None or share.children:
        return
    if share.tag in ("CD", "DT", "JJ") and link.subtree()[-1].index + 2 == share.index:
        move(link, share)


def free_relative(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Shares issued July 1, which will receive": no day receives, but what it is told of."""
    day = verb.head
    days = lexicon().calendar
    pronoun = verb.child(*SUBJECTS)
    if verb.dep != "relcl" or day.word.lower() not in days or pronoun is None or pronoun.tag not in ("WDT", "WP"):
        return
    thing = next((part for part in day.ancestors() if part.is_noun and part.word.lower() not in days), None)
    if thing is not None and thing.index < day.index:
        move(verb, thing)

"""Mending of names: whose name it is, what it is the name of, and which noun it stands beside."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.syntax import SUBJECTS, Token, move, subject_label


def join_title(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Ministers Sadykova and Orozov met": two subjects side by side are a title and its names."""
    subjects = [part for part in verb.children if part.dep in SUBJECTS and part.index < verb.index]
    if len(subjects) != 2 or subjects[0].tag not in ("NNS", "NN"):
        return
    title, name = subjects
    if not name.is_name and (title.lemma != "magnitude" or not name.is_noun):
        return  # "a magnitude 6.4 earthquake"
    if title.subtree()[-1].index + 1 == name.subtree()[0].index:
        title.dep = "compound"
        move(title, name)


def name_holder(name: Token, tokens: Sequence[Token]) -> None:
    """ "The mayor of Osh, Aida Sadykova, resigned": the name is the mayor's, not the town's."""
    place = name.head
    if name.dep != "appos" or not name.is_name or not place.is_name or name.child("compound") is None:
        return
    holder = place.head.head
    if place.dep == "pobj" and place.head.lemma == "of" and holder.tag == "NN" and name.index > place.index:
        move(name, holder)


def name_town(noun: Token, tokens: Sequence[Token]) -> None:
    """ "The Batken, Tenn. dairy concern": the town and its state stand before the noun; it is no apposition to them."""
    town, first = noun.head, noun.subtree()[0]
    led = town.is_name and town.child("det") is not None and noun.dep == "appos" and noun.tag in ("NN", "NNS")
    if not led or first.index < 2 or not (first.is_name and first.word.endswith(".")):
        return
    if first is noun or tokens[first.index - 1].word != "," or tokens[first.index - 2] is not town or town.is_root:
        return
    noun.dep, town.dep = town.dep, "nmod"
    move(noun, town.head)
    for part in [part for part in town.children if part.dep == "det"]:
        move(part, noun)
    move(town, noun)


def name_first(word: Token, tokens: Sequence[Token]) -> None:
    """ "First of Batken Bank Corp. said": a firm called so."""
    link = word.child("prep") if word.word == "First" and word.dep == "advmod" else None
    noun = link.child("pobj") if link is not None else None
    if link is None or link.lemma != "of" or noun is None:
        return
    verb = word.head
    if noun.is_name and verb.is_verb and verb.child(*SUBJECTS) is None and noun.index < verb.index:
        word.dep, word.tag = subject_label(verb), "NNP"


def keep_right(name: Token, tokens: Sequence[Token]) -> None:
    """ "The event was attended by the minister, Aida Orozova, and others": no event is called so."""
    subject, verb = name.head, name.head.head
    if name.dep != "appos" or subject.dep not in SUBJECTS or not subject.index < verb.index < name.index:
        return
    agent = verb.child("agent")
    doer = agent.child("pobj") if agent is not None else None
    if doer is not None and doer.index < name.index:
        move(name, doer)

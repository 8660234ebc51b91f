"""Mending around asides and times: what stands between commas or dashes, and "days after", hung from the wrong word."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.accounts import HEARSAY
from viz.parsers.events.brackets import DASHES
from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import FINITE, SUBJECTS, UNITS, Token, hand_subject, move, move_joined

_BESIDE = ("after", "before")
_AUXILIARIES = frozenset("be have do will would can could may might shall should must get 's 'd 've".split())


def free_measure(mark: Token, tokens: Sequence[Token]) -> None:
    """ "Hurled it here seconds before the bomb exploded", "at the border days after he fell": how long before."""
    if mark.dep != "mark" or mark.lemma not in _BESIDE or mark.index < 2:
        return
    unit, clause = tokens[mark.index - 1], mark.head
    counted = unit.child("nummod", "amod") is not None  # "the two days before they met"
    if unit.lemma not in UNITS or unit.tag != "NNS" or unit.head is clause or counted or unit in clause.subtree():
        return
    verb = next((part for part in reversed(tokens[: unit.index]) if part.is_verb), None)
    if verb is None or verb in clause.subtree():
        return
    if unit.is_root or any(part.index > unit.index for part in unit.children):
        return
    noun = tokens[unit.index - 1]
    if unit.children and not (noun.dep == "compound" and noun.head is unit and noun.is_noun):
        return  # "in the days before"
    _give_up_noun(unit, noun)
    unit.dep, clause.dep = "npadvmod", "advcl"
    move(unit, clause)
    move(clause, verb)


def _give_up_noun(unit: Token, noun: Token) -> None:
    """The "the US border" of "the US border days", which is a border by itself."""
    if noun.head is not unit:
        return
    noun.dep = unit.dep
    move(noun, unit.head)
    for part in [part for part in unit.children if part.index < noun.index]:
        move(part, noun)


def name_dated(month: Token, tokens: Sequence[Token]) -> None:
    """ "In the Dec. 21, 1988, bombing of a plane": the bombing is what has the article, and the day is its day."""
    article, link = month.child("det"), month.head
    if month.dep not in ("pobj", "dobj", "conj") or article is None or month.word.lower() not in lexicon().calendar:
        return
    after = month.subtree()[-1].index + 1
    after += after < len(tokens) and tokens[after].word == ","
    noun = next((part for part in tokens[after : after + 3] if part.is_noun), None)
    if noun is None or noun.subtree()[0].index != after or noun.is_root or noun.child("det") is not None:
        return
    noun.dep, month.dep = month.dep, "nmod"
    move(noun, link)
    move(article, noun)
    move(month, noun)


def hang_dashed_who(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Called Aida -- who drove a taxi -- a liar": "who" behind a dash is the name before it."""
    who = verb.child("nsubj")
    if who is None or who.lemma != "who" or who.index < 2 or tokens[who.index - 1].word not in DASHES:
        return
    name = tokens[who.index - 2]
    opened = not any(part.word in DASHES for part in tokens[: name.index])
    if opened and name.is_name and name not in verb.subtree():
        verb.dep = "relcl"
        move(verb, name)


def join_between_dashes(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Called Aida -- who drove a taxi and sang -- a liar": both stand between the dashes, and she did both."""
    if not verb.is_verb or verb.child(*SUBJECTS) is not None:
        return
    opening = next((part.index for part in reversed(tokens[: verb.index]) if part.word in DASHES), 0)
    first = next((part for part in tokens[opening + 1 : verb.index] if part.tag in FINITE), None)
    closed = any(part.word in DASHES for part in tokens[verb.index :])
    if opening > verb.head.index and closed and first is not None and first.child("nsubj") is not None:
        move_joined(verb, first)


def set_dashed_aside(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Kept the share -- part of a practice": what a dash sets off is no second object."""
    start = noun.subtree()[0].index
    first = noun.head.child("dobj")
    apart = first is not noun and start > 1 and tokens[start - 1].word in DASHES
    if noun.dep == "dobj" and first is not None and apart:
        noun.dep = "appos"
        move(noun, first)


def set_exclamation_aside(word: Token, tokens: Sequence[Token]) -> None:
    """ "“Hurrah,” Aida exclaimed": she exclaimed it, and what stands in quotation marks did nothing."""
    subjects = [part for part in word.children if part.dep == "nsubj" and part.index < word.index]
    if not word.is_verb or len(subjects) != 2 or subjects[1].index != word.index - 1:
        return
    before = tokens[subjects[1].subtree()[0].index - 1]
    if before.word in ("''", "”", "’’", '"'):
        subjects[0].dep = "intj"


def free_from_aside(main: Token, tokens: Sequence[Token]) -> None:
    """ "Said the turnover, largely confined to a few firms, reflected it": the turnover reflected it."""
    if main.tag not in FINITE or main.child(*SUBJECTS, "expl", "mark", "aux", "cc") is not None:
        return
    said = main.head
    earlier = (part for part in said.children if part.dep == "ccomp" and part.index < main.index)
    aside = next((part for part in earlier if part.tag in ("VBN", "VBD")), None)
    subject = aside.child(*SUBJECTS) if aside is not None else None
    joined = main.dep == "conj" and (aside is None or aside.child("mark") is None)  # "said he fled, and told"
    if aside is None or subject is None or joined or aside.child("aux", "auxpass", "dobj") is not None:
        return
    if subject.index > aside.index or not _follows_comma(aside, tokens) or not _follows_comma(main, tokens):
        return
    main.dep = "ccomp"
    hand_subject(aside, subject, main)


def _follows_comma(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether nothing but adverbs stands between a verb and the comma before it."""
    index = verb.index - 1
    while index > 0 and tokens[index].tag == "RB":
        index -= 1
    return tokens[index].word == ","


def raise_lexical(helper: Token, tokens: Sequence[Token]) -> None:
    """ "Those who oppose returning it": who opposes something is no auxiliary."""
    doing = helper.head
    if helper.dep != "aux" or helper.tag not in FINITE or helper.lemma in _AUXILIARIES or doing.tag != "VBG":
        return
    if doing.is_root or helper.index > doing.index:
        return
    above, label = doing.head, doing.dep
    helper.dep, doing.dep = label, "xcomp"
    move(helper, above)
    for part in [part for part in doing.children if part.index < helper.index]:
        move(part, helper)
    move(doing, helper)


def give_second_object(word: Token, tokens: Sequence[Token]) -> None:
    """ "Gave the inspectors unfettered access": the adjective belongs to what is given."""
    given = word.child("dobj")
    if word.tag != "JJ" or given is None or not given.is_noun or given.subtree()[0].index < word.index:
        return
    got = next((part for part in tokens[max(0, word.index - 8) : word.index] if part.dep == "dative"), None)
    if got is None or got.subtree()[-1].index != word.index - 1 or not got.head.is_verb:
        return
    given.dep, word.dep = "dobj", "amod"
    move(given, got.head)
    move(word, given)


def hang_aged(clause: Token, tokens: Sequence[Token]) -> None:
    """ "The family of Aida, 37 years old when she was seized, that": she was so old then."""
    first = clause.subtree()[0].index
    age = tokens[first - 1] if first > 1 else clause
    measured = any(part.lemma == "year" for part in age.children)
    if clause.dep == "advcl" and age.lemma == "old" and age.dep == "amod" and measured and clause.head is not age:
        move(clause, age)


def let_begin(word: Token, tokens: Sequence[Token]) -> None:
    """ "Let the ground offensive begin": the offensive begins."""
    noun = word.child("nsubj")
    if word.dep != "ccomp" or not word.tag.startswith("JJ") or noun is None or word.head.lemma not in ("let", "see"):
        return
    verb = tokens[word.index + 1] if word.index + 1 < len(tokens) else word
    if verb.tag != "VB" or verb.head is not word.head or verb.child(*SUBJECTS, "aux") is not None:
        return
    word.tag, word.dep, noun.dep = "NN", "nsubj", "compound"
    for part in [part for part in noun.children if part.dep == "det"]:
        move(part, word)
    move(word, verb)


def leave_so(word: Token, tokens: Sequence[Token]) -> None:
    """ "Leaving much of it destroyed or abandoned": how it is left."""
    if word.tag not in ("VBN", "VBD") or word.child("mark", "aux", *SUBJECTS) is not None:
        return
    leaving = next((part for part in reversed(tokens[: word.index]) if part.lemma == "leave"), None)
    thing = leaving.child("dobj") if leaving is not None else None
    if leaving is None or thing is None or leaving.index < word.head.index or leaving is word.head:
        return
    if thing.subtree()[-1].index == word.subtree()[0].index - 1 and word not in leaving.ancestors():
        word.dep, word.tag = "oprd", "VBN"
        move(word, leaving)


def give_conditions(mark: Token, tokens: Sequence[Token]) -> None:
    """ "If and when they are found": "if" opens the clause as well as "when"."""
    if mark.lemma != "if" or mark.index + 2 >= len(tokens):
        return
    link, when = tokens[mark.index + 1], tokens[mark.index + 2]
    clause = when.head
    if link.tag != "CC" or when.tag != "WRB" or not clause.is_verb or mark.head is clause:
        return
    if clause.head is mark:
        clause.dep = "advcl"
        move(clause, mark.head)
    mark.dep = "mark"
    move(mark, clause)
    move(link, clause)


def set_many_aside(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Kept a hundred herders, many waving flags, from it": what many of them did is an aside."""
    verb, start = noun.head, noun.subtree()[0].index
    first = verb.child("dobj")
    doing = next((part for part in noun.children if part.dep == "amod" and part.tag == "VBG"), None)
    if noun.dep != "dobj" or first is None or first is noun or doing is None or tokens[start - 1].word != ",":
        return
    if tokens[start].lemma not in ("many", "some", "most", "several", "all", "one"):
        return
    noun.dep = "appos"
    for part in [part for part in noun.children if part.dep == "prep" and tokens[part.index - 1].word == ","]:
        move(part, verb)
    move(noun, first)


def set_calling_aside(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Orozov, 52, and the father of four boys, was shot": he is the father, and one was shot."""
    name, verb = noun.head, noun.head.head
    if noun.dep != "conj" or not name.is_name or noun.is_name or name.dep not in SUBJECTS or noun.child("det") is None:
        return
    age = name.child("appos")
    single = any(part.dep in ("aux", "auxpass") and part.word in ("was", "is", "has") for part in verb.children)
    if age is not None and age.tag == "CD" and age.index < noun.index and single:
        noun.dep = "appos"


def open_as(noun: Token, tokens: Sequence[Token]) -> None:
    """ "As pressure built in the city, officials": a clause, and nobody built the pressure."""
    link, verb = noun.head, noun.child("acl")
    if noun.dep != "pobj" or link.lemma != "as" or link.dep != "prep" or verb is None or verb.tag != "VBN":
        return
    alone = noun.child("det", "poss", "amod") is None and noun.tag in ("NN", "NNS")
    main = link.head
    if not alone or verb.index != noun.index + 1 or verb.child("agent") is not None or link.index > main.index:
        return
    if not main.is_verb or noun.lemma in lexicon().generic_people or noun.lemma in lexicon().titles:
        return
    verb.dep, verb.tag, noun.dep, link.dep = "advcl", "VBD", "nsubj", "mark"
    move(verb, main)
    move(noun, verb)
    move(link, verb)


def open_dawn(mark: Token, tokens: Sequence[Token]) -> None:
    """ "Said as dawn broke": what follows "as" broke."""
    noun, verb = mark.child("pobj"), mark.head
    if mark.dep == "mark" and noun is not None and verb.is_verb and verb.child(*SUBJECTS, "expl") is None:
        noun.dep = "nsubj"
        move(noun, verb)


def read_verifying(word: Token, tokens: Sequence[Token]) -> None:
    """ "Charged with verifying that it is gone": that is what is to be verified."""
    mark = tokens[min(word.index + 1, len(tokens) - 1)]
    if word.dep != "pobj" or word.tag != "NN" or not word.word.endswith("ing") or mark.lemma != "that":
        return
    clause = mark.head
    if mark.dep == "mark" and clause.dep == "ccomp" and clause.head in word.ancestors():
        word.tag, word.dep = "VBG", "pcomp"
        move(clause, word)


def hang_charges(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Pleaded guilty to charges it had bribed them": the charges are that it had."""
    noun = tokens[verb.subtree()[0].index - 1]
    told = noun.dep in ("pobj", "dobj") and noun.lemma in HEARSAY
    whole = verb.dep == "ccomp" and verb.child("mark") is None and verb.child("nsubj") is not None
    if whole and told and verb not in noun.ancestors() and verb.index > noun.index:
        verb.dep = "acl"
        move(verb, noun)

"""Mending of clauses and their subjects: where the parser takes a name for an adverb or a clause for the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import FINITE, SUBJECTS, Token, move, subject_label, uproot

_OPENING = frozenset("after before when while since although though because if as once".split())
_MONTHS_TOO = frozenset(("may", "march"))  # words by themselves, and so in no calendar
_LEAVING = frozenset("leave depart head embark sail fly".split())
_SEALING = frozenset("sign reach seal conclude strike ratify initial approve endorse reject win lose".split())


def give_subject(name: Token, tokens: Sequence[Token]) -> None:
    """ "Sadykova, meanwhile, may have left, said Orozov": a name before a verb without a subject is its subject."""
    verb = name.head
    if name.dep != "npadvmod" or not name.is_name or name.lemma in lexicon().calendar or not verb.is_verb:
        return
    finite = verb.tag in FINITE or verb.child("aux", "auxpass") is not None
    opens = name.subtree()[0] is verb.subtree()[0] and name.index < verb.index
    if opens and finite and verb.child(*SUBJECTS, "expl") is None:
        name.dep = subject_label(verb)


def part_day(day: Token, tokens: Sequence[Token]) -> None:
    """ "On Friday Francis sent", "in March President Orozova won": the day belongs to "on", not to the name."""
    name = day.head
    if day.dep != "compound" or day.word.lower() not in _calendar():
        return
    while name.dep == "compound" and not name.is_root:
        name = name.head
    if name.dep not in SUBJECTS:
        return
    link = next((part for part in name.head.children if part.dep == "prep" and part.index == day.index - 1), None)
    if link is not None and not link.children and link.lemma in ("on", "in") and name.subtree()[0] is day:
        day.dep = "pobj"
        move(day, link)


def free_day(day: Token, tokens: Sequence[Token]) -> None:
    """ "Was found April 8 buried under a house": the day is when it was found, and buries nothing."""
    verb = day.head
    first = day.subtree()[0].index
    if day.dep not in SUBJECTS or day.word.lower() not in _calendar() or verb.is_root or first == 0:
        return
    if tokens[first - 1] is verb.head and verb.head.is_verb and verb.dep in ("advcl", "ccomp", "xcomp"):
        day.dep = "npadvmod"
        move(day, verb.head)
        if verb.tag == "VBD" and verb.child("aux", "auxpass") is None:
            verb.dep, verb.tag = "advcl", "VBN"


def free_goal(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Is leaving for Cuba to start anew": Cuba is where to, and starts nothing."""
    link, place, main = verb.child("mark"), verb.child("nsubj"), verb.head
    if link is None or place is None or verb.is_root or main.lemma not in _LEAVING or verb.child("aux") is None:
        return
    if link.lemma == "for" and link.index == main.index + 1 and place.is_name and verb.index > place.index:
        link.dep, place.dep, verb.dep = "prep", "pobj", "advcl"
        move(link, main)
        move(place, link)


def raise_verb(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Shares issued July 1 will receive a dividend": they will receive it, those that were issued."""
    subject = verb.child(*SUBJECTS)
    main = next((part for part in verb.children if part.dep == "dep" and part.index > verb.index), None)
    if not verb.is_root or verb.tag not in ("VBD", "VBN") or subject is None or main is None or not main.is_verb:
        return
    if main.child(*SUBJECTS) is not None or main.child("aux") is None or subject.index > verb.index:
        return
    if verb.child("dobj", "aux", "auxpass", "ccomp", "cc") is not None:
        return
    uproot(main)
    for part in [part for part in verb.children if part is subject or part.index > main.index]:
        move(part, main)
    between = [part for part in verb.children if part.dep == "aux" and part.index > verb.index]
    for part in between:
        move(part, main)
    verb.dep, verb.tag = "acl", "VBN"
    move(verb, subject)


def join_magnitude(word: Token, tokens: Sequence[Token]) -> None:
    """ "After a magnitude 4.2 tremor shook the area": the tremor is one of that magnitude, and it shook."""
    link = word.head
    if word.lemma != "magnitude" or word.dep != "pobj" or link.dep != "prep":
        return
    verbs = (link.head, *(part for part in link.head.children if part.dep == "conj"))
    after = word.subtree()[-1].index + 1
    nouns = (noun for verb in verbs if (noun := verb.child("nsubj")) is not None)
    noun = next((noun for noun in nouns if noun.subtree()[0].index == after), None)
    if noun is None:
        return
    verb = noun.head
    word.dep, link.dep = "compound", "mark"
    verb.dep = "advcl" if verb.dep == "conj" else verb.dep
    for part in [part for part in word.children if part.dep == "det"]:
        move(part, noun)
    move(word, noun)
    if link.head is not verb:
        move(link, verb)


def hang_occasion(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The attack on 8 July, in which two were killed": they were killed in the attack and not in July."""
    day = verb.head
    opening = verb.subtree()[0]
    if verb.dep != "relcl" or opening.dep != "prep" or day.dep != "pobj" or day.word.lower() not in _calendar():
        return
    over = day.head.head
    thing = over.child("dobj", "nsubjpass") if over.is_verb else over
    if opening.child("pobj") is not None and thing is not None and thing.tag == "NN" and thing.index < day.index:
        move(verb, thing)


def _calendar() -> frozenset[str]:
    return lexicon().calendar | _MONTHS_TOO


def hang_whom(verb: Token, tokens: Sequence[Token]) -> None:
    """ "A note from the mayor, with whom he met": "whom" is the somebody named right before it.

    So is "in which" the thing before its comma: "not a party to the suit, in which they won".
    """
    if verb.dep != "relcl":
        return
    first = verb.subtree()[0]
    whom = first.child("pobj")
    if first.dep != "prep" or whom is None or whom.lemma not in ("whom", "which") or first.index < 2:
        return
    before = tokens[first.index - 1]
    noun = tokens[first.index - 2] if before.word == "," else before
    thing = whom.lemma == "whom" or (noun.tag == "NN" and before.word == ",")
    if noun is not verb.head and noun.is_noun and not verb.head.is_name and thing:
        move(verb, noun)


def name_based(body: Token, tokens: Sequence[Token]) -> None:
    """ "Osh, Mich.-based First of Batken said": the body speaks, and the town before it says where it is based."""
    town = body.head
    based = next((part for part in body.children if part.word.lower().endswith("-based")), None)
    if body.dep != "appos" or based is None or town.is_root or tokens[based.index - 1].word != ",":
        return
    if tokens[based.index - 2] is not town or not town.is_name:
        return
    body.dep, town.dep = town.dep, "nmod"
    move(body, town.head)
    move(town, body)


def join_victims(word: Token, tokens: Sequence[Token]) -> None:
    """ "Figures for the dead and injured": what is joined to an adjective that stands for people does nothing."""
    if word.tag != "VBN" or word.dep != "conj" or word.index < 2 or word.child("aux", "auxpass", *SUBJECTS) is not None:
        return
    link, first = tokens[word.index - 1], tokens[word.index - 2]
    if link.tag == "CC" and first.tag == "JJ" and first.dep in ("pobj", "dobj", *SUBJECTS) and first is not word.head:
        word.tag = "JJ"
        move(word, first)
        move(link, first)


def raise_main(verb: Token, tokens: Sequence[Token]) -> None:
    """ "In the days after he won, they note, the mayor left": a clause with "after" is not the sentence."""
    mark = verb.child("mark")
    if not verb.is_root or mark is None or mark.lemma not in _OPENING or mark.index > verb.index:
        return
    main = next((part for part in verb.children if part.dep == "ccomp" and part.index > verb.index), None)
    if main is None or main.child(*SUBJECTS) is None or main.child("mark") is not None:
        return
    if main.tag not in FINITE and main.child("aux", "auxpass") is None:
        return
    uproot(main)
    for part in [part for part in verb.children if part.index > main.index]:
        move(part, main)
    verb.dep = "advcl"
    move(verb, main)


def find_verb(noun: Token, tokens: Sequence[Token]) -> None:
    """ "A ferry carrying ten people capsized.": a sentence that ends with a stop has a verb, the last "-ed" form."""
    if not noun.is_root or not noun.is_noun or tokens[-1].word != "." or noun.child(*SUBJECTS, "cop") is not None:
        return
    told = next((part for part in noun.children if part.dep == "acl" and part.tag == "VBG"), None)
    verb = _lost_verb(noun, told) if told is not None else None
    if verb is None or any(part.tag in FINITE and part is not verb for part in tokens):
        return
    uproot(verb)
    verb.tag, noun.dep = "VBD", "nsubj"
    for part in [part for part in noun.children if part.index > verb.index]:
        part.dep = "advcl" if part.dep == "acl" else part.dep
        move(part, verb)
    move(noun, verb)


def find_doing(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Osh Corp., a miner, extended its offer.": what has an object was not done to the subject, but by it."""
    noun = verb.head
    if verb.dep != "acl" or verb.tag != "VBN" or not noun.is_root or not noun.is_noun or verb.child("dobj") is None:
        return
    if tokens[verb.index - 1].word != "," or noun.child("appos") is None or verb.child("agent", "aux") is not None:
        return
    if any(part.tag in FINITE and part.head is noun for part in tokens):
        return
    uproot(verb)
    verb.tag, noun.dep = "VBD", "nsubj"
    for part in [part for part in noun.children if part.index > verb.index]:
        move(part, verb)
    move(noun, verb)


def lend_helper(helper: Token, tokens: Sequence[Token]) -> None:
    """ "A deadline would, when it passed, give": "would" belongs to the bare verb behind the aside."""
    if helper.tag != "MD" or helper.dep in ("aux", "ROOT") or helper.children:
        return
    behind = tokens[helper.index + 1 :]
    if not behind or behind[0].word != ",":
        return
    later = (part for part in behind[1:] if part.tag == "VB" and part.child("aux") is None)
    verb = next((part for part in later if tokens[part.index - 1].word == ","), None)
    if verb is not None and verb not in helper.subtree():
        helper.dep = "aux"
        move(helper, verb)


def _lost_verb(noun: Token, told: Token) -> Token | None:
    """The verb that the parser hangs from what is carried, or from who carries, with what is carried as its subject."""
    inner = next((part for part in told.subtree() if part.dep == "acl" and part.tag == "VBN"), None)
    if inner is not None:
        alone = inner.child("agent", "aux", "auxpass") is None and inner.head.is_noun
        return inner if alone else None
    verb = next((part for part in noun.children if part.dep == "relcl" and part.tag == "VBD"), None)
    carried = verb.child("nsubj") if verb is not None else None
    if verb is None or carried is None or carried.subtree()[0].index != told.index + 1:
        return None
    carried.dep = "dobj"
    move(carried, told)
    return verb


def read_participle(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Asked how it fared, the mayor said": what opens a sentence and has no subject was done to somebody."""
    bare = verb.child(*SUBJECTS, "aux", "auxpass", "mark", "dobj") is None
    if verb.tag == "VBD" and verb.dep == "advcl" and bare and verb.subtree()[0] is verb and verb.index < 2:
        subject = verb.head.child(*SUBJECTS)
        if subject is not None and verb.index < subject.index:
            verb.tag = "VBN"


def read_past(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Aida, who was freed, hugged supporters": a verb with subject and object and no "was" is in the past."""
    bare = verb.child("aux", "auxpass") is None and verb.word.endswith("ed")
    full = verb.child("dobj") is not None and verb.child("nsubj") is not None
    if verb.is_root and verb.tag == "VBN" and bare and full:
        verb.tag = "VBD"


def hang_day(link: Token, tokens: Sequence[Token]) -> None:
    """ "Signed an agreement on Thursday", "... on the choice of judges in 2018": the day is that of the signing."""
    noun, day = link.head, link.child("pobj")
    if link.dep != "prep" or link.lemma not in ("on", "in") or day is None or not _is_time(day):
        return
    while noun.dep == "pobj" and noun.head.lemma in ("of", "on") and noun.head.head.is_noun:
        noun = noun.head.head
    verb = noun.head
    if noun.dep == "dobj" and verb.lemma in _SEALING and verb.tag in ("VBD", "VBN") and link.index > noun.index:
        move(link, verb)


def _is_time(word: Token) -> bool:
    """Whether it is a day or month by name, or a year."""
    is_year = len(word.word) == 4 and word.word.isdigit() and word.word[:2] in ("19", "20")
    return is_year or word.word.lower() in _calendar()


def give_second_subject(name: Token, tokens: Sequence[Token]) -> None:
    """ "Will leave by May and Osh will reopen the road": what is joined to a month is the next clause's subject."""
    month = name.head
    word = month.word.lower()
    if name.dep != "conj" or not name.is_noun or not (word in lexicon().calendar or word in _MONTHS_TOO):
        return
    after = name.subtree()[-1].index + 1
    if after >= len(tokens):
        return
    verb = tokens[after] if tokens[after].dep not in ("aux", "auxpass") else tokens[after].head
    finite = verb.tag in FINITE or verb.child("aux", "auxpass") is not None
    if verb.dep != "conj" or not finite or verb.child(*SUBJECTS, "expl") is not None or verb.index < after:
        return
    name.dep = subject_label(verb)
    for link in [part for part in month.children if part.dep == "cc" and part.index < name.index]:
        move(link, verb.head)
    move(name, verb)


def lend_subject(verb: Token, tokens: Sequence[Token]) -> None:
    """ "He treats patients, and threats against him had grown": the noun after ", and" is what had grown.

    So is a noun without the comma, right before the verb: "Osh closed its border and Air Batken suspended a flight".
    """
    helpers = [part.index for part in verb.children if part.dep in ("aux", "auxpass")]
    finite = verb.tag in FINITE or bool(helpers)
    if verb.dep != "conj" or not verb.head.is_verb or not finite or verb.child(*SUBJECTS, "expl") is not None:
        return
    first = min([*helpers, verb.index])
    beside = tokens[first - 1] if first > 0 else verb
    if beside.is_name and beside.dep == "conj" and beside.head.dep == "dobj" and beside.head.head is verb.head:
        _take(beside, verb)
        return
    start = first - 1
    while start > 1 and tokens[start].word != "," and not tokens[start].is_verb:
        start -= 1
    if start < 2 or tokens[start].word != "," or tokens[start + 1].tag != "CC" or tokens[first - 1].tag == "CC":
        return
    noun = next((part for part in tokens[start + 2 : first] if part.is_noun and part.dep == "conj"), None)
    if noun is not None and noun.head.index < start:
        _take(noun, verb)


def _take(subject: Token, verb: Token) -> None:
    """Makes a noun the subject of a verb."""
    subject.dep = subject_label(verb)
    move(subject, verb)


def lend_participle(doing: Token, tokens: Sequence[Token]) -> None:
    """ "Taking the stand in her own defense, a friend said": the friend said it, and the parser has her taken."""
    verb = doing.head
    if doing.dep != "csubj" or doing.tag != "VBG" or not verb.is_verb or verb.child("nsubj", "nsubjpass") is not None:
        return
    objects = [part for part in doing.children if part.dep in ("dobj", "appos") and part.is_noun]
    noun = objects[-1] if objects else doing
    words = noun.subtree()
    if noun is doing or words[-1].index + 1 != verb.index or tokens[words[0].index - 1].word != ",":
        return
    doing.dep, noun.dep = "advcl", "nsubj"
    move(noun, verb)


def give_example(mark: Token, tokens: Sequence[Token]) -> None:
    """ "Costs of such products as nickel dropped": "as nickel" says which products, and opens no clause."""
    verb, before, after = mark.head, tokens[mark.index - 1], tokens[min(mark.index + 1, len(tokens) - 1)]
    if mark.lemma != "as" or mark.dep != "mark" or not any(part.lemma == "such" for part in before.children):
        return
    subjects = [part for part in verb.children if part.dep in SUBJECTS]
    if len(subjects) == 2 and subjects[1].subtree()[0] is after:
        mark.dep, subjects[1].dep = "prep", "pobj"
        move(mark, before)
        move(subjects[1], mark)

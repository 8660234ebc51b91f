"""What the grammar of a clause says of its time beside any date: a moment within another, a next step, another life."""

from __future__ import annotations

from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate, Tense
from viz.parsers.events.syntax import Token

HELD = frozenset("hold stage convene organize organise".split())
_DOING = HELD | frozenset("deliver give make carry-out mount launch conduct perform sign commit".split())
_ELSEWHERE = frozenset("meanwhile separately elsewhere".split())
LATER = frozenset("later eventually subsequently".split())
_CLOSE = 4  # words before a verb that are of its group
_YOUNG = frozenset("child boy girl teenager youth student".split())


def is_moment(predicate: Predicate) -> bool:
    """Whether a clause tells what went on meanwhile: "as he left", "when it sank"."""
    marks = {child.lemma for child in predicate.token.children if child.dep in ("mark", "advmod")}
    return predicate.token.dep == "advcl" and not marks.isdisjoint(("when", "as", "while"))


def done_at(predicate: Predicate) -> Predicate | None:
    """What was done on the occasion that a participle dates: "at a rally held on Sunday, the mayor resigned"."""
    token, over = predicate.token, predicate.governor
    if over is not None and over.noun and over.token is token.head:
        over = over.governor
    if token.dep != "acl" or token.lemma not in HELD or over is None or over.noun:
        return None
    opening = token.head.head
    led = opening.dep == "prep" and opening.head is over.token and opening.index < over.token.index
    return over if led else None


def only_does(predicate: Predicate) -> bool:
    """Whether a participle only says that its noun took place: "a speech delivered on May 5", "a raid carried out"."""
    token, over = predicate.token, predicate.governor
    if over is None or not over.noun or token.dep != "acl" or token.head is not over.token:
        return False
    return predicate.passive and predicate.lemma in _DOING


def has_failed(predicate: Predicate) -> bool:
    """Whether what did not happen was tried at some time: "after they failed to agree"."""
    over = predicate.token.head
    return predicate.tense is Tense.INFINITIVE and over.lemma == "fail" and over.tag in ("VBD", "VBN")


def is_next_step(predicate: Predicate) -> bool:
    """Whether a second verb tells what the same subject did next: "studied in London and returned home"."""
    token, over = predicate.token, predicate.governor
    if token.dep != "conj" or predicate.noun or over is None or over.noun or token.head is not over.token:
        return False
    return predicate.tense is over.tense is Tense.PAST and token.child("nsubj", "nsubjpass") is None


def is_aim(predicate: Predicate) -> bool:
    """Whether a clause tells what something past was done for: "flew there in 1999 to receive a prize"."""
    over = predicate.governor
    if predicate.noun or over is None or over.noun or over.tense is not Tense.PAST:
        return False
    to = any(part.dep == "aux" and part.lemma == "to" for part in predicate.token.children)
    return to and predicate.tense is Tense.INFINITIVE and predicate.token.dep in ("advcl", "conj")


def is_occasion(predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether a noun is the occasion on which something was done: "agreed at a meeting", "died in the 1994 quake", "won
    the 1997 elections", but not "was convicted in the 1998 bombing"."""
    token, over = predicate.token, predicate.governor
    link = token.head
    if over is None or over.noun:
        return False
    if token.dep == "dobj" and link is over.token:
        return over.lemma in ("win", "lose") and "election" in lexicon.nouns.get(token.lemma, ())
    if token.dep != "pobj" or link.head is not over.token:
        return False
    judged = lexicon.is_verb(over.lemma, "justice", "say", "claim", "announce")
    return link.lemma in ("at", "during") or (link.lemma == "in" and not judged)


def follows(predicate: Predicate) -> bool:
    """Whether it tells what the clause over it came after: "fled after crowds stormed it", "imposed after the war"."""
    token, over = predicate.token, predicate.governor
    if over is None or over.noun:
        return False
    if predicate.noun:
        link = token.head
        return token.dep == "pobj" and link.lemma in ("after", "following", "follow") and link.head is over.token
    return token.dep == "advcl" and mark(predicate) == "after" and token.head is over.token


def is_part(predicate: Predicate) -> bool:
    """Whether a noun is who or what the verb over it is about, or so many of it: "a wave of strikes paralysed Osh"."""
    token = predicate.token
    if token.dep == "pobj" and token.head.lemma == "of":
        token = token.head.head
    return token.dep in ("nsubj", "nsubjpass", "dobj") or is_state(predicate)


def is_since_then(predicate: Predicate) -> bool:
    """Whether it lies between what was told before it and now: "has since sold it", "since then 400 have fled"."""
    if predicate.tense not in (Tense.PERFECT, Tense.PAST):
        return False
    tokens, at = predicate.sentence.tokens, predicate.token.index
    close = [part for part in tokens[max(0, at - _CLOSE) : at] if part.lemma == "since"]
    for part in (*predicate.token.children, *close):
        if part.lemma == "since" and part.index + 1 < len(tokens):
            after = tokens[part.index + 1]
            if after.lemma == "then" or after is predicate.token or (part in close and after.lemma in ("have", "be")):
                return True
    return False


def is_start(predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether a participle only tells when something begins: "will strike for three days starting on Thursday"."""
    bare = predicate.tense is Tense.PARTICIPLE and predicate.token.tag == "VBG"
    return bare and not predicate.noun and lexicon.is_verb(predicate.lemma, "begin")


def is_state(predicate: Predicate) -> bool:
    """Whether "be" only says that it goes on or that there is one: "has been at war", "there was a fire"."""
    token, over = predicate.token, predicate.governor
    if over is None or over.lemma != "be" or not predicate.noun:
        return False
    if token.dep == "attr":
        return token.head is over.token and over.token.child("expl") is not None
    link = token.head
    return token.dep == "pobj" and link.lemma in ("at", "on", "under") and link.head is over.token


def only_starts(predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether such a participle tells nothing else: "two days of mourning, beginning on Tuesday"."""
    return is_start(predicate, lexicon) and predicate.token.child("nsubj", "dobj", "xcomp") is None


def is_within(predicate: Predicate) -> bool:
    """Whether a clause tells what happened in the event it is about: "an attack in which two were killed"."""
    links = [part for part in predicate.token.children if part.dep == "prep" and part.lemma in ("in", "during")]
    nouns = [part.child("pobj") for part in links]
    return predicate.token.dep == "relcl" and any(noun is not None and noun.tag == "WDT" for noun in nouns)


def is_other(predicate: Predicate, last: Predicate) -> bool:
    """Whether a clause is about somebody, or something, else than what was told before it."""
    one, two = predicate.subject or predicate.object, last.subject or last.object
    if one is None or two is None or one.tag.startswith("PRP"):
        return False
    return one.lemma.lower() != two.lemma.lower()


def is_passed_over(last: Predicate, predicate: Predicate) -> bool:
    """Whether a clause stands between a subject and its verb: "Stanek, appointed ten days ago, ordered a search"."""
    subject = predicate.token.child("nsubj", "nsubjpass")
    within = last.sentence is predicate.sentence and subject is not None
    return within and subject is not None and subject.index < last.token.index < predicate.token.index


def moves_on(predicate: Predicate) -> bool:
    """Whether a clause says that it is of another time or scene: "as a teenager", "at the age of 15", "later",
    "meanwhile"."""
    for part in predicate.token.children:
        noun = part.child("pobj") if part.dep == "prep" else None
        if part.dep == "advmod" and part.lemma in (*LATER, *_ELSEWHERE):
            return True
        if noun is not None and (noun.lemma == "age" or (part.lemma == "as" and noun.lemma in _YOUNG)):
            return True
    return False


def is_beside(predicate: Predicate) -> bool:
    """Whether a happening is only named inside another clause: "was held over last year's blasts"."""
    deps = ("pobj", "dobj", "poss", "compound", "conj")
    return predicate.noun and predicate.governor is not None and predicate.token.dep in deps


def dating(predicate: Predicate) -> Predicate:
    """The verb that dates a chain of participles: "hit a wall on Friday, killing two and forcing others to flee"."""
    while predicate.tense is Tense.PARTICIPLE and predicate.token.dep in ("advcl", "conj") and not predicate.noun:
        over = predicate.governor
        if over is None or over.noun or predicate.passive:
            break
        predicate = over
    return predicate


def mark(predicate: Predicate) -> str:
    """The conjunction that opens a clause, "" for none."""
    mark = predicate.token.child("mark")
    return mark.lemma if mark is not None else ""


def is_awaited(clause: Token) -> bool:
    """Whether a clause says that its noun is still to come: "a ruling expected next week", "the vote, which is
    scheduled for May", but not "was expected"."""
    if clause.dep not in ("acl", "relcl") or clause.lemma not in ("expect", "schedule") or clause.tag != "VBN":
        return False
    helpers = [part.word.lower() for part in clause.children if part.dep in ("aux", "auxpass")]
    return clause.child("xcomp", "neg") is None and helpers in ([], ["is"], ["are"])

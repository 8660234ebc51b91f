"""Pruning: which words of a clause a headline keeps, decided branch by branch of its tree.

A branch stays or goes as a whole, so that no phrase is ever cut in the middle. Here go the branches a headline never
has: asides, appositions, sources, dates the timeline shows already; `fitting.py` shortens what is left. What carries
the truth of the clause stays: negations, modals, conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from viz.parsers.events.brackets import DASHES, asides
from viz.parsers.events.branches import (
    adds_to_term,
    ends_journey,
    follows_lost_link,
    is_calling,
    is_exception,
    is_half,
    is_named,
    is_spoken,
    leads_to_lost,
    ranks,
    stays_joined,
    tells_toll,
)
from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import SPANS, Sentence, Token, supposes

CONDITIONS = frozenset("if unless whether until till provide".split())  # "provided they agree"
QUOTES = frozenset(("``", "''", '"', "“", "”", "'", "`", "‘", "’"))
_NEVER = ("punct", "parataxis", "intj", "meta", "discourse")
_ASIDE_WHEN_SET_OFF = ("relcl", "acl", "appos", "advcl", "dep", "npadvmod", "prep", "amod")
_YEARLY = frozenset("edition season version model".split())
_FRAMING = ("in", "at", "on", "among")
_SCENES = frozenset(
    "market trading exchange city town capital country region area province village district letter".split()
)
_SCENES |= frozenset("segment division unit business sector".split())
_BARE_SUMS = frozenset("profit net revenue income volume turnover output".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_FRAME = 6  # words
_NEEDS_PLACE = frozenset("be remain stay live go come get stand".split())
_DAY_PREPOSITIONS = frozenset("on in at during".split())
_DATE_LABELS = ("npadvmod", "tmod", "advmod", "nmod", "dep")
_CONNECTIVES = frozenset(
    """also however meanwhile moreover then thus therefore furthermore nevertheless besides hence indeed instead
    consequently additionally accordingly subsequently earlier later too here there""".split()
)
_AWAY = ("elsewhere", "abroad")
_TAKING_TIME = frozenset("approach enter spend await near".split())


@dataclass(frozen=True, slots=True)
class Scope:
    """One sentence as a headline sees it.

    `asides` are the positions of words between brackets or dashes, `hidden` the stretches of the dates not to repeat,
    `needed` the positions of the trigger and of all that governs it.
    """

    sentence: Sentence
    asides: frozenset[int]
    hidden: tuple[tuple[int, int], ...]
    needed: frozenset[int]

    def hides(self, token: Token) -> bool:
        """Whether a word belongs to a date the timeline shows."""
        return any(start <= token.start < end for start, end in self.hidden)


def scope_of(sentence: Sentence, trigger: Token, hidden: Iterable[tuple[int, int]]) -> Scope:
    """The scope of a headline about `trigger`."""
    needed = frozenset((trigger.index, *(token.index for token in trigger.ancestors())))
    return Scope(sentence, asides(sentence.tokens, trigger.index), tuple(hidden), needed)


def branch(token: Token, scope: Scope, *, without: Token | None = None) -> set[int]:
    """The positions kept of a word and all below it, `without` one branch."""
    kept = {token.index}
    for child in token.children:
        if child is without or is_left_out(child, scope):
            continue
        if _is_date(child, scope):
            kept |= _beside_date(child, scope)
        else:
            kept |= branch(child, scope, without=without)
    return kept


def is_left_out(child: Token, scope: Scope) -> bool:
    """Whether no headline needs the branch below a word."""
    if child.index in scope.needed:
        return False
    if child.index in scope.asides or (child.dep in _NEVER and not adds_to_term(child)):
        return not _is_inner_stop(child, scope)
    seat = child.dep == "npadvmod" and child.head.dep == "amod" and child.index < child.head.index
    if seat or is_named(child) or tells_toll(child):  # "New York-based LIN"
        return False
    if is_exception(child) or ends_journey(child) or adds_to_term(child):
        return False
    listed = child.dep == "appos" and child.child("conj") is not None and not is_calling(child)
    measure = child.dep == "npadvmod" and child.head.tag.startswith("RB")  # ", a year earlier"
    behind = (child.dep != "amod" or child.index > child.head.index) and not measure
    rest = child.lemma == "of" and child.head.child("conj") is not None  # "2 million shares, or 18%, of its stock"
    if child.dep in _ASIDE_WHEN_SET_OFF and behind and not listed and not rest and is_set_off(child, scope):
        return child.dep != "prep" or child.tag == "VBG" or child.head.is_noun or leads_to_lost(child)
    inside = child.head.is_verb and child.head.dep not in ("acl", "relcl")
    inside = inside and not (child.lemma in ("here", "there") and child.head.lemma in _NEEDS_PLACE)
    adverb = child.dep == "advmod" and (inside or (child.lemma in ("here", "there") and not child.head.is_verb))
    if _is_loose(child, scope) or is_half(child):
        return True
    span = child.child("npadvmod")
    adverb = adverb and (span is None or span.lemma not in SPANS)  # "a short time later"
    if (child.lemma == "accord" and child.tag == "VBG") or (adverb and child.lemma in _CONNECTIVES):
        return not frames(child, scope)
    if child.dep == "advcl" and child.head.is_noun:
        return not any(part.lemma == "same" for part in child.head.children)  # "at the same moment as another"
    opens = child.dep in ("prep", "advmod", "npadvmod") and child.index < child.head.index
    if opens and _ends_in_comma(child, scope):
        return child.lemma.lower() != "of" and not frames(child, scope)  # "of the eight victims, three"
    if child.dep == "relcl" and is_spoken(child) and not any(is_spoken(above) for above in child.ancestors()):
        return True  # "the office I always dreamed of": the line's writer never did
    if any(_opens_clause(part, scope) for part in child.head.children if part.index <= child.index):
        return True
    if child.dep == "conj":
        return _opens_next(child, scope) or not stays_joined(child)
    sources = [part.index for part in child.head.children if part.lemma == "accord" and part.tag == "VBG"]
    if any(child.head.index < source < child.index for source in sources):
        return True  # "according to a memorandum sent, to bankers": the end of the source
    year = child.dep == "nummod" and scope.hides(child) and not scope.hides(child.head)
    named = child.head.is_name and child.index > child.head.index  # "a firm called Orion 1980"
    year = year and child.head.lemma not in _YEARLY and not named  # "the 2018 edition"
    if year and child.word.isdigit() and len(child.word) == 4:
        return True  # "in 2021 leaders met"
    if child.dep in ("dobj", "ccomp") and child.head.is_verb and _is_second(child, scope):
        return True
    return _is_lost_link(child, scope) if child.dep == "cc" else follows_lost_link(child)


def _is_second(child: Token, scope: Scope) -> bool:
    """Whether a verb has its object or content already, or this is none: a verb has one of each."""
    before = [part for part in child.head.children if part.index < child.index]
    if child.dep == "ccomp":
        return any(part.dep == "ccomp" for part in before)  # where a relative clause stands
    absolute = child.child("nsubj") is not None  # "a hundred died, eight of them children"
    again = any(part.dep == "ccomp" for part in before)
    charge = child.child("relcl") is not None and any(part.dep == "dobj" for part in before)  # "of theft, a claim he"
    return _is_gapped(child, scope) or ((absolute or again or charge) and is_set_off(child, scope))


def _is_loose(child: Token, scope: Scope) -> bool:
    """The "so" of "lifted the ban so, yes", the "alone" of "last week alone", "respectively", "and elsewhere", a spoken
    year before a name."""
    before = scope.sentence.tokens[child.index - 1] if child.index else child
    if child.lemma == "respectively" or (child.lemma in _AWAY and not child.children and before.tag == "CC"):
        return True  # of figures that may be gone; with its "and"
    spoken_year = child.tag == "CD" and child.dep == "nummod" and child.index < child.head.index and child.head.is_name
    if spoken_year and scope.hides(child) and not scope.hides(child.head):
        return True  # "nineteen ninety-one Aida Orozova"
    if child.lemma == "so" and child.dep == "advmod" and child.index > child.head.index and child.head.lemma != "do":
        return scope.sentence.tokens[min(child.index + 1, len(scope.sentence.tokens) - 1)].tag[:2] not in ("JJ", "RB")
    return child.lemma == "alone" and child.index > 0 and scope.hides(scope.sentence.tokens[child.index - 1])


def tells_year_before(words: set[str]) -> bool:
    """Whether words are the other side of a comparison: "a year earlier", "the year-ago quarter"."""
    return "year" in words and bool(words & {"earlier", "ago", "before"}) and not words & {"this", "last"}


def frames(child: Token, scope: Scope) -> bool:
    """Whether an opening limits what is told, so that the line would be untrue without it.

    So are where bare plurals or what is so in general is told of ("In Osh, shares fell"), what is left out
    ("excluding the charge"), how long it took, "until Friday" of what was not, and "previously".
    """
    if child.lemma == "exclude" and child.tag == "VBG" and child.index < child.head.index:
        return True  # "excluding the charge, net fell"
    if child.dep not in ("prep", "advmod") or child.index > child.head.index:
        return False
    if child.dep == "prep" and child.lemma.lower() in _FRAMING and ranks(child.head):
        return True  # "in Osh, it was first seen in May"
    counted = child.head.child("nsubj", "nsubjpass")
    if child.lemma.lower() in ("previously", "formerly"):
        return counted is not None and child.index < counted.subtree()[0].index
    if child.lemma.lower() in ("over", "during", "for") and counted is not None and counted.child("nummod") is not None:
        return not {"past", "last"}.isdisjoint(part.lemma for part in child.subtree())  # "over the past year, 851 died"
    if child.lemma.lower() == "until" and child.head.child("neg") is not None:
        return True  # "until Thursday, they had not"
    words = {part.word.lower() for part in child.subtree()}
    if child.head.is_verb and tells_year_before(words):
        return True
    helpers = [part.word.lower() for part in child.head.children if part.dep in ("aux", "auxpass")]
    if child.lemma.lower() == "without":
        return child.head.is_verb and any(part.tag == "MD" for part in child.head.children)
    if words & {"period", "quarter"}:
        return child.dep == "prep" and any(_YEAR.fullmatch(word) for word in words)  # "in the 1988 period"
    noun, subject = child.child("pobj"), child.head.child("nsubj", "nsubjpass")
    if child.dep != "prep" or child.lemma.lower() not in _FRAMING or noun is None or subject is None:
        return False
    if child.index > subject.index or not _ends_in_comma(child, scope) or scope.hides(noun):
        return False
    if noun.is_name and (helpers in (["is"], ["are"]) or (not helpers and child.head.tag in ("VBZ", "VBP"))):
        return noun.word.lower() not in lexicon().calendar and len(branch(child, scope)) <= _FRAME
    if subject.tag != "NNS" and subject.lemma not in _BARE_SUMS:
        return False
    bare = not any(part.index < subject.index or part.dep == "prep" for part in subject.children)
    bare = bare and (noun.is_name or noun.lemma in _SCENES)  # "in line with" is none
    return bare and noun.word.lower() not in lexicon().calendar and len(branch(child, scope)) <= _FRAME


def _opens_next(child: Token, scope: Scope) -> bool:
    """ "Joined it as a clerk and for ten years, she worked": where the next clause begins."""
    span = child.child("pobj") if child.tag == "IN" else None
    return span is not None and span.lemma in ("day", "week", "month", "year") and _ends_in_comma(child, scope)


def _is_lost_link(child: Token, scope: Scope) -> bool:
    """Whether what an "and" joins is left out, so that the "and" goes as well."""
    others = (other for other in child.head.children if other.index > child.index)
    joined = next((other for other in others if other.dep == "conj"), None)
    if joined is None and child.head.dep == "prep" and child.lemma == "as":
        return False  # "with Sadykova, as well as with Orozov"
    if joined is None:  # "Sadykova and other deputies", where the parser takes the name for an adjective
        return child.head.dep not in ("amod", "compound", "nmod", "poss")
    return is_left_out(joined, scope)


def _is_gapped(child: Token, scope: Scope) -> bool:
    """Whether an object belongs to a verb that is left out: "launched its som and Kazakhstan its tenge"."""
    first = next((part for part in child.head.children if part.dep == "dobj"), child)
    return any(part.tag == "CC" for part in scope.sentence.tokens[first.index : child.subtree()[0].index])


def _is_inner_stop(child: Token, scope: Scope) -> bool:
    """A hyphen, slash or bracket inside a name."""
    tokens = scope.sentence.tokens
    if child.word == ")" and "(" in tokens[child.index - 1].word[1:]:
        return True  # "A(H1N1)"
    if child.word not in ("-", "/") or child.index in scope.asides:
        return False
    return 0 < child.index < len(tokens) - 1


def is_set_off(child: Token, scope: Scope) -> bool:
    """Whether a comma or dash stands right before the branch; a condition is never an aside."""
    first = child.subtree()[0].index
    if first == 0 or is_condition(child):
        return False
    before = scope.sentence.tokens[first - 1]
    if before.word in QUOTES and first > 1:
        before = scope.sentence.tokens[first - 2]
    return before.word in (",", ";", ":") or before.word in DASHES


def _ends_in_comma(child: Token, scope: Scope) -> bool:
    """Whether a comma stands right after the branch, as after "In Osh, "."""
    last = child.subtree()[-1].index
    return last + 1 < len(scope.sentence.tokens) and scope.sentence.tokens[last + 1].word == ","


def _opens_clause(child: Token, scope: Scope) -> bool:
    """Whether a finite verb follows "after the victim", so that it is the start of a clause and no phrase."""
    inner = child.child("pobj")
    temporal = child.dep == "prep" and child.lemma in ("after", "before", "since", "until")
    if not temporal or child.index < child.head.index or (inner is not None and scope.hides(inner)):
        return False
    rest = [token for token in scope.sentence.tokens[child.subtree()[-1].index + 1 :] if token.dep != "punct"]
    listed = rest
    if inner is not None and inner.subtree()[-1].word == ",":  # "after his mother, brother and six others drowned"
        listed = rest[next((n for n, token in enumerate(rest) if not _is_listed(token)), 0) :]
    following = next(iter(listed), None)
    goes_on = following is not None and following.dep == "conj" and following.head in child.ancestors()
    return following is not None and not goes_on and following.tag in ("VBD", "VBZ", "VBP", "MD")


def _is_listed(token: Token) -> bool:
    return token.is_noun or token.tag in ("CC", "CD", "JJ", "DT", "PRP$")


def is_condition(clause: Token) -> bool:
    """Whether a clause says under what condition the rest holds."""
    marks = [part for part in clause.children if part.dep in ("mark", "advmod")]
    held = any(part.lemma in CONDITIONS for part in marks) or supposes(clause)
    held = held or (any(part.lemma == "once" for part in marks) and _is_once(clause))
    return clause.dep == "advcl" and clause.lemma != "so" and held  # "if so" says nothing


def _is_once(clause: Token) -> bool:
    """ "Once its owners agree": but not "once that happens", which only the sentence before explains."""
    subject, first = clause.child("nsubj", "nsubjpass"), clause.subtree()[0].index
    between = (part for part in clause.head.children if clause.head.index < part.index < first)
    return (subject is None or subject.tag not in ("DT", "PRP")) and not any(part.word == "," for part in between)


def _is_date(child: Token, scope: Scope) -> bool:
    """Whether a branch only says when, in words that the timeline shows: "on Friday", "last week"."""
    head = child.head
    aside = head.dep in ("acl", "relcl") and head.index not in scope.needed
    if (child.index < head.index and not head.is_verb) or head.lemma == "be" or aside:
        return False  # it completes "begun" and what "is"
    if frames(child, scope):
        return False
    if head.tag.startswith("JJ") or scope.hides(head):
        return False  # and "due", "effective"; or is itself the middle of a date
    if ranks(head):
        return False  # "was last seen on May 3"
    after = [part.lemma for part in scope.sentence.tokens[child.subtree()[-1].index + 1 :][:2]]
    if after == ["as", "last"]:
        return False  # "twice as high this year as last"
    if _completes(child, scope) or (head.lemma in _TAKING_TIME and child.subtree()[0].index == head.index + 1):
        return False
    if child.dep == "prep":
        inner = child.child("pobj")
        return child.lemma in _DAY_PREPOSITIONS and inner is not None and scope.hides(inner)
    return child.dep in _DATE_LABELS and scope.hides(child) and not head.tag.startswith("CD")


def _completes(child: Token, scope: Scope) -> bool:
    """Whether a verb says nothing without its date: "set Friday as the deadline", "..., arriving in 1966"."""
    verb, following = child.head, child.subtree()[-1].index + 1
    tokens = scope.sentence.tokens
    as_object = child.dep == "npadvmod" and child.subtree()[0].index == verb.index + 1 and following < len(tokens)
    if as_object and tokens[following].lemma == "as" and tokens[following].head is verb:
        return verb.child("dobj", "nsubjpass", "auxpass") is None
    joined = verb.tag == "VBG" and verb.dep in ("advcl", "acl") and verb.child("aux", "auxpass") is None
    return joined and all(part is child or part.dep in ("punct", "mark") for part in verb.children)


def _dates(link: Token, scope: Scope) -> bool:
    """Whether a preposition leads to the rest of a date: the "of 2023" of "the last months of 2023"."""
    inner = link.child("pobj")
    return inner is not None and scope.hides(inner)


def _beside_date(child: Token, scope: Scope) -> set[int]:
    """What the parser hung below a date though it is none: "last week in court"."""
    kept: set[int] = set()
    stack = list(child.children)
    while stack:
        token = stack.pop()
        if scope.hides(token):
            stack.extend(token.children)
        elif token.dep == "prep" and not _is_date(token, scope) and not _dates(token, scope):
            kept |= branch(token, scope)
    return kept

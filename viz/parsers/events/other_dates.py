"""Dates beside a predicate that tell when something else was: a record's, figures', that of an older value."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date, timedelta

from viz.model import DateMention
from viz.parsers.events.intervals import preposition_before
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate, Tense
from viz.parsers.events.scorer import is_told_as_done

_GIVING = frozenset("report announce release disclose publish post unveil".split())
FIGURES = frozenset(
    """profit loss net income earnings sales sale revenue result turnover rise fall drop increase decline
    decrease""".split()
)
_FROM = frozenset("from compare against versus".split())  # before an older figure
_UNITS = frozenset("cent percent pence penny".split())
TRADING = frozenset("close end finish settle stand".split())
_YEAR = re.compile(r"\d{4}")
_OWNED = ("poss", "compound", "amod", "nmod", "nummod")


def of_itself(
    mentions: Sequence[DateMention], predicate: Predicate, published: date | None, lexicon: Lexicon
) -> list[DateMention]:
    """The dates among those beside a predicate that can tell when it was."""
    found = [mention for mention in mentions if not _is_of_other(mention, predicate, published, lexicon)]
    alone = len(found) == 1 and _is_compared(found[0], predicate, lexicon)
    return [] if alone else found


def _is_of_other(mention: DateMention, predicate: Predicate, published: date | None, lexicon: Lexicon) -> bool:
    told = _is_record(mention, predicate) or _is_of_figures(mention, predicate)
    told = told or _is_of_comparison(mention, predicate) or _is_put_off(mention, predicate, published)
    return told or _is_still_to_come(mention, predicate, published, lexicon)


def _is_still_to_come(mention: DateMention, predicate: Predicate, published: date | None, lexicon: Lexicon) -> bool:
    """Whether a day to come stands beside what is told as done, and so is of something else: "asked for talks on
    Friday". A day written with its year is left there, for the reader to be warned of, and one that is declared."""
    when, head = mention.when, predicate.sentence.head_of(mention.start, mention.end)
    if when is None or when.earliest is None or published is None or not is_told_as_done(predicate):
        return False
    owned = head is not None and head.dep in _OWNED  # "next summer's games"
    arranged = preposition_before(mention, predicate) == "for" and not owned
    declared = head is not None and "dobj" in (head.dep, head.head.dep if head.dep == "conj" else "")
    grace = timedelta(lexicon.is_verb(predicate.lemma, "say", "announce"))  # where the day begins earlier
    return when.earliest > published + grace and not (arranged or declared or is_written(mention))


def is_figure(predicate: Predicate) -> bool:
    """Whether a clause tells a figure of a firm: "third-quarter profit fell", "sales were flat"."""
    subject = predicate.subject
    return not predicate.noun and subject is not None and subject.lemma in FIGURES


def is_written(mention: DateMention) -> bool:
    """Whether a date is told with its year."""
    return bool(_YEAR.search(mention.text))


def _is_compared(mention: DateMention, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether a date is only that of what a value is compared with: "closed up 18 points from Thursday"."""
    moves = lexicon.is_verb(predicate.lemma, "economy", "movement") or predicate.lemma in TRADING
    return moves and not predicate.noun and preposition_before(mention, predicate) in ("from", "than")


def _is_of_figures(mention: DateMention, predicate: Predicate) -> bool:
    """Whether a date tells of which period figures are, and not when something was done: "reported third-quarter
    profit", "will restructure in the wake of a third-quarter loss"."""
    head = predicate.sentence.head_of(mention.start, mention.end)
    if predicate.noun or head is None:
        return False
    of_noun = head.dep in ("compound", "amod", "nmod", "poss")
    between = list(itertools.takewhile(lambda token: token is not predicate.token, (head, *head.ancestors())))
    if predicate.lemma in _GIVING and (of_noun or preposition_before(mention, predicate) == "for"):
        return any(token.lemma in FIGURES for token in between)  # but not "reported a profit in July"
    return of_noun and any(token.lemma in FIGURES and token.dep == "pobj" for token in between)


def _is_of_comparison(mention: DateMention, predicate: Predicate) -> bool:
    """Whether a date is that of an older figure: "fell to $32 million from $52 million in the year-ago period"."""
    tokens = predicate.sentence.tokens
    here = next((token.index for token in tokens if token.start >= mention.start), 0)
    opening = next((at for at in range(here - 1, predicate.token.index, -1) if tokens[at].lemma in _FROM), None)
    if predicate.noun or opening is None or predicate.token.index > here:
        return False
    figure = tokens[opening + 1 : here]
    falls = tokens[opening - 1].lemma in ("down", "up") and bool(figure) and figure[0].tag == "CD"
    return falls or any(token.word in ("$", "%") or token.lemma in _UNITS for token in figure)


def _is_put_off(mention: DateMention, predicate: Predicate, published: date | None) -> bool:
    """Whether a date only tells until when something past was put off: "was adjourned until September 8"."""
    when = mention.when
    if predicate.noun or when is None or when.latest is None or published is None or when.latest <= published:
        return False
    past = predicate.tense in (Tense.PAST, Tense.PERFECT)
    return past and preposition_before(mention, predicate) in ("until", "till")


def _follows_rank(mention: DateMention, predicate: Predicate) -> bool:
    """ "Its lowest level since 1996", "the first such vote since": a superlative with its noun stands right before."""
    tokens = predicate.sentence.tokens
    since = max((token.index for token in tokens if token.end <= mention.start and token.lemma == "since"), default=0)
    before = list(itertools.takewhile(lambda token: not token.is_verb, reversed(tokens[max(0, since - 4) : since])))
    return any(token.tag in ("JJS", "RBS") or token.lemma in ("first", "only") for token in before)


def _is_record(mention: DateMention, predicate: Predicate) -> bool:
    """Whether a date only says for how long a record stood: "it was the worst storm since 1999"."""
    head = predicate.sentence.head_of(mention.start, mention.end)
    if head is not None and any(above.lemma == "time" and above.dep == "pobj" for above in (head.head, head.head.head)):
        return True  # "for the second time this year"
    if preposition_before(mention, predicate) != "since":
        return False
    if _follows_rank(mention, predicate):
        return True
    nouns = [part for part in predicate.token.children if part.dep in ("attr", "dobj")]
    nouns = [predicate.token] if predicate.noun else nouns
    ranks = (word for noun in nouns for word in (noun, *noun.children))
    return any(word.tag in ("JJS", "RBS") or word.lemma in ("first", "only") for word in ranks)

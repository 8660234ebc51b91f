"""Which predicate a date or a place name belongs to: up the tree from the mention to the first predicate above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from viz.model import DateMention
from viz.parsers.events.accounts import REPORTING
from viz.parsers.events.asides import is_awaited
from viz.parsers.events.intervals import preposition_before
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Sentence, Token

_LAWS = frozenset("act law code bill ordinance regulations".split())
_MARKED = frozenset(("price", "close"))  # "a premium to Wednesday's closing price" tells of no other day


class Span(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Span)


def attach(
    mentions: Iterable[S], sentences: Sequence[Sentence], predicates: Sequence[Predicate], lexicon: Lexicon
) -> dict[Predicate, list[S]]:
    """The mentions that each predicate governs, in the order of the text."""
    found: dict[Predicate, list[S]] = {}
    by_sentence: dict[int, list[Predicate]] = {}
    for predicate in predicates:
        by_sentence.setdefault(predicate.sentence.index, []).append(predicate)
    remaining = list(sentences)
    for mention in mentions:
        while remaining and remaining[0].end <= mention.start:
            remaining.pop(0)
        if remaining and remaining[0].start <= mention.start:
            sentence = remaining[0]
            governor = governing(sentence, mention, by_sentence.get(sentence.index, []), lexicon)
            if governor is not None:
                found.setdefault(governor, []).append(mention)
    return found


def governing(sentence: Sentence, mention: Span, predicates: Sequence[Predicate], lexicon: Lexicon) -> Predicate | None:
    """The predicate a mention belongs to, None in a sentence without any."""
    head = sentence.head_of(mention.start, mention.end)
    if head is None and sentence.entry:
        return _main(predicates)
    if head is None or not predicates or (head.dep == "poss" and head.head.lemma in _MARKED):
        return None
    if isinstance(mention, DateMention) and (_is_of_payment(head) or _is_in_name(mention, sentence)):
        return None
    told_of = [one for one in predicates if one.token.dep == "relcl" and one.token.head is head]
    if told_of and head.lemma in _TIMES:
        return told_of[0]  # "the following year he was appointed", read as "the year in which"
    owners = {token.index: predicate for predicate in predicates for token in predicate.words}
    owners |= {predicate.token.index: owners[predicate.token.index] for predicate in predicates}
    found = next((owners[t.index] for t in (head, *head.ancestors()) if t.index in owners), None)
    if found is not None and found.lemma == "include" and found.token.tag == "VBG" and found.governor is not None:
        found = found.governor  # "warrants for five men, including Aida Orozova, next month"
        found = found.governor if found.noun and found.governor is not None else found
    if found is not None and isinstance(mention, DateMention) and _precedes(found, mention):
        found = found.governor or found  # "was launched on March 2, after its target had to be abandoned"
    if found is not None and isinstance(mention, DateMention):
        found = _awaited(found, predicates) or _judging(found) or _doing_by(found, mention) or (
            _beyond_document(found, predicates)
        )
    if found is None:
        return min(predicates, key=lambda predicate: abs(predicate.start - mention.start))
    return _restored(found, mention, lexicon)


def _is_of_payment(head: Token) -> bool:
    """Whether a date tells when a sum falls due: "a dividend of five cents, payable Dec. 1 to stock of record Nov.
    10"."""
    above = (head, *head.ancestors())
    return any(part.lemma in ("payable", "redeemable") and not part.is_verb for part in above)


def _is_in_name(mention: Span, sentence: Sentence) -> bool:
    """Whether a year belongs to the name of a law: "under the Clean Rivers Act 1996"."""
    before = [token for token in sentence.tokens if token.end <= mention.start][-1:]
    year = mention.end - mention.start == len("1996")
    return year and any(token.word[:1].isupper() and token.lemma.lower() in _LAWS for token in before)


def _precedes(predicate: Predicate, mention: Span) -> bool:
    """Whether a date stands before the word that opens a clause, and so outside it."""
    mark = predicate.token.child("mark")
    return predicate.token.dep == "advcl" and mark is not None and mention.end <= mark.start


def _doing_by(predicate: Predicate, mention: DateMention) -> Predicate | None:
    """ "Will double its flights by August": a limit belongs to what is to be done, not to its object."""
    over = predicate.governor
    if not predicate.noun or over is None or over.noun:
        return None
    return over if preposition_before(mention, predicate) in ("by", "until", "till") else None


def _awaited(predicate: Predicate, predicates: Sequence[Predicate]) -> Predicate | None:
    """ "A ruling, which is expected next week": that is when the ruling will be."""
    noun = predicate.token.head
    return next((one for one in predicates if one.token is noun), None) if is_awaited(predicate.token) else None


def _judging(predicate: Predicate) -> Predicate | None:
    """ "Convicted of fraud in 2010": that is when the court said so."""
    token, over = predicate.token, predicate.governor
    charged = token.dep in ("pobj", "pcomp") and token.head.lemma == "of"
    return over if charged and over is not None and over.lemma in _JUDGED and token.head.head is over.token else None


def _main(predicates: Sequence[Predicate]) -> Predicate | None:
    """What an entry of a chronology tells: its root, or what "is to" be done."""
    roots = [one for one in predicates if one.token.is_root]
    under = [one for one in predicates if one.token.dep == "xcomp" and one.token.head.is_root]
    to_do = [one for one in under if one.token.head.lemma == "be"]
    return next(iter((*to_do, *roots)), None)


_JUDGED = frozenset("convict acquit clear".split())
_DOCUMENTS = frozenset(
    """resolution bill petition proposal motion law measure letter statement lawsuit suit plan amendment decree order
    rule appeal document report""".split()
)


def _beyond_document(predicate: Predicate, predicates: Sequence[Predicate]) -> Predicate:
    """Who "vetoed a resolution calling for a truce two weeks ago" did so then; the paper calls for it all the time."""
    wording = predicate.governor if predicate.noun and predicate.governor is not None else predicate
    if not asks_for(wording):
        return predicate
    return next((one for above in wording.token.ancestors() for one in predicates if one.token is above), predicate)


def asks_for(predicate: Predicate) -> bool:
    """Whether a participle says what a paper asks for: "a resolution calling for a truce"."""
    token = predicate.token
    return token.dep == "acl" and token.tag == "VBG" and token.head.lemma in _DOCUMENTS


_TIMES = frozenset("year month week day night morning afternoon evening summer winter autumn spring".split())


def _restored(predicate: Predicate, mention: Span, lexicon: Lexicon) -> Predicate:
    """In "said on Tuesday he had met" parsers hang the day from "met"; what precedes the subject is the speaker's."""
    governor = predicate.governor
    if governor is None or governor.noun or predicate.noun or not lexicon.is_verb(governor.lemma, *REPORTING):
        return predicate
    subject = _first(predicate.token.child("nsubj", "nsubjpass", "expl"))
    after_verb = governor.token.end <= mention.start
    if after_verb and subject is not None and mention.end <= subject.start and not _opens(predicate, mention):
        return governor
    return predicate


def _first(token: Token | None) -> Token | None:
    return token.subtree()[0] if token is not None else None


def _opens(predicate: Predicate, mention: Span) -> bool:
    """Whether a "that" stands before the mention: then it belongs to the inner clause after all."""
    mark = predicate.token.child("mark")
    return mark is not None and mark.end <= mention.start

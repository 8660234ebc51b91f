"""Headlines: an event in one line, subject, verb and object, in the article's own words.

A verb is told by its clause (`clause_lines.py`), less what a headline has no room for (`pruning.py`). A noun is told by
its own phrase where that says who or what ("the embassy bombing"), else by the clause it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from viz.model import Status
from viz.parsers.events.accounts import reporter_of, says_as
from viz.parsers.events.anchors import asks_for
from viz.parsers.events.claims import CANCELLING, WANTED
from viz.parsers.events.clause_lines import clause_line
from viz.parsers.events.commas import with_commas
from viz.parsers.events.fitting import TOO_LONG, fit
from viz.parsers.events.line_subjects import is_first_person, subject_of
from viz.parsers.events.names import People
from viz.parsers.events.phrases import join
from viz.parsers.events.predicates import TOLD, Predicate, Tense
from viz.parsers.events.pruning import Scope, branch, scope_of, tells_year_before
from viz.parsers.events.syntax import Token
from viz.parsers.events.tellers import teller
from viz.parsers.events.wording import Wording

DENIED = "Denied: "
"""What opens the line of something that is said not to have happened."""
_REFUSALS = frozenset("deny refuse decline reject fail refute dispute rule-out".split())
_SPEAKING = frozenset("say report announce declare reply add claim argue state note predict warn insist".split())
_SPEAKING |= frozenset("believe think assert maintain contend allege".split())
_STRETCHES = frozenset("year quarter month week period half season".split())
_BEFORE = frozenset("since after before until following".split())
_CLAUSE_SUBJECT = ("nsubj", "nsubjpass")
_EMPTY = frozenset("do seem appear".split())
_SAID = ("ccomp", "xcomp", "dobj", "acomp", "oprd", "advcl", "intj")
_NEAR = 8  # words of a phrase in which it says whose it is
_LEADING = _SPEAKING | _EMPTY | frozenset("ask exclaim read shout cry".split())
"""What needs something said or done behind it."""
_OPEN = (Tense.WOULD, Tense.MODAL, Tense.FUTURE)
_SET_PHRASES = frozenset("search response reaction return".split())
_AGREEING = frozenset("agree promise pledge consent accept".split())
_TOPICS = ("of", "about", "on", "against", "to", "not")
_URGING = frozenset("urge tell remind assure inform".split())
_WHOEVER = frozenset("anyone anybody everyone everybody whoever those".split())
_VIEWS = frozenset("position stance view".split())
_TURNING = ("never", "rarely", "seldom", "hardly", "nowhere")
_DESCRIBING = frozenset("relate locate situate base compare date".split())
_RECKONING = frozenset("account adjust allow".split())
_UNFINISHED = frozenset(
    "who which whose to not will would be being been was were is are has have had and or but 's 're 've 'd 'll".split()
)
_SHORTENED = re.compile(r"(?:\b(?:\w\.)+\w|\b(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|Cie))\.$")


def headline(
    predicate: Predicate,
    people: People,
    dated: Iterable[tuple[int, int]],
    status: Status = Status.REPORTED,
) -> str:
    """One line for an event, "" when none can be built.

    `dated` are the spans of its date expressions, which the timeline shows already. The line of something denied that
    does not say so itself begins with "Denied:"; that of a fact says who claims what it tells beside it.
    """
    hidden = () if _compares(predicate) else [span for span in dated if not _is_year_before(predicate, span)]
    scope = scope_of(predicate.sentence, predicate.token, hidden)
    if predicate.noun:
        line = _noun_line(predicate, people, scope, fact=status is Status.HAPPENED)
    else:
        line = clause_line(teller(predicate), people, scope)
    line = _finished(line or (_own_words(predicate) if predicate.sentence.rough else ""))
    return f"{DENIED}{line}" if line and status is Status.DENIED and not _says_no(predicate) else line


def _compares(predicate: Predicate) -> bool:
    """Whether a verb tells of two times at once: "jumped from 100 in 1980 to 300 last year"."""
    links = {part.lemma for part in predicate.token.children if part.dep == "prep"}
    return not predicate.noun and {"from", "to", "in"} <= links


def _is_year_before(predicate: Predicate, span: tuple[int, int]) -> bool:
    """Whether a date is the other side of a comparison: "from $4 million a year earlier", "in the year-ago quarter it
    earned"."""
    words = {token.word.lower() for token in predicate.sentence.tokens if span[0] <= token.start < span[1]}
    return tells_year_before(words) and ("-" not in words or span[0] < predicate.start)


def _own_words(predicate: Predicate) -> str:
    """The words between the semicolons around a verb as they stand, "" where that is too much for a line."""
    tokens = predicate.sentence.tokens
    stops = [token.index for token in tokens if token.word in (";", ".")]
    first = max((stop + 1 for stop in stops if stop < predicate.token.index), default=0)
    last = min((stop for stop in stops if stop > predicate.token.index), default=len(tokens))
    words = tokens[first:last]
    return join(words) if len(words) <= TOO_LONG else ""


def _says_no(predicate: Predicate) -> bool:
    """Whether the words of the line tell already that it did not happen, or tell of more than it."""
    told = teller(predicate)
    if told is not predicate and not predicate.noun:
        return True  # "Aida would fight if talks fail to end the strike"
    if told.lemma == "deny" or (predicate.noun and told.lemma in CANCELLING):
        return True  # "cancelled a trip"
    return predicate.negated or told.negated or (told is not predicate and told.lemma in _REFUSALS)


def _noun_line(predicate: Predicate, people: People, scope: Scope, *, fact: bool) -> str:
    """A noun event: the clause it is the subject of, its own phrase, or the clause it stands in.

    A `fact` may stand in what somebody claims: "police said the raid was a success" is told whole.
    """
    governor, token = predicate.governor, predicate.token
    told = teller(predicate)
    beside = told.noun or told.token.dep == "advcl"  # "after the raid failed": nobody need claim that
    claimed = reporter_of(told, people.lexicon) if fact and not beside else None
    told = claimed or told
    bare = told.noun or is_first_person(subject_of(told)) or _only_names(told.token)
    clause = "" if bare else clause_line(told, people, scope)
    if clause and governor is told and token.dep in _CLAUSE_SUBJECT and told.tense in TOLD:
        return clause
    phrase = _phrase(predicate, people, scope)
    if told.tense in _OPEN and token.dep == "pobj" and token.head.lemma in _BEFORE:
        return phrase  # what may come "since independence" is not independence
    if len(clause.split()) > TOO_LONG:
        return phrase
    return phrase if not clause or (_says_who(predicate, phrase) and not told.negated) else clause


def _phrase(predicate: Predicate, people: People, scope: Scope) -> str:
    token = predicate.token
    alone = Scope(scope.sentence, scope.asides, scope.hidden, frozenset((token.index,)))
    kept = branch(token, alone)
    kept = fit(kept - _added(token, max(kept), people), alone, verb=token)
    words = with_commas(kept, alone)
    if words and words[0].lemma in ("the", "a", "an", "this", "that", "these", "those") and words[0].head is token:
        words = words[1:]
    return Wording(people, scope.sentence.tokens).words(words, things=True)


def _added(noun: Token, last: int, people: People) -> set[int]:
    """What "and" adds to a noun at its phrase's end that is no happening: "the sale of the firm and a tax credit"."""
    others = (part for part in noun.children if part.dep == "conj" and not people.lexicon.is_event_noun(part.lemma))
    words = [[word.index for word in part.subtree()] for part in others]
    return {index for indices in words if max(indices) >= last for index in indices}


def _says_who(predicate: Predicate, phrase: str) -> bool:
    """Whether a noun phrase names a participant, so that it can stand alone and stands for a fact."""
    capitals = [word for word in phrase.split()[:_NEAR] if word[:1].isupper()]
    told = teller(predicate)
    light = predicate.token.dep in ("dobj", "attr") and not told.noun
    light = light or (predicate.governor is not None and predicate.governor.lemma in WANTED)
    return bool(capitals) and not light and (told.noun or told.tense in TOLD)


def _finished(line: str) -> str:
    clean = " ".join(line.split()).strip(" ,;:-_")
    clean = clean if _SHORTENED.search(clean) else clean.rstrip(" ,;:-_.")
    clean = clean.lstrip(". ")
    for opening, closing in ("[]", "()"):
        if clean.count(opening) != clean.count(closing):
            clean = clean.replace(opening, "").replace(closing, "")
    return clean[:1].upper() + clean[1:]


def is_sound(line: str, predicate: Predicate) -> bool:
    """Whether a line can stand alone: a clause needs somebody or something to be about, a noun more than itself."""
    words = line.split()
    if len(words) < 2 or (words[0].lower() in _UNFINISHED and not words[0].isupper()):
        return False
    if " of which " in f" {line} " or " of whom " in f" {line} ":
        return False  # "the second of which was published" says of nothing that it was
    if _only_names(predicate.token) or _is_span(predicate) or _is_phrase(predicate) or _is_general(predicate.token):
        return False
    if _is_unsaid(line, predicate) or _lacks_object(line, predicate) or _asks_or_supposes(teller(predicate)):
        return False
    return predicate.noun or not is_first_person(subject_of(teller(predicate)))


def _lacks_object(line: str, predicate: Predicate) -> bool:
    """Whether a line has lost what was done or thought: "the circular that it mailed", "has taken the position"."""
    told, last = teller(predicate), line.split()[-1]
    if told.noun or told.passive:
        return False
    object_ = told.token.child("dobj")
    urged = told.lemma in _URGING and told.token.child("ccomp", "xcomp", "oprd") is None
    urged = urged and not any(part.tag == "TO" or part.lemma in _TOPICS for part in told.token.subtree())
    if urged and object_ is not None and object_.index > told.token.index:
        return True  # "“Fight them,” he urged the people"
    view = object_ is not None and object_.lemma in _VIEWS and object_.child("det") is not None and last == object_.word
    mailed = told.token.dep == "relcl" and told.subject is not told.token.head and last == told.token.word
    return view or mailed


def _is_unsaid(line: str, predicate: Predicate) -> bool:
    """Whether a line ends in "reported", "seem" or "did" and has lost what was said or done: "a team reported"."""
    told = teller(predicate)
    spoken = not told.noun and not told.passive and told.lemma in _LEADING
    wish = told.token.child("xcomp") if told.lemma == "say" else None
    lost = wish is not None and wish.child("aux") is not None  # "the wish, they said, to settle it"
    inner = told.token.child("ccomp")
    lost = lost or (inner is not None and inner.word not in line.replace(",", " ").split())
    said = inner if told.token.dep == "relcl" else None
    lost = lost or (said is not None and said.child(*_CLAUSE_SUBJECT, "expl") is None)  # "who she said is ill"
    lost = lost or (told.lemma not in _EMPTY and says_as(told.token))
    lost = lost or (told.lemma == "say" and told.token.child(*_SAID) is None)  # "said in an editorial on Monday:"
    return spoken and (lost or line.split()[-1] == told.token.word)


def _asks_or_supposes(told: Predicate) -> bool:
    """Whether a clause asks, or supposes, by its order of words: "what sense does it make", "should he come"."""
    subject = told.token.child(*_CLAUSE_SUBJECT)
    helper = next((part for part in told.helpers if part.head is told.token), None)
    content = told.token.child("ccomp")
    if told.lemma == "be" and told.negated and content is not None and content.child("mark") is not None:
        return any(part.lemma == "whether" for part in content.children)  # "the issue is not whether"
    if told.noun or subject is None or helper is None or helper.index > subject.subtree()[0].index:
        return False
    opening = [part for part in told.token.subtree() if part.index < helper.index and part.dep not in ("punct", "cc")]
    turned = any(part.lemma in _TURNING for part in opening[:3])  # "never before has the alliance"
    return not opening or turned or any(part.tag in ("WP", "WDT", "WRB", "WP$") for part in opening[-3:])


def _is_phrase(predicate: Predicate) -> bool:
    """Whether a word is part of a preposition, or a paper only worded so: "in search of", "after accounting for",
    "a document agreeing to"."""
    token = predicate.token
    if predicate.noun:
        bare = token.child("det", "poss", "amod") is None
        return token.lemma in _SET_PHRASES and token.dep == "pobj" and token.head.lemma == "in" and bare
    reckons = token.lemma in _RECKONING and token.tag == "VBG" and token.dep in ("pcomp", "advcl")
    beside = reckons and token.child("nsubj") is None and any(part.lemma == "for" for part in token.children)
    told = teller(predicate)
    paper = told.token.dep == "acl" and told.lemma in _AGREEING and told.token.tag == "VBG"
    return beside or paper or (asks_for(predicate) and token.lemma in _AGREEING)


def _only_names(token: Token) -> bool:
    """Whether a participle only tells a name or rank: "a man named Orozov", "the largest fine ever imposed"."""
    if token.dep != "acl" or token.tag != "VBN" or token.child("aux", "auxpass") is not None:
        return False
    if (token.lemma in ("bid", "ask") and token.head.tag == "NNS") or token.lemma in _DESCRIBING:
        return True  # "87.5 cents bid", "a charge related to the sale"
    named = token.lemma in ("name", "call") and token.child("oprd", "dobj", "attr") is not None
    return named or any(part.lemma == "ever" for part in token.children)


def _is_general(clause: Token) -> bool:
    """Whether a clause tells of whoever it may be: "any baby born here", "on days when prices tumble"."""
    noun = clause.head
    first = clause.subtree()[0]
    if clause.dep == "advcl" and first.lemma == "when" and first.index > 0:
        days = [part for part in noun.children if part.dep == "prep" and part.subtree()[-1].index == first.index - 1]
        spans = (part for link in days for part in link.children)
        return any(part.lemma in ("day", "time", "year") and part.tag == "NNS" for part in spans)
    if clause.dep == "relcl" and noun.lemma in _WHOEVER:
        return True
    whoever = any(part.dep == "det" and part.lemma in ("any", "every", "all") for part in noun.children)
    counted = noun.child("nummod", "poss", "predet") is not None
    return clause.dep in ("acl", "relcl") and noun.is_noun and not counted and whoever


def _is_span(predicate: Predicate) -> bool:
    """Whether a participle only says when a stretch of time ended ("the quarter ended March 31")."""
    token = predicate.token
    before = next((part for part in predicate.sentence.tokens if part.index == token.index - 1), None)
    return token.lemma == "end" and not predicate.helpers and before is not None and before.lemma in _STRETCHES


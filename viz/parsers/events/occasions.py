"""Where several words tell of one place: what was done at a meeting was done where the meeting was, a blast is where
its victims died, and who flew to a town to sign signed there."""

from __future__ import annotations

from viz.parsers.events.asides import HELD
from viz.parsers.events.naming import Naming
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import SUBJECTS, Token

_OCCASIONS = frozenset(
    """conference meeting summit session rally ceremony briefing hearing forum congress interview gathering trial
    visit""".split()
)
_AT = ("at", "during", "in")
_TRIPS = frozenset("visit trip tour mission stopover".split())
_PHASES = frozenset(
    "continue begin start take-place take occur happen end last be resume open erupt break-out go-on".split()
)
_STRIKING = frozenset(
    "rip hit strike rock shake tear sweep shatter destroy kill wound injure damage level wreck devastate".split()
)
_NOTICING = frozenset("report confirm record register detect observe hear find see".split())
_FINDING = frozenset("find see spot discover leave catch sight photograph".split())
_FETCHING = frozenset("bring take fetch return collect retrieve go come leave".split())
_CHARGING = frozenset("charge indict try convict acquit sentence accuse sue jail imprison".split())
_ARRANGED = HELD | frozenset("set schedule slate plan issue".split())
_COUNTS = frozenset("toll number count figure total".split())
_SINKING = frozenset("slide descend plunge sink slip".split())
_TELLING = ("tell", "address", "speak")
_UNDERGOING = frozenset("see suffer experience witness record".split())
_SHARES = frozenset("most many some one two all none majority half third number".split())
_PLACING = frozenset("in at on near outside inside the".split())


def is_occasion(predicate: Predicate) -> bool:
    """Whether a noun is something people come together for: "a news conference", "the summit"."""
    return predicate.noun and predicate.lemma in _OCCASIONS


def took_place_at(predicate: Predicate, naming: Naming) -> bool:
    """Whether a place is that of the occasion of a verb: "agreed at the Madrid summit", "was freed in a ceremony held
    in Osh", "announced a truce at the meeting in Peru", "the minister, on a visit to Osh, asked"; or of the noun that
    says what was done: "signed a deal in Osh". What "was held at the Osh summit" is that of its noun."""
    verb = _held(predicate.token) if predicate.noun else predicate.token
    if naming.predicate is None or not naming.strong or verb is None:
        return False
    token = naming.predicate.token
    if token in predicate.words:
        return not predicate.noun
    if token.dep == "acl" and token.lemma in HELD:
        token = token.head
    if token.dep != "pobj":
        return False
    link = token.head
    if token.lemma in _TRIPS and link.lemma == "on":
        return any(one in (verb, predicate.subject) for one in (link.head, link.head.head))
    over = link.head.head if link.head.dep == "dobj" else link.head
    return token.lemma in _OCCASIONS and link.lemma in _AT and over is verb


def _held(noun: Token) -> Token | None:
    """The verb that says no more of a noun than that it is held or goes on."""
    verb = _verb_of(noun)
    return verb if verb is not None and verb.lemma in _PHASES | HELD else None


def _of_its_verb(predicate: Predicate, other: Predicate, relation: str) -> bool:
    """ "The manhunt continues in the hills", "most of the deaths occurred in Osh", "cases were reported in Osh", "a
    blast ripped through a hotel in Osh"."""
    if not predicate.noun or other.token is not _verb_of(predicate.token):
        return False
    noticed = other.passive and other.lemma in _NOTICING
    return other.lemma in _PHASES or ((noticed or other.lemma in _STRIKING) and relation == "in")


def _of_its_cause(predicate: Predicate, other: Predicate, relation: str) -> bool:
    """ "The blast in Osh killed two and injured nine"."""
    return other.noun and other.token is predicate.subject and predicate.lemma in _STRIKING and not predicate.passive


def _of_its_phrase(predicate: Predicate, other: Predicate, relation: str) -> bool:
    """ "A summit meeting in Osh", "a summit held in Osh", "a summit set for Osh"."""
    if not predicate.noun:
        return False
    token = other.token
    before = predicate.token.dep == "compound" and token is predicate.token.head
    return before or (token.head is predicate.token and token.dep == "acl" and token.lemma in _ARRANGED)


def _of_its_count(predicate: Predicate, other: Predicate, relation: str) -> bool:
    """ "The toll in the Osh blast has risen"."""
    subject = predicate.subject
    if subject is None or predicate.noun or not other.noun:
        return False
    return subject.lemma in _COUNTS and subject in other.token.ancestors()


def _of_its_goal(predicate: Predicate, other: Predicate, relation: str) -> bool:
    """ "Flew to Osh to sign"; not "flew to Osh to bring him home"."""
    token = predicate.token
    if other is not predicate.governor or other.noun or relation != "goal" or predicate.lemma in _FETCHING:
        return False
    return token.tag == "VB" and token.dep in ("xcomp", "advcl") and token.head is other.token


def _of_what_was_found(predicate: Predicate, other: Predicate, relation: str) -> bool:
    """ "Was found wandering in Osh", "was found abandoned in Osh"."""
    token = other.token
    doing = token.dep in ("xcomp", "oprd") and token.tag in ("VBG", "VBN") and token.head is predicate.token
    return doing and predicate.lemma in _FINDING


def _of_its_telling(predicate: Predicate, other: Predicate, relation: str) -> bool:
    """ "Denied it, telling reporters in Osh"."""
    token = other.token
    telling = token.dep == "advcl" and token.tag == "VBG" and token.lemma in _TELLING
    return telling and relation == "in" and token.head is predicate.token


def _of_its_end(predicate: Predicate, other: Predicate, relation: str) -> bool:
    """ "Spoke to reporters before leaving Osh"."""
    link = other.token.head
    leaving = other.lemma in ("leave", "depart") and relation == "goal" and other.token.dep == "pcomp"
    return leaving and link.lemma == "before" and link.head is predicate.token


_SHARED = (
    _of_its_verb,
    _of_its_cause,
    _of_its_phrase,
    _of_its_count,
    _of_its_goal,
    _of_what_was_found,
    _of_its_telling,
    _of_its_end,
)


def shares_place(predicate: Predicate, naming: Naming) -> bool:
    """Whether a place named by another clause is that of a predicate all the same."""
    if naming.predicate is None or not naming.strong:
        return False
    return any(test(predicate, naming.predicate, naming.relation) for test in _SHARED)


def _verb_of(noun: Token) -> Token | None:
    """The verb whose subject a noun is, or of which it is a part: "most of the deaths occurred"."""
    link = noun.head
    if noun.dep == "pobj" and link.lemma == "of" and link.head.lemma in _SHARES:
        noun = link.head
    return noun.head if noun.dep in SUBJECTS else None


def is_charge(predicate: Predicate, naming: Naming) -> bool:
    """Whether a place is that of what somebody stands trial for: "charged in the Osh bombing"."""
    deed = naming.predicate.token if naming.predicate is not None else None
    under = deed is not None and deed.dep in ("pobj", "pcomp") and deed.head.head is predicate.token
    return under and predicate.lemma in _CHARGING and naming.strong


def befell(predicate: Predicate, naming: Naming) -> bool:
    """Whether a place is where something befell it: "Naryn region saw a quake", "saw a drop", "slid into civil war"."""
    verb, noun = naming.predicate, predicate.token
    if verb is None or naming.relation != "subject" or verb.passive:
        return False
    if noun.dep == "pobj" and noun.head.lemma == "into" and verb.lemma in _SINKING:
        return predicate.noun and noun.head.head is verb.token
    if verb.lemma not in _UNDERGOING:
        return False
    return verb is predicate or (predicate.noun and noun.dep == "dobj" and noun.head is verb.token)


def stands_behind(predicate: Predicate, naming: Naming) -> bool:
    """Whether a place stands right behind a noun, though the parser gives it to the verb: "died in a blast in Osh"."""
    if not predicate.noun or naming.predicate is not predicate.governor or naming.relation != "in":
        return False
    between = [word for word in naming.sentence.tokens if predicate.end <= word.start < naming.start]
    return 0 < len(between) <= 2 and all(word.lemma.lower() in _PLACING for word in between)

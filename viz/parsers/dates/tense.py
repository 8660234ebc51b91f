"""The tense of a clause from its verbs' looks: enough to tell "will meet Friday" from "met Friday"."""

from __future__ import annotations

from enum import Enum
from itertools import takewhile

from viz.parsers.dates.tokens import LETTERS, Tokens


class Tense(Enum):
    """Where a clause lies, as its verbs tell."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"  # "has declared": no finished day goes with it in English
    FUTURE = "future"
    UNKNOWN = "unknown"


_FUTURE = frozenset(
    "will shall would ll plans plan planned expects expected expect scheduled due upcoming intends hopes "
    "slated ends begins starts expires opens closes arrives departs resumes reopens convenes".split()
)
_PAST = frozenset(
    "was were had did been said told went came took made got gave found held won lost met left began became "
    "fell rose sold bought led built sent wrote spoke broke drove saw knew thought felt kept paid ran shot "
    "struck fought hit put read hurt cut set since ago ate arose brought caught chose clung dealt drew dug fed fled "
    "flew forbade forgot froze grew heard hid hung laid lent meant overcame oversaw overthrew quit rode sang sank sat "
    "shook shut slept sought spent stood stole stuck swam swept swore taught threw tore undertook understood upheld "
    "wept withdrew woke wore".split()
)
_BOUND = frozenset(
    "set due is are scheduled expected supposed likely ready planned slated forecast planning preparing hoping "
    "intending aiming threatening".split()
)
_BE = frozenset("is are was were be been".split())
_SUPPOSING = frozenset("should must could would may might".split())
_MODALS = frozenset("should must may might".split())
_PRESENT = frozenset(
    "is are meet meets play plays go goes fly flies host hosts face faces resume travel travels take "
    "takes passes hears decides considers launches speaks celebrates visits".split()
)
_STANDING = frozenset("has have does do say says".split())
"""Verbs that tell nothing, and hide those before them."""
_LOOKING_BACK = frozenset(
    "after following claiming saying warning telling reporting investigating probing searching looking seeking "
    "battling mourning recovering dead".split()
)
"""What is said now of what has happened: "is dead after a crash Monday", "are investigating a crash Monday"."""
_BARE = frozenset("will would shall should to can could may might must not".split())
"""Words behind which "quit", "hit" or "meet" takes its tense from them."""
_NOT_PAST = frozenset(
    "need speed feed seed indeed red bed hundred united proceed exceed bleed breed agreed-upon".split()
)
_NO_VERB_AFTER = dict.fromkeys(("plan", "plans"), frozenset("the a an this that its his her their".split()))
_NO_VERB_AFTER |= dict.fromkeys(("planned", "expected", "scheduled"), frozenset("as previously originally".split()))
"""Words that look like verbs of the future and are none behind these: "the plan", "as planned"."""
_BEFORE_NOUNS = frozenset("a an the its his her their this still".split())
_BEHIND_NOUNS = frozenset("on in at by to from for of with after before during was were had".split())
_AHEAD = frozenset("planned slated scheduled".split())
_TRADED = frozenset("close closing".split())
_PREPARED = frozenset("planning preparing prepare plan plans preparations".split())
_ARRANGED = frozenset(
    "meeting vote hearing session summit talks conference trial debate referendum election date".split()
)
_NOT = frozenset(("t", "n't"))
_CONDITIONS = frozenset("when if until till once unless before after".split())
_PUT_OFF = frozenset("adjourned postponed delayed deferred suspended extended remanded".split())
_STOPS = LETTERS["STOP"] + LETTERS["GAP"]


def tense_at(tokens: Tokens, first: int, last: int) -> Tense:
    """The tense of the clause around an expression: the nearest verb to the left, else to the right."""
    if _is_limit(tokens, first, last) or tokens.words[last : last + 1] == ["delivery"]:  # "for October delivery"
        return Tense.FUTURE
    if tokens.words[last : last + 1] == [":"] and opens(tokens, first) and _is_listed(tokens, last + 1):
        return Tense.FUTURE
    is_owner = tokens.kinds[last : last + 1] == LETTERS["POSSESSIVE"]
    if is_owner and tokens.words[last + 1 : last + 2] and tokens.words[last + 1] in _TRADED:
        return Tense.PAST  # "a premium to Wednesday's closing price"
    if tokens.words[first - 1 : first] == ["for"] and not is_owner and _is_arranged(tokens, first - 2):
        return Tense.FUTURE
    reach = first - 1 if _opens_clause(tokens, first) else max(first - 16, -1)
    for at in range(first - 1, reach, -1):
        if tokens.kinds[at] in _STOPS:
            break
        if tokens.words[at] == "would" and is_owner:
            return Tense.PAST
        tense = _of_left(tokens, at)
        if tense is Tense.PRESENT and _LOOKING_BACK & set(tokens.words[at + 1 : first - 1]):
            return Tense.UNKNOWN
        if tense is not None:
            return tense
    for at in range(last, min(last + 12, len(tokens.words))):
        if tokens.kinds[at] in _STOPS:
            break
        tense = _of_verb(tokens, at)
        if tense is Tense.PRESENT and (is_owner or at > last):  # "Monday's attack is ...": an attack that was
            return Tense.UNKNOWN
        if tense is not Tense.UNKNOWN:
            return tense
    return Tense.UNKNOWN


def _opens_clause(tokens: Tokens, first: int) -> bool:
    """Whether an expression comes before the verb of a second clause: "..., but in February an assembly asked"."""
    return tokens.words[max(first - 2, 0) : first] in (["but", "in"], ["but", "on"])


def _is_arranged(tokens: Tokens, at: int) -> bool:
    """Whether an occasion is called: "called a cabinet meeting for Tuesday", but not "had called a meeting for"."""
    return at > 0 and tokens.words[at] in _ARRANGED and "had" not in tokens.words[max(at - 8, 0) : at]


def _is_listed(tokens: Tokens, start: int) -> bool:
    """Whether the line behind "Tuesday:" announces what is to come: "The trial of two men accused of theft resumes"."""
    line = takewhile(lambda at: tokens.kinds[at] not in _STOPS, range(start, len(tokens.words)))
    return any(_of_verb(tokens, at) in (Tense.PRESENT, Tense.FUTURE) for at in line)


def _of_left(tokens: Tokens, at: int) -> Tense | None:
    """What a word to the left of an expression says of its tense, None when it is no verb that counts."""
    word, before = tokens.words[at], tokens.words[at - 1] if at else ""
    if word == "for" and before == "forecast" and tokens.words[at - 2] not in _BE:
        return None  # "its growth forecast for next year"
    if word in ("to", "for") and before in _BOUND:
        return Tense.PAST if "had" in tokens.words[max(at - 4, 0) : at] else Tense.FUTURE
    if word == "for" and before in _PREPARED:
        return Tense.FUTURE  # "plans for the summit in April"
    if word == "for" and before in ("called", "calls") and _ARRANGED & set(tokens.words[at + 1 : at + 6]):
        return Tense.FUTURE  # "called for a summit in Cairo on Friday"
    if word in _MODALS and tokens.words[at + 1 : at + 2] != ["have"]:
        return Tense.FUTURE
    if before == "be" or before in _NO_VERB_AFTER.get(word, ()):
        return None
    adjective = word.endswith("ed") and tokens.words[at + 1] not in _BEHIND_NOUNS
    if adjective and before in _BEFORE_NOUNS:  # "a disputed vote in April", "his planned visit in April"
        return Tense.FUTURE if word in _AHEAD else None
    if adjective and before in ("in", "of", "with"):
        return None  # "will meet in closed session on Friday"
    if word == "be" and before == "to":
        return Tense.FUTURE
    if word == "from" and before in ("up", "down"):
        return Tense.PAST  # "down from the $7 it forecast in April"
    tense = _of_verb(tokens, at)
    if word == "have" and before in _SUPPOSING:
        return Tense.PAST  # "would have taken it across on Sunday"
    if before in _BARE and tense is not Tense.FUTURE:
        return None
    if tense is Tense.PAST:
        return _of_participle(tokens, at, before)
    return Tense.UNKNOWN if word in _STANDING else None if tense is Tense.UNKNOWN else tense


def _of_participle(tokens: Tokens, at: int, before: str) -> Tense:
    """The tense of what looks past: "has said" and "is widely held" are none."""
    if before.endswith("ly") and at > 1:
        before = tokens.words[at - 2]
    if before in ("is", "are"):
        return Tense.FUTURE if _CONDITIONS & set(tokens.words[max(at - 5, 0) : at]) else Tense.PRESENT
    if before in ("has", "have", "ve"):
        looks_back = tokens.words[max(at - 2, 0) : at - 1]  # "should have left on Friday", "was to have left"
        return Tense.PAST if _SUPPOSING & set(looks_back) or looks_back == ["to"] else Tense.PERFECT
    return Tense.PAST


def is_end_between(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence ends between two tokens."""
    return any(kind in _STOPS for kind in tokens.kinds[start:end])


def will_at(tokens: Tokens, first: int) -> bool:
    """Whether the clause before an expression says that something will be."""
    before = range(first - 1, max(first - 12, -1), -1)
    clause = takewhile(lambda at: tokens.kinds[at] not in _STOPS, before)
    return any(tokens.words[at] in ("will", "shall", "ll") for at in clause)


def opens(tokens: Tokens, first: int) -> bool:
    """Whether a token opens a sentence."""
    return first == 0 or tokens.kinds[first - 1] in _STOPS


def ends_between(tokens: Tokens, start: int, end: int) -> int:
    """How many sentences end between two tokens."""
    stops = [kind in _STOPS for kind in tokens.kinds[start:end]]
    return sum(stop and not before for before, stop in zip([False, *stops], stops, strict=False))


_LIMITS = frozenset("by until till through effective starting beginning".split())


def _is_limit(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the expression ends a stretch that is still running: "by Friday", "until Friday", "as soon as Friday"."""
    words = tokens.words[max(first - 3, 0) : first]
    is_start = words[-1:] == ["from"] and (first < 2 or tokens.kinds[first - 2] in _STOPS)  # "From Monday, ..."
    if words[-3:] == ["this", "year", "through"]:
        return False  # "sales this year through August"
    if words[-1:] in (["until"], ["till"]) and not _PUT_OFF.isdisjoint(tokens.words[max(first - 5, 0) : first]):
        return "had" not in tokens.words[max(first - 7, 0) : first]  # "was adjourned until September 8"
    if words[-1:] in (["on"], ["in"], ["from"]) and words[-2:-1] in (["beginning"], ["starting"]):
        words = words[:-1]
    if (words[-1:] and words[-1] in _LIMITS) or words[-2:] == ["ahead", "of"] or is_start:
        return not (_has_past(tokens, first - 1) or _has_past(tokens, _clause_end(tokens, last, 8), 8))
    return len(words) == 3 and words[0] == "as" and words[1] in ("early", "soon", "late") and words[2] == "as"


def _has_past(tokens: Tokens, at: int, reach: int = 6) -> bool:
    """Whether the words before a token tell of the past: "had left by", "until Thursday they were"."""
    first = max(at - reach, 0)
    while first < at and is_end_between(tokens, first, at):
        first += 1
    return any(word in ("had", "was", "were") for word in tokens.words[first:at])


def _clause_end(tokens: Tokens, last: int, reach: int) -> int:
    """Where the words after an expression end: at the end of its sentence, or `reach` words on."""
    limit = min(last + reach, len(tokens.words))
    return next((at for at in range(last, limit) if tokens.kinds[at] in _STOPS), limit)


def _of_verb(tokens: Tokens, at: int) -> Tense:
    """The tense of a token, if it is a verb: "won" is one of the past but in "won't"."""
    word = tokens.words[at]
    if word == "won":
        return Tense.FUTURE if _NOT & set(tokens.words[at + 1 : at + 3]) else Tense.PAST
    if word in _FUTURE:
        return Tense.FUTURE
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
        return Tense.PAST
    return Tense.PRESENT if word in _PRESENT else Tense.UNKNOWN

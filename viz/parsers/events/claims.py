"""Claims: whether an event happened, is planned, reported, denied or only possible, and who says so.

The answer lies in what stands over the verb (reporting verbs, "if", "deny") and beside it (modals, "not", tense); the
nearest decides. A second clock comes with the source: when it was said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from viz.model import Status
from viz.parsers.events.accounts import BLAMES, account_of, denial_after, link_of, reporter_of
from viz.parsers.events.asides import is_awaited
from viz.parsers.events.charges import denial_of_charge, denier_of
from viz.parsers.events.denials import ARRANGED, DISMISSALS, denies_doing, who_denies, why_denied
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.mending_speech import DENIALS
from viz.parsers.events.predicates import TOLD, Predicate, Tense
from viz.parsers.events.syntax import Token, supposes

_CONDITIONS = frozenset("if unless whether provide".split())
_POSSIBLE = frozenset("could may might can ca".split())
_AHEAD = (Tense.FUTURE, Tense.INFINITIVE, Tense.WOULD)
_OPEN = (Tense.FUTURE, Tense.WOULD, Tense.MODAL)
_OPEN_WISHES = frozenset(
    "want seek ask urge demand try attempt call-for wish consider invite threaten push order offer".split()
)
CANCELLING = frozenset("cancel call-off scrap abandon".split())
_ABLE = frozenset("willing unwilling able reluctant free eligible".split())
_HEARD = frozenset("allegedly reportedly purportedly supposedly".split())
_FORCING = frozenset("force oblige compel".split())
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
_OUTCOMES = frozenset("beat win defeat draw clinch seal secure level equalise equalize advance upset edge tie".split())
_STRIVING = frozenset(
    "come fight fight-back rally recover return score hold-on rise survive battle go go-on combine".split()
)
_THREATS = frozenset("threaten warn fear risk".split())
_PRESUPPOSING = frozenset(
    """investigate probe examine study discuss condemn denounce protest mark commemorate mourn avenge look break-up end
    stop halt quell""".split()
)
_PERCEIVING = frozenset("see read hear receive".split())
_DOING = frozenset("try attempt manage force help begin start continue cease have".split())
_GOING_ON = frozenset("begin start continue keep resume".split())
_HELD = frozenset("say believe think report allege suspect assume rumour rumor presume".split())
_WEIGHED = frozenset("consider mull weigh contemplate negotiate prepare".split())
WANTED = frozenset("call request advocate urge".split())
_ASKING = frozenset(
    "investigate ask know learn explain determine establish find-out decide question probe tell".split()
)
_CONTESTS = frozenset("compete run stand participate take-part".split())


@dataclass(frozen=True, slots=True)
class Claim:
    """A status, the noun that names the source and the predicate that reports it (None for the article), and why."""

    status: Status
    source: Token | None
    reporter: Predicate | None
    why: str


def claim_of(predicate: Predicate, lexicon: Lexicon) -> Claim:
    """The claim behind a predicate, from the grammar alone; a date ahead may still make it a plan."""
    reporter = reporter_of(predicate, lexicon)
    accounts = None if reporter else account_of(predicate, lexicon)
    source = reporter.subject if reporter else accounts
    if denies_doing(predicate):
        return Claim(Status.DENIED, predicate.subject, None, f"It is denied (“{predicate.token.word}”).")
    status, why = _status(predicate, reporter, source, lexicon)
    denial = denial_after(predicate) or denial_of_charge(predicate)
    if denial is not None:
        return Claim(Status.DENIED, denier_of(denial), None, f"It is denied (“{denial.word}”).")
    if status is Status.DENIED and reporter is None and source is None:
        return Claim(status, who_denies(predicate, lexicon), None, why)
    if status is Status.DENIED and reporter is None and source is not None:
        refuting = next((above for above in source.ancestors() if above.is_verb), source)
        if refuting.lemma in DENIALS | DISMISSALS:
            return Claim(status, refuting.child("nsubj"), None, why)  # "denied claims that": who denied them
    if status is Status.HAPPENED:
        return Claim(status, None, reporter, why)
    return Claim(status, source, reporter, why)


def _status(
    predicate: Predicate, reporter: Predicate | None, source: Token | None, lexicon: Lexicon
) -> tuple[Status, str]:
    teller = "the article" if source is None else "the source"
    if predicate.noun:
        return _noun_status(predicate, lexicon)
    above = predicate.governor if predicate.token.dep == "xcomp" and predicate.token.tag == "VBG" else None
    if above is not None and above.lemma in _GOING_ON and above.tense in _OPEN:
        return _status(above, reporter, source, lexicon)  # "can begin recovering"
    caused = predicate.governor if predicate.token.dep == "ccomp" and predicate.tense is Tense.PARTICIPLE else None
    if caused is not None and caused.lemma in ("have", "get", "see") and caused.tense in _OPEN:
        return _status(caused, reporter, source, lexicon)  # "could have their licences suspended"
    if _is_presupposed(predicate):
        return Status.HAPPENED, "The question is who, why or how; that it happened is taken for granted."
    denied = why_denied(predicate)
    if denied:
        return Status.DENIED, denied
    if _conditional(predicate):
        return Status.HYPOTHETICAL, "It stands under a condition (if, unless, whether)."
    ahead = _ahead(predicate, reporter or source, lexicon)
    if ahead is not None:
        return ahead
    if reporter is not None or source is not None:
        return (
            Status.REPORTED,
            f"The article gives it as the account of others ({reporter.token.word if reporter else 'according to'}).",
        )
    if predicate.modal in _POSSIBLE:
        return Status.HYPOTHETICAL, f"The word “{predicate.modal}” leaves it open."
    shares = predicate.token.dep == "conj" and predicate.token.child("nsubj", "nsubjpass") is None
    beside = [*predicate.token.children, *(predicate.token.head.children if shares else ())]
    heard = next((child.word for child in beside if child.lemma in _HEARD), "")
    if heard:
        return Status.REPORTED, f"The word “{heard}” makes it the account of others."
    if predicate.tense in TOLD and predicate.sentence.in_quotes(predicate.token):
        return Status.REPORTED, "It is told inside a quotation."
    return Status.HAPPENED, f"It is told as a fact by {teller}."


def _is_presupposed(predicate: Predicate) -> bool:
    """ "To investigate who shot down the plane": a question of who or why about a past event."""
    governor, subject = predicate.governor, predicate.token.child("nsubj", "nsubjpass")
    if governor is None or governor.noun or governor.lemma not in _ASKING or predicate.token.dep != "ccomp":
        return False
    asked = (subject is not None and subject.tag in ("WP", "WDT")) or any(
        child.dep == "advmod" and child.lemma in ("why", "how", "where", "when") for child in predicate.token.children
    )
    return asked and predicate.tense in TOLD


def _ahead(predicate: Predicate, reporter: Predicate | Token | None, lexicon: Lexicon) -> tuple[Status, str] | None:
    """Plans and possibilities: None when the predicate is neither."""
    governor = predicate.governor
    over = (
        governor.lemma
        if governor and not governor.noun and link_of(predicate, governor) in ("xcomp", "ccomp", "conj")
        else ""
    )
    if over in _THREATS and predicate.tense in (*_AHEAD, Tense.MODAL):
        return Status.HYPOTHETICAL, f"It is a threat or a fear: “{governor.token.word if governor else over}”."
    have = any(child.lemma == "have" and child.dep == "aux" for child in predicate.token.children)
    if predicate.tense in (Tense.FUTURE, Tense.WOULD) and _has_condition(predicate):
        return Status.HYPOTHETICAL, "It depends on a condition (if, unless)."
    if predicate.tense is Tense.PROGRESSIVE and predicate.modal == "" and _is_journey(predicate, lexicon):
        return Status.PLANNED, "The words tell of a journey that is about to begin."
    if predicate.awaited:
        return Status.PLANNED, "What is still to come waits for it."
    if predicate.passive and predicate.lemma in ARRANGED and predicate.token.child("xcomp") is not None:
        return Status.PLANNED, f"It was only “{predicate.token.word}”."
    if predicate.tense is Tense.MODAL:
        if predicate.modal in ("must", "should") and not have and _has_condition(predicate):
            return Status.HYPOTHETICAL, "It depends on a condition (if, unless)."
        if have or predicate.modal in ("should", "must"):
            word = f"The word “{predicate.modal}” asks for it."
            return (Status.REPORTED, "Somebody supposes it.") if have else (Status.PLANNED, word)
        return Status.HYPOTHETICAL, f"The word “{predicate.modal}” leaves it open."
    if predicate.tense is Tense.WOULD:
        if reporter is not None and not have:
            return Status.PLANNED, "The source said that it would happen."
        return Status.HYPOTHETICAL, "The word “would” makes it a mere possibility."
    if predicate.tense is Tense.FUTURE:
        return Status.PLANNED, "The future tense says that it is still to come."
    return _aimed(predicate, governor, over) if predicate.tense is Tense.INFINITIVE else None


def _aimed(predicate: Predicate, governor: Predicate | None, over: str) -> tuple[Status, str] | None:
    """What an infinitive says: a plan, a mere wish, or what was done (None); `over` is the verb it completes."""
    if _is_ranked(predicate) or _is_upshot(predicate):
        return None
    forced = governor is not None and governor.passive and over in _FORCING
    if forced and governor is not None and (governor.tense is Tense.MODAL or _has_condition(governor)):
        return Status.HYPOTHETICAL, f"It is left open whether they are “{governor.token.word}” to."
    if predicate.token.head.lemma in _ABLE:
        return Status.HYPOTHETICAL, f"Somebody is only “{predicate.token.head.word}” to do it."
    if governor is not None and not governor.noun and over in _DOING and _is_told_as_done(governor):
        return None
    if governor is not None and _is_done(predicate, governor, over):
        return None
    if over in ("continue", "keep") and governor is not None and governor.tense is Tense.PRESENT:
        return None  # "continues to lose money"
    if over in _HELD and governor is not None and governor.passive:
        return Status.REPORTED, f"It is “{governor.token.word}” of them."
    if over in _OPEN_WISHES:
        return Status.HYPOTHETICAL, f"It is only wanted (“{over}”)."
    if _is_outcome(predicate, governor):
        return None
    return Status.PLANNED, "It is intended or expected, and still to come."


def _is_told_as_done(predicate: Predicate) -> bool:
    """Whether a verb tells what was, by its own tense or by that of what it completes: "tried to force him to"."""
    if predicate.tense in (Tense.PAST, Tense.PERFECT, Tense.PARTICIPLE):
        return True
    above = predicate.governor
    aimed = predicate.tense is Tense.INFINITIVE and above is not None and not above.noun
    return aimed and above is not None and above.lemma in _DOING and above.tense in TOLD


def _is_done(predicate: Predicate, governor: Predicate, over: str) -> bool:
    """ "Used the money to buy a yacht", "known to have caught it": what was done, and no aim."""
    used = over == "use" and governor.tense in (*TOLD, Tense.PARTICIPLE) and governor.object is not None
    have = any(helper.lemma == "have" for helper in predicate.helpers)
    return used or (governor.lemma == "know" and have)


def _is_upshot(predicate: Predicate) -> bool:
    """ "Returned only to be jailed": what came of it."""
    first = predicate.token.subtree()[0]
    return first.lemma == "only" and predicate.token.dep in ("advcl", "xcomp", "acl")


def _is_outcome(predicate: Predicate, governor: Predicate | None) -> bool:
    """ "Came from behind to beat them", "rallied to win": how a game ended, and no aim."""
    if governor is None or governor.noun or governor.negated or predicate.lemma not in _OUTCOMES:
        return False
    return governor.lemma in _STRIVING and governor.tense in TOLD


def _is_ranked(predicate: Predicate) -> bool:
    """ "The last country to ratify it", "the 456th person to be placed on the list": it was done."""
    head = predicate.token.head
    if predicate.token.dep not in ("relcl", "acl") or not (head.is_noun or head.lemma in ("first", "last")):
        return False
    words = [head.lemma, *(child.word.lower() for child in head.children)]
    return any(word in ("first", "last", "only") or _ORDINAL.fullmatch(word) for word in words)


def _has_condition(predicate: Predicate) -> bool:
    """Whether an "if" clause hangs from it, or from what says so: "if he comes, they say they would talk"."""
    own = predicate.token
    over = own.ancestors() if predicate.tense is Tense.WOULD else ()
    clauses = [child for token in (own, *over) for child in token.children if child.dep == "advcl" and child is not own]
    marks = (mark for clause in clauses for mark in clause.children if mark.dep == "mark")
    return any(mark.lemma in ("if", "unless") for mark in marks) or any(supposes(clause) for clause in clauses)


def _is_journey(predicate: Predicate, lexicon: Lexicon) -> bool:
    """ "Is leaving for the United States": the present of a verb of motion with somewhere to go."""
    goal = any(child.dep == "prep" and child.lemma in ("to", "for") for child in predicate.token.children)
    following = predicate.sentence.tokens[predicate.token.index + 1 : predicate.token.index + 2]
    goal = goal or any(token.lemma == "for" for token in following)  # read as "for them to start" otherwise
    helpers = [child.word.lower() for child in predicate.token.children if child.dep == "aux"]
    present = any(word in ("is", "are", "'s", "'re") for word in helpers)
    return goal and present and lexicon.is_verb(predicate.lemma, "motion")


def _conditional(predicate: Predicate) -> bool:
    current: Predicate | None = predicate
    for _ in range(4):
        if current is None or current.noun:
            return False
        marks = (child.lemma for child in current.token.children if child.dep in ("mark", "advmod"))
        if any(mark in _CONDITIONS for mark in marks) or supposes(current.token):
            return True
        if current.token.dep not in ("conj", "xcomp", "ccomp"):
            return False
        current = current.governor
    return False


def _noun_status(predicate: Predicate, lexicon: Lexicon) -> tuple[Status, str]:
    """A noun stands under its verb: what is planned, possible or denied there is so here."""
    governor = predicate.governor
    if predicate.negated:
        return Status.DENIED, "The sentence says that there was none."
    if governor is not None and not governor.noun:
        found = _under(predicate, governor, lexicon)
        if found is not None:
            return found
    link = predicate.token.head
    over = link.head if predicate.token.dep == "pobj" and link.lemma in ("of", "for") else None
    if over is not None and over.is_noun and over.lemma in (_PROSPECTS if link.lemma == "of" else _CALLS):
        return Status.HYPOTHETICAL, f"There is only a “{over.word}” {link.word} it."
    for child in predicate.token.children:
        if child.dep == "amod" and child.word.lower() in _CALLED:
            return _CALLED[child.word.lower()], f"It is only called “{child.word}”."
        if is_awaited(child):
            return Status.PLANNED, f"It is still “{child.word}”."
    return Status.HAPPENED, "It is named as a fact."


_PROSPECTS = frozenset("possibility risk threat danger fear chance likelihood prospect edge brink verge".split())
_CALLS = frozenset("demand call request appeal plea bid push petition".split())
_CALLED = dict.fromkeys("possible potential threatened".split(), Status.HYPOTHETICAL)
_CALLED |= dict.fromkeys("planned proposed scheduled slated upcoming forthcoming".split(), Status.PLANNED)
_CALLED |= dict.fromkeys("alleged reported suspected rumored rumoured".split(), Status.REPORTED)
"""What an adjective says of the happening it stands before."""


def _under(predicate: Predicate, governor: Predicate, lexicon: Lexicon) -> tuple[Status, str] | None:
    """The status a verb lends to the noun under it; None when it lends none."""
    token, why = predicate.token, f"It stands under “{governor.token.word}”."
    reporter = reporter_of(governor, lexicon)
    over, _ = _status(governor, reporter, reporter.subject if reporter else None, lexicon)
    preposition = token.head.lemma if token.dep == "pobj" else ""
    described = governor.negated and governor.lemma in _PERCEIVING and token.child("acl", "relcl") is not None
    if token.dep in ("dobj", "pobj") and (described or governor.lemma in _PRESUPPOSING):
        return None
    if token.dep == "dobj" and lexicon.is_verb(governor.lemma, "light") and over is Status.REPORTED:
        return over, why
    if governor.lemma in BLAMES and token.dep == "pobj":
        return Status.REPORTED, why
    called_off = governor.lemma in CANCELLING and token.dep in ("dobj", "nsubjpass")
    if called_off and over in (Status.HAPPENED, Status.REPORTED):
        return Status.DENIED, f"It was “{governor.token.word}”."
    contest = preposition == "in" and governor.lemma in _CONTESTS
    object_of = token.dep in ("dobj", "nsubjpass", "attr") or preposition in ("for", "to") or contest
    if over in (Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED) and (object_of or token.dep == "nsubj"):
        return (Status.PLANNED if contest else over), why
    if object_of and governor.lemma in ("plan", "schedule", "threaten", "propose", "demand", "expect", "seek"):
        return Status.HYPOTHETICAL if governor.lemma in ("threaten", "demand") else Status.PLANNED, why
    if object_of and governor.lemma in _WEIGHED and not governor.negated:
        return Status.PLANNED, why
    wished = governor.lemma in WANTED and preposition == ("for" if governor.lemma == "call" else "")
    if object_of and wished and not governor.negated:
        return Status.HYPOTHETICAL, why  # "call for an auction", but not "call an election"
    doubt = governor.token.child("acomp", "attr", "oprd")
    if token.dep == "nsubj" and doubt is not None and doubt.lemma in ("unlikely", "likely", "possible", "impossible"):
        return Status.HYPOTHETICAL, f"It is only called “{doubt.word}”."
    if preposition == "for" and token.child("det", "poss") is None and "justice" in lexicon.nouns.get(token.lemma, ()):
        return Status.PLANNED, "It is what the act was for, and still to come."
    return None

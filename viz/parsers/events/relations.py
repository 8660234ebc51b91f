"""How a place name stands to a predicate: in it, bound for it, acting in it, or merely beside it."""

from __future__ import annotations

from viz.model import PlaceKind, PlaceMention, Role
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.syntax import Token

_LOCATIVE = frozenset("in at near outside inside on across around over off along throughout beside".split())
_GOALS = frozenset("to into toward towards for through".split())
_LAUNCHING = frozenset(
    """launch lift-off blast-off take-off broadcast liftoff launching issue speak write say tell call phone""".split()
)
"""What is done from the place where who does it is."""
_COMING = frozenset("return come come-back arrive".split())
_SET = frozenset("set schedule slate plan".split())
_PARTIES = frozenset("with by of against between from for than".split())
_ABROAD = frozenset(
    """embassy embassies consulate mission ambassador diplomat envoy troop force soldier army navy marine official
    citizen national relation tie delegation aircraft plane warplane jet ship vessel warship court senate congress
    government administration department""".split()
)
_QUARRELS = frozenset(
    """difference dispute disagreement quarrel row rift split tension concern worry fear anger outrage fury grief debate
    argument talk negotiation charge scandal tariff control sovereignty claim power influence rule victory""".split()
)
_PAPERS = frozenset(
    """agreement deal treaty accord pact resolution decision statement report debate talk negotiation discussion policy
    position declaration conference summit ruling law bill""".split()
)
_BLOWS = frozenset(
    """strike attack raid airstrike assault offensive war bombing bombardment invasion incursion aggression action
    campaign operation crackdown""".split()
)
_NAMING = frozenset("compound nmod appos conj amod pobj prep npadvmod".split())
STRONG = frozenset(("in", "goal", "target", "of noun", "part of noun", "nation of noun", "placed"))


def relation(predicate: Predicate, head: Token, mention: PlaceMention | None, lexicon: Lexicon) -> str:
    """The relation of the phrase of `head` (of a place name, or a description such as "the capital") to a predicate.

    Those in STRONG tell by themselves where it happened.
    """
    preposition = preposition_over(head)
    if mention is not None and (mention.demonym or _is_owner(head, mention)):
        return "nation of noun" if predicate.noun and head.head is predicate.token else "nation"
    if _is_beyond(predicate, head):
        return f"inner {preposition}"
    if preposition in _LOCATIVE and _is_source(predicate, head):
        return "inner from"
    if preposition in ("over", "on") and _is_topic(head, preposition):
        return f"party {preposition}"
    if preposition in _LOCATIVE or (preposition == "from" and predicate.lemma in _LAUNCHING):
        return "in"
    if preposition == "against" and _governs(head).lemma in _BLOWS:
        return "target"  # "a strike against Iraq"
    if preposition == "for" and lexicon.is_verb(predicate.lemma, "motion"):
        return "goal"
    if preposition == "for" and predicate.lemma in _SET and predicate.token.tag == "VBN":
        return "in"  # "a summit set for Madrid"
    if head.dep == "nsubjpass" and lexicon.is_verb(predicate.lemma, "conflict", "disaster"):
        return "target"  # "the city was shelled"
    if preposition == "from" and not predicate.noun and _is_person(_governs(head), lexicon):
        return "origin"  # "a woman from Dover was charged"
    if head.dep in ("nsubj", "nsubjpass", "agent", "dative") or preposition in _PARTIES:
        if predicate.noun and preposition in ("of", "from"):
            return "of noun"
        return "subject" if head.dep in ("nsubj", "nsubjpass") else f"party {preposition or head.dep}"
    acting = _is_of_subject(predicate, head)
    if not acting and lexicon.is_verb(predicate.lemma, "motion") and (preposition in _GOALS or head.dep == "dobj"):
        return "goal"
    if lexicon.is_verb(predicate.lemma, "transfer") and preposition in _GOALS:
        return "goal"
    site = mention is not None and mention.where is not None and mention.where.place.kind is PlaceKind.SITE
    if head.dep == "dobj" and (site or lexicon.is_verb(predicate.lemma, "conflict", "disaster")):
        return "target"
    if predicate.noun and head.head is predicate.token:
        return "part of noun"
    located = mention is not None and mention.role is Role.LOCATION and not _is_of_name(head, mention)
    if located and (preposition in _GOALS or head.dep not in ("poss", "conj", "dobj")):
        return "placed"
    return f"other {head.dep}" if head.dep in ("poss", "conj", "dobj", "compound", "appos") else "other"


def _is_owner(head: Token, mention: PlaceMention) -> bool:
    """Whether a country only tells whose embassy, troops or officials are meant: "outside the U.S. embassy"."""
    if mention.where is None or mention.where.place.kind is not PlaceKind.COUNTRY:
        return False
    return head.dep in ("compound", "nmod", "poss", "amod") and head.head.lemma.lower() in _ABROAD


def preposition_over(head: Token) -> str:
    """The preposition over a name, through the nouns it stands beside ("in the city of Batken", "in Batken region")."""
    token = head
    for _ in range(4):
        if token.dep == "pobj" and token.head.lemma != "of":
            return token.head.lemma
        if token.dep not in _NAMING or token.is_root:
            return ""
        token = token.head
    return ""


def _governs(head: Token) -> Token:
    """The word that the preposition over a name belongs to."""
    link = next((token for token in (head, *head.ancestors()) if token.dep == "prep" and token.lemma != "of"), head)
    return link.head


def _is_person(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word stands for somebody who comes from somewhere: "a woman", "Mohammed Ali, 31,"."""
    aged = token.is_name and any(child.word.isdigit() and len(child.word) == 2 for child in token.children)
    return aged or (
        token.is_noun and not lexicon.is_event_noun(token.lemma) and token.lemma in lexicon.generic_people
    )


def _is_of_subject(predicate: Predicate, head: Token) -> bool:
    """Whether a name belongs to who acts: "two aides to the mayor of Osh left for Europe"."""
    subject = predicate.subject
    return subject is not None and subject.head is predicate.token and subject in (head, *head.ancestors())


def _is_of_name(head: Token, mention: PlaceMention) -> bool:
    """Whether a country only tells whose somebody with a name is: "a visit of U.S. Commerce Secretary Daley"."""
    country = mention.where is not None and mention.where.place.kind is PlaceKind.COUNTRY
    return country and head.dep in ("compound", "nmod", "amod") and head.head.is_name


def _is_source(predicate: Predicate, head: Token) -> bool:
    """Whether somebody came from there: "returned from a holiday in Italy"."""
    link = _governs(head)
    over = link.head if link.dep == "pobj" else None
    return over is not None and over.lemma == "from" and over.head is predicate.token and predicate.lemma in _COMING


def _is_topic(head: Token, preposition: str) -> bool:
    """Whether it tells what a quarrel or a paper is about: "their differences over Syria", "a deal on the dam"."""
    link = next((token for token in (head, *head.ancestors()) if token.lemma == preposition), head)
    return link.head.is_noun and link.head.lemma in (_QUARRELS if preposition == "over" else _PAPERS)


def _is_beyond(predicate: Predicate, head: Token) -> bool:
    """Whether a clause without a predicate of its own stands between: "closed the port before heading for Cuba"."""
    for token in head.ancestors():
        if token is predicate.token:
            return False
        if token.tag == "VBG" and token.dep == "pcomp" and token not in predicate.words:
            return True
    return False

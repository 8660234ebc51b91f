"""The line of a clause: subject, verb group and what completes it, in the order and the words of the text.

Infinitives and gerunds are told through the verb they hang from ("refused to sign"), because alone they would say more
than the sentence does. Pronouns become names where the article says whose they are.
"""

from __future__ import annotations

from viz.parsers.events.commas import with_commas
from viz.parsers.events.fitting import fit
from viz.parsers.events.line_subjects import subject_of
from viz.parsers.events.names import People
from viz.parsers.events.phrases import join
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.pruning import (
    CONDITIONS,
    QUOTES,
    Scope,
    branch,
    frames,
    is_condition,
    is_set_off,
)
from viz.parsers.events.syntax import Token
from viz.parsers.events.verb_groups import SUBJECTS, pair_word, verb_group
from viz.parsers.events.wording import FIRST_PERSON, Wording, content

_SPEAKING = ("say", "claim", "announce")
_HARMLESS = frozenset("bill law reform tax price policy rule vote result verdict ruling plan cut decree budget".split())
_PLACING = frozenset("place put leave keep make declare call consider set".split())
_MANNERS = frozenset("way manner extent degree point time moment period case".split())
_SHARES = frozenset("some many most much few several half part all none".split())
_QUANTITIES = frozenset("majority number proportion share percentage percent bulk rest".split())
_SPANS = frozenset("night day morning evening afternoon week weekend month year moment period decade".split())
_MEASURES = frozenset(
    """revenue sale income profit earning earnings import export output production spending order turnover deficit
    surplus loss price rate demand traffic volume""".split()
)
_ACTS = ("tion", "ment", "sion", "ship")
_LASTING = frozenset("begin start last end".split())
_STAYING = frozenset("work live stay be study sit stand".split())
_MOVING = frozenset("rise fall drop climb edge slip gain total account grow decline increase decrease jump".split())
_SHORT = 8  # words


def clause_line(predicate: Predicate, people: People, scope: Scope) -> str:
    """Subject, verb and complements of a finite clause, "" without a subject."""
    verb, subject = predicate.token, subject_of(predicate)
    if subject is None or _is_of_another(verb):
        return ""
    if verb.dep == "relcl" and subject is verb.head:
        subject = _measure_before(_event_before(subject, verb, people), verb)
    left = branch(subject, scope, without=_aside_of(verb, subject, scope)) | pair_word(verb, subject)
    if subject is verb.head:
        left -= _joined_later(subject, verb)
    right, late = _right_side(predicate, subject, scope, speaks=people.lexicon.is_verb(verb.lemma, *_SPEAKING))
    late -= {index for index in late if _marks_condition(scope.sentence.tokens[index], scope)}
    gap = _gap(predicate, subject)
    filled = branch(gap, scope, without=_part_of(gap, verb)) if gap is not None else set[int]()
    kept = fit(left | right | late | filled, scope, verb=verb)
    naming = Wording(people, scope.sentence.tokens)
    if verb.dep == "relcl" and not verb.head.is_verb:
        naming.owner = naming.words(with_commas(branch(verb.head, scope, without=verb), scope))
    opening = naming.subject(subject, with_commas(left & kept, scope))
    group = verb_group(predicate, subject, scope)
    object_ = content(with_commas(filled & kept, scope), naming).removeprefix(": ")
    quoted = _quotation(verb, scope)
    stranded = _stranded(verb) if gap is not None else None
    if stranded is not None:
        group, right = f"{group} {stranded.word}", right - {stranded.index}
    sharing = _sharing(verb) if gap is not None else []
    if sharing:
        group, right = f"{group} {join(sharing)}", right - {word.index for word in sharing}
    told = with_commas((right - quoted) & kept, scope)
    rest = naming.words(told)
    if told and told[0].tag in ("VBG", "RB") and scope.sentence.tokens[told[0].index - 1].word == ",":
        group = f"{group},"  # "fled, leading to a search", "were reported, down from ten"
    ahead = {index for index in late if _leads(scope.sentence.tokens[index], verb, subject)}
    last = content(with_commas((late - quoted - ahead) & kept, scope), naming)
    if subject.tag == "PRP" and last.startswith(f"{opening} "):
        last = subject.word.lower() + last.removeprefix(opening)  # "Aida said she is leaving", of "Aida is, she said"
    line = " ".join(part for part in (opening, group, object_, rest, last) if part).replace(" : ", ": ")
    line = f"{line} {_with_whom(verb, scope, naming)}".rstrip()
    front = join(with_commas(ahead & kept, scope))
    line = f"{front}, {line}" if front else line
    line = _for_the_first_time(line, verb)
    said = join(with_commas(quoted & (right | late) & kept, scope))
    if said and subject.tag == "PRP" and opening.split()[-1] in said.split():
        return said  # "“Tired of waiting, Aida is leaving,” she said"
    return f"{line}: {said}" if said else line


def _is_of_another(verb: Token) -> bool:
    """ "Firms that it did not expect to pay", "the shop where she worked": says nothing without its noun."""
    if verb.dep != "relcl" or verb.head.lemma == "time":
        return False
    state = verb.child("acomp")
    inner = verb.child("xcomp") or (state.child("xcomp") if state is not None else None)
    who = inner is not None and any(part.tag == "WDT" for part in inner.children)
    there = any(part.tag == "WRB" and part.lemma == "where" for part in verb.children)
    bare = all(part.dep in (*SUBJECTS, "advmod", "aux", "punct") for part in verb.children)
    return who or (there and bare and verb.lemma in _STAYING)


def _part_of(noun: Token, verb: Token) -> Token:
    """The part of a noun in which a verb stands: the "which" clause of "a note, which it said it would read"."""
    return next((part for part in (verb, *verb.ancestors()) if part.head is noun), verb)


def _aside_of(verb: Token, noun: Token, scope: Scope) -> Token:
    """The branch of a noun that its line tells: "Aida, the poet who fought", "the flu, which he said had spread"."""
    above = verb.head
    while above.dep == "conj" and verb.dep == "conj" and above.head is not noun:
        above = above.head
    told = (verb.dep == "ccomp" and above.dep == "relcl") or (verb.dep == "conj" and above.dep == "acl")
    told = told or (verb.dep == "conj" and above.dep == "relcl" and (noun.is_name or is_set_off(above, scope)))
    return above if above.head is noun and (told or above.dep == "appos") else verb


def _joined_later(noun: Token, clause: Token) -> set[int]:
    """The "and Bakyt" of "Aida, who grew up in Osh, and Bakyt": only Aida grew up there."""
    later = (part for part in noun.children if part.dep in ("conj", "cc") and part.index > clause.index)
    return {token.index for part in later for token in part.subtree()}


def _for_the_first_time(line: str, verb: Token) -> str:
    """ "It was the first time that he had come since May": he came for the first time since May."""
    time = verb.head
    first = next((part.lemma for part in time.children if part.dep == "amod"), "")
    if verb.dep not in ("relcl", "acl", "ccomp") or time.lemma != "time" or first not in ("first", "last"):
        return line
    said, since, rest = line.partition(" since ")
    return f"{said} for the {first} time{since}{rest}"


def _quotation(verb: Token, scope: Scope) -> set[int]:
    """The words a verb quotes directly, a sentence of their own."""
    content = verb.child("ccomp")
    if content is None:
        return set()
    words = content.subtree()
    before = scope.sentence.tokens[max(0, words[0].index - 1)].word
    own = content.child("mark") is None and content.child("nsubj", "nsubjpass", "expl") is not None
    quoted = not {before, words[0].word}.isdisjoint((*QUOTES, ":"))
    quoted = quoted or any(part.word.lower() in FIRST_PERSON for part in words)
    return {part.index for part in words} if own and quoted else set()


def _event_before(noun: Token, verb: Token, people: People) -> Token:
    """ "The bombings in Osh, which killed ten", "the rule over them, which began in May": the parser takes the place,
    a law, or whom it was done to, for what killed or began."""
    kills = _kills(verb)
    name = (noun, *(part for part in noun.children if part.dep == "compound"))
    lasts = verb.lemma in _LASTING and verb.child("dobj", "xcomp") is None
    lasts = lasts and not people.lexicon.is_event_noun(noun.lemma)
    placed = any(part.start in people.places for part in name)
    if not placed and not lasts and not (kills and noun.lemma in _HARMLESS):
        return noun
    for above in noun.ancestors():
        if above.is_noun and (people.lexicon.is_event_noun(above.lemma) or (lasts and above.lemma.endswith(_ACTS))):
            return above
        if above.is_verb:
            break
    return noun


def _measure_before(noun: Token, verb: Token) -> Token:
    """ "Revenue for the unit, which fell to $2 billion": the revenue fell, where only it is counted."""
    link = noun.head
    above = link.head
    measured = above.lemma in _MEASURES and noun.lemma not in _MEASURES and link.dep == "prep"
    if not measured or verb.lemma not in _MOVING:
        return noun
    return above if any(part.word in ("$", "%") or part.tag == "CD" for part in verb.subtree()) else noun


def _kills(verb: Token) -> bool:
    """Whether a verb tells of victims: "killed ten", "left ten dead"."""
    return verb.lemma in ("kill", "injure", "wound") or any(
        part.lemma in ("dead", "wounded", "injured", "homeless") and part.head in (verb, verb.child("dobj"))
        for part in verb.subtree()
    )


def _right_side(predicate: Predicate, subject: Token, scope: Scope, *, speaks: bool) -> tuple[set[int], set[int]]:
    """What follows the verb, and what stood before the subject but belongs to the line and goes to its end."""
    verb = predicate.token
    kept = branch(verb, scope)
    content = verb.child("ccomp")
    speaks = speaks or (content is not None and scope.sentence.in_quotes(content))
    told = speaks and verb.child("nsubj") is not None and not any(part.word == ";" for part in verb.subtree())
    right: set[int] = set()
    late: set[int] = set()
    for child in verb.children:
        if child is subject or child.dep in SUBJECTS or child in predicate.helpers or child.dep == "neg":
            continue
        whole = {child.index} if child.index in scope.needed else set()
        part = {token.index for token in child.subtree()} & kept
        if child.index > verb.index:
            right |= {index for index in part if index > verb.index}
        elif whole or is_condition(child) or (told and child.dep == "ccomp") or frames(child, scope):
            late |= part
    return right, late


def _leads(token: Token, verb: Token, subject: Token) -> bool:
    """Whether a word belongs to what stands before the subject and may stay there: "At a meeting, they voted"."""
    parts = (token, *token.ancestors())
    child = next((part for part in parts if part.head is verb), token)
    dated = child.dep == "advmod" and child.child("npadvmod") is not None  # "a year earlier"
    dated = dated or child.lemma.lower() in ("previously", "formerly")
    return (child.dep == "prep" or dated) and child.subtree()[-1].index < subject.index


def _gap(predicate: Predicate, subject: Token) -> Token | None:
    """The noun before a relative clause where it is the object there: "the deal that they signed"."""
    verb = predicate.token
    filler = verb.child("dobj")
    relative_object = filler is not None and filler.tag in ("WP", "WDT")
    if relative_object and verb.dep == "ccomp":
        clause = next((part for part in verb.ancestors() if part.dep == "relcl"), None)
        return clause.head if clause is not None else None
    whole = predicate.passive or verb.child("dobj", "ccomp", "xcomp", "attr") is not None
    whole = whole or (verb.child("acomp") is not None and verb.lemma not in _PLACING)  # "sites it placed off-limits"
    content = verb.child("mark")  # "a message that it disagreed with them"
    if verb.dep == "relcl" and predicate.passive and _stranded(verb) is not None:
        return verb.head if verb.head.index < verb.index else None  # "the school they were locked in"
    if verb.dep != "relcl" or (whole and not relative_object) or (content is not None and content.lemma == "that"):
        return None
    relative = [token for token in verb.subtree() if token.tag in ("WP", "WDT", "WP$", "WRB")]
    inner = [part for part in verb.subtree() if part.dep == "relcl" and part is not verb]
    beyond = {token.index for clause in inner for token in clause.subtree()} if relative_object else set[int]()
    if any((token.head is not verb or token.dep != "dobj") and token.index not in beyond for token in relative):
        return None
    if verb.head.lemma in _SPANS | _MANNERS and not relative:
        return None  # "the night the plane went down"
    return _whole(predicate.object) if predicate.object is not None and predicate.object is not subject else None


def _whole(noun: Token) -> Token:
    """The jobs of "the majority of jobs he held": he held all of them."""
    if noun.lemma in _QUANTITIES or noun.lemma in _SHARES:
        return next((part.child("pobj") for part in noun.children if part.lemma == "of"), None) or noun
    return noun


def _marks_condition(token: Token, scope: Scope) -> bool:
    """Whether it is the "that" of "said that if": the line puts the condition last."""
    following = scope.sentence.tokens[min(token.index + 1, len(scope.sentence.tokens) - 1)]
    return token.dep == "mark" and token.lemma == "that" and following.lemma in CONDITIONS


def _stranded(verb: Token) -> Token | None:
    """The preposition that a relative clause leaves without its noun: "a danger she warned about"."""
    return next(
        (part for part in verb.children if part.dep == "prep" and not part.children and part.index == verb.index + 1),
        None,
    )


def _sharing(verb: Token) -> list[Token]:
    """The "and threatening" of "a woman he was stalking and threatening", which has the same object."""
    link, second = verb.child("cc"), verb.child("conj")
    if link is None or second is None or (link.index, second.index) != (verb.index + 1, verb.index + 2):
        return []
    doing = second.is_verb or second.word.endswith("ing")
    return [link, second] if doing and not second.children else []


def _with_whom(verb: Token, scope: Scope, naming: Wording) -> str:
    """The noun before a relative clause with the preposition it has there: "whom the mayor met with"."""
    if verb.dep != "relcl" or not verb.head.is_noun:
        return ""
    link = next((part for part in verb.children if part.dep == "prep" and part.index < verb.index), None)
    pronoun = link.child("pobj") if link is not None else None
    if link is None or pronoun is None or pronoun.tag not in ("WP", "WDT") or verb.head.lemma in _MANNERS:
        return ""
    noun = content(with_commas(branch(verb.head, scope, without=verb), scope), naming).removeprefix(": ")
    return f"{link.word.lower()} {noun}" if len(noun.split()) <= _SHORT else ""

"""Mending: places where the small grammar model predictably hangs a branch from the wrong word of news prose.

Each repair needs marks in the words themselves (a comma, an auxiliary, an inverted "said"), so that a right tree is
left alone. They are made before anything reads the tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.syntax import Token

_NAMING = frozenset("declare consider call deem find leave keep".split())
_SUBJECTS = ("nsubj", "nsubjpass")
_TELLING = frozenset("tell say warn announce inform add claim argue".split())
_TOLD_TO = frozenset("tell write warn inform assure remind notify".split())
_SAYING = frozenset("say add claim argue announce".split())
_DONE_TO = frozenset(
    """abduct acquit annul appoint approve ban bar cancel capture charge confirm convict declare demolish deport
    destroy detain dismiss disqualify elect evacuate evict execute exonerate expel extradite fine free
    hospitalize hospitalise imprison inspect jail kidnap kill modernize modernise nationalise nationalize name
    nominate overturn pardon postpone promote publish question ratify readmit reappoint rebuild reelect re-elect
    reinstate release rename renovate repaint repair replace rescue restore revoke sack scrap scrutinise
    sentence suspend torture treat unveil wound""".split()
)


def mend(tokens: Sequence[Token]) -> None:
    """Repair one sentence in place."""
    for token in tokens:
        _lift_helper(token)
        _give_back_clause(token, tokens)
        _give_back_subject(token, tokens)
        _join_title(token)
        _join_subjects(token, tokens)
        _name_holder(token)
        _hang_relative(token, tokens)
        _hang_content(token)
        _set_aside(token, tokens)
        _fill_preposition(token, tokens)
        _open_content(token, tokens)
        _swap_speakers(token, tokens)
        _name_town(token, tokens)
    for token in tokens:
        if token.dep == "conj":
            _join_to_noun(token, tokens)
            _join_to_speaker(token, tokens)
            _join_to_finite(token)
            _join_passive(token)


def _give_back_clause(verb: Token, tokens: Sequence[Token]) -> None:
    """ "A bus carrying pilgrims hit a wall, killing two, police said": what looks like an aside is the news."""
    speaker = verb.child("nsubj") if verb.is_root and verb.tag == "VBD" and verb.child("ccomp") is None else None
    nouns = [part for part in verb.children if part.dep in (*_SUBJECTS, "dep")]
    speakers = [part for part in nouns if part.dep == "nsubj" and part.subtree()[-1].index + 1 == verb.index]
    noun = nouns[0] if speaker is not None and nouns and nouns[0].is_noun else None
    if noun is None or not speakers or speakers[0] is noun or tokens[speakers[0].subtree()[0].index - 1].word != ",":
        return
    told = next((part for part in noun.subtree() if part.dep == "acl" and _is_finite(part)), None)
    if told is None:
        return
    later = [part for part in noun.children if part.index > told.index and part is not told]
    told.dep, told.tag, noun.dep = "ccomp", "VBD", "nsubj"
    _move(told, verb)
    _move(noun, told)
    for part in later:
        part.dep = "advcl" if part.dep == "acl" else part.dep
        _move(part, told)


def _is_finite(verb: Token) -> bool:
    """Whether an "-ed" form after a noun tells what that did: it has an object, or no other form looks like it."""
    helped = verb.child("aux", "auxpass", "agent", *_SUBJECTS) is not None
    return not helped and (verb.tag == "VBD" or (verb.tag == "VBN" and verb.child("dobj") is not None))


def _give_back_subject(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The plan, said Ms Sadykova, is ready": she said it, and the plan is ready."""
    inner, outer = verb.child("ccomp"), verb.child("nsubj")
    if inner is None or outer is None or not verb.is_root or not 0 < verb.index < inner.index:
        return
    speaker = inner.child(*_SUBJECTS)
    if speaker is None or outer.index > verb.index or tokens[verb.index - 1].word != ",":
        return
    reach = [part.index for part in speaker.subtree()]
    last = reach[-1] if tokens[reach[-1]].word == "," else reach[-1] + 1
    if reach[0] != verb.index + 1 or last >= len(tokens) or tokens[last].word != ",":
        return
    outer.dep, speaker.dep = speaker.dep, "nsubj"
    _move(outer, inner)
    _move(speaker, verb)


def _join_title(verb: Token) -> None:
    """ "Ministers Sadykova and Orozov met": two subjects side by side are a title and its names."""
    subjects = [part for part in verb.children if part.dep in _SUBJECTS and part.index < verb.index]
    if len(subjects) != 2 or subjects[0].tag not in ("NNS", "NN") or not subjects[1].is_name:
        return
    title, name = subjects
    if title.subtree()[-1].index + 1 == name.subtree()[0].index:
        title.dep = "compound"
        _move(title, name)


def _lift_helper(helper: Token) -> None:
    """ "Has been offset": what the parser hangs from "been" belongs to "offset"."""
    if helper.dep not in ("aux", "auxpass") or not helper.head.is_verb:
        return
    for part in [part for part in helper.children if part.dep in ("aux", *_SUBJECTS) and part.index < helper.index]:
        _move(part, helper.head)


def _join_subjects(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The sale of low-yield, high-cost mines was": a second subject right after a comma goes on with the first."""
    subjects = [part for part in verb.children if part.dep in _SUBJECTS and part.index < verb.index]
    if len(subjects) != 2 or not all(part.is_noun for part in subjects) or subjects[1].is_name:
        return
    first, second = subjects[0].subtree(), subjects[1].subtree()
    adjoins = first[-1].index + 2 == second[0].index and tokens[first[-1].index + 1].word == ","
    hyphenated = first[-1].index > 0 and tokens[first[-1].index - 1].word == "-"
    if adjoins and hyphenated:
        subjects[1].dep = "conj"
        _move(subjects[1], first[-1])


def _name_holder(name: Token) -> None:
    """ "The mayor of Osh, Aida Sadykova, resigned": the name is the mayor's, not the town's."""
    place = name.head
    if name.dep != "appos" or not name.is_name or not place.is_name or name.child("compound") is None:
        return
    holder = place.head.head
    if place.dep == "pobj" and place.head.lemma == "of" and holder.tag == "NN" and name.index > place.index:
        _move(name, holder)


def _hang_relative(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Clashes which, they say, were begun by": a clause that opens with "which" belongs to the noun before it."""
    subject = verb.child(*_SUBJECTS)
    if verb.dep != "ccomp" or subject is None or subject.tag != "WDT" or subject.index == 0:
        return
    noun = tokens[subject.index - 1]
    if noun.is_noun and noun not in verb.subtree():
        verb.dep = "relcl"
        _move(verb, noun)


def _hang_content(verb: Token) -> None:
    """ "Told analysts on a call that sales fell": a clause with "that" and a subject is what was told, not the call."""
    mark = verb.child("mark")
    if verb.dep != "relcl" or mark is None or mark.lemma != "that" or verb.child(*_SUBJECTS) is None:
        return
    teller = next((part for part in verb.head.ancestors() if part.is_verb), None)
    if verb.head.dep == "dobj" and teller is verb.head.head and teller.lemma in _TOLD_TO:
        verb.dep = "ccomp"  # "wrote Osh Motors that it would sell"
        _move(verb, teller)
        return
    between = verb.head.head.dep == "prep" and teller is not None and verb.head.head.head is teller
    if teller is not None and between and teller.lemma in _TELLING and teller.child("ccomp", "auxpass") is None:
        verb.dep = "ccomp"
        _move(verb, teller)


def _set_aside(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Killing 16 people, among them 11 foreigners": the second object tells who the first were."""
    first = noun.head.child("dobj")
    opening = noun.child("prep")
    if noun.dep != "dobj" or first is None or first is noun or opening is None or opening.lemma != "among":
        return
    if 0 < opening.index < noun.index and tokens[opening.index - 1].word == ",":
        noun.dep = "appos"
        _move(noun, first)


def _fill_preposition(token: Token, tokens: Sequence[Token]) -> None:
    """ "Their relations since the breakup have been": a second subject right after a bare preposition is its noun."""
    if token.dep != "prep" or token.tag != "IN" or token.children or token.head.dep not in _SUBJECTS:
        return
    verb = token.head.head
    nouns = [part for part in verb.children if part.dep in _SUBJECTS and token.index < part.index < verb.index]
    if nouns and nouns[0].is_noun and nouns[0].subtree()[0].index == token.index + 1:
        nouns[0].dep = "pobj"
        _move(nouns[0], token)


def _open_content(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Said the purchase, rejected by the court, was aimed at": what follows "said" is the subject of what is said."""
    noun, content = verb.child("dobj"), verb.child("ccomp")
    if verb.lemma not in _SAYING or noun is None or content is None or not verb.index < noun.index < content.index:
        return
    finite = content.tag in ("VBD", "VBZ", "VBP") or content.child("aux", "auxpass") is not None
    bare = content.child(*_SUBJECTS, "mark", "expl") is None
    helper = content.child("aux", "auxpass")
    if not finite or not bare or (helper is not None and helper.tag == "TO"):
        return
    noun.dep = "nsubjpass" if content.child("auxpass") is not None else "nsubj"
    _move(noun, content)


def _swap_speakers(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Aida Sadykova, the mayor, said the sale of ... has been stopped": she said it; the parser has them crossed."""
    inner, outer = verb.child("ccomp"), verb.child("nsubj")
    if inner is None or outer is None or verb.lemma not in _SAYING or not verb.index < outer.index < inner.index:
        return
    speaker = inner.child(*_SUBJECTS)
    crossed = speaker is not None and speaker.is_name and speaker.index < verb.index and not outer.is_name
    if speaker is None or not crossed or tokens[verb.index + 1].word == ",":
        return
    outer.dep, speaker.dep = speaker.dep, "nsubj"
    _move(outer, inner)
    _move(speaker, verb)
    _join_subjects(inner, tokens)


def _name_town(noun: Token, tokens: Sequence[Token]) -> None:
    """ "The Batken, Tenn. dairy concern": the town and its state stand before the noun; it is no apposition to them."""
    town, first = noun.head, noun.subtree()[0]
    led = town.is_name and town.child("det") is not None and noun.dep == "appos" and noun.tag in ("NN", "NNS")
    if not led or first.index < 2 or not (first.is_name and first.word.endswith(".")):
        return
    if first is noun or tokens[first.index - 1].word != "," or tokens[first.index - 2] is not town or town.is_root:
        return
    noun.dep, town.dep = town.dep, "nmod"
    _move(noun, town.head)
    for part in [part for part in town.children if part.dep == "det"]:
        _move(part, noun)
    _move(town, noun)


def _join_to_noun(token: Token, tokens: Sequence[Token]) -> None:
    """ "Ghana, which borders it, and Togo": a noun is not joined to the verb of an aside but to the noun before it."""
    verb = token.head
    if not token.is_noun or verb.dep not in ("relcl", "acl") or not verb.is_verb or verb.head.is_verb:
        return
    link = next((part for part in verb.children if part.dep == "cc" and part.index < token.index), None)
    if link is None or tokens[link.index - 1].word != ",":
        return
    noun = verb.head
    _move(token, noun)
    _move(link, noun)


def _join_to_speaker(token: Token, tokens: Sequence[Token]) -> None:
    """ "Said that ten had been killed, and accused the army": who said it also accused."""
    inner = token.head
    if token.tag != "VBD" or inner.dep != "ccomp" or inner.tag != "VBN" or inner.index > token.index:
        return
    if token.child(*_SUBJECTS, "aux", "auxpass") is not None or inner.child("aux", "auxpass") is None:
        return
    link = next((part for part in reversed(inner.children) if part.dep == "cc" and part.index < token.index), None)
    if link is None or tokens[link.index - 1].word != ",":
        return
    _move(token, inner.head)
    _move(link, inner.head)


def _join_to_finite(token: Token) -> None:
    """ "Tried to flee and failed": what stands in the past is joined to the verb in the past, not to "flee"."""
    inner = token.head
    if token.tag != "VBD" or inner.index > token.index or not inner.is_verb or not inner.head.is_verb:
        return
    alone = token.child(*_SUBJECTS, "aux", "auxpass") is None
    helpers = [part.lemma for part in inner.children if part.dep in ("aux", "auxpass")]
    bare = (inner.tag == "VB" and helpers == ["to"]) or (inner.tag in ("VBG", "VBN") and not helpers)
    small = inner.dep == "ccomp" and inner.head.lemma in _NAMING and inner.child("mark", "aux") is None
    bare = bare or (small and inner.tag == "VBD")  # "declared the border settled and offered"
    if not alone or not bare or inner.dep == "conj" or (inner.tag == "VBN" and token.child("dobj") is None):
        return
    link = next((part for part in reversed(inner.children) if part.dep == "cc" and part.index < token.index), None)
    outer = inner.head
    _move(token, outer)
    if link is not None:
        _move(link, outer)


def _join_passive(token: Token) -> None:
    """ "Was arrested and released": what is done to somebody, and has no object here, shares the "was"."""
    first = token.head
    if token.tag != "VBD" or first.tag != "VBN" or first.index > token.index or first.child("auxpass") is None:
        return
    of = any(part.dep == "prep" and part.lemma == "of" for part in token.children)  # "approved of it"
    if token.lemma in _DONE_TO and not of and token.child(*_SUBJECTS, "aux", "auxpass", "dobj", "ccomp") is None:
        token.tag = "VBN"


def _move(token: Token, head: Token) -> None:
    """Hang a branch from another word."""
    token.head.children.remove(token)
    token.head = head
    head.children.append(token)
    head.children.sort(key=lambda child: child.index)

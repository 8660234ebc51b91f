"""Mending: places where the small grammar model predictably hangs a branch from the wrong word of news prose.

Each repair needs marks in the words themselves (a comma, an auxiliary, an inverted "said"), so that a right tree is
left alone. They are made before anything reads the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.mending_accounts import (
    find_content,
    free_weekday,
    hang_announced,
    hang_briefing,
    hang_issued,
    hang_said,
    join_all,
    join_both,
    join_prospect,
    lower_toll,
    open_predicted,
    open_with_source,
    part_dated,
    part_subjects,
    raise_beside_account,
    set_teller_aside,
)
from viz.parsers.events.mending_clauses import (
    find_doing,
    find_verb,
    free_day,
    free_goal,
    give_example,
    give_second_subject,
    give_subject,
    hang_day,
    hang_occasion,
    hang_whom,
    join_magnitude,
    join_victims,
    lend_helper,
    lend_participle,
    lend_subject,
    name_based,
    part_day,
    raise_main,
    raise_verb,
    read_participle,
    read_past,
)
from viz.parsers.events.mending_joins import (
    free_active,
    give_joined_subject,
    hang_others,
    join_amounts,
    join_list,
    join_passive,
    join_price,
    join_to_finite,
    join_to_noun,
    lower_order,
    raise_order,
)
from viz.parsers.events.mending_names import (
    join_title,
    keep_right,
    name_first,
    name_holder,
    name_town,
)
from viz.parsers.events.mending_nouns import (
    free_relative,
    give_object,
    hang_cause,
    hang_change,
    hang_claim,
    hang_doing,
    hang_toll,
    hang_who,
    join_share,
    join_to_content,
    join_to_doing,
    join_to_main,
    lend_back,
    lower_clause,
    name_holder_of,
    name_source,
    open_near,
    open_time,
    open_with_company,
    open_with_place,
    raise_told,
    read_denied_act,
    read_second_verb,
)
from viz.parsers.events.mending_speech import (
    free_mark,
    free_that,
    give_back_clause,
    give_back_offence,
    give_back_subject,
    give_back_verdict,
    hand_over_content,
    hang_behind_speaker,
    hang_charge,
    hang_content,
    hang_relative,
    hang_request,
    hang_which,
    join_accounts,
    join_subjects,
    join_to_speaker,
    open_content,
    open_second,
    raise_believed,
    raise_content,
    read_estimate,
    swap_speakers,
)
from viz.parsers.events.syntax import FINITE, SUBJECTS, Token, move, uproot

Repair = Callable[[Token, Sequence[Token]], None]
"""Mends the branch of one word of a sentence, given with all its words."""

_OPENING = frozenset("as since after before until".split())


def mend(tokens: Sequence[Token]) -> None:
    """Repair one sentence in place."""
    for token in tokens:
        give_subject(token, tokens)
        for repair in _OF_BRANCHES if token.children else _OF_LEAVES:
            repair(token, tokens)
    for token in tokens:
        if token.dep == "conj":
            for repair in _OF_JOINED:
                repair(token, tokens)


def _find_main(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The plan, adopted in May, is for": a "-ed" form after a comma is an aside, what has no subject the verb."""
    subject = verb.child(*SUBJECTS)
    if not verb.is_root or verb.tag not in ("VBD", "VBN") or subject is None or tokens[verb.index - 1].word != ",":
        return
    if subject.index > verb.index or verb.child("aux", "auxpass", "dobj", "cc") is not None:
        return
    later = (part for part in verb.children if part.index > verb.index and part.dep in ("conj", "ccomp"))
    main = next((part for part in later if part.tag in FINITE), None)
    if main is None or tokens[main.index - 1].word != "," or main.child(*SUBJECTS, "aux", "auxpass") is not None:
        return
    uproot(main)
    for part in [part for part in verb.children if part.index < verb.index - 1 or part.index > main.index]:
        move(part, main)
    verb.dep, verb.tag, subject.dep = "acl", "VBN", "nsubj"
    move(verb, subject)


def _open_clause(mark: Token, tokens: Sequence[Token]) -> None:
    """ "Fell as the embargo on oil went on", "since the union, a body of herders, began": these are clauses."""
    if mark.dep != "prep" or mark.lemma not in _OPENING or len(mark.children) > 1:
        return
    noun, governor = mark.child("pobj"), next((part for part in mark.ancestors() if part.is_verb), None)
    if noun is None or governor is None:
        return
    words = noun.subtree()
    following = words[-1].index + 1
    verb = tokens[following] if following < len(tokens) else mark
    if verb.tag not in FINITE or verb.child(*SUBJECTS, "expl") is not None or verb.is_root:
        return
    apposed = noun.child("appos") is not None and words[-1].word == ","
    listed = any(part.word == "," for part in words) and not apposed
    month = noun.word.lower() in lexicon().calendar  # "held since January was freed"
    if verb in mark.ancestors() or mark.index < governor.index or listed or month:
        return
    move(verb, governor)
    move(noun, verb)
    move(mark, verb)
    verb.dep, noun.dep, mark.dep = "advcl", "nsubj", "mark"


def _fill_count(token: Token, tokens: Sequence[Token]) -> None:
    """ "Were caught, 133 of them as a result of tips": what follows the count is told of the counted only."""
    counted = token.tag == "CD" and token.dep == "npadvmod" and token.head.is_verb
    if not counted or token.index == 0 or tokens[token.index - 1].word != ",":
        return
    last = token.subtree()[-1].index
    beside = [part for part in token.head.children if part.dep == "prep" and part.index == last + 1]
    if last > token.index and beside:
        move(beside[0], token)


def _lift_helper(helper: Token, tokens: Sequence[Token]) -> None:
    """ "Has been offset": what the parser hangs from "been" belongs to "offset"."""
    if helper.dep not in ("aux", "auxpass") or not helper.head.is_verb:
        return
    for part in [part for part in helper.children if part.dep in ("aux", *SUBJECTS) and part.index < helper.index]:
        move(part, helper.head)


def _set_aside(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Killing 16 people, among them 11 foreigners": the second object tells who the first were."""
    first = noun.head.child("dobj")
    opening = noun.child("prep")
    if noun.dep != "dobj" or first is None or first is noun or opening is None or opening.lemma != "among":
        return
    if 0 < opening.index < noun.index and tokens[opening.index - 1].word == ",":
        noun.dep = "appos"
        move(noun, first)


def _fill_preposition(token: Token, tokens: Sequence[Token]) -> None:
    """ "Their relations since the breakup have been": a second subject right after a bare preposition is its noun."""
    if token.dep != "prep" or token.tag != "IN" or token.children or token.head.dep not in SUBJECTS:
        return
    verb = token.head.head
    nouns = [part for part in verb.children if part.dep in SUBJECTS and token.index < part.index < verb.index]
    if nouns and nouns[0].is_noun and nouns[0].subtree()[0].index == token.index + 1:
        nouns[0].dep = "pobj"
        move(nouns[0], token)


_OF_LEAVES: Sequence[Repair] = (
    _fill_preposition,
    open_near,
    part_day,
    open_second,
    read_denied_act,
    read_second_verb,
    free_mark,
    free_that,
    give_example,
    lend_helper,
    open_with_company,
)
"""Repairs of words with nothing below them, which most are."""
_OF_BRANCHES: Sequence[Repair] = (
    find_verb,
    find_doing,
    raise_told,
    raise_verb,
    free_day,
    free_goal,
    raise_main,
    lower_clause,
    give_object,
    lend_back,
    read_participle,
    read_past,
    _lift_helper,
    give_back_clause,
    _find_main,
    _open_clause,
    _fill_count,
    give_back_subject,
    hang_charge,
    join_title,
    join_subjects,
    name_holder,
    hand_over_content,
    hang_relative,
    hang_content,
    join_accounts,
    raise_content,
    _set_aside,
    open_content,
    swap_speakers,
    name_town,
    name_based,
    hang_whom,
    hang_day,
    hang_claim,
    hang_cause,
    open_time,
    name_holder_of,
    open_with_place,
    hang_toll,
    hang_who,
    join_magnitude,
    hang_occasion,
    hang_behind_speaker,
    hang_which,
    read_estimate,
    lend_participle,
    give_back_offence,
    name_source,
    hang_doing,
    hang_change,
    join_share,
    hang_others,
    free_relative,
    hang_request,
    join_amounts,
    join_list,
    set_teller_aside,
    raise_beside_account,
    hang_announced,
    lower_toll,
    free_weekday,
    name_first,
    open_with_source,
    part_subjects,
    keep_right,
    find_content,
    part_dated,
    open_predicted,
    hang_briefing,
    join_both,
    join_all,
    hang_said,
    hang_issued,
)
"""Repairs of words with others below them, in this order."""
_OF_JOINED: Sequence[Repair] = (
    raise_order,
    lower_order,
    join_price,
    join_to_doing,
    give_second_subject,
    join_victims,
    lend_subject,
    join_to_noun,
    join_to_speaker,
    give_back_verdict,
    join_to_main,
    join_to_content,
    join_to_finite,
    join_passive,
    free_active,
    raise_believed,
    give_joined_subject,
    join_prospect,
)
"""Repairs of what "and" joins, when all else is done."""

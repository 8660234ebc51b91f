"""Mending: places where the small grammar model predictably hangs a branch from the wrong word of news prose.

Each repair needs marks in the words themselves (a comma, an auxiliary, an inverted "said"), so that a right tree is
left alone. They are made before anything reads the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from viz.parsers.events import mending_accounts as accounts
from viz.parsers.events import mending_asides as asides
from viz.parsers.events import mending_clauses as clauses
from viz.parsers.events import mending_joins as joins
from viz.parsers.events import mending_lists as lists
from viz.parsers.events import mending_names as names
from viz.parsers.events import mending_nouns as nouns
from viz.parsers.events import mending_speech as speech
from viz.parsers.events import mending_subjects as subjects
from viz.parsers.events import mending_words as words
from viz.parsers.events.brackets import DASHES
from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import FINITE, SUBJECTS, Token, move, uproot

Repair = Callable[[Token, Sequence[Token]], None]
"""Mends the branch of one word of a sentence, given with all its words."""

_OPENING = frozenset("as since after before until".split())


def mend(tokens: Sequence[Token]) -> None:
    """Repair one sentence in place."""
    for token in tokens:
        clauses.give_subject(token, tokens)
        for labels, repair in _OF_BRANCHES if token.children else _OF_LEAVES:
            if not labels or token.dep in labels:
                repair(token, tokens)
    for token in tokens:
        if token.dep == "conj":
            for repair in _OF_JOINED:
                repair(token, tokens)


def _table(*repairs: tuple[str, Repair]) -> Sequence[tuple[frozenset[str], Repair]]:
    """Repairs with the labels of the words they look at, none for words of any."""
    return [(frozenset(labels.split()), repair) for labels, repair in repairs]


def _find_main(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The plan, adopted in May, is for": a "-ed" form after a comma is an aside, what has no subject the verb."""
    subject = verb.child(*SUBJECTS)
    if not verb.is_root or verb.tag not in ("VBD", "VBN") or subject is None or tokens[verb.index - 1].word != ",":
        return
    linked = any(part.dep == "cc" and part.index > verb.index for part in verb.children)
    if subject.index > verb.index or linked or verb.child("aux", "auxpass", "dobj") is not None:
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
    if following < len(tokens) and tokens[following].word in DASHES and any(part.word in DASHES for part in words):
        following += 1  # "since speculators -- including Orozov -- surfaced"
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
    for part in list(helper.children):
        if part.dep == "neg" or (part.dep in ("aux", *SUBJECTS) and part.index < helper.index):
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


_OF_BOTH: Sequence[tuple[str, Repair]] = (
    ("conj dobj npadvmod appos", lists.name_division),
    ("pobj dobj", lists.join_adjectives),
    ("advcl ccomp conj", asides.leave_so),
    ("advcl", lists.join_or),
    ("npadvmod conj", lists.free_but_also),
    ("pobj", asides.read_verifying),
    ("amod", subjects.read_estimated),
    ("amod", subjects.read_affected),
    ("conj dep", lists.join_penalty),
    ("nsubj nsubjpass", words.join_year),
)
"""Repairs of words with or without others below them."""
_OF_LEAVES = _table(
    ("prep", _fill_preposition),
    ("compound", nouns.open_near),
    ("compound", clauses.part_day),
    ("det", speech.open_second),
    ("amod", nouns.read_denied_act),
    ("", nouns.read_second_verb),
    ("mark", speech.free_mark),
    ("det", speech.free_that),
    ("mark", clauses.give_example),
    ("mark prep", asides.give_conditions),
    ("", clauses.lend_helper),
    ("prep", nouns.open_with_company),
    ("mark", asides.free_measure),
    ("aux", asides.raise_lexical),
    ("nsubj", subjects.spread_each),
    ("auxpass", subjects.read_has),
    ("prep", lists.open_bare),
    ("prep", lists.fill_before_comma),
    *_OF_BOTH,
    ("mark", words.free_for),
    ("amod", words.free_state),
    ("advmod", words.join_later),
)
"""Repairs of words with nothing below them, which most are."""
_OF_BRANCHES = _table(
    ("ROOT", clauses.find_verb),
    ("acl", clauses.find_doing),
    ("ccomp", nouns.raise_told),
    ("ROOT", clauses.raise_verb),
    ("nsubj nsubjpass", clauses.free_day),
    ("", clauses.free_goal),
    ("ROOT", clauses.raise_main),
    ("ROOT", nouns.lower_clause),
    ("advcl", nouns.give_object),
    ("", nouns.lend_back),
    ("advcl", clauses.read_participle),
    ("ROOT", clauses.read_past),
    ("aux auxpass", _lift_helper),
    ("ROOT", speech.give_back_clause),
    ("ROOT", _find_main),
    ("prep", _open_clause),
    ("npadvmod", _fill_count),
    ("ROOT", speech.give_back_subject),
    ("dobj", speech.hang_charge),
    ("", names.join_title),
    ("", speech.join_subjects),
    ("appos", names.name_holder),
    ("ccomp", speech.hand_over_content),
    ("ccomp", speech.hang_relative),
    ("relcl", speech.hang_content),
    ("", speech.join_accounts),
    ("", speech.raise_content),
    ("dobj", _set_aside),
    ("", speech.open_content),
    ("", speech.swap_speakers),
    ("appos", names.name_town),
    ("appos", clauses.name_based),
    ("relcl", clauses.hang_whom),
    ("prep", clauses.hang_day),
    ("acl", nouns.hang_claim),
    ("acl", nouns.hang_cause),
    ("relcl acl", nouns.open_time),
    ("csubj", nouns.name_holder_of),
    ("appos", nouns.open_with_place),
    ("advcl", nouns.hang_toll),
    ("relcl", nouns.hang_who),
    ("pobj", clauses.join_magnitude),
    ("relcl", clauses.hang_occasion),
    ("prep", speech.hang_behind_speaker),
    ("relcl", speech.hang_which),
    ("nsubj", speech.read_estimate),
    ("csubj", clauses.lend_participle),
    ("prep", speech.give_back_offence),
    ("nsubj nsubjpass", nouns.name_source),
    ("acl", nouns.hang_doing),
    ("", nouns.hang_change),
    ("prep", nouns.join_share),
    ("prep", words.free_fronted),
    ("pcomp", words.read_neighbouring),
    ("relcl", joins.hang_others),
    ("relcl", nouns.free_relative),
    ("acl", speech.hang_request),
    ("dobj", joins.join_amounts),
    ("nsubj nsubjpass", joins.join_list),
    ("conj", accounts.set_teller_aside),
    ("advcl", accounts.raise_beside_account),
    ("advcl", accounts.hang_announced),
    ("advcl", accounts.lower_toll),
    ("nmod compound", accounts.free_weekday),
    ("advmod", names.name_first),
    ("appos", accounts.open_with_source),
    ("ROOT", accounts.part_subjects),
    ("appos", names.keep_right),
    ("ccomp", accounts.find_content),
    ("pobj", accounts.part_dated),
    ("prep", accounts.hang_briefing),
    ("nsubj nsubjpass", accounts.join_both),
    ("nsubj nsubjpass", accounts.join_all),
    ("relcl", accounts.hang_said),
    ("advcl", accounts.hang_issued),
    ("pobj dobj conj", asides.name_dated),
    ("dobj", asides.set_dashed_aside),
    ("ROOT ccomp", asides.set_exclamation_aside),
    ("ccomp conj", asides.free_from_aside),
    ("dep", lists.lead_list),
    ("pcomp", lists.part_as),
    ("advcl", lists.lend_finder),
    ("conj", asides.give_second_object),
    ("ccomp relcl", asides.hang_dashed_who),
    ("advcl", asides.hang_aged),
    ("ccomp", asides.let_begin),
    ("dobj", asides.set_many_aside),
    ("conj", asides.set_calling_aside),
    ("pobj", asides.open_as),
    ("mark", asides.open_dawn),
    ("ccomp", asides.hang_charges),
    ("prep advcl acl conj ccomp", subjects.open_provided),
    ("acl relcl ccomp conj pcomp", subjects.take_object),
    *_OF_BOTH,
    ("ccomp advcl", subjects.find_speaker),
    ("dep ccomp conj", subjects.raise_past_aside),
    ("ccomp", subjects.part_acquired),
    ("nsubj nsubjpass", subjects.join_died),
    ("ccomp advcl", subjects.raise_conditioned),
    ("ccomp", subjects.raise_cleft),
    ("ccomp", subjects.join_second_content),
    ("advmod", subjects.name_first_aged),
    ("advcl ccomp csubj", subjects.part_reduced),
    ("nsubj nsubjpass", subjects.name_resident),
    ("prep", lists.hang_described),
    ("prep", asides.give_conditions),
    ("conj", lists.read_listed_verb),
    ("dobj nsubjpass nsubj", words.free_length),
    ("conj", words.read_accused),
    ("acl relcl", words.hang_attempt),
    ("prep", words.free_goal_from_aside),
    ("prep", words.free_figure),
    ("prep", words.read_infinitive),
    ("prep conj", words.join_manner),
    ("ccomp", words.hang_declared),
    ("ROOT", words.read_title),
    ("ROOT", words.hang_second_root),
    ("nsubj nsubjpass", words.hang_victim),
    ("appos", words.free_verdict),
    ("ROOT", words.raise_helped),
    ("ROOT", words.open_repeated),
    ("acl", words.open_claimed),
    ("conj", words.lend_joined),
)
"""Repairs of words with others below them, in this order."""
_OF_JOINED: Sequence[Repair] = (
    joins.raise_order,
    joins.lower_order,
    joins.join_price,
    nouns.join_to_doing,
    clauses.give_second_subject,
    clauses.join_victims,
    clauses.lend_subject,
    joins.join_to_noun,
    speech.join_to_speaker,
    speech.give_back_verdict,
    nouns.join_to_main,
    nouns.join_to_content,
    joins.join_to_finite,
    joins.join_passive,
    joins.free_active,
    speech.raise_believed,
    joins.give_joined_subject,
    accounts.join_prospect,
    lists.join_beside_which,
    asides.join_between_dashes,
)
"""Repairs of what "and" joins, when all else is done."""

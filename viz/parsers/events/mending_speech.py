"""Mending who says what: speakers and what they say, which the grammar model crosses or runs together."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.syntax import FINITE, SUBJECTS, Token, joining_word, move, move_joined, subject_label, uproot

CHARGES = frozenset("charge claim allegation accusation assertion suggestion".split())
DENIALS = frozenset("deny reject dispute refute".split())
_TELLING = frozenset("tell say warn announce inform add claim argue".split())
_TOLD_TO = frozenset("tell write warn inform assure remind notify".split())
_REPORTING = frozenset("say report announce claim believe think predict know".split())
_PERSONAL = frozenset(
    """criticise criticize accuse urge condemn deny reject warn demand blame praise vow promise pledge decline order
    sentence fine award acquit dismiss""".split()
)
_RULING = frozenset("rule find decide hold conclude".split())
_SAYING = frozenset("say add claim argue announce".split())
_OCCASIONS = frozenset(
    """interview statement letter report speech conference remark testimony broadcast address memo memorandum briefing
    message article filing release hearing""".split()
)
_ESTIMATING = frozenset("estimates claims reports plans hopes fears demands".split())
_ACCUSED = frozenset("accuse convict suspect acquit".split())

_LETTERS = frozenset("letter message note memo petition telegram statement".split())
_REQUESTING = frozenset("ask urge demand request beg call plead".split())


def give_back_clause(verb: Token, tokens: Sequence[Token]) -> None:
    """ "A bus carrying pilgrims hit a wall, killing two, police said": what looks like an aside is the news."""
    if not verb.is_root or verb.tag != "VBD" or verb.child("ccomp") is not None:
        return
    speaker = verb.child("nsubj")
    nouns = [part for part in verb.children if part.dep in (*SUBJECTS, "dep")]
    speakers = [part for part in nouns if part.dep == "nsubj" and part.subtree()[-1].index + 1 == verb.index]
    noun = nouns[0] if speaker is not None and nouns and nouns[0].is_noun else None
    if noun is None or not speakers or speakers[0] is noun or tokens[speakers[0].subtree()[0].index - 1].word != ",":
        return
    told = next((part for part in noun.subtree() if part.dep == "acl" and _is_finite(part)), None)
    if told is None:
        return
    later = [part for part in noun.children if part.index > told.index and part is not told]
    told.dep, told.tag, noun.dep = "ccomp", "VBD", "nsubj"
    move(told, verb)
    move(noun, told)
    for part in later:
        part.dep = "advcl" if part.dep == "acl" else part.dep
        move(part, told)


def _is_finite(verb: Token) -> bool:
    """Whether an "-ed" form after a noun tells what that did: it has an object, or no other form looks like it."""
    helped = verb.child("aux", "auxpass", "agent", *SUBJECTS) is not None
    return not helped and (verb.tag == "VBD" or (verb.tag == "VBN" and verb.child("dobj") is not None))


def hang_charge(charge: Token, tokens: Sequence[Token]) -> None:
    """ "He filed a paper saying they stole it, a charge they denied": they deny the charge and not what was filed."""
    denial = charge.head
    if charge.dep != "dobj" or charge.lemma not in CHARGES or denial.lemma not in DENIALS or not denial.is_root:
        return
    main, article = denial.child("ccomp"), charge.child("det")
    if main is None or article is None or not main.index < article.index < denial.index:
        return
    if article.lemma not in ("a", "an") or tokens[article.index - 1].word != ",":
        return
    uproot(main)
    charge.dep, denial.dep = "npadvmod", "relcl"
    move(charge, main)
    move(denial, charge)
    for stop in [part for part in denial.children if part.dep == "punct"]:
        move(stop, main)


def raise_content(verb: Token, tokens: Sequence[Token]) -> None:
    """ "He said the bomb found in Osh was meant for Batken": what was found is told of the bomb, and not by him."""
    contents = [part for part in verb.children if part.dep == "ccomp" and part.index > verb.index]
    if verb.lemma not in _SAYING or len(contents) != 2:
        return
    aside, main = contents
    subject = aside.child(*SUBJECTS)
    bare = aside.tag in ("VBN", "VBD") and aside.child("aux", "auxpass", "mark", "dobj") is None
    finite = main.tag in FINITE or main.child("aux", "auxpass") is not None
    near = subject is not None and subject.index < aside.index
    if not near or not bare or not finite or main.child(*SUBJECTS, "mark", "expl") is not None:
        return
    if subject is None or any(token.word in (",", ";") for token in tokens[subject.index : main.index]):
        return
    aside.dep, aside.tag = "acl", "VBN"
    subject.dep = subject_label(main)
    move(subject, main)
    move(aside, subject)


def open_second(word: Token, tokens: Sequence[Token]) -> None:
    """ "Said there was none and that trade was falling": the second "that" opens a clause, too."""
    noun = word.head
    verb = noun.head
    opens = word.lemma == "that" and word.dep == "det" and noun.dep in SUBJECTS and word is noun.subtree()[0]
    if not opens or word.index == 0 or tokens[word.index - 1].tag != "CC" or verb.dep != "conj":
        return
    content = verb.head
    if content.dep == "ccomp" and content.head.lemma in _REPORTING | _SAYING:
        word.tag, word.dep = "IN", "mark"
        move(word, verb)


def give_back_subject(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The plan, said Ms Sadykova, is ready": she said it, and the plan is ready."""
    inner, outer = verb.child("ccomp"), verb.child("nsubj")
    if inner is None or outer is None or not verb.is_root or not 0 < verb.index < inner.index:
        return
    speaker = inner.child(*SUBJECTS)
    if speaker is None or outer.index > verb.index or tokens[verb.index - 1].word != ",":
        return
    reach = [part.index for part in speaker.subtree()]
    last = reach[-1] if tokens[reach[-1]].word == "," else reach[-1] + 1
    if reach[0] != verb.index + 1 or last >= len(tokens) or tokens[last].word != ",":
        return
    outer.dep, speaker.dep = speaker.dep, "nsubj"
    move(outer, inner)
    move(speaker, verb)


def open_content(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Said the purchase, rejected by the court, was aimed at": what follows "said" is the subject of what is said."""
    noun, content = verb.child("dobj"), verb.child("ccomp")
    if verb.lemma not in _SAYING or noun is None or content is None or not verb.index < noun.index < content.index:
        return
    finite = content.tag in FINITE or content.child("aux", "auxpass") is not None
    bare = content.child(*SUBJECTS, "mark", "expl") is None
    helper = content.child("aux", "auxpass")
    if not finite or not bare or (helper is not None and helper.tag == "TO"):
        return
    noun.dep = subject_label(content)
    move(noun, content)


def swap_speakers(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Aida Sadykova, the mayor, said the sale of ... has been stopped": she said it; the parser has them crossed."""
    inner, outer = verb.child("ccomp"), verb.child("nsubj")
    if inner is None or outer is None or verb.lemma not in _SAYING or not verb.index < outer.index < inner.index:
        return
    speaker = inner.child(*SUBJECTS)
    crossed = speaker is not None and speaker.is_name and speaker.index < verb.index and not outer.is_name
    if speaker is None or not crossed or tokens[verb.index + 1].word == ",":
        return
    outer.dep, speaker.dep = speaker.dep, "nsubj"
    move(outer, inner)
    move(speaker, verb)
    join_subjects(inner, tokens)


def join_subjects(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The sale of low-yield, high-cost mines was": a second subject right after a comma goes on with the first."""
    subjects = [part for part in verb.children if part.dep in SUBJECTS and part.index < verb.index]
    if len(subjects) != 2 or not all(part.is_noun for part in subjects) or subjects[1].is_name:
        return
    first, second = subjects[0].subtree(), subjects[1].subtree()
    adjoins = first[-1].index + 2 == second[0].index and tokens[first[-1].index + 1].word == ","
    hyphenated = first[-1].index > 0 and tokens[first[-1].index - 1].word == "-"
    if adjoins and hyphenated:
        subjects[1].dep = "conj"
        move(subjects[1], first[-1])


def hand_over_content(content: Token, tokens: Sequence[Token]) -> None:
    """ "Announced its plan at the time it reported income rose": what follows "reported" at once is what it reports."""
    if content.dep != "ccomp":
        return
    first = content.subtree()[0].index
    teller = tokens[first - 1] if first > 0 else content
    if teller is content.head or not teller.is_verb or content.child("mark") is not None:
        return
    bare = teller.child("ccomp", "dobj", "auxpass", "xcomp") is None and teller.child(*SUBJECTS) is not None
    if bare and teller.lemma in _REPORTING and teller not in content.subtree() and content.child(*SUBJECTS) is not None:
        move(content, teller)


def hang_relative(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Clashes which, they say, were begun by": a clause that opens with "which" belongs to the noun before it."""
    subject = verb.child(*SUBJECTS)
    if verb.dep != "ccomp" or subject is None or subject.tag != "WDT" or subject.index == 0:
        return
    noun = tokens[subject.index - 1]
    if noun.is_noun and noun not in verb.subtree():
        verb.dep = "relcl"
        move(verb, noun)


def hang_content(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Told analysts on a call that sales fell": a clause with "that" and a subject is what was told, not the call."""
    mark = verb.child("mark")
    if verb.dep != "relcl" or mark is None or mark.lemma != "that" or verb.child(*SUBJECTS) is None:
        return
    teller = next((part for part in verb.head.ancestors() if part.is_verb), None)
    if verb.head.dep == "dobj" and teller is verb.head.head and teller.lemma in _TOLD_TO:
        verb.dep = "ccomp"  # "wrote Osh Motors that it would sell"
        move(verb, teller)
        return
    between = verb.head.head.dep == "prep" and teller is not None and verb.head.head.head is teller
    if teller is not None and between and teller.lemma in _TELLING and teller.child("ccomp", "auxpass") is None:
        verb.dep = "ccomp"
        move(verb, teller)


def join_accounts(verb: Token, tokens: Sequence[Token]) -> None:
    """ "A ferry sank on Tuesday, and ten drowned, police said": the second thing said is joined to the first."""
    told = [part for part in verb.children if part.dep == "ccomp" and part.is_verb and part.index < verb.index]
    if len(told) != 2:
        return
    first, second = told
    link = first.child("cc")
    if link is None or second.tag != first.tag or second.child(*SUBJECTS) is None or second.child("mark") is not None:
        return
    if link.lemma == "and" and first.index < link.index < second.subtree()[0].index:
        second.dep = "conj"
        move(second, first)


def give_back_verdict(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Observers said the vote was fair but criticised the use of state money": they criticised, not the vote."""
    inner = verb.head
    if verb.dep != "conj" or verb.lemma not in _PERSONAL or inner.dep != "ccomp" or inner.lemma != "be":
        return
    told = inner.child("nsubj")
    if verb.child(*SUBJECTS, "aux", "auxpass") is not None or told is None or told.tag not in ("NN", "NNS"):
        return
    if joining_word(verb) is not None and inner.head.lemma in _REPORTING | _RULING:
        move_joined(verb, inner.head)


def join_to_speaker(token: Token, tokens: Sequence[Token]) -> None:
    """ "Said that ten had been killed, and accused the army": who said it also accused."""
    inner = token.head
    if token.tag != "VBD" or inner.dep != "ccomp" or inner.tag != "VBN" or inner.index > token.index:
        return
    if token.child(*SUBJECTS, "aux", "auxpass") is not None or inner.child("aux", "auxpass") is None:
        return
    link = joining_word(token)
    if link is None or tokens[link.index - 1].word != ",":
        return
    move_joined(token, inner.head)


def hang_behind_speaker(link: Token, tokens: Sequence[Token]) -> None:
    """ "Rebels killed nine, the army said, in the worst raid since May": the raid is what is told, not where."""
    verb, noun = link.head, link.child("pobj")
    content = verb.child("ccomp")
    if link.dep != "prep" or noun is None or content is None or not content.index < verb.index < link.index:
        return
    occasion = noun.lemma in _OCCASIONS or noun.lemma.lower() in lexicon().calendar
    if verb.lemma in _REPORTING | _SAYING and not occasion and tokens[link.index - 1].word == ",":
        move(link, content)


def raise_believed(verb: Token, tokens: Sequence[Token]) -> None:
    """ "They doubt that men held in Osh, a town, plan to go": those held plan it, and not those who doubt."""
    if verb.tag not in FINITE or tokens[verb.index - 1].word != "," or verb.child(*SUBJECTS, "expl") is not None:
        return
    above = (part for part in verb.head.subtree() if part.dep == "ccomp" and part.index < verb.index)
    aside = next((part for part in above if part.tag == "VBN" and part.child("mark") is not None), None)
    if aside is None or aside.child("aux", "auxpass", "dobj") is not None:
        return
    subject, mark = aside.child(*SUBJECTS), aside.child("mark")
    if subject is None or mark is None or mark.lemma != "that":
        return
    verb.dep, aside.dep, subject.dep = "ccomp", "acl", "nsubj"
    move(verb, aside.head)
    for part in (mark, subject):
        move(part, verb)
    move(aside, subject)


def read_estimate(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Alga estimates as many as ten may have died": before a second subject a name's "estimates" is a verb."""
    verb, name = noun.head, noun.child("compound")
    if noun.dep != "nsubj" or noun.word not in _ESTIMATING or name is None or not verb.is_root:
        return
    subjects = [part for part in verb.children if part.dep in SUBJECTS and part is not noun]
    if not subjects or subjects[0].subtree()[0].index != noun.index + 1 or not name.word[:1].isupper():
        return
    noun.tag, name.dep, verb.dep = "VBZ", "nsubj", "ccomp"
    uproot(noun)
    move(verb, noun)


def free_mark(mark: Token, tokens: Sequence[Token]) -> None:
    """ "That bacteria tests had failed": the "that" opens the clause, and bacteria are what was tested for."""
    noun = mark.head
    if mark.dep != "mark" or noun.dep not in SUBJECTS or not noun.is_noun or not noun.head.is_verb:
        return
    move(mark, noun.head)
    for part in [part for part in noun.children if part.dep in SUBJECTS and part.index < noun.index]:
        part.dep = "compound"


def hang_which(verb: Token, tokens: Sequence[Token]) -> None:
    """ "A letter sent to Minister Aida Sadykova which claimed": a person is "who", so the letter claimed it."""
    person, subject = verb.head, verb.child(*SUBJECTS)
    if verb.dep != "relcl" or subject is None or subject.lemma != "which" or not person.is_name:
        return
    titled = any(part.dep == "compound" and part.lemma.lower() in lexicon().titles for part in person.children)
    noun = next((above for above in person.ancestors() if above.is_noun and not above.is_name), None)
    if titled and noun is not None:
        move(verb, noun)


def give_back_offence(link: Token, tokens: Sequence[Token]) -> None:
    """ "Was accused in an indictment unsealed on Monday of taking bribes": of that he was accused."""
    aside = link.head
    if link.lemma != "of" or link.dep != "prep" or not aside.is_verb or aside.dep != "acl" or aside.lemma in _ACCUSED:
        return
    verb = next((above for above in aside.ancestors() if above.is_verb), None)
    if verb is None or verb.lemma not in _ACCUSED or link.child("pcomp", "pobj") is None or link.index < verb.index:
        return
    if not any(part.lemma == "of" for part in verb.children):
        move(link, verb)


def hang_request(asking: Token, tokens: Sequence[Token]) -> None:
    """ "Sent a letter to the mayor asking that": who sent it asks."""
    letter = asking.head
    verb = letter.head
    sent = letter.lemma in _LETTERS and letter.dep == "dobj" and verb.is_verb and verb.child("nsubj") is not None
    if asking.dep == "acl" and asking.tag == "VBG" and asking.lemma in _REQUESTING and sent:
        asking.dep = "advcl"
        move(asking, verb)


def free_that(mark: Token, tokens: Sequence[Token]) -> None:
    """ "Indicate that seasonal flu has spread": no flu in particular is meant."""
    noun = mark.head
    verb = noun.head
    content = verb.dep == "ccomp" and noun.dep in SUBJECTS and verb.child("mark") is None
    if mark.lemma == "that" and mark.dep == "det" and content and tokens[mark.index - 1] is verb.head:
        mark.dep, mark.tag = "mark", "IN"
        move(mark, verb)

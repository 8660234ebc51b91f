"""What the tree says of a pronoun: whether it stands for anything, who speaks of it, which name it comes before."""

from __future__ import annotations

from viz.parsers.events.syntax import Token

PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
}
"""The words of each group, by which what they may stand for is kept."""
_EMPTY = frozenset("be seem appear become take remain mean rain snow".split())
_DISPOSED = frozenset(
    """able unable willing unwilling likely unlikely ready eager due set prepared expected supposed free reluctant slow
    quick keen sure certain bound poised anxious happy glad determined entitled committed""".split()
)
_HELD = frozenset(
    """know say report believe think rumor rumour expect hope claim allege estimate suggest announce decide agree
    understand""".split()
)
_SAYING = frozenset("say tell add claim deny admit acknowledge announce insist believe think".split())
_SAYING |= frozenset("know hope fear feel promise vow warn argue recall explain report testify write indicate".split())


def is_empty(token: Token) -> bool:
    """Whether an "it" stands for nothing: "it is unclear whether", "it took days to"."""
    if token.dep == "expl":
        return True
    verb = token.head
    if token.lemma == "it" and token.dep == "nsubj" and verb.lemma == "be" and verb.child("attr") is not None:
        return True  # "it was the worst storm": what it was says the clause, and the last name may be anything
    if token.lemma == "it" and token.dep == "nsubjpass" and verb.lemma in _HELD:
        told = verb.child("ccomp")
        return told is not None and told.index > verb.index  # "it is not yet known how"
    if token.lemma != "it" or verb.lemma not in _EMPTY:
        return False
    state = verb.child("acomp")
    if state is not None and state.child("xcomp") is not None and state.lemma not in _DISPOSED:
        return True  # "it would be irresponsible to"
    content = verb.child("ccomp", "xcomp", "advcl", "csubj")
    due = content is not None and verb.lemma == "be" and content.subtree()[0].index == verb.index + 1
    due = due and content is not None and content.child("auxpass") is not None  # "it is to be funded"
    return content is not None and not due


def is_for_to(token: Token) -> bool:
    """Whether a subject is that of an infinitive: "called for Bakyt to resign"."""
    return any(part.dep == "aux" and part.tag == "TO" for part in token.head.children)


def speaker_of(token: Token) -> Token | None:
    """The subject of the verb of saying or thinking in whose content a pronoun acts or owns what acts."""
    subject = token.head if token.dep == "poss" else token
    verb = subject.head
    content = verb.head if verb.dep == "conj" and verb.head.is_verb else verb
    if subject.dep not in ("nsubj", "nsubjpass") or content.dep != "ccomp" or content.head.lemma not in _SAYING:
        return None
    saying = content.head
    if saying.tag == "VBG" and saying.dep == "advcl" and saying.child("nsubj") is None:
        saying = saying.head  # "said on Monday, adding it would close"
    speaker = saying.child("nsubj")
    if speaker is None or speaker is subject or token.index < speaker.index:
        return None  # "he is on his way, the mayor said": somebody else
    return speaker


def echoed(token: Token) -> Token | None:
    """Who said it of the "it" in "the mayor said a note had come, which it said it would read"."""
    verb = token.head
    saying = verb.head if verb.dep == "ccomp" else verb
    own = saying.child("nsubj")
    if token.dep != "nsubj" or saying.dep != "relcl" or saying.lemma not in _SAYING or own is None or own.lemma != "it":
        return None
    tops = (above for above in saying.ancestors() if above.is_root and above.lemma in _SAYING)
    top = next(tops, None)
    speaker = top.child("nsubj") if top is not None else None
    return speaker if speaker is not None and speaker.is_name and speaker.index < token.index else None


def teller_after(token: Token) -> Token | None:
    """The name that tells what stands before it: "he was arrested, Orozov said": somebody else was."""
    for verb in token.ancestors():
        for telling in (verb, *(part for part in verb.children if part.dep == "parataxis")):
            speaker = telling.child("nsubj")
            if telling.lemma in _SAYING and speaker is not None and speaker.is_name and speaker.index > token.index:
                return speaker
    return None


def doer_of(token: Token) -> Token | None:
    """ "The decision by Aida Orozova to close it suggests that she": who decided."""
    verb = token.head
    if token.dep != "nsubj" or verb.dep not in ("ccomp", "acl") or token.index < verb.head.index:
        return None
    act = verb.head.child("nsubj") if verb.dep == "ccomp" else verb.head
    links = act.children if act is not None and act.tag == "NN" else ()
    doer = next((part.child("pobj") for part in links if part.dep in ("prep", "agent") and part.lemma == "by"), None)
    return doer if doer is not None and doer.is_name else None


def led_by(token: Token) -> Token | None:
    """ "Orozov had been working in Osh when he was abducted": who the sentence is about."""
    clause = token.head
    main = clause.head
    if token.dep not in ("nsubj", "nsubjpass") or clause.dep != "advcl" or clause.index < main.index:
        return None
    mark, subject = clause.child("mark", "advmod"), main.child("nsubj", "nsubjpass")
    timed = mark is not None and mark.lemma in ("when", "while", "after", "before", "as")
    other = main.child("dobj")
    if other is not None and other.is_name:
        return None  # "Orozov dismissed Sadykov after he": either
    return subject if timed and main.is_root and subject is not None and subject.is_name else None


def ahead_of(token: Token) -> Token | None:
    """The name a pronoun before it means: "In a drama that split his family, Bakyt stayed silent"."""
    branch = next((part for part in (token, *token.ancestors()) if part.head.is_root), token)
    subject = branch.head.child("nsubj", "nsubjpass")
    ahead = branch.dep == "prep" and subject is not None and subject.is_name and branch.index < subject.index
    return subject if ahead else None


def object_before(token: Token) -> Token | None:
    """ "Shook the market, and a sale knocked it down": what "it" or "them" has in common with the object before."""
    verb = token.head
    if token.dep != "dobj" or verb.dep != "conj" or not verb.head.is_verb:
        return None
    thing = verb.head.child("dobj")
    number = "NN" if token.lemma == "it" else "NNS"
    if thing is None or thing.tag != number or thing.child("det", "poss") is None or thing.index > token.index:
        return None
    return thing


def acted_above(token: Token) -> Token | None:
    """The thing that acts in the clause above that of a pronoun, which it may mean as well as what was named last."""
    verb = token.head
    if token.dep not in ("nsubj", "nsubjpass") or verb.dep != "advcl" or verb.index < verb.head.index:
        return None
    subject = verb.head.child("nsubj", "nsubjpass")
    return subject if subject is not None and subject.tag == "NN" else None

"""The verb of a line: auxiliaries, negation and adverbs in their order, pluperfects and participles as simple past."""

from __future__ import annotations

from viz.parsers.events.branches import PAIRS
from viz.parsers.events.inflection import past_participle, simple_past
from viz.parsers.events.phrases import join
from viz.parsers.events.predicates import TOLD, Predicate, Tense, is_no_time
from viz.parsers.events.pruning import Scope, is_left_out
from viz.parsers.events.syntax import Token
from viz.parsers.events.wording import has_been, was

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_DOUBTS = frozenset("perhaps maybe possibly probably allegedly reportedly apparently presumably never".split())
_SHORT = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "wo": "will", "ca": "can", "n't": "not"}


def verb_group(predicate: Predicate, subject: Token | None, scope: Scope) -> str:
    """Auxiliaries, negation, adverbs and verb as they stand; pluperfects and participles become the simple past."""
    token, tense = predicate.token, predicate.tense
    alone = predicate.governor is None  # "one more trip to see Osh"
    helpers = [(part.index, _plain(part, token)) for part in predicate.helpers if alone or part.word.lower() != "to"]
    negations = [(part.index, _plain(part, token)) for part in token.children if part.dep == "neg"]
    if not helpers and _is_wanted(token, subject):
        helpers = [(-1, "should")]
    if predicate.negated and not negations and helpers and _opens_with_nor(token):
        negations = [(helpers[0][0], "not")]
    elif predicate.negated and not negations and not _denies_itself(token):
        heads = (part for part in token.head.children if token.dep == "conj")
        after = helpers[0][0] if helpers else -1  # "nor should they pay": "they should not pay"
        negations = [(max(part.index, after), _plain(part, token)) for part in heads if part.dep == "neg"]
    written = token.word.lower() if token.index == 0 else token.word
    verb = written if token.index == 0 else _plain(token, token)
    since = any(part.lemma == "since" for child in token.children for part in (child, *_marks(child)))
    if tense is Tense.PLUPERFECT and not negations and not since and token.tag in ("VBN", "VBD"):
        helpers = [] if not predicate.passive else [(-1, was(subject))]
        verb = verb if predicate.passive else simple_past(written, token.lemma, token.tag)
    elif [part.word.lower() for part in predicate.helpers] == ["being"]:
        ends = {"was": "is", "were": "are"}
        over = predicate.governor is not None and predicate.governor.tense in TOLD
        going_on = helpers if token.dep in ("acl", "relcl") else []  # "led to his being found" tells of its end
        helpers = [(-1, was(subject) if over or not going_on else ends[was(subject)]), *going_on]
    elif [part.word.lower() for part in predicate.helpers] == ["having"]:
        helpers, verb = [], simple_past(written, token.lemma, token.tag)  # "with the year having begun well"
    elif tense is Tense.PARTICIPLE and token.lemma == "end" and token.tag != "VBG":
        helpers = []  # "the quarter ended July 31"
    elif tense is Tense.PARTICIPLE and token.is_root and token.tag == "VBG" and not negations:
        helpers = [(-1, "are" if was(subject) == "were" else "is")]  # "Osh looking for teachers"
    elif tense is Tense.PARTICIPLE and negations and token.tag == "VBG":
        helpers, verb = [(-1, "did")], token.lemma
    elif tense is Tense.PARTICIPLE and since and not predicate.passive:
        helpers, verb = [(-1, has_been(subject).split()[0])], past_participle(written, token.lemma, token.tag)
    elif tense is Tense.PARTICIPLE:
        helpers = [(-1, has_been(subject) if since else was(subject))] if predicate.passive else []
        verb = verb if predicate.passive else simple_past(written, token.lemma, token.tag)
    adverbs = [(part.index, join(part.subtree())) for part in _adverbs(predicate, subject, scope)]
    words = (*helpers, *negations, *adverbs, (token.index, verb))
    return " ".join(word for _, word in sorted(words, key=lambda placed: placed[0]))


def _marks(clause: Token) -> list[Token]:
    """The "since" of "had dwindled since the war began"."""
    return [part for part in clause.children if part.dep == "mark"] if clause.dep == "advcl" else []


def _denies_itself(verb: Token) -> bool:
    """Whether a clause is denied by its own subject: "no arrest was ever made"."""
    subject = verb.child("nsubj", "nsubjpass")
    return subject is not None and any(part.lemma in ("no", "neither", "none") for part in subject.subtree())


def _opens_with_nor(verb: Token) -> bool:
    """Whether a clause is denied by its first words: "nor do they expect", "at no time did they"."""
    ahead = [part for part in verb.children if part.index < verb.index]
    never = any(part.dep == "prep" and is_no_time(part.child("pobj")) for part in ahead)
    return any(part.lemma == "nor" for part in ahead) or (never and not _denies_itself(verb))


def _adverbs(predicate: Predicate, subject: Token | None, scope: Scope) -> list[Token]:
    """Short adverbs between subject and verb, and those before both that leave the clause open ("perhaps")."""
    token = predicate.token
    own = next((child.index for child in token.children if child.dep in SUBJECTS), -1)
    found = []
    for part in token.children:
        if part.dep not in ("advmod", "preconj", "npadvmod") or part.index > token.index or len(part.subtree()) > 3:
            continue
        if part.tag == "WRB" or scope.hides(part) or is_left_out(part, scope):
            continue
        if part.index > own or part.lemma in _DOUBTS:
            found.append(part)
    return [part for part in found if not (subject is not None and part.index in pair_word(token, subject))]


def _is_wanted(token: Token, subject: Token | None) -> bool:
    """ "A suggestion that Aida offer to resign": the bare form after one person is what she should do."""
    bare = token.tag in ("VB", "VBP") and token.word == token.lemma and token.lemma != "be"
    mark = token.child("mark")
    single = subject is not None and subject.tag in ("NN", "NNP") and subject.child("conj") is None
    return bare and single and mark is not None and mark.lemma == "that"


def _plain(part: Token, verb: Token) -> str:
    """A word of the verb group without contraction."""
    low = part.word.lower().replace("’", "'")
    if low == "'s" and (part.lemma == "have" or any(other.word == "been" for other in verb.children)):
        return "has"
    if low == "'d":
        return "would" if verb.tag == "VB" else "had"
    return _SHORT.get(low, low if part.dep in ("aux", "auxpass", "neg") else part.word)


def pair_word(verb: Token, subject: Token) -> set[int]:
    """The "either", "both" or "neither" of joined subjects that the parser gives to the verb."""
    if subject.child("conj") is None:
        return set()
    return {part.index for part in verb.children if part.lemma in PAIRS and part.index < subject.index}

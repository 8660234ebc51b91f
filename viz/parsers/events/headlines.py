"""Headlines: an event in one line, subject, verb and object, in the article's own words.

The words are the clause's, pronouns replaced by names, asides and dates left out; a plan reads "X to do Y". What cannot
be built so falls back on the words around the trigger.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from viz.parsers.events.names import People, join, phrase
from viz.parsers.events.predicates import Predicate, Tense
from viz.parsers.events.syntax import Token

_LONGEST = 16  # words
_SKIPPED = (
    "punct",
    "cc",
    "conj",
    "advcl",
    "relcl",
    "mark",
    "parataxis",
    "appos",
    "npadvmod",
    "tmod",
    "acl",
    "ccomp",
    "dep",
    "meta",
    "intj",
    "preconj",
    "neg",
    "aux",
    "auxpass",
    "nsubj",
    "nsubjpass",
    "expl",
    "csubj",
)
_SIMPLE_PAST = {
    "begun": "began",
    "broken": "broke",
    "chosen": "chose",
    "come": "came",
    "done": "did",
    "drawn": "drew",
    "driven": "drove",
    "fallen": "fell",
    "flown": "flew",
    "forbidden": "forbade",
    "given": "gave",
    "gone": "went",
    "grown": "grew",
    "known": "knew",
    "become": "became",
    "risen": "rose",
    "run": "ran",
    "seen": "saw",
    "shaken": "shook",
    "shown": "showed",
    "spoken": "spoke",
    "stolen": "stole",
    "sunk": "sank",
    "sworn": "swore",
    "taken": "took",
    "thrown": "threw",
    "withdrawn": "withdrew",
    "written": "wrote",
    "overthrown": "overthrew",
    "eaten": "ate",
    "hidden": "hid",
    "torn": "tore",
    "worn": "wore",
    "slain": "slew",
    "been": "was",
}


def headline(predicate: Predicate, people: People, dated: Iterable[tuple[int, int]]) -> str:
    """One line for an event. `dated` are the spans of its date expressions, which the timeline shows already."""
    hidden = tuple(dated)
    words = _noun_line(predicate, people, hidden) if predicate.noun else _verb_line(predicate, people, hidden)
    return _finished(words or join(predicate.words))


def _verb_line(predicate: Predicate, people: People, hidden: Sequence[tuple[int, int]]) -> str:
    subject = predicate.object if predicate.passive else predicate.subject
    name = _named(subject, people, hidden)
    verb = _verb(predicate, subject)
    clause = predicate.token.child("ccomp")
    rest = "" if clause is not None else _rest(predicate, people, hidden, skip=subject)
    if not name and predicate.passive is False and predicate.object is not None and not rest:
        rest = _named(predicate.object, people, hidden)
    agent = _named(predicate.subject, people, hidden) if predicate.passive and predicate.subject is not None else ""
    if agent and predicate.token.child("agent") is None:
        agent = ""
    said = _content(predicate, people)
    return " ".join(part for part in (name, verb, rest, said, f"by {agent}" if agent else "") if part)


def _content(predicate: Predicate, people: People) -> str:
    """What a reporting verb reports, as far as it stands after it and fits the line."""
    clause = predicate.token.child("ccomp")
    if clause is None:
        return ""
    words = [token for token in clause.subtree() if token.word not in ("``", "''", '"', "“", "”")]
    cut = _trimmed(words[: _LONGEST - 2])
    return _render(cut, people) if len(cut) > 2 else ""


def _verb(predicate: Predicate, subject: Token | None) -> str:
    """The verb group: a plan becomes "to sign", a pluperfect the simple past, a bare passive "was held"."""
    token, tense = predicate.token, predicate.tense
    particle = token.child("prt")
    tail = f" {particle.word}" if particle is not None and particle.index == token.index + 1 else ""
    if tense in (Tense.FUTURE, Tense.WOULD, Tense.INFINITIVE):
        plain = f"be {token.word}" if predicate.passive else _base(token)
        if tense is Tense.INFINITIVE or not predicate.negated:
            return f"{'not ' if predicate.negated else ''}to {plain}{tail}"
    if tense is Tense.PARTICIPLE:
        return (
            f"{_was(subject)} {token.word}" if predicate.passive else token.word
        ) + tail
    if tense is Tense.PLUPERFECT and not predicate.negated:
        if predicate.passive:
            return f"{_was(subject)} {token.word}{tail}"
        if token.tag in ("VBN", "VBD"):
            return _SIMPLE_PAST.get(token.word.lower(), token.word) + tail
    helpers = [
        child.word for child in token.children if child.dep in ("aux", "auxpass", "neg") and child.index < token.index
    ]
    if tense is Tense.MODAL and predicate.modal and not helpers:
        helpers = [predicate.modal]
    return join_words([*helpers, token.word]) + tail


def join_words(words: Sequence[str]) -> str:
    """Auxiliaries and verb with "n't" put to its verb."""
    return " ".join(words).replace(" n't", "n't").replace(" 'll", "'ll").replace(" 've", "'ve").replace(" 's ", "'s ")


def _base(token: Token) -> str:
    return "be" if token.lemma == "be" else token.lemma if token.tag in ("VB", "VBG", "VBP", "VBZ") else token.word


def _was(subject: Token | None) -> str:
    plural = subject is not None and (subject.tag in ("NNS", "NNPS") or subject.child("conj") is not None)
    return "were" if plural else "was"


def _rest(predicate: Predicate, people: People, hidden: Sequence[tuple[int, int]], skip: Token | None) -> str:
    """What follows the verb: objects, complements and prepositional phrases, until the line is long enough."""
    parts: list[str] = []
    length = 0
    for child in predicate.token.children:
        if (
            child.index < predicate.token.index
            or child.dep in _SKIPPED
            or child is skip
            or child.dep in ("prt", "agent")
        ):
            continue
        words = _kept(child, hidden)
        if not words or (child.lemma == "in" and words[-1].lemma == "order"):
            continue
        if parts and length + len(words) > _LONGEST:
            break
        parts.append(_render(words[: _LONGEST + 6], people))
        length += len(words)
    return " ".join(part for part in parts if part)


def _kept(child: Token, hidden: Sequence[tuple[int, int]]) -> list[Token]:
    """A branch without its dates, asides and relative clauses."""
    if any(start <= token.start < end for token in child.subtree()[:3] for start, end in hidden) and child.dep in (
        "prep",
        "advmod",
    ):
        return []
    dropped: set[int] = set()
    for token in child.subtree():
        aside = token.dep in ("relcl", "appos", "advcl", "parataxis", "acl") and token is not child
        past = any(start <= token.start < end for start, end in hidden)
        if aside or past:
            dropped.update(part.index for part in token.subtree())
            if token.head.dep == "prep" and past and token.dep == "pobj":
                dropped.add(token.head.index)
    words = [token for token in child.subtree() if token.index not in dropped]
    return _trimmed(words)


def _trimmed(words: list[Token]) -> list[Token]:
    """Up to the first break, without loose ends."""
    found: list[Token] = []
    for token in words:
        if token.word in ("``", "''", '"', "“", "”"):
            continue
        broken = found and token.index - found[-1].index > 1 and token.word in (",", "and", "or")
        if broken or token.word in (";", "--", "_", "(", ":"):
            break
        found.append(token)
    while found and (
        found[-1].word in (",", "and", "or", "-", "due", "effective", "dated", "ended")
        or found[-1].tag in ("IN", "DT", "CC", "WDT", "WP", "PRP$")
    ):
        found.pop()
    return found


def _render(words: Sequence[Token], people: People) -> str:
    """Words with their pronouns replaced where the article says who is meant."""
    pieces: list[str] = []
    run: list[Token] = []
    for token in words:
        name = people.name(token) if token.tag in ("PRP", "PRP$") else ""
        if name and token.tag == "PRP":
            pieces += [join(run), name] if run else [name]
            run = []
        else:
            run.append(token)
    if run:
        pieces.append(join(run))
    return " ".join(piece for piece in pieces if piece)


def _named(token: Token | None, people: People, hidden: Sequence[tuple[int, int]]) -> str:
    """The name of a participant as a headline has it, others joined to it included."""
    if token is None:
        return ""
    if token.tag in ("PRP", "PRP$"):
        return people.name(token) or token.word
    if token.tag in ("WP", "WDT", "EX", "DT"):
        return ""
    apposed = token.child("appos")
    if not token.is_name and apposed is not None and apposed.is_name and apposed.child("compound") is not None:
        return people.name(apposed)
    words = [word for word in phrase(token) if not any(start <= word.start < end for start, end in hidden)]
    full = people.name(token)
    first = full if token.is_name and full and len(words) <= 2 else _render(words, people)
    other = token.child("conj")
    if other is not None and (other.is_noun or other.tag == "PRP"):
        return f"{first} and {_named(other, people, hidden)}"
    return first


def _noun_line(predicate: Predicate, people: People, hidden: Sequence[tuple[int, int]]) -> str:
    """A noun event: its own phrase, or the clause it is the subject of ("an explosion stopped the plant")."""
    governor, token = predicate.governor, predicate.token
    if (
        governor is not None
        and not governor.noun
        and token.dep in ("nsubj", "nsubjpass")
        and governor.token.head is not token
    ) and governor.tense in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT):
        return _verb_line(governor, people, hidden)
    words = phrase(token)
    for child in token.children:
        if child.index > token.index and child.dep in ("prep", "agent") and child.lemma != "of":
            words += _kept(child, hidden)[:8]
    words = [word for word in words if not any(start <= word.start < end for start, end in hidden)]
    words = [
        word
        for word in words
        if word.word != "," and (word.dep != "det" or word.lemma not in ("the", "a", "an") or word.head is not token)
    ]
    possessor = token.child("poss")
    name = people.name(possessor) if possessor is not None and possessor.tag == "PRP$" else ""
    if name and words and words[0] is possessor:
        ending = "'" if name.endswith("s") else "'s"
        return f"{name}{ending} {join(words[1:])}"
    return join(words)


def _finished(line: str) -> str:
    clean = " ".join(line.replace("``", "").replace("''", "").split()).strip(" ,;:-_")
    return clean[:1].upper() + clean[1:]


def is_sound(line: str, predicate: Predicate) -> bool:
    """Whether a line can stand alone: a clause needs somebody or something to be about, a noun more than itself."""
    words = line.split()
    if predicate.noun:
        return len(words) > 1
    bare = predicate.tense in (Tense.INFINITIVE, Tense.PARTICIPLE)
    told_of = predicate.object if predicate.passive else predicate.subject
    opening = words[0].lower() if words else "to"
    return len(words) > 1 and not (bare and told_of is None) and opening not in ("to", "not", "will", "would", "be")

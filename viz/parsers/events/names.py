"""Who takes part: the fullest name the article gives for a noun or pronoun, by simple and predictable coreference.

A surname is the person named in full before; "the president" the last person with that title; a pronoun what
`antecedents.py` finds. What cannot be told stays as the words are.
"""

from __future__ import annotations

from viz.model import Participant
from viz.parsers.events.antecedents import OBJECTS, Antecedents
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.phrases import conjuncts, phrase, stripped
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.pronouns import PRONOUNS, is_empty
from viz.parsers.events.register import Register, leads
from viz.parsers.events.syntax import SUBJECTS, Sentence, Token

_NAMING = frozenset("appoint name make elect".split())  # "appointed her minister", read as her own minister


class People:
    """Names of an article: feed it sentence by sentence, then ask about their tokens.

    `places` are where place names start.
    """

    def __init__(self, lexicon: Lexicon, places: frozenset[int] = frozenset()) -> None:
        self.lexicon, self.places = lexicon, places
        self._register = Register(lexicon, places)
        self._antecedents = Antecedents(self._register)

    def read(self, sentence: Sentence) -> None:
        """Learn the names of a sentence, and settle its pronouns."""
        self._register.turn_to(sentence.index)
        for token in sentence.tokens:
            low = token.word.lower()
            if token.tag == "NNS" and token.dep in SUBJECTS and not token.children and self._register.is_known(token):
                token.tag = "NNP"  # "Howes", read as several
            group = PRONOUNS.get(low)
            if group is not None:
                open_ = is_empty(token) or sentence.in_quotes(token)
                found = "" if open_ else self._antecedents.find(token, group)
                self._register.settled[token.start, low] = found
                if found and token.dep in SUBJECTS and leads(token.head):
                    self._register.follow(group, found)
                if not found and token.dep not in OBJECTS:
                    self._register.encounters.leave_open(group)
                self._move_on(token, group, found)
            elif token.is_noun and (token.dep != "compound" or not token.head.is_noun):
                self._register.learn(token, quoted=sentence.in_quotes(token))

    def _move_on(self, token: Token, group: str, found: str) -> None:
        """ "Aida named her minister. She resigned": who was "her" is "she", and nobody where that is not known."""
        named = token.dep == "poss" and token.head.dep == "dobj" and token.head.head.lemma in _NAMING
        if group not in ("he", "she") or not (token.dep in ("dobj", "dative") or named):
            return
        if found and not named:
            self._register.note(group, found)
        else:
            self._register.last.pop(group, None)
            self._register.encounters.leave_open(group)

    def name(self, token: Token) -> str:
        """The fullest name for a noun or pronoun, "" for a pronoun nothing is known of."""
        return self._register.name(token)

    def is_sure(self, token: Token) -> bool:
        """Whether the grammar alone tells what a pronoun stands for, so that even an object may be named."""
        return token.start in self._antecedents.sure

    def participants(self, predicate: Predicate) -> tuple[Participant, ...]:
        """Those who act in a predicate and those it befalls, each once."""
        found: dict[str, list[tuple[int, int]]] = {}
        for role in (predicate.subject, predicate.object):
            for token in self._named(role):
                name = self.name(token).removeprefix("the ")
                if name and self._takes_part(token, acts=role is predicate.subject):
                    words = stripped(phrase(token))
                    found.setdefault(name, []).append((words[0].start, words[-1].end))
        return tuple(Participant(name, tuple(spans)) for name, spans in found.items())

    def _named(self, role: Token | None) -> list[Token]:
        """The nouns of a role; behind "U.S. President Aida Orozova and Mayor Bakyt Sadykov" the two people."""
        apposed = role.child("appos") if role is not None and role.is_name else None
        titled = role is not None and role.lemma.lower() in self.lexicon.titles
        return conjuncts(apposed if titled and apposed is not None and apposed.is_name else role)

    def _takes_part(self, token: Token, *, acts: bool) -> bool:
        """Whether a noun or pronoun is somebody or a body; several things that act count as people."""
        known = token.lemma in self.lexicon.generic_people or token.lemma in self.lexicon.titles
        pronoun = token.tag.startswith("PRP")
        return known or pronoun or self._register.may_act(token) or (token.tag == "NNS" and acts)

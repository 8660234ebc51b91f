"""Antecedents: which of the names met so far a pronoun stands for.

"He" and "she" are the last person who was a subject, or who speaks; "it" the last other name; and nobody where another
name stands between that may be meant as well: the rest would be guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from viz.parsers.events.phrases import is_firm, join, name_run, phrase, stripped
from viz.parsers.events.pronouns import (
    PRONOUNS,
    acted_above,
    ahead_of,
    doer_of,
    echoed,
    led_by,
    object_before,
    speaker_of,
    teller_after,
)
from viz.parsers.events.register import MALE_WORDS, Referent, Register, are_several, is_of_several, leads
from viz.parsers.events.syntax import SUBJECTS, Token

_REACH = {"he": 2, "she": 2, "it": 1, "they": 0}  # sentences; what "they" are is seldom the last plural subject
_WILLING = frozenset("denounce condemn criticise criticize believe think want hope fear say willing eager able".split())
_WRECKED = frozenset("capsize sink crash explode derail collapse".split())  # what people do not
OBJECTS = ("dobj", "dative", "pobj")


@dataclass(slots=True)
class Antecedents:
    """Finds them in a register. `sure` is where the pronouns start that the grammar alone settles."""

    register: Register
    sure: set[int] = field(default_factory=set)

    def find(self, token: Token, group: str) -> str:
        """The name a pronoun of a group ("he", "it") stands for, "" where it cannot be told."""
        thing = object_before(token) if group in ("it", "they") else None
        if thing is not None:
            self.sure.add(token.start)
            return f"the {join(stripped(phrase(thing)))}" if thing.child("poss") is None else join(phrase(thing))
        topic = self._topic(token, group) if group in ("he", "she") else ""
        if topic:
            self.register.note(group, topic)
            return topic
        ahead = ahead_of(token) if group in ("he", "she") else None
        if ahead is not None:
            return self._speaker(ahead, group)
        doer = (doer_of(token) or led_by(token)) if group in ("he", "she") else None
        if doer is not None:
            return self._speaker(doer, group)
        speaker = speaker_of(token) if group in ("he", "she") else None
        found = self._speaker(speaker, group) if speaker is not None else ""
        found = found or self._settle(group, token.word.lower())
        telling = teller_after(token) if found and group in ("he", "she") else None
        if telling is not None and found.split()[-1] == telling.word:
            return ""
        acted = acted_above(token) if group == "it" else None
        if acted is not None and acted.word not in found.split():
            return ""  # "the mayor's office said the plan failed since it": the office or the plan
        by = echoed(token) or (doer_of(token) if token.head.dep == "acl" else None) if group == "it" else None
        if by is not None and self.register.is_proper(by) and not are_several(by):
            return self.register.name(by)
        if group == "it":
            if _is_strange(token) or (token.head.lemma in _WRECKED and found[:1].isupper()):
                return ""
            body = self._speaking_body(token)
            return body if body and (not found or self.register.encounters.is_here(found)) else found
        if group == "they":
            return "" if _is_willed(token) and not self._may_will(found) else found
        if token.dep in OBJECTS:
            return self._object(token, found, group)
        return found or self._only(token, group)

    def _may_will(self, name: str) -> bool:
        """Whether the last word of a name or phrase is somebody's or a body's."""
        last = name.split()[-1] if name else ""
        people = self.register.lexicon.generic_people | self.register.lexicon.titles
        return last[:1].isupper() or last.removesuffix("s") in people or last in people

    def _only(self, token: Token, group: str) -> str:
        """The one person met who may be meant, "" where the sentence itself names somebody else."""
        name = self.register.encounters.only(group, owns=token.dep == "poss")
        other = self.register.last.get("?")
        rivalled = other is not None and other.name != name and self.register.encounters.is_here(other.name)
        return "" if rivalled else name

    def _topic(self, token: Token, group: str) -> str:
        """ "She studied in Osh and married Bakyt. She was elected": whom a sentence before was about, where it was
        about "he" or "she" and nobody else acted in it or since."""
        subject = token.head if token.dep == "poss" else token
        topic = self.register.topics.get(group)
        if topic is None or subject.dep not in SUBJECTS or not leads(subject.head):
            return ""
        back = self.register.sentence - topic.sentence
        near = 0 < back <= _REACH[group]
        return topic.name if near and not self.register.encounters.acted_beside(topic.name, group, back) else ""

    def _speaking_body(self, token: Token) -> str:
        """ "Batken Power said it would close": "it" is who speaks, where that is a name and nobody's."""
        speaker = speaker_of(token)
        if speaker is None or not self.register.is_proper(speaker) or are_several(speaker):
            return ""
        if speaker.start in self.register.places:
            return ""
        name = self.register.name(speaker)
        return "" if self.register.gender.get(name) else name

    def _object(self, token: Token, found: str, group: str) -> str:
        """ "Aida blamed her": not Aida, who acts; whoever else is near, if that is only one."""
        actor = token.head.child("nsubj") if token.dep == "dobj" else None
        acting = self.register.name(actor) if actor is not None and self.register.is_proper(actor) else ""
        if acting and found in ("", acting):
            return self.register.encounters.other(acting, group)
        if not found and not acting:
            return self.register.encounters.only(group, owns=False, acting=False)
        return "" if self.register.encounters.is_crowded(found, group, acting) else found

    def _speaker(self, speaker: Token, group: str) -> str:
        """ "Aida said she had left": who speaks of "she" is she, unless known to be a man; "" where it is nobody."""
        if speaker.tag == "PRP":
            same = PRONOUNS.get(speaker.word.lower()) == group
            return self.register.settled.get((speaker.start, speaker.word.lower()), "") if same else ""
        if not speaker.is_name:
            return self._described_speaker(speaker, group)
        if not self._may_be_somebody(speaker):
            return ""
        name = self.register.fullest(speaker) or join(name_run(phrase(speaker), speaker))
        gender, last = self.register.gender.get(name, ""), self.register.last.get(group)
        rivalled = last is not None and self.register.sentence - last.sentence < 2 and last.name != name
        if gender not in ("", group) or (not gender and (rivalled or self.register.encounters.is_described(group))):
            return ""
        self.register.gender[name] = group
        self.register.note(group, name)
        return self.register.name(speaker)

    def _may_be_somebody(self, name: Token) -> bool:
        """Whether a name is nothing else: no body, company, acronym, place or several."""
        body = name.lemma in self.register.lexicon.bodies or is_firm(name) or name.word.isupper()
        elsewhere = name.tag == "NNPS" or is_of_several(name) or name.start in self.register.places
        return self.register.is_proper(name) and not body and not elsewhere

    def _described_speaker(self, speaker: Token, group: str) -> str:
        """ "His mother, Aida, said she had left": who speaks of "she", if the word says that she is a woman."""
        if speaker.tag != "NN":
            return ""
        known = self.register.lexicon.female_words if group == "she" else MALE_WORDS
        apposed = speaker.child("appos")
        named = apposed is not None and apposed.is_name
        if speaker.lemma not in known:
            if apposed is not None and named:
                return self._speaker(apposed, group) if speaker.lemma in self.register.lexicon.titles else ""
            return self._stranger(speaker, group)
        if apposed is not None and named:
            return self.register.name(apposed)
        return join(phrase(speaker)) if speaker.child("poss", "det") is not None else ""

    def _stranger(self, speaker: Token, group: str) -> str:
        """ "A commander said he had left": "the commander", where nobody else near can be meant."""
        others = (self.register.last.get(key) for key in (group, "?"))
        rivalled = any(other is not None and self.register.sentence - other.sentence < 2 for other in others)
        people = speaker.lemma in self.register.lexicon.titles or speaker.lemma in self.register.lexicon.generic_people
        determined = speaker.child("det")
        if not people or rivalled or determined is None or determined.lemma not in ("a", "an", "the"):
            return ""
        return f"the {join(stripped(phrase(speaker)))}"

    def _settle(self, group: str, word: str) -> str:
        """The name a pronoun stands for, "" when none is near; a name called "she" once is a woman's from then on."""
        found = self.register.last.get(group)
        if found is None or (found.near and self.register.sentence != found.sentence):
            return ""
        if self.register.sentence - found.sentence > (1 if " and " in found.name else _REACH[group]):
            return ""
        if group in ("he", "she") and self._is_rivalled(found, group):
            return ""
        thing = self.register.last.get("?thing") if group == "it" and word == "it" else None
        if thing is not None and thing.sentence == self.register.sentence > found.sentence:
            return ""  # "called for a vote on the treaty, saying it would": the treaty
        unsure = not self.register.gender.get(found.name) or found.sentence < self.register.sentence
        if unsure and self.register.encounters.is_described(group):
            return ""  # "the boy's parole if his uncle": the boy's uncle
        owner = self.register.last.get("?its")
        here = owner is not None and owner.sentence == self.register.sentence
        if word == "its" and owner is not None and here and owner.order > found.order:
            return ""  # "leaving the index within 70 points of its high"
        if group in ("he", "she") and not self.register.gender.get(found.name):
            self.register.gender[found.name] = group
            other = "she" if group == "he" else "he"
            if self.register.last.get(other) == found:
                del self.register.last[other]
        if group == "it":
            self.register.encounters.things.add(found.name)
        self.register.note(group, found.name, near=found.near)
        return found.name

    def _is_rivalled(self, found: Referent, group: str) -> bool:
        """Whether another name came after the one found that the pronoun may mean as well."""
        other = self.register.last.get("?")
        if other is None or other.order < found.order or other.name == found.name:
            return False
        return self.register.gender.get(other.name, "") in ("", group)


def _is_willed(pronoun: Token) -> bool:
    """Whether what "they" do needs a mind: "they denounced it", "they must be willing to"."""
    verb = pronoun.head
    state = verb.child("acomp")
    return verb.lemma in _WILLING or (state is not None and state.lemma in _WILLING)


def _is_strange(token: Token) -> bool:
    """ "Another concern said it would": none of the bodies named before."""
    speaker = speaker_of(token)
    article = speaker.child("det") if speaker is not None else None
    return article is not None and article.lemma == "another"

"""Who takes part: the fullest name the article gives for a noun or pronoun, by simple and predictable coreference.

A surname is the person named in full before; "he" and "she" the last person who was a subject; "it" and "its" the last
other name; "the president" the last person with that title. What cannot be told stays as the words are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from viz.model import Participant
from viz.parsers.events.encounters import Encounters
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.phrases import COMPANY, PLURAL_COMPANIES, conjuncts, join, joined, name_run, phrase, stripped
from viz.parsers.events.predicates import Predicate
from viz.parsers.events.pronouns import acted_above, ahead_of, is_empty, is_for_to, object_before, speaker_of
from viz.parsers.events.syntax import Sentence, Token

_PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
}
_REACH = {"he": 2, "she": 2, "it": 1, "they": 0}  # sentences; what "they" are is seldom the last plural subject
_MALE_WORDS = frozenset("boy man father son husband brother uncle grandfather widower monarch".split())
_BODIES = frozenset("department service administration bureau association university journal times news press".split())
_OBJECTS = ("dobj", "dative", "pobj")
_DEFINITE = frozenset("the a an this that".split())


@dataclass(frozen=True, slots=True)
class _Referent:
    """Somebody or something a pronoun may stand for: how to name it, and the sentence that named it last."""

    name: str
    sentence: int
    order: int
    near: bool = False  # only for a pronoun of its own sentence


@dataclass(slots=True)
class People:
    """Names met so far, in the order of the text: feed it sentence by sentence, then ask about their tokens.

    `places` are where place names start. A pronoun is settled only by what its own or one of the two sentences before
    it names, and by nobody where another name stands between that it may mean as well: the rest would be guessed.
    """

    lexicon: Lexicon
    places: frozenset[int] = frozenset()
    _full: dict[str, list[list[Token]]] = field(default_factory=dict)
    _titled: dict[str, str] = field(default_factory=dict)
    _at: dict[tuple[int, str], str] = field(default_factory=dict)
    _last: dict[str, _Referent] = field(default_factory=dict)
    _gender: dict[str, str] = field(default_factory=dict)
    _sure: set[int] = field(default_factory=set)
    _sentence: int = 0
    _notes: int = 0
    _encounters: Encounters = field(init=False)

    def __post_init__(self) -> None:
        self._encounters = Encounters(self._gender)

    def read(self, sentence: Sentence) -> None:
        """Learn the names of a sentence, and settle its pronouns."""
        self._sentence = self._encounters.sentence = sentence.index
        for token in sentence.tokens:
            low = token.word.lower()
            group = _PRONOUNS.get(low)
            if group is not None:
                open_ = is_empty(token) or sentence.in_quotes(token)
                self._at[token.start, low] = found = "" if open_ else self._find(token, group)
                if not found and token.dep not in _OBJECTS:
                    self._encounters.leave_open(group)
            elif token.is_noun and (token.dep != "compound" or not token.head.is_noun):
                self._learn(token, quoted=sentence.in_quotes(token))

    def _find(self, token: Token, group: str) -> str:
        thing = object_before(token) if group in ("it", "they") else None
        if thing is not None:
            self._sure.add(token.start)
            return f"the {join(stripped(phrase(thing)))}" if thing.child("poss") is None else join(phrase(thing))
        ahead = ahead_of(token) if group in ("he", "she") else None
        if ahead is not None:
            return self._speaker(ahead, group)
        speaker = speaker_of(token) if group in ("he", "she") else None
        found = self._speaker(speaker, group) if speaker is not None else ""
        found = found or self._settle(group, token.word.lower())
        acted = acted_above(token) if group == "it" else None
        if acted is not None and acted.word not in found.split():
            return ""  # "the mayor's office said the plan failed since it": the office or the plan
        if group not in ("he", "she"):
            return found or (self._speaking_body(token) if group == "it" else "")
        if token.dep in _OBJECTS:
            return self._object(token, found, group)
        return found or self._encounters.only(group, owns=token.dep == "poss")

    def _speaking_body(self, token: Token) -> str:
        """ "Batken Power said it would close": "it" is who speaks, where that is a name and nobody's."""
        speaker = speaker_of(token)
        if speaker is None or not self._is_proper(speaker) or _are_several(speaker) or speaker.start in self.places:
            return ""
        name = self.name(speaker)
        return "" if self._gender.get(name) else name

    def _object(self, token: Token, found: str, group: str) -> str:
        """ "Aida blamed her": not Aida, who acts; whoever else is near, if that is only one."""
        actor = token.head.child("nsubj") if token.dep == "dobj" else None
        acting = self.name(actor) if actor is not None and self._is_proper(actor) else ""
        if acting and found in ("", acting):
            return self._encounters.other(acting, group)
        return "" if self._encounters.is_crowded(found, group, acting) else found

    def _speaker(self, speaker: Token, group: str) -> str:
        """ "Aida said she had left": who speaks of "she" is she, unless known to be a man; "" where it is nobody."""
        if speaker.tag == "PRP":
            same = _PRONOUNS.get(speaker.word.lower()) == group
            return self._at.get((speaker.start, speaker.word.lower()), "") if same else ""
        if not speaker.is_name:
            return self._described_speaker(speaker, group)
        body = speaker.lemma in self.lexicon.bodies or speaker.lemma.rstrip(".") in COMPANY or speaker.word.isupper()
        if body or not self._is_proper(speaker) or speaker.tag == "NNPS" or speaker.start in self.places:
            return ""
        name = self._fullest(speaker) or join(name_run(phrase(speaker), speaker))
        gender, last = self._gender.get(name, ""), self._last.get(group)
        rivalled = last is not None and self._sentence - last.sentence < 2 and last.name != name
        if gender not in ("", group) or (not gender and (rivalled or self._encounters.is_described(group))):
            return ""
        self._gender[name] = group
        self._note(group, name)
        return self.name(speaker)

    def _described_speaker(self, speaker: Token, group: str) -> str:
        """ "His mother, Aida, said she had left": who speaks of "she", if the word says that she is a woman."""
        if speaker.tag != "NN":
            return ""
        known = self.lexicon.female_words if group == "she" else _MALE_WORDS
        apposed = speaker.child("appos")
        named = apposed is not None and apposed.is_name
        if speaker.lemma not in known:
            return "" if named else self._stranger(speaker, group)
        if apposed is not None and named:
            return self.name(apposed)
        return join(phrase(speaker)) if speaker.child("poss", "det") is not None else ""

    def _stranger(self, speaker: Token, group: str) -> str:
        """ "A commander said he had left": "the commander", where nobody else near can be meant."""
        others = (self._last.get(key) for key in (group, "?"))
        rivalled = any(other is not None and self._sentence - other.sentence < 2 for other in others)
        people = speaker.lemma in self.lexicon.titles or speaker.lemma in self.lexicon.generic_people
        determined = speaker.child("det")
        if not people or rivalled or determined is None or determined.lemma not in ("a", "an", "the"):
            return ""
        return f"the {join(stripped(phrase(speaker)))}"

    def _settle(self, group: str, word: str) -> str:
        """The name a pronoun stands for, "" when none is near; a name called "she" once is a woman's from then on."""
        found = self._last.get(group)
        if found is None or (found.near and self._sentence != found.sentence):
            return ""
        if self._sentence - found.sentence > (1 if " and " in found.name else _REACH[group]):
            return ""
        if group in ("he", "she") and self._is_rivalled(found, group):
            return ""
        unsure = not self._gender.get(found.name) or found.sentence < self._sentence
        if unsure and self._encounters.is_described(group):
            return ""  # "the boy's parole if his uncle": the boy's uncle
        owner = self._last.get("?its")
        if word == "its" and owner is not None and owner.sentence == self._sentence and owner.order > found.order:
            return ""  # "leaving the index within 70 points of its high"
        if group in ("he", "she") and not self._gender.get(found.name):
            self._gender[found.name] = group
            other = "she" if group == "he" else "he"
            if self._last.get(other) == found:
                del self._last[other]
        if group == "it":
            self._encounters.things.add(found.name)
        self._note(group, found.name, near=found.near)
        return found.name

    def _is_rivalled(self, found: _Referent, group: str) -> bool:
        """Whether another name came after the one found that the pronoun may mean as well."""
        other = self._last.get("?")
        if other is None or other.order < found.order or other.name == found.name:
            return False
        return self._gender.get(other.name, "") in ("", group)

    def _learn(self, token: Token, *, quoted: bool) -> None:
        words = phrase(token, longest=6)
        shown = token.dep == "attr" and token.head.child("expl") is not None  # "there were five men"
        acts = (token.dep in ("nsubj", "nsubjpass") and not is_for_to(token)) or shown
        if acts and token.child("conj") is not None:
            self._note("they", joined(token))
        if not self._is_proper(token):
            self._learn_common(token, words, acts=acts, quoted=quoted)
            return
        name = name_run(words, token)
        known = self._full.setdefault(token.word.lower(), [])
        if len(name) > 1 and join(name) not in (join(other) for other in known):
            known.append(name)
            self._encounters.learn_full(join(name))
        full = self._fullest(token) or join(name)
        titles = [word.word.lower() for word in words if word.word.lower() in self.lexicon.titles]
        apposed = next(
            (child for child in token.children if child.dep == "appos" and child.lemma in self.lexicon.titles), None
        )
        gender = self._gender_of(full, titles, words[0].word.lower() if words else "")
        body = token.lemma in self.lexicon.bodies
        if not body and (titles or gender or apposed is not None or full in self._gender):
            self._gender[full] = self._gender.get(full) or gender
            self._encounters.meet(full, acts=acts)
            self._titled.update(dict.fromkeys(titles, full))
            for group in (self._gender[full],) if self._gender[full] else ("he", "she"):
                held = token.dep == "poss" and token.head.dep != "appos"
                if acts or held or group not in self._last or self._last[group].name == full:
                    self._note(group, full)
            if not acts and token.dep in ("dobj", "attr", "conj"):
                self._note("?", full)
        else:
            person = acts or token.dep in ("poss", "dobj", "appos", "attr", "conj")
            company = full in self._encounters.things or token.lemma.rstrip(".") in COMPANY
            if person and not company and token.start not in self.places and not token.word.isupper():
                self._note("?", full)
                last = token.word.lower()
                if token.tag != "NNPS" and last not in self.lexicon.bodies and last not in _BODIES:
                    self._encounters.meet(full, acts=acts)
            owned = any(part.lemma == "its" for part in words)
            alone = token.child("conj") is None
            fallback = "it" not in self._last and token.start not in self.places
            if not _are_several(token) and not owned and alone and (acts or fallback):
                tailed = words[-1].index > token.index  # "the Organization of African Unity"
                led = words[0].lemma == "the" and (tailed or join(stripped(words)) == full)
                whole = join(stripped(words))
                self._note("it", f"the {whole}" if led else whole if tailed else full)

    def _learn_common(self, token: Token, words: Sequence[Token], *, acts: bool, quoted: bool) -> None:
        """ "They" may be any plural subject; "it" a singular one that is neither a person nor an event."""
        low = token.lemma
        described = "she" if low in self.lexicon.female_words else "he" if low in _MALE_WORDS else ""
        if described:
            self._encounters.describe(described)
        if low in self.lexicon.generic_people and low not in self.lexicon.bodies:
            self._encounters.people(acting=False)
        if acts and low in self.lexicon.titles:
            self._encounters.people(acting=True)
        if token.dep == "dobj" and token.tag == "NN" and low not in self.lexicon.generic_people:
            self._note("?its", low)
        if not acts or low in self.lexicon.titles or token.head.dep == "parataxis":
            return
        named = any(child.dep == "appos" and child.is_name for child in token.children)
        led = words[0].lemma in (*_DEFINITE, "these", "those")
        definite = f"the {join(stripped(words))}" if led and len(stripped(words)) < len(words) else join(words)
        if token.tag == "NNS":
            if token.child("advmod") is None:  # "even people who know it"
                self._note("they", definite)
        elif low in _MALE_WORDS and words[0].lemma in _DEFINITE and not named:
            self._note("he", definite)
        elif low in self.lexicon.female_words:
            self._note("she", definite)
        elif low in self.lexicon.generic_people and low not in self.lexicon.bodies:
            if not named:
                self._last.pop("he", None)
                self._last.pop("she", None)
                self._encounters.people(acting=True)
        elif token.tag == "NNP" and low in self.lexicon.bodies and words[0].lemma == "the":
            self._note("it", definite)
        elif token.tag == "NN" and (words[0].lemma in _DEFINITE or words[0].dep == "poss"):
            event = self.lexicon.is_event_noun(low)  # seldom meant by "it", as is what a speaker talks of
            if not quoted and (not event or token.head.is_root):
                self._note("it", definite, near=event)

    def _note(self, group: str, name: str, *, near: bool = False) -> None:
        self._last[group] = _Referent(name, self._sentence, self._notes, near)
        self._notes += 1

    def _gender_of(self, full: str, titles: Sequence[str], first: str) -> str:
        """ "He" or "she" by title or given name, "" where neither tells."""
        given = full.split()[0].lower() if " " in full else first
        if given in self.lexicon.female_names or any(title in self.lexicon.female_words for title in titles):
            return "she"
        return "he" if given in self.lexicon.given_names or any(title in ("mr.", "mr") for title in titles) else ""

    def _fullest(self, token: Token) -> str:
        """The one full name that ends in this word, "" with none or with two ("Gonzalez" of a family)."""
        known = self._full.get(token.word.lower(), [])
        names = {join(name) for name in known}
        longest = max(names, key=len, default="")
        return longest if all(longest.endswith(name) for name in names) else ""

    def _is_proper(self, token: Token) -> bool:
        """Whether a noun is a name of its own, not "Ministry" or "President" with a capital."""
        low = token.word.lower()
        common = low in self.lexicon.generic_people or low in self.lexicon.titles or low in self.lexicon.calendar
        return token.is_name and not common

    def name(self, token: Token) -> str:
        """The fullest name for a noun or pronoun, "" for a pronoun nothing is known of."""
        low = token.word.lower()
        if low in _PRONOUNS:
            return self._at.get((token.start, low), "")
        if token.tag in ("PRP", "PRP$", "WP", "WDT", "EX", "DT"):
            return ""
        words = stripped(phrase(token))
        if self._is_proper(token) and token.child("compound") is None and self._fullest(token):
            return self._fullest(token)
        apposed = token.child("appos")
        if not token.is_name and apposed is not None and apposed.is_name:
            return self.name(apposed)
        determined = token.child("det")
        if determined is not None and determined.lemma == "the" and low in self._titled and len(words) == 1:
            return self._titled[low]
        return join(words)

    def is_sure(self, token: Token) -> bool:
        """Whether the grammar alone tells what a pronoun stands for, so that even an object may be named."""
        return token.start in self._sure

    def participants(self, predicate: Predicate) -> tuple[Participant, ...]:
        """Those who act in a predicate and those it befalls, each once."""
        found: dict[str, list[tuple[int, int]]] = {}
        for role in (predicate.subject, predicate.object):
            for token in conjuncts(role):
                name = self.name(token).removeprefix("the ")
                takes_part = token.is_name or token.tag.startswith("PRP") or token.lemma in self.lexicon.generic_people
                if name and (
                    takes_part
                    or token.lemma in self.lexicon.titles
                    or (token.tag == "NNS" and role is predicate.subject)
                ):
                    words = stripped(phrase(token))
                    found.setdefault(name, []).append((words[0].start, words[-1].end))
        return tuple(Participant(name, tuple(spans)) for name, spans in found.items())


def _are_several(name: Token) -> bool:
    """Whether a name is that of several, not of one company ("the Houstons", but not "Mesa Airlines")."""
    return name.tag == "NNPS" and name.word.lower() not in PLURAL_COMPANIES

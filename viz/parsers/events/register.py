"""The names of an article in the order of the text, and what may be meant by a pronoun at any point of it.

What is known of a name (its full form, the titles and the gender of who bears it) and who was spoken of last, by the
pronouns that may stand for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from viz.parsers.events.encounters import Encounters
from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.phrases import PLURAL_COMPANIES, is_firm, join, joined, name_run, phrase, stripped
from viz.parsers.events.pronouns import PRONOUNS, is_for_to
from viz.parsers.events.syntax import SUBJECTS, Token

MALE_WORDS = frozenset("boy man father son husband brother uncle grandfather widower monarch".split())
_BODIES = frozenset(
    "department service administration bureau association university journal times news press district".split()
)
_SIDES = frozenset("south north east west southern northern eastern western".split())
_DEFINITE = frozenset("the a an this that".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something a pronoun may stand for: how to name it, and the sentence that named it last."""

    name: str
    sentence: int
    order: int
    near: bool = False  # only for a pronoun of its own sentence
    aside: bool = False  # named in a clause beside the main one


@dataclass(slots=True)
class Register:
    """Names met so far. `places` are where place names start.

    `last` is who was spoken of last by pronoun ("he", "it"), and by "?" for whoever may be any; `gender` what is known
    of a name; `settled` what pronouns were found to stand for, by where they are; `topics` whom a sentence was about,
    by the "he" or "she" that was its subject.
    """

    lexicon: Lexicon
    places: frozenset[int] = frozenset()
    last: dict[str, Referent] = field(default_factory=dict)
    gender: dict[str, str] = field(default_factory=dict)
    settled: dict[tuple[int, str], str] = field(default_factory=dict)
    topics: dict[str, Referent] = field(default_factory=dict)
    sentence: int = 0
    encounters: Encounters = field(init=False)
    _full: dict[str, list[list[Token]]] = field(default_factory=dict)
    _titled: dict[str, str] = field(default_factory=dict)
    _main: Referent | None = None  # what the clause of a sentence itself is about
    _notes: int = 0

    def __post_init__(self) -> None:
        self.encounters = Encounters(self.gender)

    def turn_to(self, sentence: int) -> None:
        """What is learned from now on stands in this sentence; "it" is rather what the one before was about."""
        last = self.last.get("it")
        if self._main is not None and last is not None and last.sentence == self._main.sentence and last.aside:
            self.last["it"] = self._main
        self._main = None
        self.sentence = self.encounters.sentence = sentence

    def learn(self, token: Token, *, quoted: bool) -> None:
        """Take up a noun: a name, or a word for somebody or something; `quoted` where a speaker uses it."""
        words = phrase(token, longest=6)
        shown = token.dep == "attr" and token.head.child("expl") is not None  # "there were five men"
        acts = (token.dep in ("nsubj", "nsubjpass") and not is_for_to(token)) or shown
        if acts and token.child("conj") is not None:
            self.note("they", _within(joined(token), words[0]))
        if not self.is_proper(token):
            self._learn_common(token, words, acts=acts, quoted=quoted)
            return
        name = name_run(words, token)
        known = self._full.setdefault(token.word.lower(), [])
        if len(name) > 1 and join(name) not in (join(other) for other in known):
            known.append(name)
            self.encounters.learn_full(join(name))
        full = self.fullest(token) or join(name)
        titles = [word.word.lower() for word in words if word.word.lower() in self.lexicon.titles]
        apposed = next(
            (child for child in token.children if child.dep == "appos" and child.lemma in self.lexicon.titles), None
        )
        gender = self._gender_of(full, titles, words[0].word.lower() if words else "")
        body = token.lemma in self.lexicon.bodies or is_firm(token)  # "John Labatt Ltd."
        if not body and (titles or gender or apposed is not None or full in self.gender):
            self._titled.update(dict.fromkeys(titles, full))
            self._learn_person(token, full, gender, acts=acts)
        else:
            self._learn_other(token, words, full, acts=acts)

    def _learn_person(self, token: Token, full: str, gender: str, *, acts: bool) -> None:
        """A name that a title or a given name marks as somebody's."""
        self.gender[full] = self.gender.get(full) or gender
        self.encounters.meet(full, acts=acts)
        held = token.dep == "poss" and token.head.dep != "appos"
        for group in (self.gender[full],) if self.gender[full] else ("he", "she"):
            if acts or held or group not in self.last or self.last[group].name == full:
                self.note(group, full)
        if not acts and (token.dep in ("dobj", "attr", "conj") or _is_sought(token)):
            self.note("?", full)

    def _learn_other(self, token: Token, words: Sequence[Token], full: str, *, acts: bool) -> None:
        """A name that may be somebody's or a body's."""
        person = acts or token.dep in ("poss", "dobj", "appos", "attr", "conj") or _is_sought(token)
        company = full in self.encounters.things or is_firm(token)
        place = any(word.start in self.places for word in name_run(words, token))
        if person and not company and not place and not token.word.isupper():
            self.note("?", full)
            last = token.word.lower()
            body = is_of_several(token) or last in self.lexicon.bodies or last in _BODIES
            if token.tag != "NNPS" and not body:
                self.encounters.meet(full, acts=acts)
        owned = any(part.lemma == "its" for part in words)
        alone = token.child("conj") is None
        fallback = "it" not in self.last and token.start not in self.places
        if not are_several(token) and not owned and alone and (acts or fallback):
            tailed = words[-1].index > token.index  # "the Organization of African Unity"
            led = words[0].lemma == "the" and (tailed or join(stripped(words)) == full)
            whole = join(stripped(words))
            self._note_thing(token, f"the {whole}" if led else whole if tailed else full)

    def _learn_common(self, token: Token, words: Sequence[Token], *, acts: bool, quoted: bool) -> None:
        """ "They" may be any plural subject; "it" a singular one that is neither a person nor an event."""
        low = token.lemma
        described = "she" if low in self.lexicon.female_words else "he" if low in MALE_WORDS else ""
        if described:
            self.encounters.describe(described)
        if low in self.lexicon.generic_people and low not in self.lexicon.bodies:
            self.encounters.people(acting=False)
        if acts and low in self.lexicon.titles:
            self.encounters.people(acting=True)
        if token.tag == "NN" and low not in self.lexicon.generic_people and words[0].lemma in _DEFINITE:
            self.note("?thing", low)
        if token.dep == "dobj" and token.tag == "NN" and low not in self.lexicon.generic_people:
            self.note("?its", low)
        if not acts or low in self.lexicon.titles or token.head.dep == "parataxis" or words[0].tag == "WP$":
            return
        named = any(child.dep == "appos" and child.is_name for child in token.children)
        led = words[0].lemma in (*_DEFINITE, "these", "those")
        definite = f"the {join(stripped(words))}" if led and len(stripped(words)) < len(words) else join(words)
        if token.tag == "NNS":
            if token.child("advmod") is None:  # "even people who know it"
                self.note("they", _within(definite, words[0]))
        elif low in MALE_WORDS and words[0].lemma in _DEFINITE and not named:
            self.note("he", definite)
        elif low in self.lexicon.female_words:
            self.note("she", definite)
        elif low in self.lexicon.generic_people and low not in self.lexicon.bodies:
            if not named:
                self.last.pop("he", None)
                self.last.pop("she", None)
                self.encounters.people(acting=True)
        elif token.tag == "NNP" and low in self.lexicon.bodies and words[0].lemma == "the":
            self.note("it", definite)
        elif token.tag == "NN" and (words[0].lemma in _DEFINITE or words[0].dep == "poss"):
            event = self.lexicon.is_event_noun(low)  # seldom meant by "it", as is what a speaker talks of
            if not quoted and (not event or leads(token.head)):
                self._note_thing(token, definite, near=event)

    def _note_thing(self, token: Token, name: str, *, near: bool = False) -> None:
        """Something "it" may stand for; later not who only tells of it ("..., the centre said")."""
        verb = token.head
        self.note("it", name, near=near or _tells_of_another(token))
        if token.dep in SUBJECTS and leads(verb):
            self._main = self.last["it"]
        elif verb.dep in ("advcl", "relcl", "acl"):
            self.last["it"] = replace(self.last["it"], aside=True)

    def follow(self, group: str, name: str) -> None:
        """The sentence is about somebody whom "he" or "she" was just found to stand for."""
        self.topics[group] = Referent(name, self.sentence, self._notes)

    def note(self, group: str, name: str, *, near: bool = False) -> None:
        """Somebody or something was spoken of that a pronoun of this group may stand for."""
        self.last[group] = Referent(name, self.sentence, self._notes, near)
        self._notes += 1

    def _gender_of(self, full: str, titles: Sequence[str], first: str) -> str:
        """ "He" or "she" by title or given name, "" where neither tells."""
        given = full.split()[0].lower() if " " in full else first
        if given in self.lexicon.female_names or any(title in self.lexicon.female_words for title in titles):
            return "she"
        return "he" if given in self.lexicon.given_names or any(title in ("mr.", "mr") for title in titles) else ""

    def fullest(self, token: Token) -> str:
        """The one full name that ends in this word, "" with none or with two ("Gonzalez" of a family)."""
        known = self._full.get(token.word.lower(), [])
        names = {join(name) for name in known}
        longest = max(names, key=len, default="")
        if token.tag == "NNPS" and longest.split(" ")[0].lower() in _SIDES:
            return ""  # "Africans" are not the "South Africans" of before
        return longest if all(longest.endswith(name) for name in names) else ""

    def is_known(self, token: Token) -> bool:
        """Whether a word with a capital is a name met before."""
        return token.word[:1].isupper() and token.word != "States" and token.word.lower() in self._full

    def is_proper(self, token: Token) -> bool:
        """Whether a noun is a name of its own, not "Ministry" or "President" with a capital."""
        low = token.word.lower()
        common = low in self.lexicon.generic_people or low in self.lexicon.titles or low in self.lexicon.calendar
        return token.is_name and not common

    def may_act(self, token: Token) -> bool:
        """Whether a noun is a name of somebody or something, and not that of a day or month."""
        return token.is_name and token.word.lower() not in self.lexicon.calendar

    def name(self, token: Token) -> str:
        """The fullest name for a noun or pronoun, "" for a pronoun nothing is known of."""
        low = token.word.lower()
        if low in PRONOUNS:
            return self.settled.get((token.start, low), "")
        if token.tag in ("PRP", "PRP$", "WP", "WDT", "EX", "DT"):
            return ""
        words = stripped(phrase(token))
        if self.is_proper(token) and token.child("compound") is None and self.fullest(token):
            return self.fullest(token)
        apposed = token.child("appos")
        if not self.is_proper(token) and apposed is not None and apposed.is_name:
            return self.name(apposed)
        determined = token.child("det")
        if determined is not None and determined.lemma == "the" and low in self._titled and len(words) == 1:
            return self._titled[low]
        return join(words)


def _tells_of_another(speaker: Token) -> bool:
    """Whether a noun only tells of one other thing: "the storm reached the coast, the centre said"."""
    verb = speaker.head
    told = verb.child("ccomp") if verb.is_root else None
    subject = told.child(*SUBJECTS) if told is not None and told.index < verb.index else None
    if subject is None or subject.tag not in ("NN", "NNP"):
        return False
    return subject.is_name or any(part.lemma in _DEFINITE for part in subject.children)


def _is_sought(name: Token) -> bool:
    """ "Searching for Orozov", "called for Orozov to go"."""
    return name.dep == "pobj" and name.head.lemma == "for" and name.head.head.is_verb


def _within(words: str, first: Token) -> str:
    """Words that opened a sentence, as they stand within one: "two children"."""
    return words[:1].lower() + words[1:] if first.index == 0 and not first.is_name else words


def leads(verb: Token) -> bool:
    """Whether a clause is the sentence itself or joined to it, or all that is told before "..., she said"."""
    if verb.dep == "conj" and verb.head.is_verb:
        verb = verb.head
    return verb.is_root or (verb.dep == "ccomp" and verb.head.is_root and verb.index < verb.head.index)


def is_of_several(name: Token) -> bool:
    """Whether several of something stand in a name, which is then a body's: "Human Rights Watch"."""
    return any(part.dep == "compound" and part.tag in ("NNS", "NNPS") for part in name.children)


def are_several(name: Token) -> bool:
    """Whether a name is that of several, not of one company ("the Houstons", but not "Mesa Airlines")."""
    return name.tag == "NNPS" and name.word.lower() not in PLURAL_COMPANIES

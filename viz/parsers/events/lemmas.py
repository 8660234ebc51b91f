"""Lemmas, each looked up once: spaCy's rules give a word of one tag and label the same lemma wherever it stands.

Its attribute ruler matches two hundred patterns against every sentence, a fifth of the time a tree takes, and all that
is read of it here is what it does to lemmas. So the two rule components run on each new word alone, and what they say
is kept. The few patterns of two words ("gonna", "let's") are the price. Where the rules try the shorter verb first,
spelling decides: "hoped" is no form of "hop", which would double its last letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

RULES = ("attribute_ruler", "lemmatizer")
PREFIXES = ("re", "pre", "de")
"""What a hyphen joins to a verb without making another sort of word of it: "re-elected" is to re-elect."""
_DOUBLING = re.compile(r"[^aeiou]*[aeiouy][b-df-hj-np-tvz]")
"""A verb of one short syllable, which doubles its last letter before an ending: "hop", "star"."""
_KEPT = 1 << 13  # words; some 2 MB


class Lemmas:
    """The lemmas of a pipeline whose lemmatizer goes by rules."""

    def __init__(self, nlp: Any) -> None:
        self._vocab = nlp.vocab
        self._steps = [nlp.get_pipe(name) for name in RULES]
        tables = nlp.get_pipe(RULES[1]).lookups
        index = tables.get_table("lemma_index") if tables.has_table("lemma_index") else {}
        self._verbs = frozenset(index.get("verb", ()))
        self.of = lru_cache(_KEPT)(self._worked_out)

    @staticmethod
    def serve(nlp: Any) -> bool:
        """Whether a pipeline has the rule components; others, with a trained lemmatizer, need the whole sentence."""
        return all(nlp.has_pipe(name) for name in RULES) and getattr(nlp.get_pipe(RULES[1]), "mode", "") == "rule"

    def is_undone(self, word: str, lemma: str) -> bool:
        """Whether a word only looks like a verb's form: "unconsolidated", as there is no "to unconsolidate"."""
        return word.lower().startswith("un") and bool(self._verbs) and lemma not in self._verbs

    def _worked_out(self, word: str, tag: str, dep: str) -> str:
        from spacy.tokens import Doc

        prefix, hyphen, rest = word.partition("-")
        if hyphen and rest and prefix.lower() in PREFIXES:
            return f"{prefix.lower()}-{self.of(rest, tag, dep)}"
        doc = Doc(self._vocab, [word], tags=[tag], deps=[dep], heads=[0])
        for step in self._steps:
            doc = step(doc)
        lemma = str(doc[0].lemma_).lower()
        return self._spelled(word.lower(), lemma) if tag.startswith("VB") and lemma != word.lower() else lemma

    def _spelled(self, word: str, lemma: str) -> str:
        """The verb whose form a word is by the doubling of its last letter."""
        for ending in ("ed", "ing"):
            stem = word.removesuffix(ending)
            if stem == word:
                continue
            longer, single = f"{stem}e", stem[:-1]
            if stem == lemma and longer in self._verbs and _DOUBLING.fullmatch(stem):
                return longer
            if lemma == longer and lemma not in self._verbs and stem[-1:] == stem[-2:-1] and single in self._verbs:
                return single
        return lemma

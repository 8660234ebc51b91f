"""Rules for words that point to a time without naming it: "now", "recently", "the future", "former"."""

from __future__ import annotations

from viz.parsers.dates.calendar_rules import following_is_word
from viz.parsers.dates.expressions import Vague
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.words import PLURALS


@rule("which=FORMER", "which=FUTURE")
def told_apart(read: Read) -> Built:
    """ "former", "formerly", "future": histories use them of the time they tell."""
    counts = following_is_word(read) or read.word("which") == "formerly"
    value = "FUTURE_REF" if read.word("which") == "future" else "PAST_REF"
    return Vague(value, of_narrative=True) if counts else None


@rule("SOON")
def soon(read: Read) -> Built:
    """ "soon" of what is to come: "will soon", "may soon", "soon to"; not "soon after" or "as soon as"."""
    beside = (read.before(), read.after())
    to_come = any(word in ("to", "will", "may", "can", "should", "ll") for word in beside)
    return Vague("FUTURE_REF") if to_come and beside[0] not in ("was", "were") else None


@rule(
    "which=(NOW|CURRENTLY|RECENTLY|CURRENT)",
    "THE which=PAST (?!(DIGITS|NUMWORD))",
    "PRESENT HYPHEN DAYWORD",
    "MODERN HYPHEN? DAYWORD",
    "THE TIME BEING",
    "THESE which=UNITS",
    "THOSE which=UNITS",
    "THE NEAR? which=FUTURE",
    "THE (NEAR|SHORT|LONG) which=TERM",
    "A which=LATER (DATEWORD|TIME)",
    "which=FUTURE UNITS",
)
def vague(read: Read) -> Built:
    """ "now", "recently", "the future", "the near term", "a later date"."""
    word = read.word("which")
    if read.has("which") and word in PLURALS and word != "days":
        return None
    if word == "days" and read.word_at(0) == "those":
        return Vague("PAST_REF")
    if word == "recently" and (read.before(), read.after()) == ("as", "as"):
        return None  # "as recently as 2010"
    if word == "future" and following_is_word(read) and read.before() not in ("in", "into", "for"):
        return None  # "the future president"
    if word == "past" and read.kind(read.last - read.first) == "w" and read.after() not in _PRONOUNS:
        return None
    value = {
        "now": "PRESENT_REF",
        "nowadays": "PRESENT_REF",
        "currently": "PRESENT_REF",
        "presently": "PRESENT_REF",
        "current": "PRESENT_REF",
        "days": "PRESENT_REF",
        "": "PRESENT_REF",
        "future": "FUTURE_REF",
        "term": "FUTURE_REF",
        "later": "FUTURE_REF",
    }.get(word, "PAST_REF")
    return Vague(value)


_PRONOUNS = frozenset("i you he she it we they".split())

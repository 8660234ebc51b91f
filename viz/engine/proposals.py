"""What is proposed for a draft before somebody confirms it: its metadata, and what its text tells beside that.

    proposed_days(draft)       best first, each with its origin; the first one that is no hint is the one to offer
    proposed_language(draft)

Reading knows metadata and parsers know texts; this is where the two meet, for the app and for the command line.
"""

from __future__ import annotations

import re
from datetime import date

from viz.parsers.dates.language import ENGLISH, guess_language, language_name
from viz.parsers.dates.publication import infer_published
from viz.reading import Draft, Told, Trust

MOST_GUESSED = 3
SAMPLE, FEW_WORDS = 2000, 3
# "en" is also the answer when no language speaks clearly: only with some of these is the text English for sure.
_ENGLISH_WORDS = re.compile(r"\b(?:the|of|and|to|was|that|for|said)\b", re.IGNORECASE)


def proposed_days(draft: Draft) -> tuple[Told[date], ...]:
    """Every day worth offering: what the source states, what the text states, the address, and then mere hints."""
    found: dict[date, Told[date]] = {}
    for told in sorted((*draft.published, *_days_of_text(draft.text)), key=lambda told: told.trust):
        found.setdefault(told.value, told)
    return tuple(found.values())


def first_day(days: tuple[Told[date], ...]) -> Told[date] | None:
    """The day to offer; None when there are only hints, which nobody should find filled in."""
    return next((told for told in days if told.trust < Trust.HINT), None)


def proposed_language(draft: Draft) -> Told[str]:
    """The language of the text. A tag that says English counts for less than the words: templates say it unasked."""
    guessed, told = guess_language(draft.text), draft.language
    clearly_english = guessed == ENGLISH and len(_ENGLISH_WORDS.findall(draft.text[:SAMPLE])) >= FEW_WORDS
    if told.value == guessed.split("-")[0] or (told.value not in ("", ENGLISH) and not clearly_english):
        return told
    return Told(guessed, f"The words of the text are {language_name(guessed)}.")


def _days_of_text(text: str) -> list[Told[date]]:
    """A text that settles its own date states it; the likeliest days of any other are hints."""
    if guess_language(text) != ENGLISH:
        return []
    proposal = infer_published(text)
    if proposal.sure:
        return [Told(proposal.sure, " ".join(proposal.why))]
    days = ((candidate.day, candidate.reasons) for candidate in proposal.candidates)
    return [Told(day, " ".join(reasons), Trust.HINT) for day, reasons in days if day][:MOST_GUESSED]

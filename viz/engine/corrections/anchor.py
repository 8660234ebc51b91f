"""Words found again in a text that may have changed: by position, by quotation and context, then by likeness."""

from __future__ import annotations

from rapidfuzz import fuzz

from viz.engine.corrections.correction import Quote

AROUND = 32
"""Characters of context kept on each side."""
SURE_CONTEXT = 0.4
"""Likeness of the context from which a repeated or short quotation is believed."""
LONG_QUOTE = 25
"""A quotation this long that stands only once in a text needs no context."""
ALIKE = 75
"""Likeness, of 100, from which changed words with their context are taken for the same passage."""
Span = tuple[int, int]


def quote_of(text: str, start: int, end: int) -> Quote:
    """The quotation of `text[start:end]` with its context."""
    return Quote(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND], start, end)


def anchor(text: str, quote: Quote) -> Span | None:
    """Where the quoted words stand in a text now, as a span; None when they cannot be told for sure."""
    if quote == quote_of(text, quote.start, quote.end):
        return quote.start, quote.end
    places = _occurrences(text, quote.exact)
    if places:
        best = max(places, key=lambda at: (round(_context(text, at, quote), 2), -abs(at - quote.start)))
        alone = len(places) == 1 and len(quote.exact) >= LONG_QUOTE
        if alone or _context(text, best, quote) >= SURE_CONTEXT:
            return best, best + len(quote.exact)
    return _alike(text, quote)


def _occurrences(text: str, words: str) -> list[int]:
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _context(text: str, at: int, quote: Quote) -> float:
    end = at + len(quote.exact)
    before = fuzz.ratio(quote.prefix, text[max(0, at - AROUND) : at])
    after = fuzz.ratio(quote.suffix, text[end : end + AROUND])
    return (before + after) / 200


def _alike(text: str, quote: Quote) -> Span | None:
    """The passage most like quotation and context together, and in it the words between the two contexts."""
    passage = fuzz.partial_ratio_alignment(quote.prefix + quote.exact + quote.suffix, text, score_cutoff=ALIKE)
    if passage is None or not text:
        return None
    first, last = max(0, passage.dest_start - AROUND), passage.dest_end + AROUND
    window = text[first:last]
    words = fuzz.partial_ratio_alignment(quote.exact, window, score_cutoff=ALIKE) if len(quote.exact) > 3 else None
    found = (words.dest_start, words.dest_end) if words else _between(window, quote)
    return _trimmed(text, first + found[0], first + found[1]) if found else None


def _between(window: str, quote: Quote) -> Span | None:
    before = fuzz.partial_ratio_alignment(quote.prefix, window, score_cutoff=ALIKE) if quote.prefix else None
    after = fuzz.partial_ratio_alignment(quote.suffix, window, score_cutoff=ALIKE) if quote.suffix else None
    if before is None or after is None or before.dest_end >= after.dest_start:
        return None
    return before.dest_end, after.dest_start


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None

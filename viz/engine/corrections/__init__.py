"""Corrections: what a reader says a reading should have been, kept beside the article and never in it.

    log = (correction, ...)              entries are only ever added; undo and redo are entries too
    apply(reading, log) -> Reading       pure: after a new version, or a small edit of the text, apply it again

Each entry finds its words by quotation and position, so it survives re-analysis; what can no longer be found, and what
two people decided differently without having seen each other, is kept and shown.
"""

from viz.engine.corrections.anchor import anchor, quote_of
from viz.engine.corrections.apply import Conflict, Settled, apply, settle
from viz.engine.corrections.correction import Correction, Field, Quote, Value
from viz.engine.corrections.history import active, correct, redo, saved_together, undo
from viz.engine.corrections.jsonld import read, write
from viz.engine.corrections.more import more_mentions

__all__ = [
    "Conflict", "Correction", "Field", "Quote", "Settled", "Value", "active", "anchor", "apply", "correct",
    "more_mentions", "quote_of", "read", "redo", "saved_together", "settle", "undo", "write",
]  # fmt: skip

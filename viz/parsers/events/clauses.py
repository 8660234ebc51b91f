"""Clause rules: a rough tree without the grammar model, so that events can be found at all."""

from __future__ import annotations

from collections.abc import Sequence

from viz.parsers.events.lexicon import Lexicon
from viz.parsers.events.sentences import Stretch
from viz.parsers.events.syntax import Sentence


def parse_plainly(text: str, cased: str, stretches: Sequence[Stretch], lexicon: Lexicon) -> list[Sentence]:
    """One rough tree a sentence."""
    return []

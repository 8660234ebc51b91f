"""What one browser session remembers beside the view in its URL: nobody else ever sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from viz.engine.corrections import Correction
from viz.model import PlaceMention, Reading, Where


@dataclass(frozen=True, slots=True)
class Offer:
    """A place was corrected; the same name was taken for the same place in more mentions."""

    name: str
    mentions: tuple[tuple[Reading, PlaceMention], ...]
    where: Where


@dataclass(slots=True)
class Session:
    """`author` signs corrections, `made` are the ids of those of this session, for undo; `removed` can be restored."""

    author: str = ""
    made: set[str] = field(default_factory=set)
    offer: Offer | None = None
    removed: dict[str, str] = field(default_factory=dict)
    ground: str = ""
    """What the map showed when the library was to be searched there, until it is; as `View.ground`."""
    number: int = 0
    """Rises with each dialog that is opened: no widget keeps an answer given in an earlier one."""

    def note(self, entries: Sequence[Correction]) -> None:
        """Remember entries as made here."""
        self.made |= {one.id for one in entries}


def session() -> Session:
    """The memory of this browser session."""
    kept = st.session_state.setdefault("session", Session())
    assert isinstance(kept, Session)
    return kept

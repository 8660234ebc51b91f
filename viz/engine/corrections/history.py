"""The log: new entries, undo and redo as entries, and what stands after all of them.

Entries made at the same instant were saved together and are taken back and brought back together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from viz.engine.corrections.correction import STEPS, Correction, Field, Quote, Value

Log = Sequence[Correction]


def correct(
    log: Log, article_id: str, field: Field, value: Value, quote: Quote, *, base: tuple[str, ...] = (), event: str = "",
    author: str = "",
) -> Correction:  # fmt: skip
    """A new entry for a log, made now: later than everything in it, even when the clock has been set back."""
    now = datetime.now(UTC)
    if log:
        now = max(now, datetime.fromisoformat(max(one.made for one in log)) + timedelta(microseconds=1))
    made = now.isoformat(timespec="microseconds")
    return Correction(uuid4().hex, article_id, field, value, quote, base, event, author, made)


def in_order(log: Iterable[Correction]) -> tuple[Correction, ...]:
    """Each entry once, the oldest first."""
    return tuple(sorted({one.id: one for one in log}.values(), key=lambda one: one.order))


def active(log: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that stand: neither undone nor mere steps."""
    entries = in_order(log)
    undone: dict[str, bool] = {}
    for entry in entries:
        if entry.field in STEPS:
            undone[str(entry.value)] = entry.field is Field.UNDO
    return tuple(one for one in entries if one.field not in STEPS and not undone.get(one.id))


def saved_together(entries: Sequence[Correction]) -> tuple[Correction, ...]:
    """New entries as one save: all made at the instant of the latest."""
    made = max((one.made for one in entries), default="")
    return tuple(replace(one, made=made) for one in entries)


def undo(log: Log, author: str = "", among: Collection[str] | None = None) -> tuple[Correction, ...]:
    """The entries that take back the latest save (of the corrections in `among`, if given); () when nothing is left."""
    done, _ = _stacks(log, among)
    return _steps(log, done, Field.UNDO, author)


def redo(log: Log, author: str = "", among: Collection[str] | None = None) -> tuple[Correction, ...]:
    """The entries that bring back what was undone last; () when something was corrected since."""
    _, undone = _stacks(log, among)
    return _steps(log, undone, Field.REDO, author)


def _stacks(log: Log, among: Collection[str] | None) -> tuple[list[Correction], list[Correction]]:
    done: list[Correction] = []
    undone: list[Correction] = []
    for entry in in_order(log):
        if entry.field not in STEPS:
            if among is None or entry.id in among:
                done.append(entry)
                undone.clear()
            continue
        source, target = (done, undone) if entry.field is Field.UNDO else (undone, done)
        moved = [one for one in source if one.id == entry.value]
        for one in moved:
            source.remove(one)
            target.append(one)
    return done, undone


def _steps(log: Log, stack: Sequence[Correction], field: Field, author: str) -> tuple[Correction, ...]:
    """One entry for each correction of the save on top of a stack."""
    top = [one for one in stack if one.made == stack[-1].made]
    return saved_together(
        [correct(log, one.article_id, field, one.id, one.quote, event=one.event, author=author) for one in top]
    )


def heads(corrections: Sequence[Correction], log: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those of some corrections that no other of them replaces, directly or through entries of the log since undone."""
    known = {one.id: one for one in log}
    replaced: set[str] = set()
    for one in corrections:
        waiting = list(one.base)
        while waiting:
            name = waiting.pop()
            if name not in replaced:
                replaced.add(name)
                waiting += known[name].base if name in known else ()
    return tuple(one for one in corrections if one.id not in replaced)

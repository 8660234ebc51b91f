"""What a reader chose in the linked view -> the view in the URL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from viz.engine.filters import Clock
from viz.pages import view
from viz.pages.view import Mode, View


def apply(change: Mapping[str, Any]) -> None:
    """Take over one change; what cannot be understood changes nothing."""
    view.write(changed(view.get(), change))


def changed(current: View, change: Mapping[str, Any]) -> View:
    """The view after one change of the linked view: event, range, clock, mode, sort or clear."""
    if change.get("clear"):
        return current.cleared()
    if "range" in change:
        return _with_range(current, change["range"])
    if change.get("clock") in set(Clock):
        return replace(current, clock=Clock(change["clock"]))
    if change.get("mode") in set(Mode):
        return replace(current, mode=Mode(change["mode"]))
    return replace(current, event=str(change.get("event", current.event)), sort=str(change.get("sort", current.sort)))


def _with_range(current: View, days: Any) -> View:
    try:
        first, last = sorted(date.fromisoformat(str(day)) for day in days)
    except ValueError:
        return current
    return replace(current, start=first, end=last)

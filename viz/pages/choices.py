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
    """The view after a change, which names any of event, sort, clock, mode, range, ground and clear."""
    view = replace(current, event=str(change.get("event", current.event)), sort=str(change.get("sort", current.sort)))
    if change.get("clock") in set(Clock):
        view = replace(view, clock=Clock(change["clock"]))
    if change.get("mode") in set(Mode):
        view = replace(view, mode=Mode(change["mode"]))
    if "ground" in change:
        view = replace(view, ground=str(change["ground"]))
    if change.get("clear"):
        view = view.cleared()
    return _with_range(view, change["range"]) if "range" in change else view


def _with_range(current: View, days: Any) -> View:
    try:
        first, last = sorted(date.fromisoformat(str(day)) for day in days)
    except ValueError:
        return current
    return replace(current, start=first, end=last)

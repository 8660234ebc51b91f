"""Dateline reads a news article and draws what happens in it.

    text -> Article -> mentions (dates, places, people) -> resolved -> events -> Timeline -> figures

As a library:

    import viz
    story = viz.timeline("report.txt", published="2017-09-20")     # a path, a URL or the text itself
    story.to_frame(), story.to_geojson(), story.figure(), story.save("story.html")
    viz.load("dams.csv")                                           # CSV, GeoJSON or TimelineJS of others

Imports point one way:

    terms, model, errors, settings <- reading <- parsers <- engine <- charts <- atlas <- formats <- api, pages <- app

`import viz` loads nothing of this: the names below are fetched when they are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viz.api import Timeline, load, timeline
    from viz.errors import DatelineError, InputError

__all__ = ["DatelineError", "InputError", "Timeline", "load", "timeline"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'viz' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("viz.errors" if name.endswith("Error") else "viz.api"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])

"""Corrections as W3C Web Annotations (JSON-LD): how they are stored, exported and imported.

What the standard has a word for stands in its terms: motivation, creator, created, target, selectors, a body for
people. What makes it a correction of ours stands beside, in a vocabulary of its own (`dateline:`), and comes back
exactly.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from viz.engine.corrections.correction import TYPES, Correction, Field, Quote, Value
from viz.engine.export.archive import plain, typed
from viz.errors import InputError, ModelError
from viz.model import Event, When, Where

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:terms:"}]
ARTICLE = "urn:dateline:article:"
ENTRY = "urn:dateline:correction:"
Record = dict[str, Any]


def write(log: Iterable[Correction]) -> str:
    """A file of corrections: an AnnotationPage."""
    page = {"@context": CONTEXT, "id": "urn:dateline:corrections", "type": "AnnotationPage"}
    return json.dumps(page | {"items": [annotation(one) for one in log]}, indent=1) + "\n"


def read(text: str | bytes) -> tuple[Correction, ...]:
    """The corrections of such a file. Raises InputError saying what is wrong with any other."""
    try:
        page = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"This is not JSON ({error}); give a file of corrections exported from Dateline.") from None
    items = page.get("items") if isinstance(page, dict) else None
    if not isinstance(items, list) or page.get("type") != "AnnotationPage":
        raise InputError('This is no file of corrections; its "type" should be "AnnotationPage", with "items".')
    return tuple(correction(item, number) for number, item in enumerate(items, start=1))


def annotation(one: Correction) -> Record:
    """One correction as a Web Annotation."""
    quote = one.quote
    creator = {"creator": {"type": "Person", "name": one.author}} if one.author else {}
    selectors = [
        {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
    ]
    body = {"type": "TextualBody", "purpose": "editing", "format": "text/plain", "value": _described(one)}
    return {
        "id": ENTRY + one.id,
        "type": "Annotation",
        "motivation": "editing",
        "created": one.made,
        **creator,
        "body": body,
        "target": {"source": ARTICLE + one.article_id, "selector": selectors},
        "dateline:field": one.field.value,
        "dateline:value": plain(one.value),
        "dateline:base": list(one.base),
        "dateline:event": one.event,
    }


def correction(item: Any, number: int = 1) -> Correction:
    """The correction of an annotation. Raises InputError naming its number when it is none of ours."""
    try:
        field = Field(item["dateline:field"])
        quote, position = item["target"]["selector"]
        whole = {
            "id": _after(item["id"], ENTRY),
            "article_id": _after(item["target"]["source"], ARTICLE),
            "quote": {name: quote[name] for name in ("exact", "prefix", "suffix")}
            | {name: position[name] for name in ("start", "end")},
            "base": item["dateline:base"],
            "event": item["dateline:event"],
            "author": item.get("creator", {}).get("name", ""),
            "made": item["created"],
        }
        value: Value = typed(TYPES[field], item["dateline:value"], "dateline:value")
        parts = {name: typed(_PARTS[name], part, name) for name, part in whole.items()}
        return Correction(field=field, value=value, **parts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = str(error) if isinstance(error, ModelError) else f"it lacks or misspells {error}"
        raise InputError(f"Annotation {number} is no correction that Dateline wrote: {reason}.") from None


_PARTS: dict[str, Any] = {
    "id": str,
    "article_id": str,
    "quote": Quote,
    "base": tuple[str, ...],
    "event": str,
    "author": str,
    "made": str,
}


def _described(one: Correction) -> str:
    """A correction for people: "when: 2021-04-30"."""
    return f"{one.field.value}: {_said(one.value)}"


def _said(value: Value) -> str:
    if isinstance(value, When):
        return value.edtf or value.timex
    if isinstance(value, Where):
        return f"{value.place.name}, {value.place.country}" if value.place.country else value.place.name
    if isinstance(value, Event):
        return value.headline
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else "none" if value is None else str(value)


def _after(name: str, prefix: str) -> str:
    if not name.startswith(prefix):
        raise ModelError(f"{name!r:.60} should start with {prefix}")
    return name[len(prefix) :]

"""W3C Web Annotation: every date, place and event, each finding its words by quotation and by position."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from viz.engine.export.parts import clean, description
from viz.model import DateMention, Event, PlaceMention, Reading, Timeline

AROUND = 32
"""Characters of text before and after the words, enough to find them again in a changed copy."""
Annotation = dict[str, Any]


def write(timeline: Timeline) -> str:
    """An AnnotationPage with the annotations of every article."""
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:dateline:annotations",
        "type": "AnnotationPage",
        "items": [annotation for reading in timeline.readings for annotation in _annotations(reading)],
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotations(reading: Reading) -> Iterator[Annotation]:
    for mention in reading.dates:
        yield _annotation(reading, f"date-{mention.start}", "tagging", _date(mention), (mention.start, mention.end))
    for place in reading.places:
        yield _annotation(reading, f"place-{place.start}", "identifying", _place(place), (place.start, place.end))
    for event in reading.events:
        yield _annotation(reading, f"event-{event.id}", "describing", _event(reading, event), event.span)


def _annotation(
    reading: Reading, what: str, motivation: str, body: list[dict[str, str]], span: tuple[int, int]
) -> Annotation:
    about = f"urn:dateline:article:{clean(reading.article.id)}"
    return {
        "id": f"{about}:{clean(what)}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {"source": about, "selector": selectors(reading.article.text, *span)},
    }


def selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """A TextQuoteSelector and a TextPositionSelector for the characters `[start, end)` of a text."""
    quote = {
        "type": "TextQuoteSelector",
        "exact": clean(text[start:end]),
        "prefix": clean(text[max(0, start - AROUND) : start]),
        "suffix": clean(text[end : end + AROUND]),
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _text(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": clean(value), "format": "text/plain", "purpose": purpose}


def _date(mention: DateMention) -> list[dict[str, str]]:
    modified = f" ({mention.mod})" if mention.mod else ""
    body = [_text(f"{mention.type.value} {mention.value or 'no value'}{modified}", "tagging")]
    return [*body, _text(mention.why, "describing")] if mention.why else body


def _place(mention: PlaceMention) -> list[dict[str, str]]:
    if mention.where is None:
        return [_text(f"{mention.text} ({mention.role.value}; not found in the gazetteer)", "identifying")]
    place = mention.where.place
    body = [_text(f"{place.name}, {place.country or 'no country'} ({mention.role.value})", "identifying")]
    if place.geonameid:
        address = f"https://sws.geonames.org/{place.geonameid}/"
        body.append({"type": "SpecificResource", "source": address, "purpose": "linking"})
    return body


def _event(reading: Reading, event: Event) -> list[dict[str, str]]:
    return [_text(event.headline, "tagging"), _text(description(reading, event), "describing")]

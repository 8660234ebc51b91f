"""KML 2.2 for map programs: a folder per article, a placemark per event, time as TimeStamp or TimeSpan."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from xml.etree.ElementTree import Element, SubElement

from viz.engine.export.parts import clean, description, first_day, iso, last_day, name
from viz.model import Event, Granularity, Reading, Timeline, When

_SPACE = "http://www.opengis.net/kml/2.2"
_TOLD_SHORT = {Granularity.DAY: 10, Granularity.MONTH: 7, Granularity.YEAR: 4}


def write(timeline: Timeline) -> str:
    """A whole KML document. An event without a point is a placemark without one: listed, not drawn."""
    root = Element("kml", xmlns=_SPACE)
    document = SubElement(root, "Document")
    _add(document, "name", "Dateline")
    for reading in timeline.readings:
        folder = SubElement(document, "Folder")
        _add(folder, "name", reading.article.title or reading.article.source or reading.article.id)
        for event in reading.events:
            _placemark(folder, reading, event)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add(parent: Element, tag: str, text: str) -> Element:
    child = SubElement(parent, tag)
    child.text = clean(text)
    return child


def _placemark(folder: Element, reading: Reading, event: Event) -> None:
    """The children stand in the order the schema asks for: name, description, time, data, point."""
    mark = SubElement(folder, "Placemark")
    _add(mark, "name", event.headline)
    _add(mark, "description", description(reading, event))
    if event.when:
        _time(mark, event.when)
    data = SubElement(mark, "ExtendedData")
    fields = {"id": name(event), "edtf": event.when.edtf if event.when else "", "status": event.status.value}
    for key, value in (fields | {"source": event.source, "kind": event.kind.value}).items():
        _add(SubElement(data, "Data", name=key), "value", value)
    place = event.where.place if event.where else None
    if place and place.lat is not None:
        _add(SubElement(mark, "Point"), "coordinates", f"{place.lon},{place.lat}")


def _time(mark: Element, when: When) -> None:
    """A plain day, month or year is a TimeStamp ("2017-08" is legal); everything else a span, an open side left out."""
    length = _TOLD_SHORT.get(when.granularity)
    if length and iso(first_day(when))[:length] == iso(last_day(when))[:length] != "":
        _add(SubElement(mark, "TimeStamp"), "when", iso(first_day(when))[:length])
        return
    span = SubElement(mark, "TimeSpan")
    for tag, day in (("begin", first_day(when)), ("end", last_day(when))):
        if day:
            _add(span, tag, iso(day))

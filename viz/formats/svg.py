"""Small helpers to draw an SVG picture without a browser: text is text, so it stays sharp, searchable and editable."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from xml.etree.ElementTree import Element, SubElement

from viz.charts.theme import LIGHT, SHAPES
from viz.charts.words import say_day
from viz.engine.export.parts import clean
from viz.model import Status, Timeline

WIDTH = 960
MARGIN = 20
SANS = "'Source Sans 3', Helvetica, Arial, sans-serif"
SERIF = "'Source Serif 4', Georgia, serif"
HEAD, FOOT = 64, 26  # pixels above the picture for headline and source, and below it for the credits
_OUTLINES = {
    "circle": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "triangle-up": "M0-6 6 5H-6z",
    "diamond": "M0-6.5 6.5 0 0 6.5-6.5 0z",
    "x": "M-4.5-6 0-1.5 4.5-6 6-4.5 1.5 0 6 4.5 4.5 6 0 1.5-4.5 6-6 4.5-1.5 0-6-4.5z",
    "square-open": "M-4.5-4.5h9v9h-9z",
}


def sheet(timeline: Timeline, height: float, about: str) -> Element:
    """An empty picture: headline and source above, credits below; `height` is that of what is between."""
    whole = HEAD + height + FOOT
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {number(whole)}", role="img")
    root.attrib |= {"width": str(WIDTH), "height": number(whole), "font-family": SANS}
    heading = _heading(timeline)
    SubElement(root, "title").text = clean(f"{about}: {heading}")
    SubElement(root, "rect", width="100%", height="100%", fill=LIGHT.panel)
    text(root, MARGIN, 30, heading, size=20, family=SERIF)
    text(root, MARGIN, 50, _sources(timeline), size=13, colour=LIGHT.muted)
    credits = "Drawn by Dateline. Places: GeoNames, CC BY 4.0. Base map: Natural Earth."
    text(root, MARGIN, whole - 9, credits, size=11, colour=LIGHT.muted)
    return root


def written(root: Element) -> str:
    """The picture as a file."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def text(
    parent: Element, x: float, y: float, words: str, *, size: float = 13, colour: str = LIGHT.ink, family: str = "",
    anchor: str = "start", halo: str = "",
) -> None:  # fmt: skip
    """Words on one line; `halo` is the colour of the ground, so that letters cut the lines below them."""
    node = SubElement(parent, "text", x=number(x), y=number(y), fill=colour)
    node.attrib |= {"font-size": str(size), "text-anchor": anchor}
    if family:
        node.set("font-family", family)
    if halo:
        node.attrib |= {"stroke": halo, "stroke-width": "3", "paint-order": "stroke", "stroke-linejoin": "round"}
    node.text = " ".join(clean(words).split())


def mark(parent: Element, x: float, y: float, status: Status | None, told: str, scale: float = 1.0) -> None:
    """The mark of a status, as the screen has it, None for several; `told` shows when a pointer rests on it."""
    shape, hue = (SHAPES[status], LIGHT.statuses[status]) if status else ("circle", LIGHT.muted)
    node = SubElement(parent, "path", d=_OUTLINES[shape], fill="none" if shape.endswith("open") else hue)
    node.set("stroke", hue if shape.endswith("open") else LIGHT.panel)
    node.set("stroke-width", "2" if shape.endswith("open") else "1")
    node.set("transform", f"translate({number(x)} {number(y)}) scale({number(scale)})")
    SubElement(node, "title").text = clean(told)


def number(value: float) -> str:
    """A coordinate with as many decimals as a screen can show."""
    return f"{value:.1f}".removesuffix(".0")


def _heading(timeline: Timeline) -> str:
    titles = [reading.article.title for reading in timeline.readings if reading.article.title]
    if len(titles) == 1:
        return titles[0]
    return f"{len(timeline.readings)} articles" if timeline.readings else "No article"


def _sources(timeline: Timeline) -> str:
    told = []
    for article in (reading.article for reading in timeline.readings):
        published = f"published {say_day(article.published)}" if article.published else "publication date unknown"
        told.append(", ".join(part for part in (article.source, published) if part))
    return "; ".join(dict.fromkeys(told))

"""Parts of a web page that metadata is read from: JSON-LD, the head of the story, and what stands beside the story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

MOST_JSON = 2_000_000
STORY_PARAGRAPH = 200  # characters: a longer paragraph is the story itself
HEAD_ELEMENTS = 120  # looked at below the headline
BLOCKS = set("p div span time li ul small address em i strong b h2 h3 h4 h5 h6 header section a".split())
ASIDES = {"nav", "aside", "footer", "form", "noscript", "template", "table", "dl", "figure"}
_ASIDE = re.compile(
    r"related|comment|footer|sidebar|recommend|most-?read|trending|newsletter|promo|masthead|teaser|copyright",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"Article$|^(?:BlogPosting|Report|NewsArticle|LiveBlogPosting|SocialMediaPosting)$|Article\b")


@dataclass(frozen=True, slots=True)
class Linked:
    """The JSON-LD record of a page's article: empty when the page has none."""

    record: Mapping[str, Any]

    def text(self, name: str) -> str:
        """A property as text: of a person or organisation the name, of several all names."""
        return _text(self.record.get(name))


def linked_data(tree: HtmlElement) -> Linked:
    """The record of the article the page is about, among all that its JSON-LD describes."""
    records: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            records += _records(script.text or "")
    articles = [record for record in records if _is_article(record)]
    title = " ".join(tree.xpath("string((//h1)[1])").split()).casefold()
    same = [one for one in articles if title and _text(one.get("headline")).casefold() == title]
    pages = [record for record in records if "Page" in str(record.get("@type"))]
    dated = [one for one in (*articles, *pages) if "datePublished" in one]
    return Linked(next(iter([*same, *dated, *articles]), {}))


def _records(script: str) -> list[Mapping[str, Any]]:
    """The records a script describes; what is inside a record (a list of other stories) is not about the page."""
    script = re.sub(r"^\s*(?:<!--|/\*.*?\*/|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script)
    if len(script) > MOST_JSON:
        return []
    try:
        found = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return []
    top = found if isinstance(found, list) else [found]
    records = [record for record in top if isinstance(record, dict)]
    graphs = [record["@graph"] for record in records if isinstance(record.get("@graph"), list)]
    mains = [record["mainEntity"] for record in records if isinstance(record.get("mainEntity"), dict)]
    return [*records, *(one for graph in graphs for one in graph if isinstance(one, dict)), *mains]


def _is_article(record: Mapping[str, Any]) -> bool:
    kinds = record.get("@type")
    return any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_text, value[:10]))))
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value"))
    return " ".join(value.split()) if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def story_head(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements between the headline and the story, outermost first: byline, date, standfirst.

    Without an h1 it is what an only <article> or <main> begins with, and a page that lists several has none.
    """
    following = _after_headline(tree)
    for number, element in enumerate(following):
        if number >= HEAD_ELEMENTS or element.tag == "article":
            return
        if element.tag == "p" and len(one_line(element)) >= STORY_PARAGRAPH:
            return
        if element.tag in BLOCKS and not is_aside(element):
            yield element


def _after_headline(tree: HtmlElement) -> Iterator[HtmlElement]:
    headline = next(headlines(tree), None)
    if headline is not None:
        beside = headline.getparent().tag != "body"  # a kicker or date above the headline, in one box with it
        above = headline.xpath("preceding-sibling::*/descendant-or-self::*") if beside else []
        return _elements([*above[-HEAD_ELEMENTS // 4 :], *headline.xpath("following::*")])
    stories = tree.xpath("//article") or tree.xpath("//main")
    return _elements(stories[0].iterdescendants()) if len(stories) == 1 else iter(())


def headlines(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The main headings, without the name of the site, which old pages set as one."""
    return (one for one in tree.iter("h1") if one_line(one) and not _is_name_of_site(one))


def _is_name_of_site(heading: HtmlElement) -> bool:
    """Whether a heading is the site's own name: a link to its first page."""
    return any(re.fullmatch(r"(?:https?://[^/]+)?/?", link.get("href") or "-") for link in heading.iter("a"))


def _elements(found: Any) -> Iterator[HtmlElement]:
    return (element for element in found if isinstance(element.tag, str))


def is_aside(element: HtmlElement) -> bool:
    """Whether it stands in navigation, a footer, comments, or beside other stories."""
    for one in (element, *element.iterancestors()):
        if one.tag in ("body", "html"):
            return False
        if one.tag in ASIDES or _ASIDE.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
    return False


def label_of(element: HtmlElement) -> str:
    """What says which date it is: its class and name, and the words before it in its line."""
    parent = element.getparent()
    before = element.getprevious()
    said = (before.tail or one_line(before)) if before is not None else (parent.text if parent is not None else "")
    names = [element.get(name) or "" for name in ("class", "itemprop", "id", "data-testid")]
    return " ".join([*names, " ".join((said or "").split())[-30:], (element.text or "")[:40]])


def one_line(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(" ".join(element.itertext()).split())

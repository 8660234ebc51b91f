"""When was a web page published? Every day the page itself tells, best first, each with where it stands.

Looked at in this order: JSON-LD, meta tags, time elements beside the headline, the line below the headline, the
address. What only looks like it is left out: the day the page was changed, a clock in the masthead, dates of other
stories and of comments. A page that tells nothing gets nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxml.html import HtmlElement

from viz.reading.days import day_of, days_in
from viz.reading.draft import Told, Trust
from viz.reading.page_parts import Linked, is_aside, label_of, one_line, story_head

LINE_LENGTH = 160
FEW_WORDS = 3
META_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "article.published", "datepublished", "date_published", "publication_date", "publication-date", "pubdate",
    "publishdate", "publish-date", "publish_date", "published_date", "published-date", "publishtime",
    "originalpublicationdate", "citation_publication_date", "citation_online_date", "citation_date",
    "prism.publicationdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "rnews:datepublished", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
    "dcterms.created", "dc.date.created", "article_date_original", "article.created", "displaydate", "release_date",
    "date",
)  # fmt: skip
_CHANGED = re.compile(r"updat|modif|edit|chang|revis|corrected|accessed|retrieved|lastmod", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|posted|pubdate|issued|released|created|first", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)([/-])([01]?\d)\2([0-3]?\d)(?=[/_.-]|$)")
_BESIDE_DATE = re.compile(
    r"\b(?:published|posted|first|issued|released|created|date|dated|on|at|gmt|utc|[ecmp][sd]t|bst|a\.?m|p\.?m|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?|\d{1,2}[:.h]\d\d(?::\d\d)?|[\W_]+",
    re.IGNORECASE,
)
_SAYS_WHOSE = re.compile(r"\b(?:publi\w+|posted|by)\b", re.IGNORECASE)
_WRITTEN_OUT = re.compile(
    r"\b\d{1,2}(?:\.|er|º)?\s(?:de\s)?[^\W\d_]{3,14}\.?\s(?:de\s)?(?:1[6-9]|20)\d\d(?!\d)|"
    r"(?:1[6-9]|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
)
_BY_NAME = re.compile(r"By(?:\s(?:[A-Z][\w.'’-]*|and|de|van|von)[,;|]?){2,10}$")
_SMALL = {"and", "of", "for", "the", "in", "de", "van", "von", "der", "la", "al", "bin", "min", "read", "by"}


def page_days(tree: HtmlElement, linked: Linked, url: str, language: str) -> tuple[Told[date], ...]:
    """The days a page tells, each once, best first."""
    found: dict[date, Told[date]] = {}
    for told in _told(tree, linked, url, language):
        found.setdefault(told.value, told)
    return tuple(sorted(found.values(), key=lambda told: told.trust))


def _told(tree: HtmlElement, linked: Linked, url: str, language: str) -> Iterator[Told[date]]:
    value = linked.text("datePublished") or linked.text("dateCreated")
    if day := day_of(value, language):
        yield Told(day, f"The page's JSON-LD says that it was published on {day}.")
    yield from _metas(tree, language)
    yield from _times(tree, language)
    yield from _lines(tree, language)
    if in_address := _IN_ADDRESS.search(url):
        year, _, month, number = in_address.groups()
        if day := day_of(f"{year}-{month}-{number}"):
            yield Told(day, f"The address of the page has “{in_address.group().strip('/_-')}” in it.", Trust.DERIVED)


def _metas(tree: HtmlElement, language: str) -> Iterator[Told[date]]:
    contents: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        contents.setdefault(name, meta.get("content") or "")
    for name in META_NAMES:
        if day := day_of(contents.get(name, ""), language):
            yield Told(day, f"The page's {name} tag says {day}.")


def _times(tree: HtmlElement, language: str) -> Iterator[Told[date]]:
    """Time elements of the story: those that say they are its publication first."""
    named, plain = [], []
    for element in tree.iter("time", "span", "div", "p", "abbr", "li"):
        marked = element.get("itemprop", "").lower() == "datepublished" or element.get("pubdate") is not None
        if (element.tag != "time" and not marked) or is_aside(element):
            continue
        written = element.get("datetime") or element.get("content") or element.get("title") or one_line(element)
        label = label_of(element)
        if (_CHANGED.search(label) and not marked) or not (day := day_of(written, language)):
            continue
        if marked or (_PUBLISHED.search(label) and not _CHANGED.search(label)):
            named.append(day)
        elif day != date.today():  # a page that tells today's date tells it every day
            plain.append((element, day))
    head = set(story_head(tree)) if plain else set()
    for day in [*named, *(day for element, day in plain if element in head)][:1]:
        yield Told(day, f"A time element of the page says {day}.")


def _lines(tree: HtmlElement, language: str) -> Iterator[Told[date]]:
    """The byline: a short line between the headline and the story that is little more than a date and names.

    Lines with several days and no word for publication are a list of other stories, and tell nothing.
    """
    found: dict[date, str] = {}
    for element in story_head(tree):
        line = one_line(element)
        day = _day_of_line(line, language) if 6 <= len(line) <= LINE_LENGTH else None
        if day and _SAYS_WHOSE.search(line):
            found = {day: line}
            break
        if day and day != date.today():  # a clock shows today, and says no more
            found.setdefault(day, line)
    if len(found) == 1:
        for day, line in found.items():
            yield Told(day, f"The line “{line}” stands below the headline.")


def is_byline(line: str, language: str = "en") -> bool:
    """Whether a paragraph is no more than who wrote it and when."""
    return len(line) <= LINE_LENGTH and bool(_BY_NAME.match(line) or _day_of_line(line, language))


def _day_of_line(line: str, language: str) -> date | None:
    if _CHANGED.match(line) or re.search(r"©|\(c\)|copyright", line, re.IGNORECASE):
        return None
    days = sorted(days_in(line), key=lambda found: found[0])
    if len({day for _, _, day in days}) > 1 and not _PUBLISHED.search(line):
        return None
    for start, end, day in days:
        if not _CHANGED.search(line[:start]) and _is_only_names(line[:start] + "|" + line[end:]):
            return day
    return _foreign_day(line, language)


def _foreign_day(line: str, language: str) -> date | None:
    """A date written out in the language of the page, beside at most a few words ("Publié le") or names."""
    written = _WRITTEN_OUT.search(line)
    if written is None or language in ("", "en"):
        return None
    rest = line[: written.start()] + "|" + line[written.end() :]
    words = _BESIDE_DATE.sub(" ", rest).split()
    return day_of(written.group(), language) if len(words) <= FEW_WORDS or _is_only_names(rest) else None


def _is_only_names(rest: str) -> bool:
    """Whether what stands beside a date is no more than names and labels: no words of a sentence."""
    words = _BESIDE_DATE.sub(" ", _CHANGED.split(rest)[0]).split()
    return len(words) <= 10 and all(word[0].isupper() or word.isdigit() or word.lower() in _SMALL for word in words)

"""A web page -> Draft: the article's own paragraphs, and what JSON-LD, meta tags and the page itself tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

from viz.errors import EmptyArticleError
from viz.reading.draft import NOTHING, Draft, Told
from viz.reading.limits import LARGEST_PAGE, check_length, check_size
from viz.reading.page_days import is_byline, page_days
from viz.reading.page_parts import Linked, headlines, is_aside, linked_data, one_line
from viz.reading.text import readable, text_from_bytes, told, told_language, told_title, without_title

_CHARSET = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset|\?xml\s[^>]{0,80}?encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
AUTHOR_TAGS = ("author", "article:author", "parsely-author", "dc.creator", "byl")
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_BLOCKS = ("p", "head", "item", "quote", "row", "code", "div")
_BREAK = "\v"
_BREAKS = re.compile(rf"{_BREAK}\s*{_BREAK}")
_SITE_AFTER_TITLE = re.compile(r"\s+[|–—·•»-]\s+[^|–—·•»]{2,40}$")


def draft_from_page(content: bytes, name: str, *, url: str = "", charset: str = "") -> Draft:
    """Read a page, fetched or saved. Raises EmptyArticleError when it holds no article, TooLargeError."""
    check_size(name, len(content), LARGEST_PAGE)
    declared = _CHARSET.search(content[:4096])
    encoding = charset or (declared.group(1).decode("ascii") if declared else "")
    source = _XML_HEAD.sub("", text_from_bytes(content, name, encoding)).replace("\x00", "")
    tree = _tree(source, name)
    linked = linked_data(tree)
    metas = _metas(tree)
    language = _language(tree, linked, metas)
    address = url or _canonical(tree, metas)
    days = page_days(tree, linked, address, language.value)
    title = _title(tree, linked, metas)
    about = Draft(
        name, "", title, _source(linked, metas, address), _author(tree, linked, metas), language, days, url
    )  # fmt: skip
    return _with_text(about, tree)


def text_from_fragment(source: str, title: str, name: str) -> str:
    """The text of a piece of HTML, as feeds carry it; "" when it holds none."""
    try:
        tree = _tree(source, name)
    except EmptyArticleError:
        return ""
    return readable(_story(_paragraphs(tree), "en", title))


def _with_text(about: Draft, tree: HtmlElement) -> Draft:
    headings = [one_line(one) for one in headlines(tree)]
    text = readable(_story(_paragraphs(tree), about.language.value, about.title.value, *headings))
    if not text:
        raise EmptyArticleError(
            f"{about.name} holds no article that can be read without a browser; copy its text and paste it instead."
        )
    check_length(about.name, text)
    title = about.title if about.title.value else told_title(text)
    return Draft(about.name, text, title, about.source, about.author, about.language, about.published, about.url)


def _tree(source: str, name: str) -> HtmlElement:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(source, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise EmptyArticleError(f"{name} holds no text; give a page with an article.") from None
    return tree


def _story(paragraphs: list[str], language: str, *titles: str) -> list[str]:
    """Without the headline and the byline above the story: both are told as metadata."""
    kept = without_title([one for one in map(str.strip, paragraphs) if one], *titles)
    while len(kept) > 1 and is_byline(kept[0], language):
        kept = kept[1:]
    return kept


def _paragraphs(tree: HtmlElement) -> list[str]:
    """The article's paragraphs as trafilatura finds them; without its help those of the page's main part."""
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "10")  # a short report is an article too
    main = _main_paragraphs(tree)  # trafilatura takes the tree apart, so ours come first
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False, config=config)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):  # pages no library foresaw
        found = None
    body = getattr(found, "body", None)
    own = list(_blocks(body)) if body is not None else []
    return own if len(readable(own)) * 3 >= len(readable(main)) else main


def _blocks(body: HtmlElement) -> Iterator[str]:
    """The text of each block of trafilatura's tree; cells of a table are set apart, two line breaks end a block."""
    words: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield from _parts("".join(words))
            words.clear()
        if event == "start":
            words.append(_BREAK if element.tag == "lb" else element.text or "")
        else:
            words.append((" " if element.tag == "cell" else "") + (element.tail or ""))
    yield from _parts("".join(words))


def _parts(block: str) -> list[str]:
    return [part.replace(_BREAK, " ") for part in _BREAKS.split(block)]


def _main_paragraphs(tree: HtmlElement) -> list[str]:
    roots = tree.xpath("//article[.//p] | //main[.//p]") or [tree]
    blocks = (one for one in roots[0].iter("p", "h2", "h3") if not is_aside(one))
    paragraphs = [one_line(one) for one in blocks]
    if paragraphs or roots[0] is not tree:
        return paragraphs
    texts = tree.xpath("//body//text()[normalize-space()][not(parent::script or parent::style)]")
    return [str(text) for text in texts if not is_aside(text.getparent())]


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        found.setdefault(name.strip().lower(), " ".join((meta.get("content") or "").split()))
    return found


def _first(candidates: Iterable[tuple[str, str]]) -> Told[str]:
    return next((told(value, origin) for value, origin in candidates if value.strip()), NOTHING)


def _title(tree: HtmlElement, linked: Linked, metas: dict[str, str]) -> Told[str]:
    headings = [one_line(one) for one in headlines(tree)]
    page_title = " ".join((tree.findtext(".//title") or "").split())
    return _first([
        (linked.text("headline"), "The page's JSON-LD names this headline."),
        (metas.get("og:title", ""), "The page's og:title tag."),
        (headings[0] if len(headings) == 1 else "", "The page's only main heading."),
        (_SITE_AFTER_TITLE.sub("", page_title), "The page's title."),
        (headings[0] if headings else "", "The page's first heading."),
    ])  # fmt: skip


def _source(linked: Linked, metas: dict[str, str], address: str) -> Told[str]:
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return _first([
        (linked.text("publisher"), "The page's JSON-LD names this publisher."),
        (metas.get("og:site_name", ""), "The page's og:site_name tag."),
        (metas.get("application-name", ""), "The page's application-name tag."),
        (host, "The address of the page."),
    ])  # fmt: skip


def _author(tree: HtmlElement, linked: Linked, metas: dict[str, str]) -> Told[str]:
    named = tree.xpath("//*[@rel='author' or @itemprop='author']")
    by_link = one_line(named[0]) if named else ""
    by_tag = next((metas[name] for name in AUTHOR_TAGS if metas.get(name)), "")
    return _first([
        (linked.text("author"), "The page's JSON-LD names this author."),
        ("" if "://" in by_tag else by_tag, "The page's author tag."),
        (by_link if len(by_link) <= 80 else "", "The page marks this name as the author."),
    ])  # fmt: skip


def _language(tree: HtmlElement, linked: Linked, metas: dict[str, str]) -> Told[str]:
    lang = tree.get("lang") or tree.get("xml:lang") or ""
    named = _first([
        (linked.text("inLanguage"), "The page's JSON-LD names this language."),
        (lang, "The page's lang attribute."),
        (metas.get("og:locale", "") or metas.get("content-language", ""), "The page's language tag."),
    ])  # fmt: skip
    return told_language(named.value, named.origin)


def _canonical(tree: HtmlElement, metas: dict[str, str]) -> str:
    """The address a saved page gives itself."""
    links = tree.xpath("//link[@rel='canonical']/@href")
    return str(links[0]) if links else metas.get("og:url", "")

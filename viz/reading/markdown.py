"""Markdown -> Draft: the words without their marks, and what a front matter tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from viz.errors import EmptyArticleError
from viz.reading.days import day_of
from viz.reading.draft import NOTHING, Draft, Told
from viz.reading.limits import check_length
from viz.reading.text import draft_from_text, readable, told, told_language, told_title, without_title

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]{2,20})[ \t]*:[ \t]*(.{1,300})$", re.MULTILINE)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def draft_from_markdown(source: str, name: str) -> Draft:
    """Read Markdown (CommonMark with tables). Raises EmptyArticleError when no words are in it."""
    check_length(name, source)
    source = source.replace("\r\n", "\n")
    draft_from_text(source, name)  # the checks every text passes
    front = _FRONT.match(source)
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front.group(1))} if front else {}
    paragraphs, heading = _read(source[front.end() :] if front else source)
    title = _field(fields, "title") if fields.get("title") else _heading(heading)
    text = readable(without_title(paragraphs, title.value))
    if not text:
        raise EmptyArticleError(f"{name} is empty; give the text of a news article.")
    return Draft(
        name, text, title if title.value else told_title(text), _field(fields, "source", "publisher", "publication"),
        _field(fields, "author", "authors"), _language(fields), _days(fields),
    )  # fmt: skip


def _read(source: str) -> tuple[list[str], str]:
    """The paragraphs, and the first heading when the text begins with it."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    paragraphs: list[str] = []
    row: list[str] | None = None
    heading = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in ("tr_open", "tr_close"):
            paragraphs += [" ".join(row)] if row else []
            row = [] if token.type == "tr_open" else None
        words = "".join(_words(token))
        if not words.strip():
            continue
        if not paragraphs and before is not None and before.type == "heading_open":
            heading = words
        (paragraphs if row is None else row).append(words)
    return paragraphs, heading


def _words(token: object) -> Iterator[str]:
    """What a reader sees of one token; tags of HTML are no words."""
    from markdown_it.token import Token

    assert isinstance(token, Token)
    if token.type in ("softbreak", "hardbreak"):
        yield " "
    elif token.type == "html_block":
        yield _TAG.sub(" ", token.content)
    elif token.children:
        for child in token.children:
            yield from _words(child)
    elif token.type in ("text", "code_inline", "fence", "code_block", "text_special"):
        yield token.content


def _heading(heading: str) -> Told[str]:
    return told(heading, "The first heading of the text.")


def _field(fields: dict[str, str], *names: str) -> Told[str]:
    found = next(((name, fields[name]) for name in names if fields.get(name)), None)
    return told(found[1].strip("[]"), f"The {found[0]} line at the top of the file.") if found else NOTHING


def _language(fields: dict[str, str]) -> Told[str]:
    named = _field(fields, "lang", "language")
    return told_language(named.value, named.origin)


def _days(fields: dict[str, str]) -> tuple[Told[date], ...]:
    for name in ("published", "date", "pubdate", "publishdate"):
        if day := day_of(fields.get(name, "")):
            return (Told(day, f"The {name} line at the top of the file says {day}."),)
    return ()

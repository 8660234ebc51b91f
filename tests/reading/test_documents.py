"""PDF, Word and Markdown: the text as a reader sees it, metadata as proposals, and a sentence for what cannot be read."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import pypdf
import pytest

from tests.reading import make
from viz.errors import DamagedError, EmptyArticleError, InputError, NotTextError, TooLargeError
from viz.reading.draft import Trust
from viz.reading.kinds import Kind, draft_from_bytes, kind_of
from viz.reading.pdf_lines import paragraphs_of

LINES = [
    "The president opened a bridge over the river in Osh on Tuesday, and tra-",
    "ders from both banks crossed it before the Kyrgyz-",
    "Uzbek delegation had arrived. It had been planned since May 2016.",
    "",
    "The old one fell.",
]


def pages(count: int) -> list[list[str]]:
    first = ("On the left bank,", "On the right bank,", "On the island,")
    last = ("Nobody was hurt.", "The mayor is glad.", "Rain is expected.")
    return [
        ["The Post - World", first[number % 3], *LINES, last[number % 3], f"Page {number + 1} of {count}"]
        for number in range(count)
    ]


def test_a_pdf_gives_its_paragraphs_without_broken_words_headers_and_page_numbers() -> None:
    text = draft_from_bytes(make.pdf(pages(3)), "report.pdf").text
    assert "and traders from both banks crossed it before the Kyrgyz-Uzbek delegation" in text
    assert "Page" not in text
    assert "The Post" not in text
    assert text.count("The old one fell.") == 3


def test_a_paragraph_that_runs_over_a_page_stays_one() -> None:
    first, second = ["It rained all day in Osh, and the river rose over its"], ["banks by night. The mayor asked for help on Monday."]
    assert paragraphs_of([first, second]) == [f"{first[0]} {second[0]}"]


def test_pages_that_are_all_alike_are_kept() -> None:
    assert paragraphs_of([["It rained."]] * 4) == ["It rained. It rained. It rained. It rained."]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], []),
        ([""], []),
        (["A heading", "It rained all day in Osh, and the river rose over its banks.", "It fell."], ["A heading", "It rained all day in Osh, and the river rose over its banks. It fell."]),
        (["It rained all day in Osh on the river.", "So it did.", "In Batken it snowed on the high passes."], ["It rained all day in Osh on the river. So it did.", "In Batken it snowed on the high passes."]),
        (["It ended in the season of 2016-", "17 for good."], ["It ended in the season of 2016-17 for good."]),
    ],
)
def test_lines_become_paragraphs(lines: list[str], expected: list[str]) -> None:
    assert paragraphs_of([lines]) == expected


def test_the_day_a_pdf_was_made_is_a_hint_and_no_more() -> None:
    about = {"Title": "Bridge opens", "Author": "Ann Lee", "CreationDate": "D:20170920081200+06'00'"}
    draft = draft_from_bytes(make.pdf(pages(1), about), "report.pdf")
    assert (draft.title.value, draft.author.value, draft.language.value) == ("Bridge opens", "Ann Lee", "en")
    assert [(told.value, told.trust) for told in draft.published] == [(date(2017, 9, 20), Trust.HINT)]
    assert draft.proposed is None


def test_what_a_program_called_the_file_is_no_title() -> None:
    draft = draft_from_bytes(make.pdf([["Bridge opens in Osh", "", *LINES]], {"Title": "Microsoft Word - x.docx"}), "report.pdf")
    assert draft.title.value == "Bridge opens in Osh"


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make.pdf(pages(1))))
    writer.encrypt(password, "owner", algorithm="AES-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert "traders" in draft_from_bytes(locked(""), "report.pdf").text


WORD_PART = "word/document.xml"
REFUSED = {
    "a locked PDF": (locked("secret"), DamagedError, "locked with a password"),
    "a scanned PDF": (make.pdf([[], []]), EmptyArticleError, "pictures of its 2 pages"),
    "a cut PDF": (make.pdf(pages(2))[:300], InputError, r"PDF|no text"),
    "a PDF of nonsense": (b"%PDF-1.7\n" + b"\x00\xff<<[" * 500, InputError, r"PDF|no text"),
    "a PDF bomb": (make.pdf_bomb(), TooLargeError, "unpacks to more"),
    "a Word document without text": (make.word(""), EmptyArticleError, "holds no text"),
    "a cut Word document": (make.word("x")[:2000], DamagedError, "damaged"),
    "a zip that says it is Word": (make.zipped({WORD_PART: b"<x/>"}), DamagedError, "damaged"),
    "a Word bomb": (make.zipped({WORD_PART: b" " * 30_000_000}), TooLargeError, "30 MB"),
    "a Word bomb of pictures": (make.zipped({f"word/media/{n}.png": bytes(11_000_000) for n in range(10)}), TooLargeError, "110 MB"),
    "a zip archive": (make.zipped({"a.txt": b"x"}), NotTextError, "zip archive"),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, NotTextError, "old kind"),
    "a picture": (b"\x89PNG\r\n\x1a\n", NotTextError, "picture"),
    "rich text": (b"{\\rtf1 Bridge}", NotTextError, "rich text"),
    "Markdown of marks alone": (b"---\ntitle: x\n---\n![](a.png)\n", EmptyArticleError, "empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str) -> None:
    content, error, says = REFUSED[name]
    with pytest.raises(error, match=says) as refusal:
        draft_from_bytes(content, "thing.md" if "Markdown" in name else "thing")
    assert str(refusal.value).startswith("thing")
    assert "\n" not in str(refusal.value)


def test_entities_of_a_word_document_are_not_expanded() -> None:
    with zipfile.ZipFile(io.BytesIO(make.word("Who knows", "It rained in Osh."))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    declaration, rest = parts[WORD_PART].split(b"?>", 1)
    parts[WORD_PART] = declaration + b"?>" + head + rest.replace(b"Who knows", b"&b;&f;")
    assert draft_from_bytes(make.zipped(parts), "x.docx").text == "It rained in Osh."


def test_a_word_document_gives_its_paragraphs_and_properties() -> None:
    made = datetime(2017, 9, 20, 8, 0, tzinfo=UTC)
    content = make.word("It rained in Osh.", "By night it snowed.", heading="Rain in Osh", author="Ann Lee", created=made, language="en-GB")
    draft = draft_from_bytes(content, "report.docx")
    assert draft.text == "It rained in Osh.\n\nBy night it snowed."
    assert (draft.title.value, draft.author.value, draft.language.value) == ("Rain in Osh", "Ann Lee", "en")
    assert [(told.value, told.trust) for told in draft.published] == [(date(2017, 9, 20), Trust.HINT)]


def test_the_day_of_a_template_is_not_proposed() -> None:
    assert draft_from_bytes(make.word("It rained in Osh."), "report.docx").published == ()


def test_a_word_document_tells_inserted_words_and_not_struck_ones() -> None:
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    document.add_table(1, 2).rows[0].cells[0].text = "2016: it fell."
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    changed = f"<w:p {space}><w:ins><w:r><w:t>It rained</w:t></w:r></w:ins><w:del><w:r><w:delText> or snowed</w:delText></w:r></w:del><w:r><w:tab/><w:t>in Osh.</w:t></w:r></w:p>"
    document.element.body.append(parse_xml(changed))
    written = io.BytesIO()
    document.save(written)
    assert draft_from_bytes(written.getvalue(), "x.docx").text.split("\n\n") == ["2016: it fell.", "It rained in Osh."]


MARKDOWN = """---
title: "Bridge opens"
author: Ann Lee
date: 2017-09-20T08:00:00
lang: en-GB
---

# Bridge opens

The *president* opened a **bridge** in [Osh](https://example.org/osh)
on Tuesday.[^1] ![a picture](x.png)

> We waited, `he` said.

- In 2015 it cracked
- In 2016 it fell

| When | What |
|------|------|
| 2016 | fell |

<script>alert("no")</script>
"""


def test_markdown_gives_its_words_and_its_front_matter() -> None:
    draft = draft_from_bytes(MARKDOWN.encode(), "story.md")
    assert draft.text.split("\n\n") == [
        "The president opened a bridge in Osh on Tuesday.[^1] a picture", "We waited, he said.", "In 2015 it cracked",
        "In 2016 it fell", "When What", "2016 fell", 'alert("no")',
    ]  # fmt: skip
    assert (draft.title.value, draft.author.value, draft.language.value) == ("Bridge opens", "Ann Lee", "en")
    assert draft.proposed is not None
    assert (draft.proposed.value, draft.proposed.origin) == (date(2017, 9, 20), "The date line at the top of the file says 2017-09-20.")


@pytest.mark.parametrize(
    ("content", "name", "media_type", "kind"),
    [
        (b"It rained.", "a.txt", "", Kind.TEXT),
        (b"# It rained.", "a.MD", "", Kind.MARKDOWN),
        (b"  <!DOCTYPE html><p>x", "a.txt", "", Kind.PAGE),
        (b"<!-- saved --><html>", "", "", Kind.PAGE),
        (b"<!-- a --><?b?>" * 400 + b"It rained.", "", "", Kind.TEXT),
        (b"<p>It rained.</p>", "", "text/html", Kind.PAGE),
        (b"<p>It rained.</p>", "a.htm", "", Kind.PAGE),
        (b"\xef\xbb\xbf<?xml version='1.0'?><rss version='2.0'>", "a.xml", "", Kind.FEED),
        (b"<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- x --><feed xmlns='http://www.w3.org/2005/Atom'>", "", "text/html", Kind.FEED),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "", "", Kind.PAGE),
        (make.pdf([["x"]]), "a.txt", "", Kind.PDF),
        (make.word("x"), "a.txt", "", Kind.WORD),
    ],
)
def test_bytes_tell_the_kind_before_names_do(content: bytes, name: str, media_type: str, kind: Kind) -> None:
    assert kind_of(content, name, media_type) is kind

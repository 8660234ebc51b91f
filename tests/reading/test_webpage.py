"""A web page gives its article and what it tells of itself; what it does not tell is not made up."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date

import pytest

from tests.reading.pages import STORY, page
from viz.errors import EmptyArticleError, TooLargeError
from viz.reading import limits
from viz.reading.draft import Draft, Trust
from viz.reading.webpage import draft_from_page

DAY = date(2017, 9, 20)


def linked(**fields: object) -> str:
    record = {"@context": "https://schema.org", "@type": "NewsArticle"} | fields
    return f'<script type="application/ld+json">{json.dumps(record)}</script>'


def read(content: bytes, url: str = "") -> Draft:
    return draft_from_page(content, "page.html", url=url)


STATED = {
    "json-ld": page(linked(headline="Bridge opens in Osh", datePublished="2017-09-20T08:12:00+06:00", dateModified="2018-01-01")),
    "json-ld graph": page(linked(**{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2017-09-20"}]})),
    "json-ld beside other stories": page(
        linked(headline="Flood", datePublished="2011-02-03") + linked(headline="Bridge opens in Osh", datePublished="2017-09-20")
    ),
    "json-ld list of stories": page(
        linked(**{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2011-01-01"}]}), "<p>20 September 2017</p>"
    ),
    "open graph": page('<meta property="article:published_time" content="2017-09-20T01:00:00Z">'),
    "meta, not the modified one": page('<meta property="article:modified_time" content="2018-05-05"><meta name="pubdate" content="20170920">'),
    "dublin core": page('<meta name="DC.date.issued" content="2017-09-20">'),
    "microdata": page(byline='<p>By Ann Lee <span itemprop="datePublished" content="2017-09-20T05:00">yesterday</span></p>'),
    "time element": page(byline='<p>By Ann Lee <time datetime="2017-09-20T08:12">Wednesday</time></p>'),
    "time in words": page(byline="<div><time>Sept. 20, 2017</time></div>"),
    "the published one of two times": page(
        byline='<p>Updated <time datetime="2017-09-22">Fri</time></p><p>Published <time datetime="2017-09-20">Wed</time></p>'
    ),
    "time at the foot of the story": page(story=STORY + '<p>Published: <time datetime="2017-09-20">Wed</time></p>'),
    "byline": page(byline="<p>By Ann Lee and Tom Roy | September 20, 2017 5:40 PM GMT</p>"),
    "byline with a change": page(byline="<p>Published 20 September 2017, updated 22 September 2017</p>"),
    "standfirst first": page(byline="<h2>Traders crossed at once</h2><p class='meta'>Wednesday, 20 September 2017</p>"),
    "Russian": page(byline="<p>20 сентября 2017</p>", lang="ru"),
    "French": page(byline="<p>Publié le 20 septembre 2017 à 10h12</p>", lang="fr"),
    "German": page(byline="<p>Von Anna Lee, 20. September 2017</p>", lang="de"),
    "the name of the site as a heading": page(byline="<h2>Bridge</h2><p>20 September 2017</p>").replace(
        b"<h1>Bridge opens in Osh</h1>", b"").replace(b"<nav>", b"<h1><a href='/'>The Post</a></h1><p>5 March 2022</p><nav>"),
}


@pytest.mark.parametrize("name", STATED)
def test_the_day_a_page_states_is_proposed_with_its_origin(name: str) -> None:
    draft = read(STATED[name])
    assert draft.proposed is not None
    assert draft.proposed.value == DAY
    assert draft.proposed.origin.startswith(("The page's", "A time element", "The line “"))


NOTHING_STATED = {
    "nothing": page(),
    "only changed": page('<meta property="article:modified_time" content="2017-09-20">' + linked(dateModified="2017-09-20")),
    "a story that tells dates": page(story="<p>The bridge opened on 3 May 2019.</p><p>On 4 May 2019 it closed.</p>"),
    "today's date": page(byline=f"<time>{date.today()}</time>"),
    "other stories": page(after='<section><h2>More</h2><p>Flood</p><time datetime="2011-02-03">then</time></section>'),
    "comments": page(after='<div id="comments"><p>Tom | 3 March 2018</p><time datetime="2018-03-03">3 March</time></div>'),
    "two readings": page(byline="<p>By Ann Lee | 03/04/2017</p>"),
    "the zero of clocks": page('<meta name="date" content="1970-01-01T00:00:00Z">'),
    "a caption": page(byline="<figure><figcaption>Osh, 3 May 2015</figcaption></figure>"),
    "a table of facts": page(byline="<table><tr><td>Opened</td><td>3 May 2015</td></tr></table>"),
    "a list of headlines": page(story="<ul><li>Rain <span>3 May 2015</span></li><li>Snow <span>4 May 2015</span></li></ul>"),
    "a film beside it": page(linked(**{"@type": "VideoObject", "datePublished": "2011-01-01"})),
    "an event": page(linked(**{"@type": "Event", "startDate": "2011-01-01"})),
    "a French story": page(story="<p>Le pont ouvert le 3 mai 2019.</p><p>Il a fermé.</p>", lang="fr"),
    "the future": page('<meta name="date" content="2199-01-01">'),
    "damaged": page('<script type="application/ld+json">{"datePublished": "2017-</script><meta name="date" content="soon">'),
    "updated only": page(byline="<p>Updated 22 September 2017</p>"),
    "a list of stories": page(story="").replace(b"<article><h1>Bridge opens in Osh</h1>", b"<article><p>One</p><time datetime='2011-01-01'>a</time></article><article><p>Two of them</p><time datetime='2012-01-01'>b</time>"),
}


@pytest.mark.parametrize("name", NOTHING_STATED)
def test_on_a_page_without_its_date_none_is_invented(name: str) -> None:
    assert read(NOTHING_STATED[name]).published == ()


def test_the_address_is_the_weakest_teller() -> None:
    url = "https://www.thepost.example/world/2017/09/21/bridge-opens"
    told = read(STATED["byline"], url).published
    assert [(one.value, one.trust) for one in told] == [(DAY, Trust.STATED), (date(2017, 9, 21), Trust.DERIVED)]
    assert read(page(), url).proposed == told[1]
    assert read(page(), "https://thepost.example/2017/09/").published == ()


def test_title_source_author_and_language_come_with_their_origin() -> None:
    record = linked(author=[{"name": "Ann Lee"}, {"name": "Tom Roy"}], publisher={"name": "The Post"}, headline="A bridge at last")
    draft = read(page(record, lang="en-GB"), "https://www.thepost.example/a")
    assert (draft.title.value, draft.source.value, draft.author.value) == ("A bridge at last", "The Post", "Ann Lee, Tom Roy")
    assert draft.language.value == "en"
    assert all(told.origin.endswith(".") for told in (draft.title, draft.source, draft.author, draft.language))
    bare = read(page(), "https://www.thepost.example/a")
    assert (bare.title.value, bare.source.value, bare.author.value) == ("Bridge opens in Osh", "thepost.example", "")


def test_the_text_is_the_story_alone_paragraph_by_paragraph() -> None:
    text = read(page(byline="<p>By Ann Lee | 20 September 2017</p>")).text
    first, second = text.split("\n\n")
    assert first.startswith("The president opened")
    assert second == "The old bridge fell in May 2016. “We waited for this day,” the mayor said."


def test_lists_tables_breaks_and_controls_become_plain_paragraphs() -> None:
    story = STORY + "<ul><li>In 2015 it\u00adcracked</li></ul><table><tr><td>2016</td><td>fell</td></tr></table><p>One<br>line.</p>"
    assert read(page(story=story)).text.split("\n\n")[2:] == ["In 2015 itcracked", "2016 fell", "One line."]


def test_two_line_breaks_end_a_paragraph() -> None:
    story = f"<div>{'It rained all day in Osh and the river rose. ' * 8}<br><br>{'By night it fell again. ' * 4}</div>"
    assert len(read(page(story=story)).text.split("\n\n")) == 2


@pytest.mark.parametrize("declared", ['<meta charset="windows-1251">', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'])
def test_the_encoding_a_page_declares(declared: str) -> None:
    source = f"<html><head>{declared}<title>x</title></head><body><article><h1>Мост</h1><p>Мост открыли в Оше.</p></article></body></html>"
    assert read(source.encode("cp1251")).text == "Мост открыли в Оше."


def test_an_xml_declaration_does_no_harm() -> None:
    assert read(b'<?xml version="1.0" encoding="iso-8859-1"?>\n<html><body><p>caf\xe9 in Osh</p></body></html>').text == "café in Osh"


@pytest.mark.parametrize("content", [b"<html></html>", b"<html><body><script>var text = 'none';</script></body></html>", b"<!-- -->"])
def test_a_page_without_an_article_says_so(content: bytes) -> None:
    with pytest.raises(EmptyArticleError, match=r"page\.html holds no"):
        read(content)


def test_scripts_and_markup_of_a_page_do_not_become_text() -> None:
    hostile = "<script>alert(1)</script><style>p{}</style><p>It rained &lt;b&gt; in <b onclick=x()>Osh</b>.</p>"
    draft = read(page('<meta name="author" content="<script>alert(1)</script>">', story=hostile))
    assert draft.text == "It rained <b> in Osh."
    assert draft.author.value == "<script>alert(1)</script>"  # text like any other: the screen shows it letter by letter


@pytest.mark.parametrize("content", [b"<div>" * 200_000 + b"deep", b"<p>" + b"<b>" * 100_000 + b"x", b"<p>a" * 50_000, b"<![CDATA[" * 1000, b"\xff" * 1000])
def test_a_page_made_to_break_readers_ends_in_a_draft_or_a_sentence(content: bytes) -> None:
    with suppress(EmptyArticleError):
        assert read(b"<html><body>" + content).text


def test_a_page_larger_than_any_article_is_refused() -> None:
    with pytest.raises(TooLargeError, match="5 MB"):
        read(b"<p>x</p>" * (limits.LARGEST_PAGE // 8 + 1))

"""Feeds give entries to choose from, and an entry gives its own text or its page."""

from datetime import date

import pytest

from tests.reading import make
from tests.reading.pages import page
from viz.errors import DamagedError, EmptyArticleError
from viz.reading.draft import Trust
from viz.reading.feed import entries_of
from viz.reading.fetch import Fetched
from viz.reading.gather import Address, gather
from viz.reading.limits import MOST_ENTRIES

ITEM = "<item><title>Bridge opens in Osh</title><link>https://post.example/bridge</link><pubDate>Wed, 20 Sep 2017 01:00:00 +0600</pubDate><author>ann@post.example (Ann Lee)</author><description>A short summary.</description></item>"
WHOLE = "It rained in Osh &amp; Batken all day. " * 60
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>The Post</title>
<entry><title type="html">Rain &amp;lt;b&amp;gt;</title><link href="https://post.example/rain"/><updated>2018-01-01T00:00:00Z</updated><published>2017-09-20T23:30:00-05:00</published>
<author><name>Tom Roy</name></author><content type="html">&lt;p&gt;{WHOLE}&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;It fell.&lt;/p&gt;</content></entry>
<entry><title>Changed</title><link href="javascript:alert(1)"/><updated>2018-01-01T00:00:00Z</updated><summary>It was short.</summary></entry></feed>""".encode()


def fetched(url: str) -> Fetched:
    return Fetched(url, page('<meta name="pubdate" content="2017-09-21"><meta name="author" content="A. Lee">'), "text/html")


def test_an_rss_entry_tells_its_title_day_and_source() -> None:
    (entry,) = entries_of(make.rss(ITEM), "feed")
    assert (entry.title, entry.url, entry.source.value, entry.language.value) == ("Bridge opens in Osh", "https://post.example/bridge", "The Post", "en")
    assert [told.value for told in entry.published] == [date(2017, 9, 20)]  # the day there, though it was the 19th in Greenwich
    assert not entry.is_whole


def test_an_atom_entry_with_its_story_needs_no_page() -> None:
    whole, short = entries_of(ATOM, "feed")
    assert whole.is_whole
    assert whole.text.startswith("It rained in Osh & Batken all day.")
    assert whole.text.endswith("\n\nIt fell.")
    assert "alert" not in whole.text
    assert [(told.value, told.trust) for told in whole.published] == [(date(2017, 9, 20), Trust.STATED), (date(2018, 1, 1), Trust.HINT)]
    assert short.url == ""  # an address that is none
    assert short.draft().proposed is None


def test_a_feed_is_chosen_from_and_each_entry_read_from_its_page() -> None:
    def get(url: str) -> Fetched:
        return Fetched(url, make.rss(ITEM), "application/rss+xml") if url.endswith("feed") else fetched(url)

    offered = gather([Address("https://post.example/feed")], fetch=get)
    assert (offered.drafts, [entry.title for entry in offered.entries]) == ([], ["Bridge opens in Osh"])
    (draft,) = gather(offered.entries, fetch=get).drafts
    assert draft.url == "https://post.example/bridge"
    assert draft.text.startswith("The president opened")
    assert [told.value for told in draft.published] == [date(2017, 9, 21), date(2017, 9, 20)]
    assert (draft.author.value, draft.language.value) == ("A. Lee", "en")


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    with pytest.raises(DamagedError, match="XML entities"):
        entries_of(make.rss(ITEM, head=bomb), "feed")


def test_a_declared_document_type_is_no_entity() -> None:
    head = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">'
    assert len(entries_of(make.rss(ITEM, head=head), "feed")) == 1


def test_a_feed_without_entries_says_so() -> None:
    with pytest.raises(EmptyArticleError, match="feed is a feed without entries"):
        entries_of(make.rss(), "feed")


def test_a_damaged_feed_gives_what_can_be_read_of_it() -> None:
    assert len(entries_of(make.rss(ITEM)[:-30] + b"<unclosed & more", "feed")) == 1


def test_only_so_many_entries() -> None:
    assert len(entries_of(make.rss(*[ITEM] * 80), "feed")) == MOST_ENTRIES


def test_the_name_of_a_file_is_never_opened(tmp_path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_bytes(make.rss(ITEM))
    with pytest.raises(EmptyArticleError):
        entries_of(str(secret).encode(), "feed")

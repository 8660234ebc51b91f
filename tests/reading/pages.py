"""Web pages the tests make: a story with whatever the test puts into its head, its byline and its frame."""

from __future__ import annotations

STORY = (
    "<p>The president opened a bridge over the river in Osh on Tuesday, and traders from both banks crossed it with "
    "carts of melons before the speeches had ended, while the police tried to keep a lane free for the guests.</p>"
    "<p>The old bridge fell in May 2016. “We waited for this day,” the mayor said.</p>"
)


def page(head: str = "", byline: str = "", story: str = STORY, after: str = "", lang: str = "en") -> bytes:
    """A news page in UTF-8."""
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Bridge opens in Osh | The Post</title>
    {head}</head><body><header class="masthead"><a href="/">The Post</a> <span>24 November 2026</span></header>
    <nav><a href="/a">World</a><a href="/b">Sport</a></nav><main><article><h1>Bridge opens in Osh</h1>{byline}{story}
    </article></main><aside class="related"><h3>Flood in Batken</h3><time datetime="2011-02-03">3 Feb 2011</time></aside>
    {after}<footer>© 2017-2026 The Post. Last updated 1 January 2026.</footer></body></html>""".encode()

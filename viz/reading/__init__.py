"""Anything -> Draft -> Article.

    gathered = gather([Path("report.pdf"), Address("https://example.org/story"), Pasted("BISHKEK, May 3 - ...")])
    gathered.drafts[0].published                                        what the source tells of its date, with origins
    gathered.drafts[0].article(published=date(2017, 9, 20))             an Article, with the date somebody confirmed
    article_from_source("story.html")                                   one article, with the date its source states
    article_from_text("bishkek ( reuters ) - ...", published=date(2017, 9, 20))
    bundled()                                                           the articles that ship with the program
"""

from viz.reading.bundled import bundled
from viz.reading.draft import Draft, Told, Trust
from viz.reading.feed import Entry
from viz.reading.gather import Address, Double, Failure, Gathered, Pasted, Source, Upload, gather, source_of
from viz.reading.source import article_from_source, draft_from_source
from viz.reading.text import article_from_text, draft_from_text, parse_published

__all__ = [
    "Address",
    "Double",
    "Draft",
    "Entry",
    "Failure",
    "Gathered",
    "Pasted",
    "Source",
    "Told",
    "Trust",
    "Upload",
    "article_from_source",
    "article_from_text",
    "bundled",
    "draft_from_source",
    "draft_from_text",
    "gather",
    "parse_published",
    "source_of",
]

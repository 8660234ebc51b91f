"""Anything -> Article.

    article_from_text("bishkek ( reuters ) - ...", published=date(2017, 9, 20))
    article_from_source("report.txt")     a file, or "-" for standard input
    bundled()                             the articles that ship with the program
"""

from viz.reading.bundled import bundled
from viz.reading.source import article_from_source
from viz.reading.text import article_from_bytes, article_from_text, parse_published

__all__ = ["article_from_bytes", "article_from_source", "article_from_text", "bundled", "parse_published"]

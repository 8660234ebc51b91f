"""The tables. Columns hold what is searched and listed; the whole of an article, reading or event is JSON beside."""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Identity, Index, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

library = Table("library", metadata, Column("version", Integer, nullable=False))

article = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("published", Text),
    Column("added", Text, nullable=False),  # ISO 8601 in UTC, so that order by text is order by time
    Column("removed", Text),  # when it was put away; it can be taken back
    Column("pipeline", Text, nullable=False),  # the version that read it, "" before
    Column("events", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("reading", Text),  # as the program read it, before any correction
)

event = Table(
    "event",
    metadata,
    # Corrections are applied: what is searched is what is shown.
    Column("number", Integer, Identity(), primary_key=True),
    Column("article_id", Text, ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("lat", Double),
    Column("lon", Double),
    Column("told", Text, nullable=False),  # every word of it, each behind a blank
    Column("body", Text, nullable=False),
    Index("event_article", "article_id", "position"),
)

event_who = Table(
    "event_who",
    metadata,
    Column("name", Text, primary_key=True),
    Column("number", Integer, ForeignKey("event.number", ondelete="CASCADE"), primary_key=True),
    Index("event_who_number", "number"),
)

event_place = Table(
    "event_place",
    metadata,
    Column("number", Integer, ForeignKey("event.number", ondelete="CASCADE"), primary_key=True),
    Column("geonameid", Text, nullable=False),  # "0" for none; a file may bring one too long for a number
    Column("name", Text, nullable=False),  # as names are compared
    Column("country", Text, nullable=False),
    Index("event_place_geonameid", "geonameid"),
    Index("event_place_name", "name"),
)

correction = Table(
    "correction",
    metadata,
    # Only ever added to: undo and redo are entries too. It outlives the reading it is about.
    Column("number", Integer, Identity(), primary_key=True),
    Column("id", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("article_id", "id"),  # an entry may be taken over for another version of the text
)

"""What the two databases do differently, as one small interface."""

from __future__ import annotations

from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Select

from viz.engine.library.query import Query


class Backend(Protocol):
    """A kind of database: how it is opened, its indexes, and how a search is driven through them."""

    @property
    def indexes(self) -> tuple[str, ...]:
        """The statements that make the indexes for words, boxes and days."""

    def prepare(self, engine: Engine) -> None:
        """Set up each connection of an engine."""

    def lock(self, connection: Connection, name: str) -> None:
        """Let nobody else write what `name` stands for until the transaction ends."""

    def index(self, connection: Connection, article_id: str) -> None:
        """Put the events of an article, which have just been written, into the indexes."""

    def forget(self, connection: Connection, article_id: str) -> None:
        """Take the events of an article, which are about to be deleted, out of the indexes."""

    def narrow(self, connection: Connection, statement: Select[Any], query: Query) -> Select[Any]:
        """The statement with the conditions on words, box and days, in the order that touches the fewest rows."""

"""The library itself: keep, list, read, correct, remove. Searching is in search.py, the log of corrections in log.py.

Safe to share between threads. Each call is one transaction: what it did is there as a whole, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import URL, Connection, Engine, Select, create_engine, delete, insert, select, update
from sqlalchemy.pool import StaticPool

from viz.engine.corrections import Correction, apply
from viz.engine.library import log
from viz.engine.library.backend import Backend
from viz.engine.library.migrations import STEPS, check, migrate
from viz.engine.library.postgres import Postgres
from viz.engine.library.query import Common, Entry, Found, Query
from viz.engine.library.rows import (
    article_row,
    event_row,
    names_of,
    packed_reading,
    place_row,
    unpacked,
    unpacked_reading,
)
from viz.engine.library.schema import article, event, event_place, event_who
from viz.engine.library.search import search
from viz.engine.library.shared import shared
from viz.engine.library.sqlite import Sqlite
from viz.engine.library.trouble import in_a_sentence
from viz.errors import ModelError
from viz.model import Article, Reading


class Library:
    """The articles kept at one database URL. Making one touches nothing: a SQLite file is made by the first change.

    Every method raises LibraryError, with one sentence for the user, when the database cannot do what is asked.
    """

    def __init__(self, url: URL) -> None:
        is_sqlite = url.get_backend_name() == "sqlite"
        self._url = url
        self._backend: Backend = Sqlite() if is_sqlite else Postgres()
        self._in_memory = is_sqlite and url.database in (None, "", ":memory:")
        self._path = Path(url.database) if is_sqlite and url.database and not self._in_memory else None
        self.name = "in memory" if self._in_memory else str(self._path or url.render_as_string())
        self._engine: Engine | None = None
        self._version: int | None = None
        self._opening = RLock()
        # A database in memory is one connection, so one thread at a time.
        self._guard: RLock | nullcontext[None] = RLock() if self._in_memory else nullcontext()

    def keep(self, kept: Article) -> None:
        """Keep an article, before anybody has read it. One kept before stays as it was, but for what is known of it."""
        with self.writing() as connection:
            self._keep(connection, kept)

    def add(self, *readings: Reading, pipeline: str = "") -> None:
        """Keep articles with what the program of version `pipeline` read in them; all of them, or none on an error."""
        with self.writing() as connection:
            for reading in sorted(readings, key=lambda one: one.article.id):  # one order, so that no two writers wait
                self._keep(connection, reading.article)                       # for each other
                row = {"pipeline": pipeline, "reading": packed_reading(reading)}
                connection.execute(update(article).where(article.c.id == reading.article.id).values(row))
                self._reindex(connection, apply(reading, log.entries(connection, reading.article.id)))

    def articles(self, limit: int | None = None) -> tuple[Entry, ...]:
        """What is kept, the latest first; at most `limit`."""
        columns = [column for column in article.c if column.name not in ("body", "reading", "removed")]
        statement = select(*columns).where(article.c.removed.is_(None)).order_by(article.c.added.desc(), article.c.id)
        statement = statement.limit(limit)
        with self.reading_from() as connection:
            return tuple(map(_entry, connection.execute(statement))) if connection else ()

    def article(self, article_id: str) -> Article | None:
        """An article that is kept and not removed."""
        with self.reading_from() as connection:
            found = connection.execute(_kept(article_id)).first() if connection else None
            return unpacked(Article, found.body) if found else None

    def whole_articles(self) -> tuple[Article, ...]:
        """Every article with its text, the latest first: what a new one is compared with."""
        statement = select(article.c.body).where(article.c.removed.is_(None)).order_by(article.c.added.desc())
        with self.reading_from() as connection:
            bodies = connection.scalars(statement).all() if connection else ()
            return tuple(unpacked(Article, body) for body in bodies)

    def reading(self, article_id: str, pipeline: str = "") -> Reading | None:
        """What was read in an article, before corrections; None when nobody of version `pipeline` ("": any) has."""
        with self.reading_from() as connection:
            return self._read_in(connection, article_id, pipeline) if connection else None

    def pipeline(self, article_id: str) -> str:
        """The version of the program that read an article, removed or not; "" when nobody has."""
        with self.reading_from() as connection:
            version = select(article.c.pipeline).where(article.c.id == article_id)
            return connection.scalar(version) or "" if connection else ""

    def corrections(self, article_id: str) -> tuple[Correction, ...]:
        """The log of corrections of an article, kept or not, the oldest first."""
        with self.reading_from() as connection:
            return log.entries(connection, article_id) if connection else ()

    def record(self, *made: Correction) -> None:
        """Add entries to the logs of their articles, all or none; what is searched follows."""
        with self.writing() as connection:
            about = sorted({one.article_id for one in made})
            for article_id in about:
                self._backend.lock(connection, article_id)
            log.append(connection, made)
            for article_id in about:
                reading = self._read_in(connection, article_id)
                if reading is not None:
                    self._reindex(connection, apply(reading, log.entries(connection, article_id)))

    def remove(self, article_id: str) -> None:
        """Put an article away: it is neither listed nor found, but `restore` brings it back as it was."""
        self._put_away(article_id, _now())

    def restore(self, article_id: str) -> None:
        """Bring back an article that was removed."""
        self._put_away(article_id, None)

    def search(self, query: Query) -> tuple[Found, ...]:
        """The events that answer a query, in time order, the undated last; at most `query.limit`."""
        with self.reading_from() as connection:
            return search(connection, self._backend, query) if connection else ()

    def shared(self, reading: Reading) -> Common:
        """What a reading, kept or not, has in common with the other articles."""
        with self.reading_from() as connection:
            return shared(connection, reading) if connection else Common()

    def _reindex(self, connection: Connection, reading: Reading) -> None:
        """Make the events of a reading the ones that are found for its article."""
        article_id = reading.article.id
        self._backend.forget(connection, article_id)
        numbers = select(event.c.number).where(event.c.article_id == article_id)
        for beside in (event_who, event_place):
            connection.execute(delete(beside).where(beside.c.number.in_(numbers)))
        connection.execute(delete(event).where(event.c.article_id == article_id))
        count = len(reading.events)
        connection.execute(update(article).where(article.c.id == article_id).values(events=count))
        if not count:
            return
        connection.execute(insert(event), [event_row(reading, position) for position in range(count)])
        self._backend.index(connection, article_id)
        numbered = select(event.c.position, event.c.number).where(event.c.article_id == article_id)
        number = {row.position: row.number for row in connection.execute(numbered)}
        named = [{"name": n, "number": number[at]} for at, one in enumerate(reading.events) for n in names_of(one)]
        if named:
            connection.execute(insert(event_who), named)
        places = {at: one.where.place for at, one in enumerate(reading.events) if one.where}
        placed = [place_row(number[at], one.geonameid, one.name, one.country) for at, one in places.items()]
        if placed:
            connection.execute(insert(event_place), placed)

    @contextmanager
    def reading_from(self) -> Iterator[Connection | None]:
        """A connection to read from, None while there is no library yet."""
        with self._guard, in_a_sentence(self.name):
            if not self._exists():
                yield None
                return
            with self._opened().connect() as connection:
                if self._checked(connection) == 0:
                    yield None
                    return
                if self._version != len(STEPS):
                    connection.close()
                    self._migrate()
                    with self._opened().connect() as renewed:
                        yield renewed
                    return
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction that is committed at the end, and undone on any error."""
        with self._guard, in_a_sentence(self.name):
            self._migrate()
            with self._opened().execution_options(writes=True).begin() as connection:
                yield connection

    def close(self) -> None:
        """Give back every connection."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _keep(self, connection: Connection, kept: Article) -> None:
        self._backend.lock(connection, kept.id)
        row = article_row(kept)
        known = update(article).where(article.c.id == kept.id).values(**row, removed=None)
        if connection.execute(known).rowcount == 0:
            connection.execute(insert(article).values(**row, added=_now(), pipeline="", events=0))

    def _put_away(self, article_id: str, when: str | None) -> None:
        with self.writing() as connection:
            connection.execute(update(article).where(article.c.id == article_id).values(removed=when))

    def _read_in(self, connection: Connection, article_id: str, pipeline: str = "") -> Reading | None:
        found = connection.execute(_kept(article_id)).first()
        if found is None or found.reading is None or pipeline not in ("", found.pipeline):
            return None
        try:
            return unpacked_reading(unpacked(Article, found.body), found.reading)
        except ModelError:  # an earlier program wrote it; reading the article again replaces it
            return None

    def _exists(self) -> bool:
        if self._in_memory:
            return self._engine is not None
        return self._path is None or self._path.exists()

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is None:
                pool: dict[str, Any] = {"poolclass": StaticPool} if self._in_memory else {}
                options = {"connect_args": {"check_same_thread": False}} if self._in_memory else {}
                self._engine = create_engine(self._url, **pool, **options)
                self._backend.prepare(self._engine)
            return self._engine

    def _checked(self, connection: Connection) -> int:
        if self._version is None:
            self._version = check(connection, self.name)
        return self._version

    def _migrate(self) -> None:
        with self._opening:
            if self._version == len(STEPS) and self._exists():
                return
            if self._path is not None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._opened().execution_options(writes=True).begin() as connection:
                migrate(connection, self._backend, self.name)
            self._version = len(STEPS)


def _kept(article_id: str) -> Select[Any]:
    return select(article).where(article.c.id == article_id, article.c.removed.is_(None))


def _entry(row: Any) -> Entry:
    published = date.fromisoformat(row.published) if row.published else None
    added = datetime.fromisoformat(row.added)
    return Entry(row.id, row.title, row.source, published, added, row.events, row.pipeline)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")

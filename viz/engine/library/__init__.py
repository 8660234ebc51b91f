"""The library: the articles a user keeps, what was read out of them, and the corrections made to it.

    library = Library(address())                    nothing is opened, and no file is made, before the first `keep`
    library.add(reading)                            kept, and every event of it found by words, dates, box, people
    library.search(Query(words="bridge", start=date(2021, 4, 1)))

SQLite by default; Postgres by URL with the same code. What differs between the two is in sqlite.py and postgres.py.
"""

from viz.engine.library.address import address
from viz.engine.library.query import Common, Entry, Found, Query, Shared
from viz.engine.library.store import Library

__all__ = ["Common", "Entry", "Found", "Library", "Query", "Shared", "address"]

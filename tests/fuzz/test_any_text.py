"""Whatever the text, reading it raises nothing and every span is where it says."""

from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viz.engine.pipeline import read, skim
from viz.model import Article
from viz.settings import Settings

WORDS = st.sampled_from(
    "on in of the a last next oct. 15 may march 2017 1990s monday osh bishkek kyrgyz paris , . ( ) - 's ' \n 10 : 30 to from "
    "between and said met will not denied u.s. year years ago week three first quarter bc century 31/13/2015 9999 10000 0".split()
)
NEWSLIKE = st.lists(WORDS, max_size=60).map(" ".join)
DAYS = st.none() | st.dates()
CLAUSE_RULES = Settings(model="none")


@given(st.text() | NEWSLIKE, DAYS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_dates_and_places_of_any_text(text: str, published: date | None) -> None:
    reading = skim(Article.of(text, published=published))
    for mentions in (reading.dates, reading.places):
        assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(NEWSLIKE, DAYS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_events_of_any_text(text: str, published: date | None) -> None:
    events = read(Article.of(text, published=published), CLAUSE_RULES).events
    assert all(event.span[0] <= event.trigger[0] < event.trigger[1] <= event.span[1] <= len(text) for event in events)
    assert len({event.id for event in events}) == len(events)

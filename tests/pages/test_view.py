"""The view in the URL: what goes in comes out again, and nonsense in a URL is left out."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from viz.engine.filters import Clock
from viz.model import EventKind, Status
from viz.pages.choices import changed
from viz.pages.view import Mode, View

texts = st.text(max_size=20)
several = st.lists(st.text(min_size=1, max_size=20), unique=True, max_size=4).map(tuple)


def some(choices):
    return st.lists(st.sampled_from(list(choices)), unique=True, max_size=3).map(tuple)


views = st.builds(
    View, article=texts, event=texts, start=st.none() | st.dates(), end=st.none() | st.dates(), places=several, who=several,
    statuses=some(Status), kinds=some(EventKind), words=texts, search=texts, person=texts, published=st.none() | st.dates(),
    clock=st.sampled_from(Clock), mode=st.sampled_from(Mode), sort=texts,
)  # fmt: skip


@given(views)
def test_a_view_survives_the_url(view: View):
    query = {name: value if isinstance(value, list) else [value] for name, value in view.to_query().items()}
    assert View.from_query(query) == view


@given(st.dictionaries(st.sampled_from(["start", "clock", "statuses", "published", "mode", "nonsense"]), st.lists(texts, max_size=3)))
def test_a_url_nobody_can_read_is_no_error(query: dict[str, list[str]]):
    assert isinstance(View.from_query(query), View)


def test_the_default_view_leaves_the_url_clean():
    assert View().to_query() == {}
    assert not View().is_filtered


def test_clearing_keeps_the_article_and_the_selection():
    view = View(article="a", event="e", words="x", start=date(2020, 1, 1), statuses=(Status.DENIED,), clock=Clock.SAID)
    assert view.cleared() == View(article="a", event="e", clock=Clock.SAID)
    assert view.is_filtered


def test_the_last_day_of_a_range_is_part_of_it():
    assert View(end=date(2017, 8, 31)).filter.end == date(2017, 9, 1)


def test_choices_of_the_linked_view():
    view = View(words="x")
    assert changed(view, {"event": "e3"}).event == "e3"
    assert changed(view, {"range": ["2017-08-31", "2017-08-01"]}).start == date(2017, 8, 1)
    assert changed(view, {"clock": "said"}).clock is Clock.SAID
    assert changed(view, {"mode": "read"}).mode is Mode.READ
    assert changed(view, {"sort": "-who"}).sort == "-who"
    assert changed(view, {"clear": True}) == View()


def test_a_choice_that_makes_no_sense_changes_nothing():
    view = View(words="x")
    for change in ({}, {"clock": "noon"}, {"range": ["soon", "later"]}, {"range": ["2017-08-01"]}):
        assert changed(view, change) == view

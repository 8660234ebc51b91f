"""The timeline figure: what is drawn, how it is told apart, and what it does with very many events."""

from datetime import date, timedelta
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.charts.lanes import LABEL_LETTERS, MARK_PIXELS, PIXELS, USUAL_LETTER_PIXELS, extent_of, first_view, laid_out
from viz.charts.theme import DARK, LIGHT, SHAPES, contrast
from viz.charts.timeline import MOST_MARKS, MOST_POINTS, timeline_figure
from viz.charts.words import cut, plain, say_when
from viz.engine.filters import Clock
from viz.model import Basis, Event, Granularity, Status, When

PUBLISHED = date(2020, 3, 10)


def event(number: int, when: When | None, *, headline: str = "A bridge opened", status: Status = Status.HAPPENED) -> Event:
    undated = "" if when else "The sentence names no date."
    return Event(
        f"e{number}", "a1", (0, 20), (2, 8), headline, status, when=when, undated=undated, unplaced="Nobody says where."
    )


def day(number: int) -> When:
    return When.day(PUBLISHED + timedelta(number), Basis.EXPLICIT)


def until(end: date) -> When:
    return When(None, end, Granularity.OPEN, "", f"../{end}", Basis.INFERRED)


MARCH = When(date(2020, 3, 1), date(2020, 4, 1), Granularity.MONTH, "2020-03", "2020-03", Basis.EXPLICIT)


def ids_of(figure: go.Figure) -> set[str]:
    return {one for trace in figure.data if trace.customdata is not None for ids in trace.customdata for one in ids}


def test_every_dated_event_is_drawn_and_no_other():
    figure = timeline_figure([event(1, day(0)), event(2, MARCH), event(3, None)], theme=LIGHT, published=PUBLISHED)
    assert ids_of(figure) == {"e1", "e2"}


def test_the_other_clock_draws_by_when_it_was_said():
    figure = timeline_figure([event(1, day(0))], clock=Clock.SAID, theme=LIGHT, published=PUBLISHED)
    assert ids_of(figure) == set()


def test_statuses_differ_in_shape_and_hue():
    events = [event(i, day(i), status=status) for i, status in enumerate(Status)]
    marks = [trace.marker for trace in timeline_figure(events, theme=LIGHT).data if trace.type == "scatter"]
    assert len({mark.symbol for mark in marks}) == len({mark.color for mark in marks}) == len(Status) == len(set(SHAPES.values()))


def test_the_selected_event_is_the_selected_point():
    figure = timeline_figure([event(1, day(0)), event(2, day(1))], selected="e2", theme=LIGHT)
    assert [trace.selectedpoints for trace in figure.data] == [(1,)]


def test_an_open_end_fades_towards_the_unknown():
    (bar,) = [trace for trace in timeline_figure([event(1, until(PUBLISHED))], theme=LIGHT).data if trace.type == "bar"]
    opacities = [float(colour.rsplit(",", 1)[1].rstrip(")")) for colour in bar.marker.color]
    assert opacities == sorted(opacities)
    assert len(set(opacities)) > 3


def test_bars_are_wide_enough_to_hit():
    week = When(date(2020, 3, 2), date(2020, 3, 9), Granularity.WEEK, "2020-W10", "2020-03-02/2020-03-08", Basis.EXPLICIT)
    events = [event(1, week), event(2, day(-20_000))]
    extent = extent_of(events, Clock.HAPPENED, PUBLISHED)
    bar = next(mark for mark in laid_out(events, Clock.HAPPENED, extent) if mark.has_bar)
    assert bar.end - bar.start >= 0.01 * extent.days


def test_events_of_one_day_lie_in_lanes_of_their_own():
    events = [event(i, day(0)) for i in range(12)]
    marks = laid_out(events, Clock.HAPPENED, extent_of(events, Clock.HAPPENED, None))
    assert len({mark.lane for mark in marks}) == 12


def test_a_label_without_room_stands_on_the_other_side():
    events = [event(1, day(0)), event(2, day(400), headline="The last of all events has a long headline")]
    marks = {mark.event.id: mark for mark in laid_out(events, Clock.HAPPENED, extent_of(events, Clock.HAPPENED, None))}
    assert (marks["e1"].label_left, marks["e2"].label_left) == (False, True)


LONG = "The council of the city agreed after long talks to open the old bridge to all traffic"


def test_a_label_is_as_long_as_its_lane_leaves_room_for():
    events = [event(1, day(0), headline=LONG), event(2, day(30), headline="Short"), event(3, day(80), headline="Short")]
    marks = {mark.event.id: mark for mark in laid_out(events, Clock.HAPPENED, extent_of(events, Clock.HAPPENED, None))}
    assert marks["e1"].lane == marks["e2"].lane == marks["e3"].lane
    assert LABEL_LETTERS < len(marks["e1"].label) < len(LONG)
    events = [event(1, day(0), headline=LONG), event(2, day(30), headline=LONG)]
    marks = {mark.event.id: mark for mark in laid_out(events, Clock.HAPPENED, extent_of(events, Clock.HAPPENED, None))}
    assert marks["e1"].lane != marks["e2"].lane or marks["e2"].label_left


@given(st.lists(st.tuples(st.integers(-300, 300), st.integers(0, 90)), min_size=1, max_size=12))
def test_no_label_runs_into_what_follows_in_its_lane(stretches: list[tuple[int, int]]):
    events = [
        event(i, When(first := PUBLISHED + timedelta(begin), first + timedelta(length + 1), Granularity.DAY, "", "", Basis.EXPLICIT), headline=LONG)
        for i, (begin, length) in enumerate(stretches)
    ]
    extent = extent_of(events, Clock.HAPPENED, None)
    lanes: dict[int, list[tuple[float, float]]] = {}
    for mark in laid_out(events, Clock.HAPPENED, extent):
        far = (MARK_PIXELS + len(mark.label) * USUAL_LETTER_PIXELS) / PIXELS * extent.days
        taken = (min(mark.start, mark.at - far), mark.end) if mark.label_left else (mark.start, max(mark.end, mark.at + far))
        lanes.setdefault(mark.lane, []).append(taken)
    for taken in lanes.values():
        for (_, end), (start, _) in pairwise(sorted(taken)):
            assert end <= start + 0.02 * extent.days


def test_a_publication_date_far_off_does_not_press_the_events_together():
    history = [event(1, day(-30_000)), event(2, day(-29_000))]
    assert extent_of(history, Clock.HAPPENED, PUBLISHED) == extent_of(history, Clock.HAPPENED, None)
    lately = [event(1, day(-300)), event(2, day(-299))]
    assert extent_of(lately, Clock.HAPPENED, PUBLISHED).last > PUBLISHED.toordinal()


def test_one_old_event_among_many_lies_outside_the_first_view():
    now = [event(i, day(i)) for i in range(12)]
    old = event(99, day(-8_000))
    first = first_view([*now, old], Clock.HAPPENED, PUBLISHED)
    assert first == extent_of(now, Clock.HAPPENED, PUBLISHED)
    figure = timeline_figure([*now, old], theme=LIGHT, published=PUBLISHED)
    assert figure.layout.meta["whole"][0] < "1999" < "2020" < figure.layout.xaxis.range[0]
    assert ids_of(figure) == {event.id for event in [*now, old]}


@pytest.mark.parametrize("days", [[0, 1, 2, -8_000], [*range(0, 96, 8), -500], [*range(6), *range(-8_000, -7_994)], []])
def test_otherwise_the_first_view_is_all_of_it(days: list[int]):
    events = [event(i, day(number)) for i, number in enumerate(days)]
    assert first_view(events, Clock.HAPPENED, PUBLISHED) == extent_of(events, Clock.HAPPENED, PUBLISHED)


def test_the_publication_date_is_a_line():
    assert len(timeline_figure([event(1, day(0))], theme=LIGHT, published=PUBLISHED).layout.shapes) == 1
    assert len(timeline_figure([event(1, day(0))], theme=LIGHT).layout.shapes) == 0


def test_labels_are_not_markup():
    figure = timeline_figure([event(1, day(0), headline="<b>Bold</b> & brave")], theme=LIGHT)
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; brave" in figure.data[0].text[0]


@pytest.mark.parametrize(("count", "kinds"), [(MOST_MARKS + 1, {"scattergl"}), (MOST_POINTS + 1, {"bar"})])
def test_many_events_are_drawn_more_plainly(count: int, kinds: set[str]):
    when = [day(i) for i in range(100)]
    figure = timeline_figure([event(i, when[i % 100]) for i in range(count)], theme=LIGHT, published=PUBLISHED)
    assert {trace.type for trace in figure.data} == kinds


def test_bins_count_every_event():
    figure = timeline_figure([event(i, day(i % 50)) for i in range(MOST_POINTS + 1)], theme=LIGHT)
    assert sum(sum(trace.y) for trace in figure.data) == MOST_POINTS + 1


def test_no_events_make_an_empty_figure_with_an_axis():
    figure = timeline_figure([], theme=DARK, published=PUBLISHED)
    assert not figure.data
    assert figure.layout.xaxis.range[0] < "2020-03-10" < figure.layout.xaxis.range[1]


@pytest.mark.parametrize("when", [until(date(1, 1, 2)), When(date(9999, 12, 30), None, Granularity.OPEN, "", "9999-12-30/..", Basis.EXPLICIT)])
def test_the_ends_of_the_calendar_can_be_drawn(when: When):
    assert ids_of(timeline_figure([event(1, when)], theme=LIGHT)) == {"e1"}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_hues_and_text_have_enough_contrast(theme):
    assert all(contrast(hue, theme.panel) >= 3 for hue in (*theme.statuses.values(), theme.accent))
    assert all(contrast(text, ground) >= 4.5 for text in (theme.ink, theme.muted, theme.accent) for ground in (theme.paper, theme.panel))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (day(0), "10 March 2020"),
        (MARCH, "March 2020"),
        (until(date(2020, 3, 11)), "until 10 March 2020"),
        (None, "no date"),
        (When(date(2020, 1, 1), date(2021, 1, 1), Granularity.YEAR, "2020", "2020", Basis.EXPLICIT), "2020"),
        (When(date(2020, 3, 2), date(2020, 3, 9), Granularity.WEEK, "2020-W10", "", Basis.EXPLICIT), "2 to 8 March 2020"),
        (When(date(1990, 1, 1), date(2000, 1, 1), Granularity.DECADE, "199", "199X", Basis.EXPLICIT), "the 1990s"),
    ],
)
def test_dates_in_words(when: When | None, words: str):
    assert say_when(when) == words


def test_words_are_cut_at_a_word_and_markup_is_spelt_out():
    assert cut("a long headline indeed", 12) == "a long…"
    assert plain("<a> & b") == "&lt;a&gt; &amp; b"

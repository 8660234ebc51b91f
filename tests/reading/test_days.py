"""Days of metadata: what programs write is understood, what could be two days or none is left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.reading.days import FIRST_NEWSPAPER, day_of, days_in

DAY = date(2017, 9, 20)


@pytest.mark.parametrize(
    "value",
    [
        "2017-09-20", "2017-09-20T08:12:00+06:00", "2017/09/20", "2017.09.20", "20170920", "20170920T081200Z", "1505900000",
        "1505900000000", "Wed, 20 Sep 2017 10:00:00 +0600", "Sept. 20, 2017 5:40 PM", "September 20th, 2017", "20th of September 2017",
        "20-Sep-2017", "20.09.2017", "09/20/2017", "20/09/2017", " 2017-09-20 ",
    ],
)  # fmt: skip
def test_a_written_day(value: str) -> None:
    assert day_of(value) == DAY


@pytest.mark.parametrize(
    "value",
    ["", "soon", "2017", "September 2017", "2017-09", "03/04/2017", "2017-02-30", "1970-01-01T00:00:00Z", "2199-01-01", "0001-01-01", "20 September", "99999999999999", "12017-09-20"],
)
def test_what_is_no_day_or_could_be_two(value: str) -> None:
    assert day_of(value) is None


@pytest.mark.parametrize(("value", "language"), [("20 сентября 2017", "ru"), ("20 septembre 2017", "fr"), ("20. September 2017", "de")])
def test_a_day_in_the_language_of_its_page(value: str, language: str) -> None:
    assert day_of(value, language) == DAY


@given(st.dates(FIRST_NEWSPAPER, date(2026, 1, 1)).filter(lambda day: day != date(1970, 1, 1)))
def test_every_day_is_read_back(day: date) -> None:
    assert day_of(day.isoformat()) == day
    assert day_of(f"{day:%d %b %Y}".replace(f"{day:%Y}", f"{day.year:04}")) == day
    assert [found for _, _, found in days_in(f"Published {day.isoformat()}, they say")] == [day]


@given(st.text(max_size=120))
def test_any_value_gives_a_day_or_none(value: str) -> None:
    assert day_of(value) is None or isinstance(day_of(value), date)

"""Days and months that have a name: feasts of our calendar, and those of the calculated Islamic one."""

from __future__ import annotations

from datetime import date

import pytest
from holidays.calendars.islamic import _IslamicLunar
from hypothesis import given
from hypothesis import strategies as some

from viz.parsers.dates import find_dates
from viz.parsers.dates.islamic import month_of, month_start, next_month
from viz.parsers.dates.named_days import in_year

PUBLISHED = date(2017, 9, 20)


@pytest.mark.parametrize(
    ("text", "marked", "value"),
    [
        ("They met at Christmas 2015.", "Christmas 2015", "2015-12-25"),
        ("They met at Christmas last year.", "Christmas last year", "2016-12-25"),
        ("They came last Thanksgiving.", "last Thanksgiving", "2016-11-24"),
        ("The parade of Victory Day 2015 was long.", "Victory Day 2015", "2015-05-09"),
        ("They sang on New Year's Eve 2009.", "New Year's Eve 2009", "2009-12-31"),
        ("They rested on Good Friday.", "Good Friday", "2017-04-14"),
        ("They will rest on Easter Monday 2018.", "Easter Monday 2018", "2018-04-02"),
        ("It was the day after Christmas.", "the day after Christmas", "2016-12-26"),
        ("It rained three weeks before Oct. 15.", "three weeks before Oct. 15", "2017-09-24"),
    ],
)
def test_named_days_with_a_year_or_a_count(text: str, marked: str, value: str) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert (mention.text, mention.value) == (marked, value)


@pytest.mark.parametrize(
    ("text", "marked", "earliest", "edtf"),
    [
        ("They fasted in Ramadan.", "Ramadan", date(2017, 5, 27), "2017-05-26~/2017-06-24~"),
        ("They will fast in Ramadan.", "Ramadan", date(2018, 5, 16), "2018-05-15~/2018-06-13~"),
        ("Shops closed on Eid al-Fitr 2016.", "Eid al-Fitr 2016", date(2016, 7, 6), "2016-07-06~"),
        ("Shops closed on Orozo Ait.", "Orozo Ait", date(2017, 6, 25), "2017-06-25~"),
        ("People prayed on Eid ul-Adha.", "Eid ul-Adha", date(2017, 9, 1), "2017-09-01~"),
    ],
)
def test_islamic_names_are_near_and_marked_as_approximate(text: str, marked: str, earliest: date, edtf: str) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert mention.text == marked
    assert mention.mod == "APPROX"
    assert mention.when is not None
    assert mention.when.earliest is not None
    assert abs((mention.when.earliest - earliest).days) <= 1
    assert mention.when.edtf == edtf
    assert "give or take" in mention.why


def test_an_operation_is_no_month() -> None:
    assert find_dates("Operation Ramadan failed.", PUBLISHED) == ()


@pytest.mark.parametrize(("name", "dates"), [
    ("ramadan", _IslamicLunar().ramadan_beginning_dates),
    ("eid al-fitr", _IslamicLunar().eid_al_fitr_dates),
    ("eid al-adha", _IslamicLunar().eid_al_adha_dates),
])  # fmt: skip
def test_the_calculated_calendar_stays_within_two_days_of_the_observed_one(name: str, dates) -> None:
    for year in range(1950, 2030):
        told = sorted(day.toordinal() for day, _ in dates(year) if day.year == year)
        period = in_year(name, year)
        assert period is not None
        assert min(abs(period.days()[0] - day) for day in told) <= 2


@given(some.integers(1, 3_000_000), some.integers(0, 11))
def test_islamic_months_tile_the_days(ordinal: int, number: int) -> None:
    index = month_of(ordinal)
    assert month_start(index) <= ordinal < month_start(index + 1)
    found = next_month(number, ordinal)
    assert found % 12 == number
    assert month_start(found) >= ordinal > month_start(found - 12)

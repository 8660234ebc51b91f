"""What holds for any date, any shift and any text."""

from __future__ import annotations

from datetime import date, timedelta

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.parsers.dates import find_dates
from viz.parsers.dates.periods import Period, Unit, day_ordinal, days_in, year_month_day

MONTHS = ("January February March April May June July August September October November December").split()
DAYS = st.dates(date(1600, 1, 1), date(2049, 12, 31))
WORDS = st.sampled_from(
    "last next month week May may march 15 31 2015 the of a year ago later Feb. 30 - , . 's BC past two hundred first "
    "quarter Friday 12:30 p.m. 10/31/2015 1990s '80s decade early end every between and from to \n\n ( 0 9999 "
    "Ramadan Eid al-Fitr Easter before day hour minutes half an 1430 GMT AD soon 31/13/2015 29 February hours 0630 night "
    "5/6 winter 1941-42 BC rest future former Monday fifth 28th that this today on (0320 UTC) 7.30pm ten fortnight".split(" ")
)


def renderings(day: date) -> list[str]:
    month, number, year = MONTHS[day.month - 1], day.day, day.year
    short = month if len(month) < 5 else f"{month[:3]}."
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return [
        f"{month} {number}, {year}", f"{number} {month} {year}", f"{short} {number}, {year}",
        f"the {number}{suffix} of {month} {year}", f"{month} {number}{suffix}, {year}", day.isoformat(),
        f"{day:%m/%d/%Y}", f"{day:%d.%m.%Y}", f"{day:%A}, {month} {number}, {year}", f"{month.lower()} {number} , {year}",
    ]  # fmt: skip


@given(DAYS)
def test_a_day_written_in_ten_ways_reads_back(day: date) -> None:
    for text in renderings(day):
        values = [mention.value for mention in find_dates(f"it was on {text} in osh", date(2017, 9, 20))]
        assert values == [day.isoformat()], text


def ranges(first: date, last: date) -> list[str]:
    """The ways to write a range; all but the first three leave out what its second end tells."""
    start, end = f"{MONTHS[first.month - 1]} {first.day}", f"{MONTHS[last.month - 1]} {last.day}"
    swapped, month = f"{first.day} {MONTHS[first.month - 1]}", MONTHS[last.month - 1]
    ways = [
        f"from {start}, {first.year} to {end}, {last.year}", f"{first} - {last}",
        f"between {swapped} {first.year} and {last.day} {month} {last.year}",
        f"from {start} to {end}, {last.year}", f"{swapped} - {last.day} {month} {last.year}",
        f"between {start} and {end}, {last.year}",
    ]  # fmt: skip
    if (first.year, first.month) == (last.year, last.month):
        ways += [
            f"from {first.day} to {last.day} {month} {last.year}", f"{start}-{last.day}, {last.year}",
            f"between {first.day} and {last.day} {month} {last.year}", f"{first.day}-{last.day} {month} {last.year}",
        ]  # fmt: skip
    return ways


@given(DAYS, st.integers(1, 300))
def test_a_range_written_in_ten_ways_reads_back(first: date, length: int) -> None:
    last = first + timedelta(length)
    for text in ranges(first, last):
        values = [mention.value for mention in find_dates(f"it was open {text} in osh", date(2017, 9, 20))]
        assert values == [first.isoformat(), last.isoformat()], text


@given(st.integers(2, 99), st.sampled_from(["day", "week", "month", "year"]), DAYS)
def test_an_offset_reads_back(count: int, unit: str, published: date) -> None:
    (mention,) = find_dates(f"It began {count} {unit}s ago.", published)
    units = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}
    expected = Period(Unit.DAY, published.toordinal()).to(units[unit]).shift(-count)
    assert mention.value == expected.timex()


@given(DAYS, st.integers(-5000, 5000))
def test_relative_days_move_with_publication_and_explicit_ones_stay(published: date, shift: int) -> None:
    text = "He came yesterday, left three days ago and was born on 4 May 1971."
    before = find_dates(text, published)
    after = find_dates(text, published + timedelta(shift))
    for old, new in zip(before[:2], after[:2], strict=True):
        assert date.fromisoformat(new.value) - date.fromisoformat(old.value) == timedelta(shift)
    assert before[2].value == after[2].value == "1971-05-04"


@settings(max_examples=300)
@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=40).map(" ".join), st.one_of(st.none(), st.dates()))
def test_any_text_is_read_without_overlaps(text: str, published: date | None) -> None:
    last = 0
    for mention in find_dates(text, published):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.why
        assert mention.when is None or mention.value
        assert mention.when is None or is_valid_edtf(mention.when.edtf)
        last = mention.end


def is_valid_edtf(text: str) -> bool:
    """Whether the reference parser takes it; it knows no years beyond four digits."""
    return bool(parse_edtf(text))


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31), st.integers(0, 2))
def test_a_numbered_day_is_itself_or_impossible(year: int, month: int, day: int, form: int) -> None:
    text = (f"{year:04}-{month:02}-{day:02}", f"{day:02}.{month:02}.{year:04}", f"{day} {MONTHS[month - 1]} {year:04}")[form]
    mentions = find_dates(f"it was on {text} in osh", date(2017, 9, 20))
    values = [mention.value for mention in mentions if mention.text == text]
    if form == 2 and not 1000 <= year <= 2199:
        return  # three digits, or a year far off, after a month are taken for something else
    assert values == [f"{year:04}-{month:02}-{day:02}" if day <= days_in(year, month) else ""]


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28))
def test_day_ordinals_of_any_year_read_back(year: int, month: int, day: int) -> None:
    assert year_month_day(day_ordinal(year, month, day)) == (year, month, day)


@given(st.sampled_from(list(Unit)), st.integers(-30, 90))
def test_a_period_holds_its_own_first_day(unit: Unit, index: int) -> None:
    period = Period(unit, index)
    start, end = period.days()
    assert start < end
    if unit is not Unit.WEEKEND and not (unit is Unit.CENTURY and index < 0):
        assert Period(Unit.DAY, start).to(unit) == period
        assert Period(Unit.DAY, end).to(unit) == period.shift(1)

"""What `find_dates` reads, by kind of expression. The sentences are made up for these tests."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest

from viz.model import Basis, DateType, Granularity
from viz.parsers.dates import find_dates

PUBLISHED = date(2017, 9, 20)  # a Wednesday


def read(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(mention.text, mention.value) for mention in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote is on Oct. 15, 2017.", [("Oct. 15, 2017", "2017-10-15")]),
        ("It was signed on the 25th of August 1991.", [("the 25th of August 1991", "1991-08-25")]),
        ("It was signed 2017-03-04.", [("2017-03-04", "2017-03-04")]),
        ("Filed 10/15/2017 in Osh.", [("10/15/2017", "2017-10-15")]),
        ("Filed 15/10/2017 in Osh.", [("15/10/2017", "2017-10-15")]),
        ("It opened in late October 2016.", [("late October 2016", "2016-10")]),
        ("It closed in mid-2014.", [("mid-2014", "2014")]),
        ("Built in the early 1990s.", [("the early 1990s", "199")]),
        ("A road of the 19th century.", [("the 19th century", "18")]),
        ("Slaves of the 17th through 19th centuries.", [("the 17th", "16"), ("19th centuries", "18")]),
        ("It fell from 1945 to 1975—a warm time.", [("1945", "1945"), ("1975", "1975")]),
        ("In the summer of 1999 they left.", [("the summer of 1999", "1999-SU")]),
        ("Sales fell in the third quarter of 2016.", [("the third quarter of 2016", "2016-Q3")]),
        ("Sales fell in Q3 2016.", [("Q3 2016", "2016-Q3")]),
        ("Prices rose in the first half of 2015.", [("the first half of 2015", "2015-H1")]),
        ("They fought in 480 BC.", [("480 BC", "BC0480")]),
        ("He ran in the 2012 Olympics.", [("2012", "2012")]),
        ("It was a 1992 gas explosion.", [("1992", "1992")]),
        ("Some 1992 miners met.", []),
        ("The trial is due to last three weeks.", [("three weeks", "P3W")]),
        ("It changed after 9/11.", [("9/11", "2001-09-11")]),
        ("He died on 15 March 44 BC.", [("15 March 44 BC", "BC0044-03-15")]),
        ("It burned on July 18, AD 64.", [("July 18, AD 64", "0064-07-18")]),
        ("They fought in August 216 BC.", [("August 216 BC", "BC0216-08")]),
        ("A temple of the 7th century BC stands.", [("the 7th century BC", "BC06")]),
        ("It was born in nineteen ninety-seven.", [("nineteen ninety-seven", "1997")]),
    ],
)
def test_dates_told_in_full(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He resigned last month.", [("last month", "2017-08")]),
        ("He met him on Tuesday.", [("Tuesday", "2017-09-19")]),
        ("He spoke on Wednesday.", [("Wednesday", "2017-09-20")]),
        ("He will meet him on Friday.", [("Friday", "2017-09-22")]),
        ("Water should be back by Friday. It was a dry year.", [("Friday", "2017-09-22")]),
        ("The road must be cleared on Friday.", [("Friday", "2017-09-22")]),
        ("The rider should have left on Friday.", [("Friday", "2017-09-15")]),
        ("He has declared Saturday a day of rest.", [("Saturday", "2017-09-23")]),
        ("The Oct. 15 election is near.", [("Oct. 15", "2017-10-15")]),
        ("They met in August.", [("August", "2017-08")]),
        ("He scored in the 12th minute.", []),
        ("The striker was hurt in the second half.", []),
        ("It missed its sales goal in the second half.", [("the second half", "2017-H2")]),
        ("Profits rose in the second half.", [("the second half", "2017-H2")]),
        ("The governor spoke on Sunday. The airport will close at noon.", [("Sunday", "2017-09-17"), ("noon", "2017-09-20T12:00")]),
        ("The shop burned on Sunday. Police came at noon.", [("Sunday", "2017-09-17"), ("noon", "2017-09-17T12:00")]),
        ("Friday: The trial of two men accused of theft resumes.", [("Friday", "2017-09-22")]),
        ("The deadline passes on Friday.", [("Friday", "2017-09-22")]),
        ("He lowered its forecast for next year on Friday.", [("next year", "2018"), ("Friday", "2017-09-15")]),
        ("They will meet in November.", [("November", "2017-11")]),
        ("It began two years ago.", [("two years ago", "2015")]),
        ("It began three days ago.", [("three days ago", "2017-09-17")]),
        ("The day after tomorrow it ends.", [("The day after tomorrow", "2017-09-22")]),
        ("Work begins early next year.", [("early next year", "2018")]),
        ("It happened last September.", [("last September", "2016-09")]),
        ("He arrived this week.", [("this week", "2017-W38")]),
        ("It ended three days from now.", [("three days from now", "2017-09-23")]),
        ("Maps to be printed in early November are drawn.", [("early November", "2017-11")]),
        ("A vote will be held in December.", [("December", "2017-12")]),
        ("He said it would be held on Nov. 4.", [("Nov. 4", "2017-11-04")]),
        ("Nomads liked the plan Aug. 9.", [("Aug. 9", "2017-08-09")]),
        ("They left as planned on Monday.", [("Monday", "2017-09-18")]),
        ("He won the race on Monday.", [("Monday", "2017-09-18")]),
        ("He won't come on Monday.", [("Monday", "2017-09-25")]),
        ("His term expires Monday.", [("Monday", "2017-09-25")]),
        ("Until Monday, the pass had been open.", [("Monday", "2017-09-18")]),
        ("They will stay until Monday.", [("Monday", "2017-09-25")]),
        ("It was planned for early October.", [("early October", "2017-10")]),
        ("It is closed until she is sentenced May 9.", [("May 9", "2018-05-09")]),
        ("Sales fell to $3, down from the $7 it forecast in April.", [("April", "2017-04")]),
        ("Rain is forecast for Thursday night and Friday.", [("Thursday night", "2017-09-21TNI"), ("Friday", "2017-09-22")]),
        ("The loan runs through January.", [("January", "2018-01")]),
        ("By Monday evening, two hundred thousand people had signed.", [("Monday evening", "2017-09-18TEV")]),
        ("By the mid-'80s the mine had closed.", [("the mid-'80s", "198")]),
        ("He sang in the late nineties and is in his late fifties.", [("the late nineties", "199")]),
    ],
)
def test_dates_counted_from_publication(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasts Oct. 15-17.", [("Oct. 15", "2017-10-15"), ("17", "2017-10-17")]),
        ("They talked from Monday to Thursday.", [("Monday", "2017-09-18"), ("Thursday", "2017-09-21")]),
        ("The mine closed from Jan. 3 until Feb. 5.", [("Jan. 3", "2017-01-03"), ("Feb. 5", "2017-02-05")]),
        ("It will run from Dec. 20 to Jan. 5.", [("Dec. 20", "2017-12-20"), ("Jan. 5", "2018-01-05")]),
        ("They met between Monday and Thursday.", [("Monday", "2017-09-18"), ("Thursday", "2017-09-21")]),
        ("It grew between 2010 and 2015.", [("2010", "2010"), ("2015", "2015")]),
        ("He ruled in 1924-27.", [("1924", "1924"), ("27", "1927")]),
        ("Fighting of 9 May - 2 July 1963.", [("9 May", "1963-05-09"), ("2 July 1963", "1963-07-02")]),
        ("The war of 431 to 404 BC.", [("431", "BC0431"), ("404 BC", "BC0404")]),
    ],
)
def test_each_end_of_a_range_is_a_date_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It took two years.", DateType.DURATION, "P2Y"),
        ("It took a couple of weeks.", DateType.DURATION, "P2W"),
        ("It took several months.", DateType.DURATION, "PXM"),
        ("They fought for two decades.", DateType.DURATION, "P20Y"),
        ("It took a minute and a half.", DateType.DURATION, "PT1M30S"),
        ("It took an hour and 20 minutes.", DateType.DURATION, "PT1H20M"),
        ("It took two years and three months.", DateType.DURATION, "P2Y3M"),
        ("It took two and a half years.", DateType.DURATION, "P2Y6M"),
        ("It took half an hour.", DateType.DURATION, "PT30M"),
        ("The decades-long war is over.", DateType.DURATION, "PXE"),
        ("A three-month-long strike is over.", DateType.DURATION, "P3M"),
        ("The yearlong strike is over.", DateType.DURATION, "P1Y"),
        ("They may win in the fiscal year.", DateType.DATE, "2017"),
        ("They may leave at month's end.", DateType.DATE, "2017-09"),
        ("It took the next four months or so.", DateType.DURATION, "P4M"),
        ("It took half a century.", DateType.DURATION, "P50Y"),
        ("He will soon resign.", DateType.DATE, "FUTURE_REF"),
        ("They will one day return.", DateType.DATE, "FUTURE_REF"),
        ("They meet every Tuesday.", DateType.SET, "XXXX-WXX-2"),
        ("They meet each year.", DateType.SET, "P1Y"),
        ("They meet every few weeks.", DateType.SET, "PXW"),
        ("They meet on Tuesday nights.", DateType.SET, "XXXX-WXX-2TNI"),
        ("They may leave by year-end.", DateType.DATE, "2017-12-31"),
        ("They have been gone since year-end.", DateType.DATE, "2016-12-31"),
        ("They are ready for the weeks ahead.", DateType.DURATION, "PXW"),
        ("As recently as 2010 they were here.", DateType.DATE, "2010"),
        ("It will stand until at least 2025.", DateType.DATE, "2025"),
        ("It will open no earlier than 2025.", DateType.DATE, "2025"),
        ("They meet every morning.", DateType.SET, "XXXX-XX-XXTMO"),
        ("They met at 6:30 in the evening.", DateType.TIME, "2017-09-20T18:30"),
        ("They met two Fridays ago.", DateType.DATE, "2017-09-08"),
        ("It starts at 8 p.m. Thursday.", DateType.TIME, "2017-09-21T20:00"),
        ("They woke at six in the morning.", DateType.TIME, "2017-09-20T06:00"),
        ("They left at 0630 hours.", DateType.TIME, "2017-09-20T06:30"),
        ("It was dark by nightfall.", DateType.TIME, "2017-09-20TNI"),
        ("They met twice a month.", DateType.SET, "P1M"),
        ("They met three days a week.", DateType.SET, "P1W"),
        ("It took a number of weeks.", DateType.DURATION, "PXW"),
        ("It took a fortnight.", DateType.DURATION, "P2W"),
        ("It stood for a day.", DateType.DURATION, "P1D"),
        ("He left a day after the vote.", DateType.DURATION, "P1D"),
        ("It took some eight years.", DateType.DURATION, "P8Y"),
        ("It took another seven months.", DateType.DURATION, "P7M"),
        ("The Spring Offensive failed.", DateType.DATE, "2017-SP"),
        ("As late as 1965 rebels held it.", DateType.DATE, "1965"),
        ("Later in 1992 he left.", DateType.DATE, "1992"),
        ("It fell over the past month.", DateType.DURATION, "P1M"),
        ("It fell over the last decade.", DateType.DURATION, "P10Y"),
        ("In those days they sang.", DateType.DATE, "PAST_REF"),
        ("It closed earlier in the week.", DateType.DATE, "2017-W38"),
        ("It closed two and a half years ago.", DateType.DATE, "2015-03"),
        ("It closed a fortnight ago.", DateType.DATE, "2017-W36"),
        ("They left at half past ten.", DateType.TIME, "2017-09-20T10:30"),
        ("They left at a quarter to one.", DateType.TIME, "2017-09-20T12:45"),
        ("They left at 7.30pm.", DateType.TIME, "2017-09-20T19:30"),
        ("They left at 10 a.m. ET.", DateType.TIME, "2017-09-20T10:00"),
        ("They left at 3:00 AM (PDT) on board.", DateType.TIME, "2017-09-20T03:00"),
        ("They left on the last day of May 1902.", DateType.DATE, "1902-05-31"),
        ("They left on the first Monday of May 2016.", DateType.DATE, "2016-05-02"),
        ("They left on the last Thursday in November 2016.", DateType.DATE, "2016-11-24"),
        ("It stood for the rest of the decade.", DateType.DATE, "201"),
        ("It closed for the rest of the winter.", DateType.DATE, "2016-WI"),
        ("They left on the 15th of last month.", DateType.DATE, "2017-08-15"),
        ("Sales fell in the first half of the year.", DateType.DATE, "2017-H1"),
        ("It may be gone by the end of the decade.", DateType.DATE, "201"),
        ("He came on Friday night.", DateType.TIME, "2017-09-15TNI"),
        ("He came this morning.", DateType.TIME, "2017-09-20TMO"),
        ("He is now in Osh.", DateType.DATE, "PRESENT_REF"),
    ],
)
def test_types(text: str, kind: DateType, value: str) -> None:
    (mention,) = find_dates(text.replace("It starts", "It will start"), PUBLISHED)
    assert (mention.type, mention.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the capital.",
        "The F-16 and the MD-80 flew.",
        "Babanov, 47, said so.",
        "A 6-year-old boy was found.",
        "It costs $2000.",
        "Three-quarters of them left.",
        "Aida won the race in 2:07:30.",
        "The Daily News told of virus AD36.",
        "They gave away four an hour.",
        "A further 1500 or more were ill.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


def test_a_leap_day_needs_a_leap_year() -> None:
    assert read("It was on Feb. 29, 2016.") == [("Feb. 29, 2016", "2016-02-29")]
    assert read("He was born on Feb. 29.", date(2016, 5, 1)) == [("Feb. 29", "2016-02-29")]


@pytest.mark.parametrize(
    ("text", "marked", "reason"),
    [
        ("It was on 29 February 2015.", "29 February 2015", "February 2015 has 28 days"),
        ("They met on Feb. 30.", "Feb. 30", "February has 28 or 29 days"),
        ("They met on the 31st of April.", "the 31st of April", "April has 30 days"),
        ("Filed 31/13/2015 in Osh.", "31/13/2015", "there is no month 13"),
        ("Filed 2017-02-30 in Osh.", "2017-02-30", "February 2017 has 28 days"),
        ("They met on Feb. 29 this year.", "Feb. 29 this year", "does not have"),
        ("In February he came on the 30th.", "the 30th", "does not have"),
        ("It was on the fifth Monday of February 2017.", "the fifth Monday of February 2017", "does not have"),
    ],
)
def test_an_impossible_day_is_marked_and_explained(text: str, marked: str, reason: str) -> None:
    mention = find_dates(text, PUBLISHED)[-1]
    assert (mention.text, mention.type, mention.value, mention.when) == (marked, DateType.DATE, "", None)
    assert reason in mention.why


def test_a_number_beside_a_month_may_count_something() -> None:
    assert read("In April 31 people came.") == [("April", "2017-04")]
    assert read("Filed 31/13/15 in Osh.") == []


@pytest.mark.parametrize("text", ["Filed 0000-05-01.", "Filed 10000-05-01.", "The year 10000 is far.", "The year 0 is none."])
def test_years_no_calendar_of_ours_has_are_no_dates(text: str) -> None:
    assert read(text) == []


def test_a_time_stays_as_told_when_clocks_change() -> None:
    (skipped,) = find_dates("It fell at 2:30 a.m. on 10 March 2013.", PUBLISHED)[:1]  # no clock in New York showed it
    assert (skipped.value, skipped.when and skipped.when.edtf) == ("2013-03-10T02:30", "2013-03-10T02:30:00")
    (eastern,) = find_dates("It fell at 10 p.m. ET Monday.", PUBLISHED)  # of winter or summer: no offset is told
    assert eastern.when is not None
    assert eastern.when.edtf == "2017-09-18T22:00:00"


def test_the_year_end_is_crossed() -> None:
    assert read("He said on Sunday.", date(2018, 1, 2)) == [("Sunday", "2017-12-31")]
    assert read("He came last month.", date(2018, 1, 2)) == [("last month", "2017-12")]
    assert read("He came this week.", date(2021, 1, 2)) == [("this week", "2020-W53")]


def test_a_story_moves_the_reference() -> None:
    text = "He fled on March 19, 2019. Two days later he came back. A month later he resigned."
    assert read(text)[1:] == [("Two days later", "2019-03-21"), ("A month later", "2019-04")]


def test_a_chronicle_counts_from_its_own_years() -> None:
    text = "War came in May 1920. In June 1920 the city fell. On 3 July 1920 it burned. On 12 August they were beaten."
    assert read(text)[-1] == ("12 August", "1920-08-12")


def test_wire_form_reads_like_cased_text() -> None:
    text = "nazarbayev s office said on tuesday it may vote on oct. 15 . sunday s vote , in may , was the first since 1991 ."
    assert read(text) == [
        ("tuesday", "2017-09-19"),
        ("oct. 15", "2017-10-15"),
        ("sunday", "2017-09-17"),
        ("may", "2017-05"),
        ("1991", "1991"),
    ]


def test_without_a_publication_date_relative_dates_stay_relative() -> None:
    mentions = find_dates("He met him on Oct. 15, last month or on Tuesday, not in 1991.", None)
    assert [mention.value for mention in mentions] == ["XXXX-10-15", "PAST_REF", "XXXX-WXX-2", "1991"]
    assert [mention.when is None for mention in mentions] == [True, True, True, False]
    assert "publication date is unknown" in mentions[0].why


def test_why_is_a_sentence_and_the_other_reading_is_kept() -> None:
    (month,) = find_dates("He resigned last month.", PUBLISHED)
    assert month.why == "'last month' is August 2017: the article was published on 20 September 2017"
    (tuesday,) = find_dates("He met him on Tuesday.", PUBLISHED)
    assert tuesday.when is not None
    assert tuesday.when.basis is Basis.INFERRED
    assert [other.timex for other in tuesday.when.alternatives] == ["2017-09-26"]
    assert "26 September 2017" in tuesday.why


def test_a_duration_that_reaches_to_now_has_a_place() -> None:
    (mention,) = find_dates("It fell for the past three years.", PUBLISHED)
    assert mention.type is DateType.DURATION
    assert mention.when is not None
    assert (mention.when.earliest, mention.when.latest) == (date(2014, 9, 20), date(2017, 9, 21))
    (plain,) = find_dates("It took three years.", PUBLISHED)
    assert plain.when is None


def test_before_christ_is_open_towards_the_past() -> None:
    (mention,) = find_dates("They fought in 480 BC.", PUBLISHED)
    assert mention.when is not None
    assert (mention.when.earliest, mention.when.latest, mention.when.edtf) == (None, date(1, 1, 1), "-0479")
    assert mention.when.granularity is Granularity.YEAR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyrgyzstan marked Independence Day.", [("Independence Day", "2017-08-31")]),
        ("On the eve of Nowruz, 2019-03-25, he left.", [("the eve of Nowruz", "2017-03-20"), ("2019-03-25", "2019-03-25")]),
        ("They will meet on Thanksgiving Day.", [("Thanksgiving Day", "2017-11-23")]),
        ("They rested at Easter.", [("Easter", "2017-04-16")]),
        ("They rested on Christmas Eve.", [("Christmas Eve", "2016-12-24")]),
    ],
)
def test_named_days(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12-" * 100_000,
        "1234567890" * 100_000,
        "the end " + "of the last " * 80_000,
        "two hundred and " * 60_000,
        "' " * 400_000,
        "Oct. 15, 16, 17, " * 10_000,
        "the day before " * 20_000,
        "two years and a half hour, " * 10_000,
        "the night of 5/6 June/" * 10_000,
        "8 p.m. (0320 UTC) (" * 10_000,
        "7.30 " * 50_000,
    ],
    ids=["dashes", "digits", "nested", "numbers", "quotes", "lists", "before", "units", "nights", "zones", "points"],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    started = perf_counter()
    find_dates(text, PUBLISHED)
    assert perf_counter() - started < 20


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In the third quarter of 2016 it grew. A year earlier, it lost money.", ["2016-Q3", "2015-Q3"]),
        ("Net of the third quarter rose. In the nine months, it fell from that of a year earlier.",
         ["2017-Q3", "P9M", "2016"]),
        ("Net of the second quarter rose, against last year.", ["2017-Q2", "2016"]),
        ("Net of the second quarter rose. In the same period last year it fell.", ["2017-Q2", "2016-Q2"]),
        ("Net of the second quarter fell. In the latest quarter it lost $3, against $2 last year.",
         ["2017-Q2", "2017-Q2", "2016-Q2"]),
        ("Net of the second quarter fell. Snow fell in the third quarter of 1991. The quarter was bad.",
         ["2017-Q2", "1991-Q3", "2017-Q2"]),
    ],
)  # fmt: skip
def test_a_report_compares_with_the_quarter_it_is_about(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)][: len(values)] == values


def test_the_day_before_is_counted_from_the_story_where_nothing_follows() -> None:
    assert read("In May he came and on the 28th of that month they left.")[1] == ("the 28th of that month", "2017-05-28")
    assert read("He left on Monday; she had come the day before.")[1] == ("the day before", "2017-09-17")
    assert read("They won in 2010. The year before, they lost.")[1] == ("The year before", "2009")
    assert read("It was the day before the vote.") == []


def test_a_time_zone_is_told_in_edtf_and_the_value_keeps_the_local_time() -> None:
    for text, value, edtf in (
        ("It will start at 8 p.m. EDT Thursday.", "2017-09-21T20:00", "2017-09-21T20:00:00-04:00"),
        ("They met at 1430 GMT.", "2017-09-20T14:30", "2017-09-20T14:30:00Z"),
        ("They met at 10:15 local time.", "2017-09-20T10:15", "2017-09-20T10:15:00"),
    ):
        (mention,) = find_dates(text, PUBLISHED)
        assert mention.when is not None
        assert (mention.value, mention.when.edtf) == (value, edtf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began at 8 p.m. on Monday.", [("8 p.m.", "2017-09-18T20:00"), ("Monday", "2017-09-18")]),
        ("It began at noon on 3 May 2016.", [("noon", "2016-05-03T12:00"), ("3 May 2016", "2016-05-03")]),
        ("It began at 0755 on 7 May 2016.", [("0755", "2016-05-07T07:55"), ("7 May 2016", "2016-05-07")]),
        ("It began at 4 p.m. (1000 UTC) Monday.",
         [("4 p.m.", "2017-09-18T16:00"), ("1000 UTC", "2017-09-18T10:00"), ("Monday", "2017-09-18")]),
        ("Smoke rose at 7:06 p.m. local time yesterday evening.",
         [("7:06 p.m. local time", "2017-09-19T19:06"), ("yesterday evening", "2017-09-19TEV")]),
    ],
)  # fmt: skip
def test_a_time_belongs_to_the_day_behind_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began at 4:30 a.m. on Monday and ended 34 hours later.", "2017-09-19T14:30"),
        ("It began at 4:30 a.m. on Monday. Half an hour earlier, all slept.", "2017-09-18T04:00"),
        ("It began on Monday. Hours later it was over.", "2017-09-18TXX"),
        ("It began two hours ago.", "2017-09-20TXX"),
    ],
)
def test_hours_count_from_the_time_that_was_told(text: str, value: str) -> None:
    mention = next(m for m in find_dates(text, PUBLISHED) if "hour" in m.text.lower())
    assert (mention.type, mention.value) == (DateType.TIME, value)
    assert find_dates("Two hours later he left.", None)[0].value == "FUTURE_REF"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They crossed on the night of 23/24 October 1942.", [("the night of 23/24 October 1942", "1942-10-23TNI")]),
        ("They crossed on the night of 31 May-1 June 1942.", [("the night of 31 May-1 June 1942", "1942-05-31TNI")]),
        ("They froze in the winter of 1941-42.", [("the winter of 1941-42", "1941-WI")]),
        ("In the early morning of 22 June 1941 they came.", [("the early morning of 22 June 1941", "1941-06-22TMO")]),
        ("They came in the summer of '79 and in May '81.", [("the summer of '79", "1979-SU"), ("May '81", "1981-05")]),
        ("They struck on May 10/11.", [("May 10", "2017-05-10"), ("11", "2017-05-11")]),
        ("They came over a number of weeks.", [("a number of weeks", "PXW")]),
        ("They left in the first week in July.", [("the first week in July", "P1W")]),
        ("In late spring of 218 BC he left.", [("late spring of 218 BC", "BC0218-SP")]),
        ("It fell in 202 BC, and half a century later it burned.",
         [("202 BC", "BC0202"), ("half a century later", "BC0152")]),
    ],
)  # fmt: skip
def test_nights_and_winters_of_two_dates_are_one(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_one_day_of_long_ago_makes_a_history_where_nothing_is_news() -> None:
    past = "The fort fell on 4 May 1863. "
    assert read(past + "On 3 July the army left.")[1] == ("3 July", "1863-07-03")
    assert read(past + "He spoke on Monday. On 3 July the army left.")[-1] == ("3 July", "2017-07-03")
    assert read("He was born on 4 May 1963. On 3 July he won.")[1] == ("3 July", "2017-07-03")
    assert read("He was born in May 1963. On 3 July he said yesterday was dull.")[1] == ("3 July", "2017-07-03")


def test_years_alone_are_background_and_a_weekday_tells_the_year() -> None:
    plant = "It moved here in 1974, was sold in 1989 and closed in 1998. "
    assert read(plant + "He announced in August that it will go.")[-1] == ("August", "2017-08")
    life = "He was born on March 17, 1884. In 1911 he left, in 1914 he came back. "
    assert read(life + "Entry is free on Thursday, March 16.")[-1] == ("Thursday, March 16", "2017-03-16")


def test_histories_count_former_future_and_today() -> None:
    past = "The fort fell on 4 May 1863. In June 1863 a new one rose. It burned in 1865. "
    assert read(past + "Its former owner wept.")[-1] == ("former", "PAST_REF")
    assert read(past + "A future king was there.")[-1] == ("future", "FUTURE_REF")
    assert read(past + "Today it is a ruin.")[-1] == ("Today", "PRESENT_REF")
    assert read(past + "He will be buried on Friday.")[-1] == ("Friday", "2017-09-22")
    assert read("The former president spoke on Monday.") == [("Monday", "2017-09-18")]


def test_the_week_of_a_mondays_story_is_that_of_its_friday() -> None:
    text = "Wool fell on Friday. Trade was slow for the week."
    assert [value for _, value in read(text, date(2017, 9, 18))] == ["2017-09-15", "2017-W37"]
    assert [value for _, value in read(text, date(2017, 9, 16))] == ["2017-09-15", "2017-W37"]


def test_that_time_is_the_time_the_story_has_reached() -> None:
    assert read("He ruled in 1950. At that time the mine closed.")[1] == ("that time", "1950")
    assert read("At that time the mine closed.") == [("that time", "PAST_REF")]


def test_the_same_time_is_a_date_only_where_a_past_is_told() -> None:
    past = "The khan died in 1842. In 1845 war broke out, and in 1847 it ended. "
    assert read(past + "At the same time, trade grew.")[-1] == ("the same time", "1847")
    assert read(past + "By this time he was old.")[-1] == ("this time", "1847")
    assert read(past + "He was old at the time.")[-1] == ("the time", "1847")
    assert read("He said on Monday that at the same time, trade grew.") == [("Monday", "2017-09-18")]


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("Updated 2017-03-25T10:00Z.", "2017-03-25T10:00", "2017-03-25T10:00:00Z"),
        ("Updated 2017-03-25T10:00:30+0530.", "2017-03-25T10:00", "2017-03-25T10:00:00+05:30"),
        ("Updated 2017-03-25T25:00.", "2017-03-25", "2017-03-25"),
    ],
)
def test_a_timestamp_keeps_its_time_where_a_clock_shows_it(text: str, value: str, edtf: str) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert mention.when is not None
    assert (mention.value, mention.when.edtf, mention.when.basis) == (value, edtf, Basis.EXPLICIT)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They spoke over the weekend.", date(2017, 9, 20), "2017-W37-WE"),
        ("They spoke over the weekend.", date(2017, 9, 24), "2017-W38-WE"),
        ("They will speak this weekend.", date(2017, 9, 20), "2017-W38-WE"),
        ("The fair of this coming weekend is new.", date(2017, 9, 20), "2017-W38-WE"),
        ("The fair of this past weekend was new.", date(2017, 9, 20), "2017-W37-WE"),
    ],
)
def test_weekends(text: str, published: date, value: str) -> None:
    assert [told for _, told in read(text, published)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a year or two the road will be done.", [("a year or two", "FUTURE_REF")]),
        ("The trial could take a month or two.", [("a month or two", "P1M")]),
        ("He left a year or two ago.", [("a year or two ago", "PAST_REF")]),
        ("They put the vote off to a later date.", [("a later date", "FUTURE_REF")]),
        ("Prices will rise in the near term.", [("the near term", "FUTURE_REF")]),
        ("The loan cuts the taxes of future quarters.", [("future quarters", "FUTURE_REF")]),
        ("A future minister spoke.", []),
        ("In the past it sold copper.", [("the past", "PAST_REF")]),
        ("Over the years the dam has silted up.", [("the years", "PXY")]),
        ("They stayed for a while.", [("a while", "PXX")]),
        ("A while he stood there.", []),
        ("The market opened in Easter week.", [("Easter week", "2017-W15")]),
        ("Today is the eighth day of the march.", [("Today", "2017-09-20"), ("the eighth day", "2017-09-20")]),
        ("He fell on the eighth day of the march.", []),
        ("More came this year than last.", [("this year", "2017"), ("last", "2016")]),
        ("More came than last.", []),
        ("Sales were flat this year through August.", [("this year", "2017"), ("August", "2017-08")]),
    ],
)
def test_times_told_loosely(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said on ABC's \"This Week\" that he would run.", []),
        ("He said on the radio's ''Today'' that he would run.", []),
        ('He said "today" on the radio.', [("today", "2017-09-20")]),
    ],
)
def test_a_broadcast_is_no_time(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The March election was close.", [("March", "2017-03")]),
        ("They joined the March for Peace.", []),
        ("They joined the March Home.", []),
    ],
)
def test_march_before_a_noun_is_the_month(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_what_will_be_is_to_come_whatever_was_told_before() -> None:
    text = "He was there when a reactor caught fire in October 1957. A service will be held in Osh in April."
    assert [mention.value for mention in find_dates(text, date(1998, 2, 20))] == ["1957-10", "1998-04"]


def test_weeks_are_not_counted_from_a_year() -> None:
    text = "The plane, built in 1968, had been inspected two weeks earlier."
    assert [mention.value for mention in find_dates(text, date(1996, 4, 20))] == ["1968", "1996-W14"]


def test_today_is_the_day_of_the_dateline_where_the_report_was_printed_later() -> None:
    text = "BRUSSELS, Jan. 11 -- Leaders met today. They had arrived yesterday. They met in January last year."
    found = find_dates(text, date(1994, 1, 12))
    assert [mention.value for mention in found][:3] == ["1994-01-11", "1994-01-11", "1994-01-10"]
    assert found[1].anchor == f"text:{text.index('Jan.')}"
    assert "the dateline is of 11 January 1994" in found[1].why
    later = find_dates(text, date(1994, 2, 12))
    assert later[1].value == "1994-02-12"  # a month later it is somebody else's today


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank, founded in 2007, failed in March.", [("2007", "2007"), ("March", "2017-03")]),
        ("Talks will begin on Monday. Soldiers searched homes during the night.", [("Monday", "2017-09-25"), ("the night", "2017-09-20TNI")]),
        ("The mayor will speak on Sunday. \"He called me at 2 a.m.\", she said.", [("Sunday", "2017-09-24"), ("2 a.m.", "2017-09-20T02:00")]),
        ("He announced two days of mourning, beginning on Friday.", [("two days", "P2D"), ("Friday", "2017-09-22")]),
        ("Digging resumes in May.", [("May", "2018-05")]),
    ],
)
def test_the_side_on_which_a_bare_date_lies(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected

"""Rules for days and months of the calendar: "Oct. 15, 2017", "May 13 of that year", "the 15th"."""

from __future__ import annotations

from viz.parsers.dates.expressions import DayOf, Expression, Fixed, Impossible, Partial, Within
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.numbers import ordinal
from viz.parsers.dates.periods import MONTH_NAMES, Period, Unit, day, days_in, told_year
from viz.parsers.dates.pointers import pointed, pointed_year
from viz.parsers.dates.tokens import LETTER_GROUPS, LETTERS, Tokens
from viz.parsers.dates.words import MONTHS, WEEKDAYS

OF_YEAR = (
    "((COMMA|OF|COMMA OF)? (year=YEAR | bc=DIGITS BC | AD ad=DIGITS | ad=DIGITS AD)"
    "| (COMMA? OF|COMMA)? pointer=(THIS|THAT|LAST|NEXT) YEARWORD"
    "| (COMMA? OF|COMMA)? THE pointer=(SAME|PREVIOUS|FOLLOWING) YEARWORD)"
)
_RANGE = "(HYPHEN|DASH|TO|AND|OR|UNTIL|SLASH|COMMA|COMMA AND)"
AMBIGUOUS = frozenset({"may", "march", "mar", "dec", "sun", "sat", "mon", "jan", "wed", "sep", "august", "tue", "fri"})
"""Names that are words too, or that nobody writes alone without a full stop."""
_BEFORE_MONTH = frozenset(
    "in of since until till by last this next early late mid through from during between before after - for past"
    .split()
)


def is_name(read: Read, at: int) -> bool:
    """Whether the token is the month (or weekday) and not the verb: its case tells, or the word before it."""
    tokens = read.tokens
    word = tokens.words[at]
    if word.rstrip(".") not in AMBIGUOUS or word.endswith("."):
        return True
    if len(word) == 3 and word != "may":
        return False
    before = tokens.words[at - 1] if at else ""
    if tokens.is_cased:
        starts_sentence = not before or tokens.kinds[at - 1] in (LETTERS["STOP"], LETTERS["GAP"])
        if word == "march" and before not in _BEFORE_MONTH and before not in ("and", "to", "or", "(", "-", "–"):
            return before == "the" and _is_before_noun(tokens, at)
        return tokens.text[tokens.starts[at]].isupper() and not starts_sentence
    return before in _BEFORE_MONTH or (before in ("and", "to", "or") and at > 1 and tokens.words[at - 2] in MONTHS)


def _is_before_noun(tokens: Tokens, at: int) -> bool:
    """Whether a capital stands before a small noun: "the March election", not "the March for Life"."""
    following = tokens.text[tokens.starts[at + 1] :][:1] if at + 1 < len(tokens.words) else ""
    is_noun = following.islower() and tokens.words[at + 1] not in _FUNCTION_WORDS | _PREPOSITIONS
    return is_noun and tokens.text[tokens.starts[at]].isupper()


_PREPOSITIONS = frozenset("of on to in from through by and with against or at towards into".split())


def month_and_day(read: Read) -> Expression | None:
    """A month and a day with whatever the rule caught of the year; None when it can be no day at all."""
    month_number = MONTHS[read.word("month")]
    the_day = ordinal(read.word("day"))
    year = pointed_year(read)
    known = year.period.index if isinstance(year, Fixed) else None
    if not 1 <= the_day <= 31:
        return None
    if the_day > days_in(known, month_number):
        counts = year is None and following_is_word(read)  # "in April 31 people": no date
        return None if counts else no_such_day(month_number, known)
    if known is not None:
        return Fixed(day(known, month_number, the_day))
    weekday = WEEKDAYS.get(read.word("weekday"), -1) if read.has("weekday") else -1
    return Partial(Unit.DAY, month_number, the_day, year=year, weekday=weekday)


def no_such_day(month_number: int, year: int | None) -> Impossible:
    """What stands for a day beyond the end of its month, with the sentence that says so."""
    name = MONTH_NAMES[month_number - 1]
    if month_number == 2 and year is None:
        return Impossible(f"{name} has 28 or 29 days")
    of_year = "" if year is None else f" {told_year(year)}"
    # The calendar of Caesar had a 29 February in 1500, ours, which counts all days here, has none.
    older = " in the calendar of today" if year is not None and year < 1753 else ""
    return Impossible(f"{name}{of_year} has {days_in(year, month_number)} days{older}")


@rule(
    f"(weekday=WEEKDAY COMMA? THE?)? month=MONTH THE? day=(DAYNUM|NTH) (?!(UNITS|ANYCLOCK|CURRENCY)) {OF_YEAR}?",
    f"(weekday=WEEKDAY COMMA?)? THE? day=(DAYNUM|NTH) OF? month=MONTH (?!DAYNUM COMMA? YEAR) {OF_YEAR}?",
)
def month_day(read: Read) -> Built:
    """ "Oct. 15", "15 October 2017", "the 25th of August", "Friday, Oct. 13"."""
    if read.is_tight() and not (read.before() in ("-", "–", "—", "/") and read.kind(-2) in _DATE_ENDS):
        return None
    return month_and_day(read)


@rule(
    f"THE? day=(DAYNUM|NTHNUM) (?={_RANGE} THE? (DAYNUM|NTHNUM) ({_RANGE} (DAYNUM|NTHNUM))? OF? month=MONTH"
    "((COMMA|OF)? year=YEAR)?)"
)
def first_of_range(read: Read) -> Built:
    """The "7" of "7 and 8 May 1963": its month and year follow."""
    return month_and_day(read) if not read.is_tight() else None


@rule(
    "THE? day=(DAYNUM|NTHNUM) (?!(HYPHEN|CURRENCY|UNITS|UNIT|ANYCLOCK|CLOCK|AMPM|SCALE|WORD))"
    "(?!COMMA? (MONTH|DAYNUM COMMA)) (?!COMMA WORD)",
    "THE? day=NTHNUM (?=(COMMA|STOP))",
    "day=DAYNUM COMMA year=YEAR",
)
def rest_of_range(read: Read) -> Built:
    """The "17" of "Oct. 15-17" and of "Oct. 15, 16 and 17"."""
    month = _month_before(read) if read.before() in ("-", "–", "—", "/", "to", "and", "or", ",", "&") else 0
    the_day = ordinal(read.word("day"))
    if not month or not 1 <= the_day <= 31:
        return None
    year = int(read.word("year") or _year_ahead(read))
    return Fixed(day(year, month, the_day)) if year and the_day <= days_in(year, month) else DayOf(the_day)


_DATE_ENDS = frozenset(LETTER_GROUPS["DAYNUM"] + LETTERS["NTHNUM"] + LETTERS["MONTH"] + LETTERS["YEAR"])
_NUMBERS = frozenset(LETTER_GROUPS["DAYNUM"] + LETTERS["NTHNUM"])


def _month_before(read: Read) -> int:
    """The month, where the tokens before are one, a day and at most some more days of it; else 0."""
    kinds, words, at = read.tokens.kinds, read.tokens.words, read.first - 2
    for _ in range(6):
        if at < 1 or kinds[at] not in _NUMBERS:
            return 0
        if kinds[at - 1] == LETTERS["MONTH"]:
            return MONTHS[words[at - 1].rstrip(".")] if ordinal(words[at]) < ordinal(read.word("day")) else 0
        at -= 2
    return 0


def _year_ahead(read: Read) -> str:
    """The year behind the other days of a list: "2017" of "Oct. 15, 16 and 17, 2017"; "0" where none is told."""
    kinds, at = read.tokens.kinds, read.last
    for _ in range(4):
        if kinds[at : at + 2] == LETTERS["COMMA"] + LETTERS["YEAR"]:
            return read.tokens.words[at + 1]
        at += 1 + (kinds[at : at + 2] == LETTERS["COMMA"] + LETTERS["AND"])
        if kinds[at : at + 1] not in tuple(_NUMBERS):
            return "0"
        at += 1
    return "0"


@rule("THE day=NTH OF (pointer=(THIS|LAST|NEXT)|THE pointer=(SAME|FOLLOWING|PREVIOUS)) unit=UNIT0")
def day_of_pointed_month(read: Read) -> Built:
    """ "the 15th of this month", "the third of the following month"."""
    the_day = ordinal(read.word("day"))
    if read.word("unit") != "month" or not 1 <= the_day <= 31:
        return None
    return Within(pointed(read.word("pointer"), Unit.MONTH), the_day)


@rule("THE day=NTHNUM (OF pointer=THAT UNIT)? (?!(AND|TO|OR|HYPHEN|THROUGH) NTH HYPHEN? (CENTURY|UNITS))")
def day_of_month(read: Read) -> Built:
    """ "the 15th": of the month the story is in."""
    counts = ("anniversary", "century", "centuries", "-", "day", "year", "time")
    is_clock = read.kind(read.last - read.first) in tuple(LETTER_GROUPS["ANYCLOCK"])  # "in the 12th minute"
    if not read.has("pointer") and (read.after() in counts or is_clock or following_is_word(read)):
        return None
    the_day = ordinal(read.word("day"))
    return DayOf(the_day) if 1 <= the_day <= 31 else None


@rule(f"month=MONTH {OF_YEAR}?")
def month(read: Read) -> Built:
    """ "October", "October 2017", "March this year"."""
    year = pointed_year(read)
    number = MONTHS[read.word("month")]
    if year is None and not is_name(read, read.first):
        return None
    if isinstance(year, Fixed):
        return Fixed(Period(Unit.MONTH, year.period.index * 12 + number - 1))
    return Partial(Unit.MONTH, number, year=year)


@rule("month=MONTH (?=(HYPHEN|TO|AND|OR|UNTIL|THROUGH) MONTH COMMA? year=YEAR)")
def first_month_of_range(read: Read) -> Built:
    """The "April" of "April and May 1963"."""
    return Fixed(Period(Unit.MONTH, int(read.word("year")) * 12 + MONTHS[read.word("month")] - 1))


def following_is_word(read: Read) -> bool:
    """Whether a word that is no time word and no function word follows."""
    return read.kind(read.last - read.first) == LETTERS["WORD"] and read.after() not in _FUNCTION_WORDS


_FUNCTION_WORDS = frozenset(
    "as for since during but then is are was were has have had been within between when while all".split()
)

"""Rules for dates counted from an anchor: "last week", "two years ago", "the next day", "yesterday"."""

from __future__ import annotations

from viz.parsers.dates.expressions import (
    Anchor,
    Clock,
    Edge,
    Found,
    Latest,
    Length,
    Partial,
    Shift,
    Side,
    Vague,
    Within,
)
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.numbers import number
from viz.parsers.dates.periods import Unit
from viz.parsers.dates.pointers import POINTERS, SIDES
from viz.parsers.dates.tokens import LETTER_GROUPS, LETTERS
from viz.parsers.dates.words import DAY_PARTS, MONTHS, PLURALS, UNITS, WEEKDAYS

DAYS_FROM_NOW = {"today": 0, "yesterday": -1, "tomorrow": 1}


def unit_of(word: str) -> Unit:
    """The unit a singular or plural word names."""
    return UNITS.get(word) or PLURALS[word]


@rule("which=(TODAY|YESTERDAY|TOMORROW)")
def day_from_now(read: Read) -> Built:
    """ "today", "yesterday", "tomorrow"."""
    return Shift(Unit.DAY, DAYS_FROM_NOW[read.word("which")])


@rule("unit=YEARWORD HYPHEN? END", "unit=(YEARWORD|UNIT0) POSSESSIVE END", "THE? FULL unit=YEARWORD")
def year_end(read: Read) -> Built:
    """ "year-end", "month's end", "the full year"."""
    mod = "END" if read.tokens.words[read.last - 1] == "end" else ""
    if read.last - read.first == 3 and read.word_at(1) == "-":  # "year-end" is a day, "year's end" a time
        return Within(Shift(Unit.YEAR, -1 if read.before() == "since" else 0, Anchor.TELLING), -1)
    unit = unit_of(read.word("unit"))
    return (Shift(unit, 0, Anchor.TELLING), mod) if unit in (Unit.YEAR, Unit.MONTH, Unit.WEEK) else None


@rule("THE which=LATEST? (FISCAL|FINANCIAL) YEARWORD (?!ENDED)")
def fiscal_year(read: Read) -> Built:
    """ "the fiscal year": the running one; "the latest fiscal year" is the last that has ended."""
    return Shift(Unit.YEAR, -1 if read.has("which") else 0, Anchor.TELLING)


@rule("(THE)? DAYWORD side=(BEFORE|AFTER) which=(YESTERDAY|TOMORROW)")
def two_days_from_now(read: Read) -> Built:
    """ "the day before yesterday"."""
    return Shift(Unit.DAY, 2 if read.word("which") == "tomorrow" else -2)


@rule(
    "THE? pointer=(LAST|NEXT|THIS|CURRENT|COMING|PAST) (FISCAL|FINANCIAL|FULL|ACADEMIC)? unit=UNIT",
    "THE pointer=(PREVIOUS|FOLLOWING|SAME|NEXT|LAST) unit=UNIT",
    "pointer=THAT SAME? unit=UNIT",
    "pointer=PREVIOUS unit=UNIT",
    "THIS pointer=(PAST|COMING) unit=UNIT",
    "THIS SAME unit=UNIT",
)
def pointed_unit(read: Read) -> Built:
    """ "last week", "the following month", "that year"."""
    word = read.word("pointer") if read.has("pointer") else "same"
    unit = unit_of(read.word("unit"))
    amount, anchor = POINTERS[word]
    the = read.word_at(0) == "the"
    if unit in (Unit.DAY, Unit.WEEK, Unit.MONTH) and the and word == "last" and read.after() == "of":
        return None
    if unit is Unit.DAY and word in ("last", "past", "current", "coming"):
        return None
    if word == "this" and unit is Unit.DAY:
        return None
    if the and word in ("next", "last") and (unit is Unit.DAY or word == "next"):
        anchor = Anchor.STORY
    return Shift(unit, amount, anchor)


@rule("THE NTH unit=DAYWORD (?=OF)")
def day_counted(read: Read) -> Built:
    """The "eighth day" of "today is the eighth day of the march", of "July 8, the eighth day of the march"."""
    beside_a_date = read.before() == "," and read.kind(-2) in _DATE_ENDS
    return Shift(Unit.DAY, 0, Anchor.STORY) if beside_a_date or read.before() in ("is", "s", "'s", "’s") else None


_DATE_ENDS = frozenset(LETTER_GROUPS["DAYNUM"] + LETTERS["MONTH"] + LETTERS["YEAR"] + LETTERS["WEEKDAY"])


@rule(
    "THE LATEST which=(QUARTER|PERIOD)",
    "THE which=(QUARTER)",
    "THE? YEARWORD HYPHEN? back=(AGO|EARLIER) which=(QUARTER|PERIOD)",
    "THE which=(QUARTER|PERIOD) (A YEARWORD) (AGO|EARLIER)",
)
def reported_period(read: Read) -> Built:
    """ "the latest quarter", "the quarter", "the year-earlier period": of a company's report."""
    if read.has("back") or read.last - read.first > 3:
        return Shift(Unit.YEAR, -1, business=True)
    return Latest(Unit.QUARTER, newest=read.last - read.first > 2)


@rule("which=THAT TIME", "which=THIS TIME", "which=THE TIME", "which=THE SAME TIME")
def time_told(read: Read) -> Built:
    """ "that time", "by this time", "at the same time": the time the story has reached."""
    before, which = read.before(), read.word("which")
    if which == "that":
        return Latest(None) if before in _TIME_BEFORE else None
    if which == "this":
        return Latest(None, of_narrative=True) if before in ("by", "around", "about", "from") else None
    if read.last - read.first == 3:
        return Latest(None, of_narrative=True) if before in ("at", "around", "about") else None
    ends = before == "at" and (read.after() in _CLAUSE_ENDS or read.after() == "and")
    return Latest(None, of_narrative=True) if ends else None


_TIME_BEFORE = frozenset("at by during in since until till before after around about from".split())


@rule("THE? which=QUARTER ENDED (?=month=MONTH)")
def ended_quarter(read: Read) -> Built:
    """ "the quarter ended May 31": the three months to May, most of which lie in the second quarter."""
    number = (MONTHS[read.word("month")] - 2) // 3 + 1
    return Found(read.first, read.last - 1, Partial(Unit.QUARTER, max(number, 1)))


@rule("THE which=YEARWORD (?=(ENDED|TO) MONTH)", "THE (FISCAL|FINANCIAL) which=YEARWORD (?=ENDED)")
def ended_year(read: Read) -> Built:
    """ "the year ended May 31": a length, the date that follows says where it lies."""
    return Length("P1Y", Unit.YEAR, 1)


@rule("YEARWORD HYPHEN back=(AGO|EARLIER)")
def year_ago(read: Read) -> Built:
    """ "year-earlier" before a noun."""
    return Shift(Unit.YEAR, -1, business=True)


@rule("THE unit=(UNIT0|YEARWORD)")
def the_unit(read: Read) -> Built:
    """ "the year", "the week": this one, when it is spoken of as a whole."""
    unit = unit_of(read.word("unit"))
    if (
        read.before() in ("of", "for", "in", "during", "through")
        and (unit in (Unit.YEAR, Unit.WEEK, Unit.MONTH) or (unit is Unit.DECADE and read.before() == "of"))
        and read.after() not in ("of", "in")
        and not (unit is Unit.WEEK and read.after() in ("ended", "ending"))
    ):
        return Shift(unit, 0, Anchor.TELLING)
    return None


@rule("THE? (pointer=(LAST|THIS|NEXT|PREVIOUS|FOLLOWING|THAT|SAME))? WEEKEND", "THIS side=(COMING|PAST) WEEKEND")
def weekend(read: Read) -> Built:
    """ "the weekend", "last weekend"."""
    word = read.word("pointer") if read.has("pointer") else ""
    if not word:
        side = SIDES[POINTERS[read.word("side")][0]] if read.has("side") else Side.NEAREST
        return Partial(Unit.WEEKEND, 0, side=side) if read.word_at(0) in ("the", "this") else None
    if word == "this":
        return Partial(Unit.WEEKEND, 0)
    amount, anchor = POINTERS[word]
    return Shift(Unit.WEEKEND, amount, anchor)


@rule("THE unit=(DAYWORD|YEARWORD|UNIT0) side=(BEFORE|AFTER)", "THE part=DAYPART side=(BEFORE|AFTER)")
def beside_the_story(read: Read) -> Built:
    """ "the day before", "the night before": of what was told last, when nothing follows to count from."""
    if read.word("side") not in ("before", "after") or read.after() not in _CLAUSE_ENDS:
        return None
    amount = -1 if read.word("side") == "before" else 1
    if read.has("part"):
        return Clock(DAY_PARTS[read.word("part")], Shift(Unit.DAY, amount, Anchor.STORY))
    return Shift(unit_of(read.word("unit")), amount, Anchor.STORY)


_CLAUSE_ENDS = frozenset((*".,;:!?)'\"”", "", "''", "--"))
_AGO = "back=(AGO|EARLIER|BEFORE|LATER|AFTER)"


@rule(
    f"(ROUGHLY|ABOUT)? count=COUNT (MORE)? HYPHEN? unit=ANYUNIT (OR SO)? {_AGO}",
    f"ROUGHLY? (A|ANOTHER) unit=UNIT (OR SO)? {_AGO}",
    f"ROUGHLY? HALF A unit=UNIT {_AGO}",
    f"ROUGHLY? A? COUPLE OF? unit=ANYUNIT {_AGO}",
    f"A unit=UNIT AND A HALF {_AGO}",
    f"ROUGHLY? count=COUNT AND A? HALF unit=ANYUNIT {_AGO}",
)
def counted_from(read: Read) -> Built:
    """ "two years ago", "a month later", "half a year earlier"."""
    words = read.tokens.words[read.first : read.last]
    back = read.word("back")
    if (back in ("before", "previously") and read.after() not in (",", ".", ";", "")) or back == "after":
        return None
    unit = unit_of(read.word("unit"))
    amount = _amount(read, words)
    later = back in ("later", "after", "afterwards", "afterward")
    anchor = Anchor.PUBLISHED if back == "ago" else Anchor.STORY
    mod = "APPROX" if words[0] in ("about", "around", "nearly", "almost", "approximately", "roughly") else ""
    business = unit is Unit.YEAR and amount == 1 and not later
    return Shift(unit, amount if later else -amount, anchor, counted=True, business=business), mod


@rule("which=LAST (?=(STOP|COMMA))")
def than_last(read: Read) -> Built:
    """ "this year than last": the unit is that of the other side."""
    words = read.tokens.words[max(read.first - 3, 0) : read.first]
    is_compared = len(words) == 3 and words[0] == "this" and words[1] in UNITS and words[2] in ("as", "than")
    return Shift(unit_of(words[1]), -1) if is_compared else None


@rule("count=COUNT weekday=WEEKDAYS AGO")
def weekdays_ago(read: Read) -> Built:
    """ "two Fridays ago": the last one, and whole weeks before it."""
    last = Partial(Unit.DAY, WEEKDAYS[read.word("weekday").removesuffix("s")], side=Side.BEFORE, is_weekday=True)
    count = int(number(read.words("count")))
    return Edge(last, Unit.DAY, -7 * (count - 1)) if count else None


@rule("ROUGHLY? A? (FEW|SEVERAL|MANY)? unit=UNITS back=(AGO|EARLIER|LATER|BEFORE)")
def vaguely_from(read: Read) -> Built:
    """ "several years ago", "a few weeks later": past or future, but not by how much."""
    back = read.word("back")
    if back in ("before", "previously") and read.after() not in (",", ".", ";", ""):
        return None
    return Vague("FUTURE_REF" if back == "later" else "PAST_REF")


@rule("count=COUNT unit=ANYUNIT FROM (NOW|TODAY)", "A unit=UNIT FROM (NOW|TODAY)")
def from_now(read: Read) -> Built:
    """ "three days from now"."""
    return Shift(unit_of(read.word("unit")), _amount(read, []))


def _amount(read: Read, words: list[str]) -> float:
    amount = number(read.words("count")) if read.has("count") else 2 if "couple" in words else 1.0
    if "half" in words and "half" not in read.words("count"):
        amount = amount + 0.5 if "and" in words else 0.5
    return amount * 2 if read.word("unit").startswith("fortnight") else amount

"""Rules for durations: "two years", "the past three months", "decades-long"."""

from __future__ import annotations

from viz.parsers.dates.expressions import Found, Length, Vague
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.numbers import number
from viz.parsers.dates.periods import Unit
from viz.parsers.dates.tokens import LETTER_GROUPS
from viz.parsers.dates.words import CLOCK_UNITS, PLURALS, UNITS

_LETTER = {
    Unit.DAY: "D",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "E",
    Unit.CENTURY: "C",
    Unit.MILLENNIUM: "L",
}
_REACH = {"last": -1, "past": -1, "previous": -1, "recent": -1, "next": 1, "coming": 1, "following": 1}
_MODS = {
    "about": "APPROX",
    "around": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "over": "MORE_THAN",
    "more": "MORE_THAN",
    "less": "LESS_THAN",
    "at": "EQUAL_OR_MORE",
    "up": "EQUAL_OR_LESS",
}
_VAGUE_COUNT = "(FEW|SEVERAL|MANY|SOME|SEVERAL MORE|MANY MORE|NUMBER OF)"
_ANY = "unit=(ANYUNIT|ANYCLOCK)"


def length(word: str, amount: float | None, reach: int = 0) -> Length:
    """The duration of so many units; None for an unknown number."""
    word = "second" if word == "seconds" else word
    if word in CLOCK_UNITS or word == "second":
        letter = CLOCK_UNITS[word]
        if letter in _HALF_OF and amount is not None and amount % 1 == 0.5:
            whole = f"{int(amount)}{letter}" if amount > 1 else ""
            return Length(f"PT{whole}30{_HALF_OF[letter]}", None, amount, reach)
        return Length(f"PT{_digits(amount)}{letter}", None, amount or 0, reach)
    unit = UNITS.get(word) or PLURALS[word]
    if word.startswith("fortnight") and amount is not None:
        amount *= 2
    if amount is not None and ((unit is Unit.DECADE and amount != 1) or (unit is Unit.CENTURY and amount % 1)):
        years = amount * (10 if unit is Unit.DECADE else 100)
        return Length(f"P{_digits(years)}Y", Unit.YEAR, years, reach)
    if amount == 0.5 and unit is Unit.YEAR:
        return Length("P6M", Unit.MONTH, 6, reach)
    if amount is not None and amount % 1 == 0.5 and unit is Unit.YEAR:
        return Length(f"P{int(amount)}Y6M", Unit.MONTH, amount * 12, reach)
    return Length(f"P{_digits(amount)}{_LETTER[unit]}", unit, amount or 0, reach)


_HALF_OF = {"H": "M", "M": "S"}
"""The unit in which half of a longer one is told: 30 minutes, 30 seconds."""


def _digits(amount: float | None) -> str:
    return "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))


@rule(
    f"rough=(ROUGHLY|ANOTHER)? count=COUNT (HYPHEN|MORE|FULL|TRADING)? {_ANY}",
    f"rough=ROUGHLY? count=COUNT AND A? HALF {_ANY}",
    f"rough=ROUGHLY? A single=HALF {_ANY}",
    "rough=ROUGHLY? A count=SCALE unit=UNITS",
    "count=COUNT (TO|OR) COUNT unit=(UNITS|CLOCKUNIT)",
)
def counted(read: Read) -> Built:
    """ "two years", "a ten-day", "18 months"."""
    words = read.words("count") if read.has("count") else ["0"]
    amount = number(words)
    if read.tokens.words[read.last - 2] == "half" or (
        "half" in read.tokens.words[read.first : read.last] and "half" not in words
    ):
        amount += 0.5
    if _is_age(read) or (read.word("unit") == "quarters" and "-" in read.tokens.words[read.first : read.last]):
        return None
    if read.word("unit") == "second" and (amount == 1 or not read.word("unit").endswith("s")):
        return None
    if read.word("unit") == "quarter" or (read.is_tight() and read.before() in ("$", "-")):
        return None
    if amount == 0 or amount > 9999:
        return None
    if words == ["one"] and read.word("unit") == "day" and read.before() in _TO_COME:
        return Vague("FUTURE_REF")
    return length(read.word("unit"), amount), _MODS.get(read.word("rough"), "")


_TO_COME = frozenset("will would could might may can shall".split())


@rule("rough=ROUGHLY? A unit=(UNIT|ANYCLOCK) AND A HALF", "rough=ROUGHLY? half=HALF A unit=(UNIT|ANYCLOCK)")
def with_a_half(read: Read) -> Built:
    """ "a minute and a half", "a year and a half", "half an hour"."""
    return length(read.word("unit"), 0.5 if read.has("half") else 1.5), _MODS.get(read.word("rough"), "")


@rule(f"rough=ROUGHLY? (A|count=COUNT) {_ANY} (AND|COMMA)? rest=(A|COUNT) unit2=(ANYUNIT|ANYCLOCK)")
def two_units(read: Read) -> Built:
    """ "an hour and 20 minutes", "two years and three months": the second unit is the smaller one."""
    first = length(read.word("unit"), number(read.words("count")) if read.has("count") else 1)
    words = read.words("rest")
    second = length(read.word("unit2"), 1 if words[0] in ("a", "an") else number(words))
    parts = first.value, second.value
    if _ORDER.find(_rank(first.value)) >= _ORDER.find(_rank(second.value)) or read.after() in ("old", "ago", "-"):
        return None
    joined = parts[0] + (parts[1][2:] if parts[0].startswith("PT") else parts[1][1:])
    return Length(joined, None), _MODS.get(read.word("rough"), "")


_ORDER = "YMWDhms"  # units by length; hours, minutes and seconds are small letters, or minutes would be months


def _rank(value: str) -> str:
    """The letter of a duration's one unit."""
    return value[-1].lower() if value.startswith("PT") else value[-1]


def _is_age(read: Read) -> bool:
    """Whether the length is somebody's age: "47 years old", "a 6-year-old"."""
    return read.after() == "old" or (read.after() == "-" and read.after(1) in ("old", "olds"))


@rule("rough=ROUGHLY? (A|ANOTHER) (FULL|WHOLE|MERE|ANOTHER)? unit=(UNIT|CLOCKUNIT)")
def one(read: Read) -> Built:
    """ "a year", "another week", "an hour"."""
    word = read.word("unit")
    is_day = word == "day" and read.last - read.first < 3 and not _is_span(read)
    if word.endswith("hours") or word == "quarter" or is_day or read.after() in ("-",):
        return None
    if _is_price(read) or read.after() in ("later", "earlier"):
        return None
    return length(word, 1), _MODS.get(read.word("rough"), "")


@rule("A unit=(UNIT|CLOCKUNIT) OR count=ONE (back=(AGO|EARLIER|LATER))?")
def one_or_two(read: Read) -> Built:
    """ "a month or two": at least one; what lies "in a year or two" is to come, "a year or two ago" is past."""
    if read.word("count") != "two" or read.after() == "old":
        return None
    if read.has("back"):
        return Vague("FUTURE_REF" if read.word("back") == "later" else "PAST_REF")
    if read.before() == "in" and read.word("unit") in UNITS:
        return Vague("FUTURE_REF")
    return length(read.word("unit"), 1), "EQUAL_OR_MORE"


def _is_span(read: Read) -> bool:
    """Whether "a day" is how long something takes: "for a day", "a day after the vote"."""
    return read.before() in ("for", "within") or read.after() in ("after", "before")


_PRICED = frozenset("times once twice % percent cents dollars million billion barrels tons".split())
_DIGITS = frozenset(LETTER_GROUPS["DIGITS"] + LETTER_GROUPS["NUMWORD"])


def _is_price(read: Read) -> bool:
    """Whether "a year" means "per year": after a number, a noun that is counted ("40 flights a week") or of money."""
    counted = read.kind(-2) in _DIGITS and read.before().endswith("s")
    return counted or read.before() in _PRICED or read.kind(-1) in _DIGITS


@rule(
    f"rough=ROUGHLY? A? some={_VAGUE_COUNT} (MORE)? unit=(UNITS|CLOCKUNIT)",
    "rough=ROUGHLY? A COUPLE OF? unit=(UNITS|CLOCKUNIT)",
    "some=SEVERAL HYPHEN unit=UNIT",
)
def some(read: Read) -> Built:
    """ "several months", "a couple of years"."""
    amount = None if read.has("some") else 2.0
    if read.word("rough") == "over":  # "over a few weeks" is not more than a few
        return Found(read.first + 1, read.last, length(read.word("unit"), amount))
    return length(read.word("unit"), amount), _MODS.get(read.word("rough"), "")


@rule(
    f"THE? pointer=(LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|LATEST|FIRST) count=COUNT ((TO|OR) COUNT)? {_ANY}",
    "THE? pointer=(LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS) (FEW|SEVERAL|MANY) unit=(UNITS|CLOCKUNIT)",
    "THE? pointer=(LAST|PAST|NEXT|COMING) COUPLE OF unit=(UNITS|CLOCKUNIT)",
    "THE? pointer=(RECENT|COMING|PAST) unit=(UNITS|CLOCKUNIT)",
    "THE count=COUNT unit=(UNITS|CLOCKUNIT)",
    "THE YEARWORD HYPHEN (AGO|EARLIER) count=COUNT unit=(UNITS|CLOCKUNIT)",
)
def reaching(read: Read) -> Built:
    """ "the past three years", "recent weeks", "the nine months"."""
    words = read.tokens.words[read.first : read.last]
    amount: float | None = None
    if read.has("count"):
        amount = number(read.words("count"))
    elif "couple" in words:
        amount = 2
    elif read.word("unit") not in PLURALS and read.word("unit") not in ("hours", "minutes", "seconds"):
        return None
    if read.has("pointer") and words[0] == "last" and read.before() in _BEFORE_VERBS:  # "is due to last three weeks"
        return Found(read.first + 1, read.last, length(read.word("unit"), amount))
    reach = _REACH.get(read.word("pointer"), 0) if read.has("pointer") else 0
    return length(read.word("unit"), amount, reach)


_BEFORE_VERBS = frozenset("to will would could may might can should must".split())


@rule("THE pointer=PAST unit=UNIT", "THE pointer=LAST unit=UNIT0")
def reaching_one(read: Read) -> Built:
    """ "the past year", "the last decade": the twelve months, the ten years up to now, not those of the calendar."""
    word = read.word("unit")
    if word == "decade":
        return Length("P10Y", Unit.YEAR, 10, -1) if read.before() in _ALONG else None
    return length(word, 1, -1) if read.word("pointer") == "past" else None


_ALONG = frozenset("in over during for within of throughout".split())


@rule("(count=COUNT HYPHEN)? unit=(ANYUNIT|CLOCKUNIT) HYPHEN LONG", "word=YEARLONG")
def lasting(read: Read) -> Built:
    """ "decades-long", "a three-month-long", "yearlong"."""
    if read.has("word"):
        return length(read.word("word").removesuffix("long"), 1)
    amount = number(read.words("count")) if read.has("count") else None if read.word("unit").endswith("s") else 1
    return length(read.word("unit"), amount)


@rule("SOME TIME", "A word=WORD")
def a_while(read: Read) -> Built:
    """ "for some time", "for a while": how long is left open."""
    is_while = not read.has("word") or read.word("word") == "while"
    return Length("PXX", None) if is_while and read.before() in ("for", "in", "after") else None


@rule("THE unit=UNITS word=WORD")
def ahead(read: Read) -> Built:
    """ "the weeks ahead"."""
    return length(read.word("unit"), None, 1) if read.word("word") == "ahead" else None


@rule("unit=(UNITS|CLOCKUNIT)")
def plural(read: Read) -> Built:
    """ "years", "weeks": a bare plural is a length only where it is said how long something takes."""
    if read.after() in ("-", "'s", "old") or not read.word("unit").endswith("s"):
        return None
    in_the = read.before(2) if read.before() == "the" else ""
    around = in_the == "in" and read.after() in ("before", "after", "that")
    along = in_the in ("over", "through", "throughout") and read.kind(read.last - read.first) not in _DIGITS
    if along:
        return Found(read.first - 1, read.last, length(read.word("unit"), None))
    return length(read.word("unit"), None) if around or read.before() in _LASTING else None


_LASTING = frozenset("for in within after over took takes take".split())

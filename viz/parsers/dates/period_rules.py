"""Rules for longer periods and days by name: weekdays, seasons, quarters, halves, decades, centuries."""

from __future__ import annotations

from viz.parsers.dates.calendar_rules import is_name
from viz.parsers.dates.expressions import Anchor, Compared, Expression, Fixed, Partial, Repeat, Shift, Side
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.numbers import ordinal
from viz.parsers.dates.periods import SEASON_NAMES, Period, Unit
from viz.parsers.dates.pointers import POINTERS, SIDES, pointed, pointed_year
from viz.parsers.dates.words import DECADE_WORDS, MONTHS, SEASONS, WEEKDAYS

_POINT = "(THE? pointer=POINTER (pointer2=(COMING|PAST))?)"
_OF_YEAR = "(OF? year=YEAR | OF? pointer=(THIS|THAT|LAST|NEXT) UNIT | OF THE pointer=(SAME|PREVIOUS|FOLLOWING) UNIT)"


def _side(read: Read, name: str = "pointer") -> tuple[Side, Anchor]:
    word = read.word(name)
    if read.has(name + "2"):
        word = read.word(name + "2")
    if not word:
        return Side.NEAREST, Anchor.PUBLISHED
    amount, anchor = POINTERS.get(word, (0, Anchor.PUBLISHED))
    if word == "next" and read.word_at(0) == "the":
        anchor = Anchor.STORY
    return SIDES[amount], anchor


@rule(f"{_POINT}? weekday=WEEKDAY", "weekday=WEEKDAY (OF (THE)?)? pointer=(LAST|THIS|NEXT|THAT) which=UNIT")
def weekday(read: Read) -> Built:
    """ "Friday", "last Friday", "this coming Sunday", "the previous Friday"."""
    if not is_name(read, read.span("weekday")[0]):
        return None
    side, anchor = _side(read)
    return Partial(Unit.DAY, WEEKDAYS[read.word("weekday")], side=side, anchor=anchor, is_weekday=True)


@rule(f"{_POINT} month=MONTH (?!(DAYNUM|NTH))")
def pointed_month(read: Read) -> Built:
    """ "last September", "this May", "the following May"."""
    if not is_name(read, read.span("month")[0]):
        return None
    side, anchor = _side(read)
    return Partial(Unit.MONTH, MONTHS[read.word("month")], side=side, anchor=anchor)


@rule(
    f"{_POINT} season=SEASON",
    "THE? season=SEASON (COMMA|OF)? year=YEAR ((HYPHEN|SLASH|DASH) (SMALL|YEAR))?",
    "THE? season=SEASON OF bc=DIGITS BC",
    "THE? season=SEASON OF pointer=(LAST|THIS|THAT|NEXT) UNIT",
    "year=YEAR season=SEASON",
    "THE? season=SEASON",
    "season=SEASON (?=(AND|TO|OR|HYPHEN) SEASON OF? year=YEAR)",
)
def season(read: Read) -> Built:
    """ "last fall", "the summer of 1999", "the spring"."""
    number = SEASONS[read.word("season")]
    if read.has("year") or read.has("bc"):
        year = pointed_year(read)
        return Fixed(Period(Unit.SEASON, year.period.index * 4 + number)) if isinstance(year, Fixed) else None
    if not read.has("pointer"):
        if read.after() in _CAMPAIGNS:  # "the Spring Offensive" is told by its season alone
            return Partial(Unit.SEASON, number) if read.word_at(0) != "the" else None
        if read.word("season") in ("fall", "spring") and not _is_season(read):
            return None
        if read.word_at(0) != "the" and read.before() not in _IN_SEASON:
            return Repeat(f"XXXX-{SEASON_NAMES[number]}")
        return Partial(Unit.SEASON, number)
    if read.has("pointer") and read.span("pointer")[0] > read.span("season")[0]:
        return Partial(Unit.SEASON, number, year=pointed(read.word("pointer"), Unit.YEAR))
    side, anchor = _side(read)
    return Partial(Unit.SEASON, number, side=side, anchor=anchor)


_CAMPAIGNS = frozenset("offensive offensives campaign campaigns invasion".split())
_IN_SEASON = frozenset(
    "in by until since during early late of mid this last next through from before after - and".split()
)


def _is_season(read: Read) -> bool:
    if read.word("season") == "fall":
        return (read.before() == "in" and read.after() != "of") or (
            read.before(2) == "in" and read.after() != "of" and read.last - read.first > 1
        )
    return (
        read.before() in ("in", "by", "until", "since", "during", "early", "late", "of") or read.last - read.first > 1
    )


_QUARTER_OF = (
    "((IN|OF)? year=YEAR | OF? pointer=(THIS|THAT|LAST|NEXT) UNIT | OF THE? (FISCAL|FINANCIAL) UNIT? year=YEAR)"
)


@rule(
    f"THE? (FISCAL HYPHEN?)? nth=NTH HYPHEN? QUARTER {_QUARTER_OF}?",
    "THE year=YEAR (FISCAL)? nth=NTH HYPHEN? QUARTER",
    "pointer=(THIS|LAST|NEXT|THAT) UNIT POSSESSIVE (FISCAL)? nth=NTH HYPHEN? QUARTER",
    "THE? YEARWORD HYPHEN back=(AGO|EARLIER) nth=NTH HYPHEN? QUARTER",
)
def quarter(read: Read) -> Built:
    """ "the third quarter", "third-quarter", "this year's third quarter", "the 1988 third quarter"."""
    number = ordinal(read.word("nth"))
    adjective = read.tokens.words[read.span("nth")[0] + 1] in ("-", "–")
    if not 1 <= number <= 4 or (adjective and read.word_at(0) == "the"):
        return None
    if read.has("back"):
        return Partial(Unit.QUARTER, number, year=Shift(Unit.YEAR, -1))
    year = _year_of(read)
    if isinstance(year, Fixed):
        return Fixed(Period(Unit.QUARTER, year.period.index * 4 + number - 1))
    return Partial(Unit.QUARTER, number, year=year)


@rule("nth=SHORTQUARTER (OF? year=YEAR)?")
def short_quarter(read: Read) -> Built:
    """ "Q3 2017"."""
    number = int(read.word("nth")[1:])
    year = _year_of(read)
    if isinstance(year, Fixed):
        return Fixed(Period(Unit.QUARTER, year.period.index * 4 + number - 1))
    return Partial(Unit.QUARTER, number)


def _year_of(read: Read) -> Expression | None:
    if read.has("year"):
        return Fixed(Period(Unit.YEAR, int(read.word("year"))))
    if read.has("pointer"):
        return pointed(read.word("pointer"), Unit.YEAR)
    return None


@rule(
    "THE? nth=(NTH|LAST) HALF OF? (year=YEAR | THE? pointer=(THIS|LAST|NEXT|THAT) UNIT | THE YEARWORD)",
    "THE nth=NTH HYPHEN? HALF",
)
def half(read: Read) -> Built:
    """ "the first half of 1989"."""
    number = 2 if read.word("nth") == "last" else ordinal(read.word("nth"))
    if number > 2:
        return None
    year = _year_of(read)
    if isinstance(year, Fixed):
        return Fixed(Period(Unit.HALF, year.period.index * 2 + number - 1))
    if year is None and (read.after() == "of" or read.before() not in ("in", "for", "during") or _is_match(read)):
        return None
    return Partial(Unit.HALF, number, year=year)


_PLAY = frozenset(
    "scored scorer goalkeeper striker midfielder winger referee halftime half-time equaliser equalizer kickoff "
    "kick-off touchdown quarterback rebounds stretcher".split()  # and no goals or penalties, which firms have, too
)
_AROUND = 30  # words


def _is_match(read: Read) -> bool:
    """Whether the words around are about a game, whose halves are no halves of a year."""
    return not _PLAY.isdisjoint(read.tokens.words[max(read.first - _AROUND, 0) : read.last + _AROUND])


@rule(
    "THE year=YEAR which=(PERIOD|QUARTER)",
    "THE (COMPARABLE|SAME) which=(PERIOD|QUARTER) (OF? pointer=LAST UNIT|A UNIT (AGO|EARLIER))",
    "(THE COMPARABLE)? YEARWORD HYPHEN (AGO|EARLIER) which=(PERIOD|QUARTER)",
    "pointer=LAST UNIT POSSESSIVE which=QUARTER",
)
def compared_period(read: Read) -> Built:
    """ "the 1988 period": the quarter being reported, in another year."""
    year = _year_of(read)
    return Compared(year.period.year if isinstance(year, Fixed) else None)


@rule("(THE)? decade=DECADE", "THE? decade=DECADEWORD")
def decade(read: Read) -> Built:
    """ "the 1990s", "the '80s", "the nineties"."""
    word = read.word("decade").strip("'’‘`s").rstrip("'’")
    if read.word("decade") in DECADE_WORDS:
        if read.word_at(0) != "the" and not _has_phase(read):
            return None
        return Partial(Unit.DECADE, DECADE_WORDS[read.word("decade")])
    if len(word) == 4:
        return Fixed(Period(Unit.DECADE, int(word) // 10)) if word[3] == "0" else None
    if not 20 <= int(word) <= 90 or (read.before() in ("his", "her", "their", "my", "your")):
        return None
    return Partial(Unit.DECADE, int(word) // 10)


def _has_phase(read: Read) -> bool:
    """Whether it is "the late seventies"; "her late seventies" are an age."""
    back = 2 if read.before() in ("-", "–") else 1
    return read.before(back) in ("early", "mid", "late") and read.before(back + 1) == "the"


@rule(
    "THE? nth=NTH HYPHEN? CENTURY era=(BC|AD)?",
    "THE? nth=NTH (?=(AND|TO|HYPHEN|OR|THROUGH) NTH HYPHEN? unit=(CENTURY|UNITS))",
    "THE? nth=NTH unit=UNITS",
)
def century(read: Read) -> Built:
    """ "the 20th century", "the 7th century BC"."""
    number = ordinal(read.word("nth"))
    if read.has("unit") and read.word("unit") not in ("century", "centuries"):
        return None
    if read.has("era") and read.word("era").startswith("b"):
        return Fixed(Period(Unit.CENTURY, -number))
    return Fixed(Period(Unit.CENTURY, number - 1)) if 1 <= number <= 30 else None

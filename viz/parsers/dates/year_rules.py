"""Rules for years alone: "1917", "the year 1950", "1924-27", "'99", "nineteen ninety-seven", "480 BC"."""

from __future__ import annotations

from viz.parsers.dates.calendar_rules import following_is_word
from viz.parsers.dates.expressions import Fixed, Partial
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.numbers import spoken_year
from viz.parsers.dates.periods import Period, Unit
from viz.parsers.dates.tokens import LETTER_GROUPS, LETTERS


@rule("(THE UNIT)? year=YEAR", "FISCAL (UNIT)? year=YEAR", "THE (FISCAL|FINANCIAL) UNIT year=YEAR")
def year(read: Read) -> Built:
    """ "1917", "the year 1950", "fiscal 1989"."""
    number = int(read.word("year"))
    if read.first + 1 == read.last and not _is_year(read, number):
        return None
    return Fixed(Period(Unit.YEAR, number))


_YEAR_LIKELY = frozenset(
    "in since of by until till to from and early late mid during through before after between or for "
    "( - – — / , between fall autumn spring summer winter".split()
)
_NO_PLURALS = frozenset("as was has s 's gas christmas".split())
_ARTICLES = frozenset("the a an this".split())
_NOT_YEAR_BEFORE = frozenset(
    "$ £ € ¥ # no number nos further over nearly almost than least about some page room highway route".split()
)


def _is_limit(read: Read) -> bool:
    """Whether the words before take a time: "as late as 1965", "no earlier than 2015", "until at least 2015"."""
    before, second = read.before(), read.before(2)
    if before == "least":
        return read.before(3) in ("until", "till", "through", "since")
    is_than = before == "than" and second in ("earlier", "later")
    return is_than or (before in ("as", "of") and second in ("late", "early", "recently", "as"))


def _is_year(read: Read, number: int) -> bool:
    if _is_limit(read):
        return True
    if read.before() in _NOT_YEAR_BEFORE or (read.is_tight() and read.before() not in ("-", "–", "—", "/", "'")):
        return False
    following = read.kind(1)
    if following in (LETTERS["CURRENCY"], LETTERS["UNITS"], LETTERS["SCALE"], LETTERS["CLOCKUNIT"]):
        return False
    if (
        following == LETTERS["HYPHEN"]
        and read.after() != "—"
        and read.kind(2) != LETTERS["YEAR"]
        and read.kind(2) not in LETTER_GROUPS["SMALL"]
    ):
        return False
    if read.before() in ("-", "–", "—") and read.is_tight():
        return read.kind(-2) in (LETTERS["YEAR"], LETTERS["MONTH"]) or read.before(2) in (
            "mid",
            "late",
            "early",
            "post",
            "pre",
        )
    if read.before() in _YEAR_LIKELY and not (_counts(read) and (number < 1900 or read.before() != "in")):
        return 1000 <= number <= 2100
    if read.before() in _ARTICLES and 1950 <= number <= 2049:  # "the 2012 Olympics": counts are seldom so exact
        return True
    return 1500 <= number <= 2050 and not _counts(read)


def _counts(read: Read) -> bool:
    """Whether the number counts what follows: "1800 soldiers"."""
    after = read.after()
    plural = after.endswith("s") and not after.endswith(("ss", "us", "is")) and after not in _NO_PLURALS
    return following_is_word(read) and plural


@rule("short=SMALL")
def end_of_years(read: Read) -> Built:
    """The "27" of "1924-27"."""
    if read.before() not in ("-", "–", "/") or read.kind(-2) != LETTERS["YEAR"] or len(read.word("short")) != 2:
        return None
    start = int(read.before(2))
    end = start - start % 100 + int(read.word("short"))
    return Fixed(Period(Unit.YEAR, end)) if end > start else None


@rule("short=SHORTYEAR")
def short_year(read: Read) -> Built:
    """ "'99": of the century that is nearest to the story's year."""
    return Partial(Unit.YEAR, int(read.word("short")[1:]))


@rule(
    "first=(TEEN|TEN) (HYPHEN? TEN) (HYPHEN ONE|ONE)?",
    "THE UNIT first=(TEEN|TEN|ONE) HYPHEN? (TEN|SCALE) (HYPHEN? ONE)?",
)
def year_in_words(read: Read) -> Built:
    """ "nineteen ninety-seven", "the year two thousand"."""
    words = read.tokens.words[read.span("first")[0] : read.last]
    if words[1:] == ["thousand"]:
        return Fixed(Period(Unit.YEAR, 2000)) if words[0] == "two" else None
    number = spoken_year(words)
    return Fixed(Period(Unit.YEAR, number)) if number else None


@rule("year=(DIGITS) era=BC", "era=AD year=(DIGITS)", "year=DIGITS era=AD")
def year_of_era(read: Read) -> Built:
    """ "480 BC", "AD 79"."""
    first, second = read.first, read.first + 1
    is_code = read.tokens.words[first] == "ad" and read.tokens.ends[first] == read.tokens.starts[second]  # "AD36"
    if is_code or not read.word("year").isdecimal() or not 1 <= int(read.word("year")) <= 9999:
        return None
    number = int(read.word("year"))
    return Fixed(Period(Unit.YEAR, 1 - number if read.word("era").startswith("b") else number))


@rule("year=DIGITS (?=(HYPHEN|TO|AND|UNTIL|DASH) DIGITS BC)")
def first_year_before_christ(read: Read) -> Built:
    """The "431" of "431 to 404 BC"."""
    if not read.word("year").isdecimal():
        return None
    return Fixed(Period(Unit.YEAR, 1 - int(read.word("year"))))

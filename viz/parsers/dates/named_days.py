"""Days that have a name: Christmas, Nowruz, Thanksgiving, the Independence Day of the country a text is about.

Days with a rule of their own are computed here; national and Islamic days come from the `holidays` package, imported
only when a text names one.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache

from viz.parsers.dates import islamic
from viz.parsers.dates.expressions import Edge, Expression, Fixed, Partial, Side
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.periods import Period, Unit, day, day_ordinal, of_date
from viz.parsers.dates.pointers import POINTERS, SIDES, pointed

_FIXED = {"christmas": (12, 25), "halloween": (10, 31), "nowruz": (3, 21), "victory": (5, 9), "new year": (1, 1),
          "new year eve": (12, 31)}
_SPELLINGS = {"nooruz": "nowruz", "nauryz": "nowruz", "navruz": "nowruz", "navroz": "nowruz", "norouz": "nowruz",
              "labour": "labor"}
_COUNTRIES = {
    "kyrgyz": "KG", "kyrgyzstan": "KG", "kazakh": "KZ", "kazakhstan": "KZ", "uzbek": "UZ", "uzbekistan": "UZ",
    "tajikistan": "TJ", "tajik": "TJ", "turkmenistan": "TM", "turkmen": "TM", "ukraine": "UA", "ukrainian": "UA",
    "georgia": "GE", "georgian": "GE", "armenia": "AM", "armenian": "AM", "azerbaijan": "AZ", "azerbaijani": "AZ",
    "moldova": "MD", "belarus": "BY", "estonia": "EE", "latvia": "LV", "lithuania": "LT", "poland": "PL",
    "polish": "PL", "finland": "FI", "finnish": "FI", "india": "IN", "indian": "IN", "pakistan": "PK",
    "pakistani": "PK", "mexico": "MX", "mexican": "MX", "brazil": "BR", "brazilian": "BR", "kenya": "KE",
    "nigeria": "NG", "ghana": "GH", "indonesia": "ID", "philippines": "PH", "israel": "IL", "israeli": "IL",
    "washington": "US", "american": "US", "turkey": "TR", "turkish": "TR", "afghanistan": "AF", "afghan": "AF",
}
_NATIONAL = {"independence": "Independence Day", "constitution": "Constitution Day", "republic": "Republic Day"}
_REACH = 2000  # tokens looked at, on either side, for the country


_WHICH = "(pointer=(LAST|THIS|NEXT))?"
_OF = "(OF? year=YEAR | OF? year=(LAST|THIS|NEXT) YEARWORD)?"


@rule(
    f"{_WHICH} name=FEAST (POSSESSIVE)? (last=(DAYWORD|EVE))? {_OF}",
    f"name=FEASTDAY DAYWORD {_OF}",
    f"name=NEW YEARWORD POSSESSIVE last=(DAYWORD|EVE) {_OF}",
)
def named_day(read: Read) -> Built:
    """ "Christmas Eve", "Victory Day 2015", "New Year's Day", "last Thanksgiving"."""
    name = _SPELLINGS.get(read.word("name"), read.word("name"))
    if name == "new":
        name = "new year"
    if read.word("last") == "eve":
        name += " eve"
    if name in _NATIONAL:
        country = _country(read)
        return _named(read, Unit.DAY, f"{name}:{country}") if country else None
    return _named(read, Unit.DAY, name)


@rule(f"name=(GOOD|FEAST) which=WEEKDAY {_OF}")
def easter_day(read: Read) -> Built:
    """ "Good Friday", "Easter Monday": counted from Easter Sunday."""
    name = f"{read.word('name')} {read.word('which')}"
    return _named(read, Unit.DAY, name) if name in _OF_EASTER else None


_OF_EASTER = {"good friday": -2, "easter sunday": 0, "easter monday": 1}


@rule(
    f"{_WHICH} name=RAMADAN {_OF}",
    f"{_WHICH} EID WORD? HYPHEN? name=(FITR|ADHA) {_OF}",
    f"{_WHICH} name=(FAST|SACRIFICE) FEASTWORD {_OF}",
)
def islamic_name(read: Read) -> Built:
    """ "Ramadan", "Eid al-Fitr", "Orozo Ait": by the calculated calendar, so never exact."""
    name = LUNAR_NAMES[read.word("name")]
    if read.before() == "operation":  # named after it, not held in it
        return None
    return _named(read, Unit.LUNAR if name == "ramadan" else Unit.DAY, name), "APPROX"


@rule(f"name=FEAST unit=UNIT0 {_OF}")
def feast_week(read: Read) -> Built:
    """ "Easter week": the week of the feast."""
    return Edge(_named(read, Unit.DAY, read.word("name")), Unit.WEEK) if read.word("unit") == "week" else None


def _named(read: Read, unit: Unit, name: str) -> Partial:
    """The expression of a name, with the year or the side that the words give."""
    side = SIDES[POINTERS[read.word("pointer")][0]] if read.has("pointer") else Side.NEAREST
    year: Expression | None = None
    if read.has("year"):
        word = read.word("year")
        year = Fixed(Period(Unit.YEAR, int(word))) if word.isdigit() else pointed(word, Unit.YEAR)
    return Partial(unit, 0, side=side, year=year, named=name)


LUNAR_NAMES = {
    "ramadan": "ramadan", "ramadhan": "ramadan", "ramazan": "ramadan",
    "fitr": "eid al-fitr", "orozo": "eid al-fitr", "uraza": "eid al-fitr", "oraza": "eid al-fitr",
    "adha": "eid al-adha", "azha": "eid al-adha", "kurman": "eid al-adha", "kurban": "eid al-adha",
    "qurban": "eid al-adha",
}  # fmt: skip
"""Names of the Islamic year, by the word that tells which."""


def is_lunar(name: str) -> bool:
    """Whether a named day belongs to the calculated Islamic calendar."""
    return name in LUNAR_NAMES.values()


def _country(read: Read) -> str:
    """The country that the words around name most often, "" for none."""
    around = read.tokens.words[max(read.first - _REACH, 0): read.last + _REACH]
    counted = Counter(_COUNTRIES[word] for word in around if word in _COUNTRIES)
    return counted.most_common(1)[0][0] if counted else ""


def in_year(name: str, year: int) -> Period | None:
    """The named day of a year; None when it had none or the calendar cannot tell."""
    if not 1 <= year <= 9999:
        return None
    if is_lunar(name):
        return _lunar(name, year)
    if name in _FIXED:
        return day(year, *_FIXED[name])
    if name.endswith(" eve"):
        inner = in_year(name.removesuffix(" eve"), year)
        return inner and inner.shift(-1)
    if name in _OF_EASTER:
        return of_date(_easter(year)).shift(_OF_EASTER[name])
    if name in _MOVABLE:
        return of_date(_MOVABLE[name](year))
    return _national(name, year) if ":" in name else None


def _lunar(name: str, year: int) -> Period:
    """The month or feast of the Islamic year that begins in a year of ours: the first, where there are two."""
    january = day_ordinal(year, 1, 1)
    if name == "ramadan":
        return Period(Unit.LUNAR, islamic.next_month(islamic.RAMADAN, january))
    if name == "eid al-fitr":
        return Period(Unit.DAY, islamic.month_start(islamic.next_month(islamic.SHAWWAL, january)))
    tenth = 9  # the feast of sacrifice is the tenth of its month
    return Period(Unit.DAY, islamic.month_start(islamic.next_month(islamic.DHU_AL_HIJJA, january - tenth)) + tenth)


@cache
def _national(name: str, year: int) -> Period | None:
    """A day the `holidays` package knows: the first of that name in the year."""
    import holidays

    kind, _, country = name.partition(":")
    try:
        days = holidays.country_holidays(country, years=year, language="en_US")
    except NotImplementedError:
        return None
    found = sorted(moment for moment, title in days.items() if _NATIONAL[kind] in title and "observed" not in title)
    return of_date(found[0]) if found else None


def _weekday_of(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of the epact."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


_MOVABLE = {
    "thanksgiving": lambda year: _weekday_of(year, 11, 3, 4),
    "labor": lambda year: _weekday_of(year, 9, 0, 1),
    "memorial": lambda year: _weekday_of(year, 6, 0, 1) - timedelta(7),
    "election": lambda year: _weekday_of(year, 11, 0, 1) + timedelta(1),
    "easter": _easter,
}

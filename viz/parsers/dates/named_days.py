"""Days that have a name: Christmas, Nowruz, Thanksgiving, the Independence Day of the country a text is about.

Days with a rule of their own are computed here; national and Islamic days come from the `holidays` package, imported
only when a text names one.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache

from viz.parsers.dates.expressions import Partial
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.periods import Period, Unit, day, of_date

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
_NATIONAL = {"independence": "Independence Day", "constitution": "Constitution Day", "eid": "Eid al-Fitr",
             "republic": "Republic Day"}
_REACH = 2000  # tokens looked at, on either side, for the country


@rule(
    "name=FEAST (POSSESSIVE)? (last=(DAYWORD|EVE))?",
    "name=FEASTDAY DAYWORD",
    "name=NEW YEARWORD POSSESSIVE last=(DAYWORD|EVE)",
)
def named_day(read: Read) -> Built:
    """ "Christmas Eve", "Victory Day", "New Year's Day"."""
    name = _SPELLINGS.get(read.word("name"), read.word("name"))
    if name == "new":
        return Partial(Unit.DAY, 0, named="new year eve" if read.word("last") == "eve" else "new year")
    if read.word("last") == "eve":
        return Partial(Unit.DAY, 0, named=name + " eve")
    if name in _NATIONAL:
        country = _country(read)
        return Partial(Unit.DAY, 0, named=f"{name}:{country}") if country else None
    return Partial(Unit.DAY, 0, named=name)


def _country(read: Read) -> str:
    """The country that the words around name most often, "" for none."""
    around = read.tokens.words[max(read.first - _REACH, 0): read.last + _REACH]
    counted = Counter(_COUNTRIES[word] for word in around if word in _COUNTRIES)
    return counted.most_common(1)[0][0] if counted else ""


def in_year(name: str, year: int) -> Period | None:
    """The named day of a year; None when it had none or the calendar cannot tell."""
    if not 1 <= year <= 9999:
        return None
    if name in _FIXED:
        return day(year, *_FIXED[name])
    if name.endswith(" eve"):
        inner = in_year(name.removesuffix(" eve"), year)
        return inner and inner.shift(-1)
    if name in _MOVABLE:
        return of_date(_MOVABLE[name](year))
    return _national(name, year) if ":" in name else None


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

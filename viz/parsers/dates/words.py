"""The words of time: which word belongs to which kinds, and what number stands behind it.

A word has one *kind*, the name the grammar calls it by; `GROUPS` joins kinds that a rule may take alike. Everything is
lower case: case is looked at only where it tells the month from the verb.
"""

from __future__ import annotations

from viz.parsers.dates.periods import Unit

_MONTH_NAMES = ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
                "september sept sep", "october oct", "november nov", "december dec")
_WEEKDAY_NAMES = ("monday mon", "tuesday tues tue", "wednesday wed weds", "thursday thurs thur thu", "friday fri",
                  "saturday sat", "sunday sun")
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
SEASONS = {"spring": 0, "springtime": 0, "summer": 1, "summertime": 1, "autumn": 2, "fall": 2, "winter": 3,
           "wintertime": 3}
UNITS = {
    "day": Unit.DAY, "week": Unit.WEEK, "fortnight": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER,
    "year": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY, "millennium": Unit.MILLENNIUM,
}
PLURALS = {
    "days": Unit.DAY, "weeks": Unit.WEEK, "fortnights": Unit.WEEK, "months": Unit.MONTH, "quarters": Unit.QUARTER,
    "years": Unit.YEAR, "decades": Unit.DECADE, "centuries": Unit.CENTURY, "millennia": Unit.MILLENNIUM,
    "yrs": Unit.YEAR,
}
CLOCK_UNITS = {"hour": "H", "hours": "H", "hrs": "H", "hr": "H", "minute": "M", "minutes": "M", "mins": "M",
               "second": "S", "seconds": "S"}
DAY_PARTS = {"morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "lunchtime": "MI", "afternoon": "AF",
             "afternoons": "AF", "evening": "EV", "evenings": "EV", "dusk": "EV", "night": "NI", "nights": "NI",
             "nightfall": "NI", "nighttime": "NI", "daytime": "DT"}
CLOCK_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TEENS = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
         "seventeen": 17, "eighteen": 18, "nineteen": 19}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1000000}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
            "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
            "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
            "thirtieth": 30}
DECADE_WORDS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
                "eighties": 8, "nineties": 9}
ZONES = {
    "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "msk": "+03:00", "bst": "+01:00", "ist": "+05:30", "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00",
    "sgt": "+08:00", "awst": "+08:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00",
    "pkt": "+05:00", "ict": "+07:00", "wib": "+07:00", "sast": "+02:00", "hst": "-10:00",
    "et": "", "ct": "", "mt": "", "pt": "",
}
"""Offsets of the zones that are told by letters; "" where summer time decides."""
NUMBERS = ONES | TEENS | TENS | SCALES | {"half": 0.5}
PERIODS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H",
}

LISTS = {
    "EARLY": "early", "MID": "mid", "LATE": "late", "EARLIER": "earlier", "LATER": "later", "THE": "the", "A": "a an",
    "THIS": "this", "THAT": "that", "THESE": "these", "LAST": "last", "NEXT": "next", "PAST": "past",
    "PREVIOUS": "previous preceding prior", "COMING": "coming upcoming", "FOLLOWING": "following ensuing subsequent",
    "SAME": "same", "CURRENT": "current", "LATEST": "latest", "EVERY": "every each", "PER": "per", "OF": "of",
    "IN": "in", "ON": "on", "AT": "at", "AND": "and", "OR": "or", "TO": "to", "AGO": "ago",
    "BEFORE": "before previously", "AFTER": "after afterwards afterward", "UNTIL": "until till", "BY": "by",
    "FROM": "from", "SO": "so",
    "NUMBER": "number", "THOSE": "those", "FORMER": "former formerly", "TWICE": "once twice", "TIMES": "times",
    "THROUGH": "through", "FEW": "few", "SEVERAL": "several", "MANY": "many",
    "SOME": "some", "COUPLE": "couple", "ABOUT": "about around approximately roughly circa",
    "NEARLY": "nearly almost", "OVER": "over", "THAN": "than", "MORE": "more", "LESS": "less fewer", "LEAST": "least",
    "MOST": "most", "UP": "up", "NOT": "no not", "ANOTHER": "another additional", "OTHER": "other",
    "FULL": "full entire", "WHOLE": "whole", "RECENT": "recent", "RECENTLY": "recently lately",
    "CURRENTLY": "currently presently", "NOW": "now nowadays", "SOON": "soon", "TODAY": "today", "TONIGHT": "tonight",
    "YESTERDAY": "yesterday", "TOMORROW": "tomorrow", "BEGINNING": "beginning start", "MIDDLE": "middle",
    "END": "end", "CLOSE": "close", "REST": "rest", "EVE": "eve", "FISCAL": "fiscal", "FINANCIAL": "financial",
    "WEEKEND": "weekend",
    "PERIOD": "period", "TIME": "time", "FUTURE": "future", "NEAR": "near", "OVERNIGHT": "overnight",
    "TRADING": "trading business working calendar", "PRESENT": "present", "MODERN": "modern", "BEING": "being",
    "BC": "bc bce b.c. b.c b.c.e. b.c.e", "AD": "ad ce a.d. a.d c.e. c.e", "HALF": "half",
    "ACADEMIC": "academic school calendar", "COMPARABLE": "comparable corresponding equivalent year-on-year",
    "ITS": "its their his her our", "MERE": "mere single", "OCLOCK": "o'clock oclock",
    "GOOD": "good",
    "FEAST": "christmas thanksgiving easter nowruz nooruz nauryz navruz navroz halloween",
    "FEASTDAY": "victory independence labor labour memorial election constitution republic", "NEW": "new",
    "LONG": "long", "SHORT": "short", "TERM": "term", "DATEWORD": "date",
    "YEARLONG": "daylong weeklong monthlong yearlong decadelong",
    "RAMADAN": "ramadan ramadhan ramazan", "EID": "eid", "FITR": "fitr", "ADHA": "adha azha",
    "FAST": "orozo uraza oraza", "SACRIFICE": "kurman kurban qurban", "FEASTWORD": "ait bayram bairam hayit",
    "ENDED": "ended ending ends", "ZONE": " ".join(ZONES),
    "LOCAL": "local", "STANDARD": "standard daylight", "EASTERN": "eastern central mountain pacific moscow",
}


def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    tables = (
        ("MONTH", MONTHS), ("WEEKDAY", WEEKDAYS), ("SEASON", SEASONS), ("UNIT0", UNITS), ("UNITS", PLURALS),
        ("CLOCKUNIT", CLOCK_UNITS), ("DAYPART", DAY_PARTS), ("CLOCKWORD", CLOCK_WORDS), ("ONE", ONES), ("TEEN", TEENS),
        ("TEN", TENS), ("SCALE", SCALES), ("ORDINALWORD", ORDINALS), ("DECADEWORD", DECADE_WORDS),
        ("PERIODIC", PERIODS),
    )
    for kind, table in tables:
        kinds |= dict.fromkeys(table, kind)
    for kind, words in LISTS.items():
        kinds |= dict.fromkeys(words.split(), kind)
    kinds |= {
        "second": "SECOND", "first": "FIRST", "quarter": "QUARTER", "century": "CENTURY", "year": "YEARWORD",
        "day": "DAYWORD", "s": "POSSESSIVE", "am": "AMPM", "pm": "AMPM",
    }
    kinds |= {word + "s": "WEEKDAYS" for word in WEEKDAYS if word.endswith("day")}
    kinds |= {word + "s": "SEASONS" for word in ("summer", "winter", "spring", "autumn")}
    return kinds


KINDS = _kinds()
"""Kind of each word the grammar knows."""

GROUPS = {
    "DAYNUM": ("N12", "N24", "N31"),
    "HOURNUM": ("N12", "N24"),
    "SMALL": ("N12", "N24", "N31", "N59", "N99"),
    "DIGITS": ("N12", "N24", "N31", "N59", "N99", "N999", "YEAR", "BIG", "DECIMAL"),
    "NUMWORD": ("ONE", "TEEN", "TEN", "SCALE"),
    "NTH": ("ORDINALWORD", "FIRST", "SECOND", "NTHNUM"),
    "ANYUNIT": ("UNIT0", "QUARTER", "CENTURY", "YEARWORD", "DAYWORD", "UNITS"),
    "UNIT": ("UNIT0", "QUARTER", "CENTURY", "YEARWORD", "DAYWORD"),
    "ANYCLOCK": ("CLOCKUNIT", "SECOND"),
    "POINTER": ("LAST", "NEXT", "THIS", "THAT", "PREVIOUS", "COMING", "FOLLOWING", "PAST", "CURRENT", "SAME", "LATEST"),
    "PHASE": ("EARLY", "MID", "LATE", "EARLIER", "LATER"),
    "EDGE": ("BEGINNING", "MIDDLE", "END", "CLOSE", "REST"),
}
"""Kinds that rules take alike, by the name of the group."""

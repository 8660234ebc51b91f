"""Rules for times of day: "8 p.m. EDT Thursday", "19:15", "this morning", "Friday night"."""

from __future__ import annotations

from viz.parsers.dates.expressions import Anchor, Clock, ClockShift, Shift
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.numbers import number
from viz.parsers.dates.periods import Unit
from viz.parsers.dates.pointers import POINTERS
from viz.parsers.dates.words import CLOCK_UNITS, CLOCK_WORDS, DAY_PARTS, ZONES

_ZONE = "((LOCAL|EASTERN (STANDARD|LOCAL)?) TIME | zone=ZONE | OPEN zone=ZONE MARK)"


@rule(
    f"time=(CLOCK|HOURNUM) half=AMPM {_ZONE}?",
    f"time=CLOCK (CLOCKUNIT)? {_ZONE}?",
    "time=(HOURNUM|ONE|TEEN) OCLOCK",
    "time=(HOURNUM|CLOCK|ONE|TEEN) IN THE part=DAYPART",
)
def clock(read: Read) -> Built:
    """ "8 p.m.", "19:15", "4 in the morning"."""
    words = read.words("time")
    parts = words[0].replace(".", ":").split(":")
    hour = int(parts[0]) if parts[0].isdigit() else int(number(words))
    half = read.word("half") if read.has("half") else ""
    part = read.word("part") if read.has("part") else ""
    if (half.startswith("p") and hour < 12) or (part in ("afternoon", "evening") and hour < 12):
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or (len(parts) > 1 and int(parts[1]) > 59):
        return None
    if len(parts) > 1 and read.before() == "in" and not (half or part or read.has("zone")):
        return None  # "won the race in 2:07:30" tells how long it took
    return Clock(f"{hour:02}:{parts[1] if len(parts) > 1 else '00'}", zone=ZONES.get(read.word("zone"), ""))


@rule("time=(N999|YEAR) zone=ZONE")
def clock_of_wire(read: Read) -> Built:
    """ "1430 GMT", "0735 GMT"."""
    digits = read.word("time")
    if len(digits) != 4 or digits > "2359" or digits[2:] > "59":
        return None
    return Clock(f"{digits[:2]}:{digits[2:]}", zone=ZONES[read.word("zone")])


@rule("time=(SMALL|N999|YEAR) (?=ON (MONTH|DAYNUM|WEEKDAY|THE NTHNUM))")
def clock_of_log(read: Read) -> Built:
    """The "0755" of "at 0755 on 7 December"."""
    digits = read.word("time")
    is_time = len(digits) == 4 and digits <= "2359" and digits[2:] <= "59" and read.before() in ("at", "by", "about")
    return Clock(f"{digits[:2]}:{digits[2:]}") if is_time else None


@rule("time=(SMALL|N999|YEAR) unit=CLOCKUNIT")
def clock_of_army(read: Read) -> Built:
    """ "0630 hours", "at 1430 hrs": four digits that a clock can show."""
    digits = read.word("time")
    if len(digits) != 4 or digits > "2359" or digits[2:] > "59" or read.word("unit") not in ("hours", "hrs", "hr"):
        return None
    is_time = digits.startswith("0") or read.before() in _TIME_BEFORE
    return Clock(f"{digits[:2]}:{digits[2:]}") if is_time else None


_TIME_BEFORE = frozenset("at by from until till about around before after to and - –".split())


@rule(f"which=CLOCKWORD {_ZONE}?")
def clock_word(read: Read) -> Built:
    """ "noon", "midnight UTC"."""
    if read.before() == "high":
        return None
    return Clock(CLOCK_WORDS[read.word("which")], zone=ZONES.get(read.word("zone"), ""))


@rule("part=(HALF|QUARTER) way=(PAST|TO) hour=(HOURNUM|ONE|TEEN)")
def spoken_clock(read: Read) -> Built:
    """ "half past ten", "quarter to six"."""
    hour, minute = int(number(read.words("hour"))), 30 if read.word("part") == "half" else 15
    if not 1 <= hour <= 12 or (read.word("way") == "to" and minute == 30):
        return None
    if read.word("way") == "to":
        hour, minute = (hour - 1) or 12, 45
    return Clock(f"{hour:02}:{minute:02}")


_FROM = "back=(AGO|EARLIER|LATER)"
_MINUTES = {"H": 60, "M": 1}


@rule(
    f"ROUGHLY? count=COUNT unit=CLOCKUNIT {_FROM}",
    f"ROUGHLY? A unit=CLOCKUNIT {_FROM}",
    f"ROUGHLY? half=HALF A unit=CLOCKUNIT {_FROM}",
    f"(A? FEW|SEVERAL)? some=CLOCKUNIT {_FROM}",
)
def hours_from(read: Read) -> Built:
    """ "two hours later", "half an hour earlier", "hours later"."""
    back = read.word("back")
    anchor, is_back = Anchor.PUBLISHED if back == "ago" else Anchor.STORY, back != "later"
    length = _MINUTES.get(CLOCK_UNITS[read.word("some") or read.word("unit")])
    if read.has("some") or length is None:
        return ClockShift(None, is_back, anchor) if read.word("some").endswith("s") or read.has("unit") else None
    amount = number(read.words("count")) if read.has("count") else 0.5 if read.has("half") else 1
    return ClockShift(round(amount * length), is_back, anchor)


@rule("MID HYPHEN? part=DAYPART")
def middle_of_part(read: Read) -> Built:
    """ "mid-afternoon"."""
    return Clock(DAY_PARTS[read.word("part")]), "MID"


@rule("which=TONIGHT", "LAST part=DAYPART", "THIS part=DAYPART", "OVERNIGHT")
def now_part(read: Read) -> Built:
    """ "tonight", "last night", "this morning"."""
    if not read.has("part"):
        return Clock("NI", Shift(Unit.DAY, 0))
    amount = -1 if read.word_at(0) == "last" else 0
    return Clock(DAY_PARTS[read.word("part")], Shift(Unit.DAY, amount))


@rule("(THE|THAT) (pointer=(NEXT|SAME|FOLLOWING|PREVIOUS))? part=DAYPART")
def story_part(read: Read) -> Built:
    """ "the next morning", "that night", "the night"."""
    part = DAY_PARTS[read.word("part")]
    if read.has("pointer"):
        return Clock(part, Shift(Unit.DAY, POINTERS[read.word("pointer")][0], Anchor.STORY))
    if read.word_at(0) == "the" and read.before() not in _WITHIN:
        return None
    return Clock(part)


_WITHIN = frozenset("in during through throughout by until till before toward towards into".split())


@rule("part=DAYPART")
def bare_part(read: Read) -> Built:
    """The "evening" of "by evening" and the "dawn" of "at dawn"."""
    word = read.word("part")
    limits = ("at", "by", "before", "until", "till", "since") if word in _TURNS else ("by", "until", "till")
    is_idiom = word == "night" and read.before() == "by"
    return Clock(DAY_PARTS[word]) if read.before() in limits and not is_idiom else None


_TURNS = frozenset("dawn daybreak dusk nightfall lunchtime".split())

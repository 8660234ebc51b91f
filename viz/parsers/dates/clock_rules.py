"""Rules for times of day: "8 p.m. EDT Thursday", "19:15", "this morning", "Friday night"."""

from __future__ import annotations

from viz.parsers.dates.expressions import Anchor, Clock, Shift
from viz.parsers.dates.grammar import Built, Read, rule
from viz.parsers.dates.numbers import number
from viz.parsers.dates.periods import Unit
from viz.parsers.dates.pointers import POINTERS
from viz.parsers.dates.words import CLOCK_WORDS, DAY_PARTS, ZONES

_ZONE = "((LOCAL|EASTERN (STANDARD|LOCAL)?) TIME | zone=ZONE)"


@rule(
    f"(ABOUT)? time=(CLOCK|HOURNUM) half=AMPM {_ZONE}?",
    f"time=CLOCK (CLOCKUNIT)? {_ZONE}?",
    "time=(HOURNUM|ONE|TEEN) OCLOCK",
    "time=(HOURNUM|CLOCK) IN THE part=DAYPART",
)
def clock(read: Read) -> Built:
    """ "8 p.m.", "19:15", "4 in the morning"."""
    words = read.words("time")
    parts = words[0].split(":")
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


@rule("which=CLOCKWORD")
def clock_word(read: Read) -> Built:
    """ "noon", "midnight"."""
    if read.before() == "high":
        return None
    return Clock(CLOCK_WORDS[read.word("which")])


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
    if read.word_at(0) == "the" and read.before() not in ("in", "during", "through"):
        return None
    return Clock(part)

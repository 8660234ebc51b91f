"""Which years go with what a text says of its days: "Friday, Oct. 23", "Easter Sunday, April 23".

A weekday beside a day leaves one year in six or so, a movable feast beside one about four in a century. Use these to
drop years that cannot be meant, and, where a text names no year at all, to offer those that can.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from viz.parsers.dates.named_days import LUNAR_NAMES, in_year
from viz.parsers.dates.told import Telling

_FEAST = re.compile(
    r"\b(?P<name>easter|thanksgiving|ramadan|ramadhan|ramazan|eid(?:\s\w+)?-?\s?(?P<which>fitr|adha|azha)"
    r"|(?P<ait>orozo|uraza|kurman|kurban)\s(?:ait|bayram|bairam|hayit))\b(?:\s(?:day|sunday|monday|thursday))?"
    r"(?:\s?[,(]\s?|\s(?:is|was|falls|fell|began|begins|starts|started)\s|\s)(?:on\s)?$",
    re.IGNORECASE,
)
REACH = 50  # years before today that are considered when a text names none
_NEXT_TO, _FAR = 0.1, 0.01  # how much less likely a year is whose neighbour fits, or none


@dataclass(frozen=True, slots=True)
class Clue:
    """A day that only fits some years: told with a weekday or as a feast, without its year."""

    telling: Telling
    feast: str  # "" for a weekday

    def fits(self, year: int) -> bool:
        """Whether the day, in that year, is what the text says of it."""
        day = self.telling.in_year(year)
        if day is None:
            return False
        if not self.feast:
            return day.weekday() == self.telling.weekday
        named = in_year(self.feast, year)
        slack = 2 if self.feast in LUNAR_NAMES.values() else 0
        return named is not None and abs(named.days()[0] - day.toordinal()) <= slack


def clues(text: str, told: Sequence[Telling]) -> tuple[Clue, ...]:
    """The clues of a text, in its order."""
    days = (telling for telling in told if telling.month and telling.day and telling.year is None)
    found = (Clue(telling, _feast_before(text, telling)) for telling in days)
    return tuple(clue for clue in found if clue.feast or clue.telling.weekday is not None)


def _feast_before(text: str, telling: Telling) -> str:
    """The feast whose day is told: "Easter Sunday, April 23", "Ramadan begins on May 27"; "" for none."""
    match = _FEAST.search(text[max(0, telling.start - 40) : telling.start])
    if match is None:
        return ""
    word = (match["which"] or match["ait"] or match["name"]).lower()
    return LUNAR_NAMES.get(word, word)


def fit(year: int, found: Sequence[Clue]) -> float:
    """How well a year of publication goes with the clues: 1 when each holds in it; a neighbour may be meant too."""
    share = 1.0
    for clue in found:
        if not clue.fits(year):
            share *= _NEXT_TO if clue.fits(year - 1) or clue.fits(year + 1) else _FAR
    return share


def years_that_fit(text: str, found: Sequence[Clue], today: date) -> dict[int, tuple[float, str]]:
    """The years up to today in which every clue holds, the later ones likelier, with the reason; empty without any."""
    if not found:
        return {}
    first = found[0]
    said = " ".join(text[first.telling.start : first.telling.end].split())
    reason = f"«{said}» is {first.feast.title()}" if first.feast else f"«{said}» is that weekday"
    years = [year for year in range(today.year - REACH, today.year + 1) if all(clue.fits(year) for clue in found)]
    return {year: (1 / (today.year - year + 5), f"{reason} in {year}.") for year in years}

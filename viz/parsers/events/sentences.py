"""Sentence boundaries of newswire, cased or lower-cased and tokenised.

A parser that loses a boundary loses two sentences, and in lower-cased text it loses most of them; so boundaries are
found here, before any grammar. Wire text ends its sentences with a full stop that stands alone; other text ends them
with a full stop before white space and a capital, abbreviations excepted.
"""

from __future__ import annotations

import itertools
import re
from calendar import month_abbr, month_name
from collections.abc import Sequence
from dataclasses import dataclass

from viz.model import PlaceMention, Role

_BREAK = re.compile(r"\n[ \t]*\n\s*|\n")
_ALONE = re.compile(r"(?<=\s)[.?!](?:\s+[.?!])*(?=\s|$)")
_ENDED = re.compile(r"(?<=[^\s.])(?:[.?!]|\.{3})(?:''|[\"'”’)\]])*(?=\s+(?:``|[\"“‘'(\[])*[A-Z0-9])")
_ENDED_LOW = re.compile(r"(?<=[^\W\d_]{3})\.(?=\s+(?:[^\W\d_]|\())")
_ABBREVIATED = re.compile(
    r"(?:^|[^\w])(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|Gen"
    r"|Col|Lt|Maj|Capt|Sgt|Govs?|Sens?|Messrs|Adm|Cmdr|Cpl|Pvt|Brig|Supt|Insp|Const|Det|Reps?|Rev|Hon|St|Nos?|vs|Inc|Corp|Cos?"
    r"|Cie|Ltd|LLC|PLC|Bros|Mt|Ft|Sr|Jr|W\.Va|Vt|Fla|Calif|Mass|Conn|Pa|Va|Tex|Mich"
    r"|Minn|Wash|Ariz|Colo|Ill|Ind|Tenn|Ala|Miss|Okla|Ore|Wis|Nev|Md|Del|approx|dlrs|est)$",
    re.I,
)
_COMPANY = re.compile(r"\b(?:Inc|Corp|Co|Ltd|U\.S|U\.N|a\.m|p\.m)$")
_DATELINE = re.compile(
    r"(?:[^\n.!?]|\.(?=\S|\s[a-z\d(–—-])){2,70}?(?:\)\s*|\s)(?:--|[-_–—])(?:\s+|$)|[^\n.!?]{2,60}?\)\s*_(?:\s+|$)"
    r"|[A-Z][A-Z .'’-]{2,40}(?:, [\w. ]{2,20}?)?(?: \([A-Z]{2,9}\)\s\s+|\s?—)(?=[A-Z\"“])"
)
_MONTH = rf"(?:{'|'.join(filter(None, (*month_name, *month_abbr, 'sept')))})\b\.?"
_LABEL = re.compile(
    rf"(?:[•*–—-]\s+)?(?:(?:early|mid|late|spring|summer|autumn|fall|winter)[\s-]+(?:of\s+)?)?"
    rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{1,2}},?)?(?:\s+\d{{4}})?|\d{{4}})(?:\s*[-–—]\s*\d{{4}})?"
    rf"(?:\s?:\s+|\s+[-–—]\s+)(?=\S)",
    re.I,
)
"""The date that opens an entry of a chronology: "24 September 2018: ", "June 2009 - ", "1991: "."""
_SPOKEN = re.compile(r"[^\n.!?:]{2,40}:\s")  # "Kuala Lumpur: "
_AGENCY = re.compile(r"\((?:[A-Z]\w+|\s*[\w ]{2,20}\s*)\)")
_QUOTE = re.compile(r"``(.*?)(?:''|$)|\"(.*?)(?:\"|$)|“(.*?)(?:”|$)|''(.*?)(?:''|$)", re.S)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence before parsing: `[start, end)` of the article, its body from `body` on (after a dateline).

    `report` counts the datelines before it but the first: a column of briefs is several reports. An `entry` of a
    chronology opens with its date, which stands before the body.
    """

    start: int
    end: int
    body: int
    paragraph: int
    title: bool
    report: int = 0
    entry: bool = False


def is_wire(text: str) -> bool:
    """Whether a text is lower-cased: next to no capitals among its letters."""
    capitals = sum(1 for char in text if char.isupper())
    return capitals * 200 < sum(1 for char in text if char.isalpha())


def split(text: str, places: Sequence[PlaceMention] = ()) -> list[Stretch]:
    """The sentences of a text in order; an empty text has none."""
    ended = _ENDED_LOW if is_wire(text) else _ENDED
    datelines = [place for place in places if place.role is Role.DATELINE]
    found: list[Stretch] = []
    report = -1
    ahead: int | None = None  # where a dateline began that has a line of its own: it belongs to the next one
    paragraphs = [(start, end) for start, end in _paragraphs(text)]
    for number, (start, end) in enumerate(paragraphs):
        headed = any(place.start == start for place in datelines)
        body = _body(text, start, end, datelines) if number < 3 or headed else start
        report += headed
        label = _LABEL.match(text, body, end)
        body = label.end() if label is not None and label.end() < end else body
        if body == end:
            ahead = start
            continue
        opening, ahead = start if ahead is None else ahead, None
        title = _is_title(text, number, start, end, len(paragraphs)) and body == start
        for first, last in _sentences(text, body, end, ended):
            begins = opening if first == body else first
            entry = label is not None and first == body
            told = first if number or first == body else _body(text, first, last, datelines)  # behind a joined headline
            told = told if told < last else first
            found.append(Stretch(begins, last, told, number, title, max(report, 0), entry))
    return found


def quotations(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches of `[start, end)` inside quotation marks; an unclosed mark reaches to the end."""
    return tuple((start + match.start(), start + match.end()) for match in _QUOTE.finditer(text[start:end]))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between line breaks; a line that plainly goes on in the next one is joined with it."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match.group().count("\n") == 1 and _goes_on(text, start, match.start(), match.end()):
            continue
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [trimmed for trimmed in (_trim(text, a, b) for a, b in found) if trimmed[0] < trimmed[1]]


def _goes_on(text: str, start: int, end: int, then: int) -> bool:
    line = text[start:end].rstrip()
    following = text[then : then + 1]
    return len(line) > 40 and line[-1:] not in ".!?:\"'”’)_-" and (following.islower() or not following.isalpha())


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_title(text: str, number: int, start: int, end: int, count: int) -> bool:
    """A first paragraph of one short line that ends without a full stop, with more below, is a headline."""
    line = text[start:end]
    return number == 0 and count > 1 and len(line) < 120 and "\n" not in line and line[-1] not in ".!?\"'”_-"


def _body(text: str, start: int, end: int, datelines: Sequence[PlaceMention]) -> int:
    """Where the words begin after a dateline such as "OSH, May 28 - " or "osh ( reuters ) - "."""
    match = _DATELINE.match(text, start, end)
    if match is None:
        spoken = _SPOKEN.match(text, start, end)
        named = spoken is not None and any(start == place.start for place in datelines)
        return spoken.end() if spoken is not None and named else start
    opening = match.group()
    known = any(start <= place.start < match.end() for place in datelines)
    shouted = opening.split(",")[0].split("(")[0].strip(" -_–—").isupper()
    if known or shouted or _AGENCY.search(opening):
        return match.end()
    return start


def _sentences(text: str, start: int, end: int, ended: re.Pattern[str]) -> list[tuple[int, int]]:
    cuts = {match.end() for match in _ALONE.finditer(text, start, end)}
    for match in ended.finditer(text, start, end):
        before = text[max(start, match.start() - 14) : match.start()]
        if match.group()[0] != "." or not _ABBREVIATED.search(before) or _closes(text, before, match.end(), end):
            cuts.add(match.end())
    edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
    pieces = [_trim(text, a, b) for a, b in itertools.pairwise(edges)]
    return [(a, b) for a, b in pieces if any(char.isalnum() for char in text[a:b])]


def _closes(text: str, before: str, after: int, end: int) -> bool:
    """Whether the stop of "Inc." or "U.S." also ends the sentence: the next word is one that opens sentences."""
    follows = re.match(
        r"\s+(?:``|[\"“‘'(])*(The|A|An|In|It|He|She|They|But|And|On|At|This|That|If|We|I)\b", text[after:end]
    )
    return bool(follows and _COMPANY.search(before))

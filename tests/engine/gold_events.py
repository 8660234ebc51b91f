"""Gold events as the model's types, for tests that start where the event finder would have finished."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from edtf import parse_edtf

from viz.model import (
    Article,
    Basis,
    DateMention,
    DateType,
    Event,
    Granularity,
    Participant,
    Place,
    PlaceKind,
    PlaceMention,
    Reading,
    Role,
    Status,
    When,
    Where,
)

GOLD = Path(__file__).resolve().parent.parent / "gold"
BASES = {"explicit": Basis.EXPLICIT, "inferred": Basis.INFERRED, "dateline": Basis.INFERRED, None: Basis.UNKNOWN}


def when_of(edtf: str, basis: str | None = "explicit") -> When:
    """An EDTF string as a When; "../X" and "X/.." are open sides."""
    start, _, end = edtf.partition("/")
    first = None if start == ".." else _day(start, "lower_strict")
    last = None if end == ".." else _day(end or start, "upper_strict")
    latest = date.fromordinal(last.toordinal() + 1) if last else None
    return When(first, latest, _granularity(edtf), edtf, edtf, BASES[basis])


def _day(part: str, side: str) -> date:
    found = getattr(parse_edtf(re.sub(r"[~?%]", "", part)), side)()
    return date(found.tm_year, found.tm_mon, found.tm_mday)


def _granularity(edtf: str) -> Granularity:
    if ".." in edtf:
        return Granularity.OPEN
    finest = max(len(re.sub(r"[~?%]", "", part)) for part in edtf.split("/"))
    return {10: Granularity.DAY, 7: Granularity.MONTH}.get(finest, Granularity.YEAR)


def where_of(record: dict[str, Any]) -> Where:
    place = Place(0, record["name"], record["country"] or "", PlaceKind(record["kind"]), record["lat"], record["lon"])
    return Where(place, BASES[record["basis"]])


def event_of(article_id: str, record: dict[str, Any], text: str) -> Event:
    start, end = record["trigger_span"]
    when = when_of(record["when"], record["when_basis"]) if record["when"] else None
    where = where_of(record["where"]) if record["where"] else None
    return Event(
        id=record["id"],
        article_id=article_id,
        span=tuple(record["span"]),
        trigger=(start, end),
        headline=record.get("headline") or _headline(record, text),
        status=Status(record["status"]),
        when=when,
        where=where,
        undated="" if when else "nothing dates it",
        unplaced="" if where else "nothing places it",
        who=tuple(Participant(name) for name in record["who"]),
        source=record["source"] or "",
        also=tuple((a, b) for a, b in record["also"]),
    )


def _headline(record: dict[str, Any], text: str) -> str:
    """Who and what, up to the next comma: about what the event finder would say."""
    told = re.split(r"[,;.\n]", text[record["trigger_span"][0] : record["trigger_span"][0] + 70])[0]
    return " ".join([*record["who"][:1], told])


def place_mention(text: str, record: dict[str, Any], *, demonym: bool = False) -> PlaceMention:
    country = record.get("country") or ""
    named = record["name"] if "name" in record else record["text"]
    kind = PlaceKind(record["kind"]) if "kind" in record else PlaceKind.COUNTRY
    place = Place(record.get("geonameid") or 0, named, country, kind, record.get("lat"), record.get("lon"))
    role = Role(record["role"]) if "role" in record else Role.ACTOR
    start, end = record["start"], record["end"]
    return PlaceMention(start, end, text[start:end], role, Where(place), demonym)


def _date_mention(record: dict[str, Any]) -> DateMention:
    value = record["value"] or ""
    when = when_of(value) if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) and not re.match(r".*-2\d$", value[:7]) else None
    return DateMention(record["start"], record["end"], record["text"], DateType(record["type"]), value, when=when)


def reading_of(record: dict[str, Any]) -> Reading:
    text = record["text"]
    article = Article(record["id"], record["title"], text, date.fromisoformat(record["dct"]))
    dates = tuple(_date_mention(found) for found in record["timexes"])
    places = [place_mention(text, found) for found in record["toponyms"]]
    places += [place_mention(text, found, demonym=True) for found in record["demonyms"]]
    events = tuple(event_of(record["id"], found, text) for found in record["events"])
    return Reading(article, dates, tuple(sorted(places, key=lambda found: found.start)), events)


def central_asia() -> list[Reading]:
    lines = (GOLD / "central-asia.jsonl").read_text(encoding="utf-8").splitlines()
    return [reading_of(json.loads(line)) for line in lines]


def short_reports(name: str) -> list[tuple[dict[str, Any], list[Reading]]]:
    """The cases of tests/gold/merges/NAME.json with their reports as readings of one event each."""
    places = json.loads((GOLD / "merges" / "places.json").read_text(encoding="utf-8"))
    cases = json.loads((GOLD / "merges" / f"{name}.json").read_text(encoding="utf-8"))
    return [(case, [_short(report, f"{case['id']}-{report['source']}", places) for report in case["reports"]]) for case in cases]


NATIONS = {
    "KG": "Kyrgyz Kyrgyzstan Bishkek", "KZ": "Kazakh Kazakhstan Astana", "UZ": "Uzbek Uzbekistan Tashkent",
    "TJ": "Tajik Tajikistan Dushanbe", "TR": "Turkish Turkey Ankara", "PT": "Portuguese", "KE": "Kenyan Kenya", "CH": "Swiss",
}


def _short(report: dict[str, Any], article_id: str, places: dict[str, list[Any]]) -> Reading:
    text = report["text"]
    start = text.index(report["trigger"])
    where = report.get("where")
    record = {
        "id": "e1", "span": (0, len(text)), "trigger_span": (start, start + len(report["trigger"])), "also": (),
        "when": report["when"], "when_basis": "explicit", "who": report["who"], "status": report["status"],
        "source": report.get("says"), "where": where and _place(where, places),
    }  # fmt: skip
    named = [(name, place[1]) for name, place in places.items()]
    named += [(word, country) for country, words in NATIONS.items() for word in words.split()]
    found = {match.span(): country for name, country in named for match in re.finditer(rf"\b{name}\b", text)}
    acting = " ".join(NATIONS.values()).split()
    mentions = [
        place_mention(
            text,
            {"start": a, "end": b, "text": text[a:b], "country": country, "kind": "city" if text[a:b] in places else "country",
             "role": "actor" if text[a:b] in acting and text[a - 3 : a] != "in " else "location"},
        )
        for (a, b), country in found.items()
    ]
    article = Article(article_id, "", text, date.fromisoformat(report["published"]), report["source"])
    return Reading(article, (), tuple(sorted(mentions, key=lambda found: found.start)), (event_of(article_id, record, text),))


def _place(written: str, places: dict[str, list[Any]]) -> dict[str, Any]:
    name, country, kind, lat, lon = places[written.rstrip("?")]
    basis = "inferred" if written.endswith("?") else "explicit"
    return {"name": name, "country": country, "kind": kind, "lat": lat, "lon": lon, "basis": basis}

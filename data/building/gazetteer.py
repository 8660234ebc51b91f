"""Builds the gazetteer of `data/gazetteer/` from its sources; the layout is that of `viz/parsers/places/store.py`."""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from collections import defaultdict
from pathlib import Path

import marisa_trie

from viz.model import PlaceKind
from viz.parsers.places.store import CAPITAL, NOWHERE, RECORD, VERSION, NameKind

from .divisions import read_divisions
from .english import give_english_names
from .lexicon import pack, word_bytes
from .places import add_abbreviations, add_own, add_regional_demonyms, rank, read_cities, read_continents
from .records import OWN, Draft, table

KINDS = tuple(PlaceKind)
MOST_PLACES = 60
# Compass points, days and other words that towns are called by, and that newspapers almost never mean as such.
NEVER = frozenset(
    "north south east west central centre center northern southern eastern western upper lower jan feb mar apr jun"
    " jul aug sep sept oct nov dec january february march april may june july august september october november"
    " december co inc corp ltd llc plc monday tuesday wednesday thursday friday saturday sunday"
    " olympic olympics christmas obama toyota rada opera broadway mercedes mars carnation copa taliban".split()
) | {"red cross"}
COMMON_WORD_ZIPF = 34
PROMINENT = 5.0
Links = dict[str, list[tuple[int, NameKind]]]


def build(out: Path = OWN) -> None:
    """Writes every artifact and the manifest; the same sources give the same bytes."""
    drafts = _drafts()
    words = word_bytes()
    drafts.sort(key=lambda draft: (draft.geonameid, draft.name, draft.country, draft.kind))
    links = _links(drafts, words)
    names = marisa_trie.Trie(sorted(links))
    countries = ["", *sorted({draft.country for draft in drafts if draft.country})]
    places, labels = _pack_places(drafts, countries)
    files = {
        "names.marisa": names.tobytes(),
        "links.bin": _pack_links(names, links),
        "places.bin": places,
        "labels.bin": labels,
        "grid.bin": _pack_grid(drafts),
        "words.marisa": pack(words),
    }
    for name, content in files.items():
        (out / name).write_bytes(content)
    checks = {name: [len(content), zlib.crc32(content)] for name, content in files.items()}
    manifest = {"version": VERSION, "files": checks, "countries": countries}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def _drafts() -> list[Draft]:
    divisions = read_divisions()
    cities = read_cities(divisions)
    add_abbreviations(divisions)
    named = {row["geonameid"] for row in table("own.csv")}
    kept = [draft for draft in divisions.by_line.values() if draft.lat is not None or str(draft.geonameid) in named]
    drafts = [*divisions.countries.values(), *kept, *cities, *read_continents()]
    add_own(drafts)
    add_regional_demonyms(drafts)
    give_english_names(drafts)
    return drafts


def _links(drafts: list[Draft], words: dict[str, bytes]) -> Links:
    """For each key the places it may mean, most prominent first; ordinary words that no known place bears are left
    out."""
    found: Links = defaultdict(list)
    for number, draft in enumerate(drafts):
        for name, how in draft.names.items():
            own = draft.own and how not in (NameKind.OTHER, NameKind.SHORT)
            if own or not _ordinary(name, how, rank(draft), words):
                found[name].append((number, how))
    for entries in found.values():
        entries.sort(key=lambda entry: (-_standing(drafts[entry[0]], entry[1]), entry[0]))
        del entries[MOST_PLACES:]
    return dict(found)


def _standing(draft: Draft, how: NameKind) -> float:
    """Prominence of a place under a name: little-used names count for less."""
    seldom = how is NameKind.OTHER and draft.kind in ("city", "village", "district")
    without_its_word = how is NameKind.SHORT and draft.kind in ("river", "lake", "site")
    return rank(draft) - (4.0 if without_its_word else 2.0 if seldom else 0.0)


def _ordinary(name: str, how: NameKind, prominence: float, words: dict[str, bytes]) -> bool:
    if " " in name or how in (NameKind.ABBREVIATION, NameKind.DEMONYM):
        return False
    if len(name) < 2 or name.isdigit() or name in NEVER:
        return True
    frequency, standing, _, _ = words.get(name, bytes(4))
    common = standing and frequency >= COMMON_WORD_ZIPF
    return bool(common and prominence < (PROMINENT if how is NameKind.MAIN else PROMINENT + 1.5)) or (
        frequency >= 52 and how is not NameKind.MAIN
    )


def _pack_links(names: marisa_trie.Trie, links: Links) -> bytes:
    offsets, flat = array("I", [0]), array("I")
    for number in range(len(names)):
        for place, how in links[names.restore_key(number)]:
            flat.append(place | how << 24)
        offsets.append(len(flat))
    return (offsets + flat).tobytes()


def _pack_places(drafts: list[Draft], countries: list[str]) -> tuple[bytes, bytes]:
    number = {id(draft): index for index, draft in enumerate(drafts)}
    country = {iso: index for index, iso in enumerate(countries)}
    records, labels, seen = bytearray(), bytearray(), {}
    for draft in drafts:
        name = draft.name.encode("utf-8")[:255].decode("utf-8", "ignore").encode("utf-8")
        if name not in seen:
            seen[name] = len(labels)
            labels += struct.pack("B", len(name)) + name
        above = [
            number.get(id(division), NOWHERE) if division else NOWHERE for division in (draft.admin1, draft.admin2)
        ]
        nan = float("nan")
        records += RECORD.pack(
            draft.geonameid,
            nan if draft.lat is None else draft.lat,
            nan if draft.lon is None else draft.lon,
            draft.population,
            seen[name],
            *above,
            KINDS.index(PlaceKind(draft.kind)),
            country[draft.country],
            CAPITAL if draft.capital else 0,
        )
    return bytes(records), bytes(labels)


def _pack_grid(drafts: list[Draft]) -> bytes:
    """Towns and villages by one-degree cell: what `Gazetteer.nearest` looks through."""
    cells: dict[int, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        if draft.kind in ("city", "village") and draft.lat is not None and draft.lon is not None:
            cells[min(179, int(draft.lat + 90)) * 360 + int(draft.lon + 180) % 360].append(number)
    offsets, flat = array("I", [0]), array("I")
    for cell in range(180 * 360):
        flat.extend(cells.get(cell, ()))
        offsets.append(len(flat))
    return (offsets + flat).tobytes()

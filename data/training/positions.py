"""Annotations by position only, and the texts they belong to, which are a corpus of its own.

    python data/training/positions.py data/training/newswire-places.jsonl TEXTS.jsonl > newswire.jsonl

writes a corpus that `train_places.py` and its scorer read. A toponym is stored as [start, end, GeoNames id or 0,
latitude, longitude], or as [start, end] alone where a reader could not say (a place within the name of a body).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def joined(annotations: Path, *texts: Path) -> Iterator[Record]:
    """Each annotated document with its text. Ends the program when the texts are not those that were annotated."""
    known = {record["id"]: record["text"] for path in texts for record in records(path)}
    for record in records(annotations):
        text = known.get(record["id"], "")
        if len(text) != record["characters"]:
            raise SystemExit(f"None of the texts is {record['id']} with {record['characters']} characters")
        yield record | {"text": text}


def records(path: Path) -> list[Record]:
    """The records of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _corpus(annotations: Path, texts: Path) -> Iterator[Record]:
    for record in joined(annotations, texts):
        toponyms = [_toponym(record["text"], *stored) for stored in record["toponyms"]]
        yield {"id": record["id"], "text": record["text"], "toponyms": toponyms}


def _toponym(
    text: str, start: int, end: int, geonameid: int | None = None, lat: float | None = None, lon: float | None = None
) -> Record:
    found = {"start": start, "end": end, "text": text[start:end], "lat": lat, "lon": lon, "geonameid": geonameid}
    return found | ({"unsure": True} if geonameid is None else {})


if __name__ == "__main__":
    for one in _corpus(Path(sys.argv[1]), Path(sys.argv[2])):
        print(json.dumps(one))

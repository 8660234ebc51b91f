"""Write an archive of made-up articles for the scale bench: `python tests/bench/corpus.py 100000 > news.jsonl`.

Sentences of the bundled reports (our own, MIT) are drawn anew for each article, with other days and publication dates;
lengths are spread like those of news (a median of 3,000 characters, a tenth above 6,500). The same seed, the same archive.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the repository is not installed

from viz.reading import bundled

MEDIAN, SPREAD = 3000, 0.6
SENTENCE = re.compile(r"\S.*?[.!?](?=\s+[A-Z\"]|\s*$)", re.DOTALL)


def sentences() -> list[str]:
    """Every sentence of the bundled reports, in one line each; the lower-cased wire copy is left out."""
    cased = [article for article in bundled() if article.text != article.text.lower()]
    return [" ".join(found.split()) for article in cased for found in SENTENCE.findall(article.text)]


def article(number: int, drawn: list[str], chance: random.Random) -> dict[str, str]:
    """One record of the annotation contract."""
    wanted = MEDIAN * math.exp(chance.gauss(0, SPREAD))
    text: list[str] = []
    while sum(map(len, text)) < wanted:
        text.append(chance.choice(drawn))
    published = date(2010, 1, 1) + timedelta(chance.randrange(5000))
    told = published - timedelta(chance.randrange(400))
    text.insert(0, f"BISHKEK, {told:%B} {told.day} - A report number {number} was filed on {told:%A}.")
    return {"id": f"made-{number:07d}", "text": " ".join(text), "dct": published.isoformat()}


def main() -> None:
    chance, drawn = random.Random(7), sentences()
    for number in range(int(sys.argv[1])):
        print(json.dumps(article(number, drawn, chance)))


if __name__ == "__main__":
    main()

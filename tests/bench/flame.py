"""Draw where reading spends its time: `python tests/bench/flame.py FOLDER [--articles N]`.

Writes `mentions.svg` and `events.svg`, flame graphs of the two tiers over made-up articles (corpus.py), and beside each
the same as `.folded` (one stack a line and its samples), which speedscope.app and flamegraph.pl open. At each
tick of the processor clock the running stack is noted; the wider a box, the more of them it was in. Boxes carry their
share as a tooltip; what is under half a percent is left out of the picture. Prints what was on top most often.
"""

from __future__ import annotations

import argparse
import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from types import FrameType

from corpus import article, sentences  # beside this file; it makes the repository known

from viz.engine.pipeline import read, skim
from viz.model import Article
from viz.reading import article_from_text, parse_published
from viz.settings import ROOT

EVERY = 0.001  # seconds; most systems tick only every four milliseconds
TIERS: dict[str, tuple[Callable[[Article], object], int]] = {"mentions": (skim, 1), "events": (read, 8)}
WIDE, ROW, LEAST = 1600, 17, 0.005
Stack = tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=400, help="for the tier without events; an eighth for the other")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for tier, (work, share) in TIERS.items():
        stacks = sampled(work, made(max(8, options.articles // share)))
        folded = "".join(f"{';'.join(stack)} {count}\n" for stack, count in sorted(stacks.items()))
        (options.folder / f"{tier}.folded").write_text(folded, encoding="utf-8")
        (options.folder / f"{tier}.svg").write_text(drawn(stacks), encoding="utf-8")
        tell(tier, stacks)


def made(count: int) -> list[Article]:
    """Articles of the scale bench."""
    chance, known = random.Random(7), sentences()
    records = (article(number, known, chance) for number in range(count))
    return [article_from_text(record["text"], published=parse_published(record["dct"])) for record in records]


def sampled(work: Callable[[Article], object], articles: list[Article]) -> Counter[Stack]:
    """Stacks, outermost function first, and how many samples ended in each."""
    for one in articles[:5]:
        work(one)  # loads what is loaded once
    with watched() as stacks:
        for one in articles:
            work(one)
    return stacks


@contextmanager
def watched() -> Iterator[Counter[Stack]]:
    stacks: Counter[Stack] = Counter()

    def note(_: int, frame: FrameType | None) -> None:
        stacks[tuple(names(frame))] += 1

    before = signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        yield stacks
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def names(frame: FrameType | None) -> list[str]:
    """The functions of a stack below this file, outermost first: "places.find.choose", "spacy.language.__call__"."""
    found: list[str] = []
    while frame is not None and frame.f_code.co_filename != __file__:
        path = Path(frame.f_code.co_filename)
        module = path.relative_to(ROOT / "viz").with_suffix("").parts if path.is_relative_to(ROOT / "viz") else (path.parent.name, path.stem)
        found.append(".".join((*module[-2:], frame.f_code.co_name)))
        frame = frame.f_back
    return found[::-1]


def drawn(stacks: Counter[Stack]) -> str:
    """A flame graph as SVG: the root at the bottom, siblings by name, a box as wide as its share."""
    total, tallest = stacks.total(), max(map(len, stacks), default=0)
    high = (tallest + 1) * ROW
    boxes = "".join(box(name, depth, left, count, total, high) for name, depth, left, count in laid(stacks) if count >= LEAST * total)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" font-family="sans-serif" font-size="11">'
        f'<rect width="{WIDE}" height="{high}" fill="#fbf9f4"/>{boxes}</svg>\n'
    )


def laid(stacks: Counter[Stack]) -> Iterator[tuple[str, int, int, int]]:
    """(function, depth, samples to the left of it, samples in it) of every box."""
    sums: Counter[Stack] = Counter()
    for stack, count in stacks.items():
        for depth in range(1, len(stack) + 1):
            sums[stack[:depth]] += count
    ends: dict[Stack, int] = {(): 0}
    for stack in sorted(sums):
        left = ends.setdefault(stack[:-1], 0)
        yield stack[-1], len(stack) - 1, left, sums[stack]
        ends[stack], ends[stack[:-1]] = left, left + sums[stack]


def box(name: str, depth: int, left: int, count: int, total: int, high: int) -> str:
    x, wide, y = left / total * WIDE, count / total * WIDE, high - (depth + 1) * ROW
    hue = sum(map(ord, name.rpartition(".")[0])) % 40 + 15  # a file, a colour
    shown = escape(name if len(name) * 6 < wide else name.rpartition(".")[2][: max(0, int(wide / 6) - 1)])
    return (
        f"<g><title>{escape(name)}: {count / total:.1%}</title>"
        f'<rect x="{x:.1f}" y="{y}" width="{max(0.5, wide - 0.5):.1f}" height="{ROW - 1}" fill="hsl({hue},70%,72%)"/>'
        f'<text x="{x + 3:.1f}" y="{y + 12}">{shown}</text></g>'
    )


def tell(tier: str, stacks: Counter[Stack]) -> None:
    """The functions that were running, not waiting for one they called."""
    total, own = stacks.total(), Counter[str]()
    for stack, count in stacks.items():
        own[stack[-1] if stack else "(start)"] += count
    print(f"{tier}: {total:,} samples")
    for name, count in own.most_common(15):
        print(f"  {count / total:6.1%}  {name}")


if __name__ == "__main__":
    main()

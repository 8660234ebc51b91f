"""How often answers of a given confidence were right, as a table and as a plot."""

from __future__ import annotations

from typing import NamedTuple

BINS = 10
SIDE, LEFT, TOP, WIDE, HIGH = 300, 56, 44, 400, 400
# Colours of both themes; a viewer that knows no theme gets paper and ink.
STYLE = (
    "text{font:13px Georgia,serif;fill:#22303c}.paper{fill:#fbfaf6}.grid{stroke:#d8d4c8}.even{stroke:#8a8577;"
    "stroke-dasharray:4 4}.line{stroke:#b3541e;fill:none;stroke-width:2}.dot{fill:#b3541e}"
    "@media(prefers-color-scheme:dark){text{fill:#e8e4da}.paper{fill:#1b2026}.grid{stroke:#3a4048}"
    ".even{stroke:#9a958a}.line{stroke:#f0a06a}.dot{fill:#f0a06a}}"
)


class Bin(NamedTuple):
    """Answers whose confidence lies in one tenth: how many, how sure on average, which share was right."""

    low: float
    count: int
    sure: float
    right: float


def bins(answers: list[tuple[float, bool]]) -> list[Bin]:
    """The tenths that hold answers, from (confidence, was it right); empty for no answers."""
    sorted_in: dict[int, list[tuple[float, bool]]] = {}
    for answer in answers:
        sorted_in.setdefault(min(BINS - 1, int(answer[0] * BINS)), []).append(answer)
    return [
        Bin(at / BINS, len(held), sum(sure for sure, _ in held) / len(held), sum(flag for _, flag in held) / len(held))
        for at, held in sorted(sorted_in.items())
    ]


def table(found: list[Bin]) -> str:
    """The bins as a table in Markdown."""
    rows = [f"| {low:.1f}-{low + 0.1:.1f} | {count} | {sure:.2f} | {right:.2f} |" for low, count, sure, right in found]
    return "\n".join(("| confidence | mentions | mean | right |", "|---|---|---|---|", *rows))


def plot(found: list[Bin]) -> str:
    """The bins as an SVG: a dot on the diagonal is honest, one below it too sure; its area grows with the mentions."""
    most = max((one.count for one in found), default=1)
    points = " ".join(f"{_x(one.sure):.1f},{_y(one.right):.1f}" for one in found)
    dots = [
        f'<circle class="dot" cx="{_x(one.sure):.1f}" cy="{_y(one.right):.1f}"'
        f' r="{3 + 6 * (one.count / most) ** 0.5:.1f}">'
        f"<title>{one.count} mentions: confidence {one.sure:.2f}, right {one.right:.2f}</title></circle>"
        for one in found
    ]
    grid = [
        f'<path class="grid" d="M{_x(at):.0f} {_y(0):.0f}V{_y(1):.0f}M{_x(0):.0f} {_y(at):.0f}H{_x(1):.0f}"/>'
        f'<text x="{_x(at):.0f}" y="{_y(0) + 18:.0f}" text-anchor="middle">{at:g}</text>'
        f'<text x="{_x(0) - 8:.0f}" y="{_y(at) + 4:.0f}" text-anchor="end">{at:g}</text>'
        for at in (0, 0.2, 0.4, 0.6, 0.8, 1)
    ]
    label = f'<text x="{_x(0.5):.0f}" y="{HIGH - 8}" text-anchor="middle">confidence given</text>'
    title = f'<text x="{LEFT}" y="26">Share of place mentions read rightly, held out</text>'
    parts = (*grid, f'<path class="even" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>', *dots, label, title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}" role="img"'
        f' aria-label="Calibration of place mentions"><style>{STYLE}</style>'
        f'<rect class="paper" width="{WIDE}" height="{HIGH}"/><polyline class="line" points="{points}"/>'
        + "".join(parts)
        + "</svg>\n"
    )


def _x(share: float) -> float:
    return LEFT + SIDE * share


def _y(share: float) -> float:
    return TOP + SIDE * (1 - share)

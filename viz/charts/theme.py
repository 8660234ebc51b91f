"""The look of every figure and of the screen: one palette for light, one for dark, one mark for each status.

The screen takes its CSS variables from here (`css_variables`), so a colour is written once. Hues follow Okabe and Ito's
colour-blind safe set, darkened on paper and kept light at night until each has a contrast of at least 3 to 1. A status
is told by its shape as well: no meaning hangs on hue alone. `accent` is kept for what is selected and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from viz.model import Status

SERIF = '"Source Serif", "Source Serif 4", Georgia, serif'
SANS = '"Source Sans", "Source Sans 3", system-ui, sans-serif'

SHAPES: Mapping[Status, str] = MappingProxyType(
    {
        Status.HAPPENED: "circle",
        Status.PLANNED: "triangle-up",
        Status.REPORTED: "diamond",
        Status.DENIED: "x",
        Status.HYPOTHETICAL: "square-open",
    }
)
"""Plotly's marker symbol for each status; the legend of the screen draws the same ones."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`. `paper` is the ground, `panel` what lies on it, `rule` the hairlines between."""

    name: str
    paper: str
    panel: str
    ink: str
    muted: str
    rule: str
    accent: str
    accent_tint: str
    place_tint: str
    statuses: Mapping[Status, str]

    @property
    def is_dark(self) -> bool:
        """Whether it is the night palette."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    paper="#f8f5ee",
    panel="#fffdf9",
    ink="#1f1d1a",
    muted="#5e5950",
    rule="#d8d1c3",
    accent="#b3161b",
    accent_tint="#fbe6df",
    place_tint="#e9e4d3",
    statuses=MappingProxyType(
        {
            Status.HAPPENED: "#0b64a0",
            Status.PLANNED: "#00785a",
            Status.REPORTED: "#a65f00",
            Status.DENIED: "#9a3f7e",
            Status.HYPOTHETICAL: "#66645f",
        }
    ),
)

DARK = Theme(
    name="dark",
    paper="#15171a",
    panel="#1c1f23",
    ink="#ece7dd",
    muted="#aaa498",
    rule="#3a3d42",
    accent="#ff7a6b",
    accent_tint="#45221f",
    place_tint="#33362f",
    statuses=MappingProxyType(
        {
            Status.HAPPENED: "#62b4ea",
            Status.PLANNED: "#3ac79c",
            Status.REPORTED: "#e8a838",
            Status.DENIED: "#e091c2",
            Status.HYPOTHETICAL: "#b5b3ae",
        }
    ),
)


def theme_named(name: str) -> Theme:
    """The dark palette for "dark", the light one for anything else (a browser may not say)."""
    return DARK if name == "dark" else LIGHT


def css_variables(theme: Theme) -> dict[str, str]:
    """The palette as CSS custom properties for the linked view: `--paper`, `--ink`, `--status-happened` ..."""
    plain = {
        f"--{name.replace('_', '-')}": getattr(theme, name)
        for name in ("paper", "panel", "ink", "muted", "rule", "accent", "accent_tint", "place_tint")
    }
    hues = {f"--status-{status.value}": colour for status, colour in theme.statuses.items()}
    return {**plain, **hues, "--serif": SERIF, "--sans": SANS}


def paper_style() -> str:
    """The style sheet that makes paper white by night too; scripts set the colours of the screen on the elements."""
    colours = css_variables(LIGHT) | {"--paper": "#fff", "--panel": "#fff"}
    told = "".join(f"{name}:{value}!important;" for name, value in colours.items())
    return f"@media print{{html,.atlas{{color-scheme:light;{told}}}}}"


def faded(colour: str, opacity: float) -> str:
    """`#rrggbb` as an `rgba()` of the given opacity, for ends that run out of the known."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:.2f})"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

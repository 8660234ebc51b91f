"""What a batch says while it runs, and at its end."""

from __future__ import annotations

from typing import TextIO

from viz.engine.batch.run import Outcome, Progress

COUNTED = ("dates", "places", "events")


class Ticker:
    """Writes how far a batch is: one line that is overwritten on a terminal, a line every tenth part elsewhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._tenth = -1

    def __call__(self, progress: Progress) -> None:
        last = progress.done == progress.chunks
        tenth = progress.done * 10 // progress.chunks
        if not self._live and not last and tenth == self._tenth:
            return
        self._tenth = tenth
        start, end = ("\r\033[K", "\n" if last else "") if self._live else ("", "\n")
        print(f"{start}{line(progress)}", end=end, file=self._stream, flush=True)


def line(progress: Progress) -> str:
    """One line: "12 of 75 chunks, 15,600 articles, 310 a second, 4 bad, 9 minutes left"."""
    counts = progress.counts
    parts = [f"{progress.done} of {progress.chunks} chunks", f"{counts['records']:,} articles"]
    parts.append(f"{progress.rate:,.0f} a second")
    if counts["bad"]:
        parts.append(f"{counts['bad']:,} bad")
    if progress.seconds_left:
        parts.append(f"{_span(progress.seconds_left)} left")
    return ", ".join(parts)


def sentence(outcome: Outcome) -> str:
    """What stands in the folder now, and where the bad records are listed."""
    counts = outcome.counts
    found = ", ".join(f"{counts[name]:,} {name}" for name in COUNTED if counts[name])
    good = counts["records"] - counts["bad"]
    told = f"{good:,} articles{f' with {found}' if found else ''} are in {outcome.folder}."
    if not counts["bad"]:
        return told
    return f"{told} {counts['bad']:,} could not be read: bad.jsonl says why."


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} seconds"
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 100 else f"{minutes / 60:.1f} hours"

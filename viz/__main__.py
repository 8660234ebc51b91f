"""The command line: `python -m viz read SOURCE`, `convert FILE`, `annotate IN.jsonl` and `batch IN --out DIR`.

Exit status 0 when it did what was asked, 2 with one sentence on standard error when it could not.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from viz.errors import DatelineError, InputError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
        sys.stdout.flush()
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of a pipe (head) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m viz", description="Read news articles: what happened when and where, and who says so."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    reader = commands.add_parser("read", help="show the events of one or more articles")
    reader.add_argument(
        "sources", metavar="SOURCE", nargs="+",
        help="a file (text, Markdown, HTML, PDF, .docx), the address of a page or feed, or - for standard input",
    )  # fmt: skip
    reader.add_argument("--published", metavar="YYYY-MM-DD", help="the day they were published, whatever they say")
    reader.add_argument("--format", default="table", metavar="FORMAT", help="an export format; table is the default")
    reader.set_defaults(run=_read)

    converter = commands.add_parser("convert", help="write what others have (CSV, GeoJSON, TimelineJS) in our formats")
    converter.add_argument("sources", metavar="FILE", nargs="+", help="a table, GeoJSON, TimelineJS or our own export")
    converter.add_argument("--from", default="", dest="form", metavar="NAME", help="what it is; told by looking")
    converter.add_argument("--columns", default="", metavar="NAME=COLUMN,...", help="which column of a CSV holds what")
    converter.add_argument("--format", default="table", metavar="FORMAT", help="an export format; table is the default")
    converter.set_defaults(run=_convert)

    annotator = commands.add_parser("annotate", help="annotate articles given as JSON Lines")
    annotator.add_argument("source", metavar="IN.jsonl", help='records {"id", "text", "dct"}, or - for standard input')
    annotator.add_argument("--only", default="dates,places,events", metavar="LAYERS", help="of dates,places,events")
    annotator.set_defaults(run=_annotate)

    batcher = commands.add_parser("batch", help="read an archive into Parquet; run it again to go on")
    batcher.add_argument("source", metavar="IN", help="JSONL, Parquet or WARC, or a folder of articles")
    batcher.add_argument("--out", required=True, metavar="DIR", help="the folder to write to")
    batcher.add_argument("--tier", default="events", choices=("mentions", "events"), help="mentions: dates and places")
    batcher.add_argument("--workers", type=int, default=0, metavar="N", help="processes here; one a core by default")
    batcher.add_argument("--scheduler", default="", metavar="tcp://HOST:PORT", help="a Dask cluster to do the work")
    batcher.add_argument("--chunk-bytes", type=int, default=4 << 20, metavar="N", help="one piece of work; 4 MB")
    batcher.set_defaults(run=_batch)
    return parser


def _read(options: argparse.Namespace) -> None:
    # Imported here: --help and a wrong argument answer at once.
    from viz.engine.pipeline import timeline
    from viz.engine.unasked import read_unasked
    from viz.formats import render
    from viz.reading import parse_published

    published = parse_published(options.published) if options.published is not None else None
    unasked = read_unasked(options.sources, published)
    if not unasked.articles:
        raise unasked.refusal
    written = render(timeline(unasked.articles), options.format)
    for sentence in unasked.notes:
        print(f"dateline: {sentence}", file=sys.stderr)
    sys.stdout.buffer.write(written if isinstance(written, bytes) else written.encode())
    if unasked.failures:
        sys.stdout.flush()
        raise unasked.refusal


def _convert(options: argparse.Namespace) -> None:
    from viz.engine.imports import read
    from viz.formats import render
    from viz.model import Timeline
    from viz.reading.source import content

    pairs = [pair.partition("=") for pair in options.columns.split(",") if pair]
    columns = {name.strip(): column.strip() for name, _, column in pairs}
    found = [read(content(source), source, form=options.form, columns=columns) for source in options.sources]
    written = render(sum(found, Timeline()), options.format)
    sys.stdout.buffer.write(written if isinstance(written, bytes) else written.encode())


def _annotate(options: argparse.Namespace) -> None:
    from viz.engine.annotate import LAYERS, annotate_lines

    only = [name.strip() for name in options.only.split(",")]
    if unknown := [name for name in only if name not in LAYERS]:
        raise InputError(f"--only does not know {unknown[0]!r}; name some of {', '.join(LAYERS)}.")
    for line in annotate_lines(_lines(options.source), only):
        print(line, flush=True)


def _batch(options: argparse.Namespace) -> None:
    from viz.engine.batch import Job, Tier, run
    from viz.engine.batch.progress import Ticker, sentence

    if options.workers < 0:
        raise InputError(f"--workers is {options.workers}; give how many processes, or leave it out for one a core.")
    if options.chunk_bytes < 1:
        raise InputError(f"--chunk-bytes is {options.chunk_bytes}; give a number of bytes, or leave it out for 4 MB.")
    job = Job(Path(options.source), Path(options.out), Tier(options.tier), options.chunk_bytes)
    outcome = run(job, workers=options.workers, scheduler=options.scheduler, tell=Ticker(sys.stderr))
    print(sentence(outcome))


def _lines(source: str) -> Sequence[str]:
    from viz.reading.source import content

    try:
        return content(source).decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise InputError(f"{source} is not UTF-8 text; give JSON Lines in UTF-8.") from None


if __name__ == "__main__":
    sys.exit(main())

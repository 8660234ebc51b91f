"""TimeML: the article's text with its TIMEX3 and EVENT tags inline. One file holds one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from viz.engine.export.parts import clean
from viz.errors import InputError
from viz.model import Article, DateMention, DateType, Event, Reading, Status, Timeline

_UNKNOWN = {DateType.DATE: "XXXX-XX-XX", DateType.TIME: "XXXX-XX-XXTXX", DateType.DURATION: "PXX", DateType.SET: "PXX"}


def write(timeline: Timeline) -> str:
    """A TimeML document. Raises InputError unless the timeline is of exactly one article."""
    if len(timeline.readings) != 1:
        raise InputError(f"TimeML holds one article, and this timeline has {len(timeline.readings)}; give one article.")
    (reading,) = timeline.readings
    times = _apart(sorted(reading.dates, key=lambda mention: (mention.start, -mention.end)))
    events = _beside(reading.events, times)
    instances = "".join(_instance(number, event) for number, event in enumerate(events, start=1))
    text = _tagged(reading, times, events)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{_plain(reading.article.id)}</DOCID>\n{_created(reading.article)}"
        f"<TITLE>{_plain(reading.article.title)}</TITLE>\n<TEXT>{text}</TEXT>\n{instances}</TimeML>\n"
    )


def _apart(mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions without those that overlap an earlier one."""
    kept: list[DateMention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _beside(events: Sequence[Event], times: Sequence[DateMention]) -> list[Event]:
    """The events whose triggers overlap neither a date nor an earlier trigger: XML nests, it does not overlap."""
    taken = [(mention.start, mention.end) for mention in times]
    kept: list[Event] = []
    for event in events:
        start, end = event.trigger
        if not any(start < after and before < end for before, after in taken):
            taken.append(event.trigger)
            kept.append(event)
    return kept


def _created(article: Article) -> str:
    if article.published is None:
        return ""
    value = article.published.isoformat()
    attributes = 'tid="t0" type="DATE" temporalFunction="false" functionInDocument="CREATION_TIME"'
    return f'<DCT><TIMEX3 {attributes} value="{value}">{value}</TIMEX3></DCT>\n'


def _tagged(reading: Reading, times: Sequence[DateMention], events: Sequence[Event]) -> str:
    numbers = {mention.start: number for number, mention in enumerate(times, start=1)}
    tags = [(one.start, one.end, f"TIMEX3 {_attributes(one, reading, numbers)}", "TIMEX3") for one in times]
    for number, event in enumerate(events, start=1):
        tags.append((*event.trigger, f'EVENT eid="e{number}" class="OCCURRENCE"', "EVENT"))
    text, written, reached = reading.article.text, [], 0
    for start, end, opening, closing in sorted(tags):
        written += [_plain(text[reached:start]), f"<{opening}>", _plain(text[start:end]), f"</{closing}>"]
        reached = end
    return "".join([*written, _plain(text[reached:])])


def _plain(text: str) -> str:
    return escape(clean(text))


def _attributes(mention: DateMention, reading: Reading, numbers: dict[int, int]) -> str:
    def pairs() -> Iterator[tuple[str, str]]:
        yield "tid", f"t{numbers[mention.start]}"
        yield "type", mention.type.value
        yield "value", mention.value or _UNKNOWN[mention.type]
        if mention.mod:
            yield "mod", mention.mod
        yield "temporalFunction", "true" if mention.anchor else "false"
        anchor = _anchor(mention, reading, numbers)
        if anchor:
            yield "anchorTimeID", anchor
        yield "functionInDocument", "NONE"

    return " ".join(f"{key}={quoteattr(clean(value))}" for key, value in pairs())


def _anchor(mention: DateMention, reading: Reading, numbers: dict[int, int]) -> str:
    if mention.anchor == "published":
        return "t0" if reading.article.published else ""
    start = mention.anchor.removeprefix("text:")
    return f"t{numbers[int(start)]}" if start.isdigit() and int(start) in numbers else ""


def _instance(number: int, event: Event) -> str:
    polarity = "NEG" if event.status is Status.DENIED else "POS"
    modality = "" if event.status in (Status.HAPPENED, Status.DENIED) else f' modality="{event.status.value}"'
    return (
        f'<MAKEINSTANCE eiid="ei{number}" eventID="e{number}" tense="NONE" aspect="NONE" pos="OTHER"'
        f' polarity="{polarity}"{modality}/>\n'
    )

"""Text -> date mentions: the flow of the date engine."""

from __future__ import annotations

from datetime import date

from viz.model import Basis, DateMention, DateType, When
from viz.parsers.dates.compose import find
from viz.parsers.dates.expressions import Clock, Compared, Fixed, Found, Length, Partial, Repeat, Shift, Vague
from viz.parsers.dates.periods import GRANULARITY, Period, of_date
from viz.parsers.dates.resolve import Resolved, resolve
from viz.parsers.dates.story import Story, centre_of, is_dateline, is_narrative
from viz.parsers.dates.tense import Tense, tense_at
from viz.parsers.dates.tokens import Tokens, tokenise


def find_dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Every time expression of a text, in order, never overlapping.

    `published` is the day the text came out; without it relative dates stay relative (`when` is None and `why` says so).
    """
    tokens = tokenise(text)
    found = find(tokens)
    today = of_date(published) if published else None
    narrative = is_narrative(found, today)
    story = Story(today, narrative, centre=centre_of(found) if narrative else 0)
    return tuple(_mention(tokens, one, story) for one in found)


def _mention(tokens: Tokens, found: Found, story: Story) -> DateMention:
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    text = tokens.text[start:end]
    expression = found.expression
    if isinstance(expression, Length):
        return DateMention(start, end, text, DateType.DURATION, expression.value, found.mod, why=f"{text!r} is a length of time")
    if isinstance(expression, Repeat):
        return DateMention(start, end, text, DateType.SET, expression.value, found.mod, why=f"{text!r} is a repeated time")
    if isinstance(expression, Vague):
        return DateMention(start, end, text, DateType.DATE, expression.value, found.mod, why=f"{text!r} names no day")
    kind = DateType.TIME if isinstance(expression, Clock) else DateType.DATE
    if is_dateline(tokens, found):
        resolved = resolve(expression, Story(story.published, False), Tense.UNKNOWN)
    else:
        resolved = resolve(expression, story, tense_at(tokens, found.first, found.last))
    if resolved is None:
        return DateMention(start, end, text, kind, "", found.mod, why=f"nothing says which day {text!r} is counted from")
    if not (isinstance(expression, Shift) and expression.business or isinstance(expression, Compared)):
        story.note(resolved.period)
    value = resolved.period.timex() + (f"T{resolved.time}" if resolved.time else "")
    value = value.replace("TNI", "TNI").replace("TTNI", "TNI")
    if resolved.time and not resolved.time[0].isdigit():
        value = resolved.period.timex() + "T" + resolved.time
    when = _when(resolved.period, value, Basis.EXPLICIT if isinstance(expression, Fixed) else Basis.RELATIVE)
    return DateMention(start, end, text, kind, value, found.mod, resolved.anchor, when)


def _when(period: Period, value: str, basis: Basis) -> When:
    earliest, latest = period.interval()
    return When(earliest, latest, GRANULARITY[period.unit], value, period.edtf(), basis)

"""Text -> date mentions: the flow of the date engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from viz.model import DateMention, DateType, When
from viz.parsers.dates.compose import find
from viz.parsers.dates.explain import told, why, why_not
from viz.parsers.dates.expressions import (
    Anchor,
    Clock,
    Compared,
    Edge,
    Expression,
    Found,
    Latest,
    Length,
    Partial,
    Repeat,
    Shift,
    Vague,
    Within,
)
from viz.parsers.dates.periods import Period, Unit, of_date
from viz.parsers.dates.render import ending, part_of, stretch, type_of, unanchored, value_of, when_of
from viz.parsers.dates.resolve import resolve
from viz.parsers.dates.story import TODAY, Story, centre_of, is_dateline, is_narrative
from viz.parsers.dates.tense import Tense, ends_between, is_end_between, tense_at, will_at
from viz.parsers.dates.tokens import Tokens, tokenise

SURE, JUDGED = 0.95, 0.75
"""Confidence of a date the words settle, and of one whose direction was a judgement."""
FISCAL = {Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}
"""Months of the stretches that companies report."""
PRINTED = 3  # days within which a report is printed after it was written
CLOCK_REACH, CLOCK_DAYS = 4, 7
"""A bare hour is not of a day named so many sentences before it and so long before publication."""


def find_dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Every time expression of an English text, in order, never overlapping.

    `published` is the day the text came out, None when nobody knows: relative dates then stay relative, with a TIMEX3
    value such as "XXXX-10-15" or "PAST_REF", no `when`, and a `why` that says so.

    >>> [(m.text, m.value) for m in find_dates("He resigned last month.", date(2017, 9, 20))]
    [('last month', '2017-08')]
    >>> find_dates("", None)
    ()
    """
    tokens = tokenise(text)
    found = find(tokens)
    today = of_date(published) if published else None
    narrative = is_narrative(tokens, found, today)
    if not narrative:
        found = [one for one in found if not _is_of_narrative(one.expression)]
    story = Story(today, narrative, centre=centre_of(found) if narrative else 0)
    after = (*found[1:], None)
    return tuple(_mention(tokens, one, story, next_) for one, next_ in zip(found, after, strict=False))


def _mention(tokens: Tokens, found: Found, story: Story, following: Found | None) -> DateMention:
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    text, expression = tokens.text[start:end], found.expression
    if story.is_narrative and expression == TODAY:
        expression = Vague("PRESENT_REF")  # of a history: these days
    if isinstance(expression, Length | Repeat | Vague):
        close = _end_told(tokens, found, story, following)
        whole = (close, "end") if close is not None else _whole(tokens, found, story, following)
        return _timeless(start, end, text, found, expression, story, whole)
    kind = type_of(expression)
    opens_report = is_dateline(tokens, found)
    if opens_report:
        seen, tense = Story(story.published, False), Tense.UNKNOWN
    else:
        is_open = isinstance(expression, Partial | Clock | Edge | Within)  # only these may mean one of two days
        seen, tense = story, tense_at(tokens, found.first, found.last) if is_open else Tense.UNKNOWN
    if story.is_narrative and tense is Tense.FUTURE and will_at(tokens, found.first):
        seen = replace(story, is_narrative=False)  # what will be is to come, whatever was told before
    if story.newest_at >= 0 and is_end_between(tokens, story.newest_at, found.first):
        story.newest_at = -1
    if isinstance(expression, Clock) and _is_of_today(tokens, found, story, tense):
        seen = replace(seen, day=None)
    resolved = resolve(expression, seen, tense)
    if resolved is None:
        is_impossible = seen.published is not None and not isinstance(expression, Latest)
        value = "" if is_impossible else unanchored(expression)  # "Feb. 29 this year": no guess at another day
        return DateMention(start, end, text, kind, value, found.mod, why=why_not(text, expression, seen.published))
    reason = why(text, expression, resolved, seen, tense)
    when = when_of(resolved, expression, reason)
    close = _end_told(tokens, found, story, following) if resolved.period.unit in FISCAL else None
    if close is not None:
        reason = f"'{text}' ended with {told(close)}, the words behind it say"
        when = ending(Length("", Unit.MONTH, FISCAL[resolved.period.unit]), close, reason) or when
    if opens_report and seen.published is not None and 0 < seen.published.index - resolved.period.index <= PRINTED:
        story.written, story.written_at = resolved.period, start
    offsets = {"text": story.named_at, "dateline": story.written_at}
    anchor = f"text:{offsets[resolved.anchor]}" if resolved.anchor in offsets else resolved.anchor
    if not _is_comparison(expression, story):
        story.note(resolved.period, start, found.last, resolved.time)
        story.newest_at = found.last if isinstance(expression, Latest) and expression.newest else -1
    value = value_of(resolved.period, resolved.time)
    confidence = JUDGED if resolved.others else SURE
    return DateMention(start, end, text, kind, value, found.mod, anchor, when, reason, confidence)


def _whole(tokens: Tokens, found: Found, story: Story, following: Found | None) -> tuple[Period, str] | None:
    """The period that a length is the first or last part of: 1997 for "the first nine months of 1997"."""
    is_of = following is not None and following.first - found.last == 1 and tokens.words[found.last] in ("of", "in")
    pointers = {"first", "last"}.intersection(tokens.words[found.first : found.last])
    resolved = resolve(following.expression, story, Tense.UNKNOWN) if following and is_of and pointers else None
    return (resolved.period, pointers.pop()) if resolved else None


def _end_told(tokens: Tokens, found: Found, story: Story, following: Found | None) -> Period | None:
    """The day or month with which a stretch ends: "the quarter ended Sept. 30", "the six months ended in June"."""
    between = tokens.words[found.last : following.first] if following is not None else []
    if following is None or between not in (["ended"], ["ending"], ["ended", "in"], ["ending", "in"], ["ended", "on"]):
        return None
    resolved = resolve(following.expression, story, Tense.PAST if between[0] == "ended" else Tense.UNKNOWN)
    return resolved.period if resolved is not None and resolved.period.unit in (Unit.DAY, Unit.MONTH) else None


def _is_of_today(tokens: Tokens, found: Found, story: Story, tense: Tense) -> bool:
    """Whether a bare hour is of the day of publication: a past day was named, far off, or what "will" be is told."""
    if story.is_narrative or story.published is None or story.day is None:
        return False
    age, ends = story.published.index - story.day.index, ends_between(tokens, story.day_until, found.first)
    is_to_come = age > 0 < ends and tense is Tense.FUTURE and will_at(tokens, found.first)
    return is_to_come or (age > CLOCK_DAYS and ends > CLOCK_REACH)


def _is_of_narrative(expression: Expression) -> bool:
    return isinstance(expression, Latest | Vague) and expression.of_narrative


def _is_comparison(expression: Expression, story: Story) -> bool:
    """Whether it only compares ("a year earlier", "the previous year"): the story does not move there."""
    if isinstance(expression, Shift):
        is_before = expression.anchor is Anchor.STORY and expression.amount < 0
        return is_before or (expression.business and story.quarter is not None)
    return isinstance(expression, Compared)


def _timeless(
    start: int, end: int, text: str, found: Found, expression: Length | Repeat | Vague, story: Story,
    whole: tuple[Period, str] | None,
) -> DateMention:  # fmt: skip
    """A mention of a duration, a set or a vague reference; only a duration that has an end in time has a place."""
    when: When | None = None
    kind, reason = DateType.DATE, why_not(text, expression, story.published)
    if isinstance(expression, Repeat):
        kind = DateType.SET
    elif isinstance(expression, Length):
        kind = DateType.DURATION
        story.note_length(expression)
        if whole is not None:
            period, side = whole
            counted = f"'{text}' {'begins' if side == 'first' else 'ends'} with {told(period)}"
            when = ending(expression, period, counted) if side == "end" else part_of(expression, period, side, counted)
            reason = counted if when else reason
        elif story.published is not None and expression.reach:
            ends = "ended" if expression.reach < 0 else "began"
            counted = f"'{text}' {ends} on the day the article was published"
            when = stretch(expression, story.published, counted)
            reason = counted if when else reason
    anchor = "published" if when else ""
    return DateMention(start, end, text, kind, expression.value, found.mod, anchor, when, reason, SURE)

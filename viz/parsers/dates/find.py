"""Text -> date mentions: the flow of the date engine."""

from __future__ import annotations

from datetime import date

from viz.model import DateMention, DateType, When
from viz.parsers.dates.compose import find
from viz.parsers.dates.explain import why, why_not
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
from viz.parsers.dates.periods import of_date
from viz.parsers.dates.render import stretch, type_of, unanchored, value_of, when_of
from viz.parsers.dates.resolve import resolve
from viz.parsers.dates.story import TODAY, Story, centre_of, is_dateline, is_narrative
from viz.parsers.dates.tense import Tense, is_end_between, tense_at
from viz.parsers.dates.tokens import Tokens, tokenise

SURE, JUDGED = 0.95, 0.75
"""Confidence of a date the words settle, and of one whose direction was a judgement."""


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
    return tuple(_mention(tokens, one, story) for one in found)


def _mention(tokens: Tokens, found: Found, story: Story) -> DateMention:
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    text, expression = tokens.text[start:end], found.expression
    if story.is_narrative and expression == TODAY:
        expression = Vague("PRESENT_REF")  # of a history: these days
    if isinstance(expression, Length | Repeat | Vague):
        return _timeless(start, end, text, found, expression, story)
    kind = type_of(expression)
    if is_dateline(tokens, found):
        seen, tense = Story(story.published, False), Tense.UNKNOWN
    else:
        is_open = isinstance(expression, Partial | Clock | Edge | Within)  # only these may mean one of two days
        seen, tense = story, tense_at(tokens, found.first, found.last) if is_open else Tense.UNKNOWN
    if story.newest_at >= 0 and is_end_between(tokens, story.newest_at, found.first):
        story.newest_at = -1
    resolved = resolve(expression, seen, tense)
    if resolved is None:
        is_impossible = seen.published is not None and not isinstance(expression, Latest)
        value = "" if is_impossible else unanchored(expression)  # "Feb. 29 this year": no guess at another day
        return DateMention(start, end, text, kind, value, found.mod, why=why_not(text, expression, seen.published))
    reason = why(text, expression, resolved, seen, tense)
    when = when_of(resolved, expression, reason)
    anchor = f"text:{story.named_at}" if resolved.anchor == "text" else resolved.anchor
    if not _is_comparison(expression, story):
        story.note(resolved.period, start, resolved.time)
        story.newest_at = found.last if isinstance(expression, Latest) and expression.newest else -1
    value = value_of(resolved.period, resolved.time)
    confidence = JUDGED if resolved.others else SURE
    return DateMention(start, end, text, kind, value, found.mod, anchor, when, reason, confidence)


def _is_of_narrative(expression: Expression) -> bool:
    return isinstance(expression, Latest | Vague) and expression.of_narrative


def _is_comparison(expression: Expression, story: Story) -> bool:
    """Whether it only compares ("a year earlier", "the previous year"): the story does not move there."""
    if isinstance(expression, Shift):
        is_before = expression.anchor is Anchor.STORY and expression.amount < 0
        return is_before or (expression.business and story.quarter is not None)
    return isinstance(expression, Compared)


def _timeless(
    start: int, end: int, text: str, found: Found, expression: Length | Repeat | Vague, story: Story
) -> DateMention:
    """A mention of a duration, a set or a vague reference; only a duration that reaches to now has a place."""
    when: When | None = None
    kind, reason = DateType.DATE, why_not(text, expression, story.published)
    if isinstance(expression, Repeat):
        kind = DateType.SET
    elif isinstance(expression, Length):
        kind = DateType.DURATION
        story.note_length(expression)
        if story.published is not None and expression.reach:
            ends = "ended" if expression.reach < 0 else "began"
            counted = f"'{text}' {ends} on the day the article was published"
            when = stretch(expression, story.published, counted)
            reason = counted if when else reason
    anchor = "published" if when else ""
    return DateMention(start, end, text, kind, expression.value, found.mod, anchor, when, reason, SURE)

"""Sources -> articles where nobody can be asked: in a script, or on the command line, which says what it took.

The publication date is the one proposed first; a mere hint is said and not used, and `published` overrides them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from viz.engine.proposals import first_day, proposed_days, proposed_language
from viz.errors import InputError
from viz.model import Article
from viz.reading import Double, Draft, Failure, Gathered, gather, source_of


@dataclass(frozen=True, slots=True)
class Unasked:
    """The articles, one sentence for each about its date, and what could not be read."""

    articles: tuple[Article, ...]
    notes: tuple[str, ...]
    failures: tuple[Failure, ...]

    @property
    def refusal(self) -> InputError:
        """One error for all failures: the reason of the only one, or how many there are and every reason."""
        if len(self.failures) == 1:
            return self.failures[0].error
        reasons = " ".join(failure.reason for failure in self.failures)
        return InputError(f"{len(self.failures)} sources could not be read. {reasons}")


def read_unasked(names: Sequence[str], published: date | None) -> Unasked:
    """Read what the command line names; of a feed every entry, its latest 50."""
    first = gather([source_of(name) for name in names])
    later = gather(first.entries) if first.entries else Gathered()
    drafts = [*first.drafts, *later.drafts]
    articles = tuple(article_of(draft, published) for draft in drafts)
    notes = [] if published else [_note(draft) for draft in drafts]
    doubles = [_same(double) for double in (*first.doubles, *later.doubles)]
    return Unasked(articles, (*notes, *doubles), (*first.failures, *later.failures))


def article_of(draft: Draft, published: date | None) -> Article:
    """The article of a draft: with the day given, else the one that is proposed."""
    return draft.article(published=published or _day(draft), language=proposed_language(draft).value)


def _day(draft: Draft) -> date | None:
    first = first_day(proposed_days(draft))
    return first.value if first else None


def _note(draft: Draft) -> str:
    days = proposed_days(draft)
    if first := first_day(days):
        return f"{draft.name}: publication date {first.value}. {first.origin} (--published changes it)"
    if days:
        perhaps = f"no sure publication date; perhaps {days[0].value}. {days[0].origin}"
        return f"{draft.name}: {perhaps} (--published gives it)"
    return f"{draft.name}: no publication date; what counts from it stays undated (--published gives it)"


def _same(double: Double) -> str:
    return f"{double.name}: the same text as “{double.title}”, read once"

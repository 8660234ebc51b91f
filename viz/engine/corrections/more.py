"""A place corrected once, offered wherever the same name was taken for the same place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viz.engine.corrections.anchor import quote_of
from viz.engine.corrections.correction import Correction, Field
from viz.engine.corrections.history import correct, saved_together
from viz.model import Event, Place, PlaceMention, Reading, Where


def name_used(reading: Reading, event: Event, place: Place) -> str:
    """The words the article places an event by; "" when no name in it stands for that place."""
    named = [one for one in reading.places if one.where and one.where.place == place and not one.demonym]
    near = [one for one in named if event.span[0] <= one.start and one.end <= event.span[1]]
    return next((one.text for one in near or named), "")


def more_mentions(readings: Iterable[Reading], name: str, place: Place) -> tuple[tuple[Reading, PlaceMention], ...]:
    """Every mention of a name that was taken for a place, in any of the readings."""
    return tuple(_mentions(readings, name.casefold(), place))


def corrections_for(
    mentions: Iterable[tuple[Reading, PlaceMention]], where: Where, author: str
) -> tuple[Correction, ...]:
    """One entry for each mention, saying that it means another place, all of one save."""
    made: list[Correction] = []
    for reading, mention in mentions:
        article = reading.article
        quote = quote_of(article.text, mention.start, mention.end)
        made.append(correct(made, article.id, Field.PLACE, where, quote, author=author))
    return saved_together(made)


def _mentions(readings: Iterable[Reading], name: str, place: Place) -> Iterator[tuple[Reading, PlaceMention]]:
    for reading in readings:
        for mention in reading.places:
            if mention.where and mention.where.place == place and mention.text.casefold() == name:
                yield reading, mention

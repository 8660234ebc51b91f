"""What an article says of places as a whole: its dateline, its main country and city, who comes from where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from viz.model import PlaceKind, PlaceMention, Role, Where
from viz.parsers.events.syntax import Sentence, Token

TOWNS = (PlaceKind.CITY, PlaceKind.VILLAGE)
_FIRMS = frozenset("inc. inc corp. corp co. cos. llc nasdaq dow".split())
_SHARES = frozenset("share shares quarter earnings stock dividend".split())
_ENVOYS = ("Ambassador", "ambassador", "envoy")
_MARKS = 2  # signs of an American business report that make one
_MANY = 8  # places of an article that are weighed wherever they stand in it


def nationalities_of(sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> dict[str, str]:
    """Country codes by surname, from "Kazakh President Nursultan Nazarbayev" or "Kazakhstan's president, ...".

    Ambassadors live elsewhere and are left out.
    """
    found: dict[str, str] = {}
    nations = {m.start: m.where.place.country for m in places if m.where is not None and _is_national(m)}
    for sentence in sentences:
        for token in sentence.tokens:
            if nations.get(token.start):
                head = _named(token)
                if head.is_name and head is not token and not any(part.lemma in _ENVOYS for part in head.children):
                    found.setdefault(head.word.lower(), nations[token.start])
    return found


def _is_national(mention: PlaceMention) -> bool:
    return mention.where is not None and (mention.demonym or mention.where.place.kind is PlaceKind.COUNTRY)


def _named(token: Token) -> Token:
    """The name a nationality or the owner's country stands before, an apposition to a common noun included."""
    while token.dep in ("compound", "amod", "nmod", "poss") and not token.is_root:
        token = token.head
    return token if token.is_name else token.child("appos") or token


def dateline_of(sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> Where | None:
    """The place of the dateline: one marked as such, or one that stands before the first words of the report."""
    opening = [s for s in sentences if s.paragraph < 3 and s.tokens and not s.title]
    first = opening[0].tokens[0].start if opening else 0
    titles = [(s.start, s.end) for s in sentences if s.title]
    for mention in places:
        before = mention.end <= first and not any(start <= mention.start < end for start, end in titles)
        if mention.where is not None and not mention.demonym and (mention.role is Role.DATELINE or before):
            return mention.where
    return None


def datelines_of(sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> dict[int, Where]:
    """The dateline of each report; a column of briefs has several."""
    first = dateline_of(sentences, places)
    found = {0: first} if first is not None else {}
    opening: dict[int, Sentence] = {}
    for sentence in sentences:
        opening.setdefault(sentence.report, sentence)
    for report, sentence in opening.items():
        marked = (m for m in places if m.role is Role.DATELINE and sentence.start <= m.start < sentence.end)
        place = next((mention.where for mention in marked if mention.where is not None), None)
        if report and place is not None:
            found[report] = place
    return found


def main_country(places: Iterable[PlaceMention]) -> str:
    """The country that most names and nationalities of the article belong to, "" for none."""
    counted = Counter(m.where.place.country for m in places if m.where is not None and m.where.place.country)
    return counted.most_common(1)[0][0] if counted else ""


def home_market(sentences: Iterable[Sentence], places: Sequence[PlaceMention]) -> str:
    """ "US" for a business report of American firms and dollars that names no other country, else "".

    Such reports leave out the country their readers live in.
    """
    words = [token.word.lower() for sentence in sentences for token in sentence.tokens]
    firms, dollars = sum(word in _FIRMS for word in words), words.count("$")
    if firms == 1 and any(word in _SHARES for word in words):
        firms = _MARKS
    abroad = main_country(places) not in ("", "US")
    return "US" if firms >= _MARKS and dollars >= _MARKS and not abroad else ""


def main_town(places: Iterable[PlaceMention]) -> Where | None:
    """The town named most often outside the dateline; None when no town is named twice."""
    towns = [
        mention.where
        for mention in places
        if mention.where is not None and mention.where.place.kind in TOWNS and mention.role is not Role.DATELINE
    ]
    counted = Counter(where.place for where in towns).most_common(1)
    if not counted or counted[0][1] < 2:
        return None
    return next(where for where in towns if where.place == counted[0][0])


def most_named(places: Iterable[PlaceMention]) -> list[tuple[Where, int]]:
    """The places an article names most often, with how often, at most eight; nationalities do not count."""
    named = [m.where for m in places if m.where is not None and not m.demonym]
    counted = Counter(where.place for where in named).most_common(_MANY)
    return [(next(where for where in named if where.place == place), times) for place, times in counted]

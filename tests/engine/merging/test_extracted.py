"""Reports whose events the program finds itself: what merging is worth end to end."""

import json
from datetime import date

from tests.engine.gold_events import GOLD
from viz.engine.merging import merge
from viz.engine.pipeline import read
from viz.model import Article, Reading

CASES = {case["id"]: case for case in json.loads((GOLD / "merges" / "extracted.json").read_text(encoding="utf-8"))}


def readings(name: str) -> list[Reading]:
    reports = CASES[name]["reports"]
    return [read(Article.of(one["text"], published=date.fromisoformat(one["published"]))) for one in reports]


def test_most_happenings_become_one_story() -> None:
    told = {name: readings(name) for name in CASES}
    whole = [name for name in CASES if max(len(s.articles) for s in merge(told[name])) == len(told[name])]
    assert len(whole) >= 6, whole  # 7 when written; what is found in a text decides as much as the merge


def test_what_the_reports_disagree_about_is_shown_side_by_side() -> None:
    found = [one for story in merge(readings("dam-breach")) for one in story.disagreements]
    displaced = [one for one in found if one.fact == "number of displaced"]
    assert displaced  # with the story of the breach, with that of the flight, or with both
    assert all({claim.says for claim in one.claims} == {"70,000", "90,000"} for one in displaced)


def test_different_happenings_stay_apart() -> None:
    told = {name: readings(name) for name in CASES}
    home = {reading.article.id: name for name, found in told.items() for reading in found}
    stories = merge([reading for found in told.values() for reading in found])
    assert [story.why for story in stories if len({home[article] for article in story.articles}) > 1] == []

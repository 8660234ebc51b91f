"""Names that are no places: what stands before a name tells."""

from datetime import date

import pytest

from viz.engine.pipeline import read
from viz.model import Article


def named(text: str) -> list[str]:
    """The names of places found in a text."""
    return [place.text for place in read(Article.of(text, published=date(2017, 9, 20))).places]


@pytest.mark.parametrize("title", ["Sens.", "Reps.", "Maj.", "Const."])
def test_a_title_with_its_stop_is_no_town(title: str) -> None:
    assert title.rstrip(".") not in named(f"{title} Aida Orozova and Bakyt Sadykov met the mayor in Bishkek.")


@pytest.mark.parametrize("text", ["Cpl. Hamilton told reporters in Kabul.", "Sgt. Lancaster told reporters in Kabul."])
def test_who_bears_a_title_with_a_stop_is_no_town(text: str) -> None:
    assert named(text) == ["Kabul"]

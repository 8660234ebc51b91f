"""The names places are shown by: those that English text writes, where a source of this gazetteer has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence

from viz.parsers.places.names import key

from .natural_earth import features
from .records import Draft

_OTHER_SCRIPTS = frozenset(
    """AE AF AM BD BG BH BT BY CN DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MO MR
    MV NP OM PK PS QA RU SA SD SY TH TJ TN TW UA YE""".split()
)
"""Countries whose own script is not Latin: marks on their Latin letters are those of a transliteration."""
_LARGE = 100_000
"""People of a town whose name alone means the town."""
_SIDES = frozenset("northern southern eastern western central federal capital".split())
_CITIES = frozenset("shaary shahri qalasy".split())
"""What a division that is a city is called in Central Asia: "Bishkek Shaary"."""
_QUOTES = str.maketrans("", "", "‘’ʻʼ'`")


def give_english_names(drafts: Sequence[Draft]) -> None:
    """Sets the names that are shown, and no name by which a place is found; those of our own tables stay.

    A first-order division takes its English name in Natural Earth, where it goes by that already ("Kärnten", an alias
    of which is "Carinthia"); with its sort behind it where a large town of the country has the name as well ("Lviv
    Region"). What is transliterated loses its marks ("Mahārāshtra").
    """
    english = _of_divisions()
    large = (draft for draft in drafts if draft.kind == "city" and draft.population > _LARGE)
    taken = {(draft.country, key(draft.name)) for draft in large}
    taken |= {(draft.country, key(draft.name)) for draft in drafts if draft.kind == "country"}
    for draft in drafts:
        if draft.own or draft.kind not in ("city", "village", "region", "district"):
            continue
        if draft.kind == "region":
            draft.name = _english(draft, english.get(draft.geonameid, []), taken)
        if draft.country in _OTHER_SCRIPTS:
            draft.name = _plain(draft.name)


def _english(draft: Draft, forms: Sequence[str], taken: Container[tuple[str, str]]) -> str:
    """One of the English names of a division, its name as it is where it goes by none of them."""
    if forms and not _CITIES.isdisjoint(key(draft.name).split()):
        return f"{forms[0]} City"
    known = [name for name in forms if key(name) in draft.names]
    if not known or draft.name in forms:
        return draft.name
    clear = [name for name in forms if name.lower() not in _SIDES and (draft.country, key(name)) not in taken]
    return known[0] if known[0] in clear else next(iter(clear), draft.name)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_QUOTES)


def _of_divisions() -> Mapping[int, list[str]]:
    """What Natural Earth calls divisions in English, by GeoNames id: bare, and with their sort."""
    told = (feature["properties"] for feature in features())
    return {about["gn_id"]: list(_forms(about)) for about in told if (about.get("gn_id") or 0) > 0}


def _forms(about: Mapping[str, str]) -> Iterator[str]:
    name, sort = about.get("name_en") or "", about.get("type_en") or ""
    if name:
        yield name
    if name and sort and sort not in name:
        yield sort if sort.startswith(name) else f"{name} {sort}"

"""The gazetteer as a geopy geocoder, and geopy's online ones for who switches them on.

`GazetteerGeocoder` asks nobody. `online` builds one of geopy's geocoders behind its rate limiter, only when
`VIZ_GEOCODER` names it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import ArcGIS, Nominatim, Photon
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from viz.errors import SettingError
from viz.model import Place
from viz.parsers.places.gazetteer import Gazetteer, default_gazetteer
from viz.settings import settings

USER_AGENT = "dateline"
SECONDS_BETWEEN = 1.0
_PROVIDERS: dict[str, Callable[[], Any]] = {
    "nominatim": lambda: Nominatim(user_agent=USER_AGENT),
    "photon": lambda: Photon(user_agent=USER_AGENT),
    "arcgis": lambda: ArcGIS(user_agent=USER_AGENT),
}


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no type information
    """geopy's interface over the gazetteer: `geocode` a name, `reverse` a point; nothing leaves the machine."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        super().__init__()
        self._gazetteer = gazetteer or default_gazetteer()

    def geocode(self, query: str, *, exactly_one: bool = True, limit: int = 10, **_: Any) -> Any:
        """The place of a name, or of "name, country" or "name, region": a Location, a list of them, or None.

        Places without a point (oceans, long rivers) cannot be a Location and are passed over.
        """
        name, *above = [part.strip() for part in query.split(",") if part.strip()] or [""]
        places = [place for place in self._gazetteer.named(name) if place.lat is not None]
        for part in above:
            outer = self._gazetteer.named(part)
            places = [place for place in places if any(self._gazetteer.contains(area, place) for area in outer)]
        return _answer([self._location(place) for place in places[:limit]], exactly_one)

    def reverse(self, query: Any, *, exactly_one: bool = True, **_: Any) -> Any:
        """The town or village nearest to a point given as anything geopy takes for one; None far out at sea."""
        point = Point(query)
        place = self._gazetteer.nearest(point.latitude, point.longitude)
        return _answer([self._location(place)] if place else [], exactly_one)

    def _location(self, place: Place) -> Location:
        country = self._gazetteer.country(place.country) if place.country else None
        parts = dict.fromkeys(part for part in (place.name, place.admin1, country.name if country else "") if part)
        raw = {
            "geonameid": place.geonameid,
            "kind": place.kind.value,
            "country": place.country,
            "population": place.population,
        }
        return Location(", ".join(parts), Point(place.lat, place.lon), raw)


def _answer(locations: list[Location], exactly_one: bool) -> Any:
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def online(provider: str = "") -> RateLimiter | None:
    """The `geocode` of an online provider at most once a second; None when the settings name none.

    Raises SettingError for a provider geopy is not asked for here.
    """
    wanted = provider or settings().geocoder
    if not wanted:
        return None
    if wanted not in _PROVIDERS:
        raise SettingError(f"There is no geocoder {wanted!r}; it can be {', '.join(_PROVIDERS)}.")
    if wanted != settings().geocoder:
        raise SettingError(f"The online geocoder {wanted} is off; set VIZ_GEOCODER={wanted} to switch it on.")
    return RateLimiter(_PROVIDERS[wanted]().geocode, min_delay_seconds=SECONDS_BETWEEN)

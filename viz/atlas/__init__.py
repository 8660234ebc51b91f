"""The linked view: article, map, timeline, card and table as one Streamlit component.

    contents(reading, shown, theme, timeline, places)      what it draws, a pure function
    hasten(data)                                           first thing on a page, so that it is drawn sooner
    show(contents, data, on_change)                        mount it
    show_density(contents, data, on_change)                the same for the counts of an archive
"""

from viz.atlas.component import BASEMAP_URL, DENSITY, change, hasten, show, show_density
from viz.atlas.contents import Shown, contents

__all__ = ["BASEMAP_URL", "DENSITY", "Shown", "change", "contents", "hasten", "show", "show_density"]

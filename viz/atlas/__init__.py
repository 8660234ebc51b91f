"""The linked view: article, map, timeline, card and table as one Streamlit component.

    contents(reading, shown, theme, timeline, places)      what it draws, a pure function
    show(contents, data, on_change)                        mount it
"""

from viz.atlas.component import BASEMAP_URL, change, show
from viz.atlas.contents import Shown, contents

__all__ = ["BASEMAP_URL", "Shown", "change", "contents", "show"]

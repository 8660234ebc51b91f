"""The plotly.js that ships is the one figures are written for, with every trace the charts make."""

import re
from pathlib import Path

import plotly

from viz.settings import ROOT

FOLDER = ROOT / "data" / "plotly"
RECIPE = ROOT / "data" / "building" / "plotly"


def version(script: Path) -> str:
    found = re.search(r"plotly\.js v(\d+\.\d+\.\d+)", script.read_text("utf-8")[:200])
    assert found
    return found[1]


def test_its_version_is_that_of_the_python_package():
    installed = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    assert version(FOLDER / "plotly.min.js") == version(installed)
    assert f'"plotly.js": "{version(installed)}"' in (RECIPE / "package.json").read_text("utf-8")


def test_it_has_every_trace_the_charts_make():
    scripts = " ".join(path.read_text("utf-8") for path in (ROOT / "viz" / "charts").glob("*.py"))
    made = {name.lower() for name in re.findall(r"\bgo\.([A-Z]\w+)", scripts)} - {"figure", "layout"}
    listed = set(re.findall(r"plotly\.js/lib/(\w+)", (RECIPE / "entry.js").read_text("utf-8"))) - {"core"}
    assert made == listed | {"scatter"}


def test_each_part_of_it_has_its_licence():
    licences = (FOLDER / "LICENSES.txt").read_text("utf-8")
    for name in ("plotly.js", "maplibre-gl", "@plotly/d3", "@plotly/regl"):
        assert re.search(rf"^{re.escape(name)} \d", licences, re.MULTILINE)


def test_the_lock_file_names_no_address_of_a_registry():
    assert '"resolved"' not in (RECIPE / "package-lock.json").read_text("utf-8")

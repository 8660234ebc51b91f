"""The app as it is started serves the view's files packed: app.py puts what packs them before the server."""

import gzip
import urllib.request

from viz.atlas.packed import ROUTE


def test_the_app_serves_plotly_packed_and_knows_it_again(address: str) -> None:
    asked = urllib.request.Request(f"{address}{ROUTE}dateline.plotly/plotly.min.js", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.headers["ETag"]
        assert answer.headers["Content-Encoding"] == "gzip"
        assert b"plotly.js" in gzip.decompress(answer.read())[:200]

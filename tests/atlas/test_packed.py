"""What is served packed: the view's own files, the same bytes, and nothing else."""

import gzip
from pathlib import Path
from typing import Any

import pytest

from tests.atlas.loop import finish
from viz.atlas.packed import ROUTE, Packed
from viz.settings import Settings

DATA = Settings().data
PLOTLY = f"{ROUTE}dateline.plotly/plotly.min.js"


async def beneath(scope: Any, receive: Any, send: Any) -> None:
    """What Streamlit would answer."""
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b"streamlit"})


def ask(path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    asked = {"accept_encoding": "gzip, br"} | headers
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in asked.items()]
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "path": path, "method": method, "headers": raw}
    finish(Packed(beneath, DATA)(scope, receive, send))
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, sent[1]["body"]


def test_a_script_comes_packed_and_whole() -> None:
    status, told, body = ask(PLOTLY)
    assert (status, told["content-encoding"]) == (200, "gzip")
    assert "javascript" in told["content-type"]
    assert gzip.decompress(body) == Path(DATA, "plotly/plotly.min.js").read_bytes()


def test_below_another_address_it_is_the_same() -> None:
    assert ask(f"/dateline{PLOTLY}")[0] == 200


def test_who_has_it_is_not_sent_it_again() -> None:
    tag = ask(PLOTLY)[1]["etag"]
    assert ask(PLOTLY, if_none_match=tag)[::2] == (304, b"")
    assert ask(PLOTLY, if_none_match='"older"')[0] == 200


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        ("/", "GET", {}),
        (f"{ROUTE}dateline.plotly/LICENSES.txt", "GET", {}),
        (f"{ROUTE}dateline.plotly/../../app.py", "GET", {}),
        (f"{ROUTE}another.plotly/plotly.min.js", "GET", {}),
        (PLOTLY, "OPTIONS", {}),
        (PLOTLY, "GET", {"accept_encoding": "br"}),
    ],
)
def test_all_else_is_left_to_streamlit(path: str, method: str, headers: dict[str, str]) -> None:
    assert ask(path, method, **headers)[0] == 299

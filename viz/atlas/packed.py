"""The view's scripts, plotly.js and the shapes of countries, packed once and served from memory.

Streamlit serves the files of components well, but packs each anew for each browser: a third of a second for plotly.js,
in which the whole page waits. This stands before it, answers for these files alone, and leaves all else to Streamlit.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Thread

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from viz.atlas.component import PACKAGE, asset_folders

ROUTE = "/_stcore/bidi-components/"
_ALWAYS = {"cache-control": "no-cache", "vary": "accept-encoding", "x-content-type-options": "nosniff"}
WORTH_PACKING = frozenset((".js", ".json"))


@dataclass(frozen=True, slots=True)
class Pack:
    """One file as browsers take it: `body` is gzip, `tag` tells one content from another."""

    body: bytes
    kind: str
    tag: str


class Packed:
    """ASGI middleware for `st.App`: `Middleware(Packed, data=FOLDER)` with the folder of the built artifacts.

    Packing starts at once, beside the server's own start. Browsers that have a file ask whether it is still the same,
    as they do with Streamlit's answer, and are told so without it (RFC 9110, `If-None-Match`).
    """

    def __init__(self, app: ASGIApp, data: Path) -> None:
        self.app = app
        self.files = dict(_files(data))
        Thread(target=lambda: [pack(path) for path in self.files.values()], daemon=True).start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a packed file, or pass on."""
        path = self.files.get(scope["path"].rpartition(ROUTE)[2]) if scope["type"] == "http" else None
        headers = Headers(scope=scope) if path is not None else Headers()
        if path is None or scope["method"] != "GET" or "gzip" not in headers.get("accept-encoding", ""):
            await self.app(scope, receive, send)
            return
        packed = pack(path)
        told = _ALWAYS | {"etag": packed.tag}
        if headers.get("if-none-match") == packed.tag:
            answer = Response(status_code=304, headers=told)
        else:
            answer = Response(packed.body, media_type=packed.kind, headers=told | {"content-encoding": "gzip"})
        await answer(scope, receive, send)


def _files(data: Path) -> Iterator[tuple[str, Path]]:
    """The files worth packing, by what stands behind the route in their address."""
    for name, folder in asset_folders(data).items():
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.suffix in WORTH_PACKING and path.is_file():
                yield f"{PACKAGE}.{name}/{path.name}", path


@cache
def pack(path: Path) -> Pack:
    """A file packed, kept while the server runs: the program's files do not change under it."""
    content = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Pack(gzip.compress(content, mtime=0), kind, f'"{hashlib.sha256(content).hexdigest()[:16]}"')

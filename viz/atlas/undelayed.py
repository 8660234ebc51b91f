"""Answers sent when they are there: the server's sockets without Nagle's algorithm.

The server writes an answer's head and its body one after the other. With Nagle's algorithm on (RFC 896), the body waits
until the browser has acknowledged the head, and browsers take 40 ms for that (RFC 1122, delayed acknowledgements): for
each of a hundred small scripts, and again for each message of a rerun. asyncio turns it off for sockets it makes
itself, but Streamlit brings its own.
"""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

_OPEN_FILES = Path("/dev/fd")  # Linux and macOS; elsewhere nothing is changed


class Undelayed:
    """ASGI middleware for `st.App`: once the server starts, its connections send at once."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the listening sockets when the server starts, for it is bound by then; pass everything on."""
        if scope["type"] == "lifespan":
            send_at_once()
        await self.app(scope, receive, send)


def send_at_once() -> None:
    """Set TCP_NODELAY on each TCP socket this process listens on: what it accepts inherits that."""
    for number in os.listdir(_OPEN_FILES) if _OPEN_FILES.is_dir() else ():
        with suppress(OSError), socket.socket(fileno=os.dup(int(number))) as own:  # no socket, or not of TCP
            if own.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                own.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

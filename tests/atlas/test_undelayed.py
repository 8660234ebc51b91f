"""Connections to the server send at once; no other socket or file of the process is touched."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import app
from tests.atlas.loop import finish
from viz.atlas.undelayed import Undelayed


async def beneath(scope: Any, receive: Any, send: Any) -> None:
    """What Streamlit would do."""
    await send({"type": "passed on", "kind": scope["type"]})


def call(kind: str) -> list[Any]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {}

    finish(Undelayed(beneath)({"type": kind}, receive, send))
    return sent


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """A socket as Streamlit makes it, without a protocol: asyncio leaves it as it is."""
    with socket.socket(socket.AF_INET) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening


def undelayed(listening: socket.socket) -> bool:
    with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
        return bool(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


def test_once_the_server_starts_its_connections_send_at_once(listening: socket.socket) -> None:
    assert not undelayed(listening)
    assert call("lifespan") == [{"type": "passed on", "kind": "lifespan"}]
    assert undelayed(listening)


def test_a_request_changes_nothing(listening: socket.socket) -> None:
    assert call("http") == [{"type": "passed on", "kind": "http"}]
    assert not undelayed(listening)


def test_files_and_sockets_of_other_kinds_stay_as_they_are(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file, socket.socket(socket.AF_UNIX) as local, socket.socket() as outgoing:
        local.bind(str(tmp_path / "local"))
        local.listen()
        call("lifespan")
        file.write(b"still open")
        assert not outgoing.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        with socket.socket(socket.AF_UNIX) as asking:
            asking.connect(str(tmp_path / "local"))


def test_the_app_is_started_with_it() -> None:
    assert Undelayed in [one.cls for one in app._user_middleware]

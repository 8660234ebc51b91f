"""Fetching: nothing on this machine or its network is reached, whatever it is called; sizes, times and redirects end."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from viz.errors import RefusedAddressError, TooLargeError, UnreachableError
from viz.reading import fetch as fetching
from viz.reading.fetch import fetch
from viz.settings import settings

ROUTES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": 'text/html; charset="koi8-r"'}, b"<p>It rained.</p>"),
    "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 300_000)),
    "/damaged": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b\x08nothing"),
    "/moved": (302, {"Location": "/page"}, b""),
    "/circle": (302, {"Location": "/circle"}, b""),
    "/inside": (302, {"Location": "http://10.0.0.1/"}, b""),
    "/metadata": (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/gone": (404, {}, b"gone"),
}


class Handler(BaseHTTPRequestHandler):
    seen: list[dict[str, str]] = []  # noqa: RUF012 - one server for all tests

    def do_GET(self) -> None:
        self.seen.append(dict(self.headers))
        status, headers, body = ROUTES[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Silence."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a web server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting that lets an address lead to this machine."""
    allowed = replace(settings(), loopback=True)
    monkeypatch.setattr(fetching, "settings", lambda: allowed)


@pytest.mark.usefixtures("loopback")
def test_a_page_comes_with_what_the_server_says_of_it(server: str) -> None:
    page = fetch(f"{server}/moved")
    assert (page.url, page.content, page.media_type, page.charset) == (f"{server}/page", b"<p>It rained.</p>", "text/html", "koi8-r")
    assert "Dateline" in Handler.seen[-1]["User-Agent"]
    assert not {"Authorization", "Cookie", "Referer"} & set(Handler.seen[-1])


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("/circle", UnreachableError, "without end"),
        ("/inside", RefusedAddressError, "its own network"),
        ("/metadata", RefusedAddressError, "its own network"),
        ("/file", RefusedAddressError, "no web address"),
        ("/gone", UnreachableError, "404"),
        ("/damaged", UnreachableError, "cannot be reached"),
    ],
)
def test_redirects_and_answers_that_lead_nowhere_good(server: str, path: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        fetch(server + path)


@pytest.mark.usefixtures("loopback")
def test_a_page_that_unpacks_to_too_much_is_left(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST_FILE", 200_000)
    with pytest.raises(TooLargeError, match="sends more than"):
        fetch(f"{server}/packed")


@pytest.mark.usefixtures("loopback")
def test_a_server_that_drips_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(UnreachableError, match="seconds to answer"):
        fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/")


OWN_NETWORK = [
    "127.0.0.1", "localhost", "LOCALHOST", "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "0.0.0.0", "0",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fd00::1]",
    "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.0.1", "198.18.0.1",
]  # fmt: skip


@pytest.mark.parametrize("host", OWN_NETWORK)
def test_this_machine_and_its_network_are_refused_however_they_are_written(server: str, host: str) -> None:
    before = len(Handler.seen)
    with pytest.raises(RefusedAddressError, match="its own network"):
        fetch(f"http://{host}:{server.rpartition(':')[2]}/page")
    assert len(Handler.seen) == before


@pytest.mark.parametrize("leads_to", ["127.0.0.1", "10.1.2.3", "::1", "::ffff:10.0.0.1", "169.254.169.254"])
def test_a_public_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch, leads_to: str) -> None:
    family = socket.AF_INET6 if ":" in leads_to else socket.AF_INET
    answer = [(family, socket.SOCK_STREAM, 6, "", (leads_to, 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)
    with pytest.raises(RefusedAddressError, match=r"innocent\.example leads to this machine"):
        fetch("http://innocent.example/")


def test_a_public_address_of_this_machine_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 80))])
    monkeypatch.setattr(fetching, "_is_own", lambda address: address == "93.184.215.14")
    with pytest.raises(RefusedAddressError, match="its own network"):
        fetch("http://innocent.example/")


def test_only_an_address_of_this_machine_can_be_bound() -> None:
    assert fetching._is_own("127.0.0.1")
    assert not fetching._is_own("93.184.215.14")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://post.example/", "gopher://127.0.0.1:70/", "javascript:alert(1)", "data:text/html,x", "http://", "http:///x", "//post.example/x", "no address", "http://[::1", "http://post.example:99999/", "http://ann:secret@post.example/"],
)
def test_what_is_no_web_address_is_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(RefusedAddressError) as refusal:
        fetch(url)
    assert "secret" not in str(refusal.value)


def test_a_name_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror("Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(UnreachableError, match=r"post\.example cannot be reached"):
        fetch("https://post.example/")
    with pytest.raises(UnreachableError, match=r"www\.post\.example cannot be reached"):
        fetch("www.post.example/story")  # as people write it

"""The one seam to the network: an address a person gave -> the bytes behind it. Nothing else of the program fetches.

Every host, redirects included, is resolved once and its address looked at before anything is sent, so that no name,
number or redirect leads to this machine or its network. `fetch` is passed as an argument, and tests pass another.
"""

from __future__ import annotations

import logging
import queue
import re
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from viz.errors import RefusedAddressError, TooLargeError, UnreachableError
from viz.reading.limits import LARGEST_FILE, say_size
from viz.settings import settings

MOST_REDIRECTS = 5
CONNECT_SECONDS, SILENT_SECONDS, WHOLE_SECONDS = 10.0, 15.0, 45.0
CHUNK = 65_536
USER_AGENT = "Mozilla/5.0 (compatible; Dateline; reads one article for one person)"
ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5"
_BARE = re.compile(r"(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#]|$)", re.IGNORECASE)
_OWN_NETWORK = "leads to this machine or its own network, where Dateline fetches nothing; give a public address."
_NO_WAY = "cannot be reached; check the address and the connection."
_WHY = (
    ("TooManyRedirects", "sends from one address to the next without end; check the address."),
    ("SSLError", "has no valid certificate, so nobody can tell who answers; nothing was read."),
    ("Timeout", "did not answer in time; try again later."),
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: where it ended after redirects, the bytes, and what the server calls them, if anything."""

    url: str
    content: bytes
    media_type: str = ""
    charset: str = ""


Fetch = Callable[[str], Fetched]


def fetch(url: str) -> Fetched:
    """Get a page, a document or a feed; "www.example.org/story" is taken for one of https.

    Raises RefusedAddressError for another scheme and for machines of this network, UnreachableError when there is no
    answer, TooLargeError for more than Dateline reads. Takes at most 45 seconds: a server that drips is left behind.
    """
    answers: queue.Queue[Fetched | Exception] = queue.Queue(1)
    url = f"https://{url}" if _BARE.match(url) else url
    host = _checked(url)

    def work() -> None:
        try:
            answers.put(_get(url, host))
        except Exception as error:  # carried over to the thread that asked
            answers.put(error)

    threading.Thread(target=work, daemon=True, name="fetch").start()
    try:
        answer = answers.get(timeout=WHOLE_SECONDS)
    except queue.Empty:
        raise UnreachableError(f"{host} took over {WHOLE_SECONDS:.0f} seconds to answer; try again later.") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _checked(url: str) -> str:
    """The host of an address; raises RefusedAddressError when it is not one to fetch."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise RefusedAddressError(f"{url[:200]} is not an address; give one like https://example.org/story.") from None
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise RefusedAddressError(f"{url[:200]} is not a web address; give one that begins with http:// or https://.")
    if parts.username or parts.password:
        raise RefusedAddressError(f"The address on {host} holds a name or password; give one without.")
    return host


def _get(url: str, host: str) -> Fetched:
    import requests
    from requests_hardened.ip_filter import InvalidIPAddress, logger

    logger.setLevel(logging.CRITICAL)  # what it would tell the terminal is told to the person who asked
    try:
        with _session() as session, session.get(url, stream=True) as answer:
            if answer.status_code != 200:
                raise UnreachableError(f"{host} answered {answer.status_code} {answer.reason}; check the address.")
            media_type, _, rest = answer.headers.get("Content-Type", "").partition(";")
            charset = rest.partition("charset=")[2].strip(" \"'").partition(";")[0]
            return Fetched(str(answer.url), _content(answer, host), media_type.strip().lower(), charset)
    except InvalidIPAddress:
        raise RefusedAddressError(f"{host} {_OWN_NETWORK}") from None
    except (requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema):
        raise RefusedAddressError(f"{host} sends on to what is no web address; Dateline stops there.") from None
    except (requests.RequestException, OSError, UnicodeError, ValueError) as error:
        why = next((words for kind, words in _WHY if isinstance(error, getattr(requests.exceptions, kind))), _NO_WAY)
        raise UnreachableError(f"{host} {why}") from None


def _content(answer: Any, host: str) -> bytes:
    """The body, unpacked, as long as it is neither too large nor too slow."""
    ends = time.monotonic() + WHOLE_SECONDS
    content = bytearray()
    for chunk in answer.iter_content(CHUNK):
        content += chunk
        if len(content) > LARGEST_FILE:
            raise TooLargeError(f"{host} sends more than {say_size(LARGEST_FILE)}; give the address of an article.")
        if time.monotonic() > ends:
            raise UnreachableError(f"{host} did not answer in time; try again later.")
    return bytes(content)


def _session() -> Any:
    from requests_hardened import Config, Manager
    from requests_hardened.ip_filter import InvalidIPAddress
    from requests_hardened.ip_filter_adapter import IPFilterAdapter

    loopback = settings().loopback

    class OwnFilter(IPFilterAdapter):  # type: ignore[misc]  # requests ships no types
        """Refuses a public address too when it is one of this machine's own."""

        def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:
            host, options = super().build_connection_pool_key_attributes(request, verify, cert)
            if not loopback and _is_own(host["host"].strip("[]")):
                raise InvalidIPAddress(host["host"])
            return host, options

    limits = (CONNECT_SECONDS, SILENT_SECONDS)
    session = Manager(Config(True, loopback, False, limits, USER_AGENT)).get_session()
    for scheme in ("http", "https"):
        session.mount(f"{scheme}://", OwnFilter(is_https_proto=scheme == "https", allow_loopback=loopback))
    session.trust_env = False  # no proxy, which would resolve names itself, and no passwords of ~/.netrc
    session.max_redirects = MOST_REDIRECTS
    session.headers["Accept"] = ACCEPT
    return session


def _is_own(address: str) -> bool:
    """Whether an address belongs to this machine: only then can a socket be bound to it."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((address, 0))
    except OSError:
        return False
    return True

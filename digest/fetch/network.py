"""One request to one address: resolved once, checked, and connected to that very address."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digest import __version__
from digest.fetch.plan import FetchError, Target, UnreachableError, is_public

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

AGENT = f"digest/{__version__}"
_CHUNK = 65_536
_TRIES = 3
"""Addresses of one name that are tried: a machine without IPv6 fails at the first ones."""


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def _context() -> ssl.SSLContext:
    import certifi  # noqa: PLC0415 - only where something is fetched

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, slots=True)
class World:
    """What a request needs of the machine; tests give their own, nothing else may."""

    resolve: Callable[[str, int], list[str]] = _resolve
    allowed: Callable[[str], bool] = is_public
    """Which IP addresses may be connected to."""
    context: Callable[[], ssl.SSLContext] = _context
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Limits:
    """How long (seconds) and how much (bytes, unpacked) a source may take."""

    connect: float = 10.0
    read: float = 20.0
    """Between two pieces of an answer."""
    total: float = 60.0
    size: int = 5_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    url: str
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    """Names in lower case."""
    data: bytes = b""


def request(place: Target, headers: dict[str, str], world: World, limits: Limits) -> Answer:
    """Ask for `place`, following nothing. Raises FetchError."""
    from urllib3.exceptions import HTTPError  # noqa: PLC0415 - heavy

    sent = {
        "Host": place.authority,
        "User-Agent": AGENT,
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
        **headers,
    }
    connection = _connect(place, world, limits)
    late = threading.Event()
    watch = threading.Timer(limits.total, _end, (connection.sock, late))
    watch.daemon = True
    watch.start()
    try:
        connection.request("GET", place.path, headers=sent, preload_content=False)
        answer = _read(place, connection.getresponse(), limits)
    except (HTTPError, OSError, http.client.HTTPException) as error:
        if late.is_set() or isinstance(error, TimeoutError):
            raise UnreachableError(_LATE) from error
        message = f"broke off ({_words(error)}); try again later"
        raise UnreachableError(message) from error
    finally:
        watch.cancel()
        connection.close()
    if late.is_set():
        raise UnreachableError(_LATE)
    return answer


_LATE = "did not answer in time; try again later"


def addresses(place: Target, world: World) -> list[str]:
    """IP addresses of a host. Raises FetchError unless every one of them may be connected to."""
    try:
        found = world.resolve(place.host, place.port)
    except (OSError, UnicodeError) as error:
        message = "names a host that is not known; check the spelling and your connection"
        raise UnreachableError(message) from error
    inside = [one for one in found if not world.allowed(one)]
    if inside or not found:
        message = f"leads to {', '.join(inside) or 'nowhere'}, not to a public address; remove it"
        raise FetchError(message)
    return found[:_TRIES]


def _connect(place: Target, world: World, limits: Limits) -> HTTPConnection:
    """Connect to the address that was checked; the certificate must be the name's."""
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 - heavy
    from urllib3.exceptions import HTTPError  # noqa: PLC0415

    reason = "no address answers"
    for one in addresses(place, world):
        connection = (
            HTTPSConnection(
                one,
                place.port,
                timeout=limits.connect,
                ssl_context=world.context(),
                server_hostname=place.host,
            )
            if place.scheme == "https"
            else HTTPConnection(one, place.port, timeout=limits.connect)
        )
        try:
            connection.connect()
        except ssl.SSLError as error:
            connection.close()
            message = f"has no certificate that holds ({error.reason}); check the address"
            raise UnreachableError(message) from error
        except (HTTPError, OSError) as error:
            connection.close()
            reason = _words(error)
            continue
        connection.timeout = limits.read
        return connection
    message = f"cannot be reached ({reason}); try again later"
    raise UnreachableError(message)


def _end(sock: socket.socket, late: threading.Event) -> None:
    """Cut a connection whose time is up: a timeout of the socket starts anew with every byte."""
    late.set()
    with contextlib.suppress(OSError):  # it ended by itself
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _read(place: Target, response: BaseHTTPResponse, limits: Limits) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    wanted = response.status == http.HTTPStatus.OK
    data = bytearray()
    while wanted:
        piece = response.read1(_CHUNK, decode_content=True)
        data += piece
        if len(data) > limits.size:
            message = f"is larger than {limits.size} bytes; raise max_bytes in digest.yml"
            raise FetchError(message)
        wanted = bool(piece)
    return Answer(place.address, response.status, headers, bytes(data))


def _words(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return type(error).__name__

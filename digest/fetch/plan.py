"""Addresses to what is asked for and where it is kept; pure, and the only maker of names."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from digest.errors import DigestError
from digest.text import printable, slug

WEB_PORTS = frozenset({80, 443})
"""Ports that a redirect or a feed may name; any other only the editor, in a source of theirs."""
LONGEST = 2000
"""Characters of an address; what sitemaps allow (2,048) and servers take."""
_DEFAULT = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
_LONGEST_HOST = 253
_AS_IT_IS = "/%:=&?~+!$,;'@()*[]"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Its last 32 bits are the IPv4 address that is meant (RFC 6052)."""


class FetchError(DigestError):
    """An address that could not be fetched; the text says what to do."""


class UnreachableError(FetchError):
    """It is the host that fails, so its other pages would fail as well."""


@dataclass(frozen=True, slots=True)
class Target:
    """One place on the web, taken apart once: what is checked is what is connected to."""

    scheme: str
    host: str
    """A name in ASCII (IDNA) or an address without brackets, in lower case."""
    port: int
    path: str
    """Path and query, percent-encoded."""

    @property
    def authority(self) -> str:
        """Value of the `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority."""
        return f"{self.scheme}://{self.authority}"

    @property
    def address(self) -> str:
        """The whole address, normalised."""
        return self.origin + self.path


def target(address: str, ports: frozenset[int] | None = WEB_PORTS) -> Target:
    """Take an address apart. `ports` are those allowed, None for any that it names.

    Raises FetchError where it is no address that is ever fetched.
    """
    address = address.strip()
    if len(address) > LONGEST or not printable(address) or re.search(r"[\s\\]", address):
        raise FetchError(_NO_ADDRESS)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise FetchError(_NO_ADDRESS) from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT:
        message = "begins with neither http:// nor https://; only those are fetched"
        raise FetchError(message)
    if "@" in parts.netloc:
        message = "holds a user name or password; leave it out"
        raise FetchError(message)
    port = port or _DEFAULT[scheme]
    if ports is not None and port not in ports:
        message = f"leads to port {port}; only 80 and 443 are followed"
        raise FetchError(message)
    path = quote(parts.path or "/", safe=_AS_IT_IS)
    query = "?" + quote(parts.query, safe=_AS_IT_IS) if parts.query else ""
    return Target(scheme, _host(parts), port, path + query)


_NO_ADDRESS = "is no address; write it as https://host/path, without spaces"


def _host(parts: SplitResult) -> str:
    """Return the host in lower case and ASCII."""
    name = (parts.hostname or "").rstrip(".")
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        pass
    if not name.isascii():
        import idna  # noqa: PLC0415 - only where a name needs it

        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise FetchError(_NO_ADDRESS) from error
    if len(name) > _LONGEST_HOST or not _HOST.fullmatch(name):
        raise FetchError(_NO_ADDRESS)
    return name


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, and every IPv4 address inside it too."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    inner: list[ipaddress.IPv4Address | None] = []
    if isinstance(ip, ipaddress.IPv6Address):
        if "%" in address:
            return False
        mapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip.ipv4_mapped
        if mapped is not None:
            return is_public(str(mapped))
        inner = [ip.sixtofour, *(ip.teredo or ())]
    special = ip.is_multicast or ip.is_reserved or ip.is_unspecified
    return ip.is_global and not special and all(is_public(str(one)) for one in inner if one)


def file_name(address: str) -> str:
    """`host/slug-hash.html` for a page's address; made of a-z, 0-9, `.` and `-` alone.

    What only tells who sent the reader (`utm_…`) makes no other page.
    """
    place = target(address, None)
    path, _, query = place.path.partition("?")
    kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0][:4] != "utm_"]
    key = f"{place.authority}{path}?{urlencode(kept)}"
    last = unquote(path).rstrip("/").rpartition("/")[2]
    stem = slug(last.rpartition(".")[0] or last) or "page"
    folder = re.sub(r"[^a-z0-9.-]", "-", place.host).strip("-.") or "host"
    return f"{folder}/{stem}-{hashlib.sha256(key.encode()).hexdigest()[:10]}.html"

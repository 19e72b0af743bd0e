"""A well-behaved visitor: redirects each checked anew, robots.txt, one request at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from digest.fetch.network import Answer, Limits, World, request
from digest.fetch.plan import FetchError, Target, UnreachableError, target

NAME = "digest"
"""What a robots.txt calls this program."""
PAUSE = 1.0
"""Seconds between two requests to one host."""
LONGEST_PAUSE = 30.0
"""Seconds of a `Crawl-delay` that are kept; some ask for days."""
ROBOTS_SIZE = 512_000
"""Bytes of a robots.txt that are read (RFC 9309, 2.5: at least 500 KiB)."""
FAILURES = 3
"""Failures in a row after which a host is left alone for this run."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNAVAILABLE = 500
_TOO_MANY = 429
_NO = 400

if TYPE_CHECKING:
    from protego import Protego


class Session:
    """One run's visits: knows each host's robots.txt and when it may be asked again."""

    def __init__(self, world: World, limits: Limits) -> None:
        self._world = world
        self._limits = limits
        self._ready: dict[str, float] = {}
        self._failed: dict[str, int] = {}
        self._rules: dict[str, Protego | str | None] = {}

    def ready(self, host: str) -> float:
        """Return the time (of the world's clock) from which `host` may be asked."""
        return self._ready.get(host, 0.0)

    def get(self, address: str, headers: dict[str, str], ports: frozenset[int]) -> Answer:
        """Fetch an address through its redirects. Raises FetchError."""
        place = target(address, ports)
        for _ in range(self._limits.redirects + 1):
            self._heed(place, ports)
            answer = self._ask(place, headers)
            onward = _onward(answer)
            if onward is None:
                return answer
            place = target(onward, ports)
        message = f"redirects more than {self._limits.redirects} times; correct the address"
        raise FetchError(message)

    def _ask(self, place: Target, headers: dict[str, str]) -> Answer:
        """Ask once, when the host's pause is over."""
        if self._failed.get(place.host, 0) >= FAILURES:
            message = f"{place.host} failed {FAILURES} times in a row; try again later"
            raise FetchError(message)
        wait = self.ready(place.host) - self._world.clock()
        if wait > 0:
            self._world.sleep(wait)
        try:
            answer = request(place, headers, self._world, self._limits)
        except UnreachableError:
            self._failed[place.host] = self._failed.get(place.host, 0) + 1
            raise
        finally:
            self._ready[place.host] = self._world.clock() + self._pause(place)
        overloaded = answer.status >= _UNAVAILABLE or answer.status == _TOO_MANY
        self._failed[place.host] = self._failed.get(place.host, 0) + 1 if overloaded else 0
        return answer

    def _pause(self, place: Target) -> float:
        rules = self._rules.get(place.origin)
        asked = rules.crawl_delay(NAME) if rules and not isinstance(rules, str) else None
        return min(max(PAUSE, float(asked or 0)), LONGEST_PAUSE)

    def _heed(self, place: Target, ports: frozenset[int]) -> None:
        """Raise FetchError where the host's robots.txt keeps us out (RFC 9309)."""
        if place.origin not in self._rules:
            self._rules[place.origin] = self._robots(place, ports)
        rules = self._rules[place.origin]
        if isinstance(rules, str):
            raise FetchError(rules)
        if rules is not None and not rules.can_fetch(place.address, NAME):
            message = "is closed to programs by the host's robots.txt; save the page by hand"
            raise FetchError(message)

    def _robots(self, place: Target, ports: frozenset[int]) -> Protego | str | None:
        """Read the rules of a host; None where it has none (any answer of the 400s).

        A text says why nothing of the host may be asked for.
        """
        from protego import Protego  # noqa: PLC0415 - only where something is fetched

        asked = Target(place.scheme, place.host, place.port, "/robots.txt")
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(asked, {})
            onward = _onward(answer)
            if onward is None:
                break
            asked = target(onward, ports)
        if answer.status >= _UNAVAILABLE or answer.status == _TOO_MANY:
            return f"{place.host} cannot show its robots.txt ({answer.status}); try again later"
        if answer.status >= _NO or onward is not None:
            return None
        rules: Any = Protego.parse(answer.data[:ROBOTS_SIZE].decode("utf-8", "replace"))
        return rules  # type: ignore[no-any-return]


def _onward(answer: Answer) -> str | None:
    """Return where a redirect leads. Raises FetchError where it does not say."""
    if answer.status not in _REDIRECTS:
        return None
    try:
        return urljoin(answer.url, answer.headers["location"])
    except (KeyError, ValueError) as error:
        message = "redirects to nowhere; correct the address"
        raise FetchError(message) from error

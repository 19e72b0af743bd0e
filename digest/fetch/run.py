"""Sources to originals: lists lead to feeds, feeds to pages, pages are kept."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digest.errors import InputError
from digest.fetch.network import World
from digest.fetch.plan import WEB_PORTS, FetchError, file_name, target
from digest.fetch.session import Session
from digest.fetch.store import Store, charset_of, text_of
from digest.readers import addresses, feed
from digest.readers.feed import Entry
from digest.readers.provenance import Provenance
from digest.readers.xmltext import root

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from digest.fetch.network import Answer, Limits

DEPTH = 2
"""A list may name feeds, a feed pages; a page that turns out to be a list leads nowhere."""
ENTRIES = 100
"""Pages fetched of one feed, the first ones; feeds hold 10 to 50."""
_PAGES = frozenset({"", "text/html", "application/xhtml+xml"})
_LISTING = re.compile(r"xml|json|opml|^text/plain$")
"""Types under which feeds and OPML are served."""
_OK, _NOT_MODIFIED = 200, 304


@dataclass(frozen=True, slots=True)
class Job:
    """An address to fetch and what led to it."""

    address: str
    ports: frozenset[int]
    depth: int = DEPTH
    feed: str = ""
    entry: Entry = field(default_factory=Entry)


@dataclass(slots=True)
class Result:
    """What a run did: how many pages are new, changed, same or kept; a line for each failure."""

    pages: Counter[str] = field(default_factory=Counter)
    listings: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def worked(self) -> bool:
        """Whether any source gave anything."""
        return bool(self.listings or self.pages)

    def summary(self) -> str:
        """Return the run in one line."""
        pages = self.pages
        kept = f", {pages['kept']} left as you edited them" if pages["kept"] else ""
        return (
            f"{pages['new']} new, {pages['changed']} changed, {pages['same']} as before{kept}, "
            f"{len(self.failures)} failed"
        )


class Queue:
    """Jobs by host, each address once; the host that may be asked soonest comes first."""

    def __init__(self, session: Session, fail: Callable[[str, Exception], None]) -> None:
        self._session = session
        self._fail = fail
        self._hosts: dict[str, deque[Job]] = {}
        self._seen: set[str] = set()

    def add(self, job: Job) -> None:
        """Put a job at the end of its host's row, unless its address came before."""
        try:
            place = target(job.address, job.ports)
        except FetchError as error:
            self._fail(job.address, error)
            return
        if place.address not in self._seen:
            self._seen.add(place.address)
            self._hosts.setdefault(place.host, deque()).append(job)

    def next(self) -> Job | None:
        """Take the job that has to wait least."""
        if not self._hosts:
            return None
        host = min(self._hosts, key=self._session.ready)
        job = self._hosts[host].popleft()
        if not self._hosts[host]:
            del self._hosts[host]
        return job


class Run:
    """One `digest fetch`."""

    def __init__(self, session: Session, store: Store, watch: Callable[[str], None]) -> None:
        self.result = Result()
        self._session = session
        self._store = store
        self._watch = watch
        self._queue = Queue(session, self._fail)

    def add(self, source: str) -> None:
        """Plan to fetch an address that the editor named; it may name a port of its own."""
        try:
            ports = WEB_PORTS | {target(source, None).port}
        except FetchError as error:
            self._fail(source, error)
            return
        self._queue.add(Job(source, ports))

    def add_text(self, name: str, data: bytes) -> None:
        """Plan to fetch what a file of addresses, OPML or a feed names."""
        try:
            self._listed(text_of(data, None), Job(name, WEB_PORTS), address="")
        except FetchError as error:
            self._fail(name, error)

    def go(self) -> Result:
        """Fetch all that is planned; what fails is noted and the rest goes on."""
        try:
            while (job := self._queue.next()) is not None:
                self._watch(job.address)
                try:
                    self._do(job)
                except FetchError as error:
                    self._fail(job.address, error)
        finally:
            self._store.save()
        return self.result

    def _fail(self, name: str, error: Exception) -> None:
        shown = name if name.isprintable() else repr(name)
        self.result.failures.append(f"{shown[:200]}: {error}")

    def _do(self, job: Job) -> None:
        if job.feed and self._told_before(job):
            self.result.pages["same"] += 1
            return
        answer = self._session.get(job.address, self._store.conditions(job.address), job.ports)
        if answer.status == _NOT_MODIFIED:
            self._unchanged(job)
            return
        if answer.status != _OK:
            message = f"answered {answer.status}; correct or remove the address"
            raise FetchError(message)
        media = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media not in _PAGES and not _LISTING.search(media):
            message = f"is {media[:60]!r}, not a page; save its text by hand"
            raise FetchError(message)
        text = text_of(answer.data, charset_of(answer))
        if root(text) in feed.ROOTS | {"opml"}:
            self._listed(text, job, address=answer.url)
            self._store.keep_listing(job.address, answer.data)
            self._store.note(job.address, answer)
        elif media in _PAGES:
            self._page(job, answer)
        else:
            message = f"is {media[:60]!r} and neither a page nor a feed; save its text by hand"
            raise FetchError(message)

    def _told_before(self, job: Job) -> bool:
        """Whether the feed says of a page that is here what it said when it was fetched."""
        noted = self._store.provenance(job.address)
        told = job.entry
        return noted is not None and (noted.title, noted.published, noted.updated) == (
            told.title,
            told.published,
            told.updated,
        )

    def _unchanged(self, job: Job) -> None:
        listing = self._store.listing(job.address)
        if listing is None:
            self.result.pages["same"] += 1
        else:
            self._listed(text_of(listing, None), job, address=job.address)

    def _listed(self, text: str, job: Job, *, address: str) -> None:
        """Plan what a listing names; `address` is where it was found, empty for a file."""
        if job.depth == 0:
            message = "is a list or a feed where a page was expected; give it as a source itself"
            raise FetchError(message)
        if root(text) == "html":
            message = "is a page, not a list or a feed; put it into the folder of articles itself"
            raise FetchError(message)
        entries = feed.entries(text, address)
        named = [(one.link, one) for one in entries or () if one.link][:ENTRIES]
        if entries is None:
            try:
                named = [(one, Entry()) for one in addresses.listed(text)]
            except ValueError as error:
                raise FetchError(str(error)) from error
        self.result.listings += 1
        for link, entry in named:
            is_feed = entries is not None
            # What the editor's own list names is the editor's word, ports included.
            if not address and not is_feed:
                self.add(link)
            else:
                depth = 0 if is_feed else job.depth - 1
                self._queue.add(Job(link, job.ports, depth, address if is_feed else "", entry))

    def _page(self, job: Job, answer: Answer) -> None:
        said = Provenance(
            url=answer.url,
            requested=job.address if job.address != answer.url else "",
            retrieved=answer.headers.get("date", ""),
            content_type=answer.headers.get("content-type", ""),
            sha256=hashlib.sha256(answer.data).hexdigest(),
            feed=job.feed,
            title=job.entry.title,
            published=job.entry.published,
            updated=job.entry.updated,
            author=job.entry.author,
        )
        self.result.pages[self._store.keep_page(answer.data, said)] += 1
        self._store.note(job.address, answer, file_name(said.url))


def fetch(  # noqa: PLR0913 - what a run needs of the project and of the world
    sources: Sequence[str],
    base: Path,
    *,
    articles: Path,
    state: Path,
    limits: Limits,
    world: World | None = None,
    watch: Callable[[str], None] = lambda _: None,
) -> Result:
    """Fetch sources: addresses, or files below `base` that hold addresses, OPML or a feed.

    Raises `InputError` for no source or a file that cannot be read; whatever else fails is in the
    result.
    """
    if not sources:
        message = "nothing to fetch; name a source, or list some under `fetch:` in digest.yml"
        raise InputError(message)
    run = Run(Session(world or World(), limits), Store(articles, state), watch)
    for source in sources:
        if "://" in source:
            run.add(source)
            continue
        try:
            data = (base / source).read_bytes()
        except OSError as error:
            message = f"{source}: {error.strerror}; give an address with https://, or a file"
            raise InputError(message) from error
        run.add_text(source, data)
    return run.go()

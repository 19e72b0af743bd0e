"""Where a fetched original comes from: a small JSON file beside it, `page.html.meta.json`.

The original stays the bytes that the server sent, readable as any other file of the folder.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from email.message import Message

SUFFIX = ".meta.json"
_LONGEST = 10_000
"""Characters of one value; an address has at most 2,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What is known of an original beside its bytes; what is not known is empty."""

    url: str
    """The address that answered, after all redirects."""
    requested: str = ""
    """The address asked for, where that is another one."""
    retrieved: str = ""
    """The server's `Date` header as sent."""
    content_type: str = ""
    """As sent."""
    sha256: str = ""
    """Of the bytes as received: a file that has another one was edited by hand."""
    feed: str = ""
    """Address of the feed that named the page."""
    title: str = ""
    """What the feed says of the page; dates as written."""
    published: str = ""
    updated: str = ""
    author: str = ""

    @property
    def charset(self) -> str | None:
        """The charset that the server declared."""
        message = Message()
        message["content-type"] = self.content_type
        return message.get_content_charset()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return what a raw article carries of it: (name, value), sorted."""
        said = {
            "feed author": self.author,
            "feed published": self.published,
            "feed title": self.title,
            "page address": self.url,
        }
        return tuple((name, value) for name, value in said.items() if value)


def dump(provenance: Provenance) -> str:
    """Return the text of the file: JSON, keys sorted, empty values left out."""
    said = {key: value for key, value in asdict(provenance).items() if value}
    return json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def parse(data: bytes) -> Provenance:
    """Read what `dump` wrote. Raises ValueError where it is something else."""
    try:
        said = json.loads(data.decode("utf-8"))
    except RecursionError as error:
        raise ValueError(str(error)) from error
    known = set(Provenance.__dataclass_fields__)
    if not isinstance(said, dict) or not all(
        key in known and isinstance(value, str) and len(value) <= _LONGEST
        for key, value in said.items()
    ):
        message = "is no provenance"
        raise ValueError(message)
    found = Provenance(**{"url": "", **said})
    if not found.url.startswith(("http://", "https://")):
        message = "names no address"
        raise ValueError(message)
    return found

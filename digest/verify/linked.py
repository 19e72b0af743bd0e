"""What a page's linked data (JSON-LD) says: held against the article and the site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digest.escape import plain, url
from digest.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.models import Entry

OURS = ("@id", "url", "item")
"""Keys whose value is an address of ours, unless they are an article's."""


def addresses(text: str) -> Iterator[str]:
    """Yield the addresses of the site that linked data names; raises `ValueError` for no JSON."""
    yield from _addresses(json.loads(text))


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _addresses(one)
    elif isinstance(value, dict):
        yield from (value[key] for key in OURS if isinstance(value.get(key), str))
        for key, one in value.items():
            if key != "isBasedOn":
                yield from _addresses(one)


def mistakes(text: str, entry: Entry | None) -> Iterator[str]:
    """Yield what linked data says of the article of its page that is not so."""
    source = json.loads(text).get("isBasedOn")
    if source is None:
        return
    if entry is None:
        yield "linked data names an article on a page that is none's"
        return
    cleaned, published = entry.article.cleaned, entry.published
    sure = published.date if published and published.confidence == "high" else None
    title = visible(cleaned.title.text)
    headline = visible(source.get("headline", "").removesuffix("…"))
    expected = {
        "headline": not headline or (headline in title and not cleaned.title.derived),
        "url": source.get("url") == url(cleaned.url),
        "publisher": source.get("publisher", {}).get("name", "") == plain(cleaned.outlet or ""),
        "datePublished": source.get("datePublished") == sure,
    }
    yield from (
        f"linked data says {key} {source.get(key)!r}, the article does not"
        for key, holds in expected.items()
        if not holds
    )

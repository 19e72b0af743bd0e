"""Web pages: the article's text by trafilatura, and what the page's markup says of it."""

from __future__ import annotations

from digest.models import Metadata


def read(page: str, container: Metadata) -> tuple[str, Metadata]:
    """(text, one paragraph a line; metadata) of an HTML page; no text where it has none.

    What `container` (mail or feed headers) says wins over the page.
    """
    import trafilatura  # noqa: PLC0415 - heavy

    found = trafilatura.bare_extraction(
        page, favor_precision=True, include_comments=False, with_metadata=True
    )
    if found is None:
        return "", container
    data = found if isinstance(found, dict) else found.as_dict()
    title = container.title or data["title"]
    return data["text"] or "", Metadata(title=title, dates=container.dates)

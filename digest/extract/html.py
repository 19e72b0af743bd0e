"""Web pages: the article's text, and what the page's markup says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digest.extract import htmldates, htmlmeta, htmltext, htmltree
from digest.models import Metadata
from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.extract.htmltree import Block


def read(page: str, container: Metadata) -> tuple[str, Metadata]:
    """(text, one paragraph a line; metadata) of an HTML page; no text where it has none.

    What `container` (mail or feed headers) says wins over the page.
    """
    root = htmltree.parse(page)
    if root is None:
        return "", container
    head = htmlmeta.read_head(root)
    found = htmltree.blocks(root)
    title = container.title or _title(root, head, found)
    text = htmltext.article(page, found, title)
    meta = Metadata(
        title=title,
        dates=container.dates or htmldates.clues(page, root, head, found, title),
        outlet=container.outlet or htmlmeta.outlet(head),
        url=container.url or htmlmeta.address(head),
        language=container.language or htmlmeta.language(head),
        author=container.author or htmlmeta.author(head),
    )
    return "\n\n".join(text), meta


def _title(root: Any, head: htmlmeta.Head, found: Sequence[Block]) -> str | None:
    headings = [
        squeeze(" ".join(one.text for one in htmltree.blocks(h1))) for h1 in root.iter("h1")
    ]
    texts = [*(block.text for block in found), head.title]
    shown = "".join("".join(text.split()) for text in texts)
    return htmlmeta.title(head, [one for one in headings if "".join(one.split()) in shown], shown)

"""Raw articles to documents: find the text, and what the file's own markup says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.extract import container, headers, html, mail, markdown
from digest.models import Document, Metadata, Skipped

if TYPE_CHECKING:
    from digest.models import RawArticle, Reason


def read(raw: RawArticle) -> Document | Skipped:
    """Return the document in `raw`, or why it holds none."""
    if raw.kind == "html":
        hints = dict(raw.hints)
        text, meta = html.read(raw.text[raw.front_end :], _container(hints))
        meta = container.page(hints, meta) if "page address" in hints else meta
        start = 0
    elif raw.kind == "mail":
        text, meta, start = raw.text, _container(dict(raw.hints)), 0
    elif raw.kind == "markdown":
        below = headers.read_headers(raw.text, raw.front_end)
        text, meta = markdown.read(_without_header(raw), below)
        start = 0
    else:
        text, start = raw.text, raw.front_end
        meta = headers.read_headers(text, start)
    if not text[start:].strip():
        return _without_text(raw)
    return Document(raw=raw, text=text, start=start, meta=meta)


def _without_header(raw: RawArticle) -> str:
    """Return the Markdown below the editor's and a site generator's front matter."""
    found = [header.n for header in headers.scan(raw.text, raw.front_end) if header.fenced]
    lines = raw.text.split("\n")
    return "\n".join(lines[found[-1] :]) if found else raw.text[raw.front_end :]


def _container(hints: dict[str, str]) -> Metadata:
    """Return what wins over the page's own words: what carried its text knows it better."""
    if "page address" in hints:
        return Metadata(url=hints["page address"])
    if any(name.startswith("entry ") for name in hints):
        return container.entry(hints)
    return mail.metadata(hints) if hints else Metadata()


def _without_text(raw: RawArticle) -> Skipped:
    if raw.kind == "html":
        detail = "The page holds no article text (do scripts build it?); save its text as .txt."
    else:
        detail = "There is no text in it; put the article in or remove the file."
    reason: Reason = "not-an-article" if raw.text.strip() else "empty"
    return Skipped(source=raw.source, reason=reason, detail=detail, id=raw.id)

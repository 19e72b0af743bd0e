"""Label each line of a text: body, or what it is instead and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.models import Cleaned, Document, Labelled, Line, Skipped, Title
from digest.text import squeeze

if TYPE_CHECKING:
    from digest.settings import SourceSettings


def label(document: Document) -> Labelled:
    """Label the lines by what the document alone shows."""
    lines = []
    start = 0
    for n, raw in enumerate(document.text.split("\n"), 1):
        stripped = raw.strip()
        if stripped:
            at = start + raw.index(stripped)
            lines.append(
                Line(n=n, start=at, end=at + len(stripped), label="body", rule="text"),
            )
        start += len(raw) + 1
    return Labelled(document=document, lines=tuple(lines), language="en")


def clean(
    labelled: Labelled,
    furniture: frozenset[str],
    sources: tuple[SourceSettings, ...],
) -> Cleaned | Skipped:
    """Final labels, title, outlet and language; `Skipped` where the text is no article."""
    del furniture, sources
    document = labelled.document
    if not labelled.lines:
        return Skipped(
            source=document.raw.source,
            reason="empty",
            detail="Nothing but white space: delete the file or paste the article in.",
            id=document.raw.id,
        )
    first = labelled.lines[0]
    text = squeeze(document.text[first.start : first.end])
    return Cleaned(
        document=document,
        lines=labelled.lines,
        language=labelled.language,
        title=Title(text=text[:80], line=None, derived=True),
        outlet=None,
        url=document.meta.url,
    )

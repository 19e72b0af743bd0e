"""Label each line of a text: body, or what it is instead and why; then title, outlet, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.extract import language, outlets, titles
from digest.extract.rejection import reasons
from digest.extract.rules import order
from digest.extract.rules import page as pages
from digest.models import Cleaned, Document, Labelled, Skipped

if TYPE_CHECKING:
    from digest.extract.rules.page import Page
    from digest.models import Line, Reason
    from digest.settings import SourceSettings


def label(document: Document) -> Labelled:
    """Label the lines by what the document alone shows."""
    page = _page(document)
    lines = pages.lines(page)
    spoken = _language(document, lines)
    return Labelled(
        document=document,
        lines=lines,
        language=spoken,
        no_article=reasons.reason(page, spoken),
    )


def clean(
    labelled: Labelled,
    furniture: frozenset[str],
    sources: tuple[SourceSettings, ...],
) -> Cleaned | Skipped:
    """Return final labels, title, outlet and language; `Skipped` where the text is no article."""
    document = labelled.document
    if not labelled.lines:
        return _skipped(
            document, "empty", "There is nothing in it but white space; remove the file."
        )
    if _inside(labelled, furniture):
        page = _page(document, furniture)
        lines, why = pages.lines(page), reasons.reason(page, labelled.language)
    else:
        page, lines, why = pages.restore(labelled), labelled.lines, labelled.no_article
    if why is not None:
        return _skipped(document, "not-an-article", why)
    names = outlets.named(sources)
    title, site = titles.title(page, lines, tuple(names))
    outlet = outlets.outlet(document, lines, sources, names, site)
    return Cleaned(
        document=document,
        lines=lines,
        language=labelled.language,
        title=title,
        outlet=outlet,
        url=document.raw.front.url or document.meta.url,
        credits=outlets.credits(document, lines, names, outlet),
        translated=language.translated(
            [(line.label, document.text[line.start : line.end]) for line in lines],
            labelled.language,
        ),
    )


def _page(document: Document, furniture: frozenset[str] = frozenset()) -> Page:
    page = pages.read(document, furniture)
    order.run(page)
    return page


def _inside(labelled: Labelled, furniture: frozenset[str]) -> bool:
    """Whether furniture stands among the text: then all labels are given anew."""
    text = labelled.document.text
    return bool(furniture) and any(
        line.label in {"body", "title"} and pages.key(text[line.start : line.end]) in furniture
        for line in labelled.lines
    )


def _language(document: Document, lines: tuple[Line, ...]) -> str | None:
    """Return the editor's word, else what the body shows, else what markup says."""
    if document.raw.front.language:
        return document.raw.front.language
    said = [line for line in lines if line.label in {"body", "title"}]
    body = " ".join(document.text[line.start : line.end] for line in said)
    return language.detect(body) or document.meta.language


def _skipped(document: Document, reason: Reason, detail: str) -> Skipped:
    return Skipped(source=document.raw.source, reason=reason, detail=detail, id=document.raw.id)

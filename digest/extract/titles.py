"""The headline of an article: its own, or the first words of its text, marked as derived."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest import yamlsafe
from digest.extract.lead_in import lead_in
from digest.extract.rules import headline
from digest.extract.rules.page import key
from digest.extract.rules.structure import HEADERS
from digest.models import Title
from digest.text import squeeze, visible

if TYPE_CHECKING:
    from digest.extract.rules.page import Page
    from digest.models import Line

DERIVED_LENGTH = 90
"""Characters of a derived title: the width of a headline over two lines on a phone."""
HEADER_REACH = 20_000
"""Characters in which a header's title is looked for; headers have a few hundred."""
CLAUSE_LENGTH = 40
"""A clause is not cut off before this: shorter ones ("On Monday,") say nothing."""

_CLAUSE = re.compile(r"[,;:–—](?=\s)|(?<=[^\W\d_]{3})[.!?…](?=\s|$)")
_SMALL_ENDS = re.compile(r"(?: [^\W\d_A-ZА-Я]{1,4})+$")
_LINKED = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def title(page: Page, lines: tuple[Line, ...], sites: tuple[str, ...]) -> tuple[Title, str | None]:
    """(title, name of the site that stands behind the headline); `sites` are keys of known ones."""
    document = page.document
    line = page.title.rows[0][0] if page.title else None
    if document.raw.front.title:
        return Title(
            text=squeeze(document.raw.front.title), line=_line_of(page), derived=False
        ), None
    if document.meta.title and (not page.plain or _stands(page, document.meta.title)):
        text, site = headline.without_site(squeeze(document.meta.title), sites)
        return Title(text=text, line=line, derived=False), site
    if page.title is not None and page.title.rule not in HEADERS:
        text, site = headline.without_site(headline.cut(page.title.text), sites)
        site = site or _beside(page, lines, sites)
        linked = _LINKED.fullmatch(text)
        return Title(text=linked[1] if linked else text, line=line, derived=False), site
    return _derived(document.text, lines), None


def _stands(page: Page, stated: str) -> bool:
    """Whether the header's title stands in the file as it reads, or as YAML reads the header."""
    document = page.document
    wanted, head = visible(stated), document.text[document.start : document.start + HEADER_REACH]
    return wanted in visible(head) or any(
        wanted in visible(value) for value in yamlsafe.header_strings(head)
    )


def _beside(page: Page, lines: tuple[Line, ...], sites: tuple[str, ...]) -> str | None:
    """Return the site's name where the headline stands a second time, with it.

    A dash counts also before what is a line of the page's frame.
    """
    named = [p for p in page.paragraphs if p.rule == headline.WITH_SITE]
    if named:
        text = page.document.text
        sites += tuple(key(text[line.start : line.end]) for line in lines if line.label == "nav")
    return headline.without_site(named[0].text, sites)[1] if named else None


def _line_of(page: Page) -> int | None:
    """Return the line that holds the editor's title, where the text has it as well."""
    wanted = key(page.document.raw.front.title or "")
    return next((p.rows[0][0] for p in page.by_key.get(wanted, ())), None)


def _derived(text: str, lines: tuple[Line, ...]) -> Title:
    body = [line for line in lines if line.label == "body"]
    first = next((line for line in body if line.end - line.start > CLAUSE_LENGTH), body[0])
    rest = squeeze(text[first.start : first.start + 4 * DERIVED_LENGTH])
    rest = rest[lead_in(rest) :].lstrip("\"“”'‘«#*_-–—• ")
    end = len(rest)
    if end > DERIVED_LENGTH:
        clause = [m for m in _CLAUSE.finditer(rest) if CLAUSE_LENGTH <= m.start() <= DERIVED_LENGTH]
        end = clause[-1].start() if clause else rest.rfind(" ", 0, DERIVED_LENGTH + 1)
        end = end if end > 0 else DERIVED_LENGTH
    words = _SMALL_ENDS.sub("", rest[:end]) if end < len(rest) else rest[:end]
    words = words.rstrip(" ,;:.–—-*_")
    return Title(
        text=words or squeeze(text[first.start : first.end])[:DERIVED_LENGTH],
        line=None,
        derived=True,
    )

"""Rules on the headline: which line it is, which words of it, and where it is said again."""

from __future__ import annotations

import re

from digest.extract import masthead
from digest.extract.rules.page import Page, Paragraph, key

CONTENTS = 2
"""Lines above the text that come again inside it; a headline is one."""
LONGEST = 32
"""Words of the longest headline (British tabloids use 30); a longer first line is text."""
SHORTEST = 2
SHORT = 4
"""Words below which a line is no headline as long as a longer one can be found."""
CLAIM_WORDS = 8
"""Words of the longest name, path or claim of a site; a longer line above a text is a headline."""
STEM = 5
"""Letters of a word that count when headline and text are compared: endings differ."""
SHARED = 0.4
"""Share of a line's longer words that the text holds for the line to be about it; headlines of the
labelled articles have .45 to 1, names and claims of sites 0 to .33."""
FEW_SHARED = 1
"""Words in common that chance alone brings about."""
REACH = 60
"""Lines above the text that are looked through for a headline."""

WITH_SITE = "repeated, with the site's name"
_SUFFIX = re.compile(r"\s+(?:[|·•»›]|[-–—]{1,2}|::)\s+")
_PARTED = re.compile(r"\s[|·•»›]\s")
FIELDS = 2
"""Signs between fields from which a line is the head of a page (`Institute | Brief 14 | May`)."""
_SITE_WORDS = 5
"""Words of a site's name behind a headline."""
_TAIL = re.compile(
    r"\s*(?:\b(?:published|last updated|updated|posted)\b(?: duration)?.{0,40}|\b\d+"
    r" (?:minutes?|hours?|days?) ago\W*)$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«]\w")
_INSTITUTION = re.compile(r"(?:The )?\w+ (?:of|for|on) ")
_HAS_TIME = re.compile(r"\d|\b(?:ago|today|yesterday)\b", re.IGNORECASE)
_DEICTIC = re.compile(
    r"\((?:left|right|above|below|cent(?:er|re)|pictured|l|r|file)\b|\bpictured\b", re.IGNORECASE
)


def repeated(page: Page) -> None:
    """Mark a headline found more than once: bare, after a menu path, before a site's name."""
    if not page.plain:
        return
    lines = [p for p in page.open() if p.index < REACH and _possible(p)]
    listed = _contents(page)
    for line in lines:
        if line.size < SHORT or line in listed:
            continue
        others = [p for p in lines if p is not line and _holds(p, line)]
        same = [p for p in others if p.key == line.key]
        if others and not (len(others) == len(same) and _caption(line)) and not _inside(page, line):
            _take(
                page,
                line,
                "headline, also found with additions" if not same else "headline, said twice",
            )
            for other in others:
                _again(page, other, line)
            return


def _contents(page: Page) -> list[Paragraph]:
    """Mark a table of contents: lines that come again as headings, text around each of them."""
    prose = [p.index for p in page.paragraphs if p.prose]
    if not prose:
        return []
    again = {p.key: p for p in page.open() if prose[0] < p.index < prose[-1] and not p.prose}
    early = [p for p in page.open() if p.index < prose[0] and p.key in again]
    if len(early) < CONTENTS:
        return []
    for paragraph in early:
        page.mark(paragraph, "nav", "entry of a table of contents")
    return [*early, *(again[p.key] for p in early)]


def _inside(page: Page, line: Paragraph) -> bool:
    """Whether text stands above (one notice may): then the line is a widget further down."""
    return sum(p.prose and p.label is None for p in page.paragraphs[: line.index]) > 1


def _caption(line: Paragraph) -> bool:
    return bool(_DEICTIC.search(line.text))


def _holds(longer: Paragraph, shorter: Paragraph) -> bool:
    said = longer.key.rstrip("\"”’'»“")
    return said.startswith(shorter.key) or said.endswith(shorter.key)


def _again(page: Page, other: Paragraph, line: Paragraph) -> None:
    text, shorter = other.key, line.key
    if other.key == line.key:
        page.mark(other, "title", "repeated")
    elif text.startswith(shorter) and _SUFFIX.match(other.text, len(line.text)):
        page.mark(other, "title", WITH_SITE)
    elif key(cut(other.text)) == line.key:
        page.mark(other, "title", "repeated, with a time behind it")
    elif text.startswith(shorter):
        page.mark(other, "nav", "headline with other words behind it")
    else:
        page.mark(other, "nav", "headline with a menu path before it")


def given(page: Page) -> None:
    """Mark the line that says what the header, the markup or the editor gives as title."""
    document = page.document
    wanted = [t for t in (document.raw.front.title, document.meta.title) if t]
    for paragraph in page.paragraphs:
        if paragraph.label == "title" and page.title is None and wanted:
            page.title = paragraph
        if paragraph.label is None and any(_says(paragraph, title) for title in wanted):
            if page.title is None:
                _take(page, paragraph, "headline, as the file's own header gives it")
            else:
                page.mark(paragraph, "title", "repeated")


def _says(paragraph: Paragraph, title: str) -> bool:
    said, wanted = paragraph.key, key(title)
    if said == wanted:
        return True
    return paragraph.size >= SHORT and not paragraph.prose and wanted.startswith(said + " ")


def first(page: Page) -> None:
    """Mark a heading above the text, else the first line there that may be a headline."""
    if page.title is not None or not page.plain:
        return
    start = page.core[0]
    zone = [p for p in page.open() if p.index <= start and p.index < start + 1]
    zone = zone[-REACH:]
    marked = [p for p in zone if p.heading and p.size >= SHORTEST]
    if marked:
        _take(page, marked[0], "headline, marked as one")
        _said_below(page, marked[0])
        return
    candidates = [p for p in zone if _possible(p) and _opens(page, p)]
    long = [p for p in candidates if p.size >= SHORT]
    long = [p for p in long if not _masthead(page, p, long)] or long
    chosen = _telling(page, long) if long else (candidates[-1] if candidates else None)
    if chosen is not None and _text_follows(page, chosen):
        _take(page, chosen, "headline: the first line, no sentence, above the text")
        _said_below(page, chosen)


def _masthead(page: Page, paragraph: Paragraph, others: list[Paragraph]) -> bool:
    """Whether the line is the outlet's name: with fields beside it or something else below it.

    "City Plans Wind Foundation" right above another line may be a headline and its standfirst;
    "Ministry of the City" is none.
    """
    _, start, end = paragraph.rows[0]
    name, sure = masthead.name_in(page.document.text[start:end])
    alone = key(name) == paragraph.key and not _INSTITUTION.match(name)
    return sure and not (alone and any(p.index == paragraph.index + 1 for p in others))


def _telling(page: Page, lines: list[Paragraph]) -> Paragraph:
    """Return the first line, unless it says nothing that the text says and a later one does.

    The name of a site, its claim and its notices stand above the headline and are built like one;
    a headline shares words with its article, and names put no word in quotation marks.
    """
    if lines[0].size > CLAIM_WORDS or _QUOTED.search(lines[0].text):
        return lines[0]
    stems: set[str] = set()
    for paragraph in page.open():
        if paragraph.prose:
            stems |= _stems(paragraph)
    shares = [(_stems(p) & stems, _stems(p)) for p in lines]
    said, own = shares[0]
    if len(said) > FEW_SHARED or (own and len(said) >= SHARED * len(own)):
        return lines[0]
    for line, (said, own) in zip(lines[1:], shares[1:], strict=True):
        if len(said) > FEW_SHARED and len(said) >= SHARED * len(own):
            return line
    return lines[0]


def _stems(paragraph: Paragraph) -> set[str]:
    bare = (re.split("['’]", word, maxsplit=1)[0] for word in paragraph.words)
    return {word[:STEM] for word in bare if len(word) >= STEM and word.isalpha()}


def _opens(page: Page, paragraph: Paragraph) -> bool:
    """Whether the line may be a headline where it stands: nothing but noise above it."""
    if _caption(paragraph) or len(_PARTED.findall(paragraph.text)) >= FIELDS:
        return False
    if len(page.by_key[paragraph.key]) > 1 and paragraph.size < SHORT:
        return False
    return not any(p.label == "body" for p in page.paragraphs[: paragraph.index])


def _possible(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if not SHORTEST <= paragraph.size <= LONGEST or paragraph.bullet or paragraph.leads:
        return False
    if not paragraph.closed:
        return not text[:1].islower() or text[:2].isascii() is False
    loud = text.isupper() or text.rstrip("\"'”’ ").endswith(("?", "!"))
    return (text.isupper() and loud) or (loud and paragraph.size <= LONGEST // 2)


def _text_follows(page: Page, paragraph: Paragraph) -> bool:
    rest = page.paragraphs[paragraph.index + 1 :]
    below = [p for p in rest if p.label is None]
    return any(p.prose or p.size >= paragraph.size for p in below) or any(p.closed for p in below)


def _said_below(page: Page, title: Paragraph) -> None:
    """Mark the headline once more under the first one, perhaps with a time behind it."""
    for paragraph in page.open():
        if paragraph.index <= title.index or paragraph.index > title.index + REACH:
            continue
        if not paragraph.key.startswith(title.key):
            continue
        if paragraph.key == title.key:
            page.mark(paragraph, "title", "repeated")
        elif key(cut(paragraph.text)) == title.key:
            page.mark(paragraph, "title", "repeated, with a time behind it")


def _take(page: Page, paragraph: Paragraph, rule: str) -> None:
    page.title = paragraph
    page.mark(paragraph, "title", rule)


def cut(text: str) -> str:
    """Return a headline without a time and without a site's name behind it."""
    tail = _TAIL.search(text)
    if tail and _HAS_TIME.search(tail[0]) and len(text[: tail.start()].split()) >= SHORT:
        text = text[: tail.start()].rstrip()
    return text


def without_site(text: str, sites: tuple[str, ...] = ()) -> tuple[str, str | None]:
    """(headline, site's name) of `Headline | Site`; a dash counts only before a known name."""
    site = None
    while True:
        marks = list(_SUFFIX.finditer(text))
        if not marks:
            return text, site
        mark = marks[-1]
        name, head = text[mark.end() :], text[: mark.start()]
        sure = mark[0].strip() in {"|", "·", "•", "»", "›", "::"} or key(name) in sites
        if not sure or len(name.split()) > _SITE_WORDS or len(head.split()) < SHORT:
            return text, site
        text, site = head, site or name

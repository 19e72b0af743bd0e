"""Rules on what a line is made of: headers, links, markup, numbers, the same words again."""

from __future__ import annotations

import re

from digest.extract import headers
from digest.extract.rules import dated, filing, wording
from digest.extract.rules.page import Page, Paragraph, key

HEADERS = ("front matter of a site program", "header of a crawler")
MENU_PARTS = 3
MENU_PART_WORDS = 4
SECTION_SHARE = 0.6
"""Of three words or more, how many must be names of sections; headlines have at most .4."""
LIST_LINES = 4
LIST_WORDS = 9
"""Mean words of a list's lines; captions that begin with a keyword and a colon have 15 to 25."""
LIST_SHARE = 0.8
"""Of four lines in a row or more, how many must be built alike."""
_LIST_SIGNS = (" - ", " – ", " — ", ": ", " @ ", " ‚ ")
SHORT_LINE = 4
SAME_TEXT_WORDS = 8
"""Words of a line that, said again to the letter, is a second copy of the text and no refrain."""

_WORD = re.compile(r"[^\W_]")
_LINK = r"!?\[(?:[^\]\\]|\\.)*+\]\([^)]*\)"
_LINKS_ONLY = re.compile(rf"(?:[-*•\d.)\s|]*+(?:{_LINK}|<?(?:https?://|www\.)\S++))+[\s|.]*")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*=[^<>]*)?\s*/?>", re.IGNORECASE)
_SHORTCODE = re.compile(
    r"\{\{[<%].*[>%]\}\}|\[/?[a-z]+(?:[_-]\w+)?(?:\s[^\[\]]*=[^\[\]]*)?\]|<!--.*-->|\{%.*%\}"
)
_MENU = re.compile(r"\s[|/•·>»›~]+\s|\|")
_GAPS = re.compile(r"\s{2,}|\t")
_PATH = re.compile(
    r"\W*(?:home(?: ?page)?|main(?: page)?|front page|start(?:seite)?|strona główna|главная|головна"
    r"|галоўная|accueil|inicio|início)\s+(?:[-–—>/|»›•·]|&gt;)+\s"
    r"|\W*(?:you are (?:in|here)|sie (?:sind|befinden sich) hier|вы здесь)\s*:",
    re.IGNORECASE,
)
"""The beginning of a path to the page: the name of the site's front page, or words that say so."""
_STEPS = re.compile(r"\s+(?:[-–—>/|»›•·]|&gt;)+\s+")
_COUNTER = re.compile(
    r"[\W_]*(?:\d[\d.,:]*+\s?(?:k|m|h|d|min|mins?|s|sec|views?|likes?|shares?|comments?|votes?|°[cf]?|%)?[\W_]*+)+(?:ago|read|watch)?[\W_]*",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"[a-z]{2,20}(?:_[a-z]{2,20}){0,3}: \S+")
"""A key and an address or a number, as a crawler's file may end with."""
_LINK_SECTION = re.compile(r"(?:links|references|sources|see also)", re.IGNORECASE)


def above(page: Page) -> None:
    """Mark the editor's own front matter, and what a program wrote above the text."""
    document = page.document
    found = {header.n: header for header in headers.scan(document.text, document.start)}
    for paragraph in page.paragraphs:
        number, start, _ = paragraph.rows[0]
        if start < document.start:
            page.mark(paragraph, "nav", "front matter written by the editor")
        elif page.plain and number in found:
            header = found[number]
            page.mark(paragraph, header.label, HEADERS[0 if header.fenced else 1])
    if page.plain and any(not header.fenced for header in found.values()):
        last = page.paragraphs[-1]
        if _ENTRY.fullmatch(last.text):
            page.mark(last, "nav", HEADERS[1])


def markup(page: Page) -> None:
    """Lines of pictures, links, tags or signs, with no words of their own."""
    for paragraph in page.open():
        text = paragraph.marked[:2000]
        if not _WORD.search(text):
            page.mark(paragraph, "nav", "no words in it")
        elif _LINKS_ONLY.fullmatch(text):
            page.mark(paragraph, "nav", "link and nothing else")
        elif _SHORTCODE.fullmatch(text) or not _WORD.search(_TAG.sub("", text)):
            page.mark(paragraph, "nav", "code of the site's program")
        elif (
            paragraph.heading
            and _LINK_SECTION.fullmatch(paragraph.text)
            and _links_follow(page, paragraph)
        ):
            page.mark(paragraph, "nav", "heading of a list of links")


def _links_follow(page: Page, paragraph: Paragraph) -> bool:
    after = page.paragraphs[paragraph.index + 1 : paragraph.index + 4]
    return bool(after) and all(_LINKS_ONLY.fullmatch(p.marked[:2000]) for p in after)


def furniture(page: Page) -> None:
    """Lines that articles on other events share."""
    if not page.furniture:
        return
    for paragraph in page.open():
        if key(paragraph.marked) in page.furniture:
            page.mark(paragraph, "nav", "the same line stands in articles on other events")


def numbers(page: Page) -> None:
    """Counters, times and single signs."""
    for paragraph in page.open():
        if (
            paragraph.size < SHORT_LINE
            and not paragraph.bullet
            and _COUNTER.fullmatch(paragraph.text[:100])
        ):
            page.mark(paragraph, "nav", "number or counter")
        elif dated.clock(paragraph.text):
            page.mark(paragraph, "dateline", "time of the day and nothing else")


def menus(page: Page) -> None:
    """Mark a menu on one line, buttons, share bars, headings of advertising."""
    for paragraph in page.open():
        text = paragraph.text
        if not paragraph.closed and _PATH.match(text) and len(_STEPS.split(text)) >= MENU_PARTS:
            page.mark(paragraph, "nav", "path to the page")
        if paragraph.size > 12:  # noqa: PLR2004 - no button or menu is longer
            continue
        for pattern, label, rule in wording.TABLE:
            if pattern.fullmatch(text):
                page.mark(paragraph, label, rule)
        if wording.TAGS.match(text) and not paragraph.closed:
            page.mark(paragraph, "nav", "list of tags")
        elif _sections(paragraph):
            page.mark(paragraph, "nav", "names of sections in a row")
        if not paragraph.closed and _menu(page, paragraph):
            page.mark(paragraph, "nav", "menu on one line")


def _menu(page: Page, paragraph: Paragraph) -> bool:
    """Short entries in a row, parted by signs or wide gaps."""
    text = paragraph.text
    parts = [part for part in _MENU.split(text) if part.strip()]
    if len(parts) < MENU_PARTS and len(paragraph.rows) == 1:
        _, start, end = paragraph.rows[0]
        parts = [part for part in _GAPS.split(page.document.text[start:end]) if part.strip()]
    short = all(len(part.split()) <= MENU_PART_WORDS for part in parts)
    numbers = sum(part.strip(" %+-").replace(".", "").isdigit() for part in parts)
    table = 2 * numbers >= len(parts)
    return len(parts) >= MENU_PARTS and short and not table and not dated.full_day(text)


def _sections(paragraph: Paragraph) -> bool:
    found = sum(word in filing.SECTIONS for word in paragraph.words)
    size = len(paragraph.words)
    return size >= MENU_PARTS and found >= SECTION_SHARE * size and not paragraph.closed


def lists(page: Page) -> None:
    """Results, programmes and dates of a tour: lines in a row that are built alike."""
    run: list[Paragraph] = []
    for paragraph in [*page.paragraphs, None]:
        if paragraph is not None and paragraph.label is None and not paragraph.closed:
            run.append(paragraph)
            continue
        if len(run) >= LIST_LINES and page.plain and _alike(run):
            for line in run:
                page.mark(line, "body", "list in the text")
        run = []


def _alike(run: list[Paragraph]) -> bool:
    """Whether nearly all lines are bullets, begin with a number, or share a sign in the middle."""
    most = LIST_SHARE * len(run)
    if sum(p.size for p in run) > LIST_WORDS * len(run):
        return False
    if sum(p.bullet or p.text[0].isdigit() for p in run) >= most and any(p.size > 3 for p in run):  # noqa: PLR2004
        return True
    return any(sum(sign in p.text for p in run) >= most for sign in _LIST_SIGNS)


def said_twice(page: Page) -> None:
    """Mark the text, or a part of it, a second time."""
    for group in page.by_key.values():
        if len(group) > 1 and group[0].size >= SAME_TEXT_WORDS and group[0].closed and page.plain:
            first = next((p for p in group if p.label is None), group[0])
            for paragraph in group:
                if paragraph is not first:
                    page.mark(paragraph, "nav", "the same words again")

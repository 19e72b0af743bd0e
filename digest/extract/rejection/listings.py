"""Lists: front pages, topics, results, programmes, and pages of many parts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.extract.rejection import reported
from digest.extract.rules import dated
from digest.extract.rules.page import CAPTION_WORDS

if TYPE_CHECKING:
    from digest.extract.rules.page import Page, Paragraph

FRAME_LINES = 30
"""Short lines from which a page is looked at as one that may hold no article."""
WIDGETS = 6
"""Buttons, counters and forms among them; lists of recipes and results have none."""
_WIDGETS = ("button", "menu on one line", "comment", "no words", "an ad")
OWN_SHARE = 0.5
"""Of all running text on such a page, the least that one unbroken stretch must hold; articles in
their frame have .8 and more, a donation page .39, a film's page .3."""
OWN_CHARS = 400
"""Characters of running text below which a page in a frame is no article."""
THIN_WORDS = 12
THIN_LINES = 5
"""Words of prose and short lines that make a page of none: a brief of one sentence has 13 and few
lines around it."""
ROW_WORDS = 15
ROWS = 5
"""Words of the longest row of a table, and its rows: rates, results, forecasts."""
ENTRIES = 3
TEASER_WORDS = 17
"""From how many paragraphs, each between short lines, of at most how many words on average a page
is one of teasers or a programme: those have 9 to 16, those of the shortest brief cut by captions
and links 20. Of 1,300 labelled texts none is lost."""
BARE_TEASERS = 3
"""Days that make a listing of a page without any sentence."""
TEASERS = 5
"""Entries from which headline, date and two lines of text in turn make a listing."""

HEAD_WORDS = 3
IN_ORDER = 6
"""Words of an entry's head, and heads in alphabetical order that are no chance (1 in 720)."""
ORDERED = 0.7
"""Share of all such heads that must stand in that order: a long page has six of them by chance."""
_DOTS = ("...", "…")
_FILM = re.compile(
    r"\b(?:watch|video|views?|trouble playing|transcript|reels?|live stream|видео|ansehen|vidéo)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\S \S+ \S.{0,140}\s(?:(?:\d+|an?) (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?) ago|yesterday"
    r"|today|gestern|heute|вчера|сегодня|\d{1,2}[:.]\d\d)\W*$",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s[—–|-]\s")
_CALL = re.compile(
    r"(?:learn|read|see|find out|view|show|load) (?:more|all)|continue reading|read (?:article"
    r"|story|on)|mehr lesen|weiterlesen|подробнее|читать|lire (?:la suite|plus)|leer más|leggi"
    r" tutto|czytaj więcej",
    re.IGNORECASE,
)


def framed(page: Page) -> bool:
    """Many short lines, and no stretch that holds most of the running text."""
    widgets = sum(1 for p in page.paragraphs if p.rule.startswith(_WIDGETS))
    links = sum(1 for p in page.paragraphs if p.rule == "link and nothing else")
    short = sum(1 for p in page.paragraphs if not p.prose and p.size < CAPTION_WORDS) - links
    if short < FRAME_LINES or widgets < WIDGETS:
        return False
    prose = [
        p
        for p in page.paragraphs
        if p.prose and p.label in {None, "body", "nav", "promo", "comment"}
    ]
    stretch = _longest_stretch(page)
    total = sum(len(p.text) for p in prose)
    film = sum(1 for p in page.paragraphs if p.size < CAPTION_WORDS and _FILM.search(p.text))
    return stretch < OWN_SHARE * total or (stretch < OWN_CHARS and film >= 3)  # noqa: PLR2004


def _longest_stretch(page: Page) -> int:
    """Characters of the longest run of prose that at most two lines in a row interrupt."""
    best = here = gap = 0
    for paragraph in page.paragraphs:
        if paragraph.prose and paragraph.label in {None, "body", "comment", "promo"}:
            here, gap = here + len(paragraph.text), 0
        elif paragraph.label != "caption":
            gap += 1
            if gap > 2:  # noqa: PLR2004
                here = 0
        best = max(best, here)
    return best


def thin(page: Page, body: list[Paragraph]) -> bool:
    """Whether nothing on the page runs on: short lines alone, or many around half a sentence."""
    if all(p.size < CAPTION_WORDS and not p.closed for p in body):
        return len(page.paragraphs) > 1
    own = sum(p.size for p in body if p.prose)
    short = sum(not p.prose and p.size <= CAPTION_WORDS for p in page.paragraphs)
    return own <= THIN_WORDS and short >= THIN_LINES


def scattered(page: Page, language: str | None) -> bool:
    """Whether sentences stand one by one between short lines: teasers, programmes, rows."""
    prose = [p for p in page.paragraphs if p.prose]
    short = sum(not p.prose and p.size <= ROW_WORDS for p in page.paragraphs)
    if not prose:
        return short == len(page.paragraphs) >= ROWS
    apart = all(b.index > a.index + 1 for a, b in pairwise(prose))
    thin = sum(p.size for p in prose) <= TEASER_WORDS * len(prose)
    if not (apart and thin and len(prose) >= ENTRIES and short >= 2 * len(prose)):
        return False
    return reported.counts(page, language)[0] < reported.ENOUGH


def stamped(page: Page, body: list[Paragraph]) -> bool:
    """Headlines, each with the time it was posted behind it, and no running text."""
    if any(p.prose for p in body):
        return False
    stamped = sum(_POSTED.search(p.text) is not None for p in page.paragraphs if not p.closed)
    return stamped >= TEASERS


def listing(page: Page, body: list[Paragraph]) -> bool:
    """Headline, date, teaser and again: many calls to read on, or many days."""
    prose = [p for p in body if p.prose]
    heads = sum(1 for p in page.paragraphs if not p.prose and 4 <= p.size <= 20)  # noqa: PLR2004
    entries = heads >= TEASERS and all(p.size <= 60 for p in prose)  # noqa: PLR2004
    if prose and not entries:
        return False
    calls = sum(1 for p in page.paragraphs if p.size <= 4 and _CALL.match(p.text))  # noqa: PLR2004
    days = sum(1 for p in page.paragraphs if _day(p))
    if not prose and days >= BARE_TEASERS:
        return True
    return entries and max(calls, days) >= max(TEASERS, len(prose) // 2)


def _day(paragraph: Paragraph) -> bool:
    """Whether the line is a day, or begins with one before a dash, as search results do."""
    first = _DASH.split(paragraph.text, maxsplit=1)[0]
    return len(first.split()) <= dated.LONGEST and dated.dated(first) and dated.full_day(first)


def results(page: Page) -> bool:
    """Whether most of the running text is cut pieces of other texts, as searches show them."""
    prose = [p for p in page.paragraphs if p.prose]
    cut = sum(p.text.startswith(_DOTS) or p.text.endswith(_DOTS) for p in prose)
    return cut >= ENTRIES and 2 * cut >= len(prose)


def alphabetical(page: Page) -> bool:
    """Whether short lines, each with its text below, stand in alphabetical order."""
    heads = [
        a.key
        for a, b in pairwise(page.paragraphs)
        if not a.closed and a.size <= HEAD_WORDS and b.closed
    ]
    run = best = 1
    for one, following in pairwise(heads):
        run = run + 1 if one < following else 1
        best = max(best, run)
    return best >= max(IN_ORDER, ORDERED * len(heads))

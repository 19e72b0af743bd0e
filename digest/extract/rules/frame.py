"""Rules on the page around the article: where its text begins and ends, and what lies outside.

The text is the densest stretch: of all stretches the one with the greatest sum, prose counting for
and short lines against (the maximum subsequence of Finn, Kushmerick and Smyth 2001, over lines
instead of tags).
"""

from __future__ import annotations

from bisect import bisect_left

from digest.extract.rules import contributors, wording
from digest.extract.rules.page import CAPTION_WORDS, Page, Paragraph

PROSE_CHARS = 100
"""Characters of prose that outweigh one short line."""
PROSE_MOST = 4.0
"""The most that one paragraph counts: a text on a single line must not hide the page around it."""
SHORT_COST = -1.0
MIDDLE_COST = 0.0
"""A line of 7 words or more without a full stop: caption, cross-head, teaser. With -.4, texts with
a picture after every paragraph lost their beginning; above 0, teasers join the text."""
SENTENCE_GAIN = 0.3
"""A short complete sentence."""
SENTENCE_WORDS = 3
FEW = 3
"""Short lines above the first prose that make no menu: headline, section, place."""
NOTICE_SHARE = 0.25
"""The most of the text that may follow such a credit for it to be the end; agencies put it at the
very end, sites their notices below; with more, the credit belongs to a box within the text."""
LAST = 3
COUNTER_WORDS = 8
"""Words of the longest such heading."""
COMMENTS_REACH = 0.6
"""Share of the prose after which a heading of comments is the end of the article."""


def core(page: Page) -> None:
    """Find the stretch that holds the article's text."""
    page.core = (0, len(page.paragraphs))
    if not page.plain:
        return
    best = total = 0.0
    start = 0
    span = (0, 0)
    for paragraph in page.paragraphs:
        if total <= 0:
            start, total = paragraph.index, 0.0
        total += _value(paragraph)
        if total > best:
            best, span = total, (start, paragraph.index + 1)
    if span != (0, 0):
        page.core = (_from_top(page, span[0]), span[1])


def _from_top(page: Page, start: int) -> int:
    """Return the first prose of the file, where no menu stands above it; else `start`."""
    short = 0
    for paragraph in page.paragraphs[:start]:
        if paragraph.prose and paragraph.kept:
            return paragraph.index
        short += paragraph.label in {None, "nav"} and not paragraph.closed
        if short > FEW:
            break
    return start


def _value(paragraph: Paragraph) -> float:
    if paragraph.label in {"body", "caption", "title", "dateline", "byline", "promo", "ad"}:
        return 0.0
    if paragraph.label is not None:
        return SHORT_COST / 2
    if paragraph.prose:
        return min(len(paragraph.text) / PROSE_CHARS, PROSE_MOST) + SENTENCE_GAIN
    if paragraph.closed or paragraph.leads:
        return SENTENCE_GAIN if paragraph.size >= SENTENCE_WORDS else 0.0
    if paragraph.heading or paragraph.bullet or paragraph.text[:1] in "([":
        return 0.0
    return MIDDLE_COST if paragraph.size >= CAPTION_WORDS else SHORT_COST


def outside(page: Page) -> None:
    """Mark what stands before and after the article's text."""
    if not page.plain:
        return
    start, end = page.core
    above = page.title.index if page.title else start
    for paragraph in page.open():
        if start <= paragraph.index < end:
            continue
        if paragraph.index < start:
            _before(page, paragraph, above)
        else:
            _after(page, paragraph, end)


def _before(page: Page, paragraph: Paragraph, above: int) -> None:
    long = paragraph.size >= CAPTION_WORDS
    if paragraph.index > above and long:
        return
    if paragraph.prose and not _crowded(page, paragraph):
        return
    page.mark(paragraph, "nav", "line above the article, among menus")


def _after(page: Page, paragraph: Paragraph, end: int) -> None:
    last = paragraph.index == len(page.paragraphs) - 1
    if paragraph.size >= CAPTION_WORDS and not paragraph.closed:
        if not (last and paragraph.index == end) and not page.unstopped:
            page.mark(paragraph, "promo", "headline after the end of the article")
    elif paragraph.prose:
        if _crowded(page, paragraph):
            page.mark(paragraph, "nav", "text apart from the article, among menus")
    elif not paragraph.closed and not _entry(page, paragraph):
        page.mark(paragraph, "nav", "short line after the end of the article")


def _entry(page: Page, paragraph: Paragraph) -> bool:
    """Tell a line of results (`Attendance: 6,000`) right below the text."""
    named, _, value = paragraph.text.partition(":")
    above = page.paragraphs[paragraph.index - 1]
    return bool(value.strip()) and len(named.split()) <= 3 and above.kept  # noqa: PLR2004


def _crowded(page: Page, paragraph: Paragraph) -> bool:
    """Whether most neighbours are short lines or were dropped already."""
    near = page.paragraphs[max(0, paragraph.index - 3) : paragraph.index + 4]
    noise = sum(1 for p in near if p is not paragraph and not p.prose)
    return noise > len(near) // 2


def comments(page: Page) -> None:
    """From the heading of the comments to the end."""
    prose = [p.index for p in page.open() if p.prose]
    for paragraph in page.paragraphs:
        if paragraph.label not in {None, "nav"}:
            continue
        late = bool(prose) and bisect_left(prose, paragraph.index) >= COMMENTS_REACH * len(prose)
        counter = paragraph.size <= COUNTER_WORDS and wording.COMMENTS.fullmatch(paragraph.text)
        if not counter and not (late and wording.RESPONSES.fullmatch(paragraph.text[:250])):
            continue
        page.mark(paragraph, "comment", "comment form or counter")
        if late:
            for later in page.open():
                if later.index > paragraph.index:
                    page.mark(later, "comment", "stands below the comments' heading")
            return


def closing(page: Page) -> None:
    """Mark what follows the contributors' line that ends an article: notices of the site."""
    rest = page.open()
    total = sum(len(p.text) for p in rest)
    ends = [
        p for p in page.paragraphs if p.label == "credit" and p.rule == contributors.CONTRIBUTORS
    ]
    for paragraph in ends[-LAST:]:
        after = [p for p in rest if p.index > paragraph.index]
        behind = sum(len(p.text) for p in after)
        if behind <= NOTICE_SHARE * total and _notices(after):
            for later in after:
                page.mark(later, "nav", "stands below the contributors, after the end")
            return


def _notices(after: list[Paragraph]) -> bool:
    """Whether what follows could be notices: no quotation goes on in it."""
    return not any(p.text[:1] in "\"“'‘«" for p in after)

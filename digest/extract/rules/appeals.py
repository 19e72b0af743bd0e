"""Rules on what a site asks or offers: teasers of other articles, newsletters, notices."""

from __future__ import annotations

import re

from digest.extract.rules import dated, talk, wording
from digest.extract.rules.page import CAPTION_WORDS, Page, Paragraph

TALK_WORDS = 90
"""Words of the longest notice; a paragraph of news that names a newsletter and a site is longer
or has a quotation in it."""
HEADING_WORDS = 5
RELATED = 20
"""Lines below such a heading at most; sites list 3 to 12."""
TALK_SHORT = 60
"""Words up to which two words of site talk will do; a longer line may hold text as well."""
TALK_KINDS = 2
"""Different words of site talk that make a notice: one alone stands in news as well ("cookies",
"subscribers"); two were never wrong in 900 articles."""
QUESTIONS = 2
"""Questions in the last paragraph that are the site's to its readers; one is the author's."""
READER = re.compile(
    r"\b(?:you|your|du|dein\w*|euch|ihr|sie|вы|вам|ваш\w*|vous|votre|usted|tu)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[\"“”«»]|(?<!\w)['‘]\w")
_MEDIA = re.compile(
    r"\W*(?:watch|video|gallery|in pictures|photos|infographic)\s*[:|»]\s", re.IGNORECASE
)
"""What leads to pictures in a text, and opens the headline of an article made of them above it."""
_ARROWS = (">>", "→", "►", "▶", "➡", "▸")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


def teasers(page: Page) -> None:
    """Lines that lead to other articles, with the heading over them."""
    first = next((p.index for p in page.open() if p.prose), 0)
    for paragraph in page.open():
        text = paragraph.text
        arrow = text.startswith(_ARROWS) and not paragraph.closed
        if arrow and paragraph.size <= CAPTION_WORDS * 3:
            page.mark(paragraph, "promo", "leads to another article")
        if _MEDIA.match(text) and paragraph.index < first and paragraph.size >= HEADING_WORDS:
            continue
        if paragraph.size <= 40 and wording.PROMOS.match(text) and not _sentence(paragraph):  # noqa: PLR2004
            page.mark(paragraph, "promo", "leads to another article")
            if paragraph.size <= HEADING_WORDS:
                _below(page, paragraph)


def _below(page: Page, heading: Paragraph) -> None:
    """Mark the headlines that stand below a heading of related articles."""
    for paragraph in page.paragraphs[heading.index + 1 : heading.index + 1 + RELATED]:
        ends = paragraph.closed and not _asks(page, paragraph)
        if ends or paragraph.leads or paragraph.label not in {None, "promo"}:
            return
        page.mark(paragraph, "promo", "stands below a heading of other articles")


def _asks(page: Page, paragraph: Paragraph) -> bool:
    """Tell a headline that is a question from one that a text answers."""
    after = page.paragraphs[paragraph.index + 1 : paragraph.index + 2]
    return paragraph.text.endswith("?") and bool(after) and not after[0].closed


def _sentence(paragraph: Paragraph) -> bool:
    """Long prose that only begins with the same words."""
    return paragraph.prose and paragraph.text[-1:] == "." and paragraph.size > 15  # noqa: PLR2004


def appeals(page: Page) -> None:
    """Mark requests to the reader and notices on the site's own matters."""
    for paragraph in page.open():
        if paragraph.size > TALK_WORDS or _QUOTED.search(paragraph.text[:1]):
            continue
        text = paragraph.text
        kinds = _site_talk(paragraph)
        enough = TALK_KINDS if paragraph.size <= TALK_SHORT else 2 * TALK_KINDS
        if kinds >= enough:
            rule = "the site speaks of itself"
        elif (kinds or paragraph.size <= 40) and wording.ASKING.match(text):  # noqa: PLR2004
            rule = "asks the reader to do something"
        else:
            continue
        if not _QUOTED.search(text):
            page.mark(paragraph, "promo", rule)
            _heading_above(page, paragraph)


def _site_talk(paragraph: Paragraph) -> int:
    """How many different words of site talk it has; none without a word for reader or site."""
    if talk.SITE_PERSONS.isdisjoint(paragraph.words):
        return 0
    pairs = set(zip(paragraph.words, paragraph.words[1:], strict=False))
    address = "@" in paragraph.text
    return (
        address + len(talk.SITE_WORDS.intersection(paragraph.words)) + len(talk.SITE_PAIRS & pairs)
    )


def _heading_above(page: Page, paragraph: Paragraph) -> None:
    if paragraph.index == 0:
        return
    above = page.paragraphs[paragraph.index - 1]
    short = (
        (not above.closed or above.text.endswith(("...", "…")))
        and above.size < CAPTION_WORDS
        and not dated.dated(above.text)
    )
    if above.label is None and short and above.index > 1:
        page.mark(above, "promo", "heading of such a request")


def questions(page: Page) -> None:
    """Questions to the reader at the very end."""
    for paragraph in reversed(page.open()):
        ends = _SENTENCE_END.findall(paragraph.text)
        asking = ends and all(end == "?" for end in ends) and READER.search(paragraph.text)
        if (
            not asking
            or len(ends) < QUESTIONS
            or not paragraph.prose
            or _QUOTED.search(paragraph.text[:1])
        ):
            return
        page.mark(paragraph, "promo", "questions to the reader")


def leftovers(page: Page) -> None:
    """Short lines without a full stop among requests to the reader."""
    if not page.plain:
        return
    for paragraph in page.open():
        at = paragraph.index
        near = {p.label for p in (*page.paragraphs[at - 1 : at], *page.paragraphs[at + 1 : at + 2])}
        plain = not paragraph.closed and not paragraph.leads and not paragraph.heading
        if (
            plain
            and paragraph.size < CAPTION_WORDS
            and "promo" in near
            and near <= {"promo", "nav"}
        ):
            page.mark(paragraph, "promo", "short line among requests to the reader")

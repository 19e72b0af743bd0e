"""Rules on who wrote, contributed, owns and when: bylines, credits, date lines."""

from __future__ import annotations

import re

from digest.extract.rules import dated, wording
from digest.extract.rules.page import Page, Paragraph, key

CREDIT_WORDS = 45
"""Words of the longest line of contributors; a sentence on copyright runs longer."""
CONTRIBUTORS = "names contributors, owners or where it first appeared"
NEAR_EDGE = 4
"""Lines from the text's ends within which a note on the author or a name alone may stand."""
_AUTHOR_NOTE = re.compile(
    r"[\W_]*(?:(?:[A-Z][\w.'’-]+ ){2,4}(?:\([^)]*\) )?|The (?:author|writer) )"
    r"(?:is|was|,)\b.{0,120}\b(?:fellow|professor"
    r"|lecturer|scholar|columnist|"
    r"correspondent|editor|reporter|journalist|author of|freelance|analyst|research(?:er)?"
    r"|director|contributor|writer)\b"
)
_IS_OR_HAS = re.compile(
    r"[\W_]*((?:[^\W\d_][\w.'’-]+ ){1,3}[^\W\d_][\w.'’-]+)"
    r" (?:is|was|has|writes|covers|edits|heads|leads|runs|teaches|works|ist|schreibt)\b"
)
_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"”’]?\s")
_BRACKETED = re.compile(r"[\W_]*\(.*\)[\W_]*")


def contributors(page: Page) -> None:
    """Contributors, agencies, owners of rights, first place of publication."""
    for paragraph in page.open():
        text = paragraph.text
        if paragraph.size <= CREDIT_WORDS and wording.CREDITS.match(text) and not _tells(paragraph):
            page.mark(paragraph, "credit", CONTRIBUTORS)
        elif paragraph.size <= CREDIT_WORDS // 3 and wording.SOURCE.match(text):
            page.mark(paragraph, "credit", "names its source")
        elif _note(paragraph):
            page.mark(paragraph, "credit", "note on authors, contributors or rights")
        elif paragraph.size <= 6 and wording.AGENCY_ALONE.fullmatch(text):  # noqa: PLR2004
            page.mark(paragraph, "credit", "an agency's name and nothing else")


def _note(paragraph: Paragraph) -> bool:
    """Tell a line on its own that thanks a contributor or keeps the author's opinion apart."""
    if wording.CREDIT_WORDS.isdisjoint(paragraph.words):
        return False
    longest = CREDIT_WORDS // 2 if "contributed" in paragraph.words else 2 * CREDIT_WORDS
    found = wording.CREDIT_INSIDE.search(paragraph.text) if paragraph.size <= longest else None
    return found is not None and not (
        longest < CREDIT_WORDS and _STOP.search(paragraph.text, 0, found.start())
    )


def _tells(paragraph: Paragraph) -> bool:
    """Tell a sentence that only begins like a credit: it is long prose without brackets."""
    long = paragraph.size > CREDIT_WORDS // 2
    return long and paragraph.closed and not _BRACKETED.fullmatch(paragraph.text)


def _emphasised(paragraph: Paragraph) -> bool:
    first, last = paragraph.marked[:1], paragraph.marked[-1:]
    return first == last and first in "*_" and not paragraph.closed and len(paragraph.marked) > 2  # noqa: PLR2004


def bylines(page: Page) -> None:
    """Mark the author's name after a word that says so."""
    for paragraph in page.open():
        if (
            not paragraph.closed
            and paragraph.size <= dated.BYLINE_WORDS
            and dated.byline(paragraph.text)
        ):
            page.mark(paragraph, "byline", "names the author")


def datelines(page: Page) -> None:
    """Mark a line that is a date, outside the text; inside it is a heading of a timeline."""
    prose = [p.index for p in page.open() if p.prose]
    first, last = (prose[0], prose[-1]) if prose else (len(page.paragraphs), 0)
    for paragraph in page.open():
        inside = first < paragraph.index < last
        stamp = paragraph.closed and dated.ends_in_clock(paragraph.text)
        if paragraph.size > dated.LONGEST or (paragraph.closed and not stamp) or paragraph.leads:
            continue
        alone = dated.dated(paragraph.text) or (page.plain and dated.fields(paragraph.text))
        if alone and (stamp or not inside or paragraph.index <= first + NEAR_EDGE):
            page.mark(paragraph, "dateline", "a date and nothing else")
        elif dated.stamped(paragraph.text) and (not inside or dated.full_day(paragraph.text)):
            page.mark(paragraph, "dateline", "note on when it was published or changed")


def names(page: Page) -> None:
    """Mark a name alone between headline and text, and a note on the author at the end."""
    start, end = page.core
    above = page.title.index if page.title else -1
    authors = [p.key for p in page.paragraphs if p.label == "byline"]
    for paragraph in page.open():
        if dated.initials(paragraph.text):
            page.mark(paragraph, "byline", "initials alone")
        elif above < paragraph.index < start and dated.name_alone(paragraph.text):
            page.mark(paragraph, "byline", "a name alone between headline and text")
            authors.append(paragraph.key)
        elif _reporter(page, paragraph):
            page.mark(paragraph, "byline", "a name below the time of an entry")
        elif not start < paragraph.index < end - 1 and _emphasised(paragraph):
            page.mark(paragraph, "credit", "emphasised note above or below the text")
        elif (
            paragraph.index > start
            and paragraph.size <= CREDIT_WORDS
            and (
                (paragraph.index >= end - 1 and _AUTHOR_NOTE.match(paragraph.text))
                or _on_author(paragraph, authors)
            )
        ):
            page.mark(paragraph, "credit", "note on the author at the end")


def _reporter(page: Page, paragraph: Paragraph) -> bool:
    """Whether the line names who wrote an entry of a running report, and other entries as well."""
    above = page.paragraphs[paragraph.index - 1] if paragraph.index else None
    timed = above is not None and dated.clock(above.text)
    return timed and len(page.by_key[paragraph.key]) > 1 and dated.name_alone(paragraph.text)


def _on_author(paragraph: Paragraph, authors: list[str]) -> bool:
    """Whether the line says what somebody is or does whom a byline names."""
    found = _IS_OR_HAS.match(paragraph.text)
    return found is not None and any(key(found[1]) in author for author in authors)

"""Years that one date of a sentence lends another: "from July 2016 to October", "May 3 to June 5".

The end of a range is not before its start. A year that only one of the two names holds for both,
but for the turn of the year between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.extract.dating import spans
from digest.extract.dating.expressions import Expression
from digest.extract.dating.tense import outlook
from digest.extract.dating.years import Writing, Year, following, preceding, ranged, settled

_PART = r"(?:(?:the\s+)?(?:end|beginning|start|middle)\s+of\s+|(?:early|mid|late)[\s-]+)?"
_RANGE = re.compile(
    rf"\s*(?:(?:up\s+)?to|until|till|through|[-–—])\s*(?:the\s+)?{_PART}", re.IGNORECASE
)
_LOOSE = re.compile(
    rf"(?:\s+[\w’'-]+){{1,4}}\s+(?:to|until|till)\s+(?:the\s+)?{_PART}", re.IGNORECASE
)
"""Words between, where the first date is no part of a range and yet not after the second."""
_AND = re.compile(rf"\s*(?:and|or|&)\s+{_PART}", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s+(?:the\s+)?{_PART}$", re.IGNORECASE)
LEAD, GAP = 30, 60
"""Characters in which "between" stands before a date; the most between two of one range."""


def lent(found: Sequence[Expression], text: str, writing: Writing | None) -> dict[int, Year]:
    """Map the start of each date whose year another date of the sentence decides to that year."""
    years: dict[int, Year] = {}
    for one, other in pairwise(found):
        gap = text[one.end : other.start]
        if not one.month or not other.month or len(gap) > GAP:
            continue
        both = _AND.fullmatch(gap)
        between = both and _BETWEEN.search(text, max(0, one.start - LEAD), one.start)
        if other.year and not one.year:
            alike = (one.day is None) == (other.day is None)
            if between or _RANGE.fullmatch(gap) or (both and alike):
                _from_end(one, other, years)
        elif not other.year and (between or _RANGE.fullmatch(gap) or _LOOSE.fullmatch(gap)):
            if one.year:
                _from_start(one, other, one.year, writing, years)
            elif writing and (between or _RANGE.fullmatch(gap)):
                pair = ranged(one, other, writing, outlook(text, one.start, other.end))
                if pair:
                    years[one.start], years[other.start] = pair
            elif writing:
                _after(one, other, text, writing, years)
    return years


def _from_end(one: Expression, other: Expression, years: dict[int, Year]) -> None:
    days = spans.of(other.year or 0, other.month, other.day)
    year = preceding(one, other.year or 0, days) if days else None
    if year:
        years[one.start] = Year(year, True)


def _from_start(
    one: Expression,
    other: Expression,
    year: int,
    writing: Writing | None,
    years: dict[int, Year],
) -> None:
    """Sure where both name their day, or where no other such month has come since."""
    days = spans.of(year, one.month, one.day)
    end = following(other, year, days) if days else None
    if end is None:
        return
    again = spans.of(end[0] + 1, other.month, other.day)
    whole = one.day is not None and other.day is not None
    alone = writing and writing.sure and again and again[0] > writing.days[1]
    years[other.start] = Year(end[0], whole or bool(alone))


def _after(
    one: Expression, other: Expression, text: str, writing: Writing, years: dict[int, Year]
) -> None:
    """Read the first date by its own clause; the second is not before it."""
    first = settled(one, writing, outlook(text, one.start, one.end))
    days = spans.of(first.number, one.month, one.day) if first else None
    end = following(other, first.number, days) if first and days else None
    if first and end:
        years[other.start] = Year(end[0], first.sure)

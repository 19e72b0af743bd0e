"""As of when a figure holds: `as of 1 February`, `at the end of 2020`, `by mid-2021`.

A phrase dates the figure that it follows with no other figure between, or all that follow where it
opens the sentence. Only `as of` dates any figure; the others need one that stands at a level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from digest.models import Amount, DateMention, Quantity, Sentence

_Figure = TypeVar("_Figure", Amount, Quantity)

_YEAR = r"(?:19|20)\d\d"
_AS_OF = re.compile(
    r"\bas (?:of|at)\s+(?:the (?:end|beginning|start|middle) of\s+|mid-?\s?)?$", re.IGNORECASE
)
_AT = re.compile(
    r"\b(?:(?:at|by|until|towards?) the (?:end|close|beginning|start|middle) of|"
    r"(?:in|by|since|until) (?:early|mid|late)[\s-]|by|on)\s*$",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"\b(?:as (?:of|at)(?: the (?:end|beginning|start) of| mid-?)? ?|"
    rf"(?:at|by|until|towards?) the (?:end|close|beginning|start|middle) of |"
    rf"(?:in|by|since|until) (?:early|mid|late)[\s-])(?P<year>{_YEAR})(?![\w-])",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:(?:stood|stands?|standing) at|was|were|is|amount(?:s|ed|ing)? to|total(?:s|l?ed|l?ing)?|"
    r"reach(?:es|ed|ing)?|(?:risen|rose|fallen|fell|grown|grew) to|equal(?:s|l?ed|l?ing)?|held|had)"
    r"\s+(?:(?:about|around|some|nearly|almost|approximately|roughly|over|only|just|up to|"
    r"(?:more|less) than|at least)\s+)*$"
)
REACH = 60
"""Characters between a figure and the phrase that dates it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A phrase that says as of when, its place, and whether it dates a figure of any kind."""

    start: int
    end: int
    date: str
    any_kind: bool
    sure: bool = True


def stated(text: str, mentions: Iterable[DateMention]) -> list[Stated]:
    """List the phrases of a sentence that say as of when, in their order."""
    found: dict[int, Stated] = {}
    for mention in mentions:
        for at in re.finditer(rf"(?<!\w){re.escape(mention.text)}(?!\w)", text):
            first = max(0, at.start() - REACH)
            before = text[first : at.start()]
            of, on = _AS_OF.search(before), _AT.search(before)
            start = of or on
            if start:
                place = first + start.start()
                said = Stated(place, at.end(), mention.date, of is not None, mention.sure)
                found.setdefault(at.end(), said)
    for year in _YEARS.finditer(text):
        if year.end() not in found:
            any_kind = year[0].lower().startswith("as ")
            found[year.end()] = Stated(year.start(), year.end(), year["year"], any_kind)
    return sorted(found.values(), key=lambda s: s.start)


def dated(
    figures: tuple[_Figure, ...],
    mentions: tuple[DateMention, ...],
    sentences: tuple[Sentence, ...],
) -> tuple[_Figure, ...]:
    """Give each figure the date that its sentence states it as of, as precise as stated."""
    texts = {s.id: s.text for s in sentences}
    named: dict[str, list[DateMention]] = {}
    for mention in mentions:
        named.setdefault(mention.sentence, []).append(mention)
    groups: dict[str, list[_Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.sentence, []).append(figure)
    dates = {
        key: _dates(texts[key], group, stated(texts[key], named.get(key, ())))
        for key, group in groups.items()
    }
    order = {key: iter(found) for key, found in dates.items()}
    return tuple(_with(figure, next(order[figure.sentence])) for figure in figures)


def _with(figure: _Figure, said: Stated | None) -> _Figure:
    return replace(figure, as_of=said.date, as_of_sure=said.sure) if said else figure


def _dates(text: str, group: Sequence[_Figure], said: list[Stated]) -> list[Stated | None]:
    """Return a phrase or None for each figure of one sentence; `group` is in reading order."""
    places, at = [], 0
    for figure in group:
        found = text.find(figure.text, at)
        at = found if found >= 0 else at
        places.append((at, at + len(figure.text)))
    # A conversion in parentheses parts no sum from its date.
    others = [start for start, _ in places if text[max(0, start - 1) : start] != "("]
    return [_as_of(text, start, end, others, said) if said else None for start, end in places]


def _as_of(
    text: str, start: int, end: int, others: Sequence[int], said: Sequence[Stated]
) -> Stated | None:
    """Return what says as of when the figure `text[start:end]` holds.

    `others` are the places where other figures of the sentence begin.
    """
    level = _LEVEL.search(text[max(0, start - REACH) : start]) is not None
    for one in said:
        if not (one.any_kind or level):
            continue
        if end <= one.start <= end + REACH and not any(end <= o < one.start for o in others):
            return one
        if one.start == 0 and one.end <= start:
            return one
    return None

"""Body sentences of an article, in reading order, each a slice of its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from digest import text as basics
from digest.extract.lead_in import dateline, lead_in
from digest.extract.splitter import split
from digest.models import Cleaned, Line, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["sentences", "split"]

WRAPPED_SHARE = 0.3
"""Of adjacent body lines, how many must break inside a sentence for the text to be hard wrapped.

In texts of one paragraph a line 0 to .05 do, in hard-wrapped ones .5 to .9 (names open lines too).
"""
FULL_LINE = 0.8
"""Of the widest line: a shorter one that ends a sentence ends its paragraph in wrapped text."""
_TERMINAL = tuple(".!?…:;。！？؟۔।")
_CLOSERS = "\"'”’»›)]}″“」』）】》"
_BULLET = re.compile(r"(?:[-–—•·▪●◦‣*■□►▶➤✓✔]\s+)+|[QAFВО]\s?:\s+(?=\w)")
"""Before an entry of a list, a question or an answer (Q: A:, in German F:, in Russian В: О:)."""

_EMPHASIS = re.compile(r"(_{1,3}|\*{1,3})(?=[^\s_*])")


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line] = field(default_factory=list)
    cut_before: bool = False
    """A dropped line cuts its first sentence."""
    cut_after: bool = False


def sentences(cleaned: Cleaned) -> tuple[Sentence, ...]:
    """All sentences of the body; one that a dropped line interrupts is left out.

    The mark of a list item and the agency's prefix of the lead belong to no sentence.
    """
    text, seen = cleaned.document.text, dict[str, int]()
    found: list[Sentence] = []
    for number, paragraph in enumerate(_paragraphs(cleaned)):
        starts = [line.start for line in paragraph.lines]
        start, end = starts[0], paragraph.lines[-1].end
        prefix = dateline if number else lead_in
        start += prefix(text[start : paragraph.lines[0].end])
        bullet = _BULLET.match(text, start, end)
        start = bullet.end() if bullet else start
        start, end = _unmarked(text, start, end)
        spans = split(text[start:end], cleaned.language)
        last = len(spans) - paragraph.cut_after
        for left, right in spans[paragraph.cut_before : last]:
            shown = basics.squeeze(text[start + left : start + right])
            sentence = Sentence(
                id=basics.sentence_id(shown, seen),
                text=shown,
                line=paragraph.lines[bisect_right(starts, start + left) - 1].n,
                start=start + left,
                end=start + right,
                paragraph=number,
            )
            found.append(sentence)
    return tuple(found)


def _unmarked(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the marks of emphasis around a whole paragraph; inside one they are its own."""
    marked = _EMPHASIS.match(text, start, end)
    if marked is None:
        return start, end
    left, right = start + len(marked[1]), end - len(marked[1])
    whole = text.endswith(marked[1], left, end) and marked[1][0] not in text[left:right]
    return (left, right) if whole and left < right else (start, end)


def _paragraphs(cleaned: Cleaned) -> Iterator[_Paragraph]:
    text = cleaned.document.text
    body = [line for line in cleaned.lines if line.label == "body"]
    dropped = [line.n for line in cleaned.lines if line.label != "body"]
    width = _wrapped_at(text, body)
    paragraph = _Paragraph(lines=body[:1])
    for last, line in pairwise(body):
        between = bisect_right(dropped, line.n) - bisect_right(dropped, last.n)
        gap = line.n - last.n - 1
        if between:
            same_paragraph = width and gap == between and not _complete(text, last)
            paragraph.cut_after = bool(same_paragraph) or _runs_on(text, last, line)
        elif not gap and _joins(text, last, line, width):
            paragraph.lines.append(line)
            continue
        yield paragraph
        paragraph = _Paragraph(lines=[line], cut_before=paragraph.cut_after)
    if body:
        yield paragraph


def _complete(text: str, line: Line) -> bool:
    return text[line.start : line.end].rstrip(_CLOSERS).endswith(_TERMINAL)


def _runs_on(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence runs from one line into the next, by the letters at the break."""
    return not _complete(text, line) and text[following.start].islower()


def _joins(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether adjacent lines are of one paragraph; `width` is 0 where text is not hard wrapped."""
    if _BULLET.match(text, following.start, following.end):
        return False
    if not width:
        return _runs_on(text, line, following)
    return not _complete(text, line) or line.end - line.start >= FULL_LINE * width


def _wrapped_at(text: str, body: list[Line]) -> int:
    """Width of the widest line of hard-wrapped text in code points, 0 where it is not wrapped."""
    pairs = [(a, b) for a, b in pairwise(body) if b.n == a.n + 1]
    running = sum(_runs_on(text, a, b) for a, b in pairs)
    if running <= WRAPPED_SHARE * len(pairs):
        return 0
    return max(line.end - line.start for line in body)

"""Words in quotation marks and who says them, verbatim.

A quotation may run over several sentences of a paragraph; each sentence then holds its part of it.
The speaker is named only by words that stand right beside the marks: `“…,” said NAME`,
`NAME said: “…”`, `“…,” NAME, the minister, told reporters`. A pronoun names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from digest.extract.evidence import SAYS
from digest.models import Cleaned, Quotation, Sentence
from digest.text import words

MIN_WORDS = 4
"""Shorter ones are names of things and words held at a distance ("closest partner")."""
_PAIRS = (
    ("“", "”"),
    ("«", "»"),
    ("„", "“”"),
    ('"', '"'),
)
_NAME = (
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr|President)\.?\s)?"
    r"[A-ZА-ЯЁІЎ][\w’'-]+(?:\s(?:[A-ZА-ЯЁІЎ][\w’'-]+|[A-Z]\.|de|van|von|al)){0,3})"
)
_SAYS = (
    rf"(?:has\s|had\s|later\s|also\s|then\s)?"
    rf"(?:{SAYS}|continued|concluded|quipped|сказал\w?|заявил\w?|sagte)"
)
_APPOSITION = r"(?:,[^,;.“”\"«»]{2,60},)?"
_ROLE = r"(?:(?:[\w’'-]+\s){0,5}?)"
_SPEAKER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[,.]?\s*{_SAYS}\s{_ROLE}{_NAME}",
        rf"[,.]?\s*{_ROLE}{_NAME}{_APPOSITION}\s{_SAYS}\b",
    )
)
"""Behind a quotation: `said the analyst NAME`, `the analyst NAME, of PLACE, wrote`."""
_OPENS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME}{_APPOSITION}\s{_SAYS}\b[^.;“”\"«»]{{0,60}}$",
        rf"{_NAME}:\s*$",
    )
)
"""Before a quotation: `NAME told reporters that`, `NAME:`."""
WINDOW = 160
"""Characters before a quotation in which its speaker stands: a clause."""
_NOBODY = frozenset(
    "he she they it we i but and the in on at this that when as while after".split()
)


def quotations(cleaned: Cleaned, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Find the quotations of a text, in reading order."""
    _ = cleaned
    return tuple(
        quotation
        for _, group in groupby(sentences, key=lambda s: s.paragraph)
        for quotation in _paragraph(list(group))
    )


def _paragraph(sentences: list[Sentence]) -> Iterator[Quotation]:
    text, starts = "", []
    for sentence in sentences:
        starts.append(len(text))
        text += sentence.text + " "
    speaker = None
    for start, end in _marked(text):
        # A paragraph keeps its speaker until it names another: “…,” said A. “…”
        speaker = _speaker(text, start, end) or speaker
        for sentence, at in zip(sentences, starts, strict=True):
            first, last = max(start, at), min(end, at + len(sentence.text))
            said = text[first:last].strip()
            if len(words(said)) >= MIN_WORDS:
                yield Quotation(text=said, speaker=speaker, sentence=sentence.id)


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between quotation marks; an open one runs to the paragraph's end."""
    at = 0
    while at < len(text):
        found = [(text.find(left, at), left, right) for left, right in _PAIRS]
        opened = [one for one in found if one[0] >= 0]
        if not opened:
            return
        start, left, rights = min(opened)
        ends = [place for right in rights if (place := text.find(right, start + 1)) >= 0]
        if not ends and left == '"':
            return
        end = min(ends, default=len(text.rstrip()))
        yield start + 1, end
        at = end + 1


def _speaker(text: str, start: int, end: int) -> str | None:
    behind = (pattern.match(text, end + 1) for pattern in _SPEAKER)
    clause = text[max(0, start - 1 - WINDOW) : start - 1]
    before = (pattern.search(clause) for pattern in _OPENS)
    names = (match["name"] for match in (*behind, *before) if match)
    return next((name for name in names if _is_name(name)), None)


def _is_name(name: str) -> bool:
    return name.split(maxsplit=1)[0].casefold() not in _NOBODY

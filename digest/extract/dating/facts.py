"""The dated statements of an article's prose, gathered once for all that reasons about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from digest.extract.dating import spans
from digest.extract.dating.expressions import Expression, find
from digest.extract.dating.spans import Span, Spans
from digest.extract.dating.tense import Tense, tense
from digest.models import Cleaned, Evidence, Sentence
from digest.text import squeeze

SENTENCES = 400
"""Body sentences that are read for the publication date: 99 % of news texts are shorter."""
CAPTIONS = 100
LENGTH = 2_000
"""Characters of a passage that are read: ten times a long sentence."""
DATES = 1_000
"""Dates that are reasoned about; the labelled texts hold at most 100."""
_BEFORE = re.compile(r"(?:[^\s.,;:()]{1,20} ){0,5}$")
_AFTER = re.compile(r"(?: ?[\w'’-]{1,20}){0,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A body sentence or a caption."""

    text: str
    line: int
    body: int | None
    """Place among the body sentences, None for a caption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A date in its passage."""

    found: Expression
    passage: Passage
    tense: Tense | None

    @property
    def days(self) -> Span | None:
        """Days it covers, None without a year."""
        found = self.found
        return spans.of(found.year, found.month, found.day) if found.year else None

    @property
    def evidence(self) -> Evidence:
        """Where it stands, with a few words on either side."""
        return said(self.passage, self.found.start, self.found.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """Days on which the article may have been published, and what says so."""

    days: Spans
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All of it, in reading order."""

    passages: tuple[Passage, ...]
    seen: tuple[Seen, ...]


def gather(cleaned: Cleaned, sentences: Sequence[Sentence]) -> Facts:
    """Read body and captions; dropped lines (menus, promos, notices) date nothing.

    Tense and reference are read in English alone: for another language there are no facts.
    """
    if cleaned.language not in {"en", None}:
        return Facts(passages=(), seen=())
    text = cleaned.document.text
    captions = [line for line in cleaned.lines if line.label == "caption"][:CAPTIONS]
    passages = [
        Passage(text=one.text[:LENGTH], line=one.line, body=order)
        for order, one in enumerate(sentences[:SENTENCES])
    ] + [
        Passage(
            text=squeeze(text[line.start : min(line.end, line.start + LENGTH)]),
            line=line.n,
            body=None,
        )
        for line in captions
    ]
    dates = (
        Seen(found=found, passage=one, tense=tense(one.text, found.start, found.end))
        for one in passages
        for found in find(one.text, "en")
        if found.other is None
    )
    seen = tuple(islice(dates, DATES))
    return Facts(passages=tuple(passages), seen=seen)


def said(passage: Passage, start: int, end: int) -> Evidence:
    """Quote `start` to `end` with the words beside it that make it readable."""
    before, after = _BEFORE.search(passage.text[:start]), _AFTER.match(passage.text[end:])
    start -= len(before[0]) if before else 0
    end += len(after[0]) if after else 0
    return Evidence(line=passage.line, text=passage.text[start:end].strip())

"""Shares and counts of a text: figures that are no money."""

from __future__ import annotations

from digest.extract.counts import counts
from digest.extract.shares import HINTS, shares
from digest.models import Quantity, Sentence


def quantities(sentences: tuple[Sentence, ...], language: str | None) -> tuple[Quantity, ...]:
    """Find the shares and counts of a text, in reading order: shares in every language."""
    found: list[Quantity] = []
    for sentence in sentences:
        here: list[Quantity] = []
        lower = sentence.text.lower()
        if any(map(lower.__contains__, HINTS)):
            here += shares(sentence, english=language == "en")
        if language == "en":
            here += counts(sentence)
        found += sorted(here, key=lambda q: sentence.text.find(q.text))
    return tuple(found)

"""Sums of money."""

from __future__ import annotations

from digest.models import Amount, Sentence


def amounts(sentences: tuple[Sentence, ...]) -> tuple[Amount, ...]:
    """Find the sums of money of a text."""
    _ = sentences
    return ()

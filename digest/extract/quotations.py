"""Words in quotation marks and who says them."""

from __future__ import annotations

from digest.models import Cleaned, Quotation, Sentence


def quotations(cleaned: Cleaned, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Find the quotations of a text."""
    _ = cleaned, sentences
    return ()

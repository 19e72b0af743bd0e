"""When an article was published, and which dates it names."""

from __future__ import annotations

from digest.models import Cleaned, DateMention, Published, Sentence
from digest.settings import EventSettings


def published(
    cleaned: Cleaned, sentences: tuple[Sentence, ...], events: tuple[EventSettings, ...]
) -> Published | None:
    """Say when `cleaned` was published, None where nothing supports a date."""
    del sentences, events
    raw = cleaned.document.raw
    if raw.front.date is not None:
        return Published(date=raw.front.date, confidence="high", basis="front matter")
    for clue in cleaned.document.meta.dates[:1]:
        return Published(date=clue.date, confidence=clue.confidence, basis=clue.basis)
    return None


def mentions(
    cleaned: Cleaned,
    sentences: tuple[Sentence, ...],
    published: Published | None,
    events: tuple[EventSettings, ...],
) -> tuple[DateMention, ...]:
    """List the dates that the body names, resolved as far as the text allows."""
    del cleaned, sentences, published, events
    return ()

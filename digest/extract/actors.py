"""Persons and organisations."""

from __future__ import annotations

from digest.models import Actor, Cleaned, Sentence
from digest.settings import ActorSettings


def actors(
    cleaned: Cleaned, sentences: tuple[Sentence, ...], settings: tuple[ActorSettings, ...]
) -> tuple[Actor, ...]:
    """Find the actors of a text."""
    _ = cleaned, sentences, settings
    return ()

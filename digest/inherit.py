"""Dates that articles of one story give each other, decided once and never fed back."""

from __future__ import annotations

from collections.abc import Sequence

from digest.models import Article, Grouping, Published


def inherit(
    articles: Sequence[Article], groupings: Sequence[Grouping]
) -> dict[str, Published | None]:
    """Map each article's id to its own date, or to what its story supports."""
    del groupings
    return {article.id: article.published for article in articles}

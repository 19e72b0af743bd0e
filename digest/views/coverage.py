"""How much was written on each topic, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.views.parts import Count, DateView, TopicRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.views.site import Site

MONTHS = 48
"""Months that a picture tells apart on a phone; a longer span is drawn by year."""
_MONTH, _YEAR = len("2021-02"), len("2021")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Articles of each topic by month, or by year where the span is long."""

    dates: tuple[DateView, ...]
    """The months or years that have an article, oldest first."""
    rows: tuple[tuple[TopicRef, tuple[Count, ...]], ...]
    unit: str
    """`month` or `year`."""
    undrawn: Count
    """Articles on a topic whose month (or year) is not known."""

    @property
    def table(self) -> tuple[tuple[DateView, tuple[Count, ...]], ...]:
        """The same, a row for each month or year, newest first."""
        columns = zip(*(counts for _, counts in self.rows), strict=True)
        return tuple(zip(reversed(self.dates), reversed(list(columns)), strict=True))


def coverage(site: Site, topics: Iterable[TopicRef]) -> CoverageView:
    """Count the articles on some topics by when they were published."""
    topics = tuple(topics)
    held = {t.slug: [site.date(e).iso or "" for e, _ in site.on_topic(t.slug)] for t in topics}
    months = sorted({d[:_MONTH] for dates in held.values() for d in dates if len(d) >= _MONTH})
    by_year = bool(months) and _span(months[0], months[-1]) > MONTHS
    size = _YEAR if by_year else _MONTH
    known = sorted({d[:size] for dates in held.values() for d in dates if len(d) >= size})
    counted = {
        slug: [sum(d.startswith(k) for d in dates) for k in known] for slug, dates in held.items()
    }
    on = {e.article.id: e for t in topics for e, _ in site.on_topic(t.slug)}
    undrawn = sum(len(site.date(e).iso or "") < size for e in on.values())
    scope = f"topic:{topics[0].slug}" if len(topics) == 1 else "site"
    return CoverageView(
        dates=tuple(DateView(iso=k) for k in known),
        rows=tuple(
            (
                topic,
                tuple(
                    Count(name=f"topic:{topic.slug}@{k}.articles", value=n)
                    for k, n in zip(known, counted[topic.slug], strict=True)
                ),
            )
            for topic in topics
        ),
        unit="year" if by_year else "month",
        undrawn=Count(name=f"{scope}.{'yearless' if by_year else 'monthless'}", value=undrawn),
    )


def _span(first: str, last: str) -> int:
    def months(key: str) -> int:
        return 12 * int(key[:4]) + int(key[5:7])

    return months(last) - months(first) + 1

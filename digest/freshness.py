"""When something new was last said of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.changes import compare
from digest.editions.edition import key
from digest.grouping.align import WITHIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.models import Entry


def first_day(iso: str) -> str:
    """Return the first day of a date of any precision, as an ISO date."""
    year, month, day = (*iso.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}"


def told(entries: Sequence[Entry]) -> tuple[Entry, Entry] | None:
    """Return the articles that first and last brought something new; None where all are undated.

    An article brings news on its day when it holds a sentence that the site shows and that no
    earlier of `entries` says in the same or in other words; a sentence whose figures were replaced
    or whose plan has come true is new. So copies, repetitions and undated texts move nothing.
    """
    dated = sorted((_day(e), e.article.id, e) for e in entries if e.published)
    found = [entry for _, _, entry in dated]
    said: set[str] = set()
    news: list[Entry] = []
    for n, entry in enumerate(found):
        own = {s.id: key(s.text) for s in entry.article.sentences}
        fresh = {s for s in entry.shown if s in own and own[s] not in said}
        if n == 0 or _brings(entry, fresh, found[max(0, n - WITHIN) : n]):
            news.append(entry)
        said.update(own.values())
    return (news[0], news[-1]) if news else None


def _day(entry: Entry) -> str:
    return first_day(entry.published.date) if entry.published else ""


def _brings(entry: Entry, fresh: set[str], earlier: Sequence[Entry]) -> bool:
    """Say whether one of some sentences is news beside earlier texts, the nearest first."""
    for other in reversed(earlier):
        if not fresh:
            return False
        found = compare(other.article.sentences, entry.article.sentences)
        fresh &= {c.newer for c in found if c.newer and c.kind in {"new", "superseded"}}
    return bool(fresh)

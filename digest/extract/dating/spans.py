"""Sets of days as sorted, disjoint (first, last) pairs of proleptic Gregorian ordinals."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]

UNSET = frozenset({"1970-01-01", "1900-01-01", "1980-01-01"})
"""What programs write where no day was set: where their clocks begin."""


def meet(one: Spans, two: Spans) -> Spans:
    """Days in both, by one merge over the two lists."""
    out: list[Span] = []
    i = j = 0
    while i < len(one) and j < len(two):
        low, high = max(one[i][0], two[j][0]), min(one[i][1], two[j][1])
        if low <= high:
            out.append((low, high))
        if one[i][1] < two[j][1]:
            i += 1
        else:
            j += 1
    return tuple(out)


def of(year: int, month: int | None = None, day: int | None = None) -> Span | None:
    """Days that a date of this precision covers; None where it does not exist."""
    try:
        if month is None:
            return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        if day is None:
            last = monthrange(year, month)[1]
            return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
        return (date(year, month, day).toordinal(),) * 2
    except ValueError:
        return None


def of_iso(iso: str) -> Span | None:
    """Days of an ISO date of any precision; None where it is none."""
    try:
        parts = [int(part) for part in iso.split("-")]
    except ValueError:
        return None
    return of(*parts) if len(parts) in {1, 2, 3} else None


def iso(days: Spans) -> str | None:
    """Return the most precise ISO date that covers all `days`, None when they cross years."""
    if not days:
        return None
    first, last = date.fromordinal(days[0][0]), date.fromordinal(days[-1][1])
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"{first.year:04d}" if first.year == last.year else None

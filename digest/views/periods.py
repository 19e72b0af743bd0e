"""Long lists in pages that stay: by month, and within a month by parts that only ever grow.

Parts are filled oldest first, so that an article added today changes the last part and no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from digest.views.parts import DateView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Generic[_T]):
    """A page of a long list, newest first."""

    key: str
    """`2021-02`, `2021-02-2` for its second part, `2021` or `undated`."""
    date: DateView
    part: int
    """1 unless a month fills several pages."""
    items: tuple[_T, ...]


def periods(
    items: Iterable[_T], date: Callable[[_T], str | None], most: int
) -> tuple[Period[_T], ...]:
    """Cut `items` (newest first) into pages of at most `most`, newest first, undated last."""
    months: dict[str, list[_T]] = {}
    for item in items:
        months.setdefault((date(item) or "")[:7], []).append(item)
    pages = [
        Period(
            key=f"{month or 'undated'}{f'-{part}' if part > 1 else ''}",
            date=DateView(iso=month or None),
            part=part,
            items=tuple(chunk),
        )
        for month, held in months.items()
        for part, chunk in _parts(held, most)
    ]
    return tuple(sorted(pages, key=lambda p: (p.date.iso or "", p.part), reverse=True))


def _parts(held: Sequence[_T], most: int) -> list[tuple[int, Sequence[_T]]]:
    oldest = list(reversed(held))
    return [
        (number, list(reversed(oldest[start : start + most])))
        for number, start in enumerate(range(0, len(oldest), most), start=1)
    ]

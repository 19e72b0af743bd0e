"""What the comparisons share: which pairs to look at, and pairs joined to groups."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from digest.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

_T = TypeVar("_T")
NEIGHBOURS = 300
"""Of what shares a key, how many are looked at with each: the largest of the 593 public stories has
fewer. 100 texts of eight figures each, all alike, took 5 s without."""
LETTERS = 4
"""Shorter words are mostly function words, in every language with spaces."""


def long_words(text: str) -> frozenset[str]:
    """Return the longer words of a text, folded, without those that hold a digit."""
    long = (w for w in words(fold(text)) if len(w) >= LETTERS)
    return frozenset(w for w in long if not any(c.isdigit() for c in w))


def sharing(
    found: Iterable[_T], keys: Callable[[_T], Iterable[Hashable]]
) -> Iterator[tuple[_T, _T]]:
    """Yield the pairs that have a key in common, each once, in the order of `combinations`.

    A story of a thousand texts has too many pairs: each is looked at with `NEIGHBOURS` further on.
    """
    items = list(found)
    places: dict[Hashable, list[int]] = {}
    for place, item in enumerate(items):
        for key in keys(item):
            places.setdefault(key, []).append(place)
    for place, item in enumerate(items):
        others: set[int] = set()
        for key in keys(item):
            held = places[key]
            at = bisect_right(held, place)
            others.update(held[at : at + NEIGHBOURS])
        yield from ((item, items[other]) for other in sorted(others))


def gathered(
    pairs: Iterable[tuple[_T, _T]],
    value: Callable[[_T], object],
    thing: Callable[[_T], Hashable],
) -> list[tuple[_T, ...]]:
    """Join pairs whose members are one `thing`; each group holds one member for each value."""
    groups: list[dict[object, _T]] = []
    held: dict[Hashable, int] = {}
    for pair in pairs:
        things = [thing(one) for one in pair]
        place = next((held[t] for t in things if t in held), len(groups))
        if place == len(groups):
            groups.append({})
        for one, of in zip(pair, things, strict=True):
            if groups[place].setdefault(value(one), one) is one:
                held.setdefault(of, place)
    return [tuple(group.values()) for group in groups]

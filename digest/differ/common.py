"""What the comparisons share: which pairs to look at, and pairs joined to groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from digest.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

_T = TypeVar("_T")
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

    A story of a thousand texts has too many pairs to look at each.
    """
    items = list(found)
    places: dict[Hashable, list[int]] = {}
    for place, item in enumerate(items):
        for key in keys(item):
            places.setdefault(key, []).append(place)
    for place, item in enumerate(items):
        others = {other for key in keys(item) for other in places[key] if other > place}
        yield from ((item, items[other]) for other in sorted(others))


def gathered(
    pairs: Iterable[tuple[_T, _T]],
    value: Callable[[_T], object],
    thing: Callable[[_T], object] = lambda held: held,
) -> list[tuple[_T, ...]]:
    """Join pairs whose members are one `thing`; each group holds one member for each value."""
    groups: list[list[_T]] = []
    for pair in pairs:
        things = [thing(held) for held in pair]
        group = next((g for g in groups if any(thing(held) in things for held in g)), None)
        if group is None:
            groups.append(group := [])
        values = {value(held) for held in group}
        group += [held for held in pair if value(held) not in values]
    return [tuple(group) for group in groups]

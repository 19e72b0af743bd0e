"""The sentence before, shown dimmed: only where it does not stand right above already."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from digest.text import base_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.views.parts import Item, SentenceView
    from digest.views.site import Site

NEAR = 3
"""Sentences above within which a reader still has one before the eyes."""


def leans(site: Site, article: str, sentence: str) -> int:
    """Return 0 for a sentence that stands alone, 1 where the one before is shown, 2 where not."""
    before = site.leaning.get((article, sentence))
    if not before:
        return 0
    return 1 if (article, before) in site.sentences else 2


def in_order(items: Iterable[Item], *, above: Sequence[Item] = ()) -> tuple[Item, ...]:
    """Put each sentence that leans on another of the list right behind it; the rest stays in order.

    The other is then not printed a second time. `above` are the items right above the list.
    """
    items, above = tuple(items), above[-NEAR:]
    here = {_key(item.sentence) for item in (*items, *above)}
    behind: dict[str, list[Item]] = {}
    first: list[Item] = []
    for item in items:
        if item.context and _key(item.context) in here:
            behind.setdefault(_key(item.context), []).append(replace(item, context=None))
        else:
            first.append(item)
    found: list[Item] = []
    opening = [i for one in reversed(above) for i in behind.pop(_key(one.sentence), ())]
    stack = [*reversed([*opening, *first])]
    while stack:
        found.append(stack.pop())
        stack += reversed(behind.pop(_key(found[-1].sentence), ()))
    return (*found, *(item for held in behind.values() for item in held))


def unrepeated(items: Iterable[Item]) -> Iterator[Item]:
    """Leave the order as it is and take a context away that is among the sentences just above."""
    above: deque[str] = deque(maxlen=NEAR)
    for item in items:
        if item.context and _key(item.context) in above:
            item = replace(item, context=None)  # noqa: PLW2901 - the same without it
        above += [_key(said) for said in (item.context, item.sentence) if said]
        yield item


def _key(sentence: SentenceView) -> str:
    return base_id(sentence.id)

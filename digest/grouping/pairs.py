"""Pairs of items that share keys, found through an inverted index of bounded postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


BATCH = 4_000_000
"""Pairs held before equal ones are counted together: 32 MB."""


def sharing(
    keys: NDArray[np.uint64], holders: Ints, size: int, neighbours: int
) -> tuple[Ints, Ints, Ints]:
    """Find the pairs of holders (places 0 to `size` - 1) with a key in common.

    `keys[i]` belongs to `holders[i]`; holders ascend. Where more than `neighbours` + 1 hold a key,
    each is paired with the next `neighbours` places only, so the work is at most `neighbours`
    pairs for an entry. Returns first places, second places (larger) and the number of keys that
    each pair shares.
    """
    import numpy as np  # noqa: PLC0415 - loaded only where articles are compared

    order = np.argsort(keys, kind="stable")
    keys, holders = keys[order], holders[order]
    starts = np.arange(len(keys))
    pairs, counts = np.zeros(0, np.int64), np.zeros(0, np.int64)
    pending: list[Ints] = []
    for step in range(1, neighbours + 1):
        starts = starts[starts < len(keys) - step]
        starts = starts[keys[starts] == keys[starts + step]]
        pending.append(holders[starts] * size + holders[starts + step])
        if sum(map(len, pending)) > BATCH or step == neighbours:
            pairs, counts = _count(pairs, counts, np.concatenate(pending))
            pending = []
    return pairs // max(1, size), pairs % max(1, size), counts


def _count(pairs: Ints, counts: Ints, more: Ints) -> tuple[Ints, Ints]:
    """Add up the counts of distinct pairs with some more of them."""
    import numpy as np  # noqa: PLC0415

    more = np.sort(more)
    edges = np.flatnonzero(np.concatenate([[True], more[1:] != more[:-1], [True]]))
    fresh, times = more[edges[:-1]] if len(more) else more, np.diff(edges)[: len(more)]
    if not len(pairs):
        return fresh, times
    found, where = np.unique(np.concatenate([pairs, fresh]), return_inverse=True)
    sums = np.zeros(len(found), np.int64)
    np.add.at(sums, where, np.concatenate([counts, times]))
    return found, sums

"""Pairs of items that share keys, found through an inverted index of bounded postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def sharing(
    keys: NDArray[np.uint64], holders: Ints, size: int, neighbours: int
) -> tuple[Ints, Ints, Ints]:
    """Find the pairs of holders (places 0 to `size` - 1) with a key in common.

    `keys[i]` belongs to `holders[i]`. Where more than `neighbours` + 1 hold a key, each is paired
    with the next `neighbours` places only, so the work is at most `neighbours` pairs for an entry.
    Returns first places, second places (larger) and the number of keys each pair shares.
    """
    import numpy as np  # noqa: PLC0415 - loaded only where articles are compared

    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    pairs, counts = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for step in range(1, neighbours + 1):
        same = keys[:-step] == keys[step:]
        if not same.any():
            break
        codes = holders[:-step][same] * size + holders[step:][same]
        counts = np.concatenate([counts, np.ones_like(codes)])
        pairs, counts = _sum(np.concatenate([pairs, codes]), counts)
    return pairs // max(1, size), pairs % max(1, size), counts


def _sum(codes: Ints, counts: Ints) -> tuple[Ints, Ints]:
    import numpy as np  # noqa: PLC0415

    found, where = np.unique(codes, return_inverse=True)
    return found, np.bincount(where, counts, len(found)).astype(np.int64)

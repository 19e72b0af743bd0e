"""Which texts share wording: containment of word shingles, found through a sampled inverted index.

Shingles and containment after Broder 1997 (On the resemblance and containment of documents),
sampling modulo a number after Manber 1994 (Finding similar files in a large file system).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.grouping.pairs import sharing

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.grouping.tokens import Tokens

    Hashes = NDArray[np.uint64]

SHINGLE = 5
"""Words in a shingle: the usual length for news (4 to 7 in the literature)."""
SAMPLE = 4
"""One shingle in four is indexed: 25 of a text of 100 words."""
CONTAINED = 0.5
"""Share of the shorter text's shingles that makes it a copy or version of the other."""
CANDIDATE = 0.25
"""Share of sampled shingles from which a pair is looked at in full: half of CONTAINED."""
NEIGHBOURS = 16
"""Texts with the same shingle that are compared with each one, next in length; bounds the work."""
ENOUGH = 8
"""Shared shingles below which two texts share a phrase, not their wording."""
CACHED = 20_000
"""Texts whose shingles are held while pairs are looked at: 80 MB at 500 words."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two texts that share wording, by their places; `first` has no more shingles than `second`."""

    first: int
    second: int
    shared: int
    """Number of shingles that both hold."""
    first_in_second: float
    """Share of the first text's shingles that the second holds, 0 to 1."""
    second_in_first: float


def shingles(ids: NDArray[np.uint32]) -> Hashes:
    """Sorted, distinct 64-bit hashes of the runs of `SHINGLE` words."""
    import numpy as np  # noqa: PLC0415

    size = len(ids) - SHINGLE + 1
    if size < 1:
        return np.zeros(0, np.uint64)
    mixed = np.zeros(size, np.uint64)
    for k in range(SHINGLE):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + ids[k : k + size]
    mixed = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(0xD6E8FEB86659FD93)
    return np.unique(mixed ^ (mixed >> np.uint64(32)))


def overlaps(texts: Sequence[Tokens]) -> list[Overlap]:
    """List the pairs of texts of which one is contained in the other by `CONTAINED` or more.

    The result depends on the order of `texts` only where more than `NEIGHBOURS` share a shingle:
    give them in an order of their own. Near-linear: each shingle of a text leads to at most
    `NEIGHBOURS` others.
    """

    @lru_cache(maxsize=CACHED)
    def of(i: int) -> Hashes:
        return shingles(texts[i].ids)

    found = (_overlap(i, j, of(i), of(j)) for i, j in _candidates(texts))
    return [o for o in found if o is not None]


def _overlap(i: int, j: int, first: Hashes, second: Hashes) -> Overlap | None:
    if len(first) > len(second):
        i, j, first, second = j, i, second, first
    shared = common(first, second)
    if shared < ENOUGH or shared < CONTAINED * len(first):
        return None
    return Overlap(i, j, shared, shared / len(first), shared / len(second))


def common(a: Hashes, b: Hashes) -> int:
    """Count the shingles that both hold."""
    import numpy as np  # noqa: PLC0415

    if not len(a) or not len(b):
        return 0
    return int((b[np.minimum(np.searchsorted(b, a), len(b) - 1)] == a).sum())


def _candidates(texts: Sequence[Tokens]) -> list[tuple[int, int]]:
    """Pairs that share enough of their sampled shingles to be looked at in full."""
    import numpy as np  # noqa: PLC0415

    samples = []
    for text in texts:
        every = shingles(text.ids)
        samples.append(every[every % np.uint64(SAMPLE) == 0])
    sizes = np.array([len(s) for s in samples], np.int64)
    by_length = np.argsort(sizes, kind="stable")
    keys = np.concatenate([*(samples[i] for i in by_length), np.zeros(0, np.uint64)])
    holders = np.repeat(np.arange(len(texts)), sizes[by_length])
    firsts, seconds, counts = sharing(keys, holders, len(texts), NEIGHBOURS)
    firsts, seconds = by_length[firsts], by_length[seconds]
    enough = counts >= CANDIDATE * np.minimum(sizes[firsts], sizes[seconds])
    return sorted(zip(firsts[enough].tolist(), seconds[enough].tolist(), strict=True))

"""Stories: average linkage over the pairs that share what is rare.

Average linkage (UPGMA) on sums of vectors, where the average similarity of two clusters is one
product; only clusters that an inverted index of heavy terms brings together are compared.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.grouping.pairs import sharing
from digest.grouping.vectors import LEAD_TERMS, add, similarity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.grouping.vectors import Vector

SAME_EVENT = 0.23
"""Average similarity from which clusters are one story: in the middle of what look-alike events
want (.21 to .26 within .01 of the best BCubed F1) and articles of one beat (.19 to .24)."""
PROMISING = 0.5
"""Share of `SAME_EVENT` below which a pair is not followed up."""
HEAVY = 24
"""Heaviest terms of an article that are indexed: with two in common they find .984 of the pairs
above .2, 16 find .956 and miss articles of one sentence."""
NEIGHBOURS = 16
"""Articles with the same heavy term that are compared with each one, next in time."""
TOGETHER = 2
"""Heavy terms that two articles must share to be compared."""
ALIKE = 2
"""Clusters that are named as nearly the same event: a reader who doubts looks at one or two."""
NEARLY = 0.7
"""Share of `SAME_EVENT` from which a cluster is so named: above it 16 of the 20 named in the
labelled news and in our own sample are on one matter; at .5, of 49, half are only on one beat."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What belongs together, and what nearly did."""

    clusters: list[list[int]]
    """Places of the vectors, ascending in each cluster; clusters by first place."""
    alike: list[list[int]]
    """For each cluster those kept apart from it that are most like it, nearest first."""


def link(
    vectors: Sequence[Vector], apart: Callable[[int, int], bool] = lambda _i, _j: False
) -> Linked:
    """Cluster the vectors.

    `vectors` are in an order of their own, best by time (postings are cut along it). Two of which
    `apart` says so never come into one cluster.
    """
    barred: dict[int, set[int]] = {i: set() for i in range(len(vectors))}
    clusters = dict(enumerate(vectors))
    members = {i: [i] for i in clusters}
    near: dict[int, set[int]] = {i: set() for i in clusters}
    heap: list[tuple[float, int, int]] = []
    for i, j in _candidates(vectors):
        close = similarity(vectors[i], vectors[j])
        if close >= PROMISING * SAME_EVENT and apart(i, j):
            barred[i].add(j)
            barred[j].add(i)
        elif close >= PROMISING * SAME_EVENT:
            near[i].add(j)
            near[j].add(i)
            if close >= SAME_EVENT:
                heap.append((-close, i, j))
    heapq.heapify(heap)
    fresh = len(vectors)
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in clusters or j not in clusters:
            continue
        clusters[fresh] = add(clusters.pop(i), clusters.pop(j))
        members[fresh] = members.pop(i) + members.pop(j)
        near[fresh] = (near.pop(i) | near.pop(j)) - {i, j}
        barred[fresh] = barred.pop(i) | barred.pop(j)
        for k in barred[fresh]:
            barred[k] = (barred[k] - {i, j}) | {fresh}
        for k in sorted(near[fresh]):
            near[k] = (near[k] - {i, j}) | {fresh}
            close = similarity(clusters[fresh], clusters[k])
            if k not in barred[fresh] and close >= SAME_EVENT:
                heapq.heappush(heap, (-close, k, fresh))
        fresh += 1
    order = sorted(members, key=lambda k: min(members[k]))
    place = {k: n for n, k in enumerate(order)}
    return Linked(
        [sorted(members[k]) for k in order],
        [[place[other] for other in _nearest(k, near[k], clusters, place)] for k in order],
    )


def _nearest(
    one: int, near: set[int], clusters: dict[int, Vector], place: dict[int, int]
) -> list[int]:
    close = {other: similarity(clusters[one], clusters[other]) for other in near}
    kept = (other for other in close if close[other] >= NEARLY * SAME_EVENT)
    return sorted(kept, key=lambda other: (-close[other], place[other]))[:ALIKE]


def _candidates(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    import numpy as np  # noqa: PLC0415 - loaded only where articles are compared

    heavy = [_heavy(v) for v in vectors]
    keys = np.concatenate([*heavy, np.zeros(0, np.uint64)])
    holders = np.repeat(np.arange(len(vectors)), [len(h) for h in heavy])
    firsts, seconds, counts = sharing(keys, holders, len(vectors), NEIGHBOURS)
    enough = counts >= TOGETHER
    return list(zip(firsts[enough].tolist(), seconds[enough].tolist(), strict=True))


def _heavy(vector: Vector) -> NDArray[np.uint64]:
    """Heaviest terms of the whole text."""
    import numpy as np  # noqa: PLC0415

    terms = np.flatnonzero((vector.terms < LEAD_TERMS) & (vector.weights > 0))
    order = np.lexsort((vector.terms[terms], -vector.weights[terms]))
    return vector.terms[terms[order[:HEAVY]]]

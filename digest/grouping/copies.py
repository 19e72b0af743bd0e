"""Copy groups: texts that are copies or versions of one another, without chains over round-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.grouping import shingles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.grouping.shingles import Overlap
    from digest.grouping.tokens import Tokens

RESEMBLES = 0.6
"""Share of *both* texts from which they are versions of one text. More than half: two different
articles cannot both fill more than half of a round-up, so no round-up joins its parts here."""


class Forest:
    """Disjoint sets over places 0 to n - 1; the smallest member stands for its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, i: int) -> int:
        """Smallest member of the set of `i`."""
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make the sets of `i` and `j` one."""
        i, j = sorted((self.root(i), self.root(j)))
        self._parent[j] = i

    def sets(self) -> list[tuple[int, ...]]:
        """All sets of two or more, each ascending, in the order of their smallest members."""
        found: dict[int, list[int]] = {}
        for i in range(len(self._parent)):
            found.setdefault(self.root(i), []).append(i)
        return [tuple(members) for members in found.values() if len(members) > 1]


def group_texts(
    texts: Sequence[Tokens], apart: Callable[[int, int], bool] = lambda _i, _j: False
) -> list[tuple[int, ...]]:
    """Group the texts that share their wording, two or more; `apart` vetoes a pair.

    Texts that resemble each other both ways are joined first. Then each longer text joins the
    groups of those it contains, shortest first, but only *one* group: the one it shares most
    with. So a round-up stands with one of its parts and never joins two of them.
    """
    edges = [o for o in shingles.overlaps(texts) if not apart(o.first, o.second)]
    forest = Forest(len(texts))
    holders: dict[int, list[Overlap]] = {}
    for o in edges:
        if min(o.first_in_second, o.second_in_first) >= RESEMBLES:
            forest.join(o.first, o.second)
        else:
            holders.setdefault(o.second, []).append(o)
    for holder in sorted(holders, key=lambda i: (len(texts[i].ids), i)):
        best = max(holders[holder], key=lambda o: (o.shared, -o.first))
        forest.join(holder, best.first)
    return forest.sets()

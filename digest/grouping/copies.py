"""Copy groups: texts that are copies or versions of one another, without chains over round-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.grouping import shingles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.grouping.shingles import Overlap
    from digest.grouping.tokens import Tokens

RESEMBLES = 0.6
"""Share of *both* texts from which they are versions of one text. More than half: two different
articles cannot both fill more than half of a round-up, so no round-up joins its parts here."""
HOLDS = 0.8
"""A text that holds less than this share of what another holds of a third quotes it only."""
WHOLE = 0.9
"""Share of a part's wording from which it is held whole (the rest are words at its edges)."""
SAME_PLACE = 0.2
"""Share of a part's wording that must lie where the holder's other parts lie: abridged texts keep
the beginning, the articles of a round-up share nothing."""


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
    texts: Sequence[Tokens], apart: Callable[[Overlap], bool] = lambda _: False
) -> list[tuple[int, ...]]:
    """Group the texts that share their wording, two or more; `apart` vetoes a pair.

    Texts that resemble each other both ways are joined first. Then each longer text joins those
    it contains, unless these stand in different places of it: a round-up stands with the article
    it holds most of and never joins two.
    """
    forest = Forest(len(texts))
    held: dict[int, list[Overlap]] = {}
    for o in shingles.overlaps(texts):
        if apart(o):
            continue
        if o.second_in_first >= RESEMBLES:
            forest.join(o.first, o.second)
        else:
            held.setdefault(o.first, []).append(o)
    holds: dict[int, list[Overlap]] = {}
    for found in held.values():
        most = max(o.first_in_second for o in found)
        for o in found:
            if o.first_in_second >= HOLDS * most:
                holds.setdefault(o.second, []).append(o)
    for holder in sorted(holds):
        for part in _one_place(texts, holder, holds[holder]):
            forest.join(holder, part)
    return forest.sets()


def _one_place(texts: Sequence[Tokens], holder: int, parts: list[Overlap]) -> list[int]:
    """Texts in the same place of `holder` as its main part, the longest that it holds whole."""
    import numpy as np  # noqa: PLC0415 - loaded only where articles are compared

    whole = shingles.shingles(texts[holder].ids)
    place: NDArray[np.uint64] | None = None
    taken = []
    parts = sorted(parts, key=lambda o: (o.first_in_second < WHOLE, -o.shared, o.first))
    for o in parts:
        common = np.intersect1d(whole, shingles.shingles(texts[o.first].ids), assume_unique=True)
        if place is None or len(np.intersect1d(place, common)) >= SAME_PLACE * len(common):
            place = common if place is None else np.union1d(place, common)
            taken.append(o.first)
    return taken

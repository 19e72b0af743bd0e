"""What changed between two versions of a text, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from digest.grouping.align import Match, align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.models import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference: a sentence id of the older and of the newer version, None where it has none.

    `restated`: the same in other words. `superseded`: figures were replaced, or what was to come
    has come.
    """

    kind: Literal["new", "restated", "superseded", "dropped"]
    older: str | None
    newer: str | None


def compare(
    older: Sequence[Sentence], newer: Sequence[Sentence], matches: Sequence[Match] | None = None
) -> tuple[Change, ...]:
    """List the differences in the order of the newer version, what it dropped last.

    Quotation marks, punctuation, capitals, white space and a new place in the text are none.
    `matches` are what `align` gives of their texts, where that is known.
    """
    if matches is None:
        matches = align([s.text for s in older], [s.text for s in newer])
    by_newer = {m.newer: m for m in matches}
    kept = {m.older for m in matches}
    found = []
    for j, sentence in enumerate(newer):
        match = by_newer.get(j)
        if match is None:
            found.append(Change(kind="new", older=None, newer=sentence.id))
        elif match.kind != "same":
            found.append(Change(kind=match.kind, older=older[match.older].id, newer=sentence.id))
    dropped = (s.id for i, s in enumerate(older) if i not in kept)
    return (*found, *(Change(kind="dropped", older=i, newer=None) for i in dropped))

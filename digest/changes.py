"""What changed between two versions of a text, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.models import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference: sentence ids of the older and the newer version, None where it has none."""

    kind: Literal["new", "restated", "superseded", "dropped"]
    older: str | None
    newer: str | None


def compare(older: Sequence[Sentence], newer: Sequence[Sentence]) -> tuple[Change, ...]:
    """Differences between two versions of a text."""
    before, after = ({fold(s.text): s.id for s in side} for side in (older, newer))
    return (
        *(Change(kind="new", older=None, newer=i) for t, i in after.items() if t not in before),
        *(Change(kind="dropped", older=i, newer=None) for t, i in before.items() if t not in after),
    )

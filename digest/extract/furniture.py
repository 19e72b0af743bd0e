"""Lines that articles on different events share: the outlet's furniture, not its news."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.models import Labelled


def shared_lines(
    labelled: Sequence[Labelled],
    groups: Sequence[tuple[str, ...]],
) -> tuple[frozenset[str], ...]:
    """For each article the folded lines of it that are furniture."""
    del groups
    return tuple(frozenset() for _ in labelled)

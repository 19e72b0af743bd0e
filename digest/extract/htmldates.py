"""Publication dates that a web page states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.extract.htmlmeta import Head
    from digest.extract.htmltree import Block
    from digest.models import DateClue


def clues(
    page: str, root: Any, head: Head, found: Sequence[Block], title: str | None
) -> tuple[DateClue, ...]:
    """Return the dates a page states, best first."""
    return ()

"""What a crawler or a site generator wrote above a plain text: candidates, never decisions."""

from __future__ import annotations

from digest.models import Metadata


def read_headers(text: str, start: int) -> Metadata:
    """Read the machine-made header of `text`, which begins at code point `start`."""
    del text, start
    return Metadata()

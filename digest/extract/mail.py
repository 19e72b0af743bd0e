"""What the headers of an e-mail (RFC 5322) say of the article in it."""

from __future__ import annotations

from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from digest.models import DateClue, Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping


def metadata(hints: Mapping[str, str]) -> Metadata:
    """Return what the headers of a message say of the article in it."""
    name, address = parseaddr(hints.get("from", ""))
    return Metadata(
        title=hints.get("subject") or None,
        dates=_dates(hints.get("date", "")),
        outlet=name or address.rpartition("@")[2] or None,
        url=hints.get("archived-at", "").strip("<>") or None,
        language=hints.get("content-language", "")[:2].lower() or None,
    )


def _dates(written: str) -> tuple[DateClue, ...]:
    try:
        day = parsedate_to_datetime(written).date().isoformat()
    except ValueError:
        return ()
    return (DateClue(date=day, basis="mail header Date", confidence="high", text=written),)

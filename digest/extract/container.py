"""What a feed says of an entry or of a page it names, and where a fetched page comes from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from email.utils import parsedate
from typing import TYPE_CHECKING

from digest.models import DateClue, Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|$)")


def entry(hints: Mapping[str, str]) -> Metadata:
    """Return what a feed says of an entry whose text it holds."""
    published = hints.get("entry published", "")
    clue = _clue(published, "feed entry, published") or _clue(
        hints.get("entry updated", ""), "feed entry, updated"
    )
    link = hints.get("entry link")
    if clue and published and clue.date == _address_day(link or ""):
        clue = replace(clue, confidence="high")
    return Metadata(
        title=hints.get("entry title"),
        dates=(clue,) if clue else (),
        url=link,
        author=hints.get("entry author"),
    )


def page(hints: Mapping[str, str], meta: Metadata) -> Metadata:
    """Add to what a fetched page says of itself what the feed that named it says.

    The page comes first. A day of which the page alone is not sure, the feed confirms.
    """
    clue = _clue(hints.get("feed published", ""), "feed entry, published")
    dates = meta.dates
    if clue and dates and dates[0].date == clue.date:
        dates = (replace(dates[0], confidence="high"), *dates[1:])
    elif clue:
        dates = (*dates, clue)
    return replace(
        meta,
        title=meta.title or hints.get("feed title"),
        dates=dates,
        author=meta.author or hints.get("feed author"),
    )


def _clue(written: str, basis: str) -> DateClue | None:
    """Read the day in the writer's own time zone; alone never sure: feeds restate old entries."""
    found = _DAY.match(written)
    try:
        day = (
            date.fromisoformat(found[1]) if found else date(*(parsedate(written) or (0, 0, 0))[:3])
        )
    except ValueError:
        return None
    return DateClue(date=day.isoformat(), basis=basis, confidence="low", text=written)


def _address_day(address: str) -> str:
    found = _IN_ADDRESS.search(address)
    return "-".join(found.groups()) if found else ""

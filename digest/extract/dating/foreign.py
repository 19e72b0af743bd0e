"""Dates that stand like a dateline and are of something else: an event, a deadline, a post."""

from __future__ import annotations

import re

from digest.extract.dating.expressions import Expression

NOT_ITS_OWN = re.compile(
    r"download|access|retriev|copyright|©|\(c\)|\bborn|expire|until|deadline|\bjoin|member since"
    r"|archiv|crawl|visit|valid|\bdue\b|\bstart|\bopens|filed?\b|\bin this\b|\bdied\b|\bas of\b"
    r"|\b(?:effective|event|release|air|court|election|birth) date|\bends?\b|taken\b|\bterms\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b\d{1,2}\s?[-–—]\s?(?:\d{1,2}\b(?!\s?[-–—]\s?\d)|$)")
_POST = re.compile(
    r"\W*(?:[-–—]|&mdash;)[^\n(@]{0,60}\(@\w{1,30}\)"
    r"|\W*(?:a |this )?(?:post|photo|video|reel|story|tweet)(?: was)? (?:shared|posted) by\b",
    re.IGNORECASE,
)
"""The signature under a post of a network that is set into a text."""
_HANDLE = re.compile(r"[^\n(@]{0,60}(?<!\w)\(?(?<!\w)@\w{1,30}\)?\W*")


def several_days(shown: str, found: Expression) -> bool:
    """Say whether the date is the end of a span of days ("May 3-5, 2016"): that of an event."""
    own = shown[found.start : found.end]
    return bool(
        (_SPAN.search(own) and any(map(str.isalpha, own)))
        or _SPAN.search(shown[max(0, found.start - 5) : found.start])
    )


def is_post(shown: str, above: str, *, inside: bool) -> bool:
    """Say whether a line dates a post: it is signed, or stands below a handle in the text.

    `above` is the line before, `inside` says that body text stands above: a handle over all of it
    is that of the author.
    """
    if _POST.match(shown):
        return True
    return inside and bool(_HANDLE.fullmatch(above.strip()) or _HANDLE.match(shown))

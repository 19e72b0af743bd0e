"""Numbers as newspapers write them, and the words that blur them."""

from __future__ import annotations

import re

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT = {"mln": 1e6, "bn": 1e9, "bln": 1e9}
MODIFIER = re.compile(
    r"(?<![\w’'-])(?:(?:only|just|perhaps|maybe|probably|still)\s+)?"
    r"(?:about|around|some|nearly|almost|approximately|roughly|over|under|up to|close to|only|just|"
    r"an? (?:estimated|record|total of)|as (?:much|little|low|high|many|few) as|"
    r"(?:more|less|fewer|no more|no less|no fewer) than|at (?:least|most)|well over)\s+$",
    re.IGNORECASE,
)
"""Before a number: it is not meant to the last digit. Searched in what stands before."""
_THOUSANDS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?")

REACH = 40
"""Characters before a number in which its modifier stands."""


def blurred(text: str, at: int) -> str | None:
    """Return the words right before a number that blur it, as written."""
    found = MODIFIER.search(text[max(0, at - REACH) : at])
    return found[0].strip() if found else None


def value(written: str) -> float:
    """Return the value of digits: a comma or a space before three digits parts thousands."""
    if _THOUSANDS.fullmatch(written):
        return float(re.sub(r"[,\u00a0\u202f ]", "", written))
    return float(written.replace(",", "."))

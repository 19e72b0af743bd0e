"""Percentages with what they are of: `about 70 percent of the public debt`.

What it is of is found in English only, where grammar ties it, and an English percentage without
it (a change, a chance, a comparison) is left out. In other languages the number alone is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.extract import about, phrases
from digest.extract.numbers import MODIFIER, blurred, value
from digest.models import Quantity, Sentence

HINTS = (
    *(
        "%",
        "percent",
        "per cent",
        "pct",
        "процент",
        "проц",
        "prozent",
        "procent",
        "proc.",
        "відсот",
        "адсот",
    ),
    *("працэнт", "pour cent", "por ciento"),
)
"""A sentence without any of these has no percentage."""
_NUMBER = r"\d{1,3}(?:[.,]\d{1,3})?"
_WORDS = (
    {
        name: float(number)
        for number, name in enumerate(
            "one two three four five six seven eight nine ten eleven twelve".split(), start=1
        )
    }
    | {"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0}
    | {
        "sixty": 60.0,
        "seventy": 70.0,
        "eighty": 80.0,
        "ninety": 90.0,
    }
)
_SHARE = re.compile(
    rf"(?<![\w.,/–—-])(?P<low>{_NUMBER}|\b(?:{'|'.join(_WORDS)}))"
    rf"(?:\s?(?:%|percent|per cent)?\s?(?:[–—-]|to|and|or)\s?(?P<high>{_NUMBER}))?[\s-]?"
    r"(?P<unit>%|per ?cent(?!\w)|pct(?!\w)|процент\w*|проц\.|prozent\w*|procent\w*|proc\."
    r"|відсотк\w*|адсотк\w*|працэнт\w*|pour cent|por ciento)(?!\s?(?:age\b|points?\b|пункт|[-–]))",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?!which\b|whom\b|it\b|them\b|these\b|those\b)", re.IGNORECASE)
_STAKE = re.compile(r"\s+(?=(?:stake|share|holding|interest)\s+(?P<of>in|of)\s)")
_CHAIN = re.compile(r"\s+of\s+(?=\w)")
_LEVEL = re.compile(
    r"\s(?:(?:will|would|has|had|now|already|also|currently)\s+)*"
    r"(?:(?:was|were|is|are|be|been)|(?:stood|stands?) at|amount(?:s|ed)? to|reach(?:es|ed)?|"
    r"total(?:s|l?ed)?|exceed(?:s|ed)?|(?:rose|fell|grew|increased|dropped|declined) to)\s+$"
)
"""Between what is measured and its level; `rose by` tells a change, which is no share of it."""

_ENDS = re.compile(r"\s*(?:[^\w\s]|$)|\s+(?:in|at|by|on|last|this|from|for|as|after|and|but)\b")
"""What may follow a level; `was 100 percent professional` is none."""


def shares(sentence: Sentence, *, english: bool) -> Iterator[Quantity]:
    """Yield the shares of a sentence, in reading order."""
    text = sentence.text
    for found in _SHARE.finditer(text):
        about_ = _of(text, found) if english else None
        if english and not about_:
            continue
        modifier = blurred(text, found.start()) if english else None
        yield Quantity(
            kind="share",
            text=found[0],
            value=_number(found["low"]),
            most=_number(found["high"]) if found["high"] else None,
            unit=found["unit"],
            sentence=sentence.id,
            about=about_,
            modifier=modifier,
        )


def _number(written: str) -> float:
    return _WORDS.get(written.lower()) or value(written)


def _of(text: str, found: re.Match[str]) -> str | None:
    """Return what a percentage is of: the phrase behind `of`, or the subject of its verb."""
    of = _OF.match(text, found.end())
    if of:
        stop = phrases.after(text, of.end())
        more = _CHAIN.match(text, stop) if stop else None
        stop = (more and phrases.after(text, more.end())) or stop
        return text[of.end() : stop] if stop else None
    stake = _STAKE.match(text, found.end())
    if stake:
        stop = phrases.after(text, stake.end("of") + 1)
        return text[stake.end() : stop] if stop else None
    before = text[max(0, found.start() - about.REACH) : found.start()]
    modifier = MODIFIER.search(before)
    plain = before[: modifier.start()] if modifier else before
    level = _LEVEL.search(plain) if _ENDS.match(text, found.end()) else None
    return about.subject(plain[: level.start()]) if level else None

"""Anniversaries: what lies so many years after something of known date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from digest.extract.dating import spans
from digest.extract.dating.facts import Clue, Facts, Passage, Seen, said
from digest.extract.dating.names import ORDINALS
from digest.extract.dating.referents import Referent, named_after, same, stems
from digest.extract.dating.spans import Span
from digest.extract.dating.tense import tense
from digest.models import Evidence

YEAR = 365
WEEK = 7
MONTH = 30.44
"""Days, on average."""
BEFORE = 300
"""Days that an anniversary is looked forward to; one further off is named with its year."""
EVE = 3
"""Days that "the eve of" goes back."""
ITSELF = stems("anniversary")
"""An event with this in its name is the anniversary, not what it is of."""
_ANNIVERSARY = re.compile(
    r"\b(?:(?P<n>\d{1,3})(?:st|nd|rd|th|[\s-]years?)\s+|(?P<word>"
    + "|".join(ORDINALS)
    + r")\s+)?anniversary\b",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:\bof|\bin|\w{2}(?:ed|n)\s+on|\()\s+$")
_EVE = re.compile(r"\beve of\b[^,;.]{0,20}$", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_TODAY = re.compile(r"\b(?:today|tonight)\b", re.IGNORECASE)


def anniversary(passage: Passage, facts: Facts, known: Sequence[Referent]) -> Iterator[Clue]:
    """Read "the 20th anniversary of the pact of May 3, 1999", "May 3, its 20th anniversary"."""
    match = _ANNIVERSARY.search(passage.text) if "nniversary" in passage.text else None
    if match is None:
        return
    beside = [one for one in facts.seen if one.passage is passage]
    if match["n"] or match["word"]:
        for days, evidence in _originals(passage, match, beside, known):
            clue = _of_anniversary(days, evidence, passage, match, beside)
            if clue:
                yield clue
                return
    elif _TODAY.search(passage.text):
        for what in known:
            then = date.fromordinal(what.days[0])
            if what.days[0] == what.days[1] and any(
                (one.found.year, one.found.month, one.found.day)
                == (then.year, then.month, then.day)
                for one in beside
            ):
                yield from _repeated(then, facts, passage, match)


def _originals(
    passage: Passage, match: re.Match[str], beside: Sequence[Seen], known: Sequence[Referent]
) -> Iterator[tuple[Span, tuple[Evidence, ...]]]:
    """Yield what an anniversary may be of: what the sentence dates, else what is known."""
    text = passage.text
    for one in beside:
        if one.days and one.found.start > match.end() and _OF.search(text[: one.found.start]):
            yield one.days, ()
    name = named_after(text[match.end() :].lstrip().removeprefix("of "))
    words = stems(text)
    for what in known:
        if what.stems >= ITSELF:
            continue
        then = date.fromordinal(what.days[0])
        again = any((d.found.month, d.found.day) == (then.month, then.day) for d in beside)
        if same(name, what.stems) or (again and what.stems & words):
            yield what.days, what.evidence


def _of_anniversary(
    days: Span,
    evidence: tuple[Evidence, ...],
    passage: Passage,
    match: re.Match[str],
    beside: Sequence[Seen],
) -> Clue | None:
    count = int(match["n"]) if match["n"] else ORDINALS[match["word"].lower()]
    then = date.fromordinal(days[0])
    day = then.day if days[0] == days[1] else None
    month = then.month if days[1] - days[0] < MONTH else None
    span = spans.of(then.year + count, month, day)
    if span is None:
        return None
    named = next((d for d in beside if day and (d.found.month, d.found.day) == (month, day)), None)
    when = named.tense if named else tense(passage.text, *match.span())
    weekday = WEEKDAY.search(passage.text)
    if day and weekday and f"{date.fromordinal(span[0]):%A}" == weekday[0] and when != "future":
        pass
    elif _EVE.search(passage.text[: match.start()]):
        span = (span[0] - EVE, span[1])
    elif when == "past":
        span = (span[0], span[1] + WEEK)
    else:
        before = WEEK if weekday else BEFORE
        span = (span[0] - before, span[1] + (0 if when == "future" else WEEK))
    told = (named.evidence,) if named else ()
    return Clue(days=(span,), evidence=(*told, said(passage, *match.span()), *evidence))


def _repeated(then: date, facts: Facts, passage: Passage, match: re.Match[str]) -> Iterator[Clue]:
    """Take the same day of a later year that the text also names: today is an anniversary."""
    later = [
        one
        for one in facts.seen
        if one.found.year
        and one.found.year > then.year
        and (one.found.month, one.found.day) == (then.month, then.day)
        and one.days
    ]
    for one in later[:1]:
        if one.days:
            evidence = said(passage, *match.span())
            yield Clue(days=(one.days,), evidence=(evidence, one.evidence))

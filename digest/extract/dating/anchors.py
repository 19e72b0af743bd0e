"""Statements that tie the day of writing to something of known date.

Each function yields clues; one alone fixes a year at most times, never more than its words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from digest.extract.dating import spans
from digest.extract.dating.facts import (
    Clue,
    Facts,
    Passage,
    Seen,
    said,
)
from digest.extract.dating.names import NUMBERS
from digest.extract.dating.referents import Referent, named_after, same, stems
from digest.extract.dating.spans import Span

YEAR = 365
WEEK = 7
MONTH = 30.44
"""Days, on average."""
ROUNDING = {"day": (0.5, 1.0), "week": (0.5, 0.9), "month": (0.6, 0.6), "year": (0.1, 0.95)}
"""Units that "seven months since" may fall short of, or exceed, its number: writers round."""
FEW = 2
SHORT = 0.25
"""Units: "a month after" is said from three weeks on, not from twelve days."""
ANNIVERSARY = stems("anniversary")
FAMOUS = frozenset({(9, 11), (1, 6), (10, 7), (2, 24), (7, 4), (12, 25)})
"""Days that texts name without a year for years after."""
_LENGTH = {"day": 1.0, "week": 7.0, "month": MONTH, "year": 365.25}
_NUMBER = r"\d{1,2}|" + "|".join(NUMBERS)
_WHOSE = re.compile(
    r"\b(?P<which>last|this)\s+(?P<unit>year|month)(?P<own>['’]s\s+)?", re.IGNORECASE
)
_SINCE = re.compile(
    rf"\b(?P<n>{_NUMBER})\s+(?P<unit>day|week|month|year)s?\b(?:\s+[\w-]+){{0,6}}?"
    r"\s+(?P<link>since|after|following)\s+(?=\w)",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:is|are|has|have|remains?|continues?|still|even|now)\b", re.IGNORECASE)
_ANNIVERSARY = re.compile(r"\b(?:(?P<n>\d{1,3})(?:st|nd|rd|th)\s+)?anniversary\b", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|tonight)\b", re.IGNORECASE)
_OLD = re.compile(r"\bfile\b|\bin this\b|\bborn\b|archive", re.IGNORECASE)


def anchors(facts: Facts, known: Sequence[Referent]) -> Iterator[Clue]:
    """Yield every clue that bounds the day of writing from both sides."""
    for passage in facts.passages:
        yield from _of_last(passage, known)
        yield from _since(passage, known)
        yield from _anniversary(passage, facts, known)
    yield from _this_year(facts, known)
    yield from _named_again(facts)
    yield from _weekday(facts)
    yield from _opening(facts)


def _referent(name: frozenset[str], known: Sequence[Referent]) -> Referent | None:
    """Return the latest dated thing that `name` can mean."""
    fits = [one for one in known if same(name, one.stems)]
    return max(fits, key=lambda one: one.days, default=None)


def _of_last(passage: Passage, known: Sequence[Referent]) -> Iterator[Clue]:
    """Read "last year's presidential election", "the vote last month"."""
    text = passage.text
    for match in _WHOSE.finditer(text):
        if match["own"]:
            name = named_after(text[match.end() :])
        elif match["which"].lower() == "last":
            name = stems(" ".join(text[: match.start()].split()[-2:]))
        else:
            continue
        what = _referent(name, known)
        if what is None:
            continue
        steps = match["which"].lower() == "last"
        days = _stepped(what.days, match["unit"].lower(), steps)
        if days:
            yield _clue(days, passage, match.start(), match.end(), what)


def _stepped(days: Span, unit: str, steps: int) -> Span | None:
    first, last = date.fromordinal(days[0]), date.fromordinal(days[1])
    if unit == "year":
        return spans.of(first.year + steps) if first.year == last.year else None
    if (first.year, first.month) != (last.year, last.month):
        return None
    months = first.year * 12 + first.month - 1 + steps
    return spans.of(months // 12, months % 12 + 1)


def _since(passage: Passage, known: Sequence[Referent]) -> Iterator[Clue]:
    """Read "seven months of protests since the election", "after" only in the present."""
    text = passage.text
    for match in _SINCE.finditer(text):
        after = match["link"].lower() != "since"
        if after and not _NOW.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        what = _referent(named_after(text[match.end() :]), known)
        if what is None:
            continue
        unit = match["unit"].lower()
        number = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"].lower()]
        less, more = ROUNDING[unit]
        less = min(less, SHORT) if number <= FEW else less
        low = what.days[0] + round((number - less) * _LENGTH[unit])
        high = what.days[1] + round((number + more) * _LENGTH[unit])
        yield _clue((low, high), passage, match.start(), match.end(), what)


def _anniversary(passage: Passage, facts: Facts, known: Sequence[Referent]) -> Iterator[Clue]:
    """Read "the 20th anniversary of the union on December 8", "today, on the anniversary of"."""
    match = _ANNIVERSARY.search(passage.text)
    if match is None:
        return
    inside = [one for one in facts.seen if one.passage is passage and one.found.day]
    for what in known:
        then = date.fromordinal(what.days[0])
        days = [one for one in inside if (one.found.month, one.found.day) == (then.month, then.day)]
        if what.days[0] != what.days[1] or not days:
            continue
        if match["n"] and days[0].found.year is None and what.stems & stems(passage.text):
            later = 0 if what.stems >= ANNIVERSARY else int(match["n"])
            span = spans.of(then.year + later, then.month, then.day)
            if span:
                yield _around(span[0], days[0], passage, match)
        elif _TODAY.search(passage.text) and days[0].found.year == then.year:
            yield from _repeated(then, facts, passage, match)


def _around(day: int, seen: Seen, passage: Passage, match: re.Match[str]) -> Clue:
    low, high = (day - YEAR, day) if seen.tense == "future" else (day - YEAR, day + WEEK)
    if seen.tense == "past":
        low = day
    evidence = said(passage, *match.span())
    return Clue(days=((low, high),), evidence=(seen.evidence, evidence))


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


def _this_year(facts: Facts, known: Sequence[Referent]) -> Iterator[Clue]:
    """Read "on August 9 this year", where the text or an event says which year had that day."""
    for one in facts.seen:
        found = one.found
        if found.year or not found.day:
            continue
        if not one.passage.text[found.end :].lstrip(" ,").lower().startswith("this year"):
            continue
        for what in known:
            then = date.fromordinal(what.days[0])
            if what.days[0] == what.days[1] and (then.month, then.day) == (found.month, found.day):
                year = spans.of(then.year)
                yield Clue(days=(year,) if year else (), evidence=(one.evidence, *what.evidence))
                break


def _named_again(facts: Facts) -> Iterator[Clue]:
    """Find a day or month named with its year and again without: under a year has passed."""
    latest = max(
        (one.found.year for one in facts.seen if one.found.year and one.tense != "future"),
        default=None,
    )
    dated = [one for one in facts.seen if one.found.year == latest and one.found.month]
    for one in facts.seen:
        found = one.found
        if found.year or one.tense == "future" or (found.month, found.day) in FAMOUS:
            continue
        name = named_after(one.passage.text[found.end :].lstrip())
        for other in dated:
            theirs = other.found
            if theirs.month != found.month or theirs.day != found.day or other.days is None:
                continue
            again = named_after(other.passage.text[theirs.end :].lstrip())
            if found.day or same(name, again):
                days = (other.days[0], other.days[0] + YEAR)
                yield Clue(days=(days,), evidence=(one.evidence, other.evidence))
                break


def _weekday(facts: Facts) -> Iterator[Clue]:
    """Read "Tuesday, Sept. 15, 2020": a weekday is named for a week at most; the latest counts."""
    fits = [
        one
        for one in facts.seen
        if one.found.weekday
        and one.days
        and one.tense != "future"
        and not _OLD.search(one.passage.text)
        and date.fromordinal(one.days[0]).isoweekday() == one.found.weekday
    ]
    last = max(fits, key=lambda one: one.days or (0, 0), default=None)
    if last and last.days:
        day = last.days[0]
        yield Clue(days=((day, day + WEEK),), evidence=(last.evidence,))


def _opening(facts: Facts) -> Iterator[Clue]:
    """Take a whole date of something past in the opening: news is told within days."""
    for one in facts.seen:
        if one.passage.body != 0 or one.tense != "past" or not one.found.day or not one.days:
            continue
        if not _OLD.search(one.passage.text) and not _ANNIVERSARY.search(one.passage.text):
            yield Clue(days=((one.days[0], one.days[0] + WEEK),), evidence=(one.evidence,))
            return


def _clue(days: Span, passage: Passage, start: int, end: int, what: Referent) -> Clue:
    return Clue(days=(days,), evidence=(said(passage, start, end), *what.evidence))

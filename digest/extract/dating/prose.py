"""The day of writing from prose: what must be before it, what after, what lies beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from digest.extract.dating import spans
from digest.extract.dating.anchors import anchors, coming
from digest.extract.dating.anniversaries import WEEK
from digest.extract.dating.facts import Clue, Facts, Seen, said
from digest.extract.dating.names import WEEKDAYS, table
from digest.extract.dating.referents import referents
from digest.extract.dating.spans import Spans
from digest.extract.dating.tense import tense
from digest.models import Evidence, Published
from digest.settings import EventSettings

AGO = 200
"""Days after which a past month is no longer named without its year: at 300 two of the five seeds
lose their month, at 150 one; from 180 to 240 all stand."""
AHEAD = 160
"""Days before which a coming one is not; with AGO less than a year, so that no day of writing is
both after one May and before the next."""
RECENT = 31
"""Days that the opening goes back where it names a day."""
SHOWN = 4
"""Pieces of evidence that a reader is shown."""
OPENING = 2
"""Sentences that tell the news; what they date is the day of the report."""
FIRST, LAST = 1900, 2099
"""Years that expressions of dates can name."""
_WEEKDAYS = {name: n for name, n in table(WEEKDAYS, "en").items() if name.endswith("day")}
_WEEKDAY = re.compile(r"\b(?:" + "|".join(name.capitalize() for name in _WEEKDAYS) + r")\b")
_PART = re.compile(
    r"\b(?:early|mid|late|end of|beginning of|start of|earlier|later)[\s-]*$", re.IGNORECASE
)
_LAST_PART = re.compile(r"\b(?:late|end of)[\s-]*$", re.IGNORECASE)


def from_prose(
    facts: Facts, events: Sequence[EventSettings], dateline: Clue | None = None
) -> Published | None:
    """Date the article by its own prose, never surer than `low`; None without an anchor.

    `dateline`: the day of every year on which a dateline without a year may have been written.
    """
    days, evidence = _anchored(facts, events)
    if dateline and not days:
        days, evidence = _of_dateline(dateline, facts)
    elif dateline:
        days, evidence = spans.meet(days, dateline.days), (*dateline.evidence, *evidence)
    floor = lower_bound(facts, over=True)
    if floor and days:
        days = spans.meet(days, ((floor[0], max(floor[0], days[-1][1])),))
    days, more = _narrowed(days, facts)
    day = _reported(days, facts)
    if day:
        days, more = day.days, (*more, *day.evidence)
    iso = spans.iso(days)
    if iso is None:
        return None
    shown = tuple(dict.fromkeys((*evidence, *more)))[:SHOWN]
    return Published(date=iso, confidence="low", basis="text", evidence=shown)


def every_year(month: int, day: int, evidence: Evidence) -> Clue:
    """Return the clue that a dateline without a year is."""
    days = (spans.of(year, month, day) for year in range(FIRST, LAST + 1))
    return Clue(days=tuple(span for span in days if span), evidence=(evidence,))


def _of_dateline(dateline: Clue, facts: Facts) -> tuple[Spans, tuple[Evidence, ...]]:
    """Settle the year: the latest that the text names or the next, by the opening's weekday."""
    latest = max(
        (one for one in facts.seen if one.found.year and one.tense != "future"),
        key=lambda one: one.found.year or 0,
        default=None,
    )
    named = [
        (number, said(passage, start, start + 1))
        for passage in facts.passages
        if passage.body is not None and passage.body < OPENING
        for number, start in _weekdays_at(passage.text)
    ]
    if latest is None or not named:
        return (), ()
    weekday, where = named[0]
    years = {latest.found.year, (latest.found.year or 0) + 1}
    fits = [
        span
        for span in dateline.days
        if date.fromordinal(span[0]).year in years
        and date.fromordinal(span[0]).isoweekday() == weekday
    ]
    if len(fits) != 1:
        return (), ()
    return tuple(fits), (*dateline.evidence, where, latest.evidence)


def lower_bound(facts: Facts, *, over: bool = False) -> tuple[int, Evidence] | None:
    """Return the latest dated thing that the text tells as past, as the first day it may be.

    `over`: a month named with its year has ended; while it lasts it is "this month".
    """
    past = [
        (one.days[1] + 1 if over and one.found.month and not one.found.day else one.days[0], one)
        for one in facts.seen
        if one.days and (one.tense == "past" or (one.passage.body is None and one.found.day))
    ]
    last = max(past, key=lambda bound: bound[0], default=None)
    return (last[0], last[1].evidence) if last else None


def _anchored(facts: Facts, events: Sequence[EventSettings]) -> tuple[Spans, tuple[Evidence, ...]]:
    """Days that all anchors allow, the narrowest first; none where they contradict."""
    clues = list(anchors(facts, referents(facts, events))) or list(coming(facts))
    found = sorted(clues, key=lambda clue: _width(clue.days))
    if not found:
        return (), ()
    days = found[0].days
    evidence: tuple[Evidence, ...] = found[0].evidence
    for clue in found[1:]:
        both = spans.meet(days, clue.days)
        if not both:
            return (), ()
        if both != days:
            evidence = (*evidence, *clue.evidence)
        days = both
    return days, evidence


def _width(days: Spans) -> int:
    return days[-1][1] - days[0][0] if days else 0


def _narrowed(days: Spans, facts: Facts) -> tuple[Spans, tuple[Evidence, ...]]:
    """Narrow by months and days named without a year; one that leaves nothing is passed over."""
    evidence: list[Evidence] = []
    for clue in _recurring(days, facts):
        both = spans.meet(days, clue.days)
        if both and both != days:
            days = both
            evidence += clue.evidence
    return days, tuple(evidence)


def _recurring(days: Spans, facts: Facts) -> Iterator[Clue]:
    if not days:
        return
    first, last = (date.fromordinal(day).year for day in (days[0][0], days[-1][1]))
    for one in facts.seen:
        if one.found.year or one.tense is None or one.passage.body is None:
            continue
        allowed = [_window(one, year) for year in range(first - 1, last + 2)]
        yield Clue(days=_sorted([span for span in allowed if span]), evidence=(one.evidence,))


def _window(one: Seen, year: int) -> tuple[int, int] | None:
    """Days of writing for which "in January", "on May 15" means that of `year`."""
    span = spans.of(year, one.found.month, one.found.day)
    if span is None:
        return None
    before = one.passage.text[: one.found.start]
    if one.tense == "past":
        whole = one.found.day is None and not _PART.search(before)
        fresh = one.found.day and one.passage.body is not None and one.passage.body < OPENING
        return (span[1] + 1 if whole else span[0]), span[1] + (RECENT if fresh else AGO)
    if one.found.day is None and not _LAST_PART.search(before):
        return span[0] - AHEAD, span[0] - 1
    return span[1] - AHEAD, span[1]


def _sorted(found: list[tuple[int, int]]) -> Spans:
    out: list[tuple[int, int]] = []
    for low, high in sorted(found):
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        else:
            out.append((low, high))
    return tuple(out)


def _reported(days: Spans, facts: Facts) -> Clue | None:
    """Return the day that the opening tells of, where it is the first that the rest allows."""
    if not days:
        return None
    first = days[0][0]
    for one in facts.seen:
        opening = one.passage.body is not None and one.passage.body < OPENING
        then = date.fromordinal(first)
        named = (one.found.month, one.found.day) == (then.month, then.day)
        if opening and named and one.tense == "past" and one.found.year in {None, then.year}:
            return Clue(days=((first, first),), evidence=(one.evidence,))
    if _width(days) > WEEK:
        return None
    for passage in facts.passages:
        if passage.body is not None and passage.body < OPENING:
            for weekday, start in _weekdays_at(passage.text):
                if tense(passage.text, start, start + len("Sunday")) == "future":
                    continue
                fits = [
                    day for day in range(first, days[-1][1] + 1) if (day - 1) % WEEK + 1 == weekday
                ]
                if len(fits) == 1:
                    evidence = said(passage, start, start + 1)
                    return Clue(days=((fits[0], fits[0]),), evidence=(evidence,))
    return None


def weekdays(text: str) -> list[int]:
    """List the weekdays that `text` names, Monday is 1."""
    return [number for number, _ in _weekdays_at(text)]


def _weekdays_at(text: str) -> list[tuple[int, int]]:
    return [(_WEEKDAYS[match[0].lower()], match.start()) for match in _WEEKDAY.finditer(text)]

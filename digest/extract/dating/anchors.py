"""Statements that tie the day of writing to something of known date.

Each function yields clues; one alone fixes a year at most times, never more than its words say.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from digest.extract.dating import spans
from digest.extract.dating.anniversaries import MONTH, WEEK, WEEKDAY, YEAR, anniversary
from digest.extract.dating.facts import (
    Clue,
    Facts,
    Passage,
    Seen,
    said,
)
from digest.extract.dating.names import FAMOUS, NUMBERS
from digest.extract.dating.referents import Referent, named_after, same, stems
from digest.extract.dating.spans import Span
from digest.extract.dating.tense import tense

ROUNDING = {"day": (0.5, 1.0), "week": (0.5, 0.9), "month": (0.6, 0.6), "year": (0.1, 0.95)}
"""Units that "seven months since" may fall short of, or exceed, its number: writers round."""
FEW = 2
NEAR = 80
"""Characters on either side in which a verb of the present makes "after" speak of now."""
SHORT = 0.25
"""Units: "a month after" is said from three weeks on, not from twelve days."""
LEAD = range(3)
"""Body sentences whose past day is that of the news."""
DECEMBER = 12
REPORTED = 150
"""Days after a quarter or half-year within which its figures are news."""
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
_PERIOD = re.compile(
    r"\b(?:(?P<nth>first|second|third|fourth)\s+(?P<part>quarter|half)"
    r"|first\s+(?P<months>three|six|nine)\s+months)\s+of\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MEMORY = re.compile(
    r"\banniversary\b|commemorat|\bremember|\bmemorial\b|\byears (?:since|after|ago)", re.IGNORECASE
)
_LAST = re.compile(r"((?:[\w-]+\s+){1,3})last\s+$")
_END = re.compile(r"\b(?:end|last day) of\s+$", re.IGNORECASE)
_RELATED = re.compile(
    r"\b(?:since|after|following|before|anniversary|began|started|dated)\b", re.IGNORECASE
)
_OLD = re.compile(r"\bfile\b|\bin this\b|\bborn\b|archive", re.IGNORECASE)


def anchors(facts: Facts, known: Sequence[Referent]) -> Iterator[Clue]:
    """Yield every clue that bounds the day of writing from both sides."""
    for passage in facts.passages:
        yield from _of_last(passage, known)
        yield from _since(passage, facts, known)
        yield from anniversary(passage, facts, known)
    yield from _named_again(facts, known)
    yield from _news(facts)
    yield from _period(facts)


def _referent(name: frozenset[str], known: Sequence[Referent]) -> Referent | None:
    """Return the latest dated thing that `name` can mean."""
    fits = [one for one in known if same(name, one.stems)]
    return max(fits, key=lambda one: one.days, default=None)


def _of_last(passage: Passage, known: Sequence[Referent]) -> Iterator[Clue]:
    """Read "last year's presidential election", "the vote last month"."""
    text = passage.text
    for match in _WHOSE.finditer(text) if "year" in text or "month" in text else ():
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


def _dated(passage: Passage, start: int, facts: Facts) -> Referent | None:
    """Return what the clause that starts here dates itself: "after they met on April 4, 2007"."""
    for one in facts.seen:
        clause = passage.text[start : one.found.start]
        if one.passage is passage and one.days and one.found.start >= start and one.found.day:
            plain = len(clause) <= NEAR and not re.search(r"[.;:]|, (?:and|but|a) ", clause)
            return Referent(days=one.days, stems=frozenset()) if plain else None
    return None


def _since(passage: Passage, facts: Facts, known: Sequence[Referent]) -> Iterator[Clue]:
    """Read "seven months of protests since the election", "after" only in the present."""
    text = passage.text
    linked = " since " in text or " after " in text or " following " in text
    for match in _SINCE.finditer(text) if linked else ():
        after = match["link"].lower() != "since"
        around = text[max(0, match.start() - NEAR) : match.start()], text[match.end() :][:NEAR]
        if after and passage.body != 0 and not any(map(_NOW.search, around)):
            continue
        what = _dated(passage, match.end(), facts) or _referent(
            named_after(text[match.end() :]), known
        )
        if what is None:
            continue
        unit = match["unit"].lower()
        number = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"].lower()]
        less, more = ROUNDING[unit]
        less = min(less, SHORT) if number <= FEW else less
        low = what.days[0] + round((number - less) * _LENGTH[unit])
        high = what.days[1] + round((number + more) * _LENGTH[unit])
        yield _clue((low, high), passage, match.start(), match.end(), what)


@functools.lru_cache(maxsize=1024)
def _beside(seen: Seen) -> frozenset[str]:
    start, end = seen.found.start, seen.found.end
    text = seen.passage.text
    return stems(text[max(0, start - NEAR) : start]) | stems(text[end : end + NEAR])


def _on_that_day(seen: Seen, known: Sequence[Referent]) -> Referent | None:
    """Return what "the election of August 9", "the August vote" means among what is known."""
    text, found = seen.passage.text, seen.found
    beside = _beside(seen)
    if not found.day:
        last = _LAST.search(text[: found.start])
        beside = stems(last[1]) if last else stems(" ".join(text[found.end :].split()[:2]))
    for what in known:
        then = date.fromordinal(what.days[0])
        if what.days[0] != what.days[1] or then.month != found.month:
            continue
        if found.day in {then.day, None} and same(beside, what.stems):
            return what
    return None


def _named_again(facts: Facts, known: Sequence[Referent]) -> Iterator[Clue]:
    """Find a day or month named with its year and again without: under a year has passed."""
    latest = max(
        (one.found.year for one in facts.seen if one.found.year and one.tense != "future"),
        default=None,
    )
    dated = [
        one
        for one in facts.seen
        if one.found.year == latest and one.found.month and not _MEMORY.search(one.passage.text)
    ]
    for one in facts.seen:
        found = one.found
        if found.year or one.tense == "future" or (found.month, found.day) in FAMOUS:
            continue
        if _MEMORY.search(one.passage.text):
            continue
        name = named_after(one.passage.text[found.end :].lstrip())
        what = _on_that_day(one, known)
        if what:
            days = (what.days[0], what.days[0] + YEAR)
            yield Clue(days=(days,), evidence=(one.evidence, *what.evidence))
            continue
        for other in dated:
            theirs = other.found
            if theirs.month != found.month or theirs.day != found.day or other.days is None:
                continue
            again = named_after(other.passage.text[theirs.end :].lstrip())
            if same(name, again) or (found.day and _beside(one) & _beside(other)):
                days = (other.days[0], other.days[0] + YEAR)
                yield Clue(days=(days,), evidence=(one.evidence, other.evidence))
                break


def _is_told(seen: Seen) -> bool:
    """Say whether the text itself tells what happened on the day: not a quote, not an aside."""
    before = seen.passage.text[: seen.found.start]
    quoted = before.count('"') % 2 or before.count("“") > before.count("”")
    return not (quoted or _OLD.search(seen.passage.text) or _RELATED.search(before[-NEAR:]))


def _news(facts: Facts) -> Iterator[Clue]:
    """Take the latest day that is told with its year as news is: news is told within days.

    In the first sentence, with its weekday ("Tuesday, Sept. 15, 2020"), or below a picture and on a
    weekday that the opening names.
    """
    opening = " ".join(one.text for one in facts.passages if one.body in {0, 1})
    weekdays = {match[0] for match in WEEKDAY.finditer(opening)}
    whole = [one for one in facts.seen if one.passage.body == 0 and one.days and one.found.day]
    last: Seen | None = None
    for one in facts.seen:
        if not one.days or not one.found.day or not _is_told(one):
            continue
        day, caption = date.fromordinal(one.days[0]), one.passage.body is None
        past = one.tense == "past" or (caption and one.tense is None)
        own = one.found.weekday == day.isoweekday() or whole == [one]
        if (past and own) or (caption and f"{day:%A}" in weekdays):
            last = one if last is None or one.days > (last.days or (0, 0)) else last
    if last and last.days:
        yield Clue(days=((last.days[0], last.days[0] + WEEK - 1),), evidence=(last.evidence,))


def _period(facts: Facts) -> Iterator[Clue]:
    """Read "in the first half of 2016" in the opening: figures are told within months."""
    for passage in facts.passages:
        for match in _PERIOD.finditer(passage.text) if passage.body in {0, 1} else ():
            if match["nth"]:
                nth = ("first", "second", "third", "fourth").index(match["nth"].lower()) + 1
                month = nth * (6 if match["part"].lower() == "half" else 3)
            else:
                month = NUMBERS[match["months"].lower()]
            span = spans.of(int(match["year"]), month) if month <= DECEMBER else None
            if span and tense(passage.text, *match.span()) != "future":
                days = (span[1] + 1, span[1] + REPORTED)
                yield Clue(days=(days,), evidence=(said(passage, *match.span()),))
                return


def coming(facts: Facts) -> Iterator[Clue]:
    """Read "the contract expires on May 31, 2019" below a past "May 20": the last one before it.

    Deadlines may lie years ahead, so this counts only where nothing else dates the text.
    """
    told = [
        one
        for one in facts.seen
        if one.tense == "past" and one.found.day and not one.found.year and one.passage.body in LEAD
    ]
    ahead = [
        one
        for one in facts.seen
        if one.days
        and one.tense == "future"
        and (one.found.month or _END.search(one.passage.text[: one.found.start]))
    ]
    first = min(ahead, key=lambda one: one.days or (0, 0), default=None)
    if not (told and first and first.days):
        return
    last = first.days[1]
    for year in (date.fromordinal(last).year, date.fromordinal(last).year - 1):
        span = spans.of(year, told[0].found.month, told[0].found.day)
        if span and span[0] <= last:
            days = (span[0], min(last, span[0] + round(MONTH)))
            yield Clue(days=(days,), evidence=(told[0].evidence, first.evidence))
            return


def _clue(days: Span, passage: Passage, start: int, end: int, what: Referent) -> Clue:
    return Clue(days=(days,), evidence=(said(passage, start, end), *what.evidence))

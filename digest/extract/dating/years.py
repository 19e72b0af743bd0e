"""Which year a date without one is of, and whether that is sure.

A day and a month come round every year. The clause decides between the last and the next one; where
it does not, the nearer one is meant. What it decides against nearness is never sure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digest.extract.dating import spans
from digest.extract.dating.expressions import Expression
from digest.extract.dating.names import FAMOUS
from digest.extract.dating.spans import Span
from digest.extract.dating.tense import Outlook

FAR = 300
"""Days from which a year that the clause alone decides is not sure: before the verbs were read
better, two of twelve such dates in the labelled news and the public stories were right; of those
200 to 300 days off, none was found wrong."""
CLOSE = 100
"""Days up to which a clause that does not decide leaves the nearer one sure."""
NEARER = 182
"""Half a year: within it no other such day is nearer."""
SOON = 45
"""Days up to which a clause without any verb may mean the coming one ("sentencing: May 7")."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The days on which a text may have been written, and whether that is sure."""

    days: Span
    sure: bool


@dataclass(frozen=True, slots=True)
class Year:
    """A year for a date, and whether nothing speaks for another."""

    number: int
    sure: bool


def settled(
    one: Expression, writing: Writing, outlook: Outlook | None, *, of_noun: bool = False
) -> Year | None:
    """Choose the year of a date that names none, by the clause and by what lies nearer.

    `of_noun`: it belongs to a noun ("the May 5 vote"), of which the verb may say something else.
    """
    written, around = writing.days, _around(one, writing.days)
    last = max((held for held in around if held[1][0] <= written[1]), default=None)
    coming = min((held for held in around if held[1][1] >= written[0]), default=None)
    back = written[0] - last[1][1] if last else 2 * FAR
    ahead = coming[1][0] - written[1] if coming else 2 * FAR
    chosen, far = last, CLOSE
    if outlook == "future" or (outlook == "later" and ahead < back) or last is None:
        chosen = coming
    soon = outlook is None and 0 < ahead <= min(SOON, back)
    if soon:
        chosen = coming
    if chosen is None:
        return None
    if outlook in {"past", "future"} or len(around) == 1:
        far = NEARER if of_noun else FAR
    known = outlook == "future" or (one.month, one.day) not in FAMOUS
    away = ahead if chosen is coming else back
    return Year(chosen[0], writing.sure and known and away <= far and not soon)


def ranged(
    first: Expression, second: Expression, writing: Writing, outlook: Outlook | None
) -> tuple[Year, Year] | None:
    """Choose the years of a range that names none: its end is not before its start.

    What is told as past has begun, what is told as coming has not ended.
    """
    written = writing.days
    found: list[tuple[int, int, int]] = []
    against: list[tuple[int, int, int]] = []
    for year, start in _around(first, written):
        end = following(second, year, start)
        if end is None:
            continue
        begun, over = start[0] <= written[1], end[1][1] < written[0]
        fits = (begun or outlook != "past") and not (over and outlook == "future")
        away = max(0, start[0] - written[1], written[0] - end[1][1])
        (found if fits else against).append((away, year, end[0]))
    other = min(against, default=None)
    if other and other[0] <= SOON and (not found or min(found)[0] > FAR):
        # "It put the day off from May 3 to June 4": the verb is no word on either.
        return Year(other[1], sure=False), Year(other[2], sure=False)
    if not found:
        return None
    away, year, last = min(found)
    sure = writing.sure and away <= {None: 0, "later": CLOSE}.get(outlook, FAR)
    return Year(year, sure), Year(last, sure)


def following(one: Expression, year: int, start: Span) -> tuple[int, Span] | None:
    """Return the first year, and the days, of a date that does not end before `start`."""
    for candidate in (year, year + 1):
        days = spans.of(candidate, one.month, one.day)
        if days and days[1] >= start[0]:
            return candidate, days
    return None


def preceding(one: Expression, year: int, end: Span) -> int | None:
    """Return the last year in which a date does not begin after `end`."""
    for candidate in (year, year - 1):
        days = spans.of(candidate, one.month, one.day)
        if days and days[0] <= end[1]:
            return candidate
    return None


def _around(one: Expression, written: Span) -> list[tuple[int, Span]]:
    """List the date in the years around the day of writing; a weekday leaves those it fits."""
    middle = date.fromordinal(written[0]).year
    found = ((year, spans.of(year, one.month, one.day)) for year in range(middle - 1, middle + 2))
    held = [(year, days) for year, days in found if days]
    if one.weekday and one.day:
        fits = [h for h in held if date.fromordinal(h[1][0]).isoweekday() == one.weekday]
        return fits or held
    return held

"""The dates that a sentence names, each with its ISO form as far as it can be known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TypeAlias

from digest.extract.dating import ranges, spans
from digest.extract.dating.expressions import Expression, find
from digest.extract.dating.names import NUMBERS, WEEKDAYS, table
from digest.extract.dating.tense import outlook
from digest.extract.dating.years import Writing, Year, settled
from digest.models import Published

Day: TypeAlias = "tuple[int, int]"
"""Month and day."""
WEEK = 7
_NONE: Mapping[Day, set[int]] = MappingProxyType({})
_PART = re.compile(
    r"(?:\b(?:early|mid|late)[\s-]+(?:in\s+)?|\b(?:the\s+)?(?:end|beginning|start|middle) of\s+)$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:the|an?|its|their|his|her|our|this|that)\s+(?:[a-z-]{1,20}\s+)?$", re.IGNORECASE
)
_NOUN = re.compile(
    r"\s+(?!(?:and|or|to|of|in|at|on|by|for|with|as|that|when|after|before|was|is|were|will)\b)[a-z]"
)
_WEEKDAYS = {name: n for name, n in table(WEEKDAYS, "en").items() if name.endswith("day")}
_NUMBER = r"\d{1,2}|" + "|".join(NUMBERS)
_RELATIVE = re.compile(
    r"\b(?:(?P<day>today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))"
    r"|(?P<which>last|this|next) (?P<unit>week|month|year)\b"
    rf"|(?P<n>{_NUMBER}) (?P<units>day|week|month|year)s? ago"
    r"|(?:(?P<when>last|next|this|on) )(?P<weekday>" + "|".join(_WEEKDAYS) + r"))\b",
    re.IGNORECASE,
)
_HINTS = ("day", "week", "month", "year", "night", "morrow", "this ")
"""One of these stands in every relative date that prose writes; looking for them is cheap."""
_DAYS = {"yesterday": -1, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A verbatim slice of a sentence and the ISO date it names.

    `sure`: its own words say it, or a sure date of publication and a clause that leaves one choice.
    """

    text: str
    date: str
    sure: bool


def resolved(
    text: str,
    language: str | None,
    published: Published | None,
    named: Mapping[Day, set[int]] = _NONE,
) -> Iterator[Resolved]:
    """Yield each date in `text`, in order; `named` are the years of the days the article names."""
    day = published.date if published else ""
    sure = published is not None and published.confidence == "high"
    found: list[tuple[int, int, str, bool]] = []
    for one, iso, certain in _absolute(find(text, language), text, day, named, sure=sure):
        part = _PART.search(text[max(0, one.start - 20) : one.start])
        start = one.start - (len(part[0]) if part else 0)
        end = one.end + (text[one.end : one.end + 1] == ")" and "(" in text[start : one.end])
        found.append((start, end, iso, certain))
    if day and language in {"en", None} and any(word in text.lower() for word in _HINTS):
        ends = [end for _, end, _, _ in found]
        starts = [start for start, _, _, _ in found]
        for match in _RELATIVE.finditer(text):
            free = bisect_right(ends, match.start()) == bisect_left(starts, match.end())
            said = _relative(match, text, day) if free else None
            if said:
                found.append((match.start(), match.end(), said[0], sure and said[1]))
    for start, end, iso, certain in sorted(found):
        yield Resolved(text[start:end].strip(), iso, certain)


def _absolute(
    found: Sequence[Expression],
    text: str,
    day: str,
    named: Mapping[Day, set[int]],
    *,
    sure: bool,
) -> Iterator[tuple[Expression, str, bool]]:
    """Yield dates with their own year, with one that a date beside them lends, or by the clause."""
    days = spans.of_iso(day) if len(day) > len("2021") else None
    writing = Writing(days, sure) if days else None
    lent = ranges.lent(found, text, writing)
    for one in found:
        if one.other is not None:
            yield one, f"{one.year:04d}", True
        elif one.year is not None or one.month is None:
            if one.iso:
                yield one, one.iso, True
        else:
            year = lent.get(one.start) or (_year(one, text, writing, named) if writing else None)
            span = spans.of(year.number, one.month, one.day) if year else None
            iso = spans.iso((span,)) if span else None
            if year and iso:
                yield one, iso, year.sure


def _year(
    one: Expression, text: str, writing: Writing, named: Mapping[Day, set[int]]
) -> Year | None:
    """By the clause; a day that the article names once with another year is likely that one."""
    before, after = text[max(0, one.start - 30) : one.start], text[one.end : one.end + 20]
    of_noun = _OWNED.search(before) is not None and _NOUN.match(after) is not None
    where = outlook(text, one.start, one.end, infinitives=not of_noun)
    year = settled(one, writing, where, of_noun=of_noun)
    others = named.get((one.month or 0, one.day or 0), set()) if one.day else set()
    if year is None or not others or year.number in others:
        return year
    if where == "future":
        return replace(year, sure=False)
    return Year(next(iter(others)) if len(others) == 1 else year.number, False)


def _relative(match: re.Match[str], text: str, day: str) -> tuple[str, bool] | None:
    """Return the date and whether the words leave no other, were the day of writing sure."""
    try:
        today = date.fromisoformat(day)
    except ValueError:
        return _coarse(match, day)
    if match["day"]:
        return (today + timedelta(_DAYS.get(match["day"].lower(), 0))).isoformat(), True
    if match["weekday"]:
        return _weekday(match, text, today)
    unit = (match["unit"] or match["units"]).lower()
    if unit in {"month", "year"}:
        return _coarse(match, day)
    if match["which"]:
        return None
    return _ago(match, today, unit)


def _ago(match: re.Match[str], today: date, unit: str) -> tuple[str, bool]:
    """Days are counted; who speaks of weeks has rounded, and the month may be another one."""
    number = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"].lower()]
    then = today - timedelta(number * (WEEK if unit == "week" else 1))
    return (then.isoformat(), True) if unit == "day" else (then.isoformat()[:7], False)


def _coarse(match: re.Match[str], day: str) -> tuple[str, bool] | None:
    """Months and years: "last year"; "three months ago", which is rounded and never sure."""
    unit = (match["unit"] or match["units"] or "").lower()
    sure = bool(match["which"])
    if match["which"]:
        back = {"last": 1, "this": 0, "next": -1}[match["which"].lower()]
    elif match["n"]:
        back = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"].lower()]
    else:
        return None
    if unit == "year":
        return f"{int(day[:4]) - back:04d}", sure
    if unit != "month" or len(day) < len("2021-02"):
        return None
    months = int(day[:4]) * 12 + int(day[5:7]) - 1 - back
    return f"{months // 12:04d}-{months % 12 + 1:02d}", sure


def _weekday(match: re.Match[str], text: str, today: date) -> tuple[str, bool]:
    """Return the last such day up to the day of writing, the next where the clause looks ahead.

    "Last Monday" and "next Friday" of this same week may be those of the week before or after.
    """
    wanted = _WEEKDAYS[match["weekday"].lower()]
    when = match["when"].lower()
    back = (today.isoweekday() - wanted) % WEEK
    where = outlook(text, *match.span(), infinitives=False) if when in {"on", "this"} else None
    if when == "next" or where in {"future", "later"}:
        ahead = (-back) % WEEK or WEEK * (when == "next")
        sure = wanted <= today.isoweekday() if when == "next" else where == "future"
        return (today + timedelta(ahead)).isoformat(), sure or ahead == 0
    gone = back or WEEK * (when == "last")
    sure = wanted >= today.isoweekday() if when == "last" else where == "past"
    return (today - timedelta(gone)).isoformat(), sure or gone == 0

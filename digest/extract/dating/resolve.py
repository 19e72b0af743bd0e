"""The dates that a sentence names, each with its ISO form as far as it can be known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from digest.extract.dating import spans
from digest.extract.dating.expressions import Expression, find
from digest.extract.dating.names import NUMBERS, WEEKDAYS, table
from digest.extract.dating.tense import tense
from digest.models import Published

WEEK = 7
_PART = re.compile(
    r"(?:\b(?:early|mid|late)[\s-]+(?:in\s+)?|\b(?:the\s+)?(?:end|beginning|start|middle) of\s+)$",
    re.IGNORECASE,
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


def resolved(
    text: str, language: str | None, published: Published | None
) -> Iterator[tuple[str, str]]:
    """Yield (verbatim slice, ISO date) of each date in `text`, in order."""
    day = published.date if published else ""
    found: list[tuple[int, int, str]] = []
    for one in find(text, language):
        iso = _absolute(one, text, day)
        if iso:
            start = one.start
            part = _PART.search(text[max(0, start - 20) : start])
            start -= len(part[0]) if part else 0
            end = one.end + (text[one.end : one.end + 1] == ")" and "(" in text[start : one.end])
            found.append((start, end, iso))
    if day and language in {"en", None} and any(word in text.lower() for word in _HINTS):
        ends = [end for _, end, _ in found]
        starts = [start for start, _, _ in found]
        for match in _RELATIVE.finditer(text):
            free = bisect_right(ends, match.start()) == bisect_left(starts, match.end())
            iso = _relative(match, text, day) if free else None
            if iso:
                found.append((match.start(), match.end(), iso))
    for start, end, iso in sorted(found):
        yield text[start:end].strip(), iso


def _absolute(one: Expression, text: str, day: str) -> str | None:
    """With its own year, or with that of the last (or, told as coming, the next) such day."""
    if one.other is not None:
        return f"{one.year:04d}"
    if one.year is not None or one.month is None:
        return one.iso
    written = spans.of_iso(day) if len(day) > len("2021") else None
    if written is None:
        return None
    ahead = tense(text, one.start, one.end) == "future"
    year = date.fromordinal(written[0]).year
    for candidate in (year, year + 1) if ahead else (year, year - 1):
        span = spans.of(candidate, one.month, one.day)
        if span and (span[1] >= written[0] if ahead else span[0] <= written[1]):
            return spans.iso((span,))
    return None


def _relative(match: re.Match[str], text: str, day: str) -> str | None:
    try:
        today = date.fromisoformat(day)
    except ValueError:
        return _coarse(match, day)
    if match["day"]:
        return (today + timedelta(_DAYS.get(match["day"].lower(), 0))).isoformat()
    if match["weekday"]:
        return _weekday(match, text, today)
    unit = (match["unit"] or match["units"]).lower()
    if unit in {"month", "year"}:
        return _coarse(match, day)
    if match["which"]:
        return None
    return _ago(match, today, unit)


def _ago(match: re.Match[str], today: date, unit: str) -> str | None:
    number = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"].lower()]
    then = today - timedelta(number * (WEEK if unit == "week" else 1))
    return then.isoformat() if unit == "day" else then.isoformat()[:7]


def _coarse(match: re.Match[str], day: str) -> str | None:
    """Months and years: "last year", "three months ago"."""
    unit = (match["unit"] or match["units"] or "").lower()
    if match["which"]:
        back = {"last": 1, "this": 0, "next": -1}[match["which"].lower()]
    elif match["n"]:
        back = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"].lower()]
    else:
        return None
    if unit == "year":
        return f"{int(day[:4]) - back:04d}"
    if unit != "month" or len(day) < len("2021-02"):
        return None
    months = int(day[:4]) * 12 + int(day[5:7]) - 1 - back
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _weekday(match: re.Match[str], text: str, today: date) -> str:
    """Return the last such day up to the day of writing, the next where the clause looks ahead."""
    wanted = _WEEKDAYS[match["weekday"].lower()]
    when = match["when"].lower()
    back = (today.isoweekday() - wanted) % WEEK
    if when == "next" or (when in {"on", "this"} and tense(text, *match.span()) == "future"):
        return (today + timedelta((-back) % WEEK or WEEK * (when == "next"))).isoformat()
    return (today - timedelta(back or WEEK * (when == "last"))).isoformat()

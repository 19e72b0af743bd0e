"""Find dates as prose and datelines write them, whole or in part; nothing is resolved here."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date

from digest.extract.dating.names import CAPITALISED, MONTHS, ORDINAL_DAYS, WEEKDAYS, table

PIVOT = 70
"""Two-digit years from here on are of the 20th century, as in POSIX `%y` (69)."""
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DIGIT = re.compile(r"\d")
_UNITS = (
    r"\s+(?:people|met(?:er|re)s|km|miles|feet|euros?|dollars?|rubles?|tons?|tonnes?|times"
    r"|percent)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|early|late|before|after|between|and|to|than"
    r"|the|a|an|this|that|through|throughout|en|im|seit|jahr|depuis|nel|w|od|roku|в|во|з|у|с|да|до|года)"
    r"|['’]s|\bmid|^)[\s-]*\(?$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:in|last|since|by|of|until|till|next|this|from|through|between|and|to|early|late|mid"
    r"|before|after|during|for|previous|past|on|the|an?|en|em|im|nel|w|we|в|во|у|ў|през)[\s-]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date as written: `text[start:end]`; parts that are not named are None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 is Monday, as in ISO 8601."""
    other: date | None = None
    """The second reading of a date in digits (05/06/2010), None where there is one only."""

    @property
    def iso(self) -> str | None:
        """The date as precise as it is named, None without a year."""
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year:04d}"
        month = f"{self.year:04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"


@functools.lru_cache(maxsize=1024)
def find(text: str, language: str | None, *, stamp: bool = False) -> tuple[Expression, ...]:
    """List the dates in `text`, in order, none within another.

    An article's sentences are read for its own date and again for the dates they name: the last
    thousand answers are kept.

    `stamp`: the text is a line that states a date, so that any language, any case and years of two
    digits are read, and lone months and years are not.
    """
    beginnings, pattern, months, weekdays = _grammar(None if stamp else language or "en", stamp)
    # Most sentences hold neither a digit nor what a month begins with.
    if not (_DIGIT.search(text) or any(map(text.__contains__, beginnings))):
        return ()
    found = (_read(match, months, weekdays) for match in pattern.finditer(text))
    return tuple(one for one in found if one and (stamp or _is_date(one, text)))


@functools.cache
def _grammar(
    language: str | None, stamp: bool
) -> tuple[tuple[str, ...], re.Pattern[str], dict[str, int], dict[str, int]]:
    months, weekdays = table(MONTHS, language), table(WEEKDAYS, language)
    shown = None if stamp else language
    month, weekday = _names(_shown(months, shown)), _names(_shown(weekdays, shown))
    year = rf"{_YEAR}|['’]?\d\d(?![\d:])" if stamp else _YEAR
    of = r"(?:\s*(?:of|de|del|do|г\.?)\s+)?"
    ordinal = r"(?:st|nd|rd|th|er|ST|ND|RD|TH|º|ª|\.)?"
    days = _names(set(ORDINAL_DAYS))
    written = [
        rf"(?P<o7>{days})\s+of\s+(?P<m7>{month})\b(?!['’]s)(?:,?\s+(?P<y7>{year}))?",
    ][: language == "en"]
    forms = "|".join(
        (
            rf"(?P<y0>{_YEAR})(?P<sep0>[-/. ])(?P<m0>\d\d)(?P=sep0)(?P<d0>\d\d)(?!\d)",
            rf"(?P<y6>{_YEAR})\s?[年년]\s?(?P<m6>\d{{1,2}})\s?[月월]\s?(?P<d6>\d{{1,2}})\s?[日일]",
            r"(?P<n1>\d{1,2})(?P<sep>[./-])(?P<n2>\d{1,2})(?P=sep)"
            + (r"(?P<n3>(?:19|20)\d\d|\d\d)(?!\d)" if stamp else r"(?P<n3>(?:19|20)\d\d)(?!\d)"),
            rf"(?P<d1>\d{{1,2}}){ordinal}[\s-]+{of}(?P<m1>{month})\b(?:[.,]?[\s,-]*{of}(?P<y1>{year}))?",
            (
                rf"(?P<m2>{month})\b(?:\.?\s+(?:the\s+)?|\.)(?P<d2>\d{{1,2}})(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\d%]|[.,:]\d)"
                rf"(?:\s*[-–]\s*\d{{1,2}}(?![\d:]))?(?:\s*[.,]?\s+(?P<y2>{_YEAR})|\s?,\s?(?P<y2b>{_YEAR}))?"
            ),
            *written,
            rf"(?P<m3>{month})\b[.,]?\s+{of}['’]?(?P<y3>{_YEAR})",
            rf"(?P<y4>{_YEAR})",
            rf"(?P<m5>{month})\b",
        )
    )
    first = "".join(sorted({form[0] for form in (*months, *weekdays)}))
    first += "fstne" if language == "en" else ""
    apart = r"(?<![\w$€£₽#/])"
    if stamp:  # "Lena Barge3 May 2019": an author run together with the day
        apart = rf"(?:{apart}|(?<=[^\W\d_A-ZА-ЯЁ][^\W\d_A-ZА-ЯЁ])(?=\d\d?[ ./-]))"
    pattern = (
        rf"{apart}(?=[0-9{first}{first.upper()}])"
        rf"(?:(?P<w>{weekday})\b\.?(?:,?\s+\(?(?:the\s+|on\s+)?(?=\d|{month})))?(?:{forms})"
    )
    beginnings = () if stamp else tuple(sorted({form[:3] for form in _shown(months, language)}))
    return beginnings, re.compile(pattern), months, weekdays


def _shown(forms: dict[str, int], language: str | None) -> set[str]:
    shown = {form for form in forms if language not in CAPITALISED}
    return shown.union(*({form.capitalize(), form.upper()} for form in forms))


def _names(shown: set[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, shown), key=lambda f: (-len(f), f))) + ")"


def _read(
    match: re.Match[str], months: dict[str, int], weekdays: dict[str, int]
) -> Expression | None:
    got = {name: value for name, value in match.groupdict().items() if value is not None}
    weekday = weekdays[got.pop("w").lower()] if "w" in got else None
    if "n1" in got:
        return _digits(match, weekday)
    parts = {name[0]: value for name, value in got.items() if name != "sep0"}
    month = months.get(parts["m"].lower()) if "m" in parts else None
    digits = got.get("m0") or got.get("m6")
    month = int(digits) if digits else month
    year = _century(parts["y"]) if "y" in parts else None
    day = int(parts["d"]) if "d" in parts else ORDINAL_DAYS.get(got.get("o7", ""))
    # A leap year stands in where none is named: 29 February exists.
    if month is not None and _date(year or 2000, month, day or 1) is None:
        return None
    return Expression(
        start=match.start(), end=match.end(), year=year, month=month, day=day, weekday=weekday
    )


def _digits(match: re.Match[str], weekday: int | None) -> Expression | None:
    first, second, year = int(match["n1"]), int(match["n2"]), _century(match["n3"])
    readings = [_date(year, second, first)]
    if match["sep"] != ".":
        readings.append(_date(year, first, second))
    days = sorted({day for day in readings if day})
    if weekday and len(days) > 1:
        days = [day for day in days if day.isoweekday() == weekday] or days
    if not days:
        return None
    # The American reading comes first where both are possible.
    main = days[0] if len(days) == 1 else date(year, first, second)
    return Expression(
        start=match.start(),
        end=match.end(),
        year=main.year,
        month=main.month,
        day=main.day,
        weekday=weekday,
        other=date(year, second, first) if len(days) > 1 else None,
    )


def _century(digits: str) -> int:
    year = int(digits.lstrip("'’"))
    if year >= 100:  # noqa: PLR2004 - written in full
        return year
    return year + (1900 if year >= PIVOT else 2000)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_date(found: Expression, text: str) -> bool:
    """Tell lone years and months in prose from numbers and everyday words."""
    if found.day is not None or (found.year and found.month):
        return True
    before = text[max(0, found.start - 12) : found.start]
    if found.month is None:
        decade = r"['’]?s\b" if before.lower().endswith("the ") else r"s\b"
        return bool(_YEAR_BEFORE.search(before)) and not re.match(
            rf"{decade}|\s?[%-]\d|[.,]\d|{_UNITS}", text[found.end : found.end + 14]
        )
    return bool(_PREPOSITION.search(before)) or text[found.end : found.end + 2] in {"'s", "’s"}

"""Lines that state when a text was published: datelines, and what stands for one.

"Published July 28, 2004", "LONDON Mon Dec 15, 2014 5:00 pm GMT", "MINSK, Sept 5 (Reuters) -".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from digest.extract.dating import spans
from digest.extract.dating.expressions import Expression, find
from digest.extract.dating.foreign import NOT_ITS_OWN, is_post, several_days
from digest.extract.dating.names import WEEKDAYS, table
from digest.models import Cleaned, Confidence, Line
from digest.text import squeeze, words

Kind = Literal["published", "plain", "updated"]

HEAD_LINES = 3
"""Lines of body that may stand above a date which no label calls a dateline."""
SURE_LINES = 1
"""Body lines (teaser, caption) above a bare date that is surely the text's own; below more prose it
may be that of a second article on the page."""
LINE_LENGTH = 160
"""A longer line is prose that names a date; the longest dateline seen has 118 characters."""
LETTERS = {"byline": 60, "body": 16}
"""Letters that may stand beside the date, by label: names in a byline, a town elsewhere."""
OTHER_LETTERS = 30
SAID = 4
"""Letters of a word that, in lower case, makes a body line prose ("Russia invaded on")."""
_ORDER: dict[Kind, int] = {"published": 0, "plain": 1, "updated": 2}
TITLE_WORDS = 3
"""Words behind a date that make it part of a heading ("3 May 1945: a day at the bridge")."""
SAME = 1
"""Days that two statements of one publication may lie apart (time zones)."""
_PUBLISHED = re.compile(
    r"publish|posted|created|issued|\bdated?\b|immediate release|veröffentlicht|erstellt|datum"
    r"|опубликован|апублікаван|опубліковано|\bдата|publié|publicad|fecha|opublikowan|dodano"
    r"|pubblicat|gepubliceerd|first|original",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|modif|edited|revised|correct|aktualisiert|geändert|\bstand\b|обновл|абноўл|оновлен"
    r"|mise? à jour"
    r"|actualiz|zaktualiz|aggiorn|bijgewerkt",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:published|posted|updated|created|edited|modified|on|at|in|by|am|pm|a\. ?m|p\. ?m|gmt|bst"
    r"|utc|[ecmp][sd]?t|ak[sd]t|ces?t|ist|aes?t|msk|hrs?|date|time|last|first|story|originally"
    r"|uhr|um|den|le|à|às|alle|ore|роки?|года|г|р)\b\.?"
    r"|\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:Z|[+-]\d\d:?\d\d)?(?:\s?[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_US = re.compile(r"\b(?:[ECMP][SD]?T|AK[SD]T)\b")
_REST = re.compile(r"\b(?:GMT|BST|UTC|CES?T|IST|AES?T|MSK)\b|\bhrs\b")
_HALF_DAY = re.compile(r"\d\s?[ap]\.? ?m\b", re.IGNORECASE)
_SHORT_END = re.compile(r"(?:\d|\b[рг]|\bm)\.$")
_KEYWORD = re.compile(rf"\b\w*(?:{_PUBLISHED.pattern}|{_UPDATED.pattern})\w*", re.IGNORECASE)
_AGENCY = re.compile(
    r"[^\W\d_][^\n]{2,80}?(?:\s[-–—]{1,2}\s|\)\s*[-–—:]|/[^/\n]{2,40}/)|[A-Z]{2}[^\n]{2,80}?[-–—]"
)
_SEPARATOR = re.compile(r"\s*[|·•—–/]\s+|\s-\s")
_PARENTHESIS = re.compile(r"\([^)]*\)|/[^/]*/")
_WEEKDAY = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, table(WEEKDAYS, None)))) + r")\b", re.IGNORECASE
)
_TO = re.compile(r"\W*(?:[-–—]|to|until|through|bis|do|до|по|au|al)\W*", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"\s*by\b", re.IGNORECASE)
_PLACE = re.compile(r"[^a-zа-яё]*[A-ZА-ЯЁІЎ]{2}|[^\n]*(?:\([A-ZА-ЯЁІЎ]|/[A-ZА-ЯЁІЎ]{3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date that a line states as the text's own."""

    found: Expression
    line: Line
    text: str
    """The date, verbatim but for white space."""
    shown: str
    """The statement it stands in."""
    kind: Kind
    vague: bool
    """Words beside it may make it the date of something else."""
    above: int
    """Body lines above it."""
    tail: bool
    """It stands below the first half of the body."""


def stamps(cleaned: Cleaned) -> list[Stamp]:
    """List the statements of the text's own date, in order."""
    text = cleaned.document.text
    bodies = sum(line.label == "body" for line in cleaned.lines)
    seen = 0
    found: list[Stamp] = []
    before = ""
    for line in cleaned.lines:
        tail = bodies > HEAD_LINES and seen > bodies / 2
        part = _statement(text, line, seen)
        shown = text[line.start : min(line.end, line.start + LINE_LENGTH)]
        before, above = shown, before
        if part and not is_post(shown, above, inside=seen > 0):
            found.extend(_read(part, line, text, seen, tail=tail))
        seen += line.label == "body"
    return found


def _statement(text: str, line: Line, seen: int) -> str | None:
    """Return the part of the line that states a date; None where it is prose or furniture."""
    shown = text[line.start : min(line.end, line.start + LINE_LENGTH + 1)]
    if line.label == "dateline":
        return squeeze(shown)
    if seen > HEAD_LINES or line.label in {"comment", "ad", "promo", "caption"}:
        return None
    if not _DIGIT.search(shown):
        return None
    agency = _AGENCY.match(shown) if line.label == "body" else None
    if agency:
        head = squeeze(agency[0].rstrip("-–— "))
        if _PLACE.match(head) or _bare(head, OTHER_LETTERS, prose=True):
            return head
    if len(shown) > LINE_LENGTH:
        return None
    shown = squeeze(shown)
    parts = _SEPARATOR.split(shown)
    beside = [part for part in parts if not _bare(part, 0, prose=False)]
    if len(beside) < len(parts) and not (line.label == "title" and any(map(_is_prose, beside))):
        return shown
    if line.label == "title":
        return None
    letters = LETTERS.get(line.label, OTHER_LETTERS)
    return shown if _bare(shown, letters, prose=line.label == "body") else None


def _bare(shown: str, letters: int, *, prose: bool) -> bool:
    """Say whether there is a date with next to nothing beside it; in `prose` names alone."""
    dates = find(shown, None, stamp=True)
    if not dates or shown[-1] in "!?" or (shown[-1] == "." and not _SHORT_END.search(shown)):
        return False
    rest = shown
    for one in reversed(dates):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = _KEYWORD.sub(" ", _AROUND.sub(" ", rest))
    return sum(c.isalpha() for c in rest) <= letters and not (prose and _is_prose(rest))


def _is_prose(rest: str) -> bool:
    return any(word[0].islower() for word in words(rest) if len(word) >= SAID)


def _vague(shown: str, found: Expression, line: Line, text: str) -> bool:
    """Say whether words stand beside the date that may make it the date of something else.

    "Kickoff: 3 May 2019", "Effective May 3, 2019"; not "PARIS, 3 May 2019 (Agency)", "By Ann Lee".
    """
    start = max((m.end() for m in _SEPARATOR.finditer(shown, 0, found.start)), default=0)
    after = _SEPARATOR.search(shown, found.end)
    lead = _clean(shown[start : found.start])
    tail = _clean(shown[found.end : after.start() if after else len(shown)])
    behind = sum(len(word) > 1 and word[0].isalpha() for word in words(tail))
    if _is_prose(lead) or _is_prose(tail) or _DIGIT.search(tail) or behind >= TITLE_WORDS:
        return True
    first = next(iter(words(lead)), "")
    if not first or first.isupper() or _BY.match(shown):
        return False
    # "Lisbon, 3 May 2019 - The dam": a place, if the story begins there or names it again.
    begins = line.end - line.start > len(shown) + LETTERS["body"]
    again = re.search(rf"[^\W\d_A-Z] {first}\b", text)
    return not (lead.rstrip().endswith(",") and (begins or again))


def _clean(part: str) -> str:
    return _AROUND.sub(" ", _WEEKDAY.sub(" ", _PARENTHESIS.sub(" ", part)))


def _read(shown: str, line: Line, text: str, above: int, *, tail: bool) -> Iterator[Stamp]:
    last = 0
    before: Expression | None = None
    foreign = False
    for found in find(shown, None, stamp=True):
        lead = shown[last : found.start]
        last = found.end
        kind: Kind = "plain"
        if _UPDATED.search(lead):
            kind = "updated"
        elif _PUBLISHED.search(lead):
            kind = "published"
        span = several_days(shown, found) or (
            before is not None and before.year is None and _TO.fullmatch(lead) is not None
        )
        before = found
        foreign = bool(NOT_ITS_OWN.search(lead)) or (foreign and kind == "plain")
        if foreign or found.month is None or found.iso in spans.UNSET:
            continue
        yield Stamp(
            found=found,
            line=line,
            text=shown[found.start : found.end],
            shown=shown,
            kind=kind,
            vague=kind == "plain"
            and (span or (line.label != "byline" and _vague(shown, found, line, text))),
            above=above,
            tail=tail,
        )


def yearless(found: Sequence[Stamp]) -> Stamp | None:
    """Return the first day without a year that the head states ("MINSK, Sept 5 (Reuters) -")."""
    days = (stamp for stamp in found if stamp.found.day and not stamp.found.year)
    return next((stamp for stamp in days if not stamp.tail), None)


def best(found: Sequence[Stamp]) -> Stamp | None:
    """Pick the statement to believe: published before plain before updated, the head's first."""
    whole = [stamp for stamp in found if stamp.found.year is not None]
    return min(whole, key=lambda stamp: (stamp.tail, _ORDER[stamp.kind]), default=None)


def date_of(stamp: Stamp, weekdays: Sequence[int], language: str | None) -> tuple[str, Confidence]:
    """(ISO date, confidence) of one statement, apart from what others say.

    `weekdays`: those that the opening sentences name; they decide between 5 June and 6 May.
    """
    found = stamp.found
    iso = found.iso or ""
    if found.day is None or found.year is None or found.month is None:
        return iso, "high" if stamp.kind == "published" else "low"
    main = date(found.year, found.month, found.day)
    if found.other is not None and not stamp.vague:
        return _of_two(main, found.other, stamp, weekdays, language)
    if found.other is not None:
        return f"{found.year:04d}", "low"
    if stamp.vague or (found.weekday and main.isoweekday() != found.weekday):
        return iso, "low"
    if stamp.kind == "updated" and not _near(main, weekdays):
        return iso, "low"
    # "Published in Dawn, April 12th" below the text is as good as above it.
    return iso, "low" if stamp.above > SURE_LINES and stamp.kind == "plain" else "high"


def agree(chosen: Stamp, found: Sequence[Stamp]) -> bool:
    """Say whether no other statement of the head contradicts the chosen one.

    A later "updated" is no contradiction, an earlier one is.
    """
    day = _day(chosen.found)
    for other in found:
        theirs = _day(other.found)
        if other.tail or day is None or theirs is None or other.found.other:
            continue
        gap = (theirs - day).days
        if gap < -SAME or (gap > SAME and other.kind == chosen.kind != "updated"):
            return False
    return True


def _of_two(
    main: date, other: date, stamp: Stamp, weekdays: Sequence[int], language: str | None
) -> tuple[str, Confidence]:
    """Settle 5/6/2010: by time zone, language, weekdays named; else the year alone is sure."""
    if language not in {"en", None} or _REST.search(stamp.shown):
        return other.isoformat(), "high"
    if _US.search(stamp.shown):
        return main.isoformat(), "high"
    fits = [day for day in (main, other) if _near(day, weekdays)]
    if len(fits) == 1:
        return fits[0].isoformat(), "low"
    if _HALF_DAY.search(stamp.shown):
        return main.isoformat(), "low"
    return f"{main.year:04d}", "high"


def _near(day: date, weekdays: Sequence[int]) -> bool:
    return day.isoweekday() in weekdays or (day.isoweekday() - 2) % 7 + 1 in weekdays


def _day(found: Expression) -> date | None:
    if found.year is None or found.month is None or found.day is None:
        return None
    return date(found.year, found.month, found.day)

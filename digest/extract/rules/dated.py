"""Lines that hold a date, and names above a text."""

from __future__ import annotations

import re

_MONTHS = (
    "january february march april may june july august september october november december novemer "
    "jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober"
    " dezember "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre enero"
    " febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno"
    " luglio settembre ottobre dicembre "
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia maart mei augustus "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня "
    "студзеня лютага сакавіка красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка"
    " лістапада снежня "
    "януари февруари март април май юни юли август септември октомври ноември декември"
)
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs"
    " fri sat sun montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche"
    " lunes martes miércoles jueves viernes "
    "sábado domingo понедельник вторник среда четверг пятница суббота воскресенье yesterday today"
)
_AROUND = (
    "published publish updated update posted post last modified first created date dated story"
    " on at the of in and edited time by "
    "duration gmt utc bst est edt et pt pst pdt cst cdt mst mdt cet cest msk ist aest aedt akdt"
    " eet eest am pm uhr ago hour hours minute minutes "
    "min mins day days week weeks month months year years downloaded issued filed st nd rd th"
    " de le du um stand aktualisiert veröffentlicht "
    "am опубликовано обновлено дата в г года час назад часов часа publié mis à jour publicado"
    " actualizado pubblicato aktualisierung p a m"
)
_MONTH_WORDS = frozenset(_MONTHS.split())
_DATE_WORDS = frozenset((*_MONTHS.split(), *_DAYS.split()))
_SMALL = frozenset(_AROUND.split()) | _DATE_WORDS
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_NUMERIC = re.compile(
    r"(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|(?:19|20)\d\d [01]\d [0-3]\d"
    r"|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?!\d)"
)
_AGO = re.compile(
    r"\d+ ?(?:h|hrs?|hours?|min(?:ute)?s?|days?|weeks?|months?|years?|d)\b.{0,12}\bago\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\W*(?:(?:last |first )?(?:published|updated|posted|modified|created)(?: (?:on|at|time"
    r"|duration))?|edited time|story created|stand|aktualisiert"
    r"|veröffentlicht|опубликовано|обновлено|publié|mis à jour|publicado|actualizado|pubblicato"
    r"|aggiornato)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\([^\W\d_][^()\d]{1,60}\)\W*$")
"""Who sent the text, at the end of its line of place and day."""
_FIELDS = re.compile(r"\s*[|·•]\s*")
_CLOCK = re.compile(
    r"\W*(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:[.:][0-5]\d)?\s?(?:[ap]\.?m\.?|uhr"
    r"|ч\.?)?\s?(?:[A-Z]{2,4}(?:[+-]\d+)?)?\W*",
    re.IGNORECASE,
)
_MERIDIEM = re.compile(r"\d\s?[ap]\.? ?m\.\W*$", re.IGNORECASE)
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan"
    "|feb|mar"
    "|apr|jun|jul|aug|sept?|oct|nov|dec"
)
FIELDS_LENGTH = 120
FIELD_WORDS = 4
"""Words of the longest name of a paper or an author beside a date."""
REST = 2
"""Words beside the date that a date line may hold: a place of one or two words."""
LONGEST = 16
"""Words of the longest date line (published and updated, each with its day, time and zone)."""

_BYLINE = re.compile(
    r"[\W_]*(?:(?:ein|eine|an?|un|une) [\w-]{4,20} )?(?:(?:interview |words |text |story |written"
    r" |photos? )?by|von|par|por|da|di|door"
    r"|av|af|przez|od|автор[ы]?|текст|от)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"[\W_]*(?:(?:authors?|byline|autor(?:in|en)?|auteur|автор[ы]?|text|words)\s*:"
    r"|(?:interview|conversation)\s*:(?=(?-i:(?: [A-Z][\w.'’-]+){2,3})\W*$))",
    re.IGNORECASE,
)
_JOINERS = frozenset(
    "and und et y e i и in for of the from with at de la van von der den di da del bbc und für"
    " in для из news correspondent "
    "editor reporter staff writer writers political senior chief foreign world business "
    "diplomatic".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){2,4}")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
BYLINE_WORDS = 20
NAME_WORDS = (2, 4)
ROLE_WORDS = 6
"""Words of a line that names a role after "by"; the spelling of a name says nothing there."""


def dated(text: str) -> bool:
    """Whether the line is a date and next to nothing else."""
    if len(text) > 200 or not _DIGIT.search(text):  # noqa: PLR2004
        return False
    parts = [part.lower() for part in _PARTS.findall(text)]
    if len(parts) > 2 * LONGEST:
        return False
    named = any(part in _MONTH_WORDS for part in parts) and any(part.isdigit() for part in parts)
    if not (named or _NUMERIC.search(text) or _AGO.search(text)):
        return False
    beside = [part.lower() for part in _PARTS.findall(_AGENCY.sub("", text))]
    return sum(not part.isdigit() and part not in _SMALL for part in beside) <= REST


def ends_in_clock(text: str) -> bool:
    """Whether a full stop at the end belongs to "p.m." or stands behind it."""
    return _MERIDIEM.search(text) is not None


def fields(text: str) -> bool:
    """Whether the line is short fields, one of them a date: `Ann Lee | The Paper | 3 May 2019`."""
    parts = _FIELDS.split(text) if len(text) <= FIELDS_LENGTH else []
    others = [part.split() for part in parts if not dated(part)]
    return len(parts) > len(others) > 0 and all(
        len(words) <= FIELD_WORDS and words[0][:1].isupper() for words in others if words
    )


def clock(text: str) -> bool:
    """Whether the line is a time of the day, as above the entries of a running report."""
    return len(text) <= LONGEST and _CLOCK.fullmatch(text) is not None


def stamped(text: str) -> bool:
    """Whether the line begins as a note on when the text was published or changed."""
    return _STAMP.match(text) is not None


def full_day(text: str) -> bool:
    """Whether the line names a day of the calendar."""
    if not _DIGIT.search(text):
        return False
    parts = [part.lower() for part in _PARTS.findall(text[:200])]
    return bool(_NUMERIC.search(text)) or (
        any(part in _MONTH_WORDS for part in parts) and any(part.isdigit() for part in parts)
    )


_ROLES = frozenset(
    "correspondent reporter journalist editor editors desk staff newsroom redaktion redacción"
    " rédaction redazione redactie redakcja корреспондент редакция".split()
)


def byline(text: str) -> bool:
    """Whether the line names its author after a word that says so."""
    if _LEADING.match(text):
        return len(text.split()) <= BYLINE_WORDS
    opening = _BYLINE.match(text)
    if not opening:
        return False
    names = _NAME.findall(text[opening.end() :])
    if not names or len(names) > BYLINE_WORDS:
        return False
    foreign = opening[0].strip(" :*_").lower() in {"von", "par", "автор", "авторы"}
    if len(names) <= ROLE_WORDS and not _ROLES.isdisjoint(name.lower() for name in names):
        return True
    small = [name for name in names if name.islower() and name not in _JOINERS]
    return not small or (foreign and len(names) <= NAME_WORDS[1])


def initials(text: str) -> bool:
    """Whether the line is nothing but initials."""
    return len(text) <= 12 and _INITIALS.fullmatch(text) is not None  # noqa: PLR2004


def name_alone(text: str) -> bool:
    """Whether the line is nothing but a name."""
    parts = text.rstrip(",").split()
    return NAME_WORDS[0] <= len(parts) <= NAME_WORDS[1] and all(
        _NAME.fullmatch(part) and part[0].isupper() and not part.isupper() for part in parts
    )

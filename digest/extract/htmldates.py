"""Publication dates that a web page states: linked data, meta data, `time`, the line, the address.

Each statement is a witness. The best witness gives the day; it is sure only where an independent
one confirms it, or where it is linked or meta data that nothing on the page contradicts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from digest.extract import htmlmeta, htmltree
from digest.models import DateClue
from digest.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.extract.htmlmeta import Head
    from digest.extract.htmltree import Block

_METAS = (
    "article:published_time og:article:published_time og:published_time published_time "
    "article:published article.published datepublished date_published publication_date "
    "publicationdate publish_date publish-date published-date pubdate publishdate "
    "sailthru.date parsely-pub-date cxenseparse:recs:publishtime bt:pubdate rnews:datepublished "
    "dc.date.issued dcterms.issued dcterms.date dc.date.created dcterms.created dc.date dc:date "
    "citation_publication_date citation_online_date article_date_original originalpublicationdate "
    "displaydate vr:published_time"
).split()
"""Names of meta data that say when a page was published, the exact ones first."""
_VAGUE_METAS = "date created article:created datecreated".split()
"""Names that may as well mean the file or the last visit."""
_MIDNIGHT = re.compile(r"T2[1-3]:00:00(?:\.0+)?Z")
"""Midnight east of Greenwich written in UTC: a day whose name is that of the day after."""
_ISO = re.compile(
    r"\b((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)(?!\d)|\b((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)"
)
_DAY_FIRST = re.compile(r"\b(\d\d?)[./-](\d\d?)[./-]((?:19|20)\d\d)\b")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner janvier enero janeiro gennaio januari",
            "feb february februar février febrero fevereiro febbraio februari",
            "mar march märz mars marzo março maart",
            "apr april avril abril aprile",
            "may mai mayo maio maggio mei",
            "jun june juni juin junio junho giugno",
            "jul july juli juillet julio julho luglio",
            "aug august août agosto augustus",
            "sep sept september septembre septiembre setembro settembre",
            "oct october oktober octobre octubre outubro ottobre",
            "nov november novembre noviembre novembro",
            "dec december dezember décembre diciembre dezembro dicembre",
        ),
        1,
    )
    for name in names.split()
}
_YEAR = r"((?:19|20)\d\d)\b"
_NAME = r"([^\W\d_]{3,10})"
_NAMED = re.compile(
    rf"\b(\d\d?)(?:st|nd|rd|th|er|º|\.)?(?: de| of)? {_NAME}\.?,?(?: de| of)? {_YEAR}"
    rf"|\b{_NAME}\.? (\d\d?)(?:st|nd|rd|th)?,? {_YEAR}"
)
_MONTHS_A_YEAR = 12
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|$)")
_EARLIEST = date(1995, 1, 1)
"""The first news sites; earlier days are the subject's, not the page's."""
_LATEST = "2099-12-31"
"""A fixed bound, for a page reads the same on every day."""
_PUBLISHED = re.compile(
    r"publish|pubdate|posted|entry-date|post-date|article-date|dateline", re.IGNORECASE
)
_CHANGED = re.compile(r"updat|modif|actuali|aktualis", re.IGNORECASE)
_HEARD = 50
"""Statements that are compared; a list of a thousand articles states a thousand days."""
_NEAR = 12
"""Blocks around the headline in which its date line stands."""
_LINE = 160
"""Characters of a date line; longer text tells of other days."""


@dataclass(frozen=True, slots=True)
class _Witness:
    """A day and who states it."""

    day: date
    basis: str
    """What stated it, for the reader; the word before the blank is its kind."""
    written: str
    data: bool
    """Stated for machines as the day of publication."""

    @property
    def kind(self) -> str:
        """Witnesses of one kind do not confirm each other."""
        return self.basis.split()[0]


def clues(
    page: str, root: Any, head: Head, found: Sequence[Block], title: str | None
) -> tuple[DateClue, ...]:
    """Return the dates a page states, best first."""
    english = (htmlmeta.language(head) or "en") == "en"
    stated = [*_linked(head), *_meta(head), *_marked(root), *_lines(found, title), *_address(head)]
    witnesses = stated if english else [_in_local_time(one) for one in stated]
    witnesses = witnesses[:_HEARD]
    if not witnesses:
        return _guess(page)
    best = _best(witnesses)
    given = dict.fromkeys(one.day for one in (best, *witnesses))
    return tuple(
        _clue(
            next(one for one in witnesses if one.day == day),
            sure=_is_sure(best, witnesses) and day == best.day,
        )
        for day in given
    )


def _in_local_time(witness: _Witness) -> _Witness:
    """Move a day that was midnight of the next one; English pages post at full hours of UTC."""
    if _MIDNIGHT.search(witness.written):
        return replace(witness, day=witness.day + timedelta(days=1))
    return witness


def _clue(witness: _Witness, *, sure: bool) -> DateClue:
    return DateClue(
        date=witness.day.isoformat(),
        basis=witness.basis,
        confidence="high" if sure else "low",
        text=witness.written,
    )


def _best(witnesses: Sequence[_Witness]) -> _Witness:
    """Return the first witness whose day another kind confirms, else the first of all."""
    for one in witnesses:
        if any(one.day == other.day and one.kind != other.kind for other in witnesses):
            return one
    return witnesses[0]


def _is_sure(best: _Witness, witnesses: Sequence[_Witness]) -> bool:
    same = [one for one in witnesses if abs((one.day - best.day).days) <= 1]
    against = [one for one in witnesses if one not in same and one.data]
    if len({one.kind for one in same}) > 1:
        return True
    return best.data and not against


def _linked(head: Head) -> Iterator[_Witness]:
    for key in ("datePublished", "dateCreated"):
        for written in head.said(key):
            yield from _read(written, f"JSON-LD {key}", data=True)


def _meta(head: Head) -> Iterator[_Witness]:
    for name in (*_METAS, *_VAGUE_METAS):
        for key, written in head.metas:
            if key == name:
                yield from _read(written, f"meta {name}", data=name not in _VAGUE_METAS)


def _marked(root: Any) -> Iterator[_Witness]:
    """Microdata and `time` elements."""
    for element in root.iter("time", "abbr", "span", "div", "p", "b", "li"):
        prop = element.get("itemprop") or element.get("property") or ""
        written = element.get("content") or element.get("datetime") or element.get("title") or ""
        if "datePublished" in prop:
            yield from _read(
                written or htmltree.content(element), "microdata datePublished", data=True
            )
    times = [one for one in root.iter("time") if not _CHANGED.search(one.get("class") or "")]
    first = [
        one
        for one in times
        if one.get("pubdate") is not None or _PUBLISHED.search(one.get("class") or "")
    ]
    for element in (first or times)[:1]:
        yield from _read(
            element.get("datetime") or htmltree.content(element), "time element", data=False
        )


def _lines(found: Sequence[Block], title: str | None) -> Iterator[_Witness]:
    """Dates in the short lines around the headline."""
    headline = fold(title or "")
    at = next(
        (
            n
            for n, block in enumerate(found)
            if block.block.tag == "h1" and fold(block.text) == headline
        ),
        None,
    )
    if at is None:
        at = next((n for n, block in enumerate(found) if fold(block.text) == headline), None)
    if at is None:
        return
    order = sorted(
        range(max(0, at - _NEAR // 3), min(len(found), at + _NEAR)),
        key=lambda n: (n < at, abs(n - at)),
    )
    for n in order:
        text = found[n].text
        if len(text) <= _LINE and n != at and not _CHANGED.match(text):
            days = list(_days(text))
            if days:
                yield _Witness(days[0], "date line", text, data=False)
                return


def _address(head: Head) -> Iterator[_Witness]:
    address = htmlmeta.address(head) or ""
    found = _IN_ADDRESS.search(address)
    day = found and _day(*map(int, found.groups()))
    if day:
        yield _Witness(day, "the page's address", address, data=False)


def _read(written: Any, basis: str, *, data: bool) -> Iterator[_Witness]:
    if isinstance(written, str):
        text = squeeze(written)[:_LINE]
        for day in list(_days(text))[:1]:
            yield _Witness(day, basis, text, data)


def _days(text: str) -> Iterator[date]:
    """Yield the full days that a text names, in the order of surest form."""
    for found in _ISO.finditer(text):
        year, month, day = found[1] or found[4], found[2] or found[5], found[3] or found[6]
        yield from _valid(int(year), int(month), int(day))
    for found in _NAMED.finditer(text):
        name = (found[2] or found[4]).lower()
        month = _MONTHS.get(name, 0)
        yield from _valid(int(found[3] or found[6]), month, int(found[1] or found[5]))
    for found in _DAY_FIRST.finditer(text):
        day, month, year = map(int, found.groups())
        if month > _MONTHS_A_YEAR:
            day, month = month, day
        elif day <= _MONTHS_A_YEAR and "." not in found[0]:
            continue
        yield from _valid(year, month, day)


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    found = _day(year, month, day)
    if found is not None:
        yield found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found >= _EARLIEST else None


def _guess(page: str) -> tuple[DateClue, ...]:
    """Ask htmldate, which looks through the whole page; never sure.

    It writes the first of January where it found a year only: that is no day.
    """
    from htmldate import find_date  # noqa: PLC0415 - heavy

    day = find_date(page, original_date=True, max_date=_LATEST)
    if day is None or day.endswith("-01-01"):
        return ()
    return (DateClue(date=day, basis="htmldate", confidence="low"),)

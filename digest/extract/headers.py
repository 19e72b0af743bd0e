"""What a crawler or a site generator wrote above a plain text: candidates, never decisions.

Three shapes: a block fenced by `---` (YAML) or `+++` (TOML), lines of `key: value` under a
headline (newspaper3k and feed dumps), and link lines between them. Values are taken as they stand;
nothing is executed or resolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

import yaml

from digest import yamlsafe
from digest.extract.header_keys import KEYS
from digest.models import DateClue, Label, Metadata
from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REACH = 60
"""Lines in which a fence must close again; site generators write 5 to 25 keys."""
KNOWN = 2
"""Known keys that make a header of the lines around them."""
OPEN_REACH = 20
"""Lines in which an unfenced header may stand."""

_FENCE = re.compile(r"^\ufeff?(---|\+\+\+)\s*$")
_ENTRY = re.compile(r"^[-*]?\s*[\"']?([^\W\d][\w .-]{0,30}?)[\"']?\s*[:=]\s*(.*)$")
_LINK = re.compile(r"^[-*]?\s*!?\[([^\]]*)\]\(([^()\s]+(?:\([^()\s]*\))?[^()\s]*)\)$")
_URL = re.compile(r"https?://[^\s<>\"'\])]+")
_DATE = re.compile(
    r"(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)(?:[T -]+(\d\d)[:-](\d\d)(?:[:-]\d\d)?(?:\.\d+)?\s*(Z"
    r"|[+-]\d\d:?\d\d)?)?"
)
_FIELD = re.compile(r"([A-Za-z][\w-]{1,30}):(?:\s+(.*))?$")
_ROW = re.compile(r"\S\s{3,}\S.*\S\s{3,}\S")
_NOTHING = {"", "none", "null", "[]", "{}", "n/a", "unknown", "nan"}

_LIST = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*|\[[\w. -]{2,30}\]\s+(?=\S))+", re.IGNORECASE)
"""What mail programs and lists put before a subject."""
_ISSUE = re.compile(r"[A-Z][A-Z/-]{1,14} (?:[Nn]o\.? ?|# ?)?\d{1,5}\s*:\s+(?=\S)")
"""A list's code and the number of its letter before the subject."""
_KEEPER = re.compile(
    r"\b([^\W\d_][^<>()@\"]{1,40}?),? (?:moderator|editors?|news ?desk|redaktion)\b", re.IGNORECASE
)
"""Who sends a list's letters, named by list and office."""
_ORIGINAL = re.compile(
    r"^(?:original|source|read (?:the )?original|full article|quelle|источник)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Header:
    """One line of a header."""

    n: int
    label: Label
    field: str
    value: str
    fenced: bool


def read_headers(text: str, start: int) -> Metadata:
    """Read the machine-made header of `text`, which begins at code point `start`."""
    found: dict[str, Header] = {}
    dates: list[DateClue] = []
    for header in scan(text, start):
        if header.field == "date":
            dates += _dates(header)
        elif header.field and header.value.casefold() not in _NOTHING:
            found.setdefault(header.field, header)
    url = found.get("url")
    language = re.match(r"[A-Za-z]{2}(?![A-Za-z])", _value(found, "language") or "")
    title, keeper = _value(found, "title"), None
    if title and "sender" in found:
        issue = _ISSUE.match(title)
        title = title[issue.end() :] if issue else title
        keeper = _KEEPER.search(found["sender"].value)
    return Metadata(
        title=title,
        dates=tuple(dates),
        outlet=_name(_value(found, "outlet")) or (keeper[1] if keeper else None),
        url=url.value if url and _URL.fullmatch(url.value) else None,
        language=language[0].lower() if language else None,
        author=_value(found, "author"),
    )


def scan(text: str, start: int) -> tuple[Header, ...]:
    """Every line of the header, in order; empty where the text begins at once."""
    lines = _lines(text, start)
    first = next(lines, None)
    if first is None:
        return ()
    if _FENCE.match(first[1]):
        return tuple(_fenced([first, *islice(lines, REACH)]))
    return tuple(_unfenced(first, islice(lines, OPEN_REACH)))


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Return (number, stripped line) of each non-empty line from `start` on."""
    number, at = text.count("\n", 0, start) + 1, start
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at : min(end, at + 4000)].strip().strip("\u200b")
        if line:
            yield number, line
        number, at = number + 1, end + 1


def _fenced(lines: list[tuple[int, str]]) -> Iterator[Header]:
    fence = _FENCE.match(lines[0][1])
    closing = next((i for i, (_, line) in enumerate(lines[1:], 1) if fence and line == fence[1]), 0)
    if not closing:
        return
    yield Header(lines[0][0], "nav", "", "", fenced=True)
    block = lines[1:closing]
    at = 0
    while at < len(block):
        number, line = block[at]
        entry = _ENTRY.match(line)
        value = entry[2] if entry else ""
        rows = [number]
        while value.startswith('"') and value.endswith("\\") and at + 1 < len(block):
            at += 1
            value = value[:-1] + block[at][1].removeprefix("\\")
            rows.append(block[at][0])
        label, field = KEYS.get(entry[1].lower().strip(), ("nav", "")) if entry else ("nav", "")
        yield Header(rows[0], label, field, _unquoted(value), fenced=True)
        for row in rows[1:]:
            yield Header(row, label, "", "", fenced=True)
        at += 1
    yield Header(lines[closing][0], "nav", "", "", fenced=True)


def _unfenced(first: tuple[int, str], below: Iterable[tuple[int, str]]) -> Iterator[Header]:
    """Known keys and links above the text; one headline may stand before or between them."""
    lines = list(chain((first,), below))
    foreign = _foreign(lines)
    headline = 0
    for number, line in lines:
        entry, link = _ENTRY.match(line), _LINK.match(line)
        known = KEYS.get(entry[1].lower()) if entry else None
        if link:
            original = _ORIGINAL.match(link[1]) or link[1] == link[2]
            yield Header(number, "nav", "url" if original else "", link[2], fenced=False)
        elif entry and known:
            yield Header(number, known[0], known[1], _unquoted(entry[2]), fenced=False)
        elif number in foreign:
            yield Header(number, "nav", "", "", fenced=False)
        elif headline or _ROW.search(line) or (not line.startswith("#") and first[0] != number):
            return
        else:
            headline = number


def _foreign(lines: list[tuple[int, str]]) -> frozenset[int]:
    """Numbers of lines with a key nobody listed, in a block at the top that is a header.

    Mail, news groups and crawlers have dozens of fields; each line of the block is one word, a
    colon and a value that is no sentence, and several of the words are known.
    """
    unknown, known = [], 0
    for at, (number, line) in enumerate(lines):
        entry = _FIELD.match(line)
        if number != lines[0][0] + at or not entry or (entry[2] or "").endswith((".", "!", "?")):
            break
        if entry[1].lower() in KEYS:
            known += 1
        else:
            unknown.append(number)
    return frozenset(unknown if known >= KNOWN else ())


def _unquoted(value: str) -> str:
    """Return a scalar without its quotes, YAML's escapes resolved; anything odder stays."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"' and "\\" in value:
        node, faults = yamlsafe.compose(value)
        if not faults and isinstance(node, yaml.ScalarNode):
            value = str(node.value)
    elif len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return squeeze(value)


def _value(found: dict[str, Header], field: str) -> str | None:
    return _LIST.sub("", found[field].value) if field in found else None


def _name(value: str | None) -> str | None:
    return None if value is None or _URL.match(value) else value


def _dates(header: Header) -> list[DateClue]:
    found = _DATE.match(header.value)
    if not found or not _possible(found):
        return []
    return [
        DateClue(
            date="-".join(part for part in found.groups()[:3] if part),
            basis="front matter of the file" if header.fenced else "crawler header",
            confidence="high",
            text=header.value,
            line=header.n,
        )
    ]


def _possible(found: re.Match[str]) -> bool:
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
    return 1800 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31  # noqa: PLR2004

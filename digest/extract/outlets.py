"""Who published an article, and who only contributed to it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from digest.extract import lead_in, masthead
from digest.extract.rules import wording
from digest.extract.rules.page import key
from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.models import Document, Line
    from digest.settings import SourceSettings

EDGE_CHARS = 300
"""Characters of the longest line beside the text that is searched for the outlet's name."""
NAME_WORDS = 5
"""Words of the longest outlet's name; more are a sentence."""
OWN_WORDS = 2
"""Lines of a page frame that must begin with an outlet's name for the page to be its own."""

LETTERS = 6
"""Letters of the longest abbreviation of an agency; longer capitals are a country or a place."""

_NAMES = r"\s+((?:the )?[\w.'’/&-]+(?:[ ,/]+(?:and |und |& )?(?:the )?[\w.'’/&-]+)*)"
_BY = (
    re.compile(r"\b(?:by|from|von|agence)" + _NAMES, re.IGNORECASE),
    re.compile(r"\b(?:on|in|with|der)" + _NAMES, re.IGNORECASE),
)
_PARTS = re.compile(r"\s*(?:,|/|;|\band\b|\bund\b|&)\s*")
_ORGANISATION = re.compile(
    r"\b(?:news|agency|agence|press|post|times|radio|tv|television|service|journal|daily|weekly"
    r"|magazine|media|network|free|today|herald|tribune)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s\d–-]*(.{2,60})", re.IGNORECASE)
_FIELD_SIGN = re.compile("[·|•–—,-]")
_FIELDS = re.compile(r"[·|•]|\s[–—-]\s|,(?=\s*\d)")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_SOURCE = re.compile(
    r"^\W*(?:source|quelle|źródło|fuente|fonte|bron|источник|джерело|крыніца|来源"
    r"|來源)\s*[:：]\s*([^:;(]{2,60})$",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"^\W*(?:[Bb]y|[Ff]rom)\s+(?:the\s+)?([A-Z][\w.&'"
    r" -]{2,40}?)(?:['’]s?)\s+(?:[\w-]+\s){0,2}(?i:desk|service|newsroom|correspondent|reporter"
    r"|staff)s?\b"
)
_BUREAU = re.compile(
    r"\b(?:bureau|desk|newsroom|service)s? of (?:the )?([A-Z][\w.&'’ -]{2,40}?)\s*[.)]?$"
)
_PUBLISHED_BY = re.compile(r"^\W*([A-Z][\w.&'’ -]{2,40}?) is (?:published|owned|operated) by\b")
_OWNER = re.compile(
    r"^\W*(?:\d{1,2}\+\s*)?(?:copyright\s*)?(?:©|\(c\)"
    r"|copyright)\s*(?:copyright\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,.:«„“\"]*"
    r"(?:by )?([^\W\d_][^.,;|©()\n]{1,60}?)"
    r"(?:\s+\d{4})?\s*(?:[.,;|(].*|\b(?:all rights|alle rechte|tous droits|todos los|tutti i"
    r"|все права).*)?$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s*(?:[^\W\d_][^\d(]{1,40},\s[^()]*\d[^()]*[(/]|[^\W\d_a-zß-öø-ÿа-яё]{3}[^()\d]*\()"
)
_PLACED = re.compile(
    r"(?:[\d/.:, -]*\s)?[^\W\d_a-zß-öø-ÿа-яё]{3}[^()]{0,60}\(([^\W\d_][\w.&'’ /-]{1,60})\)"
)
"""Place, day and agency alone on a line above the text."""
AGENCY_LINES = 5
"""Lines of text that are looked through for an agency's prefix: points may stand above it."""
_LEGAL = re.compile(r",? (?:inc|ltd|llc|plc|gmbh|asbl|s\.?a|ag|co|corp)\.?$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:all rights reserved|alle rechte vorbehalten|riproduzione riservata|tous droits"
    r" réservés|copyright|the authors?|image|getty images.*|reserved|все права.*|own|editorial"
    r"|staff|agencies|internet|social media)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\W*\(?(?:additional |further )?(?:reporting|writing|editing|edited|written"
    r"|compiled)\b.*\b(?:reporting|editing|writing) by\b",
    re.IGNORECASE,
)


def outlet(
    document: Document,
    lines: tuple[Line, ...],
    sources: tuple[SourceSettings, ...],
    names: Mapping[str, str],
    site: str | None,
) -> str | None:
    """Return the outlet's name, None where the file does not say.

    Editor, then markup and header, address, agency before the first sentence, site's name behind
    the headline, then what stands at the page's edges: a known name beside the date, a named
    source, the desk of a byline, the owner of the rights, notices. Contributors are no outlet.
    """
    if document.raw.front.source:
        return document.raw.front.source
    stated = _known(document.meta.outlet, names) or document.meta.outlet
    address = document.raw.front.url or document.meta.url
    behind = _known(site, names) or (
        site if site and not any(c.isdigit() for c in site[:1]) else None
    )
    inside = [line.n for line in lines if line.label == "body"]
    edge = [
        (line.label, document.text[line.start : line.end])
        for line in lines
        if line.label not in {"body", "title", "comment"}
        and line.end - line.start <= EDGE_CHARS
        and not (inside and inside[0] < line.n < inside[-1])
    ]
    hosted = _by_host(address, sources, [*(text for _, text in edge), site or ""])
    return (
        stated
        or hosted
        or _by_agency(document, lines, names)
        or behind
        or _beside_date(edge, sources, names)
        or masthead.known(document, lines, names)
        or masthead.masthead(document, lines)
        or masthead.drawn((_agency(document, lines) or ("", ""))[0], document, lines)
        or _stated(edge, names)
        or _by_notices(document, lines, names)
        or _unknown_agency(document, lines)
    )


def _beside_date(
    edge: Sequence[tuple[str, str]], sources: tuple[SourceSettings, ...], names: Mapping[str, str]
) -> str | None:
    """Return a known outlet named in `Outlet · day · desk`, or to whose site a line links."""
    for _, text in edge:
        fields = _FIELDS.split(text.strip(" *_")) if _FIELD_SIGN.search(text) else [text]
        for part in fields:
            known = _known(part.strip().strip(" *_©0123456789"), names)
            if known:
                return known
    for _, text in edge:
        for address in _ADDRESS.findall(text):
            hosted = _by_host(address, sources)
            if any(hosted == source.name for source in sources):
                return hosted
    return None


def _stated(edge: Sequence[tuple[str, str]], names: Mapping[str, str]) -> str | None:
    """Return who is named as the source, whose desk wrote, or who owns the rights."""
    for label, pattern in (
        ("credit", _SOURCE),
        ("byline", _DESK),
        ("credit", _BUREAU),
        ("", _PUBLISHED_BY),
        ("", _OWNER),
    ):
        for said, text in edge:
            found = pattern.search(text) if not label or said == label else None
            name = _LEGAL.sub("", squeeze(found[1]).strip(' .,;|*_–-»”“"')) if found else ""
            if name and len(name.split()) <= NAME_WORDS and not _NO_NAME.fullmatch(name):
                return _known(name, names) or name
    return None


def credits(  # noqa: A001 - the word for it
    document: Document,
    lines: tuple[Line, ...],
    names: Mapping[str, str],
    outlet_name: str | None,
) -> tuple[str, ...]:
    """Agencies and papers that credits or first sentence name, without the outlet itself."""
    found: dict[str, str] = {}
    for line in lines:
        if line.label in {"credit", "byline"}:
            for name in _contributors(document.text[line.start : line.end], names):
                found.setdefault(key(name), name)
    first = _agency(document, lines)
    if first:
        found.setdefault(key(first[0]), _known(first[0], names) or first[0])
    own = key(outlet_name or "")
    return tuple(name for said, name in found.items() if said != own)


@lru_cache(maxsize=2)
def named(sources: tuple[SourceSettings, ...]) -> Mapping[str, str]:
    """Key of each name and alias in the settings, and the outlet it means: the first that has it.

    Kept, because all articles of a build share the settings.
    """
    found: dict[str, str] = {}
    for source in sources:
        for name in (source.name, *source.aliases):
            found.setdefault(key(name), source.name)
    return found


def _known(name: str | None, names: Mapping[str, str]) -> str | None:
    """Return the name in the settings that `name` means."""
    return names.get(key(name)) if name else None


def _spelled(host: str, edge: Sequence[str]) -> str | None:
    """Return the words of the page's frame that make up the name of its host."""
    letters = [re.escape(letter) for letter in host.rpartition(".")[0] if letter.isalnum()]
    wanted = re.compile(r"(?<!\w)" + r"[ '’&-]{0,3}".join(letters) + r"(?![\w.@])", re.IGNORECASE)
    found = (match[0] for text in edge for match in wanted.finditer(text))
    return next((name for name in found if name != name.lower()), None)


def _by_host(
    url: str | None, sources: tuple[SourceSettings, ...], edge: Sequence[str] = ()
) -> str | None:
    """Return the outlet at the address, or as the page spells it; else the bare host."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    if not host:
        return None
    for source in sources:
        for known in source.hosts:
            bare = known.lower().removeprefix("www.")
            if host == bare or host.endswith("." + bare):
                return source.name
    return _spelled(host, edge) or host


def _agency(document: Document, lines: tuple[Line, ...]) -> tuple[str, str] | None:
    """(agency that a prefix near the text's beginning names, the prefix); none in a sample."""
    if any(masthead.sample(document.text[x.start : x.end]) for x in lines if x.label != "body"):
        return None
    for line in [line for line in lines if line.label == "body"][:AGENCY_LINES]:
        text = document.text[line.start : line.end]
        name = lead_in.agency(text)
        if name:
            return name, text[: lead_in.lead_in(text)]
    return None


def _by_agency(document: Document, lines: tuple[Line, ...], names: Mapping[str, str]) -> str | None:
    short, _ = _agency(document, lines) or ("", "")
    name = masthead.spelled_out(short, document, lines)
    known = name != short or wording.AGENCY_ALONE.fullmatch(short)
    return _known(short, names) or (name if known else None)


def _unknown_agency(document: Document, lines: tuple[Line, ...]) -> str | None:
    """Return an agency that no table has, where place or place and day stand before its name."""
    found = _agency(document, lines)
    if found and _PLACE.match(found[1]) and not (found[0].isupper() and len(found[0]) > LETTERS):
        return found[0]
    for line in lines:
        if line.label == "body":
            break
        placed = _PLACED.fullmatch(document.text[line.start : line.end].strip())
        if placed:
            return placed[1]
    return None


def _by_notices(
    document: Document, lines: tuple[Line, ...], names: Mapping[str, str]
) -> str | None:
    """Return an outlet of the settings whose name begins several notices below the text."""
    notices = [
        key(document.text[line.start : line.end])
        for line in lines
        if line.label in {"nav", "promo"}
    ]
    every = tuple(names)
    notices = [notice for notice in notices if notice.startswith(every)]
    for outlet_name in dict.fromkeys(names.values()) if len(notices) >= OWN_WORDS else ():
        own = tuple(name for name in names if names[name] == outlet_name)
        if sum(notice.startswith(own) and notice != own[0] for notice in notices) >= OWN_WORDS:
            return outlet_name
    return None


def _contributors(text: str, names: Mapping[str, str]) -> list[str]:
    owner = _COPYRIGHT.search(text)
    if owner or _ROLE.match(text):
        return []
    if wording.AGENCY_ALONE.fullmatch(text):
        return [text.strip(" .()[]")]
    found = next((match for match in (by.search(text[:400]) for by in _BY) if match), None)
    if found is None:
        return []
    parts = [part.strip(" .()*_") for part in _PARTS.split(found[1])]
    return [_known(part, names) or part for part in parts if part and _organisation(part, names)]


def _organisation(name: str, names: Mapping[str, str]) -> bool:
    """Whether the name is of an agency or a paper rather than of a person."""
    if _known(name, names) or wording.AGENCY_ALONE.fullmatch(name) or _ORGANISATION.search(name):
        return len(name.split()) <= 5  # noqa: PLR2004
    parts = name.split()
    return len(parts) == 1 and sum(c.isupper() for c in parts[0]) > 1

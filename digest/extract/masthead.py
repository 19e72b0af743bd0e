"""The outlet's name at the head of a page: one of the settings, or what reads as a name."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from digest.extract.rules import dated, filing, wording
from digest.extract.rules.page import key
from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.models import Document, Line

HEAD_LINES = 4
"""Lines of a page's head that are looked at: notice, name, sections, and one to spare."""
NAME_WORDS = (2, 9)
"""Words of a name that nobody listed: a single one may be a section or a place, and ministries and
institutes take up to nine."""
ENTRY_WORDS = 3
"""Words of an entry of a menu."""
MENU_PARTS = 3
"""Sections that make a line a menu."""
DESK_WORDS = 3
"""Words that may follow a known name in its page's head (`Eastern Ledger Opinion`)."""

_FIELDS = re.compile(
    r"\s*[☰≡·|•›»>]+\s*|\s[–—/-]\s|\s{2,}|\t|\s*:\s"
    rf"|,\s(?=(?:\w+day|\d{{1,2}}|{dated.MONTHS})\b)",
    re.IGNORECASE,
)
_ENTRIES = re.compile(r"\s*[|·•~]\s*|\s{2,}|\t")
_CAPITAL = re.compile(
    r"[^\W\d_a-zß-öø-ÿа-яёіўїєґ][\w.'’-]*|&|\d{1,4}|of|the|and|for|in|on|de|la|für|und"
)
_PAPER = re.compile(
    r"\b(?:news|agency|agence|press|post|times|radio|tv|television|journal|daily|weekly|magazine"
    r"|media|network|today|herald|tribune|gazette|chronicle|courier|observer|telegraph|review"
    r"|dispatch|ledger|institute|zeitung|kurier|anzeiger|tageblatt|газета|вестник|агентство"
    r"|новости|gazeta|dziennik)\b"
    r"|\b(?:advertiser|argus|bulletin|cent(?:er|re)|echo|examiner|foundation|globe|mercury|monitor"
    r"|recorder|sentinel|standard|wire)(?:$|\s(?:of|for|on)\b)"
    r"|\b(?:association|commission|committee|council|department|embassy|ministry|office|university)"
    r"\s(?:of|for|on)\b",
    re.IGNORECASE,
)
"""Words that papers, and with `of` institutions, are named by; in headlines they stand as well, the
more of them the less at the end."""
_LAST = re.compile(rf"(?:{_PAPER.pattern})$", re.IGNORECASE)
_FROM = re.compile(r"^(?:from|in|for|by) (?:the )?", re.IGNORECASE)
_EDITION = re.compile(r"\s\([^()]*\)$")
"""The place of a paper behind its name."""
_ISSUE = re.compile(r"(?:no|nr|vol|issue|page|edition|№)\b\.?\W*\d+", re.IGNORECASE)
_PLAIN = filing.SECTIONS | frozenset(
    "latest breaking top more our your all other full customer morning evening release releases"
    " analysis obituaries interviews interview region magazine jobs notices photo feature features"
    " blog blogs home main page last previous the of and menu donate monthly quarterly companies"
    " markets research".split()
)
_DESKS = frozenset("business economy markets money opinion politics science sport sports".split())
"""Words behind a paper's name that say which of its desks the page is of."""
_CLAIM = re.compile(
    r"[^\W\d_A-ZА-ЯЁІЎЇЄҐ].*\s.*"
    r"|.*\b(?:since|est\.?|established|founded|seit|с|od)(?: in)? \d{4}\b.*"
    r"|.*\b(?:your|our)\b.*|.*\b(?:owned|independent)\b.*"
)
"""What a paper says of itself behind its name: words in lower case, its age, its readers."""
SAMPLE_CHARS = 200
_SAMPLE = re.compile(
    r"^\W*(?:title\s*[:=]\W*)?(?:sample|practice|mock|specimen) (?:news )?(?:article|story|report"
    r"|dispatch|piece)\b\s*[:–—-]"
    r"|\bthis is (?:an?|my) (?:\w+ )?(?:sample|practice|mock|specimen|invented|fictional)\b"
    r"|\bdies ist ein (?:beispiel|muster|übungs)\w*|\bэто (?:учебный|вымышленный) текст\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"©|\(c\)|copyright|\brights\b|\bstaff\b|correspondent|newsroom|\breading\b|\breaders?\b"
    r"|subscri|\bfollow\b|\bservice\b|\bsince\b|\bfellow\b|reprint|contact|\bmore from\b|\benjoy"
    r"|\bapp\b|\bappears\b|\bsupport",
    re.IGNORECASE,
)


def known(document: Document, lines: tuple[Line, ...], names: Mapping[str, str]) -> str | None:
    """Return an outlet of the settings whose name begins a line of the page's head or byline."""
    every = tuple(names)
    for text in _head(document, lines, {"nav", "byline", "dateline"}):
        said = key(text.strip(" *_#"))
        for name, outlet in names.items() if said.startswith(every) else ():
            rest = said[len(name) :]
            begins = said.startswith(name) and not rest[:1].isalnum()
            if begins and len(rest.split()) <= DESK_WORDS and not rest.startswith(("'", "’")):
                return outlet
    return None


def masthead(document: Document, lines: tuple[Line, ...]) -> str | None:
    """Return the name at the very head of the page that reads as an outlet's or is said again."""
    rest = [
        document.text[line.start : line.end]
        for line in lines
        if line.label in {"credit", "promo", "byline", "nav", "comment", "caption"}
    ]
    head = [*islice(_head(document, lines, {"nav", "dateline"}), HEAD_LINES)]
    for n, text in enumerate(head):
        name, sure = name_in(text)
        sure = sure or (n == 0 and name == squeeze(text) and any(map(_menu, head[1:2])))
        own = _again(name, [other for other in rest if other != text]) if name else None
        if own or sure:
            return _written(own or name, document, lines)
    logo = _logo(head) if head and head[0] == _first(document, lines) else None
    if logo:
        return _written(logo, document, lines)
    return next(filter(None, map(_field, _head(document, lines, {"byline", "dateline"}))), None)


def sample(text: str) -> bool:
    """Whether a line beside the text says that it was written for practice and never sent."""
    return len(text) <= SAMPLE_CHARS and _SAMPLE.search(text) is not None


def spelled_out(short: str, document: Document, lines: tuple[Line, ...]) -> str:
    """Return the agency in full where the page's head has the name whose initials these are."""
    if not short.isupper():
        return short
    for text in islice(_head(document, lines, {"nav", "dateline", "credit"}), HEAD_LINES):
        for part in map(squeeze, _FIELDS.split(text)):
            initials = "".join(word[0] for word in part.split() if word[0].isupper())
            if len(short) > 1 and initials == short and part != short:
                return part
    return short


def drawn(name: str, document: Document, lines: tuple[Line, ...]) -> str | None:
    """Return `name`, as it is written elsewhere, where it opens the first line of the page."""
    head = next(_head(document, lines, {"nav", "dateline"}), "")
    opens = name and key(_FIELDS.split(head.strip(" *_#"))[0]) == key(name)
    return _written(name, document, lines) if opens else None


def _first(document: Document, lines: tuple[Line, ...]) -> str:
    return document.text[lines[0].start : lines[0].end] if lines else ""


def _logo(head: list[str]) -> str | None:
    """Return the name on the first line of the file that its place alone shows to be the site's.

    Right above a menu, or before a claim or before entries of a menu on the same line. One word
    will do there, and words in lower case; a section or a button is none.
    """
    fields = [squeeze(part) for part in _FIELDS.split(head[0].strip(" *_#")) if part.strip()]
    if not fields:  # a rule of underscores
        return None
    name, *rest = fields
    words = name.split()
    if len(words) > NAME_WORDS[1] or not any(map(str.isalpha, name)) or _entry(key(name)):
        return None
    if not rest:
        return name if any(map(_row, head[1:2])) else None
    if len(rest) == 1 and _CLAIM.fullmatch(rest[0]):
        return name
    menu = len(rest) >= MENU_PARTS - 1 and len(words) > 1 and _reads_as_name(name)
    return name if menu and any(_entry(key(part)) for part in rest) else None


def _entry(said: str) -> bool:
    """Whether it is a section, a button or another entry of a menu."""
    return set(said.split()) <= _PLAIN or wording.BUTTONS.fullmatch(said) is not None


def _row(text: str) -> bool:
    """Whether it is a line of short entries side by side."""
    parts = [part for part in _ENTRIES.split(text.strip()) if part.strip()]
    return len(parts) >= MENU_PARTS and all(len(part.split()) <= ENTRY_WORDS for part in parts)


def _written(name: str, document: Document, lines: tuple[Line, ...]) -> str:
    """Return a name drawn in capitals as the rest of the page writes it; else as it is drawn."""
    if not name.isupper():
        return name
    wanted = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    texts = (document.text[x.start : x.end] for x in lines if x.label not in {"body", "title"})
    found = (match[0] for text in texts for match in wanted.finditer(text))
    return next((said for said in found if not said.isupper()), name)


def _menu(text: str) -> bool:
    """Whether it is a line of sections, above which a site's name stands on a line of its own."""
    said = [key(part) for part in _FIELDS.split(text)]
    return len(said) >= MENU_PARTS and sum(p in filing.SECTIONS for p in said) > len(said) / 2


def _field(text: str) -> str | None:
    """Return the paper that one field of `Author, Paper | day` names."""
    fields = re.split(r"[|·•,()]", text)
    found = (_FROM.sub("", squeeze(field)).strip() for field in fields if not dated.dated(field))
    return next((name for name in found if _reads_as_name(name) and _LAST.search(name)), None)


def name_in(text: str) -> tuple[str, bool]:
    """(name at the beginning of a line of a page's head, whether it reads as an outlet's).

    It does where a word says so, or where the number of an issue or nothing but sections stand
    beside it; a name beside a day may be the author's.
    """
    bare = _EDITION.sub("", _FROM.sub("", text.strip(" *_#")))
    parts = [squeeze(part) for part in _FIELDS.split(bare.strip("()")) if part.strip()]
    if parts and key(parts[0]) == "menu":
        del parts[0]
    name, *rest = parts or [""]
    paper, _, desk = name.rpartition(" ")
    if key(desk) in _DESKS and _LAST.search(paper) and _reads_as_name(paper):
        name = paper
    if not _reads_as_name(name):
        return "", False
    issue = any(_ISSUE.fullmatch(part) for part in rest)
    beside = [part for part in rest if not dated.dated(part)]
    sections = beside and all(set(key(part).split()) <= _PLAIN for part in beside)
    claim = len(beside) == 1 and _CLAIM.fullmatch(beside[0])
    return name, bool(_PAPER.search(name) or issue or sections or claim)


def _head(document: Document, lines: tuple[Line, ...], labels: set[str]) -> Iterator[str]:
    for line in lines:
        if line.label == "body":
            return
        if line.label in labels:
            yield document.text[line.start : line.end]


def _reads_as_name(name: str) -> bool:
    parts = name.split()
    if not NAME_WORDS[0] <= len(parts) <= NAME_WORDS[1]:
        return False
    if not parts[0][0].isupper():
        return False
    if not all(_CAPITAL.fullmatch(part) or _PAPER.fullmatch(part) for part in parts):
        return False
    own = [p for p in parts if key(p) not in _PLAIN and not _PAPER.fullmatch(p)]
    return bool(own)


def _again(name: str, rest: list[str]) -> str | None:
    """Return the name as written where the frame says it again as its own."""
    wanted = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for text in rest:
        found = wanted.search(text)
        if found and _OWNED.search(text):
            return found[0]
    return None

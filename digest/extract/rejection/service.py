"""Pages to use: forms, offers, help, terms, profiles, polls; what they share and articles lack.

Nobody can list all kinds of such pages, so none is named here. They have marks of use (buttons,
fields, prices, ratings, answers to choose from, the site's own matters), their lines are short, and
next to nothing on them is reported. Each mark is a point, kinds that come in dozens are capped, and
what the text reports is taken off.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.extract.rejection import reported, vocabulary
from digest.extract.rules import contributors, dated
from digest.text import words

if TYPE_CHECKING:
    from digest.extract.rules.page import Page, Paragraph

LOOSE = 0.45
"""Of its lines, the least that are no running text; letters and terms of use have .47 and more."""
MARKED_LOOSE = 0.5
"""The same for a page whose buttons and menus were taken off before it came here."""
LEAST = 5.0
"""Points that make a page one to use: of 1,356 labelled articles the nearest lacks 1.5 (a page to
download a game), the next 3.1; of 38 pages rejected by it the nearest has .4 to spare."""
MARKED_UP = 3.0
"""More of them for such a page."""
PER_LINE = 0.025
"""More of them per line: on a long page marks meet by chance."""
REPORT = 2.0
"""Points that a sentence takes off which reports something."""
SIGN = 2.0
"""Points more for each sign of an article (a lead that reports, an author, contributors, comments)
beside one that reports at all: a brief in a large frame has many marks that are not its own."""
RUN_WORDS = 60
"""Words of running text without a word for the reader that may be comment in the present tense;
the description of an offer has up to 50."""
SIGNS = 2
"""Such signs that settle it."""
FRAME = ("link and nothing else", "header of a crawler", "heading of a list of links")
SILENT = 2.5
SILENT_LINES = 8
SILENT_LOOSE = 0.6
"""Points less that a page needs on which nothing is reported at all, and the lines and share of
short ones from which that means something: of the articles only single lines report nothing."""
BUTTON_WORDS = 6
OPTION_WORDS = 8
OPTIONS = 2
"""Words of an answer to choose, and answers that make a question one of a quiz or a form."""
FACT_WORDS = 6
CLOCKS = 3
"""Times of the day that make a line a row of a timetable."""
CAPS = {
    "buttons": 8,
    "fields": 6,
    "prices": 3,
    "ratings": 4,
    "questions": 6,
    "contacts": 6,
    "rows": 4,
    "clauses": 4,
    "facts": 3,
    "cut": 3,
    "site": 8,
    "reader": 4,
}
"""The most points of each kind."""
WEIGHTS = {"contacts": 2, "fields": 2, "ratings": 2, "questions": 2}
"""Kinds that no article has beside its text, unless its frame does."""

_CELL = re.compile(r"\s{2,}|\t|\s[|·•]\s")
_EDGE = " \t▶►⬇+<>»«→←↑[]"
_DOTS = ("...", "…")
_LETTERED = re.compile(r"\(?[a-fа-е1-6][).]\s", re.IGNORECASE)


def reason(page: Page, language: str | None) -> str | None:
    """Why it is a page to use and no article, or None."""
    lines = page.paragraphs
    if page.document.raw.front.title or _loose(lines) < (LOOSE if page.plain else MARKED_LOOSE):
        return None
    found = _marks(_own(page), page.document.text)
    least = LEAST + PER_LINE * len(lines) + (0.0 if page.plain else MARKED_UP)
    if sum(_points(found)) + CAPS["reader"] + SILENT < least:
        return None
    told, spoken = reported.counts(page, language)
    signs = _signs(page) if told else 0
    if told >= reported.ENOUGH or signs >= SIGNS:
        return None
    if found:
        found["reader"] = spoken
    least += SIGN * signs - _silence(lines, told)
    if sum(_points(found)) - REPORT * told < least:
        return None
    most = sorted(found, key=lambda kind: -found[kind])[:3]
    marks = ", ".join(f"{kind} {found[kind]}" for kind in most)
    return (
        f"It is a page to use and reports nothing (signs: {marks}); save a page with an article,"
        " or give it a title in front matter if it is one."
    )


def _silence(lines: list[Paragraph], told: float) -> float:
    """Points less for a loose page without a report, more for comment in the present tense."""
    if _runs_on(lines):
        return -SIGN
    silent = not told and len(lines) >= SILENT_LINES and _loose(lines) >= SILENT_LOOSE
    return SILENT if silent else 0.0


def _loose(lines: list[Paragraph]) -> float:
    """Share of the lines that are no running text."""
    return sum(not p.prose for p in lines) / len(lines)


def _points(found: dict[str, int]) -> list[int]:
    return [min(CAPS[kind], WEIGHTS.get(kind, 1) * many) for kind, many in found.items()]


def _own(page: Page) -> list[Paragraph]:
    """Lines that may be the page's own: below its title, without comments and lists of links."""
    start = page.title.index if page.title else 0
    return [p for p in page.paragraphs[start:] if p.label != "comment" and p.rule not in FRAME]


def _signs(page: Page) -> int:
    """Signs of an article that stand beside its text."""
    first = next((p for p in page.paragraphs if p.kept and p.prose), None)
    named = {p.rule for p in page.paragraphs if p.label in {"byline", "credit"}}
    return (
        (first is not None and reported.tells(first, reported.heads(page)))
        + ("names the author" in named)
        + (contributors.CONTRIBUTORS in named)
        + any(p.label == "comment" for p in page.paragraphs)
    )


def _runs_on(lines: list[Paragraph]) -> bool:
    """Whether paragraphs without a word for the reader follow one another, as comment does."""
    run = 0
    for paragraph in lines:
        plain = paragraph.kept and paragraph.prose
        plain = plain and reported.PERSONS.isdisjoint(paragraph.words)
        run = run + paragraph.size if plain else 0
        if run >= RUN_WORDS:
            return True
    return False


def _marks(lines: list[Paragraph], text: str) -> dict[str, int]:
    """How often each kind of mark stands on the lines; kinds that do not are left out."""
    buttons: set[str] = set()
    site: set[str] = set()
    found = dict.fromkeys(CAPS, 0)
    for paragraph, after in pairwise([*lines, None]):
        if paragraph is None:
            continue
        site.update(vocabulary.SITE.intersection(paragraph.words))
        said = paragraph.text
        found["clauses"] += vocabulary.CLAUSE.match(said) is not None
        found["cut"] += said.startswith(_DOTS) or said.endswith(_DOTS)
        if paragraph.prose:
            continue
        found["prices"] += vocabulary.PRICE.search(said) is not None
        found["ratings"] += vocabulary.RATING.search(said) is not None
        found["contacts"] += vocabulary.CONTACT.search(said) is not None
        found["facts"] += _fact(paragraph)
        found["rows"] += len(vocabulary.CLOCK.findall(said)) >= CLOCKS
        cells = [cell.strip(_EDGE) for cell in _CELL.split(_written(text, paragraph))]
        found["fields"] += sum(vocabulary.FIELD.fullmatch(cell) is not None for cell in cells)
        if len(cells) > 1 or after is None or not after.prose:
            buttons.update(cell.casefold() for cell in cells if _button(cell))
    found |= {"buttons": len(buttons), "site": len(site), "questions": _choices(lines)}
    return {kind: many for kind, many in found.items() if many}


def _written(text: str, paragraph: Paragraph) -> str:
    """Return the text of a line with the gaps between its cells."""
    return text[paragraph.rows[0][1] : paragraph.rows[-1][2]]


def _fact(paragraph: Paragraph) -> bool:
    """Whether a line is a thing and its figure ("Mileage 214,000 km"), and no date."""
    few = 1 < paragraph.size <= FACT_WORDS
    return few and any(map(str.isdigit, paragraph.text)) and not dated.dated(paragraph.text)


def _button(cell: str) -> bool:
    """Whether a cell is a short call to do something, and no heading above a text."""
    said = words(cell.casefold())
    short = 0 < len(said) <= BUTTON_WORDS and not cell.endswith(".")
    return short and said[0] in vocabulary.CALLS


def _choices(lines: list[Paragraph]) -> int:
    """Questions with short answers to choose from below them."""
    asked = 0
    for at, paragraph in enumerate(lines):
        below = lines[at + 1 : at + 1 + OPTIONS]
        if paragraph.text.endswith("?") and len(below) == OPTIONS:
            asked += all(_option(one) for one in below)
    return asked


def _option(paragraph: Paragraph) -> bool:
    short = paragraph.size <= OPTION_WORDS and not paragraph.prose
    return short and (not paragraph.closed or _LETTERED.match(paragraph.text) is not None)

"""A text as its rules see it: paragraphs with their measures, each labelled at most once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from digest.extract.rules import dated
from digest.models import Document, Label, Labelled, Line
from digest.text import squeeze, words

PROSE_WORDS = 7
"""Words from which a line that ends a sentence counts as prose: on the labelled news, 6 to 9 give
the same labels; below 6 slogans of widgets pass, above 9 short paragraphs get lost."""
CAPTION_WORDS = 7
"""Words from which a line without a full stop is too long for a cross-head or a menu entry."""
WRAPPED_SHARE = 0.4
"""Of the line ends inside blocks, how many must cut a sentence for the text to be hard wrapped."""
BODY = "text of the article"
WRAPPED_LINES = 3
WRAP_WIDTH = (40, 130)
"""Characters of a hard-wrapped line."""
COLUMN_GAP = " " * 5
"""White space that parts a page's name from its section; justified lines have two or three."""

_UNSEEN = "\ufeff\u200b"
_END_MARK = re.compile(r"\s*(?:-0-|-30-|#{3,}|[■●▪◼◆])\s*$")
_END_SIGNS = "-#■●▪◼◆"
_ENDS = tuple(".!?…。！？؟।")
_FOOTNOTE = re.compile(r"\s?(?:\[\d{1,3}\]|[¹²³⁰-⁹]{1,3})\s*$")
_NOTED = tuple("]¹²³⁰⁴⁵⁶⁷⁸⁹ ")
"""What a sentence ends with where a footnote's mark stands behind its end."""
_CLOSERS = " \t\u00a0\"'”’“‘»«›‹)]】」』*_\u200b"
_LEADS = (":", "：")
_MARKS = re.compile(r"^(?:#{1,6}\s+|>\s+)|^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$|\s#+$")
_BULLET = re.compile(r"^(?:[-–—•·*‣▪●◦■►]|\(?\d{1,2}[.)])\s+")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_HEADING = re.compile(r"^#{1,6}\s+\S")


def key(text: str) -> str:
    """`text` for finding the same line again: case and white space do not count."""
    return " ".join(text.casefold().split())


@dataclass(slots=True, eq=False)
class Paragraph:
    """One line, or the lines of one paragraph of a hard-wrapped text."""

    index: int
    words: tuple[str, ...]
    """Its words, case folded."""
    rows: tuple[tuple[int, int, int], ...]
    """(number, start, end) of each line."""
    text: str
    """Squeezed, Markdown's marks for headings and emphasis taken off."""
    key: str
    """For finding the same text again."""
    marked: str
    """Squeezed, as written."""
    size: int
    """Words; for scripts without spaces, half the characters."""
    closed: bool
    """Ends as a sentence does."""
    leads: bool
    """Ends in a colon."""
    heading: bool
    """Marked as a heading."""
    bullet: bool
    label: Label | None = None
    rule: str = ""

    @property
    def prose(self) -> bool:
        """A sentence or more of running text, whatever it says."""
        return self.closed and self.size >= PROSE_WORDS

    @property
    def kept(self) -> bool:
        """Text of the article as far as the rules have gone."""
        return self.label is None or self.label == "body"


@dataclass(slots=True, eq=False)
class Page:
    """All paragraphs of a document and what rules tell one another."""

    document: Document
    paragraphs: list[Paragraph]
    furniture: frozenset[str] = frozenset()
    plain: bool = True
    """A plain text file, with all that a page leaves in it; else markup was read already."""
    title: Paragraph | None = None
    unstopped: bool = False
    """Most long lines have no full stop: its lack says nothing here."""
    core: tuple[int, int] = (0, 0)
    """Indexes of the first paragraph of the article's text and of the one after its last."""
    by_key: dict[str, list[Paragraph]] = field(default_factory=dict)

    def open(self) -> list[Paragraph]:
        """Paragraphs that no rule has labelled yet."""
        return [p for p in self.paragraphs if p.label is None]

    def mark(self, paragraph: Paragraph, label: Label, rule: str) -> None:
        """Label `paragraph` unless an earlier rule did."""
        if paragraph.label is None:
            paragraph.label, paragraph.rule = label, rule


def read(document: Document, furniture: frozenset[str] = frozenset()) -> Page:
    """Cut the text of `document` into paragraphs."""
    return _page(document, _groups(_rows(document.text), document.text), furniture)


def _page(
    document: Document,
    groups: list[list[tuple[int, int, int]]],
    furniture: frozenset[str] = frozenset(),
) -> Page:
    page = Page(
        document=document,
        paragraphs=[_paragraph(index, group, document.text) for index, group in enumerate(groups)],
        furniture=furniture,
        plain=document.raw.kind == "text",
    )
    for paragraph in page.paragraphs:
        page.by_key.setdefault(paragraph.key, []).append(paragraph)
    return page


def restore(labelled: Labelled) -> Page:
    """Return the paragraphs of the title as its rules left them, from the labels they gave.

    Where an editor gave the title, all paragraphs: any may say it.
    """
    text, known = labelled.document.text, {line.n: line for line in labelled.lines}
    groups = _groups([(line.n, line.start, line.end) for line in labelled.lines], text)
    if not labelled.document.raw.front.title:
        groups = [group for group in groups if known[group[0][0]].label == "title"]
    page = _page(labelled.document, groups)
    for paragraph in page.paragraphs:
        line = known[paragraph.rows[0][0]]
        if line.rule != BODY:
            paragraph.label, paragraph.rule = line.label, line.rule
    titles = [p for p in page.paragraphs if p.label == "title"]
    page.title = next((p for p in titles if not p.rule.startswith("repeated")), None)
    return page


def lines(page: Page) -> tuple[Line, ...]:
    """Every line with its label; what no rule claimed is body."""
    return tuple(
        Line(
            n=n,
            start=start,
            end=end,
            label=paragraph.label or "body",
            rule=paragraph.rule or BODY,
        )
        for paragraph in page.paragraphs
        for n, start, end in paragraph.rows
    )


def _rows(text: str) -> list[tuple[int, int, int]]:
    rows, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare and (bare[0] in _UNSEEN or bare[-1] in _UNSEEN):
            bare = bare.strip(_UNSEEN).strip()
        if bare:
            start = at + line.index(bare)
            rows.append((number, start, start + len(bare)))
        at += len(line) + 1
    return rows


def _groups(rows: list[tuple[int, int, int]], text: str) -> list[list[tuple[int, int, int]]]:
    """Lines one by one, or by paragraph where the text is hard wrapped."""
    if not _wrapped(rows, text):
        return [[row] for row in rows]
    groups: list[list[tuple[int, int, int]]] = []
    for row in rows:
        follows = groups and groups[-1][-1][0] == row[0] - 1 and not _starts(text, row)
        if follows and _full(groups[-1][-1], text) and not text.startswith("![", groups[-1][0][1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _starts(text: str, row: tuple[int, int, int]) -> bool:
    line = text[row[1] : row[2]]
    return bool(
        _BULLET.match(line)
        or _HEADING.match(line)
        or line.startswith(("![", "---", "+++", "{{"))
        or (line[0] == "(" and line[-1] == ")")
        or not any(map(str.isalnum, line))
        or dated.dated(line)
        or dated.byline(line)
    )


def _full(row: tuple[int, int, int], text: str) -> bool:
    wide = WRAP_WIDTH[0] <= row[2] - row[1] <= WRAP_WIDTH[1]
    return wide and COLUMN_GAP not in text[row[1] : row[2]]


def _wrapped(rows: list[tuple[int, int, int]], text: str) -> bool:
    ends = running = 0
    for row, following in pairwise(rows):
        if following[0] != row[0] + 1 or not _full(row, text):
            continue
        ends += 1
        running += text[following[1]].islower() and not _closed(text[row[1] : row[2]])
    return running >= WRAPPED_LINES and running >= WRAPPED_SHARE * ends


def _paragraph(index: int, rows: list[tuple[int, int, int]], text: str) -> Paragraph:
    marked = squeeze(" ".join([text[start:end] for _, start, end in rows]))
    bare = _MARKS.sub("", marked).strip() if marked[0] in "#>*_" or marked[-1] in "#*_" else marked
    folded = bare.casefold()
    found = tuple(words(folded))
    return Paragraph(
        index=index,
        words=found,
        rows=tuple(rows),
        text=bare,
        key=folded,
        marked=marked,
        size=_size(bare, len(found)),
        closed=_closed(bare),
        leads=bare.rstrip(" *_").endswith(_LEADS),
        heading=bool(_HEADING.match(marked)),
        bullet=bool(_BULLET.match(marked)),
    )


def _closed(text: str) -> bool:
    end = text[-12:]
    if end[-1:] in _END_SIGNS:
        end = _END_MARK.sub("", end)
    if end.endswith(_NOTED):
        end = _FOOTNOTE.sub("", end)
    return end.rstrip(_CLOSERS).endswith(_ENDS)


def _size(text: str, spaced: int) -> int:
    return spaced if text.isascii() else max(spaced, len(_IDEOGRAPH.findall(text)) // 2)
